"""Contracts and trainings."""

from tests.corpus.assorted.people import people, person
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.varied.pieces import after, cash, day, when


@layout("contract", "party_table", ("digital", "scan", "poor", "docx"))
def party_table(draft: Draft) -> None:
    """A contract with a table of the parties side by side at its head and clauses in small type below."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 11.5, leading=1.65), margins=(66, 70, 62, 60), numbered="{}")
    flow.heading(
        draft.pick("政府购买服务合同", "委托服务合同书", "项目服务合同"), draft.type("hei", 22), after=2
    )
    flow.paragraph(
        f"合同编号：FW-{draft['sign_date'].year}-{rng.randint(1, 99):03d}", indent=0, align="right", after=4
    )
    flow.table(
        [
            [Cell("", fill=(238, 238, 238)), Cell("购买方（甲方）", fill=(238, 238, 238)), Cell("承接方（乙方）", fill=(238, 238, 238))],
            ["名称", Cell(draft.put("party_a"), align="left"), Cell(draft.put("party_b"), align="left")],
            ["联系人", person(rng), person(rng)],
            ["地址", Cell(f"{draft.org.place.city}行政中心{rng.randint(1, 9)}号楼", align="left"), Cell(draft.org.address, align="left")],
        ],
        (0.9, 3, 3), least=26,
    )  # fmt: skip
    style = draft.pick("plain", "dots", "gaps")
    clauses = [
        f"服务项目：{draft.put('subject')}。乙方按照实施方案提供服务，甲方有权监督检查。",
        f"服务期限：{when(draft, 'valid_from', style)}至{when(draft, 'valid_until', style)}。",
    ]
    if draft["amount"] is not None:
        clauses.append(
            f"合同价款：人民币{cash(draft, 'amount', 'big', 'yuan', 'comma')}{'' if rng.random() < 0.5 else '（含税）'}。签约后十个工作日内支付60%，验收合格后支付余款。违约金按日万分之五计算。"
        )
    else:
        clauses.append("本合作不涉及费用支付，双方各自承担所需成本。")
    clauses += ["知识产权：服务中形成的资料归双方共有。", "争议解决：协商不成的，提交甲方所在地人民法院。"]
    for number, one in enumerate(clauses, start=1):
        flow.paragraph(f"{number}. {one}", indent=0, after=3)
    flow.space(20)
    flow.table(
        [
            [
                Cell("甲方（盖章）：\n\n授权代表：", align="left"),
                Cell("乙方（盖章）：\n\n授权代表：", align="left"),
            ]
        ],
        (1, 1),
        least=80,
    )
    draft.seal(flow.page, (200, flow.y - 44), draft["party_a"], 100)
    draft.seal(flow.page, (430, flow.y - 44), draft["party_b"], 100)
    flow.paragraph(
        f"签订时间：{when(draft, 'sign_date', draft.pick('plain', 'han', 'dots'))}　　　签订地点：{draft.org.place.city}",
        indent=0,
    )


@layout("contract", "cover_and_letter", ("digital", "scan", "photo", "poor"))
def cover_and_letter(draft: Draft) -> None:
    """A cover with project and parties, the agreement on the second page; a number of terms in Chinese numerals."""
    flow = draft.flow(draft.type("fang", 15, leading=1.85), margins=(82, 86, 78, 70))
    flow.space(120)
    flow.heading("合作协议书", draft.type("song-bold", 34), after=110)
    body = draft.type("fang", 16, leading=2.2)
    flow.paragraph(f"项目名称　{draft.put('subject')}", body, indent=1)
    flow.paragraph(f"委 托 方　{draft.put('party_a')}", body, indent=1)
    flow.paragraph(f"受 托 方　{draft.put('party_b')}", body, indent=1)
    flow.paragraph(f"签约日期　{when(draft, 'sign_date', draft.pick('han', 'gaps'))}", body, indent=1)
    flow.new_page()
    flow.paragraph("为发挥各自优势，更好地服务职工，经友好协商，双方达成如下协议：")
    flow.paragraph(
        f"一、协议有效期自{when(draft, 'valid_from', 'plain')}起，至{when(draft, 'valid_until', 'plain')}止，期满可续签。"
    )
    if draft["amount"] is not None:
        flow.paragraph(
            f"二、项目经费总额为{cash(draft, 'amount', 'wan', 'yuan', 'both')}，分两期拨付，首期不超过百分之五十。"
        )
    else:
        flow.paragraph("二、双方互不收取费用。")
    flow.paragraph(f"三、受托方每季度提交工作报告，并于{day(after(draft['valid_until'], 15))}前提交总结。")
    flow.paragraph("四、任何一方违约，应赔偿对方损失。", after=40)
    flow.paragraph("委托方代表签字：　　　　　　　受托方代表签字：", indent=0)
    draft.seal(flow.page, (190, flow.y + 10), draft["party_a"], 108)
    draft.seal(flow.page, (420, flow.y + 10), draft["party_b"], 108)


@layout("training_record", "agenda_sheet", ("digital", "scan", "poor", "docx"))
def agenda_sheet(draft: Draft) -> None:
    """A timetable of a training: a day's hours by row, organizer and count in a line of small letters."""
    flow = draft.flow(draft.type("song", 12, leading=1.55), size=A4_LANDSCAPE, margins=(70, 56, 70, 46))
    flow.heading(draft.put("title"), draft.type("song-bold", 22), after=2)
    flow.heading("日 程 安 排", draft.type("hei", 16), after=4)
    flow.paragraph(
        f"承办：{draft.put('organizer')}　　日期：{when(draft, 'date', draft.pick('plain', 'dots'))}　　规模：{draft.put('participants', str(draft['participants']) + '人')}",
        indent=0,
        align="center",
        after=6,
    )
    flow.table(
        [
            [Cell(one, bold=True) for one in ("时　段", "内　　容", "主讲 / 主持")],
            ["08:30—09:00", "签到、领取资料", person(draft.rng)],
            ["09:00—11:30", "专题授课（含课间休息15分钟）", draft["speaker"]],
            ["14:00—15:30", "分组研讨，每组8至10人", person(draft.rng)],
            ["15:40—17:00", "现场教学、结业测试", person(draft.rng)],
        ],
        (2, 5, 2), least=36,
    )  # fmt: skip


@layout("training_record", "photo_with_banner", ("photo", "screenshot", "scan"))
def photo_with_banner(draft: Draft) -> None:
    """A picture of a class under a banner, with a line about it below; who made it stands on the banner."""
    rng = draft.rng
    page = draft.page((800, 620), (250, 250, 250))
    page.rect((20, 20, 780, 480), None, fill=(176, 186, 190))
    page.rect((60, 50, 740, 130), None, fill=(190, 26, 30))
    title = draft["title"]
    page.text(
        400,
        86,
        draft.put("title"),
        draft.type("hei-bold", min(28, 620 / len(title)), (255, 244, 190)),
        "center",
    )
    page.text(400, 118, f"主办：{draft.put('organizer')}", draft.type("hei", 16, (255, 244, 190)), "center")
    for n in range(rng.randint(10, 16)):
        x, y = 80 + (n % 8) * 88, 300 + (n // 8) * 90
        page.round((x - 18, y - 40, x + 18, y), None, fill=(222, 190, 166))
        page.rect((x - 30, y, x + 30, y + 60), None, fill=(60 + n * 8, 80, 120), radius=10)
    page.text(
        40,
        516,
        f"{when(draft, 'date', draft.pick('plain', 'iso', 'dots'))}，培训现场。参训学员{draft.put('participants', str(draft['participants']) + '名')}。",
        draft.type("hei", 15),
    )
    page.text(
        40,
        546,
        f"摄影：{person(rng)}　上传：{day(after(draft['date'], 5), 'iso')}",
        draft.type("hei", 12, (130, 130, 130)),
    )


@layout("training_record", "completion_list", ("digital", "scan", "xlsx", "poor"))
def completion_list(draft: Draft) -> None:
    """结业人员名单 with marks of a test; the count of people in the sentence before it."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 11.5, leading=1.5), margins=(60, 70, 60, 60))
    title = f"{draft.put('title')}结业人员成绩单"
    flow.heading(title, draft.type("song-bold", 18), after=6)
    line = f"{draft.put('organizer')}于{when(draft, 'date', draft.pick('plain', 'hao'))}组织开班，{draft.put('participants', str(draft['participants']) + '人')}参加学习并考试，成绩如下："
    flow.paragraph(line, after=4)
    names = people(rng, min(int(draft["participants"]), 20))
    rows = [
        [str(n), one, str(rng.randint(71, 99)), rng.choice(("结业", "优秀学员"))]
        for n, one in enumerate(names, start=1)
    ]
    head = ["学号", "姓名", "成绩", "评定"]
    flow.table([head, *rows], (1, 2, 1, 1.6), least=22)
    flow.paragraph(
        "（仅列部分）" if len(names) < int(draft["participants"]) else "以上为全部学员。", indent=0
    )
    draft.sheets = [("成绩", [[title], [line], head, *rows])]
