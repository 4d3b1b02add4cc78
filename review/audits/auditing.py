"""An audit for people: audit.html, audit.xlsx and audit.pdf. Each line leads to the finding in the workbench."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.model import Audit, Stance
from review.audits import audit_messages as messages
from review.audits.audit_view import VERDICTS, AuditView
from review.audits.rendering import TEMPLATES, environment
from review.audits.rescoring import finding_url
from review.reports import words
from review.reports.messages import CODE_NAMES, ELIGIBLE_NAMES, VERDICT_NAMES
from review.reports.pdf import render_pdf
from review.reports.workbook import COUNT, POINTS, SHARE, Cell, Column, Sheets, text_workbook
from review.site.messages import STATES

if TYPE_CHECKING:
    from jinja2 import Environment

_REVIEW = Path(__file__).parents[1]
_STYLES = (_REVIEW / "reports" / "templates" / "base.css", _REVIEW / "site" / "static" / "audits.css")
PAPER = TEMPLATES / "audit_paper.css"


def render_page(audit: Audit, site: str) -> str:
    """audit.html: one file without a script. `site`: the workbench's address, without a slash at its end."""
    return _render("audit.html.j2", audit, site, _style())


def render_paper(audit: Audit, site: str) -> bytes:
    """audit.pdf: what the leadership has to know, with the method on one page."""
    html = _render("audit_paper.html.j2", audit, site, _style() + PAPER.read_text("utf-8"))
    return render_pdf(html, (), hashlib.sha256(audit.to_json().encode()).hexdigest()[:32])


def render_workbook(audit: Audit, site: str) -> bytes:
    """audit.xlsx: every table of the audit with filters. Texts are never formulas."""
    held = io.BytesIO()
    view = AuditView(audit)
    with text_workbook(held) as workbook:
        sheets = Sheets(workbook)
        sheets.pairs(messages.SHEETS["overview"], f"{audit.title} 稽核", _overview(view))
        sheets.table(messages.SHEETS["entries"], ENTRIES, _entries(view, site))
        sheets.table(messages.SHEETS["breaches"], BREACHES, _breaches(view, site))
        sheets.table(messages.SHEETS["groups"], GROUPS, _groups(view))
        sheets.table(messages.SHEETS["criteria"], CRITERIA, _criteria(view))
        sheets.table(messages.SHEETS["clusters"], CLUSTERS, _clusters(view, site))
        sheets.table(messages.SHEETS["sample"], SAMPLE, _sample(view, site))
        sheets.pairs(
            messages.SHEETS["method"], "方法", ((each.title, each.text, None) for each in audit.method)
        )
    return held.getvalue()


def helpers() -> dict[str, Any]:
    """What the templates of an audit use beside the view, on paper and in the site alike."""
    return {
        "audit_words": messages,
        "verdicts": VERDICTS,
        "verdict_names": VERDICT_NAMES,
        "code_names": CODE_NAMES,
        "eligible_names": ELIGIBLE_NAMES,
        "states": STATES,
        "stances": Stance,
        "percent": words.percent,
        "points": words.number,
        "span": words.interval,
        "finding_url": finding_url,
    }


def _render(name: str, audit: Audit, site: str, style: str) -> str:
    return (
        _environment().get_template(name).render(view=AuditView(audit), audit=audit, site=site, style=style)
    )


@cache
def _environment() -> Environment:
    return environment(**helpers())


@cache
def _style() -> str:
    return "".join(path.read_text("utf-8") for path in _STYLES)


def _overview(view: AuditView) -> Iterator[tuple[str, Cell, str | None]]:
    audit, counts = view.audit, view.audit.counts
    yield "批次", audit.round, None
    yield "稽核日期", words.day(audit.as_of), None
    for each in audit.rubrics:
        yield "报告所用标准", f"{each.id} {each.version}（{each.sha256[:12]}）", None
    yield "申报", counts.submissions, COUNT
    yield "已核验", counts.verified, COUNT
    yield "已推荐", counts.recommended, COUNT
    yield "材料份数", counts.documents, COUNT
    yield "页数", counts.pages, COUNT
    for key, count in counts.eligible.items():
        yield ELIGIBLE_NAMES[key], count, COUNT  # pyright: ignore[reportArgumentType]
    yield "违反规则", len(audit.breaches), COUNT
    yield "明显不同的群体", len(view.unusual), COUNT
    yield "相同材料", len(audit.clusters), COUNT
    yield "抽查种子", audit.sample.seed, None
    yield "抽查结论", (audit.sample.estimate or audit.sample.planned).words, None


ENTRIES = (
    Column("申报编号", 30),
    Column("单位", 34),
    Column("组织类型", 16),
    Column("设区市", 10),
    Column("推荐单位", 22),
    Column("状态", 12),
    Column("结论", 16),
    Column("自评", 9, POINTS),
    Column("支持下限", 9, POINTS),
    Column("支持上限", 9, POINTS),
    Column("门槛", 9, POINTS),
    Column("否决项", 8, COUNT),
    Column("重大", 8, COUNT),
    Column("改动痕迹", 9, COUNT),
    Column("网址", 50),
)


def _entries(view: AuditView, site: str) -> Iterator[Sequence[Cell]]:
    for each in view.audit.entries:
        told = ELIGIBLE_NAMES[each.eligible] if each.verified else "未核验"
        yield (
            each.submission, each.organization, each.type, each.city, each.recommender, STATES[each.state], told,
            each.claimed, each.low, each.high, each.threshold, each.gates, each.majors, each.traces,
            finding_url(site, each.submission),
        )  # fmt: skip


BREACHES = (
    Column("规则", 22),
    Column("条款", 8),
    Column("推荐单位", 22),
    Column("情况", 70),
    Column("单位", 40),
    Column("网址", 50),
)


def _breaches(view: AuditView, site: str) -> Iterator[Sequence[Cell]]:
    for each in view.audit.breaches:
        yield (
            messages.BREACHES[each.sort], each.clause, each.place, each.message,
            "\n".join(map(view.who, each.submissions)),
            "\n".join(finding_url(site, submission) for submission in each.submissions),
        )  # fmt: skip


GROUPS = (
    Column("表", 28),
    Column("群体", 30),
    Column("数量", 8, COUNT),
    Column("总数", 8, COUNT),
    Column("比例", 8, SHARE),
    Column("区间下限", 9, SHARE),
    Column("区间上限", 9, SHARE),
    Column("收缩后", 9, SHARE),
    Column("其余", 8, SHARE),
    Column("校正后 p", 10, "0.0000"),
    Column("判断", 12),
    Column("中位超报分值", 12, POINTS),
    Column("说明", 60),
)


def _groups(view: AuditView) -> Iterator[Sequence[Cell]]:
    for _, title, groups in view.tables():
        for each in groups:
            share = each.share
            yield (
                title, each.title, share.count, share.of, share.share, share.low, share.high, share.shrunk,
                each.others.share, each.p, messages.STANCES[each.stance], each.points, each.words,
            )  # fmt: skip


CRITERIA = (
    Column("指标", 8),
    Column("名称", 34),
    Column("条款", 10),
    Column("申报家数", 9, COUNT),
    Column("自评合计", 10, POINTS),
    Column("支持下限合计", 12, POINTS),
    Column("支持上限合计", 12, POINTS),
    *(Column(VERDICT_NAMES[verdict], 10, COUNT) for verdict in VERDICTS),
)


def _criteria(view: AuditView) -> Iterator[Sequence[Cell]]:
    for row, cells in view.heat:
        yield (
            row.criterion, row.title, row.clause, row.claims, row.claimed, row.low, row.high,
            *(cell.count for cell in cells),
        )  # fmt: skip


CLUSTERS = (
    Column("组", 6, COUNT),
    Column("相同之处", 22),
    Column("说明", 50),
    Column("相似度", 8, SHARE),
    Column("单位", 34),
    Column("材料", 34),
    Column("页", 6, COUNT),
    Column("内容", 40),
    Column("网址", 50),
)


def _clusters(view: AuditView, site: str) -> Iterator[Sequence[Cell]]:
    for number, cluster in enumerate(view.audit.clusters, 1):
        for each in cluster.members:
            yield (
                number, messages.SHARED[cluster.sort], cluster.words, cluster.strength, each.organization,
                each.document, each.page, each.text or None, finding_url(site, each.submission),
            )  # fmt: skip


SAMPLE = (
    Column("申报编号", 30),
    Column("单位", 34),
    Column("设区市", 10),
    Column("指标", 8),
    Column("支持分值", 9, POINTS),
    Column("层", 30),
    Column("复核结果", 10),
    Column("说明", 40),
    Column("网址", 50),
)


def _sample(view: AuditView, site: str) -> Iterator[Sequence[Cell]]:
    titles = {each.name: each.title for each in view.audit.sample.strata}
    told = {True: messages.RIGHT, False: messages.WRONG, None: messages.OPEN}
    for each in view.audit.sample.drawn:
        yield (
            each.submission, each.organization, each.city, each.criterion, each.points, titles[each.stratum],
            told[each.right], each.note or None, finding_url(site, each.submission, each.criterion),
        )  # fmt: skip
