"""A document's title: the large lines near its top."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extractors.layout import Layout, Row
from extractors.text import EMPTY, Text
from extractors.values import is_body

_RED_HEADER = re.compile(r"(文件|委员会|办公室|总工会|协会|局|厅|人民政府)$")
_NUMBER_LINE = re.compile(r"[〔\[［【(（]\s*20\d\d\s*[〕\]］】)）]\s*第?\s*\d+\s*号")
_RUNNING = re.compile(r"^(第?\s*\d+\s*页?|[-—·\s]*\d+[-—·\s]*|[Pp]age.*|https?:.*|\d{4}[-/年.]\d{1,2}.*)$")
_TITLE_END = re.compile(
    r"(证书|证|执照|决定书?|批复|通知书?|公告|通报|公示|报告书?|报告表|总结|计划|方案|预算表?|制度|办法|规定|规则|细则|条例|章程|合同书?|协议书?|"
    r"纪要|记录表?|名册|名单|一览表|汇总表|统计表|申报表|申请表|登记表|签到表|问卷|证明|聘书|职责|意见|函|简报|清单|表|书)$"
)


def find_title(layouts: Sequence[Layout]) -> Text:
    """The title of a document: its largest lines near the top that aren't a red header's issuer; EMPTY if none."""
    if not layouts or not layouts[0].rows:
        return EMPTY
    layout = layouts[0]
    rows = [row for row in layout.rows if not _RUNNING.match(row.text.compact.string)]
    if not rows:
        return EMPTY
    usual = median(row_height(row) for row in rows)
    after_number = next(
        (index + 1 for index, row in enumerate(rows[:12]) if _NUMBER_LINE.search(row.text.compact.string)), None
    )
    top = rows[: max(4, len(rows) // 2)]
    if after_number is not None and after_number < len(rows):
        about = _title_after_number(rows[after_number : after_number + 5])
        if about:
            return inner_title(about)
    best = max(range(len(top)), key=lambda index: _prominence(top[index], usual, index))
    grown = [row for row in _grow(top, best) if row is top[best] or not is_body(row.text.compact.string)]
    return inner_title(Text.join("\n", [row.text for row in grown]))


_ISSUES = re.compile(r"(?:关于)?(?:印发|下发|发布|颁布|公布|修订|通过|实施)[《〈](.+?)[》〉](?:的)?(?:通知|决定|公告|决议)?$")


def inner_title(title: Text) -> Text:
    """The title of what a notice issues, as in `关于印发《财务管理办法》的通知`; else the title itself."""
    compact = title.compact
    match = _ISSUES.search(compact.string)
    return compact[match.start(1) : match.end(1)] if match else title


def row_height(row: Row) -> float:
    """Size of the largest letters in a row."""
    return max(fragment.size for fragment in row.fragments)


def _prominence(row: Row, usual: float, index: int) -> float:
    words = row.text.compact.string
    size = min(3.0, row_height(row) / usual if usual else 1.0)
    bonus = 0.7 if _TITLE_END.search(words) else 0.0
    length = 0.0 if 2 <= len(words) <= 45 else -1.0
    several = -0.5 * (len(row.fragments) - 1)
    return size + bonus + length + several - 0.06 * index


def _grow(rows: Sequence[Row], best: int) -> list[Row]:
    """The best row with its neighbours of the same size, for titles broken over lines."""
    grown = [rows[best]]
    height = row_height(rows[best])
    for row in reversed(rows[:best]):
        if not _continues(row, grown[0], height) or _RED_HEADER.search(row.text.compact.string):
            break
        grown.insert(0, row)
    for row in rows[best + 1 :]:
        if not _continues(grown[-1], row, height) or _TITLE_END.search(grown[-1].text.compact.string):
            break
        grown.append(row)
    return grown[:4]


def _continues(upper: Row, lower: Row, height: float) -> bool:
    gap = lower.place.y0 - upper.place.y1
    alike = all(0.85 * height <= row_height(row) <= 1.15 * height for row in (upper, lower))
    return alike and gap < 0.9 * height and len(upper.fragments) == len(lower.fragments) == 1


def _title_after_number(rows: Sequence[Row]) -> Text:
    """A red-header document's title, between its number and the addressee's line."""
    kept: list[Row] = []
    for row in rows:
        words = row.text.compact.string
        if words.endswith(("：", ":")) or (kept and _TITLE_END.search(kept[-1].text.compact.string)):
            break
        if row_height(row) < 0.8 * row_height(rows[0]) and kept:
            break
        kept.append(row)
        if _TITLE_END.search(words):
            return Text.join("\n", [each.text for each in kept])
    return EMPTY
