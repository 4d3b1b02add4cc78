"""Every place that the report points at, with its pictures. Each page is drawn once, then let go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.fact import Evidence
from dossier.geometry import Box
from dossier.report import Report
from review.reports import images
from review.reports.images import PageSource, Picture

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES = 80
"""Pages that are laid into the html whole. Past it a place still has its crop and thumbnail."""

PlaceKey = tuple[str, int, Box | None, str, str | None]


@dataclass(frozen=True)
class Place:
    """One place in a document. The pictures are None where there is no page image, or no need of one."""

    id: str
    document: str
    page: int
    box: Box | None
    text: str
    locator: str | None
    crop: Picture | None = None
    strip: Picture | None = None
    thumbnail: Picture | None = None
    on_page: bool = False
    """Whether its whole page is among `Places.pages`."""

    @property
    def style(self) -> str:
        """The box as CSS offsets within the page."""
        if self.box is None:
            return ""
        left, top, width, height = self.box.x0, self.box.y0, self.box.width, self.box.height
        return f"left:{left:.3%};top:{top:.3%};width:{width:.3%};height:{height:.3%}"


@dataclass(frozen=True)
class CitedPage:
    """A page that the report points at, whole, with the places on it."""

    id: str
    document: str
    page: int
    picture: Picture
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Places:
    """All places by key, and the cited pages in the order of the documents."""

    by_key: dict[PlaceKey, Place]
    pages: tuple[CitedPage, ...]
    pages_left_out: int

    def of(self, evidence: Evidence, document: str | None) -> Place:
        """The place that a piece of evidence names."""
        return self.by_key[key(evidence, document)]

    def find(self, evidence: Evidence, document: str) -> Place | None:
        """The same, or None where only a fact names it."""
        return self.by_key.get(key(evidence, document))


def key(evidence: Evidence, document: str | None) -> PlaceKey:
    """What tells one place from another."""
    return (evidence.document or document or "", evidence.page, evidence.box, evidence.text, evidence.locator)


def gather(report: Report, pages: PageSource) -> Places:
    """The places that discrepancies and findings rest on."""
    large = dict.fromkeys(key(item, told.document) for told in report.discrepancies for item in told.evidence)
    small = dict.fromkeys(key(item, None) for found in report.findings for item in found.evidence[:1])
    other = dict.fromkeys(key(item, None) for found in report.findings for item in found.evidence[1:])
    order = {document.path: position for position, document in enumerate(report.documents)}
    keys = sorted(large | small | other, key=lambda place: _rank(place, order))
    by_page: dict[tuple[str, int], list[PlaceKey]] = {}
    for place in keys:
        by_page.setdefault((place[0], place[1]), []).append(place)

    by_key: dict[PlaceKey, Place] = {}
    cited: list[CitedPage] = []
    left_out = 0
    for (document, number), members in by_page.items():
        image = pages.image(document, number)
        shown = image is not None and len(cited) < MOST_PAGES
        left_out += image is not None and not shown
        here: list[Place] = []
        for member in members:
            place = Place(f"e{len(by_key) + 1}", *member[:3], member[3], member[4], on_page=shown)
            if image is not None:
                place = _pictured(place, image, large=member in large, small=member in small)
            by_key[member] = place
            here.append(place)
        if image is not None and shown:
            cited.append(CitedPage(f"p{len(cited) + 1}", document, number, images.whole(image), tuple(here)))
    return Places(by_key, tuple(cited), left_out)


def _pictured(place: Place, image: Image, *, large: bool, small: bool) -> Place:
    box = place.box
    return Place(
        place.id,
        place.document,
        place.page,
        box,
        place.text,
        place.locator,
        crop=images.crop(image, box) if large and box is not None else None,
        strip=images.strip(image, box) if small and box is not None else None,
        thumbnail=images.thumbnail(image, box) if large else None,
        on_page=place.on_page,
    )


def _rank(place: PlaceKey, order: dict[str, int]) -> tuple[int, str, int, tuple[float, ...], str, str]:
    document, page, box, text, locator = place
    where: Iterable[float] = (box.y0, box.x0, box.y1, box.x1) if box is not None else ()
    return order.get(document, len(order)), document, page, tuple(where), text, locator or ""
