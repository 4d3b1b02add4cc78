"""Whether the trail is what was written: each row, the chain, its tip, and the days' heads in the store.

Found: a row that was edited, rows that were cut out, at the start and the end too, rows at other places than their own, and a
chain that was made anew from some row on. Not found: that the rows since the last head were cut or made anew, along with
the tip, by someone who may drop the triggers; a head a day bounds what can be lost so.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from sqlalchemy import select

from dossier.trail import GENESIS, FaultKind, TrailEntry, TrailFault, TrailVerdict
from vault.blobs import Blobs
from vault.records import messages
from vault.records.chain import TIP
from vault.records.heads import KeptHead, kept_heads
from vault.records.records import Records
from vault.records.schema import TipRow, TrailRow
from vault.records.trail import entry_of

_AT_ONCE = 1000
_CANDIDATES = 500
"""So many broken rows are asked where they come from; with more, each of them is only called edited."""


def verify_trail(records: Records, blobs: Blobs) -> TrailVerdict:
    """All that is wrong with the trail, by row. Raises StoreUnreachableError."""
    kept = list(kept_heads(blobs))  # before the rows, so that no head is ahead of them
    with records.database.read() as transaction:
        query = select(TrailRow).order_by(TrailRow.seq).execution_options(yield_per=_AT_ONCE)
        walk = _Walk(each.head.seq for each in kept if each.head is not None)
        for row in transaction.session.scalars(query):
            walk.step(entry_of(row))
        tip = transaction.session.get(TipRow, TIP)
        end = (tip.seq, tip.hash) if tip is not None else None
    faults = [
        *walk.finish(),
        *_heads_faults(kept),
        *_against_heads(walk, kept),
        *_against_tip(walk, end),
        *_end_cut(walk, end, kept),
    ]
    faults.sort(key=lambda fault: (fault.first, fault.last))
    return TrailVerdict(rows=walk.rows, heads=len(kept), faults=tuple(faults))


class _Walk:
    """One pass along the rows."""

    def __init__(self, wanted: Iterable[int]) -> None:
        self.hashes: dict[int, str] = {0: GENESIS}
        """Of the rows that heads speak of."""
        self.rows = 0
        self.last = 0
        self.last_hash = GENESIS
        self._wanted = frozenset(wanted)
        self._faults: list[TrailFault] = []
        self._broken: list[TrailEntry] = []
        self._absent: list[int] = []

    def step(self, entry: TrailEntry) -> None:
        """Looks at the next row."""
        sound = entry.digest() == entry.hash
        if entry.seq != self.last + 1:
            self._cut(self.last + 1, entry.seq - 1)
        elif entry.previous != self.last_hash and sound and not self._is_broken(self.last):
            told = messages.TRAIL_REWRITTEN_LINK.format(first=entry.seq)
            self._faults.append(_fault(FaultKind.REWRITTEN, self.last, entry.seq, told))
        if not sound:
            self._broken.append(entry)
        if entry.seq in self._wanted:
            self.hashes[entry.seq] = entry.hash
        self.rows += 1
        self.last, self.last_hash = entry.seq, entry.hash

    def finish(self) -> list[TrailFault]:
        """What the rows say of themselves."""
        return self._faults + [self._explained(entry) for entry in self._broken]

    def _cut(self, first: int, last: int) -> None:
        text = messages.TRAIL_CUT_START if first == 1 else messages.TRAIL_CUT_MIDDLE
        self._faults.append(_fault(FaultKind.CUT, first, last, text.format(first=first, last=last)))
        self._absent.extend(range(first, min(last, first + _CANDIDATES) + 1))

    def _is_broken(self, seq: int) -> bool:
        return bool(self._broken) and self._broken[-1].seq == seq

    def _explained(self, entry: TrailEntry) -> TrailFault:
        """A row whose hash would be right at another place was moved; else it was edited."""
        candidates = [each.seq for each in self._broken] + self._absent
        if len(candidates) <= _CANDIDATES:
            for origin in candidates:
                if entry.digest(origin) == entry.hash:
                    told = messages.TRAIL_REORDERED.format(first=entry.seq, origin=origin)
                    return _fault(FaultKind.REORDERED, entry.seq, entry.seq, told)
        return _fault(FaultKind.EDITED, entry.seq, entry.seq, messages.TRAIL_EDITED.format(first=entry.seq))


def _against_tip(walk: _Walk, end: tuple[int, str] | None) -> Iterator[TrailFault]:
    if end is None:
        yield _fault(FaultKind.CUT, walk.last, walk.last, messages.TRAIL_TIP_MISSING)
        return
    seq, digest = end
    if seq <= walk.last and (seq, digest) != (walk.last, walk.last_hash):
        told = messages.TRAIL_REWRITTEN_TIP.format(first=walk.last)
        yield _fault(FaultKind.REWRITTEN, walk.last, walk.last, told)


def _against_heads(walk: _Walk, kept: list[KeptHead]) -> Iterator[TrailFault]:
    held = 0
    for day, head in kept:
        if head is None or head.seq not in walk.hashes:
            continue
        if walk.hashes[head.seq] == head.hash:
            held = max(held, head.seq)
        else:
            told = messages.TRAIL_REWRITTEN_HEAD.format(first=held + 1, last=head.seq, day=day)
            yield _fault(FaultKind.REWRITTEN, held + 1, head.seq, told)


def _end_cut(walk: _Walk, end: tuple[int, str] | None, kept: list[KeptHead]) -> Iterator[TrailFault]:
    """The rows at the end that a witness knows of and that are gone."""
    witnesses = [(head.seq, messages.WITNESS_HEAD.format(day=day)) for day, head in kept if head is not None]
    if end is not None:
        witnesses.append((end[0], messages.WITNESS_TIP))
    last, witness = max(witnesses, default=(0, ""))
    if last > walk.last:
        told = messages.TRAIL_CUT_END.format(first=walk.last + 1, last=last, witness=witness)
        yield _fault(FaultKind.CUT, walk.last + 1, last, told)


def _heads_faults(kept: list[KeptHead]) -> Iterator[TrailFault]:
    seq = 0
    for index, (day, head) in enumerate(kept):
        missing = kept[index - 1].day + timedelta(days=1) if index else day
        while missing < day:
            yield _fault(FaultKind.HEAD_MISSING, seq, seq, messages.TRAIL_HEAD_MISSING.format(day=missing))
            missing += timedelta(days=1)
        if head is None:
            yield _fault(FaultKind.HEAD_MISSING, seq, seq, messages.TRAIL_HEAD_UNREADABLE.format(day=day))
        else:
            seq = head.seq


def _fault(kind: FaultKind, first: int, last: int, message: str) -> TrailFault:
    return TrailFault(kind=kind, first=first, last=last, message=message)
