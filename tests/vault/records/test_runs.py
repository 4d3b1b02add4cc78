"""Runs: leases, fences, and what a lost worker leaves behind."""

import pytest
from sqlalchemy import select

from dossier.state import State
from dossier.work import Run
from tests.vault.records.office import (
    APPLICANT,
    LEASE,
    OFFICE,
    REVIEWER,
    execute,
    in_review,
    let_leases_end,
    move_leases,
    reading,
    received,
)
from tests.vault.records.reports import report
from vault.records import Records
from vault.records.errors import FencedError, NotFoundError
from vault.records.schema import RunRow


def taken(records: Records, submission: str, worker: str = "w2") -> Run:
    """A run that must come about."""
    run = records.take(submission, worker, LEASE)
    assert run is not None
    return run


def test_what_waits_comes_interactive_first_and_oldest_first(records: Records) -> None:
    batch, first, second = received(records, batch=True), received(records), received(records)
    assert [(each.id, each.priority) for each in records.due(10)] == [
        (first.id, "interactive"),
        (second.id, "interactive"),
        (batch.id, "batch"),
    ]
    assert [each.id for each in records.due(1)] == [first.id]
    taken(records, first.id)
    assert [each.id for each in records.due(10)] == [second.id, batch.id]


def test_a_submission_is_taken_by_one(records: Records) -> None:
    submission = received(records)
    run = taken(records, submission.id, "w1")
    assert (run.fence, run.attempts, run.worker, run.priority) == (1, 1, "w1", "interactive")
    assert run.submitted_at == submission.submitted_at
    assert records.get(APPLICANT, submission.id).state is State.READING
    assert records.take(submission.id, "w2", LEASE) is None
    assert records.take("S-none", "w2", LEASE) is None
    assert records.submission_of(run).id == submission.id
    assert [each.path for each in records.documents_of(submission.id)] == ["申报表.xlsx"]
    with pytest.raises(NotFoundError):
        records.documents_of("S-none")


def test_a_beat_puts_the_lease_off(records: Records) -> None:
    run = reading(records)
    let_leases_end(records)
    assert [(each.submission, each.fence) for each in records.expired()] == [(run.submission, 1)]
    records.beat(run)
    assert records.expired() == ()
    assert records.take(run.submission, "w2", LEASE) is None


def test_a_lost_run_is_replaced_and_then_refused(records: Records) -> None:
    old = reading(records)
    records.progress(old.submission, 3, 10)
    let_leases_end(records)
    new = taken(records, old.submission)
    assert (new.fence, new.attempts) == (2, 2)
    assert records.get(OFFICE, old.submission).progress is None
    for write in (
        lambda: records.beat(old),
        lambda: records.give_back(old, "停机"),
        lambda: records.fail(old, "打不开", "corrupt"),
        lambda: records.finish(old, report(old.submission), {}),
        lambda: records.submission_of(old),
    ):
        with pytest.raises(FencedError):
            write()
    assert records.get(OFFICE, old.submission).state is State.READING
    assert records.reports(OFFICE, old.submission) == ()
    records.finish(new, report(old.submission), {})
    assert records.get(OFFICE, old.submission).state is State.IN_REVIEW


def test_the_reconciler_puts_back_what_is_lost_and_only_that(records: Records) -> None:
    run = reading(records)
    assert records.put_back(run) is False
    let_leases_end(records)
    (lost,) = records.expired()
    assert records.put_back(lost, delay_seconds=3600) is True
    assert records.put_back(lost) is False
    there = records.get(OFFICE, run.submission)
    assert (there.state, there.reason) == (State.RECEIVED, "核验进程失去联系，已重新排队。")
    assert records.due(10) == ()
    assert records.take(run.submission, "w2", LEASE) is None
    execute(records, "UPDATE submissions SET not_before = NULL")
    assert taken(records, run.submission).fence == 2


def test_a_run_given_back_waits_again(records: Records) -> None:
    run = reading(records)
    records.give_back(run, "停机")
    assert records.get(OFFICE, run.submission).reason == "停机"
    assert taken(records, run.submission).attempts == 2
    with pytest.raises(FencedError):
        records.give_back(run, "停机")


def test_withdrawing_ends_the_run(records: Records) -> None:
    run = reading(records)
    version = records.get(OFFICE, run.submission).version
    records.withdraw(APPLICANT, run.submission, version, reason="改主意了")
    with pytest.raises(FencedError):
        records.beat(run)
    let_leases_end(records)
    assert records.expired() == ()
    assert records.put_back(run) is False
    with records.database.read() as transaction:
        row = transaction.session.get_one(RunRow, (run.submission, run.fence))
        assert (row.outcome, row.reason) == ("withdrawn", "改主意了")
        assert row.ended_at is not None


def test_withdrawing_later_leaves_the_run_as_it_ended(records: Records) -> None:
    there = in_review(records)
    records.withdraw(APPLICANT, there.id, there.version)
    with records.database.read() as transaction:
        assert transaction.session.scalars(select(RunRow.outcome)).all() == ["finished"]


def test_progress_is_shown_while_it_is_read_and_is_not_in_the_trail(records: Records) -> None:
    run = reading(records)
    rows = len(records.trail(OFFICE))
    records.progress(run.submission, 2, 7)
    shown = records.get(APPLICANT, run.submission).progress
    assert shown is not None
    assert (shown.done, shown.total) == (2, 7)
    assert len(records.trail(OFFICE)) == rows
    records.fail(run, "打不开", "corrupt")
    records.progress(run.submission, 3, 7)
    assert records.get(APPLICANT, run.submission).progress is None


def test_verified_again_it_counts_its_attempts_anew(records: Records) -> None:
    there = in_review(records)
    again = records.move(REVIEWER, there.id, State.RECEIVED, there.version, reason="评分标准已更新")
    assert (again.state, again.attempts) == (State.RECEIVED, 0)
    run = taken(records, there.id)
    assert (run.fence, run.attempts) == (2, 1)


def test_a_finished_run_tells_who_applies_where_the_draft_left_it_open(records: Records) -> None:
    bare = records.create(APPLICANT, round="2026", recommender=None)
    records.add_document(APPLICANT, bare.id, "申报表.xlsx", sha256="a" * 64, size=10)
    records.submit(APPLICANT, bare.id, bare.version)
    told = report(bare.id)
    records.finish(taken(records, bare.id), told, {})
    kept = records.get(REVIEWER, bare.id)
    assert kept.organization == told.submission.organization
    assert (kept.recommender, kept.region) == (told.submission.recommender, "南京市")


def test_a_finished_run_leaves_what_the_draft_said(records: Records) -> None:
    said = records.create(APPLICANT, round="2026", recommender="苏州市总工会")
    records.add_document(APPLICANT, said.id, "申报表.xlsx", sha256="a" * 64, size=10)
    records.submit(APPLICANT, said.id, said.version)
    records.finish(taken(records, said.id), report(said.id), {})
    assert records.get(APPLICANT, said.id).recommender == "苏州市总工会"


def test_a_clock_that_was_set_back_holds_nothing_up(records: Records) -> None:
    """Leases and pauses that would end in hours were given by the clock as it was before."""
    run = reading(records)
    move_leases(records, "+2 hours")
    (lost,) = records.expired()
    assert records.put_back(lost, delay_seconds=7200) is True
    assert [each.id for each in records.due(10)] == [run.submission]
    assert taken(records, run.submission).fence == 2
