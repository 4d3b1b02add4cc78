"""Levels of authorities, outlets and organizers, held against what a criterion asks."""

from collections.abc import Mapping

from rubric.base import LEVEL_NAMES, LEVELS, Level
from verifiers import messages
from verifiers.inquiry import Inquiry

_BY_NAME: dict[str, Level] = {level: level for level in LEVELS}


def level_of(look: Inquiry, label: str, fact: str) -> Level | None:
    """The level that the fact tells for sure; else None, with the reason noted."""
    value = look.glance(fact)
    found = _BY_NAME.get(value.text or "")
    if found is None or not value.sure or look.exhibit.flagged_uncertain(fact):
        look.reasons.append(messages.level_unsure(label))
        return None
    return found


def least_name(tiers: Mapping[Level, float]) -> str:
    """The lowest level that counts."""
    counting: list[Level] = [level for level in LEVELS if tiers.get(level, 0) > 0]
    return LEVEL_NAMES[counting[-1]] if counting else ""


def reaches(level: Level, least: Level) -> bool:
    """Whether a level is the least or higher."""
    return LEVELS.index(level) <= LEVELS.index(least)
