"""Unions' papers: approvals, the legal person's certificate, appointments, rosters."""

from tests.corpus.assorted.people import company, people, person
from tests.corpus.assorted.pieces import copy_stamp
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE, RED
from tests.corpus.varied.pieces import after, before, day, when


@layout("union_approval", "reply_with_stub", ("scan", "photo", "digital", "poor"))
def reply_with_stub(draft: Draft) -> None:
    """A filled reply on a printed form: blanks in sentences, a stub on the left to be torn off."""
    page = draft.page((760, 480), (252, 250, 244))
    page.line(196, 20, 196, 460, (140, 140, 140), 0.8)
    label, hand = draft.type("song", 12.5, leading=2.0), draft.type("hand", 13, (24, 36, 110), leading=1.5)
    page.text(104, 54, "存　根", draft.type("song-bold", 16), "center")
    page.paragraph(
        30, 80, 150, f"批复建会单位：\n{draft.again('union_name')}\n\n经办：{person(draft.rng)}", hand
    )
    page.text(478, 54, "建立工会组织批复书", draft.type("song-bold", 22, RED), "center")
    page.text(730, 84, draft.put("document_number"), label, "right")
    y = page.paragraph(226, 100, 500, f"{draft.put('organization_name')}：", label)
    y = page.paragraph(
        226, y, 500, f"你单位报来《关于成立工会组织的请示》已收悉。根据《工会法》第十二条规定，经研究，同意成立{draft.put('union_name')}，第一届委员会由{person(draft.rng)}等{draft.rng.choice((3, 5, 7))}人组成。", label, indent=2,
    )  # fmt: skip
    y = page.paragraph(226, y, 500, "此复。", label, indent=2)
    page.text(600, y + 60, draft.put("approving_union"), label, "center")
    page.text(600, y + 86, when(draft, "issue_date", draft.pick("gaps", "han")), label, "center")
    draft.seal(page, (606, y + 64), draft["approving_union"], 108)


@layout("union_approval", "legal_person", ("scan", "photo", "poor", "digital"))
def legal_person(draft: Draft) -> None:
    """工会法人资格证书: the union's own name, chair and number; whose union it is stands only in the name."""
    page = draft.page(A4_LANDSCAPE, (255, 250, 240))
    page.rect((26, 26, 816, 569), (200, 30, 30), 3)
    page.text(421, 110, "工会法人资格证书", draft.type("kai", 42, RED), "center")
    body = draft.type("song", 16, leading=1.4)
    y = 160.0
    for name, value in (
        ("工会名称", draft.put("union_name")),
        ("法定代表人", person(draft.rng)),
        ("住　　所", draft.org.address),
        ("证书编号", draft.put("document_number")),
        ("有效期限", f"{day(draft['issue_date'])}至{day(after(draft['issue_date'], 1825))}"),
    ):
        page.text(150, y + 16, f"{name}：", body)
        y = max(y + 44, page.paragraph(260, y - 4, 450, value, body) + 14)
    page.text(
        150,
        y + 26,
        "依照《中华人民共和国工会法》规定，具备法人条件，依法取得工会法人资格。",
        draft.type("song", 13),
    )
    page.text(620, 480, f"发证机关：{draft.put('approving_union')}", body, "center")
    page.text(620, 512, f"发证日期：{when(draft, 'issue_date', 'zero')}", body, "center")
    draft.seal(page, (660, 490), draft["approving_union"], 112)
    copy_stamp(draft, page, (250, 480), 0.4)


@layout("appointment", "letter_of_appointment")
def letter_of_appointment(draft: Draft) -> None:
    """聘书: a landscape letter with large characters, the term of office in the text."""
    page = draft.page(A4_LANDSCAPE, (254, 244, 232))
    page.rect((34, 34, 808, 561), (180, 30, 30), 2)
    page.text(421, 130, "聘　书", draft.type("kai", 56, RED), "center")
    body = draft.type("kai", 22, leading=1.9)
    start = draft["issue_date"]
    y = page.paragraph(
        120, 180, 610, f"{draft.put('person')}　{draft.pick('同志', '先生/女士', '老师')}：", body
    )
    y = page.paragraph(
        120, y, 610, f"兹聘请您为{draft.put('body')}{draft.put('position')}，聘期{draft.rng.choice((2, 3, 5))}年，自{start.year}年{start.month}月起。", body, indent=2,
    )  # fmt: skip
    page.text(600, 456, draft.put("issuing_authority"), body, "center")
    page.text(600, 500, when(draft, "issue_date", draft.pick("han", "plain")), body, "center")
    draft.seal(page, (610, 470), draft["issuing_authority"], 118)


@layout("appointment", "list_of_posts", ("digital", "scan", "poor", "docx"))
def list_of_posts(draft: Draft) -> None:
    """任职通知: several people in one list, ours with the organization behind the name."""
    rng, issued = draft.rng, draft["issue_date"]
    flow = draft.flow(draft.type("fang", 16, leading=1.85), margins=(80, 88, 76, 72))
    flow.heading(draft.put("issuing_authority"), draft.type("song-bold", 26, RED), after=4)
    flow.paragraph(f"工干〔{issued.year}〕{rng.randint(1, 30)}号", indent=0, align="center", after=16)
    flow.heading("关于兼职挂职人员任职的通知", draft.type("song-bold", 21), after=12)
    flow.paragraph("各基层工会：", indent=0)
    flow.paragraph(f"经{day(before(issued, 6))}会议研究，决定：")
    lines = [f"{person(rng)}任办公室副主任（试用期一年）；", f"免去{person(rng)}的组织部部长职务；"]
    lines.insert(
        rng.randrange(3),
        f"{draft.put('person')}（{draft.org.name}）任{draft.put('body')}{draft.put('position')}；",
    )
    for one in lines:
        flow.paragraph(one)
    flow.paragraph("以上同志任职时间自发文之日起计算。", after=10)
    flow.signature([draft["issuing_authority"], when(draft, "issue_date", draft.pick("plain", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["issuing_authority"])


@layout("union_roster", "member_cards", ("scan", "xlsx", "digital", "photo"))
def member_cards(draft: Draft) -> None:
    """A roster by rows with signature marks and days of joining; the day of the list is in its head."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 11, leading=1.45), margins=(50, 64, 50, 56))
    draft.values["title"] = draft.pick("工会会员花名册", "职工会员名单", "工会会员实名登记表")
    title = draft.put("title")
    flow.heading(title, draft.type("hei", 18), after=6)
    line = f"单位：{draft.put('organization_name')}　　　　统计时间：{when(draft, 'date', draft.pick('dots', 'plain', 'iso'))}"
    flow.paragraph(line, indent=0, after=4)
    head = ["序号", "姓名", "性别", "会员证号", "职务", "入会时间", "签名"]
    rows = [
        [str(n), name, rng.choice("男女"), f"32{rng.randrange(10**6, 10**7)}", ("主席", "副主席", "组织委员", "女工委员")[n - 1] if n < 5 else "会员", f"{rng.randint(2015, 2023)}.{rng.randint(1, 12):02d}", name]
        for n, name in enumerate((*draft.org.staff, *people(rng, 6)), start=1)
    ]  # fmt: skip
    flow.table([[Cell(one, bold=True) for one in head], *rows], (0.7, 1.2, 0.7, 1.6, 1.2, 1.2, 1.2), least=26)
    draft.sheets = [("名册", [[title], [line], head, *rows])]


@layout("union_roster", "duties_chart", ("digital", "scan", "docx", "poor"))
def duties_chart(draft: Draft) -> None:
    """工会干部分工: one person and a sentence of duties in each row; the union's name in the signature."""
    rng = draft.rng
    draft.values["title"] = draft.pick("工会委员会委员分工表", "工会领导班子成员及职责分工")
    flow = draft.flow(draft.type("song", 12, leading=1.6), margins=(60, 76, 60, 60))
    flow.heading(draft.put("title"), draft.type("song-bold", 20), after=10)
    posts = (
        ("工会主席", "主持全面工作，对职工代表大会负责"),
        ("工会副主席", "协助主席工作，分管劳动保护和经费"),
        ("经审委员", "负责经费收支的审查监督"),
        ("女职工委员", "维护女职工特殊权益"),
        ("文体委员", "组织职工文化体育活动"),
    )
    rows = [
        [post, name, Cell(text, align="left")]
        for (post, text), name in zip(posts, people(rng, 5), strict=True)
    ]
    flow.table(
        [[Cell(one, bold=True) for one in ("职务", "姓名", "主要职责")], *rows], (1.5, 1.2, 5), least=36
    )
    flow.signature([f"{draft.put('organization_name')}工会", when(draft, "date", draft.pick("plain", "han"))])


@layout("other", "invoice", ("digital", "scan", "photo"))
def invoice(draft: Draft) -> None:
    """An electronic invoice: it proves nothing that is asked for."""
    rng = draft.rng
    page = draft.page((680, 420), (255, 255, 255))
    red = (150, 60, 30)
    page.text(340, 44, "电子发票（普通发票）", draft.type("kai", 22, red), "center")
    page.text(660, 40, f"发票号码：253220000{rng.randrange(10**10, 10**11)}", draft.type("song", 10), "right")
    page.text(660, 58, f"开票日期：{day(draft['date'], 'zero')}", draft.type("song", 10), "right")
    page.rect((20, 76, 660, 400), red, 1)
    ink, label = draft.type("song", 11), draft.type("song", 11, red)
    amount = float(rng.randint(3, 400) * 50)
    for n, (name, value) in enumerate(
        (
            ("购买方名称", draft.org.name),
            ("销售方名称", company(rng, draft.org.place)),
            ("项目名称", draft.pick("*文具*复印纸", "*餐饮服务*餐费", "*印刷品*宣传册", "*住宿服务*住宿费")),
            ("价税合计（小写）", f"¥{amount:.2f}"),
            ("备注", ""),
            ("开票人", person(rng)),
        )
    ):
        page.text(36, 110 + n * 48, name, label)
        page.text(180, 110 + n * 48, value, ink)
        page.line(20, 126 + n * 48, 660, 126 + n * 48, red, 0.5)


@layout("other", "table_of_contents", ("digital", "scan", "docx"))
def table_of_contents(draft: Draft) -> None:
    """A table of contents of the evidence, as covers of binders have it."""
    flow = draft.flow(draft.type("song", 13, leading=1.6), margins=(70, 90, 70, 60))
    flow.heading("目　　录", draft.type("song-bold", 24), after=18)
    names = (
        "法人登记证书复印件",
        "办公用房证明",
        "工会组建批复",
        "三年年检情况",
        "信用查询记录",
        "表彰奖励文件",
        "新闻报道截图",
        "满意度测评情况",
    )
    rows = [
        [str(n), Cell(one, align="left"), f"{n * 4 - 3}-{n * 4}", ""] for n, one in enumerate(names, start=1)
    ]
    flow.table([["序号", "材料名称", "页码", "备注"], *rows], (0.8, 4, 1.2, 1.2), least=30)
    flow.paragraph(f"{draft.org.short}　整理：{person(draft.rng)}", indent=0, align="right")
