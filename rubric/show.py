"""The standard as text, clause by clause, with the office's own copy of the notice beside it where there is one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dossier.kinds import KIND_NAMES
from rubric import messages
from rubric.base import number
from rubric.model import Criterion, Effective, Rubric
from rubric.notice_text import quote, read_notice


def show(rubric: Rubric, *, notice: Path | None = None, on: date | None = None) -> str:
    """The standard in print. `on`: only the versions in force on that day. Raises NoticeUnreadableError."""
    copy = read_notice(notice) if notice is not None else None
    return "\n".join(_lines(rubric, copy, on)) + "\n"


def _lines(rubric: Rubric, copy: str | None, on: date | None) -> Iterator[str]:
    rules = rubric.round
    yield f"{rubric.title}（{rubric.id} {rubric.version}，sha256 {rubric.sha256[:12]}）"
    yield f"来源：{rubric.source}"
    if rubric.provisional:
        yield messages.PROVISIONAL
    if copy is None:
        yield messages.NO_NOTICE
    yield messages.round_line(
        number(rules.total),
        number(rules.threshold),
        (rules.window.opens, rules.window.closes, rules.recommend_by),
        (rules.quotas.city, rules.quotas.industry),
    )
    criteria = rubric.criteria if on is None else rubric.in_force(on)
    for section in rubric.sections:
        yield ""
        yield f"【{section.id} {section.title}】{number(section.points)}分　通知{section.place}"
        for criterion in criteria:
            if criterion.section == section.id:
                yield from _criterion(rubric, criterion, copy)


def _criterion(rubric: Rubric, criterion: Criterion, copy: str | None) -> Iterator[str]:
    provisional = messages.PROVISIONAL_SHORT if rubric.provisional else ""
    yield ""
    yield f"{criterion.id}　{criterion.title}　{number(criterion.points)}分{provisional}"
    yield f"    条款：通知{criterion.clause.place}　{criterion.clause.asks}"
    if copy is not None:
        yield f"    原文：{_indented(quote(copy, criterion) or messages.NOT_IN_NOTICE)}"
    yield f"    材料：{'、'.join(KIND_NAMES[kind] for kind in criterion.evidence)}"
    yield f"    判定：{messages.OPERATORS[criterion.check.operator]}（{criterion.check.operator}）"
    if criterion.gate is not None:
        yield f"    {messages.gate_note(missing_fails=criterion.gate.missing == 'fails')}"
    yield f"    有效期：{_span(criterion.effective)}"


def _indented(text: str) -> str:
    return text.replace("\n", "\n          ")


def _span(effective: Effective) -> str:
    return f"{effective.since} 起" + (f"，至 {effective.until}" if effective.until else "")
