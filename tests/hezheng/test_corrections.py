"""`hezheng corrections check`, doctor and verify on the office's corrections."""

import json
from pathlib import Path

import pytest

from hezheng import cli, settings
from hezheng.commands import doctor
from tests.flows import submissions

GOOD = "name\tlevel\tfrom\tuntil\tby\twhy\n某某晚报\t设区市级\t\t2023-12-31\t李某\t停刊\n"
BAD = "某某新闻\t市级\t\t\t李某\t来函\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of the test's own, with an empty folder of corrections in its data folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEZHENG_WORKERS", "2")
    settings.load.cache_clear()
    place = tmp_path / "hezheng-data" / "corrections"
    place.mkdir(parents=True)
    return place


def test_what_would_apply_is_printed_with_its_time(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "outlets.tsv").write_text(GOOD, encoding="utf-8")
    assert cli.run(["corrections", "check"]) == 0
    told = capsys.readouterr().out
    assert "某某晚报 → 设区市级，… 至 2023-12-31，李某：停刊（今天不在有效期内）" in told
    assert "可用 1 条，未使用 0 条" in told


def test_a_refused_row_is_told_with_file_line_and_what_to_do(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "outlets.tsv").write_text(GOOD + BAD, encoding="utf-8")
    assert cli.run(["corrections", "check", str(folder)]) == 2
    captured = capsys.readouterr()
    assert "可用 1 条，未使用 1 条" in captured.out
    assert captured.err.startswith("更正未使用：outlets.tsv 第 3 行：级别“市级”不能用；请写")
    assert cli.run(["corrections", "check", str(tmp_path / "gone")]) == 2
    assert "gone" in capsys.readouterr().err


def test_doctor_tells_refused_rows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.check_corrections(settings.load()).detail == "无"
    (folder / "outlets.tsv").write_text(GOOD, encoding="utf-8")
    assert doctor.check_corrections(settings.load()).detail.startswith("1 条")
    monkeypatch.setenv("HEZHENG_CORRECTIONS", str(folder.parent / "别处"))
    settings.load.cache_clear()
    check = doctor.check_corrections(settings.load())
    assert not check.fine
    assert "hezheng corrections check" in check.detail


def test_verify_tells_refused_rows_and_goes_on(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "outlets.tsv").write_text(GOOD + BAD, encoding="utf-8")
    submission = submissions.make(tmp_path / "材料")
    assert cli.run(["verify", str(submission), "--out", str(tmp_path / "out")]) == 1
    assert "更正未使用：outlets.tsv 第 3 行" in capsys.readouterr().err
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert "+corrections:" in report["extractor"]
