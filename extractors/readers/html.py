"""Web pages and plain text, laid out as rows. Nothing is fetched, no script runs, hidden elements are left out."""

import re
from pathlib import Path

from extractors.readers import limits, messages
from extractors.readers.errors import CorruptFile, EmptyFile, FileTooLarge
from extractors.readers.laid_out import LaidOutSource
from extractors.readers.layout import Cell, Row, paragraph
from extractors.readers.packed import Element
from extractors.readers.plain import decode

_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
    "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main",
    "nav", "ol", "p", "pre", "section", "td", "th", "ul", "caption", "thead", "tbody", "tfoot", "tr", "table",
}  # fmt: skip
_SKIPPED = {
    "script",
    "style",
    "head",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "select",
    "textarea",
}
_POINTS = {"h1": 22.0, "h2": 18.0, "h3": 15.0}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_MAX_DEPTH = 200


def open_text(path: Path) -> LaidOutSource:
    """The file's lines as rows."""
    text = decode(_bytes(path))
    if text is None:
        raise CorruptFile(messages.CORRUPT)
    if not text.strip():
        raise EmptyFile(messages.EMPTY_CONTENT)
    lines = re.split(r"\r\n|[\n\r\f\v]", text)
    rows = [paragraph(line, f"第{number}行") for number, line in enumerate(lines, start=1) if line.strip()]
    return LaidOutSource(rows, [])


def open_html(path: Path) -> LaidOutSource:
    """The page's text as rows."""
    import lxml.etree as etree  # noqa: PLR0402 - known to pyright by this name only
    from lxml import html as parser

    text = _decoded(_bytes(path))
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root: Element = parser.document_fromstring(
            text, parser=parser.HTMLParser(no_network=True, remove_comments=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyFile(messages.EMPTY_CONTENT) from error
    reader = _Reader()
    reader.walk(root, 0, 12.0)
    reader.flush()
    if not reader.rows:
        raise EmptyFile(messages.EMPTY_CONTENT)
    return LaidOutSource(reader.rows, [])


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > limits.MAX_PART_BYTES:
        raise FileTooLarge(messages.TOO_LARGE_PART.format(limit=limits.MAX_PART_BYTES // 1024 // 1024))
    return path.read_bytes()


def _decoded(data: bytes) -> str:
    """By the declared character set, else by what the bytes look like."""
    declared = _CHARSET.search(data[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    if name.startswith(("gb", "utf-8", "utf8", "big5")):
        encoding = "gb18030" if name.startswith("gb") else name
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            name = ""
    text = decode(data)
    if text is None:
        raise CorruptFile(messages.CORRUPT)
    return text


class _Reader:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._parts: list[str] = []
        self._points = 12.0
        self._paragraphs = 0
        self._tables = 0

    def flush(self) -> None:
        """Ends the paragraph under way."""
        text = _squeezed("".join(self._parts))
        self._parts = []
        for line in text.split("\n"):
            if line.strip():
                self._paragraphs += 1
                self.rows.append(paragraph(line, f"第{self._paragraphs}段", self._points))

    def walk(self, element: Element, depth: int, points: float) -> None:
        """Takes the element's text, then what follows it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SKIPPED or depth > _MAX_DEPTH or not tag or _hidden(element):
            return
        if tag == "table" and _is_grid(element):
            self.flush()
            self._table(element, depth)
            return
        block = tag in _BLOCKS
        points = _POINTS.get(tag, points)
        if block:
            self.flush()
            self._points = points
        self._parts.append(_own_text(element, tag))
        for child in element:
            self.walk(child, depth + 1, points)
            if child.tail:
                self._parts.append(_flowing(child.tail))
        if block:
            self.flush()
            self._points = 12.0

    def _table(self, table: Element, depth: int) -> None:
        self._tables += 1
        number = self._tables
        grid = _grid(table)
        columns = max((start + span for row in grid for _, start, span in row), default=1)
        for index, row in enumerate(grid, start=1):
            cells: list[Cell] = []
            inner: list[Element] = []
            for element, start, span in row:
                text = _cell_text(element)
                if text:
                    locator = f"第{number}个表格第{index}行第{start + 1}列"
                    cells.append(Cell(text, locator, start / columns, (start + span) / columns, ruled=True))
                inner.extend(found for found in element.iter("table") if _nearest(found) is table)
            if cells:
                self.rows.append(tuple(cells))
            for found in inner:
                if depth < _MAX_DEPTH and not _hidden(found):
                    self._table(found, depth + 1)


def _own_text(element: Element, tag: str) -> str:
    if tag == "br":
        return "\n"
    if tag == "input":
        kind = (element.get("type") or "text").lower()
        if kind in ("checkbox", "radio"):
            return "☑" if element.get("checked") is not None else "☐"
        return element.get("value") or "" if kind == "text" else ""
    if tag == "img":
        return ""
    text = element.text or ""
    return text if tag == "pre" else _flowing(text)


def _flowing(text: str) -> str:
    """Text as it flows: the source's own line breaks mean nothing, between hanzi not even a blank."""
    return re.sub(
        r"\s*\n\s*",
        " ",
        re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\r?\n\s*(?=[\u3000-\u9fff\uff00-\uffef])", "", text),
    )


def _hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _is_grid(table: Element) -> bool:
    """Whether the table holds data; one of a single column only lays out the page."""
    return any(len(row) > 1 for row in _grid(table))


def _nearest(element: Element) -> Element:
    parent = element.getparent()
    while parent is not None and parent.tag != "table":
        parent = parent.getparent()
    return parent


def _grid(table: Element) -> list[list[tuple[Element, int, int]]]:
    """Rows of cells with first column and columns spanned; cells that reach down keep their columns."""
    taken: dict[int, int] = {}
    grid: list[list[tuple[Element, int, int]]] = []
    for row in table.iter("tr"):
        if _nearest(row) is not table or _hidden(row):
            continue
        cells: list[tuple[Element, int, int]] = []
        column = 0
        down = {key: left - 1 for key, left in taken.items() if left > 1}
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while taken.get(column, 0) > 0:
                column += 1
            span, rows = _span(cell, "colspan"), _span(cell, "rowspan")
            if not _hidden(cell):
                cells.append((cell, column, span))
            if rows > 1:
                down.update(dict.fromkeys(range(column, column + span), rows - 1))
            column += span
        taken = down
        grid.append(cells)
    return grid


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(100, max(1, int(value))) if value.isdigit() else 1


def _cell_text(element: Element) -> str:
    """A cell's text, tables within it left out."""
    parts: list[str] = []

    def walk(node: Element) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in _SKIPPED or tag in ("", "table") or _hidden(node):
            return
        if tag in _BLOCKS and parts:
            parts.append("\n")
        parts.append(_own_text(node, tag))
        for child in node:
            walk(child)
            parts.append(_flowing(child.tail or ""))

    walk(element)
    return _squeezed("".join(parts))


def _squeezed(text: str) -> str:
    """Runs of blanks as HTML shows them: one; ideographic and no-break ones are kept."""
    lines = (re.sub(r"[ \t\r]+", " ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip())
