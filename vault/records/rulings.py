"""Rulings: what people say of each discrepancy. They are only ever added."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dossier.finding import Discrepancy, Severity
from dossier.principal import Principal
from dossier.ruling import Ruled, RuledDiscrepancy, Ruling, Settlement, needs_second, settlement
from dossier.state import State
from vault.records import access, messages, states
from vault.records.errors import (
    IllegalMoveError,
    NotFoundError,
    RulingUnusableError,
    StaleError,
    UnsettledError,
)
from vault.records.part import Part
from vault.records.reports import discrepancies, latest
from vault.records.rulings_schema import RulingRow

_GROUND = frozenset({Ruled.OVERRULE, Ruled.ASK})
"""What needs a reason."""


class RulingRecords(Part):
    """What reviewers say of the discrepancies of the newest report."""

    def rule(
        self,
        principal: Principal,
        submission: str,
        version: int,
        *,
        fingerprint: str,
        outcome: Ruled,
        reason: str = "",
        seen: int = 0,
    ) -> Ruling:
        """Adds a ruling on a discrepancy of the newest report. `seen`: the number of the last ruling on it that the person saw, 0 for none.

        NotFoundError, NotAllowedError, StaleError, IllegalMoveError where it isn't in review; RulingUnusableError where an
        overruling or a question has no reason, and where the person said the same already.
        """
        reason = reason.strip()
        with self._database.write() as transaction:
            row = access.find(transaction.session, principal, submission, lock=True)
            access.check_decides(principal)
            if row.state != State.IN_REVIEW:
                raise IllegalMoveError(State(row.state), State.DECIDED)
            states.check_version(row, version)
            told, report = _discrepancy(transaction.session, submission, fingerprint)
            before = _rulings(transaction.session, submission).get(fingerprint, [])
            last = before[-1].number if before else 0
            if last != seen:
                raise StaleError(seen, last)
            if outcome in _GROUND and not reason:
                raise RulingUnusableError(messages.REASON_MISSING)
            own = [each.outcome for each in before if each.by == principal.id]
            waits = settlement(told.severity, before, report) is Settlement.SECOND
            if waits and needs_second(told.severity, outcome) and own and own[-1] is outcome:
                raise RulingUnusableError(messages.RULING_SETTLED_BY_OTHER)
            query = select(func.coalesce(func.max(RulingRow.number), 0))
            number = transaction.session.execute(
                query.where(RulingRow.submission_id == submission)
            ).scalar_one()
            ruling = Ruling(
                number=number + 1,
                at=transaction.now,
                by=principal.id,
                name=principal.name,
                role=principal.role,
                fingerprint=fingerprint,
                outcome=outcome,
                reason=reason,
                report=report,
                code=told.code,
                severity=told.severity,
                criterion=told.criterion,
                document=told.document,
                message=told.message,
            )
            transaction.session.add(RulingRow(submission_id=submission, **ruling.model_dump()))
            detail = ruling.model_dump(mode="json", exclude={"at", "by"})
            transaction.note(principal.id, "ruling.add", submission, **detail)
            return ruling

    def rulings(self, principal: Principal, submission: str) -> Mapping[str, Sequence[Ruling]]:
        """All rulings on a submission, of this and of older reports: by fingerprint, oldest first."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            access.check_reviews(principal)
            return _rulings(transaction.session, submission)

    def ruled(self, principal: Principal, submission: str) -> tuple[RuledDiscrepancy, ...]:
        """The newest report's discrepancies, each once, with how far it is settled. NotFoundError."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            access.check_reviews(principal)
            report = latest(transaction.session, submission)
            return tuple(ruled(transaction.session, submission, report.sha256)) if report is not None else ()


def ruled(session: Session, submission: str, report: str) -> Iterable[RuledDiscrepancy]:
    """The discrepancies of the newest report, whose sha256 is given, each once."""
    told = _rulings(session, submission)
    unique = {each.fingerprint: each for each in discrepancies(session, submission)}
    for fingerprint, each in unique.items():
        on_it = told.get(fingerprint, [])
        yield RuledDiscrepancy(
            fingerprint=fingerprint,
            discrepancy=each,
            settlement=settlement(each.severity, on_it, report),
            rulings=tuple(on_it),
        )


def check_settled(session: Session, submission: str, report: str) -> None:
    """UnsettledError while a gate isn't settled by two, an overruling isn't agreed to, or a question isn't answered."""
    waiting = Counter(_waits_for(each) for each in ruled(session, submission, report) if each.blocks)
    if waiting:
        raise UnsettledError("；".join(text.format(count=count) for text, count in waiting.items()))


def _waits_for(told: RuledDiscrepancy) -> str:
    if told.settlement is Settlement.ASKED:
        return messages.UNSETTLED_ASKED
    if told.discrepancy.severity is Severity.GATE:
        return messages.UNSETTLED_GATE
    return messages.UNSETTLED_SECOND


def _discrepancy(session: Session, submission: str, fingerprint: str) -> tuple[Discrepancy, str]:
    report = latest(session, submission)
    for told in discrepancies(session, submission):
        if told.fingerprint == fingerprint and report is not None:
            return told, report.sha256
    raise NotFoundError(fingerprint)


def _rulings(session: Session, submission: str) -> dict[str, list[Ruling]]:
    query = select(RulingRow).where(RulingRow.submission_id == submission).order_by(RulingRow.number)
    found: defaultdict[str, list[Ruling]] = defaultdict(list)
    for row in session.scalars(query):
        found[row.fingerprint].append(_ruling_of(row))
    return dict(found)


def _ruling_of(row: RulingRow) -> Ruling:
    return Ruling.model_validate({name: getattr(row, name) for name in Ruling.model_fields})
