"""4.1: a dated training in each of two calendar years running."""

import re

from dossier.dates import PartialDate
from rubric.operators import AnnualTraining
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay, sum_of
from verifiers.exhibits import Exhibit
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.registry import operator
from verifiers.values import Value

_DAY = re.compile(r"(20\d\d)[年./-]\d{1,2}[月./-]\d{1,2}")


@operator(AnnualTraining)
def annual_training(matter: Matter, rule: AnnualTraining) -> Judgement:
    """This year and the last, or the last two where this year has none yet; so much for each."""
    if not matter.exhibits:
        return matter.nothing()
    proven: dict[int, Assay] = {}
    open_: list[Assay] = []
    foreign: list[Assay] = []
    for exhibit in matter.exhibits:
        look = Inquiry(matter, exhibit)
        look.glance("title")
        owner = look.owner()
        if owner.whose == "foreign":
            foreign.append(look.adverse("foreign", {"name": owner.name}))
            continue
        dates = exhibit.each("date")
        if not dates:
            look.read("培训日期", "date")
            open_.append(look.verdict(rule.points_a_year))
        for value in dates:
            _take(look, value, rule, proven, open_)
    this = matter.as_of.year
    years = (this, this - 1) if this in proven else (this - 1, this - 2)
    good = [proven[year] for year in years if year in proven]
    absent = [year for year in years if year not in proven]
    if not absent:
        return sum_of(good, rule.full())
    if not good and foreign and not open_:
        return Judgement(0.0, 0.0, tuple(foreign[:1]))
    gaps = [
        assay("year_missing", None, values={"year": str(year), "years": _names(proven)}) for year in absent
    ]
    beside = [
        matter.unsure(exhibit, rule.points_a_year, messages.more_dates(year))
        for exhibit in matter.exhibits
        for year in _years_beside(exhibit, {this, *absent} - set(proven))
    ]
    if beside:
        gaps = []
    open_ += beside
    doubts = (*open_, *matter.doubts())
    low = sum(one.low for one in good)
    return Judgement(low, rule.full() if doubts else low, (*gaps, *doubts, *good), additive=True)


def _take(
    look: Inquiry, value: Value, rule: AnnualTraining, proven: dict[int, Assay], open_: list[Assay]
) -> None:
    """One date of a training: proof of its year, or an open question."""
    when = value.date
    told = messages.day(when)
    what = messages.not_read("培训日期")
    if when is not None and not _is_over(when, look):
        open_.append(
            assay(
                "unsure",
                look.exhibit,
                (0.0, rule.points_a_year),
                [value],
                {"what": messages.after_reference(told)},
            )
        )
    elif when is None or not value.sure or look.reasons:
        reasons = "；".join(dict.fromkeys(look.reasons)) or what
        open_.append(
            assay(
                "unsure", look.exhibit, (0.0, rule.points_a_year), [value, *look.rests_on], {"what": reasons}
            )
        )
    elif when.year not in proven:
        points = (rule.points_a_year, rule.points_a_year)
        proven[when.year] = assay(
            "supported", look.exhibit, points, [value, *look.rests_on], {"year": str(when.year), "name": told}
        )


def _years_beside(exhibit: Exhibit, years: set[int]) -> list[int]:
    """Years of which another page of a thicker paper has a day, and none of the paper's own: two papers left uncut."""
    known = {value.date.year for value in exhibit.each("date") if value.date is not None}
    found: set[int] = set()
    for leaf in exhibit.leaves:
        told = {int(year) for year in _DAY.findall(leaf)}
        if told and not told & known:
            found |= told & years
    return sorted(found)


def _is_over(when: PartialDate, look: Inquiry) -> bool:
    return when.on_or_before(look.matter.as_of)


def _names(proven: dict[int, Assay]) -> str:
    return messages.listing(f"{year}年" for year in sorted(proven)) or "无"
