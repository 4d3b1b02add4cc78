"""Real files for the readers' tests: PDFs honest and cheating, pictures, office documents, archives."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONT = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"
CERTIFICATE = (
    "单位名称：南京市建邺区职工服务中心",
    "评估等级：3A",
    "证书编号：苏社评第20230518号",
    "发证日期：2023年5月18日",
    "发证机关：南京市民政局",
    "有效期至2028年5月17日",
)

Canvas = Any
"""reportlab's canvas, which has no types."""

Draw = Callable[[Canvas], None]


def pdf(path: Path, *pages: Draw, size: tuple[float, float] = (595, 842)) -> Path:
    """A PDF with one page for each drawing."""
    pdfmetrics.registerFont(TTFont("zh", FONT, subfontIndex=0))
    paper = canvas.Canvas(str(path), pagesize=size)
    for draw in pages:
        paper.setFont("zh", 12)
        draw(paper)
        paper.showPage()
    paper.save()
    return path


def text(paper: Canvas, x: float, y: float, words: str, points: float = 12, mode: int = 0) -> None:
    """Words at a place; mode 3 is invisible."""
    line = paper.beginText(x, y)
    line.setFont("zh", points)
    line.setTextRenderMode(mode)
    line.textLine(words)
    paper.drawText(line)


def certificate(paper: Canvas) -> None:
    """A grade certificate of six lines."""
    paper.setFont("zh", 20)
    paper.drawCentredString(297, 780, "社会组织评估等级证书")
    for index, words in enumerate(CERTIFICATE):
        text(paper, 80, 700 - index * 30, words)


def certificate_image(path: Path, scale: int = 2) -> Image.Image:
    """The certificate as pixels, `scale` a point; `path` is where its PDF is put meanwhile."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf(path, certificate))
    image = document[0].render(scale=scale).to_pil().convert("RGB")
    document.close()
    return image


def scan(path: Path, image: Image.Image, layer: Callable[[str], str] | None = None) -> Path:
    """The certificate as a scan, with a hidden text layer of its lines as `layer` changes them."""

    def draw(paper: Canvas) -> None:
        paper.drawImage(ImageReader(image), 0, 0, 595, 842)
        if layer is not None:
            for index, words in enumerate(CERTIFICATE):
                text(paper, 80, 700 - index * 30, layer(words), mode=3)

    return pdf(path, draw)


def picture(*lines: str, width: int = 900, height: int | None = None, points: int = 32) -> Image.Image:
    """Lines of text as a picture."""
    image = Image.new("RGB", (width, height or 60 * len(lines) + 40), "white")
    pen = ImageDraw.Draw(image)
    face = ImageFont.truetype(FONT, points)
    for index, line in enumerate(lines):
        pen.text((40, 20 + index * 60), line, fill="black", font=face)
    return image


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The picture's bytes."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def archive(path: Path, members: Sequence[tuple[str, bytes]]) -> Path:
    """A zip of the members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return path


_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(
    path: Path, contents: Sequence[str], pictures: dict[str, bytes] | None = None, template: str = ""
) -> Path:
    """An OFD file; each content is what stands in the layer of a page, pictures have resource ids from 100."""
    pages = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(len(contents))
    )
    media = "".join(
        f'<ofd:MultiMedia ID="{100 + number}" Type="Image"><ofd:MediaFile>{name}</ofd:MediaFile></ofd:MultiMedia>'
        for number, name in enumerate(pictures or {})
    )
    used = '<ofd:Template TemplateID="90" ZOrder="Background"/>' if template else ""
    common = (
        "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        '<ofd:DocumentRes>Res.xml</ofd:DocumentRes><ofd:TemplatePage ID="90" BaseLoc="T.xml"/></ofd:CommonData>'
    )
    members = [
        (
            "OFD.xml",
            f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        ),
        (
            "Doc_0/Document.xml",
            f"<ofd:Document {_OFD}>{common}<ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
        ),
        (
            "Doc_0/Res.xml",
            f'<ofd:Res {_OFD} BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>',
        ),
        (
            "Doc_0/T.xml",
            f"<ofd:Page {_OFD}><ofd:Content><ofd:Layer>{template}</ofd:Layer></ofd:Content></ofd:Page>",
        ),
        *(
            (
                f"Doc_0/Pages/Page_{number}/Content.xml",
                f"<ofd:Page {_OFD}>{used}<ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>",
            )
            for number, content in enumerate(contents)
        ),
    ]
    data = [(name, content.encode()) for name, content in members]
    data.extend((f"Doc_0/Res/{name}", content) for name, content in (pictures or {}).items())
    return archive(path, data)


def ofd_text(x: float, y: float, words: str, size: float = 4, more: str = "") -> str:
    """A text object at millimetres, characters one em apart."""
    steps = f'DeltaX="g {len(words) - 1} {size}"' if len(words) > 1 else ""
    return (
        f'<ofd:TextObject Boundary="{x} {y} 150 {size * 1.5}" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" {steps}>{words}</ofd:TextCode></ofd:TextObject>'
    )
