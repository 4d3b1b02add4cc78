"""People of an office, and the ways in which they bring a submission to where a test needs it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text

from dossier.principal import SCOPES, Principal, Role
from dossier.record import Outcome, SubmissionRecord
from dossier.ruling import Ruled
from dossier.state import State
from dossier.submission import Organization
from dossier.work import Run
from tests.vault.records.reports import rated, report
from vault.records import Records, open_records
from vault.records.trail import office_day

SHA = "a" * 64
LEASE = 60.0


@dataclass(frozen=True)
class Place:
    """Settings that say where the records are."""

    records_url: str


def opened(url: str) -> Records:
    """The records at an address."""
    return open_records(Place(url))


def person(role: Role, name: str | None = None, region: str | None = None) -> Principal:
    """Someone in a role."""
    return Principal(id=name or role, name=name or role, role=role, region=region, scopes=SCOPES[role])


APPLICANT = person(Role.APPLICANT)
REVIEWER = person(Role.REVIEWER, region="南京市")
EXPERT = person(Role.EXPERT)
OFFICE = person(Role.OFFICE)
ADMINISTRATOR = person(Role.ADMINISTRATOR)
AUDITOR = person(Role.AUDITOR)
WORKER = person(Role.WORKER)
EVERYONE = (APPLICANT, REVIEWER, EXPERT, OFFICE, ADMINISTRATOR, AUDITOR, WORKER)


def draft(records: Records, owner: Principal = APPLICANT, *, batch: bool = False) -> SubmissionRecord:
    """A draft with one file, recommended by Nanjing."""
    made = records.create(owner, round="2026", recommender="南京市总工会", batch=batch)
    records.add_document(owner, made.id, "申报表.xlsx", sha256=SHA, size=10)
    return made


def received(records: Records, owner: Principal = APPLICANT, *, batch: bool = False) -> SubmissionRecord:
    """One that waits for a worker."""
    made = draft(records, owner, batch=batch)
    return records.submit(owner, made.id, made.version)


def reading(records: Records, worker: str = "w1") -> Run:
    """A run that is under way."""
    run = records.take(received(records).id, worker, LEASE)
    assert run is not None
    return run


def in_review(records: Records) -> SubmissionRecord:
    """One with a report."""
    run = reading(records)
    records.finish(run, report(run.submission), {})
    return records.get(OFFICE, run.submission)


def verified(
    records: Records,
    name: str = "甲中心",
    city: str = "南京市",
    *,
    uscc: str | None = None,
    **rating: Any,  # noqa: ANN401 - passed on
) -> str:
    """A submission that lies before the reviewers of the city."""
    made = records.create(
        APPLICANT,
        round="2026",
        organization=Organization(name=name, uscc=uscc),
        recommender=f"{city}总工会",
    )
    records.add_document(APPLICANT, made.id, "申报表.xlsx", sha256=SHA, size=10)
    records.submit(APPLICANT, made.id, made.version)
    run = records.take(made.id, "w", LEASE)
    assert run is not None
    records.finish(run, rated(made.id, **rating), {})
    return made.id


def decided(records: Records) -> SubmissionRecord:
    """One that a reviewer recommends."""
    there = in_review(records)
    return records.decide(REVIEWER, there.id, there.version, outcome=Outcome.RECOMMEND)


def discrepancy(records: Records, submission: str, at: int = 0) -> str:
    """The fingerprint of one of the newest report's discrepancies."""
    return records.report(OFFICE, submission).discrepancies[at].fingerprint


def asked(records: Records) -> SubmissionRecord:
    """One whose applicant was asked for more, and has added a file."""
    there = in_review(records)
    fingerprint = discrepancy(records, there.id)
    records.rule(
        REVIEWER, there.id, there.version, fingerprint=fingerprint, outcome=Ruled.ASK, reason="请补登记证书"
    )
    day = office_day(datetime.now(UTC)) + timedelta(days=7)
    there = records.ask(REVIEWER, there.id, there.version, due_on=day)
    records.add_document(APPLICANT, there.id, "登记证书.jpg", sha256=SHA, size=10)
    return there


def brought_to(records: Records, state: State) -> SubmissionRecord:
    """A submission in the state, by the ways that people and workers have."""
    if state in {State.DRAFT, State.RECEIVED}:
        return (draft if state is State.DRAFT else received)(records)
    if state is State.READING:
        return records.get(OFFICE, reading(records).submission)
    if state is State.UNUSABLE:
        run = reading(records)
        records.fail(run, "申报表打不开", "corrupt")
        return records.get(OFFICE, run.submission)
    if state is State.IN_REVIEW:
        return in_review(records)
    if state is State.SUPPLEMENT:
        return asked(records)
    if state is State.WITHDRAWN:
        made = draft(records)
        return records.withdraw(APPLICANT, made.id, made.version)
    made = decided(records)
    return made if state is State.DECIDED else records.move(OFFICE, made.id, state, made.version)


def execute(records: Records, *statements: str) -> None:
    """Raw SQL, as someone with the database's password would run it."""
    with records.database.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def let_leases_end(records: Records) -> None:
    """As if all leases had ended an hour ago."""
    move_leases(records, "-1 hour")


def move_leases(records: Records, until: str) -> None:
    """As if all leases ended so long from now, such as `+2 hours`."""
    ends = f"datetime('now', '{until}')" if records.database.sqlite else f"now() + interval '{until}'"
    execute(
        records,
        f"UPDATE submissions SET lease_until = {ends} WHERE lease_until IS NOT NULL",
        f"UPDATE units SET lease_until = {ends} WHERE lease_until IS NOT NULL",
    )
