"""Reports in rows."""

import hashlib

import pytest
from sqlalchemy import text

from dossier.state import State
from tests.vault.records.office import LEASE, OFFICE, REVIEWER, in_review, reading
from tests.vault.records.reports import VALUES, report
from vault.records import Records
from vault.records.errors import NotFoundError


def test_a_report_is_built_again_byte_for_byte(records: Records) -> None:
    there = in_review(records)
    kept = report(there.id).to_json()
    assert records.report(OFFICE, there.id).to_json() == kept
    (row,) = records.reports(OFFICE, there.id)
    assert row.sha256 == hashlib.sha256(kept.encode()).hexdigest()
    assert (row.low, row.high, row.eligible, row.fence) == (6, 8.5, "review", 1)


def test_a_later_report_takes_the_place_of_the_rows_and_the_earlier_is_remembered(records: Records) -> None:
    there = in_review(records)
    records.move(REVIEWER, there.id, State.RECEIVED, there.version)
    run = records.take(there.id, "w2", LEASE)
    assert run is not None
    later = report(there.id, extractor="readers-4").model_copy(update={"facts": (), "findings": ()})
    files = {"json": hashlib.sha256(later.to_json().encode()).hexdigest(), "pdf": "f" * 64}
    records.finish(run, later, files)
    assert records.report(OFFICE, there.id) == later
    newest, first = records.reports(OFFICE, there.id)
    assert (newest.fence, newest.files, newest.extractor) == (2, files, "readers-4")
    assert (first.fence, first.extractor) == (1, "readers-3")


def test_a_file_that_is_not_the_report_is_refused_whole(records: Records) -> None:
    run = reading(records)
    with pytest.raises(ValueError, match="isn't the report"):
        records.finish(run, report(run.submission), {"json": "0" * 64})
    assert records.get(OFFICE, run.submission).state is State.READING
    with pytest.raises(NotFoundError):
        records.report(OFFICE, run.submission)
    records.beat(run)


def test_rows_can_be_asked_column_by_column(records: Records) -> None:
    there = in_review(records)
    with records.database.engine.connect() as connection:
        ask = connection.execute
        verdicts = ask(text("SELECT criterion, verdict, claimed, low, high FROM findings ORDER BY low"))
        assert list(map(tuple, verdicts)) == [("1.1", "missing", 2.5, 0, 2.5), ("2.6", "supported", 6, 6, 6)]
        codes = ask(text("SELECT code, severity, criterion, document FROM discrepancies ORDER BY code"))
        assert list(map(tuple, codes)) == [
            ("evidence_missing", "major", "1.1", None),
            ("score_arithmetic", "info", None, "证书.jpg"),
        ]
        facts = ask(text("SELECT count(*), min(confidence) FROM facts WHERE kind = 'grade_certificate'"))
        assert tuple(facts.one()) == (len(VALUES), 1 / len(VALUES))
    assert there.state is State.IN_REVIEW


def test_a_sign_that_postgresql_refuses_does_not_hold_a_report_up(records: Records) -> None:
    run = reading(records)
    whole = report(run.submission)
    odd = whole.facts[0].model_copy(update={"raw": "a\0b", "value": "a\0b"})
    records.finish(run, whole.model_copy(update={"facts": (odd,)}), {})
    (fact,) = records.report(OFFICE, run.submission).facts
    assert (fact.raw, fact.value) == ("a\ufffdb", "a\0b")
