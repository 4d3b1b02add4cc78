"""Whether two pages of two applicants are one page, however each came onto paper.

Text decides, for it outlives what pictures don't: with its margin cut by a twentieth a page's looks change in 8 to 20 bits of
64, and its text not at all. What OCR misreads are single characters, here and there; two or more in a row that stand in
another's place are another name, number or word, and so is one, in a name or a number, that looks otherwise and was read with
confidence on both pages. So pages of one form that two filled in are never taken for one.
"""

import re

from rapidfuzz import fuzz

from audit.alike import LEAST_TEXT, LIKE_PICTURE
from audit.model import SharedSort
from audit.one_letter import another_letter
from audit.one_photo import one_photo
from dossier.entries import letters, letters_of, other_entries
from dossier.page import Page

LIKE_TEXT = 96.0
LIKE_DIGITS = 97.0
"""Percent of two texts, and of their digits, that must agree."""
LIKE_WORDS = 80.0
"""Percent of the fewer words on two photos that must stand on the other."""
FEW_LETTERS = 4
SURE = 0.8
"""Fewer letters, and lines of less confidence, are what OCR sees in leaves and bricks."""
TELLING_TEXT = 50
"""Characters from which two pages may be one although they look otherwise."""
TELLING_DIGITS = 6
"""Digits from which a page is somebody's: a date, a number. Below, it may be an empty form or anybody's text."""
_DATE = re.compile(r"20\d\d年?\d{0,2}|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]*")


def compare(one: Page, other: Page, names: tuple[str, str]) -> SharedSort | None:
    """What two pages are to each other; None: nothing that could be told. `names`: of the applicants, in the pages' order.

    PAGE: one page. TEXT: the same text, with nothing on it that is somebody's. TEMPLATE: alike in everything, dates and
    numbers too, but that each names its own applicant. PHOTO: one picture with hardly any text.
    """
    left, right = letters_of(one.lines), letters_of(other.lines)
    if min(len(left), len(right)) < LEAST_TEXT:
        photos = one.photo, other.photo
        if photos[0] is None or photos[1] is None or not _same_words(_words(one), _words(other)):
            return None
        return SharedSort.PHOTO if one_photo(photos[0], photos[1]) else None
    distance = _distance(one, other)
    somebodys = min(len(_digits(left)), len(_digits(right))) >= TELLING_DIGITS
    looks_alike = distance is None or distance <= LIKE_PICTURE
    if not looks_alike and (not somebodys or min(len(left), len(right)) < TELLING_TEXT):
        return None
    if _same(left, right) and not another_letter(one, other):
        return SharedSort.PAGE if somebodys else SharedSort.TEXT
    mine, theirs = map(letters, names)
    if somebodys and mine != theirs and mine in left and theirs in right:
        bare = left.replace(mine, ""), right.replace(theirs, "")
        if min(map(len, bare)) >= LEAST_TEXT and _digits(bare[0]) == _digits(bare[1]) and _same(*bare):
            return SharedSort.TEMPLATE
    return None


def _same_words(left: str, right: str) -> bool:
    """Whether what little stands on a photo stands on the other, too; a cut may have taken a part. Plaques of one form name others."""
    shorter, longer = sorted((_digits(left), _digits(right)), key=len)
    return shorter in longer and (
        min(len(left), len(right)) < FEW_LETTERS or fuzz.partial_ratio(left, right) >= LIKE_WORDS
    )


def _same(left: str, right: str) -> bool:
    return (
        sorted(_DATE.findall(left)) == sorted(_DATE.findall(right))
        and fuzz.ratio(_digits(left), _digits(right)) >= LIKE_DIGITS
        and fuzz.ratio(left, right) >= LIKE_TEXT
        and not other_entries(left, right)
    )


def _distance(one: Page, other: Page) -> int | None:
    """Bits in which the looks differ; None: one of them has no looks."""
    bits = [int(page.fingerprint or "0", 16) for page in (one, other)]
    return (bits[0] ^ bits[1]).bit_count() if all(bits) else None


def _words(page: Page) -> str:
    return letters_of(line for line in page.lines if line.confidence >= SURE)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
