"""Approval to found a union, or 工会法人资格证书 (工会法 art. 12, 15)."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, Labels, first
from extractors.kinds import Checker, common
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.standing import level_facts
from extractors.values import body_of, is_body

LABELS = Labels.of(
    {
        "union_name": ("工会名称", "工会组织名称", "名称"),
        "approving_union": (
            "发证机关",
            "批准机关",
            "批准单位",
            "上级工会",
            "审批工会",
            "批准工会",
            "发证单位",
            "登记机关",
            "审查登记机关",
        ),
        "issue_date": (*common.ISSUED, "批准日期", "批准时间", "成立日期", "登记日期"),
        "organization_name": ("所在单位", "所在单位名称", "建会单位", "单位名称"),
    },
    stops=(
        "法定代表人",
        "统一社会信用代码",
        "地址",
        "住所",
        "有效期",
        "有效期限",
        "证书编号",
        "编号",
        "工会主席",
    ),
)
_CLEAR = 0.7
"""Below this the name stands only inside the union's."""

_FOUNDED = re.compile(
    r"(?:同意|批准)(?:你单位|你会|你们|贵单位|在)?(?:成立|建立|组建|设立|筹建)[“\"]?([\u4e00-\u9fa5（）()]{2,46}?(?:工会委员会|工会联合会|联合工会|基层工会|工会))(?!组织|工作|小组)"
)
_SUBJECT = re.compile(
    r"(?:关于)?(?:同意)?(?:成立|建立|组建|设立)[“\"]?([\u4e00-\u9fa5（）()]{2,46}?(?:工会委员会|工会联合会|联合工会|工会))"
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a union's approval or certificate."""
    fields = paper.fields(LABELS)
    approving = common.body_fact(paper, fields, "approving_union")
    return [
        *_union(paper, fields),
        *_organization(paper, fields),
        *approving,
        *level_facts(paper, approving, "approving_union_level"),
        *common.document_number(paper),
        *common.dated(paper, fields, "issue_date"),
    ]


def _union(paper: Paper, fields: list[Field]) -> list[Fact]:
    compact = paper.text.compact
    for pattern in (_FOUNDED, _SUBJECT):
        match = pattern.search(compact.string)
        if match:
            return [
                paper.fact(
                    "union_name",
                    common.tidy_name(match.group(1)),
                    compact[match.start(1) : match.end(1)],
                    sure=0.92,
                )
            ]
    field = first(fields, "union_name")
    if field is not None and "工会" in field.value:
        body = body_of(field.text)
        return [paper.fact("union_name", common.tidy_name(body.string), body, sure=0.95)]
    return []


def _organization(paper: Paper, fields: list[Field]) -> list[Fact]:
    named = applicant_in(paper.text, paper.organization)
    if named is not None and named.sure >= _CLEAR:
        return [paper.fact("organization_name", common.tidy_name(named.value), named.text, sure=named.sure)]
    field = first(fields, "organization_name")
    if field is not None and is_body(field.value):
        return [paper.fact("organization_name", common.tidy_name(field.value), field.text.compact, sure=0.93)]
    for row in paper.rows[:12]:
        compact = row.text.compact
        match = re.match(r"^([\u4e00-\u9fa5（）()]{4,40})[:：]$", compact.string)
        if match and is_body(match.group(1)):
            return [
                paper.fact(
                    "organization_name",
                    common.tidy_name(match.group(1)),
                    compact[match.start(1) : match.end(1)],
                    sure=0.93,
                )
            ]
    return []


CHECKER = Checker(
    Cues(
        Kind.UNION_APPROVAL,
        titles=(
            (r"工会(社会团体)?法人(资格)?(证书?)?", 12),
            (
                r"(成立|建立|组建|设立|筹建|新建).{0,50}工会.{0,16}(批复|决定|通知|复函|意见|审批表|申请表|登记表|报批表|备案表)",
                12,
            ),
            (
                r"工会.{0,20}(成立|建会|组建|筹建|设立|新建).{0,12}(批复|审批|审批表|申请|申请表|登记表|报批表|备案表|核准|决定|复函)",
                12,
            ),
            (r"建会(审批|申请|登记|报批|备案|批复|复函|决定|核准)", 12),
            (r"(换届|选举结果|任职|聘任|补选|主席.{0,6}的批复)", -5),
        ),
        words=(
            (r"工会法人资格", 2.5),
            (r"同意(你单位|你会|贵单位|你们)?(成立|建立|组建)[^。]{0,50}工会", 3),
            (r"(同意|批准|准予)[^。；]{2,50}工会[^。；]{0,12}(成立|组建|建立)", 3),
            (r"(拟建|新建|组建)工会(名称)?|建会(单位|人数|时间)|同意(成立|建立|组建)工会", 2),
            (r"上级工会(审批)?意见|(成立|组建|建立)工会", 1),
            (r"经费审查委员会|女职工委员会", 0.6),
            (r"中华人民共和国工会法|中国工会章程", 1),
            (r"甲方|处罚|满意|签到", -3),
        ),
    ),
    extract,
)
