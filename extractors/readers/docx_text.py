"""The text of a WordprocessingML paragraph: runs, breaks, symbols, check boxes, and text boxes that hang on it."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.readers.packed import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_SKIPPED = {
    f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}rt",
    f"{W}commentReference", f"{W}annotationRef",
}  # fmt: skip
_CONSTANT = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip

_TEXTS = {f"{W}t", f"{_M}t"}

_SYMBOLS = {
    ("wingdings", 0xFE): "☑", ("wingdings", 0xFD): "☒", ("wingdings", 0xA8): "☐", ("wingdings", 0x6F): "☐",
    ("wingdings", 0x71): "☐", ("wingdings", 0xFC): "√", ("wingdings", 0xFB): "×",
    ("wingdings 2", 0x52): "☑", ("wingdings 2", 0x54): "☒", ("wingdings 2", 0xA3): "☐", ("wingdings 2", 0x30): "☐",
    ("wingdings 2", 0x50): "√", ("wingdings 2", 0x4F): "×", ("symbol", 0xD6): "√",
}  # fmt: skip

_DEFAULT_POINTS = 12.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text and the size of most of its type; `boxed` where it stands in a text box."""

    text: str
    points: float
    boxed: bool = False


def paragraphs_of(element: Element) -> list[Paragraph]:
    """The paragraph, then those of text boxes that hang on it."""
    collector = _Collector()
    collector.walk(element)
    found = [Paragraph("".join(collector.parts), collector.points)]
    for box in collector.boxes:
        for inner in box.iter(f"{W}p"):
            if _outer_box(inner) is box:
                found.extend(Paragraph(part.text, part.points, boxed=True) for part in paragraphs_of(inner))
    return found


def _outer_box(element: Element) -> Element:
    parent = element.getparent()
    while parent is not None and parent.tag != f"{W}txbxContent":
        parent = parent.getparent()
    return parent


class _Collector:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.boxes: list[Element] = []
        self._sizes: dict[float, int] = {}
        self._special: dict[str, Callable[[Element, float], None]] = {
            f"{W}txbxContent": self._box,
            f"{_MC}AlternateContent": self._alternative,
            f"{W}sdt": self._control,
        }

    @property
    def points(self) -> float:
        """The size of most characters."""
        if not self._sizes:
            return _DEFAULT_POINTS
        return max(self._sizes, key=lambda size: self._sizes[size])

    def walk(self, parent: Element, size: float = 0.0) -> None:
        """Collects what is in an element."""
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag == f"{W}r":
                if not _hidden(element):
                    self.walk(element, _size(element))
            elif tag in _TEXTS:
                self._text(element, size)
            elif tag in _CONSTANT:
                self.parts.append(_CONSTANT[tag])
            elif tag in _MARKS:
                self.parts.append(_MARKS[tag](element))
            elif tag in self._special:
                self._special[tag](element, size)
            else:
                self.walk(element, size)

    def _text(self, element: Element, size: float) -> None:
        text = (element.text or "").replace("\n", " ").replace("\r", "")
        self.parts.append(text)
        if size:
            self._sizes[size] = self._sizes.get(size, 0) + len(text)

    def _box(self, element: Element, _: float) -> None:
        self.boxes.append(element)

    def _alternative(self, element: Element, size: float) -> None:
        """The first choice; the fallback holds the same text again."""
        choice = element.find(f"{_MC}Choice")
        if choice is None:
            choice = element.find(f"{_MC}Fallback")
        if choice is not None:
            self.walk(choice, size)

    def _control(self, element: Element, size: float) -> None:
        box = element.find(f"{W}sdtPr/{_W14}checkbox")
        if box is not None:
            checked = box.find(f"{_W14}checked")
            on = checked is not None and checked.get(f"{_W14}val", "1") in ("1", "true", "on")
            self.parts.append("☑" if on else "☐")
            return
        placeholder = element.find(f"{W}sdtPr/{W}showingPlcHdr")
        content = element.find(f"{W}sdtContent")
        if content is not None and placeholder is None:
            self.walk(content, size)


def _hidden(run: Element) -> bool:
    """Whether the run is marked as hidden text."""
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off")


def _size(run: Element) -> float:
    size = run.find(f"{W}rPr/{W}sz")
    try:
        return int(size.get(f"{W}val", "0")) / 2 if size is not None else _DEFAULT_POINTS
    except ValueError:
        return _DEFAULT_POINTS


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    font = element.get(f"{W}font", "").lower()
    known = _SYMBOLS.get((font, code & 0xFF))
    if known is not None:
        return known
    return "" if 0xE000 <= code <= 0xF8FF else chr(code)


def _form_check_box(element: Element) -> str:
    """A check box of the old form fields."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    state = box.find(f"{W}checked")
    if state is None:
        state = box.find(f"{W}default")
        if state is None:
            return "☐"
    return "☑" if state.get(f"{W}val", "1") in ("1", "true", "on") else "☐"


_MARKS: dict[str, Callable[[Element], str]] = {f"{W}sym": _symbol, f"{W}fldChar": _form_check_box}
