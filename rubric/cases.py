"""Worked examples in the standard: what a criterion says of given facts. They run as tests."""

from datetime import date
from typing import Literal

from pydantic import Field, JsonValue

from dossier.finding import Code, Verdict
from dossier.kinds import Kind
from dossier.page import ProblemCode
from rubric.base import Points, RubricModel, Words

Sort = Literal["pass", "fail", "unreadable"]


DOCUMENT_CODES = frozenset(
    {
        Code.UNREADABLE_DOCUMENT,
        Code.EVIDENCE_REUSED,
        Code.TAMPERING_SUSPECTED,
        Code.SEAL_ISSUER_MISMATCH,
        Code.TEXT_LAYER_MISMATCH,
        Code.CERTIFICATE_NUMBER_SHARED,
    }
)
"""Codes that tell a document's own fault, under the criterion that it is handed in for."""


class CaseOrganization(RubricModel):
    """The applicant of the examples."""

    name: Words
    uscc: Words
    type: Words
    legal_representative: Words
    address: Words


class CaseDocument(RubricModel):
    """A document of an example: its kind and the facts that it yields."""

    path: Words
    kind: Kind = Kind.OTHER
    facts: dict[str, JsonValue] = Field(default_factory=dict[str, JsonValue])
    doubtful: tuple[str, ...] = ()
    """Facts that were read with low confidence."""
    text: tuple[str, ...] = ()
    problem: ProblemCode | None = None


class CaseClaim(RubricModel):
    """What the example claims."""

    points: Points
    statement: str | None = None
    files: tuple[str, ...] = ()


class CaseExpectation(RubricModel):
    """What must come out: the finding, and the codes raised for this criterion."""

    verdict: Verdict
    supported: tuple[float, float]
    codes: tuple[Code, ...] = ()


class Case(RubricModel):
    """One example. Its name is a sentence. Without a claim it shows a gate that nobody claims points for."""

    name: Words
    sort: Sort
    claim: CaseClaim | None = None
    as_of: date | None = None
    documents: tuple[CaseDocument, ...] = ()
    expect: CaseExpectation
