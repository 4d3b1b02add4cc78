"""A review's end laid out: each criterion with what is claimed, supported and set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.finding import Finding
from dossier.principal import Principal
from dossier.record import Decision, SubmissionRecord
from dossier.report import Report
from dossier.state import State
from review.reports.messages import VERDICT_NAMES
from review.reports.titles import CriterionTitle
from review.site import rulings_messages as messages
from vault.records.access import MOVERS


@dataclass(frozen=True)
class PointsRow:
    """A criterion in the table of points."""

    finding: Finding
    title: str
    maximum: float
    verdict: str
    set: Decision | None
    """The latest decision on it."""

    @property
    def points(self) -> float:
        """What counts: what a person set, else what is proven at the least."""
        if self.set is not None and self.set.points is not None:
            return self.set.points
        return self.finding.supported[0]


@dataclass(frozen=True)
class Total:
    """The sum of what counts, and how many criteria a person has set."""

    points: float
    set: int
    of: int


def rows_of(
    report: Report, titles: Mapping[str, CriterionTitle], decisions: Sequence[Decision]
) -> list[PointsRow]:
    """The criteria that are claimed or could carry points, in the standard's order."""
    latest = {each.criterion: each for each in decisions if each.criterion is not None}
    return [
        PointsRow(
            finding=found,
            title=titles[found.criterion].title if found.criterion in titles else "",
            maximum=titles[found.criterion].maximum if found.criterion in titles else found.claimed,
            verdict=VERDICT_NAMES[found.verdict],
            set=latest.get(found.criterion),
        )
        for found in report.findings
        if found.claimed or found.supported[1] or found.criterion in latest
    ]


def total_of(rows: Sequence[PointsRow]) -> Total:
    """The sums under the table."""
    return Total(sum(each.points for each in rows), sum(each.set is not None for each in rows), len(rows))


def moves_of(viewer: Principal, record: SubmissionRecord) -> list[tuple[str, str, str]]:
    """Where the viewer may move it: state, name of the button, and what that means."""
    return [
        (after.value, *messages.MOVES[before, after])
        for (before, after), roles in MOVERS.items()
        if before is State(record.state) and viewer.role in roles
    ]
