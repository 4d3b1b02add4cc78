"""Which contents the records name, and under which submission and path: what a check of the store goes by."""

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
    query = select(DocumentRow.sha256, DocumentRow.submission_id, DocumentRow.path)
    with database.read() as transaction:
        return [Named(*row) for row in transaction.session.execute(query)]


def in_reports(database: Database) -> list[Named]:
    """Documents of the newest reports. Members of archives, which can be unpacked again, and such as never were."""
    query = select(ReportDocumentRow.sha256, ReportDocumentRow.submission_id, ReportDocumentRow.path)
    with database.read() as transaction:
        return [Named(*row) for row in transaction.session.execute(query)]


def report_files(database: Database) -> list[Named]:
    """The files of all reports that were ever made: each has to be kept."""
    query = select(ReportRow.submission_id, ReportRow.files)
    with database.read() as transaction:
        return [
            Named(sha256, submission, f"report.{suffix}")
            for submission, files in transaction.session.execute(query)
            for suffix, sha256 in files.items()
        ]
