"""Small questions that only the API and the pages ask."""

from sqlalchemy import and_, func, or_, select

from dossier.principal import Principal
from dossier.report import reader_version
from dossier.state import State
from vault.records import access
from vault.records.errors import NotFoundError
from vault.records.part import Part
from vault.records.reports import latest
from vault.records.schema import DocumentRow, ReportDocumentRow, SubmissionRow, UploadRow


class LookupRecords(Part):
    """Answers without a transaction of their own in the trail."""

    def ping(self) -> None:
        """Asks the database for nothing. DatabaseUnreachableError."""
        with self._database.read() as transaction:
            transaction.session.execute(select(1))

    def handed_in(self, principal: Principal, sha256: str) -> int | None:
        """The size of a content that this principal has handed in with a submission of their own; None: never.

        Whoever only knows a hash learns nothing: others' submissions don't count, though they may see them.
        """
        query = (
            select(DocumentRow.size)
            .join(SubmissionRow, SubmissionRow.id == DocumentRow.submission_id)
            .where(DocumentRow.sha256 == sha256, SubmissionRow.owner == principal.id)
            .limit(1)
        )
        with self._database.read() as transaction:
            return transaction.session.execute(query).scalar_one_or_none()

    def check_draft(self, principal: Principal, submission: str) -> None:
        """Whether files may come and go now. NotFoundError, NotAllowedError, NotInDraftError."""
        with self._database.read() as transaction:
            access.find_draft(transaction.session, principal, submission)

    def files_to_come(self, principal: Principal, submission: str) -> dict[str, int]:
        """Path → bytes of the files of a submission, those under way included. NotFoundError."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            found: dict[str, int] = {}
            for table in (UploadRow, DocumentRow):
                query = select(table.path, table.size).where(table.submission_id == submission)
                found |= {row.path: row.size for row in transaction.session.execute(query)}
            return found

    def ahead(self, submission: str) -> int:
        """How many submissions will be taken before this one, which waits; 0 where it doesn't."""
        own = select(SubmissionRow.priority, SubmissionRow.submitted_at).where(
            SubmissionRow.id == submission, SubmissionRow.state == State.RECEIVED
        )
        with self._database.read() as transaction:
            found = transaction.session.execute(own).one_or_none()
            if found is None:
                return 0
            priority, since = found
            earlier = or_(
                SubmissionRow.submitted_at < since,
                and_(SubmissionRow.submitted_at == since, SubmissionRow.id < submission),
            )
            query = select(func.count()).where(
                SubmissionRow.state == State.RECEIVED,
                or_(SubmissionRow.priority > priority, and_(SubmissionRow.priority == priority, earlier)),
            )
            return transaction.session.execute(query).scalar_one()

    def reader_of(self, principal: Principal, submission: str, sha256: str) -> str:
        """The version of the readers behind the newest report, which has a document of that content.

        NotFoundError where the principal doesn't see the submission, or the report has no such document.
        """
        with self._database.read() as transaction:
            session = transaction.session
            access.find(session, principal, submission)
            report = latest(session, submission)
            query = select(ReportDocumentRow.index).where(
                ReportDocumentRow.submission_id == submission, ReportDocumentRow.sha256 == sha256
            )
            if report is None or session.execute(query.limit(1)).first() is None:
                raise NotFoundError(f"{submission} {sha256}")
            return reader_version(report.extractor)
