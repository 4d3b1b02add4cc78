"""`hezheng import`, from the command line to its manifest."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from dossier.principal import Principal, Role
from flows import importing
from hezheng import cli, settings
from vault.records import open_records

EVIL = "=HYPERLINK(1)"
AUDITOR = Principal(id="a", name="审计", role=Role.AUDITOR)


@pytest.fixture(autouse=True)
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An export of two, one of which is for another round; in a working folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEZHENG_DATA", str(tmp_path / "data"))
    settings.load.cache_clear()
    root = tmp_path / "导出"
    for name, year in (("甲中心", "2026"), ("+乙中心", "2025")):
        (root / name).mkdir(parents=True)
        told = {"round": year, "organization": {"name": EVIL}, "claims": []}
        (root / name / "submission.json").write_text(json.dumps(told), "utf-8")
    yield root
    settings.load.cache_clear()


def manifest(tmp_path: Path) -> list[dict[str, str]]:
    text = (tmp_path / "导出-import" / "manifest.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_the_manifest_says_what_was_taken_and_what_was_not_and_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["import", "导出", "--round", "2026"]) == 1
    told = capsys.readouterr().out
    assert "✗ +乙中心：申报表写的批次是“2025”，不是“2026”。" in told
    assert "已收下 1 份，此前已收下 0 份，未收下 1 份，略过 0 份" in told
    refused, taken = manifest(tmp_path)
    assert (refused["outcome"], taken["outcome"], taken["state"]) == ("refused", "taken", "received")
    with closing(open_records(settings.load())) as records:
        actions = [entry.action for entry in records.trail(AUDITOR)]
        assert actions == ["submission.create", "submission.import", "document.add", "submission.move"]

    assert cli.run(["import", "导出", "--round", "2026"]) == 1
    again = manifest(tmp_path)[1]
    assert (again["outcome"], again["submission"]) == ("there", taken["submission"])


def test_the_workbook_holds_no_formula(tmp_path: Path) -> None:
    cli.run(["import", "导出", "--round", "2026"])
    (sheet,) = load_workbook(tmp_path / "导出-import" / "manifest.xlsx")
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert EVIL in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell.value for cell in sheet["B"]] == ["结果", "未收下", "已收下"]


def test_all_taken_is_0(tmp_path: Path, export: Path) -> None:
    (export / "+乙中心").rename(tmp_path / "乙中心")
    assert cli.run(["import", "导出", "--round", "2026"]) == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["无", "--round", "2026"], "没有这个文件夹：无"),
        (["导出/甲中心", "--round", "2026"], "这是一份申报"),
        (["导出", "--round", "2026", "--out", "导出/清单"], "材料里面"),
        (["s3://bucket/x", "--round", "2026"], "没有设置对象存储"),
        (["导出"], "缺少参数"),
    ],
)
def test_calls_that_can_not_be_used_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: list[str], told: str
) -> None:
    assert cli.run(["import", *arguments]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert 1 <= len(lines) <= 3
    assert told in lines[0]
    assert not list(tmp_path.rglob("manifest*"))


def test_a_round_that_is_no_year_is_told(capsys: pytest.CaptureFixture[str], export: Path) -> None:
    told = {"round": "明年", "organization": {"name": "甲"}, "claims": []}
    (export / "甲中心" / "submission.json").write_text(json.dumps(told), "utf-8")
    assert cli.run(["import", "导出", "--round", "明年"]) == 2
    assert "没有“明年”这个批次" in capsys.readouterr().err


def test_it_can_wait_until_all_is_verified_and_says_what_could_not_be_used(
    tmp_path: Path, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (export / "+乙中心").rename(tmp_path / "乙中心")

    def work(_: float) -> None:
        """A worker finds that it can't use what was handed in."""
        with closing(open_records(settings.load())) as records:
            (due,) = records.due(2)
            run = records.take(due.id, "w", 60)
            assert run is not None
            records.fail(run, "申报表读不出来。", "test")

    monkeypatch.setattr(importing, "time", SimpleNamespace(sleep=work))
    assert cli.run(["import", "导出", "--round", "2026", "--wait"]) == 0
    (line,) = manifest(tmp_path)
    assert (line["outcome"], line["state"], line["reason"]) == ("taken", "unusable", "申报表读不出来。")
    (sheet,) = load_workbook(tmp_path / "导出-import" / "manifest.xlsx")
    assert sheet["E2"].value == "申报表不能用"
