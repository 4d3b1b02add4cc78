"""Acceptances by the many names under which forms have who accepts, and lists of results that are published."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

WORDINGS = [
    Wording(
        "experts' sheet",
        """
# 购买服务项目结项评审表
项目：职工夜校
实施机构：泰州市暖阳社工服务社
评审组织单位：泰州市海陵区总工会 | 评审日期：2025年6月20日
一级指标 | 二级指标 | 分值 | 得分
项目产出 | 数量完成 | 50 | 48
项目效果 | 职工反馈 | 50 | 47
综合意见：予以结项。
""",
        {"organizer": "泰州市海陵区总工会", "date": "2025-06-20"},
    ),
    Wording(
        "buyer's form",
        """
# 采购项目验收单
采购人 | 常州市总工会 | 供应商 | 常州市晨光社会工作服务中心
项目名称 | 心理热线 | 合同编号 | C2025-11
验收小组意见 | 供应商已按合同约定履行全部义务，同意验收。
验收日期 | 2025年12月3日
""",
        {"organizer": "常州市总工会", "date": "2025-12-03"},
    ),
    Wording(
        "published list of results",
        """
# 2025年度购买服务项目绩效评价结果公示
发布时间：2025-12-08 | 来源：镇江市总工会
经第三方评估、集体研究，现将验收结果公示如下。
序号 | 项目 | 承接方 | 结果
1 | 普法宣讲 | 镇江市家政服务业商会 | 良好
2 | 困难帮扶 | 镇江市心港湾心理咨询服务中心 | 优秀
""",
        {"organizer": "镇江市总工会", "date": "2025-12-08"},
    ),
    Wording(
        "a site that passes a list on didn't accept",
        """
# 2025年度购买服务项目绩效评价结果公示
发布时间：2025-12-08 | 来源：江苏公益网
现将验收结果公示如下。
序号 | 项目 | 承接方 | 结果
1 | 普法宣讲 | 镇江市家政服务业商会 | 良好
""",
        {"date": "2025-12-08"},
        absent=("organizer",),
    ),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=str)
def test_an_acceptance_is_read_in_other_words(wording: Wording) -> None:
    check(wording, "acceptance")
