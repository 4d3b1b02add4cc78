"""Blocks as docx, xlsx, html and txt files. The bytes depend on the content only."""

import html as escape
import io
import re
import zipfile
from collections.abc import Sequence

from tests.corpus import marks
from tests.corpus.flow import Block


def frozen(archive: bytes) -> bytes:
    """The same zip with all times taken out, so that equal content gives equal bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-11-01T08:00:00Z", data)
            info = zipfile.ZipInfo(name, (2026, 11, 1, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return out.getvalue()


def to_docx(blocks: Sequence[Block]) -> bytes:
    """A Word document of headings, paragraphs and tables."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt
    from docx.styles.style import ParagraphStyle

    document = Document()
    style = document.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    style.font.name = "Times New Roman"
    style.font.size = Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    for block in blocks:
        if block.kind == "table":
            _docx_table(document, block)
            continue
        paragraph = document.add_paragraph()
        run = paragraph.add_run(marks.plain(block.text))
        if block.kind == "heading":
            run.bold = True
            run.font.size = Pt(18 if block.level == 1 else 14)
            if block.level == 1:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif block.kind == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        else:
            paragraph.paragraph_format.first_line_indent = Pt(24)
    out = io.BytesIO()
    document.save(out)
    return frozen(out.getvalue())


def _docx_table(document: object, block: Block) -> None:
    from docx.document import Document

    from tests.corpus.flow import grid

    assert isinstance(document, Document)
    columns = len(block.widths)
    table = document.add_table(rows=len(block.rows), cols=columns, style="Table Grid")
    for placed in grid(block.rows, columns):
        cell = table.cell(placed.row, placed.column)
        if placed.cell.columns > 1 or placed.cell.rows > 1:
            far = table.cell(placed.row + placed.cell.rows - 1, placed.column + placed.cell.columns - 1)
            cell = cell.merge(far)
        cell.text = marks.plain(placed.cell.text)


def to_html(blocks: Sequence[Block], title: str) -> bytes:
    """A saved web page."""
    out = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN"><head><meta charset="utf-8">',
        f"<title>{escape.escape(title)}</title></head><body><div class='article'>",
    ]
    for block in blocks:
        if block.kind == "table":
            out.append("<table border='1'>")
            for row in block.rows:
                cells = "".join(
                    f"<td{_spans(cell.columns, cell.rows)}>{escape.escape(marks.plain(cell.text))}</td>"
                    for cell in row
                )
                out.append(f"<tr>{cells}</tr>")
            out.append("</table>")
        elif block.kind == "heading":
            level = min(block.level, 4)
            out.append(f"<h{level}>{escape.escape(marks.plain(block.text))}</h{level}>")
        else:
            out.append(f"<p>{escape.escape(marks.plain(block.text))}</p>")
    out.append("</div></body></html>\n")
    return "\n".join(out).encode()


def _spans(columns: int, rows: int) -> str:
    return (f' colspan="{columns}"' if columns > 1 else "") + (f' rowspan="{rows}"' if rows > 1 else "")


def to_txt(blocks: Sequence[Block], encoding: str = "utf-8") -> bytes:
    """Plain text; tables become tabs."""
    out: list[str] = []
    for block in blocks:
        if block.kind == "table":
            out.extend("\t".join(marks.plain(cell.text) for cell in row) for row in block.rows)
        elif block.kind == "right":
            out.append("　" * 18 + marks.plain(block.text))
        else:
            out.append(("　　" if block.kind == "paragraph" else "") + marks.plain(block.text))
    return ("\r\n".join(out) + "\r\n").encode(encoding)


def to_xlsx(sheets: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> bytes:
    """A workbook; numbers are written as numbers, a row of one cell is a title."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side

    book = Workbook()
    book.remove(book.worksheets[0])
    thin = Side(style="thin")
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        widest = max((len(row) for row in rows), default=1)
        for number, row in enumerate(rows, start=1):
            for column, marked in enumerate(row, start=1):
                text = marks.plain(marked)
                value: str | float = float(text) if re.fullmatch(r"-?\d{1,9}(\.\d+)?", text) else text
                if isinstance(value, float) and value.is_integer() and "." not in text:
                    value = int(value)
                cell = sheet.cell(number, column, value)
                cell.alignment = Alignment(wrap_text=True, vertical="center")
                if len(row) > 1:
                    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            if len(row) == 1 and widest > 1:
                sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=widest)
                sheet.cell(number, 1).font = Font(bold=number == 1, size=16 if number == 1 else 11)
    out = io.BytesIO()
    book.save(out)
    return frozen(out.getvalue())
