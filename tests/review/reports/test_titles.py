"""Titles taken from the rubric that ships."""

import os
from datetime import date
from pathlib import Path

import pytest

import rubric
from review.reports import titles_of
from review.reports.titles import criterion_titles

DAY = date(2026, 11, 15)


def test_the_shipped_standard_gives_a_title_section_and_clause_for_every_criterion():
    shipped = rubric.load()
    titles = titles_of(shipped, DAY)
    assert list(titles) == [criterion.id for criterion in shipped.in_force(DAY)]
    assert sum(title.maximum for title in titles.values()) == 100
    assert all(title.title and title.section and title.clause and title.asks for title in titles.values())
    gates = {criterion: title.gate for criterion, title in titles.items() if title.gate}
    assert list(gates) == [criterion.id for criterion in shipped.gates]
    assert gates["2.5"] == "fails"


def test_the_offices_own_words_are_quoted_where_it_has_laid_them_beside():
    titles = titles_of(rubric.load(), DAY, clause_texts={"2.1": "原文"})
    assert titles["2.1"].clause_text == "原文"
    assert titles["2.2"].clause_text is None


def test_a_standards_file_is_read_again_when_it_has_changed(tmp_path: Path):
    assert criterion_titles(None, DAY) == titles_of(rubric.load(), DAY)
    path = tmp_path / "standard.yaml"
    path.write_bytes(rubric.SHIPPED.read_bytes())
    first = criterion_titles(path, DAY)
    assert first == criterion_titles(None, DAY)
    assert criterion_titles(path, DAY) is first, "kept while the file stays as it is"
    title = first["2.1"].title
    path.write_text(path.read_text("utf-8").replace(title, title + "（改）"), "utf-8")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
    assert criterion_titles(path, DAY)["2.1"].title == title + "（改）"


def test_a_standards_file_that_is_gone_is_told_as_such_even_after_it_was_read(tmp_path: Path):
    path = tmp_path / "standard.yaml"
    with pytest.raises(rubric.RubricError):
        criterion_titles(path, DAY)
    path.write_bytes(rubric.SHIPPED.read_bytes())
    assert criterion_titles(path, DAY)
    path.unlink()
    with pytest.raises(rubric.RubricError):
        criterion_titles(path, DAY)
