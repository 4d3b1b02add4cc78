"""Several issuers printed in one run, taken apart."""

import re

from dossier.bodies import is_union_body
from dossier.glyphs import fold
from dossier.regions import leading
from extractors.language.authorities import STATE_OFFICE, department_of, national

_SEPARATORS = re.compile(r"[、，,；;/|]+|(?<=[会厅局委部府办院])(?:会同|联合)")
_SPACES = re.compile(r"\s+")
_BODY_END = "会厅局委部府办院室"
_FULL_REGION = re.compile(r"[\u4e00-\u9fff]{2,7}?(?:省|市|区|县)")


def split_issuers(text: str) -> list[str]:
    """The issuers of a line such as 江苏省总工会、江苏省民政厅; a part without a region of its own keeps the first one's.

    White space separates only where both sides are whole names: seals and titles are printed with spaced letters.
    """
    pieces = [piece for chunk in _SEPARATORS.split(text.strip()) for piece in _spaced(chunk)]
    parts = [part for piece in pieces for part in _run_together(piece)]
    region = ""
    issuers: list[str] = []
    for part in parts:
        issuer = part
        here = leading(part.removeprefix("中共"))
        if here.path:
            region = part.removeprefix("中共")[: here.end]
        elif (
            region
            and part not in national()
            and not re.match(r"(?:中共|中国|中华|全国|国家|国务院|中央|共青团|省|市|区|县)", part)
        ):
            issuer = region + part
        issuers.append(issuer)
    return issuers


def _spaced(chunk: str) -> list[str]:
    """The parts between white space, where each is a body by itself; else the whole without its white space."""
    pieces = [fold(piece) for piece in _SPACES.split(chunk) if fold(piece)]
    if len(pieces) > 1 and all(_is_body(piece) for piece in pieces):
        return pieces
    return [fold(chunk)] if pieces else []


def _is_body(piece: str) -> bool:
    bare = piece.removeprefix("中共")
    return piece in national() or department_of(bare[leading(bare).end :]) is not None or is_union_body(piece)


def _run_together(piece: str) -> list[str]:
    """江苏省总工会江苏省民政厅 as two: a full region begins anew right behind a body."""
    parts: list[str] = []
    start = 0
    for at in range(3, len(piece) - 3):
        before = piece[start:at]
        if piece[at - 1] not in _BODY_END or before.endswith("中共") or STATE_OFFICE.fullmatch(before):
            continue
        tail = piece[at:].removeprefix("中共")
        here = leading(tail)
        if (
            here.path
            and _FULL_REGION.fullmatch(tail[: here.end])
            and len(tail) > here.end + 1
            and leading(piece[start:at]).end < at - start
        ):
            parts.append(piece[start:at])
            start = at
    return [*parts, piece[start:]]
