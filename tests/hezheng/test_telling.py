"""Results in the terminal: the summary of a report, the paragraphs of a reading."""

import io
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from dossier.document import Document, Segment
from dossier.fact import Evidence, Fact
from dossier.finding import Code, Discrepancy, Severity
from dossier.geometry import Box
from dossier.kinds import Kind
from dossier.page import Problem, ProblemCode
from dossier.report import Report, RubricReference, Score
from dossier.submission import Organization, SubmissionSummary
from hezheng import console
from hezheng.commands.reading import reading_lines
from hezheng.commands.verifying import find_example
from hezheng.failures import CallError
from hezheng.summary import SHOWN, summary_lines


def _document(**change: object) -> Document:
    values: dict[str, object] = {
        "path": "证书.pdf",
        "sha256": "0" * 64,
        "kind": Kind.GRADE_CERTIFICATE,
        "kind_confidence": 0.97,
        "pages": 1,
        "origin": "ocr",
        "segments": (Segment(kind=Kind.GRADE_CERTIFICATE, pages=(1, 1)),),
    }
    return Document.model_validate(values | change)


def _report(*discrepancies: Discrepancy, provisional: bool = True) -> Report:
    return Report(
        submission=SubmissionSummary(
            id="0" * 16,
            round="2026",
            organization=Organization(name="南京市蓝海职工服务中心"),
            recommender=None,
            submitted_at=None,
            as_of=date(2026, 11, 15),
        ),
        rubric=RubricReference(id="r", version="1", sha256="0" * 64, provisional=provisional),
        documents=(_document(),),
        facts=(),
        findings=(),
        discrepancies=discrepancies,
        score=Score(claimed=92, claimed_sum=91.5, supported=(80, 86), threshold=80, eligible="review"),
        extractor="1",
    )


def _discrepancy(severity: Severity, message: str) -> Discrepancy:
    return Discrepancy(
        code=Code.GRADE_EXPIRED, severity=severity, criterion="2.6", document=None, message=message
    )


def test_the_summary_tells_points_and_eligibility() -> None:
    told = "\n".join(summary_lines(_report()))
    assert "申报单位：南京市蓝海职工服务中心" in told
    assert "自评分：92（各条相加 91.5）" in told
    assert "证据支持：80 至 86 分（申报线 80 分）" in told
    assert "申报条件：需人工复核" in told
    assert "不符之处：无" in told


def test_the_heaviest_discrepancies_come_first() -> None:
    minor, gate = _discrepancy(Severity.MINOR, "小事"), _discrepancy(Severity.GATE, "大事")
    lines = list(summary_lines(_report(minor, gate)))
    assert "  不符之处：否决项 1，一般 1" in lines
    assert lines.index("  [否决项] 2.6 大事") < lines.index("  [一般] 2.6 小事")


def test_a_criterion_is_named_once() -> None:
    lines = list(summary_lines(_report(_discrepancy(Severity.MINOR, "2.6 评估等级：小事"))))
    assert "  [一般] 2.6 评估等级：小事" in lines


def test_long_lists_are_cut_and_counted() -> None:
    many = [_discrepancy(Severity.MINOR, f"第 {number} 处") for number in range(SHOWN + 3)]
    assert "……另有 3 处，见报告" in "\n".join(summary_lines(_report(*many)))


def test_provisional_points_are_said_to_be_so() -> None:
    assert any("暂定" in line for line in summary_lines(_report()))
    assert not any("暂定" in line for line in summary_lines(_report(provisional=False)))


def test_a_reading_tells_kind_facts_and_problems() -> None:
    fact = Fact(
        document="证书.pdf",
        kind=Kind.GRADE_CERTIFICATE,
        name="grade",
        value="5A",
        raw="AAAAA\n级",
        confidence=0.9,
        evidence=(Evidence(page=1, box=Box(0, 0, 1, 1), text="AAAAA级"),),
    )
    problem = Problem(code=ProblemCode.BLANK_PAGE, message="第 2 页是空白。", page=2, fatal=False)
    lines = list(reading_lines([_document(problems=(problem,))], [fact]))
    assert lines == [
        "证书.pdf：评估等级证书（97%），1 页，文字来源：识别",
        "  grade = 5A    第 1 页“AAAAA 级”",
        "  问题：第 2 页是空白。",
    ]


def test_a_bound_volume_tells_its_parts() -> None:
    segments = (Segment(kind=Kind.CHARTER, pages=(1, 3)), Segment(kind=Kind.BUDGET, pages=(4, 4)))
    lines = list(reading_lines([_document(segments=segments)], []))
    assert lines[1:] == ["  第 1–3 页：章程", "  第 4–4 页：预算"]


def test_the_example_is_the_first_folder_with_an_application(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "乙").mkdir()
    with pytest.raises(CallError):
        find_example(tmp_path)
    (tmp_path / "乙" / "submission.json").write_text("{}")
    assert find_example(tmp_path) == tmp_path / "乙"


def test_without_examples_the_call_says_where_they_are(tmp_path: Path) -> None:
    with pytest.raises(CallError) as caught:
        find_example(tmp_path / "gone")
    assert "examples" in caught.value.advice


def test_progress_is_shown_on_a_terminal_one_stage_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    sink = io.StringIO()
    terminal = Console(file=sink, force_terminal=True, width=80)
    monkeypatch.setattr(console, "console", lambda **_: terminal)
    with console.progress_bar() as tell:
        tell("接收材料", 0, 0)
        tell("识读材料", 0, 4)
        tell("识读材料", 4, 4)
    told = sink.getvalue()
    assert "识读材料" in told
    assert "4/4" in told


def test_progress_is_silent_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress_bar() as tell:
        tell("识读材料", 1, 4)
    assert capsys.readouterr() == ("", "")
