"""Application forms that are laid out otherwise: numbering by sections, landscape, a form with boxes, a plain letter."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.varied.people import person, phone
from tests.corpus.varied.pieces import code, day
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "application_form"

_ITEMS = {
    "1.1": (3, "坚持党的领导，开展政策宣传和普法"), "1.2": (4, "建立工会并正常开展活动"), "1.3": (4, "参加工会活动及联席会议、区域性联合会"), "1.4": (4, "负责人或业务骨干在工会挂职兼职"),
    "2.1": (5, "在民政部门依法登记"), "2.2": (3, "固定办公场所"), "2.3": (3, "专职工作人员"), "2.4": (4, "章程及定期换届"), "2.5": (4, "按时年检（年报）"), "2.6": (6, "评估等级3A以上"),
    "3.1": (6, "选举、财务、档案、人事制度"), "3.2": (4, "工会组织健全、职责明确"), "4.1": (6, "每年开展培训"), "4.2": (4, "社会组织间协作交流"),
    "5.1": (8, "年度预算、计划、实施、总结"), "5.2": (7, "承接工会购买服务及合作项目"), "5.3": (5, "特色工作品牌"),
    "6.1": (5, "职工满意度"), "6.2": (6, "市级以上表彰奖励"), "6.3": (5, "市级以上主流媒体报道"), "6.4": (4, "市级以上工会交流推广经验"),
}  # fmt: skip
_PARTS = ("政治建设", "组织建设", "制度建设", "能力建设", "服务职工", "社会影响")


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A form with most points claimed; `claims` fixes them."""
    claims = fixed.get("claims") or [
        {
            "criterion": one,
            "points": float(most if rng.random() < 0.7 else max(1, most - rng.choice((1, 2, 0.5)))),
        }
        for one, (most, _) in _ITEMS.items()
        if rng.random() < 0.93
    ]
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "legal_representative": org.legal_representative,
        "recommender": rng.choice((org.city_union, org.city_union, "江苏省财贸轻纺工会")),
        "claims": claims,
        "claimed_total": float(sum(one["points"] for one in claims)),
        "date": some_day(rng, date(2026, 11, 2), date(2026, 11, 10)),
    }
    values.update(fixed)
    return values


def _tell(draft: Draft) -> None:
    draft.unprinted(
        "claims", [{"criterion": one["criterion"], "points": one["points"]} for one in draft["claims"]]
    )


def _points(draft: Draft) -> dict[str, float]:
    return {one["criterion"]: one["points"] for one in draft["claims"]}


def _total(draft: Draft, unit: str = "") -> str:
    return draft.put("claimed_total", f"{draft['claimed_total']:g}{unit}")


@layout(KIND, "cover_and_sections", ("docx", "digital", "scan"))
def cover_and_sections(draft: Draft) -> None:
    """A cover, basics with merged cells, then rows grouped by section; items are numbered 1, 2 … inside a section."""
    org = draft.org
    flow = draft.flow(draft.type("fang", 12, leading=1.5), margins=(62, 72, 62, 60), numbered="{}")
    flow.space(140)
    flow.heading("江苏省服务职工优秀社会组织", draft.type("song-bold", 26), after=4)
    flow.heading("申　报　书", draft.type("song-bold", 30), after=130)
    for name, value in (
        ("申　报　单　位", draft.put("organization_name")),
        ("推　荐　单　位", draft.put("recommender")),
        ("填　报　时　间", day(draft["date"], "gaps")),
    ):
        flow.paragraph(f"{name}：{value}", draft.type("fang", 16, leading=2.2), indent=2)
    flow.new_page()
    flow.heading("一、基本信息", draft.type("hei", 15), align="left", level=2)
    flow.table(
        [
            [Cell("单位\n信息", rows=4), "单位全称", Cell(draft.again("organization_name"), 3, align="left")],
            ["信用代码", Cell(code(draft), 3, align="left")],
            ["法人代表", draft.put("legal_representative"), "联系人", person(draft.rng)],
            ["登记机关", org.registration_authority, "手机", phone(draft.rng)],
            [
                Cell("主要事迹\n（300字）"),
                Cell(
                    f"{org.name}成立于{day(org.founded)}，现有专职人员{len(org.staff)}名。近三年获表彰{draft.rng.randint(1, 6)}次，服务职工满意率{draft.rng.randint(90, 99)}%。",
                    4,
                    align="left",
                ),
            ],
        ],
        (1.1, 1.6, 3, 1.3, 2.4),
        least=30,
    )
    flow.space(10)
    flow.heading("二、自查自评", draft.type("hei", 15), align="left", level=2)
    _tell(draft)
    got = _points(draft)
    rows: list[list[Any]] = [[Cell("项目"), Cell("评估要点"), Cell("满分"), Cell("自评"), Cell("佐证材料")]]
    for number, part in enumerate(_PARTS, start=1):
        keys = [one for one in _ITEMS if one.startswith(f"{number}.")]
        for at, key in enumerate(keys):
            most, text = _ITEMS[key]
            row = [
                Cell(f"{at + 1}.{text}", align="left"),
                str(most),
                f"{got[key]:g}" if key in got else "",
                Cell(draft.pick("见附件", "详见佐证材料", "附后") if key in got else "", align="left"),
            ]
            rows.append(
                [Cell(f"{'一二三四五六'[number - 1]}、{part}", rows=len(keys)), *row] if at == 0 else row
            )
    rows.append([Cell("合　　计", 2), "100", _total(draft), ""])
    flow.table(rows, (1.5, 4.4, 0.9, 0.9, 2))
    flow.paragraph("我单位郑重承诺：所报材料真实有效。", after=4)
    flow.signature([f"负责人签字：{org.legal_representative}", day(draft["date"])])
    draft.seal(flow.page, (flow.left + flow.width * 0.7, flow.y - 40), org.name)


@layout(KIND, "landscape_sheet", ("xlsx", "digital", "scan", "photo", "poor"))
def landscape_sheet(draft: Draft) -> None:
    """One landscape sheet: basics in a single row under their labels, criteria with their numbers and points beside each other."""
    org = draft.org
    flow = draft.flow(draft.type("song", 9.5, leading=1.4), size=A4_LANDSCAPE, margins=(36, 36, 36, 30))
    title = draft.pick("服务职工优秀社会组织评估自评表", "2026年度服务职工优秀社会组织申报及自评一览表")
    flow.heading(title, draft.type("hei", 17), after=6)
    head = ["单位名称", "统一社会信用代码", "法定代表人", "推荐工会", "自评合计", "填表日期"]
    values = [
        draft.put("organization_name"),
        code(draft, style="run"),
        draft.put("legal_representative"),
        draft.put("recommender"),
        _total(draft, draft.pick("", "分")),
        day(draft["date"], "dots"),
    ]
    flow.table([[Cell(one, bold=True) for one in head], values], (3.6, 2.6, 1.3, 2, 1.1, 1.5))
    _tell(draft)
    got = _points(draft)
    columns = ["序号", "标准", "满分", "自评分"]
    keys = list(_ITEMS)
    half = -(-len(keys) // 2)
    wide: list[list[Any]] = [[Cell(one, bold=True) for one in columns * 2]]
    for at in range(half):
        row: list[Any] = []
        for key in (keys[at], keys[at + half] if at + half < len(keys) else ""):
            row += (
                [
                    key,
                    Cell(_ITEMS[key][1], align="left"),
                    str(_ITEMS[key][0]),
                    f"{got[key]:g}" if key in got else "",
                ]
                if key
                else ["", "", "", ""]
            )
        wide.append(row)
    plain = [
        [key, _ITEMS[key][1], str(_ITEMS[key][0]), f"{got[key]:g}" if key in got else ""] for key in keys
    ]
    flow.table(wide, (0.8, 4, 0.8, 1, 0.8, 4, 0.8, 1))
    flow.paragraph(
        f"填表人：{person(draft.rng)}　　　审核人：{org.legal_representative}　　　（单位盖章）", indent=0
    )
    draft.seal(flow.page, (680, flow.y - 16), org.name, 96)
    draft.sheets = [("自评表", [[title], head, values, columns, *plain])]


@layout(KIND, "prose_request", ("docx", "digital", "txt", "scan"))
def prose_request(draft: Draft) -> None:
    """A request in prose that states the points by section and by item in brackets."""
    org, got = draft.org, _points(draft)
    flow = draft.flow(draft.type("fang", 15, leading=1.8), margins=(80, 90, 76, 72))
    flow.heading(
        f"{draft.put('organization_name')}\n关于申报服务职工优秀社会组织的请示",
        draft.type("song-bold", 20),
        after=14,
    )
    flow.paragraph(f"{draft.put('recommender')}：", indent=0)
    flow.paragraph(
        f"我单位（统一社会信用代码：{code(draft, style='run')}，法定代表人：{draft.put('legal_representative')}）对照评估标准进行了自查，自评总分{_total(draft, '分')}，现将得分情况报告如下："
    )
    _tell(draft)
    for number, part in enumerate(_PARTS, start=1):
        texts = [
            f"{key} {text}，自评{got[key]:g}分"
            for key, (_, text) in _ITEMS.items()
            if key.startswith(f"{number}.") and key in got
        ]
        flow.paragraph(f"（{'一二三四五六'[number - 1]}）{part}。{'；'.join(texts)}。")
    flow.paragraph("妥否，请批示。", after=16)
    flow.signature([org.name, day(draft["date"], draft.pick("plain", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 44), org.name)
