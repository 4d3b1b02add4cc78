"""OFD: text at its places, templates, matrices, tables, and scans inside."""

import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dossier.page import ProblemCode
from extractors.readers import inspect, read_file, render_page
from extractors.readers.ofd_objects import deltas
from tests.extractors.readers import making


def test_text_lies_where_it_is_drawn(tmp_path: Path) -> None:
    content = making.ofd_text(20, 20, "南京市民政局", 6) + making.ofd_text(
        20, 50, "发证日期：2023年5月", 2, 'CTM="2 0 0 2 0 0"'
    )
    path = making.ofd(tmp_path / "a.ofd", [content], template=making.ofd_text(80, 5, "电子证照"))
    reading = read_file(path)
    page = reading.pages[0]
    assert [line.text for line in page.lines] == ["电子证照", "南京市民政局", "发证日期：2023年5月"]
    box = page.lines[1].box
    assert (box.x0, box.x1) == (pytest.approx(20 / 210, abs=0.002), pytest.approx(56 / 210, abs=0.002))
    assert (box.y0, box.y1) == (pytest.approx(20.7 / 297, abs=0.003), pytest.approx(26.7 / 297, abs=0.003))
    assert page.lines[2].box.height == pytest.approx(4 / 297, abs=0.002)
    image = render_page(path, reading, 1, dpi=100).convert("L")
    part = image.crop(
        (box.x0 * image.width, box.y0 * image.height, box.x1 * image.width, box.y1 * image.height)
    )
    assert np.asarray(part).min() < 100


def test_text_that_is_not_drawn_is_not_read(tmp_path: Path) -> None:
    content = (
        making.ofd_text(20, 20, "看得见的文字")
        + making.ofd_text(20, 40, "不可见的文字", more='Visible="false"')
        + making.ofd_text(20, 60, "透明的评估等级", more='Alpha="0"')
    )
    reading = read_file(making.ofd(tmp_path / "a.ofd", [content]))
    assert [line.text for line in reading.pages[0].lines] == ["看得见的文字"]
    assert len(reading.signals) == 1


def test_cells_of_a_ruled_table_are_kept_apart(tmp_path: Path) -> None:
    grid = "".join(f"M 0 {y} L 80 {y} " for y in (0, 10, 20)) + "".join(
        f"M {x} 0 L {x} 20 " for x in (0, 17, 80)
    )
    content = (
        f'<ofd:PathObject Boundary="20 20 80 20" LineWidth="0.3"><ofd:AbbreviatedData>{grid}</ofd:AbbreviatedData>'
        "</ofd:PathObject>" + making.ofd_text(20.5, 21, "单位名称") + making.ofd_text(37.5, 21, "服务中心")
    )
    reading = read_file(making.ofd(tmp_path / "a.ofd", [content]))
    assert [line.text for line in reading.pages[0].lines] == ["单位名称", "服务中心"]


@pytest.mark.ocr
def test_a_scan_inside_is_read_by_ocr(tmp_path: Path) -> None:
    image = making.certificate_image(tmp_path / "page.pdf")
    content = '<ofd:ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="100"/>'
    path = making.ofd(tmp_path / "a.ofd", [content], {"scan.jpg": making.encoded(image, "JPEG")})
    reading = read_file(path)
    assert reading.origin == "ocr"
    assert "评估等级：3A" in [line.text for line in reading.pages[0].lines]


def test_the_seal_of_a_signature_is_drawn_and_reads_as_nothing(tmp_path: Path) -> None:
    seal = making.encoded(Image.new("RGBA", (100, 100), (220, 0, 0, 255)), "PNG")
    names = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    path = making.ofd(tmp_path / "a.ofd", [making.ofd_text(20, 20, "南京市民政局")])
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["OFD.xml"] = parts["OFD.xml"].replace(
        b"</ofd:DocBody>", b"<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody>"
    )
    parts["Doc_0/Signs/Signatures.xml"] = (
        f'<ofd:Signatures {names}><ofd:Signature ID="1" BaseLoc="S1/Signature.xml"/></ofd:Signatures>'.encode()
    )
    parts["Doc_0/Signs/S1/Signature.xml"] = (
        f"<ofd:Signature {names}><ofd:SignedInfo><ofd:Seal><ofd:BaseLoc>Seal.esl</ofd:BaseLoc></ofd:Seal>"
        '<ofd:StampAnnot PageRef="0" Boundary="100 100 40 40"/></ofd:SignedInfo></ofd:Signature>'
    ).encode()
    parts["Doc_0/Signs/S1/Seal.esl"] = b"\x30\x82" + seal + b"\x00"
    making.archive(path, list(parts.items()))
    reading = read_file(path)
    assert [line.text for line in reading.pages[0].lines] == ["南京市民政局"]
    assert reading.origin == "text"
    image = render_page(path, reading, 1, dpi=50)
    assert image.getpixel((round(120 / 210 * image.width), round(120 / 297 * image.height))) == (220, 0, 0)


def test_a_picture_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    content = making.ofd_text(20, 20, "正文") + '<ofd:ImageObject Boundary="0 40 50 50" ResourceID="100"/>'
    reading = read_file(making.ofd(tmp_path / "a.ofd", [content], {"scan.jb2": b"\x97JB2" * 100}))
    assert [(problem.code, problem.page, problem.fatal) for problem in reading.problems] == [
        (ProblemCode.UNSUPPORTED, 1, False)
    ]
    assert [line.text for line in reading.pages[0].lines] == ["正文"]


def test_pages_are_counted(tmp_path: Path) -> None:
    assert inspect(making.ofd(tmp_path / "a.ofd", [making.ofd_text(20, 20, "页")] * 3)).page_count == 3


def test_steps_may_be_grouped() -> None:
    assert deltas("g 3 5.5 2") == [5.5, 5.5, 5.5, 2.0]
    assert deltas(None) == []
