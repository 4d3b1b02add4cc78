"""A period of validity that a sentence tells, where no label does."""

from __future__ import annotations

import re

from dossier.fact import Fact
from extractors.kinds import common
from extractors.paper import Paper
from extractors.values import period_in

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
    return []
