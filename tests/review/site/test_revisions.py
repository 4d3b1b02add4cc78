"""A reviewer corrects a fact: what rests on it follows at once, without reading, and holds in later runs."""

import pytest
from playwright.sync_api import Browser, expect

from dossier.finding import Verdict
from dossier.report import Report
from dossier.state import State
from extractors.readers import ReaderPool
from flows.bench import open_bench
from flows.kept import Outcome, verify_kept
from tests.flows import publishers
from tests.review.api.office import PEOPLE, Office
from tests.review.site.chromium import barriers
from tests.review.site.people import client_of, csrf, person_in, signed_in
from tests.review.site.verified_submission import CERTIFICATE, verified_submission

OFFICER = PEOPLE["office"]


@pytest.fixture(scope="module")
def submission(office: Office, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A verified one of the applicant's, of 南京市."""
    for person in ("reviewer", "office"):
        person_in(office, person)
    return verified_submission(office, tmp_path_factory.mktemp("submission"))


def newest(office: Office, submission: str) -> Report:
    return office.service.records.report(OFFICER, submission)


def position(report: Report, document: str, name: str) -> int:
    """Where in the report's facts one stands."""
    return next(
        index for index, each in enumerate(report.facts) if (each.document, each.name) == (document, name)
    )


def form_of(office: Office, submission: str, **typed: str) -> dict[str, str]:
    """What the page's form sends."""
    records = office.service.records
    return {
        "version": str(records.get(OFFICER, submission).version),
        "before": records.reports(OFFICER, submission)[0].sha256,
        "reason": "原件为 2A",
        **typed,
    }


@pytest.mark.browser
def test_a_fact_is_corrected_by_a_box_on_the_page(office: Office, browser: Browser, submission: str) -> None:
    before = newest(office, submission)
    with signed_in(office, browser, "reviewer") as page:
        page.goto(f"/review/{submission}?finding=2.6")
        page.locator("[data-item='2.6'] [data-spot]").first.click()
        expect(page.locator(".sheet.there")).to_have_count(1, timeout=20_000)
        shown = page.locator(".pane-document").input_value()
        page.get_by_role("button", name="更正评估等级").first.click()
        expect(page.locator("#revise-value")).to_be_focused()
        page.locator("#revise-value").fill("2A")
        page.locator("#revise-reason").fill("原件为 2A")
        page.get_by_role("button", name="在页面上框出").click()
        stage = page.locator(".stage").bounding_box()
        assert stage is not None
        x, y = stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2
        page.mouse.move(x - 60, y - 20)
        page.mouse.down()
        page.mouse.move(x + 60, y + 20, steps=4)
        page.mouse.up()
        expect(page.locator(".drawn-told")).to_contain_text("已框出第 1 页")
        page.get_by_role("button", name="看会改变什么").click()
        expect(page.locator(".preview")).to_contain_text("2A")
        assert newest(office, submission) == before
        assert barriers(page) == []
        page.get_by_role("button", name="保存更正").click()
        expect(page.get_by_role("heading", name="两次报告之间的变化")).to_be_visible()
        expect(page.locator(".said")).to_contain_text("原件为 2A")
        assert barriers(page) == []
    after = newest(office, submission)
    index = position(after, shown, "grade")
    fact = after.facts[index]
    assert (fact.value, fact.confidence, fact.note) == ("2A", 1.0, "由审核员更正")
    box = fact.evidence[0].box
    assert box is not None
    assert box.width > 0.01
    found = next(each for each in after.findings if each.criterion == "2.6")
    assert found.verdict is not Verdict.SUPPORTED
    assert office.service.records.get(OFFICER, submission).state is State.IN_REVIEW


def test_a_correction_by_typing_holds_when_it_is_verified_again(office: Office, submission: str) -> None:
    records = office.service.records
    report = newest(office, submission)
    wanted = position(report, "服务/满意度调查.txt", "rate")
    place = f"/review/{submission}/revision"
    with client_of(office, "reviewer") as client:
        token = {"csrf": csrf(client.get(f"{place}?fact={wanted}"))}
        typed = form_of(office, submission, fact=str(wanted), value="很高")
        refused = client.post(f"{place}/preview", data=typed | token)
        assert (refused.status_code, "数字，如" in refused.text) == (422, True)
        typed["value"] = "60%"
        told = client.post(f"{place}/preview", data=typed | token)
        assert told.status_code == 200
        assert "60%" in told.text
        assert newest(office, submission) == report
        assert client.post(place, data=typed | token).status_code == 303
        assert client.post(place, data=typed | token).status_code == 412
        new = form_of(
            office, submission, document=CERTIFICATE, page="1", name="seal_name", value="南京市民政局"
        )
        assert client.post(place, data=new | token).status_code == 422
        new["box"] = "0.5 0.5 0.8 0.7"
        assert client.post(place, data=new | token).status_code == 303
        with office.client("applicant") as applicant:
            drawn = applicant.get(f"/submissions/{submission}/report.html")
        assert (drawn.status_code, "60%" in drawn.text) == (200, True)
        page = client.get(f"/review/{submission}/changes")
        assert "南京市民政局" in page.text
    corrected = newest(office, submission)
    assert corrected.facts[wanted].value == 0.6
    record = records.get(OFFICER, submission)
    records.move(OFFICER, submission, State.RECEIVED, record.version)
    service = office.service
    with (
        ReaderPool(1) as pool,
        open_bench("test", service, service.settings, pool=pool, publish=publishers.plain) as bench,
    ):
        assert verify_kept(submission, bench) is Outcome.FINISHED
    assert newest(office, submission) == corrected
