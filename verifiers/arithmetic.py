"""The sum of the claims against the claimed total, and against the threshold to apply."""

from collections.abc import Iterator
from math import fsum, isfinite

from dossier.finding import Code, Discrepancy, Severity
from dossier.submission import Submission
from rubric.base import number
from rubric.model import Rubric
from verifiers import messages

_TINY = 1e-6


def check(submission: Submission, rubric: Rubric) -> Iterator[Discrepancy]:
    """A total that isn't the sum; less claimed than the round asks for."""
    total = fsum(claim.points for claim in submission.claims if isfinite(claim.points))
    stated = submission.claimed_total
    if stated is not None and abs(stated - total) > _TINY:
        yield _told(
            Code.SCORE_ARITHMETIC,
            Severity.MAJOR,
            messages.sum_differs(number(stated), number(total)),
            submission,
        )
    most = total if stated is None else max(total, stated)
    if most < rubric.round.threshold - _TINY:
        words = messages.below_threshold(
            number(most), number(rubric.round.threshold), rubric.round.threshold_place
        )
        yield _told(Code.BELOW_THRESHOLD, Severity.GATE, words, submission)


def _told(code: Code, severity: Severity, words: str, submission: Submission) -> Discrepancy:
    return Discrepancy(
        code=code, severity=severity, criterion=None, document=submission.application, message=words
    )
