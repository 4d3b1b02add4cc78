"""Surveys of satisfaction: a report with pages, an online form's statistics, a community's table, a letter, a poster."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import company, person
from tests.corpus.further.pieces import GREY, WHITE, day, later, phone_top, scribble, when
from tests.corpus.further.register import layout
from tests.corpus.page import RED

KIND = "satisfaction_survey"


def _rate(draft: Draft, *forms: str) -> str:
    percent = f"{draft['rate'] * 100:.2f}".rstrip("0").rstrip(".")
    return draft.put(
        "rate", draft.pick(*(forms or ("{}%", "{}％", "百分之{}"))).format(percent), draft["rate"]
    )


def _count(draft: Draft, name: str, unit: str = "") -> str:
    return draft.put(name, f"{draft[name]}{unit}")


def _rest(draft: Draft) -> int:
    return int(draft["respondents"]) - int(draft["satisfied"])


def _grades(draft: Draft) -> list[tuple[str, int]]:
    return [
        ("非常满意", draft["top"]),
        ("满意", draft["good"]),
        ("基本满意", draft["basic"]),
        ("不满意", _rest(draft)),
    ]


@layout(KIND, "report_result_on_two", ("digital", "scan", "poor", "docx"))
def report_result_on_two(draft: Draft) -> None:
    """A report: method and people asked on page one (with shares by sex and age), grades and rate on page two."""
    rng, moment, total = draft.rng, draft["date"], int(draft["respondents"])
    flow = draft.flow(draft.type("song", 13.5, leading=1.8), margins=(80, 84, 76, 68), numbered="- {} -")
    flow.heading(f"{draft.org.name}\n服务职工满意度调查报告", draft.type("song-bold", 21), after=12)
    flow.heading("一、调查基本情况", draft.type("hei", 14.5), align="left", level=2)
    flow.paragraph(
        f"{later(moment, -40).month}月至{moment.month}月，采取线上与线下相结合的方式，面向{company(rng, draft.org.place)}等单位职工发放问卷{draft['handed']}份，回收有效问卷{_count(draft, 'respondents', '份')}。"
    )
    male = round(total * 0.56)
    flow.table(
        [
            ["分类", "人数", "占比"],
            ["男", str(male), f"{male / total:.1%}"],
            ["女", str(total - male), f"{1 - male / total:.1%}"],
        ],
        (1, 1, 1),
        least=26,
    )
    flow.paragraph("对服务知晓率、参与率、时间安排、场地等分项调查结果见附表，分项平均得分均在85分以上。")
    flow.new_page()
    flow.heading("二、总体满意度", draft.type("hei", 14.5), align="left", level=2)
    told = "、".join(f"{name}{count}人" for name, count in _grades(draft))
    flow.paragraph(
        f"总体评价中，{told}。前三项合计{_count(draft, 'satisfied', '人')}，总体满意度为{_rate(draft)}。"
    )
    flow.heading("三、意见建议", draft.type("hei", 14.5), align="left", level=2)
    flow.paragraph(f"共收到意见建议{rng.randint(3, 20)}条，主要集中在增加夜间场次、扩大宣传等方面。")
    flow.signature([draft.org.name, when(draft, "date", "cn", "han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), draft.org.name)


@layout(KIND, "online_form", ("screenshot", "digital", "poor"))
def online_form(draft: Draft) -> None:
    """An online form's statistics: bars with counts and shares, 有效填写量 at the head, the rate as a line at the end."""
    total = int(draft["respondents"])
    page = draft.page((640, 620), (250, 250, 252))
    page.rect((0, 0, 640, 50), None, fill=(40, 120, 220))
    page.text(20, 33, "问卷统计与分析", draft.type("hei-bold", 17, WHITE))
    page.text(24, 84, f"{draft.org.short}服务满意度问卷", draft.type("hei-bold", 16))
    page.text(
        24,
        108,
        f"本题有效填写人次 {_count(draft, 'respondents')}　　截止 {when(draft, 'date', 'iso', 'slash')}",
        draft.type("hei", 11.5, GREY),
    )
    page.text(24, 150, "第5题　您对我们的总体评价　[单选题]", draft.type("hei", 14))
    y = 176.0
    for name, count in _grades(draft):
        page.text(36, y + 16, name, draft.type("hei", 13))
        page.rect((120, y + 2, 500, y + 22), None, fill=(232, 236, 244), radius=4)
        page.rect((120, y + 2, 122 + 378 * count / total, y + 22), None, fill=(90, 160, 240), radius=4)
        page.text(512, y + 17, f"{count}（{count / total:.2%}）", draft.type("hei", 12))
        y += 44
    draft.unprinted("satisfied")
    page.text(
        36, y + 30, f"满意率（选择前三项）：{_rate(draft, '{}%')}", draft.type("hei-bold", 15, (30, 90, 180))
    )


@layout(KIND, "units_table", ("digital", "scan", "xlsx", "poor"))
def units_table(draft: Draft) -> None:
    """A table by firm with a total row: sheets returned, satisfied, not; the rate at the end of the total's row."""
    rng, total, good = draft.rng, int(draft["respondents"]), int(draft["satisfied"])
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(60, 80, 60, 60))
    title = f"{draft.org.name}职工满意度测评汇总表"
    flow.heading(title, draft.type("hei-bold", 17), after=6)
    cuts = [total * rng.randint(25, 35) // 100, total * rng.randint(60, 75) // 100]
    sizes = [cuts[0], cuts[1] - cuts[0], total - cuts[1]]
    rest = total - good
    bad = [rest * size // total for size in sizes[:-1]]
    bad.append(rest - sum(bad))
    head = ["测评单位", "收回（份）", "满意（份）", "不满意（份）", "满意率"]
    body = [
        [company(rng, draft.org.place), str(size), str(size - lost), str(lost), f"{(size - lost) / size:.1%}"]
        for size, lost in zip(sizes, bad, strict=True)
    ]
    last = [
        "合　计",
        _count(draft, "respondents"),
        _count(draft, "satisfied"),
        str(rest),
        _rate(draft, "{}%"),
    ]
    flow.table([[Cell(one, bold=True) for one in head], *body, last], (3.4, 1.3, 1.3, 1.4, 1.2), least=32)
    foot = (
        f"注：“满意”含非常满意、满意、基本满意。　填表人：{person(rng)}　{when(draft, 'date', 'dots', 'cn')}"
    )
    flow.paragraph(foot, indent=0)
    draft.sheets = [("汇总", [[title], head, *body, last, [foot]])]


@layout(KIND, "letter_of_union", ("scan", "photo", "digital", "poor"))
def letter_of_union(draft: Draft) -> None:
    """A union writes what its members answered: rate first, then counts, in one sentence; a former year's rate beside it."""
    flow = draft.flow(draft.type("fang", 16, leading=1.95), margins=(82, 110, 78, 70))
    flow.heading(
        draft.pick("关于职工满意度测评结果的说明", "职工满意度情况反馈"),
        draft.type("song-bold", 23),
        after=14,
    )
    flow.paragraph(f"{draft.org.name}：", indent=0)
    flow.paragraph(
        f"我会组织会员对你单位服务进行测评，满意度达{_rate(draft)}（参评{_count(draft, 'respondents', '人')}，表示满意和基本满意{_count(draft, 'satisfied', '人')}，不满意{_rest(draft)}人）。上一年度测评结果仅供参考，不再列示。"
    )
    flow.signature([draft.org.local_union, when(draft, "date", "cn", "nil_han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft.org.local_union)
    scribble(draft, flow.page, "已存", 500, 90)


@layout(KIND, "message_on_phone", ("screenshot",))
def message_on_phone(draft: Draft) -> None:
    """A message in a group: the result in two bubbles, day above them."""
    page = draft.page((380, 640), (237, 237, 237))
    phone_top(draft, page, f"职工服务群（{draft.rng.randint(40, 300)}）")
    page.text(190, 90, when(draft, "date", "cn", "iso"), draft.type("hei", 11, GREY), "center")
    body = draft.type("hei", 14.5, leading=1.6)
    page.rect((20, 110, 56, 146), None, fill=(120, 160, 200), radius=4)
    page.rect((66, 110, 350, 300), None, fill=WHITE, radius=6)
    y = page.paragraph(
        78,
        118,
        262,
        f"各位工友：{draft.org.short}本年度满意度问卷已关闭，共{_count(draft, 'respondents', '人')}参与，其中{_count(draft, 'satisfied', '人')}选择了“基本满意”以上，满意率{_rate(draft, '{}%')}。",
        body,
    )
    page.rect((20, 330, 56, 366), None, fill=(120, 160, 200), radius=4)
    page.rect((66, 330, 350, 400), None, fill=WHITE, radius=6)
    page.paragraph(78, 338, 262, f"{_rest(draft)}位提了意见的工友，我们会逐一回访。", body)
    page.text(
        190,
        max(y, 560),
        f"满意度专项 {day(later(draft['date'], 1), 'slash')}",
        draft.type("hei", 10, RED),
        "center",
    )
