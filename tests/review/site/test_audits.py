"""The audit's page: begun by an act, true to the round, with second looks that come back, and files to take along."""

import io
import json
import re

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, ViewportSize, expect

from audit.model import Audit
from dossier.record import Outcome
from dossier.state import State
from tests.review.api.office import PEOPLE, Office
from tests.review.site.chromium import DESK, PHONE, barriers
from tests.review.site.people import client_of, csrf, person_in, signed_in
from tests.vault.records.office import verified


@pytest.fixture(scope="module")
def made(office: Office) -> str:
    """A round in which Nanjing recommends one that is worse than another, and what is recommended."""
    records = office.service.records
    for person in PEOPLE:
        person_in(office, person)
    worse, _better = verified(records, "甲中心", low=70), verified(records, "乙中心", low=88)
    there = records.get(PEOPLE["office"], worse)
    there = records.decide(PEOPLE["reviewer"], worse, there.version, outcome=Outcome.RECOMMEND)
    records.move(PEOPLE["reviewer"], worse, State.RECOMMENDED, there.version)
    return worse


def test_before_it_is_begun_nothing_is_audited(office: Office) -> None:
    with client_of(office, "office") as client:
        assert "还没有批次" in client.get("/audits").text
        assert client.get("/audits/2026").status_code == 404


@pytest.mark.usefixtures("made")
def test_a_round_is_offered_to_be_audited(office: Office) -> None:
    with client_of(office, "office") as client:
        page = client.get("/audits/2026")
        assert "开始稽核" in page.text
        assert "甲中心" not in page.text
        assert client.get("/audits/2026/file", follow_redirects=False).status_code == 303


@pytest.fixture(scope="module")
def begun(office: Office, made: str) -> str:
    """The page after the audit of the round that `made` names was begun."""
    assert made
    with client_of(office, "office") as client:
        token = csrf(client.get("/audits/2026"))
        return client.post("/audits/2026", data={"csrf": token, "seed": "甲乙丙"}, follow_redirects=True).text


def test_it_is_begun_by_an_act_that_the_trail_has(office: Office, begun: str) -> None:
    assert "同地更高者未被推荐" in begun
    assert "种子 <code>甲乙丙</code>" in begun
    trail = office.service.records.trail(PEOPLE["auditor"], limit=10_000)
    assert [entry.subject for entry in trail if entry.action == "round.audit"] == ["round:2026"]


@pytest.mark.usefixtures("begun")
def test_its_files_say_the_same(office: Office, made: str) -> None:
    with client_of(office, "auditor") as client:
        found = Audit.model_validate_json(client.get("/audits/2026/file?form=json").text)
        assert found.entries[0].organization in {"甲中心", "乙中心"}
        assert [each.submissions[0] for each in found.breaches if each.sort == "passed_over"] == [made]
        page = client.get("/audits/2026/file?form=html")
        assert page.headers["Content-Disposition"].startswith("attachment")
        assert f"/review/{made}" in page.text
        assert client.get("/audits/2026/file?form=pdf").content.startswith(b"%PDF")
        book = load_workbook(io.BytesIO(client.get("/audits/2026/file?form=xlsx").content))
        assert book.sheetnames == ["概况", "申报一览", "规则", "比较", "指标", "相同材料", "抽查", "方法"]
        assert book["规则"].auto_filter.ref
        assert client.get("/audits/2026/file?form=exe").status_code == 422


@pytest.mark.browser
@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_it_is_read_without_barrier_and_leads_to_the_workbench(
    office: Office, browser: Browser, size: ViewportSize
) -> None:
    with signed_in(office, browser, "office", size=size) as page:
        page.goto("/audits")
        expect(page.locator("h1")).to_contain_text("批次稽核")
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        # Not followed: the made submission has no files, and what its workbench misses would be logged now or later.
        expect(page.locator(".broken a").first).to_have_attribute("href", re.compile("^/review/S"))


@pytest.mark.browser
@pytest.mark.usefixtures("begun")
def test_what_a_second_look_found_is_kept_and_counted(office: Office, browser: Browser) -> None:
    with signed_in(office, browser, "office") as page:
        page.goto("/audits/2026#sample")
        row = page.locator("#sample tbody tr[id]").first
        drawn = page.locator("#sample tbody tr[id]").count()
        assert drawn > 0
        row.get_by_placeholder("说明").fill("与原件不符")
        row.get_by_role("button", name="有误").click()
        row = page.locator("#sample tbody tr[id]").first
        expect(row.locator("b")).to_have_text("有误")
        expect(row).to_contain_text("与原件不符")
    with client_of(office, "office") as client:
        found = json.loads(client.get("/audits/2026/file").text)
    assert sum(each["wrong"] for each in found["sample"]["strata"]) == 1
