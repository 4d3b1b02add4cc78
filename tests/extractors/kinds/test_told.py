"""Certificates that tell in running prose what others print under labels."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

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
