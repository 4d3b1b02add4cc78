"""Papers that prove nothing: near misses in title and look, and what lies among papers anyway."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import company, person
from tests.corpus.further.pieces import INK, day, desk, later, phone_top, red_head, rows, site, site_foot
from tests.corpus.further.register import layout
from tests.corpus.page import A4, A4_LANDSCAPE, RED

KIND = "other"


@layout(KIND, "grade_applied_for", ("digital", "scan", "poor", "docx"))
def grade_applied_for(draft: Draft) -> None:
    """社会组织评估申报书: the organization applies for a grade that nobody has given."""
    flow = draft.flow(draft.type("song", 13, leading=1.7), margins=(70, 90, 70, 66))
    flow.heading("社会组织评估申报书", draft.type("song-bold", 26), after=20)
    flow.table(
        [
            ["申报单位", draft.org.name],
            ["申报等级", draft.pick("5A", "4A", "3A")],
            ["现有等级", "无"],
            ["填报日期", day(draft["date"])],
        ],
        (1, 3),
        least=40,
    )
    flow.paragraph(
        "我单位自愿申请参加社会组织评估，承诺所报材料真实有效，自觉接受评估专家组的实地考察。", after=20
    )
    flow.paragraph(f"法定代表人（签字）：{draft.org.legal_representative}", indent=0)


@layout(KIND, "inspection_to_come", ("digital", "scan", "poor", "html"))
def inspection_to_come(draft: Draft) -> None:
    """A notice that the annual inspection is to be done: titles of reports, no result."""
    flow = draft.flow(draft.type("fang", 15, leading=1.85), margins=(80, 86, 76, 70))
    red_head(draft, flow, draft.org.registration_authority)
    flow.heading(
        f"关于开展{draft['date'].year - 1}年度社会组织年度检查工作的通知",
        draft.type("song-bold", 19),
        after=10,
    )
    flow.paragraph("各社会组织：", indent=0)
    flow.paragraph(
        "请于规定时间内登录系统填报年度工作报告，上传审计报告。年检结论分为合格、基本合格、不合格三种。逾期未报的，将依法列入活动异常名录。"
    )
    flow.signature([draft.org.registration_authority, day(draft["date"], "cn")])


@layout(KIND, "nomination", ("digital", "scan", "photo", "docx", "poor"))
def nomination(draft: Draft) -> None:
    """推荐审批表 for an honour: it is proposed, not given; opinions are empty."""
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(60, 76, 60, 60))
    flow.heading(
        draft.pick("五一劳动奖状推荐审批表", "工人先锋号申报表", "先进集体推荐表"),
        draft.type("song-bold", 20),
        after=8,
    )
    flow.table([
        [Cell("推荐对象"), Cell(draft.org.name, 3)], [Cell("拟授荣誉"), "工人先锋号", Cell("推荐时间"), day(draft["date"], "dots")], [Cell("主要事迹"), Cell("坚持服务职工，成效明显。（可另附页）\n\n\n", 3, align="left")],
        [Cell("基层意见"), Cell("\n\n（盖章）　　年　月　日", 3)], [Cell("上级意见"), Cell("\n\n（盖章）　　年　月　日", 3)],
    ], (1.2, 2.4, 1.2, 2), least=34)  # fmt: skip


@layout(KIND, "candidates_shown", ("screenshot", "digital", "poor"))
def candidates_shown(draft: Draft) -> None:
    """A publicity of whom one means to honour: within five working days objections may be raised."""
    page = draft.page((380, 700))
    phone_top(draft, page, "")
    y = page.paragraph(
        20, 80, 340, f"{draft.org.place.city}拟表彰先进集体公示", draft.type("hei-bold", 20, leading=1.35)
    )
    page.text(20, y + 16, f"公示公告　{day(draft['date'], 'iso')}", draft.type("hei", 11.5, (120, 120, 126)))
    body = draft.type("hei", 15.5, (50, 50, 50), leading=1.8)
    y = page.paragraph(
        20,
        y + 40,
        340,
        f"经推荐、初审，拟对{draft.org.name}等单位予以表彰，现将名单公示。公示时间：{day(draft['date'])}至{day(later(draft['date'], 6))}。如有异议，请向评选办公室反映。",
        body,
        indent=2,
    )
    page.text(20, y + 40, "联系电话：025-55550000", body)


@layout(KIND, "request_for_union", ("digital", "scan", "poor", "docx"))
def request_for_union(draft: Draft) -> None:
    """关于成立工会的请示: the organization asks; nobody has answered."""
    flow = draft.flow(draft.type("fang", 16, leading=1.95), margins=(82, 100, 78, 70))
    flow.heading("关于成立工会组织的请示", draft.type("song-bold", 23), after=14)
    flow.paragraph(f"{draft.org.local_union}：", indent=0)
    flow.paragraph(
        f"我单位现有职工{draft.rng.randint(8, 40)}人，为维护职工权益，拟成立工会组织，并推荐{draft.org.staff[1]}为筹备组组长。妥否，请批示。"
    )
    flow.signature([draft.org.name, day(draft["date"], "cn")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), draft.org.name)


@layout(KIND, "invoice", ("scan", "digital", "photo"))
def invoice(draft: Draft) -> None:
    """An electronic invoice in a grid."""
    page = draft.page(A4_LANDSCAPE)
    page.text(421, 70, "电子发票（普通发票）", draft.type("kai", 25, (150, 50, 40)), "center")
    body, red = draft.type("song", 12), (170, 70, 60)
    page.text(620, 60, f"发票号码：2{draft.rng.randint(10**15, 10**16)}", body)
    page.text(620, 82, f"开票日期：{day(draft['date'], 'zero')}", body)
    cost = draft.rng.randint(3, 90) * 100
    page.rect((50, 100, 792, 190), red, 1)
    rows(
        page,
        [("购买方：", draft.org.name), ("销售方：", company(draft.rng, draft.org.place))],
        (62, 112, 780),
        70,
        body,
        body,
        36,
    )
    page.rect((50, 190, 792, 400), red, 1)
    for n, text in enumerate(("项目名称", "单位", "数量", "单价", "金额", "税率", "税额")):
        page.text(80 + n * 104, 212, text, draft.type("song", 12, red))
    for n, text in enumerate(
        ("*印刷品*宣传册", "本", "100", f"{cost / 100:.2f}", f"{cost:.2f}", "1%", f"{cost * 0.01:.2f}")
    ):
        page.text(80 + n * 104, 246, text, body)
    page.rect((50, 400, 792, 440), red, 1)
    page.text(62, 425, f"价税合计（小写）￥{cost * 1.01:.2f}", body)
    page.text(62, 470, f"开票人：{person(draft.rng)}", body)


@layout(KIND, "empty_desk", ("photo",))
def empty_desk(draft: Draft) -> None:
    """A desk with a leaf of shopping notes by hand."""
    page = desk(draft, (780, 900), (120, 120, 560, 760), (255, 252, 220))
    for n, text in enumerate(("A4纸 3箱", "绿豆糕 20盒", "签到笔 12支", "横幅 1条（周五取）", "老王 电话？")):
        page.text(160, 220 + n * 60, text, draft.type("hand", 24, INK))


@layout(KIND, "bank_licence", ("scan", "photo", "poor"))
def bank_licence(draft: Draft) -> None:
    """基本存款账户信息: label and value on a bank's sheet."""
    page = draft.page((700, 420), (250, 252, 255))
    page.text(350, 70, "基本存款账户信息", draft.type("hei-bold", 23), "center")
    rows(
        page,
        [
            ("账户名称：", draft.org.name),
            ("账户号码：", f"3205 0000 {draft.rng.randint(1000, 9999)} 0000 {draft.rng.randint(1000, 9999)}"),
            ("开户银行：", f"{draft.org.place.city}商业银行营业部"),
            ("法定代表人：", draft.org.legal_representative),
        ],
        (90, 120, 640),
        110,
        draft.type("song", 15),
        draft.type("song", 15),
        44,
    )
    page.text(560, 360, day(draft["date"], "zero"), draft.type("song", 14), "center")


@layout(KIND, "back_cover", ("scan", "digital"))
def back_cover(draft: Draft) -> None:
    """A leaf that parts the volume: one heading, nothing else."""
    page = draft.page(A4)
    page.text(
        297, 380, draft.pick("第三部分", "附件二", "佐证材料（四）"), draft.type("song-bold", 30), "center"
    )
    page.text(
        297,
        440,
        draft.pick("获奖证书", "等级证书及年检材料", "媒体报道", "登记证书"),
        draft.type("kai", 26, RED),
        "center",
    )


@layout(KIND, "empty_questionnaire", ("digital", "scan", "docx", "poor", "photo"))
def empty_questionnaire(draft: Draft) -> None:
    """A questionnaire on satisfaction that nobody has filled: boxes, no counts."""
    flow = draft.flow(draft.type("song", 13, leading=1.8), margins=(76, 80, 72, 66))
    flow.heading("职工满意度调查问卷", draft.type("hei-bold", 20), after=8)
    flow.paragraph(f"您好！为了解{draft.org.short}的服务情况，请您在认同的选项前打“√”。本问卷不记名。")
    for n, text in enumerate(
        (
            "您是否参加过服务活动？",
            "您对服务态度是否满意？",
            "您对服务内容是否满意？",
            "您对总体服务是否满意？",
        ),
        start=1,
    ):
        flow.paragraph(f"{n}．{text}", indent=0)
        flow.paragraph("□非常满意　□满意　□基本满意　□不满意" if n > 1 else "□是　□否", indent=1)
    flow.paragraph("您的建议：________________________________", indent=0)


@layout(KIND, "slip_for_contract", ("scan", "photo", "digital", "poor"))
def slip_for_contract(draft: Draft) -> None:
    """合同审批单: a contract is to be signed, its parties are named, no contract is there."""
    flow = draft.flow(draft.type("song", 12.5, leading=1.5), margins=(62, 80, 62, 60))
    flow.heading("合同会签审批单", draft.type("song-bold", 21), after=8)
    flow.table([
        [Cell("合同名称"), Cell("购买服务合同（拟签）", 3)], [Cell("对方单位"), Cell(draft.org.local_union, 3)], [Cell("经办人"), person(draft.rng), Cell("送审日期"), day(draft["date"], "dots")],
        [Cell("部门意见"), Cell("\n\n", 3)], [Cell("财务意见"), Cell("\n\n", 3)], [Cell("领导意见"), Cell("\n\n", 3)],
    ], (1.2, 2, 1.2, 2), least=34)  # fmt: skip


@layout(KIND, "order_of_ceremony", ("digital", "scan", "screenshot", "docx"))
def order_of_ceremony(draft: Draft) -> None:
    """The order of a ceremony at which certificates are given: who gets what isn't said."""
    flow = draft.flow(draft.type("kai", 15, leading=1.9), margins=(90, 100, 86, 70), colour=(255, 250, 244))
    flow.heading("社会组织评估等级授牌暨表彰仪式议程", draft.type("song-bold", 20, RED), after=12)
    flow.paragraph(f"时间：{day(draft['date'])}　地点：{draft.org.place.city}会议中心", indent=0)
    for n, text in enumerate(("宣读评估等级公告", "颁发证书和牌匾", "先进集体代表发言", "领导讲话"), start=1):
        flow.paragraph(f"{n}. {text}", indent=1)


@layout(KIND, "guide_to_services", ("digital", "screenshot", "html", "poor"))
def guide_to_services(draft: Draft) -> None:
    """A registry's guide: which papers one must bring for a certificate, with titles of many kinds in it."""
    flow = draft.flow(draft.type("hei", 12, leading=1.7), size=(720, 760), margins=(56, 112, 56, 60))
    site(
        draft,
        flow.page,
        f"{draft.org.place.city}政务服务网",
        (20, 110, 190),
        "个人服务　法人服务　部门　好差评",
        "法人服务 > 办事指南",
    )
    site_foot(draft, flow.page, draft.org.registration_authority)
    flow.heading("民办非企业单位变更登记办事指南", draft.type("hei-bold", 18), after=8)
    flow.table([
        [Cell("事项类型"), "行政许可"], [Cell("办理机构"), draft.org.registration_authority], [Cell("申请材料"), Cell("1.变更登记申请表；2.登记证书正、副本；3.章程核准表；4.场所使用权证明；5.法定代表人身份证明", align="left")],
        [Cell("办理时限"), "20个工作日"], [Cell("收费标准"), "不收费"], [Cell("结果名称"), "民办非企业单位登记证书"],
    ], (1.3, 5), least=36, rule=(190, 205, 225))  # fmt: skip


@layout(KIND, "told", ("digital", "scan", "photo", "poor", "docx"), needs="told")
def told(draft: Draft) -> None:
    """A letter of a title, paragraphs and who signs, as its values tell; no collection draws it by lot."""
    title, paragraphs, signed = draft["told"]
    flow = draft.flow(draft.type("fang", 15, leading=1.85), margins=(80, 96, 76, 70))
    flow.heading(title, draft.type("song-bold", 20), after=16)
    for paragraph in paragraphs:
        flow.paragraph(paragraph, indent=0 if paragraph.endswith(("：", "】")) else 2)
    flow.signature([signed, day(draft["date"], "cn")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), signed)
