"""Whatever a document's facts hold, the checks answer: they never fail, and never support what they can't read."""

import random
from typing import Any

import pytest

from dossier.document import ReadDocument
from dossier.finding import Verdict
from dossier.kinds import Kind
from rubric.evidence import FACTS
from tests.verifiers.builders import FILES, NAME, check, claim, honest, honest_claims, paper

_ODD: tuple[Any, ...] = (
    None,
    "",
    "  ",
    "长期",
    "0000-00",
    "2025-02-30",
    "9999-12-31",
    "0001-01-01",
    -1,
    0,
    1e308,
    float("inf"),
    True,
    False,
    [],
    ["", None, 3],
    {},
    {"满意": "多", "不满意": -5},
    "2026-13/2026-01",
    "(((",
    NAME,
    "🙂" * 50,
)


def _odd_paper(rng: random.Random, number: int) -> ReadDocument:
    kind = rng.choice(list(Kind))
    facts = {name: rng.choice(_ODD) for name in sorted(FACTS[kind]) if rng.random() < 0.8}
    more = [(name, rng.choice(_ODD)) for name in sorted(FACTS[kind]) if rng.random() < 0.2]
    return paper(f"{number}.pdf", kind, more=more, **facts)


@pytest.mark.parametrize("seed", range(60))
def test_odd_facts_never_fail_the_checks(seed: int) -> None:
    rng = random.Random(seed)
    papers = [_odd_paper(rng, number) for number in range(25)]
    claims = [claim(one, points) for one, (points, _) in FILES.items()]
    outcome = check(papers, claims, total=rng.choice([None, 99, -5]))
    for one in outcome.verification.findings:
        assert 0 <= one.supported[0] <= one.supported[1] <= one.claimed


@pytest.mark.parametrize(
    "value", [one for one in _ODD if one is not None and not isinstance(one, bool) and one != NAME]
)
@pytest.mark.parametrize(
    ("path", "name", "criterion"),
    [
        ("登记证书.jpg", "uscc", "2.1"),
        ("等级证书.jpg", "grade", "2.6"),
        ("荣誉.jpg", "authority_level", "6.2"),
    ],
)
def test_a_decisive_fact_that_makes_no_sense_supports_nothing(
    value: Any, path: str, name: str, criterion: str
) -> None:
    papers = honest()
    read = papers[path]
    facts = tuple(one.model_copy(update={"value": value}) if one.name == name else one for one in read.facts)
    papers[path] = read.model_copy(update={"facts": facts})
    finding = check(list(papers.values()), honest_claims()).finding(criterion)
    assert finding.verdict is not Verdict.SUPPORTED
