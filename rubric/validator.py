"""What a rubric must add up to: dates, points, clauses, facts, outcomes and cases. Every fault is told."""

import itertools
import string
from collections.abc import Iterator
from datetime import date, timedelta

from dossier.finding import Code, Severity, Verdict
from rubric import messages
from rubric.base import number
from rubric.cases import DOCUMENT_CODES, Case, Sort
from rubric.errors import RubricProblem
from rubric.evidence import FACTS
from rubric.model import Criterion, Effective, Outcome, Rubric

_TINY = 1e-9
_SORTS: tuple[Sort, ...] = ("pass", "fail", "unreadable")
_EXPECTED: dict[Sort, frozenset[Verdict]] = {
    "pass": frozenset({Verdict.SUPPORTED}),
    "fail": frozenset({Verdict.CONTRADICTED, Verdict.MISSING}),
    "unreadable": frozenset({Verdict.UNREADABLE, Verdict.UNCERTAIN}),
}


def problems_of(rubric: Rubric) -> tuple[RubricProblem, ...]:
    """Every fault, empty for a rubric that holds up."""
    found = [*_dates(rubric), *_points(rubric), *_shared_outcomes(rubric), *_round(rubric)]
    for criterion in rubric.criteria:
        found += [
            *_clause(rubric, criterion),
            *_facts(criterion),
            *_outcomes(rubric, criterion),
            *_cases(rubric, criterion),
        ]
    return tuple(found)


def _problem(rule: str | None, words: tuple[str, str], cause: str) -> RubricProblem:
    return RubricProblem(rule, words[0], words[1], cause)


# --- dates ---


def _span(effective: Effective) -> str:
    return f"{effective.since}～{effective.until or '长期'}"


def _dates(rubric: Rubric) -> Iterator[RubricProblem]:
    for identifier, versions in rubric.versions():
        for earlier, later in itertools.pairwise(versions):
            until, since = earlier.effective.until, later.effective.since
            if until is None or until >= since:
                words = messages.overlapping(_span(earlier.effective), _span(later.effective))
                yield _problem(identifier, words, "effective dates of two versions overlap")
            elif until + timedelta(days=1) < since:
                words = messages.gap(str(until + timedelta(days=1)))
                yield _problem(identifier, words, "no version is in force between two versions")


# --- points ---


def _turning_days(rubric: Rubric) -> list[date]:
    """The days on which the set of criteria in force changes: each must add up."""
    days = {criterion.effective.since for criterion in rubric.criteria}
    last = max(days)
    everything_since = max(min(c.effective.since for c in versions) for _, versions in rubric.versions())
    days |= {c.effective.until + timedelta(days=1) for c in rubric.criteria if c.effective.until}
    return sorted(day for day in days if everything_since <= day <= max(last, everything_since))


def _points(rubric: Rubric) -> Iterator[RubricProblem]:
    total = sum(section.points for section in rubric.sections)
    if abs(total - rubric.round.total) > _TINY:
        words = messages.total_points(number(total), number(rubric.round.total))
        yield _problem(None, words, "the sections' points miss the total")
    for day in _turning_days(rubric):
        in_force = rubric.in_force(day)
        for section in rubric.sections:
            found = sum(criterion.points for criterion in in_force if criterion.section == section.id)
            if abs(found - section.points) > _TINY:
                words = messages.section_points(str(day), section.id, number(found), number(section.points))
                yield _problem(None, words, f"points of section {section.id} miss its total on {day}")
    for criterion in rubric.criteria:
        full = criterion.check.full()
        if full is not None and abs(full - criterion.points) > _TINY:
            words = messages.tier_points(number(full), number(criterion.points))
            yield _problem(criterion.id, words, "the parameters' points miss the criterion's")


# --- clauses ---


def _round(rubric: Rubric) -> Iterator[RubricProblem]:
    rules = rubric.round
    places = [rules.threshold_place, rules.window.place, rules.quotas.place]
    for place in [*places, *(section.place for section in rubric.sections)]:
        if place not in rubric.notice.places:
            yield _problem(None, messages.unknown_place(place), f"place {place!r} is not in the notice")


def _clause(rubric: Rubric, criterion: Criterion) -> Iterator[RubricProblem]:
    if criterion.clause.place not in rubric.notice.places:
        words = messages.unknown_place(criterion.clause.place)
        yield _problem(criterion.id, words, f"place {criterion.clause.place!r} is not in the notice")
    if criterion.section not in {section.id for section in rubric.sections}:
        words = messages.unknown_section(criterion.section)
        yield _problem(criterion.id, words, f"section {criterion.section!r} is not listed")


# --- facts ---


def _facts(criterion: Criterion) -> Iterator[RubricProblem]:
    for kind, facts in criterion.evidence.items():
        for fact in facts:
            if fact not in FACTS[kind]:
                words = messages.unknown_fact(kind, fact, "、".join(sorted(FACTS[kind])))
                yield _problem(criterion.id, words, f"kind {kind} yields no fact {fact!r}")
    listed = {fact for facts in criterion.evidence.values() for fact in facts}
    for fact in sorted(criterion.check.FACTS - listed):
        words = messages.fact_needed(criterion.check.operator, fact)
        yield _problem(criterion.id, words, f"operator {criterion.check.operator} needs fact {fact!r}")


# --- outcomes ---


def _shared_outcomes(rubric: Rubric) -> Iterator[RubricProblem]:
    values = frozenset[str]().union(*(criterion.check.values() for criterion in rubric.criteria))
    for name, outcome in rubric.outcomes.items():
        yield from _template(None, name, outcome, values)


def _outcomes(rubric: Rubric, criterion: Criterion) -> Iterator[RubricProblem]:
    check = criterion.check
    for name, outcome in criterion.outcomes.items():
        if name not in check.outcomes():
            words = messages.outcome_unknown(name, check.operator, "、".join(sorted(check.outcomes())))
            yield _problem(criterion.id, words, f"operator {check.operator} has no outcome {name!r}")
        yield from _template(criterion.id, name, outcome, check.values())
        if outcome.severity is Severity.GATE and criterion.gate is None:
            yield _problem(
                criterion.id, messages.gate_severity(name), "gate severity on a rule that is no gate"
            )
    for name in sorted(check.outcomes() - set(criterion.outcomes) - set(rubric.outcomes)):
        words = messages.outcome_undescribed(name, check.operator)
        yield _problem(criterion.id, words, f"outcome {name!r} is not described")


def _template(
    rule: str | None, name: str, outcome: Outcome, values: frozenset[str]
) -> Iterator[RubricProblem]:
    try:
        fields = [field for _, field, _, _ in string.Formatter().parse(outcome.say) if field is not None]
    except ValueError as error:
        yield _problem(rule, messages.outcome_broken_template(name), f"template of {name!r}: {error}")
        return
    for field in fields:
        if field not in values:
            words = messages.outcome_template(name, field, "、".join(sorted(values)))
            yield _problem(rule, words, f"template of {name!r} names unknown value {field!r}")


# --- cases ---


def _cases(rubric: Rubric, criterion: Criterion) -> Iterator[RubricProblem]:
    for sort in _SORTS:
        if all(case.sort != sort for case in criterion.cases):
            yield _problem(criterion.id, messages.case_missing(sort), f"no case of sort {sort}")
    codes = {outcome.code for outcome in (*criterion.outcomes.values(), *rubric.outcomes.values())}
    for case in criterion.cases:
        yield from _case(criterion, case, DOCUMENT_CODES | {code for code in codes if code is not None})


def _case(criterion: Criterion, case: Case, codes: frozenset[Code]) -> Iterator[RubricProblem]:
    expect = case.expect
    if expect.verdict not in _EXPECTED[case.sort]:
        words = messages.case_verdict(case.name, case.sort, expect.verdict)
        yield _problem(
            criterion.id, words, f"case {case.name!r} of sort {case.sort} expects {expect.verdict}"
        )
    low, high = expect.supported
    if not 0 <= low <= high <= criterion.points + _TINY:
        yield _problem(criterion.id, messages.case_interval(case.name), f"case {case.name!r}: bad interval")
    for code in expect.codes:
        if code not in codes:
            words = messages.case_code(case.name, code)
            yield _problem(criterion.id, words, f"case {case.name!r} expects {code}, which nothing raises")
    for document in case.documents:
        for fact in document.facts:
            if fact not in FACTS[document.kind]:
                words = messages.unknown_fact(document.kind, fact, "、".join(sorted(FACTS[document.kind])))
                yield _problem(criterion.id, words, f"case {case.name!r}: {document.kind} yields no {fact!r}")
