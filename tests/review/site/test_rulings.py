"""Discrepancies are settled in the workbench by keys alone, and a review is brought to its end."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dossier.dates import CHINA
from dossier.finding import Severity
from dossier.record import Outcome
from dossier.ruling import Ruled, RuledDiscrepancy, Settlement
from dossier.state import State
from tests.review.api.office import PEOPLE, Office, verified
from tests.review.site.chromium import PHONE, barriers
from tests.review.site.people import client_of, csrf, person_in, signed_in
from tests.review.site.verified_submission import verified_submission

OFFICER = PEOPLE["office"]


@pytest.fixture
def submission(office: Office) -> str:
    """A new one that lies before the reviewers of 南京市."""
    for person in ("reviewer", "office", "expert"):
        person_in(office, person)
    with office.client("applicant") as client:
        return verified(office, client)


def of_severity(office: Office, submission: str, severity: Severity) -> list[RuledDiscrepancy]:
    """The discrepancies that weigh so much."""
    found = office.service.records.ruled(OFFICER, submission)
    return [each for each in found if each.discrepancy.severity is severity]


def stands(office: Office, submission: str, fingerprint: str) -> Settlement:
    found = office.service.records.ruled(OFFICER, submission)
    return next(each.settlement for each in found if each.fingerprint == fingerprint)


def item(page: Page, key: str) -> Locator:
    return page.locator(f'[data-item="{key}"]')


@pytest.fixture
def real(office: Office, tmp_path_factory: pytest.TempPathFactory) -> str:
    """One whose pages can be drawn."""
    for person in ("reviewer", "office"):
        person_in(office, person)
    return verified_submission(office, tmp_path_factory.mktemp("submission"))


@pytest.fixture
def desk(office: Office, browser: Browser, real: str) -> Iterator[Page]:
    """The workbench of the city's reviewer."""
    with signed_in(office, browser, "reviewer") as page:
        page.goto(f"/review/{real}")
        yield page


@pytest.mark.browser
def test_discrepancies_are_settled_by_keys_alone(
    office: Office, browser: Browser, real: str, desk: Page
) -> None:
    gates = of_severity(office, real, Severity.GATE)
    first = gates[0].fingerprint
    other = desk.locator(".item.tone-major").first.get_attribute("data-item") or ""
    expect(item(desk, first)).to_have_attribute("open", "")
    desk.keyboard.press("a")  # one key
    expect(desk.locator(f"#mark-{first}")).to_have_text("待复核")
    assert stands(office, real, first) is Settlement.SECOND
    for _ in gates:
        desk.keyboard.press("j")
    expect(item(desk, other)).to_have_attribute("open", "")
    desk.keyboard.press("d")  # two keys
    expect(item(desk, other).locator(".grounds:visible")).to_be_visible()
    assert barriers(desk) == []
    desk.keyboard.press("2")
    expect(desk.locator(f"#mark-{other}")).to_have_text("待复核")
    expect(item(desk, other).locator(".said")).to_contain_text("其他材料已能证明")
    desk.keyboard.press("j")
    desk.keyboard.press("q")
    desk.locator(".grounds:visible textarea").focus()
    desk.keyboard.type("请补 2025 年的年检报告")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#settling")).to_contain_text("请补正 1")
    assert barriers(desk) == []
    with signed_in(office, browser, "office") as second:
        second.goto(f"/review/{real}?finding={other}")
        expect(item(second, other).locator("[data-key=a]")).to_contain_text("同意：不成立")
        second.keyboard.press("a")
        expect(second.locator(f"#mark-{other}")).to_have_text("✓ 不成立")
    assert stands(office, real, other) is Settlement.SETTLED


def test_who_answers_a_page_that_is_out_of_date_is_told(office: Office, submission: str) -> None:
    told = of_severity(office, submission, Severity.MAJOR)[0]
    form = {"fingerprint": told.fingerprint, "outcome": "overrule", "version": "5"}
    with client_of(office, "reviewer") as client:
        page = client.get(f"/review/{submission}")
        place = f"/review/{submission}/rulings"
        token = {"csrf": csrf(page)}
        assert "请写明理由" in client.post(place, data=form | token).text
        done = client.post(place, data=form | token | {"reason": "见原件"})
        assert (done.status_code, done.headers["location"]) == (
            303,
            f"/review/{submission}?finding={told.fingerprint}",
        )
        assert client.post(place, data=form | token | {"outcome": "confirm"}).status_code == 412


def test_points_stay_within_the_standard(office: Office, submission: str) -> None:
    with client_of(office, "reviewer") as client:
        token = {"csrf": csrf(client.get(f"/review/{submission}/conclusion")), "version": "5"}
        place = f"/review/{submission}/points"
        over = client.post(place, data=token | {"criterion": "2.6", "points": "99", "comment": "好"})
        assert (over.status_code, "须在 0 到" in over.text) == (422, True)
        bare = client.post(place, data=token | {"criterion": "2.6", "points": "0.5"})
        assert (bare.status_code, "请写明理由" in bare.text) == (422, True)
        assert client.post(place, data=token | {"criterion": "9.9", "points": "1"}).status_code == 422
        kept = client.post(place, data=token | {"criterion": "2.6", "points": "0.5", "comment": "只认一部分"})
        assert kept.status_code == 303
        assert "只认一部分" in client.get(f"/review/{submission}/conclusion").text
    (told,) = office.service.records.decisions(OFFICER, submission)
    assert (told.outcome, told.criterion, told.points) == (Outcome.AMEND, "2.6", 0.5)


@pytest.mark.browser
def test_a_review_comes_to_its_end(office: Office, browser: Browser, real: str) -> None:
    records = office.service.records
    asked = of_severity(office, real, Severity.MAJOR)[0].fingerprint
    reviewer = PEOPLE["reviewer"]
    records.rule(reviewer, real, 5, fingerprint=asked, outcome=Ruled.ASK, reason="请补原件")
    for each in of_severity(office, real, Severity.GATE):
        for seen, person in ((0, reviewer), (None, OFFICER)):
            last = seen if seen is not None else records.rulings(OFFICER, real)[each.fingerprint][-1].number
            records.rule(person, real, 5, fingerprint=each.fingerprint, outcome=Ruled.CONFIRM, seen=last)
    with signed_in(office, browser, "reviewer") as page:
        page.goto(f"/review/{real}")
        page.keyboard.press("s")
        expect(page.get_by_role("button", name="同意推荐")).to_be_disabled()
        assert barriers(page) == []
        page.get_by_role("button", name="发出补正通知（1 处）").click()
        expect(page.locator(".alert.open")).to_contain_text("正等申报单位补正")
        assert records.get(OFFICER, real).state is State.SUPPLEMENT
        (told,) = records.supplements(OFFICER, real)
        assert told.due_on == datetime.now(CHINA).date() + timedelta(days=5)
        page.get_by_role("button", name="收回补正").click()
        page.goto(f"/review/{real}?finding={asked}")
        page.keyboard.press("a")
        expect(page.locator(f"#mark-{asked}")).to_have_text("✓ 属实")
        page.keyboard.press("s")
        page.locator("#comment").fill("材料不足")
        page.get_by_role("button", name="退回", exact=True).click()
        expect(page.locator("#decision")).to_contain_text("材料不足")
        page.get_by_role("button", name="正式退回").click()
        expect(page.locator(".state")).to_have_text("已退回")
    with signed_in(office, browser, "auditor", size=PHONE) as page:
        page.goto(f"/review/{real}/conclusion")
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(page.get_by_role("button", name="审定")).to_have_count(0)
