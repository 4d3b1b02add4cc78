"""Finds pages that two applicants of a round handed in both: met by their prints, then compared letter by letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from audit.alike import alike, prints_of
from audit.model import Alike, Cluster, Member, Remark, SharedSort
from audit.one_page import compare
from audit.shared import OWN
from dossier.finding import Code
from dossier.kinds import KIND_NAMES, Kind
from dossier.names import normalise
from dossier.principal import Principal
from extractors.readers import READER_VERSION
from flows import messages
from flows.held_pages import HeldPages
from flows.progress import Progress
from flows.telephones_alike import telephones_alike, telephones_of
from vault.readings import ReadingStore

if TYPE_CHECKING:
    import polars as pl

    from dossier.page import Reading
    from vault.blobs import Blobs
    from vault.records import Records

MOST = 12
"""Applicants beyond whom a page that they share is called common, and isn't told."""
_WORDS = {
    SharedSort.PAGE: messages.PAGES_ALIKE,
    SharedSort.PHOTO: messages.PHOTOS_ALIKE,
    SharedSort.TEMPLATE: messages.TEMPLATES_ALIKE,
    SharedSort.TEXT: messages.TEXTS_ALIKE,
}
"""What two pages may be to each other, the heaviest first."""
_REUSED = frozenset({SharedSort.PAGE, SharedSort.PHOTO})


def keep_prints(records: Records, readings: Iterable[Reading]) -> None:
    """Keeps the prints of these readings' pages and the telephone numbers on them, as far as they aren't kept."""
    known = {each.sha256: each for each in readings if each.reader == READER_VERSION}
    missing = records.unprinted(known, READER_VERSION)
    made = [each for sha256 in sorted(missing) for each in prints_of(sha256, known[sha256].pages)]
    numbers = [each for sha256 in sorted(missing) for each in telephones_of(sha256, known[sha256].pages)]
    if made:
        records.keep_prints(made, numbers, READER_VERSION)


def pages_alike(
    records: Records,
    blobs: Blobs,
    principal: Principal,
    round: str,  # noqa: A002 - the field's own name
    submissions: pl.DataFrame,
    progress: Progress,
) -> Alike:
    """Clusters of pages that are one, and of telephone numbers on pages. `submissions`: the round's, with `submission` and `organization`.

    What was read before prints were kept is printed now; what was read by older readers is told. NotAllowedError, StoreUnreachableError.
    """
    store = ReadingStore(blobs, READER_VERSION)
    unread = _print_rest(records, store, principal, round, progress)
    names = dict(submissions.select("submission", "organization").iter_rows())
    prints = records.round_prints(principal, round, READER_VERSION)
    rows = list(_rows(prints, names))
    progress(messages.STAGE_COMPARING, 0, 0)
    pairs = [(rows[one], rows[other]) for one, other in alike(_bodies(prints, names))]
    pages = HeldPages(store)
    found: defaultdict[SharedSort, list[tuple[_Row, _Row]]] = defaultdict(list)
    for one, other in pairs:
        sort = _compared(one, other, pages) if one.sha256 != other.sha256 else None
        if sort is not None:
            found[sort].append((one, other))
    remarks = tuple(
        Remark(
            submission=submission,
            organization=names.get(submission, submission),
            reason=messages.NOT_COMPARED.format(count=count),
        )
        for submission, count in sorted(unread.items())
    )
    clusters = (cluster for sort in _WORDS for cluster in _clusters(sort, found[sort]))
    telephones = telephones_alike(records.round_telephones(principal, round, READER_VERSION), names, pages)
    return Alike(clusters=(*clusters, *telephones), remarks=remarks)


class _Row(NamedTuple):
    """A page of a submission."""

    submission: str
    organization: str
    document: str
    sha256: str
    kind: str
    page: int


def _print_rest(
    records: Records,
    store: ReadingStore,
    principal: Principal,
    round: str,  # noqa: A002
    progress: Progress,
) -> Mapping[str, int]:
    """Prints what isn't printed yet; how many contents of each submission can't be, for these readers never read them."""
    missing = records.unprinted_in(principal, round, READER_VERSION)
    unread: defaultdict[str, int] = defaultdict(int)
    for done, (sha256, holders) in enumerate(sorted(missing.items())):
        progress(messages.STAGE_PRINTING, done, len(missing))
        reading = store.get(sha256)
        if reading is not None:
            keep_prints(records, [reading])
        else:
            for submission in holders:
                unread[submission] += 1
    return unread


def _rows(prints: pl.DataFrame, names: Mapping[str, str]) -> Iterator[_Row]:
    for submission, document, sha256, kind, page in prints.select(
        "submission", "document", "sha256", "kind", "page"
    ).iter_rows():
        yield _Row(submission, names.get(submission, submission), document, sha256, kind, page)


def _bodies(prints: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    import polars as pl

    bodies = [normalise(names.get(each, each)) for each in prints["submission"].to_list()]
    columns = pl.col("bits").cast(pl.Int64), pl.col("sketch", "marks").cast(pl.Binary)
    return prints.select(*columns).with_columns(body=pl.Series(bodies, dtype=pl.String))


def _compared(one: _Row, other: _Row, pages: HeldPages) -> SharedSort | None:
    left, right = pages(one.sha256, one.page), pages(other.sha256, other.page)
    if left is None or right is None:
        return None
    return compare(left, right, (one.organization, other.organization))


def _clusters(sort: SharedSort, same: Sequence[tuple[_Row, _Row]]) -> Iterator[Cluster]:
    """Pages that are alike, joined; those of the same two documents told once, by their first page."""
    joined: dict[_Row, set[_Row]] = {}
    for one, other in same:
        together = joined.get(one, {one}) | joined.get(other, {other})
        for row in together:
            joined[row] = together
    groups = {id(rows): rows for rows in joined.values()}.values()
    by_documents: defaultdict[frozenset[tuple[str, str]], list[list[_Row]]] = defaultdict(list)
    for rows in groups:
        ordered = sorted(rows)
        by_documents[frozenset((row.submission, row.sha256) for row in ordered)].append(ordered)
    for pages in sorted(by_documents.values()):
        if len({row.organization for row in min(pages)}) <= MOST:
            yield _cluster(sort, min(pages, key=lambda rows: rows[0].page), len(pages))


def _cluster(sort: SharedSort, rows: Sequence[_Row], pages: int) -> Cluster:
    kind = Kind(rows[0].kind)
    reused = sort in _REUSED and kind in OWN
    public = sort is SharedSort.PAGE and not reused
    words = messages.PAGES_ALIKE_PUBLIC if public else _WORDS[sort]
    count = len({row.organization for row in rows})
    return Cluster(
        sort=sort,
        code=Code.EVIDENCE_REUSED if reused else None,
        words=words.format(count=count, kind=KIND_NAMES[kind], pages=pages),
        strength=1.0,
        members=tuple(
            Member(
                submission=row.submission,
                organization=row.organization,
                document=row.document,
                sha256=row.sha256,
                page=row.page,
            )
            for row in rows
        ),
    )
