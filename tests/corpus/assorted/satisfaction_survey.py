"""Surveys of satisfaction: a firm's report, a notice on a board, a slip's count by questions, a chart's page."""

from tests.corpus.assorted.people import company, person
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE, RED
from tests.corpus.varied.pieces import after, before, day, when

KIND = "satisfaction_survey"


def _rate(draft: Draft, *forms: str) -> str:
    percent = f"{draft['rate'] * 100:.2f}".rstrip("0").rstrip(".")
    form = draft.pick(*(forms or ("{}%", "{} %", "百分之{}")))
    return draft.put("rate", form.format(percent), draft["rate"])


def _count(draft: Draft, name: str, unit: str = "") -> str:
    return draft.put(name, f"{draft[name]}{unit}")


def _rest(draft: Draft) -> int:
    return int(draft["respondents"]) - int(draft["satisfied"])


@layout(KIND, "third_party_report", ("digital", "scan", "poor", "docx"))
def third_party_report(draft: Draft) -> None:
    """A consultancy's report of two pages: the sample, a table of grades with shares, an index that isn't the rate."""
    org, moment = draft.org, draft["date"]
    flow = draft.flow(
        draft.type("song", 13, leading=1.7),
        margins=(76, 84, 72, 70),
        numbered="{}",
        header="服务质量第三方测评",
    )
    flow.heading(f"{org.name}\n职工满意度第三方测评报告", draft.type("song-bold", 21), after=12)
    flow.heading("一、样本概况", draft.type("hei", 14), align="left", level=2)
    flow.paragraph(
        f"受{org.local_union}委托，{org.place.city}中衡信息咨询有限公司于{before(moment, 25).month}月开展电话与现场访问。接触样本{draft['handed'] + draft.rng.randint(10, 60)}个，完成有效访问{_count(draft, 'respondents', '人')}，其中男性占{draft.rng.randint(40, 65)}%，平均年龄{draft.rng.randint(31, 45)}岁。"
    )
    flow.heading("二、测评结果", draft.type("hei", 14), align="left", level=2)
    total = int(draft["respondents"])
    grades = [
        ("十分满意", draft["top"]),
        ("满意", draft["good"]),
        ("基本满意", draft["basic"]),
        ("不满意", _rest(draft)),
    ]
    flow.table(
        [[Cell(one, bold=True) for one in ("评价", "人数", "占比")], *[[name, str(n), f"{n / total * 100:.1f}%"] for name, n in grades]],
        (2, 1.4, 1.4), least=26,
    )  # fmt: skip
    flow.paragraph(
        f"按“十分满意、满意、基本满意”三档合计，表示满意的受访职工为{_count(draft, 'satisfied', '人')}，总满意率{_rate(draft, '{}%')}，满意度指数{draft.rng.randint(80, 96)}.{draft.rng.randint(0, 9)}分（百分制）。"
    )
    flow.heading("三、改进方向", draft.type("hei", 14), align="left", level=2)
    flow.paragraph("建议延长夜间开放时间，优化预约流程，增加面向女职工的课程供给。", after=12)
    flow.signature(
        [f"{org.place.city}中衡信息咨询有限公司", when(draft, "date", draft.pick("plain", "han", "gaps"))]
    )
    draft.seal(
        flow.page, (flow.left + flow.width * 0.72, flow.y - 46), f"{org.place.city}中衡信息咨询有限公司"
    )


@layout(KIND, "board_notice", ("photo", "scan", "poor", "digital"))
def board_notice(draft: Draft) -> None:
    """A notice on a board: large letters, the figures in one sentence, rate before counts."""
    flow = draft.flow(
        draft.type("hei", 17, leading=1.9), size=(595, 640), margins=(70, 60, 66, 50), colour=(255, 252, 240)
    )
    flow.heading("公　　示", draft.type("hei-bold", 32, RED), after=16)
    flow.paragraph(
        f"{draft.org.short}{draft['date'].year}年服务测评已完成。职工满意率为{_rate(draft)}：应答职工{_count(draft, 'respondents', '人')}，打“满意”及以上的{_count(draft, 'satisfied', '人')}，提出批评意见的{_rest(draft)}人。"
    )
    flow.paragraph(f"公示期五个工作日，监督电话0510-5555{draft.rng.randint(1000, 9999)}。", after=16)
    flow.signature([draft.org.name, when(draft, "date", draft.pick("plain", "gaps", "dots"))])


@layout(KIND, "question_count", ("digital", "scan", "xlsx", "poor", "docx"))
def question_count(draft: Draft) -> None:
    """Counts by question, grades in columns; the last question asks for the whole, the rate stands under the table."""
    rng, total = draft.rng, int(draft["respondents"])
    flow = draft.flow(draft.type("song", 11, leading=1.45), size=A4_LANDSCAPE, margins=(50, 52, 50, 44))
    title = "职工问卷逐题统计"
    flow.heading(title, draft.type("hei", 18), after=4)
    line = (
        f"服务单位：{draft.org.name}　　收回：{_count(draft, 'respondents')}份　　发出：{draft['handed']}份"
    )
    flow.paragraph(line, indent=0, after=4)
    head = ["题号", "题　　目", "A.很好", "B.较好", "C.一般", "D.较差", "未答"]
    rows: list[list[str]] = []
    for number, text in enumerate(
        rng.sample(
            (
                "您对活动时间安排的看法",
                "您对老师授课的看法",
                "您对场地设施的看法",
                "您对咨询答复的看法",
                "您对宣传告知的看法",
            ),
            4,
        ),
        start=1,
    ):
        a = round(total * rng.uniform(0.5, 0.7))
        b = round((total - a) * rng.uniform(0.4, 0.8))
        rows.append([f"Q{number}", text, str(a), str(b), str(total - a - b), "0", "0"])
    flow.table([[Cell(one, bold=True) for one in head], *rows], (0.8, 4.4, 1, 1, 1, 1, 0.8), least=28)
    flow.space(6)
    second = ["题号", "题　　目", "很满意", "满意", "基本满意", "不满意"]
    last = [
        "Q5",
        "您对该组织的总体满意程度",
        str(draft["top"]),
        str(draft["good"]),
        str(draft["basic"]),
        str(_rest(draft)),
    ]
    flow.table([[Cell(one, bold=True) for one in second], last], (0.8, 4.4, 1.2, 1.2, 1.2, 1.2), least=28)
    draft.unprinted("satisfied")
    foot = f"总体满意率（很满意+满意+基本满意）：{_rate(draft, '{}%')}　　统计人：{person(rng)}　　{when(draft, 'date', draft.pick('dots', 'plain'))}"
    flow.paragraph(foot, indent=0)
    draft.sheets = [("统计", [[title], [line], head, *rows, second, last, [foot]])]


@layout(KIND, "chart_page", ("screenshot", "digital", "poor"))
def chart_page(draft: Draft) -> None:
    """A slide with columns of a chart, the rate large in a ring, sample and day in small letters."""
    page = draft.page((960, 540))
    page.rect((0, 0, 960, 70), None, fill=(0, 110, 120))
    page.text(36, 46, f"{draft.org.short}　职工满意度测评结果", draft.type("hei-bold", 24, (255, 255, 255)))
    page.round((70, 130, 310, 370), (0, 150, 140), 18)
    page.text(190, 250, _rate(draft, "{}%"), draft.type("hei-bold", 38, (0, 110, 120)), "center")
    page.text(190, 286, "满意率", draft.type("hei", 17, (90, 90, 90)), "center")
    total = int(draft["respondents"])
    bars = [
        ("非常满意", draft["top"]),
        ("满意", draft["good"]),
        ("基本满意", draft["basic"]),
        ("不满意", _rest(draft)),
    ]
    for n, (name, count) in enumerate(bars):
        x, height = 430 + n * 125, 250 * int(count) / total
        page.rect((x, 390 - height, x + 66, 390), None, fill=(0, 150, 140) if n < 3 else (200, 90, 60))
        page.text(x + 33, 380 - height, str(count), draft.type("hei", 15), "center")
        page.text(x + 33, 414, name, draft.type("hei", 15), "center")
    page.line(410, 390, 920, 390, (120, 120, 120), 1)
    draft.unprinted("satisfied")
    page.text(
        36,
        480,
        f"样本：{company(draft.rng, draft.org.place)}等单位职工{_count(draft, 'respondents', '人')}　　截止日期：{when(draft, 'date', draft.pick('plain', 'iso'))}",
        draft.type("hei", 14, (90, 90, 90)),
    )
    page.text(
        36,
        508,
        f"下次测评：{after(draft['date'], 180).year}年　资料整理：{day(after(draft['date'], 3), 'iso')}",
        draft.type("hei", 12, (140, 140, 140)),
    )


@layout(KIND, "tally_slip", ("scan", "photo", "poor"))
def tally_slip(draft: Draft) -> None:
    """A slip counted by hand in an enterprise: grades with counts on lines, the rate worked out below, signatures."""
    page = draft.page((595, 560), (253, 251, 244))
    ink, hand = draft.type("song", 13), draft.type("hand", 16, (26, 36, 110))
    page.text(297, 56, "职工满意度测评计票单", draft.type("song-bold", 21), "center")
    page.text(60, 92, f"被测评组织：{draft.org.name}", ink)
    page.text(60, 120, f"测评单位：{company(draft.rng, draft.org.place)}", ink)
    rows = [
        ("收回有效测评表", _count(draft, "respondents"), "张"),
        ("其中：满意", f"{int(draft['top']) + int(draft['good'])}", "票"),
        ("基本满意", f"{draft['basic']}", "票"),
        ("不满意", f"{_rest(draft)}", "票"),
        ("满意率（满意+基本满意）", _rate(draft, "{}%"), ""),
    ]
    draft.unprinted("satisfied")
    for n, (name, value, unit) in enumerate(rows):
        y = 164 + n * 44
        page.text(84, y, name, ink)
        page.text(330, y, value, hand, "center")
        page.line(280, y + 6, 380, y + 6, (100, 100, 100), 0.6)
        page.text(390, y, unit, ink)
    page.text(60, 420, "计票人：", ink)
    page.text(120, 420, person(draft.rng), hand)
    page.text(250, 420, "监票人：", ink)
    page.text(310, 420, person(draft.rng), hand)
    page.text(420, 470, when(draft, "date", draft.pick("gaps", "plain", "dots")), hand, "center")
