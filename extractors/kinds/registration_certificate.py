"""法人登记证书 of a social organization (社会团体登记管理条例 art. 12; 民办非企业单位登记管理暂行条例 art. 12)."""

from __future__ import annotations

import re

from dossier.fact import Fact
from dossier.kinds import Kind
from dossier.names import is_civil_affairs
from extractors.cues import Cues
from extractors.fields import Field, first
from extractors.kinds import Checker, common, told, vocabulary
from extractors.kinds.told_periods import told_validity
from extractors.labels import Labels
from extractors.paper import Paper
from extractors.values import amount_in, is_body

LABELS = Labels.of(
    {
        "organization_name": vocabulary.ORGANIZATION,
        "uscc": vocabulary.CODE,
        "organization_type": ("社会组织类型", "组织类型", "单位类型", "机构类型", "类型", "类别"),
        "legal_representative": vocabulary.REPRESENTATIVE,
        "address": vocabulary.ADDRESS,
        "registration_authority": vocabulary.AUTHORITY,
        "supervisory_body": ("业务主管单位", "业务主管部门", "主管单位", "主管部门", "业务主管机关"),
        "registered_capital": ("注册资金", "注册资本", "开办资金", "举办资金", "活动资金", "原始基金数额", "原始基金", "原始资金", "注册资金数额", "开办资金数额"),
        "business_scope": ("宗旨和业务范围", "宗旨及业务范围", "业务范围及活动地域", "业务范围", "服务范围", "公益活动的业务范围"),
        "validity": vocabulary.VALIDITY,
        "valid_from": vocabulary.VALID_FROM,
        "valid_until": vocabulary.VALID_UNTIL,
        "issue_date": vocabulary.ISSUED,
        "registration_date": ("成立登记日期", "登记成立日期", "注册登记日期", "批准登记日期", "准予登记日期", "成立日期", "登记日期", "成立时间", "登记时间", "注册日期"),
    },
    stops=("活动地域", "宗旨", "邮政编码", "邮编", "联系电话", "电话", "变更记录", "年检记录", "机构代码", "组织机构代码", "印制", "证书编号"),
)  # fmt: skip

_TYPES = (
    (re.compile("民办非企业|社会服务机构|民非"), "民办非企业单位"),
    (re.compile("基金会"), "基金会"),
    (re.compile("社会团体|社团"), "社会团体"),
)


def extract(paper: Paper) -> list[Fact]:
    """Facts of a registration certificate."""
    fields = paper.fields(LABELS)
    return [
        *(common.organization_name(paper, fields) or _admitted(paper)),
        *common.credit_code(paper, fields),
        *_type(paper, fields),
        *common.dated(paper, fields, "registration_date", closing=False),
        *(common.representative(paper, fields) or told.representative(paper)),
        *(told.address(paper) or common.address(paper, fields)),
        *common.body_fact(paper, fields, "registration_authority", accept=is_civil_affairs),
        *(common.body_fact(paper, fields, "supervisory_body", closing=False) or told.supervisory_body(paper)),
        *(capital(paper, fields) or told.capital(paper)),
        *_scope(paper, fields),
        *(common.validity(paper, fields) or told_validity(paper)),
        *common.dated(paper, fields, "issue_date"),
    ]


_ADMITTED = re.compile(
    r"^(?:兹证明|经审查[，,]?)?([\u4e00-\u9fa5（）()]{4,40}?)(?:符合|，符合|业经|经审查|已经|准予)[^。]{0,40}(?:规定|条件|登记)"
)


def _admitted(paper: Paper) -> list[Fact]:
    """The one that a sentence tells to be registered: `某某协会符合…规定，准予登记`."""
    for row in paper.rows:
        compact = row.text.compact
        match = _ADMITTED.match(compact.string)
        if match and is_body(match.group(1)):
            name = compact[match.start(1) : match.end(1)]
            return [paper.fact("organization_name", common.tidy_name(name.string), name, sure=0.9)]
    return []


def _type(paper: Paper, fields: list[Field]) -> list[Fact]:
    field = first(fields, "organization_type")
    for text in ([field.text.compact] if field else []) + [paper.title.compact, paper.text.compact]:
        for pattern, name in _TYPES:
            match = pattern.search(text.string)
            if match:
                return [paper.fact("organization_type", name, text[match.start() : match.end()], sure=0.97)]
    return []


def capital(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The capital in CNY, in figures or capitals; a label's （万元） counts for a bare number."""
    field = first(fields, "registered_capital")
    if field is None:
        return []
    unit = 10_000.0 if "万" in field.label.string or re.match(r"[（(]?万元", field.value) else 1.0
    amount = amount_in(field.text, unit=unit)
    if amount is None or amount.value <= 0:
        return []
    return [
        paper.fact("registered_capital", amount.value, amount.text, raw=field.value, sure=0.95 * amount.sure)
    ]


def _scope(paper: Paper, fields: list[Field]) -> list[Fact]:
    """The scope; its items are divided by ；, which OCR reads as ： now and then."""
    field = first(fields, "business_scope")
    if field is None or len(field.value) < 2:
        return []
    value = field.text.compact
    if all(fragment.line.origin == "ocr" for fragment in value.fragments):
        return [
            paper.fact(
                "business_scope",
                re.sub(r"(?<=[\u4e00-\u9fa5])[：:](?=[\u4e00-\u9fa5])", "；", value.string),
                value,
                sure=0.95,
            )
        ]
    return [paper.fact("business_scope", value.string, value, sure=0.95)]


CHECKER = Checker(
    Cues(
        Kind.REGISTRATION_CERTIFICATE,
        titles=(
            (
                r"(社会团体|民办非企业单位|基金会|社会服务机构|慈善组织|社会组织|外国商会)[（(]?(法人|合伙|个体)?[）)]?登记证书?",
                12,
            ),
            (r"法人登记证书?", 9),
            (r"^登记证书?$", 6),
            (r"登记证书?[（(](正|副)本[）)]", 8),
            (r"评估|公示|批复|通知|荣誉|工会法人|总结|申报|制度|合同", -9),
        ),
        words=(
            (r"(社会团体|民办非企业单位|基金会|社会服务机构)(法人)?登记证书?", 2.5),
            (r"业务主管单位", 1.2),
            (r"登记管理机关|发证机关", 1.0),
            (r"业务范围", 1.0),
            (r"活动地域", 0.7),
            (r"(开办|注册|活动)资金|原始基金", 0.8),
            (r"统一社会信用代码", 0.6),
            (r"准予(成立)?登记|予以登记", 1.0),
            (r"营业执照|经营范围|有限责任公司\(|市场监督管理", -4),
            (r"处罚|评估等级|查询时间|工会法人资格|年检结论|年度检查|承诺|申报表|自评", -3),
        ),
    ),
    extract,
)
