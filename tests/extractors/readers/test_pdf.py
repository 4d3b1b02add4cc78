"""Digital PDFs: lines, cells, turns, and text that can't be seen."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Table, TableStyle

from dossier.page import ProblemCode, Reading, SignalCode
from dossier.void_marks import void_mark
from extractors.readers import read_file, render_page
from tests.extractors.readers import making

pytestmark = pytest.mark.ocr


def texts(reading: Reading, number: int = 1) -> list[str]:
    return [line.text for line in reading.pages[number - 1].lines]


def test_a_digital_page_gives_its_lines_with_their_places(tmp_path: Path) -> None:
    reading = read_file(making.pdf(tmp_path / "a.pdf", making.certificate))
    assert texts(reading) == ["社会组织评估等级证书", *making.CERTIFICATE]
    assert reading.origin == "text"
    assert not reading.problems
    assert not reading.signals
    title = reading.pages[0].lines[0].box
    assert title.centre[0] == pytest.approx(0.5, abs=0.01)
    assert title.y0 == pytest.approx(1 - (780 + 17.6) / 842, abs=0.01)
    assert reading.pages[0].fingerprint


def test_a_wide_gap_ends_a_line_and_a_narrow_one_does_not(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        making.text(paper, 60, 700, "甲方：江苏省总工会")
        making.text(paper, 60 + 9 * 12 + 20, 700, "乙方：职工服务中心")
        making.text(paper, 60, 600, "合同金额")
        making.text(paper, 60 + 4 * 12 + 10, 600, "50000元")

    assert texts(read_file(making.pdf(tmp_path / "a.pdf", draw))) == [
        "甲方：江苏省总工会",
        "乙方：职工服务中心",
        "合同金额50000元",
    ]


def test_characters_spread_over_a_title_are_one_line(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        for index, character in enumerate("登记证书"):
            making.text(paper, 150 + index * 60, 700, character, points=24)
        making.text(paper, 60, 500, "姓")
        making.text(paper, 96, 500, "名：王小明")

    assert texts(read_file(making.pdf(tmp_path / "a.pdf", draw))) == ["登记证书", "姓名：王小明"]


def test_a_vertical_rule_ends_a_line(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        making.text(paper, 60, 700, "评估等级")
        making.text(paper, 60 + 4 * 12 + 5, 700, "有效期限")
        paper.line(60 + 4 * 12 + 2.5, 680, 60 + 4 * 12 + 2.5, 730)

    assert texts(read_file(making.pdf(tmp_path / "a.pdf", draw))) == ["评估等级", "有效期限"]


def test_text_wrapped_in_a_cell_is_one_line(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        cells = [
            ["单位名称", "南京市建邺区职\n工服务中心", "登记日期"],
            ["负责人", "王小明", "2019年3月6日"],
        ]
        table = Table(cells, colWidths=[80, 7 * 12 + 14, 120])
        table.setStyle(
            TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "zh", 12)])
        )
        table.wrapOn(paper, 400, 400)
        table.drawOn(paper, 80, 500)

    found = texts(read_file(making.pdf(tmp_path / "a.pdf", draw)))
    assert "南京市建邺区职工服务中心" in found
    assert {"单位名称", "登记日期", "负责人", "王小明", "2019年3月6日"} <= set(found)
    assert len(found) == 6


def test_a_word_across_a_table_is_no_part_of_the_cell_under_its_middle(tmp_path: Path) -> None:
    def draw(paper: making.Canvas) -> None:
        table = Table([["年检结论", "合格"] for _ in range(12)], colWidths=[240, 240], rowHeights=30)
        table.setStyle(
            TableStyle([("GRID", (0, 0), (-1, -1), 1, "black"), ("FONT", (0, 0), (-1, -1), "zh", 12)])
        )
        table.wrapOn(paper, 480, 400)
        table.drawOn(paper, 50, 300)
        paper.translate(180, 400)
        paper.rotate(28)
        making.text(paper, 0, 0, "注销作废", points=90)

    (page,) = read_file(making.pdf(tmp_path / "void.pdf", draw)).pages
    assert "注销作废" in [line.text for line in page.lines]
    assert void_mark([page]) is not None


def test_bold_that_is_drawn_twice_counts_once(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        making.text(paper, 60, 700, "评估等级：5A")
        making.text(paper, 60.4, 700, "评估等级：5A")

    assert texts(read_file(making.pdf(tmp_path / "a.pdf", draw))) == ["评估等级：5A"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_rotated_by_its_file_is_read_upright(tmp_path: Path, rotation: int) -> None:
    def draw(paper: Any) -> None:
        # reportlab swaps the sides of a page that it rotates by 90 or 270.
        width, height = (595, 842) if rotation == 180 else (842, 595)
        paper.setPageRotation(rotation)
        # The content is drawn turned the other way, so that the page is upright when it is shown.
        if rotation == 90:
            paper.translate(width, 0)
            paper.rotate(90)
        elif rotation == 180:
            paper.translate(width, height)
            paper.rotate(180)
        else:
            paper.translate(0, height)
            paper.rotate(270)
        making.text(paper, 60, 300, "评估等级：5A级社会组织")
        making.text(paper, 60, 260, "发证日期：2023年5月18日")

    reading = read_file(making.pdf(tmp_path / "a.pdf", draw))
    page = reading.pages[0]
    assert texts(reading) == ["评估等级：5A级社会组织", "发证日期：2023年5月18日"]
    assert page.turned == 0
    assert page.lines[0].box.width > page.lines[0].box.height
    assert page.origin == "text"
    assert page.lines[0].box.x0 == pytest.approx(60 / 595, abs=0.002)


def test_a_sideways_page_is_turned(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        paper.translate(595, 0)
        paper.rotate(90)
        making.text(paper, 100, 300, "满意度调查统计表")
        making.text(paper, 100, 260, "发放问卷200份，收回180份")

    path = making.pdf(tmp_path / "a.pdf", draw)
    reading = read_file(path)
    page = reading.pages[0]
    assert page.turned == 90
    assert page.width > page.height
    assert texts(reading)[0] == "满意度调查统计表"
    image = render_page(path, reading, 1, dpi=72)
    assert image.width > image.height
    box = page.lines[0].box
    part = image.convert("L").crop(
        (
            round(box.x0 * image.width),
            round(box.y0 * image.height),
            round(box.x1 * image.width),
            round(box.y1 * image.height),
        )
    )
    assert np.asarray(part).min() < 128


def test_the_crop_box_bounds_the_page(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        paper.setCropBox((100, 400, 500, 800))
        making.text(paper, 120, 700, "裁切之内的文字2023年")
        making.text(paper, 120, 100, "裁切之外的文字2033年")

    reading = read_file(making.pdf(tmp_path / "a.pdf", draw))
    assert texts(reading) == ["裁切之内的文字2023年"]
    assert reading.pages[0].lines[0].box.x0 == pytest.approx(20 / 400, abs=0.005)
    assert [signal.code for signal in reading.signals] == [SignalCode.TEXT_LAYER_MISMATCH]
    assert "裁切之外" in reading.signals[0].message


@pytest.mark.parametrize("way", ["white", "mode", "off"])
def test_text_that_cannot_be_seen_is_not_counted(tmp_path: Path, way: str) -> None:
    def draw(paper: Any) -> None:
        making.certificate(paper)
        if way == "white":
            paper.setFillColorRGB(1, 1, 1)
        making.text(
            paper,
            80 if way != "off" else 700,
            400,
            "评估等级：5A，有效期至2033年",
            mode=3 if way == "mode" else 0,
        )

    reading = read_file(making.pdf(tmp_path / "a.pdf", draw))
    assert not any("5A" in line for line in texts(reading))
    assert [signal.code for signal in reading.signals] == [SignalCode.TEXT_LAYER_MISMATCH]
    assert "5A" in reading.signals[0].text
    assert (reading.signals[0].box is None) == (way == "off")


@pytest.mark.parametrize("way", ["shape", "picture"])
def test_text_under_a_cover_is_not_counted(tmp_path: Path, way: str) -> None:
    def draw(paper: Any) -> None:
        making.certificate(paper)
        if way == "shape":
            paper.setFillColorRGB(1, 1, 1)
            paper.rect(75, 664, 200, 22, fill=1, stroke=0)
            paper.setFillColorRGB(0, 0, 0)
            making.text(paper, 80, 670, "评估等级：5A")
        else:
            patch = making.picture("评估等级：5A", width=450, height=66).crop((30, 10, 450, 66))
            paper.drawImage(ImageReader(patch), 76, 662, 165, 22)

    reading = read_file(making.pdf(tmp_path / "a.pdf", draw))
    found = texts(reading)
    assert not any("3A" in line for line in found)
    assert any("5A" in line for line in found)
    assert any("3A" in signal.text for signal in reading.signals)


_RADICALS = """
import sys
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as Embedded
from reportlab.pdfgen.canvas import Canvas

source, folder = sys.argv[1:]
font = TTFont(source, fontNumber=0)
for table in font["cmap"].tables:
    if table.isUnicode():
        table.cmap[0x2EA0], table.cmap[0x2F47] = table.cmap[ord("民")], table.cmap[ord("日")]
font.save(folder + "/radicals.ttf")
pdfmetrics.registerFont(Embedded("radicals", folder + "/radicals.ttf"))
paper = Canvas(folder + "/a.pdf")
paper.setFont("radicals", 18)
paper.drawString(60, 600, "南京市\u2ea0政局 \u2f47期")
paper.save()
"""
"""Draws with a font in which the radicals have the glyphs of 民 and 日, as many office suites embed."""


def test_radicals_are_read_as_the_characters_that_they_stand_for(tmp_path: Path) -> None:
    # In a process of its own: fonts that other tests registered would lend their characters.
    subprocess.run([sys.executable, "-c", _RADICALS, making.FONT, str(tmp_path)], check=True, timeout=60)
    assert texts(read_file(tmp_path / "a.pdf")) == ["南京市民政局日期"]


def test_a_font_that_lies_about_its_glyphs_is_found_out(tmp_path: Path) -> None:
    from reportlab import rl_config

    def draw(paper: Any) -> None:
        making.text(paper, 60, 700, "社会组织评估等级证书", points=24)
        making.text(paper, 60, 600, "评估等级：3A", points=18)
        making.text(paper, 60, 550, "南京市民政局颁发给本单位", points=18)

    compression = rl_config.pageCompression
    rl_config.pageCompression = 0
    try:
        data = making.pdf(tmp_path / "a.pdf", draw).read_bytes()
    finally:
        rl_config.pageCompression = compression
    # The glyph of 3 is given the meaning of 5 in the font's table of meanings.
    meanings = data.index(b"begincmap")
    assert b"<0033>" in data[meanings:]
    path = tmp_path / "lying.pdf"
    path.write_bytes(data[:meanings] + data[meanings:].replace(b"<0033>", b"<0035>"))
    reading = read_file(path)
    assert any("3A" in line for line in texts(reading))
    assert not any("5A" in line for line in texts(reading))
    assert any("5A" in signal.message for signal in reading.signals)


def test_a_seal_over_the_text_hides_nothing(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        making.certificate(paper)
        seal = Image.new("RGBA", (300, 300), (255, 255, 255, 0))
        from PIL import ImageDraw

        ImageDraw.Draw(seal).ellipse((10, 10, 290, 290), outline=(220, 0, 0, 160), width=10)
        paper.drawImage(ImageReader(seal), 120, 560, 100, 100, mask="auto")

    reading = read_file(making.pdf(tmp_path / "a.pdf", draw))
    assert texts(reading)[1:] == list(making.CERTIFICATE)
    assert not reading.signals


def test_filled_form_fields_are_read(tmp_path: Path) -> None:
    def draw(paper: Any) -> None:
        making.text(paper, 60, 700, "信用代码")
        paper.acroForm.textfield(
            name="code", value="51320100MJ5555555X", x=150, y=690, width=220, height=24, fontSize=12
        )

    assert "51320100MJ5555555X" in texts(read_file(making.pdf(tmp_path / "a.pdf", draw)))


def test_a_page_of_text_and_a_photo_is_mixed(tmp_path: Path) -> None:
    photo = making.picture("培训签到表", "时间：2024年3月15日", width=700)

    def draw(paper: Any) -> None:
        making.text(paper, 60, 760, "培训活动记录")
        paper.drawImage(ImageReader(photo), 60, 400, 450, 450 * photo.height / photo.width)

    reading = read_file(making.pdf(tmp_path / "a.pdf", draw))
    page = reading.pages[0]
    assert page.origin == "mixed"
    assert {line.text: line.origin for line in page.lines}["培训活动记录"] == "text"
    inside = next(line for line in page.lines if "2024" in line.text)
    assert inside.origin == "ocr"
    assert 1 - 0.9 < inside.box.y0 < 0.6


def test_an_empty_page_is_told_but_harms_nothing(tmp_path: Path) -> None:
    reading = read_file(making.pdf(tmp_path / "a.pdf", making.certificate, lambda _: None))
    assert [(problem.code, problem.page, problem.fatal) for problem in reading.problems] == [
        (ProblemCode.BLANK_PAGE, 2, False)
    ]
    assert len(reading.pages) == 2


def test_a_document_of_empty_pages_is_empty(tmp_path: Path) -> None:
    reading = read_file(making.pdf(tmp_path / "a.pdf", lambda _: None))
    assert ProblemCode.EMPTY in {problem.code for problem in reading.problems if problem.fatal}
