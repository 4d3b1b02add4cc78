"""Licences of enterprises: an upright copy, a shop's licence on a wall, an extract of the registry, a permit for labour dispatch."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.pieces import (
    amount,
    day,
    desk,
    end,
    later,
    rows,
    site,
    site_foot,
    span,
    stacks,
    stamp,
    when,
)
from tests.corpus.further.register import layout
from tests.corpus.page import A4_LANDSCAPE, RED
from tests.corpus.seals import code_blocks, emblem

KIND = "business_licence"
_TRADES = "食品销售；劳务派遣；会议及展览服务；信息技术咨询服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）"


@layout(KIND, "two_halves")
def two_halves(draft: Draft) -> None:
    """The wide licence: name and person at the left, capital and days at the right, code in the corner."""
    page = draft.page(A4_LANDSCAPE, (254, 251, 240))
    page.rect((22, 22, 820, 573), (200, 150, 60), 8)
    page.rect((40, 40, 802, 555), (210, 170, 90), 1)
    page.picture(emblem(), (386, 48, 456, 118))
    page.text(421, 164, "营　业　执　照", draft.type("song-bold", 38), "center")
    page.text(
        421,
        188,
        draft.pick("（副　本）", "（副本）编号 320000666202100000", ""),
        draft.type("song", 13),
        "center",
    )
    page.text(64, 96, "统一社会信用代码", draft.type("hei", 11))
    page.text(64, 114, draft.put("uscc"), draft.type("hei", 13))
    page.picture(code_blocks(draft.rng.randrange(60)), (700, 56, 776, 132))
    label, body = draft.type("hei", 12, (100, 70, 20)), draft.type("song", 14, leading=1.35)
    style = draft.pick("zero", "cn")
    y = rows(
        page,
        [
            ("名　　称", draft.put("organization_name")),
            ("类　　型", draft.put("organization_type")),
            ("法定代表人", draft.put("legal_representative")),
            ("经营范围", _TRADES),
        ],
        (64, 220, 430),
        82,
        label,
        body,
        36,
    )
    rows(
        page,
        [
            ("注册资本", amount(draft, "registered_capital", "wan_zheng", "capitals")),
            ("成立日期", day(draft["valid_from"], style)),
            ("营业期限", span(draft, style)),
            ("住　　所", draft.put("address")),
        ],
        (456, 220, 790),
        82,
        label,
        body,
        36,
    )
    page.text(560, max(480, y), f"登记机关　{draft.put('registration_authority')}", body, "center")
    page.text(640, max(480, y) + 30, when(draft, "issue_date", style), body, "center")
    draft.seal(page, (660, max(480, y)), draft["registration_authority"], 112)
    stamp(draft, page, (360, 500))


@layout(KIND, "shop_on_wall", ("photo", "photo", "scan"))
def shop_on_wall(draft: Draft) -> None:
    """A small licence in a frame photographed askew on a desk, labels above values."""
    page = desk(draft, (760, 820), (60, 40, 620, 770), (255, 253, 243))
    page.rect((80, 60, 600, 750), (190, 140, 60), 4)
    page.text(340, 130, "营业执照", draft.type("song-bold", 36, RED), "center")
    page.text(340, 158, f"注册号/统一社会信用代码：{draft.put('uscc')}", draft.type("hei", 11), "center")
    small, body = draft.type("hei", 10, (150, 110, 50)), draft.type("kai", 16, leading=1.3)
    y = stacks(page, [
        ("字号名称", draft.put("organization_name")), ("组成形式", draft.put("organization_type")), ("经营者", draft.put("legal_representative")),
        ("经营场所", draft.put("address")), ("有效期", span(draft, "cn", "{} 起 {} 止")), ("经营范围", _TRADES),
    ], (104, 190, 580), 1, small, body, 12)  # fmt: skip
    y = max(y + 30, 660)
    page.text(450, y, draft.put("registration_authority"), body, "center")
    page.text(450, y + 28, when(draft, "issue_date", "cn", "han"), body, "center")
    draft.seal(page, (470, y + 4), draft["registration_authority"], 108)


@layout(KIND, "registry_extract", ("digital", "screenshot", "poor", "docx"))
def registry_extract(draft: Draft) -> None:
    """An extract of the registry of market entities, a table of four columns; below it a list of shareholders."""
    flow = draft.flow(draft.type("hei", 11, leading=1.5), margins=(56, 110, 56, 60))
    site(
        draft, flow.page, "市场主体登记信息查询", (30, 110, 90), "企业信息　个体工商户　农民专业合作社　公告"
    )
    site_foot(draft, flow.page, draft["registration_authority"])
    flow.heading("企业登记资料查询表", draft.type("hei-bold", 18), after=10)
    rows_ = [
        ("企业名称", draft.put("organization_name"), "统一社会信用代码", draft.put("uscc")), ("企业类型", draft.put("organization_type"), "法定代表人（负责人）", draft.put("legal_representative")),
        ("注册资本", amount(draft, "registered_capital", "bracket", "wan"), "登记机关", draft.put("registration_authority")), ("营业期限自", when(draft, "valid_from", "iso"), "营业期限至", end(draft, "iso")),
        ("核准日期", when(draft, "issue_date", "iso"), "登记状态", "存续（在营、开业、在册）"),
    ]  # fmt: skip
    fill = (236, 246, 242)
    flow.table(
        [
            *[[Cell(a, fill=fill), b, Cell(c, fill=fill), d] for a, b, c, d in rows_],
            [Cell("住所", fill=fill), Cell(draft.put("address"), 3, align="left")],
        ],
        (1.3, 3, 1.5, 3),
        least=34,
        rule=(170, 190, 180),
    )
    flow.heading("股东及出资信息", draft.type("hei", 13), align="left", level=2)
    flow.table(
        [["股东", "认缴出资额（万元）", "出资方式"], ["自然人甲", "60", "货币"], ["自然人乙", "40", "货币"]],
        (2, 2, 2),
        least=26,
        rule=(170, 190, 180),
    )
    flow.paragraph(
        f"查询日期 {day(later(draft['issue_date'], draft.rng.randint(2, 60)), 'iso')}。本查询结果不作为法律证明。",
        draft.type("hei", 9),
        indent=0,
    )


@layout(KIND, "dispatch_permit")
def dispatch_permit(draft: Draft) -> None:
    """劳务派遣经营许可证 of a company: labels with the value in the line, a term, a seal of the labour office's window."""
    page = draft.page(A4_LANDSCAPE, (246, 250, 255))
    page.rect((30, 30, 812, 565), (40, 90, 160), 5)
    page.text(
        421,
        124,
        draft.pick("劳务派遣经营许可证", "人力资源服务许可证", "食品经营许可证"),
        draft.type("hei-bold", 33, (20, 60, 130)),
        "center",
    )
    body = draft.type("song", 16, leading=1.4)
    rows(page, [
        ("单位名称：", draft.put("organization_name")), ("统一社会信用代码：", draft.put("uscc")), ("法定代表人：", draft.put("legal_representative")), ("住所：", draft.put("address")),
        ("许可经营事项：", "按核定范围经营"), ("许可证有效期限：", span(draft, "cn", "自 {} 至 {}")),
    ], (120, 178, 740), 150, draft.type("hei", 15), body, 40)  # fmt: skip
    page.text(600, 480, f"许可机关（章）：{draft.put('registration_authority')}", body, "center")
    page.text(600, 512, when(draft, "issue_date", "cn", "zero"), body, "center")
    draft.seal(page, (650, 486), draft["registration_authority"], 112)
