"""The summary in a terminal of any width and encoding."""

import os
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from rich.console import Console

from dossier.report import Report
from review.reports import ReportFiles
from review.reports.console import print_summary
from tests.review.reports.sample import NAME, TITLES

ROOT = Path(__file__).parents[3]


def shown(report: Report, width: int, files: ReportFiles | None = None) -> str:
    out = StringIO()
    print_summary(report, titles=TITLES, files=files, console=Console(file=out, width=width))
    return out.getvalue()


def test_the_summary_tells_all_that_counts(report: Report, files: ReportFiles):
    text = shown(report, 100, files)
    for words in (NAME, "不符合推荐条件", "61.5–78（暂定分值）", "分项合计 90，两者不符", "未检出"):
        assert words in text
    assert str(files.html) in text
    for told in report.discrepancies:
        assert told.message in text.replace("\n", "")


@pytest.mark.parametrize("width", [4, 12, 30, 71, 72, 80, 200])
def test_it_fits_any_width(report: Report, width: int):
    assert "推荐" in shown(report, width).replace("\n", "").replace(" ", "") or width < 20


def test_a_message_cannot_steer_the_terminal(report: Report):
    nasty = report.discrepancies[0].model_copy(update={"message": "\x1b[2J[bold]清屏\x07"})
    text = shown(report.model_copy(update={"discrepancies": (nasty,)}), 100)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[bold]清屏" in text


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_no_encoding_ends_in_a_traceback(encoding: str):
    script = (
        "from review.reports.console import print_summary\n"
        "from tests.review.reports.sample import TITLES, drawn_pages, sample_report\n"
        "print_summary(sample_report(drawn_pages()), titles=TITLES)\n"
    )
    environment = os.environ | {"PYTHONIOENCODING": encoding, "COLUMNS": "60"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"52320100MJ5512345X" in done.stdout


def test_an_ascii_terminal_is_printed_to_as_well(report: Report, monkeypatch: pytest.MonkeyPatch):
    held = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(held, encoding="ascii", write_through=True))
    print_summary(report, titles=TITLES)
    assert b"52320100MJ5512345X" in held.getvalue()


def test_a_report_without_discrepancies_is_not_called_genuine(report: Report):
    score = report.score.model_copy(update={"claimed": 90, "eligible": "review"})
    text = shown(report.model_copy(update={"discrepancies": (), "score": score}), 100)
    assert "未发现差异。未发现不等于材料属实" in text
    assert "分项合计" not in text


def test_without_titles_the_gates_are_left_out(report: Report, capsys: pytest.CaptureFixture[str]):
    print_summary(report)
    told = capsys.readouterr().out
    assert NAME in told
    assert "依法登记" not in told
