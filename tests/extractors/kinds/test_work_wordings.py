"""Activities, studies, meetings, trainings, plans and summaries in forms and words of yet other bodies."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check, read_wording

_US = "太仓市江畔职工服务中心"

WORDINGS = [
    Wording(
        "a visit to another body",
        f"""
# 外出考察学习记录
2025年6月3日上午，{_US}一行6人来到昆山市青禾社会工作服务社，学习站点管理的做法。
""",
        {"title": "外出考察学习记录", "organizer": _US, "date": "2025-06-03"},
        organization=_US,
        kind="activity_record",
    ),
    Wording(
        "a sheet of pictures",
        f"""
# “沙溪杯”职工钓鱼邀请赛现场照片
拍摄日期 | 2025年6月3日
活动主办单位 | 太仓市总工会
执行单位 | {_US}
""",
        {
            "title": "“沙溪杯”职工钓鱼邀请赛现场照片",
            "organizer": "太仓市总工会",
            "organization_name": _US,
            "date": "2025-06-03",
        },
        kind="activity_record",
    ),
    Wording(
        "a page of a book for activities",
        f"""
# 工会小家·活动登记簿
活动主题 | 新就业群体健步走
时间 | 2025年6月3日
组织方 | {_US}
""",
        {"title": "新就业群体健步走", "organizer": _US, "date": "2025-06-03"},
        kind="activity_record",
    ),
    Wording(
        "an account of one's own with who held it in its first sentence",
        """
# 温情满江畔|“粽香传情”端午联欢
江畔职工服务中心
2025-06-03 10:20
近日，由太仓市总工会主办的“粽香传情”端午联欢圆满落幕。
活动现场
""",
        {"organizer": "太仓市总工会"},
        kind="activity_record",
    ),
    Wording(
        "a record of study with who led it",
        f"""
# 安全生产法学习登记表
牵头组织：{_US}工会委员会
学习日期：2025/06/03
""",
        {"organizer": f"{_US}工会委员会", "date": "2025-06-03"},
        kind="study_record",
    ),
    Wording(
        "labels glued to what they tell",
        """
# 太仓市社会组织联席会议记录
日期2025年06月03日
召集方 | 太仓市总工会
记录单位 | 太仓市江畔职工服务中心
""",
        {"organizer": "太仓市总工会", "date": "2025-06-03", "organization_name": _US},
        kind="meeting_record",
    ),
    Wording(
        "those who get a bulletin hold nothing",
        """
# 职工服务工作推进会在太仓召开
近日，职工服务工作推进会在太仓召开。会议指出，要加大购买力度。
会议还观摩了三处服务站点。
会议要求，各地于年底前报送情况。
报：苏州市委办公室
送：各镇总工会
""",
        {"title": "职工服务工作推进会在太仓召开"},
        absent=("organizer",),
        kind="meeting_record",
    ),
    Wording(
        "those who came to a training held online",
        f"""
# 会议详情
会议主题 | 职工心理疏导实务培训
会议发起方 | {_US}
会议日期 | 2025-06-03
入会人数 | 41
""",
        {"title": "职工心理疏导实务培训", "organizer": _US, "date": "2025-06-03", "participants": 41},
        kind="training_record",
    ),
    Wording(
        "how many learned, over the heading of a table",
        f"""
# 培训档案卡
班次名称 | 集体协商能力提升班
主办机构 | {_US}
开班日期 | 2025-06-03
学员数 | 38
 | 授课主题
""",
        {"title": "集体协商能力提升班", "organizer": _US, "participants": 38},
        kind="training_record",
    ),
    Wording(
        "a training named in quotation marks under a certificate's own name",
        f"""
# 培训结业证明
郑海燕同志于2025年6月3日参加由{_US}举办的“集体协商能力提升班”，考核合格。
> {_US}
> 2025年6月5日
""",
        {"title": "集体协商能力提升班", "organizer": _US, "date": "2025-06-03"},
        kind="training_record",
    ),
    Wording(
        "a plan that asks for its project",
        f"""
# 2025年职工服务项目计划申报表
申报单位 | {_US}
总体目标 | 全年服务职工不少于900人次
负责人签字：郑海燕 | （单位盖章） | 2025年1月8日
街道工会推荐意见：
（盖章） | 年 月 日
""",
        {"title": "2025年职工服务项目计划申报表", "organization_name": _US, "date": "2025-01-08"},
        kind="plan",
    ),
    Wording(
        "what is to be carried out, under the letter that sends it",
        f"""
{_US}
江服字〔2025〕3号
# 关于报送《2025年职工关爱专项行动方案》的报告
太仓市总工会：
现将方案随文报送。
> {_US}
> 2025年3月6日
""",
        {"title": "2025年职工关爱专项行动方案", "date": "2025-03-06"},
        organization=_US,
        kind="implementation",
    ),
    Wording(
        "a report on the year to those who pay",
        f"""
# 关于2025年度购买服务项目情况的报告
太仓市总工会：
今年以来，我们开设小组课堂31期。
特此报告。
> {_US}
> 2025年12月6日
""",
        {"title": "关于2025年度购买服务项目情况的报告", "organization_name": _US, "date": "2025-12-06"},
        organization=_US,
        kind="summary",
    ),
    Wording(
        "a form for a year's results",
        f"""
# 公益项目执行总结报告表
执行机构 | {_US}
填表日期 | 2025年12月6日
主要做法 | 走访企业8家
""",
        {"title": "公益项目执行总结报告表", "organization_name": _US, "date": "2025-12-06"},
        kind="summary",
    ),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=str)
def test_work_is_read_in_other_words(wording: Wording) -> None:
    check(wording, wording.kind)


@pytest.mark.parametrize(
    "title",
    [
        "关于2025年度审计整改情况的报告",
        "关于2025年度工作经费收支情况的报告",
        "2025年度职工培训工作推进会会议记录",
    ],
)
def test_no_summary_or_training_by_a_word_alone(title: str) -> None:
    read = read_wording(Wording("", f"# {title}\n太仓市总工会：\n现将情况报告如下。", {}))
    assert read.document.kind not in {"summary", "training_record"}
