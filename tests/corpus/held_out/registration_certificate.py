"""登记证书 as they are handed in: the opened copy, the card in a government app, the original on the wall, behind a cover."""

import random
from collections.abc import Mapping
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import PAPER_ONLY, Draft, Values
from tests.corpus.held_out.pieces_a import GREY, cover_sheet, framed_on_wall, screen, stacked
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import registration_certificate as usual
from tests.corpus.seals import box_stamp, emblem
from tests.corpus.world import Organization

KIND = "registration_certificate"


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The usual certificate, with a scope that ends as certificates of some cities end it."""
    values = usual.sample(rng, org, fixed)
    if "business_scope" not in fixed and rng.random() < 0.3:
        values["business_scope"] = org.scope[:-1] + "（依法须经批准的事项，经批准后方可开展）。"
    return values


SAMPLERS[KIND] = sample


def _title(draft: Draft) -> str:
    return draft.put(
        "organization_type",
        {
            "社会团体": "社会团体法人登记证书",
            "民办非企业单位": draft.pick("民办非企业单位（法人）登记证书", "社会服务机构法人登记证书"),
            "基金会": "基金会法人登记证书",
        }[draft["organization_type"]],
    )


def _capital(draft: Draft) -> str:
    return {"社会团体": "活动资金", "民办非企业单位": "开办资金", "基金会": "原始基金"}[
        draft["organization_type"]
    ]


@layout(KIND, "opened_copy", ("digital", "scan", "photo", "poor"))
def opened_copy(draft: Draft) -> None:
    """The copy (副本) opened: what is registered on the left leaf, rules of use and dates on the right one."""
    page = draft.page((842, 595), (253, 251, 243))
    page.line(421, 20, 421, 575, (205, 200, 186), 1.4)
    for left in (28, 435):
        page.rect((left, 28, left + 379, 567), (158, 120, 60), 1.2)
    page.text(217, 78, _title(draft), draft.type("song-bold", 19), "center")
    page.text(217, 102, "（副　本）", draft.type("kai", 14), "center")
    page.text(
        217, 128, f"统一社会信用代码 {draft.put('uscc')}", draft.type("hei", 12, latin="arial"), "center"
    )
    body = draft.type(draft.pick("fang", "kai"), 13, leading=1.45)
    y = 150.0
    for name, value in (
        ("名称", draft.put("organization_name")),
        ("业务范围", draft.put("business_scope")),
        ("住所", draft.put("address")),
        ("法定代表人", draft.put("legal_representative")),
        (_capital(draft), draft.money("registered_capital", ("wan", "big", "yuan"))),
        ("业务主管单位", draft.put("supervisory_body")),
    ):
        page.text(44, y + 14, printed.spaced(name, 6), draft.type("song", 12))
        y = max(page.paragraph(130, y, 262, value, body), y + 24) + 9
    page.text(624, 80, "说　　明", draft.type("song-bold", 18), "center")
    note = draft.type("song", 11.5, leading=1.7)
    y = 104.0
    for line in (
        "一、本证书是持证单位依法取得法人资格的凭证，分正本和副本，二者效力相同。",
        "二、登记事项发生变化的，应当自变化之日起三十日内办理变更登记，换领证书。",
        "三、本证书不得涂改、出租、出借、转让。遗失的，应当登报声明并申请补领。",
        "四、注销登记时，应当将本证书交回登记管理机关。",
    ):
        y = page.paragraph(454, y, 342, line, note, indent=2)
    page.text(454, y + 34, f"有效期限　{draft.period('cn', '自{}至{}')}", body)
    page.text(640, 440, draft.put("registration_authority"), draft.type("song", 16), "center")
    page.text(
        640, 468, draft.date("issue_date", draft.pick("han", "spaced")), draft.type("song", 14), "center"
    )
    page.text(640, 548, "中华人民共和国民政部制", draft.type("song", 9, GREY), "center")
    draft.seal(page, (640, 440), draft["registration_authority"], 112)


@layout(KIND, "app_card", ("screenshot", "digital"))
def app_card(draft: Draft) -> None:
    """A government app's 电子证照 card: small labels, each value below its label."""
    page = screen(draft, draft.pick("电子证照", "我的证照", "企业证照"), 900, (36, 104, 206))
    page.rect((14, 90, 376, 862), None, fill=(255, 255, 255), radius=10)
    page.rect((14, 90, 376, 150), None, fill=(206, 58, 52), radius=10)
    page.picture(emblem((206, 58, 52)), (26, 98, 70, 142))
    page.text(82, 118, _title(draft), draft.type("hei", 14, (255, 255, 255)))
    page.text(82, 138, draft.pick("证照状态：正常", "状态：有效"), draft.type("hei", 10, (255, 226, 220)))
    y = stacked(
        page,
        [
            ("单位名称", draft.put("organization_name")),
            ("统一社会信用代码", draft.put("uscc")),
            ("法定代表人（负责人）", draft.put("legal_representative")),
            ("登记住所", draft.put("address")),
            ("注册资金（元）", draft.put("registered_capital", f"{draft['registered_capital']:,.2f}")),
            ("业务主管单位", draft.put("supervisory_body")),
            ("证照颁发机构", draft.put("registration_authority")),
            ("成立登记日期", draft.date("registration_date", "iso")),
            ("证照有效期", draft.period("iso", "{} 至 {}")),
            ("证照颁发日期", draft.date("issue_date", "iso")),
        ],
        (32, 160, 326),
        draft.type("hei", 13),
    )
    page.text(195, min(y + 20, 852), "亮证时间以屏幕上方时钟为准", draft.type("hei", 9.5, GREY), "center")
    page.text(195, 884, "数据来源：江苏省社会组织登记管理系统", draft.type("hei", 9, GREY), "center")


@layout(KIND, "original_on_the_wall", ("photo",))
def original_on_the_wall(draft: Draft) -> None:
    """The original (正本) in its frame: no code of ours but the line under the title, values centred on rules."""
    page = framed_on_wall(draft, (860, 620), (255, 250, 236), (120, 84, 40))
    page.picture(emblem(), (404, 54, 452, 102))
    page.text(428, 140, _title(draft), draft.type("song-bold", 28, (176, 24, 28)), "center")
    page.text(428, 166, f"代码：{draft.put('uscc')}", draft.type("hei", 13, latin="arial"), "center")
    kai = draft.type("kai", 17)
    song = draft.type("song", 14)
    page.text(428, 212, draft.put("organization_name"), kai.but(size=22), "center")
    page.line(120, 220, 736, 220, (150, 120, 80), 0.7)
    page.paragraph(
        96,
        232,
        664,
        f"经审查，上列单位符合登记条件，准予登记，特发此证。法定代表人为{draft.put('legal_representative')}，住所设在{draft.put('address')}，{_capital(draft)}{draft.money('registered_capital', ('wan', 'big'))}，业务主管单位为{draft.put('supervisory_body')}。",
        kai,
        indent=2,
    )
    page.text(96, 384, "业务范围：", song)
    page.paragraph(166, 370, 590, draft.put("business_scope"), song, align="left")
    page.text(96, 500, "有效期", song)
    page.text(96, 526, draft.period("cn", "{}—{}"), song)
    page.text(640, 506, draft.put("registration_authority"), song.but(size=16), "center")
    page.text(640, 534, draft.date("issue_date", "cn"), song, "center")
    draft.seal(page, (640, 508), draft["registration_authority"], 118)


@layout(KIND, "copy_behind_a_cover", PAPER_ONLY)
def copy_behind_a_cover(draft: Draft) -> None:
    """A cover sheet, then a photocopy of the certificate in two columns with a stamp of purpose and 与原件一致."""
    cover_sheet(
        draft,
        f"佐证材料 2-{draft.rng.randint(1, 4)}",
        "法人登记证书复印件",
        ["（共 1 页）", "材料提供：办公室"],
    )
    page = draft.page()
    page.rect((40, 60, 555, 560), (40, 40, 40), 1.6)
    page.text(297, 116, _title(draft), draft.type("song-bold", 24), "center")
    body = draft.type("song", 12.5, leading=1.5)
    left = (
        ("单位名称", draft.put("organization_name")),
        ("法人代表", draft.put("legal_representative")),
        ("地　　址", draft.put("address")),
        (_capital(draft), draft.money("registered_capital", ("wan_rmb", "yuan"))),
    )
    right = (
        ("信用代码", draft.put("uscc")),
        ("登记日期", draft.date("registration_date", "dot")),
        ("主管单位", draft.put("supervisory_body")),
        ("有效期限", draft.period("dot", "{}-{}")),
    )
    y = 140.0
    for (one, first), (two, second) in zip(left, right, strict=True):
        page.text(56, y + 16, one, body.but(bold=True))
        page.text(312, y + 16, two, body.but(bold=True))
        y = max(page.paragraph(116, y, 184, first, body), page.paragraph(372, y, 172, second, body)) + 14
    page.text(56, y + 16, "业务范围", body.but(bold=True))
    page.paragraph(116, y, 420, draft.put("business_scope"), body)
    page.text(430, 500, f"发证机关：{draft.put('registration_authority')}", body, "center")
    page.text(430, 526, f"发证日期：{draft.date('issue_date', 'cn')}", body, "center")
    draft.seal(page, (440, 500), draft["registration_authority"], 104)
    page.seal(box_stamp("仅用于评估申报 再次复印无效", 3, (40, 60, 150)), (210, 640), 250, "仅用于评估申报")
    page.text(380, 700, "此件与原件核对一致", draft.type("hand", 15, (30, 34, 90)))
    page.text(380, 724, f"核对人：{draft.org.staff[-1]}", draft.type("hand", 15, (30, 34, 90)))
