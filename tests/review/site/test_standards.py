"""Versions of the standard and the lists of corrections, kept in the pages: over HTTP and in Chromium."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pypdfium2
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, ViewportSize

import rubric
from review.web import create_web
from tests.review.api.office import PEOPLE, Office
from tests.review.site.chromium import DESK, PHONE, barriers
from tests.review.site.people import client_of, csrf, signed_in
from tests.review.site.test_people import post
from tests.servers import serving

SHIPPED = rubric.SHIPPED.read_bytes()


def variant(version: str) -> bytes:
    """The shipped standard with the points of two rules changed."""
    text = SHIPPED.decode().replace('version: "2023.1"', f'version: "{version}"')
    assert text.count("title: 有固定办公场所\n") == 1
    return text.replace("title: 有固定办公场所\n", "title: 有固定的办公场所\n").encode()


def hand_over(client: httpx.Client, content: bytes, name: str = "标准.yaml") -> httpx.Response:
    token = csrf(client.get("/account"))
    return client.post("/admin/standards", data={"csrf": token}, files={"file": (name, content)})


@pytest.fixture
def officer(office: Office) -> Iterator[httpx.Client]:
    with client_of(office, "office") as client:
        yield client


@pytest.fixture
def admin(office: Office) -> Iterator[httpx.Client]:
    with client_of(office, "admin") as client:
        yield client


def test_a_standard_is_handed_over_compared_and_put_in_force_by_two(
    office: Office, officer: httpx.Client, admin: httpx.Client
) -> None:
    content = variant("2026.1")
    sha256 = hashlib.sha256(content).hexdigest()
    answer = hand_over(officer, content)
    assert answer.headers["location"] == f"/admin/standards/{sha256}?done=added"
    shown = officer.get(f"/admin/standards/{sha256}").text
    assert "<del>有固定办公场所</del>" in shown
    assert "<ins>有固定的办公场所</ins>" in shown
    where = f"/admin/standards/{sha256}"
    assert post(officer, f"{where}/propose", since="2026-13-01", reason="x").status_code == 422
    assert post(officer, f"{where}/propose", since="2020-01-01", reason=" ").status_code == 422
    assert post(officer, f"{where}/propose", since="2020-01-01", reason="正式表格").status_code == 303
    assert "等待同意" in post(officer, f"{where}/propose", since="2020-01-01", reason="再来").text
    number = str(office.service.records.enactments(PEOPLE["office"])[0].number)
    own = post(officer, f"{where}/answer", number=number, said="agreed")
    assert own.status_code == 422
    assert "不能同意自己提出的" in own.text
    assert "2023.1" in officer.get("/standard").text
    assert "自 2020年1月1日 起启用" in admin.get("/admin").text
    assert post(admin, f"{where}/answer", number=number, said="agreed").status_code == 303
    assert "有固定的办公场所" in officer.get("/standard").text
    assert "已经有了结果" in post(admin, f"{where}/answer", number=number, said="refused").text
    assert "现行" in admin.get("/admin/standards").text
    assert admin.get(f"{where}/file.yaml").content == content


def test_the_workbook_goes_out_is_edited_and_comes_back(officer: httpx.Client) -> None:
    book: Any = load_workbook(io.BytesIO(officer.get("/admin/standards/current.xlsx").content))
    row = next(each[0].row for each in book["标准"].iter_rows() if each[0].value == "version")
    book["标准"].cell(row, 2).value = "2027.1"
    edited = io.BytesIO()
    book.save(edited)
    answer = hand_over(officer, edited.getvalue(), "正式表格.xlsx")
    assert answer.status_code == 303
    shown = officer.get(answer.headers["location"]).text
    assert "正式表格.xlsx" in shown
    assert "<ins>2027.1</ins>" in shown
    again = officer.get(answer.headers["location"].partition("?")[0] + "/file.xlsx")
    assert hand_over(officer, again.content, "又一次.xlsx").headers["location"] == answer.headers["location"]


def test_every_fault_of_a_file_is_said_and_nothing_is_kept(office: Office, officer: httpx.Client) -> None:
    kept = office.service.records.standards(PEOPLE["office"])
    book: Any = load_workbook(io.BytesIO(officer.get("/admin/standards/current.xlsx").content))
    book["条款"]["F2"], book["结果"]["C2"] = "六", "perhaps"
    edited = io.BytesIO()
    book.save(edited)
    answer = hand_over(officer, edited.getvalue(), "错误.xlsx")
    assert answer.status_code == 422
    assert "“条款”表 F2 单元格" in answer.text
    assert "“结果”表 C2 单元格" in answer.text
    wrong_case = SHIPPED.replace(b"months: 12, least: 1", b"months: 12, least: 3")
    assert wrong_case != SHIPPED
    assert "样例" in hand_over(officer, wrong_case).text
    assert hand_over(officer, b"a: [").status_code == 422
    assert post(officer, "/admin/standards").status_code == 422
    assert office.service.records.standards(PEOPLE["office"]) == kept


def test_the_printed_standard_quotes_the_offices_own_notice_beside_each_rule(
    office: Office, officer: httpx.Client, tmp_path: Path
) -> None:
    answer = officer.get("/standard.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(answer.content))
    for criterion in rubric.load().criteria:
        assert criterion.id in text
    assert "暂定分值" in text
    assert "每年得分：3分" in officer.get("/standard").text
    assert "没有放置通知原文" in text
    notice = tmp_path / "notice.txt"
    notice.write_text("三、标准\n（二）有登记证。有固定办公场所若干间。\n", "utf-8")
    settings = office.service.settings.model_copy(update={"notice": notice})
    parts = replace(office.service, settings=settings)
    with serving(create_web(parts)) as url, client_of(replace(office, url=url), "office") as other:
        shown = other.get("/standard").text
    assert "<blockquote>有固定办公场所若干间。</blockquote>" in shown


def test_versions_that_are_not_in_force_are_not_for_applicants(office: Office, officer: httpx.Client) -> None:
    hand_over(officer, variant("2031.1"))
    sha256 = hashlib.sha256(variant("2031.1")).hexdigest()
    with client_of(office, "applicant") as applicant:
        assert applicant.get("/standard").status_code == 200
        for address in (f"/standard?version={sha256}", f"/standard.pdf?version={sha256}"):
            assert applicant.get(address).status_code == 403
            assert officer.get(address).status_code == 200
        assert officer.get(f"/standard?version={'0' * 64}").status_code == 404


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_standard_comes_into_force_in_the_browser(
    office: Office, browser: Browser, size: ViewportSize, tmp_path: Path
) -> None:
    file = tmp_path / "标准.yaml"
    file.write_bytes(variant(f"2026.{size['width']}"))
    with signed_in(office, browser, "office", size=size) as page:
        page.goto("/admin")
        assert barriers(page) == []
        page.get_by_role("link", name="评估标准 上传").click()
        page.get_by_label("文件 xlsx 或 yaml").set_input_files(file)
        page.get_by_role("button", name="检查并留存").click()
        page.get_by_role("heading", name=f"标准 2026.{size['width']}").wait_for()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_label("理由").fill("省总工会2026年第3号文附件2")
        page.get_by_role("button", name="提出启用").click()
        page.get_by_text("等待另一个人同意").wait_for()
        assert page.get_by_role("button", name="同意启用").count() == 0
    with signed_in(office, browser, "admin", size=size) as page:
        page.goto("/admin")
        page.get_by_role("link", name="提出自").first.click()
        assert barriers(page) == []
        page.get_by_role("button", name="同意启用").click()
        page.get_by_text("已同意，到日期自动启用").wait_for()
        page.goto("/standard")
        assert f"2026.{size['width']}" in page.locator("main").inner_text()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
