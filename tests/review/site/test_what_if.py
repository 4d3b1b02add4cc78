"""A version of the standard is tried on a round before it comes into force."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

import rubric
from dossier.state import State
from extractors.readers import ReaderPool
from flows.kept import Outcome, verify_kept
from tests.flows import office as flows_office
from tests.flows import submissions
from tests.review.api.office import PEOPLE, Office, running, settings_in, verified
from tests.review.site.chromium import barriers
from tests.review.site.people import client_of, signed_in
from tests.review.site.test_people import post

CHEAP = rubric.SHIPPED.read_bytes().replace(b"5A: 6, 4A: 5, 3A: 4}", b"5A: 6, 4A: 2, 3A: 1}")


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, str]]:
    """An office, and a submission that a worker has verified in it."""
    data = tmp_path_factory.mktemp("office")
    worked = flows_office.Office.open(data)
    made = worked.submit(submissions.make(tmp_path_factory.mktemp("submission")))
    with ReaderPool(1) as pool, worked.bench(pool) as bench:
        assert verify_kept(made, bench) is Outcome.FINISHED
    worked.records.close()
    with running(settings_in(data)) as office:
        yield office, made


def kept(office: Office, content: bytes) -> str:
    """The hash of a version that is handed over."""
    version = office.service.records.add_standard(
        PEOPLE["office"], content, id="j", version="1", title="标准", provisional=True, file="低分.yaml"
    )
    return version.sha256


def test_who_would_change_is_told_with_the_rule_and_nothing_is_changed(reviewed: tuple[Office, str]) -> None:
    office, submission = reviewed
    assert b"4A: 2, 3A: 1}" in CHEAP
    sha256 = kept(office, CHEAP)
    with client_of(office, "office") as officer:
        page = post(officer, f"/admin/standards/{sha256}/what-if", round="2026")
        assert page.status_code == 200
        assert f"/review/{submission}?finding=2.6" in page.text
        assert "tiers/3A" in page.text
        same = post(
            officer, f"/admin/standards/{kept(office, rubric.SHIPPED.read_bytes())}/what-if", round="2026"
        )
        assert "没有一份申报的结论或分值会变" in same.text
        assert post(officer, f"/admin/standards/{sha256}/what-if", round="1999").status_code == 404
    assert office.service.records.get(PEOPLE["office"], submission).state is State.IN_REVIEW
    told = office.service.records.trail(PEOPLE["auditor"], limit=10_000)
    assert [each.subject for each in told if each.action == "round.rescore"] == ["round:2026", "round:2026"]


@pytest.mark.browser
def test_it_is_tried_in_the_browser(reviewed: tuple[Office, str], browser: Browser) -> None:
    office, _ = reviewed
    sha256 = kept(office, CHEAP)
    with office.client("applicant") as client:
        verified(office, client)
    with signed_in(office, browser, "admin") as page:
        page.goto(f"/admin/standards/{sha256}")
        page.get_by_role("button", name="看看会变什么").click()
        page.get_by_role("heading", name="试算").wait_for()
        assert barriers(page) == []
        page.get_by_text("没有试算").click()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
