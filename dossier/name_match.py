"""Whether two names mean one organization.

Names of real bodies differ in one word (协会 or 学会, 青年 or 青少年, 南京市 or 无锡市), and names read from scans differ
in one glyph. So the parts are compared, not the strings: a region or kind that exists is never mended into
another, and a core may differ only in characters that print confuses.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dossier.glyphs import UNREADABLE, likeness
from dossier.name_parts import KINDS, NameParts, parts
from dossier.name_words import in_a_word
from dossier.regions import known_path, leading

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What a comparison of two names says. `score` is how sure it is that they are the same, 0 to 1."""

    verdict: Verdict
    score: float
    reason: str


_GENERIC = re.compile(r"行业|事业|产业|服务业|业|\(.*?\)")
"""Words that people leave out or put in: a difference in nothing else is asked, not decided."""

_TELLING = frozenset(
    "少女男老小大新非总副外内中西东南北上下前后药家园校院人童师生市区县省国一二三四五六七八九十0123456789"
)
"""Single characters that make another name of a name."""

_LONG_NAME = 8
_SHORT_NAME = 5


_MOST_MISREAD = 2
_MENDED = NameMatch("same", 0.92, "地区或类型中有形近字，只有一种可能的读法")


def _aligned(one: NameParts, other: NameParts) -> NameMatch | None:
    """The verdict on names of one length that differ in one or two characters; None for others.

    Where the character stands settles it. A region or a kind that exists as read is another one; one that doesn't is the
    other's. In the core, twins are taken for one another; two readings that are both words are two names; the rest,
    and what can't be read at all, is asked.
    """
    if len(one.folded) != len(other.folded):
        return None
    places = [at for at, pair in enumerate(zip(one.folded, other.folded, strict=True)) if pair[0] != pair[1]]
    if len(places) > _MOST_MISREAD:
        return None
    whole, read = sorted(
        (one, other), key=lambda name: (name.mended, -len(name.path), -len(name.region_text), not name.kind)
    )
    region_end = len(whole.region_text)
    kind_start = region_end + len(whole.core)
    kind_end = kind_start + len(whole.kind)
    as_read = leading(read.folded)
    if any(at < region_end for at in places):
        another = as_read.path != whole.path and known_path(as_read.path)
        if another and as_read.end == region_end:
            return NameMatch("different", 0.05, f"地区不同：{''.join(whole.path)}、{''.join(as_read.path)}")
    if any(kind_start <= at < kind_end for at in places) and read.folded[kind_start:kind_end] in KINDS:
        return NameMatch("different", 0.05, f"组织类型不同：{whole.kind}与{read.folded[kind_start:kind_end]}")
    kinds = [likeness(one.folded[at], other.folded[at]) for at in places]
    unlike = [at for at, kind in zip(places, kinds, strict=True) if kind == "unlike"]
    if _two_words(one.folded, other.folded, [at for at in unlike if region_end <= at < kind_start]):
        return None
    doubtful = [
        at
        for at, kind in zip(places, kinds, strict=True)
        if kind == "unlike"
        or UNREADABLE & {one.folded[at], other.folded[at]}
        or (kind == "alike" and (region_end <= at < kind_start or at >= kind_end))
    ]
    if not doubtful:
        in_core = all(region_end <= at < kind_start for at in places)
        return NameMatch("same", 0.94, "仅有字形几乎相同的字（疑似识别误差）") if in_core else _MENDED
    one_word = len(places) == 1 and in_a_word(one.folded, places[0]) != in_a_word(other.folded, places[0])
    if len(one.folded) < (_SHORT_NAME if one_word or (not unlike and len(places) == 1) else _LONG_NAME):
        return None
    score = (0.75 if len(places) == 1 else 0.55) - (0.2 if unlike else 0)
    return NameMatch("unsure", score, "有一两个字不同，可能是识别误差，也可能是另一家")


def _two_words(one: str, other: str, places: list[int]) -> bool:
    """Whether unlike characters make another word of it: both readings are words, or two neighbours differ."""
    if any(right - left == 1 for left, right in pairwise(places)):
        return True
    return any(in_a_word(one, at) and in_a_word(other, at) for at in places)


def _regions(one: NameParts, other: NameParts) -> NameMatch:
    if one.path == other.path:
        return NameMatch("same", 1.0, "地区一致")
    if not one.path or not other.path:
        return NameMatch("unsure", 0.6, "一方名称未写地区")
    shorter, longer = sorted((one.path, other.path), key=len)
    if shorter[-1] == longer[-1] and set(shorter) < set(longer):
        return NameMatch("unsure", 0.7, f"{shorter[-1]}在多个城市都有，一方未写明所属城市")
    return NameMatch("different", 0.05, "地区不同：{}与{}".format("".join(one.path), "".join(other.path)))


def _differences(one: str, other: str) -> tuple[int, int] | None:
    """How many characters are twins and how many alike, in cores of one length; None where any is unlike."""
    if len(one) != len(other):
        return None
    twins = alike = 0
    for left, right in zip(one, other, strict=True):
        found = likeness(left, right)
        if found == "unlike":
            return None
        twins += found == "twin"
        alike += found == "alike"
    return twins, alike


def _extra_character(one: str, other: str) -> str:
    """The one character that the longer text has beyond the shorter; empty where that is not the difference."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) != len(shorter) + 1:
        return ""
    at = next((index for index, char in enumerate(shorter) if char != longer[index]), len(shorter))
    return longer[at] if longer[at + 1 :] == shorter[at:] else ""


def _cores(one: NameParts, other: NameParts) -> NameMatch:
    left, right = one.core, other.core
    if left == right:
        return NameMatch("same", 1.0, "名称一致")
    if left.translate(_NO_BRACKETS) == right.translate(_NO_BRACKETS):
        return NameMatch("same", 0.97, "仅括号写法不同")
    counted = _differences(left, right)
    if counted is not None:
        twins, alike = counted
        if alike == 0 and twins <= 2:
            return NameMatch("same", 0.94, "仅有字形几乎相同的字（疑似识别误差）")
        if alike + twins <= 2 and (alike == 1 or min(len(one.folded), len(other.folded)) >= _LONG_NAME):
            return NameMatch(
                "unsure", 0.75 if alike == 1 else 0.55, "有形近字，可能是识别误差，也可能是另一家"
            )
        return NameMatch("different", 0.2, "形近字过多")
    if _GENERIC.sub("", left) == _GENERIC.sub("", right) != "":
        return NameMatch("unsure", 0.6, "仅差“行业”“业”等通用字或括号内容")
    extra = _extra_character(left, right)
    if extra and extra not in _TELLING and min(len(one.folded), len(other.folded)) >= _LONG_NAME:
        return NameMatch("unsure", 0.5, f"一方多一个“{extra}”字")
    return NameMatch("different", 0.1, f"名称主体不同：“{left}”与“{right}”")


_NO_BRACKETS = str.maketrans("", "", "()")


def _kinds(one: NameParts, other: NameParts) -> NameMatch:
    if one.kind == other.kind:
        return NameMatch("same", 1.0, "类型一致")
    if one.kind and other.kind:
        return NameMatch("different", 0.05, f"组织类型不同：{one.kind}与{other.kind}")
    whole, cut = (one, other) if one.kind else (other, one)
    if (
        len(cut.folded) >= 5
        and whole.folded.startswith(cut.folded)
        and len(whole.folded) - len(cut.folded) <= 2
    ):
        return NameMatch("unsure", 0.6, "一方名称不完整")
    return NameMatch("different", 0.1, f"一方没有“{whole.kind}”")


def _branches(one: NameParts, other: NameParts) -> NameMatch:
    if one.branch == other.branch or (one.branch and _differences(one.branch, other.branch) == (1, 0)):
        return NameMatch("same", 1.0, "分支一致")
    if one.branch and other.branch and _differences(one.branch, other.branch) is not None:
        return NameMatch("unsure", 0.6, "分支名称有形近字")
    branch = one.branch or other.branch
    return NameMatch("different", 0.1, f"“{branch}”是下属机构，不是同一主体")


def same_organization(one: str, other: str) -> NameMatch:
    """Whether both names mean one organization: `same`, `different`, or `unsure`, with a score and a reason."""
    left, right = parts(one), parts(other)
    if not left.folded or not right.folded:
        return NameMatch("different", 0.0, "名称为空")
    if left.folded == right.folded:
        return NameMatch("same", 1.0, "名称一致")
    aligned = _aligned(left, right)
    if aligned is not None:
        return aligned
    cut = _kinds(left, right)
    if cut.verdict == "unsure":
        return cut
    steps = (_regions(left, right), _branches(left, right), cut, _cores(left, right))
    for verdict in ("different", "unsure"):
        found = [step for step in steps if step.verdict == verdict]
        if found:
            return min(found, key=lambda step: step.score)
    worst = min(steps, key=lambda step: step.score)
    if left.mended or right.mended:
        return _MENDED
    return (
        worst if worst.score < 1 else NameMatch("same", 0.98, "地区写法不同（如“南京”与“南京市”），其余一致")
    )
