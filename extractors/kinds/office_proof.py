"""办公场所证明: a lease, a deed, or a statement of use."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, Labels, first
from extractors.kinds import Checker, common
from extractors.kinds.contract import term
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import body_of

LABELS = Labels.of(
    {
        "owner": ("出租方（甲方）", "出租人（甲方）", "甲方（出租方）", "甲方（出租人）", "出租方", "出租人", "权利人", "产权人", "房屋所有权人", "所有权人", "产权单位", "提供方", "甲方", "房屋产权人", "业主"),
        "tenant": ("承租方（乙方）", "承租人（乙方）", "乙方（承租方）", "乙方（承租人）", "承租方", "承租人", "使用单位", "使用方", "使用人", "租用单位", "乙方"),
        "address": ("房屋坐落", "房屋地址", "租赁地址", "房屋位置", "租赁房屋地址", "坐落", "座落", "房屋座落", "租赁物地址", "场所地址", "办公场所地址", "租赁场所", "租赁标的", "办公地址", "场地地址", "地址", "房屋坐落地点", "使用场所地址"),
        "term": ("租赁期限", "租期", "租赁期", "使用期限", "租赁时间", "合同期限", "出租期限", "借用期限", "使用时间", "有效期"),
    },
    stops=("法定代表人", "身份证号", "联系电话", "电话", "建筑面积", "面积", "用途", "租金", "押金", "统一社会信用代码", "共有情况", "权利类型", "不动产单元号", "权利性质", "签订日期", "日期", "出租用途", "住所"),
)  # fmt: skip
_LOCATED = re.compile(
    r"(?:坐落(?:于|在)?|座落(?:于|在)?|位于|地址(?:为|在)?|将)[:：]?([\u4e00-\u9fa5A-Za-z0-9\-—#（）()·]{5,50}?(?:号|室|楼|层|幢|栋|座|房|单元|大厦|广场|园区))(?![\u4e00-\u9fa5A-Za-z0-9]{0,6}?(?:号|室|楼|层|幢|栋))"
)
_SITED = re.compile(
    r"(?:坐落于|座落于|位于|坐落在|座落在)[:：]?([^，。；]{6,60}?)(?=的|，|。|；|作为|出租|租赁|提供|无偿|共|建筑|用于)"
)
_USED = re.compile(
    r"(?:同意|提供给|出租给|租给|借给|交由|无偿提供给|供|给)([\u4e00-\u9fa5（）()]{4,40}?(?:协会|学会|研究会|促进会|联合会|商会|基金会|中心|服务社|服务站|事务所|联盟|会))(?:作为|用于|使用|办公|无偿|作|免费|，|在)"
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of an office's proof."""
    fields = paper.fields(LABELS)
    return [
        *_address(paper, fields),
        *_party(paper, fields, "owner"),
        *_tenant(paper, fields),
        *term(paper, fields),
    ]


def _address(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "address")
    if field is not None and len(field.value) >= 5:
        value = _cut(field.text.compact)
        return [paper.fact("address", value.string, value, sure=0.93)]
    compact = paper.text.compact
    match = _SITED.search(compact.string) or _LOCATED.search(compact.string)
    if match:
        return [paper.fact("address", match.group(1), compact[match.start(1) : match.end(1)], sure=0.88)]
    return []


def _cut(value: Text) -> Text:
    """The address itself, without the sentence that may follow it."""
    lead = re.match(r"(?:坐落|座落)?(?:于|在)?位?于?[:：]?", value.string)
    value = value[lead.end() :] if lead else value
    match = re.search(r"[，,。；;]|建筑面积|的房屋|作为|面积|(?<=[号室楼层幢栋房])的", value.string)
    return value[: match.start()] if match and match.start() >= 5 else value


def _party(paper: Paper, fields: list[Field], name: str) -> list[Fact]:
    for field in fields:
        if field.name != name:
            continue
        compact = body_of(field.text)
        head = re.split(r"[，,；;（(]|身份证|法定代表人|地址|(?:19|20)\d\d年", compact.string)[0]
        if len(head) >= 2:
            return [paper.fact(name, common.tidy_name(head), compact[: len(head)], sure=0.93)]
    return []


def _tenant(paper: Paper, fields: list[Field]) -> list[Fact]:
    found = _party(paper, fields, "tenant")
    if found:
        return found
    compact = paper.text.compact
    match = _USED.search(compact.string)
    if match:
        return [
            paper.fact(
                "tenant", common.tidy_name(match.group(1)), compact[match.start(1) : match.end(1)], sure=0.85
            )
        ]
    named = applicant_in(paper.text, paper.organization)
    owner = first(fields, "owner")
    if named is not None and (owner is None or named.value not in owner.value):
        return [paper.fact("tenant", common.tidy_name(named.value), named.text, sure=0.7 * named.sure)]
    return []


CHECKER = Checker(
    Cues(
        Kind.OFFICE_PROOF,
        titles=(
            (
                r"(房屋|办公|场地|写字楼|用房|厂房|场所).{0,8}(租赁|出租|租用|使用|借用|出借|借给|续租|转租|共用)(合同|协议)书?",
                12,
            ),
            (r"(租赁|续租|转租)(合同|协议)书?|租房(合同|协议)书?", 12),
            (r"不动产权证|房屋所有权证|房产证|产权证|房屋所有权|不动产登记证明|房屋权属", 12),
            (r"(办公|场所|住所|场地|用房|房屋).{0,10}(证明|说明|承诺书|同意书|使用权)", 10),
            (r"制度|预算|表彰", -6),
        ),
        words=(
            (r"租赁|承租|出租", 2),
            (r"租金|押金", 1.2),
            (r"坐落|座落|建筑面积", 1),
            (r"不动产权第", 3),
            (r"不动产|房屋所有权", 1.5),
            (r"权利人|共有情况|权利性质", 2),
            (r"(无偿|免费)(提供|使用)|办公(场所|用房)", 1),
            (r"购买服务|自评|劳动报酬|记者", -3),
        ),
    ),
    extract,
)
