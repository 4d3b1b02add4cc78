"""Forms and statements of the kinds beside the ten: whose row it is, who is named, which kind a word means."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check

PAPERS = [
    Wording(
        "a lease in a table with rows that nobody asks for",
        """
# 写字楼租赁协议
甲方（出租方） | 连云港苍梧物业有限公司
乙方（承租方） | 连云港市电商行业协会
租赁标的 | 连云港市海州区苍梧路6号金海大厦12楼1206室
租赁方式 | 整租办公
租期 | 2024年1月1日至2026年12月31日
""",
        {"address": "连云港市海州区苍梧路6号金海大厦12楼1206室", "owner": "连云港苍梧物业有限公司"},
        kind="office_proof",
    ),
    Wording(
        "an agreement on moving in",
        """
# 入驻协议
甲方：泰州市海陵区社会组织孵化基地
乙方：泰州市海陵区阳光助残服务社
一、甲方同意乙方入驻，办公场地位于泰州市海陵区青年路56号2楼203室，免费使用。
二、入驻期限：2024年9月1日至2027年8月31日。
""",
        {"tenant": "泰州市海陵区阳光助残服务社", "address": "泰州市海陵区青年路56号2楼203室"},
        kind="office_proof",
    ),
    Wording(
        "a certificate of appointment",
        """
# 聘任证书
兹聘任贺建军同志为连云港市总工会第十五届委员会委员（兼职）。
> 连云港市总工会
> 2023年8月31日
""",
        {"person": "贺建军", "issuing_authority": "连云港市总工会"},
        kind="appointment",
    ),
    Wording(
        "a statement of several employees",
        """
# 在职证明
兹证明邵文博、王蕾、丁宁3人系我单位专职工作人员，已签订劳动合同。
> 宿迁市青柠社会工作发展中心
> 2025年10月9日
""",
        {"organization_name": "宿迁市青柠社会工作发展中心", "people": ["邵文博", "王蕾", "丁宁"]},
        kind="staff_proof",
    ),
    Wording(
        "a payroll that its title says whose it is",
        """
# 连云港市电商行业协会2025年9月工资发放表
序号 | 姓名 | 岗位 | 实发工资
1 | 孙悦 | 秘书 | 4480
2 | 赵磊 | 会计 | 4310
""",
        {
            "organization_name": "连云港市电商行业协会",
            "people": ["孙悦", "赵磊"],
            "period": "2025-09/2025-09",
        },
        kind="staff_proof",
    ),
    Wording(
        "a talk for union cadres",
        """
# 工会干部能力提升讲座签到册
时间：2025年9月4日14:30地点：三楼报告厅主办：宿迁市青柠社会工作发展中心实到：31人
序号 | 姓名 | 单位 | 电话
1 | 张三 | 宿城区总工会 | 138
""",
        {
            "title": "工会干部能力提升讲座",
            "organizer": "宿迁市青柠社会工作发展中心",
            "date": "2025-09-04",
            "participants": 31,
        },
        kind="training_record",
    ),
    Wording(
        "a basic union's certificate",
        """
# 基层工会组织法人资格证书
工会名称 | 宿迁市青柠社工中心工会委员会
发证机关 | 宿迁市宿城区总工会
发证日期 | 2023年6月1日
""",
        {"union_name": "宿迁市青柠社工中心工会委员会", "approving_union": "宿迁市宿城区总工会"},
        kind="union_approval",
    ),
]


@pytest.mark.parametrize("wording", PAPERS, ids=str)
def test_reads_the_paper(wording: Wording) -> None:
    check(wording, wording.kind)
