"""Notices of trainings, lists of who came, reports."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

WORDINGS = [
    Wording(
        "list of who came",
        """
# 社会组织财务人员能力提升培训班签到表
培训时间：2025年4月18日 | 培训地点：市总工会三楼会议室
序号 | 姓名 | 单位 | 签名
1 | 王丽 | 南京市养老服务协会 |
2 | 李军 | 南京市养老服务协会 |
""",
        {"title": "社会组织财务人员能力提升培训班", "date": "2025-04-18"},
    ),
    Wording(
        "notice",
        """
# 关于举办2024年工会干部业务培训班的通知
各会员单位：
经研究，定于2024年9月5日至6日举办工会干部业务培训班，现将有关事项通知如下：
一、培训对象：各会员单位工会主席，共60人。
二、培训地点：无锡市职工大学。
> 无锡市社会组织工会联合会
> 2024年8月26日
""",
        {
            "title": "2024年工会干部业务培训班",
            "organizer": "无锡市社会组织工会联合会",
            "date": "2024-09-05",
            "participants": 60,
        },
    ),
    Wording(
        "record form",
        """
# 员工培训记录表
培训主题 | 职业道德与服务礼仪
培训日期 | 2023-11-10 | 主讲人 | 陈老师
主办单位 | 常州市武进区家庭服务业协会
参训人数 | 32
培训内容 | 服务规范、沟通技巧、应急处置。
""",
        {
            "title": "职业道德与服务礼仪",
            "organizer": "常州市武进区家庭服务业协会",
            "date": "2023-11-10",
            "participants": 32,
        },
    ),
    Wording(
        "brief report",
        """
# 我会举办劳动争议调解员培训班
5月20日
2025年5月20日，苏州市劳动关系协会举办劳动争议调解员培训班，来自全市的85名调解员参加培训。
培训邀请法官授课，学员们认真听讲。
""",
        {"organizer": "苏州市劳动关系协会", "date": "2025-05-20", "participants": 85},
    ),
    Wording(
        "summary of a training",
        """
# 2024年度志愿者骨干培训总结
为提升志愿者服务能力，南通市志愿者服务联合会于2024年6月15日组织开展志愿者骨干培训，共有120人参加。
培训围绕应急救护、心理疏导等内容展开。
> 南通市志愿者服务联合会
> 2024年6月20日
""",
        {"title": "2024年度志愿者骨干培训", "date": "2024-06-15", "participants": 120},
    ),
    Wording(
        "lecture",
        """
# 安全生产知识专题讲座签到簿
时间：2023年7月12日14:00
地点：徐州市云龙区职工之家
主讲：刘工程师
应到40人 实到38人
""",
        {"title": "安全生产知识专题讲座", "date": "2023-07-12", "participants": 38},
    ),
    Wording(
        "scheme",
        """
# 社工岗位技能培训方案
一、培训时间：2025年3月22日—23日
二、培训地点：扬州市邗江区社会组织孵化基地
三、培训人数：45人
四、主办单位：扬州市邗江区社会工作协会
五、授课教师：朱教授
""",
        {
            "title": "社工岗位技能培训",
            "organizer": "扬州市邗江区社会工作协会",
            "date": "2025-03-22",
            "participants": 45,
        },
    ),
    Wording(
        "completion list",
        """
# 养老护理员职业技能培训学员花名册
举办单位：盐城市康乐养老护理培训中心
开班时间：2024年10月8日 | 学员人数：28人
序号 | 姓名 | 性别 | 联系电话
1 | 徐芳 | 女 | 138****1234
""",
        {
            "title": "养老护理员职业技能培训",
            "organizer": "盐城市康乐养老护理培训中心",
            "date": "2024-10-08",
            "participants": 28,
        },
    ),
    Wording(
        "joint training",
        """
# 培训简报
第3期
2024年11月28日，由泰州市总工会主办、泰州市社会组织促进会承办的社会组织负责人履职能力培训班在泰州党校开班，
来自各市区的110名学员参训。
""",
        {"organizer": "泰州市总工会", "date": "2024-11-28", "participants": 110},
    ),
    Wording(
        "record of a study class",
        """
# 内部业务学习培训记录
培训单位：镇江市润州区心悦心理服务中心
时间：2025.02.14 | 人数：11人
课程名称：个案管理实务
授课人：郑主任
""",
        {
            "title": "个案管理实务",
            "organizer": "镇江市润州区心悦心理服务中心",
            "date": "2025-02-14",
            "participants": 11,
        },
    ),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=str)
def test_a_training_is_read_in_other_words(wording: Wording) -> None:
    check(wording, "training_record")
