"""What Prefect's page shows of a run: the summary as a table, and where the report lies."""

import re
from collections import Counter
from collections.abc import Iterator

from dossier.report import Report
from flows import messages

SHOWN = 50
"""So many discrepancies are listed; the report has all."""


def summary_table(report: Report) -> str:
    """The summary in Markdown: a table of what stands, and one of the discrepancies, heaviest first."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    summary, score = report.submission, report.score
    low, high = score.supported
    counts = Counter(found.severity for found in report.discrepancies)
    yield f"# {_cell(messages.ARTIFACT_TITLE.format(name=summary.organization.name))}\n"
    values = (
        summary.round,
        summary.recommender or messages.NONE,
        summary.as_of.isoformat(),
        messages.ARTIFACT_DOCUMENTS.format(
            count=len(report.documents), pages=sum(document.pages for document in report.documents)
        ),
        messages.ARTIFACT_CLAIMED.format(total=f"{score.claimed:g}", sum=f"{score.claimed_sum:g}"),
        messages.ARTIFACT_SUPPORTED.format(
            low=f"{low:g}", high=f"{high:g}", threshold=f"{score.threshold:g}"
        ),
        messages.ARTIFACT_ELIGIBLE[score.eligible],
        messages.ARTIFACT_RUBRIC.format(
            id=report.rubric.id,
            version=report.rubric.version,
            provisional=messages.ARTIFACT_PROVISIONAL if report.rubric.provisional else "",
        ),
        "，".join(f"{messages.ARTIFACT_SEVERITIES[severity]} {count}" for severity, count in counts.items())
        or messages.NONE,
    )
    yield "| | |\n|---|---|"
    for label, value in zip(messages.ARTIFACT_ROWS, values, strict=True):
        yield f"| {label} | {_cell(value)} |"
    if report.discrepancies:
        yield "\n| " + " | ".join(messages.ARTIFACT_DISCREPANCIES) + " |\n|---|---|---|"
    for found in report.discrepancies[:SHOWN]:
        told = (messages.ARTIFACT_SEVERITIES[found.severity], found.criterion or "", found.message)
        yield f"| {' | '.join(_cell(each) for each in told)} |"


def _cell(text: str) -> str:
    """The text as it stands: applicants' words are no markup."""
    return re.sub(r"([\\`*_{}\[\]()#+!|<>~&])", r"\\\1", " ".join(text.split()))
