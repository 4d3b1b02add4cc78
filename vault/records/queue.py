"""The reviewers' queue: what one sees, filtered, sorted, in pages. It is narrowed by `access.visible`, counts and choices too."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Row,
    Select,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from dossier.finding import Verdict
from dossier.principal import Principal
from dossier.queue import (
    NOBODY,
    OPEN,
    Person,
    QueueChoices,
    QueueFilter,
    QueueItem,
    QueuePage,
    Sort,
    Standing,
)
from dossier.state import FINAL, State
from vault.records import access
from vault.records.engine import Transaction
from vault.records.errors import CursorUnusableError
from vault.records.part import Part
from vault.records.queue_schema import RoundRow, StandingRow
from vault.records.schema import DiscrepancyRow, FindingRow, SubmissionRow, UserRow
from vault.records.searching import search_terms
from vault.records.submissions import LARGEST_PAGE
from vault.records.trail import office_day

_NO_RISK_YET, _NO_GAP_YET = 1, 1_000_000.0
"""Where there is no report: behind all others."""
_MOST = 2**31 - 1
"""What an integer of PostgreSQL's holds."""
_ASSIGNEE = aliased(UserRow)
_DEADLINE = case(
    (SubmissionRow.state.in_(FINAL), null()),
    # The next step is the applicant's.
    (SubmissionRow.state.in_((State.DRAFT, State.UNUSABLE)), RoundRow.closes_on),
    else_=RoundRow.recommend_by,
)
_RISK = StandingRow.gates * 1_000_000 + StandingRow.majors * 1_000 + StandingRow.traces
_KEYS: Mapping[Sort, ColumnElement[Any]] = MappingProxyType(
    {
        Sort.RISK: func.coalesce(-_RISK, _NO_RISK_YET),
        Sort.DEADLINE: func.coalesce(_DEADLINE, literal(date.max, Date), type_=Date),
        Sort.GAP: func.coalesce(StandingRow.low - StandingRow.threshold, _NO_GAP_YET),
        Sort.SUBMITTED: func.coalesce(SubmissionRow.submitted_at, SubmissionRow.created_at),
    }
)


def _whole(text: str) -> int:
    """ValueError beyond what a column of the database holds."""
    if abs(number := int(text)) > _MOST:
        raise ValueError(f"{number} is beyond {_MOST}")
    return number


def _moment(text: str) -> datetime:
    """ValueError without a zone, OverflowError where it is none of UTC's."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} has no zone")
    return moment.astimezone(UTC)


_PARSERS: Mapping[Sort, Callable[[str], Any]] = MappingProxyType(
    {
        Sort.RISK: _whole,
        Sort.DEADLINE: date.fromisoformat,
        Sort.GAP: float,
        Sort.SUBMITTED: _moment,
    }
)
_CURSOR = "~"
_STANDING = tuple(getattr(StandingRow, name) for name in Standing.model_fields)


class QueueRecords(Part):
    """Lists of submissions for those who review them."""

    def queue(
        self,
        principal: Principal,
        wanted: QueueFilter,
        *,
        sort: Sort = Sort.RISK,
        reverse: bool = False,
        after: str | None = None,
        limit: int = 50,
    ) -> QueuePage:
        """Those that the principal sees and that fit, most pressing first; `after` is the page before's. CursorUnusableError.

        What was given before never comes again on a later page, whatever is handed in meanwhile.
        """
        limit = max(1, min(limit, LARGEST_PAGE))
        key = _KEYS[sort]
        query = (
            _items(key)
            .where(access.visible(principal), *_conditions(wanted), _states(wanted), _aside(wanted.aside))
            .limit(limit + 1)
        )
        if after is not None:
            query = query.where(_behind(key, _parsed(after, sort), reverse=reverse))
        order = (key.desc(), SubmissionRow.id.desc()) if reverse else (key, SubmissionRow.id)
        with self._database.read() as transaction:
            rows = transaction.session.execute(query.order_by(*order)).all()
            states, aside = _counted(transaction, principal, wanted)
            today = office_day(transaction.now)
        more = len(rows) > limit
        return QueuePage(
            items=tuple(_item_of(row, today) for row in rows[:limit]),
            after=_cursor(rows[limit - 1]) if more else None,
            total=sum(count for state, count in states.items() if state in _wanted_states(wanted)),
            states=states,
            aside=aside,
        )

    def queue_choices(self, principal: Principal) -> QueueChoices:
        """Rounds, cities and assignees of the submissions that the principal sees."""
        query = (
            select(
                SubmissionRow.round,
                SubmissionRow.region,
                SubmissionRow.assignee,
                _ASSIGNEE.name,
                _ASSIGNEE.region,
            )
            .outerjoin(_ASSIGNEE, _ASSIGNEE.id == SubmissionRow.assignee)
            .where(access.visible(principal))
            .distinct()
        )
        with self._database.read() as transaction:
            found = transaction.session.execute(query).all()
        people = {
            assignee: Person(id=assignee, name=name or assignee, region=of)
            for _, _, assignee, name, of in found
            if assignee is not None
        }
        return QueueChoices(
            rounds=tuple(sorted({name for name, *_ in found}, reverse=True)),
            regions=tuple(sorted({region for _, region, *_ in found if region is not None})),
            assignees=tuple(sorted(people.values(), key=lambda each: (each.region or "", each.name))),
        )


def _items(key: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            SubmissionRow.id,
            SubmissionRow.round,
            SubmissionRow.state,
            SubmissionRow.organization,
            SubmissionRow.region,
            SubmissionRow.recommender,
            SubmissionRow.submitted_at,
            SubmissionRow.assignee,
            SubmissionRow.aside,
            _ASSIGNEE.name.label("assignee_name"),
            _DEADLINE.label("deadline"),
            key.label("key"),
            *_STANDING,
        )
        .outerjoin(StandingRow, StandingRow.submission_id == SubmissionRow.id)
        .outerjoin(RoundRow, RoundRow.id == SubmissionRow.round)
        .outerjoin(_ASSIGNEE, _ASSIGNEE.id == SubmissionRow.assignee)
    )


def _conditions(wanted: QueueFilter) -> list[ColumnElement[bool]]:
    """What fits, whatever its state and whether it was set aside."""
    found: list[ColumnElement[bool]] = []
    if wanted.round is not None:
        found.append(SubmissionRow.round == wanted.round)
    for column, value in ((SubmissionRow.region, wanted.region), (SubmissionRow.assignee, wanted.assignee)):
        if value is not None:
            found.append(column.is_(None) if value == NOBODY else column == value)
    if wanted.eligible is not None:
        found.append(_has(StandingRow, StandingRow.eligible == wanted.eligible))
    if wanted.code is not None:
        found.append(_has(DiscrepancyRow, DiscrepancyRow.code == wanted.code))
    if wanted.criterion is not None:
        undecided = FindingRow.verdict.in_((Verdict.UNCERTAIN, Verdict.UNREADABLE))
        unsettled = or_(FindingRow.low < FindingRow.high, undecided)
        found.append(_has(FindingRow, FindingRow.criterion == wanted.criterion, unsettled))
    for term in search_terms(wanted.search):
        by_name = SubmissionRow.search.contains(term, autoescape=True)
        by_id = func.lower(SubmissionRow.id).contains(term, autoescape=True)
        found.append(or_(by_name, by_id))
    return found


def _has(
    table: type[StandingRow | DiscrepancyRow | FindingRow], *conditions: ColumnElement[bool]
) -> ColumnElement[bool]:
    # Asked once for all. Row by row, SQLite would go through all of a criterion's findings for each submission.
    return SubmissionRow.id.in_(select(table.submission_id).where(*conditions))


def _wanted_states(wanted: QueueFilter) -> frozenset[State]:
    if wanted.state == "open":
        return OPEN
    return frozenset(State) if wanted.state == "all" else frozenset({State(wanted.state)})


def _states(wanted: QueueFilter) -> ColumnElement[bool]:
    return SubmissionRow.state.in_(_wanted_states(wanted))


def _aside(wanted: bool) -> ColumnElement[bool]:  # noqa: FBT001 - the filter's own value
    return SubmissionRow.aside.is_not(None) if wanted else SubmissionRow.aside.is_(None)


def _counted(
    transaction: Transaction, principal: Principal, wanted: QueueFilter
) -> tuple[dict[State, int], int]:
    """How many fit, by state; and how many of the wanted states are set aside."""
    set_aside = SubmissionRow.aside.is_not(None)
    query = (
        select(SubmissionRow.state, set_aside, func.count())
        .where(access.visible(principal), *_conditions(wanted))
        .group_by(SubmissionRow.state, set_aside)
    )
    states: dict[State, int] = {}
    aside = 0
    for state, is_aside, count in transaction.session.execute(query):
        if bool(is_aside) == wanted.aside:
            states[State(state)] = count
        if is_aside and State(state) in _wanted_states(wanted):
            aside += count
    return states, aside


def _behind(key: ColumnElement[Any], last: tuple[Any, str], *, reverse: bool) -> ColumnElement[bool]:
    value, submission = last
    if reverse:
        return or_(key < value, and_(key == value, SubmissionRow.id < submission))
    return or_(key > value, and_(key == value, SubmissionRow.id > submission))


def _cursor(row: Row[Any]) -> str:
    value = row.key.isoformat() if isinstance(row.key, date) else repr(row.key)
    return f"{value}{_CURSOR}{row.id}"


def _parsed(cursor: str, sort: Sort) -> tuple[Any, str]:
    value, _, submission = cursor.partition(_CURSOR)
    try:
        return _PARSERS[sort](value), submission
    except (ValueError, OverflowError) as error:
        raise CursorUnusableError(cursor) from error


def _item_of(row: Row[Any], today: date) -> QueueItem:
    standing = None
    if row.eligible is not None:
        standing = Standing.model_validate({name: getattr(row, name) for name in Standing.model_fields})
    return QueueItem(
        id=row.id,
        round=row.round,
        state=State(row.state),
        name=(row.organization or {}).get("name"),
        region=row.region,
        recommender=row.recommender,
        submitted_at=row.submitted_at,
        deadline=row.deadline,
        days_left=(row.deadline - today).days if row.deadline is not None else None,
        standing=standing,
        assignee=row.assignee,
        assignee_name=row.assignee_name or row.assignee,
        aside=row.aside,
    )
