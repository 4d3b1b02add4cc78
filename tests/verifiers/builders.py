"""Applications and documents for the checks' tests: an honest submission, and papers to change it with."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import rubric
from dossier.document import Document, ReadDocument, Segment
from dossier.fact import Evidence, Fact
from dossier.finding import Code, Discrepancy, Finding, Severity
from dossier.geometry import Box, Quad
from dossier.kinds import Kind
from dossier.page import Line, Page, Problem, ProblemCode, Reading, Signal, SignalCode
from dossier.report import Score
from dossier.submission import Claim, Organization, Submission
from rubric import Rubric
from verifiers import Verification, verify

NAME = "南京市职工关爱服务促进会"
USCC = "5132010050A1B2C32K"
OTHER_NAME = "无锡市惠工社会服务中心"
OTHER_USCC = "5132050060D4E5F66B"
AS_OF = date(2026, 11, 15)
ADDRESS = "南京市鼓楼区中山北路100号3楼"
ORGANIZATION = Organization(
    name=NAME, uscc=USCC, type="社会团体", legal_representative="周明远", address=ADDRESS
)


@cache
def shipped() -> Rubric:
    """The standard that the product ships with."""
    return rubric.load()


def box(index: int) -> Box:
    """The place of a document's fact, by its order."""
    top = 0.02 + 0.03 * (index % 30)
    return Box(0.1, top, 0.9, top + 0.02)


def paper(
    path: str,
    kind: Kind | str,
    *,
    doubtful: Sequence[str] = (),
    text: Sequence[str] = (),
    problem: ProblemCode | None = None,
    signals: Sequence[Signal] = (),
    fingerprint: str | None = None,
    kind_confidence: float = 0.97,
    notes: Mapping[str, str] | None = None,
    more: Sequence[tuple[str, Any]] = (),
    raw: Mapping[str, str] | None = None,
    behind: Sequence[str] = (),
    **facts: Any,  # noqa: ANN401
) -> ReadDocument:
    """A document of one page that yields these facts. `more` adds facts whose names stand twice, `behind` a second page."""
    pairs = [*facts.items(), *more]
    sha256 = hashlib.sha256(path.encode()).hexdigest()
    problems = () if problem is None else (Problem(code=problem, message="文件无法读取"),)
    texts = [*(f"{value}" for _, value in pairs), *text]
    lines = tuple(
        Line(text=words, quad=Quad.from_box(box(index)), confidence=0.98, origin="text")
        for index, words in enumerate(texts)
    )
    page = Page(number=1, width=1000, height=1414, origin="text", lines=lines, fingerprint=fingerprint)
    pages = [page]
    if behind:
        second = tuple(
            Line(text=words, quad=Quad.from_box(box(index)), confidence=0.98, origin="text")
            for index, words in enumerate(behind)
        )
        pages.append(page.model_copy(update={"number": 2, "lines": second}))
    reading = Reading(
        sha256=sha256,
        reader="test",
        media_type="application/pdf",
        pages=() if problem else tuple(pages),
        problems=problems,
        signals=tuple(signals),
    )
    held = tuple(
        Fact(
            document=path,
            kind=Kind(kind),
            name=name,
            value=value,
            raw=(raw or {}).get(name, str(value)),
            confidence=0.5 if name in doubtful else 0.97,
            evidence=(Evidence(page=1, box=box(index), text=str(value)),),
            note=(notes or {}).get(name),
        )
        for index, (name, value) in enumerate(pairs)
    )
    document = Document(
        path=path,
        sha256=sha256,
        kind=Kind(kind),
        kind_confidence=kind_confidence,
        pages=len(reading.pages),
        origin=reading.origin,
        segments=()
        if problem
        else (Segment(kind=Kind(kind), pages=(1, len(pages)), kind_confidence=kind_confidence),),
        problems=problems,
    )
    return ReadDocument(document=document, reading=reading, facts=held)


def claim(criterion: str, points: float, *files: str, statement: str | None = None) -> Claim:
    """A claim."""
    return Claim(criterion=criterion, points=points, statement=statement, files=files)


def signal(code: SignalCode, index: int | None = None) -> Signal:
    """A trace on the first page: on the fact of that order, or anywhere."""
    return Signal(
        code=code, message="字体与周围文字不同", page=1, box=None if index is None else box(index), text="5A"
    )


@dataclass(frozen=True)
class Outcome:
    """A verification with its score, for short questions."""

    verification: Verification
    score: Score

    def finding(self, criterion: str) -> Finding:
        """The finding on a criterion."""
        return next(one for one in self.verification.findings if one.criterion == criterion)

    def told(self, code: Code | str, criterion: str | None = None) -> Discrepancy:
        """The only discrepancy of a code (of one criterion)."""
        (found,) = [
            one
            for one in self.verification.discrepancies
            if one.code == code and criterion in {None, one.criterion}
        ]
        return found

    def codes(self, criterion: str | None = None) -> list[str]:
        """Codes above info, of one criterion or of all."""
        return [
            one.code.value
            for one in self.verification.discrepancies
            if one.severity is not Severity.INFO and (criterion is None or one.criterion == criterion)
        ]


def check(
    documents: Sequence[ReadDocument],
    claims: Sequence[Claim],
    *,
    organization: Organization = ORGANIZATION,
    as_of: date = AS_OF,
    total: float | None = None,
    submitted_at: datetime | None = None,
) -> Outcome:
    """The outcome of a submission of these claims and documents."""
    submission = Submission(
        id="s1",
        round="2026",
        organization=organization,
        claims=tuple(claims),
        claimed_total=total,
        submitted_at=submitted_at,
        application="submission.json",
    )
    verification = verify(submission, documents, shipped(), as_of)
    return Outcome(verification, rubric.score(shipped(), submission, verification.findings))


def honest() -> dict[str, ReadDocument]:
    """The papers of a submission without fault, by path."""
    ours: dict[str, Any] = {"organization_name": NAME}
    papers = [
        paper("学习记录.docx", "study_record", title="主题教育学习记录", date="2025-04-18", **ours),
        paper(
            "建会批复.pdf",
            "union_approval",
            union_name=f"{NAME}工会委员会",
            approving_union="南京市鼓楼区总工会",
            issue_date="2021-03-05",
        ),
        paper("工会活动.docx", "activity_record", title="职工健步走活动记录", date="2026-05-12", **ours),
        paper(
            "联席会议.pdf",
            "meeting_record",
            title="社会组织联席会议纪要",
            organizer="南京市鼓楼区总工会",
            organizer_level="county",
            date="2025-09-20",
            mentions_organization=True,
        ),
        paper(
            "任职通知.pdf",
            "appointment",
            person="周明远",
            position="兼职委员",
            issuing_authority="南京市鼓楼区总工会",
            issue_date="2024-06-01",
        ),
        registration(),
        paper(
            "租赁合同.pdf",
            "office_proof",
            address=ADDRESS,
            owner="南京鼓楼资产有限公司",
            tenant=NAME,
            valid_from="2025-01-01",
            valid_until="2026-12-31",
        ),
        paper("社保.pdf", "staff_proof", people=["李小兰", "王建国"], period="2026-01/2026-10", **ours),
        paper("章程.pdf", "charter", title=f"{NAME}章程", term_years=5, **ours),
        paper("换届.pdf", "term_change", session=3, date="2023-06-18", **ours),
        inspection(2024),
        inspection(2025),
        grade(),
        credit(),
        paper(
            "制度汇编.pdf",
            "policy_document",
            title="内部管理制度汇编",
            topics=["选举", "财务", "档案", "人事"],
            **ours,
        ),
        paper("名册.xlsx", "union_roster", title="工会委员会成员名册", **ours),
        paper("职责.docx", "policy_document", title="工会主席职责", topics=["工会职责"], **ours),
        training(2025),
        training(2026),
        paper(
            "合作协议.pdf", "contract", party_a=NAME, party_b="苏州市工友公益服务中心", sign_date="2025-03-01"
        ),
        paper("预算.xlsx", "budget", title="2025年度服务职工预算", date="2024-12-20", **ours),
        paper("计划.docx", "plan", title="2025年度工作计划", date="2024-12-21", **ours),
        paper("实施.docx", "implementation", title="2025年服务职工实施方案", date="2025-02-10", **ours),
        paper("总结.docx", "summary", title="2025年度工作总结", date="2026-01-12", **ours),
        paper("服务合同.pdf", "contract", party_a="南京市总工会", party_b=NAME, sign_date="2025-03-02"),
        paper("验收.pdf", "acceptance", title="项目验收报告", date="2025-12-20", **ours),
        paper("品牌.docx", "brand_material", title="工友驿站品牌介绍", **ours),
        survey(),
        award(),
        media(),
        paper(
            "交流会.pdf",
            "meeting_record",
            title="服务职工工作经验交流会会议材料",
            organizer="南京市总工会",
            organizer_level="prefecture",
            date="2025-11-20",
            mentions_organization=True,
        ),
    ]
    return {read.document.path: read for read in papers}


FILES: dict[str, tuple[float, tuple[str, ...]]] = {
    "1.1": (3, ("学习记录.docx",)),
    "1.2": (4, ("建会批复.pdf", "工会活动.docx")),
    "1.3": (4, ("联席会议.pdf",)),
    "1.4": (4, ("任职通知.pdf",)),
    "2.1": (5, ("登记证书.jpg",)),
    "2.2": (3, ("租赁合同.pdf",)),
    "2.3": (3, ("社保.pdf",)),
    "2.4": (4, ("章程.pdf", "换届.pdf")),
    "2.5": (4, ("年检2024.pdf", "年检2025.pdf")),
    "2.6": (6, ("等级证书.jpg",)),
    "3.1": (6, ("制度汇编.pdf",)),
    "3.2": (4, ("名册.xlsx", "职责.docx")),
    "4.1": (6, ("培训2025.docx", "培训2026.docx")),
    "4.2": (4, ("合作协议.pdf",)),
    "5.1": (8, ("预算.xlsx", "计划.docx", "实施.docx", "总结.docx")),
    "5.2": (7, ("服务合同.pdf", "验收.pdf")),
    "5.3": (5, ("品牌.docx",)),
    "6.1": (5, ("满意度.xlsx",)),
    "6.2": (5, ("荣誉.jpg",)),
    "6.3": (5, ("报道.pdf",)),
    "6.4": (4, ("交流会.pdf",)),
}
"""The honest submission's claims: points and files."""


def honest_claims(*, naming_files: bool = True) -> list[Claim]:
    """The claims that the honest papers carry."""
    return [claim(one, points, *(files if naming_files else ())) for one, (points, files) in FILES.items()]


def registration(path: str = "登记证书.jpg", **changes: Any) -> ReadDocument:  # noqa: ANN401
    """A registration certificate of the applicant."""
    facts: dict[str, Any] = {
        "organization_name": NAME,
        "uscc": USCC,
        "organization_type": "社会团体",
        "registration_authority": "南京市民政局",
        "address": ADDRESS,
        "registration_date": "2015-03-01",
        "valid_from": "2023-03-01",
        "valid_until": "2028-02-28",
    }
    return _changed(path, "registration_certificate", facts, changes)


def grade(path: str = "等级证书.jpg", **changes: Any) -> ReadDocument:  # noqa: ANN401
    """A grade certificate of the applicant: 5A, issued 2023-05-10."""
    facts: dict[str, Any] = {
        "organization_name": NAME,
        "grade": "5A",
        "issuing_authority": "江苏省民政厅",
        "certificate_number": "苏社评20230512",
        "issue_date": "2023-05-10",
    }
    return _changed(path, "grade_certificate", facts, changes)


def inspection(year: int, **changes: Any) -> ReadDocument:  # noqa: ANN401
    """An annual inspection that was passed."""
    facts: dict[str, Any] = {"organization_name": NAME, "year": year, "conclusion": "合格"}
    return _changed(changes.pop("path", f"年检{year}.pdf"), "annual_report", facts, changes)


def credit(path: str = "信用查询.pdf", **changes: Any) -> ReadDocument:  # noqa: ANN401
    """A clean credit record of last month."""
    facts: dict[str, Any] = {
        "organization_name": NAME,
        "query_date": "2026-10-20",
        "abnormal_listed": False,
        "seriously_illegal_listed": False,
        "penalty_count": 0,
    }
    return _changed(path, "credit_record", facts, changes)


def training(year: int, **changes: Any) -> ReadDocument:  # noqa: ANN401
    """A training in June of the year."""
    facts: dict[str, Any] = {"title": "服务技能培训记录", "organizer": NAME, "date": f"{year}-06-12"}
    return _changed(changes.pop("path", f"培训{year}.docx"), "training_record", facts, changes)


def survey(path: str = "满意度.xlsx", **changes: Any) -> ReadDocument:  # noqa: ANN401
    """A survey in which 190 of 200 are satisfied."""
    facts: dict[str, Any] = {"respondents": 200, "satisfied": 190, "rate": 0.95, "date": "2026-09-30"}
    return _changed(path, "satisfaction_survey", facts, changes)


def award(path: str = "荣誉.jpg", **changes: Any) -> ReadDocument:  # noqa: ANN401
    """A provincial award to the applicant."""
    facts: dict[str, Any] = {
        "recipient": NAME,
        "recipient_type": "organization",
        "honor_title": "江苏省工人先锋号",
        "issuing_authority": "江苏省总工会",
        "authority_level": "provincial",
        "issue_date": "2025-04-28",
    }
    return _changed(path, "award", facts, changes)


def media(path: str = "报道.pdf", **changes: Any) -> ReadDocument:  # noqa: ANN401
    """A positive report about the applicant in a provincial paper."""
    facts: dict[str, Any] = {
        "outlet": "新华日报",
        "outlet_level": "provincial",
        "title": "暖心服务到工友身边",
        "publish_date": "2025-07-02",
        "mentions_organization": True,
        "stance": "positive",
    }
    return _changed(path, "media_clipping", facts, changes)


def penalty(path: str = "处罚决定书.pdf", **changes: Any) -> ReadDocument:  # noqa: ANN401
    """A penalty decided a year ago."""
    facts: dict[str, Any] = {
        "organization_name": NAME,
        "document_number": "宁民罚字〔2025〕12号",
        "penalty_types": ["警告"],
        "issuing_authority": "南京市民政局",
        "decision_date": "2025-09-01",
    }
    return _changed(path, "penalty_decision", facts, changes)


_OPTIONS = frozenset(
    {
        "doubtful",
        "text",
        "problem",
        "signals",
        "fingerprint",
        "kind_confidence",
        "notes",
        "more",
        "raw",
        "behind",
    }
)
DROP = object()
"""As a changed fact: the document doesn't have it."""


def _changed(path: str, kind: str, facts: dict[str, Any], changes: dict[str, Any]) -> ReadDocument:
    options = {name: value for name, value in changes.items() if name in _OPTIONS}
    changed = {**facts, **{name: value for name, value in changes.items() if name not in _OPTIONS}}
    return paper(
        path, kind, **options, **{name: value for name, value in changed.items() if value is not DROP}
    )
