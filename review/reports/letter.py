"""Letters to the applicant as docx: what is to be supplemented, or how the review ended."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from dossier.shown import shown
from review.reports import words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

FONT = "宋体"
HEADING_FONT = "黑体"
BODY_POINTS = 12
SMALL_POINTS = 9


@dataclass(frozen=True)
class LetterTable:
    """Rows under headings. `widths` are centimetres."""

    title: str
    headings: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Letter:
    """What a letter says. Paragraphs stand before the tables, `closing` after them."""

    title: str
    to: str
    paragraphs: Sequence[str]
    tables: Sequence[LetterTable]
    closing: Sequence[str]
    sender: str
    day: date
    foot: str
    """Numbers by which the letter is checked, on every page."""
    written_at: datetime
    """When it was asked or decided: stands in the file's properties."""


def write_letter(letter: Letter) -> bytes:
    """The letter as docx."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    document = docx.Document()
    _set_up(document, letter)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(14)
    _write(title.add_run(shown(letter.title)), HEADING_FONT, 18)
    document.add_paragraph(f"{shown(letter.to)}：")
    for text in letter.paragraphs:
        document.add_paragraph(shown(text)).paragraph_format.first_line_indent = Pt(2 * BODY_POINTS)
    for table in letter.tables:
        _add_table(document, table)
    for text in letter.closing:
        paragraph = document.add_paragraph(shown(text))
        paragraph.paragraph_format.first_line_indent = Pt(2 * BODY_POINTS)
        paragraph.paragraph_format.space_before = Pt(6)
    for text in (letter.sender, words.day(letter.day)):
        paragraph = document.add_paragraph(shown(text))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Cm(1)
        paragraph.paragraph_format.space_before = Pt(10)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _set_up(document: Document, letter: Letter) -> None:
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.5)
    _write(document.styles["Normal"], FONT, BODY_POINTS)
    document.styles["Normal"].paragraph_format.line_spacing = 1.5  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - a paragraph style
    foot = section.footer.paragraphs[0].add_run(letter.foot)
    foot.font.size = Pt(SMALL_POINTS)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = letter.title, letter.sender, ""
    properties.created = properties.modified = letter.written_at.replace(tzinfo=None)


def _write(what: object, font: str, points: float) -> None:
    """Sets the font, the Chinese one too, of a run or a style."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    what.font.name, what.font.size = font, Pt(points)  # type: ignore[attr-defined]
    what.element.rPr.rFonts.set(qn("w:eastAsia"), font)  # type: ignore[attr-defined]


def _add_table(document: Document, told: LetterTable) -> None:
    from docx.shared import Cm, Pt

    if told.title:
        heading = document.add_paragraph()
        heading.paragraph_format.space_before = Pt(8)
        _write(heading.add_run(shown(told.title)), HEADING_FONT, BODY_POINTS)
    table = document.add_table(rows=1, cols=len(told.headings), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, told.widths, strict=True):
        column.width = Cm(width)
    for row in (told.headings, *told.rows):
        cells = table.rows[0].cells if row is told.headings else table.add_row().cells
        for cell, text, width in zip(cells, row, told.widths, strict=True):
            cell.width = Cm(width)
            _fill(cell, shown(text), bold=row is told.headings)


def _fill(cell: _Cell, text: str, *, bold: bool) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing = 1.2
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(10.5)
