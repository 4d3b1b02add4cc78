"""总结: a report to the union, slides, an article on a telephone, a worksheet of results."""

import random
from datetime import date

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import GREY, deeds, snapshot, telephone, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import work_papers as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import sealed
from tests.corpus.page import Colour
from tests.corpus.world import Organization


def _change(rng: random.Random, org: Organization, values: Values) -> Values:
    year = values["date"].year
    nouns = (
        "年度工作总结",
        "年服务职工工作情况总结",
        "年度公益项目总结",
        "年工作回顾",
        f"年“{org.brand}”项目总结",
    )
    return {"title": f"{year}{rng.choice(nouns)}"}


told_anew("summary", _change)


@layout("summary", "report_to_union", ("digital", "scan", "photo", "poor", "docx"))
def report_to_union(draft: Draft) -> None:
    """A report in the form of a letter to the union: 关于…情况的报告, salutation, 特此报告."""
    year = draft["date"].year
    draft.values["title"] = (
        f"关于{year}年度{draft.pick('服务职工工作', '承接职工服务项目', '公益服务')}情况的报告"
    )
    flow = draft.flow(draft.type("fang", 16, leading=1.75), numbered="- {} -")
    flow.heading(draft.put("title"), draft.type("song-bold", 21), after=12)
    flow.paragraph(f"{draft.org.local_union}：", indent=0)
    flow.paragraph("今年以来，在贵会关心支持下，我们立足本职服务职工，较好完成了各项任务。现将情况报告如下：")
    orders = ("首先", "其次", "再次", "此外")
    for order, deed in zip(orders, deeds(draft, 4), strict=True):
        flow.paragraph(f"{order}，{deed}。")
    flow.paragraph(
        "一年来的工作也有短板，主要是志愿者流动较快、夜间服务力量不够。明年将着力补齐，争取有新的起色。"
    )
    flow.paragraph("特此报告。", after=10)
    sealed(draft, flow, [draft.put("organization_name"), draft.date("date", "han")], draft.org.name)


@layout("summary", "slides", ("digital", "digital", "scan"))
def slides(draft: Draft) -> None:
    """The slides of a talk: a first one with the title, one of figures, one of text with a picture."""
    tone: Colour = draft.rng.choice(((24, 78, 140), (160, 30, 36), (20, 110, 96)))
    white, dark = (255, 255, 255), (50, 50, 54)
    first = draft.page((720, 405), tone)
    first.rect((40, 60, 680, 345), white, 1.2)
    first.text(360, 96, f"{draft.org.local_union}项目交流会汇报材料", draft.type("hei", 14, white), "center")
    first.paragraph(
        70, 140, 580, draft.put("title"), draft.type("hei-bold", 36, white, leading=1.3), align="center"
    )
    first.text(
        360, 268, f"汇报单位 | {draft.put('organization_name')}", draft.type("hei", 17, white), "center"
    )
    first.text(360, 300, f"汇报人 | {draft.org.legal_representative}", draft.type("hei", 15, white), "center")
    first.text(360, 328, draft.date("date", draft.pick("dot", "cn")), draft.type("hei", 15, white), "center")
    second = draft.page((720, 405))
    third = draft.page((720, 405))
    for page, head in ((second, "数说这一年"), (third, "我们做了什么")):
        page.rect((0, 0, 720, 54), None, fill=tone)
        page.text(30, 36, head, draft.type("hei-bold", 22, white))
    for number, (unit, what) in enumerate((("场", "主题活动"), ("人次", "服务职工"), ("个", "合作企业"))):
        x = 130 + number * 230
        second.text(x, 200, f"{draft.rng.randint(12, 980)}{unit}", draft.type("hei-bold", 40, tone), "center")
        second.text(x, 244, what, draft.type("hei", 18, dark), "center")
    y = 76.0
    for deed in deeds(draft, 4):
        y = third.paragraph(36, y, 400, "● " + deed, draft.type("hei", 14, dark, leading=1.45)) + 8
    third.picture(snapshot(draft.rng), (456, 100, 696, 247))


@layout("summary", "account_article", ("screenshot", "digital", "screenshot"))
def account_article(draft: Draft) -> None:
    """The year's article on the body's own public account: title, account and day in grey, short paragraphs."""
    page = telephone(draft, 1180)
    y = page.paragraph(20, 80, 350, draft.put("title"), draft.type("hei-bold", 21, leading=1.4)) + 6
    small = draft.type("hei", 12)
    y = page.paragraph(
        20, y, 350, f"原创　{draft.put('organization_name')}", small.but(colour=(70, 100, 160))
    )
    clock = f"{draft.rng.randint(8, 20):02d}:{draft.rng.randint(0, 59):02d}"
    page.text(
        20, y + 13, f"{draft.date('date', draft.pick('cn', 'iso'))} {clock}　江苏", small.but(colour=GREY)
    )
    y += 36
    body = draft.type("hei", 14.5, (60, 60, 60), leading=1.75)
    y = page.paragraph(20, y, 350, "岁序更替，步履不停。这一年，我们和工友们一起走过——", body) + 10
    for number, deed in enumerate(deeds(draft, 4), start=1):
        page.text(195, y + 22, f"{number:02d}", draft.type("hei-bold", 20, (220, 100, 40)), "center")
        y = page.paragraph(20, y + 34, 350, deed + "。", body) + 6
        if number == 2:
            page.picture(snapshot(draft.rng), (20, y, 370, y + 190))
            y += 200
    page.text(195, y + 20, "— END —", small.but(colour=GREY), "center")
    page.text(
        20,
        y + 54,
        f"阅读 {draft.rng.randint(120, 2400)}　　赞 {draft.rng.randint(6, 80)}",
        small.but(colour=GREY),
    )


@layout("summary", "results_form", ("digital", "scan", "poor", "docx"))
def results_form(draft: Draft) -> None:
    """The closing form of a project: what was planned beside what was done, remarks below, the day of filling in."""
    rng = draft.rng
    draft.values["title"] = draft.pick("项目结项总结表", "职工服务项目年度总结表", "公益项目执行总结报告表")
    flow = draft.flow(draft.type("song", 11.5, leading=1.5))
    flow.heading(draft.put("title"), draft.type("song-bold", 20), after=8)
    year = draft["date"].year
    rows: list[list[Cell | str]] = [
        ["项目名称", Cell(f"“{draft.org.brand}”{year}年度服务项目", 4)],
        ["执行机构", Cell(draft.put("organization_name"), 4)],
        [
            "起止时间",
            Cell(f"{printed.day(date(year, 1, 10), 'dot')}—{year}.12", 2),
            "填表日期",
            draft.date("date", draft.pick("dot", "iso")),
        ],
        [Cell("目标完成情况", rows=4), "指标", "计划", "实际", "完成率"],
    ]
    for name in ("活动场次", "受益人次", "志愿时数"):
        planned = rng.randint(4, 60) * 5
        done = planned + rng.randint(0, 30)
        rows.append([name, str(planned), str(done), f"{done / planned * 100:.0f}%"])
    rows.append(["主要做法", Cell("；".join(deeds(draft, 2)) + "。", 4, align="left")])
    rows.append(
        ["经验与不足", Cell("与企业工会提前对接、错峰安排是成功的关键；宣传方式仍较单一。", 4, align="left")]
    )
    flow.table(rows, (2, 2.4, 2, 2, 2.6), least=36)
    flow.paragraph(
        f"填表人：{draft.org.staff[-1]}　　　　负责人签字：{draft.org.legal_representative}", indent=0
    )
