"""What each criterion still lacks: what proves it by the standard, and what the self-check recognised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.document import Document
from dossier.finding import Code, Finding, Severity
from dossier.kinds import KIND_NAMES, Kind
from dossier.report import Report
from review.site import mine_messages as messages
from review.site.handed import Folder, Handed
from rubric import Criterion, Rubric

_AGAINST = frozenset({Kind.PENALTY_DECISION})
"""What speaks against a claim: nobody lacks it."""


@dataclass(frozen=True)
class Need:
    """A kind of document that proves a criterion, and the files that were recognised as such."""

    name: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """What the self-check says of a criterion. `tone` is its verdict's."""

    tone: str
    tag: str
    told: str
    supported: tuple[float, float]


@dataclass(frozen=True)
class Row:
    """A criterion."""

    id: str
    title: str
    asks: str
    most: float
    gate: bool
    """Whether it must be met whatever the points."""
    claimed: float
    statement: str
    needs: tuple[Need, ...]
    mark: Mark | None
    """None: not checked, or nothing is claimed that had to be proven."""
    folder: Folder

    @property
    def key(self) -> str:
        """For the page."""
        return self.id.replace(".", "-")

    @property
    def lacks(self) -> bool:
        """Whether something has to be done about it."""
        return self.mark is not None and self.mark.tone in {"missing", "unreadable", "contradicted"}


@dataclass(frozen=True)
class Unread:
    """A file that couldn't be read as it should, why, and the key of the row (`other` for none) where another goes."""

    path: str
    lines: tuple[str, ...]
    key: str


@dataclass(frozen=True)
class Part:
    """A part of the standard."""

    id: str
    title: str
    points: float
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Checklist:
    """All criteria, and what the self-check says beside them."""

    parts: tuple[Part, ...]
    other: Folder
    """Files laid with no criterion."""
    unread: tuple[Unread, ...]
    """What couldn't be read as it should."""
    remarks: tuple[str, ...]
    """What was found that belongs to no criterion."""
    claimed: float
    total: float
    threshold: float
    provisional: bool

    @property
    def rows(self) -> tuple[Row, ...]:
        """All criteria."""
        return tuple(row for part in self.parts for row in part.rows)

    @property
    def lacking(self) -> tuple[Row, ...]:
        """The criteria about which something has to be done."""
        return tuple(row for row in self.rows if row.lacks)


def lay_out(
    rubric: Rubric,
    criteria: Sequence[Criterion],
    claims: Mapping[str, tuple[float, str]],
    handed: Handed,
    report: Report | None,
) -> Checklist:
    """The checklist of a draft; `report` is its self-check's, None: not checked as it is now."""
    folders = [criterion.id for criterion in criteria]
    found = {each.criterion: each for each in report.findings} if report else {}
    rows = [
        _row(criterion, claims.get(criterion.id), found.get(criterion.id), report, handed, folders)
        for criterion in criteria
    ]
    parts = tuple(
        Part(section.id, section.title, section.points, mine)
        for section in rubric.sections
        if (mine := tuple(row for row in rows if row.id.partition(".")[0] == section.id))
    )
    return Checklist(
        parts=parts,
        other=handed.folder("", folders),
        unread=tuple(_unread(each, folders) for each in report.documents if _is_unread(each))
        if report
        else (),
        remarks=_remarks(report) if report else (),
        claimed=report.score.claimed if report else sum(points for points, _ in claims.values()),
        total=rubric.round.total,
        threshold=rubric.round.threshold,
        provisional=rubric.provisional,
    )


def _row(
    criterion: Criterion,
    claim: tuple[float, str] | None,
    finding: Finding | None,
    report: Report | None,
    handed: Handed,
    folders: Sequence[str],
) -> Row:
    claimed, statement = claim or (0.0, "")
    return Row(
        id=criterion.id,
        title=criterion.title,
        asks=criterion.clause.asks,
        most=criterion.points,
        gate=criterion.gate is not None,
        claimed=finding.claimed if finding else claimed,
        statement=statement,
        needs=tuple(
            Need(KIND_NAMES[kind], _of_kind(kind, report))
            for kind in criterion.evidence
            if kind not in _AGAINST
        ),
        mark=_mark(finding, gate=criterion.gate is not None) if finding else None,
        folder=handed.folder(criterion.id, folders),
    )


def _mark(finding: Finding, *, gate: bool) -> Mark | None:
    if not finding.claimed and not gate:
        return None
    tag = messages.TAGS[finding.verdict]
    return Mark(finding.verdict.value, tag, finding.explanation, finding.supported)


def _of_kind(kind: Kind, report: Report | None) -> tuple[str, ...]:
    if report is None:
        return ()
    return tuple(
        each.path
        for each in report.documents
        if kind is each.kind or any(kind is segment.kind for segment in each.segments)
    )


def _unread(document: Document, folders: Sequence[str]) -> Unread:
    folder = document.path.partition("/")[0]
    lines = tuple(dict.fromkeys(each.message for each in document.problems))
    return Unread(document.path, lines, folder.replace(".", "-") if folder in folders else "other")


def _is_unread(document: Document) -> bool:
    return any(each.fatal for each in document.problems) or (bool(document.problems) and not document.pages)


def _remarks(report: Report) -> tuple[str, ...]:
    told = [
        each.message
        for each in report.discrepancies
        if each.criterion is None
        and each.code is not Code.UNREADABLE_DOCUMENT
        and each.severity is not Severity.INFO
    ]
    return tuple(dict.fromkeys(told))
