"""What a letter to the applicant says: the decision where there is one, else what was asked last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.dates import CHINA
from dossier.finding import TRACES, Discrepancy
from dossier.principal import Principal
from dossier.record import Decision, SubmissionRecord
from dossier.report import Report
from dossier.rounds import Round
from dossier.ruling import Ruled, RuledDiscrepancy, Settlement, Supplement
from dossier.state import State
from review.reports import words
from review.reports.letter import Letter, LetterTable
from review.reports.outputs import report_number
from review.reports.titles import CriterionTitle
from review.site import letters_messages as messages
from review.site.conclusion_view import PointsRow, rows_of, total_of

_CONCLUDED = frozenset({State.DECIDED, State.RECOMMENDED, State.RETURNED})


@dataclass(frozen=True)
class Reviewed:
    """A submission with all that was said of it, and who writes."""

    record: SubmissionRecord
    report: Report
    titles: Mapping[str, CriterionTitle]
    decisions: Sequence[Decision]
    ruled: Sequence[RuledDiscrepancy]
    supplements: Sequence[Supplement]
    round: Round | None
    writer: Principal
    head: str
    """Of the trail."""

    @property
    def about(self) -> Mapping[str, str]:
        """The round and the submission, as letters name them."""
        named = self.round.days.title if self.round is not None else self.record.round
        return {"round": named, "submission": self.record.id}

    @property
    def foot(self) -> str:
        """The numbers by which a letter is checked."""
        number = report_number(self.report)
        return messages.FOOT.format(submission=self.record.id, report=number, head=self.head)

    @property
    def sender(self) -> str:
        """In whose name the letter goes out."""
        return self.writer.organization or self.record.recommender or self.writer.name


def letter_of(reviewed: Reviewed) -> Letter | None:
    """The letter; None where there is nothing to tell."""
    whole = [each for each in reviewed.decisions if each.criterion is None]
    if reviewed.record.state in _CONCLUDED and whole:
        return _result(reviewed, whole[-1])
    if reviewed.supplements:
        return _supplement(reviewed, reviewed.supplements[0])
    return None


def _supplement(reviewed: Reviewed, asked: Supplement) -> Letter:
    rows = [
        (str(number), each.criterion or "—", each.message, each.asks)
        for number, each in enumerate(asked.questions, start=1)
    ]
    text = messages.SUPPLEMENT_TEXT.format(due=words.day(asked.due_on), **reviewed.about)
    return Letter(
        title=messages.SUPPLEMENT,
        to=reviewed.report.submission.organization.name,
        paragraphs=[text, *([asked.note] if asked.note else [])],
        tables=[LetterTable("", messages.SUPPLEMENT_HEADINGS, messages.SUPPLEMENT_WIDTHS, rows)],
        closing=messages.SUPPLEMENT_CLOSING,
        sender=reviewed.sender,
        day=asked.at.astimezone(CHINA).date(),
        foot=reviewed.foot,
        written_at=asked.at,
    )


def _result(reviewed: Reviewed, decision: Decision) -> Letter:
    text = messages.RESULT_TEXT.format(outcome=messages.OUTCOMES[decision.outcome], **reviewed.about)
    reason = [messages.REASON.format(comment=decision.comment)] if decision.comment else []
    appeals = reviewed.round.days.appeals_until if reviewed.round is not None else None
    closing = messages.APPEAL.format(day=words.day(appeals)) if appeals else messages.QUESTIONS
    rows = rows_of(reviewed.report, reviewed.titles, reviewed.decisions)
    return Letter(
        title=messages.RESULT,
        to=reviewed.report.submission.organization.name,
        paragraphs=[text, *reason],
        tables=[_points(rows), *_found(reviewed.ruled)],
        closing=[closing],
        sender=reviewed.sender,
        day=decision.at.astimezone(CHINA).date(),
        foot=reviewed.foot,
        written_at=decision.at,
    )


def _points(rows: Sequence[PointsRow]) -> LetterTable:
    told = [
        (
            f"{each.finding.criterion} {each.title}",
            words.number(each.finding.claimed),
            words.number(each.points),
            each.set.comment if each.set is not None else "",
        )
        for each in rows
    ]
    claimed = sum(each.finding.claimed for each in rows)
    total = (messages.POINTS_SUM, words.number(claimed), words.number(total_of(rows).points), "")
    return LetterTable(
        messages.POINTS_TITLE, messages.POINTS_HEADINGS, messages.POINTS_WIDTHS, [*told, total]
    )


def _found(ruled: Sequence[RuledDiscrepancy]) -> list[LetterTable]:
    """What two or one have confirmed; what was overruled or nobody looked at isn't told."""
    confirmed = [
        each.discrepancy
        for each in ruled
        if each.settlement is Settlement.SETTLED and each.last and each.last.outcome is Ruled.CONFIRM
    ]
    rows = [
        (str(number), each.criterion or "—", told(each)) for number, each in enumerate(confirmed, start=1)
    ]
    if not rows:
        return []
    return [LetterTable(messages.FOUND_TITLE, messages.FOUND_HEADINGS, messages.FOUND_WIDTHS, rows)]


def told(found: Discrepancy) -> str:
    """What the applicant is told of a discrepancy: not how alterations are found."""
    if found.code not in TRACES:
        return found.message
    if found.document is None:
        return messages.TRACE_WHOLE
    return messages.TRACE.format(document=found.document)
