"""Results in the terminal: the paragraphs of a reading, the examples, how far a run is."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from dossier.document import Document, Segment
from dossier.fact import Evidence, Fact
from dossier.geometry import Box
from dossier.kinds import Kind
from dossier.page import Problem, ProblemCode
from hezheng import console
from hezheng.commands.reading import reading_lines
from hezheng.commands.verifying import find_examples
from hezheng.failures import CallError


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


def test_the_examples_are_the_honest_and_the_dishonest_submission(tmp_path: Path) -> None:
    for name in ("dishonest", "expected", "honest"):
        (tmp_path / name).mkdir()
    assert [folder.name for _, folder in find_examples(tmp_path)] == ["honest", "dishonest"]


def test_without_an_example_the_call_says_where_it_should_be(tmp_path: Path) -> None:
    (tmp_path / "honest").mkdir()
    with pytest.raises(CallError) as caught:
        find_examples(tmp_path)
    assert str(tmp_path / "dishonest") in caught.value.what
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
    assert "4/4 页" in told


def test_progress_is_silent_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress_bar() as tell:
        tell("识读材料", 1, 4)
    assert capsys.readouterr() == ("", "")
