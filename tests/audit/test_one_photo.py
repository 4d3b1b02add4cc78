"""Parts of one picture are told to be that, and pictures of one hall with other people in it are not."""

import random
from collections.abc import Callable
from itertools import combinations

import pytest
from PIL import Image, ImageDraw

from audit.one_photo import one_photo
from dossier.page import Photo
from extractors.readers.photos import photo_of
from tests.audit import photos
from tests.corpus.held_out.pieces_c import snapshot

SEEDS = range(6)
CHANGES: dict[str, Callable[[Image.Image, int], Image.Image]] = {
    "saved anew": lambda image, _: photos.saved(image, 40),
    "half as large": lambda image, _: photos.saved(photos.shrunk(image, 0.5)),
    "a tenth cut off": lambda image, seed: photos.saved(photos.cut(image, 0.9, seed)),
    "a quarter cut off": lambda image, seed: photos.saved(photos.cut(image, 0.75, seed)),
    "on its head": lambda image, _: photos.saved(image.rotate(180)),
    "cut, small and bright": lambda image, seed: photos.saved(
        photos.brightened(photos.shrunk(photos.cut(image, 0.8, seed), 0.6))
    ),
}


def seen(image: Image.Image) -> Photo:
    found = photo_of(image, ())
    assert found is not None
    return found


@pytest.fixture(scope="module")
def scenes() -> list[Image.Image]:
    return [photos.scene(seed) for seed in SEEDS]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_picture_stays_one(
    scenes: list[Image.Image], change: Callable[[Image.Image, int], Image.Image]
) -> None:
    for seed, scene in zip(SEEDS, scenes, strict=True):
        assert one_photo(seen(scene), seen(change(scene, seed)))


def test_two_parts_of_one_picture_are_one_where_they_overlap(scenes: list[Image.Image]) -> None:
    scene = scenes[0]
    left = scene.crop((0, 0, round(scene.width * 0.8), scene.height))
    right = scene.crop((round(scene.width * 0.2), 0, scene.width, scene.height))
    assert one_photo(seen(left), seen(right))


def test_different_pictures_are_not_one(scenes: list[Image.Image]) -> None:
    assert not any(one_photo(seen(one), seen(other)) for one, other in combinations(scenes, 2))


def test_halls_alike_with_other_people_are_not_one() -> None:
    """Drawn from the same parts in nearly the same places: many of their landmarks lie as in one picture moved."""
    halls = [seen(snapshot(random.Random(seed)).resize((1080, 660))) for seed in range(12)]
    assert not any(one_photo(one, other) for one, other in combinations(halls, 2))


def test_one_poster_in_two_pictures_makes_them_not_one(scenes: list[Image.Image]) -> None:
    one, other = scenes[0].copy(), scenes[1].copy()
    poster = photos.scene(99).crop((300, 200, 700, 450))
    for scene in (one, other):
        scene.paste(poster, (330, 60))
        ImageDraw.Draw(scene).rectangle((330, 60, 730, 310), outline="white", width=4)
    assert not one_photo(seen(one), seen(other))
