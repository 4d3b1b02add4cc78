"""Finds telephone numbers by which several applicants of a round can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from audit.model import Cluster, Member, SharedSort
from audit.telephones import Place, is_own, shared_numbers
from dossier.names import normalise
from dossier.prints import PrintedTelephone
from extractors.telephones import telephones
from flows import messages

if TYPE_CHECKING:
    import polars as pl

    from dossier.page import Page
    from flows.held_pages import HeldPages


def telephones_of(sha256: str, pages: Iterable[Page]) -> Iterator[PrintedTelephone]:
    """The numbers of a content, each once a page."""
    for page in pages:
        found: dict[str, bool] = {}
        for number, contact, _ in telephones(page):
            found[number] = found.get(number, False) or contact
        for number, contact in found.items():
            yield PrintedTelephone(sha256=sha256, page=page.number, number=number, contact=contact)


def telephones_alike(printed: pl.DataFrame, names: Mapping[str, str], pages: HeldPages) -> Iterator[Cluster]:
    """Clusters of applicants with one number. `printed`: as in the records; `names`: of the applicants, by submission.

    A page that can't be shown any more tells nothing. StoreUnreachableError.
    """
    bodies = {submission: normalise(name) for submission, name in names.items()}
    for places in shared_numbers(printed, bodies):
        others = {names[each["submission"]] for each in places}
        members = list(_members(places, names, others, pages))
        count = len({bodies[each.submission] for each in members})
        if count > 1:
            yield Cluster(
                sort=SharedSort.PHONE,
                code=None,
                words=messages.TELEPHONES_ALIKE.format(count=count, value=places[0]["number"]),
                strength=1.0,
                members=tuple(members),
            )


def _members(
    places: Sequence[Place], names: Mapping[str, str], given: Iterable[str], pages: HeldPages
) -> Iterator[Member]:
    """The first page of each submission that is its own."""
    told: set[str] = set()
    for place in places:
        submission, number = place["submission"], place["number"]
        name = names[submission]
        others = [each for each in given if normalise(each) != normalise(name)]
        page = None if submission in told else pages(place["sha256"], place["page"])
        if page is None or not is_own(page, name, others):
            continue
        told.add(submission)
        yield Member(
            submission=submission,
            organization=name,
            document=place["document"],
            sha256=place["sha256"],
            page=page.number,
            box=next(each.box for each in telephones(page) if each.contact and each.number == number),
            text=number,
        )
