"""Who signs over a plaque's title, a number beside a signature, halves of a period apart, a party before prose."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check
from tests.extractors.pages import facts_of, heading, read

PAPERS = [
    Wording(
        "a number at the right over the signature",
        """
# 证书
启东市建筑业协会经南通市社会组织评估委员会评估，符合4A级社会组织标准，有效期五年（2022年10月至2027年10月）。
> 证书编号：NTSP2022014
> 南通市民政局
> 2022年10月20日
""",
        {
            "organization_name": "启东市建筑业协会",
            "grade": "4A",
            "certificate_number": "NTSP2022014",
            "issuing_authority": "南通市民政局",
            "valid_until": "2027-10",
        },
        kind="grade_certificate",
    ),
    Wording(
        "halves of a period in cells apart",
        """
# 社会团体法人登记证书
名称 | 江苏省职工文体协会
业务主管单位 | 江苏省总工会 | 登记管理机关 | 江苏省民政厅
有效期 | 自2023年5月10日 |  | 至2028年5月9日
""",
        {"valid_from": "2023-05-10", "valid_until": "2028-05-09", "registration_authority": "江苏省民政厅"},
        kind="registration_certificate",
    ),
    Wording(
        "a party whose line the decision's sentences follow",
        """
# 启东市住房和城乡建设局行政处罚决定书
启住建罚字〔2024〕第018号
被处罚人（单位）：启东市建筑业协会
经查明，你单位违规组织收费培训，收费共计36000元。
依据《社会团体登记管理条例》，本局决定对你单位给予以下行政处罚：罚款10000元。
> 启东市住房和城乡建设局
> 2024年8月8日
""",
        {"organization_name": "启东市建筑业协会", "amount": 10000.0, "decision_date": "2024-08-08"},
        kind="penalty_decision",
    ),
]


@pytest.mark.parametrize("wording", PAPERS, ids=str)
def test_reads_the_paper(wording: Wording) -> None:
    check(wording, wording.kind)


def test_offices_over_a_plaques_title_gave_it() -> None:
    """Some plaques name the givers first; a title that reads like a body's name is nobody who was honoured."""
    document = read(
        [
            (0.2, 0.2, "江苏省总工会江苏省人力资源和社会保障厅", 18.0),
            heading("江苏省模范劳动关系和谐企业", 0.4, 44.0),
            (0.42, 0.6, "二〇二二年十二月", 18.0),
        ]
    )
    found = facts_of(document)
    assert document.document.kind == "award"
    assert found["honor_title"] == "江苏省模范劳动关系和谐企业"
    assert found["issuing_authority"] == "江苏省总工会、江苏省人力资源和社会保障厅"
    assert "recipient" not in found
