"""`hezheng rubric` and `hezheng form`: the standard as people see it."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import rubric
from flows.intake import load_submission
from hezheng import cli, settings


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    settings.load.cache_clear()


def test_the_shipped_standard_holds_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["rubric", "check"]) == 0
    told = capsys.readouterr().out
    assert "检查通过：23条" in told


def test_a_standard_is_checked_by_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["rubric", "check", str(rubric.SHIPPED)]) == 0
    assert "检查通过" in capsys.readouterr().out


def test_a_standard_that_is_no_yaml_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: [", encoding="utf-8")
    assert cli.run(["rubric", "check", str(broken)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "broken.yaml" in captured.err


def test_a_standard_whose_cases_come_out_otherwise_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.yaml"
    text = rubric.SHIPPED.read_text(encoding="utf-8")
    assert "verdict: supported" in text
    wrong.write_text(text.replace("verdict: supported", "verdict: contradicted", 1), encoding="utf-8")
    assert cli.run(["rubric", "check", str(wrong)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "1 处问题" in captured.err


def test_show_prints_every_criterion_with_its_clause(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["rubric", "show"]) == 0
    told = capsys.readouterr().out
    standard = rubric.load(None)
    for criterion in standard.criteria:
        assert f"{criterion.id}　{criterion.title}　" in told
        assert criterion.clause.place in told
    assert told.count("否决项") >= len(standard.gates)


def test_form_writes_both_forms_for_the_shipped_standard(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert cli.run(["form", "--out", "表"]) == 0
    assert {path.name for path in (tmp_path / "表").iterdir()} == {"申报表.docx", "申报表.xlsx"}
    assert capsys.readouterr().out.count("已生成") == 2
    assert cli.run(["form", "--out", "表"]) == 2
    assert "没有覆盖" in capsys.readouterr().err


def test_a_form_filled_for_every_criterion_comes_back_whole(tmp_path: Path) -> None:
    cli.run(["form", "--out", str(tmp_path)])
    (tmp_path / "申报表.docx").unlink()
    path = tmp_path / "申报表.xlsx"
    workbook = load_workbook(path)
    sheet: Any = workbook.worksheets[0]
    standard = rubric.load(None)
    ids = {criterion.id for criterion in standard.criteria}
    for row in sheet.iter_rows():
        label = row[0].value
        if label == "申报单位":
            row[2].value = "南京市蓝海职工服务中心"
        elif label == "申报年度":
            row[2].value = "2026"
        elif label in ids:
            row[3].value = row[2].value
    workbook.save(path)
    submission, _ = load_submission(tmp_path, standard.criteria)
    assert {claim.criterion for claim in submission.claims} == ids
    assert sum(claim.points for claim in submission.claims) == 100


def test_show_quotes_the_offices_own_copy_of_the_notice(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = rubric.load(None).criteria[0]
    (tmp_path / "通知.txt").write_text(f"前文。须{first.clause.anchor}等。后文。", encoding="utf-8")
    monkeypatch.setenv("HEZHENG_NOTICE", "通知.txt")
    assert cli.run(["rubric", "show"]) == 0
    assert f"原文：须{first.clause.anchor}等。" in capsys.readouterr().out


def test_the_workbook_goes_out_and_comes_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["rubric", "export", "--out", "标准.xlsx"]) == 0
    assert cli.run(["rubric", "import", "标准.xlsx"]) == 0
    assert "标准.yaml" in capsys.readouterr().out
    found = rubric.load(tmp_path / "标准.yaml")
    assert found.criteria == rubric.load().criteria


def test_a_workbook_with_a_fault_is_refused_with_its_cell(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    cli.run(["rubric", "export", "--out", "标准.xlsx"])
    book = load_workbook(tmp_path / "标准.xlsx")
    book["条款"]["F2"] = "六"
    book.save(tmp_path / "标准.xlsx")
    assert cli.run(["rubric", "import", "标准.xlsx"]) == 2
    assert "“条款”表 F2 单元格" in capsys.readouterr().err
    assert not (tmp_path / "标准.yaml").exists()
    assert cli.run(["rubric", "import", "没有.xlsx"]) == 2


def test_a_workbook_whose_cases_come_out_otherwise_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    cli.run(["rubric", "export", "--out", "标准.xlsx"])
    book = load_workbook(tmp_path / "标准.xlsx")
    sheet: Any = book["参数"]
    row = next(each for each in sheet.iter_rows() if (each[0].value, each[1].value) == ("2.3", "least"))
    row[2].value = 3
    book.save(tmp_path / "标准.xlsx")
    assert cli.run(["rubric", "import", "标准.xlsx"]) == 2
    assert "样例" in capsys.readouterr().err
    assert cli.run(["rubric", "export", "--out", "没有/标准.xlsx"]) != 0
