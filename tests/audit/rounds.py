"""Rounds of made-up results, as tables: any number of submissions, with what a test plants among them."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import polars as pl

from audit.tables import SCHEMAS, RoundTables
from dossier.rounds import Round, RoundDays
from rubric import Rubric, load

RUBRIC: Rubric = load(None)
HELD = Round(
    id="2026",
    version=1,
    days=RoundDays(
        title="2026年度评估",
        closes_on=date(2026, 11, 20),
        recommend_by=date(2026, 11, 30),
        city_quota=2,
        industry_quota=1,
    ),
)
CITIES = (
    "南京市",
    "无锡市",
    "徐州市",
    "常州市",
    "苏州市",
    "南通市",
    "连云港市",
    "淮安市",
    "盐城市",
    "扬州市",
)
TYPES = ("社会团体", "民办非企业单位", "基金会")


def empty(**rows: list[dict[str, Any]]) -> RoundTables:
    """Tables of these rows, all others empty; columns that a row leaves out are null."""
    return RoundTables.of(
        {name: pl.DataFrame(rows.get(name, []), schema=dict(schema)) for name, schema in SCHEMAS.items()}
    )


def submission(number: int, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - of any column
    """A verified submission before the reviewers of Nanjing, with nothing wrong about it."""
    row: dict[str, Any] = {
        "submission": f"S{number:05d}",
        "organization": f"第{number}服务中心",
        "type": TYPES[0],
        "city": "南京市",
        "recommender": "南京市总工会",
        "state": "in_review",
        "submitted_on": date(2026, 11, 15),
        "recommended_on": None,
        "verified": True,
        "claimed": 90.0,
        "low": 85.0,
        "high": 90.0,
        "threshold": 80.0,
        "eligible": "yes",
        "gates": 0,
        "majors": 0,
        "traces": 0,
        "documents": 20,
        "pages": 45,
        "rubric": RUBRIC.id,
        "rubric_version": RUBRIC.version,
        "rubric_sha256": RUBRIC.sha256,
        "rubric_provisional": RUBRIC.provisional,
    }
    return row | changes


def finding(
    number: int, criterion: str, *, claimed: float = 4.0, carried: float = 4.0, verdict: str = ""
) -> dict[str, Any]:
    """A finding of submission `number`."""
    told = verdict or ("supported" if carried >= claimed else "contradicted")
    low = carried if told != "uncertain" else 0.0
    return {
        "submission": f"S{number:05d}", "criterion": criterion, "verdict": told,
        "claimed": claimed, "low": low, "high": carried,
    }  # fmt: skip


def made(count: int, seed: int = 1, *, overclaimed: float = 0.1) -> RoundTables:
    """A round of so many submissions, all alike but for chance."""
    chance = np.random.default_rng(seed)
    ids = [f"S{number:05d}" for number in range(count)]
    city = chance.integers(0, len(CITIES), count)
    criteria = [each.id for each in RUBRIC.in_force(date(2026, 11, 15))]
    total = count * len(criteria)
    claimed = chance.integers(1, 9, total).astype(float)
    over = chance.random(total) < overclaimed
    open_ones = ~over & (chance.random(total) < 0.1)
    high = np.where(over, np.floor(claimed / 2), claimed)
    low = np.where(open_ones, 0.0, high)
    findings = pl.DataFrame(
        {
            "submission": np.repeat(ids, len(criteria)),
            "criterion": criteria * count,
            "verdict": np.where(over, "contradicted", np.where(open_ones, "uncertain", "supported")),
            "claimed": claimed, "low": low, "high": high,
        }
    )  # fmt: skip
    sums = findings.group_by("submission", maintain_order=True).agg(pl.col("claimed", "low", "high").sum())
    state = np.where(chance.random(count) < 0.05, "recommended", "in_review")
    days = [date(2026, 11, 10) + timedelta(days=int(each)) for each in chance.integers(0, 11, count)]
    recommended = [date(2026, 11, 28) if each == "recommended" else None for each in state]
    submissions = pl.DataFrame([submission(number) for number in range(count)]).with_columns(
        city=pl.Series([CITIES[each] for each in city]),
        recommender=pl.Series([f"{CITIES[each]}总工会" for each in city]),
        type=pl.Series([TYPES[each] for each in chance.integers(0, len(TYPES), count)]),
        state=pl.Series(state),
        submitted_on=pl.Series(days),
        recommended_on=pl.Series(recommended, dtype=pl.Date),
        claimed=sums["claimed"], low=sums["low"], high=sums["high"],
    )  # fmt: skip
    rest = empty()
    return RoundTables.of(
        {name: getattr(rest, name) for name in SCHEMAS} | {"submissions": submissions, "findings": findings}
    )
