"""信用: the national report, the registry's letter, a mini-program, a union's check list of many, a search page."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_a import GREY, neighbours, screen
from tests.corpus.held_out.pieces_c import told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import credit_record as _usual  # noqa: F401 - registers the usual sampler
from tests.corpus.layouts.shared import only_for, sealed, two_dimensional_code
from tests.corpus.world import Organization

KIND = "credit_record"


def _change(rng: random.Random, _org: Organization, _values: Values) -> Values:
    return {"report": f"{rng.randrange(10**15, 10**16)}"}


told_anew(KIND, _change)


def _items(draft: Draft, name: str) -> str:
    return draft.put(name, "1" if draft[name] else "0")


@layout(KIND, "public_report", ("digital", "digital", "scan", "poor", "docx"))
def public_report(draft: Draft) -> None:
    """法人和非法人组织公共信用信息报告: a cover with number and day, an overview that counts entries by kind."""
    org = draft.org
    flow = draft.flow(
        draft.type("song", 11, leading=1.5), header=f"报告编号：{draft['report']}", numbered="第 {} 页"
    )
    flow.space(90)
    flow.heading(
        draft.pick("法人和非法人组织", "社会组织"), draft.type("hei-bold", 24, (24, 80, 150)), after=2
    )
    flow.heading(
        draft.pick("公共信用信息报告", "公共信用信息概况"),
        draft.type("hei-bold", 30, (24, 80, 150)),
        after=60,
    )
    flow.paragraph(f"机构名称：{draft.put('organization_name')}", indent=4)
    flow.paragraph(f"统一社会信用代码：{draft.put('uscc')}", indent=4)
    stamp = f"{draft.date('query_date', draft.pick('padded', 'iso'))} {draft.rng.randint(8, 17):02d}:{draft.rng.randint(10, 59)}"
    flow.paragraph(f"{draft.pick('报告生成时间', '报告下载时间', '报告出具时间')}：{stamp}", indent=4)
    two_dimensional_code(draft, flow.page, 252, 560, 90)
    flow.page.text(297, 672, "扫码核验报告真伪", draft.type("song", 10), "center")
    flow.new_page()
    flow.heading("一、信用信息概览", draft.type("hei", 14), align="left", level=2)
    count = draft.put("penalty_count", str(draft["penalty_count"]))
    rng = draft.rng
    rows: list[list[Cell | str]] = [
        [
            Cell("信息类别", bold=True),
            Cell("条数", bold=True),
            Cell("信息类别", bold=True),
            Cell("条数", bold=True),
        ],
        ["行政许可", str(rng.randint(1, 6)), "行政处罚", count],
        [
            "守信激励（红名单）",
            str(rng.randint(0, 2)),
            "严重失信主体名单",
            _items(draft, "seriously_illegal_listed"),
        ],
        ["经营（活动）异常名录", _items(draft, "abnormal_listed"), "信用承诺", str(rng.randint(0, 4))],
        ["信用评价", "0", "司法判决", "0"],
    ]
    flow.table(rows, (3, 1, 3, 1), least=26, rule=(150, 170, 200))
    flow.heading("二、登记注册信息", draft.type("hei", 14), align="left", level=2)
    flow.table(
        [
            ["法定代表人/负责人", org.legal_representative, "类型", org.type],
            ["成立日期", printed.day(org.founded, "iso"), "登记机关", org.registration_authority],
            ["住所", Cell(org.address, 3, align="left")],
        ],
        (2.4, 2.6, 1.4, 3),
        least=26,
        rule=(150, 170, 200),
    )
    if draft["penalty_count"]:
        flow.heading("三、行政处罚", draft.type("hei", 14), align="left", level=2)
        for number in range(1, draft["penalty_count"] + 1):
            flow.paragraph(f"第{number}条　处罚机关：{org.registration_authority}　处罚类别：警告", indent=0)
    flow.space(12)
    flow.paragraph(
        "报告说明：本报告由系统根据各单位归集的信息自动生成，仅反映生成时的情况，供参考使用。",
        draft.type("song", 9, GREY),
        indent=0,
    )


@layout(KIND, "registry_words", ("scan", "photo", "poor", "digital"))
def registry_words(draft: Draft) -> None:
    """A letter of the registry at the organization's request: every answer stands in running prose."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85))
    flow.heading(
        draft.pick(
            "证　　明", "关于社会组织守法情况的证明", "无违法违规记录证明" if _clean(draft) else "证　　明"
        ),
        draft.type("song-bold", 22),
        after=24,
    )
    day = draft.date("query_date", draft.pick("cn", "spaced"))
    flow.paragraph(
        f"{draft.put('organization_name')}（统一社会信用代码：{draft.put('uscc')}）系在我局依法登记的{draft.org.type}。"
    )
    abnormal = draft.put("abnormal_listed", "仍在" if draft["abnormal_listed"] else "未被列入")
    serious = draft.put(
        "seriously_illegal_listed", "已被列入" if draft["seriously_illegal_listed"] else "未被列入"
    )
    fines = (
        f"受到我局行政处罚{draft.put('penalty_count', str(draft['penalty_count']) + '次')}"
        if draft["penalty_count"]
        else draft.put("penalty_count", draft.pick("未受过行政处罚", "没有行政处罚记录"), 0)
    )
    tail = "之中" if draft["abnormal_listed"] else ""
    flow.paragraph(
        f"经查阅登记档案和执法台账，截至{day}，该单位{abnormal}社会组织活动异常名录{tail}，{serious}社会组织严重违法失信名单；近三年内{fines}。"
    )
    flow.paragraph("本证明依申请出具，仅用于该单位参加评选推荐，不作他用。", after=20)
    office = draft.org.registration_authority
    sealed(draft, flow, [office, draft.again("query_date", printed.day(draft["query_date"], "cn"))], office)
    only_for(draft, flow.page, 0.15)


def _clean(draft: Draft) -> bool:
    return not (draft["abnormal_listed"] or draft["seriously_illegal_listed"] or draft["penalty_count"])


@layout(KIND, "mini_program", ("screenshot", "screenshot", "digital"))
def mini_program(draft: Draft) -> None:
    """A mini-program of the civil affairs department: a card with the name, tiles with figures, a chip for each list."""
    page = screen(draft, draft.pick("社会组织查询", "苏社通", "社会组织信用"), 844, (32, 110, 214))
    hei = draft.type("hei", 13)
    page.rect((14, 90, 376, 220), None, fill=(255, 255, 255), radius=8)
    y = page.paragraph(28, 100, 334, draft.put("organization_name"), draft.type("hei-bold", 16, leading=1.4))
    page.text(28, y + 18, draft.put("uscc"), hei.but(colour=GREY))
    page.text(
        28, y + 42, f"{draft.org.type} ｜ {draft.org.registration_authority}", hei.but(size=11.5, colour=GREY)
    )
    tiles = (("年报", str(draft.rng.randint(3, 9))), ("评估", str(draft.rng.randint(0, 1))))
    for number, (name, value) in enumerate((*tiles, ("处罚", draft.put("penalty_count")), ("表彰", "0"))):
        x = 14 + number * 92
        page.rect((x, 234, x + 84, 310), None, fill=(255, 255, 255), radius=8)
        page.text(x + 42, 268, value, draft.type("hei-bold", 20, (32, 110, 214)), "center")
        page.text(x + 42, 296, name, hei.but(size=12, colour=GREY), "center")
    y = 330.0
    for title, name in (
        ("活动异常名录", "abnormal_listed"),
        ("严重违法失信名单", "seriously_illegal_listed"),
    ):
        page.rect((14, y, 376, y + 56), None, fill=(255, 255, 255), radius=8)
        page.text(28, y + 34, title, hei)
        state = draft.put(
            name, draft.pick("已列入", "列入中") if draft[name] else draft.pick("未列入", "无记录")
        )
        page.text(
            352, y + 34, state, hei.but(colour=(200, 40, 40) if draft[name] else (40, 150, 80)), "right"
        )
        y += 68
    for title in ("变更记录", "党建信息", "联系方式"):
        page.rect((14, y, 376, y + 56), None, fill=(255, 255, 255), radius=8)
        page.text(28, y + 34, title, hei)
        page.text(352, y + 34, "查看 ＞", hei.but(colour=GREY), "right")
        y += 68
    note = f"数据更新于 {draft.date('query_date', 'iso')}，以登记管理机关公示为准"
    page.text(195, 790, note, hei.but(size=10.5, colour=GREY), "center")


@layout(KIND, "check_list", ("digital", "scan", "poor", "docx", "photo"))
def check_list(draft: Draft) -> None:
    """A union's check of all it recommends: a row for each, its code, yes or no for each list, a number of penalties."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 10.5, leading=1.4), size=(842, 595), margins=(48, 50, 48, 44))
    flow.heading(
        f"推荐对象信用状况{draft.pick('核查', '联审', '筛查')}汇总表", draft.type("song-bold", 20), after=6
    )
    flow.paragraph(
        f"核查渠道：信用中国、中国社会组织政务服务平台　　核查日期：{draft.date('query_date', draft.pick('cn', 'dot'))}",
        indent=0,
        after=4,
    )
    rows: list[list[Cell | str]] = [
        [
            "序号",
            "单位名称",
            "统一社会信用代码",
            "是否列入\n活动异常名录",
            "是否列入严重\n违法失信名单",
            "行政处罚\n（次）",
            "备注",
        ]
    ]
    others = neighbours(draft, rng.randint(3, 8))
    at = rng.randrange(len(others) + 1)
    for number in range(len(others) + 1):
        if number == at:
            lists = [
                draft.put(one, "是" if draft[one] else "否")
                for one in ("abnormal_listed", "seriously_illegal_listed")
            ]
            ours = [draft.put("organization_name"), draft.put("uscc"), *lists, draft.put("penalty_count")]
        else:
            code = f"5{rng.randint(1, 2)}32{rng.randrange(10**4):04d}MJ{rng.randrange(10**8):08d}"
            ours = [others[number - (number > at)], code, "否", "否", "0"]
        rows.append([str(number + 1), *ours, ""])
    flow.table(rows, (0.8, 5, 3.6, 2.2, 2.4, 1.5, 1.2), least=26)
    flow.paragraph("核查人：            　　复核人：            　　（核查单位盖章）", indent=0)
    draft.seal(flow.page, (flow.left + flow.width * 0.62, flow.y - 8), draft.org.local_union, 100)


@layout(KIND, "found_entries", ("digital", "html", "screenshot", "scan"))
def found_entries(draft: Draft) -> None:
    """The search page of a public site: the name in the search field, under each list how many entries were found."""
    rng = draft.rng
    flow = draft.flow(draft.type("hei", 11, leading=1.6), margins=(50, 50, 50, 50))
    small = draft.type("hei", 9, GREY)
    hour = f"{rng.randint(9, 17):02d}:{rng.randint(10, 59)}"
    flow.paragraph(
        f"打印时间 {draft.date('query_date', draft.pick('slash', 'iso'))} {hour}",
        small,
        indent=0,
        align="right",
    )
    flow.heading(
        draft.pick("公共信用信息公示网", "社会组织信用公示系统"),
        draft.type("hei-bold", 18, (176, 30, 34)),
        align="left",
    )
    flow.table(
        [
            [
                draft.pick("请输入名称或代码", "关键词"),
                Cell(draft.put("organization_name"), align="left"),
                Cell("查询", fill=(240, 220, 220)),
            ]
        ],
        (2, 6, 1.2),
        rule=(190, 190, 190),
    )
    flow.paragraph(
        f"代码：{draft.put('uscc')}　　状态：正常　　成立：{printed.day(draft.org.founded, 'iso')}",
        indent=0,
        after=8,
    )
    for title, name in (
        ("活动异常名录", "abnormal_listed"),
        ("严重违法失信名单", "seriously_illegal_listed"),
        ("行政处罚信息", "penalty_count"),
    ):
        found = int(draft[name])
        flow.heading(f"■ {title}", draft.type("hei-bold", 13), align="left", after=2, level=2)
        flow.paragraph(f"共查询到 {draft.put(name, str(found))} 条记录", indent=1, after=2)
        year = draft["query_date"].year - 1
        entries = [
            [
                f"{order}",
                f"{year}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}",
                draft.org.registration_authority,
            ]
            for order in range(1, found + 1)
        ]
        flow.table(
            [["序号", "日期", "作出机关"], *(entries or [["—", "暂无数据", "—"]])],
            (1, 2, 4),
            small,
            rule=(214, 214, 214),
        )
        flow.space(6)
    flow.paragraph("版权说明：本网信息由各登记管理机关录入并负责。", small, indent=0)
