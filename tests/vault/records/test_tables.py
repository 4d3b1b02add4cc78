"""A round as tables, on both databases."""

import pytest

from audit.tables import SCHEMAS, RoundTables
from dossier.finding import Severity
from dossier.record import Outcome
from dossier.ruling import Ruled
from dossier.state import State
from tests.vault.records.office import (
    APPLICANT,
    AUDITOR,
    EXPERT,
    OFFICE,
    REVIEWER,
    asked,
    draft,
    execute,
    in_review,
    received,
    verified,
)
from tests.vault.records.test_rulings import rule
from vault.records import Records
from vault.records.errors import NotAllowedError, NotFoundError


def tables(records: Records) -> RoundTables:
    return RoundTables.of(records.round_tables(OFFICE, "2026"))


def test_a_round_without_anything_has_empty_tables(records: Records) -> None:
    draft(records)
    found = tables(records)
    assert {name: getattr(found, name).height for name in SCHEMAS} == dict.fromkeys(SCHEMAS, 0)


def test_each_submission_has_a_row_with_what_its_newest_report_says(records: Records) -> None:
    waiting, there = received(records).id, in_review(records).id
    drawn_back = received(records)
    records.withdraw(APPLICANT, drawn_back.id, drawn_back.version)
    rows = {row["submission"]: row for row in tables(records).submissions.iter_rows(named=True)}
    assert rows.keys() == {waiting, there}
    report = records.report(OFFICE, there)
    assert rows[there]["verified"]
    assert not rows[waiting]["verified"]
    assert rows[waiting]["claimed"] == 0
    assert rows[there]["claimed"] == report.score.claimed
    assert (rows[there]["low"], rows[there]["high"]) == report.score.supported
    assert rows[there]["rubric_sha256"] == report.rubric.sha256
    assert rows[there]["documents"] == len(report.documents)
    assert rows[there]["pages"] == sum(document.pages for document in report.documents)
    assert rows[there]["city"] == "南京市"
    assert rows[there]["recommended_on"] is None


def test_findings_and_discrepancies_are_those_of_the_reports(records: Records) -> None:
    there = in_review(records).id
    report, found = records.report(OFFICE, there), tables(records)
    assert found.findings.rows() == [
        (there, each.criterion, each.verdict.value, each.claimed, *each.supported) for each in report.findings
    ]
    assert found.discrepancies.rows() == [
        (there, each.code.value, each.severity.value, each.criterion, each.document, each.message)
        for each in report.discrepancies
    ]


def test_the_latest_decision_on_a_criterion_counts(records: Records) -> None:
    there = in_review(records)
    criterion = records.report(OFFICE, there.id).findings[0].criterion
    for who in (REVIEWER, EXPERT):
        records.decide(
            who, there.id, records.get(OFFICE, there.id).version, outcome=Outcome.CONFIRM, criterion=criterion
        )
    assert tables(records).decisions.rows() == [(there.id, criterion, EXPERT.id, EXPERT.name)]


def test_an_overruling_is_agreed_when_another_says_the_same(records: Records) -> None:
    there = verified(records, gates=1)
    rule(records, REVIEWER, there, Ruled.OVERRULE)
    assert tables(records).rulings["agreed"].to_list() == [False]
    rule(records, EXPERT, there, Ruled.OVERRULE)
    assert tables(records).rulings["agreed"].to_list() == [True, True]
    rule(records, EXPERT, there, Ruled.CONFIRM)
    found = tables(records).rulings
    assert found["agreed"].to_list() == [False, False]
    assert set(found["outcome"]) == {"overrule", "confirm"}
    report = records.report(OFFICE, there)
    assert set(found["message"]) == {report.discrepancies[0].message}
    assert report.discrepancies[0].severity is Severity.GATE


def test_earlier_rounds_are_counted_by_criterion_and_later_ones_are_not(records: Records) -> None:
    there = in_review(records).id
    records.create(APPLICANT, round="2025")
    records.create(APPLICANT, round="2027")
    for year in ("2025", "2027"):
        execute(records, f"UPDATE submissions SET round = '{year}' WHERE id = '{there}'")
        count = tables(records).earlier["of"].sum()
        claimed = [each for each in records.report(OFFICE, there).findings if each.claimed > 0]
        assert count == (len(claimed) if year == "2025" else 0)


def test_what_an_earlier_or_a_withdrawn_submission_held_is_told(records: Records) -> None:
    old, now = in_review(records).id, in_review(records).id
    assert tables(records).reused.is_empty()
    for year in ("2025", "2027"):
        records.create(APPLICANT, round=year)
    execute(records, f"UPDATE submissions SET round = '2027' WHERE id = '{old}'")
    assert tables(records).reused.is_empty()
    for change in ("round = '2025'", "round = '2026', state = 'withdrawn'"):
        execute(records, f"UPDATE submissions SET {change} WHERE id = '{old}'")
        found = tables(records).reused
        assert set(found.select("submission", "earlier").iter_rows()) == {(now, old)}
        assert set(found["sha256"]) == {each.sha256 for each in records.report(OFFICE, now).documents}
        assert set(found["withdrawn"]) == {"withdrawn" in change}


def test_second_looks_are_kept_and_the_latest_counts(records: Records) -> None:
    there = in_review(records).id
    criterion = records.report(OFFICE, there).findings[0].criterion
    records.look_again(OFFICE, there, criterion, right=True, seed="a")
    records.look_again(AUDITOR, there, criterion, right=False, seed="a", note=" 原件不同 ")
    assert tables(records).looks.rows() == [(there, criterion, False, AUDITOR.id, "原件不同")]
    actions = [entry.action for entry in records.history(AUDITOR, there)]
    assert actions.count("round.look") == 2
    with pytest.raises(NotFoundError):
        records.look_again(OFFICE, there, "9.9", right=True, seed="a")
    with pytest.raises(Exception, match="append-only"):
        execute(records, "DELETE FROM looks")


@pytest.mark.parametrize("who", [APPLICANT, REVIEWER, EXPERT])
def test_a_whole_round_is_for_the_office(records: Records, who: object) -> None:
    there = in_review(records).id
    with pytest.raises(NotAllowedError):
        records.round_tables(who, "2026")  # type: ignore[arg-type]
    with pytest.raises(NotAllowedError):
        records.look_again(who, there, "1.1", right=True, seed="a")  # type: ignore[arg-type]
    with pytest.raises(NotFoundError):
        records.round_tables(OFFICE, "1999")


def test_one_that_waits_for_its_applicant_stays_in_the_round(records: Records) -> None:
    there = asked(records)
    assert tables(records).submissions["state"].to_list() == [State.SUPPLEMENT]
    assert tables(records).submissions["submission"].to_list() == [there.id]


def test_documents_that_two_hold_and_facts_that_link_are_told_with_their_places(records: Records) -> None:
    one, other = in_review(records).id, in_review(records).id
    found = tables(records)
    report = records.report(OFFICE, one)
    assert found.documents.filter(submission=one).rows() == [
        (one, each.path, each.sha256, each.kind.value, each.pages) for each in report.documents
    ]
    assert set(found.documents["submission"]) == {one, other}
    assert found.facts.height == 0, "the sample has no fact of these names"
    execute(records, "UPDATE facts SET name = 'address' WHERE name = 'fact_11'")
    row = tables(records).facts.filter(submission=one).row(0, named=True)
    fact = next(each for each in report.facts if each.name == "fact_11")
    place = fact.evidence[0]
    assert row["value"] == fact.value
    assert row["document"] == fact.document
    assert (row["page"], row["box"]) == (place.page, list(place.box or ()))
    records.withdraw(APPLICANT, other, records.get(OFFICE, other).version)
    assert tables(records).documents.height == 0
