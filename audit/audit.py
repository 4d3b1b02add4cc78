"""The audit of a round: tables in, `Audit` out. No page is read and nothing is asked of the database."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from audit import messages
from audit.crowd import groups
from audit.earlier import earlier
from audit.model import (
    NOT_COMPARED,
    Alike,
    Audit,
    Counts,
    CriterionRow,
    Entry,
    Method,
    Remark,
)
from audit.rules import Days, breaches
from audit.sampling import SIZE, Look, Passed, draw
from audit.shared import shared
from audit.tables import DECIMALS, RoundTables
from dossier.finding import Code, Severity, Verdict
from dossier.report import RubricReference
from dossier.rounds import Round
from dossier.ruling import Ruled
from dossier.state import State
from rubric.model import Rubric, id_order

HIGH_POINTS = 4.0
"""A finding that carries so many points is looked at again more often."""
_ENTRY = tuple(Entry.model_fields)


def audit(
    tables: RoundTables,
    held: Round,
    rubric: Rubric,
    *,
    as_of: date,
    seed: str,
    size: int = SIZE,
    alike: Alike = NOT_COMPARED,
) -> Audit:
    """What there is to say of the round.

    `rubric`: the standard in force. `seed`: of the sample; `size`: its findings. `alike`: pages that are one, as they were found
    beforehand.
    """
    entries = tuple(
        Entry.model_validate({name: row[name] for name in _ENTRY})
        for row in tables.submissions.sort("submission").iter_rows(named=True)
    )
    titles = {each.id: each.title for each in rubric.in_order()}
    days = {
        submission: Days(submitted, recommended)
        for submission, submitted, recommended in tables.submissions.select(
            "submission", "submitted_on", "recommended_on"
        ).iter_rows()
    }
    passed = list(_passed(tables, entries, frozenset(each.id for each in rubric.gates)))
    looks = {
        (submission, criterion): Look(right, by, note)
        for submission, criterion, right, by, note in tables.looks.iter_rows()
    }
    return Audit(
        round=held.id,
        title=held.days.title,
        as_of=as_of,
        rubrics=tuple(_rubrics(tables)),
        counts=_counts(tables, entries),
        entries=entries,
        criteria=tuple(_criteria(tables, rubric)),
        breaches=tuple(breaches(entries, days, _open_gates(tables), held=held.days, rules=rubric.round)),
        groups=tuple(groups(tables, titles)),
        clusters=(*shared(tables, entries), *alike.clusters, *earlier(tables, entries)),
        sample=draw(passed, seed, looks, size),
        remarks=(*_unverified(entries), *alike.remarks),
        method=tuple(Method(title=title, text=text) for title, text in messages.METHOD),
    )


def _unverified(entries: Iterable[Entry]) -> Iterable[Remark]:
    for each in entries:
        if not each.verified:
            yield Remark(
                submission=each.submission, organization=each.organization, reason=messages.NOT_VERIFIED
            )


def _rubrics(tables: RoundTables) -> Iterable[RubricReference]:
    names = ["rubric", "rubric_version", "rubric_sha256", "rubric_provisional"]
    found = (
        tables.submissions.filter(pl.col("verified"))
        .group_by(names)
        .len()
        .sort(["len", "rubric_sha256"], descending=[True, False])
    )
    for name, version, sha256, provisional, _ in found.iter_rows():
        yield RubricReference(id=name, version=version, sha256=sha256, provisional=provisional)


def _counts(tables: RoundTables, entries: Sequence[Entry]) -> Counts:
    def number(frame: pl.DataFrame, column: str) -> dict[Any, int]:
        return dict(frame.group_by(column).len().sort(column).iter_rows())

    return Counts(
        submissions=len(entries),
        verified=sum(each.verified for each in entries),
        recommended=sum(each.state is State.RECOMMENDED for each in entries),
        documents=int(tables.submissions["documents"].sum()),
        pages=int(tables.submissions["pages"].sum()),
        findings=tables.findings.height,
        discrepancies={Code(code): count for code, count in number(tables.discrepancies, "code").items()},
        states={State(state): count for state, count in number(tables.submissions, "state").items()},
        eligible=number(tables.submissions.filter(pl.col("verified")), "eligible"),
    )


def _criteria(tables: RoundTables, rubric: Rubric) -> Iterable[CriterionRow]:
    known = {each.id: each for each in rubric.in_order()}
    found = tables.findings.group_by("criterion").agg(
        pl.col("claimed", "low", "high").sum().round(DECIMALS),
        claims=(pl.col("claimed") > 0).sum(),
    )
    verdicts: defaultdict[str, dict[Verdict, int]] = defaultdict(dict)
    counted = tables.findings.group_by("criterion", "verdict").len().sort("criterion", "verdict")
    for criterion, verdict, count in counted.iter_rows():
        verdicts[criterion][Verdict(verdict)] = count
    for row in sorted(found.iter_rows(named=True), key=lambda row: id_order(row["criterion"])):
        criterion = known.get(row["criterion"])
        yield CriterionRow(
            **row,
            title=criterion.title if criterion else row["criterion"],
            clause=criterion.clause.place if criterion else "",
            verdicts=verdicts[row["criterion"]],
        )


def _open_gates(tables: RoundTables) -> Mapping[str, Sequence[str]]:
    """Criteria of gates that fail, by submission, but for those that two people overruled."""
    keys = ["submission", "code", "criterion", "document", "message"]
    overruled = tables.rulings.filter((pl.col("outcome") == Ruled.OVERRULE.value) & pl.col("agreed"))
    found = tables.discrepancies.filter(pl.col("severity") == Severity.GATE.value).join(
        overruled.select(keys).unique(), on=keys, how="anti", nulls_equal=True
    )
    gates: defaultdict[str, list[str]] = defaultdict(list)
    for submission, criterion in found.select("submission", "criterion").sort(pl.all()).iter_rows():
        if (criterion or "—") not in gates[submission]:
            gates[submission].append(criterion or "—")
    return dict(gates)


def _passed(tables: RoundTables, entries: Iterable[Entry], gates: frozenset[str]) -> Iterable[Passed]:
    """The findings that were called supported, carry points or are a gate, and were decided by nobody before the second look.

    What a second look found is put right by a decision, or by reading a fact otherwise. It stays in what it was drawn from all the
    same: else the wrong ones would leave it, and the estimate would call the rest better than it is.
    """
    whose = {each.submission: each for each in entries}
    key, supported = ["submission", "criterion"], pl.col("verdict") == Verdict.SUPPORTED.value
    carrying = (pl.col("low") > 0) | pl.col("criterion").is_in(list(gates))
    untouched = tables.findings.filter(supported & carrying).join(tables.decisions, on=key, how="anti")
    looked_at = tables.findings.join(tables.looks, on=key, how="semi")
    found = pl.concat([untouched, looked_at]).unique(key)
    # Whatever was put right since, a finding stays in the stratum that it was drawn from.
    points_then = pl.when(supported).then("low").otherwise("claimed")
    for submission, criterion, points in found.select(*key, points_then).iter_rows():
        entry = whose[submission]
        risky = criterion in gates or entry.traces > 0
        stratum = "high" if risky else "middle" if points >= HIGH_POINTS else "low"
        yield Passed(submission, entry.organization, entry.city, criterion, points, stratum)
