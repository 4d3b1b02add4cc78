"""办公场所证明: a lease, a deed, or a statement of use."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common
from extractors.kinds.contract import term
from extractors.labels import Labels
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.text import Text
from extractors.values import body_in, body_of, closing_bodies, is_body

LABELS = Labels.of(
    {
        "owner": (
            "出租方（甲方）", "出租人（甲方）", "甲方（出租方）", "甲方（出租人）", "房主（甲方）", "房东（甲方）", "出借方（甲方）", "提供方（甲方）", "产权人（甲方）", "出租单位（甲方）",
            "甲方（房主）", "甲方（房东）", "甲方（产权人）", "甲方（提供方）", "甲方（出借方）",
            "出租方", "出租人", "权利人", "产权人", "房屋所有权人", "所有权人", "产权单位", "提供方", "甲方", "房屋产权人", "业主", "房主", "房东", "出租单位", "产权所有人",
            "房屋所有人", "出借方", "出借人", "园区运营方", "运营方", "园区方", "孵化方", "孵化基地", "孵化机构", "运营单位", "运营机构", "园区管理方", "园区运营单位", "基地运营方", "基地管理方", "场地提供方", "场地提供单位", "房屋提供方", "提供人", "接纳方", "转租方", "转租人", "提供单位", "产权所有者", "不动产权利人", "土地使用权人",
        ),
        "tenant": (
            "承租方（乙方）", "承租人（乙方）", "乙方（承租方）", "乙方（承租人）", "租房人（乙方）", "租户（乙方）", "借用方（乙方）", "使用方（乙方）", "承租单位（乙方）", "使用人（乙方）",
            "乙方（租户）", "乙方（使用方）", "乙方（借用方）", "乙方（租房人）",
            "承租方", "承租人", "使用单位", "使用方", "使用人", "租用单位", "乙方", "租房人", "租户", "承租单位", "借用方", "借用人", "借用单位", "租用人", "租用方", "租赁方", "入驻机构", "入驻方", "入驻单位", "入驻组织", "入孵机构", "入孵组织", "入孵单位", "受让方", "次承租人", "场地使用方", "场地使用单位",
        ),
        "address": (
            "房屋坐落", "房屋地址", "租赁地址", "房屋位置", "租赁房屋地址", "坐落", "座落", "房屋座落", "租赁物地址", "场所地址", "办公场所地址", "租赁场所", "租赁标的", "办公地址",
            "场地地址", "地址", "房屋坐落地点", "使用场所地址", "房地坐落", "坐落位置", "租赁房屋坐落", "房屋坐落位置", "办公用房地址", "租赁房屋", "用房地址",
        ),
        "term": (
            "租赁期限", "租期", "租赁期", "使用期限", "租赁时间", "合同期限", "出租期限", "借用期限", "使用时间", "有效期", "租用期限", "租赁期间", "承租期限", "使用期", "借用期",
            "租赁起止时间", "无偿使用期限", "租用时间",
        ),
    },
    stops=(
        "法定代表人", "身份证号", "联系电话", "电话", "建筑面积", "面积", "用途", "租金", "押金", "统一社会信用代码", "共有情况", "权利类型", "不动产单元号", "权利性质", "签订日期",
        "日期", "出租用途", "住所", "年租金", "月租金", "房屋用途", "房屋面积", "权利其他状况", "登记时间", "房屋性质", "规划用途",
    ),
)  # fmt: skip
_SIGNS = re.compile(r"[（(](?:签章|盖章|签字|公章|章|签名)")
_OURS = re.compile(
    r"(?:我|本)(?:公司|单位|人|村|社区|街道|方|校|院|厂|所|局|处|会|中心|集团|家|办|镇|园区)[^，。]{0,12}(?:所有|自有|名下|拥有|产权|将|位于|坐落|座落|同意)"
    r"|(?:自有|本人|本公司|本单位)[^，。]{0,8}(?:所有|房屋|房产|场地|用房)"
)
_LOCATED = re.compile(
    r"(?:兹证明|证明(?!兹)|坐落(?:于|在)?|座落(?:于|在)?|位于|地址(?:为|在)?|将)[:：]?([\u4e00-\u9fa5A-Za-z0-9\-—#（）()·]{5,50}?(?:号|室|楼|层|幢|栋|座|房|单元|大厦|广场|园区))(?![\u4e00-\u9fa5A-Za-z0-9]{0,6}?(?:号|室|楼|层|幢|栋))"
)
_SITED = re.compile(
    r"(?:坐落于|座落于|位于|坐落在|座落在)[:：]?([^，。；]{6,60}?)(?=的|，|。|；|作为|出租|租赁|提供|无偿|共(?:计|有|[\d一二两三四五六七八九十])|建筑|用于)"
)
_OCCUPIED = re.compile(
    r"(?:现|已|目前|长期)(?:使用|租用|借用|占用|设在|设于)(?:位于|坐落于)?([^，。；]{8,60}?)(?:的|作为|为)(?:房屋|房间|场地|场所|房产|用房|办公|住所)"
)
_PROVIDED = re.compile(
    r"(?:提供|出借|出租)[^。；（(]{1,30}[（(](?:地址|位于|坐落于|坐落|地点)?[为：:]?(?=[^（）()]*[路街道巷村镇区][^（）()]*\d)([\u4e00-\u9fa5]{2}[^，。；（）()]{6,60})[）)]"
)
_OWNED = re.compile(r"产权(?:人)?(?:属于?|归|为|系)([\u4e00-\u9fa5（）()·]{2,40}?)(?:所有|单独所有|共同所有)")
_USED = re.compile(
    r"(?:提供给|出租给|出借给|租赁给|转租给|租给|借给|交由|交给|给予|供|给|同意由|同意)(?!交由|提供|将|由|无偿|免费|继续)([\u4e00-\u9fa5（）()“”]{4,40}?"
    r"(?:协会|学会|研究会|促进会|联合会|联谊会|商会|基金会|中心|服务社|服务站|工作站|事务所|联盟|俱乐部|志愿队|学校|幼儿园|总会|院|社|会))"
    r"(?:作为|用于|使用|办公|无偿|作|免费|，|在|开展|长期|为)"
)
_DEED = re.compile(r"不动产权第|不动产权证|房屋所有权|房权证|土地使用权|权利性质|共有情况")
_LEASE = re.compile(r"租赁|承租|租金|借用|无偿使用")


def extract(paper: Paper) -> list[Fact]:
    """Facts of an office's proof. A deed's term is the land's, not a tenant's."""
    fields = paper.fields(LABELS)
    words = paper.text.compact.string
    owner = _party(paper, fields, "owner") or _own(paper) or _owned(paper)
    return [
        *_address(paper, fields),
        *owner,
        *_tenant(paper, fields, owner),
        *([] if _DEED.search(words) and not _LEASE.search(words) else term(paper, fields)),
    ]


def _own(paper: Paper) -> list[Fact]:
    """The one who signs a statement that the rooms are its own: `我公司所有的位于…的房屋`."""
    if not _OURS.search(paper.text.compact.string):
        return []
    signed = closing_bodies(paper.layouts) or _person_below(paper)
    if len(signed) != 1:
        return []
    return [paper.fact("owner", common.tidy_name(signed[0].string), signed[0], sure=0.85)]


def _owned(paper: Paper) -> list[Fact]:
    """The one to whom a sentence says the rooms belong: `该房屋产权属…所有`."""
    compact = paper.text.compact
    match = _OWNED.search(compact.string)
    if match is None:
        return []
    place = compact[match.start(1) : match.end(1)]
    return [paper.fact("owner", common.tidy_name(place.string), place, sure=0.9)]


def _person_below(paper: Paper) -> list[Text]:
    """A person's name that stands alone in one of the last rows."""
    rows = [row.text.compact for row in paper.rows[-_SIGNATURE:]]
    bare = [row[match.end() :] for row in rows if (match := _SIGNED_BY.match(row.string))]
    return [row for row in bare if _NAME.fullmatch(row.string)]


_SIGNATURE = 4
_SIGNED_BY = re.compile(
    r"^(?:(?:证明人|所有人|产权人|房主|出租人|承诺人|声明人|签名|签字)(?:[（(].{1,4}[)）])?[:：])?"
)
_NAME = re.compile(r"[\u4e00-\u9fa5]{2,3}|[\u4e00-\u9fa5]{2,5}·[\u4e00-\u9fa5]{2,6}")


def _address(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "address")
    compact = paper.text.compact
    told = _SITED.search(compact.string) if field is not None and _IN_PROSE.match(field.value) else None
    if told:
        return [paper.fact("address", told.group(1), compact[told.start(1) : told.end(1)], sure=0.9)]
    if field is not None and len(field.value) >= 5:
        value = _cut(field.text.compact)
        return [paper.fact("address", value.string, value, sure=0.93)]
    match = (
        _OCCUPIED.search(compact.string)
        or _SITED.search(compact.string)
        or _LOCATED.search(compact.string)
        or _PROVIDED.search(compact.string)
    )
    if match:
        return [paper.fact("address", match.group(1), compact[match.start(1) : match.end(1)], sure=0.88)]
    return []


_IN_PROSE = re.compile(r"[于在]")
"""What follows a label's words in a sentence, which runs on over its lines."""


def _cut(value: Text) -> Text:
    """The address itself, without the sentence that may follow it."""
    lead = re.match(r"(?:坐落|座落)?(?:于|在)?位?于?[:：]?", value.string)
    value = value[lead.end() :] if lead else value
    match = re.search(r"[，,。；;]|建筑面积|的房屋|作为|面积|(?<=[号室楼层幢栋房])的", value.string)
    return value[: match.start()] if match and match.start() >= 5 else value


def _party(paper: Paper, fields: list[Field], name: str) -> list[Fact]:
    """A party under its label. Labels that a sentence begins with (`甲方自愿将…`) and boxes to sign in are none."""
    for field in fields:
        words = field.text.compact.string
        if field.name != name or _SIGNS.match(words) or _SENTENCE.search(words[:12]):
            continue
        party = _party_of(field)
        if len(party) >= 2 and not _SENTENCE.search(party.string):
            return [paper.fact(name, common.tidy_name(party.string), party, sure=0.93)]
    return []


def _party_of(field: Field) -> Text:
    """A body's whole name, else what stands before the first mark, as a person's name."""
    compact = body_of(body_in(field.text))
    if is_body(compact.string):
        return compact
    head = re.split(r"[，,；;（(]|身份证|法定代表人|地址|(?:19|20)\d\d年|二[〇○零0].{2}年", compact.string)[0]
    return compact[: len(head)]


_SENTENCE = re.compile(
    r"^(?:自愿|作|用于|使用|办公|不得|应|将|须|按|有权|如|在|同意|保证|负责|违反|可|提供的|逾期|向|对|与|享有|承担|因|已)|[。；]"
)


def _tenant(paper: Paper, fields: list[Field], owner: list[Fact]) -> list[Fact]:
    found = _party(paper, fields, "tenant")
    if found:
        return found
    compact = paper.text.compact
    match = _USED.search(compact.string)
    if match:
        place = compact[match.start(1) : match.end(1)]
        return [paper.fact("tenant", common.tidy_name(place.string), place, sure=0.85)]
    named = applicant_in(paper.text, paper.organization)
    if named is not None and not any(named.value in str(fact.value) for fact in owner):
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
            (r"(入驻|入孵|孵化|落户|进驻).{0,6}(证明|协议|合同|确认)书?", 12),
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
