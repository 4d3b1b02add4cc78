"""Budgets: a table with unit prices, a page in prose, a form filled by hand."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import person
from tests.corpus.further.pieces import desk, fitted, rows, scribble, when
from tests.corpus.further.register import layout
from tests.corpus.page import RED

KIND = "budget"
_COSTS = (
    ("场地租赁费", 0.14),
    ("师资劳务费", 0.24),
    ("宣传印刷费", 0.12),
    ("慰问物资", 0.28),
    ("交通及保险", 0.1),
    ("管理费", 0.12),
)


def _costs(draft: Draft) -> tuple[list[tuple[str, int]], int]:
    total = draft.rng.randint(30, 300) * 1000
    return [(name, round(total * share)) for name, share in _COSTS], sum(
        round(total * share) for _, share in _COSTS
    )


@layout(KIND, "counted_items", ("xlsx", "digital", "scan", "poor"))
def counted_items(draft: Draft) -> None:
    """A table of items with unit price, number and sum; the body and the day under it on the right."""
    flow = draft.flow(draft.type("song", 11.5, leading=1.45), margins=(56, 76, 56, 60))
    title = draft.put("title")
    flow.heading(title, draft.type("song-bold", 19), after=6)
    head = ["序号", "支出项目", "单价（元）", "数量", "金额（元）", "备注"]
    costs, total = _costs(draft)
    rows_ = [
        [str(n), name, f"{cost / 10:.2f}", "10", f"{cost:,}", ""]
        for n, (name, cost) in enumerate(costs, start=1)
    ]
    last = ["", "合　计", "", "", f"{total:,}", "以实际支出为准"]
    flow.table(
        [[Cell(one, bold=True) for one in head], *rows_, last], (0.7, 2.4, 1.4, 0.9, 1.5, 1.6), least=30
    )
    foot = f"编制单位：{draft.put('organization_name')}　编制日期：{when(draft, 'date', 'cn', 'iso', 'dots')}　编制人：{person(draft.rng)}"
    flow.paragraph(foot, indent=0, align="right")
    draft.sheets = [("预算", [[title], head, *rows_, last, [foot]])]


@layout(KIND, "income_and_costs", ("scan", "digital", "poor", "docx"))
def income_and_costs(draft: Draft) -> None:
    """A budget in prose and a small table of sources, two pages, approved by the council; a red seal."""
    costs, total = _costs(draft)
    flow = draft.flow(draft.type("fang", 15, leading=1.85), margins=(80, 88, 76, 70), numbered="- {} -")
    flow.heading(draft.put("title"), draft.type("song-bold", 22), after=12)
    flow.paragraph(
        f"一、收入预算。全年收入预计{total:,}元，其中会费收入{total // 5:,}元，购买服务及捐赠收入{total - total // 5:,}元。"
    )
    flow.paragraph("二、支出预算。" + "；".join(f"{name}{cost:,}元" for name, cost in costs) + "。")
    flow.table(
        [
            ["项目", "上年执行（元）", "本年预算（元）"],
            ["收入", f"{total - 6000:,}", f"{total:,}"],
            ["支出", f"{total - 9000:,}", f"{total:,}"],
        ],
        (1, 1.4, 1.4),
        least=28,
    )
    flow.paragraph("三、执行要求。严格按预算开支，追加支出须经理事会同意。")
    flow.signature([draft.put("organization_name"), when(draft, "date", "cn", "han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), draft.org.name)


@layout(KIND, "form_by_hand", ("photo", "scan", "poor"))
def form_by_hand(draft: Draft) -> None:
    """A form on a desk filled by hand: items on lines, total in large figures, body and day at the head."""
    costs, total = _costs(draft)
    page = desk(draft, (780, 860), (60, 40, 660, 820), (253, 252, 246))
    title = draft.put("title")
    page.text(360, 100, title, fitted(draft, "song-bold", 24, title, 540), "center")
    body, hand = draft.type("song", 13.5), draft.type("hand", 17, (24, 34, 110))
    y = rows(
        page,
        [
            ("单　　位：", draft.put("organization_name")),
            ("编制时间：", when(draft, "date", "cn", "wide_gaps")),
        ],
        (90, 130, 640),
        90,
        body,
        hand,
        36,
    )
    for name, cost in costs:
        page.text(100, y + 40, name, body)
        page.text(560, y + 40, f"{cost}.00", hand, "right")
        page.line(96, y + 50, 620, y + 50, (140, 140, 140), 0.6)
        y += 50
    page.text(100, y + 56, f"合计　￥{total}.00", draft.type("hand", 22, RED))
    scribble(draft, page, "同意  " + draft.org.legal_representative, 420, 780)
