"""Rounds: made by themselves, set by the office, and where each city stands."""

import json
from datetime import date

import pytest
from alembic import command
from pydantic import ValidationError
from sqlalchemy import text

from dossier.principal import Role
from dossier.queue import QueueFilter
from dossier.record import Outcome
from dossier.rounds import Progress, RoundDays
from dossier.state import State
from tests.vault.records.office import (
    ADMINISTRATOR,
    APPLICANT,
    AUDITOR,
    EXPERT,
    OFFICE,
    REVIEWER,
    decided,
    draft,
    execute,
    in_review,
    opened,
    person,
    received,
)
from vault.records import Records
from vault.records.engine import make_engine, parsed_url
from vault.records.errors import NotAllowedError, NotFoundError, StaleError
from vault.records.migrating import _config

NOTICE = RoundDays(
    title="2026年度服务职工优秀社会组织",
    closes_on=date(2026, 11, 20),
    recommend_by=date(2026, 11, 30),
    city_quota=2,
    industry_quota=1,
)
PAST = NOTICE.model_copy(update={"closes_on": date(2020, 1, 1), "recommend_by": date(2020, 1, 2)})


def city(records: Records, name: str | None = "南京市", who: object = OFFICE) -> Progress:
    """Where a place stands in the round."""
    places = records.round_progress(who, "2026").places  # pyright: ignore[reportArgumentType]
    return next(each for each in places if each.place == name)


def test_the_first_submission_of_a_year_makes_its_round_with_the_notices_days(records: Records) -> None:
    assert records.rounds() == ()
    draft(records)
    draft(records)
    for odd in ("试点", "2026-1", "1999", "2099", "２０２５"):
        records.create(APPLICANT, round=odd)
    records.create(APPLICANT, round="2025")
    assert [(each.id, each.version) for each in records.rounds()] == [("2026", 1), ("2025", 1)]
    assert records.rounds()[0].days == NOTICE


def test_the_office_sets_days_and_quotas_and_the_trail_tells(records: Records) -> None:
    there = in_review(records)
    later = NOTICE.model_copy(
        update={"recommend_by": date(2026, 12, 5), "appeals_until": date(2026, 12, 20), "city_quota": 3}
    )
    changed = records.change_round(OFFICE, "2026", 1, later)
    assert (changed.version, changed.days) == (2, later)
    assert records.queue(OFFICE, QueueFilter()).items[0].deadline == date(2026, 12, 5)
    assert city(records).quota == 3
    told = next(each for each in records.trail(OFFICE) if each.action == "round.change")
    assert (told.actor, told.subject) == ("office", "round:2026")
    assert json.loads(told.detail)["before"]["recommend_by"] == "2026-11-30"
    assert json.loads(told.detail)["after"]["recommend_by"] == "2026-12-05"
    with pytest.raises(StaleError):
        records.change_round(ADMINISTRATOR, "2026", 1, NOTICE)
    assert records.change_round(ADMINISTRATOR, "2026", 2, later).version == 2
    with pytest.raises(NotFoundError):
        records.change_round(OFFICE, "2031", 1, NOTICE)
    for other in (APPLICANT, REVIEWER, EXPERT, AUDITOR):
        with pytest.raises(NotAllowedError):
            records.change_round(other, "2026", 2, NOTICE)
    draft(records)
    assert records.rounds()[0].days == later
    assert records.get(OFFICE, there.id) == there


def test_days_of_a_round_run_in_order() -> None:
    for wrong in ({"closes_on": date(2026, 12, 1)}, {"appeals_until": date(2026, 11, 29)}):
        with pytest.raises(ValidationError):
            RoundDays.model_validate(NOTICE.model_dump() | wrong)


def test_where_each_city_stands(records: Records) -> None:
    draft(records)
    received(records)
    in_review(records)
    gone = draft(records)
    records.withdraw(APPLICANT, gone.id, gone.version)
    for outcome in (Outcome.RECOMMEND, Outcome.RECOMMEND, Outcome.RECOMMEND, Outcome.RETURN):
        there = in_review(records)
        there = records.decide(REVIEWER, there.id, there.version, outcome=outcome)
        after = State.RECOMMENDED if outcome is Outcome.RECOMMEND else State.RETURNED
        records.move(OFFICE, there.id, after, there.version)
    decided(records)
    records.create(APPLICANT, round="2026", recommender="江苏省某产业工会")
    found = city(records)
    assert (found.drafts, found.received, found.reading, found.reviewing) == (1, 7, 1, 2)
    assert (found.recommended, found.returned, found.quota, found.over, found.overdue) == (3, 1, 2, 1, 0)
    records.change_round(OFFICE, "2026", 1, PAST)
    assert city(records).overdue == 3
    progress = records.round_progress(AUDITOR, "2026")
    assert len(progress.places) == 14
    assert progress.places[0] == city(records)
    assert progress.places[-1] == Progress(place="江苏省某产业工会", region=None, drafts=1, quota=1)
    with pytest.raises(NotFoundError):
        records.round_progress(OFFICE, "2031")


def test_a_city_sees_itself_and_what_it_handed_in_elsewhere(records: Records) -> None:
    in_review(records)
    draft(records, person(Role.APPLICANT, "other"))
    records.create(APPLICANT, round="2026", recommender="无锡市总工会")
    records.create(REVIEWER, round="2026", recommender="苏州市总工会")
    seen = records.round_progress(REVIEWER, "2026").places
    assert [(each.place, each.drafts, each.quota) for each in seen] == [("南京市", 1, 2), ("苏州市", 1, None)]
    suzhou = person(Role.REVIEWER, "suzhou", "苏州市")
    assert [each.place for each in records.round_progress(suzhou, "2026").places] == ["苏州市"]
    assert city(records, who=EXPERT).drafts == 0


def test_a_database_of_before_is_filled(url: str) -> None:
    engine = make_engine(parsed_url(url))
    config = _config()
    with engine.execution_options(hezheng_writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        columns = "id, round, state, version, priority, owner, organization, created_at, updated_at, attempts, fence"
        for number, name in ((1, '\'{"name": "职工之家", "uscc": null}\''), (2, "NULL")):
            connection.execute(
                text(
                    f"INSERT INTO submissions ({columns}) VALUES ('S{number}', '2026', 'draft', 1, "
                    f"'interactive', 'a', {name}, '2026-11-01 00:00:00', '2026-11-01 00:00:00', 0, 1)"
                )
            )
        for fence, low in ((1, 1.5), (2, 60.5)):
            connection.execute(
                text(
                    "INSERT INTO reports (submission_id, fence, at, sha256, files, summary, as_of, rubric, "
                    "rubric_version, rubric_sha256, rubric_provisional, extractor, claimed, claimed_sum, low, "
                    f"high, threshold, eligible) VALUES ('S1', {fence}, '2026-11-01 00:00:00', 'x', '{{}}', '{{}}', "
                    f"'2026-11-01', 'r', '1', 'x', true, 'e', 90, 90, {low}, 70, 80, 'review')"
                )
            )
        for index, (code, severity) in enumerate(
            [
                ("tampering_suspected", "major"),
                ("penalty_in_window", "gate"),
                ("seal_issuer_mismatch", "info"),
            ]
        ):
            connection.execute(
                text(
                    'INSERT INTO discrepancies (submission_id, "index", code, severity, message, evidence) '
                    f"VALUES ('S1', {index}, '{code}', '{severity}', '…', '[]')"
                )
            )
    engine.dispose()
    records = opened(url)
    (found,) = records.queue(OFFICE, QueueFilter(state="all", search="zgzj")).items
    assert found.standing is not None
    assert (found.standing.low, found.standing.gates, found.standing.majors, found.standing.traces) == (
        60.5,
        1,
        1,
        2,
    )
    assert [each.days for each in records.rounds()] == [NOTICE]
    execute(records, "UPDATE submissions SET reason = 'x'")
    records.close()


def test_an_audit_of_a_round_is_an_act_of_those_who_see_all(records: Records) -> None:
    draft(records)
    for person_ in (OFFICE, ADMINISTRATOR, AUDITOR):
        records.note_audit(person_, "round.rescore", "2026", standards=["a"])
    entry = records.trail(AUDITOR)[-1]
    assert (entry.actor, entry.action, entry.subject) == (AUDITOR.id, "round.rescore", "round:2026")
    for person_ in (APPLICANT, REVIEWER, EXPERT):
        with pytest.raises(NotAllowedError):
            records.note_audit(person_, "round.rescore", "2026")
    with pytest.raises(NotFoundError):
        records.note_audit(OFFICE, "round.rescore", "1999")


def test_a_round_keeps_the_seed_of_its_sample_until_another_is_given(records: Records) -> None:
    draft(records)
    assert records.begin_audit(OFFICE, "2026", None, fresh="first") == "first"
    assert records.begin_audit(AUDITOR, "2026", None, fresh="second") == "first"
    assert records.begin_audit(OFFICE, "2026", "given", fresh="third") == "given"
    assert records.begin_audit(OFFICE, "2026", None, fresh="fourth") == "given"
    with pytest.raises(NotAllowedError):
        records.begin_audit(REVIEWER, "2026", None, fresh="fifth")
