"""The text layer of a PDF page: PDFium's characters put together to runs, one run a cell or a stretch before a wide gap."""

import ctypes
import math
from collections import Counter
from typing import NamedTuple

import pypdfium2.raw as pdfium

from dossier.geometry import Box, Point, Quad
from dossier.void_marks import is_void_mark
from extractors.readers.frame import Frame
from extractors.readers.layer import LayerLine, layer_line, on_page
from extractors.readers.pdf_objects import Handle, PageObjects
from extractors.readers.radicals import is_radical, whole_character
from extractors.readers.runs import Glyph, runs_of

_SKEWED = -1


class Character(NamedTuple):
    """A character as stored: its loose box in points of the page (y up), its direction, and the object it is of."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    direction: int
    """Degrees counter-clockwise in which the text runs: 0, 90, 180, 270, or -1 where it is skewed."""
    order: int
    font: int
    visible: bool


def characters(text_page: Handle, objects: PageObjects) -> list[Character]:
    """Every character of the page that an object draws, in the order of the file."""
    found: list[Character] = []
    rectangle = pdfium.FS_RECTF()
    place = ctypes.byref(rectangle)
    known: dict[int, tuple[int, int, int, bool]] = {}
    text_object, unicode, loose_box = (
        pdfium.FPDFText_GetTextObject,
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
    )
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        item = text_object(text_page, index)
        if not item:
            continue
        code = unicode(text_page, index)
        if not 32 <= code < 0x110000 or not loose_box(text_page, index, place):
            continue
        address = ctypes.addressof(item.contents)
        of_object = known.get(address)
        if of_object is None:
            drawn = objects.texts.get(address)
            order, font, visible = (drawn.order, drawn.font, drawn.visible) if drawn else (0, 0, True)
            of_object = known[address] = (_direction(text_page, index), order, font, visible)
        found.append(
            Character(
                whole_character(code) if is_radical(code) else chr(code),
                rectangle.left,
                min(rectangle.top, rectangle.bottom),
                rectangle.right,
                max(rectangle.top, rectangle.bottom),
                *of_object,
            )
        )
    return _joined_surrogates(found)


def _joined_surrogates(found: list[Character]) -> list[Character]:
    if not any("\ud800" <= character.text <= "\udfff" for character in found):
        return found
    joined: list[Character] = []
    for character in found:
        previous = joined[-1].text if joined else ""
        if "\udc00" <= character.text <= "\udfff" and "\ud800" <= previous <= "\udbff":
            code = 0x10000 + ((ord(previous) - 0xD800) << 10) + ord(character.text) - 0xDC00
            first = joined.pop()
            joined.append(
                Character(
                    chr(code), first.left, first.bottom, first.right, first.top,
                    first.direction, first.order, first.font, first.visible,
                )
            )  # fmt: skip
        else:
            joined.append(character)
    return [character for character in joined if not "\ud800" <= character.text <= "\udfff"]


def _direction(text_page: Handle, index: int) -> int:
    degrees = -math.degrees(pdfium.FPDFText_GetCharAngle(text_page, index)) % 360
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) < 8 else _SKEWED


def text_turn(found: list[Character], rotate: int) -> int:
    """Degrees clockwise by which the page, after its /Rotate, is to be turned so that most text stands upright."""
    counted = Counter(character.direction for character in found if character.direction != _SKEWED)
    if not counted:
        return 0
    direction, count = counted.most_common(1)[0]
    if count < 0.6 * len(found):
        return 0
    return (direction - rotate) % 360


def layer_lines(found: list[Character], frame: Frame, rules: list[Box]) -> list[LayerLine]:
    """The runs of text on the upright page, top to bottom. `rules` are vertical rules in points of the upright page."""
    by_direction: dict[int, list[Character]] = {}
    for character in found:
        by_direction.setdefault(character.direction, []).append(character)
    lines: list[LayerLine] = []
    for direction, group in by_direction.items():
        if direction == _SKEWED:
            # A watermark across the page belongs to no line, but one that takes the page's force away is told; a
            # page that is all askew is read as it is.
            askew = _skewed(group, frame)
            lines.extend(askew if 2 * len(group) > len(found) else filter(_takes_force, askew))
            continue
        # Text of another direction is put together on a page turned so that it stands upright, then turned back.
        extra = (direction - frame.turn) % 360
        turned = Frame(frame.left, frame.bottom, frame.right, frame.top, frame.turn + extra)
        glyphs = _glyphs(group, turned)
        runs = runs_of(glyphs, rules if extra == 0 else [])
        lines.extend(layer_line(run, turned.size, -extra) for run in runs)
    lines.sort(key=lambda line: (round(line.box.centre[1], 3), line.box.x0))
    return lines


def _takes_force(line: LayerLine) -> bool:
    return is_void_mark(line.text)


def _glyphs(group: list[Character], frame: Frame) -> list[Glyph]:
    """The characters on the upright page. The usual case is spelled out, since it is most of a page's cost."""
    if frame.turn % 360:
        return [
            Glyph(
                one.text,
                *frame.box(one.left, one.bottom, one.right, one.top),
                (one.order, one.font, one.visible),
            )
            for one in group
        ]
    left, top = frame.left, frame.top
    return [
        Glyph(text, x0 - left, top - y1, x1 - left, top - y0, (order, font, visible))
        for text, x0, y0, x1, y1, _, order, font, visible in group
    ]


def _skewed(group: list[Character], frame: Frame) -> list[LayerLine]:
    """Text that stands askew, such as a watermark: one line an object."""
    width, height = frame.size
    lines: list[LayerLine] = []
    by_object: dict[int, list[Character]] = {}
    for character in group:
        by_object.setdefault(character.order, []).append(character)
    for order, members in by_object.items():
        boxes = [frame.box(member.left, member.bottom, member.right, member.top) for member in members]
        box = Box(
            min(box[0] for box in boxes) / width, min(box[1] for box in boxes) / height,
            max(box[2] for box in boxes) / width, max(box[3] for box in boxes) / height,
        )  # fmt: skip
        text = "".join(member.text for member in members).strip()
        if text:
            quad = Quad(*(Point(*corner) for corner in Quad.from_box(box)))
            lines.append(
                LayerLine(
                    text, quad, quad.box, on_page(quad), members[0].visible, order,
                    frozenset(member.font for member in members), boxes[0][3] - boxes[0][1],
                    (boxes[0][3] - boxes[0][1]) / height,
                )
            )  # fmt: skip
    return lines
