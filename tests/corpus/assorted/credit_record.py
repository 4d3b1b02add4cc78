"""Queries of credit: a downloaded report of several pages, a platform's page with a menu, four searches without a hit."""

from datetime import date

from tests.corpus.assorted.pieces import GREY, site_head, status_bar
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.varied.pieces import before, code, day, when

KIND = "credit_record"


def _earlier(draft: Draft) -> date:
    return before(draft["query_date"], draft.rng.randint(40, 800))


def _listed(draft: Draft, name: str, yes: str, no: str) -> str:
    return draft.put(name, yes if draft[name] else no)


@layout(KIND, "downloaded_report", ("digital", "scan", "poor", "docx"))
def downloaded_report(draft: Draft) -> None:
    """法人公共信用信息查询报告: number and time on the cover, an overview of counts, then a section for each."""
    org, count = draft.org, int(draft["penalty_count"])
    flow = draft.flow(
        draft.type("song", 12, leading=1.55), margins=(66, 80, 66, 64), numbered="第 {} 页",
        header="信用中国（江苏）　法人公共信用信息查询报告",
    )  # fmt: skip
    flow.space(90)
    flow.heading("法人公共信用信息查询报告", draft.type("hei-bold", 26), after=60)
    for name, value in (
        ("机构名称", draft.put("organization_name")),
        ("统一社会信用代码", code(draft, style="run")),
        ("报告编号", f"JS{day(draft['query_date'], 'run')}{draft.rng.randint(10**5, 10**6)}"),
        ("报告生成日期", when(draft, "query_date", draft.pick("plain", "iso", "zero"))),
    ):
        flow.paragraph(f"{name}：{value}", draft.type("hei", 14, leading=2.1), indent=3)
    flow.space(60)
    flow.paragraph(
        "本报告仅供参考，不作为评价信用主体的唯一依据。", draft.type("song", 10), indent=0, align="center"
    )
    flow.new_page()
    flow.heading("一、信用信息概要", draft.type("hei", 14), align="left", level=2)
    flow.table(
        [
            [Cell(one, bold=True, fill=(226, 234, 246)) for one in ("信息类别", "记录数", "信息类别", "记录数")],
            ["行政许可", f"{draft.rng.randint(0, 6)} 条", "行政处罚", draft.put("penalty_count", f"{count} 条")],
            ["经营（活动）异常名录", _listed(draft, "abnormal_listed", "1 条", "0 条"), "严重失信主体名单", _listed(draft, "seriously_illegal_listed", "1 条", "0 条")],
            ["守信激励", f"{draft.rng.randint(0, 2)} 条", "信用承诺", f"{draft.rng.randint(1, 9)} 条"],
        ],
        (2.4, 1.2, 2.2, 1.2), least=30,
    )  # fmt: skip
    flow.space(10)
    flow.heading("二、行政管理信息", draft.type("hei", 14), align="left", level=2)
    if not count:
        flow.paragraph("（一）行政处罚：未查询到相关信息。", indent=0)
    for number in range(count):
        flow.paragraph(f"（一）行政处罚　记录{number + 1}", indent=0)
        flow.table(
            [
                ["处罚机关", draft.pick(org.registration_authority, f"{org.place.full}税务局")],
                ["处罚日期", day(_earlier(draft), "iso")],
                ["处罚类别", draft.pick("警告", "罚款")],
                ["处罚状态", draft.pick("已履行", "公示中")],
            ],
            (1.4, 4), least=24,
        )  # fmt: skip
    for n, (name, label) in enumerate(
        (
            ("abnormal_listed", "经营（活动）异常名录信息"),
            ("seriously_illegal_listed", "严重失信主体名单信息"),
        )
    ):
        told = f"列入日期 {day(_earlier(draft), 'iso')}，移出日期 —" if draft[name] else "未查询到相关信息"
        flow.paragraph(f"（{'二三'[n]}）{label}：{told}。", indent=0)
    flow.paragraph("三、说明：信息由有关部门提供，如有异议可向属地信用主管部门申请核查。", indent=0)


@layout(KIND, "side_menu", ("screenshot", "digital", "poor"))
def side_menu(draft: Draft) -> None:
    """中国社会组织政务服务平台: menu at the left, blocks with 暂无数据 or a row at the right."""
    org, count = draft.org, int(draft["penalty_count"])
    page = draft.page((1000, 640))
    top = site_head(
        draft,
        page,
        "中国社会组织政务服务平台",
        (190, 30, 36),
        ("首页", "信息公示", "办事服务", "慈善中国", "数据统计"),
    )
    page.rect((0, top, 170, 640), None, fill=(246, 240, 240))
    for n, one in enumerate(
        ("基本信息", "变更信息", "年检年报", "评估信息", "行政处罚", "异常名录", "失信名单")
    ):
        page.text(30, top + 36 + n * 40, one, draft.type("hei", 13))
    page.text(196, top + 40, draft.put("organization_name"), draft.type("hei-bold", 19))
    small, ink = draft.type("hei", 12, GREY), draft.type("hei", 12.5)
    page.text(
        196,
        top + 64,
        f"统一社会信用代码 {code(draft, style='run')}　　登记管理机关 {org.registration_authority}　　状态 正常",
        small,
    )
    y = top + 96
    sections = (
        (f"行政处罚信息（{draft.put('penalty_count', str(count))}）", [f"{n + 1}　{day(_earlier(draft), 'iso')}　{draft.pick('警告', '罚款')}　{org.registration_authority}" for n in range(count)]),
        ("活动异常名录信息", [f"列入时间 {day(_earlier(draft), 'iso')}　{draft.put('abnormal_listed', '列入')}原因 未按规定报送年度报告"] if draft["abnormal_listed"] else []),
        ("严重违法失信名单信息", [f"列入时间 {day(_earlier(draft), 'iso')}　{draft.put('seriously_illegal_listed', '列入')}事由 两年未参加年检"] if draft["seriously_illegal_listed"] else []),
    )  # fmt: skip
    for number, (name, rows) in enumerate(sections):
        page.rect((190, y, 980, y + 30), None, fill=(252, 232, 232))
        page.text(202, y + 20, name, draft.type("hei-bold", 13, (170, 30, 36)))
        y += 40
        fact = ("penalty_count", "abnormal_listed", "seriously_illegal_listed")[number]
        if not rows:
            none = "暂无数据"
            page.text(585, y + 18, draft.put(fact, none) if number else none, small, "center")
            y += 44
        for row in rows:
            page.text(202, y + 14, row, ink)
            y += 30
        y += 12
    page.text(
        980,
        624,
        f"查询时间：{when(draft, 'query_date', draft.pick('iso', 'slashes'))} {draft.rng.randint(9, 17)}:{draft.rng.randint(10, 59)}:08",
        small,
        "right",
    )


@layout(KIND, "four_searches", ("digital", "scan", "screenshot", "poor"))
def four_searches(draft: Draft) -> None:
    """Four pictures of searches on one sheet with a heading written above each, the day in the sheet's head."""
    page = draft.page((595, 842))
    page.text(
        297,
        52,
        f"{draft.org.short}信用查询截图（{when(draft, 'query_date', draft.pick('plain', 'dots'))}）",
        draft.type("song-bold", 17),
        "center",
    )
    page.text(
        60,
        84,
        f"查询对象：{draft.put('organization_name')}　{code(draft, style='run')}",
        draft.type("song", 11.5),
    )
    count = int(draft["penalty_count"])
    ink, grey = draft.type("hei", 10.5), draft.type("hei", 9.5, GREY)
    found = "共查询到 {} 条记录"
    blocks = (
        ("行政处罚", draft.put("penalty_count", found.format(count) if count else draft.pick("查询结果：0条", "很抱歉，没有找到您搜索的数据"))),
        ("异常名录", _listed(draft, "abnormal_listed", found.format(1) + f"　列入日期：{day(_earlier(draft), 'iso')}", "没有找到您搜索的数据")),
        ("严重失信主体名单查询", _listed(draft, "seriously_illegal_listed", found.format(1) + f"　认定日期：{day(_earlier(draft), 'iso')}", "很抱歉，没有找到您搜索的数据")),
        ("守信红名单", "共查询到 0 条记录"),
    )  # fmt: skip
    for n, (name, text) in enumerate(blocks):
        y = 104 + n * 178
        page.text(60, y + 14, f"{n + 1}. {name}", draft.type("song", 12))
        page.rect((60, y + 22, 536, y + 160), (180, 186, 196), 0.8, (250, 251, 253))
        page.rect((60, y + 22, 536, y + 44), None, fill=(30, 96, 190))
        page.text(70, y + 37, f"信用信息共享平台　>　{name}", draft.type("hei", 10, (255, 255, 255)))
        page.rect((74, y + 56, 400, y + 76), (190, 190, 190), 0.6)
        page.text(80, y + 70, draft.again("organization_name"), ink)
        page.text(420, y + 70, "搜索", ink)
        page.text(298, y + 116, text, ink, "center")
        page.text(298, y + 146, "以上数据由各部门报送", grey, "center")


@layout(KIND, "phone_tiles", ("screenshot", "photo"))
def phone_tiles(draft: Draft) -> None:
    """A programme on a phone: tiles with 有 or 无 under each name."""
    page = draft.page((375, 667), (244, 246, 250))
    status_bar(draft, page, "信用查询")
    page.rect((0, 67, 375, 180), None, fill=(36, 84, 190))
    white = draft.type("hei-bold", 16, (255, 255, 255), leading=1.3)
    page.paragraph(20, 82, 335, draft.put("organization_name"), white)
    page.text(20, 150, code(draft, style="run"), draft.type("hei", 12.5, (220, 230, 255)))
    count = int(draft["penalty_count"])
    tiles = (
        ("行政许可", f"{draft.rng.randint(1, 5)}条"),
        ("行政处罚", draft.put("penalty_count", f"{count}条" if count else draft.pick("0条", "无"))),
        ("活动异常名录", _listed(draft, "abnormal_listed", "有", "无")),
        ("严重违法失信名单", _listed(draft, "seriously_illegal_listed", "有", "无")),
        ("抽查检查", f"{draft.rng.randint(0, 3)}条"),
        ("荣誉信息", f"{draft.rng.randint(0, 4)}条"),
    )
    for n, (name, value) in enumerate(tiles):
        x, y = 14 + (n % 2) * 178, 196 + (n // 2) * 110
        page.rect((x, y, x + 168, y + 98), None, fill=(255, 255, 255), radius=8)
        page.text(x + 84, y + 36, name, draft.type("hei", 13, (90, 96, 106)), "center")
        page.text(x + 84, y + 72, value, draft.type("hei-bold", 20, (36, 84, 190)), "center")
    page.text(
        187,
        560,
        f"查询日期：{when(draft, 'query_date', draft.pick('iso', 'dots', 'plain'))}",
        draft.type("hei", 12, GREY),
        "center",
    )
