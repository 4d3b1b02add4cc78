"""`hezheng trail verify`."""

import sqlite3
from pathlib import Path

import pytest

from hezheng import cli, settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of the test's own, with a user and a token in its records."""
    monkeypatch.chdir(tmp_path)
    settings.load.cache_clear()
    assert cli.run(["token", "create", "zhang", "--role", "reviewer", "--region", "南京"]) == 0
    return tmp_path


def test_an_intact_trail_is_told_with_what_was_looked_at(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert cli.run(["trail", "verify"]) == 0
    assert capsys.readouterr().out == "审计记录完好：共 2 条，与 0 个存档的日末值相符。\n"
    assert (folder / "hezheng-data" / "hezheng.db").is_file()


def test_a_broken_trail_is_told_row_by_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(folder / "hezheng-data" / "hezheng.db") as connection:
        connection.execute("DROP TRIGGER trail_no_update")
        connection.execute("UPDATE trail SET actor = 'li' WHERE seq = 1")
    capsys.readouterr()
    assert cli.run(["trail", "verify"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "✗ 第 1 条被改动过。"
    assert told[1].startswith("审计记录有 1 处问题（共 2 条，0 个存档的日末值）")
