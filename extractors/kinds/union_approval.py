"""Approval to found a union, or 工会法人资格证书 (工会法 art. 12, 15)."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common, numbered, vocabulary
from extractors.kinds.opinions import signed
from extractors.labels import Labels
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.standing import level_facts
from extractors.values import body_in, is_body

_ABOVE = (
    "上级工会", "上一级工会", "上级工会组织", "上级工会委员会", "批准工会", "审批工会", "批准机关", "审批机关", "审批单位", "批准单位", "主管工会", "总工会",
    "县级总工会", "县（市、区）总工会", "县区总工会", "街道总工会", "镇总工会", "乡镇街道总工会", "工会组织",
)  # fmt: skip
"""Who says in a form's box whether a union may be founded."""

LABELS = Labels.of(
    {
        "union_name": ("工会名称", "工会组织名称", "名称", "拟建工会名称", "新建工会名称", "组建工会名称", "基层工会名称", "工会全称", "拟成立工会名称", "建立工会名称", "拟建工会全称"),
        "approving_union": ("发证机关", "批准机关", "批准单位", "上级工会", "审批工会", "批准工会", "发证单位", "登记机关", "审查登记机关", "批复单位", "审批单位", "审批机关", "批复机关", "批准工会名称", "颁发机关", "颁发单位", "颁证机关", "颁证单位", "发证工会", "准予机关", "核准机关", "登记管理机关", "上级工会名称", "批复工会"),
        "issue_date": (*vocabulary.ISSUED, "批准日期", "批准时间", "成立日期", "登记日期", "批复日期", "批复时间", "审批时间", "审批日期"),
        "organization_name": ("所在单位", "所在单位名称", "建会单位", "单位名称", "组建单位", "申请单位", "建会单位名称", "单位全称"),
        "opinion": (
            "意见$", "审批意见", "审核意见", "批复意见", "批准意见",
            *(f"{body}{says}意见" for body in _ABOVE for says in ("", "审批", "审核", "批复", "审查")),
        ),
    },
    stops=(
        "法定代表人", "统一社会信用代码", "地址", "住所", "有效期", "有效期限", "证书编号", "编号", "工会主席", "单位性质", "职工人数", "工会主席候选人", "会员数", "会员人数",
        "单位党组织（行政）意见", "单位党组织意见", "单位意见", "行政意见", "党组织意见", "单位行政意见", "联系人", "联系电话", "备注",
    ),
)  # fmt: skip
_CLEAR = 0.7
"""Below this the name stands only inside the union's."""

_FOUNDED = re.compile(
    r"(?:同意|批准)(?:你单位|你会|你们|贵单位|在)?(?:成立|建立|组建|设立|筹建)[“\"]?([\u4e00-\u9fa5（）()]{2,46}?(?:工会委员会|工会联合会|联合工会(?:委员会)?|基层工会(?:委员会)?|工会))(?!组织|工作|小组)"
)
_APPROVED = re.compile(
    r"(?:同意|批准|准予)[“\"]?([\u4e00-\u9fa5（）()]{2,46}?(?:工会委员会|工会联合会|联合工会(?:委员会)?|基层工会(?:委员会)?|工会))[”\"]?(?:成立|组建|建立|设立)"
)
_SUBJECT = re.compile(
    r"(?:关于)?(?:同意)?(?:成立|建立|组建|设立)[“\"]?([\u4e00-\u9fa5（）()]{2,46}?(?:工会委员会|工会联合会|联合工会(?:委员会)?|工会))"
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a union's approval or certificate."""
    fields = paper.fields(LABELS)
    body, day = signed(fields)
    approving = (
        [paper.fact("approving_union", common.tidy_name(body.string), body, sure=0.95)]
        if body is not None
        else common.body_fact(paper, fields, "approving_union")
    )
    return [
        *_union(paper, fields),
        *_organization(paper, fields),
        *approving,
        *level_facts(paper, approving, "approving_union_level"),
        *numbered.document_number(paper),
        *(
            [paper.fact("issue_date", day.value, day.text, sure=0.95 * day.sure)]
            if day is not None
            else common.dated(paper, fields, "issue_date")
        ),
    ]


def _union(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "union_name")
    body = body_in(field.text) if field is not None else None
    if (
        body is not None
        and re.search(r"工会(委员会|联合会)?$", body.string)
        and len(body) > len("工会委员会")
    ):
        return [paper.fact("union_name", common.tidy_name(body.string), body, sure=0.95)]
    compact = paper.text.compact
    for pattern in (_FOUNDED, _APPROVED, _SUBJECT):
        found = list(pattern.finditer(compact.string))
        match = max(
            found,
            key=lambda each: each.group(1).startswith(found[0].group(1)) * len(each.group(1)),
            default=None,
        )
        if match:
            return [
                paper.fact(
                    "union_name",
                    common.tidy_name(match.group(1)),
                    compact[match.start(1) : match.end(1)],
                    sure=0.92,
                )
            ]
    return _own_union(paper)


def _own_union(paper: Paper) -> list[Fact]:
    """The applicant's union, where a paper that allows unions names it in a list or a cell by itself."""
    compact = paper.text.compact
    if paper.organization is None or not _ALLOWED.search(compact.string):
        return []
    name = common.tidy_name(paper.organization.name)
    own = re.search(re.escape(name) + _UNION, compact.string)
    if own is None:
        return []
    found = compact[own.start() : own.end()]
    return [paper.fact("union_name", common.tidy_name(found.string), found, sure=0.9)]


_ALLOWED = re.compile(r"同意|批准|准予|核准")
_UNION = r"(?:联合|基层)?工会(?:委员会|联合会)?(?!组织|工作|小组|主席|会员|委员|筹)"


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
            (r"工会(组织|社会团体)?法人(资格)?(登记)?(证书?)?", 12),
            (
                r"(成立|建立|组建|设立|筹建|新建).{0,50}工会.{0,16}(批复|决定|通知|复函|意见|审批表|申请表|登记表|报批表|备案表)",
                12,
            ),
            (
                r"工会.{0,20}(成立|建会|组建|筹建|设立|新建).{0,12}(批复|审批|审批表|申请|申请表|登记表|报批表|备案表|核准|决定|复函)",
                12,
            ),
            (r"建会(审批|申请|登记|报批|备案|批复|复函|决定|核准)", 12),
            (r"^(?!.*(成立|建立|组建|设立|筹建)).*(换届|选举结果|任职|聘任|补选|主席.{0,6}的批复)", -5),
        ),
        words=(
            (r"工会(组织|社会团体)?法人资格", 2.5),
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
