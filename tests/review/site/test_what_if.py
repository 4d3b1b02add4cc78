"""A version of the standard is tried on a round before it comes into force."""

import threading
import time
from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Browser

import rubric
from audit.rescoring import Rescored
from dossier.state import State
from extractors.readers import ReaderPool
from flows.kept import Outcome, verify_kept
from flows.progress import Progress
from review.site.trials import MOST, Trials
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


def tried(client: httpx.Client, sha256: str, round: str = "2026") -> httpx.Response:  # noqa: A002
    """What the version is told to change, once that is known."""
    address = post(client, f"/admin/standards/{sha256}/what-if", round=round).headers["location"]
    wait_for(lambda: "正在" not in client.get(address).text)
    return client.get(address)


def test_who_would_change_is_told_with_the_rule_and_nothing_is_changed(reviewed: tuple[Office, str]) -> None:
    office, submission = reviewed
    sha256, same = kept(office, CHEAP), kept(office, rubric.SHIPPED.read_bytes())
    with client_of(office, "office") as officer:
        page = tried(officer, sha256)
        assert page.status_code == 200
        assert f"/review/{submission}?finding=2.6" in page.text
        assert "tiers/3A" in page.text
        assert "没有一份申报的结论或分值会变" in tried(officer, same).text
        assert tried(officer, sha256, "1999").status_code == 404
        unknown = officer.get(f"/admin/standards/{same}/what-if/1998")
        assert unknown.headers["location"] == f"/admin/standards/{same}"
    assert office.service.records.get(PEOPLE["office"], submission).state is State.IN_REVIEW
    trail = office.service.records.trail(PEOPLE["auditor"], limit=10_000)
    assert [each.subject for each in trail if each.action == "round.rescore"] == ["round:2026", "round:2026"]


def test_trials_take_turns_and_the_oldest_make_room() -> None:
    trials, gate = Trials(), threading.Event()
    result = Rescored(round="2026", own=(), rescored=0, what_ifs=(), left_out=(), altered=())

    def slow(tell: Progress) -> Rescored:
        tell("", 1, 3)
        assert gate.wait(10)
        return result

    def broken(_: Progress) -> Rescored:
        raise ValueError("no such round")

    trials.begin(("a", "2026"), slow)
    trials.begin(("a", "2026"), broken)
    trials.begin(("b", "2026"), broken)
    first, second = trials.get(("a", "2026")), trials.get(("b", "2026"))
    assert first is not None
    assert second is not None
    assert not first.over
    assert not second.over
    gate.set()
    wait_for(lambda: first.over and second.over)
    assert (first.done, first.total, first.result) == (1, 3, result)
    assert isinstance(second.error, ValueError)
    for number in range(2 * MOST):
        trials.begin((str(number), "2026"), lambda _: result)
        wait_for(lambda at=number: (found := trials.get((str(at), "2026"))) is not None and found.over)
    assert trials.get(("a", "2026")) is None
    assert trials.get((str(2 * MOST - 1), "2026")) is not None


def wait_for(is_so: Callable[[], bool]) -> None:
    for _ in range(400):
        if is_so():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to be so")


@pytest.mark.browser
def test_it_is_tried_in_the_browser(reviewed: tuple[Office, str], browser: Browser) -> None:
    office, _ = reviewed
    sha256 = kept(office, CHEAP)
    with office.client("applicant") as client:
        verified(office, client)
    with signed_in(office, browser, "admin") as page:
        page.goto(f"/admin/standards/{sha256}")
        page.get_by_role("button", name="看看会变什么").click()
        page.get_by_text("由已保存的事实重新核对").wait_for()
        assert barriers(page) == []
        page.get_by_text("没有试算").click()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
