"""`hezheng token`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.principal import Role, Scope
from hezheng import cli, settings
from vault.records import Records, open_records
from vault.records.errors import TokenInvalidError


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Records]:
    """The records of a working folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    settings.load.cache_clear()
    found = open_records(settings.load())
    yield found
    found.close()


def test_a_token_is_printed_alone_so_that_a_script_can_take_it(
    records: Records, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["token", "create", "zhang", "--role", "reviewer", "--name", "张三", "--region", "南京"]
    assert cli.run([*call, "--scope", "read", "--days", "30", "--purpose", "网页"]) == 0
    captured = capsys.readouterr()
    found = records.principal_of(captured.out.strip())
    assert (found.id, found.name, found.role, found.region) == ("zhang", "张三", Role.REVIEWER, "南京市")
    assert found.scopes == {Scope.READ}
    assert "不会再次显示" in captured.err
    assert captured.out.strip() not in captured.err


def test_tokens_are_listed_without_secrets_and_revoked(
    records: Records, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["token", "list"]) == 0
    assert capsys.readouterr().out == "没有令牌。\n"
    cli.run(["token", "create", "office", "--role", "office"])
    secret = capsys.readouterr().out.strip()
    (token,) = records.tokens()
    assert cli.run(["token", "revoke", token.id]) == 0
    assert cli.run(["token", "list", "--user", "office"]) == 0
    told = capsys.readouterr().out
    assert f"已撤销：{token.id}" in told
    assert "撤销\n" in told
    assert secret.rsplit("_", 1)[1] not in told
    with pytest.raises(TokenInvalidError):
        records.principal_of(secret)


def test_a_known_user_needs_no_role_and_keeps_what_is_not_told(
    records: Records, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.run(["token", "create", "zhang", "--role", "reviewer", "--region", "南京", "--name", "张三"])
    assert cli.run(["token", "create", "zhang", "--region", "苏州"]) == 0
    user = records.user("zhang")
    assert (user.name, user.role, user.region) == ("张三", Role.REVIEWER, "苏州市")
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["create", "li"], "新建用户要指定角色"),
        (["create", "li", "--role", "king"], "没有这个角色：king"),
        (["create", "li", "--role", "auditor", "--scope", "all"], "没有这个权限：all"),
        (["create", "li", "--role", "auditor", "--scope", "submit"], "不能有权限：submit"),
        (["create", "li", "--role", "reviewer", "--region", "某地"], "不认识的地区：某地"),
        (["revoke", "t-none"], "没有找到：t-none"),
    ],
)
def test_calls_that_cannot_be_used_are_told(
    records: Records, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert cli.run(["token", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert records.tokens() == ()
