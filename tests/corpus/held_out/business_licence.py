"""Licences of enterprises: the portrait form, the card of a mini program, a permit for staffing services."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import codes, printed
from tests.corpus.draft import PAPER_ONLY, Draft, Values, years_later
from tests.corpus.held_out.pieces_a import GREY, screen
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import business_licence as usual
from tests.corpus.layouts.shared import border, guilloche
from tests.corpus.seals import box_stamp, code_blocks, emblem
from tests.corpus.world import Organization

KIND = "business_licence"
_SCOPES = (
    "一般项目：家政服务；病人陪护服务；养老服务；组织文化艺术交流活动；会议及展览服务（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）",
    "许可项目：劳务派遣服务；职业中介活动。一般项目：人力资源服务（不含职业中介活动、劳务派遣服务）；企业管理咨询",
    "住宿、餐饮服务；酒店管理；会务服务；停车场服务。（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
    "心理咨询服务（不含诊疗活动）；健康咨询服务；教育咨询服务；软件开发；广告设计、代理",
)
_NAMES = ("恒顺达", "江海通", "百姓缘", "九州", "宏图", "天目", "润泽", "联谊", "佳佳", "五星")
_TRADES = ("家政服务", "劳务派遣", "人才服务", "酒店管理", "健康管理", "文化传播", "供应链管理", "机电设备")


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A company or partnership of the service trades at the applicant's place."""
    values = usual.sample(rng, org, fixed)
    kind = rng.choice(
        (
            "有限责任公司(自然人独资)",
            "有限责任公司（自然人投资或控股）",
            "有限责任公司(法人独资)",
            "股份有限公司（非上市）",
        )
    )
    ending = "股份有限公司" if kind.startswith("股份") else "有限公司"
    made = {
        "organization_name": f"{org.place.full}{rng.choice(_NAMES)}{rng.choice(_TRADES)}{ending}",
        "organization_type": kind,
        "uscc": codes.make(rng, "91", org.place.code),
        "scope": rng.choice(_SCOPES),
    }
    return values | {name: value for name, value in made.items() if name not in fixed}


SAMPLERS[KIND] = sample


@layout(KIND, "portrait", PAPER_ONLY)
def portrait(draft: Draft) -> None:
    """The upright form: one column of stretched labels, the notice about annual reports at the foot."""
    page = draft.page((595, 842), (250, 250, 244))
    guilloche(page, (226, 236, 228), 16)
    border(page, (110, 130, 90), 22, "double")
    page.picture(emblem(), (264, 46, 330, 112))
    page.text(297, 166, "营业执照", draft.type("song-bold", 42, tracking=14), "center")
    page.text(297, 192, "（副　本）", draft.type("song", 14), "center")
    page.text(
        536, 218, f"统一社会信用代码  {draft.put('uscc')}", draft.type("hei", 11, latin="arial"), "right"
    )
    body = draft.type(draft.pick("kai", "fang"), 13.5, leading=1.5)
    y = 240.0
    for name, value in (
        ("名称", draft.put("organization_name")),
        ("类型", draft.put("organization_type")),
        ("住所", draft.put("address")),
        ("法定代表人", draft.put("legal_representative")),
        ("注册资本", draft.money("registered_capital", ("wan_rmb", "big", "wan"))),
        ("成立日期", printed.day(draft["valid_from"], "padded")),
        ("营业期限", draft.period("padded", "{}至{}")),
        ("经营范围", draft["scope"]),
    ):
        page.text(70, y + 15, printed.spaced(name, 5), draft.type("song-bold", 12.5))
        y = page.paragraph(166, y, 360, value, body) + 9
    page.text(420, 690, draft.pick("登记机关", "登 记 机 关"), draft.type("song", 14), "center")
    draft.seal(page, (430, 706), draft["registration_authority"], 120)
    page.text(430, 718, draft.put("registration_authority"), draft.type("song", 12), "center")
    page.text(430, 746, draft.date("issue_date", "spaced"), draft.type("song", 13), "center")
    page.paragraph(
        60,
        776,
        480,
        "提示：应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送上一年度年度报告并公示。",
        draft.type("song", 9),
        align="center",
    )
    if draft.rng.random() < 0.5:
        page.seal(box_stamp("仅供租房备案使用", 2, (60, 60, 130)), (190, 700), 190, "仅供租房备案使用")


@layout(KIND, "mini_program", ("screenshot", "digital"))
def mini_program(draft: Draft) -> None:
    """The electronic licence on a phone: a code above, label and value at the two edges of each line."""
    page = screen(draft, "电子营业执照", 900, (30, 60, 140))
    page.rect((16, 92, 374, 850), None, fill=(255, 255, 255), radius=8)
    page.picture(code_blocks(draft.rng.randrange(10**6)), (135, 108, 255, 228))
    page.text(195, 250, "请出示二维码进行身份核验", draft.type("hei", 10, GREY), "center")
    page.paragraph(30, 262, 330, draft.put("organization_name"), draft.type("hei", 15), align="center")
    type_ = draft.type("hei", 11.5, leading=1.45)
    y = 318.0
    for name, value in (
        ("统一社会信用代码", draft.put("uscc")),
        ("主体类型", draft.put("organization_type")),
        ("法定代表人", draft.put("legal_representative")),
        ("注册资本", draft.put("registered_capital", f"{draft['registered_capital'] / 10000:g}万元人民币")),
        ("成立日期", draft["valid_from"].isoformat()),
        ("营业期限自", draft.date("valid_from", "iso")),
        (
            "营业期限至",
            draft.put("valid_until", "长期")
            if draft["valid_until"] is None
            else draft.date("valid_until", "iso"),
        ),
        ("主要经营场所", draft.put("address")),
        ("登记机关", draft.put("registration_authority")),
        ("核准日期", draft.date("issue_date", "iso")),
    ):
        page.text(30, y + 12, name, type_.but(colour=GREY))
        y = page.paragraph(150, y, 208, value, type_, align="right") + 11
        page.line(30, y - 5, 360, y - 5, (232, 234, 238), 0.5)
    page.text(30, y + 12, "经营范围", type_.but(colour=GREY))
    page.paragraph(30, y + 18, 328, draft["scope"], type_.but(size=10))
    page.text(195, 880, "国家市场监督管理总局监制", draft.type("hei", 9, GREY), "center")


@layout(KIND, "staffing_permit", ("digital", "scan", "photo"))
def staffing_permit(draft: Draft) -> None:
    """人力资源服务许可证, lying: another permit of an enterprise, with its own number beside the credit code."""
    given: date = draft["issue_date"]
    office = f"{draft.org.place.full}人力资源和社会保障局"
    term = {"valid_from": given, "valid_until": years_later(given, draft.rng.choice((3, 5)))}
    draft.values |= term | {"registration_authority": office}
    page = draft.page((842, 595), (246, 250, 255))
    border(page, (60, 100, 160), 26, draft.pick("wave", "corners"))
    page.text(421, 108, "人力资源服务许可证", draft.type("song-bold", 36, (30, 60, 120)), "center")
    serial = f"（苏）人服证字〔{given.year}〕第{draft.org.place.code}{draft.rng.randint(1, 99):04d}号"
    page.text(421, 142, serial, draft.type("song", 13), "center")
    body = draft.type("fang", 16, leading=1.5)
    y = 172.0
    for name, value in (
        ("机构名称：", draft.put("organization_name")),
        ("统一社会信用代码：", draft.put("uscc")),
        ("法定代表人（主要负责人）：", draft.put("legal_representative")),
        ("机构地址：", draft.put("address")),
        ("许可事项：", "职业中介活动；开展网络招聘服务"),
        ("有效期限：", draft.period("cn", "{}至{}")),
    ):
        page.text(110, y + 18, name, draft.type("hei", 14))
        y = page.paragraph(300, y, 430, value, body) + 9
    page.text(
        590, 478, f"发证机关（盖章）：{draft.put('registration_authority')}", draft.type("song", 14), "center"
    )
    page.text(590, 508, draft.date("issue_date", "cn"), draft.type("song", 14), "center")
    draft.seal(page, (610, 482), draft["registration_authority"], 112)
    page.picture(code_blocks(draft.rng.randrange(10**6)), (112, 446, 182, 516))
