from pathlib import Path
from typing import Any

from benchmarks.fact_scores import Tally, overlaps, score, tally
from benchmarks.made import MadeDocument
from dossier.document import Document, ReadDocument, Segment
from dossier.fact import Evidence, Fact
from dossier.geometry import Box, Quad
from dossier.kinds import Kind
from dossier.page import Line, Page, Reading

PLACE = Box(0.2, 0.2, 0.4, 0.24)
ELSEWHERE = Box(0.2, 0.7, 0.4, 0.74)
SHA256 = "0" * 64


def _truth(facts: list[dict[str, Any]], segments: list[tuple[str, tuple[int, int]]]) -> dict[str, Any]:
    pages = segments[-1][1][1]
    return {
        "kind": segments[0][0],
        "condition": "scan",
        "segments": [{"kind": kind, "pages": list(pages)} for kind, pages in segments],
        "facts": facts,
        "lines": [[{"text": "评估等级", "box": list(PLACE)}]] * pages,
        "seals": [[]] * pages,
    }


def _told(name: str, value: object, segment: int = 0, page: int = 1) -> dict[str, Any]:
    return {"segment": segment, "name": name, "value": value, "page": page, "box": list(PLACE)}


def _fact(
    name: str, value: Any, box: Box = PLACE, *, segment: int = 0, kind: Kind = Kind.GRADE_CERTIFICATE
) -> Fact:
    evidence = Evidence(page=segment + 1, box=box, text="")
    return Fact(
        document="d", segment=segment, kind=kind, name=name, value=value, raw="", confidence=0.9, evidence=(evidence,)
    )  # fmt: skip


def _read(facts: list[Fact], segments: list[tuple[Kind, tuple[int, int]]]) -> ReadDocument:
    count = segments[-1][1][1]
    line = Line(text="评估等级", quad=Quad.from_box(PLACE), confidence=1, origin="ocr")
    pages = tuple(
        Page(number=number, width=10, height=10, origin="ocr", lines=(line,))
        for number in range(1, count + 1)
    )
    document = Document(
        path="d", sha256=SHA256, kind=segments[0][0], kind_confidence=0.8, pages=count, origin="ocr",
        segments=tuple(Segment(kind=kind, pages=pages) for kind, pages in segments),
    )  # fmt: skip
    reading = Reading(sha256=SHA256, reader="r", media_type="image/png", pages=pages)
    return ReadDocument(document=document, reading=reading, facts=tuple(facts))


GRADE = [("grade_certificate", (1, 1))]
GRADE_FOUND = [(Kind.GRADE_CERTIFICATE, (1, 1))]


def _score(truth: dict[str, Any], read: ReadDocument) -> Any:
    return score(MadeDocument(Path("d"), truth, "usual"), read)


def test_right_wrong_missed_and_invented_facts_are_told_apart() -> None:
    truth = _truth(
        [_told("grade", "3A"), _told("issue_date", "2024-05-03"), _told("valid_from", "2024-05-03")], GRADE
    )
    found = [_fact("grade", "3A"), _fact("issue_date", "2024-05-08"), _fact("valid_until", None)]
    scored = _score(truth, _read(found, GRADE_FOUND))
    assert {fact.name: fact.result for fact in scored.facts} == {
        "grade": "right", "issue_date": "wrong", "valid_from": "missed", "valid_until": "extra",
    }  # fmt: skip
    assert scored.tally == Tally(right=1, extra=2, missed=2)
    assert scored.kind_right
    assert scored.errors.wrong == 0


def test_facts_that_the_contract_does_not_name_are_not_counted() -> None:
    found = [_fact("seal_name", "民政局"), _fact("mentions_organization", value=True)]
    assert not _score(_truth([], GRADE), _read(found, GRADE_FOUND)).facts


def test_a_right_value_at_a_wrong_place_is_right_but_badly_placed() -> None:
    truth = _truth([_told("grade", "3A")], GRADE)
    scored = _score(truth, _read([_fact("grade", "3A", ELSEWHERE)], GRADE_FOUND))
    assert [(fact.result, fact.placed) for fact in scored.facts] == [("right", False)]


def test_another_place_that_says_the_same_is_right_too() -> None:
    told = {**_told("grade", "3A"), "other_places": [{"page": 1, "box": list(ELSEWHERE)}]}
    scored = _score(_truth([told], GRADE), _read([_fact("grade", "3A", ELSEWHERE)], GRADE_FOUND))
    assert scored.facts[0].placed


def test_facts_of_a_volume_are_compared_part_by_part() -> None:
    """The same name in two parts: each found fact belongs to the part with whose pages its segment shares most."""
    parts = [("grade_certificate", (1, 1)), ("charter", (2, 3))]
    truth = _truth([_told("organization_name", "甲"), _told("organization_name", "乙", 1, 2)], parts)
    cut = [(Kind.GRADE_CERTIFICATE, (1, 1)), (Kind.CHARTER, (2, 2)), (Kind.CHARTER, (3, 3))]
    found = [_fact("organization_name", "甲"), _fact("organization_name", "乙", segment=1, kind=Kind.CHARTER)]
    scored = _score(truth, _read(found, cut))
    assert [fact.result for fact in scored.facts] == ["right", "right"]
    assert scored.segments == (True, False)


def test_boxes_point_at_the_same_place_where_they_overlap_enough() -> None:
    true = Box(0.2, 0.2, 0.4, 0.24)
    assert overlaps(Box(0.28, 0.21, 0.31, 0.23), true)
    assert overlaps(Box(0.3, 0.2, 0.7, 0.24), true)
    assert not overlaps(Box(0.0, 0.0, 1.0, 1.0), true)
    assert not overlaps(ELSEWHERE, true)


def test_nothing_found_where_nothing_is_has_full_precision_and_recall() -> None:
    assert (tally([]).precision, tally([]).recall, tally([]).f1) == (1.0, 1.0, 1.0)
    assert tally(["right", "right", "wrong", "missed"]).f1 == 2 * 2 / (2 * 2 + 1 + 2)
