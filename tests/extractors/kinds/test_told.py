"""Certificates that tell in running prose what others print under labels."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check
from tests.extractors.pages import Row, facts_of, heading, read

_TOLD = [
    Wording(
        "sentence over several lines",
        """
# 社会团体法人登记证书
统一社会信用代码：51320100509283471L
淄博市家政服务业协会
经审查，上列单位准予登记。法定代表人为王晓燕，住所设在山东省淄博市张店区
柳泉路12号商会大厦5楼，活动资金人民币叁万元整，业务主管单位为淄博市商
务局。
""",
        {
            "legal_representative": "王晓燕",
            "address": "山东省淄博市张店区柳泉路12号商会大厦5楼",
            "registered_capital": 30_000,
            "supervisory_body": "淄博市商务局",
        },
        organization="淄博市家政服务业协会",
    ),
    Wording(
        "representative by name, seat alone",
        """
# 社会服务机构登记证书
统一社会信用代码：52320500MJ5A12345X
兹准予潍坊市暖阳职工服务中心登记，由李敏同志担任法定代表人，会址位于
潍坊市奎文区胜利东街88号，注册资金为5万元，业务主管部门是潍坊市总工会。
""",
        {
            "legal_representative": "李敏",
            "address": "潍坊市奎文区胜利东街88号",
            "registered_capital": 50_000,
            "supervisory_body": "潍坊市总工会",
        },
        organization="潍坊市暖阳职工服务中心",
    ),
    Wording(
        "rules that name nobody",
        """
# 社会团体法人登记证书
名称：淄博市家政服务业协会
法定代表人为本单位主要负责人，变更住所的，应当自变更之日起三十日内办理登记，活动资金不得少于三万元。
业务主管单位为有关部门。
""",
        {"organization_name": "淄博市家政服务业协会"},
        absent=("legal_representative", "address", "registered_capital", "supervisory_body"),
    ),
]


@pytest.mark.parametrize("wording", _TOLD, ids=str)
def test_reads_what_a_sentence_tells(wording: Wording) -> None:
    check(wording, "registration_certificate")


def test_a_period_under_its_label_counts_rather_than_the_office_beside_it() -> None:
    rows: list[Row] = [
        heading("社会团体法人登记证书"),
        (0.1, 0.14, "名称：淄博市家政服务业协会"),
        (0.1, 0.70, "有效期"),
        (0.65, 0.705, "淄博市民政局"),
        (0.1, 0.73, "2022年3月1日—2027年2月28日"),
        (0.65, 0.735, "2022年3月1日"),
    ]
    found = facts_of(read(rows))
    assert found["valid_from"] == "2022-03-01"
    assert found["valid_until"] == "2027-02-28"


def test_counts_of_staff_stand_under_the_heads_of_their_columns() -> None:
    rows: list[Row] = [
        heading("民办非企业单位年度工作报告书"),
        "（2022年度）",
        "合计\t专职\t兼职\t其中党员",
        "从业人员（人）",
        "14\t6\t8\t0",
    ]
    assert facts_of(read(rows))["full_time_staff"] == 6


_ROOMS = [
    Wording(
        "incubator's agreement",
        """
# 社会组织入驻协议
运营方：淄博市张店区科苑街道办事处
入驻机构：淄博市家政服务业协会
一、运营方提供办公室一间（淄博市张店区柳泉路12号公共服务大厦508），供入驻机构日常办公。
二、入驻期限为2023年1月20日至2026年1月19日。
""",
        {
            "owner": "淄博市张店区科苑街道办事处",
            "tenant": "淄博市家政服务业协会",
            "address": "淄博市张店区柳泉路12号公共服务大厦508",
        },
    ),
    Wording(
        "seat whose name holds the word 公共",
        """
# 场地使用证明
兹证明，坐落于淄博市张店区柳泉路12号公共服务中心2号楼301的房屋产权归淄博星火物流有限公司所有，
现同意无偿提供给淄博市家政服务业协会作为办公场所。
""",
        {
            "owner": "淄博星火物流有限公司",
            "tenant": "淄博市家政服务业协会",
            "address": "淄博市张店区柳泉路12号公共服务中心2号楼301",
        },
    ),
]


@pytest.mark.parametrize("wording", _ROOMS, ids=str)
def test_reads_whose_rooms_they_are(wording: Wording) -> None:
    check(wording, "office_proof")


def test_a_misread_label_is_no_part_of_the_office_behind_it() -> None:
    rows: list[Row] = [
        heading("社会组织评估等级证书"),
        (0.3, 0.2, "淄博市家政服务业协会"),
        (0.45, 0.3, "AAA级"),
        (0.6, 0.6, "评估主本淄博市民政局"),
        (0.6, 0.64, "2024年6月20日"),
    ]
    assert facts_of(read(rows))["issuing_authority"] == "淄博市民政局"


def test_an_address_that_runs_into_another_label_is_left_out() -> None:
    rows: list[Row] = [
        heading("社会团体法人登记证书"),
        (0.1, 0.14, "名称：淄博市家政服务业协会"),
        (0.1, 0.20, "住所：淄博市张店区柳泉路12号1，"),
        (0.16, 0.223, "1主管单位淄博市民政局"),
        (0.16, 0.246, "栋2单元"),
    ]
    assert "address" not in facts_of(read(rows))
