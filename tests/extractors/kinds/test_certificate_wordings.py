"""Certificates, decisions and notices as offices word them, one list for each kind."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

REGISTRATION = [
    Wording(
        "association, credit code and term in one line each",
        """
# 社会团体法人登记证书
统一社会信用代码：51320100509283471L
名称：南京市家政服务业协会
业务范围：行业自律、信息交流、业务培训
住所：南京市鼓楼区中山北路32号
法定代表人：王晓燕
注册资金：叁万元整
业务主管单位：南京市商务局
有效期限：自2023年5月6日至2027年5月5日
> 发证机关：南京市民政局
> 发证日期：2023年5月6日
""",
        {
            "organization_name": "南京市家政服务业协会",
            "organization_type": "社会团体",
            "legal_representative": "王晓燕",
            "registered_capital": 30_000,
            "supervisory_body": "南京市商务局",
            "valid_from": "2023-05-06",
            "valid_until": "2027-05-05",
            "registration_authority": "南京市民政局",
            "issue_date": "2023-05-06",
        },
    ),
    Wording(
        "service institution, table",
        """
# 社会服务机构登记证书（副本）
名称 | 苏州市暖阳职工心理服务中心
统一社会信用代码 | 52320500MJ5A12345X
法定代表人 | 李 敏
开办资金 | 10.00万元
住所 | 苏州市姑苏区人民路1888号3楼
业务主管单位 | 苏州市总工会
有效期限 | 2022年3月1日 至 2026年2月28日
登记管理机关 | 苏州市民政局
""",
        {
            "organization_name": "苏州市暖阳职工心理服务中心",
            "organization_type": "民办非企业单位",
            "legal_representative": "李敏",
            "registered_capital": 100_000,
            "supervisory_body": "苏州市总工会",
            "valid_until": "2026-02-28",
            "registration_authority": "苏州市民政局",
        },
        absent=("issue_date",),
    ),
    Wording(
        "foundation",
        """
# 基金会法人登记证书
名称：江苏省职工互助关爱基金会
类型：非公募
原始基金数额：人民币贰佰万元整
法定代表人：陈国强
业务主管单位：江苏省总工会
证书有效期：2024-01-01至2028-12-31
> 江苏省民政厅
> 2024年1月1日
""",
        {
            "organization_name": "江苏省职工互助关爱基金会",
            "organization_type": "基金会",
            "registered_capital": 2_000_000,
            "legal_representative": "陈国强",
            "valid_until": "2028-12-31",
            "registration_authority": "江苏省民政厅",
        },
    ),
]

GRADES = [
    Wording(
        "certificate in prose",
        """
# 社会组织评估等级证书
南京市家政服务业协会：
经评估，你单位被评为AAAA级社会组织。
有效期五年（2022年12月至2027年11月）
> 南京市民政局
> 2022年12月20日
""",
        {
            "organization_name": "南京市家政服务业协会",
            "grade": "4A",
            "issuing_authority": "南京市民政局",
            "issue_date": "2022-12-20",
        },
    ),
    Wording(
        "plaque",
        """
# AAAAA级社会组织
中国社会组织评估等级
> 江苏省民政厅
> 二〇二三年十月
""",
        {"grade": "5A", "issuing_authority": "江苏省民政厅", "issue_date": "2023-10"},
        absent=("organization_name",),
    ),
    Wording(
        "plaque with the name first",
        """
# 苏州市暖阳职工心理服务中心
中国社会组织评估等级
4A
有效期：2023年1月至2027年12月
> 苏州市民政局颁发
""",
        {"organization_name": "苏州市暖阳职工心理服务中心", "grade": "4A"},
    ),
    Wording(
        "grade in words",
        """
# 社会组织等级证书
证书编号：苏社评2023-058
无锡市向阳社会工作服务社
在社会组织等级评估中获得 3A 等级
有效期限：2023年11月1日至2028年10月31日
> 发证单位：无锡市民政局
> 2023年11月1日
""",
        {
            "organization_name": "无锡市向阳社会工作服务社",
            "grade": "3A",
            "valid_until": "2028-10-31",
            "issuing_authority": "无锡市民政局",
        },
    ),
]

PENALTIES = [
    Wording(
        "registry's decision",
        """
江苏省民政厅
# 行政处罚决定书
苏民罚决字〔2024〕第12号
当事人：江苏省某某职工文化促进会
统一社会信用代码：51320000509283471L
你单位未按规定接受2022年度检查，违反了《社会团体登记管理条例》第三十条的规定。
依据该条规定，决定给予你单位警告的行政处罚，并处罚款人民币5000元。
如不服本决定，可在六十日内申请行政复议。
> 江苏省民政厅
> 2024年6月18日
""",
        {
            "organization_name": "江苏省某某职工文化促进会",
            "document_number": "苏民罚决字〔2024〕第12号",
            "penalty_types": ["警告", "罚款"],
            "amount": 5000,
            "issuing_authority": "江苏省民政厅",
            "decision_date": "2024-06-18",
        },
    ),
    Wording(
        "table of a decision's information",
        """
# 行政处罚信息
行政相对人名称 | 徐州市同心职工服务中心
行政处罚决定书文号 | 徐民罚字〔2023〕7号
处罚类别 | 限期停止活动
处罚决定日期 | 2023/09/12
处罚机关 | 徐州市民政局
""",
        {
            "organization_name": "徐州市同心职工服务中心",
            "document_number": "徐民罚字〔2023〕7号",
            "decision_date": "2023-09-12",
            "issuing_authority": "徐州市民政局",
        },
        absent=("amount",),
    ),
]

AWARDS = [
    Wording(
        "honour",
        """
# 荣誉证书
授予 南京市家政服务业协会：
“2023年度全市先进社会组织”称号。
> 南京市民政局
> 2024年1月
""",
        {
            "recipient": "南京市家政服务业协会",
            "recipient_type": "organization",
            "issuing_authority": "南京市民政局",
            "authority_level": "prefecture",
            "issue_date": "2024-01",
        },
    ),
    Wording(
        "good news",
        """
# 喜 报
近日，江苏省总工会印发通报，苏州市暖阳职工心理服务中心荣获“江苏省工人先锋号”称号。
""",
        {
            "recipient": "苏州市暖阳职工心理服务中心",
            "honor_title": "江苏省工人先锋号",
            "issuing_authority": "江苏省总工会",
            "authority_level": "provincial",
        },
    ),
    Wording(
        "person",
        """
# 荣誉证书
张伟同志：
荣获2022年度江苏省优秀工会工作者荣誉称号。特发此证，以资鼓励。
> 江苏省总工会
> 二〇二三年四月
""",
        {"recipient": "张伟", "recipient_type": "person", "issuing_authority": "江苏省总工会"},
    ),
]

SURVEYS = [
    Wording(
        "report",
        """
# 2024年度职工满意度调查报告
为了解服务质量，我中心于2024年11月开展问卷调查。
本次调查共发放问卷300份，回收有效问卷286份，满意率为96.5%。
非常满意 | 180份
满意 | 76份
基本满意 | 20份
不满意 | 10份
""",
        {"respondents": 286, "satisfied": 276, "rate": 0.965},
    ),
    Wording(
        "sum of the best two",
        """
# 服务对象满意度测评统计表
测评项目 | 非常满意 | 满意 | 一般 | 不满意 | 合计
总体评价 | 150 | 40 | 8 | 2 | 200
满意率：95%
统计日期：2025年6月30日
""",
        {"satisfied": 190, "rate": 0.95, "date": "2025-06-30"},
    ),
    Wording(
        "plan of a survey is no count",
        """
# 职工满意度调查结果
计划发放问卷500份，实际收回480份，其中有效问卷472份。
对服务表示满意的有451人，满意度95.6%。
""",
        {"respondents": 472, "satisfied": 451, "rate": 0.956},
    ),
]

PRESS = [
    Wording(
        "site with a source",
        """
# 南京：家政协会送技能进社区 百名职工受益
来源：新华日报  发布时间：2024-05-12 09:30  责任编辑：刘洋
5月11日，南京市家政服务业协会走进社区开展技能培训，受到居民好评。
（记者 王芳 通讯员 赵磊）
""",
        {
            "title": "南京：家政协会送技能进社区百名职工受益",
            "outlet": "新华日报",
            "publish_date": "2024-05-12",
            "mentions_organization": True,
        },
        organization="南京市家政服务业协会",
    ),
]

ANNUAL = [
    Wording(
        "conclusion in a table",
        """
# 社会团体年度检查报告书（2023年度）
社会团体名称 | 南京市家政服务业协会
统一社会信用代码 | 51320100509283471L
专职工作人员数 | 6人
年检结论 | 基本合格
登记管理机关（印章）：南京市民政局
> 2024年6月20日
""",
        {
            "organization_name": "南京市家政服务业协会",
            "year": 2023,
            "conclusion": "基本合格",
            "full_time_staff": 6,
        },
    ),
    Wording(
        "notice of the conclusion",
        """
# 年检结论通知书
南京市家政服务业协会：
你单位2022年度检查结论为合格。
> 南京市民政局
> 2023年8月9日
""",
        {
            "organization_name": "南京市家政服务业协会",
            "year": 2022,
            "conclusion": "合格",
            "issue_date": "2023-08-09",
        },
    ),
]

CREDIT = [
    Wording(
        "report of the credit site",
        """
信用中国（江苏）
# 法人和非法人组织公共信用信息报告
主体名称：南京市家政服务业协会
统一社会信用代码：51320100509283471L
报告生成日期：2026年10月08日
行政处罚信息：0条
严重失信主体名单：0条
经营（活动）异常名录：0条
""",
        {
            "organization_name": "南京市家政服务业协会",
            "query_date": "2026-10-08",
            "penalty_count": 0,
            "seriously_illegal_listed": False,
            "abnormal_listed": False,
        },
    ),
    Wording(
        "proof in prose",
        """
# 信用查询证明
经查询，截至2026年9月30日，南京市家政服务业协会未被列入活动异常名录和严重违法失信名单，近两年未受到行政处罚。
> 南京市民政局
> 2026年10月8日
""",
        {"abnormal_listed": False, "seriously_illegal_listed": False, "penalty_count": 0},
        organization="南京市家政服务业协会",
    ),
]

_KINDS = {
    "registration_certificate": REGISTRATION,
    "grade_certificate": GRADES,
    "penalty_decision": PENALTIES,
    "award": AWARDS,
    "satisfaction_survey": SURVEYS,
    "media_clipping": PRESS,
    "annual_report": ANNUAL,
    "credit_record": CREDIT,
}


@pytest.mark.parametrize(
    ("kind", "wording"),
    [(kind, wording) for kind, wordings in _KINDS.items() for wording in wordings],
    ids=str,
)
def test_reads_what_the_paper_says(kind: str, wording: Wording) -> None:
    check(wording, kind)
