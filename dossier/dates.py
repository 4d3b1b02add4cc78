"""Dates that may lack their day or month, and the inclusive windows that they are held against.

A date printed to the month counts as its most favourable day; `decides` tells where that settled the matter.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")
"""The office's time."""

Precision = Literal["year", "month", "day"]

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z", re.ASCII)


def add_months(day: date, months: int) -> date:
    """The same day so many months later (earlier, where negative), or the month's last where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day so many years later (earlier, where negative); 29 February becomes the 28th."""
    return add_months(day, years * 12)


def term_end(start: date, years: int) -> date:
    """The last day of a term of so many years from `start`: the same day in the last year, less one day."""
    return add_years(start, years) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days, both ends inclusive. None leaves an end open (such as 长期)."""

    first: date | None
    last: date | None

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in the window."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @classmethod
    def years_before(cls, as_of: date, years: int) -> Self:
        """From the same day so many years before the reference date up to that date."""
        return cls(add_years(as_of, -years), as_of)

    @classmethod
    def months_before(cls, as_of: date, months: int) -> Self:
        """From the same day so many months before the reference date up to that date."""
        return cls(add_months(as_of, -months), as_of)

    @classmethod
    def days_before(cls, as_of: date, days: int) -> Self:
        """From so many days before the reference date up to that date."""
        return cls(as_of - timedelta(days=days), as_of)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date known to the year, the month or the day. Raises ValueError where the calendar has no such date."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is not in the calendar."""
        if self.month is None and self.day is not None:
            raise ValueError("a date with a day needs a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """From `2024`, `2024-05` or `2024-05-03`. Raises ValueError for anything else."""
        found = _ISO.match(text.strip())
        if found is None:
            raise ValueError(f"not an ISO date of year, month or day precision: {text!r}")
        return cls(*(None if part is None else int(part) for part in found.groups()))  # type: ignore[arg-type]

    @classmethod
    def of(cls, day: date) -> Self:
        """A full date."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """The smallest unit that is known."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    def iso(self) -> str:
        """`2024`, `2024-05` or `2024-05-03`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    __str__ = iso

    def earliest(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def exact(self) -> date | None:
        """The day itself, where it is known."""
        return self.earliest() if self.precision == "day" else None

    def within(self, window: Window) -> bool:
        """Whether any day that it can mean lies in the window: the most favourable day counts."""
        return (window.last is None or self.earliest() <= window.last) and (
            window.first is None or window.first <= self.latest()
        )

    def surely_within(self, window: Window) -> bool:
        """Whether every day that it can mean lies in the window."""
        return self.earliest() in window and self.latest() in window

    def decides(self, window: Window) -> bool:
        """Whether the missing day settles it: some days it can mean lie in the window, and some don't."""
        return self.within(window) and not self.surely_within(window)

    def favourable_day(self, window: Window) -> date | None:
        """The latest day it can mean that lies in the window, else None."""
        if not self.within(window):
            return None
        return self.latest() if window.last is None else min(self.latest(), window.last)

    def on_or_after(self, day: date) -> bool:
        """Whether it can be that day or a later one."""
        return self.latest() >= day

    def on_or_before(self, day: date) -> bool:
        """Whether it can be that day or an earlier one."""
        return self.earliest() <= day

    def surely_before(self, day: date) -> bool:
        """Whether it is earlier than that day whatever its missing parts are."""
        return self.latest() < day

    def surely_after(self, day: date) -> bool:
        """Whether it is later than that day whatever its missing parts are."""
        return self.earliest() > day


def parse(text: str) -> PartialDate:
    """The partial date of `2024`, `2024-05` or `2024-05-03`. Raises ValueError for anything else."""
    return PartialDate.parse(text)


def parse_period(text: str) -> tuple[PartialDate, PartialDate]:
    """Both ends of `2024-01/2024-06`. Raises ValueError where an end is missing or the period runs backward."""
    ends = text.split("/")
    if len(ends) != 2:
        raise ValueError(f"not a period of two ISO dates: {text!r}")
    first, last = (PartialDate.parse(end) for end in ends)
    if last.latest() < first.earliest():
        raise ValueError(f"a period runs forward: {text!r}")
    return first, last
