"""One paper in two versions within a submission: a scan of which a line was changed, a credit code under two names.

Forms of one template rightly differ in holder and date, and printed ones lie alike to the point. So only scans are
compared: two scans of two sheets never lie alike in every line.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from dossier import names
from dossier.document import ReadDocument
from dossier.fact import Evidence
from dossier.finding import Code, Discrepancy, Severity
from dossier.page import Line, Page
from verifiers import messages
from verifiers.exhibits import Exhibit
from verifiers.thresholds import LINE_SURE, SAME_SCAN_LINES, SAME_SCAN_PLACE, SAME_SCAN_SHARE

_MOST_CHANGED = 3
"""Lines in which two versions of one scan may differ; more is another paper."""
_MOST_CHARACTERS = 8
"""Characters in which a changed line may differ."""


def check(documents: Sequence[ReadDocument], exhibits: Sequence[Exhibit]) -> Iterator[Discrepancy]:
    """Scans in two versions, and codes under two names."""
    yield from _scans(documents)
    yield from _codes(exhibits)


def _scans(documents: Sequence[ReadDocument]) -> Iterator[Discrepancy]:
    pages = [
        (read.document.path, page)
        for read in documents
        for page in read.reading.pages
        if page.origin == "ocr" and page.rendered and len(page.lines) >= SAME_SCAN_LINES
    ]
    for (path, page), (other_path, other) in combinations(pages, 2):
        changed = _changed(page, other) if path != other_path else []
        if not changed:
            continue
        before, after = changed[0]
        yield Discrepancy(
            code=Code.TAMPERING_SUSPECTED,
            severity=Severity.MAJOR,
            criterion=None,
            document=other_path,
            message=messages.two_versions(path, other_path, before.text, after.text),
            evidence=tuple(
                Evidence(document=where, page=leaf.number, box=line.box, text=line.text)
                for pair in changed
                for where, leaf, line in ((path, page, pair[0]), (other_path, other, pair[1]))
            ),
        )


def _changed(one: Page, other: Page) -> list[tuple[Line, Line]]:
    """The lines that differ on two pages of one scan; none where they are two scans, or nothing is sure to differ."""
    if abs(len(one.lines) - len(other.lines)) > _MOST_CHANGED:
        return []
    pairs = [(line, twin) for line in one.lines if (twin := _twin(line, other)) is not None]
    same = sum(line.text == twin.text for line, twin in pairs)
    if same < SAME_SCAN_SHARE * max(len(one.lines), len(other.lines)):
        return []
    differing = [pair for pair in pairs if _sure_to_differ(*pair)]
    return differing if len(differing) <= _MOST_CHANGED else []


def _twin(line: Line, page: Page) -> Line | None:
    """The line that lies on the other page where this one does, but for the right end, which goes with the text."""
    for other in page.lines:
        if (
            abs(line.box.x0 - other.box.x0) <= SAME_SCAN_PLACE
            and abs(line.box.y0 - other.box.y0) <= SAME_SCAN_PLACE
            and abs(line.box.y1 - other.box.y1) <= SAME_SCAN_PLACE
            and (line.text != other.text or abs(line.box.x1 - other.box.x1) <= SAME_SCAN_PLACE)
        ):
            return other
    return None


def _sure_to_differ(one: Line, other: Line) -> bool:
    """Whether two lines say two things: digits or characters, each read without doubt."""
    left, right = ("".join(char for char in line.text if char.isalnum()) for line in (one, other))
    if left == right or min(one.confidence, other.confidence) < LINE_SURE:
        return False
    return Levenshtein.distance(left, right) <= _MOST_CHARACTERS


def _codes(exhibits: Sequence[Exhibit]) -> Iterator[Discrepancy]:
    """Credit codes that stand on papers of different bodies, where both are sure of it."""
    named = [
        (exhibit, code, name)
        for exhibit in exhibits
        if (code := exhibit.value("uscc")).sure
        and code.text
        and (name := exhibit.value("organization_name")).sure
        and name.text
    ]
    told: set[str] = set()
    for (_, code, name), (other, same, another) in combinations(named, 2):
        known = code.text or ""
        if known != same.text or known in told:
            continue
        if names.same_organization(name.text or "", another.text or "").verdict != "different":
            continue
        told.add(known)
        held = (*code.held, *name.held, *same.held, *another.held)
        yield Discrepancy(
            code=Code.TAMPERING_SUSPECTED,
            severity=Severity.MINOR,
            criterion=None,
            document=other.path,
            message=messages.code_shared(known, (name.text or "", another.text or "")),
            evidence=tuple(place for one in held for place in one.evidence),
        )
