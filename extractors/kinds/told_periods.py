"""A period of validity that a sentence tells, where no label does."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.fact import Fact
from extractors.kinds import common
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import Period, period_in

_REACH = 40
"""Characters behind 有效期 among which its days stand."""


def told_validity(paper: Paper) -> list[Fact]:
    """valid_from and valid_until as `有效期自…至…` tells them; empty where nothing does."""
    compact = paper.text.compact
    for match in re.finditer(r"有效期(限)?(为|自|至|：|:|从)?", compact.string):
        tail = compact[match.start() : match.end() + _REACH]
        stop = re.search(r"[。；;]", tail.string)
        period = period_in(tail[: stop.start()] if stop else tail)
        if period is not None:
            return common.period_facts(paper, period)
    return _alone(paper)


_WHOLE = re.compile(
    r"[自从][^自从至到]{8,14}(?:起)?[至到][^自从至到]{8,14}?止?"
    r"|20\d\d年\d{1,2}月\d{1,2}日起?[至到—－-]20\d\d年\d{1,2}月(?:\d{1,2}日|\d\d)止?"
)
"""A cell that is a period from day to day and nothing else."""


def _alone(paper: Paper) -> list[Fact]:
    """The one period that fills a cell, whatever its label was read as."""
    cells = [Text.of(fragment).compact for row in paper.rows for fragment in row.fragments]
    periods = [
        period for cell in cells if _WHOLE.fullmatch(cell.string) and (period := period_in(cell)) is not None
    ]
    if len(periods) != 1 or periods[0].start is None or periods[0].end is None:
        return []
    start, end = (replace(each, sure=each.sure * _UNLABELLED) for each in (periods[0].start, periods[0].end))
    return common.period_facts(paper, Period(start, end))


_UNLABELLED = 0.9
