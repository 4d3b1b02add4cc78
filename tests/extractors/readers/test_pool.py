"""The pool: order, progress, and what a process costs that dies or hangs."""

import contextlib
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from pathlib import Path
from typing import cast

import psutil
import pytest

from dossier.page import ProblemCode, Reading
from extractors.readers import ReaderPool, limits, read_file, read_files
from tests.extractors.readers import making


def text_file(path: Path, words: str) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


def test_readings_come_in_the_order_given_and_are_the_same_as_without_a_pool(tmp_path: Path) -> None:
    files = [
        (f"{number}.txt", text_file(tmp_path / f"{number}.txt", f"第{number}份\n" * 100))
        for number in range(5)
    ]
    calls: list[tuple[int, int, str]] = []
    found = list(read_files(files, workers=2, progress=lambda *call: calls.append(call)))
    assert [name for name, _ in found] == [name for name, _ in files]
    assert [reading for _, reading in found] == [read_file(path, name) for name, path in files]
    assert calls[-1][:2] == (10, 10)


def _threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "readers"}


def _children() -> set[int]:
    """The reading processes of this process; other tests' pools may have some of their own."""
    return {
        process.pid
        for process in psutil.process_iter(["ppid", "cmdline"])
        if process.info["ppid"] == os.getpid() and "extractors.readers" in (process.info["cmdline"] or ())
    }


def test_nothing_is_started_for_no_files() -> None:
    before = _threads()
    with ReaderPool() as pool:
        assert list(pool.read_files([])) == []
        assert not pool.running()
        assert not _threads() - before


def test_a_file_that_is_not_there_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read_files([("a.txt", tmp_path / "a.txt")]))


def test_a_file_that_cannot_be_read_takes_nothing_from_the_others(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 noise %%EOF")
    found = dict(read_files([("bad.pdf", bad), ("a.txt", text_file(tmp_path / "a.txt", "好"))], workers=1))
    assert [problem.code for problem in found["bad.pdf"].problems] == [ProblemCode.CORRUPT]
    assert found["a.txt"].pages[0].lines[0].text == "好"


def test_a_process_that_can_not_be_started_is_told_and_the_next_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = text_file(tmp_path / "a.txt", "好")
    with ReaderPool(1) as pool:
        with monkeypatch.context() as nowhere:
            # A reading process begins with a folder of its own, for which there is no place.
            nowhere.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
            problems = dict(pool.read_files([("a.txt", file)]))["a.txt"].problems
        assert [problem.code for problem in problems] == [ProblemCode.READER_FAILED]
        assert dict(pool.read_files([("a.txt", file)]))["a.txt"].pages[0].lines[0].text == "好"


STRIKE_SECONDS = 60.0


def strike(pool: ReaderPool, page: int, times: int, blow: int) -> tuple[threading.Thread, list[int]]:
    """Sends a signal to each of the first processes that read that page, as often as told."""
    struck: list[int] = []

    def watch() -> None:
        until = time.monotonic() + STRIKE_SECONDS
        while len(struck) < times and time.monotonic() < until:
            for pid, _, number in pool.running():
                if number == page and pid not in struck:
                    os.kill(pid, blow)
                    struck.append(pid)
            time.sleep(0.0005)

    thread = threading.Thread(target=watch)
    thread.start()
    return thread, struck


@pytest.fixture
def three_pages(tmp_path: Path) -> Path:
    return making.pdf(tmp_path / "a.pdf", *[making.certificate] * 3)


@pytest.mark.ocr
def test_a_process_killed_once_costs_nothing(three_pages: Path) -> None:
    with ReaderPool(2) as pool:
        thread, struck = strike(pool, 2, 1, signal.SIGKILL)
        _, reading = next(pool.read_files([("a.pdf", three_pages)]))
        thread.join()
    assert len(struck) == 1
    assert not reading.problems
    assert all(page.lines for page in reading.pages)


@pytest.mark.ocr
def test_a_page_that_kills_twice_costs_only_itself(three_pages: Path) -> None:
    with ReaderPool(2) as pool:
        thread, _ = strike(pool, 2, 2, signal.SIGSEGV)
        _, reading = next(pool.read_files([("a.pdf", three_pages)]))
        thread.join()
    assert [(problem.code, problem.page) for problem in reading.problems] == [(ProblemCode.READER_FAILED, 2)]
    assert [bool(page.lines) for page in reading.pages] == [True, False, True]
    assert [page.number for page in reading.pages] == [1, 2, 3]


def test_a_page_that_hangs_once_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGE_SECONDS", 1.0)
    monkeypatch.setattr(sys.modules[__name__], "STRIKE_SECONDS", 10.0)

    def read(name: str) -> tuple[list[int], Reading]:
        with ReaderPool(1) as pool:
            thread, struck = strike(pool, 1, 1, signal.SIGSTOP)
            _, reading = next(pool.read_files([("b.txt", text_file(tmp_path / name, "好\n" * 70))]))
            thread.join()
        return struck, reading

    struck, reading = read("0.txt")
    for attempt in range(1, 5):  # a page of text may be read before the blow falls
        if struck:
            break
        struck, reading = read(f"{attempt}.txt")
    assert len(struck) == 1
    assert not reading.problems
    assert len(reading.pages) == 2


@pytest.mark.ocr
def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = making.scan(tmp_path / "a.pdf", making.certificate_image(tmp_path / "page.pdf", 3))
    monkeypatch.setattr(limits, "PAGE_SECONDS", 1.0)
    _, reading = next(
        read_files([("a.pdf", path), ("b.txt", text_file(tmp_path / "b.txt", "好"))], workers=1)
    )
    assert [(problem.code, problem.page) for problem in reading.problems] == [(ProblemCode.READER_FAILED, 1)]
    assert "1 秒" in reading.problems[0].message


def test_a_pool_draws_pages_and_inspects(tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.txt", "评估等级")
    with ReaderPool(1) as pool:
        assert pool.inspect(path).page_count == 1
        _, reading = next(pool.read_files([("a.txt", path)]))
        assert pool.render_page(path, reading, 1, dpi=50).size == (414, 585)


def test_a_pool_serves_several_threads(tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.txt", "评估等级")
    found: list[str] = []
    with ReaderPool(2) as pool:

        def work() -> None:
            found.extend(
                reading.pages[0].lines[0].text for _, reading in pool.read_files([("a.txt", path)] * 3)
            )

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == ["评估等级"] * 12


def test_worn_out_processes_are_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WORKER_RECYCLE_PAGES", 1)
    path = text_file(tmp_path / "a.txt", "好\n" * 130)
    _, reading = next(read_files([("a.txt", path)], workers=1))
    assert len(reading.pages) == 3
    assert not reading.problems


def test_giving_up_midway_leaves_no_process(tmp_path: Path) -> None:
    files = [(f"{number}.txt", text_file(tmp_path / f"{number}.txt", "好")) for number in range(4)]
    before = _children()
    with contextlib.closing(cast(Generator[object], read_files(files, workers=1))) as generator:
        next(generator)
        assert _children() - before
    assert not _children() - before
