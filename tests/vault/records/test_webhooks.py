"""Messages to webhooks."""

import pytest

from dossier.principal import Role
from dossier.state import State
from tests.vault.records.office import ADMINISTRATOR, APPLICANT, OFFICE, draft, execute, person, received
from vault.records import Records
from vault.records.errors import NotFoundError

SUZHOU = person(Role.REVIEWER, "suzhou", "苏州市")
SECRET = "s3cret"  # noqa: S105 - protects nothing


@pytest.fixture(autouse=True)
def _users(records: Records) -> None:
    for user in (APPLICANT, OFFICE, SUZHOU):
        records.put_user("root", user)


def let_time_pass(records: Records) -> None:
    """As if all messages had been due an hour ago."""
    ended = "datetime('now', '-1 hour')" if records.database.sqlite else "now() - interval '1 hour'"
    execute(records, f"UPDATE deliveries SET next_at = {ended}")


def test_moves_are_told_to_those_who_see_them_and_asked(records: Records) -> None:
    all_of_it = records.add_webhook(OFFICE, "https://office.example/hook", secret=SECRET)
    some = records.add_webhook(APPLICANT, "https://a.example", secret=SECRET, events=["submission.withdrawn"])
    records.add_webhook(SUZHOU, "https://suzhou.example", secret=SECRET)
    made = received(records)
    records.withdraw(APPLICANT, made.id, made.version)
    found = records.take_deliveries(10, 60)
    assert [(each.webhook, each.event) for each in found] == [
        (all_of_it.id, "submission.received"),
        (all_of_it.id, "submission.withdrawn"),
        (some.id, "submission.withdrawn"),
    ]
    assert (found[0].url, found[0].secret, found[0].tries) == ("https://office.example/hook", SECRET, 1)
    assert found[0].payload["submission"] == made.id
    assert found[0].payload["version"] == 2


def test_a_move_that_does_not_come_about_tells_nobody(records: Records) -> None:
    records.add_webhook(OFFICE, "https://office.example", secret=SECRET)
    made = draft(records)
    with pytest.raises(Exception, match="更新"):
        records.submit(APPLICANT, made.id, 9)
    assert records.take_deliveries(10, 60) == ()


def test_a_message_is_tried_until_it_is_delivered_or_given_up(records: Records) -> None:
    records.add_webhook(OFFICE, "https://office.example", secret=SECRET)
    received(records)
    (message,) = records.take_deliveries(10, 60)
    assert records.take_deliveries(10, 60) == ()
    records.delivery_failed(message.id, "503", retry_seconds=30)
    assert records.take_deliveries(10, 60) == ()
    let_time_pass(records)
    (again,) = records.take_deliveries(10, 60)
    assert (again.id, again.tries) == (message.id, 2)
    records.delivered(message.id)
    let_time_pass(records)
    assert records.take_deliveries(10, 60) == ()
    received(records)
    (other,) = records.take_deliveries(10, 60)
    records.delivery_failed(other.id, "gone", retry_seconds=None)
    let_time_pass(records)
    assert records.take_deliveries(10, 60) == ()


def test_a_webhook_is_its_owners(records: Records) -> None:
    made = records.add_webhook(OFFICE, "https://office.example", secret=SECRET)
    received(records)
    assert records.webhooks(OFFICE) == (made,)
    assert records.webhooks(APPLICANT) == ()
    with pytest.raises(NotFoundError):
        records.remove_webhook(APPLICANT, made.id)
    records.remove_webhook(OFFICE, made.id)
    with pytest.raises(NotFoundError):
        records.remove_webhook(OFFICE, made.id)
    assert records.webhooks(OFFICE) == ()
    assert records.take_deliveries(10, 60) == ()
    assert records.get(OFFICE, received(records).id).state is State.RECEIVED
    assert records.take_deliveries(10, 60) == ()


def test_whose_account_is_disabled_is_told_nothing(records: Records) -> None:
    records.add_webhook(OFFICE, "https://office.example", secret=SECRET)
    others = records.add_webhook(APPLICANT, "https://a.example", secret=SECRET)
    before = received(records)
    records.disable_account(ADMINISTRATOR, OFFICE.id)
    meanwhile = received(records)
    told = [(each.webhook, each.payload["submission"]) for each in records.take_deliveries(10, 60)]
    assert told == [(others.id, before.id), (others.id, meanwhile.id)]
    records.enable_account(ADMINISTRATOR, OFFICE.id)
    assert [each.payload["submission"] for each in records.take_deliveries(10, 60)] == [before.id]
