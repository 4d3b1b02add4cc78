"""The result of a verification in some lines for the terminal."""

from collections import Counter
from collections.abc import Iterator

from dossier.finding import Severity
from dossier.report import Report
from hezheng import messages
from review.reports.messages import SEVERITY_NAMES

SHOWN = 12
"""So many discrepancies are told one by one; the report has all."""
ORDER = tuple(Severity)


def summary_lines(report: Report) -> Iterator[str]:
    """The lines, the heaviest discrepancies first."""
    score = report.score
    low, high = score.supported
    yield messages.SUMMARY_TITLE
    for label, value in (
        (messages.SUMMARY_ORGANIZATION, report.submission.organization.name),
        (messages.SUMMARY_AS_OF, report.submission.as_of.isoformat()),
        (messages.SUMMARY_DOCUMENTS, messages.SUMMARY_DOCUMENTS_VALUE.format(count=len(report.documents))),
        (
            messages.SUMMARY_CLAIMED,
            messages.SUMMARY_CLAIMED_VALUE.format(total=f"{score.claimed:g}", sum=f"{score.claimed_sum:g}"),
        ),
        (
            messages.SUMMARY_SUPPORTED,
            messages.SUMMARY_SUPPORTED_VALUE.format(
                low=f"{low:g}", high=f"{high:g}", threshold=f"{score.threshold:g}"
            ),
        ),
        (messages.SUMMARY_ELIGIBLE, messages.ELIGIBLE[score.eligible]),
        (messages.SUMMARY_DISCREPANCIES, _counts(report)),
    ):
        yield f"  {label}：{value}"
    told = sorted(report.discrepancies, key=lambda each: ORDER.index(each.severity))
    for each in told[:SHOWN]:
        told_already = each.criterion is None or each.message.startswith(each.criterion)
        place = "" if told_already else f"{each.criterion} "
        yield f"  [{SEVERITY_NAMES[each.severity]}] {place}{each.message}"
    if len(told) > SHOWN:
        yield f"  {messages.SUMMARY_MORE.format(count=len(told) - SHOWN)}"
    if report.rubric.provisional:
        yield messages.SUMMARY_PROVISIONAL


def _counts(report: Report) -> str:
    counts = Counter(each.severity for each in report.discrepancies)
    return "，".join(
        f"{SEVERITY_NAMES[severity]} {counts[severity]}" for severity in ORDER if counts[severity]
    ) or (messages.SUMMARY_NONE)
