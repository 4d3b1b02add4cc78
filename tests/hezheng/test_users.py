"""`hezheng user`."""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError
from pyotp.totp import TOTP

from dossier.principal import Role
from hezheng import cli, settings
from vault.records import Records, open_records
from vault.records.accounts_errors import SignInError

WORD = "松下问童子 言师采药去"


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Records]:
    """The records of a working folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    settings.load.cache_clear()
    found = open_records(settings.load())
    yield found
    found.close()
    settings.load.cache_clear()


def test_a_user_is_added_and_the_link_printed_alone(
    records: Records, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEZHENG_PUBLIC_URL", "https://award.example/")
    settings.load.cache_clear()
    call = ["user", "add", "zhang", "--role", "reviewer", "--name", "张三", "--region", "南京"]
    assert cli.run(call) == 0
    captured = capsys.readouterr()
    link = captured.out.strip()
    assert link.startswith("https://award.example/invitation/")
    assert link not in captured.err
    user = records.accept_invitation(link.rpartition("/")[2], WORD)
    assert (user.id, user.name, user.role, user.region) == ("zhang", "张三", Role.REVIEWER, "南京市")
    assert cli.run(call) == 2
    assert "已有账号 zhang" in capsys.readouterr().err


def test_a_password_is_read_from_a_pipe_and_ends_sessions(
    records: Records, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.run(["user", "add", "zhang", "--role", "auditor"])
    monkeypatch.setattr(sys, "stdin", io.StringIO(WORD + "\n"))
    assert cli.run(["user", "password", "zhang"]) == 0
    records.check_password("zhang", WORD, address="")
    monkeypatch.setattr(sys, "stdin", io.StringIO("short\n"))
    assert cli.run(["user", "password", "zhang"]) == 2
    assert "至少要 10 个字符" in capsys.readouterr().err
    assert cli.run(["user", "password", "nobody"]) == 2
    assert cli.run(["user", "password", "zhang", "--link"]) == 0
    link = capsys.readouterr().out.strip()
    assert records.invited(link.rpartition("/")[2]).id == "zhang"


def test_users_are_listed_with_what_they_have(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["user", "list"]) == 0
    assert "没有用户" in capsys.readouterr().out
    cli.run(["user", "add", "zhang", "--role", "office", "--name", "张三"])
    capsys.readouterr()
    secret = records.propose_factor("zhang")
    records.confirm_factor("zhang", TOTP(secret).at(datetime.now(UTC)))
    cli.run(["user", "list"])
    assert "zhang  张三  office  —  密码：无  二次验证：有" in capsys.readouterr().out
    assert cli.run(["user", "remove-factor", "zhang"]) == 0
    cli.run(["user", "list"])
    assert "二次验证：无" in capsys.readouterr().out


def test_without_a_password_nobody_comes_in(records: Records) -> None:
    cli.run(["user", "add", "zhang", "--role", "office"])
    for typed in ("", "zhang"):
        with pytest.raises(SignInError):
            records.check_password("zhang", typed, address="")


def test_roles_that_need_a_second_factor_are_told_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    for told, meant in (
        ("none", frozenset()),
        ("office, expert", {Role.OFFICE, Role.EXPERT}),
        ("", {Role.OFFICE, Role.ADMINISTRATOR}),
    ):
        monkeypatch.setenv("HEZHENG_SECOND_FACTOR_FOR", told)
        assert settings.Settings(_env_file=None).second_factor_for == meant  # pyright: ignore[reportCallIssue]
    monkeypatch.setenv("HEZHENG_SECOND_FACTOR_FOR", "everybody")
    with pytest.raises(ValidationError):
        settings.Settings()
    monkeypatch.delenv("HEZHENG_SECOND_FACTOR_FOR")
    monkeypatch.setenv("HEZHENG_OIDC_ROLES", '{"robots": "worker"}')
    with pytest.raises(ValidationError):
        settings.Settings()
