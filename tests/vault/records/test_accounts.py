"""Accounts, sessions, failed attempts and second factors in both databases."""

import json
import threading
from datetime import UTC, datetime, timedelta

import pytest
from pyotp.totp import TOTP
from sqlalchemy import text

from dossier.account import Stage
from dossier.principal import Principal, Role
from tests.vault.records.office import ADMINISTRATOR, OFFICE, execute, person
from vault.records import Records, accounts_signing, passwords
from vault.records.accounts_errors import (
    CodeWrongError,
    InvitationInvalidError,
    OwnAccountError,
    PasswordUnusableError,
    SignInError,
    SignInLockedError,
)
from vault.records.errors import NotFoundError, TokenInvalidError, UserError

WORD = "松下问童子 言师采药去"
HERE = "192.0.2.7"


@pytest.fixture
def zhang(records: Records) -> Principal:
    """A reviewer with a password."""
    made = records.add_account("console:root", person(Role.REVIEWER, "zhang", "南京"))
    records.set_password("console:root", "zhang", WORD)
    return made


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    """So few failures from one address are free."""
    monkeypatch.setattr(accounts_signing, "FREE_FROM_ADDRESS", 6)
    return 6


def failures(records: Records, count: int, user: str = "zhang", address: str = HERE) -> list[type[Exception]]:
    """What that many wrong passwords raise."""
    raised: list[type[Exception]] = []
    for _ in range(count):
        with pytest.raises((SignInError, SignInLockedError)) as caught:
            records.check_password(user, "wrong password", address=address)
        raised.append(caught.type)
    return raised


def later(records: Records, **ago: int) -> None:
    """As if the attempts had been made that much earlier."""
    for column in ("last_at", "locked_until"):
        with records.database.write() as transaction:
            rows = transaction.session.execute(text(f"SELECT key, {column} FROM sign_in_attempts")).all()
            for key, value in rows:
                if value is not None:
                    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
                    transaction.session.execute(
                        text(f"UPDATE sign_in_attempts SET {column} = :value WHERE key = :key"),
                        {"value": moment - timedelta(**ago), "key": key},
                    )


def test_the_password_is_nowhere_in_the_database(records: Records, zhang: Principal) -> None:
    assert records.check_password("zhang", WORD, address=HERE).user == zhang
    with records.database.engine.connect() as connection:
        for table in ("accounts", "users", "trail", "sign_in_attempts", "invitations", "sessions"):
            assert WORD not in str(connection.execute(text(f"SELECT * FROM {table}")).all())
        kept = connection.execute(text("SELECT password FROM accounts")).scalar_one()
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_one_keyboard_s_form_of_a_sign_is_another_s(records: Records, zhang: Principal) -> None:
    records.set_password("root", "zhang", "ｆｕｌｌ－ｗｉｄｔｈ ｓｉｇｎｓ")
    assert records.check_password("zhang", "full-width signs", address=HERE).user == zhang


@pytest.mark.usefixtures("zhang")
def test_a_hash_of_older_parameters_is_made_anew(records: Records) -> None:
    from argon2 import PasswordHasher

    weak = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(WORD)
    execute(records, f"UPDATE accounts SET password = '{weak}'")
    records.check_password("zhang", WORD, address=HERE)
    with records.database.engine.connect() as connection:
        kept = connection.execute(text("SELECT password FROM accounts")).scalar_one()
    assert not passwords.is_outdated(kept)
    records.check_password("zhang", WORD, address=HERE)


@pytest.mark.parametrize(
    "plain",
    [
        "short",
        "九个字的密码不够长",
        "aaaaaaaaaaaa",
        "abababababab",
        "1234567890123",
        "zhang-zhang-zhang",
        "password12345",
        "qwertyuiop123",
        "Admin@12345678",
        "x" * 129,
    ],
)
def test_passwords_that_are_guessed_first_are_refused(records: Records, zhang: Principal, plain: str) -> None:
    with pytest.raises(PasswordUnusableError):
        records.set_password("root", zhang.id, plain)


def test_no_kinds_of_characters_are_asked_for(records: Records, zhang: Principal) -> None:
    for good in ("床前明月光疑是地上霜", "correct horse battery", "83910257466120"):
        records.set_password("root", zhang.id, good)


def test_failures_make_one_wait_longer_and_longer_and_time_forgives(
    records: Records, zhang: Principal
) -> None:
    assert failures(records, 7) == [SignInError] * 5 + [SignInLockedError] * 2
    with pytest.raises(SignInLockedError) as caught:
        records.check_password("zhang", WORD, address=HERE)
    waits = [caught.value.seconds]
    for _ in range(8):
        later(records, minutes=16)
        failures(records, 1)
        with pytest.raises(SignInLockedError) as caught:
            records.check_password("zhang", WORD, address=HERE)
        waits.append(caught.value.seconds)
    assert [round(each / 15) for each in waits] == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    later(records, days=1)
    assert records.check_password("zhang", WORD, address=HERE).user == zhang
    assert failures(records, 4) == [SignInError] * 4
    records.check_password("zhang", WORD, address=HERE)
    assert failures(records, 5) == [SignInError] * 5


@pytest.mark.usefixtures("zhang")
def test_an_account_that_is_not_there_locks_like_one_that_is(records: Records) -> None:
    assert failures(records, 6, user="nobody") == failures(records, 6)


def test_an_address_that_tries_many_accounts_waits_but_others_come_in(
    records: Records, zhang: Principal, few: int
) -> None:
    raised = [failures(records, 1, user=f"u{number}")[0] for number in range(few + 1)]
    assert raised == [SignInError] * few + [SignInLockedError]
    with pytest.raises(SignInLockedError):
        records.check_password("zhang", WORD, address=HERE)
    assert records.check_password("zhang", WORD, address="192.0.2.8").user == zhang


@pytest.mark.usefixtures("zhang")
def test_one_s_own_password_does_not_clear_the_address(records: Records, few: int) -> None:
    for number in range(few):
        failures(records, 1, user=f"u{number}")
        if number < few - 1:
            records.check_password("zhang", WORD, address=HERE)
    with pytest.raises(SignInLockedError):
        records.check_password("zhang", WORD, address=HERE)


def test_a_house_with_many_addresses_counts_as_one(records: Records, few: int) -> None:
    raised = [
        failures(records, 1, user=f"u{number}", address=f"2001:db8:1:2::{number:x}")[0]
        for number in range(few + 1)
    ]
    assert raised[-1] is SignInLockedError


@pytest.mark.usefixtures("zhang")
def test_many_attempts_at_once_are_no_way_around_the_count(records: Records) -> None:
    raised: list[type[Exception]] = []

    def attempt() -> None:
        raised.extend(failures(records, 1))

    threads = [threading.Thread(target=attempt) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.__name__ for each in raised) == ["SignInError"] * 5 + ["SignInLockedError"] * 7


@pytest.mark.usefixtures("zhang")
def test_a_lock_is_in_the_trail_without_what_was_typed(records: Records) -> None:
    failures(records, 6)
    (row,) = [each for each in records.trail(OFFICE) if each.action == "sign_in.locked"]
    assert row.subject.startswith("account:")
    assert "zhang" not in row.subject


def test_a_link_is_good_once_for_a_week_and_the_newest_alone(records: Records, zhang: Principal) -> None:
    older, newer = records.invite("root", "zhang"), records.invite("root", "zhang")
    with pytest.raises(InvitationInvalidError):
        records.accept_invitation(older, WORD + "!")
    with pytest.raises(PasswordUnusableError):
        records.accept_invitation(newer, "short")
    assert records.accept_invitation(newer, WORD + "!") == zhang
    with pytest.raises(InvitationInvalidError):
        records.invited(newer)
    records.check_password("zhang", WORD + "!", address=HERE)
    late = records.invite("root", "zhang")
    earlier = "datetime('now', '-1 second')" if records.database.sqlite else "now() - interval '1 second'"
    execute(records, f"UPDATE invitations SET expires_at = {earlier}")
    with pytest.raises(InvitationInvalidError):
        records.accept_invitation(late, WORD)
    with pytest.raises(NotFoundError):
        records.invite("root", "nobody")


@pytest.mark.usefixtures("zhang")
def test_a_link_that_two_use_at_once_sets_one_password(records: Records) -> None:
    secret = records.invite("root", "zhang")
    done: list[str] = []

    def accept(password: str) -> None:
        try:
            records.accept_invitation(secret, password)
        except InvitationInvalidError:
            return
        done.append(password)

    threads = [threading.Thread(target=accept, args=(f"{WORD} {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1
    records.check_password("zhang", done[0], address=HERE)


def test_sessions_are_kept_by_hash_listed_and_ended(records: Records, zhang: Principal) -> None:
    secret = records.begin_session("zhang", Stage.WHOLE, hours=1, agent="Firefox/130 Linux")
    found = records.session_of(secret, idle_minutes=5)
    assert found is not None
    assert (found.user, found.stage, found.id != secret) == (zhang, Stage.WHOLE, True)
    assert records.sessions("zhang") == (found,)
    assert records.session_of(found.id, idle_minutes=5) is None
    assert records.account("zhang").last_seen_at == found.begun_at
    kept = records.begin_session("zhang", Stage.WHOLE, hours=1)
    other = records.session_of(kept, idle_minutes=5)
    assert other is not None
    records.end_sessions("zhang", "zhang", keep=other.id)
    assert records.sessions("zhang") == (other,)
    records.end_session("zhang", other.id)
    records.end_session("zhang", other.id)
    assert records.sessions("zhang") == ()
    with pytest.raises(NotFoundError):
        records.end_sessions("root", "nobody")


@pytest.mark.usefixtures("zhang")
def test_a_use_is_noted_now_and_then_so_that_a_used_session_is_not_idle(records: Records) -> None:
    secret = records.begin_session("zhang", Stage.WHOLE, hours=1)
    earlier = "datetime('now', '-4 minutes')" if records.database.sqlite else "now() - interval '4 minutes'"
    for _ in range(3):
        execute(records, f"UPDATE sessions SET seen_at = {earlier}")
        assert records.session_of(secret, idle_minutes=5) is not None
    execute(records, f"UPDATE sessions SET seen_at = {earlier}")
    assert records.session_of(secret, idle_minutes=3) is None


def test_another_role_or_region_ends_the_sessions_and_another_name_does_not(
    records: Records, zhang: Principal
) -> None:
    user = zhang
    for change, stays in (
        ({"name": "张三"}, True),
        ({"region": "苏州市"}, False),
        ({"role": Role.OFFICE}, False),
        ({"organization": "总工会"}, True),
    ):
        user = user.model_copy(update=change)
        secret = records.begin_session("zhang", Stage.WHOLE, hours=1)
        assert records.put_user("console:root", user) == records.user("zhang")
        assert (records.session_of(secret, idle_minutes=5) is not None) is stays
        told = [each for each in records.trail(OFFICE) if each.action == "user.change"][-1]
        assert json.loads(told.detail).keys() == {"name", "role", "region", "organization"}


@pytest.mark.usefixtures("zhang")
def test_who_is_disabled_has_no_way_in(records: Records) -> None:
    token, secret = records.add_token("root", "zhang", name="x").secret, records.invite("root", "zhang")
    session = records.begin_session("zhang", Stage.WHOLE, hours=1)
    records.disable_account(ADMINISTRATOR, "zhang")
    records.disable_account(ADMINISTRATOR, "zhang")
    assert records.session_of(session, idle_minutes=5) is None
    for way in (
        lambda: records.principal_of(token),
        lambda: records.invited(secret),
        lambda: records.check_password("zhang", WORD, address=HERE),
        lambda: records.begin_session("zhang", Stage.WHOLE, hours=1),
    ):
        with pytest.raises((TokenInvalidError, InvitationInvalidError, SignInError)):
            way()
    records.enable_account(ADMINISTRATOR, "zhang")
    assert records.principal_of(token).id == "zhang"
    with pytest.raises(OwnAccountError):
        records.disable_account(ADMINISTRATOR, ADMINISTRATOR.id)


def test_ids_are_plain_and_taken_once(records: Records, zhang: Principal) -> None:
    for wrong in ("zhang", "Zhang", "张", "-x", "x", "a/b", "x" * 65):
        with pytest.raises(UserError):
            records.add_account("root", person(Role.OFFICE, wrong))
    assert records.account("zhang").user == zhang


@pytest.mark.usefixtures("zhang")
def test_a_code_of_one_half_minute_is_taken_once(records: Records) -> None:
    secret = records.propose_factor("zhang")
    assert records.propose_factor("zhang") == secret
    now = datetime.now(UTC)
    codes = records.confirm_factor("zhang", TOTP(secret).at(now - timedelta(seconds=30)))
    assert records.check_password("zhang", WORD, address=HERE).second_factor
    with pytest.raises(CodeWrongError):
        records.check_factor("zhang", TOTP(secret).at(now - timedelta(seconds=30)))
    records.check_factor("zhang", TOTP(secret).at(now))
    with pytest.raises(CodeWrongError):
        records.check_factor("zhang", TOTP(secret).at(now))
    records.check_factor("zhang", codes[3])
    assert records.codes_left("zhang") == 9
    fresh = records.renew_codes("zhang")
    with pytest.raises(CodeWrongError):
        records.check_factor("zhang", codes[4])
    records.check_factor("zhang", fresh[0])
    records.remove_factor("root", "zhang")
    assert records.codes_left("zhang") == 0
    assert not records.check_password("zhang", WORD, address=HERE).second_factor
    for lacking in (lambda: records.renew_codes("zhang"), lambda: records.confirm_factor("zhang", "1")):
        with pytest.raises(UserError):
            lacking()
    with pytest.raises(CodeWrongError):
        records.check_factor("zhang", fresh[1])


def test_the_portal_s_users_are_its_own_and_follow_what_it_says(records: Records, zhang: Principal) -> None:
    first = records.put_portal_user("https://a", "zhang", name="张", role=Role.REVIEWER, region="南京")
    assert first.id != zhang.id
    assert first.region == "南京市"
    session = records.begin_session(first.id, Stage.WHOLE, hours=1)
    again = records.put_portal_user("https://a", "zhang", name="张三", role=Role.REVIEWER, region="南京市")
    assert (again.id, again.name) == (first.id, "张三")
    assert records.session_of(session, idle_minutes=5) is not None
    records.put_portal_user("https://a", "zhang", name="张三", role=Role.APPLICANT, region=None)
    assert records.session_of(session, idle_minutes=5) is None
    other = records.put_portal_user("https://b", "zhang", name="张", role=Role.APPLICANT, region=None)
    assert other.id != first.id
    assert [each.portal for each in records.accounts()] == [True, True, False]
    records.disable_account(ADMINISTRATOR, first.id)
    with pytest.raises(SignInError):
        records.put_portal_user("https://a", "zhang", name="张", role=Role.ADMINISTRATOR, region=None)
