"""What an export of the portal became, on both databases."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from dossier.record import SubmissionRecord
from dossier.state import State
from dossier.submission import Claim, Organization, Submission
from tests.vault.records.office import AUDITOR, OFFICE, SHA
from tests.vault.records.reports import report
from vault.records import Records
from vault.records.errors import EntryChangedError, NotAllowedError, NotFoundError


def taken(records: Records, entry: str = "甲", content: str = "a" * 16) -> SubmissionRecord:
    return records.draft_of(OFFICE, entry, content, round="2026", recommender="南京市总工会")


def test_a_content_becomes_one_submission_of_a_round_whatever_it_is_called(records: Records) -> None:
    made = taken(records)
    assert (made.state, made.priority, made.region) == (State.DRAFT, "batch", "南京市")
    records.add_document(OFFICE, made.id, "申报表.xlsx", sha256=SHA, size=1)
    handed_in = records.submit(OFFICE, made.id, made.version)
    assert taken(records) == handed_in == taken(records, "甲.zip")
    other = records.draft_of(OFFICE, "甲", "a" * 16, round="2025")
    assert other.id != made.id


def test_those_who_import_the_same_at_once_are_given_the_same(records: Records) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = {each.result().id for each in [threads.submit(taken, records) for _ in range(8)]}
    assert len(found) == 1
    assert len(records.list(OFFICE).items) == 1


def test_an_entry_that_changed_is_refused_until_the_old_submission_is_withdrawn(records: Records) -> None:
    made = taken(records)
    with pytest.raises(EntryChangedError, match=made.id):
        taken(records, content="b" * 16)
    records.withdraw(OFFICE, made.id, made.version)
    assert taken(records, content="b" * 16).id != made.id


def test_only_years_have_rounds_and_only_those_who_hand_in_import(records: Records) -> None:
    with pytest.raises(NotFoundError):
        records.draft_of(OFFICE, "甲", "a" * 16, round="明年")
    with pytest.raises(NotAllowedError):
        records.draft_of(AUDITOR, "甲", "a" * 16, round="2026")
    assert records.list(OFFICE).items == ()


def test_the_application_of_a_report_is_kept_with_it(records: Records) -> None:
    def verified(application: Submission | None, content: str) -> str:
        made = taken(records, content, content)
        records.add_document(OFFICE, made.id, "申报表.xlsx", sha256=SHA, size=1)
        records.submit(OFFICE, made.id, made.version)
        run = records.take(made.id, "w", 60)
        assert run is not None
        records.finish(run, report(made.id), {}, application)
        return made.id

    applied = Submission(
        id="S1",
        round="2026",
        organization=Organization(name="甲中心"),
        claims=(Claim(criterion="2.6", points=6.0, files=("证书.jpg",)),),
        application="submission.json",
    )
    assert records.application(OFFICE, verified(applied, "a")) == applied
    assert records.application(OFFICE, verified(None, "b")) is None
    with pytest.raises(NotFoundError):
        records.application(OFFICE, taken(records, "c", "c").id)
