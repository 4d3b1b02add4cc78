"""Who reviews a submission, and which can wait. Actions on several are one transaction; each is refused or done by itself."""

from collections.abc import Callable, Sequence

from sqlalchemy import select

from dossier.principal import Principal, Role
from dossier.queue import OPEN, Acted, Person
from dossier.state import State
from vault.records import access, messages
from vault.records.accounts_schema import AccountRow
from vault.records.engine import Transaction
from vault.records.errors import AssigneeError, NotFoundError, NotOpenError, RecordsError, TooManyError
from vault.records.part import Part
from vault.records.schema import SubmissionRow, UserRow
from vault.records.submissions import LARGEST_PAGE

MOST = LARGEST_PAGE
"""Submissions of one action."""
_LONGEST_REASON = 200


class AssignmentRecords(Part):
    """What reviewers arrange among themselves. It moves nothing: version and state stay."""

    def assignees(self, principal: Principal) -> tuple[Person, ...]:
        """To whom the principal may assign, by city and name; those whose account is disabled are left out."""
        query = (
            select(UserRow)
            .outerjoin(AccountRow, AccountRow.user_id == UserRow.id)
            .where(access.holders(principal), AccountRow.disabled_at.is_(None))
        )
        with self._database.read() as transaction:
            rows = transaction.session.scalars(query)
            people = [Person(id=row.id, name=row.name, region=row.region) for row in rows]
        return tuple(sorted(people, key=lambda each: (each.region is None, each.region or "", each.name)))

    def assign(
        self, principal: Principal, submissions: Sequence[str], assignee: str | None
    ) -> tuple[Acted, ...]:
        """Has that user review the submissions; None: nobody any more. NotFoundError for the user, TooManyError.

        Refused one by one: what isn't there, isn't theirs to assign, or isn't open; an assignee of another city.
        """

        def act(transaction: Transaction, row: SubmissionRow) -> None:
            if holder is not None and not access.may_hold(Role(holder.role), holder.region, row):
                raise AssigneeError(holder.name, row.region)
            if row.assignee != assignee:
                transaction.note(
                    principal.id, "submission.assign", row.id, before=row.assignee, after=assignee
                )
                row.assignee = assignee

        with self._database.write() as transaction:
            holder = _holder(transaction, principal, assignee) if assignee is not None else None
            return _each(transaction, principal, submissions, act)

    def set_aside(self, principal: Principal, submissions: Sequence[str], reason: str) -> tuple[Acted, ...]:
        """Takes the submissions out of the queue's usual view, for a reason. Refused one by one as by `assign`."""
        reason = reason.strip()[:_LONGEST_REASON] or messages.ASIDE

        def act(transaction: Transaction, row: SubmissionRow) -> None:
            if row.aside != reason:
                transaction.note(principal.id, "submission.set_aside", row.id, reason=reason)
                row.aside = reason

        with self._database.write() as transaction:
            return _each(transaction, principal, submissions, act)

    def take_up(self, principal: Principal, submissions: Sequence[str]) -> tuple[Acted, ...]:
        """Puts what was set aside back. Refused one by one as by `assign`."""

        def act(transaction: Transaction, row: SubmissionRow) -> None:
            if row.aside is not None:
                transaction.note(principal.id, "submission.take_up", row.id, reason=row.aside)
                row.aside = None

        with self._database.write() as transaction:
            return _each(transaction, principal, submissions, act)


def _holder(transaction: Transaction, principal: Principal, assignee: str) -> UserRow:
    query = select(UserRow).where(UserRow.id == assignee, access.holders(principal))
    row = transaction.session.scalars(query).one_or_none()
    if row is None:
        raise NotFoundError(assignee)
    return row


def _each(
    transaction: Transaction,
    principal: Principal,
    submissions: Sequence[str],
    act: Callable[[Transaction, SubmissionRow], None],
) -> tuple[Acted, ...]:
    """Acts on each by itself, in the order of ids: two who act on the same ones wait for each other, never crosswise."""
    wanted = sorted(set(submissions))
    if len(wanted) > MOST:
        raise TooManyError(len(wanted), MOST)
    done: list[Acted] = []
    for submission in wanted:
        name = None
        try:
            row = access.find(transaction.session, principal, submission, lock=True)
            name = (row.organization or {}).get("name")
            access.check_assigns(principal, row)
            if State(row.state) not in OPEN:
                raise NotOpenError(State(row.state))
            act(transaction, row)
        except RecordsError as error:
            done.append(Acted(submission=submission, name=name, refused=error.lines[0]))
        else:
            done.append(Acted(submission=submission, name=name, refused=None))
    return tuple(done)
