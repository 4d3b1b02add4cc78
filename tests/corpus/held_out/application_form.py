"""Application forms: cards of one part each, the export of a reporting system, a workbook."""

import random
from collections.abc import Mapping
from typing import Any

from tests.corpus import printed
from tests.corpus.criteria import BY_ID
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import application_form as usual
from tests.corpus.layouts.shared import sealed
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.world import Organization, phone

KIND = "application_form"
_SAID = (
    "材料见附件对应目录",
    "已达标，详见佐证",
    "制度齐全，执行到位",
    "近三年持续开展",
    "见扫描件",
    "符合要求",
)


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The usual form; what is said for each claim is in other words."""
    values = usual.sample(rng, org, fixed)
    if "claims" in fixed:
        return values
    recommender = rng.choice((org.city_union, org.local_union))
    claims = [{**claim, "statement": rng.choice(_SAID)} for claim in values["claims"]]
    return values | {"claims": claims, "recommender": fixed.get("recommender", recommender)}


SAMPLERS[KIND] = sample


def _told(draft: Draft) -> None:
    draft.unprinted(
        "claims", [{"criterion": claim["criterion"], "points": claim["points"]} for claim in draft["claims"]]
    )


def _parts(draft: Draft) -> dict[str, list[Mapping[str, Any]]]:
    parts: dict[str, list[Mapping[str, Any]]] = {}
    for claim in draft["claims"]:
        parts.setdefault(BY_ID[claim["criterion"]].section, []).append(claim)
    return parts


@layout(KIND, "cards", ("docx", "digital", "scan"))
def cards(draft: Draft) -> None:
    """A cover of underlined lines, then a card for each part; the full mark stands in brackets after the wording."""
    org = draft.org
    flow = draft.flow(draft.type("song", 11.5), margins=(64, 66, 64, 60), numbered="{}")
    flow.space(70)
    flow.heading("服务职工优秀社会组织", draft.type("song-bold", 26), after=2)
    flow.heading("推　荐　申　报　书", draft.type("song-bold", 28), after=90)
    cover = draft.type("fang", 15)
    total = draft.put("claimed_total", f"{draft['claimed_total']:g}")
    for name, value in (
        ("申 报 单 位", draft.put("organization_name")),
        ("信 用 代 码", draft.put("uscc")),
        ("法 定 代 表 人", draft.put("legal_representative")),
        ("推 荐 单 位", draft.put("recommender")),
        ("自 评 总 分", total),
        ("填 报 日 期", printed.day(draft["date"])),
    ):
        flow.paragraph(f"{name}：{value}", cover, indent=3, after=10)
    flow.new_page()
    _told(draft)
    for number, (part, claims) in enumerate(_parts(draft).items()):
        flow.room(110)
        flow.heading(
            f"{'一二三四五六'[number]}、{part}", draft.type("hei", 13), align="left", after=3, level=2
        )
        rows: list[list[Cell | str]] = [["指标", "指标内容（满分）", "自评得分", "自评说明"]]
        for claim in claims:
            one = BY_ID[claim["criterion"]]
            said = Cell(claim.get("statement") or "", align="left")
            rows.append(
                [one.id, Cell(f"{one.text}（{one.maximum:g}分）", align="left"), f"{claim['points']:g}", said]
            )
        flow.table(rows, (0.9, 5, 1.3, 3.2))
    sealed(draft, flow, [f"{org.name}（盖章）", printed.day(draft["date"])], org.name)


@layout(KIND, "system_export", ("digital", "html", "scan"))
def system_export(draft: Draft) -> None:
    """A reporting system's print: a line of serial and time, applicant in pairs, one line of text for each claim."""
    org = draft.org
    serial = f"SBXH{draft['date']:%Y%m%d}{draft.rng.randint(1, 999):03d}"
    flow = draft.flow(draft.type("hei", 10.5, leading=1.65), header=f"在线申报系统 打印件 流水号 {serial}")
    flow.heading("社会组织申报信息表", draft.type("hei-bold", 18), after=6)
    flow.paragraph(f"提交时间：{draft['date'].isoformat()} 1{draft.rng.randint(0, 7)}:2{draft.rng.randint(0, 9)}　审核状态：待推荐", indent=0, after=4)  # fmt: skip
    flow.table(
        [
            ["单位全称", draft.put("organization_name"), "社会信用代码", draft.put("uscc")],
            ["法人姓名", draft.put("legal_representative"), "联系方式", phone(draft.rng)],
            ["注册地址", org.address, "登记机关", org.registration_authority],
            ["推荐工会", draft.put("recommender"), "自评合计", draft.put("claimed_total", f"{draft['claimed_total']:g}分")],
        ],
        (1.5, 3.6, 1.6, 3),
        least=26,
        rule=(160, 166, 174),
    )  # fmt: skip
    _told(draft)
    for part, claims in _parts(draft).items():
        flow.heading(f"【{part}】", draft.type("hei-bold", 11.5), align="left", after=2, level=3)
        for claim in claims:
            one = BY_ID[claim["criterion"]]
            flow.paragraph(
                f"{one.id} {one.text}　满分：{one.maximum:g}　自评：{claim['points']:g}　附件：{draft.rng.randint(1, 5)}个",
                indent=1,
            )
    flow.paragraph("本表由系统自动生成，盖章扫描后与纸质材料一并报送。", indent=0)


@layout(KIND, "workbook", ("xlsx", "digital", "scan"))
def workbook(draft: Draft) -> None:
    """A workbook on one wide sheet: part, number, what counts, full mark, own mark, what proves it; the sum last."""
    org = draft.org
    flow = draft.flow(draft.type("song", 9.5, leading=1.4), size=A4_LANDSCAPE, margins=(44, 44, 44, 40))
    title = "服务职工优秀社会组织自评打分表"
    flow.heading(title, draft.type("hei", 17), after=6)
    name, code, person = (draft.put(each) for each in ("organization_name", "uscc", "legal_representative"))
    basics = [
        ["单位", name, "代码", code, "法人代表", person],
        ["推荐单位", draft.put("recommender"), "主管单位", org.supervisory_body, "填表日期", draft["date"].isoformat()],
    ]  # fmt: skip
    flow.table(basics, (1.2, 4, 1.2, 3.2, 1.2, 2))
    _told(draft)
    rows = [["类别", "序号", "评分项", "标准分", "自评分", "备注"]]
    for part, claims in _parts(draft).items():
        for claim in claims:
            one = BY_ID[claim["criterion"]]
            rows.append([part, one.id, one.text, f"{one.maximum:g}", f"{claim['points']:g}", claim.get("statement") or ""])  # fmt: skip
    rows.append(["总计", "", "", "100", draft.put("claimed_total", f"{draft['claimed_total']:g}"), ""])
    flow.table(rows, (1.6, 0.9, 5.6, 1, 1, 3), padding=1.6)
    draft.sheets.append(("自评表", [[title], *basics, *rows]))
    flow.paragraph("填表单位（公章）：", indent=0)
    draft.seal(flow.page, (170, min(flow.y, 540)), org.name, 100)
