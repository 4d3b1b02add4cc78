"""Charters, rules, plans, budgets, reports, meetings, activities, studies, brands, acceptances."""

from typing import Any

from tests.corpus import printed
from tests.corpus.assorted import prose
from tests.corpus.assorted.people import people, person
from tests.corpus.assorted.pieces import GREY, WHITE, columns, fax_line, height_of, status_bar
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft, Drawing
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE, RED
from tests.corpus.varied.pieces import after, before, day, when

_HAN = "一二三四五六七八九十"
_CHARTER = (
    ("总则", ("本组织的名称：{name}。", "本组织的性质：由自愿者组成的非营利性社会组织。", "本组织的住所：{address}。")),
    ("业务范围", ("本组织的业务范围：{scope}。", "业务范围中属于法律法规规定须经批准的事项，依法经批准后开展。")),
    ("组织机构", ("本组织的权力机构为会员（代表）大会或理事会，每届任期五年。", "会议须有三分之二以上成员出席方能召开，其决议须经到会半数以上表决通过。", "监事列席会议，行使监督职权。")),
    ("资产管理", ("经费必须用于章程规定的业务范围和事业的发展，不得在成员中分配。", "换届或者更换法定代表人之前必须进行财务审计。")),
    ("附则", ("本章程自登记管理机关核准之日起生效。",)),
)  # fmt: skip
_RULES = (
    "为加强内部管理，根据有关法律法规和本组织章程，制定本规定", "办公室为归口管理部门，各岗位按职责分工落实", "凡涉及经费支出的事项，须附原始凭证，经双人签批后办理",
    "重要资料一事一档，保管期限不少于十年", "工作人员应当遵守回避要求，不得利用职务便利谋取私利", "对违反规定的，视情节给予批评教育直至解除劳动合同", "本规定由秘书处负责解释",
)  # fmt: skip


def _name(draft: Draft) -> str:
    return draft.put("organization_name")


def _organizer(draft: Draft) -> str:
    """The organizer; where the sample has none, the organization itself is printed without a mark."""
    return draft.org.name if draft["organizer"] is None else draft.put("organizer")


@layout("charter", "booklet_with_chapters", ("digital", "scan", "poor", "docx"))
def booklet_with_chapters(draft: Draft) -> None:
    """A cover with title and day of approval, chapters with articles numbered through in Arabic numerals."""
    org = draft.org
    flow = draft.flow(draft.type("song", 13, leading=1.75), margins=(78, 84, 74, 70), numbered="{}")
    flow.space(150)
    flow.heading(draft.put("title"), draft.type("song-bold", min(28.0, 420 / len(draft["title"]))), after=12)
    flow.paragraph(
        f"（{when(draft, 'date', draft.pick('plain', 'han'))}会员代表大会表决通过）", indent=0, align="center"
    )
    draft.unprinted("organization_name")
    flow.new_page()
    words = {"name": draft.put("organization_name"), "address": org.address, "scope": org.scope.rstrip("。")}
    article = 0
    for number, (chapter, texts) in enumerate(_CHARTER):
        flow.space(6)
        flow.heading(f"第{_HAN[number]}章　{chapter}", draft.type("hei", 14), level=2)
        for text in texts:
            article += 1
            flow.paragraph(f"第 {article} 条　{text.format(**words)}")


@layout("policy_document", "wall_board", ("photo", "screenshot", "poor"))
def wall_board(draft: Draft) -> None:
    """A board on the wall: title in a coloured head, rules in two columns, the name at the foot, no day."""
    page = draft.page((900, 600), (214, 218, 222))
    page.rect((40, 30, 860, 570), (30, 80, 150), 3, WHITE)
    page.rect((40, 30, 860, 110), None, fill=(30, 80, 150))
    page.text(450, 82, draft.put("title"), draft.type("hei-bold", 32, WHITE), "center")
    body = draft.type("hei", 16, leading=1.6)
    for column in range(2):
        y = 134.0
        for n in range(column * 4, min(7, column * 4 + 4)):
            y = page.paragraph(70 + column * 396, y, 366, f"{n + 1}、{_RULES[n]}。", body) + 8
    page.text(450, 548, _name(draft), draft.type("hei", 17, (30, 80, 150)), "center")


def _own_red_head(kind: str) -> Drawing:
    def draw(draft: Draft) -> None:
        """A paper that the organization issues under its own red head and number, with copies to others."""
        moment = draft["date"]
        flow = draft.flow(draft.type("fang", 15, leading=1.8), margins=(78, 84, 74, 70), numbered="— {} —")
        flow.heading(
            _name(draft),
            draft.type("song-bold", min(30.0, 430 / len(draft["organization_name"])), RED),
            after=10,
        )
        flow.paragraph(
            f"{draft.org.short[:2]}发〔{moment.year}〕{draft.rng.randint(1, 30)}号",
            indent=0,
            align="center",
            after=2,
        )
        flow.page.line(78, flow.y, 521, flow.y, RED, 1.8)
        flow.space(18)
        flow.heading(draft.put("title"), draft.type("song-bold", 20), after=12)
        flow.paragraph("各部门、各会员单位：", indent=0)
        if kind == "policy_document":
            for n, text in enumerate(_RULES, start=1):
                flow.paragraph(f"第{_HAN[n - 1]}条　{text}。")
        else:
            flow.paragraph(
                {"plan": "为做好全年工作，现提出如下安排：", "summary": "一年来的主要工作情况如下："}[kind]
            )
            for n, text in enumerate(prose.steps(draft.rng, draft.org, moment, 6), start=1):
                flow.paragraph(f"{n}. {text}{'' if kind == 'plan' else '，已全部完成'}。")
        flow.signature([draft.again("organization_name"), when(draft, "date", draft.pick("plain", "han"))])
        draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), draft.org.name)
        flow.paragraph(f"抄送：{draft.org.local_union}。", draft.type("fang", 12), indent=0)

    return draw


for _kind in ("policy_document", "plan", "summary"):
    layout(_kind, "own_red_head", ("digital", "scan", "poor", "docx"))(_own_red_head(_kind))


@layout("plan", "month_table", ("digital", "scan", "xlsx", "poor"))
def month_table(draft: Draft) -> None:
    """A plan by quarters: time, task, who answers for it; maker and day at the foot."""
    rng, moment = draft.rng, draft["date"]
    flow = draft.flow(draft.type("song", 11, leading=1.5), size=A4_LANDSCAPE, margins=(50, 56, 50, 44))
    title = draft.put("title")
    flow.heading(title, draft.type("hei", 19), after=6)
    head = ["时间", "工作内容", "责任人", "完成标准"]
    spans = ("一季度", "二季度", "三季度", "四季度")
    rows = [
        [
            spans[n // 2],
            text,
            person(rng),
            rng.choice(("有方案、有台账", "参与职工满意", "形成专报", "按期办结")),
        ]
        for n, text in enumerate(prose.steps(rng, draft.org, moment, 8))
    ]
    flow.table([[Cell(one, bold=True) for one in head], *rows], (1, 5, 1.2, 2), least=30)
    foot = f"制表单位：{_name(draft)}　　制表日期：{when(draft, 'date', draft.pick('dots', 'plain', 'iso'))}"
    flow.paragraph(foot, indent=0)
    draft.sheets = [("计划", [[title], head, *rows, [foot]])]


@layout("budget", "two_sides", ("xlsx", "digital", "scan", "poor"))
def two_sides(draft: Draft) -> None:
    """Income at the left and expenses at the right of one table, sums in the last row."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 11, leading=1.45), margins=(50, 66, 50, 56))
    title = draft.put("title")
    flow.heading(title, draft.type("song-bold", 19), after=6)
    line = f"单位：{_name(draft)}　　　　{when(draft, 'date', draft.pick('plain', 'iso', 'dots'))}　　　　金额单位：元"
    flow.paragraph(line, indent=0, after=4)
    left = [
        (name, rng.randint(4, 60) * 1000) for name in ("会费收入", "购买服务收入", "捐赠收入", "其他收入")
    ]
    right = [(name, rng.randint(2, 40) * 1000) for name in ("人员经费", "活动经费", "培训经费", "办公经费")]
    head = ["收入项目", "预算数", "支出项目", "预算数"]
    rows = [[a, f"{b:,}", c, f"{d:,}"] for (a, b), (c, d) in zip(left, right, strict=True)]
    rows.append(["收入合计", f"{sum(b for _, b in left):,}", "支出合计", f"{sum(d for _, d in right):,}"])
    flow.table([[Cell(one, bold=True) for one in head], *rows], (2, 1.4, 2, 1.4), least=30)
    flow.paragraph(f"审批：{draft.org.legal_representative}　　　编制：{person(rng)}", indent=0)
    draft.seal(flow.page, (430, flow.y - 10), draft.org.name, 100)
    draft.sheets = [("预算", [[title], [line], head, *rows])]


@layout("implementation", "progress_table", ("digital", "scan", "docx", "poor"))
def progress_table(draft: Draft) -> None:
    """A ledger of what was carried out: day, enterprise, served, materials; the report's day above it."""
    rng, moment = draft.rng, draft["date"]
    flow = draft.flow(draft.type("song", 11, leading=1.5), margins=(56, 70, 56, 60))
    flow.heading(draft.put("title"), draft.type("song-bold", 19), after=6)
    flow.paragraph(
        f"填报单位：{_name(draft)}　　　填报日期：{when(draft, 'date', draft.pick('plain', 'dots'))}",
        indent=0,
        after=4,
    )
    rows: list[list[Any]] = [
        [Cell(one, bold=True) for one in ("序号", "实施日期", "服务内容", "服务人次", "佐证")]
    ]
    for n, text in enumerate(prose.steps(rng, draft.org, moment, 7), start=1):
        rows.append(
            [
                str(n),
                day(before(moment, 200 - n * 20), "dots"),
                Cell(text, align="left"),
                str(rng.randint(12, 300)),
                "照片、签到",
            ]
        )
    flow.table(rows, (0.7, 1.6, 4.6, 1.1, 1.3), least=28)
    flow.paragraph(f"累计服务{rng.randint(400, 2600)}人次，经费执行率{rng.randint(60, 99)}%。", indent=0)


def _long_picture(kind: str) -> Drawing:
    def draw(draft: Draft) -> None:
        """A long picture of the account's own article about an activity, a study or a brand."""
        rng, moment = draft.rng, draft["date"]
        body = draft.type("hei", 15.5, (60, 60, 60), leading=1.8)
        lead = {
            "activity_record": f"{when(draft, 'date', 'plain')}，{_organizer(draft)}组织开展活动，{rng.randint(20, 160)}名职工走出车间，在欢声笑语中放松身心。{_guest(draft)}",
            "study_record": f"{when(draft, 'date', 'plain')}，{_organizer(draft)}组织全体人员集中学习，{person(rng)}领学重要讲话精神，与会人员逐一发言。",
            "brand_material": f"品牌由{_name(draft)}于{draft.org.founded.year + 3}年创立，聚焦一线职工急难愁盼，形成了固定服务流程。",
        }[kind]
        texts = [
            lead,
            *[f"{one}。" for one in prose.notes(rng, draft.org, moment, kind, 3)],
            "下一步，将持续擦亮服务底色。",
        ]
        page = draft.page((375, 560 + height_of(texts, body, 335, 14)), (255, 255, 255))
        status_bar(draft, page, draft.pick("", "订阅号"))
        y = page.paragraph(20, 80, 335, draft.put("title"), draft.type("hei-bold", 20, leading=1.4)) + 6
        account = _name(draft) if kind != "brand_material" else draft.again("organization_name")
        page.text(20, y + 14, account, draft.type("hei", 12, (87, 107, 149)))
        shown = when(draft, "date", "iso") if kind == "brand_material" else day(after(moment, 1), "iso")
        page.text(20, y + 34, f"{shown} 17:{rng.randint(10, 59)}　江苏", draft.type("hei", 11.5, GREY))
        y += 54
        for n, one in enumerate(texts):
            y = page.paragraph(20, y, 335, one, body) + 14
            if n == 1:
                page.rect((20, y, 355, y + 180), None, fill=(206, 196, 180))
                y += 194
        page.text(187, y + 30, "END", draft.type("hei", 12, GREY), "center")

    return draw


for _kind in ("activity_record", "study_record", "brand_material"):
    layout(_kind, "long_picture", ("screenshot", "screenshot", "photo"))(_long_picture(_kind))


def _guest(draft: Draft) -> str:
    """Who came to an exchange, where the plan has a partner."""
    return f"{draft['partner']}前来交流。" if draft.get("partner") else ""


def _record_form(kind: str, heading: str, labels: tuple[str, str, str, str]) -> Drawing:
    subject, host, room, body = labels

    def draw(draft: Draft) -> None:
        """A page of a record book: grid of labels above, a large field with lines by hand below."""
        rng, moment = draft.rng, draft["date"]
        flow = draft.flow(draft.type("song", 12.5, leading=1.6), margins=(60, 72, 60, 60))
        hand = draft.type("hand", 14, (26, 36, 100), leading=1.8)
        guests = [draft["partner"]] if draft.get("partner") else []
        flow.heading(draft.put("title"), draft.type("song-bold", 21), after=2)
        flow.paragraph(f"（{heading}）", draft.type("kai", 13), indent=0, align="center", after=4)
        flow.paragraph(f"单位：{_name(draft)}", indent=0, after=4)
        flow.table(
            [
                [subject, Cell(draft.again("title"), 3, align="left")],
                ["日期", when(draft, "date", draft.pick("plain", "gaps", "dots")), room, draft.pick("二楼会议室", "职工之家", "多功能厅")],
                [host, Cell(_organizer(draft), 3, align="left")],
                ["参加人员", Cell("、".join((*guests, *people(rng, rng.randint(5, 9)))), 3, align="left")],
            ],
            (1.2, 2.6, 1.2, 2), least=32,
        )  # fmt: skip
        texts = "\n".join(
            f"{n}、{one}。" for n, one in enumerate(prose.notes(rng, draft.org, moment, kind, 4), start=1)
        )
        flow.table([[Cell(body), Cell(texts, align="left")]], (1.2, 5.8), hand, least=260)
        flow.paragraph(f"记录人：{person(rng)}　　　　审阅：{draft.org.legal_representative}", indent=0)

    return draw


for _kind, _heading, _labels in (
    ("meeting_record", "会　议　记　录", ("会议名称", "召集单位", "地点", "会议内容")),
    ("study_record", "学 习 记 录 表", ("学习主题", "组织单位", "地点", "学习内容")),
    ("activity_record", "活动情况登记表", ("活动主题", "主办单位", "地点", "活动情况")),
):
    layout(_kind, "record_form", ("scan", "photo", "docx", "poor", "digital"))(
        _record_form(_kind, _heading, _labels)
    )


@layout("meeting_record", "speech", ("digital", "scan", "poor", "docx"))
def speech(draft: Draft) -> None:
    """交流发言材料: who held the meeting above, who spoke below the title, the day in brackets."""
    flow = draft.flow(draft.type("fang", 15.5, leading=1.85), margins=(80, 86, 76, 70), numbered="- {} -")
    meeting = draft["title"].removesuffix("会议记录").removesuffix("会议纪要")
    draft.values["title"] = f"在{meeting}上的{draft.pick('交流发言', '发言')}"
    flow.paragraph(f"主办：{_organizer(draft)}", draft.type("hei", 12), indent=0, after=20)
    flow.heading(draft.put("title"), draft.type("song-bold", 22), after=6)
    flow.paragraph(_name(draft), draft.type("kai", 15), indent=0, align="center")
    flow.paragraph(
        f"（{when(draft, 'date', draft.pick('plain', 'han'))}）",
        draft.type("kai", 15),
        indent=0,
        align="center",
        after=12,
    )
    flow.paragraph("各位领导、同志们：")
    flow.paragraph("下面，我代表单位作交流发言，不当之处请批评指正。")
    for n, text in enumerate(prose.steps(draft.rng, draft.org, draft["date"], 3)):
        flow.paragraph(f"{'一二三'[n]}是{text}。近年来，这项工作由点到面、由浅入深，得到了职工认可。")
    flow.paragraph("谢谢大家！")


@layout("brand_material", "slide", ("screenshot", "digital", "photo"))
def slide(draft: Draft) -> None:
    """A slide about a brand: title in a band, four boxes, name and day in the corner."""
    page = draft.page((960, 540), (250, 252, 250))
    page.rect((0, 0, 960, 96), None, fill=(20, 120, 90))
    title = draft["title"]
    page.text(40, 62, draft.put("title"), draft.type("hei-bold", min(34.0, 860 / len(title)), WHITE))
    for n, text in enumerate(prose.steps(draft.rng, draft.org, draft["date"], 4)):
        x, y = 40 + (n % 2) * 450, 124 + (n // 2) * 168
        page.rect((x, y, x + 430, y + 150), (20, 120, 90), 1, WHITE, radius=10)
        page.text(x + 20, y + 40, f"0{n + 1}", draft.type("hei-bold", 26, (20, 120, 90)))
        page.paragraph(x + 70, y + 18, 340, text, draft.type("hei", 17, leading=1.5))
    page.text(40, 512, f"{_name(draft)}", draft.type("hei", 16, (60, 60, 60)))
    page.text(
        920,
        512,
        when(draft, "date", draft.pick("dots", "plain")),
        draft.type("hei", 15, (60, 60, 60)),
        "right",
    )


@layout("summary", "two_column_print", ("digital", "scan", "poor"))
def two_column_print(draft: Draft) -> None:
    """A report set in two columns, as in an internal paper, signed on top."""
    page = draft.page()
    page.text(297, 80, draft.put("title"), draft.type("song-bold", 24), "center")
    page.text(
        297,
        108,
        f"{_name(draft)}　　{when(draft, 'date', draft.pick('plain', 'han', 'dots'))}",
        draft.type("kai", 13),
        "center",
    )
    page.line(60, 122, 535, 122, (80, 80, 80), 0.8)
    texts = [
        f"{one}。该项工作得到职工广泛好评，取得了预期效果。"
        for one in prose.steps(draft.rng, draft.org, draft["date"], 8)
    ]
    columns(page, texts, (60, 136, 535), 2, draft.type("song", 12, leading=1.8), gap=24)


@layout("acceptance", "check_form", ("scan", "photo", "digital", "poor", "docx"))
def check_form(draft: Draft) -> None:
    """项目验收单: who built it and who accepts it, the promised and the done, a conclusion with a stamp."""
    moment = draft["date"]
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(60, 72, 60, 60))
    flow.heading(draft.put("title"), draft.type("song-bold", 21), after=8)
    flow.table(
        [
            ["承接单位", Cell(_name(draft), 3, align="left")],
            ["验收单位", Cell(_organizer(draft), 3, align="left")],
            ["起止时间", f"{day(before(moment, 330), 'dots')}-{day(before(moment, 20), 'dots')}", "验收日期", when(draft, "date", draft.pick("dots", "plain"))],
            [Cell("约定目标"), Cell("培训4场，个案12例，小组活动6次", 1, align="left"), Cell("完成情况"), Cell("全部完成", align="left")],
            [Cell("专家意见"), Cell("资料齐全，成效明显，建议加强成果提炼。", 3, align="left")],
            [Cell("验收结论"), Cell("■通过　□整改后通过　□不通过\n\n（盖章）", 3, align="left")],
        ],
        (1.2, 2.8, 1.2, 2), least=46,
    )  # fmt: skip
    draft.seal(flow.page, (340, flow.y - 40), draft["organizer"] or draft.org.local_union, 106)


@layout("acceptance", "letter", ("digital", "scan", "photo"))
def letter(draft: Draft) -> None:
    """A letter of the buyer that says the service was accepted; Chinese numerals for the day."""
    flow = draft.flow(draft.type("fang", 16, leading=1.9), margins=(84, 110, 80, 72))
    draft.values["title"] = draft.pick("项目结项证明", "关于服务项目验收的复函", "验收意见书")
    flow.heading(draft.put("title"), draft.type("song-bold", 24), after=20)
    flow.paragraph(f"{_name(draft)}：", indent=0)
    flow.paragraph(
        "你单位承接的职工服务项目已按合同约定履行完毕。经查阅台账、实地走访和召开座谈会，我方认为项目目标已实现，资金使用合规，同意结项。"
    )
    flow.paragraph("感谢你们的辛勤付出。", after=24)
    fax_line(draft, flow.page)
    flow.signature(
        [_organizer(draft), draft.put("date", printed.day(draft["date"], draft.pick("han", "cn")))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["organizer"])
