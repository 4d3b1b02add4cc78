"""An abstract page: drawing commands in points from the top left, and where each text and fact stands."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tests.corpus import fonts, marks

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[int, int, int]
Rect = tuple[float, float, float, float]

BLACK: Colour = (20, 20, 20)
RED: Colour = (205, 25, 25)
A4 = (595.0, 842.0)
A4_LANDSCAPE = (842.0, 595.0)

_ASCENT, _DESCENT = 0.86, 0.14
_NOT_FIRST = set("，。、；：？！）》〉】〕」』”’％%,.;:?!)]}…—～")
_NOT_LAST = set("（《〈【〔「『“‘([{￥¥")


@dataclass(frozen=True)
class Type:
    """How text is set: face, size in points, colour, an own face for Latin letters, tracking in points."""

    face: str
    size: float
    colour: Colour = BLACK
    latin: str | None = None
    bold: bool = False
    tracking: float = 0.0
    leading: float = 1.6

    def but(self, **changes: object) -> "Type":
        """The same type with some changes."""
        return replace(self, **changes)  # pyright: ignore[reportArgumentType]

    def face_of(self, character: str) -> str:
        """The face that sets the character."""
        if self.latin and ("!" <= character <= "~"):
            return self.latin
        return fonts.face_for(character, self.face)

    def advance(self, character: str) -> float:
        """How far the character moves the pen, in points."""
        return fonts.width_of(character, self.face_of(character)) * self.size + self.tracking

    def width(self, text: str) -> float:
        """Width of a plain string in points."""
        return sum(self.advance(character) for character in text)


@dataclass(frozen=True)
class Run:
    """A string of one face on one baseline."""

    x: float
    baseline: float
    text: str
    type: Type
    face: str
    angle: float = 0.0
    hidden: bool = False


@dataclass(frozen=True)
class Stroke:
    """A line, or a rectangle or round where it is closed; `fill` None leaves it open."""

    shape: str
    box: Rect
    colour: Colour | None = BLACK
    width: float = 0.6
    fill: Colour | None = None
    radius: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Picture:
    """An RGBA picture laid into a rectangle."""

    image: "Image"
    box: Rect


@dataclass(frozen=True)
class Place:
    """Text with its rectangle in points; for a fact, `name` says which."""

    text: str
    box: Rect
    name: str = ""


@dataclass
class Page:
    """A page being drawn. Everything is in points, origin top left, y downwards."""

    width: float = A4[0]
    height: float = A4[1]
    colour: Colour = (255, 255, 255)
    scene: bool = False
    """Whether the page is a picture of a paper among other things, not the paper itself."""
    commands: list[Run | Stroke | Picture] = field(default_factory=list)
    lines: list[Place] = field(default_factory=list)
    marks: list[Place] = field(default_factory=list)
    seals: list[Place] = field(default_factory=list)

    def text(self, x: float, baseline: float, marked: str, type_: Type, align: str = "left") -> float:
        """Sets one line; returns its width. `x` is the left, middle or right by `align`."""
        characters = marks.characters(marked)
        advances = [type_.advance(character) for character, _ in characters]
        total = sum(advances)
        left = {"left": x, "center": x - total / 2, "right": x - total}[align]
        self._set(left, baseline, characters, advances, type_)
        return total

    def _set(
        self,
        left: float,
        baseline: float,
        characters: list[tuple[str, tuple[str, ...]]],
        advances: list[float],
        type_: Type,
    ) -> None:
        top, bottom = baseline - _ASCENT * type_.size, baseline + _DESCENT * type_.size
        pen = left
        run_start, run_text, run_face = pen, "", ""
        spans: dict[str, list[float | str]] = {}
        for (character, names), advance in zip(characters, advances, strict=True):
            face = type_.face_of(character)
            if face != run_face and run_text:
                self.commands.append(Run(run_start, baseline, run_text, type_, run_face))
                run_start, run_text = pen, ""
            run_face = face
            run_text += character
            for name in names:
                span = spans.setdefault(name, [pen, pen, ""])
                span[1] = pen + advance
                span[2] = str(span[2]) + character
            pen += advance
        if run_text.strip():
            self.commands.append(Run(run_start, baseline, run_text, type_, run_face))
        for name, (start, end, text) in spans.items():
            if str(text).strip():
                self.marks.append(Place(str(text), (float(start), top, float(end), bottom), name))
        printed = "".join(character for character, _ in characters)
        lead = len(printed) - len(printed.lstrip())
        if printed.strip():
            x0 = left + sum(advances[:lead])
            self.lines.append(Place(printed.strip(), (x0, top, pen, bottom)))

    def paragraph(
        self,
        x: float,
        top: float,
        width: float,
        marked: str,
        type_: Type,
        *,
        indent: float = 0.0,
        align: str = "left",
        justify: bool = False,
    ) -> float:
        """Sets text into lines of `width`; returns the y below. `indent` is in characters, of the first line."""
        y = top
        for number, line in enumerate(wrap(marked, type_, width, indent * type_.size)):
            first = indent * type_.size if number == 0 else 0.0
            advances = [type_.advance(character) for character, _ in line.characters]
            used = sum(advances)
            left = x + first
            if align == "center":
                left = x + (width - used) / 2
            elif align == "right":
                left = x + width - used
            elif justify and not line.last and len(advances) > 1:
                slack = (width - first - used) / (len(advances) - 1)
                if 0 < slack < type_.size * 0.5:
                    advances = [advance + slack for advance in advances]
            baseline = y + type_.size * (type_.leading - 1) / 2 + _ASCENT * type_.size
            if justify:
                self._set_spread(left, baseline, line.characters, advances, type_)
            else:
                self._set(left, baseline, line.characters, advances, type_)
            y += type_.size * type_.leading
        return y

    def _set_spread(
        self,
        left: float,
        baseline: float,
        characters: list[tuple[str, tuple[str, ...]]],
        advances: list[float],
        type_: Type,
    ) -> None:
        extra = (advances[0] - type_.advance(characters[0][0])) if characters else 0.0
        spread = type_.but(tracking=type_.tracking + extra) if extra > 0.01 else type_
        self._set(left, baseline, characters, advances, spread)

    def line(
        self, x0: float, y0: float, x1: float, y1: float, colour: Colour = BLACK, width: float = 0.6
    ) -> None:
        """A straight line."""
        self.commands.append(Stroke("line", (x0, y0, x1, y1), colour, width))

    def rect(
        self,
        box: Rect,
        colour: Colour | None = BLACK,
        width: float = 0.6,
        fill: Colour | None = None,
        radius: float = 0.0,
    ) -> None:
        """A rectangle."""
        self.commands.append(Stroke("rect", box, colour, width, fill, radius))

    def round(
        self, box: Rect, colour: Colour | None = BLACK, width: float = 0.6, fill: Colour | None = None
    ) -> None:
        """An ellipse that fills the box."""
        self.commands.append(Stroke("round", box, colour, width, fill))

    def picture(self, image: "Image", box: Rect) -> None:
        """A picture."""
        self.commands.append(Picture(image, box))

    def seal(self, image: "Image", centre: tuple[float, float], size: float, text: str) -> None:
        """A stamp over what is there; its words are kept apart from the page's lines."""
        height = size * image.height / image.width
        box = (centre[0] - size / 2, centre[1] - height / 2, centre[0] + size / 2, centre[1] + height / 2)
        self.commands.append(Picture(image, box))
        self.seals.append(Place(text, box))

    def watermark(self, text: str, type_: Type, angle: float, x: float, baseline: float) -> None:
        """Slanted text that isn't part of the document's own words."""
        self.commands.append(Run(x, baseline, text, type_, fonts.face_for(text[0], type_.face), angle))


@dataclass(frozen=True)
class _Line:
    characters: list[tuple[str, tuple[str, ...]]]
    last: bool


def wrap(marked: str, type_: Type, width: float, first_indent: float = 0.0) -> list[_Line]:
    """Lines of a marked text: no line starts with a closing sign, ASCII words and numbers stay whole."""
    lines: list[_Line] = []
    for part in _split_marked(marked):
        current: list[tuple[str, tuple[str, ...]]] = []
        used, room = 0.0, width - (first_indent if not lines else 0.0)
        for unit in _units(part):
            size = sum(type_.advance(character) for character, _ in unit)
            if current and used + size > room + 0.01:
                lines.append(_Line(current, last=False))
                current, used, room = [], 0.0, width
            current = current + unit
            used += size
        lines.append(_Line(current, last=True))
    return lines


def _split_marked(marked: str) -> list[list[tuple[str, tuple[str, ...]]]]:
    parts: list[list[tuple[str, tuple[str, ...]]]] = [[]]
    for character, names in marks.characters(marked):
        if character == "\n":
            parts.append([])
        else:
            parts[-1].append((character, names))
    return parts


def _units(characters: list[tuple[str, tuple[str, ...]]]) -> list[list[tuple[str, tuple[str, ...]]]]:
    units: list[list[tuple[str, tuple[str, ...]]]] = []
    for item in characters:
        character = item[0]
        if units and (
            character in _NOT_FIRST
            or units[-1][-1][0] in _NOT_LAST
            or (_wordish(character) and _wordish(units[-1][-1][0]) and len(units[-1]) < 24)
        ):
            units[-1].append(item)
        else:
            units.append([item])
    return units


def _wordish(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in "-/.@_:")
