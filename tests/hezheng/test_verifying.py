"""`hezheng verify` and `hezheng demo` from end to end, and what they publish."""

import json
from pathlib import Path

import pytest

from hezheng import cli, settings
from hezheng.commands import verifying

FILES = {"report.html", "report.json", "report.pdf", "report.xlsx"}


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of the test's own, and settings that nobody has read yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEZHENG_WORKERS", "2")
    settings.load.cache_clear()
    return tmp_path


def submission(folder: Path, name: str = "甲中心") -> Path:
    """A submission of one page of text."""
    folder.mkdir(parents=True)
    claims = [{"criterion": "6.1", "points": 5, "files": ["调查.txt"]}]
    application = {"round": "2026", "organization": {"name": name}, "claims": claims}
    (folder / "submission.json").write_text(json.dumps(application, ensure_ascii=False), encoding="utf-8")
    (folder / "调查.txt").write_text("满意度调查：发放200份，满意180份，满意率90%", encoding="utf-8")
    return folder


def test_verify_writes_four_files_tells_where_and_exits_1_for_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    submission(tmp_path / "材料")
    assert cli.run(["verify", "材料", "--as-of", "2026-11-15"]) == 1
    told = capsys.readouterr()
    assert {path.name for path in (tmp_path / "材料-report").iterdir()} == FILES
    assert "甲中心" in told.out
    assert str(tmp_path / "材料-report" / "report.html") in told.out
    assert told.err == ""


def test_a_discrepancy_quotes_the_office_s_own_copy_of_the_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import rubric

    anchors = {each.id: each.clause.anchor for each in rubric.load().criteria}
    copy = tmp_path / "通知.txt"
    copy.write_text(f"本单位留存的文本：{anchors['2.6']}，见此处。", encoding="utf-8")
    submission(tmp_path / "材料")
    monkeypatch.setenv("HEZHENG_NOTICE", str(copy))
    cli.run(["verify", "材料", "--as-of", "2026-11-15"])
    assert "本单位留存的文本" in (tmp_path / "材料-report" / "report.html").read_text(encoding="utf-8")


def test_the_demo_verifies_both_examples_and_exits_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, name in (("honest", "如实中心"), ("dishonest", "作假中心")):
        submission(tmp_path / "examples" / folder, name)
    monkeypatch.setattr(verifying, "EXAMPLES", tmp_path / "examples")
    assert cli.run(["demo", "--out", "示例"]) == 0
    told = capsys.readouterr().out
    for folder, name in (("honest", "如实中心"), ("dishonest", "作假中心")):
        assert {path.name for path in (tmp_path / "示例" / folder).iterdir()} == FILES
        assert name in told
        assert (
            str(tmp_path / "示例" / folder / "report.html") in told.splitlines()[-2:][folder == "dishonest"]
        )
