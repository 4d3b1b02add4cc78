"""Submissions and their files, as people handle them."""

from collections.abc import Mapping

from pydantic import JsonValue
from sqlalchemy import func, select

from dossier.principal import Principal
from dossier.record import KeptDocument, Priority, Progress, SubmissionPage, SubmissionRecord
from dossier.regions import leading
from dossier.state import INITIAL, State
from dossier.submission import Organization
from vault.records import access, answers, rounds, states
from vault.records.engine import Transaction
from vault.records.errors import (
    HandedInStaysError,
    IllegalMoveError,
    NoAnswerError,
    NoDocumentsError,
    NotFoundError,
    PathTakenError,
)
from vault.records.identifiers import clean_path, new_id
from vault.records.part import Part
from vault.records.schema import DocumentRow, SubmissionRow

LARGEST_PAGE = 200
"""Rows of a list that are given at once."""


class SubmissionRecords(Part):
    """Submissions: created, filled, submitted, moved. Each raises NotFoundError for what the principal doesn't see."""

    def create(
        self,
        principal: Principal,
        *,
        round: str,  # noqa: A002 - the field's own name
        organization: Organization | None = None,
        recommender: str | None = None,
        application: Mapping[str, JsonValue] | None = None,
        batch: bool = False,
    ) -> SubmissionRecord:
        """A new draft of the principal's. Its region is the recommender's prefecture, else the principal's own."""
        with self._database.write() as transaction:
            rounds.ensure(transaction, round)
            row = new_draft(
                transaction,
                principal,
                round=round,
                organization=organization,
                recommender=recommender,
                application=application,
                batch=batch,
            )
            return record_of(row)

    def get(self, principal: Principal, submission: str) -> SubmissionRecord:
        """The submission as it stands."""
        with self._database.read() as transaction:
            return record_of(access.find(transaction.session, principal, submission))

    def list(
        self,
        principal: Principal,
        *,
        round: str | None = None,  # noqa: A002 - the field's own name
        state: State | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> SubmissionPage:
        """Those that the principal sees, newest first; `after` is the page before's."""
        limit = max(1, min(limit, LARGEST_PAGE))
        query = access.narrowed(principal)
        if round is not None:
            query = query.where(SubmissionRow.round == round)
        if state is not None:
            query = query.where(SubmissionRow.state == state)
        if after is not None:
            query = query.where(SubmissionRow.id < after)
        with self._database.read() as transaction:
            rows = transaction.session.scalars(query.order_by(SubmissionRow.id.desc()).limit(limit + 1)).all()
            more = len(rows) > limit
            return SubmissionPage(
                items=tuple(record_of(row) for row in rows[:limit]),
                after=rows[limit - 1].id if more else None,
            )

    def count(self, principal: Principal, *, round: str | None = None) -> dict[State, int]:  # noqa: A002
        """How many the principal sees, by state; states without any are left out."""
        query = select(SubmissionRow.state, func.count()).where(access.visible(principal))
        if round is not None:
            query = query.where(SubmissionRow.round == round)
        with self._database.read() as transaction:
            found = transaction.session.execute(query.group_by(SubmissionRow.state))
            return {State(state): number for state, number in found}

    def add_document(
        self, principal: Principal, submission: str, path: str, *, sha256: str, size: int
    ) -> KeptDocument:
        """Adds a file to a draft or a supplement; the same again changes nothing. PathUnusableError, PathTakenError, NotInDraftError.

        The bytes must be in the store by then.
        """
        cleaned = clean_path(path)
        with self._database.write() as transaction:
            access.find_draft(transaction.session, principal, submission, lock=True)
            there = transaction.session.get(DocumentRow, (submission, cleaned))
            if there is not None:
                if there.sha256 != sha256:
                    raise PathTakenError(cleaned)
                return document_of(there)
            row = DocumentRow(
                submission_id=submission,
                path=cleaned,
                sha256=sha256,
                size=size,
                added_at=transaction.now,
                added_by=principal.id,
            )
            transaction.session.add(row)
            transaction.note(principal.id, "document.add", submission, path=cleaned, sha256=sha256, size=size)
            return document_of(row)

    def remove_document(self, principal: Principal, submission: str, path: str) -> None:
        """Takes a file out of a draft, or out of a supplement what came with it. Its bytes stay in the store. NotInDraftError, HandedInStaysError."""
        cleaned = clean_path(path)
        with self._database.write() as transaction:
            found = access.find_draft(transaction.session, principal, submission, lock=True)
            row = transaction.session.get(DocumentRow, (submission, cleaned))
            if row is None:
                raise NotFoundError(cleaned)
            if found.state == State.SUPPLEMENT and not answers.came_with_it(
                transaction.session, submission, row
            ):
                raise HandedInStaysError(cleaned)
            transaction.session.delete(row)
            transaction.note(principal.id, "document.remove", submission, path=cleaned, sha256=row.sha256)

    def documents(self, principal: Principal, submission: str) -> tuple[KeptDocument, ...]:
        """The files, by path."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            query = select(DocumentRow).where(DocumentRow.submission_id == submission)
            found = [document_of(row) for row in transaction.session.scalars(query)]
        return tuple(sorted(found, key=lambda each: each.path))

    def submit(self, principal: Principal, submission: str, version: int) -> SubmissionRecord:
        """Hands a draft or a supplement in: from now on its files stay.

        NoDocumentsError, NoAnswerError where a supplement has no new file, StaleError, IllegalMoveError.
        """
        with self._database.write() as transaction:
            row = access.find(transaction.session, principal, submission, lock=True)
            if row.state not in {State.DRAFT, State.SUPPLEMENT}:
                raise IllegalMoveError(State(row.state), State.RECEIVED)
            return _move(transaction, principal, row, State.RECEIVED, version)

    def withdraw(
        self, principal: Principal, submission: str, version: int, *, reason: str | None = None
    ) -> SubmissionRecord:
        """Takes the submission back for good. StaleError, IllegalMoveError, NotAllowedError."""
        return self.move(principal, submission, State.WITHDRAWN, version, reason=reason)

    def reopen(self, principal: Principal, submission: str, version: int) -> SubmissionRecord:
        """Makes a submission that couldn't be used a draft again. StaleError, IllegalMoveError, NotAllowedError."""
        return self.move(principal, submission, State.DRAFT, version)

    def move(
        self, principal: Principal, submission: str, after: State, version: int, *, reason: str | None = None
    ) -> SubmissionRecord:
        """Moves the submission on a person's behalf. StaleError, IllegalMoveError, NotAllowedError.

        Deciding has a method of its own; what workers do is refused here.
        """
        with self._database.write() as transaction:
            row = access.find(transaction.session, principal, submission, lock=True)
            return _move(transaction, principal, row, after, version, reason=reason)


def new_draft(
    transaction: Transaction,
    principal: Principal,
    *,
    round: str,  # noqa: A002 - the field's own name
    organization: Organization | None = None,
    recommender: str | None = None,
    application: Mapping[str, JsonValue] | None = None,
    batch: bool = False,
) -> SubmissionRow:
    """The row of a new draft of the principal's, told to the trail. NotAllowedError."""
    access.check_creates(principal)
    priority: Priority = "batch" if batch else "interactive"
    row = SubmissionRow(
        id=new_id("S", transaction.now),
        round=round,
        state=INITIAL,
        version=1,
        priority=priority,
        owner=principal.id,
        organization=organization.model_dump(mode="json") if organization else None,
        recommender=recommender,
        region=prefecture(recommender or "") or principal.region,
        application=dict(application) if application is not None else None,
        created_at=transaction.now,
        updated_at=transaction.now,
        attempts=0,
        fence=0,
    )
    transaction.session.add(row)
    transaction.session.flush()
    transaction.note(
        principal.id, "submission.create", row.id, round=round, recommender=recommender, priority=priority
    )
    return row


def _move(
    transaction: Transaction,
    principal: Principal,
    row: SubmissionRow,
    after: State,
    version: int,
    *,
    reason: str | None = None,
) -> SubmissionRecord:
    states.check_move(row, after)
    access.check_moves(principal, row, after)
    states.check_version(row, version)
    if row.state == State.DRAFT and after == State.RECEIVED:
        documents = select(func.count()).where(DocumentRow.submission_id == row.id)
        if not transaction.session.scalar(documents):
            raise NoDocumentsError
        row.submitted_at = transaction.now
    if (
        row.state == State.SUPPLEMENT
        and after == State.RECEIVED
        and not answers.answered(transaction.session, row.id)
    ):
        raise NoAnswerError
    if row.state == State.READING:
        states.end_run(transaction, row, "withdrawn", reason=reason)
    states.move(transaction, row, after, actor=principal.id, reason=reason)
    return record_of(row)


def prefecture(name: str) -> str | None:
    """The prefecture that a name begins with: 南京市总工会 → 南京市; None for a province's own bodies."""
    path = leading(name).path
    return path[1] if len(path) > 1 else None


def record_of(row: SubmissionRow) -> SubmissionRecord:
    """The noun of a row."""
    progress = None
    if row.pages_done is not None and row.pages_total is not None:
        progress = Progress(done=row.pages_done, total=row.pages_total)
    return SubmissionRecord.model_validate(
        {name: getattr(row, name) for name in SubmissionRecord.model_fields if name != "progress"}
        | {"progress": progress}
    )


def document_of(row: DocumentRow) -> KeptDocument:
    """The noun of a row."""
    return KeptDocument(path=row.path, sha256=row.sha256, size=row.size, added_at=row.added_at)
