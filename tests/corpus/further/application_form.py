"""Application forms: self-marks by section, a narrow table over pages, a workbook, a letter-like form."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import person
from tests.corpus.further.pieces import day
from tests.corpus.further.register import layout

KIND = "application_form"
_ITEMS = {
    "1.1": (3, "坚持党的领导，宣传党的政策，普及法律知识"), "1.2": (4, "建立工会组织并正常开展活动"), "1.3": (4, "积极参与工会活动、联席会议"), "1.4": (4, "负责人或骨干在工会组织兼职"),
    "2.1": (5, "在民政部门登记注册"), "2.2": (3, "固定办公场所"), "2.3": (3, "专职工作人员"), "2.4": (4, "按章程定期换届"), "2.5": (4, "按时参加年检（年报）"), "2.6": (6, "评估等级3A及以上"),
    "3.1": (6, "民主选举、财务、档案、人事制度"), "3.2": (4, "工会组织健全、职责明确"), "4.1": (6, "每年开展培训"), "4.2": (4, "社会组织间协作交流"), "5.1": (8, "服务有预算、计划、实施、总结"),
    "5.2": (7, "承接工会购买服务或合作项目"), "5.3": (5, "特色工作品牌"), "6.1": (5, "职工满意度"), "6.2": (6, "市级以上表彰奖励"), "6.3": (5, "市级以上主流媒体报道"), "6.4": (4, "市级以上工会交流推广"),
}  # fmt: skip
_PARTS = ("政治建设", "组织建设", "制度建设", "能力建设", "服务职工", "社会影响")


def _points(draft: Draft) -> dict[str, float]:
    draft.unprinted(
        "claims", [{"criterion": one["criterion"], "points": one["points"]} for one in draft["claims"]]
    )
    return {one["criterion"]: float(one["points"]) for one in draft["claims"]}


def _total(draft: Draft, unit: str = "") -> str:
    return draft.put("claimed_total", f"{draft['claimed_total']:g}{unit}")


@layout(KIND, "sections_merged", ("docx", "digital", "scan", "poor"))
def sections_merged(draft: Draft) -> None:
    """A cover-like first page, then a table with sections in merged cells at the left; self-marks before the full marks."""
    org, got = draft.org, _points(draft)
    flow = draft.flow(draft.type("song", 11.5, leading=1.4), margins=(56, 76, 56, 56), numbered="— {} —")
    flow.heading("江苏省服务职工优秀社会组织\n申　报　书", draft.type("song-bold", 24), after=16)
    flow.table([
        [Cell("申报单位"), Cell(draft.put("organization_name"), 3, align="left")], [Cell("统一社会\n信用代码"), draft.put("uscc"), Cell("法定代表人"), draft.put("legal_representative")],
        [Cell("单位地址"), Cell(org.address, 3, align="left")], [Cell("联系人"), person(draft.rng), Cell("推荐工会"), draft.put("recommender")],
    ], (1.2, 2.8, 1.2, 2.2), least=32)  # fmt: skip
    rows: list[list[Cell | str]] = [
        [Cell(one, bold=True) for one in ("类别", "编号", "评选条件", "自评得分", "满分")]
    ]
    for number, part in enumerate(_PARTS, start=1):
        keys = [key for key in _ITEMS if key.startswith(f"{number}.")]
        for n, key in enumerate(keys):
            head = [Cell(part, rows=len(keys))] if n == 0 else []
            rows.append(
                [
                    *head,
                    key,
                    Cell(_ITEMS[key][1], align="left"),
                    f"{got[key]:g}" if key in got else "—",
                    str(_ITEMS[key][0]),
                ]
            )
    rows.append([Cell("合计", 3, bold=True), _total(draft), "100"])
    flow.table(rows, (1, 0.8, 4.2, 1.1, 0.9), least=24)
    flow.paragraph(f"填表日期：{day(draft['date'], 'cn')}　　（单位盖章）", indent=0, align="right")
    draft.seal(flow.page, (470, flow.y - 14), org.name, 96)


@layout(KIND, "workbook", ("xlsx", "digital", "scan"))
def workbook(draft: Draft) -> None:
    """A sheet with two head lines of pairs and a list of items by number; the total above the list."""
    got = _points(draft)
    flow = draft.flow(draft.type("hei", 10.5, leading=1.4), margins=(50, 60, 50, 50))
    title = "服务职工社会组织自评打分表"
    flow.heading(title, draft.type("hei-bold", 17), after=6)
    head = [
        ["社会组织名称", draft.put("organization_name"), "统一社会信用代码", draft.put("uscc")], ["法定代表人", draft.put("legal_representative"), "推荐单位", draft.put("recommender")],
        ["自评总分", _total(draft), "填报时间", day(draft["date"], "iso")],
    ]  # fmt: skip
    flow.table(head, (1.3, 2.8, 1.5, 2.6), least=28)
    names = ["项目", "评选内容", "满分", "自评"]
    rows = [
        [key, text, str(most), f"{got[key]:g}" if key in got else ""] for key, (most, text) in _ITEMS.items()
    ]
    flow.table([[Cell(one, bold=True) for one in names], *rows], (0.8, 4.6, 0.8, 0.8), least=22)
    draft.sheets = [("自评表", [[title], *head, names, *rows])]


@layout(KIND, "by_sections", ("digital", "scan", "photo", "docx", "poor"))
def by_sections(draft: Draft) -> None:
    """A form in lines under six headings: item, 自评…分 at the end of the line; the total last, in large type."""
    got = _points(draft)
    flow = draft.flow(draft.type("song", 12.5, leading=1.65), margins=(70, 76, 66, 60), numbered="{}")
    flow.heading("优秀服务职工社会组织申报表", draft.type("song-bold", 21), after=8)
    flow.paragraph(f"单位：{draft.put('organization_name')}", indent=0)
    flow.paragraph(
        f"代码：{draft.put('uscc')}　　法人：{draft.put('legal_representative')}　　推荐：{draft.put('recommender')}",
        indent=0,
        after=4,
    )
    for number, part in enumerate(_PARTS, start=1):
        flow.paragraph(f"（{'一二三四五六'[number - 1]}）{part}", draft.type("hei", 13), indent=0)
        for key, (most, text) in _ITEMS.items():
            if key.startswith(f"{number}.") and key in got:
                flow.paragraph(f"{key}　{text}（{most}分）……自评 {got[key]:g} 分", indent=1)
    flow.paragraph(f"自评总分：{_total(draft, '分')}", draft.type("hei", 16), indent=0)
    flow.signature([draft.org.name, day(draft["date"], "cn")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 44), draft.org.name)
