"""Word, Excel, web pages and text: one line a paragraph or cell, each with its place in words."""

import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from openpyxl import Workbook
from openpyxl.drawing.image import Image as SheetImage

from dossier.page import Line, Reading
from extractors.readers import read_file, render_page
from extractors.readers.cell_text import cell_text
from tests.extractors.readers import making


def lines(reading: Reading) -> dict[str, Line]:
    return {line.text: line for page in reading.pages for line in page.lines}


def docx(path: Path, build: Any) -> Path:
    from docx import Document

    document = Document()
    build(document)
    document.save(str(path))
    return path


def test_paragraphs_and_cells_have_locators(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("关于成立工会的批复")
        document.add_paragraph("甲方：省总工会\t\t乙方：服务中心")
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "基本情况"
        table.cell(0, 1).text = "名称"
        table.cell(0, 2).text = "服务中心\n南京分部"
        table.cell(1, 1).merge(table.cell(1, 2)).text = "跨两列"
        table.cell(2, 2).text = "末格"

    reading = read_file(docx(tmp_path / "a.docx", build))
    found = lines(reading)
    assert {text: line.locator for text, line in found.items()} == {
        "关于成立工会的批复": "第1段",
        "甲方：省总工会": "第2段",
        "乙方：服务中心": "第2段",
        "基本情况": "第1个表格第1行第1列",
        "名称": "第1个表格第1行第2列",
        "服务中心": "第1个表格第1行第3列",
        "南京分部": "第1个表格第1行第3列",
        "跨两列": "第1个表格第2行第2列",
        "末格": "第1个表格第3行第3列",
    }
    assert found["名称"].box.y0 == found["基本情况"].box.y0
    assert found["名称"].box.x1 <= found["服务中心"].box.x0
    assert found["甲方：省总工会"].box.y0 == found["乙方：服务中心"].box.y0
    assert not reading.pages[0].rendered
    assert reading.pages[0].fingerprint is None
    assert reading.origin == "text"


def test_headers_footers_boxes_controls_and_check_marks_are_kept(tmp_path: Path) -> None:
    from docx.oxml import parse_xml

    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    box = "<w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent>"

    fallback = f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"

    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "南京市民政局文件"
        document.sections[0].footer.paragraphs[0].text = "抄送：市总工会"
        body = document.element.body
        for content in (
            (
                f"<w:p {names}><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>{fallback}"
                "</mc:AlternateContent></w:r></w:p>"
            ),
            f"<w:sdt {names}><w:sdtContent><w:p><w:r><w:t>控件中的段落</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            (
                f"<w:p {names}><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr></w:sdt>"
                "<w:r><w:t>是 </w:t><w:sym w:font='Wingdings 2' w:char='F0A3'/><w:t>否 √满意</w:t></w:r></w:p>"
            ),
            (
                f"<w:p {names}><w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>"
                "<w:t>旧式</w:t></w:r></w:p>"
            ),
            (
                f"<w:p {names}><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>增补</w:t></w:r></w:ins>"
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>"
            ),
        ):
            body.insert(len(body) - 1, parse_xml(content))

    found = [line.text for line in read_file(docx(tmp_path / "a.docx", build)).pages[0].lines]
    assert found == [
        "南京市民政局文件",
        "框中文字",
        "控件中的段落",
        "☑是 ☐否 √满意",
        "☑旧式",
        "增补",
        "抄送：市总工会",
    ]


@pytest.mark.ocr
def test_a_pasted_photo_is_a_page_of_its_own(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    making.picture("评估等级：5A").save(photo)

    def build(document: Any) -> None:
        document.add_paragraph("证书见下图")
        document.add_picture(str(photo))

    path = docx(tmp_path / "a.docx", build)
    reading = read_file(path)
    assert [page.rendered for page in reading.pages] == [False, True]
    assert reading.origin == "mixed"
    line = reading.pages[1].lines[0]
    assert (line.text, line.origin, line.locator) == ("评估等级：5A", "ocr", "第1张图片")
    assert render_page(path, reading, 2).size == (900, 100)


def test_a_long_document_is_split_into_pages(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        for number in range(150):
            document.add_paragraph(f"第{number}条 " + "内容" * (40 if number == 70 else 3))

    reading = read_file(docx(tmp_path / "a.docx", build))
    assert len(reading.pages) == 3
    assert [page.number for page in reading.pages] == [1, 2, 3]
    assert sum(len(page.lines) for page in reading.pages) == 150
    assert all(0 <= line.box.y0 < line.box.y1 <= 1 for page in reading.pages for line in page.lines)


def test_our_own_layout_can_be_drawn(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", lambda document: document.add_paragraph("评估等级：5A"))
    reading = read_file(path)
    image = render_page(path, reading, 1, dpi=100)
    assert image.size == (827, 1169)
    box = reading.pages[0].lines[0].box
    part = image.convert("L").crop(
        (int(box.x0 * 827), int(box.y0 * 1169), int(box.x1 * 827), int(box.y1 * 1169) + 1)
    )
    assert np.asarray(part).min() < 80


def test_a_workbook_gives_values_as_printed(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "满意度"
    sheet["A1"] = "职工满意度统计"
    sheet.merge_cells("A1:C1")
    sheet.append(["日期", "人数", "满意率"])
    sheet.append([dt.date(2024, 3, 1), 1200, 0.9125])
    sheet["A3"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["B3"].number_format = "#,##0"
    sheet["C3"].number_format = "0.00%"
    sheet["D3"] = "=B3*2"
    sheet["A4"] = "隐藏的行"
    sheet.row_dimensions[4].hidden = True
    book.create_sheet("名单")["B2"] = "王小明"
    hidden = book.create_sheet("暗表")
    hidden["A1"] = "看不见"
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    found = lines(read_file(tmp_path / "a.xlsx"))
    assert {text: line.locator for text, line in found.items()} == {
        "职工满意度统计": "表“满意度”A1",
        "日期": "表“满意度”A2",
        "人数": "表“满意度”B2",
        "满意率": "表“满意度”C2",
        "2024年3月1日": "表“满意度”A3",
        "1,200": "表“满意度”B3",
        "91.25%": "表“满意度”C3",
        "王小明": "表“名单”B2",
    }
    assert found["1,200"].box.x0 == found["人数"].box.x0


def test_pictures_in_a_workbook_are_pages(tmp_path: Path) -> None:
    making.picture("签到表").resize((900, 200)).save(tmp_path / "photo.png")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "签到"
    sheet.add_image(SheetImage(str(tmp_path / "photo.png")), "C3")
    book.save(tmp_path / "a.xlsx")
    from extractors.readers import inspect

    assert inspect(tmp_path / "a.xlsx").page_count == 2


@pytest.mark.parametrize(
    ("value", "shape", "printed"),
    [
        (dt.datetime.fromisoformat("2023-05-01"), "yyyy-mm-dd", "2023-05-01"),
        (dt.datetime.fromisoformat("2023-05-01"), 'yyyy"年"mm"月";@', "2023年05月"),
        (dt.datetime.fromisoformat("2023-05-01T09:05"), "yyyy/m/d h:mm", "2023/5/1 9:05"),
        (dt.datetime.fromisoformat("2023-05-01T14:05"), "h:mm AM/PM", "2:05 PM"),
        (dt.datetime.fromisoformat("2023-05-01"), "[$-804]yyyy年m月d日", "2023年5月1日"),
        (dt.datetime.fromisoformat("2023-05-01"), "General", "2023-05-01 00:00:00"),
        (0.7, "0%", "70%"),
        (1234.5, '#,##0.00"元"', "1,234.50元"),
        (1234.5, "¥#,##0.00", "¥1,234.50"),
        (7.0, "General", "7"),
        (7, "000", "007"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        (None, "General", ""),
    ],
)  # fmt: skip
def test_values_are_printed_by_their_format(value: Any, shape: str, printed: str) -> None:
    assert cell_text(value, shape) == printed


def test_a_web_page_is_laid_out(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(
        "<html><head><meta charset='gb2312'><title>题</title><style>p{}</style></head><body><h1>江苏工人报</h1>"
        "<p>服务中心\n获评<b>5A</b>级<br>记者王小明</p><script>alert(1)</script><div style='display:none'>藏</div>"
        "<table><tr><td rowspan='2'>结论</td><td>合格</td></tr><tr><td><input type='checkbox' checked>年检</td></tr>"
        "</table>尾</body></html>".encode("gb18030")
    )
    found = {text: line.locator for text, line in lines(read_file(tmp_path / "a.html")).items()}
    assert found == {
        "江苏工人报": "第1段",
        "服务中心获评5A级": "第2段",
        "记者王小明": "第3段",
        "结论": "第1个表格第1行第1列",
        "合格": "第1个表格第1行第2列",
        "☑年检": "第1个表格第2行第2列",
        "尾": "第4段",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("统一社会信用代码：51320100MJ\r\n\r\n评估等级：5A\n".encode(encoding))
    found = lines(read_file(tmp_path / "a.txt"))
    assert {text: line.locator for text, line in found.items()} == {
        "统一社会信用代码：51320100MJ": "第1行",
        "评估等级：5A": "第3行",
    }
