"""TrueType fonts for the corpus: cut from Debian's font packages once, cached, and measured.

ReportLab embeds TrueType outlines only, and opening a 20 MB collection for every page is slow. So each face is cut
to GB 2312 and its outlines converted where they are PostScript, once a machine, into a folder of the temporary
directory (or `HEZHENG_CORPUS_FONTS`).
"""

import hashlib
import logging
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

DEBIAN_PACKAGES = (
    "fonts-noto-cjk",
    "fonts-arphic-uming",
    "fonts-arphic-ukai",
    "fonts-arphic-gbsn00lp",
    "fonts-arphic-gkai00mp",
    "fonts-wqy-zenhei",
    "fonts-wqy-microhei",
    "fonts-lxgw-wenkai",
    "fonts-liberation",
)
"""What `apt-get install` must bring. The Fandol faces (texlive-lang-chinese) are used where they are present."""

_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    Path.home() / ".local/share/fonts",
)

_FACES: dict[str, tuple[str, int, str]] = {
    "uming": ("uming.ttc", 0, "song"),
    "gbsn": ("gbsn00lp.ttf", 0, "song"),
    "serif": ("NotoSerifCJK-Regular.ttc", 2, "song"),
    "fandol-song": ("FandolSong-Regular.otf", 0, "song"),
    "serif-bold": ("NotoSerifCJK-Bold.ttc", 2, "song-bold"),
    "fandol-song-bold": ("FandolSong-Bold.otf", 0, "song-bold"),
    "zenhei": ("wqy-zenhei.ttc", 0, "hei"),
    "microhei": ("wqy-microhei.ttc", 0, "hei"),
    "sans": ("NotoSansCJK-Regular.ttc", 2, "hei"),
    "sans-bold": ("NotoSansCJK-Bold.ttc", 2, "hei-bold"),
    "fandol-hei": ("FandolHei-Regular.otf", 0, "hei"),
    "gkai": ("gkai00mp.ttf", 0, "kai"),
    "ukai": ("ukai.ttc", 0, "kai"),
    "wenkai": ("LXGWWenKai-Regular.ttf", 0, "kai"),
    "fandol-kai": ("FandolKai-Regular.otf", 0, "kai"),
    "fandol-fang": ("FandolFang-Regular.otf", 0, "fang"),
    "hand": ("LXGWWenKai-Light.ttf", 0, "hand"),
    "times": ("LiberationSerif-Regular.ttf", 0, "latin"),
    "times-bold": ("LiberationSerif-Bold.ttf", 0, "latin"),
    "arial": ("LiberationSans-Regular.ttf", 0, "latin"),
}
_FALLBACKS = ("uming", "sans", "zenhei")
_SUBSTITUTES = {
    "fang": "song",
    "song-bold": "song",
    "hei-bold": "hei",
    "hand": "kai",
    "kai": "song",
    "hei": "song",
}


class FontsMissingError(RuntimeError):
    """No font of a wanted family is installed; the message names the Debian packages."""


def _charset() -> str:
    characters = [chr(code) for code in range(0x20, 0x7F)]
    for row in (*range(0xA1, 0xAA), *range(0xB0, 0xF8)):
        for cell in range(0xA1, 0xFF):
            try:
                characters.append(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return (
        "".join(characters)
        + "〇㎡…—·“”‘’①②③④⑤⑥⑦⑧⑨⑩√□■☐★☆●○◆▲►▶•＜＞￥¥©℃喆玥镕堃琰濛昇垚翀璟祎﹝﹞榮譽證書獎狀會團體總頒發與號單位聯誼學術〖〗"
    )


@cache
def _sources() -> dict[str, tuple[Path, int]]:
    wanted = {file: None for file, _, _ in _FACES.values()}
    paths: dict[str, Path] = {}
    for folder in _FOLDERS:
        if folder.is_dir():
            for path in sorted(folder.rglob("*")):
                if path.name in wanted:
                    paths.setdefault(path.name, path)
    return {name: (paths[file], index) for name, (file, index, _) in _FACES.items() if file in paths}


@cache
def family(name: str) -> tuple[str, ...]:
    """The installed faces of a family (song, song-bold, hei, hei-bold, kai, fang, hand, latin)."""
    wanted = name
    while True:
        found = tuple(face for face, (_, _, kind) in _FACES.items() if kind == wanted and face in _sources())
        if found:
            return found
        if wanted not in _SUBSTITUTES:
            raise FontsMissingError(f"no {name} font: apt-get install {' '.join(DEBIAN_PACKAGES)}")
        wanted = _SUBSTITUTES[wanted]


def _cache_folder() -> Path:
    folder = Path(
        os.environ.get("HEZHENG_CORPUS_FONTS") or Path(tempfile.gettempdir()) / "hezheng-corpus-fonts"
    )
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _to_quadratic(font: Any) -> None:  # noqa: ANN401 - tables get their attributes as they are read
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    glyph_set, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs: dict[str, Any] = {}
    for glyph_name in order:
        pen = TTGlyphPen(glyph_set)
        glyph_set[glyph_name].draw(Cu2QuPen(pen, 2.5, reverse_direction=True))
        glyphs[glyph_name] = pen.glyph()
    font["loca"] = newTable("loca")
    glyf: Any = newTable("glyf")
    font["glyf"] = glyf
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    glyf.compile(font)
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
        "maxSizeOfInstructions maxComponentElements maxComponentDepth maxPoints maxContours maxCompositePoints "
        "maxCompositeContours"
    ).split():
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    font["head"].glyphDataFormat = 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


@cache
def file_of(face: str) -> Path:
    """The cached TrueType file of a face, cut and converted when it is asked for first."""
    if face not in _sources():
        raise FontsMissingError(f"font {face} is not installed: apt-get install {' '.join(DEBIAN_PACKAGES)}")
    source, index = _sources()[face]
    key = hashlib.sha256(f"3|{source.stat().st_size}|{index}|{_charset()}".encode()).hexdigest()[:12]
    target = _cache_folder() / f"{face}-{key}.ttf"
    if target.exists():
        return target
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font: Any = TTFont(  # tables get their attributes as they are read
        source, fontNumber=index if source.suffix == ".ttc" else -1, lazy=True
    )
    options = Options(
        layout_features=[], name_IDs=[1, 2, 4, 6], notdef_outline=True, hinting=False, glyph_names=False
    )
    options.drop_tables += [
        "GSUB",
        "GPOS",
        "GDEF",
        "BASE",
        "vhea",
        "vmtx",
        "EBDT",
        "EBLC",
        "EBSC",
        "gasp",
        "DSIG",
    ]
    subsetter = Subsetter(options)
    subsetter.populate(text=_charset())
    subsetter.subset(font)
    if "CFF " in font:
        _to_quadratic(font)
    font["post"].formatType = 3.0
    scratch = target.with_suffix(f".{os.getpid()}.tmp")
    font.save(scratch)
    font.close()
    scratch.replace(target)
    return target


@dataclass(frozen=True)
class Metrics:
    """Advance widths of a face in fractions of the font size."""

    widths: dict[int, float]
    default: float

    def has(self, character: str) -> bool:
        """Whether the face draws the character."""
        return ord(character) in self.widths


@cache
def registered(face: str) -> Metrics:
    """The face's widths; registers it with ReportLab under its own name."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(face, str(file_of(face)))
    pdfmetrics.registerFont(font)
    widths = {code: width / 1000 for code, width in font.face.charWidths.items() if isinstance(code, int)}
    return Metrics(widths, font.face.defaultWidth / 1000)


@cache
def face_for(character: str, face: str) -> str:
    """The face itself where it has the character, else the first fallback that has it. Fandol draws ￥ as a dollar sign."""
    if registered(face).has(character) and not (character == "￥" and face.startswith("fandol")):
        return face
    for fallback in _FALLBACKS:
        if fallback in _sources() and registered(fallback).has(character):
            return fallback
    raise ValueError(f"no font draws {character!r} (U+{ord(character):04X}): use another character")


@cache
def width_of(character: str, face: str) -> float:
    """Advance width of one character, in fractions of the font size."""
    metrics = registered(face_for(character, face))
    return metrics.widths.get(ord(character), metrics.default)


@cache
def pil(face: str, size: int) -> "FreeTypeFont":
    """The face as a PIL font, for seals and stamps."""
    from PIL import ImageFont

    return ImageFont.truetype(str(file_of(face)), size)
