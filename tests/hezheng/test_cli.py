"""What the command line says and exits with."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from hezheng import cli, settings
from hezheng.commands.verifying import default_out

ROOT = Path(cli.__file__).resolve().parents[1]
HEAVY = """
numpy cv2 onnxruntime paddleocr spacy prefect fastapi pandas pydantic openpyxl docx weasyprint PIL pdfplumber
pypdfium2 yaml lxml jinja2
"""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of the test's own, and settings that nobody has read yet."""
    monkeypatch.chdir(tmp_path)
    settings.load.cache_clear()
    return tmp_path


def _failure(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert cli.run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    lines = captured.err.splitlines()
    assert 1 <= len(lines) <= 3
    assert not any("Traceback" in line for line in lines)
    return lines


def test_help_is_chinese_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0
    told = capsys.readouterr().out
    for word in (
        "核证",
        "命令",
        "选项",
        "verify",
        "read",
        "form",
        "demo",
        "rubric",
        "schema",
        "doctor",
        "显示帮助",
    ):
        assert word in told


@pytest.mark.parametrize("arguments", [[], ["rubric"]])
def test_without_a_command_the_help_is_shown(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert cli.run(arguments) == 2
    captured = capsys.readouterr()
    assert "命令" in captured.out
    assert captured.err == ""


def test_a_reader_that_goes_away_is_no_error() -> None:
    done = subprocess.run(
        f"{sys.executable} -m hezheng rubric show | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stderr == ""


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, with the program in its path."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, env=environment
    )


def test_help_loads_nothing_heavy() -> None:
    probe = "import sys; from hezheng import cli; cli.run(['--help']); print(*sys.modules, file=sys.stderr)"
    done = _python("-c", probe)
    assert done.returncode == 0
    assert set(HEAVY.split()).isdisjoint(done.stderr.split())


def test_help_takes_less_than_half_a_second_of_a_processor() -> None:
    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    before = spent()
    assert _python("-m", "hezheng", "--help").returncode == 0
    assert spent() - before < 0.5


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["verify"], "缺少参数 PATH"),
        (["vrify", "x"], "没有这个命令：vrify"),
        (["verify", "x", "--bad"], "没有这个选项：--bad"),
        (["schema", "nothing"], "没有名为 nothing 的格式"),
        (["verify", "x", "--as-of", "2026-13-01"], "日期写法不对：2026-13-01"),
        (["verify", "x", "--as-of", ""], "日期写法不对"),
        (["read", "nothing.pdf"], "找不到文件：nothing.pdf"),
        (["rubric", "check", "nothing.yaml"], "nothing.yaml"),
        (["rubric", "show", "nothing.yaml"], "nothing.yaml"),
    ],
)
def test_calls_that_can_not_be_used_are_told(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert told in _failure(capsys, *arguments)[0]


def test_a_report_is_never_written_into_the_originals(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "材料").mkdir()
    assert "材料里面" in _failure(capsys, "verify", "材料", "--out", "材料/报告")[0]
    assert not list((tmp_path / "材料").iterdir())


def test_a_report_folder_that_is_a_file_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "报告").write_text("")
    (tmp_path / "材料").mkdir()
    assert "这是一个文件" in _failure(capsys, "verify", "材料", "--out", "报告")[0]


def test_the_report_lies_beside_the_submission(elsewhere: Path) -> None:
    assert default_out(Path("a/材料")) == Path("a/材料-report")
    assert default_out(Path("a/材料.zip")) == Path("a/材料.zip-report")
    assert default_out(Path()) == elsewhere.with_name(elsewhere.name + "-report")


@pytest.mark.parametrize("name", ["submission", "report", "rubric"])
def test_schemas_are_json(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert cli.run(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


def test_a_bad_setting_names_its_variable(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HEZHENG_WORKERS", "many")
    (tmp_path / "a.txt").write_text("x")
    assert "HEZHENG_WORKERS" in _failure(capsys, "read", "a.txt")[0]


def test_settings_come_from_a_dotenv_file_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("HEZHENG_DATA=数据\nUNRELATED=1\n", encoding="utf-8")
    assert settings.load().data == Path("数据")
    assert settings.load().logs == Path("数据/logs")


def test_the_program_exits_with_the_code(tmp_path: Path) -> None:
    done = _python("-m", "hezheng", "read", str(tmp_path / "无.pdf"))
    assert done.returncode == 2
    assert done.stderr.startswith("找不到文件")
