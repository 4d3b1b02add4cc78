"""A rescored round for people: rescore.html and rescore.xlsx, in which each line leads to the finding in the workbench."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from audit.rescoring import CriterionChange, Judged, Outcome, Remark, Rescored, SubmissionChange, WhatIf
from review.audits import rescoring_messages as messages
from review.audits.rendering import TEMPLATES, environment
from review.reports import words
from review.reports.messages import ELIGIBLE_NAMES, VERDICT_NAMES
from review.reports.workbook import POINTS, Cell, Column, Sheets, text_workbook
from review.site.messages import STATES

if TYPE_CHECKING:
    from jinja2 import Template

_STYLE = Path(__file__).parents[1] / "reports" / "templates" / "base.css"


def finding_url(site: str, submission: str, finding: str | None = None) -> str:
    """The address of a submission in the workbench, and of a finding or discrepancy in it. `site`: without a slash at its end."""
    asked = f"?{urlencode({'finding': finding})}" if finding is not None else ""
    return f"{site}/review/{submission}{asked}"


def render_page(rescored: Rescored, site: str) -> str:
    """rescore.html: one file without a script, for any browser."""
    return _template().render(
        rescored=rescored, site=site, url=finding_url, ordered=_ordered, judged=_judged, style=_style()
    )


def render_workbook(rescored: Rescored, site: str) -> bytes:
    """rescore.xlsx: for each standard its submissions, the changes and the rules. Texts are never formulas."""
    held = io.BytesIO()
    with text_workbook(held) as workbook:
        sheets = Sheets(workbook)
        for number, one in enumerate(rescored.what_ifs, 1):
            sheets.table(messages.SHEET.format(number=number), SUBMISSIONS, _submissions(one, site))
            sheets.table(messages.CHANGES.format(number=number), CHANGES, _changes(one, site))
            sheets.table(messages.RULES.format(number=number), RULES, _rules(one))
        sheets.table(messages.REMARKS, REMARKS, _remarks(rescored))
    return held.getvalue()


def _ordered(one: WhatIf) -> list[SubmissionChange]:
    """Who passes, who falls, then the others."""
    ranks = {outcome: rank for rank, outcome in enumerate(messages.OUTCOMES)}
    return sorted(one.submissions, key=lambda each: (ranks[each.outcome], each.submission))


def _judged(judged: Judged | None) -> str:
    if judged is None:
        return messages.NOT_THERE
    return f"{VERDICT_NAMES[judged.verdict]} {words.interval(judged.supported)}"


SUBMISSIONS = (
    Column("申报编号", 30),
    Column("单位", 34),
    Column("推荐单位", 22),
    Column("设区市", 10),
    Column("目前状态", 10),
    Column("结果", 22),
    Column("原结论", 16),
    Column("试算结论", 16),
    Column("原下限", 9, POINTS),
    Column("原上限", 9, POINTS),
    Column("试算下限", 9, POINTS),
    Column("试算上限", 9, POINTS),
    Column("自评", 9, POINTS),
    Column("原门槛", 9, POINTS),
    Column("试算门槛", 9, POINTS),
    Column("原因", 60),
    Column("网址", 50),
)


def _submissions(one: WhatIf, site: str) -> Iterator[Sequence[Cell]]:
    for each in _ordered(one):
        before, after = each.before, each.after
        yield (
            each.submission, each.organization, each.recommender, each.city, STATES[each.state],
            messages.OUTCOMES[each.outcome], ELIGIBLE_NAMES[before.eligible], ELIGIBLE_NAMES[after.eligible],
            *before.supported, *after.supported, after.claimed, before.threshold, after.threshold,
            "\n".join(each.reasons) or None, finding_url(site, each.submission),
        )  # fmt: skip


CHANGES = (
    Column("申报编号", 30),
    Column("单位", 34),
    Column("结果", 22),
    Column("指标", 8),
    Column("名称", 30),
    Column("条款", 12),
    Column("原结论", 20),
    Column("试算结论", 20),
    Column("改动的规则", 50),
    Column("说明", 56),
    Column("网址", 50),
)


def _changes(one: WhatIf, site: str) -> Iterator[Sequence[Cell]]:
    for each in _ordered(one):
        for change in each.criteria:
            yield (
                each.submission, each.organization, messages.OUTCOMES[each.outcome], change.criterion, change.title,
                change.clause, _judged(change.before), _judged(change.after), _lines(change), change.explanation,
                finding_url(site, each.submission, change.criterion),
            )  # fmt: skip


def _lines(change: CriterionChange) -> str | None:
    return "\n".join(change.rules) or None


RULES = (
    Column("指标", 8),
    Column("名称", 34),
    Column("改动", 24),
    Column("位置", 30),
    Column("原来", 50),
    Column("试算", 50),
)


def _rules(one: WhatIf) -> Iterator[Sequence[Cell]]:
    for rule in one.rules:
        yield rule.criterion, rule.title, rule.field, rule.path or None, rule.before, rule.after


REMARKS = (Column("申报编号", 30), Column("单位", 34), Column("情况", 16), Column("原因", 60))


def _remarks(rescored: Rescored) -> Iterator[Sequence[Cell]]:
    told: tuple[tuple[str, Sequence[Remark]], ...] = (
        (messages.LEFT_OUT, rescored.left_out),
        (messages.ALTERED, rescored.altered),
    )
    for name, remarks in told:
        for each in remarks:
            yield each.submission, each.organization, name, each.reason


@cache
def _style() -> str:
    return _STYLE.read_text("utf-8") + (TEMPLATES / "rescored.css").read_text("utf-8")


@cache
def _template() -> Template:
    made = environment(
        messages=messages,
        outcomes=Outcome,
        eligible=ELIGIBLE_NAMES,
        number=words.number,
        interval=words.interval,
        states=STATES,
    )
    return made.get_template("rescored.html.j2")
