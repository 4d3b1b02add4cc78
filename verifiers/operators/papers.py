"""3.1, 3.2 and 5.1: papers that each carry points, of one service year where that is asked."""

import re
from collections.abc import Mapping

from dossier.kinds import Kind
from rubric.operators import Part, Parts
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay, sum_of
from verifiers.exhibits import Exhibit
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.registry import operator

_LAST_QUARTER, _FIRST_HALF = 10, 6

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年?")


@operator(Parts)
def parts(matter: Matter, rule: Parts) -> Judgement:
    """The sum of the parts that are there."""
    if not matter.exhibits:
        return matter.nothing()
    fitting = {part.name: [one for one in matter.of(part.kind) if _is(one, part)] for part in rule.parts}
    year = _best_year(matter, rule, fitting) if rule.same_year else None
    found = [_part(matter, part, fitting[part.name], year) for part in rule.parts]
    if sum(one.low for one in found) < matter.need:
        found += matter.doubts()
    return sum_of(found, matter.criterion.points)


def _is(exhibit: Exhibit, part: Part) -> bool:
    """Whether the paper is about the part's topic: by its topics, else by the words of its title."""
    if part.topic is None and not part.words:
        return True
    topics = exhibit.value("topics")
    if part.topic is not None and part.topic in topics.names:
        return True
    title = re.sub(r"\s+", "", exhibit.value("title").text or "")
    return bool(part.words) and all(re.search(word, title) for word in part.words)


def _part(matter: Matter, part: Part, exhibits: list[Exhibit], year: int | None) -> Assay:
    found: list[Assay] = []
    for exhibit in exhibits:
        look = Inquiry(matter, exhibit)
        look.glance("title")
        if part.topic is not None:
            look.glance("topics")
        owner = look.owner(unstated_is_ours=True)
        values = {"part": part.name, "name": owner.name, "year": str(year) if year else None}
        if owner.whose == "foreign":
            found.append(look.adverse("foreign", values))
            continue
        if year is not None:
            years = _years_of(exhibit)
            look.glance("date")
            if not years:
                look.reasons.append(messages.not_read("所属年度"))
            elif year not in years:
                told = {**values, "year": messages.listing(map(str, sorted(years))), "parts": str(year)}
                found.append(look.adverse("out_of_year", told))
                continue
        found.append(look.verdict(part.points, values))
    if not found:
        return assay("part_missing", None, values={"part": part.name, "kinds": matter.kind_names})
    return max(found, key=lambda one: (one.low, one.high))


def _best_year(matter: Matter, rule: Parts, fitting: Mapping[str, list[Exhibit]]) -> int | None:
    """The service year that most of the parts have a paper of the applicant's for; the latest of equals."""
    counts: dict[int, float] = {}
    for part in rule.parts:
        ours = [one for one in fitting[part.name] if matter.whose(one).whose != "foreign"]
        for year in frozenset[int]().union(*(_years_of(one) for one in ours)):
            counts[year] = counts.get(year, 0) + part.points
    return max(counts, key=lambda year: (counts[year], year), default=None)


def _years_of(exhibit: Exhibit) -> frozenset[int]:
    """The service years that it may be of: the title's year, else by its date.

    A plan or budget of the last quarter may be the next year's, a summary of the first half the last year's.
    """
    title = exhibit.value("title").text or ""
    named = {int(year) for year in _YEAR.findall(title)}
    if len(named) == 1:
        return frozenset(named)
    value = exhibit.value("date")
    if value.date is None or not value.sure:
        return frozenset()
    year, month = value.date.year, value.date.month
    if exhibit.kind in {Kind.PLAN, Kind.BUDGET} and (month is None or month >= _LAST_QUARTER):
        return frozenset({year, year + 1})
    if exhibit.kind is Kind.SUMMARY and (month is None or month <= _FIRST_HALF):
        return frozenset({year, year - 1})
    return frozenset({year})
