"""The standard that the product ships with."""

import hashlib
from datetime import date

import rubric
from dossier.kinds import Kind
from rubric import SHIPPED
from rubric.evidence import FACTS

STANDARD = rubric.load()

POINTS = {
    "1.1": 3,
    "1.2": 4,
    "1.3": 4,
    "1.4": 4,
    "2.1": 5,
    "2.2": 3,
    "2.3": 3,
    "2.4": 4,
    "2.5": 4,
    "2.6": 6,
    "2.7": 0,
    "2.8": 0,
    "3.1": 6,
    "3.2": 4,
    "4.1": 6,
    "4.2": 4,
    "5.1": 8,
    "5.2": 7,
    "5.3": 5,
    "6.1": 5,
    "6.2": 6,
    "6.3": 5,
    "6.4": 4,
}


def test_it_has_23_criteria_with_the_tables_points():
    assert {one.id: one.points for one in STANDARD.in_force(date(2026, 11, 15))} == POINTS


def test_its_sections_add_up_to_a_hundred():
    assert [section.points for section in STANDARD.sections] == [15, 25, 10, 10, 20, 20]
    assert sum(POINTS.values()) == STANDARD.round.total == 100


def test_its_gates_are_six_and_only_a_missing_inspection_fails_by_itself():
    assert {one.id: one.gate.missing for one in STANDARD.gates if one.gate} == {
        "2.1": "review",
        "2.5": "fails",
        "2.6": "review",
        "2.7": "review",
        "2.8": "review",
        "6.1": "review",
    }


def test_its_round_is_the_notices():
    rules = STANDARD.round
    assert (rules.threshold, rules.recommend_by) == (80, "11-30")
    assert rules.window.days(2026) == (date(2026, 11, 10), date(2026, 11, 20))
    assert (rules.quotas.city, rules.quotas.industry) == (2, 1)


def test_its_points_are_marked_provisional():
    assert STANDARD.provisional
    assert "暂定" in STANDARD.source


def test_its_hash_is_that_of_the_file():
    assert STANDARD.sha256 == hashlib.sha256(SHIPPED.read_bytes()).hexdigest()


def test_every_kind_has_its_facts():
    assert set(FACTS) == set(Kind)


def test_nothing_is_in_force_before_it_began():
    assert STANDARD.in_force(date(2022, 12, 31)) == ()
