"""申报表: the form with its self-assessment, as Word, workbook, print and scan."""

import random
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.criteria import BY_ID, CRITERIA
from tests.corpus.draft import Draft, Values, layout, sampler, some_day
from tests.corpus.flow import Cell, Flow
from tests.corpus.world import Organization, phone

KIND = "application_form"
_STATEMENTS = {
    "2.6": "社会组织评估等级证书在有效期内", "2.5": "近两年年检（年报）材料齐全", "6.1": "职工满意度测评表", "6.2": "获得上级表彰", "6.3": "主流媒体报道",
    "4.1": "每年组织业务培训", "5.2": "与工会签订服务合同", "2.1": "登记证书在有效期内",
}  # fmt: skip


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A form that claims most points; `claims` are mappings of criterion, points, statement, files."""
    claims: Sequence[Mapping[str, Any]] = fixed.get("claims") or [
        {
            "criterion": one.id,
            "points": one.maximum if rng.random() < 0.8 else max(0, one.maximum - rng.choice((1, 2))),
            "statement": _STATEMENTS.get(one.id, "见佐证材料"),
        }
        for one in CRITERIA
        if one.maximum and rng.random() < 0.95
    ]
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "legal_representative": org.legal_representative,
        "recommender": org.city_union,
        "claims": claims,
        "claimed_total": sum(claim["points"] for claim in claims),
        "date": some_day(rng, date(2026, 11, 3), date(2026, 11, 9)),
    }
    values.update(fixed)
    return values


def _told(draft: Draft) -> None:
    draft.unprinted(
        "claims", [{"criterion": claim["criterion"], "points": claim["points"]} for claim in draft["claims"]]
    )


def _points(points: float) -> str:
    return f"{points:g}"


def _basics(draft: Draft) -> list[list[Cell | str]]:
    org = draft.org
    return [
        [Cell(draft.pick("组织名称", "社会组织名称", "申报单位")), Cell(draft.put("organization_name"), 3)],
        ["统一社会信用代码", draft.put("uscc"), "组织类型", org.type],
        [draft.pick("法定代表人", "负责人"), draft.put("legal_representative"), "联系电话", phone(draft.rng)],
        [draft.pick("登记地址", "住所", "地址"), Cell(org.address, 3)],
        ["业务主管单位", org.supervisory_body, "登记管理机关", org.registration_authority],
        [Cell(draft.pick("申报日期", "填报日期")), Cell(printed.day(draft["date"]), 3)],
        [
            draft.pick("推荐单位", "推荐工会"),
            draft.put("recommender"),
            draft.pick("自评总分", "自评得分"),
            draft.put("claimed_total", f"{_points(draft['claimed_total'])}{draft.pick('', '分')}"),
        ],
    ]


def _basis(claim: Mapping[str, Any]) -> str:
    files = claim.get("files") or ()
    text = claim.get("statement") or ""
    return "；".join(one for one in (text, "、".join(files)) if one)


@layout(KIND, "form_with_numbers", ("docx", "digital", "scan", "html"))
def form_with_numbers(draft: Draft) -> None:
    """Basics, then a table whose lines carry the criteria's numbers."""
    flow = draft.flow(draft.type("song", 11), margins=(62, 66, 62, 60), numbered="{}")
    flow.heading(
        draft.pick("服务职工优秀社会组织申报表", "江苏省服务职工优秀社会组织评估申报表"),
        draft.type("song-bold", 20),
        after=10,
    )
    flow.table(_basics(draft), (2.4, 4, 2, 3.4), least=28)
    _told(draft)
    flow.heading("自评得分表", draft.type("hei", 14), level=2)
    rows: list[list[Cell | str]] = [
        ["编号", "评估内容", "分值", "自评分", draft.pick("佐证材料", "自评依据", "说明及材料")]
    ]
    rows += [
        [
            claim["criterion"],
            Cell(BY_ID[claim["criterion"]].text, align="left"),
            _points(BY_ID[claim["criterion"]].maximum),
            _points(claim["points"]),
            Cell(_basis(claim), align="left"),
        ]
        for claim in draft["claims"]
    ]
    flow.table(rows, (1.1, 5, 1.1, 1.3, 4))
    _sign(draft, flow)


def _sign(draft: Draft, flow: Flow) -> None:
    flow.paragraph("本单位承诺所填内容及所附材料真实、合法，如有不实，愿承担相应责任。", after=6)
    flow.signature([f"申报单位（盖章）：{draft.org.name}", printed.day(draft["date"])])
    draft.seal(flow.page, (flow.left + flow.width * 0.7, flow.y - 44), draft.org.name)


@layout(KIND, "form_by_sections", ("docx", "digital", "scan", "poor"))
def form_by_sections(draft: Draft) -> None:
    """Criteria grouped under the six parts, without numbers."""
    flow = draft.flow(draft.type("fang", 11), margins=(62, 66, 62, 60))
    flow.heading("服务职工优秀社会组织", draft.type("song-bold", 22), after=0)
    flow.heading(draft.pick("申　报　表", "评估申报表"), draft.type("song-bold", 26), after=12)
    flow.table(_basics(draft), (2.4, 4, 2, 3.4), least=30)
    _told(draft)
    rows: list[list[Cell | str]] = [["评估项目", "评估标准", "满分", "自评得分"]]
    sections: dict[str, list[Mapping[str, Any]]] = {}
    for claim in draft["claims"]:
        sections.setdefault(BY_ID[claim["criterion"]].section, []).append(claim)
    for section, claims in sections.items():
        for number, claim in enumerate(claims):
            criterion = BY_ID[claim["criterion"]]
            line: list[Cell | str] = [
                Cell(criterion.text, align="left"),
                _points(criterion.maximum),
                _points(claim["points"]),
            ]
            rows.append([Cell(section, rows=len(claims)), *line] if number == 0 else line)
    rows.append([Cell("合　　计", 2), "100", _points(draft["claimed_total"])])
    flow.table(rows, (1.8, 6.4, 1.1, 1.6))
    _sign(draft, flow)


@layout(KIND, "workbook", ("xlsx",))
def workbook(draft: Draft) -> None:
    """Two sheets: basics and points."""
    rows = [["服务职工优秀社会组织申报表"]]
    for name, value in (
        ("组织名称", draft.put("organization_name")),
        ("统一社会信用代码", draft.put("uscc")),
        ("组织类型", draft.org.type),
        ("法定代表人", draft.put("legal_representative")),
        ("地址", draft.org.address),
        ("推荐单位", draft.put("recommender")),
        ("自评总分", draft.put("claimed_total", _points(draft["claimed_total"]))),
        ("填报日期", printed.day(draft["date"], "iso")),
    ):
        rows.append([name, value])
    _told(draft)
    claims = [["指标编号", "指标内容", "满分", "自评分", "说明", "佐证文件"]]
    for claim in draft["claims"]:
        criterion = BY_ID[claim["criterion"]]
        claims.append(
            [
                criterion.id,
                criterion.text,
                _points(criterion.maximum),
                _points(claim["points"]),
                claim.get("statement") or "",
                "；".join(claim.get("files") or ()),
            ]
        )
    draft.sheets.extend((("基本情况", rows), ("自评表", claims)))


@layout(KIND, "report_in_prose", ("docx", "digital", "scan"))
def report_in_prose(draft: Draft) -> None:
    """A self-assessment report: each criterion a paragraph with its points."""
    flow = draft.flow(draft.type("fang", 13, leading=1.75), numbered="— {} —")
    flow.heading(f"{draft.put('organization_name')}", draft.type("song-bold", 20), after=0)
    flow.heading("申报服务职工优秀社会组织自评报告", draft.type("song-bold", 20), after=10)
    flow.paragraph(f"统一社会信用代码：{draft.put('uscc')}", indent=0)
    flow.paragraph(f"法定代表人：{draft.put('legal_representative')}", indent=0)
    flow.paragraph(f"推荐单位：{draft.put('recommender')}", indent=0)
    flow.paragraph(
        f"自评总分：{draft.put('claimed_total', _points(draft['claimed_total']))}分", indent=0, after=8
    )
    _told(draft)
    for claim in draft["claims"]:
        criterion = BY_ID[claim["criterion"]]
        flow.paragraph(
            f"{criterion.id} {criterion.text}（{_points(criterion.maximum)}分）：{_basis(claim)}。自评{_points(claim['points'])}分。"
        )
    _sign(draft, flow)


@layout(KIND, "field_lines", ("digital", "scan", "photo", "poor", "txt"))
def field_lines(draft: Draft) -> None:
    """The first page of a form as label lines, points in an unruled list."""
    flow = draft.flow(draft.type("song", 11.5, leading=1.75), margins=(74, 70, 74, 50))
    flow.heading("服务职工优秀社会组织申报表", draft.type("song-bold", 22), after=12)
    for name, value in (
        ("单位名称", draft.put("organization_name")),
        ("统一社会信用代码", draft.put("uscc")),
        ("法定代表人", draft.put("legal_representative")),
        ("办公地址", draft.org.address),
        ("推荐工会", draft.put("recommender")),
        ("自评总分", draft.put("claimed_total", _points(draft["claimed_total"]))),
    ):
        flow.paragraph(f"{name}：{value}", indent=0)
    _told(draft)
    flow.space(8)
    for claim in draft["claims"]:
        flow.paragraph(
            f"{claim['criterion']}　{BY_ID[claim['criterion']].text}　{_points(claim['points'])}分", indent=0
        )
    flow.signature([printed.day(draft["date"])])
