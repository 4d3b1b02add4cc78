"""Approvals to found a union, and unions' certificates."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

WORDINGS = [
    Wording(
        "reply",
        """
# 关于同意成立南京市物业管理行业协会工会委员会的批复
宁工组复〔2023〕21号
南京市物业管理行业协会：
你单位《关于成立工会组织的请示》收悉。根据《中华人民共和国工会法》和《中国工会章程》有关规定，经研究，
同意成立南京市物业管理行业协会工会委员会。
> 南京市总工会
> 2023年8月14日
""",
        {
            "organization_name": "南京市物业管理行业协会",
            "union_name": "南京市物业管理行业协会工会委员会",
            "approving_union": "南京市总工会",
            "document_number": "宁工组复〔2023〕21号",
            "issue_date": "2023-08-14",
        },
    ),
    Wording(
        "certificate of a legal person",
        """
# 工会法人资格证书
统一社会信用代码：81320211MC1234567B
工会名称：无锡市滨湖区社会组织联合会工会委员会
法定代表人：朱琳
住所：无锡市滨湖区金城西路500号
有效期限：2024年3月5日至2029年3月4日
发证机关：无锡市滨湖区总工会
发证日期：2024年3月5日
""",
        {
            "union_name": "无锡市滨湖区社会组织联合会工会委员会",
            "approving_union": "无锡市滨湖区总工会",
            "issue_date": "2024-03-05",
        },
        ("document_number",),
    ),
    Wording(
        "union of several units",
        """
# 关于组建常州市钟楼区社会组织联合工会的批复
钟工发〔2022〕30号
常州市钟楼区社会组织服务中心：
经研究，同意组建常州市钟楼区社会组织联合工会，选举产生的第一届委员会由5人组成。
> 常州市钟楼区总工会
> 2022年5月19日
""",
        {
            "union_name": "常州市钟楼区社会组织联合工会",
            "approving_union": "常州市钟楼区总工会",
            "document_number": "钟工发〔2022〕30号",
            "issue_date": "2022-05-19",
        },
    ),
    Wording(
        "approval of founding and of its first committee",
        """
# 关于苏州市爱心助学基金会建立工会的批复
苏工复〔2021〕6号
苏州市爱心助学基金会：
你单位关于建立工会及选举结果的报告收悉。经研究批复如下：
一、批准建立苏州市爱心助学基金会工会。
二、同意沈洁任工会主席，吴斌任经费审查委员会主任。
> 苏州市民政系统工会联合会
> 2021年12月3日
""",
        {
            "organization_name": "苏州市爱心助学基金会",
            "union_name": "苏州市爱心助学基金会工会",
            "approving_union": "苏州市民政系统工会联合会",
            "document_number": "苏工复〔2021〕6号",
            "issue_date": "2021-12-03",
        },
    ),
    Wording(
        "form",
        """
# 基层工会组织建会审批表
单位名称 | 南通市通州区建筑装饰协会
工会名称 | 南通市通州区建筑装饰协会工会委员会
职工人数 | 18 | 会员人数 | 16
上级工会审批意见 | 同意成立。 南通市通州区总工会 2024年4月2日
""",
        {
            "organization_name": "南通市通州区建筑装饰协会",
            "union_name": "南通市通州区建筑装饰协会工会委员会",
            "approving_union": "南通市通州区总工会",
            "issue_date": "2024-04-02",
        },
    ),
    Wording(
        "a reply that puts the name first",
        """
# 关于徐州市义工联合会成立工会的批复
徐工基〔2020〕44号
徐州市义工联合会：
报来《关于要求成立工会的请示》收悉，经研究，同意徐州市义工联合会工会委员会成立，
请你们按照《中国工会章程》开展工作。
此复。
> 徐州市总工会
> 二〇二〇年十一月九日
""",
        {
            "organization_name": "徐州市义工联合会",
            "union_name": "徐州市义工联合会工会委员会",
            "approving_union": "徐州市总工会",
            "document_number": "徐工基〔2020〕44号",
            "issue_date": "2020-11-09",
        },
    ),
    Wording(
        "a legal person's certificate in a table",
        """
# 基层工会法人登记证书
名称 | 扬州市邗江区社区教育研究会工会委员会
法定代表人 | 戴军
地址 | 扬州市邗江区文汇西路12号
审批机关 | 扬州市邗江区总工会
登记日期 | 2022-06-16
""",
        {
            "union_name": "扬州市邗江区社区教育研究会工会委员会",
            "approving_union": "扬州市邗江区总工会",
            "issue_date": "2022-06-16",
        },
    ),
    Wording(
        "approval by a sub-district's union",
        """
# 关于同意建立盐城市盐都区和谐家园社会工作站工会的批复
盐龙街工〔2024〕3号
盐城市盐都区和谐家园社会工作站：
你站报来的建会申请收悉。经街道总工会研究，同意你单位建立工会委员会。
> 盐城市盐都区盐龙街道总工会
> 2024年3月18日
""",
        {
            "organization_name": "盐城市盐都区和谐家园社会工作站",
            "approving_union": "盐城市盐都区盐龙街道总工会",
            "document_number": "盐龙街工〔2024〕3号",
            "issue_date": "2024-03-18",
        },
    ),
    Wording(
        "approval with quotation marks around the name",
        """
# 关于成立工会委员会的批复
泰工组〔2023〕9号
泰州市家庭教育学会：
经研究，同意成立“泰州市家庭教育学会工会委员会”，隶属泰州市社会组织工会联合会。
> 泰州市社会组织工会联合会
> 2023年9月27日
""",
        {
            "union_name": "泰州市家庭教育学会工会委员会",
            "approving_union": "泰州市社会组织工会联合会",
            "document_number": "泰工组〔2023〕9号",
            "issue_date": "2023-09-27",
        },
    ),
    Wording(
        "change of a union's name",
        """
# 关于同意设立镇江市心理卫生协会工会小组的通知
镇工通〔2022〕11号
镇江市心理卫生协会：
经研究，同意你单位设立工会小组，归口镇江市卫生系统工会管理。
> 镇江市卫生系统工会委员会
> 2022年10月8日
""",
        {
            "approving_union": "镇江市卫生系统工会委员会",
            "document_number": "镇工通〔2022〕11号",
            "issue_date": "2022-10-08",
        },
    ),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=str)
def test_a_unions_approval_is_read_in_other_words(wording: Wording) -> None:
    check(wording, "union_approval")
