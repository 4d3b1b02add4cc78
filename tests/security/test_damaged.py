"""Files damaged at random, always the same ones: each is read or told, and none brings a process or the program down."""

import io
import random
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier.page import ProblemCode
from extractors.readers import ReaderPool, unpack
from extractors.readers.errors import ReaderError
from extractors.readers.grids import read_grids
from flows import errors
from flows import unpack as intake
from tests.extractors.readers import making

_WORDS = (b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff", b"\0\0\0\x80", b"999", b"-1 ", b"1e9", b"<<<")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with up to forty places changed, cut out or doubled."""
    held = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 40))):
        at = chance.randrange(max(1, len(held)))
        match chance.randrange(4):
            case 0:
                held[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                word = chance.choice(_WORDS)
                held[at : at + len(word)] = word
            case 2:
                del held[at : at + chance.randrange(1, 50)]
            case _:
                held[at:at] = held[at : at + chance.randrange(1, 80)]
    return bytes(held)


def damaged_part(data: bytes, chance: random.Random) -> bytes:
    """A package of which one XML part is damaged."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        chosen = chance.choice([name for name in old.namelist() if name.endswith((".xml", ".rels"))])
        for name in old.namelist():
            new.writestr(name, damaged(old.read(name), chance) if name == chosen else old.read(name))
    return held.getvalue()


@pytest.fixture
def sound(tmp_path: Path) -> dict[str, bytes]:
    """A small sound file of each sort, by its ending."""
    import docx
    import openpyxl
    import pillow_heif

    pillow_heif.register_heif_opener()
    image = making.picture("5A", width=300, height=200)
    kinds = {
        "png": "PNG",
        "jpg": "JPEG",
        "tif": "TIFF",
        "bmp": "BMP",
        "webp": "WEBP",
        "gif": "GIF",
        "heic": "HEIF",
    }
    files = {suffix: making.encoded(image, kind) for suffix, kind in kinds.items()}
    document = docx.Document()
    document.add_table(2, 2).cell(0, 0).text = "单位名称"
    document.save(str(tmp_path / "a.docx"))
    book = openpyxl.Workbook()
    book.worksheets[0].append(["自评", 1, 2.5])
    book.save(tmp_path / "a.xlsx")
    making.pdf(tmp_path / "a.pdf", making.certificate)
    making.ofd(tmp_path / "a.ofd", [making.ofd_text(20, 30, "评估")])
    making.archive(tmp_path / "a.zip", [("资料/证书.txt", "好".encode() * 200), ("NAME.txt", b"1" * 50)])
    return files | {
        suffix: (tmp_path / f"a.{suffix}").read_bytes() for suffix in ("docx", "xlsx", "pdf", "ofd", "zip")
    }


def variants(sound: dict[str, bytes], suffixes: str, count: int) -> Iterator[tuple[str, bytes]]:
    """So many damaged files of those sorts."""
    chance = random.Random(7)
    for _ in range(count):
        suffix = chance.choice(suffixes.split())
        inside = suffix in {"docx", "xlsx", "ofd"} and chance.random() < 0.8
        change: Callable[[bytes, random.Random], bytes] = damaged_part if inside else damaged
        yield suffix, change(sound[suffix], chance)


def test_no_damage_brings_a_reading_process_down(
    pool: ReaderPool, sound: dict[str, bytes], tmp_path: Path
) -> None:
    path = tmp_path / "upload"
    for suffix, data in variants(sound, "png jpg tif bmp webp gif heic docx xlsx pdf ofd zip", 150):
        path.write_bytes(data)
        inspection = pool.inspect(path, f"a.{suffix}")
        assert ProblemCode.READER_FAILED not in {problem.code for problem in inspection.problems}


def test_no_damage_to_an_archive_brings_the_program_down(sound: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    for number, (_, data) in enumerate(variants(sound, "zip", 400)):
        path.write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                files, _ = intake.unpack(path, tmp_path / f"out{number}", member_limit=50, byte_limit=1 << 20)
                assert {at.parent for _, at in files} <= {tmp_path / f"out{number}"}
            except errors.IntakeError as error:
                assert error.lines  # noqa: PT017 - either is right
            unpack(path, "b.zip", tmp_path / f"in{number}")


def test_no_damage_to_a_form_brings_the_program_down(sound: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "b"
    for suffix, data in variants(sound, "docx xlsx", 60):
        path = tmp_path / f"b.{suffix}"
        path.write_bytes(data)
        try:
            assert isinstance(read_grids(path), list)
        except ReaderError as error:
            assert str(error)  # noqa: PT017 - either is right
