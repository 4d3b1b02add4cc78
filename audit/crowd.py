"""Groups against the others: claims beyond the evidence, questions left open, reviewers who overrule, drift between rounds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from audit import messages
from audit.model import Dimension, Group, Measure
from audit.shares import Comparison, Count, compare, compare_to, prior
from audit.tables import DECIMALS, RoundTables
from dossier.finding import Verdict
from dossier.ruling import Ruled

TINY = 1e-6
_OPEN = [Verdict.UNCERTAIN.value, Verdict.UNREADABLE.value]

claimed = pl.col("claimed") > TINY
overclaimed = claimed & (pl.col("claimed") > pl.col("high") + TINY)


@dataclass(frozen=True, slots=True)
class _Part:
    """A group before it is compared."""

    key: str
    count: Count
    points: float
    submissions: tuple[str, ...]


def groups(tables: RoundTables, titles: Mapping[str, str]) -> Iterator[Group]:
    """All tables of groups, each with its own correction for many tests. `titles`: the criteria's, by id."""
    claims = tables.findings.filter(claimed)
    yield from _told(
        Measure.OVERCLAIMED,
        Dimension.CRITERION,
        _parts(claims.with_columns(hit=overclaimed, beyond=_beyond()), "criterion"),
        titles,
    )
    yield from _told(
        Measure.UNDECIDED,
        Dimension.CRITERION,
        _parts(
            claims.with_columns(hit=pl.col("verdict").is_in(_OPEN), beyond=pl.lit(0.0)),
            "criterion",
        ),
        titles,
    )
    whole = _by_submission(tables)
    yield from _told(Measure.OVERCLAIMED, Dimension.CITY, _parts(whole, "place"), {})
    yield from _told(Measure.OVERCLAIMED, Dimension.TYPE, _parts(whole, "type"), {})
    yield from _decided(tables, claims)
    yield from _reviewers(tables)
    yield from _drift(tables, titles)


def _beyond() -> pl.Expr:
    return (pl.col("claimed") - pl.col("high")).clip(lower_bound=0.0)


def _by_submission(tables: RoundTables) -> pl.DataFrame:
    """One row a verified submission: whether any of its claims goes beyond the evidence, and by how much in all."""
    found = tables.findings.group_by("submission").agg(
        hit=overclaimed.any(), beyond=pl.when(claimed).then(_beyond()).otherwise(0.0).sum()
    )
    known = tables.submissions.filter(pl.col("verified")).select(
        "submission", "type", place=pl.coalesce("city", "recommender")
    )
    return known.join(found, on="submission", how="inner")


def _parts(rows: pl.DataFrame, key: str) -> list[_Part]:
    found = (
        rows.drop_nulls(key)
        .group_by(key)
        .agg(
            count=pl.col("hit").sum(),
            of=pl.len(),
            points=pl.col("beyond").median().round(DECIMALS),
            submissions=pl.col("submission").filter(pl.col("hit")).unique().sort(),
        )
        .sort(key)
    )
    return [
        _Part(row[key], Count(row["count"], row["of"]), row["points"] or 0.0, tuple(row["submissions"]))
        for row in found.iter_rows(named=True)
    ]


def _decided(tables: RoundTables, claims: pl.DataFrame) -> Iterator[Group]:
    """Claims by who decided on them last."""
    rows = claims.join(tables.decisions, on=["submission", "criterion"]).with_columns(
        hit=overclaimed, beyond=_beyond()
    )
    yield from _told(Measure.OVERCLAIMED, Dimension.REVIEWER, _parts(rows, "by"), _names(rows))


def _names(rows: pl.DataFrame) -> dict[str, str]:
    """People's names by their ids; of one that had several, the last by the alphabet."""
    return dict(rows.group_by("by").agg(pl.col("name").max()).iter_rows())


def _reviewers(tables: RoundTables) -> Iterator[Group]:
    ruled = tables.rulings.filter(pl.col("outcome") != Ruled.ASK.value)
    rows = ruled.with_columns(hit=pl.col("outcome") == Ruled.OVERRULE.value, beyond=pl.lit(0.0))
    yield from _told(Measure.OVERRULED, Dimension.REVIEWER, _parts(rows, "by"), _names(rows))


def _drift(tables: RoundTables, titles: Mapping[str, str]) -> Iterator[Group]:
    """The criteria's overclaimed shares, against those of the rounds before. Nothing where there was none."""
    earlier = {
        criterion: Count(count, of)
        for criterion, count, of in tables.earlier.select("criterion", "count", "of").iter_rows()
    }
    claims = tables.findings.filter(claimed).with_columns(hit=overclaimed, beyond=_beyond())
    parts = [part for part in _parts(claims, "criterion") if part.key in earlier]
    before = [earlier[part.key] for part in parts]
    compared = compare_to([part.count for part in parts], before, prior(before))
    for part, comparison in zip(parts, compared, strict=True):
        yield _group(Measure.DRIFT, Dimension.CRITERION, part, comparison, titles.get(part.key, part.key))


def _told(
    measure: Measure, dimension: Dimension, parts: Sequence[_Part], titles: Mapping[str, str]
) -> Iterable[Group]:
    compared = compare([part.count for part in parts])
    made = [
        _group(measure, dimension, part, comparison, titles.get(part.key, part.key))
        for part, comparison in zip(parts, compared, strict=True)
    ]
    return sorted(made, key=lambda group: (-group.share.shrunk, group.key))


def _group(measure: Measure, dimension: Dimension, part: _Part, comparison: Comparison, title: str) -> Group:
    share, others = comparison.share, comparison.others
    whole = measure is Measure.OVERCLAIMED and dimension in {Dimension.CITY, Dimension.TYPE}
    words = messages.WORDS_OF_SUBMISSIONS if whole else messages.WORDS[measure]
    told = words.format(count=share.count, of=share.of, other_count=others.count, other_of=others.of)
    conclusion = messages.CONCLUSIONS[comparison.stance].format(others=others.share)
    return Group(
        measure=measure,
        dimension=dimension,
        key=part.key,
        title=title,
        share=share,
        others=others,
        p=comparison.p,
        stance=comparison.stance,
        points=part.points,
        words=f"{told}，{conclusion}。",
        submissions=part.submissions,
    )
