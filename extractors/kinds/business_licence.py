"""营业执照 and other permits of enterprises: proof of a business, not of a social organization."""

from __future__ import annotations

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.fields import first
from extractors.kinds import Checker, common, vocabulary
from extractors.kinds.registration_certificate import capital
from extractors.labels import Labels
from extractors.paper import Paper

LABELS = Labels.of(
    {
        "organization_name": (*vocabulary.ORGANIZATION, "经营者名称", "单位名称", "字号名称"),
        "uscc": (*vocabulary.CODE, "注册号"),
        "organization_type": ("主体类型", "企业类型", "市场主体类型", "类型", "组成形式"),
        "legal_representative": (*vocabulary.REPRESENTATIVE, "经营者", "投资人", "执行事务合伙人"),
        "address": (*vocabulary.ADDRESS, "经营场所", "主要经营场所", "营业场所", "经营地址"),
        "registration_authority": (*vocabulary.AUTHORITY, "许可机关"),
        "registered_capital": ("注册资本", "注册资金", "出资额", "资金数额"),
        "validity": vocabulary.VALIDITY,
        "valid_from": vocabulary.VALID_FROM,
        "valid_until": vocabulary.VALID_UNTIL,
        "issue_date": (*vocabulary.ISSUED, "核准日期"),
    },
    stops=("经营范围", "成立日期", "注册日期", "许可项目", "许可经营项目", "邮政编码", "电话", "编号", "证照编号", "许可证编号"),
)  # fmt: skip


def extract(paper: Paper) -> list[Fact]:
    """Facts of a business licence."""
    fields = paper.fields(LABELS)
    kind = first(fields, "organization_type")
    return [
        *common.organization_name(paper, fields),
        *common.credit_code(paper, fields),
        *([paper.fact("organization_type", kind.value, kind.text.compact, sure=0.95)] if kind else []),
        *common.representative(paper, fields),
        *common.address(paper, fields),
        *common.body_fact(paper, fields, "registration_authority"),
        *capital(paper, fields),
        *common.validity(paper, fields),
        *common.dated(paper, fields, "issue_date"),
    ]


CHECKER = Checker(
    Cues(
        Kind.BUSINESS_LICENCE,
        titles=(
            (r"营业执照", 12),
            (r"(经营|生产|卫生|服务|派遣)许可证", 10),
            (r"许可证$", 7),
            (r"合同|协议|通知|制度|总结", -9),
        ),
        words=(
            (r"营业执照", 3),
            (r"经营范围", 1.5),
            (r"市场监督管理|工商行政管理", 1.5),
            (r"有限责任公司|股份有限公司|个体工商户|个人独资", 0.8),
            (r"国家企业信用信息公示系统", 1.5),
            (r"营业期限|经营场所", 0.8),
            (
                r"((企业名称|企业类型|经营场所|营业期限|注册资本|核准日期|经营者|经营范围|成立日期).{0,60}){4}",
                3.5,
            ),
            (r"甲方|乙方|处罚决定", -3),
        ),
    ),
    extract,
)
