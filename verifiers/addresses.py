"""Whether two addresses mean one place: the street and its number decide, not the words around them."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

Answer = Literal["same", "different", "unsure"]

_NOISE = re.compile(r"[\s,，。.、;；:：()（）\[\]【】\"“”'《》]")
_REGION = re.compile(
    r"^(?:中国|中华人民共和国)?(?:江苏省|江苏)?(?:[\u4e00-\u9fff]{2,4}?市)?(?:[\u4e00-\u9fff]{1,6}?(?:新区|开发区|高新区|园区|区|县|市))?"
    r"(?:[\u4e00-\u9fff]{2,6}?(?:街道|镇|乡))?"
)
_STREET = re.compile(
    r"(?P<street>[\u4e00-\u9fff\d]{1,10}?(?:大道|路|街|巷|弄|村|里|道))(?P<number>\d+(?:-\d+)?)号?"
)
_LIKE, _UNLIKE = 92.0, 45.0


@dataclass(frozen=True, slots=True)
class _Place:
    text: str
    street: str
    number: str
    rest: tuple[str, ...]


def same_place(one: str, other: str) -> Answer:
    """Whether they are one place. A room that only one of them names is no difference."""
    left, right = _read(one), _read(other)
    if not left.text or not right.text:
        return "unsure"
    if left.text == right.text:
        return "same"
    if left.number and right.number:
        if left.number != right.number:
            return "different"
        if not _ends_alike(left.street, right.street):
            return "different" if fuzz.ratio(left.street, right.street) < _UNLIKE else "unsure"
        if (
            left.rest
            and right.rest
            and not (set(left.rest) <= set(right.rest) or set(right.rest) <= set(left.rest))
        ):
            return "unsure"
        return "same"
    likeness = fuzz.ratio(left.text, right.text)
    if likeness >= _LIKE and re.findall(r"\d+", left.text) == re.findall(r"\d+", right.text):
        return "same"
    return "different" if likeness < _UNLIKE else "unsure"


def _ends_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _read(address: str) -> _Place:
    text = _NOISE.sub("", unicodedata.normalize("NFKC", address))
    short = _REGION.sub("", text, count=1)
    found = _STREET.search(short) or _STREET.search(text)
    if found is None:
        return _Place(short, "", "", ())
    rest = re.findall(r"[A-Za-z]?\d+", short[found.end() :] if found.string == short else text[found.end() :])
    return _Place(short, found["street"], found["number"], tuple(rest))
