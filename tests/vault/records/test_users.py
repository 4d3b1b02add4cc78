"""Users and tokens."""

import pytest
from sqlalchemy import text

from dossier.principal import NewToken, Role, Scope
from tests.vault.records.office import OFFICE, execute, person
from vault.records import Records
from vault.records.errors import NotFoundError, TokenInvalidError, UserError


@pytest.fixture
def token(records: Records) -> NewToken:
    """A token of a reviewer in Nanjing."""
    records.put_user("console:root", person(Role.REVIEWER, "zhang", "南京"))
    return records.add_token("console:root", "zhang", name="网页", days=1)


def test_a_token_stands_for_its_user(records: Records, token: NewToken) -> None:
    found = records.principal_of(token.secret)
    assert found == records.user("zhang")
    assert (found.id, found.role, found.region) == ("zhang", Role.REVIEWER, "南京市")
    assert found.scopes == {Scope.SUBMIT, Scope.READ, Scope.REVIEW}


def test_a_token_may_be_good_for_less_but_not_for_more(records: Records, token: NewToken) -> None:
    less = records.add_token("console:root", "zhang", name="只读", scopes=[Scope.READ])
    assert records.principal_of(less.secret).scopes == {Scope.READ}
    for scopes in ([Scope.ADMIN], [Scope.READ, Scope.AUDIT], []):
        with pytest.raises(UserError):
            records.add_token("console:root", "zhang", name="x", scopes=scopes)
    assert [each.id for each in records.tokens("zhang")] == [token.token.id, less.token.id]
    records.put_user("console:root", person(Role.AUDITOR, "zhang"))
    assert records.principal_of(token.secret).scopes == {Scope.READ}


def test_the_secret_is_nowhere_in_the_database(records: Records, token: NewToken) -> None:
    secret = token.secret.split("_", 2)[2]
    records.principal_of(token.secret)
    for table in ("tokens", "users", "trail"):
        with records.database.engine.connect() as connection:
            rows = connection.execute(text(f"SELECT * FROM {table}")).all()
        assert rows
        assert secret not in str(rows)


@pytest.mark.parametrize("wrong", ["", "hz", "hz__", "hz_x_", "hz_x_y", "{}x", "x{}", "{0}_{0}", "Bearer {}"])
def test_anything_else_is_refused(records: Records, token: NewToken, wrong: str) -> None:
    with pytest.raises(TokenInvalidError):
        records.principal_of(wrong.format(token.secret))
    other = records.add_token("console:root", "zhang", name="y")
    crossed = f"hz_{other.token.id}_{token.secret.split('_', 2)[2]}"
    with pytest.raises(TokenInvalidError):
        records.principal_of(crossed)


def test_a_revoked_token_is_useless_at_once(records: Records, token: NewToken) -> None:
    records.principal_of(token.secret)
    revoked = records.revoke_token("console:root", token.token.id)
    assert revoked.revoked_at is not None
    assert records.revoke_token("console:root", token.token.id) == revoked
    with pytest.raises(TokenInvalidError):
        records.principal_of(token.secret)
    with pytest.raises(NotFoundError):
        records.revoke_token("console:root", "t-none")


def test_a_token_past_its_day_is_useless(records: Records, token: NewToken) -> None:
    earlier = "datetime('now', '-1 second')" if records.database.sqlite else "now() - interval '1 second'"
    execute(records, f"UPDATE tokens SET expires_at = {earlier}")
    with pytest.raises(TokenInvalidError):
        records.principal_of(token.secret)


def test_uses_are_noted_once_an_hour(records: Records, token: NewToken) -> None:
    for _ in range(3):
        records.principal_of(token.secret)
    uses = [each for each in records.trail(OFFICE) if each.action == "token.use"]
    assert [(each.actor, each.subject) for each in uses] == [("zhang", token.token.id)]
    first = records.tokens()[0].last_used_at
    assert first is not None
    earlier = "datetime('now', '-61 minutes')" if records.database.sqlite else "now() - interval '61 minutes'"
    execute(records, f"UPDATE tokens SET last_used_at = {earlier}")
    records.principal_of(token.secret)
    assert sum(each.action == "token.use" for each in records.trail(OFFICE)) == 2


def test_users_are_added_and_changed_with_a_row_of_the_trail_each(records: Records) -> None:
    added = records.put_user("root", person(Role.REVIEWER, "li", "苏州"))
    assert added.region == "苏州市"
    assert records.put_user("root", added) == added
    moved = records.put_user("root", added.model_copy(update={"region": "无锡市"}))
    assert records.users() == (moved,)
    assert [each.action for each in records.trail(OFFICE)] == ["user.add", "user.change"]
    with pytest.raises(UserError):
        records.put_user("root", person(Role.REVIEWER, "x", "某地"))
    for lost in (records.user, lambda user: records.add_token("root", user, name="x")):
        with pytest.raises(NotFoundError):
            lost("nobody")
