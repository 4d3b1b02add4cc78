"""Traces of editing: each is found on a file made to carry it, and on none that is as it was made."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics

from dossier.page import Signal, SignalCode
from extractors.readers.pdf import PdfSource
from extractors.readers.traces import in_jpeg, in_picture
from extractors.readers.traces_fonts import family
from extractors.readers.traces_pixels import spots_in_jpeg
from tests.extractors.readers import making


def _signals(path: Path, code: SignalCode) -> list[Signal]:
    """The traces of one code, of the whole file."""
    source = PdfSource(path)
    try:
        found = [
            signal
            for index in range(source.page_count)
            for signal in [*_page(source, index), *source.of_file(index + 1)]
        ]
    finally:
        source.close()
    return [signal for signal in found if signal.code is code]


def _page(source: PdfSource, index: int) -> list[Signal]:
    page = source.page(index)
    try:
        return page.traces(page.text_turn())
    finally:
        page.close()


Parts = list[tuple[str, str]]


def _line(paper: making.Canvas, x: float, y: float, parts: Parts) -> None:
    """Words one after the other, each in a font of its own."""
    for font, words in parts:
        paper.setFont(font, 12)
        paper.drawString(x, y, words)
        x += pdfmetrics.stringWidth(words, font, 12)


def _certificate(*changed: Parts) -> Callable[[making.Canvas], None]:
    def draw(paper: making.Canvas) -> None:
        making.certificate(paper)
        for index, parts in enumerate(changed):
            _line(paper, 80, 400 - 30 * index, parts)

    return draw


@pytest.mark.parametrize(
    ("parts", "part"),
    [
        ([("zh", "有效期至202"), ("Helvetica", "9"), ("zh", "年5月17日")], "9"),
        ([("zh", "有效期至2028年"), ("Times-Roman", "11"), ("zh", "月17日")], "11"),
        ([("zh", "资助金额："), ("Courier", "96"), ("zh", "000.00元")], "96"),
        ([("zh", "评估等级："), ("Helvetica", "5"), ("zh", "A")], "5"),
    ],
)
def test_a_number_in_another_font_than_its_neighbours_is_told_with_its_place(
    tmp_path: Path, parts: Parts, part: str
) -> None:
    """Where a digit is replaced, the editor's font stays."""
    (found,) = _signals(making.pdf(tmp_path / "a.pdf", _certificate(parts)), SignalCode.FOREIGN_FONT_RUN)
    assert f"“{part}”" in found.message
    assert "常见的无害原因" in found.message
    assert found.box is not None
    assert found.box.y0 < 1 - 400 / 842 < found.box.y1
    assert found.box.width < 0.1


@pytest.mark.parametrize(
    "parts",
    [
        [("zh", "有效期至2028年5月17日")],
        [("zh", "有效期至"), ("Helvetica", "2028"), ("zh", "年"), ("Helvetica", "5"), ("zh", "月")],
        [("zh", "评估等级："), ("Helvetica-Bold", "5A"), ("zh", "级")],
        [("zh", "共"), ("Helvetica", "36"), ("zh", "人，其中男12人")],
        [("zh", "有效期至20"), ("Helvetica", "28"), ("zh", "年"), ("Helvetica", "5"), ("zh", "月")],
        [("Helvetica", "A"), ("Helvetica-Bold", "20280517"), ("Helvetica", "B")],
        [("Helvetica", "see RFC "), ("Courier", "2119"), ("Helvetica", " and globs"), ("Courier", "2")],
    ],
)
def test_usual_mixtures_of_fonts_are_not_told(tmp_path: Path, parts: Parts) -> None:
    """Chinese beside Latin type, bold grades, forms of which blanks are filled in."""
    assert not _signals(making.pdf(tmp_path / "a.pdf", _certificate(parts)), SignalCode.FOREIGN_FONT_RUN)


def test_a_page_whose_numbers_are_all_mixed_is_its_producers_way(tmp_path: Path) -> None:
    """Some programs take single digits from another font throughout."""
    mixed = [("zh", "第202"), ("Helvetica", "9"), ("zh", "号")]
    assert not _signals(
        making.pdf(tmp_path / "a.pdf", _certificate(*[mixed] * 5)), SignalCode.FOREIGN_FONT_RUN
    )


def test_a_familys_name_leaves_out_subset_and_style() -> None:
    """Bold of the same family is no other font."""
    assert family("ABCDEF+SimSun-Bold") == family("SimSun") == "simsun"
    assert family("TimesNewRomanPS-BoldMT") == family("TimesNewRomanPSMT")
    assert family("NimbusRomNo9L-ReguItal") == family("NimbusRomNo9L-Regu")
    assert family("Bold") == "bold"


def _covered(words: str, x: float = 140, width: float = 60) -> Callable[[making.Canvas], None]:
    def draw(paper: making.Canvas) -> None:
        making.certificate(paper)
        paper.setFillColorRGB(1, 1, 1)
        paper.rect(x, 667, width, 15, stroke=0, fill=1)
        paper.setFillColorRGB(0, 0, 0)
        making.text(paper, x + 2, 670, words)

    return draw


def test_text_over_a_shape_that_hides_other_text_is_told(tmp_path: Path) -> None:
    """The classic: a white box and a better grade."""
    (found,) = _signals(making.pdf(tmp_path / "a.pdf", _covered("5A")), SignalCode.IMAGE_PATCH)
    assert "5A" in found.message
    assert "3A" in found.message
    assert found.box is not None


def test_a_ground_drawn_before_its_text_is_not_told(tmp_path: Path) -> None:
    """Cells of tables have grounds."""

    def draw(paper: making.Canvas) -> None:
        paper.setFillColorRGB(0.9, 0.9, 0.9)
        for row in range(6):
            paper.rect(78, 697 - 30 * row, 300, 18, stroke=0, fill=1)
        paper.setFillColorRGB(0, 0, 0)
        making.certificate(paper)

    assert not _signals(making.pdf(tmp_path / "a.pdf", draw), SignalCode.IMAGE_PATCH)


def _scan_with(path: Path, over: Callable[[making.Canvas], None]) -> Path:
    image = making.certificate_image(path.with_name("base.pdf"))

    def draw(paper: making.Canvas) -> None:
        paper.drawImage(ImageReader(image), 0, 0, 595, 842)
        over(paper)

    return making.pdf(path, draw)


def _box_and_text(paper: making.Canvas) -> None:
    paper.setFillColorRGB(1, 1, 1)
    paper.rect(140, 667, 40, 15, stroke=0, fill=1)
    paper.setFillColorRGB(0, 0, 0)
    making.text(paper, 142, 670, "5A")


def _small_picture(paper: making.Canvas) -> None:
    paper.drawImage(ImageReader(making.picture("5A", width=120, height=60)), 140, 667, 30, 15)


@pytest.mark.parametrize("over", [_box_and_text, _small_picture])
def test_a_patch_on_a_scan_is_told(tmp_path: Path, over: Callable[[making.Canvas], None]) -> None:
    """A scan is one picture; what lies on it was laid there later."""
    (found,) = _signals(_scan_with(tmp_path / "a.pdf", over), SignalCode.IMAGE_PATCH)
    assert found.box is not None
    assert abs(found.box.x0 - 140 / 595) < 0.01


def _seal(paper: making.Canvas) -> None:
    paper.drawImage(ImageReader(Image.new("RGB", (200, 200), "red")), 300, 500, 110, 110)


def _hidden_words(paper: making.Canvas) -> None:
    making.text(paper, 80, 670, "评估等级：3A", mode=3)


@pytest.mark.parametrize("over", [_seal, _hidden_words])
def test_seals_and_hidden_text_on_a_scan_are_not_told(
    tmp_path: Path, over: Callable[[making.Canvas], None]
) -> None:
    """Electronic seals and a searchable scan's text layer are usual."""
    assert not _signals(_scan_with(tmp_path / "a.pdf", over), SignalCode.IMAGE_PATCH)


def _objects(out: io.BytesIO, previous: int | None, bodies: dict[int, bytes]) -> None:
    """Writes objects, their table and a trailer: a file, or an incremental update of one."""
    places: dict[int, int] = {}
    for number, body in bodies.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n" if previous is not None else b"xref\n0 1\n0000000000 65535 f \n")
    for number, place in places.items():
        out.write(b"%d 1\n%010d 00000 n \n" % (number, place))
    before = b"/Prev %d" % previous if previous is not None else b""
    out.write(b"trailer\n<</Size 7/Root 1 0 R/Info 6 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (before, start))


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _saved_again(path: Path, content: bytes, *, modified: str, signed: bool = False) -> Path:
    """A page that says Grade 3A, and its update, which says what is given."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        4: _stream(_plain("3")),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        6: f"<</CreationDate({_MADE})/ModDate({_MADE})>>".encode(),
    }
    _objects(out, None, bodies)
    if signed:
        covered = b"%%/ByteRange [0 10 20 %06d]\n"
        out.write(covered % (out.tell() + len(covered % 0) - 20))
    previous = int(out.getvalue().rpartition(b"startxref")[2].split()[0])
    update = {4: _stream(content), 6: f"<</CreationDate({_MADE})/ModDate({modified})>>".encode()}
    _objects(out, previous, update)
    path.write_bytes(out.getvalue())
    return path


def _plain(grade: str, more: str = "") -> bytes:
    return f"BT /F1 12 Tf 80 700 Td (Grade {grade}A{more}) Tj ET".encode()


_MADE, _LATER, _SOON = "D:20230518093000", "D:20261101080000", "D:20230518094500"


def test_a_page_rewritten_long_after_the_file_was_made_is_told_with_both_texts(tmp_path: Path) -> None:
    """The file still holds what it said before."""
    (found,) = _signals(
        _saved_again(tmp_path / "a.pdf", _plain("5"), modified=_LATER), SignalCode.PAGE_REVISED
    )
    assert "“3”" in found.message
    assert "“5”" in found.message
    assert found.box is not None
    assert found.box.width < 0.05


def test_a_page_changed_after_signing_is_told(tmp_path: Path) -> None:
    """A signature covers the bytes that it was set on, whatever the dates say."""
    (found,) = _signals(
        _saved_again(tmp_path / "a.pdf", _plain("5"), modified=_MADE, signed=True),
        SignalCode.REVISED_AFTER_SIGNING,
    )
    assert "签名" in found.message


@pytest.mark.parametrize(
    ("content", "modified", "signed"),
    [
        (_plain("3"), _LATER, False),
        (_plain("3", " filled in"), _LATER, False),
        (_plain("5"), _SOON, False),
        (_plain("3"), _LATER, True),
    ],
)
def test_saving_again_is_innocent_by_itself(
    tmp_path: Path, content: bytes, modified: str, signed: bool
) -> None:
    """Second signatures, filled forms and corrections of the same hour are not told."""
    path = _saved_again(tmp_path / "a.pdf", content, modified=modified, signed=signed)
    assert not _signals(path, SignalCode.PAGE_REVISED)
    assert not _signals(path, SignalCode.REVISED_AFTER_SIGNING)


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("Adobe Photoshop 25.0 (Windows)", True),
        ("iLovePDF", True),
        ("Foxit PhantomPDF Printer Version 9.7", True),
        ("WPS 文字", False),
        ("Microsoft® Word 2021", False),
        ("Canon iR-ADV C5535", False),
    ],
)
def test_an_editors_name_is_told_and_a_word_processors_or_scanners_is_not(
    tmp_path: Path, program: str, told: bool
) -> None:
    """Word processors write documents, editors change finished ones."""

    def draw(paper: making.Canvas) -> None:
        paper.setCreator(program)
        making.certificate(paper)

    found = _signals(making.pdf(tmp_path / "a.pdf", draw), SignalCode.EDITOR_METADATA)
    assert bool(found) is told
    image = Image.new("RGB", (8, 8))
    exif = image.getexif()
    exif[305] = program.encode("ascii", "ignore").decode()
    reopened = Image.open(io.BytesIO(making.encoded(image, "JPEG", exif=exif)))
    assert bool(in_picture(reopened)) is told


def test_metadata_that_cannot_be_read_is_passed_over() -> None:
    """What is broken in the metadata doesn't keep the picture from being read."""
    data = making.encoded(Image.new("RGB", (8, 8)), "JPEG", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff")
    assert in_picture(Image.open(io.BytesIO(data))) == []


def test_traces_pass_into_the_reading(tmp_path: Path) -> None:
    """What is found on a page is given with its lines."""
    source = PdfSource(making.pdf(tmp_path / "a.pdf", _covered("5A")))
    try:
        codes = {signal.code for signal in source.read(0).signals}
    finally:
        source.close()
    assert SignalCode.IMAGE_PATCH in codes


def _scanned(tmp_path: Path, quality: int) -> Image.Image:
    """A noisy scan as the scanner saved it."""
    pixels = np.asarray(making.certificate_image(tmp_path / "base.pdf", 3)).astype(np.float32)
    noise = np.random.default_rng(7).normal(0, 3, pixels.shape[:2])[:, :, None]
    scan = Image.fromarray(np.clip(pixels * 0.95 + noise, 0, 255).astype(np.uint8))
    return Image.open(io.BytesIO(making.encoded(scan, "JPEG", quality=quality))).convert("RGB")


def _painted(scan: Image.Image) -> tuple[float, float, float, float]:
    """Another digit over one of the scan; gives its place in fractions."""
    place = (505, 645, 530, 680)
    pen = ImageDraw.Draw(scan)
    pen.rectangle(place, fill=(242, 242, 242))
    pen.text((507, 642), "8", font=ImageFont.truetype(making.FONT, 38), fill=(10, 10, 10))
    return tuple(edge / side for edge, side in zip(place, (*scan.size, *scan.size), strict=True))  # type: ignore[return-value]


@pytest.mark.parametrize("quality", [72, 80, 86])
def test_a_digit_painted_on_a_scan_is_told_where_it_is(tmp_path: Path, quality: int) -> None:
    """The page was compressed twice and the digit once."""
    scan = _scanned(tmp_path, quality)
    place = _painted(scan)
    (spot,) = spots_in_jpeg(making.encoded(scan, "JPEG", quality=93))
    assert all(abs(edge - wanted) < 0.02 for edge, wanted in zip(spot, place, strict=True))


@pytest.mark.parametrize("quality", [72, 80, 86])
def test_a_scan_saved_once_or_twice_as_a_whole_is_not_told(tmp_path: Path, quality: int) -> None:
    """Saving again, brightening, cropping are innocent."""
    scan = _scanned(tmp_path, quality)
    assert spots_in_jpeg(making.encoded(scan, "JPEG", quality=93)) == []
    assert spots_in_jpeg(making.encoded(scan.point(lambda value: value * 0.9), "JPEG", quality=93)) == []
    assert spots_in_jpeg(making.encoded(scan.crop((5, 9, 1500, 2000)), "JPEG", quality=93)) == []
    assert spots_in_jpeg(making.encoded(scan, "JPEG", quality=60)) == []


def test_the_place_of_a_painted_digit_follows_the_pages_turn(tmp_path: Path) -> None:
    """A box is on the page as a reviewer sees it."""
    scan = _scanned(tmp_path, 80)
    x0, y0, x1, y1 = _painted(scan)
    exif = Image.Exif()
    exif[274] = 6
    path = tmp_path / "a.jpg"
    path.write_bytes(making.encoded(scan, "JPEG", quality=93, exif=exif))
    with Image.open(path) as image:
        (upright,) = in_jpeg(path, image, 0)
        (back,) = in_jpeg(path, image, 270)
    assert upright.box is not None
    assert back.box is not None
    assert all(
        abs(edge - wanted) < 0.02 for edge, wanted in zip(upright.box, (1 - y1, x0, 1 - y0, x1), strict=True)
    )
    assert all(abs(edge - wanted) < 0.02 for edge, wanted in zip(back.box, (x0, y0, x1, y1), strict=True))
    assert "常见的无害原因" in upright.message


def test_a_painted_digit_is_found_in_a_scan_within_a_pdf(tmp_path: Path) -> None:
    """Scanners give PDFs that hold one JPEG a page."""
    scan = _scanned(tmp_path, 80)
    honest = making.encoded(scan, "JPEG", quality=93)
    x0, y0, x1, y1 = _painted(scan)
    changed = making.encoded(scan, "JPEG", quality=93)

    def draw(paper: making.Canvas) -> None:
        (tmp_path / "scan.jpg").write_bytes(data)
        paper.drawImage(str(tmp_path / "scan.jpg"), 0, 0, 595, 842)

    data = changed
    (found,) = _signals(making.pdf(tmp_path / "a.pdf", draw), SignalCode.IMAGE_PATCH)
    assert found.box is not None
    assert all(abs(edge - wanted) < 0.02 for edge, wanted in zip(found.box, (x0, y0, x1, y1), strict=True))
    data = honest
    assert not _signals(making.pdf(tmp_path / "b.pdf", draw), SignalCode.IMAGE_PATCH)


def _form_field(paper: making.Canvas) -> None:
    paper.acroForm.textfield(
        value="2029", x=140, y=667, width=80, height=16, fontName="Courier", borderWidth=0
    )


def test_filled_form_fields_are_not_told_and_hide_nothing_beside_them(tmp_path: Path) -> None:
    """A field has a font and a ground of its own; the page's own text is looked at all the same."""

    def honest(paper: making.Canvas) -> None:
        making.certificate(paper)
        _form_field(paper)

    def changed(paper: making.Canvas) -> None:
        honest(paper)
        _line(paper, 80, 400, [("zh", "有效期至202"), ("Helvetica", "9"), ("zh", "年5月17日")])

    path = making.pdf(tmp_path / "a.pdf", honest)
    assert not _signals(path, SignalCode.FOREIGN_FONT_RUN)
    assert not _signals(path, SignalCode.IMAGE_PATCH)
    (found,) = _signals(making.pdf(tmp_path / "b.pdf", changed), SignalCode.FOREIGN_FONT_RUN)
    assert "“9”" in found.message
