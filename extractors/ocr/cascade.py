"""The cascade: every line by the fast recogniser, and the lines that it isn't sure of once more by the good one."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.ocr.engine import Engine, Recognised
from extractors.ocr.image import Pixels

SURE_MEAN = 0.97
SURE_WEAKEST = 0.80
"""A line is taken from the fast recogniser when its mean and its weakest letter are at least this certain."""


@dataclass(frozen=True)
class Candidate:
    """Pictures of one line, of which the surest reading is kept (one picture, or two under a seal)."""

    crops: tuple[Pixels, ...]


def read_lines(engine: Engine, candidates: Sequence[Candidate]) -> list[Recognised]:
    """What stands in each line."""
    fast = engine.recognise_fast([candidate.crops[0] for candidate in candidates])
    kept = list(fast)
    unsure = [index for index, line in enumerate(fast) if not is_sure(line) or len(candidates[index].crops) > 1]
    again = [crop for index in unsure for crop in candidates[index].crops]
    well = iter(engine.recognise_well(again))
    for index in unsure:
        kept[index] = max((next(well) for _ in candidates[index].crops), key=lambda line: line.confidence)
    return kept


def is_sure(line: Recognised) -> bool:
    """Whether the fast recogniser's reading is taken as it is."""
    return line.confidence >= SURE_MEAN and line.weakest >= SURE_WEAKEST
