"""Levels of authorities, outlets and organizers, held against what a criterion asks."""

from collections.abc import Mapping

from rubric.base import LEVEL_NAMES, LEVELS, Level
from verifiers import messages
from verifiers.doubts import Inquiry


def level_of(look: Inquiry, label: str, fact: str) -> Level | None:
    """The level that the fact tells for sure; else None, with the reason noted."""
    value = look.exhibit.value(fact)
    look.rests_on.append(value)
    found = next((level for level in LEVELS if level == value.text), None)
    if found is None or not value.sure or look.exhibit.flagged_uncertain(fact):
        look.reasons.append(messages.level_unsure(label))
        return None
    return found


def least_name(tiers: Mapping[Level, float]) -> str:
    """The lowest level that counts."""
    counting = [level for level in LEVELS if tiers.get(level, 0) > 0]
    return LEVEL_NAMES[counting[-1]] if counting else ""


def reaches(level: Level, least: Level) -> bool:
    """Whether a level is the least or higher."""
    return LEVELS.index(level) <= LEVELS.index(least)
