"""The body whose name stands by itself at a page's head, as over its record in a register or on a telephone's card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.fact import Fact
from extractors.kinds import common
from extractors.layout import Row
from extractors.paper import Paper
from extractors.text import Fragment, Text
from extractors.values import body_of, codes, is_body


def heading_name(paper: Paper) -> list[Fact]:
    """The body named in the largest letters above what is said of it, with its lines joined; no office."""
    found = list(_names(_over_record(paper.rows)))
    if not found:
        return []
    name, _ = max(found, key=lambda each: each[1])
    return [paper.fact("organization_name", common.tidy_name(name.string), name, sure=0.88)]


def _over_record(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows down to that of the credit code, or so many as a page's head has at most."""
    for number, row in enumerate(rows[:_HEAD_OVER_CODE]):
        if _CODE.search(row.text.compact.string) or any(True for _ in codes(row.text)):
            return rows[: number + 1]
    return rows[:_HEAD]


_HEAD = 7
_HEAD_OVER_CODE = 16
"""Rows of a page's head at most, where nothing but the number of rows says where it ends, and where the code does."""

_CODE = re.compile(r"信用代码")


def _names(rows: Sequence[Row]) -> Iterator[tuple[Text, float]]:
    """Names of bodies that stand free, and the size of their letters."""
    above: list[Fragment] = []
    for row in rows:
        for fragment in row.fragments:
            line = _bare(Text.of(fragment).compact)
            lines, top = [line], fragment
            for other in reversed(above):
                if _goes_on(other, top):
                    lines.insert(0, Text.of(other).compact.strip(_ARROWS))
                    top = other
            name = body_of(Text.join("", lines))
            if len(name) > _SHORT and is_body(name.string) and not common.is_authority(name.string):
                yield name, fragment.size
        above = [*above, *row.fragments][-_LINES:]


def _goes_on(upper: Fragment, lower: Fragment) -> bool:
    """Whether a name goes on from one line to the next: letters of one size, on one edge or one middle, no name's end."""
    words = Text.of(upper).compact.string.strip(_ARROWS)
    gap = (lower.place.y0 - upper.place.y1) / upper.em
    aligned = min(
        abs(upper.place.x0 - lower.place.x0), abs(upper.place.centre[0] - lower.place.centre[0])
    ) < (upper.em_wide)
    alike = _ALIKE < upper.size / lower.size < 1 / _ALIKE
    return aligned and alike and -0.5 < gap < _CLOSE and bool(_PART.fullmatch(words)) and not is_body(words)


def _bare(line: Text) -> Text:
    """A line without what a screen prints around a name, and without the body's state behind it."""
    line = line.strip(_ARROWS)
    state = _STATE.search(line.string)
    return line[: state.start()] if state else line


_ARROWS = "<>＜＞‹›《》«»←·•●|｜ \u3000\t"
"""What a screen prints around the name of the body it shows."""

_STATE = re.compile(
    r"[（(【\[|｜]?(?:存续|在业|在营|在册|开业|正常|有效|已?注销|已?撤销|吊销|已认证|关注|收藏|分享|复制)[）)】\]]?$"
)
_PART = re.compile(r"[\u4e00-\u9fa5（）()“”·]{4,30}")
_SHORT = 5
_LINES = 4
_ALIKE = 0.85
_CLOSE = 1.0
"""Heights of a letter between the lines of a name at most."""
