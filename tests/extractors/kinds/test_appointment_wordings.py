"""Letters of appointment, notices of posts, results of elections."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

WORDINGS = [
    Wording(
        "letter to its holder",
        """
# 聘书
周丽娟同志：
兹聘请您为南京市总工会职工法律服务团成员，聘期自2024年1月至2026年12月。
> 南京市总工会
> 2024年1月10日
""",
        {
            "person": "周丽娟",
            "position": "成员",
            "body": "南京市总工会职工法律服务团",
            "issuing_authority": "南京市总工会",
            "issue_date": "2024-01-10",
        },
    ),
    Wording(
        "notice of posts",
        """
# 关于王磊同志任职的通知
锡工发〔2023〕18号
各区总工会：
经研究决定：
王磊同志任无锡市社会组织工会联合会副主席（兼职）。
> 无锡市总工会
> 2023年5月6日
""",
        {
            "person": "王磊",
            "body": "无锡市社会组织工会联合会",
            "issuing_authority": "无锡市总工会",
            "issue_date": "2023-05-06",
        },
    ),
    Wording(
        "reply on an election",
        """
# 关于常州市社会组织工会联合会第一届委员会选举结果的批复
常工组〔2022〕40号
常州市社会组织工会联合会：
报来的选举结果收悉，经研究，同意李娜任常州市社会组织工会联合会主席。
> 常州市总工会
> 2022年10月12日
""",
        {
            "person": "李娜",
            "position": "主席",
            "body": "常州市社会组织工会联合会",
            "issuing_authority": "常州市总工会",
            "issue_date": "2022-10-12",
        },
    ),
    Wording(
        "certificate of a part-time post",
        """
# 兼职证明
兹证明苏州市阳光助困服务中心张伟（身份证号：320501198001011234）同志兼任苏州市吴中区总工会委员。
特此证明。
> 苏州市吴中区总工会
> 2025年3月20日
""",
        {
            "person": "张伟",
            "issuing_authority": "苏州市吴中区总工会",
            "issue_date": "2025-03-20",
        },
    ),
    Wording(
        "co-opted member",
        """
# 关于增补南通市总工会第十五届委员会委员的决定
通工委〔2024〕7号
经南通市总工会第十五届委员会第四次全体会议选举，增补陈晓东同志为南通市总工会第十五届委员会委员。
> 南通市总工会
> 2024年2月29日
""",
        {
            "person": "陈晓东",
            "issuing_authority": "南通市总工会",
            "issue_date": "2024-02-29",
        },
    ),
    Wording(
        "form",
        """
# 工会兼职干部登记表
姓名 | 徐蕾 | 性别 | 女
工作单位 | 徐州市鼓楼区银杏养老服务中心
兼职单位 | 徐州市鼓楼区总工会
兼职职务 | 兼职副主席
审批意见 | 同意。 徐州市鼓楼区总工会 2023年11月8日
""",
        {
            "person": "徐蕾",
            "position": "兼职副主席",
            "body": "徐州市鼓楼区总工会",
            "issuing_authority": "徐州市鼓楼区总工会",
            "issue_date": "2023-11-08",
        },
    ),
    Wording(
        "hired as a mediator",
        """
# 聘用证书
兹聘请何静同志担任扬州市职工维权服务中心劳动争议调解员，聘期两年。
> 扬州市总工会
> 2024年7月1日
""",
        {
            "person": "何静",
            "position": "劳动争议调解员",
            "body": "扬州市职工维权服务中心",
            "issuing_authority": "扬州市总工会",
            "issue_date": "2024-07-01",
        },
    ),
    Wording(
        "seconded",
        """
# 关于选派挂职干部的通知
盐工发〔2025〕4号
经研究，选派孙浩同志挂职担任盐城市亭湖区总工会副主席，挂职时间一年。
> 盐城市总工会
> 2025年1月15日
""",
        {
            "person": "孙浩",
            "position": "副主席",
            "body": "盐城市亭湖区总工会",
            "issuing_authority": "盐城市总工会",
            "issue_date": "2025-01-15",
        },
    ),
    Wording(
        "one of several, the applicant's",
        """
# 关于聘任第二届职工服务专家库成员的决定
泰工〔2024〕22号
决定聘任下列同志：
赵敏（泰州市姜堰区绿色社工服务中心）为泰州市总工会职工服务专家库专家，
马强（泰州市海陵区护理学会）为泰州市总工会职工服务专家库专家。
> 泰州市总工会
> 2024年5月24日
""",
        {
            "person": "马强",
            "position": "专家",
            "body": "泰州市总工会职工服务专家库",
            "issuing_authority": "泰州市总工会",
        },
        organization="泰州市海陵区护理学会",
    ),
    Wording(
        "letter with a number and a term",
        """
# 聘　　书
编号：2023-016
冯雪 女士：
特聘您为镇江市总工会心理健康服务专家，任期三年。
> 镇江市总工会
> 二〇二三年三月一日
""",
        {
            "person": "冯雪",
            "issuing_authority": "镇江市总工会",
            "issue_date": "2023-03-01",
        },
    ),
    Wording(
        "elected chairman",
        """
# 关于吴琼等同志当选的批复
宿城工复〔2024〕12号
宿迁市宿城区社会工作协会工会委员会：
经研究，同意吴琼同志当选为宿迁市宿城区社会工作协会工会委员会主席。
> 宿迁市宿城区总工会
> 2024年8月2日
""",
        {
            "person": "吴琼",
            "position": "主席",
            "body": "宿迁市宿城区社会工作协会工会委员会",
            "issuing_authority": "宿迁市宿城区总工会",
            "issue_date": "2024-08-02",
        },
    ),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=str)
def test_an_appointment_is_read_in_other_words(wording: Wording) -> None:
    check(wording, "appointment")
