"""Who sees what, and who may do what: the one place.

An applicant sees their own submissions; a city's reviewer those of their region, and those that they handed in themselves; an
expert those of their region, or all where they have none, but no drafts; office, administrator, auditor and worker all. What one may not
see isn't there: the same error, and never in a list or a count.
"""

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true
from sqlalchemy.orm import Session

from dossier.principal import Principal, Role
from dossier.state import State
from vault.records.errors import NotAllowedError, NotFoundError, NotInDraftError
from vault.records.schema import SubmissionRow, UserRow

_ALL_SEEING = frozenset({Role.OFFICE, Role.ADMINISTRATOR, Role.AUDITOR, Role.WORKER})
_CREATORS = frozenset({Role.APPLICANT, Role.REVIEWER, Role.OFFICE, Role.ADMINISTRATOR})
_ACTS_FOR_OTHERS = frozenset({Role.OFFICE, Role.ADMINISTRATOR})
DECIDERS = frozenset({Role.REVIEWER, Role.EXPERT, Role.OFFICE})
_CONCLUDERS = frozenset({Role.REVIEWER, Role.OFFICE})
ROUND_SETTERS = frozenset({Role.OFFICE, Role.ADMINISTRATOR})
AUDITORS = frozenset({Role.OFFICE, Role.ADMINISTRATOR, Role.AUDITOR})
_VERIFIES_AGAIN = frozenset({Role.REVIEWER, Role.OFFICE, Role.ADMINISTRATOR})

MOVERS: dict[tuple[State, State], frozenset[Role]] = {
    (State.IN_REVIEW, State.RECEIVED): _VERIFIES_AGAIN,
    (State.SUPPLEMENT, State.IN_REVIEW): _CONCLUDERS,
    (State.DECIDED, State.RECOMMENDED): _CONCLUDERS,
    (State.DECIDED, State.RETURNED): _CONCLUDERS,
    (State.DECIDED, State.IN_REVIEW): _CONCLUDERS,
}
"""Moves that a role may make through `move`, on whatever it sees."""

OWNERS_MOVES = frozenset(
    {(State.DRAFT, State.RECEIVED), (State.SUPPLEMENT, State.RECEIVED), (State.UNUSABLE, State.DRAFT)}
    | {(state, State.WITHDRAWN) for state in State}
)
"""Moves of the owner, and of those who act for others. All else is the program's own."""


def visible(principal: Principal) -> ColumnElement[bool]:
    """What narrows a query of submissions to those that the principal sees."""
    if principal.role in _ALL_SEEING:
        return true()
    own = SubmissionRow.owner == principal.id
    if principal.role is Role.REVIEWER and principal.region is not None:
        return or_(own, SubmissionRow.region == principal.region)
    if principal.role is Role.EXPERT:
        handed_in = SubmissionRow.state != State.DRAFT
        if principal.region is None:
            return or_(own, handed_in)
        return or_(own, and_(handed_in, SubmissionRow.region == principal.region))
    return own


def narrowed(principal: Principal) -> Select[SubmissionRow]:
    """The query of all submissions that the principal sees."""
    return select(SubmissionRow).where(visible(principal))


def find(session: Session, principal: Principal, submission: str, *, lock: bool = False) -> SubmissionRow:
    """The row of a submission that the principal sees, locked until the transaction's end if asked. NotFoundError."""
    query = narrowed(principal).where(SubmissionRow.id == submission)
    row = session.execute(query.with_for_update() if lock else query).scalar_one_or_none()
    if row is None:
        raise NotFoundError(submission)
    return row


def find_draft(
    session: Session, principal: Principal, submission: str, *, lock: bool = False
) -> SubmissionRow:
    """The row of a draft, or of one in supplement, whose files the principal may change. NotFoundError, NotAllowedError, NotInDraftError."""
    row = find(session, principal, submission, lock=lock)
    check_owns(principal, row)
    if row.state not in {State.DRAFT, State.SUPPLEMENT}:
        raise NotInDraftError(State(row.state))
    return row


def check_creates(principal: Principal) -> None:
    """NotAllowedError unless the role may hand in submissions."""
    if principal.role not in _CREATORS:
        raise NotAllowedError(f"{principal.role} doesn't hand in submissions")


def check_owns(principal: Principal, row: SubmissionRow) -> None:
    """NotAllowedError unless it is their own, or they act for others."""
    if row.owner != principal.id and principal.role not in _ACTS_FOR_OTHERS:
        raise NotAllowedError(f"{principal.id} doesn't own {row.id}")


def check_moves(principal: Principal, row: SubmissionRow, after: State) -> None:
    """NotAllowedError unless the principal may make this move of this submission."""
    move = (State(row.state), after)
    if move in OWNERS_MOVES:
        check_owns(principal, row)
    elif principal.role not in MOVERS.get(move, frozenset()):
        raise NotAllowedError(f"{principal.role} doesn't move {move[0]} to {after}")


def check_assigns(principal: Principal, row: SubmissionRow) -> None:
    """NotAllowedError unless the principal says who reviews this submission, or whether it can wait: the office, and its city."""
    its_city = principal.role is Role.REVIEWER and row.region is not None and row.region == principal.region
    if principal.role is not Role.OFFICE and not its_city:
        raise NotAllowedError(f"{principal.id} doesn't assign {row.id}")


def holders(principal: Principal) -> ColumnElement[bool]:
    """What narrows a query of users to those to whom the principal may assign: of the own city, or of all and the office."""
    if principal.role is Role.OFFICE:
        return UserRow.role.in_((Role.REVIEWER, Role.OFFICE))
    if principal.role is Role.REVIEWER and principal.region is not None:
        return and_(UserRow.role == Role.REVIEWER, UserRow.region == principal.region)
    return false()


def may_hold(role: Role, region: str | None, row: SubmissionRow) -> bool:
    """Whether someone may be the submission's reviewer: one of its city; the office where it is no city's."""
    if row.region is None:
        return role is Role.OFFICE
    return role is Role.REVIEWER and region == row.region


def sees_all_of(principal: Principal, region: str | None) -> bool:
    """Whether no submission of that city (None: of no city) is hidden from the principal, drafts of others apart for experts."""
    if principal.role in _ALL_SEEING:
        return True
    if principal.role is Role.REVIEWER:
        return region is not None and region == principal.region
    return principal.role is Role.EXPERT and principal.region in {None, region}


def check_sets_rounds(principal: Principal) -> None:
    """NotAllowedError unless the role sets a round's days and quotas."""
    if principal.role not in ROUND_SETTERS:
        raise NotAllowedError(f"{principal.role} doesn't set rounds")


def check_sets_standards(principal: Principal) -> None:
    """NotAllowedError unless the role keeps the standard and the lists of corrections: it takes what sets rounds."""
    if principal.role not in ROUND_SETTERS:
        raise NotAllowedError(f"{principal.role} doesn't set standards")


def check_sees_standards(principal: Principal) -> None:
    """NotAllowedError unless the role sees versions that aren't in force too."""
    if principal.role not in _ALL_SEEING:
        raise NotAllowedError(f"{principal.role} doesn't see standards")


def check_audits(principal: Principal) -> None:
    """NotAllowedError unless the role reads the trail and what everybody comes in with."""
    if principal.role not in AUDITORS:
        raise NotAllowedError(f"{principal.role} doesn't audit")


def check_reviews(principal: Principal) -> None:
    """NotAllowedError for applicants: what reviewers say among themselves isn't theirs to read."""
    if principal.role is Role.APPLICANT:
        raise NotAllowedError(f"{principal.id} is an applicant")


def check_decides(principal: Principal) -> None:
    """NotAllowedError unless the role decides."""
    if principal.role not in DECIDERS:
        raise NotAllowedError(f"{principal.role} doesn't decide")
