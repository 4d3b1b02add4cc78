"""Mends an authority's name where one glyph was misread and the lists of regions and departments leave one reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from dossier.glyphs import likeness
from dossier.name_parts import mended_leading
from dossier.regions import Leading


@lru_cache(maxsize=2048)
def mended_authority(
    name: str, *, lost: bool = False, accept: Callable[[str], bool] | None = None
) -> str | None:
    """The name with one or two look-alikes put right; with `lost`, one with a character missing made whole.

    None where it is right or can't be mended surely. `accept` tells which bodies the paper may mean.
    """
    from extractors.language.authorities import departments

    region, mended = mended_leading(name)
    if not region.path:
        return None
    head = name[: region.end]
    if mended:
        spelled = _spelled(region, head)
        if spelled is None:
            return None
        head = spelled
    rest = name[region.end :]
    known = departments()
    if rest and rest not in known and len(rest) >= 3:
        twins = [body for body in known if _one_apart(rest, body)]
        if len(twins) == 1:
            rest = twins[0]
    if lost and len(rest) >= 2 and rest not in known:
        whole = [body for body in known if _one_lost(rest, body) and (accept is None or accept(head + body))]
        if len(whole) == 1:
            rest = whole[0]
    mended_name = head + rest
    return mended_name if mended_name != name and rest in known else None


def _spelled(region: Leading, read: str) -> str | None:
    """The region's path in the form that has as many characters as was read, one of them another."""
    for start in range(len(region.path)):
        for form in ("".join(region.path[start:]), region.path[start] + region.path[-1]):
            if _one_apart(read, form):
                return form
    return None


def _one_lost(read: str, known: str) -> bool:
    """Whether the name was read with one of its characters missing."""
    return len(read) + 1 == len(known) and any(
        read == known[:at] + known[at + 1 :] for at in range(len(known))
    )


def _one_apart(read: str, known: str) -> bool:
    if len(read) != len(known):
        return False
    differing = [(one, other) for one, other in zip(read, known, strict=True) if one != other]
    return len(differing) == 1 and likeness(*differing[0]) != "unlike"
