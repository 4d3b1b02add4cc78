"""What can go wrong with the records: one class per cause."""

from typing import Any

from dossier.errors import HezhengError
from dossier.state import State
from vault.records import messages


class RecordsError(HezhengError):
    """The base of all of these."""


class DatabaseTooNewError(RecordsError):
    """A newer program has been at this database."""


class DatabaseUnreachableError(RecordsError):
    """The database can't be reached, or went away."""


class DatabaseBusyError(RecordsError):
    """Another transaction held a lock for too long. Trying again is right."""


class DatabaseFullError(RecordsError):
    """There is no room left for the database. Nothing of the transaction was kept."""


class DatabaseUrlError(RecordsError):
    """The address isn't one of SQLite or of PostgreSQL through psycopg."""


class NotFoundError(RecordsError):
    """It isn't there, or isn't for this principal's eyes: the two can't be told apart."""

    def __init__(self, what: str) -> None:
        super().__init__(messages.NOT_FOUND.format(what=what), cause=f"{what} not found")


class StaleError(RecordsError):
    """Whoever acts saw an older version."""

    def __init__(self, seen: int, found: int) -> None:
        super().__init__(
            messages.STALE, advice=messages.STALE_ADVICE, cause=f"saw version {seen}, is {found}"
        )


class IllegalMoveError(RecordsError):
    """The state machine has no such move."""

    def __init__(self, before: State, after: State) -> None:
        told = messages.ILLEGAL_MOVE.format(before=messages.STATES[before], after=messages.STATES[after])
        super().__init__(told, cause=f"no move from {before} to {after}")


class NotInDraftError(RecordsError):
    """Files come and go only in a draft."""

    def __init__(self, state: State) -> None:
        super().__init__(
            messages.NOT_IN_DRAFT.format(state=messages.STATES[state]), cause=f"state is {state}"
        )


class NotAllowedError(RecordsError):
    """The principal sees it, but their role may not do this."""

    def __init__(self, cause: str) -> None:
        super().__init__(messages.NOT_ALLOWED, cause=cause)


class NoDocumentsError(RecordsError):
    """A submission without any file can't be submitted."""

    def __init__(self) -> None:
        super().__init__(messages.NO_DOCUMENTS, advice=messages.NO_DOCUMENTS_ADVICE)


class PathUnusableError(RecordsError):
    """A path that leaves the submission, or that some system couldn't hold."""


class PathTakenError(RecordsError):
    """Another content has this path already."""

    def __init__(self, path: str) -> None:
        super().__init__(messages.PATH_TAKEN.format(path=path), advice=messages.PATH_TAKEN_ADVICE)


class OutcomeUnusableError(RecordsError):
    """An outcome for a criterion was given to the whole, or the other way round."""

    def __init__(self) -> None:
        super().__init__(messages.CRITERION_OUTCOME)


class NoAnswerError(RecordsError):
    """A supplement without any new file can't be handed in."""

    def __init__(self) -> None:
        super().__init__(messages.NO_ANSWER, advice=messages.NO_ANSWER_ADVICE)


class HandedInStaysError(RecordsError):
    """Files that were there before the supplement can't be taken out."""

    def __init__(self, path: str) -> None:
        super().__init__(messages.HANDED_IN_STAYS.format(path=path), advice=messages.HANDED_IN_STAYS_ADVICE)


class RulingUnusableError(RecordsError):
    """A ruling can't be made like this: a reason is missing, or the same person made it already."""


class UnsettledError(RecordsError):
    """The whole can't be decided while rulings wait for somebody."""

    def __init__(self, waiting: str) -> None:
        super().__init__(messages.UNSETTLED.format(waiting=waiting))


class NothingAskedError(RecordsError):
    """A supplement needs at least one question."""

    def __init__(self) -> None:
        super().__init__(messages.NOTHING_ASKED, advice=messages.NOTHING_ASKED_ADVICE)


class DeadlineError(RecordsError):
    """A supplement's last day is too near or too far."""

    def __init__(self, most: int) -> None:
        super().__init__(messages.DEADLINE.format(most=most))


class CursorUnusableError(RecordsError):
    """What says where a list goes on wasn't given out for this list."""

    def __init__(self, cursor: str) -> None:
        super().__init__(messages.CURSOR_UNUSABLE, cause=f"cursor {cursor[:100]!r}")


class NotOpenError(RecordsError):
    """Nobody has anything to do with this submission, or not yet."""

    def __init__(self, state: State) -> None:
        super().__init__(messages.NOT_OPEN.format(state=messages.STATES[state]), cause=f"state is {state}")


class AssigneeError(RecordsError):
    """That person doesn't review submissions of this city."""

    def __init__(self, name: str, region: str | None) -> None:
        told = messages.ASSIGNEE if region is not None else messages.ASSIGNEE_OFFICE
        super().__init__(told.format(name=name, region=region), cause=f"no reviewer of {region}")


class TooManyError(RecordsError):
    """More submissions than one action takes."""

    def __init__(self, number: int, most: int) -> None:
        super().__init__(messages.TOO_MANY.format(most=most), cause=f"{number} submissions")


class ViewError(RecordsError):
    """A view can't be kept like this."""


class FencedError(RecordsError):
    """A run wrote that isn't the newest, or whose submission is no longer being read."""

    def __init__(self, submission: str, fence: int) -> None:
        super().__init__(messages.FENCED, cause=f"run {fence} of {submission} is over")


class EntryChangedError(RecordsError):
    """An entry of an export was taken before, with another content."""

    def __init__(self, entry: str, submission: str) -> None:
        super().__init__(
            messages.ENTRY_CHANGED.format(submission=submission),
            advice=messages.ENTRY_CHANGED_ADVICE,
            cause=f"{entry} became {submission} with another content",
        )


class IdempotencyConflictError(RecordsError):
    """One key came with two different requests."""

    def __init__(self) -> None:
        super().__init__(messages.IDEMPOTENCY_CONFLICT, advice=messages.IDEMPOTENCY_CONFLICT_ADVICE)


class IdempotencyRunningError(RecordsError):
    """The first request of this key is still being answered."""

    def __init__(self) -> None:
        super().__init__(messages.IDEMPOTENCY_RUNNING, advice=messages.IDEMPOTENCY_RUNNING_ADVICE)


class TokenInvalidError(RecordsError):
    """The token is unknown, past its day, or revoked."""

    def __init__(self, cause: str) -> None:
        super().__init__(messages.TOKEN_INVALID, cause=cause)


class UserError(RecordsError):
    """A user or a token can't be made like this."""

    def __init__(self, what: str, **told: Any) -> None:  # noqa: ANN401 - passed on
        super().__init__(what, **told)


class DatabaseNotEmptyError(RecordsError):
    """A dump goes only into a database that holds nothing."""


class DumpProgramMissingError(RecordsError):
    """PostgreSQL's own programs aren't installed."""


class DumpFailedError(RecordsError):
    """The database could not be dumped, or a dump not loaded."""
