"""Which contents the records name, and under which submission and path: what a check of the store goes by."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select

from vault.records.engine import Database
from vault.records.schema import DocumentRow, ReportDocumentRow, ReportRow


class Named(NamedTuple):
    """A content that a submission has."""

    sha256: str
    submission: str
    path: str


def handed_in(database: Database) -> list[Named]:
    """Files that were handed in: each has to be kept."""
    with database.read() as transaction:
        query = select(DocumentRow.sha256, DocumentRow.submission_id, DocumentRow.path)
        return _named(transaction.session.execute(query).tuples())


def in_reports(database: Database) -> list[Named]:
    """Documents of the newest reports. Members of archives, which can be unpacked again, and such as never were."""
    with database.read() as transaction:
        query = select(ReportDocumentRow.sha256, ReportDocumentRow.submission_id, ReportDocumentRow.path)
        return _named(transaction.session.execute(query).tuples())


def report_files(database: Database) -> list[Named]:
    """The files of all reports that were ever made: each has to be kept."""
    with database.read() as transaction:
        rows = transaction.session.execute(select(ReportRow.submission_id, ReportRow.files)).tuples()
        return _named(
            (sha256, submission, f"report.{suffix}")
            for submission, files in rows
            for suffix, sha256 in files.items()
        )


def _named(rows: Iterable[tuple[str, str, str]]) -> list[Named]:
    return [Named(*row) for row in rows]
