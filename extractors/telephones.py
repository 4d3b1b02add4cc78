"""Telephone numbers on a page, and which of them somebody gives as where to be reached."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.geometry import Box
from dossier.page import Line, Page
from extractors.language.numbers import find_phones

_LABEL = re.compile(
    r"(?:联系)?(?:电话|手机|座机|固话)(?:号码?)?(?:[及/、]?手机(?:号码?)?)?$|联系方式$|(?:联系|经办|负责)人(?:[及和、/]?(?:电话|联系方式|手机))?$|(?<![A-Za-z])(?:TEL|Tel|tel|T|MOBILE|Mobile)$"
)
_PERSON = re.compile(r"(?:联系|经办)人(?:[及和、/]?(?:电话|联系方式|手机))?[:：]?[\u4e00-\u9fff·]{2,4}$")
_OTHERS = re.compile(
    r"主管|管理机关|登记机关|登记部门|发证机关|发证部门|推荐单位|推荐工会|监督|举报|投诉|咨询|查询|客服|热线|技术支持|值班|委托方|购买方|甲方|传真|(?:民政[局厅]|总工会|街道办事处|人民政府)(?:联系人?)?$"
)
"""Words before a number from which it isn't, or may not be, where the one whose paper it is can be reached."""
_SEPARATORS = ":：/／、,，;；()（）[]【】-— .。·|"
_LEAST = 10
"""Digits of an area code and a number, or of a mobile number, at least."""
_GAP = 3.0
"""Line heights between a column's head and the number below, at most."""


class Telephone(NamedTuple):
    """A number on a page, digits only, and its line's box. `contact`: a label says that somebody is reached by it."""

    number: str
    contact: bool
    box: Box


def telephones(page: Page) -> Iterator[Telephone]:
    """The numbers of telephones that belong to somebody: mobile ones, and those of a place with its area code.

    Services that all may call (400, 800, 12xxx) aren't among them, nor are numbers without an area code, which two places may both
    have.
    """
    for line in page.lines:
        text = line.text
        before, end = "", 0
        for found in find_phones(text):
            # What stands between two numbers; where nothing does, the second has the label of the first.
            before = _bare(text[end : found.start]) or before
            end = found.end
            number = re.sub(r"^86(?=1\d{10}$)", "", found.value)
            if len(number) >= _LEAST and number.startswith(("0", "1")):
                yield Telephone(number, _is_contact(before, line, page.lines), line.box)


def _bare(text: str) -> str:
    return "".join(text.split()).strip(_SEPARATORS)


def _is_contact(before: str, line: Line, lines: Sequence[Line]) -> bool:
    left = [
        _bare(each.text)
        for each in sorted(lines, key=lambda one: one.box.x0)
        if each is not line
        and each.box.x1 <= line.box.centre[0]
        and each.box.vertical_overlap(line.box) > 0.5
    ]
    words = [*left, before] if before else left
    label = words[-1] if words and _labels(words[-1]) else None if before else _above(line, lines)
    told = [*words, label] if label else words
    return label is not None and not any(_OTHERS.search(_LABEL.sub("", each) or each) for each in told)


def _labels(words: str) -> bool:
    return bool(_LABEL.search(words) or _PERSON.search(words))


def _above(line: Line, lines: Sequence[Line]) -> str | None:
    """The label right above, as the head of a column."""
    over = [
        each
        for each in lines
        if each.box.y1 <= line.box.centre[1] and each.box.horizontal_overlap(line.box) > 0.5
    ]
    if not over:
        return None
    nearest = max(over, key=lambda each: each.box.y1)
    words = _bare(nearest.text)
    near = line.box.y0 - nearest.box.y1 <= _GAP * line.box.height
    return words if near and _labels(words) else None
