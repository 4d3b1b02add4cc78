"""A round, column by column, for those who look at all of it at once: as Polars frames, read in blocks on either database.

Only what was handed in and not withdrawn is in it, and of each submission the newest report alone. What a column holds is said
in `audit/tables.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Executable, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from dossier.finding import Severity
from dossier.principal import Principal
from dossier.ruling import Ruled, needs_second
from dossier.state import State
from vault.records import access
from vault.records.errors import NotFoundError
from vault.records.looks_schema import LookRow
from vault.records.part import Part
from vault.records.queue_schema import RoundRow, StandingRow
from vault.records.rulings_schema import RulingRow
from vault.records.schema import (
    DecisionRow,
    DiscrepancyRow,
    FactRow,
    FindingRow,
    ReportDocumentRow,
    ReportRow,
    SubmissionRow,
)
from vault.records.trail import office_day

if TYPE_CHECKING:
    import polars as pl

LINKING = ("certificate_number", "address", "legal_representative")
"""Names of facts that one applicant alone should have."""
FEW = 12
"""Documents of earlier submissions beyond which their common content is a public paper or a form."""
BLOCK = 20_000
"""Rows that are held as Python objects at a time."""
_LEFT_OUT = (State.DRAFT, State.WITHDRAWN)
_TINY = 1e-6
_NUMBERS = ("claimed", "low", "high", "threshold", "gates", "majors", "traces", "documents", "pages")


class TableRecords(Part):
    """What audits read."""

    def round_tables(self, principal: Principal, round: str) -> dict[str, pl.DataFrame]:  # noqa: A002
        """The frames of a round by their names, of one moment. NotAllowedError, NotFoundError: there is no such round."""
        access.check_audits(principal)
        with self._database.read() as transaction:
            session = transaction.session
            if session.get(RoundRow, round) is None:
                raise NotFoundError(round)
            return {
                "submissions": frame(_submissions(session, round)),
                "findings": frame(_of_round(session, round, FindingRow, _FINDING)),
                "discrepancies": frame(_of_round(session, round, DiscrepancyRow, _DISCREPANCY)),
                "documents": frame(_shared_documents(session, round)),
                "reused": frame(_reused(session, round)),
                "facts": frame(_facts(session, round)),
                "decisions": frame(_decisions(session, round)),
                "rulings": frame(_rulings(session, round)),
                "earlier": frame(_earlier(session, round)),
                "looks": frame(_looks(session, round)),
            }


_FINDING = ("criterion", "verdict", "claimed", "low", "high")
_DISCREPANCY = ("code", "severity", "criterion", "document", "message")
Rows = tuple[Sequence[str], Iterable[Iterable[Sequence[Any]]]]
"""Names of columns, and blocks of rows."""


def frame(rows: Rows) -> pl.DataFrame:
    """The rows as a frame; without any, its columns are null."""
    import polars as pl

    names, blocks = rows
    frames = [
        pl.DataFrame(dict(zip(names, zip(*block, strict=True), strict=True)), strict=False)
        for block in map(list, blocks)
        if block
    ]
    empty = pl.DataFrame({name: [] for name in names})
    return pl.concat(frames, how="vertical_relaxed") if frames else empty


def blocks(session: Session, query: Executable) -> Iterator[Sequence[Sequence[Any]]]:
    """The rows of a query, BLOCK at a time."""
    yield from session.execute(query.execution_options(yield_per=BLOCK)).partitions()


def _submissions(session: Session, round: str) -> Rows:  # noqa: A002
    """One row each, with its standing, the standard of its newest report, and how many documents that has."""
    newest = (
        select(ReportRow.submission_id, func.max(ReportRow.fence).label("fence"))
        .group_by(ReportRow.submission_id)
        .subquery()
    )
    counted = (
        select(
            ReportDocumentRow.submission_id,
            func.count().label("documents"),
            func.sum(ReportDocumentRow.pages).label("pages"),
        )
        .group_by(ReportDocumentRow.submission_id)
        .subquery()
    )
    query = (
        select(
            SubmissionRow.id,
            SubmissionRow.organization,
            SubmissionRow.region,
            SubmissionRow.recommender,
            SubmissionRow.state,
            SubmissionRow.submitted_at,
            SubmissionRow.updated_at,
            ReportRow.rubric,
            ReportRow.rubric_version,
            ReportRow.rubric_sha256,
            ReportRow.rubric_provisional,
            StandingRow.eligible,
            *(getattr(StandingRow, name) for name in _NUMBERS[:7]),
            counted.c.documents,
            counted.c.pages,
        )
        .outerjoin(newest, newest.c.submission_id == SubmissionRow.id)
        .outerjoin(
            ReportRow,
            and_(ReportRow.submission_id == SubmissionRow.id, ReportRow.fence == newest.c.fence),
        )
        .outerjoin(StandingRow, StandingRow.submission_id == SubmissionRow.id)
        .outerjoin(counted, counted.c.submission_id == SubmissionRow.id)
        .where(handed_in(round))
        .order_by(SubmissionRow.id)
    )
    names = (
        *("submission", "organization", "type", "city", "recommender", "state", "submitted_on"),
        *("recommended_on", "rubric", "rubric_version", "rubric_sha256", "rubric_provisional"),
        *("verified", "eligible", *_NUMBERS),
    )
    return names, ([_submission(row) for row in block] for block in blocks(session, query))


def _submission(row: Sequence[Any]) -> Sequence[Any]:
    submission, organization, city, recommender, state, submitted, updated = row[:7]
    standard, eligible, numbers = row[7:11], row[11], row[12:]
    about = organization or {}
    return (
        submission,
        about.get("name") or submission,
        about.get("type"),
        city,
        recommender,
        state,
        office_day(submitted) if submitted else None,
        # A recommendation is final: nothing moves the submission afterwards.
        office_day(updated) if state == State.RECOMMENDED else None,
        *standard,
        standard[0] is not None,
        eligible or "review",
        *(number or 0 for number in numbers),
    )


def _of_round(
    session: Session,
    round: str,  # noqa: A002
    table: type[FindingRow | DiscrepancyRow],
    names: Sequence[str],
) -> Rows:
    query = (
        select(table.submission_id, *(getattr(table, name) for name in names))
        .join(SubmissionRow, SubmissionRow.id == table.submission_id)
        .where(handed_in(round))
        .order_by(table.submission_id, table.index)
    )
    return ("submission", *names), blocks(session, query)


def _shared_documents(session: Session, round: str) -> Rows:  # noqa: A002
    """Documents whose content lies in more than one submission."""
    shared = (
        select(ReportDocumentRow.sha256)
        .join(SubmissionRow, SubmissionRow.id == ReportDocumentRow.submission_id)
        .where(handed_in(round))
        .group_by(ReportDocumentRow.sha256)
        .having(func.count(ReportDocumentRow.submission_id.distinct()) > 1)
    )
    names = ("path", "sha256", "kind", "pages")
    query = (
        select(ReportDocumentRow.submission_id, *(getattr(ReportDocumentRow, name) for name in names))
        .join(SubmissionRow, SubmissionRow.id == ReportDocumentRow.submission_id)
        .where(handed_in(round), ReportDocumentRow.sha256.in_(shared))
        .order_by(ReportDocumentRow.submission_id, ReportDocumentRow.index)
    )
    return ("submission", "document", *names[1:]), blocks(session, query)


def _reused(session: Session, round: str) -> Rows:  # noqa: A002
    """Documents whose content was in a submission of a round before, or in one that was withdrawn; not what many had.

    Matched here rather than by a join, which would pair all that hold a public paper with each other first.
    """
    withdrawn = SubmissionRow.state == State.WITHDRAWN
    earlier = and_(
        SubmissionRow.state != State.DRAFT,
        or_(SubmissionRow.round < round, and_(withdrawn, SubmissionRow.round == round)),
    )
    here, there = (_contents().where(each) for each in (handed_in(round), earlier))
    before = (
        select(
            ReportDocumentRow.sha256,
            SubmissionRow.id,
            ReportDocumentRow.path,
            SubmissionRow.round,
            SubmissionRow.organization,
            withdrawn,
        )
        .join(SubmissionRow, SubmissionRow.id == ReportDocumentRow.submission_id)
        .where(earlier, ReportDocumentRow.sha256.in_(here))
        .order_by(SubmissionRow.id, ReportDocumentRow.index)
    )
    holders: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)
    for sha256, submission, path, held, about, back in session.execute(before):
        told = (submission, path, held, (about or {}).get("name") or submission, bool(back))
        holders[sha256].append(told)
    now = (
        select(
            ReportDocumentRow.submission_id,
            ReportDocumentRow.path,
            ReportDocumentRow.sha256,
            ReportDocumentRow.kind,
        )
        .join(SubmissionRow, SubmissionRow.id == ReportDocumentRow.submission_id)
        .where(handed_in(round), ReportDocumentRow.sha256.in_(there))
        .order_by(ReportDocumentRow.submission_id, ReportDocumentRow.index)
    )
    names = (
        *("submission", "document", "sha256", "kind", "earlier", "earlier_document"),
        *("earlier_round", "earlier_organization", "withdrawn"),
    )
    found = (
        [(*row, *told) for row in block for told in holders[row[2]] if len(holders[row[2]]) <= FEW]
        for block in blocks(session, now)
    )
    return names, found


def _contents() -> Select[str]:
    return select(ReportDocumentRow.sha256).join(
        SubmissionRow, SubmissionRow.id == ReportDocumentRow.submission_id
    )


def _facts(session: Session, round: str) -> Rows:  # noqa: A002
    """Facts by which applicants may hang together, with the first place of each."""
    query = (
        select(
            FactRow.submission_id,
            FactRow.document,
            ReportDocumentRow.sha256,
            FactRow.kind,
            FactRow.name,
            FactRow.value,
            FactRow.evidence,
        )
        .join(SubmissionRow, SubmissionRow.id == FactRow.submission_id)
        .join(
            ReportDocumentRow,
            and_(
                ReportDocumentRow.submission_id == FactRow.submission_id,
                ReportDocumentRow.path == FactRow.document,
            ),
        )
        .where(handed_in(round), FactRow.name.in_(LINKING))
        .order_by(FactRow.submission_id, FactRow.index)
    )
    names = ("submission", "document", "sha256", "kind", "name", "value", "page", "box")
    return names, ([_fact(row) for row in block] for block in blocks(session, query))


def _fact(row: Sequence[Any]) -> Sequence[Any]:
    *told, value, evidence = row
    place = evidence[0] if evidence else {}
    return (*told, None if value is None else str(value), place.get("page"), place.get("box"))


def _decisions(session: Session, round: str) -> Rows:  # noqa: A002
    """The latest on each criterion."""
    later = aliased(DecisionRow)
    is_later = and_(
        later.submission_id == DecisionRow.submission_id,
        later.criterion == DecisionRow.criterion,
        later.number > DecisionRow.number,
    )
    query = (
        select(DecisionRow.submission_id, DecisionRow.criterion, DecisionRow.by, DecisionRow.name)
        .join(SubmissionRow, SubmissionRow.id == DecisionRow.submission_id)
        .where(handed_in(round), DecisionRow.criterion.is_not(None), ~select(later).where(is_later).exists())
        .order_by(DecisionRow.submission_id, DecisionRow.number)
    )
    return ("submission", "criterion", "by", "name"), blocks(session, query)


def _rulings(session: Session, round: str) -> Rows:  # noqa: A002
    """The latest of each person on each discrepancy, and whether as many say so as must."""
    query = (
        select(RulingRow)
        .join(SubmissionRow, SubmissionRow.id == RulingRow.submission_id)
        .where(handed_in(round))
        .order_by(RulingRow.submission_id, RulingRow.number)
    )
    said: dict[tuple[str, str], dict[str, RulingRow]] = defaultdict(dict)
    for row in session.scalars(query):
        said[row.submission_id, row.fingerprint][row.by] = row
    names = ("submission", "code", "criterion", "document", "message", "outcome", "by", "name", "agreed")
    return names, ([_ruling(row, people) for row in people.values()] for people in said.values())


def _ruling(row: RulingRow, people: dict[str, RulingRow]) -> Sequence[Any]:
    alike = all(each.outcome == row.outcome for each in people.values())
    needed = 2 if needs_second(Severity(row.severity), Ruled(row.outcome)) else 1
    agreed = alike and len(people) >= needed
    return (
        *(row.submission_id, row.code, row.criterion, row.document, row.message),
        *(row.outcome, row.by, row.name, agreed),
    )


def _earlier(session: Session, round: str) -> Rows:  # noqa: A002
    """Claims of all earlier rounds by criterion, and how many went beyond the evidence. Years compare as text."""
    beyond = case((FindingRow.claimed > FindingRow.high + _TINY, 1), else_=0)
    query = (
        select(FindingRow.criterion, func.sum(beyond), func.count())
        .join(SubmissionRow, SubmissionRow.id == FindingRow.submission_id)
        .where(SubmissionRow.round < round, SubmissionRow.state.not_in(_LEFT_OUT), FindingRow.claimed > _TINY)
        .group_by(FindingRow.criterion)
        .order_by(FindingRow.criterion)
    )
    return ("criterion", "count", "of"), blocks(session, query)


def _looks(session: Session, round: str) -> Rows:  # noqa: A002
    """The latest on each finding."""
    query = (
        select(LookRow.submission_id, LookRow.criterion, LookRow.right, LookRow.by, LookRow.note)
        .join(SubmissionRow, SubmissionRow.id == LookRow.submission_id)
        .where(handed_in(round))
        .order_by(LookRow.submission_id, LookRow.number)
    )
    latest = {(row[0], row[1]): row for block in blocks(session, query) for row in block}
    return ("submission", "criterion", "right", "by", "note"), [list(latest.values())]


def handed_in(round: str) -> ColumnElement[bool]:  # noqa: A002
    """What narrows a query to what was handed in to a round and not withdrawn."""
    return and_(SubmissionRow.round == round, SubmissionRow.state.not_in(_LEFT_OUT))
