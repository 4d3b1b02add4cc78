"""More papers of the ten full kinds as offices, platforms and newspapers word them."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

WORDINGS = [
    (
        "business_licence",
        Wording(
            "licence in lines",
            """
# 营业执照
统一社会信用代码 91320105MA1MW1234C
名称 南京同心物业服务有限公司
类型 有限责任公司(自然人独资)
法定代表人 周强
经营范围 物业管理；家政服务。
注册资本 伍佰万元整
成立日期 2016年08月15日
营业期限 2016年08月15日至长期
住所 南京市建邺区江东中路100号
> 登记机关 南京市建邺区市场监督管理局
> 2021年3月4日
""",
            {
                "organization_name": "南京同心物业服务有限公司",
                "organization_type": "有限责任公司(自然人独资)",
                "legal_representative": "周强",
                "registered_capital": 5_000_000,
                "address": "南京市建邺区江东中路100号",
                "valid_from": "2016-08-15",
                "valid_until": None,
                "registration_authority": "南京市建邺区市场监督管理局",
                "issue_date": "2021-03-04",
            },
        ),
    ),
    (
        "business_licence",
        Wording(
            "sole trader",
            """
# 个体工商户营业执照
统一社会信用代码：92320105MA1MW1234C
经营者：刘芳
组成形式：个人经营
名称：建邺区小刘家政服务部
经营场所：南京市建邺区汉中门大街88号
> 南京市建邺区行政审批局
> 2022年5月6日
""",
            {
                "organization_name": "建邺区小刘家政服务部",
                "legal_representative": "刘芳",
                "registration_authority": "南京市建邺区行政审批局",
                "issue_date": "2022-05-06",
            },
        ),
    ),
    (
        "penalty_decision",
        Wording(
            "labour office",
            """
南京市人力资源和社会保障局
# 劳动保障监察行政处罚决定书
宁人社察罚字〔2023〕第45号
被处罚单位：南京市某某家政服务中心
法定代表人：张三
经查，你单位未按规定办理社会保险登记。现决定对你单位处以人民币壹万元罚款。
> 南京市人力资源和社会保障局
> 2023年3月15日
""",
            {
                "organization_name": "南京市某某家政服务中心",
                "document_number": "宁人社察罚字〔2023〕第45号",
                "amount": 10000,
                "issuing_authority": "南京市人力资源和社会保障局",
                "decision_date": "2023-03-15",
                "penalty_types": ["罚款"],
            },
        ),
    ),
    (
        "penalty_decision",
        Wording(
            "revocation",
            """
# 行政处罚决定书
苏州市民政局
苏民社罚决〔2022〕3号
苏州市某某青少年服务社：
经查明，你单位连续两年未参加年度检查，情节严重，依据《民办非企业单位登记管理暂行条例》第二十五条，本机关决定给予你单位撤销登记的行政处罚。
> 苏州市民政局
> 二〇二二年十月八日
""",
            {
                "organization_name": "苏州市某某青少年服务社",
                "penalty_types": ["撤销登记"],
                "issuing_authority": "苏州市民政局",
                "decision_date": "2022-10-08",
            },
            absent=("amount",),
        ),
    ),
    (
        "award",
        Wording(
            "labour medal",
            """
# 江苏省五一劳动奖状
授予：南京市家政服务业协会
> 江苏省总工会
> 2023年4月
""",
            {
                "recipient": "南京市家政服务业协会",
                "recipient_type": "organization",
                "issuing_authority": "江苏省总工会",
                "authority_level": "provincial",
                "issue_date": "2023-04",
                "honor_title": "江苏省五一劳动奖状",
            },
        ),
    ),
    (
        "award",
        Wording(
            "plaque unit",
            """
# 南京市工人先锋号
南京市家政服务业协会
> 南京市总工会
> 二〇二四年四月
""",
            {
                "recipient": "南京市家政服务业协会",
                "honor_title": "南京市工人先锋号",
                "issuing_authority": "南京市总工会",
                "authority_level": "prefecture",
                "issue_date": "2024-04",
            },
        ),
    ),
    (
        "award",
        Wording(
            "decision",
            """
江苏省人力资源和社会保障厅文件
苏人社发〔2023〕88号
# 关于授予南京市家政服务业协会“江苏省家政服务先进单位”称号的决定
各设区市人力资源和社会保障局：
经研究，决定授予南京市家政服务业协会“江苏省家政服务先进单位”称号。
> 江苏省人力资源和社会保障厅
> 2023年9月1日
""",
            {
                "recipient": "南京市家政服务业协会",
                "honor_title": "江苏省家政服务先进单位",
                "document_number": "苏人社发〔2023〕88号",
                "issuing_authority": "江苏省人力资源和社会保障厅",
                "issue_date": "2023-09-01",
            },
        ),
    ),
    (
        "award",
        Wording(
            "prize",
            """
# 获奖证书
南京市家政服务业协会：
你单位报送的《职工驿站》项目在第三届江苏省公益创投大赛中荣获二等奖。
> 江苏省民政厅
> 2022年12月
""",
            {
                "recipient": "南京市家政服务业协会",
                "issuing_authority": "江苏省民政厅",
                "issue_date": "2022-12",
            },
        ),
    ),
    (
        "satisfaction_survey",
        Wording(
            "one number for two answers",
            """
# 服务职工满意度测评情况报告
共发放问卷63份，回收有效问卷60份。从总体评价看，选择“很满意”的39人，选择“较满意”的11人
选择“不太满意”“不满意”的共10人。其中持满意态度的职工50人，综合满意率达83.33%。
""",
            {
                "respondents": 60,
                "satisfied": 50,
                "levels": {"很满意": 39, "较满意": 11, "不满意": 10},
            },
        ),
    ),
    (
        "satisfaction_survey",
        Wording(
            "thousands and persons",
            """
# 服务职工满意度调查情况说明
2025年3月，我会对服务对象开展满意度调查，参与调查职工1,240人，其中非常满意856人，满意298人，基本满意62人，不满意24人，综合满意率98.06%。
> 南京市家政服务业协会
> 2025年3月30日
""",
            {"respondents": 1240, "satisfied": 1216, "rate": 0.9806, "date": "2025-03-30"},
        ),
    ),
    (
        "satisfaction_survey",
        Wording(
            "table with percent",
            """
# 职工满意度测评表汇总
选项 | 人数 | 占比
非常满意 | 120 | 60%
比较满意 | 60 | 30%
一般 | 15 | 7.5%
不满意 | 5 | 2.5%
合计 | 200 | 100%
""",
            {"respondents": 200, "satisfied": 180},
            absent=("rate",),
        ),
    ),
    (
        "media_clipping",
        Wording(
            "paper head",
            """
扬子晚报
2023年6月8日 星期四 A06版
# “家门口”的家政课堂开讲
本报讯（记者 李明 通讯员 陈静）昨日，南京市家政服务业协会在鼓楼区举办公益课堂，受到职工欢迎和点赞。
""",
            {
                "outlet": "扬子晚报",
                "publish_date": "2023-06-08",
                "title": "“家门口”的家政课堂开讲",
                "mentions_organization": True,
            },
            organization="南京市家政服务业协会",
        ),
    ),
    (
        "media_clipping",
        Wording(
            "site",
            """
首页 > 新闻 > 正文
# 南京家政协会：用心用情服务职工
2024-03-05 10:21:33 来源：中国江苏网 作者：张倩 编辑：孙悦
近日，南京市家政服务业协会走进企业开展慰问，广受好评。
""",
            {"outlet": "中国江苏网", "publish_date": "2024-03-05", "title": "南京家政协会：用心用情服务职工"},
            organization="南京市家政服务业协会",
        ),
    ),
    (
        "application_form",
        Wording(
            "form",
            """
# 江苏省服务职工优秀社会组织申报表
申报单位 | 南京市家政服务业协会
统一社会信用代码 | 51320100509283471L
法定代表人 | 王晓燕
推荐单位 | 南京市总工会
序号 | 评估内容 | 分值 | 自评分
1.1 | 坚持党的领导 | 3 | 3
1.2 | 建立工会 | 4 | 4
2.6 | 评估等级 | 6 | 5
合计 | | 100 | 12
""",
            {
                "organization_name": "南京市家政服务业协会",
                "legal_representative": "王晓燕",
                "recommender": "南京市总工会",
                "claimed_total": 12,
            },
        ),
    ),
    (
        "annual_report",
        Wording(
            "list",
            """
# 关于2023年度市级社会组织年度检查结果的公告
现将2023年度检查结果公告如下：
一、年检合格的社会组织
序号 | 名称 | 统一社会信用代码
1 | 南京市家政服务业协会 | 51320100509283471L
2 | 南京市茶业协会 | 51320100509283472L
二、年检基本合格的社会组织
1 | 南京市钓鱼协会 | 51320100509283473L
> 南京市民政局
> 2024年9月2日
""",
            {
                "organization_name": "南京市家政服务业协会",
                "year": 2023,
                "conclusion": "合格",
                "issue_date": "2024-09-02",
            },
            organization="南京市家政服务业协会",
        ),
    ),
    (
        "annual_report",
        Wording(
            "copy's stamp page",
            """
# 民办非企业单位年检记录
年度 | 检查结论 | 日期
2022年度 | 合格 | 2023年6月1日
> 南京市民政局
""",
            {"year": 2022, "conclusion": "合格"},
        ),
    ),
    (
        "grade_certificate",
        Wording(
            "decision letter",
            """
# 关于确认南京市家政服务业协会评估等级的通知
宁民社〔2022〕56号
南京市家政服务业协会：
根据《社会组织评估管理办法》，经评估委员会审定，确认你单位评估等级为4A级，有效期自2022年11月20日至2027年11月19日。
> 南京市民政局
> 2022年11月25日
""",
            {
                "organization_name": "南京市家政服务业协会",
                "grade": "4A",
                "valid_from": "2022-11-20",
                "valid_until": "2027-11-19",
                "issuing_authority": "南京市民政局",
                "issue_date": "2022-11-25",
            },
        ),
    ),
    (
        "credit_record",
        Wording(
            "platform detail",
            """
# 中国社会组织政务服务平台
社会组织名称：南京市家政服务业协会
统一社会信用代码：51320100509283471L
登记状态：正常
是否列入活动异常名录：否
是否列入严重违法失信名单：否
行政处罚：无
查询时间：2026-10-11 09:12
""",
            {
                "abnormal_listed": False,
                "seriously_illegal_listed": False,
                "penalty_count": 0,
                "query_date": "2026-10-11",
            },
        ),
    ),
]


@pytest.mark.parametrize(("kind", "wording"), WORDINGS, ids=str)
def test_reads_what_the_paper_says(kind: str, wording: Wording) -> None:
    check(wording, kind)
