"""2.5: an inspection or annual report for each of the last due years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dossier.kinds import Kind
from rubric.operators import AnnualInspection
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay
from verifiers.exhibits import Exhibit
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.registry import operator
from verifiers.values import Value

_CHARITY = re.compile(r"(?<!非)(?<!是否为)(?<!是否)慈善组织(?![:：]?(?:否|□))")
_HEADED = r"{year}年?度?[^，。；]{{0,8}}(?:年检|检查|年报|年度报告|工作报告)|(?:年度|年份)[:：]?{year}"
_CONCLUDED = re.compile(r"(?:结论|结果|意见|等次)[^，。；]{0,4}合格")
_SELF = re.compile(rf"自[评查检]{_CONCLUDED.pattern}")
_PASSED, _FAILED = "合格", "不合格"
_BIRTH_FACTS = ("registration_date", "issue_date", "valid_from", "date", "publish_date", "sign_date")


@dataclass(frozen=True, slots=True)
class _Year:
    """One year's paper: its conclusion, None where it has none or it can't be told."""

    year: int
    conclusion: str | None
    sure: bool
    look: Inquiry
    rests_on: tuple[Value, ...]


@operator(AnnualInspection)
def annual_inspection(matter: Matter, rule: AnnualInspection) -> Judgement:
    """Every year that was owed must be there and be good enough; the worst decides."""
    due = _due(matter.as_of, rule)
    papers: list[_Year] = []
    foreign: list[Assay] = []
    for exhibit in matter.of(Kind.ANNUAL_REPORT):
        look = Inquiry(matter, exhibit)
        owner = look.owner()
        if owner.whose == "foreign":
            foreign.append(look.adverse("foreign", {"name": owner.name}))
        else:
            papers += _papers(look)
    birth = _birth(matter)
    judged = [_year(matter, rule, year, papers, foreign, birth) for year in due]
    told = [one for one in judged if one is not None]
    on_the_day = matter.as_of == _due_day(matter.as_of.year, rule)
    if not told:
        what = messages.NO_YEAR_OWED
        return Judgement(
            0.0, rule.full(), (assay("unsure", None, (0.0, rule.full()), values={"what": what}),)
        )
    low, high = min(one.low for one in told), min(one.high for one in told)
    if on_the_day and low < rule.full():
        open_ = assay("unsure", None, (0.0, rule.full()), values={"what": messages.due_today(due[0])})
        return Judgement(0.0, rule.full(), (open_, *(one for one in told if one.low > 0)))
    told.sort(key=lambda one: (one.low, one.high))
    return Judgement(low, high, tuple(_merge(told, rule, low)))


def _merge(told: list[Assay], rule: AnnualInspection, low: float) -> Iterator[Assay]:
    """Good years are told as one."""
    good = [one for one in told if one.outcome == "supported"]
    yield from (one for one in told if one not in good)
    if good:
        held = {held.position: held for one in good for held in one.held}
        years = messages.listing(
            sorted(f"{one.values['year']}年度{one.values.get('conclusion', '')}" for one in good)
        )
        values = {**good[0].values, "years": years}
        yield Assay(
            outcome="supported" if low >= rule.full() else "years_there",
            low=low,
            high=low,
            values=values,
            held=tuple(held.values()),
            document=good[0].document,
            note="".join(dict.fromkeys(one.note for one in good)),
        )


def _due_day(year: int, rule: AnnualInspection) -> date:
    return date.fromisoformat(f"{year}-{rule.due}")


def _due(as_of: date, rule: AnnualInspection) -> list[int]:
    """The last years whose inspection has fallen due, latest first."""
    latest = as_of.year - 1 if as_of >= _due_day(as_of.year, rule) else as_of.year - 2
    return [latest - back for back in range(rule.years)]


def _papers(look: Inquiry) -> list[_Year]:
    """The years that a paper holds: one, or a table of years with their conclusions in order."""
    years, conclusions = look.exhibit.each("year"), look.exhibit.each("conclusion")
    if len(years) == len(conclusions) and len({value.number for value in years}) > 1:
        pairs = list(zip(years, conclusions, strict=True))
    elif len({value.number for value in years}) > 1:
        pairs = [(value, Value.absent()) for value in years]
    else:
        pairs = [(look.exhibit.value("year"), look.exhibit.value("conclusion"))]
    found: list[_Year] = []
    for year, conclusion in pairs:
        number = _number(year)
        if number is not None:
            sure = year.sure and (conclusion.sure or not conclusion.present)
            found.append(_Year(number, conclusion.text, sure, look, (year, conclusion)))
    return found


def _number(value: Value) -> int | None:
    if value.number is not None:
        return int(value.number)
    return int(value.text[:4]) if value.text and value.text[:4].isdigit() else None


def _year(
    matter: Matter,
    rule: AnnualInspection,
    year: int,
    papers: list[_Year],
    foreign: list[Assay],
    birth: tuple[date, bool] | None,
) -> Assay | None:
    """What one due year comes to; None where it isn't owed."""
    mine = [paper for paper in papers if paper.year == year]
    if mine:
        return _best(matter, rule, mine)
    limit = _due_day(year, rule)
    if birth is not None and birth[0] > limit:
        if birth[1]:
            return None
        what = messages.maybe_not_owed(year)
        return assay("unsure", None, (0.0, rule.full()), values={"what": what, "year": str(year)})
    unread = [
        exhibit
        for exhibit in matter.of(Kind.ANNUAL_REPORT)
        if not exhibit.value("year").sure or _speaks_of(exhibit, year)
    ]
    open_ = [
        *(matter.unsure(exhibit, rule.full(), messages.not_read("年度")) for exhibit in unread),
        *matter.doubts(),
    ]
    if open_:
        return open_[0]
    if foreign:
        return foreign[0]
    return assay("year_missing", None, values={"year": str(year)})


def _speaks_of(exhibit: Exhibit, year: int) -> bool:
    """Whether a page of a thicker paper is headed by that year and silent on the paper's own: two papers left uncut."""
    own = [_number(value) for value in exhibit.each("year")]
    headed = re.compile(_HEADED.format(year=year))
    return any(headed.search(leaf) and not any(f"{one}年" in leaf for one in own) for leaf in exhibit.leaves)


def _best(matter: Matter, rule: AnnualInspection, mine: list[_Year]) -> Assay:
    """The best paper of a year; papers that disagree leave it open."""
    judged = [_one(matter, rule, paper) for paper in mine]
    best = max(judged, key=lambda one: (one.low, one.high))
    outcomes = {one.outcome for one in judged}
    if "failed" in outcomes and len(outcomes) > 1:
        return assay(
            "unsure",
            mine[0].look.exhibit,
            (0.0, rule.full()),
            [v for p in mine for v in p.rests_on],
            {"what": messages.several("年检结论")},
        )
    return best


def _one(matter: Matter, rule: AnnualInspection, paper: _Year) -> Assay:
    look = paper.look
    values = {"year": str(paper.year), "conclusion": paper.conclusion or "", "name": matter.applicant.name}
    rests = [*look.rests_on, *paper.rests_on]
    look.reasons += _own_words(paper)
    if look.reasons or not paper.sure:
        what = "；".join([*look.reasons, *([] if paper.sure else [messages.not_read("年度", "结论")])])
        return assay("unsure", look.exhibit, (0.0, rule.full()), rests, {"what": what, **values})
    if paper.conclusion is None:
        if _is_charity(look.exhibit, matter):
            note = messages.CHARITY_REPORT
            return assay("supported", look.exhibit, (rule.full(), rule.full()), rests, values, note=note)
        what = messages.no_conclusion(paper.year)
        return assay("unsure", look.exhibit, (0.0, rule.full()), rests, {"what": what, **values})
    points = rule.conclusions.get(paper.conclusion, 0.0)
    if paper.conclusion == _FAILED or points <= 0:
        return assay("failed", look.exhibit, (0.0, 0.0), rests, values)
    outcome = "supported" if paper.conclusion == _PASSED else "basic"
    return assay(outcome, look.exhibit, (points, points), rests, values)


def _own_words(paper: _Year) -> Iterator[str]:
    """Why the conclusion isn't the authority's of that year: the organization's own, or older than the year's end."""
    text = "".join(paper.look.exhibit.text.split())
    own = len(_SELF.findall(text))
    if own and own == len(_CONCLUDED.findall(text)):
        yield messages.SELF_ASSESSED
    issued = paper.look.exhibit.value("issue_date")
    one_year = len({value.number for value in paper.look.exhibit.each("year")}) == 1
    if (
        one_year
        and issued.date is not None
        and issued.sure
        and issued.date.latest() <= date(paper.year, 12, 30)
    ):
        yield messages.BEFORE_YEAR_END


def _is_charity(exhibit: Exhibit, matter: Matter) -> bool:
    """Whether the report is a charity's: it says so, or the applicant's name or type does."""
    flag = exhibit.value("charity")
    if flag.flag is not None:
        return flag.flag and flag.sure
    applicant = f"{matter.applicant.name}{matter.applicant.type or ''}"
    return (
        "慈善" in applicant or "基金会" in applicant or bool(_CHARITY.search(exhibit.text.replace(" ", "")))
    )


def _birth(matter: Matter) -> tuple[date, bool] | None:
    """The earliest day on which the applicant is known to have been, and whether that is its registration.

    Papers older than the registration certificate show that it is a renewed one. None where nothing tells.
    """
    registered: date | None = None
    seen: list[date] = []
    for exhibit in matter.everything:
        if matter.whose(exhibit).whose != "ours":
            continue
        if exhibit.kind is Kind.REGISTRATION_CERTIFICATE:
            value = exhibit.value("registration_date")
            if value.date and value.sure:
                registered = min(value.date.earliest(), registered or date.max)
        seen += _days(exhibit)
    if registered is not None:
        return registered, True
    return (min(seen), False) if seen else None


def _days(exhibit: Exhibit) -> Iterator[date]:
    """Days on which the paper shows the applicant to have been."""
    for name in _BIRTH_FACTS:
        value = exhibit.value(name)
        if value.date is not None and value.sure:
            yield value.date.latest()
    for value in exhibit.each("year"):
        number = _number(value)
        if number is not None and value.sure and 1900 < number < 9999:
            yield date(number, 12, 31)
