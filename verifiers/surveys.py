"""A satisfaction survey's own arithmetic: the rate that its counts give, and whether its figures agree."""

import re
from dataclasses import dataclass

from verifiers import messages
from verifiers.exhibits import Exhibit
from verifiers.thresholds import ROUNDING
from verifiers.values import Value

_SATISFIED = ("非常满意", "很满意", "十分满意", "比较满意", "较满意", "满意")
_BASIC = ("基本满意",)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a survey comes to.

    `rate` is that of the counts, 基本满意 included unless the sheet leaves it out; `strict` the rate without it,
    None where it makes no difference; `adds_up` whether the printed rate agrees with the counts; `contradictory` whether
    the counts themselves can't be true together.
    """

    respondents: float | None
    satisfied: float | None
    rate: float | None
    strict: float | None
    printed: float | None
    adds_up: bool
    contradictory: bool
    sure: bool
    why: str
    rests_on: tuple[Value, ...]


def read_survey(exhibit: Exhibit) -> Survey:
    """The survey of an exhibit."""
    respondents, satisfied = exhibit.value("respondents"), exhibit.value("satisfied")
    rate, levels = exhibit.value("rate"), exhibit.value("levels")
    if respondents.number is None:
        respondents = exhibit.value("sample")
    rests_on = (respondents, satisfied, rate, levels)
    table = _read_table(levels)
    count, good = respondents.number, satisfied.number
    tells = table is not None and good in {None, table.plain, table.plain + table.basic}
    basic = table.basic if tells and table and good != table.plain else 0.0
    if tells and table:
        count = table.total if count is None else count
        good = table.plain + table.basic if good is None else good
    sure = all(value.sure for value in (respondents, satisfied) if value.present)
    sure = sure and (satisfied.present or levels.sure)
    if not count or good is None:
        return _open(rests_on, count, good, messages.NO_COUNTS)
    if good > count or (tells and table and table.is_at_odds_with(count)):
        return _open(rests_on, count, good, messages.COUNTS_DIFFER, contradictory=sure)
    found, strict, printed = good / count, (good - basic) / count, rate.number
    if (
        basic
        and printed is not None
        and _agrees(strict, printed, rate.raw)
        and not _agrees(found, printed, rate.raw)
    ):
        good, found, basic = good - basic, strict, 0.0
    return Survey(
        respondents=count,
        satisfied=good,
        rate=found,
        strict=strict if basic else None,
        printed=printed,
        adds_up=printed is None or not rate.sure or _agrees(found, printed, rate.raw),
        contradictory=False,
        sure=sure,
        why="" if sure else messages.not_read("问卷份数"),
        rests_on=rests_on,
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """Counts by level. A sheet of several questions has several tables: one counts if its sum is the sheet's."""

    plain: float
    basic: float
    total: float
    complete: bool
    """Whether it has a level of the unsatisfied, so that its total must be all that answered."""

    def is_at_odds_with(self, respondents: float) -> bool:
        """Whether its total can't be that of so many respondents."""
        return self.total > respondents or (self.complete and self.total != respondents)


def _read_table(levels: Value) -> _Table | None:
    counts = _counts(levels)
    if not counts:
        return None
    return _Table(
        plain=sum(number for label, number in counts.items() if label in _SATISFIED),
        basic=sum(number for label, number in counts.items() if label in _BASIC),
        total=sum(counts.values()),
        complete=any("不满意" in label for label in counts),
    )


def _open(
    rests_on: tuple[Value, ...],
    count: float | None,
    good: float | None,
    why: str,
    *,
    contradictory: bool = False,
) -> Survey:
    """A survey whose counts give no rate that could be relied on."""
    return Survey(
        respondents=count,
        satisfied=good,
        rate=None,
        strict=None,
        printed=rests_on[2].number,
        adds_up=True,
        contradictory=contradictory,
        sure=False,
        why=why,
        rests_on=rests_on,
    )


def _counts(levels: Value) -> dict[str, float]:
    value = levels.raw_value
    if not isinstance(value, dict):
        return {}
    return {
        label: float(number)
        for label, number in value.items()
        if isinstance(number, int | float) and not isinstance(number, bool)
    }


def _agrees(rate: float, printed: float, raw: str) -> bool:
    """Whether a printed rate is the rate, rounded or cut to its own digits. At least to a twentieth of a percent."""
    digits = re.search(r"\d+(?:\.(\d+))?", raw)
    decimals = len(digits[1] or "") if digits else 0
    percent = printed <= 1 and digits is not None and float(digits[0]) > 1
    unit = 10.0 ** -(decimals + (2 if percent or not decimals else 0))
    return abs(rate - printed) <= max(unit * ROUNDING, 0.0005) or 0 <= rate - printed < unit
