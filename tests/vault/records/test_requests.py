"""Requests that come twice."""

import pytest

from dossier.principal import Role
from dossier.record import KeptAnswer
from tests.vault.records.office import APPLICANT, OFFICE, SHA, draft, execute, person, received
from vault.records import Records
from vault.records.errors import (
    IdempotencyConflictError,
    IdempotencyRunningError,
    NotAllowedError,
    NotFoundError,
    NotInDraftError,
)

ANSWER = KeptAnswer(status=201, body='{"id":"S1","名称":"某某协会"}')


def age(records: Records, span: str) -> None:
    """As if all requests had come so much earlier."""
    moment = f"datetime('now', '-{span}')" if records.database.sqlite else f"now() - interval '{span}'"
    execute(records, f"UPDATE idempotency SET at = {moment}")


def test_the_same_request_is_answered_alike(records: Records) -> None:
    assert records.idempotency(APPLICANT, "k1", "POST /x") is None
    records.keep_answer(APPLICANT, "k1", ANSWER)
    assert records.idempotency(APPLICANT, "k1", "POST /x") == ANSWER
    assert records.idempotency(OFFICE, "k1", "POST /x") is None
    assert records.idempotency(APPLICANT, "k2", "POST /x") is None


def test_a_key_is_for_one_request(records: Records) -> None:
    records.idempotency(APPLICANT, "k1", "POST /x")
    with pytest.raises(IdempotencyConflictError):
        records.idempotency(APPLICANT, "k1", "POST /y")
    records.keep_answer(APPLICANT, "k1", ANSWER)
    with pytest.raises(IdempotencyConflictError):
        records.idempotency(APPLICANT, "k1", "POST /y")


def test_while_the_first_is_answered_the_second_waits(records: Records) -> None:
    records.idempotency(APPLICANT, "k1", "POST /x")
    with pytest.raises(IdempotencyRunningError):
        records.idempotency(APPLICANT, "k1", "POST /x")
    age(records, "3 minutes")
    assert records.idempotency(APPLICANT, "k1", "POST /x") is None
    with pytest.raises(IdempotencyRunningError):
        records.idempotency(APPLICANT, "k1", "POST /x")


def test_a_request_that_failed_may_be_made_again(records: Records) -> None:
    records.idempotency(APPLICANT, "k1", "POST /x")
    records.forget_key(APPLICANT, "k1")
    assert records.idempotency(APPLICANT, "k1", "POST /x") is None
    records.keep_answer(APPLICANT, "k1", ANSWER)
    records.forget_key(APPLICANT, "k1")
    assert records.idempotency(APPLICANT, "k1", "POST /x") == ANSWER


def test_answers_are_forgotten_in_the_end(records: Records) -> None:
    records.idempotency(APPLICANT, "k1", "POST /x")
    records.keep_answer(APPLICANT, "k1", ANSWER)
    age(records, "8 days")
    assert records.idempotency(APPLICANT, "k1", "POST /y") is None
    with pytest.raises(NotFoundError):
        records.keep_answer(OFFICE, "k1", ANSWER)


def test_an_upload_is_its_submissions_owners(records: Records) -> None:
    made = draft(records)
    upload = records.start_upload(APPLICANT, made.id, "大.pdf", size=1 << 33, sha256=SHA)
    assert records.start_upload(APPLICANT, made.id, "大.pdf", size=1 << 33, sha256=SHA) == upload
    assert records.upload(APPLICANT, upload.id) == upload
    with pytest.raises(NotFoundError):
        records.upload(person(Role.APPLICANT, "other"), upload.id)
    with pytest.raises(NotAllowedError):
        records.end_upload(person(Role.AUDITOR), upload.id)
    records.end_upload(APPLICANT, upload.id)
    with pytest.raises(NotFoundError):
        records.upload(APPLICANT, upload.id)
    with pytest.raises(NotInDraftError):
        records.start_upload(APPLICANT, received(records).id, "x", size=1, sha256=SHA)


def test_uploads_that_nobody_finishes_are_dropped(records: Records) -> None:
    made = draft(records)
    kept = records.start_upload(APPLICANT, made.id, "a.pdf", size=1, sha256=SHA)
    stale = records.start_upload(APPLICANT, made.id, "b.pdf", size=1, sha256=SHA, days=-1)
    assert records.drop_stale_uploads() == (stale.id,)
    assert records.upload(APPLICANT, kept.id) == kept
