"""Real files for the readers' tests: PDFs honest and cheating, pictures, office documents, archives."""

import io
import struct
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


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file ([MS-CFB]) of a few streams; each is filled up to 4,096 bytes, so that no mini stream is needed."""
    free, end, fat_mark, none = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    padded = {
        name: data.ljust(max(4096, -(-len(data) // 512) * 512), b"\0") for name, data in streams.items()
    }
    fat, body, entries = [fat_mark, end], b"", []
    for number, (name, data) in enumerate(padded.items(), start=1):
        first, count = len(fat), len(data) // 512
        fat += [*range(first + 1, first + count), end]
        body += data
        following = number + 1 if number < len(padded) else none
        entries.append(_entry(name, 2, none, following, first, len(data)))
    directory = b"".join([_entry("Root Entry", 5, 1, none, end, 0), *entries]).ljust(512, b"\0")
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"",
        0, 1, 1, 0, 4096, end, 0, end, 0, 0,
    )  # fmt: skip
    header = head[:76] + struct.pack("<109I", 0, *[none] * 108)
    return header + struct.pack("<128I", *fat, *[free] * (128 - len(fat))) + directory + body


def _entry(name: str, kind: int, child: int, following: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
    links = struct.pack("<III", 0xFFFFFFFF, following, child)
    return head + links + b"\0" * 36 + struct.pack("<IQ", start, size)


def doc(
    text_in_pieces: Sequence[tuple[str, bool]], rows_end_at: Sequence[int], cells_in: Sequence[int]
) -> bytes:
    """A Word 97 document ([MS-DOC]): its text in pieces (compressed or not), table marks at paragraph numbers.

    Paragraphs end in \\r or \\x07; those numbered in `rows_end_at` end a row, those in `cells_in` lie in a table.
    """
    main = bytearray(2048)
    struct.pack_into("<H", main, 0, 0xA5EC)
    struct.pack_into("<H", main, 2, 0x00C1)
    struct.pack_into("<H", main, 0x0A, 0x0200)
    places, descriptors, ends = [0], [], []
    for words, compressed in text_in_pieces:
        offset, width = len(main), 1 if compressed else 2
        main += words.encode("cp1252" if compressed else "utf-16-le")
        main += bytes(len(main) % 2)
        places.append(places[-1] + len(words))
        value = offset * 2 | 0x40000000 if compressed else offset
        descriptors.append(struct.pack("<HIH", 0, value, 0))
        ends += [
            offset + (index + 1) * width for index, character in enumerate(words) if character in "\r\x07"
        ]
    main += bytes(-len(main) % 512)
    pieces = struct.pack(f"<{len(places)}I", *places) + b"".join(descriptors)
    table = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", main, 0x01A2, 0, len(table))
    struct.pack_into("<I", main, 0x4C, places[-1])
    struct.pack_into("<II", main, 0x18, 2048, len(main))
    page = bytearray(512)
    starts = [2048, *ends]
    struct.pack_into(f"<{len(starts)}I", page, 0, *starts)
    at = 510
    for number in range(len(ends)):
        properties = struct.pack("<HB", 0x2416, 1) if number in cells_in or number in rows_end_at else b""
        properties += struct.pack("<HB", 0x2417, 1) if number in rows_end_at else b""
        if properties:
            whole = b"\0\0" + properties
            whole += bytes(1 - len(whole) % 2)
            at -= (1 + len(whole)) // 2 * 2
            page[at : at + 1 + len(whole)] = bytes([(len(whole) + 1) // 2]) + whole
            page[4 * len(starts) + 13 * number] = at // 2
    page[511] = len(ends)
    struct.pack_into("<II", main, 0x0102, len(table), 12)
    table += struct.pack("<III", 2048, len(main), len(main) // 512)
    return compound({"WordDocument": bytes(main + page), "1Table": table})
