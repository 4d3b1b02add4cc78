"""report.html as text: what is told, and that it needs nothing from outside."""

import re
from pathlib import Path

import pytest

from dossier.finding import Code, Discrepancy, Severity, Verdict
from dossier.report import Report, Score
from review.reports import CriterionTitle, ReportFiles
from review.reports.messages import CODE_NAMES, NO_DISCREPANCY, TRACES_NONE
from review.reports.page import render_page
from review.reports.places import gather
from review.reports.view import lay_out
from tests.review.reports.drawn import DrawnPage, DrawnPages
from tests.review.reports.sample import NAME, TITLES, sample_report


def draw(report: Report, pages: DrawnPages, *, paper: bool = False) -> str:
    return render_page(lay_out(report, TITLES, gather(report, pages)), "0123456789AB", paper=paper)


@pytest.fixture(scope="module")
def html(files: ReportFiles) -> str:
    return files.html.read_text("utf-8")


def test_nothing_is_named_outside_the_file(html: str):
    links = re.findall(r'(?:src|href|action|data)="([^"]*)"', html) + re.findall(r"url\(([^)]*)\)", html)
    assert {link[:5] for link in links if not link.startswith("#")} == {"data:"}
    assert "http://" not in html
    assert "https://" not in html


def test_every_link_within_the_page_leads_somewhere(html: str):
    there = set(re.findall(r'\bid="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= there


def test_no_anchor_stands_twice(html: str):
    anchors = re.findall(r'\bid="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))


def test_every_discrepancy_is_told_with_its_name_and_message(html: str, report: Report):
    for told in report.discrepancies:
        assert CODE_NAMES[told.code] in html
        assert told.message in html


def test_the_heaviest_discrepancy_comes_first(html: str, report: Report):
    positions = [html.index(f'id="x{number}"') for number in range(1, len(report.discrepancies) + 1)]
    assert positions == sorted(positions)
    severities = re.findall(r'data-severity="(\w+)"', html)
    assert severities == sorted(severities, key=[severity.value for severity in Severity].index)


def test_only_five_discrepancies_stand_on_the_first_page(html: str):
    first = html[html.index('class="first"') : html.index('class="gates')]
    assert first.count('class="item"') == 5
    assert "其余 6 项" in first


def test_every_piece_of_evidence_with_a_page_has_a_crop_a_thumbnail_and_its_page(html: str):
    assert html.count('class="crop"') == html.count('class="thumb"') == 16
    assert html.count('class="page"') == 13


def test_evidence_without_a_box_shows_its_locator_and_its_words(html: str):
    assert "第1页（第14行）" in html
    assert "“给予警告的行政处罚”" in html


def test_provisional_points_are_marked_wherever_a_score_is_shown(html: str, pages: DrawnPages):
    assert html.count("暂定分值") >= 4
    assert 'class="badge provisional"' not in draw(sample_report(pages, provisional=False), pages)


def test_no_trace_found_is_never_told_as_genuine(html: str):
    assert TRACES_NONE in html
    assert "未检出" in TRACES_NONE


def test_a_trace_is_told_as_a_clue(report: Report, pages: DrawnPages):
    trace = Discrepancy(
        code=Code.TAMPERING_SUSPECTED,
        severity=Severity.INFO,
        criterion="2.6",
        document="组织建设/IMG_2041.jpg",
        message="等级一处的字体与同行不同；常见的无害原因是套打。",
    )
    drawn = draw(report.model_copy(update={"discrepancies": (trace,)}), pages)
    assert "检出 1 处可疑痕迹。痕迹只是线索，不是结论" in drawn
    assert TRACES_NONE not in drawn


def test_what_documents_say_is_never_markup(report: Report, pages: DrawnPages):
    nasty = report.submission.organization.model_copy(
        update={"name": '</title><script>alert(1)</script>"; } body { display: none } /*'}
    )
    submission = report.submission.model_copy(update={"organization": nasty})
    drawn = draw(report.model_copy(update={"submission": submission}), pages)
    assert "<script>alert" not in drawn
    assert "display: none" not in drawn[drawn.index("<style>") : drawn.index("</style>")]


def test_paper_has_no_script_control_or_appendix(report: Report, pages: DrawnPages):
    drawn = draw(report, pages, paper=True)
    for thing in ("<script", "<button", "<nav", "<dialog", 'id="pages"', "var(--ink)"):
        assert thing not in drawn, thing
    assert NAME in drawn


def test_an_empty_report_is_drawn_too(report: Report, pages: DrawnPages):
    nothing = report.model_copy(
        update={
            "documents": (),
            "facts": (),
            "findings": (),
            "discrepancies": (),
            "score": Score(claimed=0, claimed_sum=0, supported=(0, 0), threshold=80, eligible="review"),
        }
    )
    drawn = draw(nothing, pages)
    assert NO_DISCREPANCY in drawn
    assert "没有材料。" in drawn


def test_a_page_that_cannot_be_drawn_leaves_its_words(report: Report):
    drawn = draw(report, DrawnPages({}))
    assert "data:image/jpeg" not in drawn
    assert "“4A 级社会组织”" in drawn
    assert drawn.count("此处没有页面图像") == 17


def test_a_criterion_without_a_title_is_named_by_its_number(report: Report, pages: DrawnPages):
    bare: dict[str, CriterionTitle] = {}
    drawn = render_page(lay_out(report, bare, gather(report, pages)), "X", paper=False)
    assert '<b class="crit">6.2</b>' in drawn
    assert 'class="gates' not in drawn


def test_no_template_is_forgotten_by_the_package():
    templates = Path(__file__).parents[3] / "review" / "reports" / "templates"
    assert {path.suffix for path in templates.iterdir()} == {".j2", ".css", ".js"}


def test_a_page_laid_out_for_a_format_without_pages_is_shown_without_a_mark(
    report: Report, pages: DrawnPages
):
    laid_out = DrawnPage((("2025年11月3日", 0.3, 0.2, 24),))
    drawn = draw(report, DrawnPages({**pages.pages, ("培训/2025培训.docx", 1): laid_out}))
    figure = drawn[drawn.index('data-title="培训/2025培训.docx 第1页"') :]
    assert 'class="mark"' in figure[: figure.index("</figure>")]
    assert "style=" not in figure[: figure.index("</figure>")]


def test_a_submission_that_passes_is_left_to_the_reviewer(report: Report, pages: DrawnPages):
    score = Score(claimed=92, claimed_sum=92, supported=(85, 92), threshold=80, eligible="yes")
    good = tuple(
        found.model_copy(update={"verdict": Verdict.SUPPORTED})
        for found in report.findings
        if TITLES[found.criterion].gate
    )
    passing = report.model_copy(update={"discrepancies": (), "findings": good, "score": score})
    drawn = draw(passing, pages)
    assert "具备推荐条件" in drawn
    assert "是否推荐由审核人决定" in drawn
    assert 'class="gate-fails"' not in drawn
