"""Files from a browser: sent in parts, gone on with after a break, read ahead, checked before they are handed in."""

import hashlib
import re
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from dossier.state import State
from extractors.readers import ReaderPool
from flows.bench import open_bench
from review.api.problems import MEDIA_TYPE
from review.site import mine_messages as messages
from tests.flows import publishers, submissions
from tests.review.api.office import PEOPLE, Office, draft, put
from tests.review.site.chromium import PHONE, barriers
from tests.review.site.people import client_of, csrf, signed_in

CONTENT = b"%PDF-1.7 " + b"a proof " * 40_000
HASH = hashlib.sha256(CONTENT).hexdigest()
PART = 2 << 20
"""What the page sends at once."""
BREAKING = """() => {
  const send = XMLHttpRequest.prototype.send;
  let parts = 0;
  XMLHttpRequest.prototype.send = function (body) {
    if (body instanceof Blob && ++parts === 2) setTimeout(() => this.onerror());
    else send.call(this, body);
  };
}"""
"""Has the line break at the second part, without the line that Chromium itself would write into its console."""


@pytest.fixture
def client(office: Office) -> Iterator[httpx.Client]:
    """The applicant's browser, whose requests carry the page's token."""
    with client_of(office, "applicant") as client:
        client.headers["X-CSRF-Token"] = csrf(client.get("/my"))
        yield client


@pytest.fixture
def submission(office: Office) -> str:
    """An empty draft of the applicant's."""
    with office.client("applicant") as programs:
        return draft(programs)["id"]


@pytest.fixture(scope="module")
def reading(office: Office) -> Iterator[None]:
    """A worker's desk, which reads what comes."""
    with (
        ReaderPool(1) as pool,
        open_bench("test", office.service, office.service.settings, pool=pool, publish=publishers.plain),
    ):
        yield


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files that need no OCR, one of which can't be read."""
    return submissions.make(tmp_path_factory.mktemp("files"))


def announce(
    client: httpx.Client,
    submission: str,
    path: str = "证书.pdf",
    content: bytes = CONTENT,
    folder: str = "2.6",
) -> httpx.Response:
    """Says that a file of that content will come."""
    fields = {"path": path, "folder": folder, "sha256": hashlib.sha256(content).hexdigest()}
    return client.post(f"/my/{submission}/files", data=fields | {"size": str(len(content))})


def append(client: httpx.Client, location: str, at: int, content: bytes) -> httpx.Response:
    """Sends a part."""
    headers = {"Content-Type": "application/partial-upload", "Upload-Offset": str(at)}
    return client.patch(location, content=content, headers=headers)


def paths(office: Office, submission: str) -> list[str]:
    """The files that the draft has."""
    return [each.path for each in office.service.records.documents(PEOPLE["applicant"], submission)]


def test_a_file_comes_in_parts_and_announcing_it_again_says_where_to_go_on(
    office: Office, client: httpx.Client, submission: str
) -> None:
    first = announce(client, submission).json()
    assert (first["state"], first["offset"], first["path"]) == ("partial", 0, "2.6/证书.pdf")
    assert append(client, first["location"], 0, CONTENT[:1000]).status_code == 204
    assert "没有传完" in client.get(f"/my/{submission}").text
    again = announce(client, submission).json()
    assert again == first | {"offset": 1000}
    wrong = append(client, first["location"], 5, CONTENT[5:])
    assert (wrong.status_code, wrong.headers["Upload-Offset"]) == (409, "1000")
    whole = append(client, first["location"], 1000, CONTENT[1000:])
    assert (whole.status_code, whole.headers["Upload-Complete"]) == (200, "?1")
    assert paths(office, submission) == ["2.6/证书.pdf"]
    units = office.service.records.units_of((HASH,), unit_version())
    assert [unit.priority for unit in units] == ["batch"]
    assert append(client, first["location"], 0, CONTENT).status_code == 404
    listed = client.get(f"/my/{submission}/files", params={"folder": "2.6"}).text
    assert messages.WAITING in listed
    assert "every 3s" in listed
    assert "证书.pdf" not in client.get(f"/my/{submission}/files").text


def unit_version() -> str:
    """The version of the readers, under which units are known."""
    from extractors.readers import READER_VERSION

    return READER_VERSION


def test_what_was_sent_once_need_not_be_sent_again_and_pictures_of_one_name_lie_side_by_side(
    office: Office, client: httpx.Client, submission: str
) -> None:
    with office.client("applicant") as programs:
        put(programs, draft(programs)["id"], "其他.pdf", b"known content")
    assert announce(client, submission, "image.jpg", b"known content", "").json()["state"] == "kept"
    other = announce(client, submission, "image.jpg", b"another", "").json()
    assert other["path"] == "image (2).jpg"
    assert append(client, other["location"], 0, b"another").status_code == 200
    assert announce(client, submission, "image.jpg", b"another", "").json()["path"] == "image (2).jpg"
    assert paths(office, submission) == ["image (2).jpg", "image.jpg"]


def test_what_a_program_sent_is_read_ahead_when_its_owner_looks_at_it(
    office: Office, client: httpx.Client, submission: str
) -> None:
    content = b"sent by a program"
    with office.client("applicant") as programs:
        put(programs, submission, "证书.pdf", content)
    wanted = (hashlib.sha256(content).hexdigest(),)
    assert office.service.records.units_of(wanted, unit_version()) == ()
    assert messages.WAITING in client.get(f"/my/{submission}").text
    assert len(office.service.records.units_of(wanted, unit_version())) == 1


def test_what_is_wrong_is_told_to_the_script_as_data(client: httpx.Client, submission: str) -> None:
    client.headers["Accept"] = f"application/json, {MEDIA_TYPE}"
    for answer in (
        announce(client, submission, "\u202e \x07"),
        announce(client, submission, "../passwd", folder=""),
        client.post(
            f"/my/{submission}/files", data={"path": "x.pdf", "sha256": "0" * 64, "size": str(1 << 40)}
        ),
        client.post(f"/my/{submission}/files", data={"path": "x.pdf", "sha256": "Z", "size": "1"}),
    ):
        assert answer.status_code in {413, 422}
        assert answer.headers["content-type"] == MEDIA_TYPE
        assert re.search(r"[\u4e00-\u9fff]", answer.json()["detail"])


def test_an_upload_is_reached_by_its_own_submission_and_owner_alone(
    office: Office, client: httpx.Client, submission: str
) -> None:
    location = announce(client, submission, content=b"own").json()["location"]
    with office.client("applicant") as programs:
        elsewhere = location.replace(submission, draft(programs)["id"])
    assert append(client, elsewhere, 0, b"own").status_code == 404
    with client_of(office, "other") as other:
        other.headers["X-CSRF-Token"] = csrf(other.get("/my"))
        assert append(other, location, 0, b"own").status_code == 404
        assert other.delete(location).status_code == 404
        assert announce(other, submission).status_code == 404
    assert client.delete(location).status_code == 204
    assert append(client, location, 0, b"own").status_code == 404


def test_a_file_is_taken_out_again(office: Office, client: httpx.Client, submission: str) -> None:
    append(client, announce(client, submission, content=b"taken out").json()["location"], 0, b"taken out")
    answer = client.post(
        f"/my/{submission}/files/remove",
        data={"path": "2.6/证书.pdf", "folder": "2.6"},
        headers={"HX-Request": "true"},
    )
    assert answer.status_code == 200
    assert 'id="files-2-6"' in answer.text
    assert "证书.pdf" not in answer.text
    assert paths(office, submission) == []


def test_a_draft_is_filled_checked_and_handed_in_on_a_phone(
    office: Office, browser: Browser, reading: None, files: Path
) -> None:
    _ = reading
    with signed_in(office, browser, "applicant", size=PHONE) as page:
        page.goto("/my")
        page.get_by_role("link", name="新建申报").click()
        page.get_by_label("单位名称").fill(submissions.ORGANIZATION)
        page.get_by_label("推荐单位").fill("南京市总工会")
        assert barriers(page) == []
        page.get_by_role("button", name="下一步").click()
        page.locator("#p-2-6").fill("3")
        page.keyboard.press("Tab")
        expect(page.locator("#saved")).to_contain_text("合计 3 分")
        expect(page.get_by_label("为2.6评估等级在3A以上拍照")).to_have_attribute("capture", "environment")
        page.get_by_label("为2.6评估等级在3A以上选择文件").set_input_files(
            files / "组织建设" / "评估等级证书.pdf"
        )
        page.get_by_label("为申报表和其他材料选择文件").set_input_files(files / "损坏.pdf")
        expect(page.locator("#files-2-6 .tone-supported")).to_contain_text("已识读，1 页", timeout=30_000)
        expect(page.locator("#files-other .tone-unreadable")).to_contain_text(messages.UNREAD)
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("link", name="自查", exact=False).first.click()
        checked = page.locator("article", has_text="2.6 评估等级")
        expect(checked).to_contain_text("有依据", timeout=30_000)
        expect(checked.locator(".have")).to_contain_text("2.6/评估等级证书.pdf")
        expect(page.locator("article", has_text="2.1 依法")).to_contain_text("没有认出")
        expect(page.get_by_text("没有读好的文件")).to_be_visible()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("link", name="返回填写").first.click()
        expect(page.locator("#c-2-6")).to_contain_text("有依据")
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="去掉 损坏.pdf").click()
        expect(page.locator("#files-other li")).to_have_count(0)
        page.get_by_role("link", name="提交…").click()
        expect(page.locator(".facts")).to_contain_text("1 个文件")
        assert barriers(page) == []
        page.get_by_role("button", name="确定提交").click()
        expect(page.locator(".state")).to_have_text(messages.STANDS[State.RECEIVED][0])
        assert barriers(page) == []


def large(folder: Path) -> Path:
    """A file of three parts, unlike any other test's."""
    made = folder / "大文件.txt"
    made.write_bytes(folder.name[-16:].rjust(16).encode() * (5 * PART // 2 // 16))
    return made


def offsets(page: Page) -> list[int]:
    """Where each part that the page sends from now on begins."""
    seen: list[int] = []
    page.on(
        "request",
        lambda asked: seen.append(int(asked.headers["upload-offset"])) if asked.method == "PATCH" else None,
    )
    return seen


def test_an_upload_that_a_closed_page_broke_off_is_gone_on_with(
    office: Office, browser: Browser, submission: str, tmp_path: Path
) -> None:
    with signed_in(office, browser, "applicant") as page:
        page.goto(f"/my/{submission}")
        sent = offsets(page)
        held: list[Route] = []
        page.route(
            "**/uploads/*",
            lambda route: (
                held.append(route) if route.request.headers["upload-offset"] != "0" else route.continue_()
            ),
        )
        page.get_by_label("为申报表和其他材料选择文件").set_input_files(large(tmp_path))
        expect(page.locator(".coming-says")).to_contain_text("40%", timeout=20_000)
        page.on("dialog", lambda dialog: dialog.accept())
        until = time.monotonic() + 10
        while not held and time.monotonic() < until:
            page.wait_for_timeout(20)
        page.goto("/my")
        page.unroute("**/uploads/*")
        page.goto(f"/my/{submission}")
        expect(page.locator(".unfinished")).to_contain_text("大文件.txt")
        page.get_by_label("为申报表和其他材料选择文件").set_input_files(large(tmp_path))
        expect(page.locator("#files-other .file")).to_contain_text("5.0 MB")
        assert sent == [0, PART, PART, 2 * PART]
    assert paths(office, submission) == ["大文件.txt"]


def test_an_upload_whose_line_breaks_goes_on_by_itself(
    office: Office, browser: Browser, submission: str, tmp_path: Path
) -> None:
    with signed_in(office, browser, "applicant") as page:
        page.goto(f"/my/{submission}")
        sent = offsets(page)
        announced: list[str] = []
        page.on("request", lambda asked: announced.append(asked.url) if asked.method == "POST" else None)
        page.evaluate(BREAKING)
        page.get_by_label("为申报表和其他材料选择文件").set_input_files(large(tmp_path))
        expect(page.locator("#files-other .file")).to_contain_text("5.0 MB", timeout=20_000)
        assert sent == [0, PART, 2 * PART]
        assert len(announced) == 2, "asked anew where to go on"
    assert paths(office, submission) == ["大文件.txt"]


def test_hashes_without_a_secure_context_are_those_that_others_compute(
    office: Office, browser: Browser, submission: str
) -> None:
    with signed_in(office, browser, "applicant") as page:
        page.goto(f"/my/{submission}")
        for length in (0, 1, 55, 56, 63, 64, 65, 119, 128, 100_003):
            content = bytes(number * 7 % 251 for number in range(length))
            found = page.evaluate(
                """bytes => { const hash = new Sha256(); const all = new Uint8Array(bytes);
                for (let at = 0; at < all.length; at += 37) hash.add(all.subarray(at, at + 37));
                return hash.hex(); }""",
                list(content),
            )
            assert found == hashlib.sha256(content).hexdigest(), length
