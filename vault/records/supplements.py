"""Supplements: what the applicant is asked, until when, and what came."""

from datetime import date, timedelta

from sqlalchemy import func, select

from dossier.finding import TRACES
from dossier.principal import Principal
from dossier.record import SubmissionRecord
from dossier.ruling import Question, Ruling, Settlement, Supplement
from dossier.state import State
from vault.records import access, answers, messages, rulings, states, submissions
from vault.records.errors import DeadlineError, NothingAskedError
from vault.records.part import Part
from vault.records.reports import latest
from vault.records.rulings_schema import SupplementRow
from vault.records.schema import SubmissionRow
from vault.records.trail import office_day

LONGEST_DAYS = 60
"""The last day is no farther away than this."""
RECONCILER = "reconciler"


class SupplementRecords(Part):
    """Requests to applicants. The newest is open while the submission is in state `supplement`."""

    def ask(
        self, principal: Principal, submission: str, version: int, *, due_on: date, note: str = ""
    ) -> SubmissionRecord:
        """Puts all questions of the newest report's rulings to the applicant, who may add files up to and on that day.

        NotFoundError, NotAllowedError, StaleError, IllegalMoveError where it isn't in review, NothingAskedError, DeadlineError.
        """
        with self._database.write() as transaction:
            row = access.find(transaction.session, principal, submission, lock=True)
            access.check_decides(principal)
            states.check_move(row, State.SUPPLEMENT)
            states.check_version(row, version)
            today = office_day(transaction.now)
            if not today < due_on <= today + timedelta(days=LONGEST_DAYS):
                raise DeadlineError(LONGEST_DAYS)
            report = latest(transaction.session, submission)
            if report is None:
                raise NothingAskedError
            asked = [
                each.rulings[-1]
                for each in rulings.ruled(transaction.session, submission, report.sha256)
                if each.settlement is Settlement.ASKED
            ]
            if not asked:
                raise NothingAskedError
            count = select(func.count()).where(SupplementRow.submission_id == submission)
            supplement = Supplement(
                number=transaction.session.execute(count).scalar_one() + 1,
                at=transaction.now,
                by=principal.id,
                name=principal.name,
                due_on=due_on,
                note=note.strip(),
                questions=tuple(
                    Question(
                        fingerprint=each.fingerprint,
                        criterion=each.criterion,
                        document=each.document,
                        message=_told(each),
                        asks=each.reason,
                    )
                    for each in asked
                ),
                report=report.sha256,
            )
            questions = [each.model_dump(mode="json") for each in supplement.questions]
            content = supplement.model_dump() | {"questions": questions}
            transaction.session.add(SupplementRow(submission_id=submission, **content))
            detail = supplement.model_dump(mode="json", exclude={"at", "by"})
            transaction.note(principal.id, "supplement.ask", submission, **detail)
            states.move(
                transaction, row, State.SUPPLEMENT, actor=principal.id, reason=supplement.note or None
            )
            return submissions.record_of(row)

    def supplements(self, principal: Principal, submission: str) -> tuple[Supplement, ...]:
        """All that the applicant was ever asked, newest first. Open: the newest, in state `supplement`."""
        with self._database.read() as transaction:
            access.find(transaction.session, principal, submission)
            query = (
                select(SupplementRow)
                .where(SupplementRow.submission_id == submission)
                .order_by(SupplementRow.number.desc())
            )
            return tuple(_supplement_of(row) for row in transaction.session.scalars(query))

    def asked_criteria(self, submission: str) -> frozenset[str | None]:
        """What its supplements were about (None: the whole submission), for whoever verifies it."""
        query = select(SupplementRow.questions).where(SupplementRow.submission_id == submission)
        with self._database.read() as transaction:
            asked = transaction.session.scalars(query)
            return frozenset(each["criterion"] for questions in asked for each in questions)

    def close_supplements(self) -> tuple[str, ...]:
        """Ends those whose last day is over: what came is verified, else the reviewers go on. Their submissions' ids.

        Only the program itself calls this.
        """
        with self._database.write() as transaction:
            newest = (
                select(SupplementRow.due_on)
                .where(SupplementRow.submission_id == SubmissionRow.id)
                .order_by(SupplementRow.number.desc())
                .limit(1)
                .scalar_subquery()
            )
            query = select(SubmissionRow).where(
                SubmissionRow.state == State.SUPPLEMENT, newest < office_day(transaction.now)
            )
            closed = transaction.session.scalars(query.with_for_update(skip_locked=True)).all()
            for row in closed:
                after = State.RECEIVED if answers.answered(transaction.session, row.id) else State.IN_REVIEW
                states.move(transaction, row, after, actor=RECONCILER, reason=messages.DEADLINE_PASSED)
            return tuple(row.id for row in closed)


def _told(ruling: Ruling) -> str:
    """What the applicant is told of what was found: not how alterations are."""
    return messages.QUESTION_TRACE if ruling.code in TRACES else ruling.message


def _supplement_of(row: SupplementRow) -> Supplement:
    return Supplement.model_validate({name: getattr(row, name) for name in Supplement.model_fields})
