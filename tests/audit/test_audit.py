"""The audit as a whole: complete, the same for the same round, and what it takes as its sample."""

from datetime import date
from pathlib import Path

import polars as pl

from audit.audit import audit
from audit.model import Audit
from audit.tables import SCHEMAS, RoundTables
from dossier.finding import Verdict
from dossier.state import State
from tests.audit.rounds import HELD, RUBRIC, empty, finding, made, submission


def audited(tables: RoundTables, seed: str = "s") -> Audit:
    return audit(tables, HELD, RUBRIC, as_of=date(2026, 12, 1), seed=seed)


def test_the_same_round_gives_the_same_bytes_whatever_the_order_of_its_rows() -> None:
    tables = made(60)
    told = audited(tables).to_json()
    shuffled = {name: getattr(tables, name).sample(fraction=1, shuffle=True, seed=5) for name in SCHEMAS}
    assert audited(RoundTables.of(shuffled)).to_json() == told
    assert Audit.model_validate_json(told).to_json() == told
    assert audited(tables, "t").to_json() != told


def test_what_there_is_is_counted() -> None:
    rows = [submission(1), submission(2, verified=False, state="received", rubric_sha256=None), submission(3, state="recommended")]  # fmt: skip
    found = audited(empty(submissions=rows, findings=[finding(1, "2.6"), finding(3, "2.6")]))
    assert found.counts.submissions == 3
    assert found.counts.verified == 2
    assert found.counts.recommended == 1
    assert found.counts.documents == 60
    assert found.counts.states == {State.IN_REVIEW: 1, State.RECEIVED: 1, State.RECOMMENDED: 1}
    assert [each.submission for each in found.remarks] == ["S00002"]
    assert [each.sha256 for each in found.rubrics] == [RUBRIC.sha256]
    assert found.criteria[0].verdicts == {Verdict.SUPPORTED: 2}


def test_the_sample_is_of_what_was_passed_and_not_looked_at() -> None:
    findings = [
        finding(1, "2.6", claimed=6, carried=6),
        finding(1, "3.2", claimed=2, carried=2),
        finding(1, "6.2", claimed=5, carried=2),
        finding(1, "5.1", verdict="uncertain"),
        finding(1, "3.1", claimed=2, carried=2),
        finding(1, "2.8", claimed=0, carried=0, verdict="supported"),
        finding(2, "3.2", claimed=2, carried=2),
    ]
    decisions = [{"submission": "S00001", "criterion": "3.1", "by": "u", "name": "甲"}]
    rows = [submission(1), submission(2, traces=1)]
    sample = audited(empty(submissions=rows, findings=findings, decisions=decisions)).sample
    gates = {each.id for each in RUBRIC.gates}
    assert {(each.submission, each.criterion): each.stratum for each in sample.drawn} == {
        ("S00001", "2.6"): "high" if "2.6" in gates else "middle",
        ("S00001", "3.2"): "low",
        ("S00001", "2.8"): "high",
        ("S00002", "3.2"): "high",
    }
    assert sample.of == 4


def test_what_came_back_is_shown_with_the_sample() -> None:
    looks = [{"submission": "S00001", "criterion": "6.1", "right": False, "by": "u", "note": "不是原件"}]
    found = audited(empty(submissions=[submission(1)], findings=[finding(1, "6.1")], looks=looks))
    assert found.sample.estimate is not None
    assert found.sample.estimate.most == 1
    assert found.sample.drawn[0].note == "不是原件"


def test_a_wrong_one_that_was_put_right_since_still_counts() -> None:
    rows, looks = [submission(each) for each in range(40)], [
        {"submission": f"S{each:05d}", "criterion": "6.1", "right": each > 1, "by": "u", "note": ""}
        for each in range(40)
    ]  # fmt: skip
    before = [finding(each, "6.1") for each in range(40)]
    decided = [{"submission": f"S{each:05d}", "criterion": "6.1", "by": "u", "name": "甲"} for each in (0, 7)]
    corrected = [finding(1, "6.1", carried=0), *before[:1], *before[2:]]
    told = audited(empty(submissions=rows, findings=before, looks=looks)).sample
    later = audited(empty(submissions=rows, findings=corrected, decisions=decided, looks=looks)).sample
    assert told.estimate is not None
    assert told.estimate.wrong == 2
    assert later.estimate == told.estimate
    assert later.strata == told.strata


def test_tables_are_written_for_other_programs(tmp_path: Path) -> None:
    tables = made(5)
    paths = tables.write_parquet(tmp_path / "tables")
    assert [path.name for path in paths] == [f"{name}.parquet" for name in SCHEMAS]
    assert pl.read_parquet(tmp_path / "tables" / "findings.parquet").equals(tables.findings)
