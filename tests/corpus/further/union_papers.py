"""Unions' papers: replies, certificates of the legal person, letters of appointment, lists of officers."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import company, people, person
from tests.corpus.further.pieces import (
    day,
    desk,
    fitted,
    later,
    phone_top,
    red_head,
    site,
    site_foot,
    stacks,
    stamp,
    when,
)
from tests.corpus.further.register import layout
from tests.corpus.page import A4_LANDSCAPE, RED
from tests.corpus.seals import emblem

_HAN = "一二三四五六七八九十"


@layout("union_approval", "reply_of_many", ("digital", "scan", "poor", "docx"))
def reply_of_many(draft: Draft) -> None:
    """A reply that approves several firms' unions at once; ours stands among them, a table of officers follows on the next page."""
    rng = draft.rng
    flow = draft.flow(draft.type("fang", 15.5, leading=1.85), margins=(80, 88, 76, 70), numbered="— {} —")
    red_head(draft, flow, draft.put("approving_union"), draft.put("document_number"), suffix="文件")
    flow.heading(
        f"关于同意{company(rng, draft.org.place)}等{_HAN[rng.randint(2, 5)]}家单位\n组建工会的批复",
        draft.type("song-bold", 20),
        after=10,
    )
    flow.paragraph("各有关单位：", indent=0)
    ours = f"同意{draft.put('organization_name')}成立{draft.put('union_name')}"
    flow.paragraph(
        f"你们报来的请示收悉。经研究，{ours}；同意{company(rng, draft.org.place)}成立工会委员会；同意{company(rng, draft.org.place)}工会委员会更名。"
    )
    flow.paragraph(
        "望按照工会法和工会章程的规定，及时召开会员大会，选举产生工会委员会和经费审查委员会，刻制印章，开设账户。此复。"
    )
    flow.signature([draft["approving_union"], when(draft, "issue_date", "cn", "han", "nil_han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), draft["approving_union"])


@layout("union_approval", "legal_person_grid")
def legal_person_grid(draft: Draft) -> None:
    """工会法人资格证书: labels above values, code of the union and its chairman, issuer and day at the foot; no organization of its own."""
    page = draft.page(A4_LANDSCAPE, (255, 250, 244))
    page.rect((26, 26, 816, 569), (180, 30, 30), 5)
    page.picture(emblem(), (391, 50, 451, 110))
    page.text(421, 158, "工会法人资格证书", draft.type("song-bold", 32, RED), "center")
    page.text(421, 182, draft.pick("（副本）", "（正本）"), draft.type("song", 13), "center")
    number = f"813{draft.rng.randint(20000000, 39999999)}{draft.rng.randint(1000000, 9999999)}"
    y = stacks(page, [
        ("工会名称", draft.put("union_name")), ("统一社会信用代码", number), ("法定代表人", draft.org.legal_representative), ("办公地址", draft.org.address), ("有效期", "发证之日起至换届之日"),
        ("经费来源", "会员会费、拨缴经费、上级补助"),
    ], (90, 224, 780), 2, draft.type("hei", 10.5, (150, 90, 60)), draft.type("kai", 16, leading=1.3), 22)  # fmt: skip
    page.text(
        600, max(y + 30, 486), f"发证机关：{draft.put('approving_union')}", draft.type("song", 15), "center"
    )
    page.text(
        600, max(y + 30, 486) + 28, when(draft, "issue_date", "cn", "zero"), draft.type("song", 15), "center"
    )
    draft.seal(page, (660, max(y + 30, 486) + 4), draft["approving_union"], 112)
    stamp(draft, page, (300, 500))


@layout("union_approval", "reply_on_desk", ("photo", "photo", "scan"))
def reply_on_desk(draft: Draft) -> None:
    """A short reply photographed on a desk: addressed to the organization, number at the right, the union in one sentence."""
    page = desk(draft, (780, 900), (60, 40, 650, 860))
    page.text(
        355,
        130,
        draft.put("approving_union"),
        fitted(draft, "song-bold", 34, draft["approving_union"], 500, RED),
        "center",
    )
    page.line(100, 160, 610, 160, RED, 2)
    page.text(610, 186, draft.put("document_number"), draft.type("fang", 14), "right")
    page.text(
        355,
        250,
        draft.pick("关于成立工会组织的批复", "对组建工会请示的复函"),
        draft.type("song-bold", 24),
        "center",
    )
    body = draft.type("fang", 18, leading=1.8)
    y = page.paragraph(100, 290, 510, f"{draft.put('organization_name')}：", body)
    y = page.paragraph(
        100,
        y,
        510,
        f"你单位《关于成立工会的请示》收悉。经审查，符合建会条件，同意成立“{draft.put('union_name')}”，委员会由{_HAN[draft.rng.randint(2, 6)]}人组成，{draft.org.staff[1]}同志任主席。",
        body,
        indent=2,
    )
    page.paragraph(100, y, 510, "特此批复。", body, indent=2)
    page.text(470, 720, draft["approving_union"], draft.type("fang", 17), "center")
    page.text(470, 752, when(draft, "issue_date", "cn", "han", "letter_o"), draft.type("fang", 17), "center")
    draft.seal(page, (480, 730), draft["approving_union"], 124)


@layout("union_approval", "register_of_unions", ("digital", "screenshot", "poor", "html"))
def register_of_unions(draft: Draft) -> None:
    """A page of the unions' register: the approved union with number and day of the reply in a table."""
    flow = draft.flow(draft.type("hei", 11.5, leading=1.5), size=(760, 620), margins=(50, 116, 50, 60))
    site(
        draft,
        flow.page,
        "江苏工会实名制管理平台",
        (190, 30, 40),
        "组织管理　会员管理　干部管理　统计",
        "组织管理 > 基层工会 > 建会审批信息",
    )
    site_foot(draft, flow.page, draft["approving_union"])
    flow.heading("基层工会建会审批信息", draft.type("hei-bold", 17), after=8)
    fill = (252, 240, 240)
    flow.table([
        [Cell("工会名称", fill=fill), Cell(draft.put("union_name"), 3, align="left")], [Cell("所在单位", fill=fill), Cell(draft.put("organization_name"), 3, align="left")],
        [Cell("批准机关", fill=fill), draft.put("approving_union"), Cell("批复文号", fill=fill), draft.put("document_number")],
        [Cell("批准建会日期", fill=fill), when(draft, "issue_date", "iso", "slash"), Cell("会员人数", fill=fill), str(draft.rng.randint(6, 40))],
        [Cell("工会主席", fill=fill), draft.org.staff[1], Cell("审批状态", fill=fill), "已办结"],
    ], (1.4, 2.8, 1.3, 2.4), least=38, rule=(220, 200, 200))  # fmt: skip


@layout("appointment", "letter_in_traditional")
def letter_in_traditional(draft: Draft) -> None:
    """聘書 with a wide red title, the person with 先生/女士, a term of years as a distractor."""
    page = draft.page(A4_LANDSCAPE, (254, 246, 238))
    page.rect((30, 30, 812, 565), (196, 150, 60), 2)
    page.text(
        421,
        130,
        draft.pick("聘　書", "聘　任　书", "聘 请 书").replace("書", "书"),
        draft.type("kai", 50, RED),
        "center",
    )
    body = draft.type("kai", 23, leading=1.75)
    y = page.paragraph(
        110,
        180,
        620,
        f"{draft.org.name}　{draft.put('person')}　{draft.pick('同志', '先生/女士', '同志')}：",
        body,
    )
    page.paragraph(
        110,
        y,
        620,
        f"兹聘请您担任{draft.put('body')}{draft.put('position')}，聘期{_HAN[draft.rng.randint(0, 4)]}年。",
        body,
        indent=2,
    )
    page.text(600, 470, draft.put("issuing_authority"), draft.type("song-bold", 19), "center")
    page.text(600, 504, when(draft, "issue_date", "han", "cn", "nil_han"), draft.type("song", 17), "center")
    draft.seal(page, (draft.rng.uniform(600, 660), 482), draft["issuing_authority"], 120)


@layout("appointment", "notice_of_changes", ("digital", "scan", "poor", "docx"))
def notice_of_changes(draft: Draft) -> None:
    """A notice on posts: several people are named and released; ours is one of them, its post in a sentence."""
    rng = draft.rng
    flow = draft.flow(draft.type("fang", 16, leading=1.95), margins=(82, 90, 78, 70))
    red_head(
        draft,
        flow,
        draft.put("issuing_authority"),
        f"{draft.org.sign}工干〔{draft['issue_date'].year}〕{rng.randint(1, 30)}号",
    )
    flow.heading(
        draft.pick("关于有关同志任职的通知", "关于增补兼职干部的决定", "关于调整组成人员的通知"),
        draft.type("song-bold", 21),
        after=12,
    )
    flow.paragraph("各基层工会、各有关单位：", indent=0)
    ours = f"{draft.put('person')}（{draft.org.name}）任{draft.put('body')}{draft.put('position')}"
    lines = [
        f"{person(rng)}（{company(rng, draft.org.place)}）任组织部部长；",
        f"免去{person(rng)}同志原任职务。",
    ]
    flow.paragraph("经研究决定：", indent=2)
    for one in (lines[0], ours + "；", lines[1]) if rng.random() < 0.6 else (ours + "；", *lines):
        flow.paragraph(one)
    flow.signature([draft["issuing_authority"], when(draft, "issue_date", "cn", "han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["issuing_authority"])


@layout("appointment", "badge_and_card", ("photo", "scan", "screenshot"))
def badge_and_card(draft: Draft) -> None:
    """A card of the post, label above value on a coloured field."""
    page = draft.page((620, 420), (246, 248, 252))
    page.rect((0, 0, 620, 96), None, fill=(186, 26, 32))
    page.text(
        310, 60, draft.pick("任 职 证 明", "聘 任 证"), draft.type("hei-bold", 28, (255, 240, 200)), "center"
    )
    page.rect((40, 126, 170, 290), (150, 150, 150), 0.8, (214, 222, 232))
    stacks(
        page,
        [
            ("姓名", draft.put("person")),
            ("单位", draft.org.name),
            ("任职组织", draft.put("body")),
            ("职务", draft.put("position")),
        ],
        (196, 122, 596),
        1,
        draft.type("hei", 10.5, (130, 130, 140)),
        draft.type("hei-bold", 15.5, leading=1.25),
        9,
    )
    page.text(40, 340, f"签发：{draft.put('issuing_authority')}", draft.type("song", 14))
    page.text(40, 368, f"日期：{when(draft, 'issue_date', 'cn', 'iso', 'dots')}", draft.type("song", 14))
    draft.seal(page, (330, 350), draft["issuing_authority"], 104)


@layout("appointment", "post_in_account", ("screenshot",))
def post_in_account(draft: Draft) -> None:
    """An account's post on a conference: others come first, our person's post stands in the second paragraph."""
    rng = draft.rng
    page = draft.page((380, 700))
    phone_top(draft, page, "")
    y = page.paragraph(
        20,
        78,
        340,
        f"最新！{draft.org.place.city}工会这些人事有变动",
        draft.type("hei-bold", 20, leading=1.35),
    )
    page.text(
        20,
        y + 18,
        f"工会之声　{day(later(draft['issue_date'], 1), 'iso')}",
        draft.type("hei", 11.5, (120, 120, 126)),
    )
    body = draft.type("hei", 15.5, (50, 50, 50), leading=1.8)
    y = page.paragraph(
        20,
        y + 40,
        340,
        f"{when(draft, 'issue_date', 'cn')}，{draft.put('issuing_authority')}召开全体会议。会议听取了财务工作报告，{person(rng)}同志作讲话。",
        body,
        indent=2,
    )
    y = page.paragraph(
        20,
        y + 8,
        340,
        f"会议通过人事事项，由{draft.org.name}的{draft.put('person')}担任{draft.put('body')}{draft.put('position')}。",
        body,
        indent=2,
    )
    page.paragraph(20, y + 8, 340, "会议号召全市工会干部深入基层，服务职工。", body, indent=2)


@layout("union_roster", "posts_in_merged_cells", ("digital", "scan", "docx", "poor"))
def posts_in_merged_cells(draft: Draft) -> None:
    """Committees in merged cells at the left, people with post and telephone at the right, title and name of the body on top."""
    rng, org = draft.rng, draft.org
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(60, 80, 60, 60))
    flow.paragraph(draft.put("organization_name"), draft.type("song", 14), indent=0, align="center")
    flow.heading(draft.put("title"), draft.type("hei-bold", 19), after=8)
    names = [*org.staff[:5], *people(rng, 4)]
    flow.table([
        [Cell(one, bold=True) for one in ("机构", "职务", "姓名", "联系电话")],
        [Cell("工会委员会", rows=4), "主席", names[1], org.phone], ["副主席", names[2], "—"], ["组织委员", names[3], "—"], ["宣传委员", names[4], "—"],
        [Cell("经费审查\n委员会", rows=2), "主任", names[5], "—"], ["委员", names[6], "—"], [Cell("女职工委员会", rows=2), "主任", names[7], "—"], ["委员", names[8], "—"],
    ], (2, 1.6, 1.8, 2.4), least=30)  # fmt: skip
    flow.paragraph(f"填报日期：{when(draft, 'date', 'cn', 'dots', 'iso')}", indent=0, align="right")
    draft.seal(flow.page, (460, flow.y - 16), org.union_name, 104)


@layout("union_roster", "register_sheet", ("digital", "scan", "xlsx", "poor"))
def register_sheet(draft: Draft) -> None:
    """A long register of members on a wide sheet, two members in a line, numbers through."""
    rng, org = draft.rng, draft.org
    flow = draft.flow(draft.type("song", 11, leading=1.45), size=A4_LANDSCAPE, margins=(50, 54, 50, 44))
    title = draft.put("title")
    flow.heading(title, draft.type("song-bold", 18), after=4)
    line = (
        f"工会所在单位：{draft.put('organization_name')}　　　　制表时间：{when(draft, 'date', 'cn', 'iso')}"
    )
    flow.paragraph(line, indent=0, after=4)
    names = [*org.staff, *people(rng, rng.randint(6, 11))]
    head = ["序号", "姓名", "性别", "入会时间", "职务"] * 2
    half = -(-len(names) // 2)
    cells = [
        [
            str(n + 1),
            one,
            rng.choice("男女"),
            f"{rng.randint(2012, 2024)}.{rng.randint(1, 12)}",
            "主席" if n == 1 else "会员",
        ]
        for n, one in enumerate(names)
    ]
    cells += [[""] * 5] * (2 * half - len(cells))
    body = [cells[n] + cells[n + half] for n in range(half)]
    flow.table([[Cell(one, bold=True) for one in head], *body], (0.7, 1.4, 0.7, 1.4, 1.2) * 2, least=26)
    draft.sheets = [("名册", [[title], [line], head, *body])]


@layout("union_roster", "chart_on_wall", ("photo", "screenshot", "poor"))
def chart_on_wall(draft: Draft) -> None:
    """A board on a wall: boxes for chairman, deputies, committees, joined by lines."""
    org = draft.org
    page = draft.page((920, 600), (232, 234, 236))
    page.scene = True
    page.rect((30, 24, 890, 576), (190, 30, 36), 4, (255, 255, 255))
    name = draft.put("organization_name")
    page.text(460, 76, name, fitted(draft, "hei-bold", 26, name, 780, RED), "center")
    page.text(460, 114, draft.put("title"), draft.type("hei", 20), "center")
    body = draft.type("hei", 15)
    page.rect((380, 140, 540, 190), (190, 30, 36), 1.4, (255, 240, 236))
    page.text(460, 170, f"主席　{org.staff[1]}", body, "center")
    page.line(460, 190, 460, 230, (190, 30, 36), 1.4)
    page.line(160, 230, 760, 230, (190, 30, 36), 1.4)
    for n, (post, who) in enumerate(
        zip(
            ("副主席", "组织委员", "经审委员", "女工委员"), [*org.staff[2:5], person(draft.rng)], strict=False
        )
    ):
        x = 160 + n * 200
        page.line(x, 230, x, 260, (190, 30, 36), 1.4)
        page.rect((x - 80, 260, x + 80, 340), (190, 30, 36), 1, (250, 250, 250))
        page.text(x, 292, post, body, "center")
        page.text(x, 322, who, body, "center")
    page.paragraph(
        100,
        380,
        720,
        "职责：宣传贯彻工会法，维护职工合法权益，组织开展民主管理和文体活动，管理使用工会经费。",
        draft.type("hei", 14, leading=1.7),
    )
    page.text(820, 540, when(draft, "date", "cn", "dots"), draft.type("hei", 13), "right")
