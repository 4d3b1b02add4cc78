"""Registration certificates: the wide original, the tall duplicate, the opened booklet, the download of the electronic one."""

from tests.corpus import marks
from tests.corpus.assorted.pieces import copy_stamp
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.page import A4, A4_LANDSCAPE
from tests.corpus.seals import code_blocks, emblem
from tests.corpus.varied.pieces import after, cash, code, day, gapped, when

KIND = "registration_certificate"


def _title(draft: Draft, spread: bool = False) -> str:
    title = {
        "社会团体": draft.pick("社会团体法人登记证书", "社会团体登记证书"),
        "民办非企业单位": draft.pick("民办非企业单位登记证书", "社会服务机构法人登记证书"),
        "基金会": "基金会法人登记证书",
    }[draft["organization_type"]]
    return draft.put("organization_type", gapped(title) if spread else title)


def _fund(draft: Draft) -> str:
    return {"社会团体": "注册资金", "民办非企业单位": "开办资金", "基金会": "原始基金"}[
        draft["organization_type"]
    ]


def _end(draft: Draft, style: str) -> str:
    if draft["valid_until"] is None:
        draft.truth["valid_until"] = None
        return marks.mark("valid_until", "长期")
    return when(draft, "valid_until", style)


@layout(KIND, "wide_original")
def wide_original(draft: Draft) -> None:
    """正本: a code at the left under a square code, seven lines at the right, the term at the foot on the left."""
    page = draft.page(A4_LANDSCAPE, (255, 253, 244))
    page.rect((28, 28, 814, 567), (170, 36, 40), 5)
    page.rect((38, 38, 804, 557), (206, 160, 80), 1.4)
    page.text(421, 110, _title(draft), draft.type("song-bold", 34, (176, 26, 30)), "center")
    page.picture(code_blocks(draft.rng.randrange(60)), (84, 160, 164, 240))
    page.text(124, 262, "统一社会信用代码", draft.type("hei", 10), "center")
    page.text(124, 280, code(draft, style="run"), draft.type("hei", 12), "center")
    label = draft.type("hei", 13, (120, 30, 30))
    body = draft.type(draft.pick("song", "kai"), 14.5, leading=1.35)
    y = 152.0
    for name, value in (
        ("名称", draft.put("organization_name")),
        ("住所", draft.put("address")),
        ("法定代表人", draft.put("legal_representative")),
        (_fund(draft), cash(draft, "registered_capital", "big", "wan", "yuan")),
        ("业务范围", draft.put("business_scope")),
        ("业务主管单位", draft.put("supervisory_body")),
    ):
        page.text(346, y + 15, name, label, "right")
        below = page.paragraph(366, y - 1, 390, value, body)
        y = max(y + 36, below + 12)
    style = draft.pick("zero", "plain", "gaps")
    page.text(84, 480, "有效期限", label)
    page.text(84, 504, f"{when(draft, 'valid_from', style)} 至", draft.type("song", 13))
    page.text(84, 526, _end(draft, style), draft.type("song", 13))
    page.text(600, 490, f"发证机关　{draft.put('registration_authority')}", body, "center")
    page.text(600, 520, f"发证日期　{when(draft, 'issue_date', style)}", body, "center")
    draft.seal(page, (draft.rng.uniform(640, 690), 486), draft["registration_authority"], 112)
    copy_stamp(draft, page, (420, 380))


@layout(KIND, "tall_duplicate", ("scan", "photo", "poor", "digital"))
def tall_duplicate(draft: Draft) -> None:
    """副本 on an upright page: thin rules between the lines, records of inspection with stamps in the lower half."""
    page = draft.page(A4, (244, 249, 244))
    page.rect((34, 34, 561, 808), (60, 120, 80), 2.4)
    page.text(297, 96, _title(draft), draft.type("hei-bold", 24, (24, 90, 50)), "center")
    page.text(297, 120, "（副 本）", draft.type("song", 14), "center")
    page.text(
        536, 60, f"No.{draft.rng.randrange(10**6, 10**7)}", draft.type("song", 11, (200, 40, 40)), "right"
    )
    label, body = draft.type("song", 12), draft.type("fang", 13, leading=1.3)
    y = 146.0
    for name, value in (
        ("统一社会信用代码：", code(draft, style="run")),
        ("名称：", draft.put("organization_name")),
        ("业务范围：", draft.put("business_scope")),
        ("住所：", draft.put("address")),
        ("法定代表人：", draft.put("legal_representative")),
        (f"{_fund(draft)}：", cash(draft, "registered_capital", "wan2", "wide", "yuan")),
        ("业务主管单位：", draft.put("supervisory_body")),
        ("发证机关：", draft.put("registration_authority")),
        ("发证日期：", when(draft, "issue_date", "gaps")),
        ("有效期限：", f"自 {when(draft, 'valid_from', 'gaps')} 至 {_end(draft, 'gaps')}"),
    ):
        page.text(60, y + 14, name, label)
        below = page.paragraph(180, y, 350, value, body)
        y = max(y + 27, below + 8)
        page.line(60, y - 4, 536, y - 4, (150, 190, 160), 0.5)
    draft.seal(page, (430, y - 58), draft["registration_authority"], 106)
    y += 20
    page.text(297, y + 14, "年 度 检 查 记 录", draft.type("hei", 14), "center")
    for column in range(4):
        x = 60 + column * 119
        page.rect((x, y + 26, x + 119, y + 116), (60, 120, 80), 0.8)
        page.text(x + 60, y + 44, "年度", label, "center")


@layout(KIND, "opened_booklet", ("scan", "photo", "poor"))
def opened_booklet(draft: Draft) -> None:
    """A booklet opened: the cover leaf at the left with device and title, the page of facts at the right."""
    page = draft.page((760, 520), (250, 248, 240))
    page.rect((14, 14, 372, 506), None, fill=(140, 26, 32))
    page.picture(emblem((232, 196, 110)), (153, 90, 233, 170))
    page.text(193, 250, _title(draft), draft.type("song-bold", 21, (240, 206, 120)), "center")
    page.text(193, 290, "（副本）", draft.type("song", 14, (240, 206, 120)), "center")
    page.text(193, 470, "中华人民共和国民政部制", draft.type("song", 12, (240, 206, 120)), "center")
    page.rect((388, 14, 746, 506), (120, 100, 60), 0.8)
    label, body = draft.type("song", 11), draft.type("kai", 12.5, leading=1.3)
    y = 40.0
    for name, value in (
        ("名　　　称", draft.put("organization_name")),
        ("信 用 代 码", code(draft)),
        ("法定代表人", draft.put("legal_representative")),
        ("住　　　所", draft.put("address")),
        (gapped(_fund(draft)), cash(draft, "registered_capital", "big", "round", "both")),
        ("主 管 单 位", draft.put("supervisory_body")),
        ("业 务 范 围", draft.put("business_scope")),
        ("成 立 时 间", when(draft, "registration_date", "han")),
        ("有　效　期", f"{when(draft, 'valid_from', 'dots')}—{_end(draft, 'dots')}"),
    ):
        page.text(404, y + 12, name, label)
        y = max(y + 28, page.paragraph(480, y - 1, 250, value, body) + 10)
    page.text(610, max(y + 24, 436), draft.put("registration_authority"), body, "center")
    page.text(610, max(y + 24, 436) + 24, when(draft, "issue_date", "han"), body, "center")
    draft.seal(page, (620, max(y + 24, 436)), draft["registration_authority"], 96)


@layout(KIND, "electronic_download", ("digital", "digital", "poor", "screenshot"))
def electronic_download(draft: Draft) -> None:
    """The electronic certificate as it is downloaded: bilingual labels in a frame of two columns, a faint watermark."""
    flow = draft.flow(
        draft.type("hei", 11.5, leading=1.45),
        size=A4_LANDSCAPE,
        margins=(70, 64, 70, 40),
        colour=(250, 253, 255),
    )
    for x, y in ((120, 300), (380, 420), (520, 240)):
        flow.page.watermark("江苏政务服务", draft.type("kai", 30, (226, 234, 242)), 24, x, y)
    flow.heading(_title(draft), draft.type("hei-bold", 26, (20, 60, 130)), after=0)
    flow.paragraph(
        "Certificate of Registration · Electronic Licence", draft.type("song", 10, latin="times"), indent=0,
        align="center", after=8,
    )  # fmt: skip
    rows = [
        ("名称 Name", draft.put("organization_name")),
        ("统一社会信用代码 USCC", code(draft)),
        ("法定代表人 Legal Representative", draft.put("legal_representative")),
        (f"{_fund(draft)} Capital", cash(draft, "registered_capital", "rmb", "wan", "comma")),
        ("住所 Domicile", draft.put("address")),
        ("业务范围 Scope", draft.put("business_scope")),
        ("登记机关 Registered by", draft.put("registration_authority")),
        ("业务主管单位 Supervised by", draft.put("supervisory_body")),
        ("有效期限 Validity", f"{when(draft, 'valid_from', 'dots')} - {_end(draft, 'dots')}"),
        ("发证日期 Date of Issue", when(draft, "issue_date", "dots")),
    ]
    flow.table(
        [[Cell(name, align="left", fill=(232, 240, 250)), Cell(value, align="left")] for name, value in rows],
        (2.4, 5), least=30, rule=(130, 160, 200),
    )  # fmt: skip
    checked = day(after(draft["issue_date"], draft.rng.randint(3, 200)), "iso")
    flow.paragraph(
        f"下载时间：{checked} 10:3{draft.rng.randint(0, 9)}　扫码核验证照真伪", draft.type("hei", 9), indent=0
    )
    draft.seal(flow.page, (680, 470), draft["registration_authority"], 104)


@layout(KIND, "both_on_a_table", ("photo", "photo", "scan"))
def both_on_a_table(draft: Draft) -> None:
    """正本 and 副本 side by side in one picture; the second says the same in other words and leaves some out."""
    page = draft.page((1000, 560), (150, 118, 88))
    name, authority = draft["organization_name"], draft["registration_authority"]
    page.rect((24, 40, 560, 520), None, fill=(255, 252, 242))
    page.rect((36, 52, 548, 508), (180, 40, 40), 2)
    page.text(292, 100, _title(draft), draft.type("song-bold", 23, (170, 24, 28)), "center")
    label, body = draft.type("hei", 11, (120, 40, 40)), draft.type("song", 12.5, leading=1.3)
    y = 128.0
    for key, value in (
        ("名　称", draft.put("organization_name")),
        ("信用代码", code(draft, style="run")),
        ("住　所", draft.put("address")),
        ("法定代表人", draft.put("legal_representative")),
        (_fund(draft), cash(draft, "registered_capital", "wan", "big")),
        ("业务主管单位", draft.put("supervisory_body")),
        ("业务范围", draft.put("business_scope")),
        ("有效期", f"{when(draft, 'valid_from', 'plain')}至{_end(draft, 'plain')}"),
    ):
        page.text(56, y + 12, key, label)
        y = max(y + 30, page.paragraph(140, y - 2, 392, value, body) + 10)
    page.text(430, 452, draft.put("registration_authority"), body, "center")
    page.text(430, 476, when(draft, "issue_date", "plain"), body, "center")
    draft.seal(page, (440, 456), authority, 96)
    page.rect((590, 64, 976, 500), None, fill=(243, 248, 243))
    page.rect((602, 76, 964, 488), (60, 120, 80), 1.6)
    page.text(
        783,
        116,
        f"{draft.again('organization_type', _plain_title(draft))}（副本）",
        draft.type("hei", 16),
        "center",
    )
    small = draft.type("song", 11, leading=1.3)
    y = 142.0
    for key, value in (
        ("单位名称", draft.again("organization_name", name)),
        ("统一社会信用代码", draft.again("uscc")),
        ("法定代表人", draft.again("legal_representative")),
        ("登记管理机关", draft.again("registration_authority", authority)),
    ):
        page.text(616, y + 11, key, label)
        y = max(y + 34, page.paragraph(726, y - 2, 226, value, small) + 12)
    draft.seal(page, (860, 420), authority, 88)


def _plain_title(draft: Draft) -> str:
    return {
        "社会团体": "社会团体法人登记证书",
        "民办非企业单位": "民办非企业单位登记证书",
        "基金会": "基金会法人登记证书",
    }[draft["organization_type"]]
