"""职工满意度调查: the table by grades, the statement of a union, statistics by question, workbooks."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import LAST_DAY, Draft, Values, layout, sampler, some_day
from tests.corpus.flow import Cell
from tests.corpus.world import Organization, company

KIND = "satisfaction_survey"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """Counts by grade. `basic` is who chose 基本满意; they are among the satisfied unless `basic_counts` is False."""
    total = fixed.get("respondents", rng.choice((24, 50, 60, 80, 100, 120, 150, 200, 236, 318, 500)))
    share = rng.choices((0.97, 0.93, 0.86, 0.76, 0.62), (40, 30, 15, 10, 5))[0] + rng.uniform(-0.02, 0.02)
    satisfied = fixed.get("satisfied", round(total * share))
    very = round(satisfied * rng.uniform(0.55, 0.8))
    basic = fixed.get("basic", rng.choice((0, 0, round((satisfied - very) * 0.4))))
    values: Values = {
        "respondents": total,
        "satisfied": satisfied,
        "very": very,
        "basic": basic,
        "middle": satisfied - very - basic,
        "date": some_day(rng, date(2025, 1, 10), LAST_DAY),
        "company": company(rng, org.place),
        "places": rng.choice((0, 0, 1, 2)),
    }
    values.update(fixed)
    if "rate" not in fixed:
        values["rate"] = round(values["satisfied"] / values["respondents"], values["places"] + 2)
    else:
        values["places"] = max(
            values["places"], 2 if round(values["rate"] * 100) != round(values["rate"] * 100, 2) else 0
        )
    return values


def _rate(draft: Draft) -> str:
    return draft.put(
        "rate", f"{draft['rate'] * 100:.{draft['places']}f}{draft.pick('%', '%', '％')}", draft["rate"]
    )


def _percent(draft: Draft, count: int) -> str:
    return f"{count / draft['respondents'] * 100:.{draft['places']}f}%"


def _count(draft: Draft, name: str, unit: str) -> str:
    return draft.put(name, f"{draft[name]}{unit}")


def _grades(draft: Draft) -> list[tuple[str, int]]:
    rows = [("非常满意", draft["very"]), ("满意", draft["middle"])]
    if draft["basic"]:
        rows.append(("基本满意", draft["basic"]))
    left = draft["respondents"] - draft["satisfied"]
    if not draft["basic"] and left > 4 and draft.rng.random() < 0.6:
        part = left // 2
        return [*rows, ("一般", left - part), ("不满意", part)]
    return [*rows, ("不满意", left)]


def _how(draft: Draft) -> str:
    return draft.pick("现场发放问卷", "线上问卷星填报", "随机抽样、无记名填写", "电话回访与书面问卷相结合")


@layout(KIND, "grade_table", ("digital", "scan", "photo", "poor", "docx", "html"))
def grade_table(draft: Draft) -> None:
    """职工满意度测评汇总表: one row a grade, then the sum."""
    flow = draft.flow(draft.type("song", 13))
    flow.heading(
        draft.pick("职工满意度测评汇总表", "服务职工满意度调查统计表", "职工满意度调查表（汇总）"),
        draft.type("song-bold", 20),
        after=12,
    )
    flow.paragraph(f"被测评单位：{draft.org.name}　　", indent=0, after=2)
    flow.paragraph(
        f"{draft.pick('调查时间', '测评日期', '填表日期')}：{draft.date('date')}", indent=0, after=8
    )
    unit = draft.pick("人", "", "份")
    rows: list[list[Cell | str]] = [["评价等次", f"人数{'' if unit else '（人）'}", "占比"]]
    for name, count in _grades(draft):
        rows.append([name, f"{count}{unit}", _percent(draft, count)])
    rows.append([Cell("合计", bold=True), _count(draft, "respondents", unit), "100%"])
    rows.append([Cell(draft.pick("满意度", "总体满意率", "满意率"), bold=True), Cell(f"{_rate(draft)}", 2)])
    words = "非常满意、满意" + ("、基本满意" if draft["basic"] else "")
    rows.append(
        [Cell(draft.pick("满意人数", "满意合计"), bold=True), Cell(_count(draft, "satisfied", unit), 2)]
    )
    flow.table(rows, (3, 3, 3), least=32)
    flow.paragraph(
        f"注：满意人数为选择{words}的人数之和。本次调查采用{_how(draft)}的方式。",
        draft.type("song", 10.5),
        indent=0,
    )
    flow.signature([draft.pick(draft.org.local_union, draft["company"] + "工会委员会", draft.org.name)])


@layout(KIND, "statement", ("digital", "scan", "photo", "poor", "docx"))
def statement(draft: Draft) -> None:
    """A statement in prose, sealed by a union."""
    issuer = draft.pick(draft.org.local_union, draft["company"] + "工会委员会", draft.org.city_union)
    flow = draft.flow(draft.type(draft.pick("fang", "song", "kai"), 16, leading=1.9))
    flow.space(40)
    flow.heading(
        draft.pick("职工满意度测评情况说明", "关于职工满意度调查情况的说明", "职工满意度证明"),
        draft.type("song-bold", 22),
        after=18,
    )
    very = f"其中非常满意{draft['very']}人、满意{draft['middle']}人" + (
        f"、基本满意{draft['basic']}人" if draft["basic"] else ""
    )
    got = draft.put("respondents", f"{draft['respondents']}")
    sent = draft["respondents"] + draft.rng.choice((0, 0, 3, 8))
    lead = draft.pick(
        f"{draft.date('date', 'cn')}，我会采取{_how(draft)}的方式，对{draft.org.name}服务职工情况进行满意度测评，共发放问卷{sent}份，收回有效问卷{got}份。",
        f"为了解职工对{draft.org.name}服务工作的评价，我会于{draft.date('date', 'cn')}组织开展了满意度调查，实际参与调查职工{got}人。",
    )
    flow.paragraph(lead)
    flow.paragraph(
        f"经统计，{very}，{draft.pick('满意人数合计', '表示满意的共', '合计满意')}{_count(draft, 'satisfied', '人')}，满意度为{_rate(draft)}。"
    )
    flow.paragraph("特此说明。", after=24)
    flow.signature(
        [issuer, draft.again("date", f"{draft['date'].year}年{draft['date'].month}月{draft['date'].day}日")]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 56), issuer)


@layout(KIND, "by_question", ("digital", "scan", "poor", "docx", "html"))
def by_question(draft: Draft) -> None:
    """Statistics of a questionnaire, question by question; the last asks for the whole."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 12, leading=1.7), numbered="{}")
    flow.heading(f"{draft.org.name}", draft.type("song-bold", 17), after=0)
    flow.heading(
        draft.pick("服务职工满意度问卷统计分析", "职工满意度问卷调查报告"),
        draft.type("song-bold", 20),
        after=10,
    )
    flow.paragraph(
        f"调查时间：{draft.date('date')}　　回收有效问卷：{_count(draft, 'respondents', '份')}",
        indent=0,
        after=6,
    )
    total = draft["respondents"]
    questions = (
        "您对服务内容的针对性是否满意",
        "您对工作人员的服务态度是否满意",
        "您对活动组织的及时性是否满意",
        "您对服务效果是否满意",
    )
    for number, question in enumerate(rng.sample(questions, 3), start=1):
        flow.paragraph(f"{number}．{question}？", draft.type("hei", 12), indent=0)
        good = min(total, round(total * rng.uniform(0.8, 0.98)))
        flow.table(
            [
                ["选项", "满意", "一般", "不满意"],
                ["人数", str(good), str((total - good + 1) // 2), str((total - good) // 2)],
            ],
            (2, 2, 2, 2),
        )
    flow.paragraph(
        f"4．{draft.pick('总体而言，您对该组织的服务是否满意', '您的总体评价')}？",
        draft.type("hei", 12),
        indent=0,
    )
    grades = _grades(draft)
    flow.table(
        [
            ["选项", *(name for name, _ in grades)],
            ["人数", *(str(count) for _, count in grades)],
            ["比例", *(_percent(draft, count) for _, count in grades)],
        ],
        (2, *(2 for _ in grades)),
    )
    flow.paragraph(
        f"综上，{total}名受访职工中，对服务总体满意的{_count(draft, 'satisfied', '人')}，总体满意率{_rate(draft)}。",
        after=10,
    )


@layout(KIND, "workbook", ("xlsx",))
def workbook(draft: Draft) -> None:
    """A workbook: the sum on one sheet, answers on another."""
    rng, grades = draft.rng, _grades(draft)
    rows = [
        [f"{draft.org.name}职工满意度调查汇总"],
        ["调查日期", draft.date("date", draft.pick("iso", "cn"))],
        ["有效问卷（份）", draft.put("respondents", str(draft["respondents"]))],
    ]
    rows += [[name, str(count)] for name, count in grades]
    rows += [["满意人数", draft.put("satisfied", str(draft["satisfied"]))], ["满意率", _rate(draft)]]
    answers = [["序号", "所在单位", "总体评价"]]
    names = [name for name, count in grades for _ in range(count)]
    rng.shuffle(names)
    answers += [[str(number), draft["company"], name] for number, name in enumerate(names, start=1)]
    draft.sheets.extend((("汇总", rows), ("明细", answers)))


@layout(KIND, "text_note", ("txt", "screenshot", "digital"))
def text_note(draft: Draft) -> None:
    """The export of an online questionnaire."""
    flow = draft.flow(draft.type("hei", 12), size=(480, 560), margins=(36, 40, 36, 36))
    flow.heading("问卷结果统计", draft.type("hei", 16), align="left")
    flow.paragraph(f"问卷名称：{draft.org.name}服务满意度调查", indent=0)
    flow.paragraph(f"截止日期：{draft.date('date', 'iso')}", indent=0)
    flow.paragraph(f"有效填写人次：{_count(draft, 'respondents', '')}", indent=0, after=6)
    for name, count in _grades(draft):
        flow.paragraph(f"{name}：{count}（{_percent(draft, count)}）", indent=0)
    flow.paragraph(f"满意合计：{_count(draft, 'satisfied', '')}", indent=0)
    flow.paragraph(f"满意率：{_rate(draft)}", indent=0)
