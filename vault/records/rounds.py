"""Rounds: their days and quotas, and how far each city has come."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from dossier.divisions import PREFECTURES
from dossier.principal import Principal
from dossier.queue import OPEN
from dossier.regions import HOME
from dossier.rounds import Progress, Round, RoundDays, RoundProgress
from dossier.state import FINAL, State
from vault.records import access, messages
from vault.records.engine import Transaction
from vault.records.errors import NotFoundError, StaleError
from vault.records.part import Part
from vault.records.queue_schema import RoundRow
from vault.records.schema import SubmissionRow
from vault.records.trail import office_day

CLOSES = (11, 20)
RECOMMEND_BY = (11, 30)
"""Month and day, as the notice has them (五)."""
CITY_QUOTA = 2
INDUSTRY_QUOTA = 1
"""As the notice has them (四2)."""
_YEAR = re.compile(r"20\d\d", re.ASCII)
_READING = frozenset({State.RECEIVED, State.READING, State.VERIFIED, State.UNUSABLE})
_CITIES = tuple(PREFECTURES[HOME].split())


class RoundRecords(Part):
    """Rounds are made when a year's first submission appears, and never go."""

    def rounds(self) -> tuple[Round, ...]:
        """All rounds, newest first."""
        with self._database.read() as transaction:
            rows = transaction.session.scalars(select(RoundRow).order_by(RoundRow.id.desc()))
            return tuple(_round_of(row) for row in rows)

    def change_round(self, principal: Principal, round: str, version: int, days: RoundDays) -> Round:  # noqa: A002
        """Sets a round's days and quotas. NotFoundError, NotAllowedError, StaleError where somebody else has changed it."""
        access.check_sets_rounds(principal)
        with self._database.write() as transaction:
            row = transaction.session.get(RoundRow, round, with_for_update=True)
            if row is None:
                raise NotFoundError(round)
            if row.version != version:
                raise StaleError(version, row.version)
            before = _round_of(row).days
            if days != before:
                for name in RoundDays.model_fields:
                    setattr(row, name, getattr(days, name))
                row.version += 1
                told = {"before": before.model_dump(mode="json"), "after": days.model_dump(mode="json")}
                transaction.note(principal.id, "round.change", f"round:{round}", version=row.version, **told)
            return _round_of(row)

    def round_progress(self, principal: Principal, round: str) -> RoundProgress:  # noqa: A002
        """Where each place stands, as far as the principal sees its submissions. NotFoundError: there is no such round."""
        counted = (
            select(SubmissionRow.region, SubmissionRow.recommender, SubmissionRow.state, func.count())
            .where(access.visible(principal), SubmissionRow.round == round)
            .group_by(SubmissionRow.region, SubmissionRow.recommender, SubmissionRow.state)
        )
        with self._database.read() as transaction:
            row = transaction.session.get(RoundRow, round)
            if row is None:
                raise NotFoundError(round)
            today = office_day(transaction.now)
            found = transaction.session.execute(counted).all()
        return RoundProgress(
            round=_round_of(row), today=today, places=tuple(_places(principal, row, today, found))
        )


def ensure(transaction: Transaction, round: str) -> None:  # noqa: A002
    """Makes the round of a year, with the notice's days, unless it is there. What is no year up to the next has no round."""
    year = int(round) if _YEAR.fullmatch(round) else None
    if year is None or year > transaction.now.year + 1:
        return
    transaction.insert_new(
        RoundRow,
        id=round,
        title=messages.ROUND_TITLE.format(year=year),
        closes_on=date(year, *CLOSES),
        recommend_by=date(year, *RECOMMEND_BY),
        appeals_until=None,
        city_quota=CITY_QUOTA,
        industry_quota=INDUSTRY_QUOTA,
        version=1,
        created_at=transaction.now,
    )


def _round_of(row: RoundRow) -> Round:
    days = {name: getattr(row, name) for name in RoundDays.model_fields}
    return Round(id=row.id, version=row.version, days=RoundDays.model_validate(days))


def _places(
    principal: Principal,
    row: RoundRow,
    today: date,
    found: Iterable[tuple[str | None, str | None, str, int]],
) -> Iterable[Progress]:
    counts: defaultdict[tuple[str | None, str | None], dict[State, int]] = defaultdict(dict)
    for region, recommender, state, count in found:
        states = counts[(region, region) if region is not None else (None, recommender)]
        states[State(state)] = states.get(State(state), 0) + count
    seen = [(city, city) for city in _CITIES if access.sees_all_of(principal, city)]
    others = sorted(
        set(counts) - set(seen), key=lambda place: (place[0] is None, place[1] is None, place[1] or "")
    )
    for region, place in [*seen, *others]:
        states = counts[region, place]
        quota = row.city_quota if region is not None else row.industry_quota
        named = place is not None and access.sees_all_of(principal, region)
        yield _progress(place, region, states, quota=quota if named else None, late=today > row.recommend_by)


def _progress(
    place: str | None, region: str | None, states: dict[State, int], *, quota: int | None, late: bool
) -> Progress:
    def number(wanted: Iterable[State]) -> int:
        return sum(states.get(state, 0) for state in wanted)

    return Progress(
        place=place,
        region=region,
        drafts=number([State.DRAFT]),
        received=number(OPEN | FINAL - {State.WITHDRAWN}),
        reading=number(_READING),
        reviewing=number(OPEN - _READING),
        recommended=number([State.RECOMMENDED]),
        returned=number([State.RETURNED]),
        overdue=number(OPEN) if late else 0,
        quota=quota,
    )
