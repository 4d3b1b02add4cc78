"""Corrections of facts, with the report that each one made. They are only ever added."""

from typing import NamedTuple

from sqlalchemy import func, select

from dossier.principal import Principal
from dossier.report import Report
from dossier.revision import RevisedFact, Revision
from dossier.state import State
from dossier.submission import Submission
from dossier.work import Run
from vault.records import access, messages, reports, states
from vault.records.errors import IllegalMoveError, RulingUnusableError, StaleError
from vault.records.part import Part
from vault.records.rulings_schema import RevisionRow
from vault.records.schema import RunRow

REVISER = "reviewer:{id}"
"""Who made a report without reading, as its run's worker."""


class Remade(NamedTuple):
    """The report that a correction makes."""

    before: str
    """sha256 of the report that was corrected."""
    report: Report
    files: dict[str, str]
    """Format → sha256 of what lies in the store."""
    application: Submission


class RevisionRecords(Part):
    """What people corrected, and the reports that came of it."""

    def revise(
        self,
        principal: Principal,
        submission: str,
        version: int,
        fact: RevisedFact,
        remade: Remade,
        *,
        reason: str,
    ) -> Revision:
        """Adds a correction and keeps the report that it makes; the version counts up.

        NotFoundError, NotAllowedError, IllegalMoveError where it isn't in
        review, StaleError where another report came meanwhile, RulingUnusableError without a reason.
        """
        if not reason.strip():
            raise RulingUnusableError(messages.REASON_MISSING)
        with self._database.write() as transaction:
            session = transaction.session
            row = access.find(session, principal, submission, lock=True)
            access.check_decides(principal)
            if row.state != State.IN_REVIEW or row.submitted_at is None:
                raise IllegalMoveError(State(row.state), State.IN_REVIEW)
            states.check_version(row, version)
            newest = reports.latest(session, submission)
            if newest is None or newest.sha256 != remade.before:
                raise StaleError(version, row.version)
            count = select(func.count()).where(RevisionRow.submission_id == submission)
            revision = Revision(
                number=session.execute(count).scalar_one() + 1,
                at=transaction.now,
                by=principal.id,
                name=principal.name,
                role=principal.role,
                fact=fact,
                reason=reason.strip(),
                report=remade.before,
            )
            content = revision.model_dump() | {"fact": fact.model_dump(mode="json")}
            session.add(RevisionRow(submission_id=submission, **content))
            detail = revision.model_dump(mode="json", exclude={"at", "by"})
            transaction.note(principal.id, "revision.add", submission, **detail)
            row.fence += 1
            row.version += 1
            row.updated_at = transaction.now
            worker = REVISER.format(id=principal.id)
            run = Run(
                submission=submission,
                fence=row.fence,
                worker=worker,
                attempts=row.attempts,
                priority=row.priority,
                submitted_at=row.submitted_at,
                lease_seconds=0,
                lease_until=transaction.now,
            )
            session.add(
                RunRow(
                    submission_id=submission,
                    fence=row.fence,
                    worker=worker,
                    taken_at=transaction.now,
                    ended_at=transaction.now,
                    outcome="revised",
                )
            )
            session.flush()
            kept = reports.keep(transaction, run, remade.report, remade.files, remade.application)
            transaction.note(principal.id, "report.keep", submission, fence=row.fence, **kept)
            return revision

    def revisions(self, principal: Principal, submission: str) -> tuple[Revision, ...]:
        """All corrections, oldest first. NotFoundError."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            access.check_reviews(principal)
            query = select(RevisionRow).where(RevisionRow.submission_id == submission)
            rows = transaction.session.scalars(query.order_by(RevisionRow.number))
            return tuple(_revision_of(row) for row in rows)

    def revised_facts(self, submission: str) -> tuple[RevisedFact, ...]:
        """The facts that were corrected, in their order, for whoever verifies the submission."""
        query = select(RevisionRow.fact).where(RevisionRow.submission_id == submission)
        with self._database.read() as transaction:
            facts = transaction.session.scalars(query.order_by(RevisionRow.number))
            return tuple(RevisedFact.model_validate(each) for each in facts)


def _revision_of(row: RevisionRow) -> Revision:
    return Revision.model_validate({name: getattr(row, name) for name in Revision.model_fields})
