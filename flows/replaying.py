"""Verifies a submission again from what is kept of it: documents and facts of its report, readings of its pages.

No page is read, no original is opened. The same standard gives the same findings, discrepancies and score, unless this
program's checks are others than those that made the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.rescoring import Standing
from dossier.document import Document, ReadDocument
from dossier.errors import HezhengError
from dossier.fact import Fact
from dossier.page import Reading
from dossier.principal import Principal
from dossier.report import Report, reader_version
from dossier.submission import Submission
from flows import messages, steps
from vault.readings import ReadingStore

if TYPE_CHECKING:
    from rubric import Rubric
    from vault.blobs import Blobs
    from vault.records import Records

_UNREAD = "application/octet-stream"


class UnreplayableError(HezhengError):
    """Not all is kept that verifying the submission again needs."""


@dataclass(frozen=True)
class Kept:
    """A submission with its newest report, and its documents as they were read for that."""

    submission: Submission
    report: Report
    documents: tuple[ReadDocument, ...]

    @property
    def reported(self) -> Standing:
        """What the report says."""
        report = self.report
        return Standing(findings=report.findings, discrepancies=report.discrepancies, score=report.score)


def kept_of(records: Records, blobs: Blobs, principal: Principal, submission: str) -> Kept:
    """What is kept of a submission that was verified. UnreplayableError, NotFoundError, StoreUnreachableError."""
    application = records.application(principal, submission)
    if application is None:
        raise UnreplayableError(messages.REPLAY_APPLICATION, advice=messages.REPLAY_ADVICE)
    report = records.report(principal, submission)
    version = reader_version(report.extractor)
    store = ReadingStore(blobs, version)
    facts: dict[str, list[Fact]] = {}
    for fact in report.facts:
        facts.setdefault(fact.document, []).append(fact)
    documents = tuple(
        ReadDocument(
            document=document,
            reading=_reading(store, version, document),
            facts=tuple(facts.get(document.path, ())),
        )
        for document in report.documents
    )
    return Kept(application, report, documents)


def replay(kept: Kept, rubric: Rubric) -> Standing:
    """How the submission stands under a standard on the day of its report. NoStandardError where it isn't in force then."""
    from rubric.scorer import score

    day = kept.report.submission.as_of
    found = steps.check(kept.submission, kept.documents, rubric, day)
    return Standing(
        findings=found.findings,
        discrepancies=found.discrepancies,
        score=score(rubric, kept.submission, found.findings),
    )


def _reading(store: ReadingStore, version: str, document: Document) -> Reading:
    """The document's reading. What never came to a reader has only its problems, which the document has too."""
    from extractors.readers import under_name

    found = store.get(document.sha256)
    if found is not None:
        return under_name(found, document.path)
    if document.pages:
        raise UnreplayableError(
            messages.REPLAY_READING.format(document=document.path), advice=messages.REPLAY_ADVICE
        )
    return Reading(
        sha256=document.sha256,
        reader=version,
        media_type=_UNREAD,
        pages=(),
        problems=document.problems,
    )
