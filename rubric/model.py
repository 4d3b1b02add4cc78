"""The standard: its criteria, its round and its words. The file is this model; a Rubric is a file that holds up."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from dossier.finding import Code, Severity, Verdict
from dossier.kinds import Kind
from rubric.base import MonthDay, Points, RubricModel, Words
from rubric.cases import Case, CaseOrganization
from rubric.operators import Check

_LIGHT = {Severity.MINOR, Severity.INFO}


class Clause(RubricModel):
    """Where in the notice a criterion stands, and what it asks, in our own words."""

    place: Words
    asks: Words
    anchor: Words | None = None
    """A word by which the office's own copy of the notice is searched for the sentence."""


class Effective(RubricModel):
    """From when to when a version of a criterion is in force, both ends inclusive."""

    since: date
    until: date | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.until is not None and self.until < self.since:
            raise ValueError("until lies before since")
        return self

    def covers(self, day: date) -> bool:
        """Whether it is in force on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


class Gate(RubricModel):
    """That the criterion must be met whatever the points. `missing`: what it means that there is no proof."""

    missing: Literal["fails", "review"]


class Outcome(RubricModel):
    """What a result of an operator means: the verdict, the code that is raised, how much it weighs, what is said."""

    verdict: Verdict
    say: Words
    code: Code | None = None
    severity: Severity | None = None

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if (self.code is None) != (self.severity is None):
            raise ValueError("code and severity stand together")
        if self.verdict is Verdict.CONTRADICTED and self.code is None:
            raise ValueError("a contradiction needs a code, so that it is told")
        if self.verdict in {Verdict.UNCERTAIN, Verdict.UNREADABLE, Verdict.SUPPORTED} and (
            self.severity not in {None, *_LIGHT}
        ):
            raise ValueError("what isn't decided against the applicant weighs minor at most")
        return self


class Criterion(RubricModel):
    """One row of the standard, in one version."""

    id: str = Field(pattern=r"^[0-9]+\.[0-9]+$")
    title: Words
    clause: Clause
    points: Points
    gate: Gate | None = None
    effective: Effective
    evidence: dict[Kind, tuple[str, ...]] = Field(min_length=1)
    """The kinds of document that prove it, each with the facts that are read."""
    check: Check
    outcomes: dict[str, Outcome] = Field(default_factory=dict[str, Outcome])
    cases: tuple[Case, ...] = ()

    @property
    def section(self) -> str:
        """The part of the standard that it belongs to."""
        return self.id.partition(".")[0]

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of document that prove it."""
        return frozenset(self.evidence)


class Section(RubricModel):
    """A part of the standard with its points."""

    id: Words
    title: Words
    place: Words
    points: Points


class Notice(RubricModel):
    """The notice that the standard rests on: its name, and the places that a clause may point to."""

    title: Words
    places: tuple[Words, ...] = Field(min_length=1)


class SubmissionWindow(RubricModel):
    """The days of a round's year on which applications are taken, both inclusive."""

    opens: MonthDay
    closes: MonthDay
    place: Words

    def days(self, year: int) -> tuple[date, date]:
        """First and last day in that year."""
        first, last = (date.fromisoformat(f"{year}-{end}") for end in (self.opens, self.closes))
        return first, last


class Quotas(RubricModel):
    """How many a recommender may put forward."""

    city: int = Field(ge=0)
    industry: int = Field(ge=0)
    place: Words


class RoundRules(RubricModel):
    """What holds for every round."""

    total: Points
    threshold: Points
    threshold_place: Words
    window: SubmissionWindow
    recommend_by: MonthDay
    quotas: Quotas


class Examples(RubricModel):
    """What the cases share."""

    organization: CaseOrganization
    as_of: date


class Standard(RubricModel):
    """A standard as its file tells it."""

    id: Words
    version: Words
    title: Words
    source: Words
    """Where clauses and points come from, told beside every finding."""
    provisional: bool
    """Whether the points await the official table."""
    notice: Notice
    round: RoundRules
    sections: tuple[Section, ...] = Field(min_length=1)
    outcomes: dict[str, Outcome]
    """What the results mean that all criteria share; a criterion's own `outcomes` go first."""
    examples: Examples
    criteria: tuple[Criterion, ...] = Field(min_length=1)


class Rubric(Standard):
    """A standard that holds up, with the hash of the file that it came from."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")

    @property
    def gates(self) -> tuple[Criterion, ...]:
        """The criteria that must be met, in all their versions."""
        return tuple(criterion for criterion in self.criteria if criterion.gate)

    def in_force(self, day: date) -> tuple[Criterion, ...]:
        """The criteria on that day, in order of their ids."""
        return tuple(criterion for criterion in self.in_order() if criterion.effective.covers(day))

    def in_order(self) -> tuple[Criterion, ...]:
        """All criteria in all versions, in order of their ids and first days."""
        return tuple(sorted(self.criteria, key=lambda each: (id_order(each.id), each.effective.since)))

    def outcome(self, criterion: Criterion, name: str) -> Outcome:
        """What a result means for a criterion. Raises KeyError for a result that nothing describes."""
        return criterion.outcomes.get(name) or self.outcomes[name]

    def versions(self) -> Iterator[tuple[str, list[Criterion]]]:
        """Each id with its versions, oldest first."""
        for identifier in sorted({criterion.id for criterion in self.criteria}, key=id_order):
            same = [criterion for criterion in self.criteria if criterion.id == identifier]
            yield identifier, sorted(same, key=lambda criterion: criterion.effective.since)


def id_order(identifier: str) -> tuple[int, ...]:
    """The order of ids: 2.10 comes after 2.9."""
    return tuple(int(part) for part in re.findall(r"\d+", identifier))
