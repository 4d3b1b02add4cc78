"""What the reader refuses, each time naming the rule, the fault and the remedy."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import rubric
from rubric import RubricError
from rubric.reader import read
from tests.rubric.builders import Change, changed, criterion, problems


def _set(identifier: str, **values: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        criterion(data, identifier).update(values)

    return change


def _check(identifier: str, **values: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        criterion(data, identifier)["check"].update(values)

    return change


def _twice(identifier: str, first_until: date | None, second_since: date) -> Change:
    def change(data: dict[str, Any]) -> None:
        one = criterion(data, identifier)
        other = {**one, "effective": {"since": second_since}}
        one["effective"] = {"since": date(2023, 1, 1)} | ({"until": first_until} if first_until else {})
        data["criteria"].append(other)

    return change


def _drop_cases(data: dict[str, Any]) -> None:
    one = criterion(data, "2.6")
    one["cases"] = [case for case in one["cases"] if case["sort"] != "unreadable"]


def _expect(identifier: str, **values: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        criterion(data, identifier)["cases"][0]["expect"].update(values)

    return change


def _outcome(identifier: str, name: str, **values: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        outcomes = criterion(data, identifier).setdefault("outcomes", {})
        outcomes[name] = {**outcomes.get(name, {}), **values}

    return change


def _case_fact(data: dict[str, Any]) -> None:
    criterion(data, "2.6")["cases"][0]["documents"][0]["facts"]["colour"] = "红"


def _forget_outcome(data: dict[str, Any]) -> None:
    del data["outcomes"]["missing"]


def _miss_total(data: dict[str, Any]) -> None:
    data["round"]["total"] = 110


@pytest.mark.parametrize(
    ("change", "rule", "words"),
    [
        (_twice("2.2", None, date(2025, 1, 1)), "2.2", "重叠"),
        (_twice("2.2", date(2025, 1, 1), date(2025, 1, 1)), "2.2", "重叠"),
        (_twice("2.2", date(2024, 6, 30), date(2025, 1, 1)), "2.2", "没有任何版本"),
        (_set("2.2", points=4), None, "第 2 部分各条合计 26 分，应为 25 分"),
        (_miss_total, None, "应为 110 分"),
        (_check("2.6", tiers={"5A": 5, "4A": 4, "3A": 3}), "2.6", "最多得 5 分"),
        (_set("2.2", clause={"place": "三(七)", "asks": "有办公场所。"}), "2.2", "“三(七)”不在通知"),
        (_set("2.2", id="7.1"), "7.1", "没有列在 sections"),
        (
            _set("2.3", evidence={"staff_proof": ["organization_name", "people", "period", "salary"]}),
            "2.3",
            "“salary”",
        ),
        (_set("2.3", evidence={"staff_proof": ["organization_name", "period"]}), "2.3", "“people”"),
        (_check("2.3", operator="headcount"), "2.3", "没有判定方式“headcount”"),
        (_check("2.3", months=0), "2.3", "数值过小"),
        (_check("2.3", weeks=3), "2.3", "没有这一项"),
        (_drop_cases, "2.6", "缺少“无法识读”的样例"),
        (_expect("2.6", verdict="missing"), "2.6", "矛盾"),
        (_expect("2.6", supported=[0, 9]), "2.6", "得分区间"),
        (_expect("2.6", codes=["media_negative"]), "2.6", "media_negative"),
        (_case_fact, "2.6", "“colour”"),
        (_outcome("2.6", "lost", verdict="missing", say="丢失。"), "2.6", "不会给出结果“lost”"),
        (_outcome("2.6", "below", say="等级{colour}。"), "2.6", "占位符“colour”"),
        (_outcome("2.6", "below", say="等级{grade。"), "2.6", "花括号"),
        (_outcome("2.2", "expired", severity="gate"), "2.2", "不是否决项"),
        (_outcome("2.6", "below", code=None), "2.6", "须同时填写"),
        (_outcome("2.6", "below", code=None, severity=None), "2.6", "必须有 code"),
        (_outcome("2.7", "stale", severity="major"), "2.7", "只能是 minor 或 info"),
        (_forget_outcome, "1.1", "没有写明判定方式 presence 的结果“missing”"),
        (_set("2.2", points="3"), "2.2", "应为数字"),
        (
            _set("2.2", effective={"since": date(2023, 1, 1), "until": date(2022, 1, 1)}),
            "2.2",
            "until 早于 since",
        ),
    ],
)
def test_what_does_not_add_up_is_refused_by_rule_fault_and_remedy(
    change: Change, rule: str | None, words: str
):
    found = problems(change)
    told = [one for one in found if words in one.line]
    assert told, [one.line for one in found]
    assert told[0].rule == rule
    assert told[0].fix
    assert told[0].cause.isascii() or told[0].cause


def test_versions_that_follow_one_another_are_taken_by_their_day():
    standard = changed(_twice("2.2", date(2024, 12, 31), date(2025, 1, 1)))
    assert len(standard.in_force(date(2024, 12, 31))) == len(standard.in_force(date(2025, 1, 1))) == 23


def test_all_faults_are_told_at_once():
    def change(data: dict[str, Any]) -> None:
        _set("2.2", points=4)(data)
        _drop_cases(data)
        _check("4.1", points_a_year=2)(data)

    assert {one.rule for one in problems(change)} == {None, "2.6", "4.1"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id: [", "不是有效的 YAML（第"),
        (b"id: a\nid: b\n", "“id”重复出现（第 2 行"),
        (b"- a\n", "不是有效的 YAML"),
        (b"id: \xff\xfe", "不是有效的 YAML"),
        (b"? [a, b]\n: c\n", "不是有效的 YAML"),
        (b"id: a\n", "缺少这一项"),
        (b"id: 2023-13-45\n", ""),
        (b"a: &a [*a]\n", ""),
    ],
)
def test_a_file_that_is_no_standard_is_refused_with_its_place(content: bytes, words: str):
    with pytest.raises(RubricError) as refused:
        read(content, "试验.yaml")
    assert any(words in one.line for one in refused.value.problems)
    assert refused.value.lines[0].startswith("评估标准 试验.yaml")


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(RubricError, match=r"没有\.yaml") as refused:
        rubric.load(tmp_path / "没有.yaml")
    assert refused.value.exit_code == 2
    assert "打不开文件" in refused.value.problems[0].what
