"""Queries of credit: a downloaded report, lists side by side, a letter of the registry, two searches, a phone's card."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import applicant
from tests.corpus.further.pieces import GREY, day, later, phone_top, site, site_foot, when
from tests.corpus.further.register import layout
from tests.corpus.page import RED

KIND = "credit_record"


def _listed(draft: Draft, name: str, yes: str, no: str) -> str:
    return draft.put(name, yes if draft[name] else no)


def _penalties(draft: Draft, form: str = "{}", none: str = "") -> str:
    count = draft["penalty_count"]
    return draft.put("penalty_count", none if none and count == 0 else form.format(count))


@layout(KIND, "report_of_pages", ("digital", "scan", "poor"))
def report_of_pages(draft: Draft) -> None:
    """法人和非法人组织公共信用信息报告: cover with number, overview on page two, details after; words of the form on the last."""
    rng = draft.rng
    flow = draft.flow(
        draft.type("hei", 11.5, leading=1.6),
        margins=(70, 90, 70, 66),
        numbered="— {} —",
        header="法人和非法人组织公共信用信息报告",
    )
    flow.space(150)
    flow.heading("法人和非法人组织\n公共信用信息报告", draft.type("hei-bold", 27), after=60)
    big = draft.type("hei", 13, leading=2.0)
    flow.paragraph(f"机构名称：{draft.put('organization_name')}", big, indent=1)
    flow.paragraph(f"统一社会信用代码：{draft.put('uscc')}", big, indent=1)
    flow.paragraph(f"报告编号：{draft['query_date'].year}{rng.randint(10**9, 10**10)}", big, indent=1)
    flow.paragraph(f"报告生成日期：{when(draft, 'query_date', 'zero', 'cn', 'iso')}", big, indent=1)
    flow.new_page()
    flow.heading("信息概览", draft.type("hei-bold", 15), align="left", level=2)
    fill = (228, 238, 250)
    flow.table([
        [Cell("信息类别", fill=fill), Cell("条数", fill=fill), Cell("信息类别", fill=fill), Cell("条数", fill=fill)],
        ["行政许可", str(rng.randint(0, 4)), "行政处罚", _penalties(draft)],
        ["守信激励", str(rng.randint(0, 2)), "异常名录（经营/活动）", _listed(draft, "abnormal_listed", "1", "0")],
        ["司法判决", "0", "严重失信主体名单", _listed(draft, "seriously_illegal_listed", "1", "0")],
    ], (2, 1, 2, 1), least=32, rule=(150, 170, 200))  # fmt: skip
    flow.heading("行政处罚", draft.type("hei-bold", 14), align="left", level=2)
    if draft["penalty_count"]:
        for _ in range(draft["penalty_count"]):
            flow.table(
                [
                    [
                        Cell("决定日期", fill=fill),
                        day(later(draft["query_date"], -rng.randint(60, 1400)), "iso"),
                    ],
                    [Cell("处罚类别", fill=fill), "警告"],
                    [Cell("处罚事由", fill=fill), "未按规定报送年度工作报告"],
                ],
                (1, 3),
                least=26,
            )
    else:
        flow.paragraph("查询期内无相关数据。", indent=0)
    flow.heading("声明", draft.type("hei-bold", 14), align="left", level=2)
    flow.paragraph("本报告仅展示查询时点信息，不作为对机构信用状况的评价。对信息有异议的，可提出申诉。")


@layout(KIND, "registry_letter", ("scan", "digital", "poor", "docx"))
def registry_letter(draft: Draft) -> None:
    """A letter of the registry: 信用状况证明, told in a sentence; the lists are named one after the other."""
    flow = draft.flow(draft.type("fang", 16, leading=2.0), margins=(82, 110, 78, 70))
    flow.heading(
        draft.pick(
            "信用状况证明",
            "社会组织信用情况说明",
            "信用情况证明",
        ),
        draft.type("song-bold", 25),
        after=18,
    )
    flow.paragraph(
        f"{draft.put('organization_name')}（统一社会信用代码：{draft.put('uscc')}）系我局登记的社会组织。"
    )
    abnormal = _listed(
        draft, "abnormal_listed", "目前被列入社会组织活动异常名录", "未被列入社会组织活动异常名录"
    )
    illegal = _listed(draft, "seriously_illegal_listed", "被列入严重违法失信名单", "未被列入严重违法失信名单")
    penalties = _penalties(draft, "受到行政处罚{}次", "未受到行政处罚")
    flow.paragraph(
        f"经查，截至{when(draft, 'query_date', 'cn', 'zero')}，该组织{abnormal}，{illegal}，近三年来{penalties}。"
    )
    flow.paragraph("特此证明。")
    flow.signature([draft.org.registration_authority])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 34), draft.org.registration_authority)


@layout(KIND, "tabs_of_site", ("digital", "screenshot", "html", "poor"))
def tabs_of_site(draft: Draft) -> None:
    """A public platform's page of an organization: basic entries, tabs with counts, a table of what was found; the day in the foot."""
    flow = draft.flow(draft.type("hei", 11, leading=1.5), size=(820, 760), margins=(44, 116, 44, 70))
    site(
        draft,
        flow.page,
        "中国社会组织政务服务平台",
        (176, 30, 36),
        "首页　要闻　法规　信息公开　办事　曝光台",
        "社会组织查询 > 信用信息",
    )
    site_foot(draft, flow.page, "社会组织管理部门")
    flow.heading(draft.put("organization_name"), draft.type("hei-bold", 17), align="left", after=4)
    flow.paragraph(
        f"统一社会信用代码 {draft.put('uscc')}　登记机关 {draft.org.registration_authority}　状态 正常",
        draft.type("hei", 11, GREY),
        indent=0,
        after=6,
    )
    flow.paragraph(
        f"基础信息　|　年报信息　|　行政检查信息　|　行政处罚信息 {_penalties(draft, '（{}）')}　|　其他",
        draft.type("hei-bold", 12, (176, 30, 36)),
        indent=0,
        after=6,
    )
    found = [
        ["行政处罚", "警告", day(later(draft["query_date"], -draft.rng.randint(90, 900)), "iso")]
        for _ in range(draft["penalty_count"])
    ]
    flow.table(
        [
            [Cell(one, fill=(250, 240, 240)) for one in ("类型", "结果", "作出日期")],
            *(found or [[Cell("没有查询到相关信息", 3)]]),
        ],
        (2, 3, 2),
        least=32,
        rule=(220, 200, 200),
    )
    flow.table([
        [Cell("活动异常名录", fill=(250, 240, 240)), _listed(draft, "abnormal_listed", "已列入（未移出）", "无列入记录")],
        [Cell("严重违法失信名单", fill=(250, 240, 240)), _listed(draft, "seriously_illegal_listed", "已列入", "无列入记录")],
    ], (2, 5), least=34, rule=(220, 200, 200))  # fmt: skip
    flow.paragraph(
        f"查询时间：{when(draft, 'query_date', 'iso', 'slash')} {draft.rng.randint(9, 17):02d}:{draft.rng.randint(10, 59)}:{draft.rng.randint(10, 59)}",
        draft.type("hei", 10, GREY),
        indent=0,
        align="right",
    )


@layout(KIND, "lists_with_others", ("screenshot", "digital"))
def lists_with_others(draft: Draft) -> None:
    """A search of both lists: names of others stand on the page, ours only where it is listed, else in the search's field."""
    rng = draft.rng
    page = draft.page((840, 640))
    site(
        draft,
        page,
        f"{draft.org.place.city}民政",
        (24, 84, 150),
        "机构　公开　服务　互动",
        "社会组织 > 名录查询",
    )
    small, body = draft.type("hei", 10, GREY), draft.type("hei", 12)
    page.rect((40, 120, 660, 150), (150, 160, 170), 0.8, radius=4)
    page.text(52, 140, draft.put("organization_name"), body)
    page.rect((670, 120, 760, 150), None, fill=(24, 84, 150), radius=4)
    page.text(715, 140, "查　询", draft.type("hei", 12, (255, 255, 255)), "center")
    page.text(
        40, 172, f"信用代码 {draft.put('uscc')}　　查询日期 {when(draft, 'query_date', 'iso', 'cn')}", small
    )
    page.text(40, 192, f"行政处罚记录：{_penalties(draft, '{} 条')}", body)
    y = 226.0
    for name, title in (
        ("abnormal_listed", "活动异常名录"),
        ("seriously_illegal_listed", "严重违法失信名单"),
    ):
        page.text(40, y, title, draft.type("hei-bold", 14))
        page.line(40, y + 8, 790, y + 8, (200, 205, 212), 0.8)
        page.text(
            44,
            y + 34,
            draft.put(
                name,
                f"查询结果：{'1 条，列入日期 ' + day(later(draft['query_date'], -200), 'iso') if draft[name] else '0 条'}",
            ),
            body,
        )
        page.text(44, y + 62, "最近列入", small)
        for n in range(2):
            page.text(
                120,
                y + 62 + n * 22,
                f"{applicant(rng).name}　{day(later(draft['query_date'], -rng.randint(20, 400)), 'iso')}",
                small,
            )
        y += 130
    site_foot(draft, page, draft.org.registration_authority)


@layout(KIND, "card_on_phone", ("screenshot", "photo"))
def card_on_phone(draft: Draft) -> None:
    """A phone's screen of a credit programme: counts in large figures, lists below as switches."""
    page = draft.page((390, 700), (240, 243, 247))
    phone_top(draft, page, "信用查询")
    page.rect((0, 61, 390, 190), None, fill=(30, 98, 190))
    page.paragraph(
        22, 84, 346, draft.put("organization_name"), draft.type("hei-bold", 17, (255, 255, 255), leading=1.3)
    )
    page.text(22, 160, draft.put("uscc"), draft.type("hei", 12, (220, 232, 250)))
    for n, (name, value) in enumerate(
        (("行政许可", str(draft.rng.randint(0, 5))), ("行政处罚", _penalties(draft)), ("守信激励", "0"))
    ):
        x = 68 + n * 127
        page.text(
            x,
            250,
            value,
            draft.type(
                "hei-bold", 26, RED if name == "行政处罚" and draft["penalty_count"] else (30, 98, 190)
            ),
            "center",
        )
        page.text(x, 276, name, draft.type("hei", 12, GREY), "center")
    for n, (title, name) in enumerate(
        (
            ("社会组织活动异常名录", "abnormal_listed"),
            ("社会组织严重违法失信名单", "seriously_illegal_listed"),
        )
    ):
        page.rect((14, 310 + n * 70, 376, 366 + n * 70), None, fill=(255, 255, 255), radius=8)
        page.text(28, 344 + n * 70, title, draft.type("hei", 14))
        page.text(
            360,
            344 + n * 70,
            _listed(draft, name, "在列", "未列入"),
            draft.type("hei", 14, RED if draft[name] else (40, 150, 80)),
            "right",
        )
    page.text(
        195,
        500,
        f"数据截至 {when(draft, 'query_date', 'iso', 'dots')}",
        draft.type("hei", 11, GREY),
        "center",
    )
