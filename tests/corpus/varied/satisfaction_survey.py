"""Surveys of satisfaction: a summary by question, a letter, a form by enterprise, a poll app's statistics, counts by tally."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import LAST_DAY, Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.varied.people import company, person
from tests.corpus.varied.pieces import after, band, before, day, month, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "satisfaction_survey"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:  # noqa: ARG001
    """Counts by three to five grades; 基本满意 is among the satisfied."""
    total = fixed.get("respondents", rng.choice((20, 28, 32, 45, 66, 90, 108, 137, 180, 260, 415, 1020)))
    share = rng.choice((0.98, 0.95, 0.91, 0.88, 0.82, 0.74, 0.66))
    satisfied = fixed.get("satisfied", round(total * share))
    top = round(satisfied * rng.uniform(0.5, 0.85))
    basic = rng.choice((0, round((satisfied - top) * 0.5)))
    values: Values = {
        "respondents": total,
        "satisfied": satisfied,
        "top": top,
        "basic": basic,
        "date": some_day(rng, date(2024, 9, 2), LAST_DAY),
        "handed": total + rng.randint(0, 14),
    }
    values.update(fixed)
    values["top"] = min(values["top"], values["satisfied"] - values["basic"])
    values["good"] = values["satisfied"] - values["top"] - values["basic"]
    if "rate" not in fixed:
        values["rate"] = round(values["satisfied"] / values["respondents"], 4)
    return values


def _rate(draft: Draft) -> str:
    percent = f"{draft['rate'] * 100:.2f}".rstrip("0").rstrip(".")
    return draft.put(
        "rate", draft.pick(f"{percent}%", f"{draft['rate'] * 100:.2f}%", f"百分之{percent}"), draft["rate"]
    )


def _number(draft: Draft, name: str, unit: str = "") -> str:
    return draft.put(name, f"{draft[name]}{unit}")


def _share(draft: Draft, count: int) -> str:
    return f"{count / draft['respondents'] * 100:.2f}%"


def _lost(draft: Draft) -> int:
    return draft["respondents"] - draft["satisfied"]


@layout(KIND, "analysis_report", ("digital", "scan", "photo", "poor", "docx", "html"))
def analysis_report(draft: Draft) -> None:
    """An analysis in prose with the counts in sentences, sheets handed out and returned, and a period."""
    org, moment = draft.org, draft["date"]
    flow = draft.flow(draft.type(draft.pick("fang", "song"), 14, leading=1.8), margins=(76, 80, 74, 70))
    flow.heading(
        f"{org.short}服务职工满意度{draft.pick('问卷分析', '测评情况报告', '调查结果通报')}",
        draft.type("song-bold", 20),
        after=10,
    )
    if draft["handed"] == draft["respondents"]:
        returned = f"共发放问卷{draft['handed']}份，全部收回，有效问卷{_number(draft, 'respondents')}份"
    else:
        returned = f"共发放问卷{draft['handed']}份，回收有效问卷{_number(draft, 'respondents')}份，有效回收率{draft['respondents'] / draft['handed'] * 100:.1f}%"
    flow.paragraph(
        f"为了解职工对我单位服务工作的评价，{month(before(moment, 40))}起，我们面向{company(draft.rng, org.place)}等{draft.rng.randint(2, 9)}家企业职工开展了匿名调查。{returned}。"
    )
    parts = [f"选择“很满意”的{draft['top']}人", f"选择“较满意”的{draft['good']}人"]
    if draft["basic"]:
        parts.append(f"选择“基本满意”的{draft['basic']}人")
    parts.append(f"选择“不太满意”“不满意”的共{_lost(draft)}人")
    flow.paragraph(
        f"从总体评价看，{'，'.join(parts)}。其中持满意态度的职工{_number(draft, 'satisfied')}人，{draft.pick('总体满意度为', '综合满意率达', '满意度')}{_rate(draft)}。"
    )
    flow.paragraph(
        f"分项来看，服务态度满意率最高，为{draft.rng.randint(96, 99)}.{draft.rng.randint(0, 9)}%；服务及时性次之。女职工占受访者的{draft.rng.randint(31, 68)}%。"
    )
    flow.paragraph("意见建议主要集中在活动场地偏远、宣传不够两个方面，我们将逐条落实改进。", after=14)
    flow.signature([org.name, when(draft, "date", draft.pick("plain", "han", "gaps"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 44), org.name)


@layout(KIND, "enterprise_form", ("scan", "photo", "poor", "digital", "docx"))
def enterprise_form(draft: Draft) -> None:
    """附件3 filled: a form with grades in columns, one row of counts, opinion of the enterprise's union with a stamp."""
    org = draft.org
    flow = draft.flow(draft.type("song", 12.5, leading=1.5), margins=(62, 76, 62, 60))
    flow.paragraph("附件3", draft.type("hei", 13), indent=0)
    flow.heading("职工满意度测评汇总表", draft.type("song-bold", 20), after=8)
    where = company(draft.rng, org.place)
    flow.table(
        [
            [Cell("被测评组织"), Cell(org.name, 5, align="left")],
            [
                Cell("测评单位"),
                Cell(where + "工会", 3, align="left"),
                Cell("测评时间"),
                Cell(when(draft, "date", draft.pick("dots", "uneven", "plain"))),
            ],
            [Cell("参加测评\n职工数", rows=2), Cell("评　价　结　果（人）", 4), Cell("满意率", rows=2)],
            ["非常满意", "满意", "基本满意", "不满意"],
            [
                _number(draft, "respondents"),
                str(draft["top"]),
                str(draft["good"]),
                str(draft["basic"]),
                str(_lost(draft)),
                _rate(draft),
            ],
            [
                Cell("测评单位\n工会意见"),
                Cell(
                    f"以上情况属实。\n\n工会主席（签字）：{person(draft.rng)}\n{day(after(draft['date'], 2), 'boxes')}",
                    5,
                    align="left",
                ),
            ],
        ],
        (1.7, 1.3, 1.2, 1.3, 1.2, 1.9),
        least=36,
    )
    draft.unprinted("satisfied")
    draft.seal(flow.page, (400, flow.y - 40), where + "工会", 108)
    flow.paragraph(
        "注：满意率=（非常满意+满意+基本满意）/参加测评职工数×100%。", draft.type("song", 10.5), indent=0
    )


@layout(KIND, "poll_statistics", ("screenshot", "digital", "poor"))
def poll_statistics(draft: Draft) -> None:
    """The statistics of a poll program: options with bars, counts and shares, several questions."""
    rng = draft.rng
    page = draft.page((520, 900), (255, 255, 255))
    band(
        page,
        0,
        50,
        (20, 140, 230),
        draft.pick("问卷统计 · 默认报告", "问卷星 - 统计分析"),
        draft.type("hei", 16, (255, 255, 255)),
    )
    page.paragraph(24, 64, 470, f"{draft.org.name}服务满意度调查", draft.type("hei-bold", 16, leading=1.3))
    grey, ink = draft.type("hei", 11, (130, 130, 130)), draft.type("hei", 12)
    page.text(
        24,
        118,
        f"回收答卷 {_number(draft, 'respondents')} 份　　截止时间 {when(draft, 'date', draft.pick('iso', 'slashes'))} 18:00",
        grey,
    )
    third = max(0, draft["respondents"] // 3)
    questions = [
        ("第1题　您的性别　[单选题]", [("男", third), ("女", draft["respondents"] - third)]),
        (
            "第2题　您对该组织服务的总体评价　[单选题]",
            [
                ("非常满意", draft["top"]),
                ("满意", draft["good"]),
                ("基本满意", draft["basic"]),
                ("不满意", _lost(draft)),
            ],
        ),
    ]
    y = 146.0
    for title, options in questions:
        page.text(24, y, title, draft.type("hei-bold", 13))
        y += 26
        for name, value in (("选项", "小计"),):
            page.text(34, y, name, grey)
            page.text(250, y, value, grey)
            page.text(320, y, "比例", grey)
        y += 24
        for name, count in options:
            page.text(34, y, name, ink)
            page.text(250, y, str(count), ink)
            page.rect((320, y - 9, 440, y), None, fill=(232, 236, 242))
            page.rect((320, y - 9, 320 + 120 * count / draft["respondents"], y), None, fill=(20, 140, 230))
            page.text(450, y, _share(draft, count), ink)
            y += 26
        page.text(34, y, "本题有效填写人次", grey)
        page.text(250, y, str(draft["respondents"]), grey)
        y += 40
    page.text(24, y, "第3题　您还有哪些建议？　[填空题]", draft.type("hei-bold", 13))
    page.text(34, y + 26, f"共 {rng.randint(3, 20)} 条　查看详情", ink)
    draft.unprinted("satisfied")


@layout(KIND, "by_items", ("digital", "scan", "poor", "xlsx", "docx"))
def by_items(draft: Draft) -> None:
    """One row for each item, the last row is the whole; total and rate above the table."""
    org, rng = draft.org, draft.rng
    flow = draft.flow(draft.type("song", 11.5, leading=1.5), margins=(60, 76, 60, 60))
    title = f"{draft['date'].year}年服务对象满意度统计表"
    flow.heading(title, draft.type("song-bold", 18), after=8)
    line = f"被评价单位：{org.name}　　调查人数：{_number(draft, 'respondents')}　　统计日期：{when(draft, 'date', draft.pick('dots', 'iso', 'plain'))}"
    flow.paragraph(line, indent=0, after=4)
    head = ["评价项目", "满意", "基本满意", "不满意", "满意率"]
    total = draft["respondents"]
    rows: list[list[str]] = []
    for name in rng.sample(("服务态度", "服务内容", "响应速度", "专业水平", "活动组织", "场地环境"), 4):
        good = round(total * rng.uniform(0.7, 0.9))
        basic = round((total - good) * rng.uniform(0.3, 0.8))
        rows.append(
            [name, str(good), str(basic), str(total - good - basic), f"{(good + basic) / total * 100:.1f}%"]
        )
    rows.append(
        [
            draft.pick("总体评价", "综合评价"),
            str(draft["top"] + draft["good"]),
            str(draft["basic"]),
            str(_lost(draft)),
            _rate(draft),
        ]
    )
    flow.table([[Cell(one, bold=True) for one in head], *rows], (2, 1.2, 1.4, 1.2, 1.4), least=30)
    draft.unprinted("satisfied")
    flow.paragraph(
        f"满意率按满意与基本满意人数之和计算。制表：{person(rng)}", draft.type("song", 10), indent=0
    )
    draft.sheets = [("统计", [[title], [line], head, *rows, ["满意率按满意与基本满意人数之和计算"]])]


@layout(KIND, "union_proof")
def union_proof(draft: Draft) -> None:
    """A union's proof in two sentences, Chinese numerals for the day, the year's service figures as distractors."""
    org, rng = draft.org, draft.rng
    flow = draft.flow(draft.type("kai", 17, leading=2.0), margins=(86, 120, 82, 72))
    flow.heading("证　明", draft.type("song-bold", 26), after=24)
    flow.paragraph(
        f"{org.name}自{draft['date'].year - 1}年起为我区职工提供服务，累计服务{rng.randint(40, 90)}00余人次。经我会随机抽样，"
        f"{_number(draft, 'respondents', '名')}职工参加测评，{_number(draft, 'satisfied', '名')}表示满意，满意率{_rate(draft)}。"
    )
    flow.paragraph("特此证明。", after=30)
    flow.signature(
        [org.local_union, draft.put("date", printed.day(draft["date"], draft.pick("han", "ring", "cn")))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 54), org.local_union, 122)
