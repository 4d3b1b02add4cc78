"""OWASP ASVS 5.0, V5.4 and 5.2.4: originals leave as attachments under names that can't break a header; room is limited."""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

import httpx
import pytest

from extractors.readers import limits
from tests.review.api.office import (
    Office,
    announce,
    append,
    draft,
    kind_of,
    put,
    running,
    settings_in,
    verified,
)

NAMES = (
    "证书.pdf", 'a"; filename="evil.exe".pdf', "a'b.pdf", "a;b.pdf", "100%.pdf", "a,b.pdf", "页面.html", "图.svg",
    "a\u00a0b.pdf", "😀.pdf", "<script>.html", "=cmd.csv",
)  # fmt: skip
PAGE = b"<!doctype html><script>fetch('/api/v1/submissions')</script>"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office whose API is served, where a submission may hold three files of a megabyte together."""
    folder = tmp_path_factory.mktemp("office")
    with running(settings_in(folder, member_limit=3, unpacked_limit_mb=1)) as office:
        yield office


# 5.4.1, 5.4.2 ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_5_4_2_a_name_arrives_whole_in_one_header(office: Office, name: str) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        assert put(client, submission, quote(name), PAGE).status_code == 201
        answer = client.get(f"/submissions/{submission}/files/{quote(name)}")
    assert answer.content == PAGE
    found = re.fullmatch(
        r"attachment; filename\*=UTF-8''([A-Za-z0-9%._~-]+)", answer.headers["Content-Disposition"]
    )
    assert found is not None
    assert unquote(found[1]) == name


def test_5_4_1_a_page_that_was_handed_in_is_no_page_of_ours(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        put(client, submission, "a.html", PAGE)
        answer = client.get(f"/submissions/{submission}/files/a.html", headers={"Accept": "text/html"})
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "name", ["..%2F..%2Fhezheng.db", "%2Fetc%2Fpasswd", "b.pdf", "a.pdf%00.txt", "a.pdf%0d%0aX: y"]
)
def test_5_4_1_only_what_was_handed_in_is_given_out(office: Office, name: str) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        put(client, submission, "a.pdf", b"x")
        answer = client.get(f"/submissions/{submission}/files/{name}")
    assert answer.status_code in {400, 404, 422}
    assert "x" not in answer.headers
    assert b"root:" not in answer.content


def test_5_4_1_another_s_file_is_not_there(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        put(client, submission, "a.pdf", b"x")
    with office.client("other") as client:
        assert client.get(f"/submissions/{submission}/files/a.pdf").status_code == 404


@pytest.mark.parametrize("form", ["html", "pdf", "xlsx", "json"])
def test_5_4_2_reports_are_named_by_this_side(office: Office, form: str) -> None:
    with office.client("applicant") as client:
        submission = verified(office, client)
    with office.client("office") as client:
        answer = client.get(f"/submissions/{submission}/report.{form}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{submission}-report.{form}"


# 5.2.4, 5.2.1 over the wire --------------------------------------------------------------------------------------


def test_5_2_4_a_submission_holds_so_many_files(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        answers = [put(client, submission, f"{number}.pdf", b"%d" % number) for number in range(4)]
    assert [answer.status_code for answer in answers[:3]] == [201] * 3
    assert kind_of(answers[3]) == "too-many-files"


def test_5_2_4_a_submission_holds_so_many_bytes(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        assert put(client, submission, "a.pdf", bytes(600_000)).status_code == 201
        assert kind_of(put(client, submission, "b.pdf", bytes(600_000))) == "too-large"
        assert kind_of(announce(client, submission, "c.pdf", bytes(600_000))) == "too-large"


def test_5_2_4_bytes_that_come_without_a_length_count_too(office: Office) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(20):
            yield bytes(100_000)

    with office.client("applicant") as client:
        submission = draft(client)["id"]
        answer = client.put(f"/submissions/{submission}/files/a.pdf", content=pieces())
        assert kind_of(answer) == "too-large"
        assert client.get(f"/submissions/{submission}/files").json() == []


def test_5_2_1_more_than_a_file_may_have_is_refused_before_it_comes(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        body = {"path": "a.pdf", "sha256": "0" * 64, "size": limits.MAX_FILE_BYTES + 1}
        assert kind_of(client.post(f"/submissions/{submission}/files", json=body)) in {"too-large", "invalid"}


def test_5_2_1_more_than_was_announced_is_not_kept(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        location = announce(client, submission, "a.pdf", b"12345").json()["location"]
        answer = append(client, location, 0, b"123456")
        assert answer.status_code == 400
        assert kind_of(answer).endswith("inconsistent-upload-length")
        assert client.get(f"/submissions/{submission}/files").json() == []


def test_nothing_is_given_out_without_a_token(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        put(client, submission, "a.pdf", b"x")
    answer = httpx.get(f"{office.url}/api/v1/submissions/{submission}/files/a.pdf", trust_env=False)
    assert answer.status_code == 401
