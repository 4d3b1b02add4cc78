"""How errors become lines and an exit code."""

import errno
from pathlib import Path

import pytest

from dossier.errors import HezhengError
from hezheng import failures


class _ReaderError(Exception):
    pass


_ReaderError.__module__ = "extractors.readers.errors"


def test_our_errors_speak_for_themselves(tmp_path: Path) -> None:
    error = HezhengError("什么不对", where="哪里", advice="怎么办", cause="why")
    assert failures.failure_of(error, tmp_path) == (("什么不对", "哪里", "怎么办"), 2)
    assert failures.failure_of(HezhengError("什么不对"), tmp_path).lines == ("什么不对",)


def test_an_error_of_a_room_without_lines_is_told_as_it_stands(tmp_path: Path) -> None:
    assert failures.failure_of(_ReaderError("文件\n坏了"), tmp_path) == (("文件", "坏了"), 2)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(errno.EACCES, "denied", "a.pdf"), "没有权限：a.pdf"),
        (OSError(errno.EROFS, "read-only", "out"), "没有权限：out"),
        (OSError(errno.ENOSPC, "full", "out"), "磁盘空间不够：out"),
        (OSError(errno.EIO, "broken", "out"), "读写文件时出错：out"),
        (MemoryError(), "内存不够"),
    ],
)
def test_the_systems_errors_are_told_in_chinese(tmp_path: Path, error: BaseException, told: str) -> None:
    failure = failures.failure_of(error, tmp_path)
    assert told in failure.lines[0]
    assert failure.exit_code == 2


def test_an_interrupt_is_no_error(tmp_path: Path) -> None:
    assert failures.failure_of(KeyboardInterrupt(), tmp_path).exit_code == 130
    assert not list(tmp_path.iterdir())


def test_what_nobody_foresaw_goes_into_a_log(tmp_path: Path) -> None:
    failure = failures.failure_of(ZeroDivisionError("division by zero"), tmp_path / "logs")
    assert len(failure.lines) == 3
    assert "ZeroDivisionError" in failure.lines[0]
    (log,) = (tmp_path / "logs").iterdir()
    assert str(log) in failure.lines[1]
    assert "division by zero" in log.read_text()


def test_without_a_place_for_the_log_the_error_is_told_short(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file")
    failure = failures.failure_of(ValueError("strange\nthing"), tmp_path / "logs")
    assert "strange thing" in failure.lines[1]
