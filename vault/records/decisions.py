"""Decisions of people. They are only ever added."""

from sqlalchemy import func, select

from dossier.principal import Principal
from dossier.record import Decision, Outcome, SubmissionRecord
from dossier.state import State
from vault.records import access, rulings, states
from vault.records.errors import IllegalMoveError, OutcomeUnusableError
from vault.records.part import Part
from vault.records.reports import latest
from vault.records.schema import DecisionRow
from vault.records.submissions import record_of

_ON_A_CRITERION = frozenset({Outcome.CONFIRM, Outcome.AMEND})


class DecisionRecords(Part):
    """What reviewers say of a submission."""

    def decide(
        self,
        principal: Principal,
        submission: str,
        version: int,
        *,
        outcome: Outcome,
        criterion: str | None = None,
        points: float | None = None,
        comment: str = "",
    ) -> SubmissionRecord:
        """Adds a decision on the newest report.

        On a criterion (confirm, amend) the submission stays in review; on the whole (recommend, return) it becomes decided. Raises
        UnsettledError where the whole is decided while rulings wait for somebody, OutcomeUnusableError, StaleError, IllegalMoveError where it isn't in review, NotAllowedError.
        """
        if (criterion is not None) != (outcome in _ON_A_CRITERION):
            raise OutcomeUnusableError
        with self._database.write() as transaction:
            row = access.find(transaction.session, principal, submission, lock=True)
            access.check_decides(principal)
            if row.state != State.IN_REVIEW:
                raise IllegalMoveError(State(row.state), State.DECIDED)
            states.check_version(row, version)
            report = latest(transaction.session, submission)
            if criterion is None and report is not None:
                rulings.check_settled(transaction.session, submission, report.sha256)
            query = select(func.coalesce(func.max(DecisionRow.number), 0))
            number = transaction.session.execute(
                query.where(DecisionRow.submission_id == submission)
            ).scalar_one()
            decision = DecisionRow(
                submission_id=submission,
                number=number + 1,
                at=transaction.now,
                by=principal.id,
                name=principal.name,
                role=principal.role,
                outcome=outcome,
                criterion=criterion,
                points=points,
                comment=comment,
                report=report.sha256 if report is not None else None,
            )
            transaction.session.add(decision)
            transaction.note(
                principal.id,
                "decision.add",
                submission,
                number=decision.number,
                name=decision.name,
                role=decision.role,
                outcome=outcome.value,
                criterion=criterion,
                points=points,
                comment=comment,
                report=decision.report,
            )
            if criterion is None:
                states.move(transaction, row, State.DECIDED, actor=principal.id, reason=comment or None)
            return record_of(row)

    def decisions(self, principal: Principal, submission: str) -> tuple[Decision, ...]:
        """All decisions on a submission, oldest first."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            query = (
                select(DecisionRow)
                .where(DecisionRow.submission_id == submission)
                .order_by(DecisionRow.number)
            )
            return tuple(_decision_of(row) for row in transaction.session.scalars(query))


def _decision_of(row: DecisionRow) -> Decision:
    return Decision.model_validate({name: getattr(row, name) for name in Decision.model_fields})
