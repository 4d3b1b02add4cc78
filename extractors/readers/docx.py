"""Word documents (docx): body, headers, footers, notes, text boxes, content controls, check boxes, pasted pictures."""

import posixpath
from pathlib import Path

from dossier.page import Problem
from extractors.readers import messages
from extractors.readers.docx_text import Paragraph, W, paragraphs_of
from extractors.readers.errors import CorruptFile
from extractors.readers.laid_out import LaidOutSource, Picture
from extractors.readers.layout import Cell, Row, paragraph
from extractors.readers.packed import Element, Package

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}sectPr"}


def open_docx(path: Path) -> LaidOutSource:
    """The document as rows and pictures. Raises CorruptFile where its body can't be read."""
    with Package(path) as package:
        return _Reader(package).source()


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.problems: list[Problem] = []
        self.rows: list[Row] = []
        self.pictures: list[Picture] = []
        self.tables = 0
        self.paragraphs = 0
        self.seen: set[str] = set()

    def source(self) -> LaidOutSource:
        name = "word/document.xml" if self.package.has("word/document.xml") else "word/document2.xml"
        body = self.package.xml(name).find(f"{W}body")
        if body is None:
            raise CorruptFile(messages.CORRUPT)
        targets = self._targets(name)
        headers, footers = self._margins(body, targets)
        for part in headers:
            self._side(part, "页眉")
        self._blocks(body)
        for part, title in (("word/footnotes.xml", "脚注"), ("word/endnotes.xml", "尾注")):
            if self.package.has(part):
                self._side(part, title)
        for part in footers:
            self._side(part, "页脚")
        self._collect_pictures(body, targets)
        for part in (*headers, *footers):
            root = self._optional(part)
            if root is not None:
                self._collect_pictures(root, self._targets(part))
        return LaidOutSource(self.rows, self.pictures, self.problems)

    def _targets(self, part: str) -> dict[str, str]:
        """Relationship id to part name."""
        folder, base = posixpath.split(part)
        name = f"{folder}/_rels/{base}.rels"
        if not self.package.has(name):
            return {}
        root = self._optional(name)
        if root is None:
            return {}
        targets: dict[str, str] = {}
        for relation in root.iter(_REL):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                targets[relation.get("Id", "")] = posixpath.normpath(whole)
        return targets

    def _optional(self, part: str) -> Element:
        """A part that the document can do without: where it is broken, that is told and the rest is read."""
        try:
            return self.package.xml(part)
        except CorruptFile:
            name = part.rsplit("/", 1)[-1]
            self.problems.append(CorruptFile(messages.CORRUPT_PART.format(part=name)).problem(fatal=False))
            return None

    def _margins(self, body: Element, targets: dict[str, str]) -> tuple[list[str], list[str]]:
        """Parts of headers and footers that are used, each once."""
        result: list[list[str]] = []
        for tag in ("headerReference", "footerReference"):
            parts: dict[str, None] = {}
            for reference in body.iter(f"{W}{tag}"):
                part = targets.get(reference.get(f"{_R}id", ""))
                if part and self.package.has(part):
                    parts[part] = None
            result.append(list(parts))
        return result[0], result[1]

    def _side(self, part: str, title: str) -> None:
        """Headers, footers and notes: their paragraphs, each text once."""
        root = self._optional(part)
        if root is None:
            return
        number = 0
        for element in root.iter(f"{W}p"):
            for found in paragraphs_of(element):
                if found.text.strip() and found.text not in self.seen:
                    self.seen.add(found.text)
                    number += 1
                    self.rows.append(paragraph(found.text, f"{title}第{number}段", found.points))

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self._table(element)
            elif element.tag == f"{W}sdt":
                content = element.find(f"{W}sdtContent")
                if content is not None:
                    self._blocks(content)
            elif element.tag not in _SKIPPED and isinstance(element.tag, str) and len(element):
                self._blocks(element)

    def _paragraph(self, element: Element) -> None:
        self.paragraphs += 1
        for found in paragraphs_of(element):
            locator = f"第{self.paragraphs}段" + ("文本框" if found.boxed else "")
            for text in found.text.split("\n"):
                if text.strip():
                    self.rows.append(paragraph(text, locator, found.points))

    def _table(self, table: Element) -> None:
        self.tables += 1
        number = self.tables
        rows = [self._cells(row) for row in _rows(table)]
        columns = max((start + span for row in rows for _, start, span in row), default=1)
        for index, row in enumerate(rows, start=1):
            cells: list[Cell] = []
            nested: list[Element] = []
            for element, start, span in row:
                if _merged_into_above(element):
                    continue
                locator = f"第{number}个表格第{index}行第{start + 1}列"
                text = "\n".join(_cell_lines(element))
                if text:
                    cells.append(Cell(text, locator, start / columns, (start + span) / columns, ruled=True))
                nested.extend(element.iter(f"{W}tbl"))
            if cells:
                self.rows.append(tuple(cells))
            for inner in nested:
                if _nearest_table(inner) is table:
                    self._table(inner)

    def _cells(self, row: Element) -> list[tuple[Element, int, int]]:
        """Each cell of a row with its first column and how many it spans."""
        skipped = row.find(f"{W}trPr/{W}gridBefore")
        at = int(skipped.get(f"{W}val", "0")) if skipped is not None else 0
        cells: list[tuple[Element, int, int]] = []
        for cell in _children(row, f"{W}tc"):
            spanned = cell.find(f"{W}tcPr/{W}gridSpan")
            span = max(1, int(spanned.get(f"{W}val", "1"))) if spanned is not None else 1
            cells.append((cell, at, span))
            at += span
        return cells

    def _collect_pictures(self, root: Element, targets: dict[str, str]) -> None:
        used: set[str] = set()
        for element in root.iter(_BLIP, _IMAGE_DATA):
            identity = element.get(f"{_R}embed") or element.get(f"{_R}id") or ""
            part = targets.get(identity, "")
            if part in used or not self.package.has(part):
                continue
            used.add(part)
            try:
                data = self.package.data(part)
            except CorruptFile:
                name = part.rsplit("/", 1)[-1]
                self.problems.append(
                    CorruptFile(messages.CORRUPT_PART.format(part=f"图片 {name}")).problem(fatal=False)
                )
                continue
            self.pictures.append(Picture(data, f"第{len(self.pictures) + 1}张图片"))


def _rows(table: Element) -> list[Element]:
    return list(_children(table, f"{W}tr"))


def _children(parent: Element, tag: str) -> list[Element]:
    """Children of the tag, also those within content controls and tracked insertions."""
    found: list[Element] = []
    for element in parent:
        if element.tag == tag:
            if element.find(f"{W}trPr/{W}del") is None:
                found.append(element)
        elif element.tag == f"{W}sdt":
            content = element.find(f"{W}sdtContent")
            if content is not None:
                found.extend(_children(content, tag))
        elif element.tag in (f"{W}ins", f"{W}customXml", f"{W}smartTag"):
            found.extend(_children(element, tag))
    return found


def _merged_into_above(cell: Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _cell_lines(cell: Element) -> list[str]:
    """The paragraphs of a cell, those of tables within it left out."""
    lines: list[str] = []
    table = _nearest_table(cell)
    for element in cell.iter(f"{W}p"):
        if _nearest_table(element) is not table or _in_text_box(element, cell):
            continue
        found: list[Paragraph] = paragraphs_of(element)
        lines.extend(text.strip() for part in found for text in part.text.split("\n") if text.strip())
    return lines


def _in_text_box(element: Element, cell: Element) -> bool:
    """Text boxes are given by the paragraph that they hang on."""
    parent = element.getparent()
    while parent is not None and parent is not cell:
        if parent.tag == f"{W}txbxContent":
            return True
        parent = parent.getparent()
    return False


def _nearest_table(element: Element) -> Element:
    parent = element.getparent()
    while parent is not None and parent.tag != f"{W}tbl":
        parent = parent.getparent()
    return parent
