"""Runs: attempts of workers to verify a submission.

A run holds its submission by a lease, which the database's clock ends. Whatever a run writes names its fence: once
the lease was lost and another run began, the older one is refused, however late it wakes up.
"""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update

from dossier.record import KeptDocument, SubmissionRecord
from dossier.report import Report
from dossier.state import State
from dossier.submission import Submission, SubmissionSummary
from dossier.work import Due, Run
from vault.records import messages, reports, states
from vault.records.engine import Transaction
from vault.records.errors import FencedError, NotFoundError
from vault.records.part import Part, is_over
from vault.records.schema import DocumentRow, RunRow, SubmissionRow
from vault.records.submissions import document_of, prefecture, record_of

RECONCILER = "reconciler"
"""Who puts lost work back, in the trail."""
WORKER = "worker:{name}"
"""Who a worker is, in the trail."""


class RunRecords(Part):
    """Work on submissions. It has no principal: only the program itself calls it."""

    def due(self, limit: int) -> tuple[Due, ...]:
        """Submissions that wait and that nothing holds back: interactive before batch, oldest first."""
        with self._database.read() as transaction:
            query = (
                select(SubmissionRow.id, SubmissionRow.priority, SubmissionRow.version)
                .where(_waiting(transaction))
                .order_by(SubmissionRow.priority.desc(), SubmissionRow.submitted_at, SubmissionRow.id)
                .limit(limit)
            )
            return tuple(Due(*each) for each in transaction.session.execute(query))

    def take(self, submission: str, worker: str, lease_seconds: float) -> Run | None:
        """Takes a submission that waits, or whose lease has ended. None: another holds it, or it isn't due."""
        with self._database.write() as transaction:
            query = (
                select(SubmissionRow)
                .where(
                    SubmissionRow.id == submission,
                    or_(_waiting(transaction), _expired(transaction)),
                )
                .with_for_update(skip_locked=True)
            )
            row = transaction.session.scalars(query).one_or_none()
            if row is None:
                return None
            if row.state == State.READING:
                _lose(transaction, row)
            row.fence += 1
            row.attempts += 1
            states.move(
                transaction,
                row,
                State.READING,
                actor=WORKER.format(name=worker),
                fence=row.fence,
                attempts=row.attempts,
            )
            row.worker = worker
            row.lease_until = transaction.now + timedelta(seconds=lease_seconds)
            run = RunRow(submission_id=row.id, fence=row.fence, worker=worker, taken_at=transaction.now)
            transaction.session.add(run)
            return _run_of(row, lease_seconds)

    def beat(self, run: Run) -> None:
        """Puts the lease off by its length. FencedError: the run is over, stop working."""
        with self._database.write() as transaction:
            changed = transaction.change(
                update(SubmissionRow)
                .where(*_held(run))
                .values(lease_until=transaction.now + timedelta(seconds=run.lease_seconds))
            )
            if changed != 1:
                raise FencedError(run.submission, run.fence)

    def progress(self, submission: str, done: int, total: int) -> None:
        """How many pages are read. Cheap: it isn't in the trail, and is dropped where nobody reads any more."""
        with self._database.write() as transaction:
            transaction.session.execute(
                update(SubmissionRow)
                .where(SubmissionRow.id == submission, SubmissionRow.state == State.READING)
                .values(pages_done=done, pages_total=total)
            )

    def give_back(self, run: Run, reason: str, *, delay_seconds: float = 0) -> None:
        """Lets another worker have it, after a while if asked. FencedError."""
        with self._database.write() as transaction:
            row = _own(transaction, run)
            states.end_run(transaction, row, "given_back", reason=reason)
            if delay_seconds:
                row.not_before = transaction.now + timedelta(seconds=delay_seconds)
            states.move(
                transaction,
                row,
                State.RECEIVED,
                actor=WORKER.format(name=run.worker),
                reason=reason,
                fence=run.fence,
            )

    def fail(self, run: Run, reason: str, cause: str) -> None:
        """The submission can't be used: `reason` tells the applicant why (Chinese), `cause` the log. FencedError."""
        with self._database.write() as transaction:
            row = _own(transaction, run)
            states.end_run(transaction, row, "failed", reason=reason, cause=cause)
            states.move(
                transaction,
                row,
                State.UNUSABLE,
                actor=WORKER.format(name=run.worker),
                reason=reason,
                fence=run.fence,
            )

    def finish(
        self, run: Run, report: Report, files: dict[str, str], application: Submission | None = None
    ) -> None:
        """Keeps the report and puts the submission before the reviewers, all in one transaction. FencedError.

        `files`: format → sha256 of what lies in the store; ValueError where `json` isn't the hash of the report.
        `application`: what it was made of; without it, the report can't be rescored.
        """
        with self._database.write() as transaction:
            row = _own(transaction, run)
            states.end_run(transaction, row, "finished")
            _complete(row, report.submission)
            kept = reports.keep(transaction, run, report, files, application)
            actor = WORKER.format(name=run.worker)
            states.move(transaction, row, State.VERIFIED, actor=actor, fence=run.fence)
            transaction.note(actor, "report.keep", row.id, fence=run.fence, **kept)
            states.move(transaction, row, State.IN_REVIEW, actor=actor, fence=run.fence)

    def expired(self, limit: int = 100) -> tuple[Run, ...]:
        """Runs whose lease has ended by the database's clock."""
        with self._database.read() as transaction:
            query = (
                select(SubmissionRow)
                .where(_expired(transaction))
                .order_by(SubmissionRow.lease_until)
                .limit(limit)
            )
            return tuple(_run_of(row, 0) for row in transaction.session.scalars(query))

    def put_back(self, run: Run, *, delay_seconds: float = 0) -> bool:
        """Puts the submission of a lost run back to wait. False: the run came back to life, or another began."""
        with self._database.write() as transaction:
            query = (
                select(SubmissionRow)
                .where(*_held(run), _expired(transaction))
                .with_for_update(skip_locked=True)
            )
            row = transaction.session.scalars(query).one_or_none()
            if row is None:
                return False
            _lose(transaction, row)
            if delay_seconds:
                row.not_before = transaction.now + timedelta(seconds=delay_seconds)
            return True

    def submission_of(self, run: Run) -> SubmissionRecord:
        """The submission that a run works on. FencedError."""
        with self._database.read() as transaction:
            row = transaction.session.scalars(select(SubmissionRow).where(*_held(run))).one_or_none()
            if row is None:
                raise FencedError(run.submission, run.fence)
            return record_of(row)

    def documents_of(self, submission: str) -> tuple[KeptDocument, ...]:
        """The files of a submission, by path, for whoever works on it. NotFoundError."""
        with self._database.read() as transaction:
            if transaction.session.get(SubmissionRow, submission) is None:
                raise NotFoundError(submission)
            query = select(DocumentRow).where(DocumentRow.submission_id == submission)
            found = [document_of(row) for row in transaction.session.scalars(query)]
        return tuple(sorted(found, key=lambda each: each.path))


def _own(transaction: Transaction, run: Run) -> SubmissionRow:
    row = transaction.session.scalars(
        select(SubmissionRow).where(*_held(run)).with_for_update()
    ).one_or_none()
    if row is None:
        raise FencedError(run.submission, run.fence)
    return row


def _complete(row: SubmissionRow, told: SubmissionSummary) -> None:
    """Takes from the application who applies and who recommends, where the applicant's draft didn't say."""
    if row.organization is None:
        row.organization = told.organization.model_dump(mode="json")
    if row.recommender is None and told.recommender is not None:
        row.recommender = told.recommender
        row.region = row.region or prefecture(told.recommender)


def _lose(transaction: Transaction, row: SubmissionRow) -> None:
    states.end_run(transaction, row, "lost")
    states.move(
        transaction,
        row,
        State.RECEIVED,
        actor=RECONCILER,
        reason=messages.WORKER_LOST,
        worker=row.worker,
        fence=row.fence,
    )


def _held(run: Run) -> tuple[ColumnElement[bool], ...]:
    """Conditions under which a run is still the one."""
    return (
        SubmissionRow.id == run.submission,
        SubmissionRow.fence == run.fence,
        SubmissionRow.state == State.READING,
    )


def _waiting(transaction: Transaction) -> ColumnElement[bool]:
    return and_(
        SubmissionRow.state == State.RECEIVED,
        or_(SubmissionRow.not_before.is_(None), is_over(SubmissionRow.not_before, transaction.now)),
    )


def _expired(transaction: Transaction) -> ColumnElement[bool]:
    return and_(SubmissionRow.state == State.READING, is_over(SubmissionRow.lease_until, transaction.now))


def _run_of(row: SubmissionRow, lease_seconds: float) -> Run:
    return Run.model_validate(
        {
            "submission": row.id,
            "fence": row.fence,
            "worker": row.worker,
            "attempts": row.attempts,
            "priority": row.priority,
            "submitted_at": row.submitted_at,
            "lease_seconds": lease_seconds,
            "lease_until": row.lease_until,
        }
    )
