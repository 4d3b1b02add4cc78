"""The rounds' page: days and quotas as the office sets them, and where each city stands."""

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from dossier.record import Outcome
from dossier.state import State
from tests.review.api.office import PEOPLE, Office
from tests.review.site.chromium import DESK, PHONE, barriers
from tests.review.site.people import client_of, csrf, person_in, signed_in
from tests.vault.records.office import draft, verified


@pytest.fixture(scope="module")
def made(office: Office) -> None:
    """Two cities' submissions, one of them recommended."""
    records = office.service.records
    for person in PEOPLE:
        person_in(office, person)
    done = records.get(PEOPLE["office"], verified(records, "甲中心"))
    done = records.decide(PEOPLE["reviewer"], done.id, done.version, outcome=Outcome.RECOMMEND)
    records.move(PEOPLE["reviewer"], done.id, State.RECOMMENDED, done.version)
    verified(records, "乙中心", "苏州市")
    draft(records, PEOPLE["applicant"])


def test_before_the_first_submission_there_is_no_round(office: Office) -> None:
    with client_of(office, "office") as client:
        assert "还没有批次" in client.get("/rounds").text
        assert client.get("/rounds/2026").status_code == 404


@pytest.mark.browser
@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("person", ["reviewer", "office", "auditor"])
def test_each_sees_where_their_cities_stand_without_barrier(
    office: Office, browser: Browser, person: str, size: ViewportSize
) -> None:
    with signed_in(office, browser, person, size=size) as page:
        page.goto("/rounds")
        rows = page.locator("tbody tr")
        assert rows.count() == (1 if person == "reviewer" else 13)
        nanjing = rows.filter(has_text="南京市")
        assert "1／2" in nanjing.inner_text()
        assert "已办结" in nanjing.inner_text()
        assert page.get_by_text("2026年11月30日").is_visible()
        assert page.get_by_text("调整日期和名额").count() == (1 if person == "office" else 0)
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.usefixtures("made")
def test_the_office_sets_the_days_and_a_city_leads_to_its_queue(office: Office, browser: Browser) -> None:
    with signed_in(office, browser, "office") as page:
        page.goto("/rounds")
        page.get_by_text("调整日期和名额").click()
        page.get_by_label("申诉截止（可不填）").fill("2026-12-31")
        page.get_by_label("每个设区市名额").fill("3")
        page.get_by_role("button", name="保存").click()
        expect(page.get_by_role("status").first).to_have_text("批次设置已保存，已记入留痕。")
        assert page.get_by_text("2026年12月31日").is_visible()
        assert "1／3" in page.locator("tbody tr").filter(has_text="南京市").inner_text()
        page.get_by_role("link", name="苏州市").click()
        assert page.locator("tbody .who a").all_inner_texts() == ["乙中心"]


@pytest.mark.usefixtures("made")
def test_what_can_not_be_is_said_and_nothing_is_lost(office: Office) -> None:
    records = office.service.records
    before = records.rounds()
    good = {
        "title": "某批次",
        "closes_on": "2026-11-20",
        "recommend_by": "2026-11-30",
        "appeals_until": "",
        "city_quota": "2",
        "industry_quota": "1",
        "version": str(before[0].version),
    }
    with client_of(office, "admin") as client:
        token = csrf(client.get("/rounds"))
        for wrong in (
            {"title": ""},
            {"closes_on": "2026-12-01"},
            {"appeals_until": "2026-11-01"},
            {"recommend_by": "明天"},
            {"city_quota": "-1"},
            {"city_quota": "许多"},
            {"industry_quota": ""},
        ):
            answer = client.post("/rounds/2026", data=good | wrong | {"csrf": token})
            assert answer.status_code == 422
            assert "没有保存" in answer.text
            assert f'value="{wrong.get("title", "某批次")}"' in answer.text
        assert records.rounds() == before
        stale = client.post("/rounds/2026", data=good | {"csrf": token, "version": "99"})
        assert stale.status_code == 412
        assert client.post("/rounds/2031", data=good | {"csrf": token}).status_code == 404
        assert client.post("/rounds/2026", data=good | {"csrf": token}).status_code == 303
    assert records.rounds()[0].days.title == "某批次"
