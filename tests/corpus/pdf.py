"""Abstract pages to PDF with a real text layer, and PDF to pixels."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from tests.corpus import fonts
from tests.corpus.page import Page, Picture, Run, Stroke

if TYPE_CHECKING:
    import numpy as np
    from reportlab.pdfgen.canvas import Canvas

Hidden = Sequence[Run]


def to_pdf(pages: Sequence[Page], *, title: str = "", producer: str = "WPS 文字") -> bytes:
    """A digital PDF: embedded TrueType fonts, one PDF page for each page."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1)
    canvas.setTitle(title)
    canvas.setProducer(producer)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def images_to_pdf(
    images: Sequence[bytes], sizes: Sequence[tuple[float, float]], hidden: Sequence[Hidden] | None = None
) -> bytes:
    """A PDF of pictures (JPEG or PNG bytes), each filling a page of its size in points; `hidden` adds an invisible text layer."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1)
    canvas.setProducer("Canon iR-ADV C3530")
    for number, (image, size) in enumerate(zip(images, sizes, strict=True)):
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(io.BytesIO(image)), 0, 0, *size)
        for run in hidden[number] if hidden else ():
            _text(canvas, size[1], run, mode=3)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw(canvas: "Canvas", page: Page) -> None:
    """Draws the page's commands in order."""
    if page.colour != (255, 255, 255):
        canvas.setFillColorRGB(*(part / 255 for part in page.colour))
        canvas.rect(0, 0, page.width, page.height, stroke=0, fill=1)
    for command in page.commands:
        if isinstance(command, Run):
            _text(canvas, page.height, command)
        elif isinstance(command, Stroke):
            _stroke(canvas, page.height, command)
        else:
            _picture(canvas, page.height, command)


def _text(canvas: "Canvas", height: float, run: Run, mode: Literal[3] | None = None) -> None:
    fonts.registered(run.face)
    canvas.saveState()
    text = canvas.beginText()
    if run.angle:
        import math

        turn = math.radians(run.angle)
        text.setTextTransform(
            math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), run.x, height - run.baseline
        )
    else:
        text.setTextOrigin(run.x, height - run.baseline)
    text.setFont(run.face, run.type.size)
    text.setFillColorRGB(*(part / 255 for part in run.type.colour))
    if run.type.tracking:
        text.setCharSpace(run.type.tracking)
    if run.hidden or mode is not None:
        text.setTextRenderMode(3 if mode is None else mode)
    elif run.type.bold:
        text.setStrokeColorRGB(*(part / 255 for part in run.type.colour))
        text.setTextRenderMode(2)
        canvas.setLineWidth(run.type.size / 32)
    text.textOut(run.text)
    canvas.drawText(text)
    canvas.restoreState()


def _stroke(canvas: "Canvas", height: float, stroke: Stroke) -> None:
    x0, y0, x1, y1 = stroke.box
    canvas.saveState()
    canvas.setLineWidth(stroke.width)
    if stroke.colour:
        canvas.setStrokeColorRGB(*(part / 255 for part in stroke.colour))
    if stroke.fill:
        canvas.setFillColorRGB(*(part / 255 for part in stroke.fill))
    if stroke.dash:
        canvas.setDash(*stroke.dash)
    drawn = {"stroke": int(stroke.colour is not None), "fill": int(stroke.fill is not None)}
    if stroke.shape == "line":
        canvas.line(x0, height - y0, x1, height - y1)
    elif stroke.shape == "round":
        canvas.ellipse(x0, height - y1, x1, height - y0, **drawn)
    elif stroke.radius:
        canvas.roundRect(x0, height - y1, x1 - x0, y1 - y0, stroke.radius, **drawn)
    else:
        canvas.rect(x0, height - y1, x1 - x0, y1 - y0, **drawn)
    canvas.restoreState()


def _picture(canvas: "Canvas", height: float, picture: Picture) -> None:
    from reportlab.lib.utils import ImageReader

    x0, y0, x1, y1 = picture.box
    canvas.drawImage(ImageReader(picture.image), x0, height - y1, x1 - x0, y1 - y0, mask="auto")


def render(pdf: bytes, dpi: float) -> "list[np.ndarray]":
    """The PDF's pages as RGB arrays."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        images = []
        for page in document:
            bitmap = page.render(
                scale=dpi / 72,  # pyright: ignore[reportArgumentType] - any factor
                rev_byteorder=True,
            )
            images.append(bitmap.to_numpy()[:, :, :3].copy())
            page.close()
        return images
