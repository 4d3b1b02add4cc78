"""Runs the standard's own examples: whether each criterion says of its cases what they expect."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import JsonValue

from dossier.document import Document, ReadDocument, Segment
from dossier.fact import Evidence, Fact
from dossier.finding import Code, Finding
from dossier.geometry import Box, Quad
from dossier.kinds import Kind
from dossier.page import Line, Page, Problem, Reading
from dossier.submission import Claim, Organization, Submission
from rubric import messages as rubric_messages
from rubric.base import number
from rubric.cases import Case, CaseDocument
from rubric.errors import RubricProblem
from rubric.model import Criterion, Rubric

_SURE, _DOUBTFUL = 0.97, 0.5


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What a case came to, beside what it expects."""

    criterion: Criterion
    case: Case
    finding: Finding
    codes: tuple[Code, ...]

    @property
    def agrees(self) -> bool:
        """Whether verdict, points and codes are the expected ones."""
        expect = self.case.expect
        return (
            self.finding.verdict is expect.verdict
            and self.finding.supported == expect.supported
            and sorted(self.codes) == sorted(expect.codes)
        )


def run(rubric: Rubric) -> Iterator[CaseResult]:
    """Every case of every criterion, each as a submission of its own."""
    from verifiers.verify import verify

    for criterion in rubric.criteria:
        for case in criterion.cases:
            as_of = case.as_of or rubric.examples.as_of
            documents = tuple(read_document(document) for document in case.documents)
            verification = verify(_submission(rubric, criterion, case), documents, rubric, as_of)
            finding = next(one for one in verification.findings if one.criterion == criterion.id)
            codes = tuple(one.code for one in verification.discrepancies if one.criterion == criterion.id)
            yield CaseResult(criterion, case, finding, codes)


def problems(rubric: Rubric) -> tuple[RubricProblem, ...]:
    """The cases that come out otherwise than expected, told as faults of the rubric."""
    return tuple(_problem(result) for result in run(rubric) if not result.agrees)


def _problem(result: CaseResult) -> RubricProblem:
    expect, finding = result.case.expect, result.finding
    expected = _outcome(expect.verdict, expect.supported, expect.codes)
    found = _outcome(finding.verdict, finding.supported, result.codes)
    what, fix = rubric_messages.case_fails(result.case.name, expected, found)
    cause = f"case {result.case.name!r} expects {expected}, found {found}"
    return RubricProblem(result.criterion.id, what, fix, cause)


def _outcome(verdict: str, points: tuple[float, float], codes: tuple[Code, ...]) -> str:
    return f"{verdict} [{number(points[0])}, {number(points[1])}] {'、'.join(codes) or '无代码'}"


def _submission(rubric: Rubric, criterion: Criterion, case: Case) -> Submission:
    claims: tuple[Claim, ...] = ()
    if case.claim is not None:
        claims = (Claim(criterion=criterion.id, **case.claim.model_dump()),)
    organization = Organization(**rubric.examples.organization.model_dump())
    return Submission(
        id="case", round="", organization=organization, claims=claims, application="submission.json"
    )


def read_document(document: CaseDocument) -> ReadDocument:
    """The example's document as if it had been read: one page, a line for each fact."""
    sha256 = hashlib.sha256(document.path.encode()).hexdigest()
    problems_ = (
        (Problem(code=document.problem, message=f"{document.path} {document.problem}"),)
        if document.problem
        else ()
    )
    texts = [*document.text, *(str(value) for value in document.facts.values())]
    lines = tuple(_line(index, text) for index, text in enumerate(texts) if not document.problem)
    page = Page(number=1, width=1000, height=1414, origin="text" if lines else "none", lines=lines)
    reading = Reading(
        sha256=sha256, reader="cases", media_type="application/pdf", pages=(page,), problems=problems_
    )
    facts = tuple(
        _fact(document, name, value, len(document.text) + index)
        for index, (name, value) in enumerate(document.facts.items())
    )
    described = Document(
        path=document.path,
        sha256=sha256,
        kind=document.kind,
        kind_confidence=0.0 if document.kind is Kind.OTHER else _SURE,
        pages=1,
        origin=page.origin,
        segments=(Segment(kind=document.kind, pages=(1, 1)),),
        problems=problems_,
    )
    return ReadDocument(document=described, reading=reading, facts=facts)


def _box(index: int) -> Box:
    top = 0.02 + 0.03 * (index % 30)
    return Box(0.1, top, 0.9, top + 0.02)


def _line(index: int, text: str) -> Line:
    return Line(text=text, quad=Quad.from_box(_box(index)), confidence=_SURE, origin="text")


def _fact(document: CaseDocument, name: str, value: JsonValue, index: int) -> Fact:
    return Fact(
        document=document.path,
        kind=document.kind,
        name=name,
        value=value,
        raw=str(value),
        confidence=_DOUBTFUL if name in document.doubtful else _SURE,
        evidence=(Evidence(page=1, box=_box(index), text=str(value)),),
    )
