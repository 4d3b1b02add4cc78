"""Plain papers as associations word them: each told by the last noun of its title and by its words."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

WORDINGS = [
    Wording(
        "a year's main tasks",
        """
# 南京市家政服务业协会2025年工作思路
2025年，协会将围绕服务职工这一主线，重点做好以下工作。
一、加强行业自律，力争全年新增会员30家。
二、拟举办技能比武两场。
> 南京市家政服务业协会
> 2025年1月10日
""",
        {
            "title": "南京市家政服务业协会2025年工作思路",
            "organization_name": "南京市家政服务业协会",
            "date": "2025-01-10",
        },
        ("organizer",),
        kind="plan",
    ),
    Wording(
        "a plan in a table",
        """
# 2024年度服务职工工作计划表
填报单位：无锡市志愿服务协会
序号 | 重点任务 | 完成时限 | 责任人
1 | 职工心理讲座 | 6月底前 | 张敏
2 | 送清凉 | 8月底前 | 李涛
""",
        {"title": "2024年度服务职工工作计划表", "organization_name": "无锡市志愿服务协会"},
        ("organizer",),
        kind="plan",
    ),
    Wording(
        "a budget without the word table",
        """
# “工友驿家”项目经费预算
编制单位：常州市蓝领之家服务中心
序号 | 支出项目 | 单价 | 数量 | 金额（元）
1 | 讲师费 | 800 | 10 | 8000
2 | 物料费 | 20 | 300 | 6000
合计 | | | | 14000
编制日期：2024年2月28日
""",
        {
            "title": "“工友驿家”项目经费预算",
            "organization_name": "常州市蓝领之家服务中心",
            "date": "2024-02-28",
        },
        ("organizer",),
        kind="budget",
    ),
    Wording(
        "income and spending of a year",
        """
# 2025年度收支预算说明
一、收入预算：会费收入12万元，政府购买服务收入20万元。
二、支出预算：项目支出25万元，管理费用7万元。
> 苏州市社会工作者协会
> 2025年1月20日
""",
        {"title": "2025年度收支预算说明", "organization_name": "苏州市社会工作者协会", "date": "2025-01-20"},
        kind="budget",
    ),
    Wording(
        "a scheme",
        """
# 职工子女暑期托管服务实施方案
一、指导思想
二、实施步骤：（一）准备阶段（5月）；（二）实施阶段（7月至8月）；（三）总结阶段（9月）。
三、组织实施：由南通市少儿教育促进会负责。
> 南通市少儿教育促进会
> 2024年5月6日
""",
        {"title": "职工子女暑期托管服务实施方案", "date": "2024-05-06"},
        ("organizer",),
        kind="implementation",
    ),
    Wording(
        "how far a project has come",
        """
# “暖蜂行动”项目实施情况报告
截至2024年9月30日，已开展活动26场，服务骑手1200人次，完成进度87%。
下一步将按计划推进剩余活动。
> 徐州市骑手关爱协会
> 2024年10月8日
""",
        {"title": "“暖蜂行动”项目实施情况报告", "date": "2024-10-08"},
        kind="implementation",
    ),
    Wording(
        "a year's summary",
        """
# 扬州市电梯行业协会2023年度工作总结
一年来，协会在市总工会指导下，主要做了以下工作。
一、主要工作成效
二、存在的问题
三、下一步打算
> 扬州市电梯行业协会
> 2024年1月12日
""",
        {
            "title": "扬州市电梯行业协会2023年度工作总结",
            "organization_name": "扬州市电梯行业协会",
            "date": "2024-01-12",
        },
        ("organizer",),
        kind="summary",
    ),
    Wording(
        "a project's final report",
        """
# 职工心灵驿站项目总结报告
盐城市心理咨询师协会
过去的一年，项目组共开展团体辅导48场。
一、项目成效
二、经验与不足
> 2024年12月25日
""",
        {
            "title": "职工心灵驿站项目总结报告",
            "organization_name": "盐城市心理咨询师协会",
            "date": "2024-12-25",
        },
        kind="summary",
    ),
    Wording(
        "a joint conference",
        """
# 社会组织工会联席会议纪要
时间：2024年3月22日上午
地点：泰州市总工会五楼会议室
召集单位：泰州市总工会
参会单位：泰州市社会组织促进会、泰州市义工协会
会议听取了各单位工作情况，议定以下事项。
""",
        {"title": "社会组织工会联席会议纪要", "date": "2024-03-22", "organizer": "泰州市总工会"},
        kind="meeting_record",
    ),
    Wording(
        "a speech at a conference",
        """
# 聚焦职工需求 打造服务品牌
——在全市社会组织服务职工工作推进会上的交流发言
镇江市社区发展促进会
尊敬的各位领导、同志们：现将我会服务职工的做法作交流发言。
> 2024年6月20日
""",
        {"date": "2024-06-20"},
        organization="镇江市社区发展促进会",
        kind="meeting_record",
    ),
    Wording(
        "a notice of a conference",
        """
# 关于召开全市工会购买服务工作推进会的通知
各有关社会组织：
经研究，定于2025年4月15日召开全市工会购买服务工作推进会。
一、会议时间：2025年4月15日下午2:30
二、会议地点：宿迁市工人文化宫
> 宿迁市总工会
> 2025年4月8日
""",
        {"date": "2025-04-15", "organizer": "宿迁市总工会"},
        kind="meeting_record",
    ),
    Wording(
        "a visit in summer",
        """
# “夏送清凉”慰问活动记录表
活动时间 | 2024年7月26日 | 活动地点 | 徐州市地铁3号线工地
主办单位 | 徐州市建筑行业协会工会委员会
参加人数 | 46人
活动内容 | 慰问一线建筑工人，送上防暑用品。
""",
        {"date": "2024-07-26", "organizer": "徐州市建筑行业协会工会委员会"},
        kind="activity_record",
    ),
    Wording(
        "news of an event",
        """
# 协会工会开展“迎新春”趣味运动会
2025年1月18日，南京市室内装饰协会工会组织开展“迎新春”职工趣味运动会，60余名会员参加。
活动现场欢声笑语，大家踊跃参与。
""",
        {"date": "2025-01-18"},
        organization="南京市室内装饰协会",
        kind="activity_record",
    ),
    Wording(
        "a study session",
        """
# 党支部理论学习记录
学习时间：2024年5月17日
学习地点：协会会议室
主持人：周健
学习内容：学习习近平总书记关于工人阶级和工会工作的重要论述
参加人员：全体党员12人
""",
        {"date": "2024-05-17"},
        kind="study_record",
    ),
    Wording(
        "a talk on law",
        """
# 《工会法》专题普法宣讲简报
2023年9月14日，苏州市律师志愿服务中心组织《中华人民共和国工会法》专题宣讲，80名职工参加学习。
> 苏州市律师志愿服务中心
> 2023年9月15日
""",
        {"date": "2023-09-14"},
        kind="study_record",
    ),
    Wording(
        "a brand's story",
        """
# “匠心讲堂”服务品牌介绍
一、品牌缘起：2021年，协会启动“匠心讲堂”。
二、品牌内涵：传技能、送温暖。
三、品牌成效：累计服务职工5000人次。
> 南通市焊接协会
> 2024年11月1日
""",
        {"title": "“匠心讲堂”服务品牌介绍", "organization_name": "南通市焊接协会"},
        ("organizer",),
        kind="brand_material",
    ),
    Wording(
        "a roster of the union's committee",
        """
# 常州市眼镜商会工会委员会组成人员名单
姓名 | 性别 | 工会职务
沈平 | 男 | 工会主席
汤敏 | 女 | 女职工委员
钱锋 | 男 | 经费审查委员会主任
> 2024年3月8日
""",
        {"title": "常州市眼镜商会工会委员会组成人员名单", "date": "2024-03-08"},
        ("organizer",),
        kind="union_roster",
    ),
    Wording(
        "an acceptance form",
        """
# 工会购买服务项目验收单
项目名称 | 职工法律援助服务
承接单位 | 淮安市法律服务志愿者协会
验收单位 | 淮安市总工会
验收时间 | 2024年12月20日
验收意见 | 该项目按合同约定全部完成，同意通过验收。
""",
        {"date": "2024-12-20", "organizer": "淮安市总工会"},
        kind="acceptance",
    ),
    Wording(
        "an evaluation of performance",
        """
# 2024年职工托管服务项目绩效评价报告
一、项目概况
二、绩效目标完成情况：按协议约定完成托管服务40天，履约良好。
三、评价结论：优秀
评价单位：连云港市总工会
评价时间：2024年11月29日
""",
        {"date": "2024-11-29", "organizer": "连云港市总工会"},
        kind="acceptance",
    ),
    Wording(
        "rules of finance",
        """
# 财务管理制度
（2023年5月18日第二届理事会第三次会议通过）
第一章 总则
第一条 为加强财务管理，规范财务行为，制定本制度。
第二条 会费收支实行年度预算管理，接受会员监督。
第三条 本制度自通过之日起执行。
> 无锡市服装行业协会
""",
        {"title": "财务管理制度"},
        ("organizer",),
        kind="policy_document",
    ),
    Wording(
        "duties of a union's chairman",
        """
# 工会主席工作职责
一、主持工会委员会全面工作，召集工会委员会会议。
二、负责协调劳动关系；
三、完成上级工会交办的其他工作。
""",
        {"title": "工会主席工作职责", "topics": ["工会职责"]},
        kind="policy_document",
    ),
    Wording(
        "rules of training are rules",
        """
# 员工教育培训管理办法
第一条 为提高员工素质，制定本办法。
第二条 每年组织培训不少于一次。
第三条 本办法自发布之日起施行。
""",
        {"title": "员工教育培训管理办法"},
        kind="policy_document",
    ),
    Wording(
        "a charter",
        """
# 镇江市摄影家协会章程
第一章 总则
第一条 本会的名称是镇江市摄影家协会。
第二条 本会的性质：由摄影爱好者自愿结成的非营利性社会组织。
第十五条 理事会每届任期四年。
""",
        {"title": "镇江市摄影家协会章程", "organization_name": "镇江市摄影家协会", "term_years": 4},
        kind="charter",
    ),
    Wording(
        "a charter that tells how often the bodies change",
        """
# 响水县致远新市民服务中心章程
第七条 最高权力机构每3年换届一次，因特殊情况需提前或延期换届的，须经批准，但延期最长不超过一年。
第八条 理事会每年至少召开两次会议。
""",
        {"term_years": 3},
        kind="charter",
    ),
    Wording(
        "a charter of a private unit",
        """
# 泰州市阳光职业培训学校章程
第一条 本单位的名称是泰州市阳光职业培训学校。
第二条 本单位的宗旨是服务社会。
第十条 理事会由7人组成，理事任期3年。
> 2022年6月1日理事会通过
""",
        {"term_years": 3},
        kind="charter",
    ),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=str)
def test_a_plain_paper_is_read_in_other_words(wording: Wording) -> None:
    check(wording, "")
