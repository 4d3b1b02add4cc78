"""6.1: the rate of satisfied workers, recomputed from the counts."""

import re
from dataclasses import dataclass

from dossier import names
from rubric.operators import Satisfaction
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay
from verifiers.exhibits import Exhibit
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.partners import named_in
from verifiers.registry import operator
from verifiers.surveys import Survey, read_survey

_ABOUT = re.compile(
    r"(?:调查|被评|服务|社会组织)?(?:单位|机构|组织)(?:名称)?[:：]([\u4e00-\u9fff()（）]{6,40})$"
)
"""A line that says whom a survey is about."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A survey's points, and what is told."""

    low: float
    high: float
    assays: tuple[Assay, ...]


@operator(Satisfaction)
def satisfaction(matter: Matter, rule: Satisfaction) -> Judgement:
    """The one survey, the claim's own first; several must agree on the tier, else it stays open."""
    if not matter.exhibits:
        return matter.nothing()
    cited = [exhibit for exhibit in matter.exhibits if exhibit in matter.selection.exhibits]
    exhibits = cited or matter.exhibits
    judged = [_judge(matter, rule, exhibit) for exhibit in exhibits]
    first = judged[0]
    if all((one.low, one.high) == (first.low, first.high) for one in judged):
        return Judgement(first.low, first.high, first.assays)
    worst = min(judged, key=lambda one: (one.low, one.high))
    if worst.low >= matter.need:
        return Judgement(worst.low, worst.low, worst.assays)
    high = max(one.high for one in judged)
    doubts = [matter.unsure(exhibit, high, messages.SURVEYS_DIFFER) for exhibit in exhibits]
    return Judgement(min(one.low for one in judged), high, tuple(doubts))


def _anothers(exhibit: Exhibit, applicant: str) -> bool:
    """Whether it names another organization, in its text or as the one that it is about."""
    if named_in(exhibit, applicant) is not None:
        return True
    told = [match[1] for _, line in exhibit.lines if (match := _ABOUT.match("".join(line.text.split())))]
    return any(names.same_organization(applicant, name).verdict == "different" for name in told)


def _points(rule: Satisfaction, rate: float) -> float:
    return max((tier.points for tier in rule.tiers if rate >= tier.rate - 1e-9), default=0.0)


def _judge(matter: Matter, rule: Satisfaction, exhibit: Exhibit) -> _Judged:
    look = Inquiry(matter, exhibit)
    survey = read_survey(exhibit)
    look.rests_on += survey.rests_on
    if matter.whose(exhibit).whose != "ours" and _anothers(exhibit, matter.applicant.name):
        look.reasons.append(messages.NOT_ITS_SURVEY)
    least = min(tier.rate for tier in rule.tiers)
    values = {
        "satisfied": None if survey.satisfied is None else f"{survey.satisfied:g}",
        "respondents": None if survey.respondents is None else f"{survey.respondents:g}",
        "printed": None if survey.printed is None else messages.percent(survey.printed),
        "least": messages.percent(least),
        "sample": str(rule.sample),
    }
    full = rule.full()
    if survey.rate is None or not survey.sure or look.reasons:
        best = full if survey.rate is None else _points(rule, survey.rate) or full
        what = "；".join([*look.reasons, survey.why or messages.not_read("问卷份数")])
        outcome = "arithmetic_open" if survey.contradictory else "unsure"
        one = assay(outcome, exhibit, (0.0, best), look.rests_on, {"what": what, **values})
        return _Judged(0.0, best, (one,))
    values["rate"] = messages.percent(survey.rate)
    points = _points(rule, survey.rate)
    if survey.respondents is not None and survey.respondents < rule.sample:
        best = points or full
        small = assay("sample_small", exhibit, (0.0, best), look.rests_on, values)
        return _Judged(0.0, best, (small,))
    if survey.strict is not None and _points(rule, survey.strict) != points:
        low = _points(rule, survey.strict)
        if low >= matter.need:
            return _decided(look, rule, survey, low, {**values, "rate": messages.percent(survey.strict)})
        what = messages.basic_decides(messages.percent(survey.strict), messages.percent(survey.rate))
        one = assay("unsure", exhibit, (low, points), look.rests_on, {"what": what, **values})
        return _Judged(low, points, (one,))
    return _decided(look, rule, survey, points, values)


def _decided(
    look: Inquiry, rule: Satisfaction, survey: Survey, points: float, values: dict[str, str | None]
) -> _Judged:
    """The counts are clear: below the threshold, at odds with the printed rate, or carried."""
    exhibit = look.exhibit
    if points <= 0:
        return _Judged(0.0, 0.0, (assay("below", exhibit, (0.0, 0.0), look.rests_on, values),))
    if not survey.adds_up:
        return _at_odds(look, rule, survey, points, values)
    found = look.verdict(points, values)
    return _Judged(found.low, found.high, (found,))


def _at_odds(
    look: Inquiry, rule: Satisfaction, survey: Survey, points: float, values: dict[str, str | None]
) -> _Judged:
    """The printed rate is not that of the counts: the counts decide; where they say more, it stays open."""
    printed = points if survey.printed is None else _points(rule, survey.printed)
    if printed < points:
        what = messages.COUNTS_SAY_MORE
        one = assay(
            "arithmetic_open", look.exhibit, (printed, points), look.rests_on, {"what": what, **values}
        )
        return _Judged(printed, points, (one,))
    outcome = "arithmetic" if points < look.matter.need else "arithmetic_soft"
    return _Judged(points, points, (assay(outcome, look.exhibit, (points, points), look.rests_on, values),))
