"""Where a submission stands. `MOVES` is the one place that says how it may go on; the databases' triggers are made from it."""

from enum import StrEnum


class State(StrEnum):
    """The states of a submission, in the order in which one that fares well passes them."""

    DRAFT = "draft"
    RECEIVED = "received"
    READING = "reading"
    VERIFIED = "verified"
    UNUSABLE = "unusable"
    IN_REVIEW = "in_review"
    SUPPLEMENT = "supplement"
    DECIDED = "decided"
    RECOMMENDED = "recommended"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


INITIAL = State.DRAFT
"""The only state in which a submission may begin."""

MOVES: frozenset[tuple[State, State]] = frozenset(
    {
        (State.DRAFT, State.RECEIVED),  # submitted
        (State.DRAFT, State.WITHDRAWN),
        (State.RECEIVED, State.READING),  # a worker took it
        (State.RECEIVED, State.WITHDRAWN),
        (State.READING, State.RECEIVED),  # the worker gave it back or was lost
        (State.READING, State.VERIFIED),
        (State.READING, State.UNUSABLE),  # the application can't be used
        (State.READING, State.WITHDRAWN),
        (State.VERIFIED, State.IN_REVIEW),
        (State.VERIFIED, State.WITHDRAWN),
        (State.UNUSABLE, State.DRAFT),  # reopened
        (State.UNUSABLE, State.WITHDRAWN),
        (State.IN_REVIEW, State.DECIDED),
        (State.IN_REVIEW, State.SUPPLEMENT),  # the applicant was asked
        (State.IN_REVIEW, State.WITHDRAWN),
        (State.IN_REVIEW, State.RECEIVED),  # verified again: new files or another rubric
        (State.SUPPLEMENT, State.RECEIVED),  # answered: new files are verified
        (State.SUPPLEMENT, State.IN_REVIEW),  # taken back, or the deadline passed
        (State.SUPPLEMENT, State.WITHDRAWN),
        (State.DECIDED, State.RECOMMENDED),
        (State.DECIDED, State.RETURNED),
        (State.DECIDED, State.IN_REVIEW),  # reopened
    }
)
"""All moves that are legal, as pairs of from and to."""

FINAL = frozenset(State) - {before for before, _ in MOVES}
"""States that nothing leads out of."""


def may_move(before: State, after: State) -> bool:
    """Whether a submission may go from one state to the other."""
    return (before, after) in MOVES
