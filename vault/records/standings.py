"""How reports read in the queue."""

from collections import Counter

from sqlalchemy.orm import Session

from dossier.finding import TRACES, Severity
from dossier.report import Report
from vault.records.queue_schema import StandingRow


def keep(session: Session, submission: str, report: Report) -> None:
    """Puts what the queue shows of the report in place of an older report's."""
    severities = Counter(found.severity for found in report.discrepancies)
    low, high = report.score.supported
    session.merge(
        StandingRow(
            submission_id=submission,
            claimed=report.score.claimed,
            low=low,
            high=high,
            threshold=report.score.threshold,
            eligible=report.score.eligible,
            gates=severities[Severity.GATE],
            majors=severities[Severity.MAJOR],
            traces=sum(found.code in TRACES for found in report.discrepancies),
        )
    )
