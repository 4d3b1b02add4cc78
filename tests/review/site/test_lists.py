"""The office's lists of corrections, kept in the pages."""

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.review.api.office import Office
from tests.review.site.people import client_of, csrf
from tests.review.site.test_people import post


@pytest.fixture
def officer(office: Office) -> Iterator[httpx.Client]:
    with client_of(office, "office") as client:
        yield client


ROW = {"name": "某某晚报", "level": "prefecture", "by": "李某", "why": "来函"}


def version_of(client: httpx.Client, which: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', client.get(f"/admin/lists/{which}").text)
    assert found
    return found[1]


def put(client: httpx.Client, which: str = "outlets", **more: str) -> httpx.Response:
    return post(client, f"/admin/lists/{which}/row", version=version_of(client, which), **ROW | more)


def test_rows_are_added_changed_and_removed_and_apply_at_once(officer: httpx.Client) -> None:
    assert put(officer).status_code == 303
    assert put(officer, name="另一日报").status_code == 303
    assert "某某晚报" in officer.get("/admin/lists/outlets?row=0").text
    assert put(officer, row="0", level="provincial", **{"from": "2026-01-01"}).status_code == 303
    shown = officer.get("/admin/lists/outlets").text
    assert "省级" in shown
    assert "变更记录（3 次）" in shown
    removed = post(officer, "/admin/lists/outlets/remove", version=version_of(officer, "outlets"), row="1")
    assert removed.status_code == 303
    assert "另一日报</td>" not in officer.get("/admin/lists/outlets").text
    assert "某某晚报\tprovincial\t2026-01-01" in officer.get("/admin/lists/outlets/file").text
    stale = post(officer, "/admin/lists/outlets/row", version="1", **ROW | {"name": "第三周刊"})
    assert stale.status_code == 412


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": "报"}, "太短"),
        ({"name": "#某某晚报"}, "不能以 # 开头"),
        ({"level": "市级"}, "不能用"),
        ({"by": ""}, "“by”是空的"),
        ({"from": "2026-02-30"}, "日期"),
        ({"from": "2026-02-02", "until": "2026-02-01"}, "晚于"),
        ({"row": "99"}, "已不在名录中"),
    ],
    ids=str,
)
def test_a_row_that_does_not_hold_is_refused_with_what_was_typed(
    officer: httpx.Client, typed: dict[str, str], said: str
) -> None:
    before = version_of(officer, "authorities")
    answer = put(officer, "authorities", **{"name": "某某工作委员会"} | typed)
    assert answer.status_code == 422
    assert said in answer.text
    assert version_of(officer, "authorities") == before


def test_a_list_is_replaced_by_a_file_whole_or_not_at_all(officer: httpx.Client) -> None:
    head = "name\torganization\tfrom\tuntil\tby\twhy\n"
    for body, status in (
        ("甲中心\t南京市甲职工服务中心\t\t\t李某\t更名\n", 303),
        ("乙中心\t\t\t\t李某\t更名\n", 422),
    ):
        data = {"csrf": csrf(officer.get("/account")), "version": version_of(officer, "names")}
        files = {"file": ("names.tsv", (head + body).encode("gb18030"))}
        assert officer.post("/admin/lists/names/file", data=data, files=files).status_code == status
    assert "南京市甲职工服务中心" in officer.get("/admin/lists/names").text
    assert officer.get("/admin/lists").headers["location"].startswith("/admin/lists/")
    assert officer.get("/admin/lists/nothing").status_code == 422
