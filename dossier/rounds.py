"""Rounds, and how far they have come."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from dossier.model import Noun


class RoundDays(Noun):
    """What the office sets of a round: its name, its days, and how many each recommender may put forward."""

    title: str = Field(min_length=1, max_length=100)
    closes_on: date
    """The last day of applications."""
    recommend_by: date
    """The last day of recommendations."""
    appeals_until: date | None = None
    city_quota: int = Field(ge=0, le=999)
    """Of a prefecture's trade union."""
    industry_quota: int = Field(ge=0, le=999)
    """Of an industry's trade union of the province."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        last = self.appeals_until or self.recommend_by
        if not self.closes_on <= self.recommend_by <= last:
            raise ValueError("days of a round run from applications by recommendations to appeals")
        return self


class Round(Noun):
    """A round. `version` counts its changes."""

    id: str
    version: int
    days: RoundDays


class Progress(Noun):
    """Where one city, or one recommender that is no city's, stands in a round."""

    place: str | None
    """A prefecture's full name, or the recommender's; None: nobody is named."""
    region: str | None
    """The prefecture; None: of no city."""
    drafts: int = 0
    received: int = 0
    """Handed in and not withdrawn, wherever they stand."""
    reading: int = 0
    """Of these, not yet verified."""
    reviewing: int = 0
    """Of these, verified and not concluded."""
    recommended: int = 0
    returned: int = 0
    overdue: int = 0
    """Not concluded though the last day of recommendations is over."""
    quota: int | None
    """How many it may recommend; None: not for this viewer, who doesn't see all of it."""

    @property
    def over(self) -> int:
        """By how many the quota is exceeded."""
        return 0 if self.quota is None else max(0, self.recommended - self.quota)


class RoundProgress(Noun):
    """A round as far as the viewer sees it."""

    round: Round
    today: date
    """By the office's calendar."""
    places: tuple[Progress, ...]
    """Cities in the usual order, then the others."""
