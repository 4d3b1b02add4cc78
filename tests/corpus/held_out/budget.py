"""Budgets: a table in ten thousands of yuan, a report to the board in prose, a project's sheet with unit prices."""

import random
from collections.abc import Mapping
from typing import Any

from tests.corpus.draft import SAMPLERS as USUAL
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import work_papers as _usual  # noqa: F401 - registers the usual sampler
from tests.corpus.layouts.shared import sealed
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.world import Organization, person

KIND = "budget"
_ITEMS = (
    ("驿站物资与维护", "饮用水、药箱、雨具更新"),
    ("专家授课", "外聘讲师课酬"),
    ("走访慰问", "困难家庭慰问品"),
    ("志愿者保障", "保险、交通、误餐"),
    ("宣传印制", "折页、展板、短视频"),
    ("场地布置", "音响、横幅租赁"),
    ("评估与审计", "第三方绩效评价"),
)


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The usual budget under other titles."""
    values = USUAL[KIND](rng, org, fixed)
    if "title" in fixed:
        return values
    year = values["date"].year
    nouns = ("年度收支预算", "度职工服务经费预算", "年财务预算", "年职工关爱专项经费预算")
    title = rng.choice((f"{year}{rng.choice(nouns)}", f"{year}年“{org.brand}”项目经费预算"))
    return values | {"title": title.replace(f"{year}度", f"{year}年度")}


SAMPLERS[KIND] = sample


@layout(KIND, "in_ten_thousands", ("digital", "scan", "xlsx", "docx"))
def in_ten_thousands(draft: Draft) -> None:
    """Income on the left, spending on the right, one table in 万元; who made it and when over its upper edge."""
    flow = draft.flow(draft.type("song", 11.5), size=A4_LANDSCAPE, margins=(60, 56, 60, 50))
    title = draft.put("title")
    name = draft.put("organization_name")
    day = draft.date("date", draft.pick("cn", "iso", "dot"))
    flow.heading(title, draft.type("hei", 20), after=6)
    head = f"编制单位：{name}　　　编制日期：{day}　　　单位：万元"
    flow.paragraph(head, draft.type("song", 10.5), indent=0, after=4)
    spent = [round(draft.rng.uniform(0.6, 18), 2) for _ in range(5)]
    total = round(sum(spent), 2)
    dues = round(total * draft.rng.uniform(0.1, 0.3), 2)
    bought = round(total * draft.rng.uniform(0.3, 0.5), 2)
    incomes = [
        ("会费收入" if draft.org.type == "社会团体" else "举办者资助", dues),
        ("政府（工会）购买服务", bought),
        ("捐赠及其他", round(total - dues - bought, 2)),
    ]
    rows = [["收入项目", "预算数", "支出项目", "预算数"]]
    for place, ((item, _), amount) in enumerate(zip(draft.rng.sample(_ITEMS, 5), spent, strict=True)):
        one, got = incomes[place] if place < len(incomes) else ("", None)
        rows.append([one, "" if got is None else f"{got:.2f}", item, f"{amount:.2f}"])
    rows.append(["收入合计", f"{total:.2f}", "支出合计", f"{total:.2f}"])
    flow.table(rows, (3, 1.6, 3, 1.6), least=28)
    foot = f"单位负责人：{draft.org.legal_representative}　　财务：{draft.org.staff[-1]}　　制表：{draft.org.staff[-2]}"
    flow.paragraph(foot, draft.type("song", 10.5), indent=0)
    draft.sheets.append(("预算", [[title], [head], *rows, [foot]]))
    draft.seal(flow.page, (220, flow.y - 20), draft.org.name)


@layout(KIND, "report_to_the_board", ("docx", "digital", "scan", "html"))
def report_to_the_board(draft: Draft) -> None:
    """A report in prose to the board: why, how much for what, and where the money comes from."""
    org = draft.org
    flow = draft.flow(draft.type("fang", 15, leading=1.85), numbered="{}")
    flow.heading(f"关于{draft.put('title')}的报告", draft.type("song-bold", 20), after=12)
    flow.paragraph("各位理事：", indent=0)
    parts = draft.rng.sample(_ITEMS, 4)
    costs = [draft.rng.randint(4, 90) * 1000 for _ in parts]
    total = sum(costs)
    flow.paragraph(
        f"按照年度服务职工工作安排，{draft.put('organization_name')}秘书处本着勤俭节约、专款专用的原则，编制了本预算，提请审议。"
    )
    flow.paragraph(f"本年度服务职工支出预算为{total / 10000:g}万元，其中：")
    for number, ((item, use), cost) in enumerate(zip(parts, costs, strict=True), start=1):
        flow.paragraph(f"{number}. {item}{cost}元，主要用于{use}；")
    flow.paragraph(
        f"资金来源为购买服务收入{total * 3 // 4}元、自筹{total - total * 3 // 4}元。执行中确需调整的，按财务制度办理。"
    )
    flow.paragraph("以上报告，请予审议。")
    sealed(draft, flow, [org.name + draft.pick("", "秘书处"), draft.date("date", "cn")], org.name)


@layout(KIND, "project_sheet", ("docx", "digital", "photo", "poor"))
def project_sheet(draft: Draft) -> None:
    """A project's sheet: each line has a unit price, a number and a sum; the approvals stand in the last row."""
    flow = draft.flow(draft.type("song", 11), margins=(58, 64, 58, 56))
    flow.heading(draft.put("title"), draft.type("song-bold", 19), after=8)
    rows: list[list[Cell | str]] = [
        [Cell("项目单位"), Cell(draft.put("organization_name"), 5)],
        ["序号", "费用名称", "单价（元）", "数量", "金额（元）", "用途说明"],
    ]
    total = 0
    for number, (item, use) in enumerate(draft.rng.sample(_ITEMS, 5), start=1):
        price, count = draft.rng.randint(2, 60) * 20, draft.rng.randint(2, 40)
        total += price * count
        rows.append([str(number), item, str(price), str(count), str(price * count), use])
    rows.append([Cell("合计", 4), str(total), ""])
    rows.append(
        [
            Cell("审批"),
            Cell(f"同意列支。{person(draft.rng)}\n{draft.date('date', draft.pick('dot', 'cn'))}", 5),
        ]
    )
    flow.table(rows, (1.1, 2.2, 1.4, 1, 1.5, 2.8), least=28)
