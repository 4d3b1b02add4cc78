"""How much work waits: for the workers, and for those who review."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from dossier.finding import Code
from dossier.model import Noun
from dossier.state import FINAL, State

NOBODY = "-"
"""Stands in a filter for no city and for no assignee."""
OPEN = frozenset(State) - FINAL - {State.DRAFT}
"""States in which somebody still has to do something with a submission that was handed in."""


class QueueFigures(Noun):
    """Counts at one moment. Priorities are `interactive` and `batch`."""

    submissions: Mapping[tuple[str, str], int] = {}
    """(state, priority) → submissions."""
    oldest_waiting_seconds: Mapping[str, float] = {}
    """Priority → age of the oldest submission that was received and not taken; 0 where none waits."""
    units: Mapping[str, int] = {}
    """State of a page unit → units."""


class Sort(StrEnum):
    """What a queue is sorted by. Each has the most pressing first."""

    RISK = "risk"
    """Gates, then major discrepancies, then traces of alteration."""
    DEADLINE = "deadline"
    GAP = "gap"
    """How far what is proven stays below the threshold."""
    SUBMITTED = "submitted"
    """Longest waiting first."""


class QueueFilter(Noun):
    """What is looked for. None: anything."""

    state: State | Literal["open", "all"] = "open"
    round: str | None = None
    region: str | None = None
    """A prefecture's full name; NOBODY: of no city."""
    eligible: Literal["yes", "no", "review"] | None = None
    code: Code | None = None
    assignee: str | None = None
    """Id of a user; NOBODY: not assigned."""
    criterion: str | None = None
    """One with an open question: its points aren't settled."""
    aside: bool = False
    """Only those set aside; else only the others."""
    search: str = ""
    """Words, each of which stands in the organization's name, credit code, sound, or the submission's id."""


class Standing(Noun):
    """How the newest report reads."""

    claimed: float
    low: float
    high: float
    threshold: float
    eligible: Literal["yes", "no", "review"]
    gates: int
    majors: int
    traces: int

    @property
    def gap(self) -> tuple[float, float]:
        """By how many points the threshold is missed, at best and as it is proven now; 0 where it is reached."""
        return max(0.0, self.threshold - self.high), max(0.0, self.threshold - self.low)


class QueueItem(Noun):
    """A submission as it stands in the queue."""

    id: str
    round: str
    state: State
    name: str | None
    region: str | None
    recommender: str | None
    submitted_at: datetime | None
    deadline: date | None
    """The day by which it has to go on from its state; None: it is done, or its round has no days."""
    days_left: int | None
    """By the office's calendar; negative: overdue."""
    standing: Standing | None
    """None: there is no report yet."""
    assignee: str | None
    assignee_name: str | None
    aside: str | None


class QueuePage(Noun):
    """Some of a queue. `after` asks for the rest; None: that was all."""

    items: tuple[QueueItem, ...]
    after: str | None
    total: int
    """How many fit the filter."""
    states: Mapping[State, int]
    """How many fit it, but for its state."""
    aside: int
    """How many of all that fit are set aside, but for the filter's own choice of these."""


class Person(Noun):
    """Someone by name."""

    id: str
    name: str
    region: str | None


class QueueChoices(Noun):
    """What of a filter's values there is among the submissions that one sees."""

    rounds: tuple[str, ...]
    """Newest first."""
    regions: tuple[str, ...]
    """Those of no city apart."""
    assignees: tuple[Person, ...]


class Acted(Noun):
    """What became of one submission in an action on several."""

    submission: str
    name: str | None
    refused: str | None
    """Why nothing was done, in Chinese; None: it is as asked."""


class SavedView(Noun):
    """A queue's filter and order under a name of its owner's."""

    name: str
    query: str
    """The address's query string."""
