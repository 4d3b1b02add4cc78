"""Rescores a round under other standards, from what is kept of its submissions: no page is read.

rescored = rescore_round(vault, principal, "2026", [("whatif.yaml", rubric)], settings=settings, progress=tell)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from audit.rescoring import (
    Comparison,
    Remark,
    Rescored,
    Standing,
    SubmissionChange,
    Who,
    reference,
    what_if,
)
from dossier.principal import Principal
from dossier.record import SubmissionRecord
from dossier.report import Report
from dossier.state import State
from flows import in_force, messages
from flows.progress import Progress
from flows.replaying import Kept, UnreplayableError, kept_of, replay
from vault.records.errors import NotFoundError

if TYPE_CHECKING:
    from rubric import Rubric
    from vault.blobs import Blobs
    from vault.records import Records

_NOT_HANDED_IN = frozenset({State.DRAFT, State.WITHDRAWN})


class Readable(Protocol):
    """Where what was verified is kept."""

    @property
    def records(self) -> Records:
        """Where submissions stand."""
        ...

    @property
    def blobs(self) -> Blobs:
        """Readings."""
        ...


class _Own(NamedTuple):
    """A submission, and how it stands under the standard of its report."""

    who: Who
    kept: Kept
    rubric: Rubric
    standing: Standing


class _Standards:
    """The standards of the reports, and how they differ from others; each is read and compared once."""

    def __init__(self, records: Records, fallback: Path | None) -> None:
        self._records = records
        self._fallback = fallback
        self._compared: dict[tuple[str, str], Comparison] = {}
        self.held: dict[str, Rubric] = {}

    def of(self, report: Report) -> Rubric:
        """The standard by which a report was made. UnreplayableError where it is neither kept nor the settings'."""
        sha256, day = report.rubric.sha256, report.submission.as_of
        if sha256 not in self.held:
            self.held[sha256] = in_force.standard_of(self._records, self._fallback, sha256, day)
        if self.held[sha256].sha256 != sha256:
            raise UnreplayableError(messages.REPLAY_STANDARD.format(version=report.rubric.version))
        return self.held[sha256]

    def compared(self, own: Rubric, new: Rubric) -> Comparison:
        """What the one says otherwise than the other."""
        key = (own.sha256, new.sha256)
        if key not in self._compared:
            self._compared[key] = Comparison(own, new)
        return self._compared[key]


def rescore_round(
    vault: Readable,
    principal: Principal,
    round: str,  # noqa: A002 - the field's own name
    standards: Sequence[tuple[str, Rubric]],
    *,
    fallback: Path | None,
    progress: Progress,
) -> Rescored:
    """The round under each of the standards, which bear the names of their files.

    `fallback`: the standard of the settings, for reports whose standard the records don't keep. NotAllowedError,
    NotFoundError where there is no such round, NoStandardError, StoreUnreachableError.
    """
    vault.records.note_audit(
        principal, "round.rescore", round, standards=[each.sha256 for _, each in standards]
    )
    submissions = [each for each in _all(vault.records, principal, round) if each.state not in _NOT_HANDED_IN]
    left_out: list[Remark] = []
    altered: list[Remark] = []
    known = _Standards(vault.records, fallback)
    counted: Counter[str] = Counter()
    changes: list[list[SubmissionChange]] = [[] for _ in standards]
    for done, record in enumerate(submissions):
        progress(messages.STAGE_RESCORING, done, len(submissions))
        try:
            own = _own(vault, principal, record, known)
        except (UnreplayableError, NotFoundError) as error:
            reason = error.what if isinstance(error, UnreplayableError) else messages.REPLAY_NO_REPORT
            left_out.append(_remark(record, reason))
            continue
        if own.standing != own.kept.reported:
            altered.append(_remark(record, messages.REPLAY_ALTERED))
        counted[own.rubric.sha256] += 1
        for (_, standard), found in zip(standards, changes, strict=True):
            after = replay(own.kept, standard)
            found.append(known.compared(own.rubric, standard).compare(own.who, own.standing, after))
    progress(messages.STAGE_RESCORING, len(submissions), len(submissions))
    owned = [
        known.held[sha256] for sha256, _ in sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    ]
    return Rescored(
        round=round,
        own=tuple(reference(each) for each in owned),
        rescored=sum(counted.values()),
        what_ifs=tuple(
            what_if(file, rubric, known.compared(owned[0], rubric).rules if owned else (), found)
            for (file, rubric), found in zip(standards, changes, strict=True)
        ),
        left_out=tuple(left_out),
        altered=tuple(altered),
    )


def _all(records: Records, principal: Principal, round: str) -> Iterator[SubmissionRecord]:  # noqa: A002
    """The submissions of the round, newest first."""
    after: str | None = None
    while True:
        page = records.list(principal, round=round, after=after, limit=200)
        yield from page.items
        after = page.after
        if after is None:
            return


def _own(vault: Readable, principal: Principal, record: SubmissionRecord, known: _Standards) -> _Own:
    kept = kept_of(vault.records, vault.blobs, principal, record.id)
    report = kept.report
    rubric = known.of(report)
    who = Who(
        submission=record.id,
        organization=report.submission.organization.name,
        recommender=record.recommender,
        city=record.region,
        state=record.state,
    )
    return _Own(who, kept, rubric, replay(kept, rubric))


def _remark(record: SubmissionRecord, reason: str) -> Remark:
    name = record.organization.name if record.organization is not None else None
    return Remark(submission=record.id, organization=name, reason=reason)
