"""Registration certificates: cards, a bilingual sheet, a certificate on a desk, a change of entries, a copy with stamps."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.pieces import (
    amount,
    day,
    desk,
    down,
    later,
    rows,
    scribble,
    site,
    site_foot,
    span,
    stacks,
    stamp,
    when,
)  # fmt: skip
from tests.corpus.further.register import layout
from tests.corpus.page import A4, A4_LANDSCAPE, RED
from tests.corpus.seals import code_blocks, emblem

KIND = "registration_certificate"


def _title(draft: Draft, *, long: bool = False) -> str:
    title = {
        "社会团体": "社会团体法人登记证书",
        "民办非企业单位": draft.pick(
            "民办非企业单位登记证书", "民办非企业单位登记证书（法人）", "社会服务机构登记证书"
        ),
        "基金会": "基金会法人登记证书",
    }[draft["organization_type"]]
    return draft.put("organization_type", ("中华人民共和国" if long else "") + title)


def _fund(draft: Draft) -> str:
    return {"社会团体": "注册资金", "民办非企业单位": "开办资金", "基金会": "原始基金数额"}[
        draft["organization_type"]
    ]


@layout(KIND, "values_in_grid")
def values_in_grid(draft: Draft) -> None:
    """正本 in a grid with labels small above the values, two and three to a row; the code below the title in letters apart."""
    page = draft.page(A4_LANDSCAPE, (253, 250, 238))
    page.rect((24, 24, 818, 571), (150, 110, 40), 1)
    page.rect((34, 34, 808, 561), (180, 30, 30), 6)
    page.picture(emblem(), (391, 46, 451, 106))
    page.text(421, 146, _title(draft), draft.type("kai", 32, (150, 20, 20)), "center")
    page.text(421, 176, f"统一社会信用代码 {draft.put('uscc')}", draft.type("hei", 12.5), "center")
    small, body = draft.type("hei", 9.5, (140, 90, 40)), draft.type("song-bold", 14, leading=1.3)
    style = draft.pick("zero", "cn", "han")
    y = stacks(
        page,
        [("名　称", draft.put("organization_name")), ("法定代表人", draft.put("legal_representative"))],
        (86, 200, 780),
        2,
        small,
        body,
    )
    y = stacks(
        page,
        [("住　所", draft.put("address")), ("业务主管单位", draft.put("supervisory_body"))],
        (86, y, 780),
        2,
        small,
        body,
    )
    y = stacks(page, [(_fund(draft), amount(draft, "registered_capital", "wan", "capitals", "yuan_zheng")), ("成立登记日期", when(draft, "registration_date", style)),
                      ("有效期限", span(draft, style, draft.pick("{} 至 {}", "自{}起至{}止")))], (86, y, 780), 3, small, body)  # fmt: skip
    stacks(page, [("业务范围", draft.put("business_scope"))], (86, y, 780), 1, small, body)
    page.text(650, 500, f"发证机关：{draft.put('registration_authority')}", draft.type("song", 14), "center")
    page.text(650, 526, when(draft, "issue_date", style), draft.type("song", 14), "center")
    draft.seal(page, (draft.rng.uniform(640, 700), 508), draft["registration_authority"], 118)


@layout(KIND, "on_a_desk", ("photo", "photo", "scan"))
def on_a_desk(draft: Draft) -> None:
    """The duplicate photographed on a desk with other things; brackets after the labels, values in a pen's hand."""
    page = desk(draft, (900, 700), (70, 50, 730, 640), (246, 250, 252))
    page.rect((86, 66, 714, 624), (60, 90, 150), 2.2)
    page.text(400, 118, _title(draft), draft.type("song-bold", 24, (40, 60, 130)), "center")
    page.text(400, 144, "（副　本）", draft.type("song", 14), "center")
    label, hand = draft.type("song", 13), draft.type("hand", 15.5, (20, 24, 40), leading=1.3)
    y = rows(page, [
        ("统一社会信用代码", draft.put("uscc")), ("名　　　　　称", draft.put("organization_name")), ("住　　　　　所", draft.put("address")),
        ("法 定 代 表 人", draft.put("legal_representative")), (f"{_fund(draft)}（人民币）", amount(draft, "registered_capital", "capitals", "wan_zheng", "spaced")),
        ("业务主管单位", draft.put("supervisory_body")), ("业　务　范　围", draft.put("business_scope")), ("有　　效　　期", span(draft, "wide_gaps", "{} 至 {}")),
    ], (112, 168, 700), 150, label, hand, 38)  # fmt: skip
    page.text(540, max(y + 20, 560), draft.put("registration_authority"), draft.type("song", 15), "center")
    page.text(
        540,
        max(y + 20, 560) + 28,
        when(draft, "issue_date", "cn", "half_spaced"),
        draft.type("song", 15),
        "center",
    )
    draft.seal(page, (560, max(y + 20, 560) + 4), draft["registration_authority"], 110)


@layout(KIND, "bilingual_sheet", ("digital", "scan", "poor"))
def bilingual_sheet(draft: Draft) -> None:
    """An upright electronic certificate in two languages: English under each Chinese label, all on one axis."""
    page = draft.page(A4, (248, 252, 255))
    page.rect((30, 30, 565, 812), (80, 130, 190), 1.2)
    page.text(297, 100, _title(draft, long=True), draft.type("song-bold", 21, RED), "center")
    page.text(
        297,
        122,
        "CERTIFICATE OF REGISTRATION OF A SOCIAL ORGANIZATION",
        draft.type("song", 9, latin="times"),
        "center",
    )
    small, body = (
        draft.type("song", 8.5, (110, 110, 120), latin="times"),
        draft.type("hei", 12.5, leading=1.35),
    )
    y = 160.0
    for name, english, value in (
        ("名称", "Name", draft.put("organization_name")), ("统一社会信用代码", "Unified Social Credit Identifier", draft.put("uscc")),
        ("法定代表人", "Legal Representative", draft.put("legal_representative")), ("住所", "Domicile", draft.put("address")), ("业务范围", "Scope of Business", draft.put("business_scope")),
        (_fund(draft), "Registered Fund", amount(draft, "registered_capital", "comma", "bracket", "wan")), ("业务主管单位", "Professional Supervisory Unit", draft.put("supervisory_body")),
        ("登记管理机关", "Registration Authority", draft.put("registration_authority")), ("有效期", "Period of Validity", span(draft, "iso", "{} — {}")), ("发证日期", "Date of Issue", when(draft, "issue_date", "iso")),
    ):  # fmt: skip
        page.text(70, y + 12, name, draft.type("hei", 11.5, (50, 90, 150)))
        page.text(70, y + 25, english, small)
        y = max(y + 44, page.paragraph(236, y, 296, value, body) + 16)
    page.picture(code_blocks(draft.rng.randrange(60)), (70, 720, 140, 790))
    draft.seal(page, (440, 736), draft["registration_authority"], 108)
    page.text(160, 780, "电子证照，扫码可验。打印件与纸质证书同效", draft.type("hei", 9))


@layout(KIND, "spread_on_side", ("scan", "photo", "poor"))
def spread_on_side(draft: Draft) -> None:
    """An old style certificate: the title set downwards at the right, lines of text in a running sentence."""
    page = draft.page((760, 560), (252, 247, 230))
    page.rect((22, 22, 738, 538), (160, 60, 30), 3)
    down(page, 680, 70, _title(draft), draft.type("song-bold", 27, (160, 30, 20)), 1.2)
    page.line(640, 50, 640, 510, (160, 60, 30), 0.8)
    body = draft.type(draft.pick("kai", "song"), 15, leading=1.75)
    facts = f"法定代表人：{draft.put('legal_representative')}；住所：{draft.put('address')}；{_fund(draft)}：{amount(draft, 'registered_capital', 'wan', 'yuan', 'wide')}；业务主管单位：{draft.put('supervisory_body')}"
    sentences = (
        f"{draft.put('organization_name')}（{facts}），业经审查，准予登记，特发此证。",
        f"业务范围：{draft.put('business_scope')}",
        f"代码 {draft.put('uscc')}",
        f"本证书有效期自{span(draft, draft.pick('cn', 'han'), '{}起至{}')}",
    )
    y = 60.0
    for one in sentences:
        y = page.paragraph(56, y, 560, one, body, indent=2) + 6
    page.text(470, max(y + 30, 440), draft.put("registration_authority"), body, "center")
    page.text(470, max(y + 30, 440) + 30, when(draft, "issue_date", "han", "letter_o"), body, "center")
    draft.seal(page, (480, max(y + 30, 440) + 6), draft["registration_authority"], 112)
    scribble(draft, page, f"存档{draft.rng.randint(1, 40)}", 60, 524)


@layout(KIND, "query_of_registry", ("digital", "screenshot", "html"))
def query_of_registry(draft: Draft) -> None:
    """The registry's page for an organization, headed as the certificate's contents, with navigation and foot."""
    draft_flow = draft.flow(draft.type("hei", 11, leading=1.5), size=(760, 820), margins=(60, 120, 60, 60))
    page = draft_flow.page
    site(
        draft,
        page,
        f"{draft.org.place.city}社会组织信息网",
        (160, 34, 40),
        "首页　　政务公开　　办事指南　　信息查询　　党建引领",
        "首页 > 信息查询 > 登记证书信息",
    )
    site_foot(draft, page, draft.org.registration_authority)
    draft_flow.heading(f"{_title(draft)}电子信息", draft.type("hei-bold", 17), after=10)
    table = [
        ("组织名称", draft.put("organization_name"), "信用代码", draft.put("uscc")),
        (
            "法定代表人",
            draft.put("legal_representative"),
            _fund(draft),
            amount(draft, "registered_capital", "wan", "bracket"),
        ),
        ("登记管理机关", draft.put("registration_authority"), "业务主管单位", draft.put("supervisory_body")),
        ("成立日期", when(draft, "registration_date", "iso"), "证书有效期", span(draft, "iso", "{} 至 {}")),
    ]
    fill = (246, 240, 240)
    draft_flow.table(
        [*[[Cell(a, fill=fill), Cell(b, align="left"), Cell(c, fill=fill), Cell(d, align="left")] for a, b, c, d in table],
         [Cell("住　所", fill=fill), Cell(draft.put("address"), 3, align="left")], [Cell("业务范围", fill=fill), Cell(draft.put("business_scope"), 3, align="left")]],
        (1.4, 3.2, 1.4, 3.2), least=36, rule=(200, 190, 190),
    )  # fmt: skip
    draft_flow.paragraph(
        f"打印时间：{day(later(draft['issue_date'], draft.rng.randint(20, 90)), 'iso')} 15:0{draft.rng.randint(0, 9)}:12",
        draft.type("hei", 9),
        indent=0,
    )


@layout(KIND, "renewal_page", ("scan", "poor", "photo", "digital"))
def renewal_page(draft: Draft) -> None:
    """A copy of two pages: the duplicate's face with sparse entries; behind it notes of change with the term on page two."""
    page = draft.page(A4, (244, 244, 240))
    page.text(297, 130, _title(draft), draft.type("hei-bold", 23), "center")
    page.text(297, 154, "副　本　　　（1—1）", draft.type("song", 12), "center")
    label, body = draft.type("kai", 14), draft.type("song", 14.5, leading=1.4)
    rows(page, [
        ("代　　码：", draft.put("uscc")), ("名　　称：", draft.put("organization_name")), ("地　　址：", draft.put("address")), ("法定代表人：", draft.put("legal_representative")),
        (f"{_fund(draft)}：", amount(draft, "registered_capital", "yuan", "wan", "both")), ("主管单位：", draft.put("supervisory_body")), ("业务范围：", draft.put("business_scope")),
    ], (80, 200, 530), 106, label, body, 44)  # fmt: skip
    stamp(draft, page, (420, 690), 0.7)
    back = draft.page(A4, (244, 244, 240))
    back.text(297, 100, "登 记 事 项 记 载", draft.type("song-bold", 18), "center")
    for n in range(5):
        back.line(70, 140 + n * 90, 525, 140 + n * 90, (90, 90, 90), 0.7)
    back.text(80, 176, f"本证书有效期限　{span(draft, draft.pick('cn', 'zero'))}", body)
    back.text(80, 266, f"{day(later(draft['issue_date'], -900), 'cn')}　准予变更住所", label)
    back.text(80, 620, f"登记机关（印章）　{draft.put('registration_authority')}", body)
    back.text(80, 650, f"发证日期　{when(draft, 'issue_date', 'cn', 'zero')}", body)
    draft.seal(back, (330, 620), draft["registration_authority"], 112)
