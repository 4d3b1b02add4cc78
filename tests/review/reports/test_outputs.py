"""The four files: what makes them anew, and what leaves them alone."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL.Image import Image

from dossier.report import Report
from review.reports import ReportFiles, is_current, report_number, write_reports
from tests.review.reports.drawn import DrawnPages
from tests.review.reports.sample import TITLES, drawn_pages, sample_report

ROOT = Path(__file__).parents[3]
NAMES = ["report.html", "report.json", "report.pdf", "report.xlsx"]


def _copy(files: ReportFiles, to: Path) -> ReportFiles:
    shutil.copytree(files.json.parent, to)
    return ReportFiles.within(to)


def test_a_report_is_four_files_and_nothing_beside_them(files: ReportFiles):
    assert files.drawn
    assert sorted(path.name for path in files.json.parent.iterdir()) == NAMES


def test_report_json_is_the_model_itself(files: ReportFiles, report: Report):
    assert files.json.read_text("utf-8") == report.to_json()
    assert Report.model_validate_json(files.json.read_bytes()) == report


def test_an_unchanged_report_is_not_drawn_again(files: ReportFiles, report: Report):
    pages = drawn_pages()
    before = {name: (files.json.parent / name).stat().st_mtime_ns for name in NAMES}
    again = write_reports(report, files.json.parent, pages=pages, titles=TITLES)
    assert not again.drawn
    assert pages.asked == []
    assert before == {name: (files.json.parent / name).stat().st_mtime_ns for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_someone_edited_is_drawn_anew(
    files: ReportFiles, report: Report, tmp_path: Path, name: str
):
    copied = _copy(files, tmp_path / "copy").json.parent / name
    edited = copied.read_bytes()[:-20] + b"x" * 20
    copied.write_bytes(edited)
    assert not is_current(report, copied.parent, titles=TITLES)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_gone_is_drawn_anew(files: ReportFiles, report: Report, tmp_path: Path, name: str):
    copied = _copy(files, tmp_path / "copy").json.parent / name
    copied.unlink()
    assert not is_current(report, copied.parent, titles=TITLES)


def test_a_damaged_report_is_made_whole_by_the_next_run(files: ReportFiles, report: Report, tmp_path: Path):
    copied = _copy(files, tmp_path / "copy")
    copied.html.write_bytes(copied.html.read_bytes().replace("不符合".encode(), "完全符合".encode()))
    copied.xlsx.unlink()
    pages = drawn_pages()
    assert write_reports(report, copied.json.parent, pages=pages, titles=TITLES).drawn
    assert len(pages.asked) == len(set(pages.asked)), "each page is drawn once"
    for name in NAMES:
        assert (copied.json.parent / name).read_bytes() == (files.json.parent / name).read_bytes(), name


def test_other_titles_or_another_trail_head_draw_the_report_anew(files: ReportFiles, report: Report):
    out = files.json.parent
    titles = TITLES | {"6.2": replace(TITLES["6.2"], title="表彰")}
    assert is_current(report, out, titles=TITLES)
    assert not is_current(report, out, titles=titles)
    assert not is_current(report, out, titles=TITLES, trail_head="ab" * 32)


def test_the_same_inputs_give_the_same_bytes_in_another_process(files: ReportFiles, tmp_path: Path):
    script = (
        "import sys; from pathlib import Path; from review.reports import write_reports\n"
        "from tests.review.reports.sample import TITLES, drawn_pages, sample_report\n"
        "pages = drawn_pages()\n"
        "write_reports(sample_report(pages), Path(sys.argv[1]), pages=pages, titles=TITLES)\n"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "America/New_York"}
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, env=environment, check=True)
    for name in NAMES:
        assert (tmp_path / name).read_bytes() == (files.json.parent / name).read_bytes(), name


def test_a_run_that_fails_leaves_the_old_report_whole(files: ReportFiles, report: Report, tmp_path: Path):
    copied = _copy(files, tmp_path / "copy")
    before = {name: (copied.json.parent / name).read_bytes() for name in NAMES}

    class Broken(DrawnPages):
        def image(self, document_path: str, page: int) -> Image | None:
            raise OSError(f"{document_path} {page}")

    changed = report.model_copy(update={"extractor": "hezheng 1.0.1"})
    with pytest.raises(OSError, match="申报表"):
        write_reports(changed, copied.json.parent, pages=Broken({}), titles=TITLES)
    assert before == {name: (copied.json.parent / name).read_bytes() for name in NAMES}


def test_the_number_changes_with_the_report(report: Report, pages: DrawnPages):
    assert report_number(report) == report_number(sample_report(pages))
    assert report_number(report) != report_number(sample_report(pages, provisional=False))


def test_a_file_that_cannot_be_put_in_place_leaves_no_rest_behind(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(f"{self} {target}")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_reports(
            report.model_copy(update={"discrepancies": (), "findings": ()}),
            tmp_path,
            pages=DrawnPages({}),
            titles={},
        )
    assert list(tmp_path.iterdir()) == []


def test_a_report_without_its_digests_is_not_taken_for_current(
    files: ReportFiles, report: Report, tmp_path: Path
):
    copied = _copy(files, tmp_path / "copy")
    copied.html.write_bytes(copied.html.read_bytes().replace(b"hezheng-outputs", b"something-else"))
    assert not is_current(report, copied.json.parent, titles=TITLES)
