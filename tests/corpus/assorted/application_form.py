"""Application forms: a table with narrow item numbers, a two-page form with points in brackets, a workbook, a list."""

from typing import Any

from tests.corpus.assorted.people import person
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.varied.pieces import code, day

KIND = "application_form"

_ITEMS = {
    "1.1": (3, "宣传贯彻党的路线方针政策和法律法规"), "1.2": (4, "依法组建工会并开展工作"), "1.3": (4, "参加工会组织的联席会议和活动"), "1.4": (4, "在工会任（兼、挂）职"),
    "2.1": (5, "依法登记，具有法人资格"), "2.2": (3, "有固定的办公场所"), "2.3": (3, "有专职工作人员"), "2.4": (4, "章程完备，按期换届"), "2.5": (4, "按时参加年检或报送年报"), "2.6": (6, "获得3A以上评估等级"),
    "3.1": (6, "各项内部管理制度健全"), "3.2": (4, "工会机构和岗位职责明确"), "4.1": (6, "每年组织业务培训"), "4.2": (4, "与其他社会组织交流协作"),
    "5.1": (8, "有预算、有计划、有实施、有总结"), "5.2": (7, "承接工会服务项目"), "5.3": (5, "创建服务职工品牌"),
    "6.1": (5, "服务对象满意度高"), "6.2": (6, "获得市级以上表彰"), "6.3": (5, "市级以上主流媒体正面报道"), "6.4": (4, "经验在市级以上工会推广"),
}  # fmt: skip
_PARTS = ("政治建设", "组织建设", "制度建设", "能力建设", "服务职工", "社会影响")


def _points(draft: Draft) -> dict[str, float]:
    told = [{"criterion": one["criterion"], "points": one["points"]} for one in draft["claims"]]
    draft.unprinted("claims", told)
    return {one["criterion"]: float(one["points"]) for one in draft["claims"]}


def _total(draft: Draft, unit: str = "") -> str:
    return draft.put("claimed_total", f"{draft['claimed_total']:g}{unit}")


@layout(KIND, "numbered_table", ("docx", "digital", "scan", "poor"))
def numbered_table(draft: Draft) -> None:
    """One table from head to foot: basics in narrow cells, items by full number, opinions of the unions at the end."""
    org, got = draft.org, _points(draft)
    flow = draft.flow(draft.type("song", 11, leading=1.45), margins=(54, 64, 54, 56), numbered="{}")
    flow.heading(
        draft.pick("优秀服务职工社会组织申报审批表", "江苏省服务职工优秀社会组织推荐申报表"),
        draft.type("song-bold", 20),
        after=8,
    )
    wide = [
        [Cell("组织名称"), Cell(draft.put("organization_name"), 4, align="left")],
        [
            Cell("代　　码"),
            Cell(code(draft, style="run"), 2),
            Cell("法定代表人"),
            Cell(draft.put("legal_representative")),
        ],
        [
            Cell("地　　址"),
            Cell(org.address, 2, align="left"),
            Cell("推荐单位"),
            Cell(draft.put("recommender")),
        ],
        [
            Cell("指标", bold=True),
            Cell("内容", 2, bold=True),
            Cell("标准分", bold=True),
            Cell("自评分", bold=True),
        ],
    ]
    for key, (most, text) in _ITEMS.items():
        mine = f"{got[key]:g}" if key in got else "/"
        wide.append([Cell(key), Cell(text, 2, align="left"), Cell(str(most)), Cell(mine)])
    wide += [
        [Cell("自评总分"), Cell(_total(draft), 4)],
        [
            Cell("申报单位\n意见"),
            Cell(f"情况属实，同意申报。\n\n（公章）　　　{day(draft['date'], 'gaps')}", 4, align="left"),
        ],
        [Cell("推荐工会\n意见"), Cell("\n\n（公章）　　　年　　月　　日", 4, align="left")],
    ]
    flow.table(wide, (1.2, 2.6, 1.8, 1.4, 1.6), least=24)
    draft.seal(flow.page, (300, flow.y - 100), org.name, 96)


@layout(KIND, "points_in_brackets", ("digital", "scan", "docx", "txt", "photo"))
def points_in_brackets(draft: Draft) -> None:
    """A form of lines: every item with （满分…分，自评…分）and how it is met; the total comes before the items."""
    org, got = draft.org, _points(draft)
    flow = draft.flow(draft.type("fang", 13, leading=1.7), margins=(74, 78, 70, 66))
    flow.heading("服务职工优秀社会组织自评申报材料", draft.type("song-bold", 20), after=10)
    for name, value in (
        ("申报组织", draft.put("organization_name")),
        ("统一社会信用代码", code(draft, style="run")),
        ("法人代表", draft.put("legal_representative")),
        ("推荐工会", draft.put("recommender")),
        ("自评得分", _total(draft, "分")),
        ("申报日期", day(draft["date"])),
    ):
        flow.paragraph(f"{name}：{value}", indent=0)
    for number, part in enumerate(_PARTS, start=1):
        flow.paragraph(f"{'一二三四五六'[number - 1]}、{part}", draft.type("hei", 13.5), indent=0)
        for key, (most, text) in _ITEMS.items():
            if key.startswith(f"{number}.") and key in got:
                flow.paragraph(f"{key} {text}（满分{most}分，自评{got[key]:g}分）", indent=1)
    flow.signature([org.name, day(draft["date"])])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 44), org.name)


@layout(KIND, "workbook", ("xlsx", "digital", "scan"))
def workbook(draft: Draft) -> None:
    """A workbook: label and value in two columns, then a list with the section in its own column and a sum below."""
    got = _points(draft)
    title = "申报表（2026年度）"
    base = [
        ["申报单位全称", draft.put("organization_name")],
        ["统一社会信用代码", code(draft, style="run")],
        ["法定代表人姓名", draft.put("legal_representative")],
        ["推荐单位", draft.put("recommender")],
        ["联系人", person(draft.rng)],
    ]
    head = ["类别", "编号", "评估指标", "分值", "申报分"]
    rows = [
        [_PARTS[int(key[0]) - 1], key, text, str(most), f"{got[key]:g}" if key in got else ""]
        for key, (most, text) in _ITEMS.items()
    ]
    total = ["", "", "总分", "100", _total(draft)]
    flow = draft.flow(draft.type("hei", 10.5, leading=1.4), margins=(50, 56, 50, 50))
    flow.heading(title, draft.type("hei-bold", 17), after=8)
    flow.table(
        [[Cell(name, fill=(238, 238, 238)), Cell(value, align="left")] for name, value in base], (1.6, 5)
    )
    table: list[list[Any]] = [[Cell(one, bold=True) for one in head], *rows, total]
    flow.table(table, (1.4, 0.8, 4.4, 0.8, 1))
    draft.sheets = [("申报表", [[title], *base, [""], head, *rows, total])]


@layout(KIND, "filled_by_hand", ("scan", "photo", "poor"))
def filled_by_hand(draft: Draft) -> None:
    """The printed form filled by hand: points in blue on short lines behind each item."""
    got = _points(draft)
    page = draft.page((595, 842), (253, 252, 248))
    ink, hand = draft.type("song", 11), draft.type("hand", 13, (24, 36, 120))
    page.text(297, 48, "服务职工优秀社会组织申报表", draft.type("song-bold", 20), "center")
    rows = (
        ("申报单位", draft.put("organization_name")),
        ("统一社会信用代码", code(draft, style="run")),
        ("法定代表人", draft.put("legal_representative")),
        ("推荐工会", draft.put("recommender")),
    )
    for n, (name, value) in enumerate(rows):
        page.text(60, 82 + n * 24, f"{name}：", ink)
        page.text(170, 82 + n * 24, value, hand)
        page.line(164, 86 + n * 24, 530, 86 + n * 24, (110, 110, 110), 0.5)
    y = 192.0
    page.text(60, y, "评估项目", draft.type("hei", 11.5))
    page.text(430, y, "满分", draft.type("hei", 11.5), "center")
    page.text(500, y, "自评", draft.type("hei", 11.5), "center")
    for key, (most, text) in _ITEMS.items():
        y += 25
        page.text(60, y, f"{key}　{text}", ink)
        page.text(430, y, str(most), ink, "center")
        if key in got:
            page.text(500, y, f"{got[key]:g}", hand, "center")
        page.line(476, y + 4, 526, y + 4, (110, 110, 110), 0.5)
    page.text(60, y + 34, "合计得分：", ink)
    page.text(500, y + 34, _total(draft), hand, "center")
    page.text(60, y + 66, f"申报单位（盖章）　　　　　　　　日期：{day(draft['date'], 'gaps')}", ink)
    draft.seal(page, (170, y + 60), draft.org.name, 92)
