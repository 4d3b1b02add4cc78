"""The queue, over HTTP and in Chromium: filtered without reload, an address that says all, actions that tell what they did."""

import re

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.review.api.office import PEOPLE, Office
from tests.review.site.chromium import DESK, PHONE, barriers
from tests.review.site.people import client_of, csrf, person_in, signed_in
from tests.vault.records.office import verified

CALM, GATED, FOREIGN = "南京市秦淮职工法律援助中心", "南京市安澜职业技能培训中心", "苏州市启明帮扶服务社"


@pytest.fixture(scope="module")
def made(office: Office) -> dict[str, str]:
    """Three submissions by the names of their organizations."""
    for person in PEOPLE:
        person_in(office, person)
    records = office.service.records
    return {
        CALM: verified(records, CALM, low=88, eligible="yes"),
        GATED: verified(records, GATED, uscc="52320600MJY9PYE403", gates=1, majors=2),
        FOREIGN: verified(records, FOREIGN, "苏州市", traces=1),
    }


def names(page: Page) -> list[str]:
    """The organizations of the list, from above."""
    return page.locator("tbody .who a").all_inner_texts()


@pytest.mark.usefixtures("made")
@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("person", ["reviewer", "expert", "office", "auditor"])
def test_the_queue_opens_for_those_who_review_without_barrier(
    office: Office, browser: Browser, person: str, size: ViewportSize
) -> None:
    with signed_in(office, browser, person, size=size) as page:
        page.goto("/queue")
        seen = [GATED, CALM] if person == "reviewer" else [GATED, FOREIGN, CALM]
        assert names(page) == seen
        assert page.get_by_text(f"共 {len(seen)} 份").is_visible()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.usefixtures("made")
@pytest.mark.browser
def test_filters_work_in_place_and_the_address_keeps_them(office: Office, browser: Browser) -> None:
    with signed_in(office, browser, "office") as page:
        page.goto("/queue")
        page.evaluate("window.unbroken = true")
        page.keyboard.press("/")
        expect(page.locator("#search")).to_be_focused()
        page.keyboard.type("njsal")
        expect(page.locator("tbody .who a")).to_have_text([GATED])
        expect(page).to_have_url(re.compile(r"/queue\?search=njsal$"))
        expect(page.locator("#search")).to_be_focused()
        page.get_by_label("查找").fill("")
        page.get_by_label("设区市", exact=True).select_option("苏州市")
        expect(page.locator("tbody .who a")).to_have_text([FOREIGN])
        page.get_by_label("设区市", exact=True).select_option("")
        expect(page.locator("tbody .who a")).to_have_count(3)
        page.locator("#sort-gap").focus()
        page.keyboard.press("Enter")
        expect(page.locator('th[aria-sort="ascending"]')).to_have_text("距门槛 ↓")
        page.locator("#sort-gap").press("Enter")
        expect(page.locator("tbody .who a").first).to_have_text(CALM)
        expect(page.locator("#sort-gap")).to_be_focused()
        page.get_by_label("核验结论").select_option("review")
        expect(page.locator("tbody .who a")).to_have_count(2)
        expect(page).to_have_url(re.compile(r"/queue\?eligible=review&sort=gap&reverse=true$"))
        assert page.evaluate("window.unbroken")
        page.go_back()
        expect(page.locator("tbody .who a")).to_have_count(3)
        expect(page.get_by_label("核验结论")).to_have_value("")
        assert page.locator("header.top").is_visible()
        page.reload()
        expect(page.locator("tbody .who a").first).to_have_text(CALM)


@pytest.mark.usefixtures("made")
@pytest.mark.browser
def test_several_are_assigned_at_once_and_what_was_refused_is_told(office: Office, browser: Browser) -> None:
    with signed_in(office, browser, "office") as page:
        page.goto("/queue")
        assign = page.get_by_role("button", name="分派")
        assert assign.is_disabled()
        page.get_by_label("全部勾选").check()
        assert page.get_by_text("已勾选 3 份").is_visible()
        page.get_by_label("分派给").select_option("reviewer")
        assign.click()
        told = page.get_by_role("alert")
        expect(told).to_contain_text("已分派 2 份申报，1 份没有处理：")
        expect(told).to_contain_text(f"{FOREIGN}：南京审核不是苏州市的审核员。")
        assert barriers(page) == []
        page.goto("/queue?assignee=reviewer")
        assert set(names(page)) == {CALM, GATED}
    with signed_in(office, browser, "reviewer") as page:
        page.goto("/queue")
        page.get_by_label("审核人").select_option("@me")
        page.wait_for_url("**/queue?assignee=%40me")
        expect(page.locator("tbody .who a")).to_have_count(2)
        page.get_by_label(f"勾选 {CALM}").check()
        page.get_by_label("搁置原因").fill("等待补件")
        page.get_by_role("button", name="搁置").click()
        expect(page.get_by_role("alert")).to_have_text("已搁置 1 份申报。")
        assert names(page) == [GATED]
        page.get_by_role("link", name="已搁置").click()
        expect(page.locator("tbody .who a")).to_have_text([CALM])
        assert page.get_by_text("搁置：等待补件").is_visible()
        page.get_by_label("全部勾选").check()
        page.get_by_role("button", name="取回").click()
        expect(page.get_by_text("没有符合条件的申报")).to_be_visible()


@pytest.mark.usefixtures("made")
@pytest.mark.browser
def test_a_view_is_kept_and_removed(office: Office, browser: Browser) -> None:
    with signed_in(office, browser, "auditor") as page:
        page.goto("/queue?city=苏州市&sort=deadline")
        page.get_by_text("保存或删除视图").click()
        page.get_by_label("把当前筛选和排序存为").fill("苏州期限")
        page.get_by_role("button", name="保存视图").click()
        page.goto("/queue")
        page.get_by_role("link", name="苏州期限").click()
        assert names(page) == [FOREIGN]
        expect(page.get_by_label("设区市", exact=True)).to_have_value("苏州市")
        page.get_by_text("保存或删除视图").click()
        page.get_by_role("button", name="删除视图 苏州期限").click()
        expect(page.get_by_role("link", name="苏州期限")).to_have_count(0)


def test_another_citys_names_and_counts_stay_unseen(office: Office, made: dict[str, str]) -> None:
    with client_of(office, "elsewhere") as client:
        whole = client.get("/queue?state=all").text
        assert FOREIGN in whole
        assert GATED not in whole
        assert "南京" not in whole
        answer = client.post(
            "/queue/aside",
            data={
                "csrf": csrf(client.get("/")),
                "submission": [made[GATED], made[FOREIGN]],
                "way": "state=all",
            },
        )
        assert "已搁置 1 份申报，1 份没有处理：" in answer.text
        assert GATED not in answer.text
        client.post("/queue/take-up", data={"csrf": csrf(client.get("/")), "submission": made[FOREIGN]})
    assert office.service.records.get(PEOPLE["office"], made[GATED]).state == "in_review"


@pytest.mark.usefixtures("made")
def test_pages_follow_one_another(office: Office) -> None:
    records = office.service.records
    for _ in range(50):
        made_now = records.create(PEOPLE["office"], round="2031", recommender="无锡市总工会")
        assert made_now.state == "draft"
    with client_of(office, "office") as client:
        first = client.get("/queue?state=draft&round=2031")
        assert "共 50 份" in first.text
        assert "下一页" not in first.text
        records.create(PEOPLE["office"], round="2031", recommender="无锡市总工会")
        first = client.get("/queue?state=draft&round=2031")
        following = re.search(r'href="([^"]+after=[^"]+)"[^>]*>下一页', first.text)
        assert following
        second = client.get(following[1].replace("&amp;", "&"))
        assert second.text.count('name="submission"') == 1
        assert "回到第一页" in second.text


def test_an_address_that_says_nonsense_is_told(office: Office) -> None:
    with client_of(office, "office") as client:
        for query in ("state=x", "code=x", "sort=x", "after=x", "sort=deadline&after=1~S1"):
            assert client.get(f"/queue?{query}").status_code == 422
        form = {"csrf": csrf(client.get("/")), "way": "sort=x", "submission": "S1", "assignee": "reviewer"}
        assert client.post("/queue/assign", data=form).status_code == 422
        form |= {"way": ""}
        assert client.post("/queue/assign", data=form | {"assignee": ""}).status_code == 422
        del form["submission"]
        for act in ("assign", "aside", "take-up"):
            answer = client.post(f"/queue/{act}", data=form)
            assert answer.status_code == 422
            assert "没有勾选任何申报" in answer.text
        assert client.get("/queue?search=&round=&state=&reverse=").status_code == 200
