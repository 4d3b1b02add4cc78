"""Results of surveys: figures in words, online reports by question, one provider's row among many."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

WORDINGS = [
    Wording(
        "counts and rate in words",
        """
# 职工满意度情况说明
无锡市锡山区物业管理协会全年为我厂职工提供服务。我会以无记名方式征求意见，
共有二百零五名职工参与，其中一百九十八名职工表示满意，满意率百分之九十六点五。
> 无锡市锡山区某某厂工会委员会
> 二〇二五年十一月三日
""",
        {"respondents": 205, "satisfied": 198, "rate": 0.965, "date": "2025-11-03"},
    ),
    Wording(
        "about so many in words is no count",
        """
# 职工满意度情况说明
常州市晨光社会工作服务中心服务规范，职工十分满意，有三十多名职工参与，百名职工点赞，满意率百分之九十。
> 2025年11月3日
""",
        {"rate": 0.9},
        absent=("respondents", "satisfied"),
    ),
    Wording(
        "options of one question in prose, summed",
        """
# 服务对象满意度测评报告
本次测评有效样本为150个。评价“非常满意”的90个，“满意”的45个，以上合计135个，总体满意度为90%。
""",
        {"respondents": 150, "satisfied": 135, "rate": 0.9},
    ),
    Wording(
        "online report, the question about the whole counts",
        """
统计&分析
# 镇江市心港湾心理咨询服务中心服务问卷
数据更新至2025-06-12 09:30
第2题 您对服务态度满意吗？[单选题]
选项 | 小计 | 比例
很满意 | 70 | 70%
满意 | 25 | 25%
不满意 | 5 | 5%
本题有效填写人次 | 100
第5题 总的来说，您对我们的服务满意吗？[单选题]
选项 | 小计 | 比例
很满意 | 60 | 60%
满意 | 31 | 31%
不满意 | 9 | 9%
本题有效填写人次 | 100
""",
        {"respondents": 100, "satisfied": 91, "date": "2025-06-12"},
    ),
    Wording(
        "online report of which no question is about the whole",
        """
统计&分析
# 镇江市心港湾心理咨询服务中心服务问卷
第2题 您对服务态度满意吗？[单选题]
选项 | 小计 | 比例
很满意 | 70 | 70%
满意 | 25 | 25%
不满意 | 5 | 5%
本题有效填写人次 | 100
第3题 您对活动地点满意吗？[单选题]
选项 | 小计 | 比例
很满意 | 60 | 60%
满意 | 31 | 31%
不满意 | 9 | 9%
本题有效填写人次 | 100
""",
        {"respondents": 100},
        absent=("satisfied", "levels"),
    ),
    Wording(
        "the applicant's row among many providers",
        """
# 关于购买服务项目职工满意度测评情况的通报
序号 | 承接单位 | 参评人数 | 表示满意 | 满意率
1 | 泰州市家政行业协会 | 210 | 180 | 86
2 | 泰州市暖阳社工服务社 | 80 | 76 | 95
3 | 泰州市启明志愿服务协会 | 64 | 40 | 63
请满意率低于80%的单位认真整改。
> 泰州市总工会
> 2025年12月1日
""",
        {"respondents": 80, "satisfied": 76, "rate": 0.95},
        organization="泰州市暖阳社工服务社",
    ),
    Wording(
        "no row of the applicant's, nor a threshold, says anything",
        """
# 关于购买服务项目职工满意度测评情况的通报
序号 | 承接单位 | 参评人数 | 表示满意 | 满意率
1 | 泰州市家政行业协会 | 210 | 180 | 86
3 | 泰州市启明志愿服务协会 | 64 | 40 | 63
请满意率低于80%的单位认真整改。
""",
        {},
        absent=("respondents", "satisfied", "rate"),
        organization="泰州市暖阳社工服务社",
    ),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=str)
def test_a_surveys_result_is_read_in_other_words(wording: Wording) -> None:
    check(wording, "satisfaction_survey")
