"""计划 and 实施方案: a year by months, key points in one line of title, an application's form, a scheme as an annex."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import deeds, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import work_papers as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import red_head, sealed
from tests.corpus.page import A4_LANDSCAPE, Colour
from tests.corpus.world import Organization, person


def _plan(rng: random.Random, _org: Organization, values: Values) -> Values:
    year = values["date"].year
    nouns = ("工作要点", "重点工作安排", "职工服务活动计划", "公益服务计划", "重点任务清单", "项目工作计划")
    return {"title": rng.choice((f"{year}年", f"{year}年度", f"{year}年")) + rng.choice(nouns)}


def _scheme(rng: random.Random, org: Organization, values: Values) -> Values:
    year = values["date"].year
    names = (
        f"“{org.brand}”服务项目执行方案",
        f"{year}年“夏送清凉”活动实施方案",
        f"“{org.brand}”进园区活动方案",
    )
    return {"title": rng.choice((*names, f"{year}年度职工关爱行动工作方案", "新就业群体暖“新”行动实施方案"))}


told_anew("plan", _plan)
told_anew("implementation", _scheme)

_MONTHS = (
    ("元月", "“迎新送福”写春联"),
    ("2月", "返岗职工安全第一课"),
    ("3月", "女职工维权周、巾帼读书会"),
    ("4月", "职业病防治法宣传周"),
    ("5月", "劳模工匠进班组"),
    ("6月", "安全生产月咨询日"),
    ("7—8月", "高温慰问；职工子女暑托班"),
    ("9月", "金秋助学走访"),
    ("10月", "敬老月志愿服务"),
    ("11月", "消防演练与急救培训"),
    ("12月", "年终座谈、满意度回访"),
)  # fmt: skip


@layout("plan", "by_months", ("digital", "scan", "poor", "docx", "xlsx"))
def by_months(draft: Draft) -> None:
    """A lying sheet: a year month by month; who fills in above left, the day of filling in above right."""
    flow = draft.flow(draft.type("song", 11), size=A4_LANDSCAPE, margins=(60, 54, 60, 50))
    draft.values["title"] += draft.pick("", "表", "一览表")
    title, name = draft.put("title"), f"填报单位（章）：{draft.put('organization_name')}"
    day = f"填报时间：{draft.date('date', draft.pick('dot', 'cn', 'iso'))}"
    flow.heading(title, draft.type("song-bold", 20), after=4)
    flow.table(
        [[Cell(name, align="left"), Cell(day, align="right")]],
        (3, 2),
        ruled=False,
    )
    rows = [["时间", "活动（项目）内容", "服务对象", "预计场次", "责任人", "备注"]]
    for month, what in _MONTHS:
        rows.append(
            [
                month,
                what,
                draft.pick("一线职工", "会员单位", "新就业形态劳动者", "困难职工"),
                str(draft.rng.randint(1, 6)),
                draft.rng.choice(draft.org.staff),
                "",
            ]
        )
    flow.table(rows, (1.2, 5, 2.6, 1.4, 1.4, 1.2), least=25)
    draft.sheets.append(("计划", [[title], [name, day], *rows]))
    if draft.rng.random() < 0.6:
        draft.seal(flow.page, (200, 100), draft.org.name, 96)


@layout("plan", "key_points", ("digital", "scan", "photo", "docx", "html"))
def key_points(draft: Draft) -> None:
    """One title with the body's name in it, the day in brackets below, no signature; points run in."""
    draft.values["title"] = draft["organization_name"] + draft["title"]
    flow = draft.flow(draft.type("fang", 15, leading=1.75), numbered="— {} —")
    name = draft.put("organization_name")
    rest = draft["title"][len(draft["organization_name"]) :]
    flow.heading(draft.also("title", name + rest), draft.type("song-bold", 21), after=4)
    flow.heading(f"（{draft.date('date', 'cn')}）", draft.type("kai", 14), level=2, after=10)
    flow.paragraph(
        f"今年工作的总体思路是：紧扣产业工人队伍建设改革，以“{draft.org.brand}”为抓手，把服务做小、做实、做出口碑。"
    )
    heads = ("抓需求，让服务找得准", "抓项目，让活动见实效", "抓队伍，让专业立得住", "抓规范，让经费用得明")
    plans = (
        "上半年跑遍结对企业，发一张问卷、开一次恳谈会、列一份清单。",
        "全年办班不少于六期、进企不少于二十场，困难职工家庭走访全覆盖。",
        "持证社工占比提高到六成以上，每人年度学时不低于四十八小时。",
        "经费单独建账，大额支出集体商定，年终请第三方审计并在公众号公开。",
    )
    for number, (head, plan) in enumerate(zip(heads, plans, strict=True)):
        flow.paragraph(f"{'一二三四'[number]}、{head}。{plan}")


@layout("plan", "wall_board", ("photo", "photo", "poor"))
def wall_board(draft: Draft) -> None:
    """A board on the wall of the office: the year's tasks on cards by quarter, the body below, the day in the corner."""
    tone: Colour = draft.rng.choice(((22, 92, 160), (186, 40, 40), (30, 120, 84)))
    white: Colour = (255, 255, 255)
    page = draft.page((860, 560), (232, 238, 244))
    page.rect((10, 10, 850, 550), (150, 156, 164), 6)
    page.rect((16, 16, 844, 96), None, fill=tone)
    page.text(430, 72, draft.put("title"), draft.type("hei-bold", 38, white), "center")
    tasks = (
        "走访摸底；“三八”维权服务",
        "安康杯赛；工匠课堂四期",
        "送清凉；暑托班两个月",
        "金秋助学；年终评议",
    )
    for number, task in enumerate(tasks):
        x = 40 + 200 * number
        page.rect((x, 120, x + 180, 420), tone, 1.2, white, 10)
        page.rect((x, 120, x + 180, 164), None, fill=tone)
        page.text(x + 90, 150, f"第{'一二三四'[number]}季度", draft.type("hei", 22, white), "center")
        page.paragraph(x + 16, 182, 148, task.replace("；", "\n"), draft.type("hei", 17, leading=1.7))
        page.text(
            x + 90, 400, f"责任人：{draft.rng.choice(draft.org.staff)}", draft.type("hei", 13), "center"
        )
    page.text(430, 476, draft.put("organization_name"), draft.type("hei-bold", 24, tone), "center")
    page.text(820, 526, draft.date("date", draft.pick("cn", "dot")) + " 制", draft.type("hei", 14), "right")


@layout("plan", "project_form", ("digital", "scan", "poor", "docx"))
def project_form(draft: Draft) -> None:
    """The form of a union for a year's service project: merged cells, boxes, the name under 申报单位, a day at the foot."""
    rng, year = draft.rng, draft["date"].year
    draft.values["title"] = (
        f"{year}年{draft.pick('工会服务项目计划书', '职工服务项目年度计划表', '公益项目计划申报书')}"
    )
    flow = draft.flow(draft.type("song", 11.5, leading=1.5))
    flow.paragraph(
        f"编号：{year}-{rng.randint(3, 60):03d}", draft.type("song", 10.5), indent=0, align="right"
    )
    flow.heading(draft.put("title"), draft.type("hei", 20), after=8)
    flow.table(
        [
            [Cell("基\n本\n信\n息", rows=3), "申报单位", Cell(draft.put("organization_name"), 3)],
            ["项目负责人", draft.org.legal_representative, "联系电话", draft.org.phone],
            ["项目类别", Cell("□心理关爱　■帮扶服务　□技能提升　□普法维权　□其他", 3, align="left")],
            [Cell("年\n度\n计\n划", rows=4), "需求分析", Cell(deeds(draft, 1)[0] + "。", 3, align="left")],
            ["总体目标", Cell(f"全年服务职工不少于{rng.randint(8, 40) * 100}人次，满意率不低于90%。", 3, align="left")],
            [
                "进度安排",
                Cell("1—3月调研建档；4—10月组织服务；11—12月总结评估。", 3, align="left"),
            ],
            ["所需经费", f"{rng.randint(30, 120) / 10:g}万元", "其中自筹", f"{rng.randint(1, 9) / 10:g}万元"],
            [
                Cell(
                    f"本单位承诺以上内容真实可行。\n\n负责人签字：{draft.org.legal_representative}　　　　（单位盖章）"
                    f"　　　　{draft.date('date', 'spaced')}",
                    5,
                )
            ],
            [Cell("镇（街道）工会推荐意见：\n\n（盖章）　　　　年　　月　　日", 5)],
        ],
        (0.8, 2, 3.4, 2, 2.6),
        least=40,
    )  # fmt: skip
    draft.seal(flow.page, (400, flow.y - 92), draft.org.name, 92)


@layout("implementation", "annex", ("digital", "scan", "poor", "docx"))
def annex(draft: Draft) -> None:
    """附件 torn from its circular: the title in two lines, the body and the month's day in brackets under it."""
    flow = draft.flow(draft.type("fang", 15, leading=1.8), numbered="— {} —")
    flow.paragraph("附件1", draft.type("hei", 15), indent=0, after=10)
    flow.heading(draft.put("title"), draft.type("song-bold", 21), after=2)
    flow.heading(f"{draft.put('organization_name')}", draft.type("kai", 15), level=2, after=0)
    flow.heading(
        f"（{draft.date('date', draft.pick('cn', 'han'))}）", draft.type("kai", 14), level=2, after=8
    )
    when = draft["date"]
    flow.paragraph("为把关心关爱落到一线，结合实际，制订本方案。")
    for number, (head, text) in enumerate(
        (
            ("工作目标", "年内建成规范化服务点四个，形成可复制的服务流程和一批典型案例。"),
            ("主要措施", "\n".join(f"{one}．{deed}。" for one, deed in enumerate(deeds(draft, 3), start=1))),
            (
                "时间步骤",
                f"{when.year}年{when.month}月至{when.month + 1}月为筹备阶段；{when.month + 2}月至11月为推进阶段；12月上旬组织“回头看”。",
            ),
            (
                "组织保障",
                f"由{draft.org.legal_representative}牵头，{person(draft.rng)}负责日常联络；经费从年度公益支出中列支。",
            ),
        )
    ):
        flow.heading(f"{'一二三四'[number]}、{head}", draft.type("hei", 15), align="left", level=2, after=0)
        flow.paragraph(text)


@layout("implementation", "one_sheet", ("digital", "scan", "photo", "docx", "txt"))
def one_sheet(draft: Draft) -> None:
    """A scheme on one sheet as offices write them: theme, time, place, who; planned days beside the day of signing."""
    rng, when = draft.rng, draft["date"]
    flow = draft.flow(draft.type(draft.pick("song", "hei"), 13, leading=1.75))
    flow.heading(draft.put("title"), draft.type("hei-bold", 19), after=12)
    later = f"{when.month + 1}月{rng.randint(2, 14)}日—{when.month + 2}月{rng.randint(15, 28)}日"
    items = (
        ("活动主题", f"与工友同行　为奋斗添彩（{draft.org.brand}）"),
        ("活动时间", f"{later}，每周{draft.pick('二、四', '三', '六')}下午"),
        ("活动地点", f"{draft.org.place.city}工人文化宫、各结对企业职工之家"),
        ("参加对象", f"一线职工及家属，约{rng.randint(8, 60) * 10}人"),
        ("活动内容", "技能体验、健康义诊、政策问答、亲子手工"),
        ("任务分工", f"{draft.org.staff[1]}负责物资，{draft.org.staff[2]}负责签到和摄影，{draft.org.staff[3]}负责安全"),
        ("经费来源", "项目专项经费，据实报销"),
        ("注意事项", "遇暴雨、高温红色预警顺延，另行通知"),
    )  # fmt: skip
    for number, (head, text) in enumerate(items):
        flow.paragraph(f"{'一二三四五六七八'[number]}、{head}：{text}", indent=0, after=4)
    sealed(draft, flow, [draft.put("organization_name"), draft.date("date", "cn")], draft.org.name)


@layout("implementation", "timetable", ("digital", "scan", "poor"))
def timetable(draft: Draft) -> None:
    """Sent to the union for the record under the own red header; the scheme follows with a bar chart of months."""
    flow = draft.flow(draft.type("song", 13, leading=1.75), numbered="{}")
    title, name = draft.put("title"), draft.put("organization_name")
    number = printed.document_number(draft.rng, draft.pick("服字", "办字", "协字"), draft["date"].year)
    red_head(flow, draft, name, number, f"关于报送《{title}》的报告")
    flow.paragraph(f"{draft.org.local_union}：", indent=0)
    flow.paragraph(
        f"按照年度项目管理要求，我们研究制定了《{draft['title']}》，现随文报送，请予指导。", after=8
    )
    sealed(draft, flow, [draft.again("organization_name"), draft.date("date", "cn")], draft.org.name)
    flow.new_page()
    flow.heading(draft["title"], draft.type("song-bold", 19), after=8)
    for deed in deeds(draft, 2):
        flow.paragraph(deed + "。")
    flow.paragraph("项目进度横道图", draft.type("hei", 12), indent=0, after=4)
    first = draft["date"].month
    head: list[Cell | str] = ["任务", *(f"{month}月" for month in range(first, 13))]
    rows = [head]
    for index, task in enumerate(("动员摸底", "课程设计", "集中服务", "督导回访", "结项归档")):
        lit = range(first + index * (12 - first) // 5, first + (index + 1) * (12 - first) // 5 + 1)
        rows.append(
            [
                task,
                *(Cell("", fill=(150, 184, 224) if month in lit else None) for month in range(first, 13)),
            ]
        )
    flow.table(rows, (2.4, *(1.0 for _ in range(first, 13))), draft.type("song", 10.5), least=26)
