"""Posts as forms for approval tell them, and lists of several persons."""

from __future__ import annotations

import pytest

from tests.extractors.kinds.wordings import Wording, check, read_wording

_LIST = """
# 关于补选常熟市社会组织工会联合会委员的通报
常工组〔2025〕17号
各基层工会：
经常熟市社会组织工会联合会全体委员会议选举，下列同志补选到相应岗位：
姓名 | 所在单位 | 职务
陶春林 | 常熟市花木行业协会 | 经审委员
何雨桐 | 常熟市青禾社会工作服务中心 | 兼职副主席
> 常熟市总工会
> 2025年4月9日
"""

WORDINGS = [
    Wording(
        "a form for approval of a post beside one's own",
        """
# 工会兼（挂）职干部呈报表
姓名 | 何雨桐 | 性别 | 女
工作单位 | 常熟市青禾社会工作服务中心
现任职务 | 理事长
拟兼职单位 | 常熟市总工会
拟兼职务 | 职工服务部副部长
审批机关意见 | 同意。常熟市总工会（盖章） 2025年4月9日
""",
        {
            "person": "何雨桐",
            "position": "职工服务部副部长",
            "body": "常熟市总工会",
            "issue_date": "2025-04-09",
        },
    ),
    Wording(
        "the applicant's row of those elected",
        _LIST,
        {
            "person": "何雨桐",
            "position": "兼职副主席",
            "body": "常熟市社会组织工会联合会",
            "issuing_authority": "常熟市总工会",
        },
        organization="常熟市青禾社会工作服务中心",
    ),
    Wording(
        "a letter whose heading is lost",
        """
何雨桐同志：
兹聘任您为常熟市总工会职工讲师团副团长，聘期两年。
> 常熟市总工会
> 2025年4月9日
""",
        {"person": "何雨桐", "position": "副团长", "body": "常熟市总工会职工讲师团"},
    ),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=str)
def test_posts_are_read(wording: Wording) -> None:
    check(wording, "appointment")


def test_nobody_is_taken_from_a_list_without_the_applicant() -> None:
    read = read_wording(Wording("", _LIST, {}, organization="太仓市江畔职工服务中心"))
    assert not {"person", "position"} & {fact.name for fact in read.facts}
