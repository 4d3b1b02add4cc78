"""A round in full, in blocks, on both databases."""

import json

import pytest

from tests.vault.records.office import AUDITOR, OFFICE, REVIEWER, draft, in_review
from vault.records import Records, blocks
from vault.records.errors import NotAllowedError, NotFoundError


def test_the_blocks_together_are_what_the_reports_hold(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "ROWS", 2)
    made = sorted(in_review(records).id for _ in range(3))
    gone = in_review(records)
    records.withdraw(OFFICE, gone.id, gone.version)
    for detail in blocks.DETAILS:
        found = list(records.round_blocks(AUDITOR, "2026", detail))
        assert all(block.height <= 2 for block in found)
        rows = [row for block in found for row in block.iter_rows(named=True)]
        held = [(each, getattr(records.report(OFFICE, each), detail)) for each in made]
        assert [row["submission"] for row in rows] == [each for each, items in held for _ in items]
        items = [item for _, those in held for item in those]
        if detail == "facts":
            assert [json.loads(row["value"] or "null") for row in rows] == [item.value for item in items]
            assert [row["page"] for row in rows] == [item.evidence[0].page for item in items]
        if detail == "findings":
            assert [(row["low"], row["high"]) for row in rows] == [item.supported for item in items]
            assert [row["explanation"] for row in rows] == [item.explanation for item in items]
        if detail == "documents":
            assert [row["sha256"] for row in rows] == [item.sha256 for item in items]


def test_an_empty_round_has_its_columns_and_strangers_have_nothing(records: Records) -> None:
    draft(records)
    (block,) = records.round_blocks(OFFICE, "2026", "facts")
    assert block.height == 0
    assert block.columns[:2] == ["submission", "document"]
    with pytest.raises(NotAllowedError):
        next(records.round_blocks(REVIEWER, "2026", "facts"))
    with pytest.raises(NotFoundError):
        next(records.round_blocks(OFFICE, "1999", "facts"))
