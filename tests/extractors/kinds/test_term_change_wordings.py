"""Changes of term: approvals, resolutions, minutes, records."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

WORDINGS = [
    Wording(
        "reply of the supervising body",
        """
# 关于同意南京市餐饮行业协会换届的批复
宁商复〔2024〕15号
南京市餐饮行业协会：
你会《关于召开第五届会员代表大会进行换届选举的请示》收悉。经研究，同意你会于2024年6月18日召开换届大会，
选举产生第五届理事会。
> 南京市商务局
> 2024年6月5日
""",
        {
            "organization_name": "南京市餐饮行业协会",
            "session": 5,
            "approving_body": "南京市商务局",
        },
    ),
    Wording(
        "approval of the election's result",
        """
# 关于无锡市书法学会第三届理事会选举结果的批复
锡民社复〔2023〕8号
无锡市书法学会：
报来的选举结果报告收悉。经审核，同意备案。你会于2023年4月22日召开第三届第一次会员大会，选举周明为会长。
> 无锡市民政局
> 2023年5月10日
""",
        {
            "organization_name": "无锡市书法学会",
            "session": 3,
            "date": "2023-04-22",
            "approving_body": "无锡市民政局",
        },
    ),
    Wording(
        "resolution",
        """
# 常州市殡葬协会第四届会员代表大会第一次会议决议
2022年11月26日，常州市殡葬协会在常州大酒店召开第四届会员代表大会第一次会议。应到代表86人，实到79人。
会议以无记名投票方式选举产生第四届理事会，赵健当选会长。
会议审议通过了第三届理事会工作报告和财务报告。
> 常州市殡葬协会
> 2022年11月26日
""",
        {"organization_name": "常州市殡葬协会", "session": 4, "date": "2022-11-26"},
        ("approving_body",),
    ),
    Wording(
        "minutes in a table",
        """
# 会员代表大会会议纪要（换届）
单位名称 | 苏州市养老服务协会
会议名称 | 第二届第一次会员代表大会
会议时间 | 2021年9月28日 | 会议地点 | 苏州会议中心
应到人数 | 120 | 实到人数 | 108
议题 | 选举第二届理事会、监事会
""",
        {"organization_name": "苏州市养老服务协会", "session": 2, "date": "2021-09-28"},
    ),
    Wording(
        "registration form of officers",
        """
# 社会团体负责人换届备案表
社会团体名称 | 南通市水产行业协会
届次 | 第六届
本届换届时间 | 2023年12月15日
上届换届时间 | 2018年12月20日
登记管理机关意见 | 同意备案。 南通市民政局 2024年1月8日
""",
        {"organization_name": "南通市水产行业协会", "session": 6, "date": "2023-12-15"},
    ),
    Wording(
        "announcement",
        """
# 关于扬州市美发美容协会第七届理事会换届选举结果的公告
扬州市美发美容协会第七届第一次会员代表大会于2025年3月16日召开，会议选举产生了第七届理事会、监事会及负责人。
会长：孙丽 副会长：吴军、周洁 秘书长：何斌
> 扬州市美发美容协会
> 2025年3月20日
""",
        {"organization_name": "扬州市美发美容协会", "session": 7, "date": "2025-03-16"},
        ("approving_body",),
    ),
    Wording(
        "private non-enterprise unit's council",
        """
# 第三届理事会换届会议决议
盐城市亭湖区启明职业培训学校于2024年8月30日召开理事会会议，应到理事7人，实到7人。
经与会理事表决，一致同意选举产生第三届理事会，由高峰担任理事长，任期四年。
> 盐城市亭湖区启明职业培训学校
> 2024年8月30日
""",
        {"session": 3, "date": "2024-08-30"},
        organization="盐城市亭湖区启明职业培训学校",
    ),
    Wording(
        "a joint notice of a union's federation",
        """
# 关于准予泰州市医药行业商会换届选举的通知
泰州市医药行业商会：
你会关于第八届会员大会换届的申请材料收悉，经审查，准予按期换届。
> 泰州市工商业联合会
> 2023年3月1日
""",
        {"organization_name": "泰州市医药行业商会", "session": 8, "approving_body": "泰州市工商业联合会"},
    ),
    Wording(
        "session in Arabic numerals",
        """
# 镇江市物流协会第3届理事会换届选举大会会议记录
时间：2024年10月12日
地点：镇江宾馆
主持人：陈斌
参加人员：会员代表65人
一、审议第2届理事会工作报告；二、选举第3届理事会。
""",
        {"organization_name": "镇江市物流协会", "session": 3, "date": "2024-10-12"},
    ),
    Wording(
        "report of the result",
        """
# 关于宿迁市家居行业协会换届选举结果的报告
宿迁市民政局：
宿迁市家居行业协会于2022年7月9日召开第二次会员代表大会暨换届选举会议，选举产生第二届理事会成员21人。
特此报告。
> 宿迁市家居行业协会
> 2022年7月15日
""",
        {"organization_name": "宿迁市家居行业协会", "session": 2, "date": "2022-07-09"},
        ("approving_body",),
    ),
    Wording(
        "an agreement told on a site",
        """
# 我单位顺利召开第三届会员代表大会暨换届大会
宿迁市总工会等单位负责同志到会祝贺。
2024年1月22日，江苏老兵公益创投基金会第三届会员代表大会在职工之家举行，宿迁市工商业联合会派员到会指导并同意本次换届。
""",
        {"session": 3, "date": "2024-01-22", "approving_body": "宿迁市工商业联合会"},
    ),
    Wording(
        "an agreement told in minutes",
        """
# 江苏和美一线职工健康基金会换届选举大会会议纪要
时间：2024年1月22日
届次：第三届
本次换届已报宿迁市妇女联合会同意。
""",
        {"session": 3, "approving_body": "宿迁市妇女联合会"},
    ),
    Wording(
        "a guest who agrees to nothing",
        """
# 我单位顺利召开第三届会员代表大会暨换届大会
2024年1月22日，江苏老兵公益创投基金会第三届会员代表大会在职工之家举行，宿迁市工商业联合会派员到会祝贺。
""",
        {"session": 3},
        ("approving_body",),
    ),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=str)
def test_a_change_of_term_is_read_in_other_words(wording: Wording) -> None:
    check(wording, "term_change")
