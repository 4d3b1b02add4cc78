"""The standard's limits for points that people set."""

from collections.abc import Mapping

from review.api import messages
from review.api.problems import Problem
from review.reports import words
from review.reports.titles import CriterionTitle


def check_points(titles: Mapping[str, CriterionTitle], criterion: str, points: float | None) -> None:
    """Problem `invalid` where the standard has no such criterion, or fewer points for it."""
    title = titles.get(criterion)
    if title is None:
        raise Problem("invalid", messages.NO_CRITERION.format(criterion=criterion))
    if points is not None and not 0 <= points <= title.maximum:
        raise Problem(
            "invalid",
            messages.POINTS_OUTSIDE.format(criterion=criterion, maximum=words.number(title.maximum)),
        )
