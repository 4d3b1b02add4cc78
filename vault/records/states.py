"""The one function behind every move of a submission."""

from pydantic import JsonValue
from sqlalchemy import update

from dossier.state import State, may_move
from vault.records import outbox
from vault.records.engine import Transaction
from vault.records.errors import IllegalMoveError, StaleError
from vault.records.schema import RunRow, SubmissionRow


def check_version(row: SubmissionRow, version: int) -> None:
    """StaleError unless this is the version that the caller saw."""
    if row.version != version:
        raise StaleError(version, row.version)


def check_move(row: SubmissionRow, after: State) -> None:
    """IllegalMoveError unless the state machine has the move."""
    before = State(row.state)
    if not may_move(before, after):
        raise IllegalMoveError(before, after)


def end_run(
    transaction: Transaction,
    row: SubmissionRow,
    outcome: str,
    *,
    reason: str | None = None,
    cause: str | None = None,
) -> None:
    """Closes the run that the submission is read by, before it is moved on; `outcome` as `RunRow` lists them."""
    transaction.session.execute(
        update(RunRow)
        .where(RunRow.submission_id == row.id, RunRow.fence == row.fence)
        .values(ended_at=transaction.now, outcome=outcome, reason=reason, cause=cause)
    )


def move(
    transaction: Transaction,
    row: SubmissionRow,
    after: State,
    *,
    actor: str,
    reason: str | None = None,
    **detail: JsonValue,
) -> None:
    """Moves a row that the transaction has locked: state, version, trail, messages to webhooks. IllegalMoveError."""
    check_move(row, after)
    before = row.state
    row.state = after
    row.version += 1
    row.reason = reason
    row.updated_at = transaction.now
    if before == State.READING:
        row.worker = row.lease_until = row.pages_done = row.pages_total = None
    if after == State.RECEIVED and before in {State.DRAFT, State.IN_REVIEW, State.SUPPLEMENT}:
        row.attempts = 0
        row.not_before = None
    transaction.session.flush()
    told: dict[str, JsonValue] = {"from": before, "to": after, "version": row.version, "reason": reason}
    transaction.note(actor, "submission.move", row.id, **told, **detail)
    outbox.tell(transaction, row)
