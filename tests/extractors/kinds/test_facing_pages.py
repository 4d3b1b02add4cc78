"""Registration certificates as booklets lie open: fields on two facing pages, a period over two lines, the form's maker."""

from __future__ import annotations

import pytest

from tests.extractors.pages import Row, facts_of, read

CODE = "51320100MJ5000123W"
NAME = "南京市家政服务业协会"

TOLD = {
    "organization_name": NAME,
    "uscc": CODE,
    "legal_representative": "王小明",
    "address": "南京市鼓楼区中山路1号",
    "supervisory_body": "南京市商务局",
    "registered_capital": 30000.0,
    "valid_from": "2023-05-01",
    "valid_until": "2028-04-30",
    "issue_date": "2023-05-01",
}

LEFT: list[Row] = [
    (0.06, 0.12, "社会团体法人登记证书", 22.0),
    (0.06, 0.2, "名称："),
    (0.16, 0.2, NAME),
    (0.06, 0.28, "业务范围："),
    (0.16, 0.28, "行业调研、业务培训、"),
    (0.16, 0.3, "维护会员合法权益"),
    (0.06, 0.4, "住所："),
    (0.16, 0.4, "南京市鼓楼区中山路1号"),
    (0.06, 0.48, "法定代表人："),
    (0.2, 0.48, "王小明"),
]
RIGHT: list[Row] = [
    (0.55, 0.12, f"统一社会信用代码：{CODE}"),
    (0.55, 0.2, "注册资金："),
    (0.68, 0.2, "叁万元整"),
    (0.55, 0.28, "活动地域："),
    (0.68, 0.28, "南京市"),
    (0.55, 0.4, "业务主管单位："),
    (0.7, 0.4, "南京市商务局"),
    (0.55, 0.56, "有效期限："),
    (0.68, 0.56, "自2023年5月1日"),
    (0.68, 0.6, "至2028年4月30日"),
    (0.55, 0.75, "发证日期：2023年5月1日"),
    (0.55, 0.9, "中华人民共和国民政部制"),
]


def _moved(rows: list[Row], by: float) -> list[Row]:
    moved: list[Row] = []
    for row in rows:
        assert not isinstance(row, str)
        moved.append((row[0], row[1] + by, row[2]))
    return moved


@pytest.mark.parametrize("by", [0.0, 0.007, -0.01])
def test_two_facing_pages_are_one_certificate(by: float) -> None:
    found = facts_of(read([*LEFT, *_moved(RIGHT, by)]))

    assert {name: found.get(name) for name in TOLD} == TOLD


def test_who_made_the_form_did_not_register_the_body() -> None:
    assert "registration_authority" not in facts_of(read([*LEFT, *RIGHT]))
    signed = facts_of(read([*LEFT, *RIGHT, (0.55, 0.7, "登记管理机关：南京市民政局")]))
    assert signed["registration_authority"] == "南京市民政局"


@pytest.mark.parametrize("label", ["有☑效期限", "有效朗限", ""])
def test_the_only_period_is_that_of_validity_however_its_label_is_read(label: str) -> None:
    rows: list[Row] = [(0.55, 0.56, label), (0.68, 0.56, "自2023年5月1日至2028年4月30日")]
    found = facts_of(read([*LEFT, *RIGHT[:7], *(row for row in rows if row[2])]))

    assert (found["valid_from"], found["valid_until"]) == ("2023-05-01", "2028-04-30")


def test_of_two_periods_without_labels_none_is_taken() -> None:
    rows: list[Row] = [
        (0.55, 0.56, "自2023年5月1日至2028年4月30日"),
        (0.55, 0.6, "自2018年5月1日至2023年4月30日"),
    ]

    assert "valid_until" not in facts_of(read([*LEFT, *RIGHT[:7], *rows]))
