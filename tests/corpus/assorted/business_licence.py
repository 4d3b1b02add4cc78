"""Licences of enterprises: the wide licence of 2019, the publicity system's page, permits of schools and clinics."""

from tests.corpus import marks
from tests.corpus.assorted.pieces import copy_stamp, site_head
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.page import A4, A4_LANDSCAPE
from tests.corpus.seals import code_blocks, emblem
from tests.corpus.varied.pieces import cash, code, day, when

KIND = "business_licence"


def _end(draft: Draft, style: str) -> str:
    if draft["valid_until"] is None:
        draft.truth["valid_until"] = None
        return marks.mark("valid_until", "长期")
    return when(draft, "valid_until", style)


@layout(KIND, "wide_with_code")
def wide_with_code(draft: Draft) -> None:
    """The licence of 2019: names at the left, money and term at the right, code above, the authority at the foot."""
    page = draft.page(A4_LANDSCAPE, (253, 253, 250))
    page.rect((22, 22, 820, 573), (190, 150, 70), 4)
    page.rect((32, 32, 810, 563), (190, 150, 70), 0.8)
    page.picture(emblem(), (396, 44, 446, 94))
    page.text(421, 150, "营　业　执　照", draft.type("song-bold", 40), "center")
    page.text(
        421, 176, draft.pick("（副 本）", "（副 本） 1-1", "（正 本）"), draft.type("song", 14), "center"
    )
    page.text(60, 120, "统一社会信用代码", draft.type("hei", 11))
    page.text(60, 142, code(draft, style="run"), draft.type("hei-bold", 14))
    page.picture(code_blocks(draft.rng.randrange(60)), (700, 70, 780, 150))
    page.paragraph(640, 152, 150, "扫描二维码登录企业信用信息公示系统", draft.type("hei", 8), align="right")
    label = draft.type("song", 12, tracking=1)
    body = draft.type("song", 13.5, leading=1.3)
    for x, width, rows in (
        (60, 250, [
            ("名称", draft.put("organization_name")),
            ("类型", draft.put("organization_type")),
            ("法定代表人", draft.put("legal_representative")),
            ("经营范围", "许可项目：职业中介活动。一般项目：家政服务；企业管理咨询；物业管理；体育用品零售。"),
        ]),
        (450, 230, [
            ("注册资本", cash(draft, "registered_capital", "round", "big", "wan")),
            ("成立日期", day(draft["valid_from"], "zero")),
            ("营业期限", f"{when(draft, 'valid_from', 'zero')}至{_end(draft, 'zero')}"),
            ("住所", draft.put("address")),
        ]),
    ):  # fmt: skip
        y = 214.0
        for name, value in rows:
            page.text(x, y + 13, name, label)
            y = max(y + 42, page.paragraph(x + 86, y - 2, width, value, body) + 14)
    page.text(600, 490, f"登记机关　{draft.put('registration_authority')}", body, "center")
    page.text(640, 524, when(draft, "issue_date", "gaps"), body, "center")
    draft.seal(page, (660, 500), draft["registration_authority"], 110)
    page.text(60, 552, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", draft.type("song", 8.5))
    copy_stamp(draft, page, (330, 470))


@layout(KIND, "publicity_page", ("digital", "screenshot", "poor"))
def publicity_page(draft: Draft) -> None:
    """A page printed from the publicity system: 营业执照信息 in two columns with dots before the labels."""
    page = draft.page((880, 560))
    y = (
        site_head(
            draft,
            page,
            "国家企业信用信息公示系统（江苏）",
            (18, 78, 160),
            ("首页", "企业信息填报", "信息公告", "重点领域"),
        )
        + 44
    )
    page.text(30, y, draft.again("organization_name"), draft.type("hei-bold", 20))
    page.text(
        850, y, draft.pick("存续（在营、开业、在册）", "在业"), draft.type("hei", 13, (30, 140, 70)), "right"
    )
    y += 28
    page.rect((30, y, 850, y + 30), None, fill=(228, 237, 250))
    page.text(42, y + 20, "■ 营业执照信息", draft.type("hei-bold", 13, (18, 78, 160)))
    ink = draft.type("hei", 12, leading=1.3)
    pairs = [
        ("统一社会信用代码", code(draft, style="run")),
        ("企业名称", draft.put("organization_name")),
        ("类型", draft.put("organization_type")),
        ("法定代表人", draft.put("legal_representative")),
        ("注册资本", cash(draft, "registered_capital", "wan", "wan2") + "人民币"),
        ("成立日期", day(draft["valid_from"])),
        ("营业期限自", when(draft, "valid_from", "plain")),
        ("营业期限至", _end(draft, "plain")),
        ("登记机关", draft.put("registration_authority")),
        ("核准日期", when(draft, "issue_date", "plain")),
    ]
    y += 52
    for number, (name, value) in enumerate(pairs):
        x = 42 + (number % 2) * 410
        page.paragraph(x, y, 390, f"·{name}：{value}", ink)
        y += 44 * (number % 2)
    page.paragraph(42, y, 790, f"·住所：{draft.put('address')}", ink)
    page.paragraph(
        42,
        y + 36,
        790,
        "·经营范围：会议及展览服务；货物进出口；餐饮服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
        ink,
    )


@layout(KIND, "school_permit")
def school_permit(draft: Draft) -> None:
    """A permit of a profit-making school or a clinic: blue ink by machine on an upright green form, a number of its own."""
    draft.values.update(registered_capital=None, organization_type=None)
    page = draft.page(A4, (240, 250, 246))
    for d in (26, 31, 44):
        page.rect((d, d, 595 - d, 842 - d), (30, 120, 100), 1.0)
    title = draft.pick("民办学校办学许可证", "医疗机构执业许可证", "出版物经营许可证")
    page.text(297, 150, title, draft.type("kai", 36, (170, 30, 40)), "center")
    page.text(
        297, 182, f"证号：教民 3201{draft.rng.randrange(10**10, 10**11)}", draft.type("song", 12), "center"
    )
    label, blue = draft.type("song", 15), draft.type("fang", 16, (30, 50, 130), leading=1.4)
    y = 236.0
    for name, value in (
        ("名　　称", draft.put("organization_name")),
        ("地　　址", draft.put("address")),
        ("法定代表人", draft.put("legal_representative")),
        ("社会信用代码", code(draft, style="run")),
        ("审批机关", draft.put("registration_authority")),
    ):
        page.text(78, y + 18, f"{name}：", label)
        y = max(y + 46, page.paragraph(196, y, 320, value, blue) + 16)
    page.text(78, y + 30, f"有效期限：{when(draft, 'valid_from', 'plain')} 至 {_end(draft, 'plain')}", label)
    page.text(400, y + 110, "发证机关（章）", label, "center")
    page.text(400, y + 140, when(draft, "issue_date", "plain"), blue, "center")
    draft.seal(page, (410, y + 112), draft["registration_authority"], 118)
