"""From a reading to a document: its segments, their kinds, their facts."""

from __future__ import annotations

from dossier.document import Document, ReadDocument, Segment
from dossier.fact import Fact
from dossier.kinds import Kind
from dossier.page import Reading
from dossier.submission import Organization
from extractors.kinds import checkers
from extractors.layout import arrange
from extractors.paper import Paper
from extractors.sealed import seal_names
from extractors.segments import split

EXTRACTOR_VERSION = "9"
"""Raise it with every change that can alter a fact."""


def extract(reading: Reading, path: str, organization: Organization | None = None) -> ReadDocument:
    """The document with its facts. Without an organization, facts that need the applicant are left out."""
    layouts = [arrange(page) for page in reading.pages]
    segments: list[Segment] = []
    facts: list[Fact] = []
    for guess, part in split(layouts):
        number = len(segments)
        segments.append(
            Segment(
                kind=guess.kind,
                pages=(part[0].page.number, part[-1].page.number),
                kind_confidence=guess.confidence,
            )
        )
        checker = checkers().get(guess.kind)
        if checker is not None:
            paper = Paper(path, number, guess.kind, part, organization)
            facts.extend(checker.extract(paper))
            facts.extend(seal_names(paper))
    first = next(
        (each for each in segments if each.kind is not Kind.OTHER), segments[0] if segments else None
    )
    document = Document(
        path=path,
        sha256=reading.sha256,
        kind=first.kind if first else Kind.OTHER,
        kind_confidence=first.kind_confidence if first else 0.0,
        pages=len(reading.pages),
        origin=reading.origin,
        segments=tuple(segments),
        problems=reading.problems,
    )
    return ReadDocument(document=document, reading=reading, facts=tuple(facts))
