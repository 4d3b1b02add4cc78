"""Reports: their rows, to be queried column by column, from which the newest can be built again byte for byte."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import JsonValue
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from dossier.finding import Discrepancy
from dossier.principal import Principal
from dossier.record import ReportRecord
from dossier.report import Report
from dossier.submission import Submission
from dossier.work import Run
from vault.records import access, standings
from vault.records.engine import Transaction
from vault.records.errors import NotFoundError
from vault.records.part import Part
from vault.records.schema import (
    Base,
    DiscrepancyRow,
    FactRow,
    FindingRow,
    ReportDocumentRow,
    ReportRow,
)

_DETAILS: tuple[type[ReportDocumentRow | FactRow | FindingRow | DiscrepancyRow], ...] = (
    ReportDocumentRow,
    FactRow,
    FindingRow,
    DiscrepancyRow,
)


class ReportRecords(Part):
    """What came out of the runs, for those who see the submission."""

    def reports(self, principal: Principal, submission: str) -> tuple[ReportRecord, ...]:
        """All reports ever made of it, newest first; none: it isn't verified yet."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            query = (
                select(ReportRow)
                .where(ReportRow.submission_id == submission)
                .order_by(ReportRow.fence.desc())
            )
            return tuple(_record_of(row) for row in transaction.session.scalars(query))

    def report(self, principal: Principal, submission: str) -> Report:
        """The newest report, built from its rows. NotFoundError where there is none."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            return _rebuilt(transaction.session, submission)

    def application(self, principal: Principal, submission: str) -> Submission | None:
        """The application that the newest report was made of; None where an earlier release made it. NotFoundError: there is none."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            row = latest(transaction.session, submission)
            if row is None:
                raise NotFoundError(f"{submission} report")
            return Submission.model_validate(row.application) if row.application is not None else None


def latest(session: Session, submission: str) -> ReportRow | None:
    """The row of the newest report."""
    query = select(ReportRow).where(ReportRow.submission_id == submission).order_by(ReportRow.fence.desc())
    return session.scalars(query.limit(1)).one_or_none()


def discrepancies(session: Session, submission: str) -> list[Discrepancy]:
    """Those of the newest report."""
    return [Discrepancy.model_validate(each) for each in _items(session, submission, DiscrepancyRow)]


def keep(
    transaction: Transaction, run: Run, report: Report, files: dict[str, str], application: Submission | None
) -> dict[str, JsonValue]:
    """Writes the report's rows in place of an older report's. Gives what the trail tells of it."""
    sha256 = hashlib.sha256(report.to_json().encode()).hexdigest()
    if files.get("json", sha256) != sha256:
        raise ValueError(f"report.json in the store isn't the report of {run.submission}")
    session, submission = transaction.session, run.submission
    content = report.model_dump(mode="json")
    score, rubric = report.score, report.rubric
    session.add(
        ReportRow(
            submission_id=submission,
            fence=run.fence,
            at=transaction.now,
            sha256=sha256,
            files=files,
            summary=content["submission"],
            application=application.model_dump(mode="json") if application is not None else None,
            as_of=report.submission.as_of,
            rubric=rubric.id,
            rubric_version=rubric.version,
            rubric_sha256=rubric.sha256,
            rubric_provisional=rubric.provisional,
            extractor=report.extractor,
            claimed=score.claimed,
            claimed_sum=score.claimed_sum,
            low=score.supported[0],
            high=score.supported[1],
            threshold=score.threshold,
            eligible=score.eligible,
        )
    )
    standings.keep(session, submission, report)
    for table in _DETAILS:
        session.execute(delete(table).where(table.submission_id == submission))
    _fill(session, submission, ReportDocumentRow, content["documents"])
    _fill(session, submission, FactRow, content["facts"])
    _fill(session, submission, FindingRow, map(_flat, content["findings"]))
    _fill(session, submission, DiscrepancyRow, content["discrepancies"])
    return {
        "report": sha256,
        "files": dict(files),
        "rubric": rubric.sha256,
        "extractor": report.extractor,
        "supported": [score.supported[0], score.supported[1]],
        "findings": len(report.findings),
        "discrepancies": len(report.discrepancies),
    }


def _fill(session: Session, submission: str, table: type[Base], items: Iterable[dict[str, Any]]) -> None:
    rows = [{"submission_id": submission, "index": index, **item} for index, item in enumerate(items)]
    if rows:
        session.execute(insert(table), rows)


def _flat(finding: dict[str, Any]) -> dict[str, Any]:
    low, high = finding["supported"]
    rest = {name: value for name, value in finding.items() if name not in {"supported", "rule"}}
    return rest | {"low": low, "high": high, **finding["rule"]}


def _deep(finding: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in finding.items() if name not in {"low", "high", "clause", "source"}}
    rule = {"clause": finding["clause"], "source": finding["source"]}
    return rest | {"supported": (finding["low"], finding["high"]), "rule": rule}


def _rebuilt(session: Session, submission: str) -> Report:
    row = latest(session, submission)
    if row is None:
        raise NotFoundError(f"{submission} report")
    return Report.model_validate(
        {
            "submission": row.summary,
            "rubric": {
                "id": row.rubric,
                "version": row.rubric_version,
                "sha256": row.rubric_sha256,
                "provisional": row.rubric_provisional,
            },
            "documents": _items(session, submission, ReportDocumentRow),
            "facts": _items(session, submission, FactRow),
            "findings": [_deep(each) for each in _items(session, submission, FindingRow)],
            "discrepancies": _items(session, submission, DiscrepancyRow),
            "score": {
                "claimed": row.claimed,
                "claimed_sum": row.claimed_sum,
                "supported": (row.low, row.high),
                "threshold": row.threshold,
                "eligible": row.eligible,
            },
            "extractor": row.extractor,
        }
    )


def _items(
    session: Session,
    submission: str,
    table: type[ReportDocumentRow | FactRow | FindingRow | DiscrepancyRow],
) -> Sequence[dict[str, Any]]:
    names = [column.key for column in table.__table__.columns if column.key not in {"submission_id", "index"}]
    query = select(*(getattr(table, name) for name in names)).where(table.submission_id == submission)
    return [dict(zip(names, found, strict=True)) for found in session.execute(query.order_by(table.index))]


def _record_of(row: ReportRow) -> ReportRecord:
    fields = {name: getattr(row, name) for name in ReportRecord.model_fields if name != "submission"}
    return ReportRecord.model_validate(fields | {"submission": row.submission_id})
