"""`rubric check` and `rubric show`."""

from datetime import date
from pathlib import Path

import rubric
from rubric import RubricProblem
from rubric.messages import OPERATORS

NOTICE = "三、标准\n（二）组织建设。有登记证。有固定办公场所若干间。\n"


def test_the_shipped_standard_passes():
    result = rubric.check()
    assert result.ok
    assert "23条" in result.lines[0]


def test_a_file_with_faults_is_told_line_by_line(tmp_path: Path):
    file = tmp_path / "标准.yaml"
    file.write_text(
        rubric.SHIPPED.read_text(encoding="utf-8").replace("points: 15", "points: 16"), encoding="utf-8"
    )
    result = rubric.check(file)
    assert not result.ok
    assert any("合计 15 分，应为 16 分" in line for line in result.lines)


def test_cases_that_come_out_otherwise_are_faults_too():
    fault = RubricProblem("2.6", "样例不符。", "请更正。", "case fails")
    result = rubric.check(run_cases=lambda _standard: (fault,))
    assert result.lines[1:] == (fault.line,)


def test_every_criterion_is_shown_with_clause_kinds_and_operator():
    standard = rubric.load()
    text = rubric.show(standard)
    for criterion in standard.criteria:
        assert f"{criterion.id}　{criterion.title}" in text
        assert criterion.clause.asks in text
        assert OPERATORS[criterion.check.operator] in text
    assert "暂定" in text
    assert "原文：" not in text


def test_the_offices_own_copy_is_quoted_beside_the_clause(tmp_path: Path):
    copy = tmp_path / "通知.txt"
    copy.write_text(NOTICE, encoding="utf-8")
    text = rubric.show(rubric.load(), notice=copy)
    assert "原文：有固定办公场所若干间。" in text
    assert "没有找到这一条" in text


def test_only_what_is_in_force_is_shown_for_a_day():
    assert "2.6" not in rubric.show(rubric.load(), on=date(2020, 1, 1))
