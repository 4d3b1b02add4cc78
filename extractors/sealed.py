"""What the seals on a paper read, as a fact of the paper: `seal_name`, with the seal's box as its evidence."""

import re
from collections.abc import Iterator

from dossier.fact import Evidence, Fact
from dossier.kinds import Kind
from dossier.page import Seal
from extractors.paper import Paper

SEALED = frozenset(
    {
        Kind.REGISTRATION_CERTIFICATE,
        Kind.GRADE_CERTIFICATE,
        Kind.ANNUAL_REPORT,
        Kind.PENALTY_DECISION,
        Kind.AWARD,
        Kind.UNION_APPROVAL,
        Kind.APPOINTMENT,
        Kind.CONTRACT,
    }
)
"""Kinds whose maker seals them."""
LEAST_LETTERS = 4
"""Characters from which a seal's text can be a body's name; a person's stamp has fewer."""

_NO_LETTER = re.compile(r"[^\u4e00-\u9fff]+")
_MIDDLE = re.compile(r"[\u4e00-\u9fff]{2,12}(?:章|处|科|室|部|局|会)(?:\(\d+\))?")
"""What a seal's middle adds to its ring's name; a date that shows through adds nothing."""


def seal_names(paper: Paper) -> Iterator[Fact]:
    """A fact for each seal on the paper's pages that could be read."""
    if paper.kind not in SEALED:
        return
    for layout in paper.layouts:
        page = layout.page
        for seal in page.seals:
            name = name_of(seal.text)
            if len(name) >= LEAST_LETTERS and page.rendered:
                yield _fact(paper, page.number, seal, name)


def name_of(text: str) -> str:
    """The name that a seal's text gives: its ring, and of its middle what belongs to a name."""
    ring, *middle = text.split() or [""]
    return "".join(_NO_LETTER.sub("", part) for part in (ring, *filter(_MIDDLE.fullmatch, middle)))


def _fact(paper: Paper, page: int, seal: Seal, name: str) -> Fact:
    return Fact(
        document=paper.path,
        segment=paper.segment,
        kind=paper.kind,
        name="seal_name",
        value=name,
        raw=seal.text,
        confidence=round(seal.confidence, 4),
        evidence=(Evidence(page=page, box=seal.box, text=seal.text),),
    )
