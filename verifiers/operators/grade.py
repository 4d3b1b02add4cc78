"""2.6: the grade of the certificate that is valid on the reference date."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dossier.dates import PartialDate, term_end
from dossier.kinds import Kind
from rubric.operators import Grade
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.registry import operator

_GRADE = re.compile(
    r"(?<![0-9A-Za-z])([1-5])\s*[AＡ]|(?<![0-9A-Za-zＡ])([AＡ]{2,5})(?![A-Za-zＡ])|([一二三四五])\s*[AＡ]"
)
_NUMERALS = "一二三四五"
_NO_GRADER = re.compile(r"(?:公司|协会|学会|商会)$")


@dataclass(frozen=True, slots=True)
class _Certificate:
    """A certificate of the applicant with what it says."""

    look: Inquiry
    grade: str | None
    grade_sure: bool
    issued: PartialDate | None
    ends: date | None

    @property
    def order(self) -> tuple[date, date]:
        """Later ones govern."""
        return (self.issued.latest() if self.issued else date.min, self.ends or date.max)


@operator(Grade)
def grade(matter: Matter, rule: Grade) -> Judgement:
    """The latest valid certificate governs: a later lower grade supersedes an older one."""
    exhibits = matter.of(Kind.GRADE_CERTIFICATE)
    if not exhibits:
        return matter.nothing()
    ours: list[_Certificate] = []
    foreign: list[Assay] = []
    for exhibit in exhibits:
        look = Inquiry(matter, exhibit)
        owner = look.owner()
        if owner.whose == "foreign":
            foreign.append(look.adverse("foreign", {"name": owner.name}))
        else:
            ours.append(_read(look, rule))
    if not ours:
        return Judgement(0.0, 0.0, tuple(foreign))
    valid = [one for one in ours if not _over(one, matter.as_of)]
    if not valid:
        latest = max(ours, key=lambda one: one.order)
        return _expired(latest, rule)
    valid.sort(key=lambda one: one.order)
    governing = _governing(matter, valid)
    rivals = {one.grade for one in valid if one.order == governing.order or one.issued is None}
    if rivals - {governing.grade}:
        governing.look.reasons.append(messages.GRADES_DIFFER)
    return _judge(governing, rule)


def _governing(matter: Matter, valid: list[_Certificate]) -> _Certificate:
    """The latest; but the claim's own stays, as a question, where a later one is not handed in for it."""
    latest = valid[-1]
    cited = [one for one in valid if one.look.exhibit in matter.selection.exhibits]
    if not cited or latest in cited or latest.grade == cited[-1].grade:
        return latest
    cited[-1].look.reasons.append(messages.later_grade(latest.look.exhibit.path, latest.grade))
    return cited[-1]


def _read(look: Inquiry, rule: Grade) -> _Certificate:
    value = look.read("评估等级", "grade")
    issuer = look.glance("issuing_authority")
    if issuer.text and _NO_GRADER.search(issuer.text):
        look.reasons.append(messages.grader_unknown(issuer.text))
    until = look.glance("valid_until")
    issued = look.glance("issue_date")
    ends: date | None = None
    if until.date is not None:
        ends = until.date.latest()
        _mind(look, "有效期", until.sure)
        if until.date.earliest() < look.matter.as_of <= ends:
            look.notes.append(messages.partial(until.date))
    elif until.endless:
        pass
    else:
        start = issued if issued.date else look.glance("valid_from")
        if start.date is not None:
            ends = term_end(start.date.latest(), rule.valid_years)
            _mind(look, "发证日期", start.sure)
            if term_end(start.date.earliest(), rule.valid_years) < look.matter.as_of <= ends:
                look.notes.append(messages.partial(start.date))
        else:
            look.reasons.append(messages.not_read("发证日期", "有效期"))
    return _Certificate(look, value.text, value.sure, issued.date, ends)


def _mind(look: Inquiry, label: str, sure: bool) -> None:  # noqa: FBT001
    if not sure:
        look.reasons.append(messages.not_read(label))


def _over(one: _Certificate, as_of: date) -> bool:
    """Surely over: an end that was read with too little confidence leaves it open."""
    return one.ends is not None and one.ends < as_of


def _expired(one: _Certificate, rule: Grade) -> Judgement:
    told = {"grade": one.grade, "until": _day(one.ends)}
    if one.look.reasons:
        one.look.reasons.append(messages.maybe_expired(told["until"]))
        best = max(rule.tiers.values())
        found = one.look.verdict(best, told)
        return Judgement(0.0, best, (found,))
    return Judgement(0.0, 0.0, (one.look.adverse("expired", told),))


def _judge(one: _Certificate, rule: Grade) -> Judgement:
    look, demand = one.look, one.look.matter.demand
    points = rule.tiers.get(one.grade or "", 0.0)
    told = {
        "grade": one.grade,
        "until": _day(one.ends),
        "least": min(rule.tiers),
        "name": look.matter.applicant.name,
    }
    if one.grade is None or look.reasons:
        best = points if one.grade_sure and points else max(rule.tiers.values())
        found = look.verdict(best, told)
        return Judgement(0.0, best, (found,))
    if points == 0:
        return Judgement(0.0, 0.0, (look.adverse("below", told),))
    found = look.verdict(points, told)
    claimed = _claimed_grade(demand.statement) or _by_points(rule, demand.points)
    if claimed and claimed > one.grade:
        over = assay(
            "overstated", look.exhibit, (points, points), look.rests_on, {**told, "claimed_grade": claimed}
        )
        return Judgement(points, points, (replace(over, stays=True),))
    return Judgement(found.low, found.high, (found,))


def _claimed_grade(statement: str) -> str | None:
    """The highest grade that the statement names."""
    found: list[str] = []
    for digit, letters, numeral in _GRADE.findall(statement):
        rank = int(digit) if digit else len(letters) if letters else _NUMERALS.index(numeral) + 1
        found.append(f"{rank}A")
    return max(found, default=None)


def _by_points(rule: Grade, points: float) -> str | None:
    """The grade whose points are claimed."""
    return next((name for name, worth in rule.tiers.items() if worth == points), None)


def _day(day: date | None) -> str | None:
    return None if day is None else messages.day(PartialDate.of(day))
