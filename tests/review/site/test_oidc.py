"""Signing in through the portal, against a provider that runs here; most tests are about answers not to be believed."""

import time
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import RSAKey
from playwright.sync_api import Browser

from dossier.principal import Principal, Role
from tests.review.api.office import Office, running, settings_in
from tests.review.site.chromium import DESK
from tests.review.site.people import client_of
from tests.review.site.provider import CLIENT, WORD, Provider, providing

PERSON = {"sub": "u-1", "name": "张三", "roles": ["staff", "city-reviewer"], "region": "苏州"}
ROLES = {"city-reviewer": "reviewer", "member-unit": "applicant"}


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """The provider."""
    with providing() as provider:
        yield provider


@pytest.fixture(scope="module")
def office(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office that trusts the provider."""
    more = {
        "oidc_issuer": provider.url,
        "oidc_client_id": CLIENT,
        "oidc_client_secret": WORD,
        "oidc_roles": ROLES,
    }
    with running(settings_in(tmp_path_factory.mktemp("office"), **more)) as office:
        yield office


@pytest.fixture(autouse=True)
def _honest(provider: Provider) -> Iterator[None]:
    provider.person = dict(PERSON)
    yield
    provider.restored()


def there(client: httpx.Client, way: str = "/queue") -> str:
    """To the provider; the address to which it sends the browser back."""
    away = client.get("/signin/portal", params={"next": way})
    assert away.status_code == 303, away.text
    back = httpx.get(away.headers["location"], trust_env=False)
    return back.headers["location"]


def come_in(client: httpx.Client, way: str = "/queue") -> httpx.Response:
    """There and back."""
    return client.get(there(client, way))


def test_the_portal_s_people_come_in_with_their_role_and_region(office: Office) -> None:
    with client_of(office, None) as client:
        answer = come_in(client, "/queue?state=in_review")
        assert answer.headers["location"] == "/queue?state=in_review"
        assert "张三" in client.get("/account").text
        assert "hezheng-portal" not in client.cookies
    (account,) = [each for each in office.service.records.accounts() if each.portal]
    assert (account.user.role, account.user.region) == (Role.REVIEWER, "苏州市")
    assert account.user.id.startswith("portal-")


def test_what_the_portal_says_now_holds_and_ends_older_sessions(office: Office, provider: Provider) -> None:
    with client_of(office, None) as earlier, client_of(office, None) as later:
        come_in(earlier)
        provider.person = PERSON | {"roles": "member-unit", "name": "李四"}
        come_in(later)
        assert "申报单位" in later.get("/account").text
        assert earlier.get("/account").status_code == 303


@pytest.mark.parametrize(
    "person",
    [
        {"roles": ["somebody"]},
        {"roles": None},
        {"roles": {"city-reviewer": True}},
        {"region": None},
        {"region": "某地"},
    ],
    ids=str,
)
def test_who_has_no_role_here_stays_outside(
    office: Office, provider: Provider, person: dict[str, object]
) -> None:
    provider.person = PERSON | {"sub": "stranger"} | person
    before = office.service.records.users()
    with client_of(office, None) as client:
        assert come_in(client).status_code == 403
        assert "hezheng" not in client.cookies
    assert office.service.records.users() == before


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another"},
        {"aud": [CLIENT, "another"], "azp": "another"},
        {"iss": "https://another.example"},
        {"exp": int(time.time()) - 600},
        {"exp": None},
        {"iat": None},
        {"sub": None},
        {"sub": ""},
    ],
    ids=str,
)
def test_a_token_for_somebody_else_or_another_time_is_not_believed(
    office: Office, provider: Provider, claims: dict[str, object]
) -> None:
    provider.claims = claims
    with client_of(office, None) as client:
        answer = come_in(client)
        assert answer.status_code == 403
        assert "hezheng" not in client.cookies


@pytest.mark.parametrize("algorithm", ["HS256", "none"])
def test_a_token_that_anybody_could_have_signed_is_not_believed(
    office: Office, provider: Provider, algorithm: str
) -> None:
    with client_of(office, None) as client:
        come_in(client)
    provider.algorithm = algorithm
    with client_of(office, None) as client:
        assert come_in(client).status_code == 403


def test_only_keys_that_the_provider_shows_count_and_new_ones_are_found(
    office: Office, provider: Provider
) -> None:
    shown = provider.key
    provider.key = RSAKey.generate_key(2048, {"kid": "second"})
    with client_of(office, None) as client:
        assert come_in(client).status_code == 303
    provider.published = [provider.key]
    provider.key = RSAKey.generate_key(2048, {"kid": "second"})
    with client_of(office, None) as client:
        assert come_in(client).status_code == 403
    provider.key = shown


def test_an_answer_fits_one_browser_and_one_time(office: Office, provider: Provider) -> None:
    with client_of(office, None) as client, client_of(office, None) as victim:
        address = there(client)
        assert victim.get(address).status_code == 403
        there(victim)
        assert victim.get(address).status_code == 403
        assert client.get(address).status_code == 303
        assert client.get(address).status_code == 403
        asked = provider.asked[-1]
        assert (
            client.get(f"/signin/portal/back?state={asked['state']}&error=access_denied").status_code == 403
        )
        assert client.get("/signin/portal/back").status_code == 403


def test_a_code_is_worth_nothing_without_the_browser_s_verifier(office: Office) -> None:
    with client_of(office, None) as thief, client_of(office, None) as owner:
        stolen = parse_qs(urlsplit(there(owner)).query)["code"][0]
        own = parse_qs(urlsplit(there(thief)).query)["state"][0]
        answer = thief.get("/signin/portal/back", params={"state": own, "code": stolen})
        assert answer.status_code == 403


def test_an_answer_of_another_provider_is_not_believed(office: Office) -> None:
    with client_of(office, None) as client:
        address = there(client).replace("iss=http%3A%2F%2F127.0.0.1", "iss=https%3A%2F%2Fevil.example")
        assert client.get(address).status_code == 403


def test_a_disabled_account_stays_outside(office: Office, provider: Provider) -> None:
    provider.person = PERSON | {"sub": "u-9", "name": "王五"}
    admin = office.service.records.put_user(
        "test", Principal(id="boss", name="主管", role=Role.ADMINISTRATOR)
    )
    with client_of(office, None) as client:
        come_in(client)
        user = next(each.id for each in office.service.records.users() if each.name == "王五")
        office.service.records.disable_account(admin, user)
        assert client.get("/account").status_code == 303
        assert come_in(client).status_code == 403
        office.service.records.enable_account(admin, user)


def test_a_provider_that_is_away_is_told_and_one_without_tls_not_asked(
    provider: Provider, tmp_path_factory: pytest.TempPathFactory
) -> None:
    wrong = ("http://127.0.0.1:9", "http://portal.example", f"{provider.url}/elsewhere")
    for issuer in wrong:
        folder = tmp_path_factory.mktemp("away")
        with running(settings_in(folder, oidc_issuer=issuer)) as office, client_of(office, None) as client:
            assert client.get("/signin/portal").status_code == 503
    provider.calls_itself = "https://another.example"
    folder = tmp_path_factory.mktemp("liar")
    with running(settings_in(folder, oidc_issuer=provider.url)) as office, client_of(office, None) as client:
        assert client.get("/signin/portal").status_code == 503


def test_without_a_portal_there_is_no_such_way(tmp_path_factory: pytest.TempPathFactory) -> None:
    with running(settings_in(tmp_path_factory.mktemp("alone"))) as office, client_of(office, None) as client:
        assert client.get("/signin/portal").status_code == 404
        assert client.get("/signin/portal/back").status_code == 404
        assert "/signin/portal" not in client.get("/signin").text


@pytest.mark.browser
def test_a_person_comes_in_with_one_click(office: Office, browser: Browser) -> None:
    context = browser.new_context(base_url=office.url, viewport=DESK, locale="zh-CN")
    try:
        page = context.new_page()
        page.goto("/signin?next=/account")
        page.get_by_role("link", name="用工会服务平台账号登录").press("Enter")
        page.get_by_role("heading", name="我的账号").wait_for()
        assert page.get_by_text("您用门户账号登录").is_visible()
    finally:
        context.close()
