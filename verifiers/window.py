"""The day of submission against the round's days."""

import re
from collections.abc import Iterator
from datetime import datetime

from dossier.dates import CHINA
from dossier.finding import Code, Discrepancy, Severity
from dossier.submission import Submission
from rubric.model import Rubric
from verifiers import messages

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def check(submission: Submission, rubric: Rubric) -> Iterator[Discrepancy]:
    """A submission before the first or after the last day of the round's year. Without a time nothing is said."""
    if submission.submitted_at is None:
        return
    day = local(submission.submitted_at).date()
    named = _YEAR.search(submission.round)
    first, last = rubric.round.window.days(int(named[1]) if named else day.year)
    if not first <= day <= last:
        yield Discrepancy(
            code=Code.SUBMITTED_OUT_OF_WINDOW,
            severity=Severity.MAJOR,
            criterion=None,
            document=submission.application,
            message=messages.out_of_window(day, first, last, rubric.round.window.place),
        )


def local(moment: datetime) -> datetime:
    """The moment in China's time; one without a zone is in it already."""
    return moment.astimezone(CHINA) if moment.tzinfo else moment.replace(tzinfo=CHINA)
