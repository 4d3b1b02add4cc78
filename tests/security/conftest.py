"""One pool of confined reading processes for all hostile files of a test file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier.page import Problem, ProblemCode, Reading
from extractors.readers import ReaderPool

Read = Callable[[str, bytes], Reading]


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    """Real reading processes."""
    with ReaderPool(1) as pool:
        yield pool


@pytest.fixture
def read(pool: ReaderPool, tmp_path: Path) -> Read:
    """Reads bytes under a name, in a reading process."""

    def reading_of(name: str, data: bytes) -> Reading:
        path = tmp_path / "upload"
        path.write_bytes(data)
        return next(pool.read_files([(name, path)]))[1]

    return reading_of


@pytest.fixture
def codes() -> Callable[[Reading], set[ProblemCode]]:
    """The codes of a reading's problems, each of which is told in Chinese."""

    def codes_of(reading: Reading) -> set[ProblemCode]:
        problems: tuple[Problem, ...] = reading.problems
        assert all(any("\u4e00" <= mark <= "\u9fff" for mark in problem.message) for problem in problems)
        return {problem.code for problem in problems}

    return codes_of
