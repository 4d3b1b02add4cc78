"""Pictures of every stored form stand upright, in RGB, page by page."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dossier.page import ProblemCode
from extractors.readers import inspect, read_file, render_page
from extractors.readers.cuts import cut_rows
from extractors.readers.image import ImageSource, as_rgb
from tests.extractors.readers import making

LINES = ("社会组织评估等级证书", "评估等级：5A", "发证日期：2023年5月18日")


def stored(path: Path, image: Image.Image, kind: str, **options: object) -> Path:
    path.write_bytes(making.encoded(image, kind, **options))
    return path


@pytest.mark.ocr
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "WEBP", "HEIF"])
def test_every_format_is_read(tmp_path: Path, kind: str) -> None:
    from pillow_heif import register_heif_opener

    register_heif_opener()
    reading = read_file(stored(tmp_path / "IMG_2041", making.picture(*LINES), kind))
    assert [line.text for line in reading.pages[0].lines] == list(LINES)
    assert reading.origin == "ocr"
    assert not reading.problems


@pytest.mark.ocr
@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_photo_stands_upright_by_its_exif(tmp_path: Path, orientation: int) -> None:
    turn = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = making.picture(*LINES).transpose(turn[orientation])
    path = stored(tmp_path / "a.jpg", image, "JPEG", exif=exif)
    reading = read_file(path)
    assert [line.text for line in reading.pages[0].lines] == list(LINES)
    assert reading.pages[0].turned == 0
    assert render_page(path, reading, 1).size == (900, 220)


@pytest.mark.ocr
def test_a_photo_without_exif_is_turned_and_drawn_turned(tmp_path: Path) -> None:
    path = stored(
        tmp_path / "a.png", making.picture(*LINES, height=600).transpose(Image.Transpose.ROTATE_90), "PNG"
    )
    reading = read_file(path)
    page = reading.pages[0]
    assert page.turned == 90
    assert (page.width, page.height) == (900, 600)
    assert render_page(path, reading, 1).size == (900, 600)
    assert page.lines[0].box.y0 < 0.2


@pytest.mark.ocr
def test_each_frame_of_a_tif_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    first = making.picture("第一页评估等级")
    first.save(path, save_all=True, append_images=[making.picture("第二页年检合格")], compression="tiff_lzw")
    reading = read_file(path)
    assert ["".join(line.text for line in page.lines) for page in reading.pages] == [
        "第一页评估等级",
        "第二页年检合格",
    ]
    assert [page.number for page in reading.pages] == [1, 2]


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "RGBA", "LA", "I;16", "I", "F", "YCbCr"])
def test_every_mode_becomes_rgb_with_dark_text_on_white(mode: str) -> None:
    plain = making.picture("评估等级")
    if mode in ("I;16", "I", "F"):
        values = np.asarray(plain.convert("L"))
        kind = {"I;16": np.uint16, "I": np.int32, "F": np.float32}[mode]
        scale = 1 if mode == "F" else 257
        image = Image.fromarray((values.astype(np.float64) * scale).astype(kind))
    elif mode in ("RGBA", "LA"):
        image = Image.new("RGBA", plain.size, (0, 0, 0, 0))
        ink = plain.convert("L").point([255 - value for value in range(256)])
        image.putalpha(ink)
        image = image.convert(mode)
    else:
        image = plain.convert(mode)
    result = as_rgb(image)
    assert result.mode == "RGB"
    values = np.asarray(result.convert("L"))
    assert values[0, 0] > 245
    assert values.min() < 20
    assert np.abs(values.astype(int) - np.asarray(plain.convert("L"))).mean() < 6


def test_a_long_screenshot_is_cut_where_there_is_no_text(tmp_path: Path) -> None:
    image = making.picture(*(f"第{number}行聊天记录内容" for number in range(1, 41)), width=400, points=24)
    path = stored(tmp_path / "a.png", image, "PNG")
    pages = inspect(path).page_count
    cuts = cut_rows(image)
    assert pages == len(cuts) > 2
    assert cuts[0][0] == 0
    assert cuts[-1][1] == image.height
    grey = np.asarray(image.convert("L"))
    for _, bottom in cuts[:-1]:
        assert grey[bottom - 2 : bottom + 2].min() > 200
    source = ImageSource(path)
    assert sum(source.render(index, 300).height for index in range(pages)) == image.height


def test_a_wide_picture_is_one_page(tmp_path: Path) -> None:
    assert (
        inspect(stored(tmp_path / "a.png", making.picture("横幅", width=2000, height=200), "PNG")).page_count
        == 1
    )


@pytest.mark.ocr
def test_the_same_picture_in_another_size_has_nearly_the_same_fingerprint(tmp_path: Path) -> None:
    image = making.certificate_image(tmp_path / "page.pdf")
    prints = [
        int(
            read_file(stored(tmp_path / f"{size}.jpg", image.resize((size, size * 842 // 595)), "JPEG"))
            .pages[0]
            .fingerprint
            or "",
            16,
        )
        for size in (900, 1100)
    ]
    assert (prints[0] ^ prints[1]).bit_count() <= 6


@pytest.mark.ocr
def test_a_blank_picture_is_told(tmp_path: Path) -> None:
    reading = read_file(stored(tmp_path / "a.png", Image.new("RGB", (800, 1000), "white"), "PNG"))
    assert {problem.code for problem in reading.problems} == {ProblemCode.BLANK_PAGE, ProblemCode.EMPTY}
