"""A report with all that is awkward to keep: big and small numbers, lists, nothing, other scripts, odd signs."""

from datetime import UTC, date, datetime

from pydantic import JsonValue

from dossier.document import Document, Segment
from dossier.fact import Evidence, Fact
from dossier.finding import Code, Discrepancy, Finding, Rule, Severity, Verdict
from dossier.geometry import Box
from dossier.kinds import Kind
from dossier.page import Problem, ProblemCode
from dossier.report import Report, RubricReference, Score
from dossier.submission import Organization, SubmissionSummary

VALUES: tuple[JsonValue, ...] = (
    "2026-11-15",
    5,
    5.0,
    0.1 + 0.2,
    1e22,
    12345678901234567,
    True,
    None,
    ["张三", "李四"],
    {"b": 1, "a": [1.5, None]},
    "",
    "南京市“某某”\n协会\t𠮷 'quoted' \\ %s :name",
)
PLACE = Evidence(document="证书.jpg", page=1, box=Box(0.1, 0.2, 0.30001, 0.4), text="5A级")


def report(submission: str, *, extractor: str = "readers-3") -> Report:
    """A report on the submission."""
    return Report(
        submission=SubmissionSummary(
            id=submission,
            round="2026",
            organization=Organization(name="南京市某某协会", uscc="51320100MJ0000000X"),
            recommender="南京市总工会",
            submitted_at=datetime(2026, 11, 15, 2, 0, tzinfo=UTC),
            as_of=date(2026, 11, 15),
        ),
        rubric=RubricReference(id="jiangsu-2026", version="1", sha256="b" * 64, provisional=True),
        documents=(
            Document(
                path="证书.jpg",
                sha256="c" * 64,
                kind=Kind.GRADE_CERTIFICATE,
                kind_confidence=0.987654321,
                pages=2,
                origin="mixed",
                segments=(Segment(kind=Kind.GRADE_CERTIFICATE, pages=(1, 2), kind_confidence=1 / 3),),
                problems=(Problem(code=ProblemCode.BLANK_PAGE, message="第 2 页空白", page=2, fatal=False),),
            ),
            Document(
                path="材料.zip!/说明.txt",
                sha256="d" * 64,
                kind=Kind.OTHER,
                kind_confidence=0,
                pages=1,
                origin="text",
                segments=(),
            ),
        ),
        facts=tuple(
            Fact(
                document="证书.jpg",
                kind=Kind.GRADE_CERTIFICATE,
                name=f"fact_{index}",
                value=value,
                raw=str(value),
                confidence=1 / (index + 1),
                evidence=(PLACE.model_copy(update={"document": None}),),
                note="修正" if index % 2 else None,
            )
            for index, value in enumerate(VALUES)
        ),
        findings=(
            Finding(
                criterion="2.6",
                check="grade",
                verdict=Verdict.SUPPORTED,
                claimed=6,
                supported=(6, 6),
                explanation="等级证书为 5A 级。",
                rule=Rule(clause="三(二)6", source="暂定"),
                facts=(0, 3),
                evidence=(PLACE,),
            ),
            Finding(
                criterion="1.1",
                check="identity",
                verdict=Verdict.MISSING,
                claimed=2.5,
                supported=(0, 2.5),
                explanation="没有登记证书。",
                rule=Rule(clause="三(一)1", source="暂定"),
                no_evidence="没有这类材料",
            ),
        ),
        discrepancies=(
            Discrepancy(
                code=Code.EVIDENCE_MISSING,
                severity=Severity.MAJOR,
                criterion="1.1",
                document=None,
                message="缺少登记证书。",
            ),
            Discrepancy(
                code=Code.SCORE_ARITHMETIC,
                severity=Severity.INFO,
                criterion=None,
                document="证书.jpg",
                message="合计不符。",
                evidence=(PLACE,),
            ),
        ),
        score=Score(claimed=92, claimed_sum=91.5, supported=(6, 8.5), threshold=80, eligible="review"),
        extractor=extractor,
    )


def rated(
    submission: str,
    *,
    gates: int = 0,
    majors: int = 0,
    traces: int = 0,
    low: float = 6,
    eligible: str = "review",
) -> Report:
    """A report with so many discrepancies and so many points proven."""
    told = [(Code.PENALTY_IN_WINDOW, Severity.GATE)] * gates
    told += [(Code.EVIDENCE_MISSING, Severity.MAJOR)] * majors
    told += [(Code.TAMPERING_SUSPECTED, Severity.MINOR)] * traces
    made = report(submission)
    score = {**made.score.model_dump(), "supported": (low, max(low, 8.5)), "eligible": eligible}
    found = tuple(
        Discrepancy(code=code, severity=severity, criterion=None, document=None, message="…")
        for code, severity in told
    )
    return Report.model_validate({**made.model_dump(), "discrepancies": found, "score": score})
