"""How much waits: counts of submissions and page units for those who watch the service."""

from typing import get_args

from sqlalchemy import case, exists, func, select

from dossier.queue import QueueFigures
from dossier.record import Priority
from dossier.state import State
from dossier.work import UnitState
from vault.records.part import Part
from vault.records.schema import ReportRow, SubmissionRow, UnitRow

PRIORITIES: tuple[str, ...] = get_args(Priority)


class FigureRecords(Part):
    """The queue's figures."""

    def queue_figures(self) -> QueueFigures:
        """Counts at this moment; states and priorities of which there is none are there with 0."""
        submissions = {(state.value, priority): 0 for state in State for priority in PRIORITIES}
        oldest = dict.fromkeys(PRIORITIES, 0.0)
        units = {state.value: 0 for state in UnitState if state is not UnitState.DONE}
        counted = select(SubmissionRow.state, SubmissionRow.priority, func.count()).group_by(
            SubmissionRow.state, SubmissionRow.priority
        )
        # A submission that is verified again waits since then, not since it first came.
        again = exists().where(ReportRow.submission_id == SubmissionRow.id)
        since = func.min(case((again, SubmissionRow.updated_at), else_=SubmissionRow.submitted_at))
        waiting = (
            select(SubmissionRow.priority, since)
            .where(SubmissionRow.state == State.RECEIVED)
            .group_by(SubmissionRow.priority)
        )
        open_units = (
            select(UnitRow.state, func.count()).where(UnitRow.state.in_(units)).group_by(UnitRow.state)
        )
        with self._database.read() as transaction:
            for state, priority, count in transaction.session.execute(counted):
                submissions[state, priority] = count
            for priority, moment in transaction.session.execute(waiting):
                oldest[priority] = max(0.0, (transaction.now - moment).total_seconds())
            units.update((state, count) for state, count in transaction.session.execute(open_units))
        return QueueFigures(submissions=submissions, oldest_waiting_seconds=oldest, units=units)
