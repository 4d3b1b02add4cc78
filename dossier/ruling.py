"""What people say of a discrepancy, and whether that settles it; what they ask of the applicant."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from dossier.finding import Code, Discrepancy, Severity
from dossier.model import Noun


class Ruled(StrEnum):
    """What a person says of a discrepancy."""

    CONFIRM = "confirm"
    """It stands."""
    OVERRULE = "overrule"
    """It doesn't, for the reason given."""
    ASK = "ask"
    """The applicant is to explain or to hand in more."""


class Ruling(Noun):
    """One person's word on a discrepancy. Rulings are only ever added; a person's latest on a fingerprint counts."""

    number: int
    """Counts from 1 within the submission."""
    at: datetime
    by: str
    name: str
    """The person's name at that time."""
    role: str
    fingerprint: str
    """Of the discrepancy: it holds for every report that says the same."""
    code: Code
    severity: Severity
    criterion: str | None
    document: str | None
    message: str
    outcome: Ruled
    reason: str
    report: str
    """sha256 of the report.json that was ruled on."""


class Settlement(StrEnum):
    """How far the rulings have settled a discrepancy."""

    OPEN = "open"
    SECOND = "second"
    """Another person must agree."""
    ASKED = "asked"
    SETTLED = "settled"


def needs_second(severity: Severity, outcome: Ruled) -> bool:
    """Whether one person's word isn't enough: gates, and whatever speaks in the applicant's favour against the checks."""
    return outcome is Ruled.OVERRULE or (severity is Severity.GATE and outcome is Ruled.CONFIRM)


def settlement(severity: Severity, rulings: Iterable[Ruling], report: str) -> Settlement:
    """Where a discrepancy of that report stands after the rulings on its fingerprint, oldest first.

    A question is answered by the next report: it leaves a discrepancy that is still there open again.
    """
    told = list(rulings)
    if not told or (told[-1].outcome is Ruled.ASK and told[-1].report != report):
        return Settlement.OPEN
    outcome = told[-1].outcome
    if outcome is Ruled.ASK:
        return Settlement.ASKED
    agreed = sum(each == outcome for each in {ruling.by: ruling.outcome for ruling in told}.values())
    return Settlement.SECOND if needs_second(severity, outcome) and agreed < 2 else Settlement.SETTLED


class RuledDiscrepancy(Noun):
    """A discrepancy of the newest report, and what was said of it."""

    fingerprint: str
    discrepancy: Discrepancy
    settlement: Settlement
    rulings: tuple[Ruling, ...]
    """On this fingerprint, oldest first."""

    @property
    def last(self) -> Ruling | None:
        """The last word on it; None: nobody said anything yet."""
        return self.rulings[-1] if self.rulings else None

    @property
    def blocks(self) -> bool:
        """Whether the whole can't be decided before this is settled."""
        gate = self.discrepancy.severity is Severity.GATE and self.settlement is not Settlement.SETTLED
        return gate or self.settlement in {Settlement.SECOND, Settlement.ASKED}


class Question(Noun):
    """What the applicant is asked of one discrepancy."""

    fingerprint: str
    criterion: str | None
    document: str | None
    message: str
    """What was found."""
    asks: str
    """What is to be explained or handed in."""


class Supplement(Noun):
    """A request to the applicant. The newest is open while the submission is in state `supplement`."""

    number: int
    """Counts from 1 within the submission."""
    at: datetime
    by: str
    name: str
    """Who asked."""
    due_on: date
    """The last day, by the office's calendar."""
    note: str
    """What is said besides the questions; may be empty."""
    questions: tuple[Question, ...]
    report: str
    """sha256 of the report.json that it is about."""
