"""Registration certificates of social organizations as other registries and other years print them."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import Draft, Values, some_day, years_later
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.seals import box_stamp, code_blocks, emblem
from tests.corpus.varied.people import phone
from tests.corpus.varied.pieces import (
    band,
    cash,
    code,
    day,
    frame,
    gapped,
    pairs,
    stacked,
    tall,
    until,
    when,
)
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "registration_certificate"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A certificate of some years, one in ten without an end."""
    start = some_day(rng, max(org.founded, date(2019, 1, 2)), date(2026, 5, 31))
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "organization_type": org.type,
        "registration_date": org.founded,
        "legal_representative": org.legal_representative,
        "address": org.address,
        "registration_authority": org.registration_authority,
        "supervisory_body": org.supervisory_body,
        "registered_capital": org.capital,
        "business_scope": org.scope,
        "valid_from": start,
        "valid_until": None if rng.random() < 0.1 else years_later(start, rng.choice((1, 4, 4, 5))),
        "issue_date": start,
    }
    values.update(fixed)
    return values


def _title(draft: Draft, gaps: bool = False) -> str:
    words = {
        "社会团体": "社会团体法人登记证书",
        "民办非企业单位": draft.pick(
            "民办非企业单位（法人）登记证书", "社会服务机构登记证书", "民办非企业单位登记证书"
        ),
        "基金会": "基金会法人登记证书",
    }
    title = words[draft["organization_type"]]
    return draft.put("organization_type", gapped(title) if gaps else title)


def _fund(draft: Draft) -> str:
    return {
        "社会团体": draft.pick("活动资金", "注册资本"),
        "民办非企业单位": draft.pick("开办资金", "举办资金"),
        "基金会": draft.pick("原始基金", "原始基金数额"),
    }[draft["organization_type"]]


@layout(KIND, "two_column_copy")
def two_column_copy(draft: Draft) -> None:
    """副本: two columns without rules, English under the labels' title, supervisor first, dates in gaps."""
    page = draft.page(A4_LANDSCAPE, (251, 253, 248))
    frame(page, (36, 110, 92), 26)
    page.text(421, 96, _title(draft), draft.type("hei", 27, (20, 90, 74)), "center")
    words = {
        "社会团体": "Registration Certificate of Social Organization (Legal Person)",
        "民办非企业单位": "Registration Certificate of Social Service Institution",
        "基金会": "Registration Certificate of Foundation",
    }
    page.text(421, 114, words[draft["organization_type"]], draft.type("song", 10, latin="times"), "center")
    page.text(700, 96, "副本", draft.type("kai", 20, (190, 30, 30)))
    small, body = (
        draft.type("hei", 10.5, (90, 90, 90)),
        draft.type(draft.pick("song", "fang"), 13, leading=1.35),
    )
    left = [
        ("业务主管单位", draft.put("supervisory_body")),
        ("名　　称", draft.put("organization_name")),
        ("住　　所", draft.put("address")),
        ("宗旨和业务范围", draft.put("business_scope")),
    ]
    right = [
        ("统一社会信用代码", code(draft)),
        ("法定代表人", draft.put("legal_representative")),
        (_fund(draft), cash(draft, "registered_capital", "wan", "round", "yuan")),
        ("证书有效期限", until(draft, draft.pick("gaps", "plain"), draft.pick("{}至{}", "自 {} 至 {}"))),
    ]
    for x, rows in ((74, left), (448, right)):
        y = 146.0
        for name, value in rows:
            y = stacked(page, x, y, 320, name, value, small, body) + 8
    style = draft.pick("gaps", "zero", "plain")
    page.text(610, 470, "登记机关", small, "center")
    page.text(610, 492, draft.put("registration_authority"), body, "center")
    page.text(610, 516, when(draft, "issue_date", style), body, "center")
    draft.seal(page, (draft.rng.uniform(600, 640), 494), draft["registration_authority"], 108)
    page.text(
        74,
        545,
        f"登记部门电话：{phone(draft.rng)}　　应当于每年　3　月　31　日前报送上一年度工作报告",
        draft.type("song", 9),
    )


@layout(KIND, "colon_free_original")
def colon_free_original(draft: Draft) -> None:
    """正本: labels stretched to one width, no colons, deciding words in prose, Chinese numerals for dates."""
    page = draft.page(A4_LANDSCAPE, (255, 250, 238))
    frame(page, (188, 140, 54), 20, ((0, 6), (12, 1), (16, 1)))
    page.picture(emblem(), (392, 48, 450, 106))
    page.text(421, 146, _title(draft, True), draft.type("kai", 29, (150, 20, 26)), "center")
    body = draft.type(draft.pick("kai", "song"), 15)
    rows = [
        ("名　　　　称", draft.put("organization_name")),
        ("统一信用代码", code(draft, style="run")),
        ("法定代表人　", draft.put("legal_representative")),
        (printed.spaced(_fund(draft), 6), cash(draft, "registered_capital", "big", "round", "wan")),
        ("地　　　　址", draft.put("address")),
        ("业务主管单位", draft.put("supervisory_body")),
        ("业　务　范　围".replace("　", "", 1), draft.put("business_scope")),
    ]
    y = pairs(page, rows, (120, 176, 730), body, step=30, joint="　", label_width=130)
    page.paragraph(120, y + 6, 400, "经审查，准予登记，特发此证。", body)
    page.text(
        120,
        500,
        f"有效期　{until(draft, draft.pick('han', 'plain'), draft.pick('{}至{}', '{}起至{}止'))}",
        draft.type("kai", 13),
    )
    page.text(650, 470, draft.put("registration_authority"), body, "center")
    page.text(650, 498, when(draft, "issue_date", draft.pick("han", "ring")), body, "center")
    draft.seal(page, (660, 476), draft["registration_authority"], 118)
    if draft.rng.random() < 0.4:
        page.seal(
            box_stamp("再次复印无效\n此件仅用于申报", draft.rng.randrange(9), (30, 60, 170)),
            (330, 452),
            130,
            "再次复印无效此件仅用于申报",
        )


@layout(KIND, "ruled_four_columns", ("digital", "scan", "photo", "poor", "docx"))
def ruled_four_columns(draft: Draft) -> None:
    """A print from the registry's system: a table of four columns with merged cells, print date at the foot."""
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(58, 70, 58, 60))
    flow.heading(_title(draft), draft.type("song-bold", 22), after=2)
    flow.paragraph(draft.pick("（电子证照打印件）", "（证照信息核验单）"), indent=0, align="center", after=10)
    from tests.corpus.flow import Cell

    long = lambda text: Cell(text, 3, align="left")  # noqa: E731
    rows = [
        ["统一社会信用代码", code(draft), "证照状态", "有效"],
        ["社会组织名称", long(draft.put("organization_name"))],
        [
            "法定代表人（负责人）",
            draft.put("legal_representative"),
            _fund(draft) + "（元）",
            cash(draft, "registered_capital", "bare", "comma", "bare2"),
        ],
        ["成立登记日期", when(draft, "registration_date", "iso"), "联系电话", draft.org.phone],
        ["登记管理机关", draft.put("registration_authority"), "业务主管单位", draft.put("supervisory_body")],
        ["登记住所", long(draft.put("address"))],
        ["业务范围", long(draft.put("business_scope"))],
        ["有效期起", when(draft, "valid_from", "iso"), "有效期止", _end(draft, "iso")],
        ["发证日期", when(draft, "issue_date", "iso"), "证照类型", "正本"],
    ]
    flow.table(rows, (2.1, 3.1, 1.8, 2.6), least=34)
    flow.space(8)
    printed_on = day(date(2026, 11, draft.rng.randint(1, 9)), "iso")
    flow.paragraph(
        f"打印日期：{printed_on}　　验证码：{draft.rng.randrange(10**9, 10**10)}",
        draft.type("song", 9.5),
        indent=0,
    )
    flow.paragraph("本打印件信息以登记管理机关电子证照库为准。", draft.type("song", 9.5), indent=0)
    flow.page.picture(code_blocks(draft.rng.randrange(40)), (470, 712, 536, 778))


def _end(draft: Draft, style: str) -> str:
    from tests.corpus import marks

    if draft["valid_until"] is None:
        draft.truth["valid_until"] = None
        return marks.mark("valid_until", "长期")
    return when(draft, "valid_until", style)


@layout(KIND, "booklet_stub", ("scan", "photo", "poor"))
def booklet_stub(draft: Draft) -> None:
    """副本 as a narrow booklet: items numbered, values written by hand on lines, boxes for changes below."""
    page = draft.page((420, 595), (246, 248, 240))
    page.rect((16, 16, 404, 579), (150, 60, 50), 0.8)
    page.text(210, 52, _title(draft), draft.type("song-bold", 17), "center")
    page.text(210, 70, "（副　　本）", draft.type("song", 11), "center")
    label, hand = draft.type("song", 10.5), draft.type("hand", 12, (26, 36, 96), leading=1.2)
    rows = [
        ("代　　码", code(draft)),
        ("单位名称", draft.put("organization_name")),
        ("地　　址", draft.put("address")),
        ("负责人", draft.put("legal_representative")),
        (_fund(draft), cash(draft, "registered_capital", "big", "both", "wan")),
        ("主管单位", draft.put("supervisory_body")),
        ("登记日期", when(draft, "registration_date", "boxes")),
        ("有效期自", f"{when(draft, 'valid_from', 'gaps')}"),
        ("　　　至", _end(draft, "gaps")),
    ]
    y = 92.0
    for name, value in rows:
        page.text(38, y + 12, name, label)
        width = 270
        height = max(24.0, tall(value, hand, width) + 8)
        page.paragraph(104, y, width, value, hand)
        page.line(100, y + height - 6, 384, y + height - 6, (120, 120, 120), 0.5)
        y += height
    page.text(270, y + 24, draft.put("registration_authority"), label, "center")
    page.text(270, y + 42, when(draft, "issue_date", "boxes"), label, "center")
    draft.seal(page, (280, y + 24), draft["registration_authority"], 92)
    y += 62
    page.text(210, y + 14, "变　更　登　记　记　录", label, "center")
    for row in range(3):
        page.rect((38, y + 22 + row * 26, 384, y + 48 + row * 26), (120, 120, 120), 0.5)
        page.text(46, y + 39 + row * 26, ("变更事项", "", "")[row], label)


@layout(KIND, "phone_wallet", ("screenshot", "screenshot", "photo"))
def phone_wallet(draft: Draft) -> None:
    """The electronic licence in a government app: cards with grey labels above values."""
    page = draft.page((390, 844), (242, 244, 248))
    band(
        page,
        0,
        44,
        (255, 255, 255),
        f"{draft.rng.randint(8, 20)}:{draft.rng.randint(10, 59)}",
        draft.type("hei", 13),
    )
    band(page, 44, 92, (30, 102, 214), "＜", draft.type("hei", 18, (255, 255, 255)))
    page.text(
        195,
        75,
        draft.pick("我的证照", "电子证照详情", "苏服办 · 企业证照"),
        draft.type("hei", 17, (255, 255, 255)),
        "center",
    )
    page.rect((14, 106, 376, 770), None, fill=(255, 255, 255), radius=10)
    page.text(195, 140, _title(draft), draft.type("hei", 17, (180, 30, 36)), "center")
    grey, ink = (
        draft.type("hei", 10.5, (140, 146, 156), leading=1.4),
        draft.type("hei", 13.5, (34, 38, 46), leading=1.35),
    )
    y = 158.0
    for name, value in (
        (draft.pick("持证主体", "名称", "机构名称"), draft.put("organization_name")),
        ("统一社会信用代码", code(draft, style="run")),
        ("法定代表人", draft.put("legal_representative")),
        ("住所", draft.put("address")),
        ("业务范围", draft.put("business_scope")),
        (_fund(draft), cash(draft, "registered_capital", "wan", "wan2", "yuan")),
        ("颁证单位", draft.put("registration_authority")),
        ("颁证日期", when(draft, "issue_date", draft.pick("iso", "dots"))),
        ("有效期至", _end(draft, draft.pick("iso", "plain"))),
    ):
        y = stacked(page, 32, y, 326, name, value, grey, ink)
        page.line(32, y - 4, 358, y - 4, (232, 234, 238), 0.6)
    page.text(195, 806, "亮证码　　下载　　分享", draft.type("hei", 13, (30, 102, 214)), "center")
