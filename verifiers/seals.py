"""Seals that name another body than the one a paper is from. An innocent reading of a seal always wins.

Nothing is said of seals that may be the issuer's, the applicant's own (on a certified copy), its supervisory body's,
the recommender's, or those of any body that the paper names. What is left is told as `major` where the seal clearly
names another body and stands at the issuer's name, else as `info`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dossier import seal_match
from dossier.fact import Evidence
from dossier.finding import Code, Discrepancy, Severity
from dossier.geometry import Box
from dossier.page import Line, Page
from dossier.submission import Submission
from verifiers import messages
from verifiers.exhibits import Exhibit
from verifiers.thresholds import NAME_FOUND, SEAL_SURE
from verifiers.values import Value

_ISSUERS = ("issuing_authority", "registration_authority", "approving_union")
_PARTIES = ("party_a", "party_b")
_REACH = 0.6
"""How far around a seal, in its own size, the issuer's name stands that it is put to."""
_OWN_LINE = 0.5
"""Share of a seal's height from which a line within it is the seal itself."""


@dataclass(frozen=True, slots=True)
class _Makers:
    """The bodies that a paper is from, and whether each of them alone puts its seal to it."""

    values: tuple[Value, ...]
    decides: bool

    @property
    def names(self) -> list[str]:
        """Their names."""
        return [name for value in self.values for name in value.names]


def check(exhibits: Sequence[Exhibit], submission: Submission) -> Iterator[Discrepancy]:
    """For each paper whose seals are all another's, one discrepancy."""
    above = [name for exhibit in exhibits for name in exhibit.value("supervisory_body").names]
    innocent = [
        name for name in (submission.organization.name, submission.recommender, *dict.fromkeys(above)) if name
    ]
    for exhibit in exhibits:
        makers = _makers(exhibit)
        if makers is None:
            continue
        seals = [value for value in exhibit.each("seal_name") if value.text]
        if any(seal_match.bearing(seal.text or "", name) == "own" for seal in seals for name in makers.names):
            continue
        strange = [seal for seal in seals if _is_strange(seal, exhibit, innocent)]
        if strange:
            yield _told(exhibit, makers, strange)


def _makers(exhibit: Exhibit) -> _Makers | None:
    """Who the paper is from, where that is surely known."""
    issuer = exhibit.value(*_ISSUERS)
    if issuer.present:
        every = tuple(value for name in _ISSUERS for value in exhibit.each(name))
        return _Makers(every, decides=True) if issuer.sure or issuer.conflict else None
    parties = tuple(exhibit.value(name) for name in _PARTIES)
    return _Makers(parties, decides=False) if all(party.sure for party in parties) else None


def _is_strange(seal: Value, exhibit: Exhibit, innocent: Sequence[str]) -> bool:
    """Whether a seal was surely read as the whole name of a body that has nothing to do with the paper."""
    text = seal.text or ""
    if seal.confidence < SEAL_SURE or not exhibit.kind_sure or not seal_match.is_whole(text):
        return False
    if any(seal_match.is_of(text, name) for name in innocent):
        return False
    box = _box(seal)
    return not any(
        seal_match.is_named_in(text, "".join(line.text for line in page.lines if not _is_itself(line, box)))
        for page in exhibit.pages
    )


def _told(exhibit: Exhibit, makers: _Makers, strange: Sequence[Value]) -> Discrepancy:
    clear = [
        seal
        for seal in strange
        if all(seal_match.bearing(seal.text or "", name) == "another" for name in makers.names)
        and _stands_at_a_maker(seal, exhibit, makers)
        and not _beside_an_unread_one(seal, exhibit)
    ]
    seal = (clear or strange)[0]
    surely = bool(clear) and makers.decides
    issuer = "、".join(dict.fromkeys(makers.names))
    return Discrepancy(
        code=Code.SEAL_ISSUER_MISMATCH,
        severity=Severity.MAJOR if surely else Severity.INFO,
        criterion=None,
        document=exhibit.path,
        message=messages.seal_differs(exhibit.path, issuer, seal.text or "", clear=surely),
        evidence=tuple(
            place for value in (seal, *makers.values) for held in value.held for place in held.evidence
        ),
    )


def _stands_at_a_maker(seal: Value, exhibit: Exhibit, makers: _Makers) -> bool:
    """Whether the issuer's name stands under the seal or close to it."""
    place = _place(seal)
    if place.box is None:
        return False
    near = _widened(place.box)
    at_once = (found for value in makers.values for held in value.held for found in held.evidence)
    if any(
        found.page == place.page and found.box is not None and _meet(found.box, near) for found in at_once
    ):
        return True
    lines = (line.text for line in _lines_on(exhibit, place.page) if _meet(line.box, near))
    return any(
        fuzz.partial_ratio(name, text) >= 100 * NAME_FOUND
        for text in lines
        for name in makers.names
        if len(text) >= len(name)
    )


def _beside_an_unread_one(seal: Value, exhibit: Exhibit) -> bool:
    """Whether another seal that couldn't be read stands close by: it may be the issuer's."""
    place = _place(seal)
    if place.box is None:
        return True
    near = _widened(place.box)
    return any(
        other.confidence < SEAL_SURE and other.box != place.box and _meet(other.box, near)
        for page in exhibit.pages
        if page.number == place.page
        for other in page.seals
    )


def _place(seal: Value) -> Evidence:
    return seal.held[0].fact.evidence[0]


def _box(seal: Value) -> Box | None:
    return _place(seal).box


def _lines_on(exhibit: Exhibit, number: int) -> Iterator[Line]:
    page: Page
    for page in exhibit.pages:
        if page.number == number:
            yield from page.lines


def _is_itself(line: Line, box: Box | None) -> bool:
    """Whether a line is the seal's own writing, read along with the page."""
    return box is not None and _meet(line.box, box) and line.box.height >= _OWN_LINE * box.height


def _meet(one: Box, other: Box) -> bool:
    return one.vertical_overlap(other) > 0 and one.horizontal_overlap(other) > 0


def _widened(box: Box) -> Box:
    across, down = _REACH * box.width, _REACH * box.height
    return Box(box.x0 - across, box.y0 - down, box.x1 + across, box.y1 + down)
