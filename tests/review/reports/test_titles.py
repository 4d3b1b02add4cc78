"""Titles taken from the rubric that ships."""

from datetime import date

import rubric
from review.reports import titles_of

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
