"""Some pages of a file, as the reading desk asks for them, and what a name changes of a reading."""

from pathlib import Path

import pytest

from dossier.page import ProblemCode
from extractors.readers import ReaderPool, assemble, read_file, under_name
from tests.extractors.readers import making


@pytest.fixture(scope="module")
def pool():
    with ReaderPool(2) as made:
        yield made


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Three pages of text, under a name without an ending."""

    path = tmp_path / "document"
    making.pdf(path, *[making.certificate] * 3)
    return path


def test_ranges_assemble_to_what_the_whole_file_gives(pool: ReaderPool, document: Path) -> None:
    inspection = pool.inspect(document)
    parts = [*pool.read_pages(document, inspection.media_type, 1, 2),
             *pool.read_pages(document, inspection.media_type, 3, 3)]  # fmt: skip
    assert [each.failed for each in parts] == [None] * 3
    assert all(each.seconds > 0 for each in parts)
    assert assemble(inspection, [each.reading for each in parts]) == read_file(document)


def test_a_page_that_is_not_there_gives_an_empty_one_with_its_problem(
    pool: ReaderPool, document: Path
) -> None:
    answer = pool.read_pages(document, "application/pdf", 9, 9)[0]
    assert answer.failed == "problem"
    assert [each.page for each in answer.reading.problems] == [9]


def test_a_reading_is_told_of_the_name_it_is_looked_at_under(document: Path) -> None:
    nameless = read_file(document)
    jpeg = under_name(nameless, "证书.jpg")
    assert jpeg == read_file(document, "证书.jpg")
    assert jpeg.problems[0].code is ProblemCode.MISLABELLED
    assert under_name(jpeg, "证书.pdf") == nameless
    assert under_name(nameless, "证书.pdf") is nameless
