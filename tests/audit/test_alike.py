"""Pages that meet by their prints: what is one page or one photo meets, what a crowd shares doesn't, and never all with all."""

import random

import polars as pl
import pytest
from PIL import Image

from audit.alike import CROWD, alike, prints_of
from dossier.geometry import Box, Quad
from dossier.page import Line, Page
from extractors.readers.photos import photo_of
from tests.audit import photos

WORDS = "服务职工中心开展法律援助技能培训心理关怀送温暖慰问困难帮扶志愿活动年度工作总结计划预算合同协议签订履行情况说明材料"


def text(seed: int, length: int = 300) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice(WORDS) for _ in range(length))


def misread(said: str, share: float, seed: int = 0) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice(WORDS) if chance.random() < share else each for each in said)


def page(said: str, number: int = 1, fingerprint: str | None = None) -> Page:
    lines = (
        (Line(text=said, quad=Quad.from_box(Box(0.1, 0.1, 0.9, 0.2)), confidence=1, origin="text"),)
        if said
        else ()
    )
    return Page(
        number=number,
        width=595,
        height=842,
        origin="text" if said else "none",
        lines=lines,
        fingerprint=fingerprint,
    )


def frame(*pages: tuple[str, Page]) -> pl.DataFrame:
    """One page each, with whose it is."""
    rows = [(body, each) for body, given in pages for each in prints_of("a" * 64, [given])]
    return pl.DataFrame(
        {
            "body": [body for body, _ in rows],
            "bits": [None if each.bits is None else (each.bits ^ (1 << 63)) - (1 << 63) for _, each in rows],
            "sketch": [each.sketch for _, each in rows],
            "marks": [each.marks for _, each in rows],
        },
        schema={"body": pl.String, "bits": pl.Int64, "sketch": pl.Binary, "marks": pl.Binary},
    )


@pytest.mark.parametrize("share", [0.0, 0.02, 0.04])
def test_a_text_that_was_read_twice_meets_itself(share: float) -> None:
    for seed in range(30):
        said = text(seed)
        pairs = alike(
            frame(("甲", page(said)), ("乙", page(misread(said, share))), ("丙", page(text(seed + 100))))
        )
        assert pairs == [(0, 1)]


def test_one_body_does_not_meet_itself() -> None:
    said = text(1)
    assert alike(frame(("甲", page(said)), ("甲", page(said)))) == []


def photo(image: Image.Image) -> Page:
    return page("").model_copy(update={"photo": photo_of(image, ())})


def test_photos_meet_by_their_marks_and_a_part_meets_the_whole() -> None:
    scene = photos.scene(1)
    others = [("丙", photo(photos.scene(seed))) for seed in range(2, 6)]
    for again in (scene, photos.cut(scene, 0.75, 1)):
        assert alike(frame(("甲", photo(scene)), ("乙", photo(again)), *others)) == [(0, 1)]
    assert alike(frame(("甲", photo(scene)), ("甲", photo(scene)))) == []


def test_a_page_without_landmarks_is_no_photo() -> None:
    blank, letters = Image.new("RGB", (800, 600), "white"), page(text(1, 100)).lines
    assert photo_of(blank, ()) is None
    assert photo_of(photos.scene(1), letters) is None


@pytest.mark.parametrize("size", [(1, 1), (1, 480), (480, 5), (3000, 20), (40, 40)])
def test_a_picture_of_any_shape_can_be_looked_at(size: tuple[int, int]) -> None:
    noise = Image.effect_noise(size, 90).convert("RGB")
    assert photo_of(noise, ()) is None or min(size) == 40


def test_pages_that_look_otherwise_meet_only_where_they_say_nearly_the_same() -> None:
    """With its margin cut a page looks otherwise, and says what it said."""
    said, bits = text(1), random.Random(3).getrandbits(64)
    other = bits ^ ((1 << 30) - 1)
    for share, pairs in ((0.0, [(0, 1)]), (0.1, [])):
        again = page(misread(said, share), 1, f"{other:016x}")
        assert alike(frame(("甲", page(said, 1, f"{bits:016x}")), ("乙", again))) == pairs


def test_a_form_brings_nobody_together_but_the_same_entries_do() -> None:
    """All pages share nine tenths of their text; two share what is filled in, too."""
    form = text(7, 900)
    filled = [(f"第{number}家", page(form + text(1000 + number, 100))) for number in range(4 * CROWD)]
    again = ("另一家", page(form + text(1000 + 5, 100)))
    assert (5, len(filled)) in alike(frame(*filled, again))


def test_a_page_with_neither_text_nor_looks_meets_nobody() -> None:
    for each in prints_of("a" * 64, [page(""), page("短", 2), page("", 3, "0" * 16)]):
        assert (each.bits, each.sketch, each.marks) == (None, None, None)
    assert alike(frame(("甲", page("短")), ("乙", page("短")))) == []
    assert alike(frame()) == []
