"""What the service's processes log: one schema, one id for a submission, and nothing that could be a person's."""

import json
import logging
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

from hezheng.discretion import mask, mask_value

PERSONAL = (
    "张三",
    "南京市玄武区珠江路1号",
    "320102199001011234",
    "32010219900101123X",
    "13812345678",
    "138 1234 5678",
    "+8613812345678",
    "zhang.san@example.com",
    "１３８１２３４５６７８",
    "ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ",
)
SECRET = (
    "Authorization: Bearer hz_9f8a7b6c5d",
    "postgresql+psycopg://hezheng:pa55word@db/hezheng",
    "http://store:9000/hezheng/originals/ab?X-Amz-Signature=deadbeef&X-Amz-Expires=60",
    "kR3v9QxZ0aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456-_",
)
HARMLESS = (
    "S01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "ab" * 32,
    "originals/ab/" + "ab" * 32,
    "018f3e4c-7c1f-7d2a-9b7e-0242ac120002",
    "page 12 of 340 in 1.234567 s",
    "2026-11-24T11:57:59.072652Z",
    "hezheng.commands.serving",
    "GET /api/v1/submissions/{id}",
    "1732449479072652000",
)


def said(code: str, data: Path, **variables: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What a process writes to stderr, and into its file, that logs as `serve` and then runs the code; but for its first line."""
    script = f"""
        import logging, structlog
        from pathlib import Path
        from hezheng import logs
        from hezheng.settings import Settings
        settings = Settings(_env_file=None, data=Path({str(data)!r}), s3_secret_key="storeSecret1")
        logs.configure("serve", settings)
    """
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", textwrap.dedent(script) + textwrap.dedent(code)],
        capture_output=True,
        text=True,
        check=True,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "HOME": str(data),
            **variables,
        },
    )
    return lines(done.stderr)[1:], lines((data / "logs" / "serve.jsonl").read_text(encoding="utf-8"))[1:]


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("text", PERSONAL)
def test_what_could_be_a_persons_is_taken_out(text: str) -> None:
    assert mask(f"read {text} in 3 s") == "read … in 3 s"


@pytest.mark.parametrize("text", SECRET)
def test_what_looks_like_a_secret_is_taken_out(text: str) -> None:
    shown = mask(text)
    for secret in ("hz_9f8a7b6c5d", "pa55word", "deadbeef", "kR3v9QxZ"):
        assert secret not in shown


@pytest.mark.parametrize("text", HARMLESS)
def test_ids_hashes_and_times_stay(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    "unit", ["1", "A1b", "a.b-", "a@", "?a=", "://a", "张1", "张1111 ", "bearer ", "13 "]
)
def test_no_text_makes_masking_slow(unit: str) -> None:
    """A tenth of a second is what it takes; what grows with the square of the length would take hours."""
    began = time.process_time()
    mask(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 20


def test_a_value_under_a_secrets_name_is_never_shown() -> None:
    assert mask_value({"token": "abc", "nested": [{"S3_SECRET_KEY": "x"}], "pages": 3}) == {
        "token": "…",
        "nested": [{"S3_SECRET_KEY": "…"}],
        "pages": 3,
    }


def test_every_secret_of_the_settings_is_known_to_the_log() -> None:
    from pydantic import SecretStr

    from hezheng.logs import secrets_of
    from hezheng.settings import Settings

    named = [name for name, field in Settings.model_fields.items() if field.annotation is SecretStr]
    assert named
    given: dict[str, Any] = {name: f"secret of {name}" for name in named}
    address = "postgresql+psycopg://u:pa%40ss@h/d"
    told = secrets_of(Settings(_env_file=None, database_url=address, **given))  # pyright: ignore[reportCallIssue]
    assert set(told) == {*given.values(), "pa%40ss", "pa@ss"}


def test_our_lines_and_the_libraries_have_one_schema_and_the_id_that_is_bound(tmp_path: Path) -> None:
    stderr, file = said(
        """
        with structlog.contextvars.bound_contextvars(submission="S01ARZ3NDEKTSV4RRFFQ69G5FAV"):
            structlog.get_logger("flows.desk").info("page read", page=3)
            logging.getLogger("uvicorn.error").warning("slow: %s", "张三.pdf")
        logging.getLogger("hezheng").info("after")
        """,
        tmp_path,
    )
    assert stderr == file
    assert [line["event"] for line in file] == ["page read", "slow: ….pdf", "after"]
    assert [line.get("submission") for line in file] == [*["S01ARZ3NDEKTSV4RRFFQ69G5FAV"] * 2, None]
    assert [line["level"] for line in file] == ["info", "warning", "info"]
    assert [line["logger"] for line in file] == ["flows.desk", "uvicorn.error", "hezheng"]
    for line in file:
        assert line["service"] == "serve"
        assert line["process"] > 0
        assert line["timestamp"].endswith("+00:00")


def test_prefects_lines_go_the_same_way_and_carry_the_id(tmp_path: Path) -> None:
    stderr, _ = said(
        """
        import prefect
        with structlog.contextvars.bound_contextvars(submission="S1"):
            logging.getLogger("prefect.flow_runs.worker").warning("crashed: 李四", extra={"flow_run_name": "S1-2"})
        import hezheng.logs
        logging.getLogger("after.prefect").warning("still one way")
        """,
        tmp_path,
        PREFECT_LOGGING_TO_API_ENABLED="false",
        PREFECT_HOME=str(tmp_path / "prefect"),
    )
    crashed = next(line for line in stderr if line["event"] == "crashed: …")
    assert (crashed["submission"], crashed["flow_run_name"]) == ("S1", "S1-2")
    assert stderr[-1]["event"] == "still one way"


def test_an_errors_words_for_people_stay_out_and_its_cause_stands_in(tmp_path: Path) -> None:
    _, file = said(
        """
        from dossier.errors import HezhengError
        try:
            raise HezhengError("打不开：王五的身份证.jpg", cause="PermissionError: storeSecret1")
        except HezhengError:
            structlog.get_logger().exception("a run failed")
            logging.getLogger("x").exception("a library failed")
        """,
        tmp_path,
    )
    text = json.dumps(file, ensure_ascii=False)
    assert "王五" not in text
    assert "storeSecret1" not in text
    assert [line["cause"] for line in file] == ["PermissionError: …"] * 2
    assert all("HezhengError" in line["exception"] for line in file)


def test_two_processes_of_a_kind_have_a_file_each(tmp_path: Path) -> None:
    said(
        """
        import subprocess, sys
        code = "import logging; from pathlib import Path; from hezheng import logs; from hezheng.settings import Settings; "
        code += f"logs.configure('serve', Settings(_env_file=None, data=Path({str(settings.data)!r}))); "
        code += "logging.getLogger('second').warning('mine')"
        logging.getLogger("first").warning("mine")
        subprocess.run([sys.executable, "-c", code], check=True, stderr=subprocess.DEVNULL)
        """,
        tmp_path,
    )
    assert [line["logger"] for line in lines((tmp_path / "logs/serve.jsonl").read_text())] == [
        "hezheng.logs",
        "first",
    ]
    assert [line["logger"] for line in lines((tmp_path / "logs/serve-2.jsonl").read_text())] == [
        "hezheng.logs",
        "second",
    ]


def test_files_rotate_and_no_line_is_lost(tmp_path: Path) -> None:
    said(
        """
        [file] = [each for each in logging.getLogger().handlers if hasattr(each, "maxBytes")]
        file.maxBytes = 4000
        for number in range(100):
            logging.getLogger("many").warning("line %d", number)
        """,
        tmp_path,
    )
    paths = list((tmp_path / "logs").glob("serve.jsonl*"))
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o640}
    found = [line for path in paths for line in lines(path.read_text()) if line["logger"] == "many"]
    assert len(paths) > 1
    assert sorted(int(line["event"].split()[1]) for line in found)[-20:] == list(range(80, 100))


def test_where_no_file_can_be_written_stderr_says_so(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("")
    code = """
        import sys
        from pathlib import Path
        from hezheng import logs
        from hezheng.settings import Settings
        logs.configure("serve", Settings(_env_file=None, data=Path(sys.argv[1])))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    begins, line = lines(done.stderr)
    assert begins["event"] == "begins"
    assert line["event"] == "logs can't be written to files"


def test_a_handler_that_is_not_ours_is_given_masked_records() -> None:
    from hezheng.logs import Discreet

    record = logging.LogRecord("prefect", logging.INFO, __file__, 1, "read %s", ("张三.pdf",), None)
    assert Discreet().filter(record)
    assert record.getMessage() == "read ….pdf"


def test_a_reading_process_that_dies_is_told_with_the_content_that_it_was_at(tmp_path: Path) -> None:
    """The dispatcher's own thread writes the line, in the context of whoever asked."""
    _, file = said(
        """
        import os, signal, threading, time
        from extractors.readers import ReaderPool
        path = Path(settings.data) / "a.txt"
        path.write_text("好" * 1000, encoding="utf-8")

        def strike(pool):
            struck = set()
            while len(struck) < 2:
                for pid, *_ in pool.running():
                    if pid not in struck:
                        struck.add(pid)
                        os.kill(pid, signal.SIGKILL)
                time.sleep(0.0005)

        with ReaderPool(1) as pool:
            threading.Thread(target=strike, args=(pool,), daemon=True).start()
            with structlog.contextvars.bound_contextvars(content="ab" * 32):
                list(pool.read_files([("张三.txt", path)]))
        """,
        tmp_path,
    )
    died = [line for line in file if line["event"].startswith("reading process died")]
    assert died
    assert {line["content"] for line in died} == {"ab" * 32}
    assert all("exit -9" in line["event"] for line in died)
    assert "张三" not in json.dumps(file, ensure_ascii=False)
