"""The level of authorities and outlets: national, provincial, prefecture, county or other."""

from collections.abc import Callable

from extractors.language.authorities import RANKS, Level, LevelValue, single_level
from extractors.language.issuers import split_issuers
from extractors.language.outlets import OutletMention, canonical_outlet, find_outlets, outlet_level

__all__ = [
    "RANKS",
    "Level",
    "LevelValue",
    "OutletMention",
    "authority_level",
    "canonical_outlet",
    "find_outlets",
    "outlet_level",
    "split_issuers",
]


def authority_level(
    name: str, region: str | None = None, *, single: Callable[[str, str | None], Level] = single_level
) -> Level:
    """The level of an issuer, or of the highest of joint issuers (江苏省总工会、南京市民政局).

    `region` is the region of the document (南京市), for names that say only 市总工会. A certain level counts before a
    higher one that isn't certain. `single` tells the level of one of them.
    """
    levels = [single(part, region) for part in split_issuers(name)]
    if not levels:
        return single(name, region)
    best = max(
        levels,
        key=lambda level: (
            level.certain and level.value != "other",
            RANKS.index(level.value),
            not level.certain,
        ),
    )
    if best.value == "other" and not all(level.certain for level in levels):
        return next(level for level in levels if not level.certain)
    return best
