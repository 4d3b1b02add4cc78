"""A made-up submission's report: 23 findings, 12 discrepancies, 16 documents. Its data are in sample.yaml."""

import hashlib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import yaml

from dossier.document import Document, Segment
from dossier.fact import Evidence, Fact
from dossier.finding import Code, Discrepancy, Finding, Rule, Severity, Verdict
from dossier.kinds import Kind
from dossier.page import Problem, ProblemCode
from dossier.report import Report, RubricReference, Score
from dossier.submission import Organization, SubmissionSummary
from review.reports import CriterionTitle
from tests.review.reports.drawn import DrawnPage, DrawnPages

SECTIONS = {
    "1": "政治引领",
    "2": "组织建设",
    "3": "制度建设",
    "4": "能力建设",
    "5": "服务成效",
    "6": "社会影响",
}


@cache
def _data() -> dict[str, Any]:
    return yaml.safe_load((Path(__file__).parent / "sample.yaml").read_text("utf-8"))


def _titles() -> dict[str, CriterionTitle]:
    return {
        criterion: CriterionTitle(
            title,
            float(points),
            f"三({'一二三四五六'[int(criterion[0]) - 1]})",
            SECTIONS[criterion[0]],
            gate or None,
        )
        for criterion, (title, points, gate) in _data()["criteria"].items()
    }


NAME: str = _data()["organization"]
TITLES = _titles()


def drawn_pages() -> DrawnPages:
    """The pages of the submission's documents."""
    return DrawnPages(
        {
            (page["document"], page["page"]): DrawnPage(
                tuple((text, x, y, size) for text, x, y, size in page["lines"]),
                landscape=page.get("landscape", False),
                seal=page.get("seal"),
            )
            for page in _data()["pages"]
        }
    )


def sample_report(pages: DrawnPages, *, provisional: bool = True) -> Report:
    """The report. Places are those of the drawn pages, so every mark stands where its text does."""
    data = _data()
    return Report(
        submission=SubmissionSummary(
            id="2026-0017",
            round="2026",
            organization=Organization(
                name=NAME, uscc=data["uscc"], type="民办非企业单位", legal_representative="周明远"
            ),
            recommender="金陵市总工会",
            submitted_at=datetime(2026, 11, 15, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai")),
            as_of=date(2026, 11, 15),
        ),
        rubric=RubricReference(id="jiangsu-2023", version="1.0.0", sha256="4f" * 32, provisional=provisional),
        documents=tuple(_document(*row) for row in data["documents"]),
        facts=_facts(pages),
        findings=tuple(_finding(row, pages) for row in data["findings"]),
        discrepancies=tuple(_discrepancy(row, pages) for row in data["discrepancies"]),
        score=Score(claimed=92, claimed_sum=90, supported=(61.5, 78), threshold=80, eligible="no"),
        extractor="hezheng 1.0.0 / reader 3",
    )


def _document(
    path: str, kind: str, confidence: float, pages: int, origin: Literal["text", "ocr", "mixed", "none"]
) -> Document:
    segments: tuple[Segment, ...] = (Segment(kind=Kind(kind), pages=(1, pages)),) if pages else ()
    problems: tuple[Problem, ...] = ()
    if pages == 48:
        segments = (
            Segment(kind=Kind.POLICY_DOCUMENT, pages=(1, 40)),
            Segment(kind=Kind.CHARTER, pages=(41, 47), kind_confidence=0.9),
            Segment(kind=Kind.TERM_CHANGE, pages=(48, 48), kind_confidence=0.8),
        )
    elif not pages:
        told = "文件设有打开密码。请让申报单位另存为不加密的文件后重新提交。"
        problems = (Problem(code=ProblemCode.ENCRYPTED, message=told),)
    elif pages == 6:
        problems = (Problem(code=ProblemCode.BLANK_PAGE, message="该页没有内容。", page=6, fatal=False),)
    return Document(
        path=path,
        sha256=hashlib.sha256(path.encode()).hexdigest(),
        kind=Kind(kind),
        kind_confidence=confidence,
        pages=pages,
        origin=origin,
        segments=segments,
        problems=problems,
    )


def _facts(pages: DrawnPages) -> tuple[Fact, ...]:
    kinds = {path: Kind(kind) for path, kind, *_ in _data()["documents"]}
    facts: list[Fact] = []
    for group in _data()["facts"]:
        document, page = group["document"], group["page"]
        for name, value, raw, *locator in group["told"]:
            place = _place(
                {"page": page, "text": raw, "locator": locator[0] if locator else None}, pages, document
            )
            facts.append(
                Fact(
                    document=document,
                    kind=kinds[document],
                    name=name,
                    value=value,
                    raw=raw,
                    confidence=0.72 if name == "conclusion" else 0.97,
                    evidence=(place.model_copy(update={"document": None}),),
                    note="校验位由原文 O 更正为 0" if name == "uscc" else None,
                )
            )
    return tuple(facts)


def _place(row: dict[str, Any], pages: DrawnPages, document: str) -> Evidence:
    if locator := row.get("locator"):
        return Evidence(document=document, page=row["page"], box=None, text=row["text"], locator=locator)
    return pages.at(document, row["page"], row["text"])


def _evidence(row: dict[str, Any], pages: DrawnPages) -> tuple[Evidence, ...]:
    return tuple(_place(place, pages, place["document"]) for place in row["evidence"])


def _finding(row: dict[str, Any], pages: DrawnPages) -> Finding:
    evidence = _evidence(row, pages)
    return Finding(
        criterion=row["criterion"],
        check="sample",
        verdict=Verdict(row["verdict"]),
        claimed=row["claimed"],
        supported=(row["supported"][0], row["supported"][1]),
        explanation=row["explanation"],
        rule=Rule(clause=TITLES[row["criterion"]].clause, source="暂定分值表 2023"),
        evidence=evidence,
        no_evidence=None if evidence else "未找到可用于该项的材料",
    )


def _discrepancy(row: dict[str, Any], pages: DrawnPages) -> Discrepancy:
    return Discrepancy(
        code=Code(row["code"]),
        severity=Severity(row["severity"]),
        criterion=row["criterion"],
        document=row["document"],
        message=row["message"],
        evidence=_evidence(row, pages),
    )
