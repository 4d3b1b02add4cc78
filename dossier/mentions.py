"""Where a text mentions an organization by its name."""

import re
from typing import NamedTuple

from dossier.glyphs import fold_with_positions
from dossier.name_match import same_organization
from dossier.name_parts import NameParts, fold_name, parts
from dossier.regions import leading, stem, surfaces

_DROPPED = frozenset('"·-.,_~')
_ALIAS = re.compile(
    r"[（(\[【]\s{0,8}(?:以下|下文|后文|下面|以后)?\s{0,8}(?:均|统|简|合|并)*称(?:为|作)?\s{0,8}[:：]?\s{0,8}[“\"「『‘']?\s{0,8}"
    r"(?P<alias>[^”\"」』’'()（）,，。；;、]{2,14}?)\s{0,8}[”\"」』’']?\s{0,8}[)）\]】]"
)
_ALIAS_REACH = 12
_ASKED = 0.6
_TELLING_CORE = 2
_GENERIC_ALIASES = frozenset(
    "协会 学会 商会 本会 我会 该会 中心 本中心 基金会 研究会 促进会 联合会 甲方 乙方 丙方 单位 本单位".split()
)
_BRANCH_AFTER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:分会|支会|专业委员会|工作委员会|专委会)|(?:联合|基层)?工会|党支部|党委|党总支|团支部|办事处|代表处|分中心)"
)
_NAME_GOES_ON = re.compile(r"[\u4e00-\u9fff]$")


class Mention(NamedTuple):
    """A place that mentions the name: text[start:end], and how sure that is it."""

    start: int
    end: int
    confidence: float


def _forms(name: NameParts) -> list[str]:
    """The ways in which the name is written in full: its regions long, short, or without the province."""
    forms = [name.folded]
    for index, region in enumerate(name.path):
        tail = name.path[index:]
        if len(tail) > 1 or leading(region).path == name.path:
            short = [stem(each) for each in tail]
            forms.append("".join(tail) + name.rest)
            forms.append("".join(short) + name.rest)
            forms.append("".join(short[:-1]) + name.path[-1] + name.rest)
    return list(dict.fromkeys(forms))


def _occurrences(text: str, part: str) -> list[int]:
    found: list[int] = []
    at = text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def _misread(text: str, form: str, name: str) -> list[tuple[int, int, float]]:
    """Windows that differ from the form in one character: each half of the form is sought, then the other compared."""
    half = len(form) // 2
    if half < 2:
        return []
    starts = set(_occurrences(text, form[:half]))
    starts |= {at - half for at in _occurrences(text, form[half:]) if at >= half}
    hits: list[tuple[int, int, float]] = []
    for start in starts:
        window = text[start : start + len(form)]
        if len(window) < len(form) or sum(a != b for a, b in zip(window, form, strict=True)) != 1:
            continue
        match = same_organization(window, name)
        if match.verdict != "different":
            hits.append(
                (
                    start,
                    start + len(form),
                    0.9 if match.verdict == "same" else 0.7 if match.score > _ASKED else 0.5,
                )
            )
    return hits


def _aliases(text: str, hits: list[Mention]) -> dict[str, float]:
    """Short names that the text itself gives, right behind a mention, with their confidence."""
    found: dict[str, float] = {}
    ends = [hit.end for hit in hits]
    for match in _ALIAS.finditer(text):
        behind = [match.start() - end for end in ends if 0 <= match.start() - end <= _ALIAS_REACH]
        alias = fold_name(match["alias"])
        if behind and len(alias) >= 2:
            found[alias] = 0.6 if alias in _GENERIC_ALIASES else 0.88
    return found


def _behind_a_region(text: str, at: int) -> bool:
    """Whether a region stands right before that place: then a name without its region is another body's."""
    return any(text[at - length : at] in surfaces() for length in range(2, min(8, at) + 1))


def mentions(text: str, name: str) -> list[Mention]:
    """Every place that mentions the organization, in order, with a confidence from 0 to 1.

    White space and line breaks inside the name don't matter. 1.0 is the name in full; less are its region written
    otherwise (0.97), one misread character (0.9, 0.7 or 0.5, by how
    plainly it is one), an abbreviation that the text itself defines behind
    the name (0.88), the name without its region in a text that also has it whole (0.8), the name within that of a branch or of its union (0.6), and a name without a region behind a
    region, which is likely another body (0.5).
    """
    whole = parts(name)
    if len(whole.folded) < 2:
        return []
    folded, positions = _folded(text)
    raw: list[tuple[int, int, float]] = []
    for form in _forms(whole):
        sure = 1.0 if form == whole.folded else 0.97
        raw += [(at, at + len(form), sure) for at in _occurrences(folded, form)]
    if len(whole.folded) >= 5:
        for form in _forms(whole):
            raw += _misread(folded, form, name)
    hits = [_placed(folded, positions, hit) for hit in _without_overlaps(raw)]
    short = whole.core + whole.kind
    if hits and whole.path and len(whole.core) >= _TELLING_CORE and whole.kind and not whole.branch:
        raw += [
            (at, at + len(short), 0.8)
            for at in _occurrences(folded, short)
            if not _behind_a_region(folded, at)
        ]
    for alias, sure in _aliases(text, hits).items():
        raw += [
            (at, at + len(alias), sure)
            for at in _occurrences(folded, alias)
            if len(alias) > 2 or at == 0 or not _NAME_GOES_ON.search(folded[at - 1])
        ]
    bare = not whole.path
    return [_placed(folded, positions, hit, bare=bare) for hit in _without_overlaps(raw)]


def _folded(text: str) -> tuple[str, list[int]]:
    folded, positions = fold_with_positions(text)
    kept = [index for index, char in enumerate(folded) if char not in _DROPPED]
    return "".join(folded[index] for index in kept), [positions[index] for index in kept]


def _without_overlaps(raw: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Of hits that overlap, the surest, then the longest."""
    chosen: list[tuple[int, int, float]] = []
    for hit in sorted(raw, key=lambda hit: (-hit[2], hit[0] - hit[1], hit[0])):
        if all(hit[1] <= other[0] or other[1] <= hit[0] for other in chosen):
            chosen.append(hit)
    return sorted(chosen)


def _placed(folded: str, positions: list[int], hit: tuple[int, int, float], *, bare: bool = False) -> Mention:
    start, end, sure = hit
    if _BRANCH_AFTER.match(folded, end):
        sure = min(sure, 0.6)
    if bare and start > 0 and folded[start - 1] in "省市区县":
        sure = min(sure, 0.5)
    return Mention(positions[start], positions[end - 1] + 1, sure)
