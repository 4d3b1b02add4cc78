"""Traces of editing in a text layer: part of a number, or of a date, set in another font than the rest of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.geometry import around
from dossier.page import Signal, SignalCode
from extractors.readers import messages
from extractors.readers.frame import Frame
from extractors.readers.pdf_text import Character
from extractors.readers.traces_rows import Placed, on_page, placed, rows_of

MOST = 3
"""Numbers of mixed fonts up to which they are told: where there are more, the producer mixes fonts."""
_FEW = 8
"""Characters of a font up to which it is on the page for one number only."""
_USUAL = 8
"""Digits of a font from which it is the one in which the page sets its numbers."""
_BREAK = 0.18
"""Gap in em that ends a number; a space between words is wider."""
_LETTERS = 2
"""Letters up to which something with fewer than half digits is still a number: 5A, No1. Others are words."""

_STYLE = re.compile(
    r"(?:[-,_ ]|bold|ital(?:ic)?|obli(?:que)?|regu(?:lar)?|roman|medium|light|semi|heavy|black|psmt|ps|mt|std|pro)+$"
)
_BLANK = re.compile(r"(?:19|20)")
_JOINS_DATE = frozenset("年月./-,")


class _Number(NamedTuple):
    """Letters and digits that stand together, and what stands before and after them on the row."""

    members: list[Placed]
    before: str
    after: str

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.members)


def foreign_fonts(
    found: Sequence[Character], frame: Frame, fonts: Mapping[int, str], number: int
) -> list[Signal]:
    """Signals for numbers of mixed fonts on the page. `fonts` are the fonts' names by their address."""
    families = {address: family(name) for address, name in fonts.items()}
    if len({name for name in families.values() if name}) < 2:
        return []
    uses: dict[str, list[str]] = {}
    for one in found:
        uses.setdefault(families.get(one.font, ""), []).append(one.text)
    rows = [list(_numbers(row)) for row in rows_of(placed(found, frame))]
    mixed = [pair for row in rows for one in row if (pair := _mixed(one, families, uses))]
    if not mixed:
        mixed = list(_foreign_parts(rows, families, uses))
    if not 0 < len(mixed) <= MOST:
        return []
    return [_signal(parts, whole, frame, fonts, number) for parts, whole in mixed]


def family(name: str) -> str:
    """A font's family: without the subset's tag and the style. 'ABCDEF+SimSun-Bold' is 'simsun'."""
    plain = re.sub(r"^[A-Z]{6}\+", "", name).lower()
    return _STYLE.sub("", plain) or plain


def _numbers(row: list[Placed]) -> Iterator[_Number]:
    """The numbers of a row."""
    groups: list[list[Placed]] = []
    for one in row:
        last = groups[-1][-1] if groups else None
        near = last is not None and one.box.x0 - last.box.x1 < _BREAK * one.em
        if last is not None and near and _plain(last.text) == _plain(one.text) and _level(last, one):
            groups[-1].append(one)
        else:
            groups.append([one])
    for index, group in enumerate(groups):
        if _plain(group[0].text) and _is_number(group):
            before = _joint(groups[index - 1]) if index else ""
            after = _joint(groups[index + 1]) if index + 1 < len(groups) else ""
            yield _Number(group, before, after)


def _is_number(group: list[Placed]) -> bool:
    digits = sum(one.text.isdigit() for one in group)
    letters = len(group) - digits
    return (
        digits > 0
        and (letters <= _LETTERS or letters <= digits)
        and not any(one.text.islower() for one in group)
    )


def _plain(text: str) -> bool:
    return text.isascii() and text.isalnum()


def _level(one: Placed, other: Placed) -> bool:
    """Whether two characters are of one size on one baseline: no index, no note's mark."""
    alike = 0.75 < one.em / other.em < 1.33
    return alike and abs(one.box.centre[1] - other.box.centre[1]) < 0.2 * one.em


def _joint(group: list[Placed]) -> str:
    return "".join(one.text for one in group)


def _mixed(
    number: _Number, families: Mapping[int, str], uses: Mapping[str, list[str]]
) -> tuple[list[Placed], list[Placed]] | None:
    """The part of the number that is of another font, with the whole, where it is of two."""
    names = [families.get(one.font, "") for one in number.members]
    if len(set(names)) != 2 or "" in names:
        return None
    # 20__年 is printed on forms, and the year's end is filled in.
    if _BLANK.match(number.text) and len(set(names[:2])) == 1 and len(set(names[2:])) == 1:
        return None
    least = min(dict.fromkeys(names), key=lambda name: (names.count(name), len(uses[name])))
    return [one for one, name in zip(number.members, names, strict=True) if name == least], number.members


def _foreign_parts(
    rows: list[list[_Number]], families: Mapping[int, str], uses: Mapping[str, list[str]]
) -> Iterator[tuple[list[Placed], list[Placed]]]:
    """Parts of a date or an amount in a font that the page has for nothing else."""
    for row in rows:
        for index, number in enumerate(row):
            names = {families.get(one.font, "") for one in number.members}
            if len(names) != 1 or "" in names:
                continue
            name = names.pop()
            if len(uses.get(name, [])) > _FEW or sum(map(_plain, uses[name])) > len(number.members):
                continue
            for other in _joined(row, index):
                usual = {families.get(one.font, "") for one in other.members}
                if len(usual) == 1 and name not in usual and _sets_numbers(uses, usual.pop()):
                    yield number.members, [*number.members, *other.members]
                    break


def _joined(row: list[_Number], index: int) -> Iterator[_Number]:
    """The numbers beside one that belong to the same date or amount."""
    if index and row[index].before in _JOINS_DATE and row[index - 1].after == row[index].before:
        yield row[index - 1]
    if index + 1 < len(row) and row[index].after in _JOINS_DATE and row[index + 1].before == row[index].after:
        yield row[index + 1]


def _sets_numbers(uses: Mapping[str, list[str]], name: str) -> bool:
    return bool(name) and sum(text.isdigit() for text in uses[name]) >= _USUAL


def _signal(
    parts: list[Placed], whole: list[Placed], frame: Frame, fonts: Mapping[int, str], number: int
) -> Signal:
    ordered = sorted(whole, key=lambda one: one.box.x0)
    rest = next(one for one in ordered if family(fonts[one.font]) != family(fonts[parts[0].font]))
    text = _joint(ordered)
    return Signal(
        code=SignalCode.FOREIGN_FONT_RUN,
        message=messages.FOREIGN_FONT.format(
            page=number,
            text=text,
            part=_joint(parts),
            font=_shown(fonts[parts[0].font]),
            other=_shown(fonts[rest.font]),
        ),
        page=number,
        box=on_page(around(one.box for one in parts), frame),
        text=text,
    )


def _shown(name: str) -> str:
    return re.sub(r"^[A-Z]{6}\+", "", name)
