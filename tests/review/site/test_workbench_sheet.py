"""A page laid out for looking at: places in the drawing's units, and which facts and findings belong to a line."""

import pytest

from dossier.document import Document
from dossier.fact import Evidence, Fact
from dossier.finding import Verdict
from dossier.geometry import Box, Quad
from dossier.kinds import Kind
from dossier.page import Line, Page, Problem, ProblemCode, Reading, Seal, Signal, SignalCode
from dossier.report import Report
from review.site.workbench_sheet import Sheet, lay_out
from tests.review.reports.sample import drawn_pages, sample_report

PATH = "证书.pdf"
NAME_BOX = Box(0.1, 0.1, 0.5, 0.12)


def line(text: str, box: Box, confidence: float = 0.99, locator: str | None = None) -> Line:
    return Line(text=text, quad=Quad.from_box(box), confidence=confidence, origin="ocr", locator=locator)


def fact(name: str, evidence: Evidence, raw: str) -> Fact:
    return Fact(
        document=PATH,
        kind=Kind.GRADE_CERTIFICATE,
        name=name,
        value=raw,
        raw=raw,
        confidence=0.9,
        evidence=(evidence,),
    )


DOCUMENT = Document(
    path=PATH,
    sha256="a" * 64,
    kind=Kind.GRADE_CERTIFICATE,
    kind_confidence=1,
    pages=2,
    origin="ocr",
    segments=(),
    problems=(
        Problem(code=ProblemCode.ILLEGIBLE, message="看不清", page=1, fatal=False),
        Problem(code=ProblemCode.BLANK_PAGE, message="没有内容", page=2, fatal=False),
    ),
)
READING = Reading(
    sha256="a" * 64,
    reader="readers-1",
    media_type="application/pdf",
    pages=(
        Page(
            number=1,
            width=500,
            height=1000,
            origin="ocr",
            lines=(
                line("单位名称：甲中心", NAME_BOX),
                line("无关的话", Box(0.1, 0.5, 0.5, 0.52), confidence=0.5),
                line("第二段的话", Box(0.1, 0.6, 0.5, 0.62), locator="第2段"),
            ),
            seals=(Seal(box=Box(0.0, 0.8, 0.2, 0.9), text="甲市民政局", confidence=0.87),),
        ),
        Page(number=2, width=500, height=1000, origin="none", lines=()),
    ),
    signals=(
        Signal(code=SignalCode.IMAGE_PATCH, message="有贴补", page=1, box=NAME_BOX, text="甲"),
        Signal(code=SignalCode.EDITOR_METADATA, message="编辑过", page=2, box=None, text=""),
    ),
)


@pytest.fixture(scope="module")
def report() -> Report:
    sample = sample_report(drawn_pages())
    facts = (
        fact("organization_name", Evidence(page=1, box=Box(0.25, 0.1, 0.5, 0.12), text="甲中心"), "甲中心"),
        fact("subject", Evidence(page=1, box=None, text="的话", locator="第2段"), "的话"),
        fact("grade", Evidence(page=2, box=NAME_BOX, text="3A"), "3A"),
    )
    finding = next(found for found in sample.findings if found.verdict is not Verdict.SUPPORTED)
    rested = finding.model_copy(update={"criterion": "2.6", "facts": (0,)})
    return sample.model_copy(update={"facts": facts, "findings": (rested,), "documents": (DOCUMENT,)})


@pytest.fixture(scope="module")
def sheet(report: Report) -> Sheet:
    return lay_out(report, DOCUMENT, READING, 1)


def test_places_are_in_units_of_a_page_a_thousand_wide(sheet: Sheet) -> None:
    assert sheet.height == 2000
    area = sheet.lines[0].area
    assert (area.x, area.y, area.width, area.height) == (100, 200, 400, 40)


def test_a_line_knows_the_facts_that_are_read_from_it_by_box_or_by_locator(sheet: Sheet) -> None:
    assert [each.facts for each in sheet.lines] == [(0,), (), (1,)]
    assert [each.unsure for each in sheet.lines] == [False, True, False]


def test_facts_of_the_page_name_the_findings_that_rest_on_them(sheet: Sheet) -> None:
    assert [(each.name, each.findings) for each in sheet.facts] == [
        ("单位名称", ("2.6",)),
        ("标的（项目）", ()),
    ]


def test_seals_traces_and_problems_are_those_of_the_page(sheet: Sheet) -> None:
    (seal,) = sheet.seals
    assert (seal.text, seal.confidence) == ("甲市民政局", "87%")
    assert (seal.around.x, seal.around.width) == (0, 220), "with its surroundings, as far as the page goes"
    assert [each.message for each in sheet.traces] == ["有贴补"]
    assert sheet.problems == ("字迹无法辨认：看不清",)


def test_a_page_that_the_reading_has_not_got_is_an_error(report: Report) -> None:
    assert lay_out(report, DOCUMENT, READING, 2).traces[0].area is None
    with pytest.raises(LookupError):
        lay_out(report, DOCUMENT, READING, 3)
