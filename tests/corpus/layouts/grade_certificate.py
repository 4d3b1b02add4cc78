"""社会组织评估等级证书: certificates upright and lying, the brass plaque, the notice of results."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import Draft, Values, layout, sampler, some_day, years_later
from tests.corpus.flow import Cell
from tests.corpus.layouts.shared import border, fields, guilloche, only_for, red_head
from tests.corpus.page import A4, A4_LANDSCAPE
from tests.corpus.seals import emblem
from tests.corpus.world import Organization, organization

KIND = "grade_certificate"
_WORDS = {"1A": "A", "2A": "AA", "3A": "AAA", "4A": "AAAA", "5A": "AAAAA"}


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A grade of 3A and above as a rule, given in the last five years."""
    grade = rng.choices(("5A", "4A", "3A", "2A", "1A"), (24, 36, 32, 6, 2))[0]
    issued = some_day(rng, date(2020, 3, 1), date(2026, 9, 30))
    issuer = "江苏省民政厅" if org.provincial else rng.choice((org.place.city, org.place.full)) + "民政局"
    values: Values = {
        "organization_name": org.name,
        "grade": grade,
        "issuing_authority": issuer,
        "issue_date": issued,
        "valid_from": issued,
        "valid_until": years_later(issued, 5),
        "style": rng.choice(("AAAA", "4A", "four", "AAAA级")),
    }
    values.update(fixed)
    if "certificate_number" not in fixed:
        values["certificate_number"] = _number(rng, values["issue_date"].year)
    if "issue_date" in fixed and "valid_until" not in fixed:
        values["valid_from"] = values["issue_date"]
        values["valid_until"] = years_later(values["issue_date"], 5)
    return values


def _number(rng: random.Random, year: int) -> str:
    return rng.choice(
        (
            f"{year}{rng.randint(1, 999):03d}",
            f"苏社评{year}{rng.randint(1, 400):04d}号",
            f"第{year}-{rng.randint(1, 300):03d}号",
            f"SHZZPG-{year}-{rng.randint(1, 200):03d}",
        )
    )


def _grade(draft: Draft, style: str | None = None) -> str:
    grade: str = draft["grade"]
    chosen: str = style or draft["style"]
    text = {"AAAA": _WORDS[grade], "AAAA级": f"{_WORDS[grade]}级", "4A": f"{grade}级", "four": f"{grade}"}[
        chosen
    ]
    return draft.put("grade", text)


def _kind_of(draft: Draft) -> str:
    return {
        "社会团体": "社会团体",
        "民办非企业单位": draft.pick("社会服务机构", "民办非企业单位"),
        "基金会": "基金会",
    }[draft.org.type]


@layout(KIND, "certificate_landscape")
def certificate_landscape(draft: Draft) -> None:
    """The certificate lying: name, grade large in the middle, number, validity, issuer."""
    page = draft.page(A4_LANDSCAPE, draft.rng.choice(((255, 250, 238), (255, 255, 255), (253, 244, 228))))
    guilloche(page, (244, 232, 208), 8)
    border(page, draft.rng.choice(((190, 40, 40), (190, 150, 70))), 24, draft.pick("wave", "corners"))
    page.picture(emblem(), (391, 50, 451, 110))
    page.text(
        421,
        160,
        draft.pick("社会组织评估等级证书", "社会组织等级证书", "中国社会组织评估等级证书"),
        draft.type("song-bold", 36, (180, 30, 30)),
        "center",
    )
    body = draft.type(draft.pick("kai", "song", "fang"), 20)
    page.text(110, 226, draft.put("organization_name") + draft.pick("：", "："), body)
    level = draft.pick(
        "经评估，被评定为",
        "经社会组织评估委员会评定，你单位评估等级为",
        "根据《社会组织评估管理办法》，经评审，获得评估等级",
    )
    page.paragraph(
        110,
        246,
        625,
        level
        + draft.pick(f"{_kind_of(draft)}", "")
        + f"{_grade(draft)}"
        + draft.pick("等级。", "社会组织。", "。"),
        body,
        indent=2,
    )
    small = draft.type("song", 13)
    page.text(
        110, 356, f"{draft.pick('证书编号', '编号', '证书号')}：{draft.put('certificate_number')}", small
    )
    if draft.rng.random() < 0.8:
        page.text(110, 384, f"{draft.pick('有效期', '有效期限', '证书有效期')}：{draft.period('cn')}", small)
    page.text(
        590,
        440,
        draft.pick("评估机构：", "", "发证机关：") + draft.put("issuing_authority"),
        draft.type("song", 16),
        "center",
    )
    page.text(
        590,
        470,
        draft.date("issue_date", draft.pick("cn", "han", "spaced", "ring")),
        draft.type("song", 16),
        "center",
    )
    draft.seal(page, (600, 452), draft["issuing_authority"], 118)
    only_for(draft, page)


@layout(KIND, "certificate_portrait")
def certificate_portrait(draft: Draft) -> None:
    """The certificate upright with label lines."""
    page = draft.page(A4, (255, 252, 244))
    border(page, (186, 140, 60), 28, draft.pick("double", "wave"))
    page.text(
        297,
        130,
        draft.pick("社会组织评估", "江苏省社会组织评估"),
        draft.type("kai", 28, (170, 30, 30)),
        "center",
    )
    page.text(297, 178, draft.pick("等 级 证 书", "等级证书"), draft.type("kai", 34, (170, 30, 30)), "center")
    rows = [
        (draft.pick("单位名称", "社会组织名称", "组织名称"), draft.put("organization_name")),
        (draft.pick("评估等级", "等　　级", "评定等级"), _grade(draft)),
        (draft.pick("证书编号", "编　　号"), draft.put("certificate_number")),
        (draft.pick("有效期限", "有效期至", "有效期"), ""),
    ]
    until = rows[3][0] == "有效期至"
    rows[3] = (rows[3][0], draft.date("valid_until", "cn") if until else draft.period("cn"))
    if draft.rng.random() < 0.4:
        rows.insert(1, ("统一社会信用代码", draft.org.uscc))
    fields(
        page,
        rows,
        (96, 260, 510),
        draft.type(draft.pick("song", "kai"), 17),
        step=52,
        label_width=150 if len(rows) > 4 else 0,
    )
    page.text(370, 610, draft.put("issuing_authority"), draft.type("song", 17), "center")
    page.text(370, 644, draft.date("issue_date", draft.pick("cn", "han")), draft.type("song", 17), "center")
    draft.seal(page, (382, 624), draft["issuing_authority"], 120)
    only_for(draft, page)


@layout(KIND, "plaque", ("photo", "photo", "poor"))
def plaque(draft: Draft) -> None:
    """牌匾: brass or titanium with large dark letters, grade above, issuer and date below; no number."""
    metal = draft.rng.choice(((206, 172, 92), (198, 200, 204), (214, 186, 120), (222, 190, 110)))
    page = draft.page((800, 540), metal)
    ink = draft.rng.choice(((30, 26, 20), (150, 20, 20), (40, 20, 10)))
    page.rect((14, 14, 786, 526), ink, 3)
    page.rect((24, 24, 776, 516), ink, 1)
    for x, y in ((40, 40), (760, 40), (40, 500), (760, 500)):
        page.round((x - 7, y - 7, x + 7, y + 7), (90, 80, 60), 0.8, (150, 140, 120))
    page.text(
        400,
        110,
        draft.put("organization_name"),
        draft.type("song-bold", min(38, 660 / len(draft["organization_name"])), ink),
        "center",
    )
    if draft.rng.random() < 0.5:
        page.text(
            400,
            220,
            _grade(draft, "AAAA"),
            draft.type("song-bold", 84, (170, 20, 20), tracking=8, latin="times-bold"),
            "center",
        )
        page.text(
            400,
            292,
            draft.pick("社会组织评估等级", "级社会组织", f"级{_kind_of(draft)}"),
            draft.type("hei", 40, ink),
            "center",
        )
    else:
        page.text(
            400,
            250,
            f"{_grade(draft, draft.pick('AAAA级', '4A'))}{draft.pick('社会组织', _kind_of(draft))}",
            draft.type("song-bold", 58, ink),
            "center",
        )
    lower = draft.type("song-bold", 22, ink)
    style = draft.pick("cn", "han", "cn")
    page.text(400, 390, draft.put("issuing_authority") + draft.pick("", "  颁", "  授"), lower, "center")
    if draft.rng.random() < 0.7:
        page.text(400, 426, draft.date("issue_date", style), lower, "center")
    else:
        month = draft["issue_date"].strftime("%Y-%m")
        page.text(400, 426, draft.date("issue_date", style, month), lower, "center")
    if draft.rng.random() < 0.6:
        page.text(
            400,
            470,
            f"（有效期：{draft.date('valid_from', 'cn')}至{draft.date('valid_until', 'cn')}）",
            draft.type("song", 17, ink),
            "center",
        )


@layout(KIND, "result_notice")
def result_notice(draft: Draft) -> None:
    """The red-header notice of a year's results, the organization among others in a table."""
    flow = draft.flow(numbered=draft.pick("— {} —", "- {} -"))
    year = draft["issue_date"].year
    number = printed.document_number(draft.rng, draft.org.sign + "民社", year)
    red_head(
        flow,
        draft,
        draft.put("issuing_authority"),
        number,
        f"关于公布{year}年度社会组织评估等级结果的{draft.pick('通知', '公告')}",
    )
    flow.paragraph("各社会组织：", indent=0)
    flow.paragraph(
        f"根据《社会组织评估管理办法》和年度评估工作安排，经自评申报、资格审核、实地考察、评估委员会审定和社会公示，"
        f"现将{year}年度社会组织评估等级结果予以公布。评估等级有效期为五年。"
    )
    rng = draft.rng
    others = [organization(rng, draft.org.place, provincial=False).name for _ in range(rng.randint(5, 26))]
    others = [name for name in dict.fromkeys(others) if name != draft["organization_name"]]
    at = rng.randrange(len(others) + 1)
    grades = sorted((rng.choice(("5A", "4A", "3A", "3A")) for _ in others), reverse=True)
    rows: list[list[Cell | str]] = [
        [Cell("序号", bold=True), Cell("社会组织名称", bold=True), Cell("评估等级", bold=True)]
    ]
    style = draft["style"]
    for index in range(len(others) + 1):
        if index == at:
            rows.append([str(index + 1), draft.put("organization_name"), _grade(draft)])
        else:
            other = index if index < at else index - 1
            words = {
                "AAAA": _WORDS[grades[other]],
                "AAAA级": f"{_WORDS[grades[other]]}级",
                "4A": f"{grades[other]}级",
                "four": grades[other],
            }
            rows.append([str(index + 1), others[other], words[style]])
    flow.table(rows, (1, 6, 2), draft.type("song", 12))
    flow.signature([draft.again("issuing_authority"), draft.date("issue_date", "cn")], seal=None)
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), draft["issuing_authority"])


@layout(KIND, "web_record", ("digital", "screenshot"))
def web_record(draft: Draft) -> None:
    """The registry's page about the organization with its grade."""
    page = draft.page((595, 520))
    page.rect((0, 0, 595, 54), None, fill=(24, 92, 168))
    page.text(
        30,
        34,
        draft.pick("社会组织信用信息公示平台", "社会组织评估信息查询"),
        draft.type("hei", 18, (255, 255, 255)),
    )
    page.text(30, 84, "当前位置：首页 > 评估信息 > 详情", draft.type("hei", 9, (120, 120, 120)))
    type_ = draft.type("hei", 11.5)
    rows = [
        ("社会组织名称", draft.put("organization_name")),
        ("统一社会信用代码", draft.org.uscc),
        ("评估等级", _grade(draft, draft.pick("AAAA", "4A", "four"))),
        ("评估机构", draft.put("issuing_authority")),
        ("证书编号", draft.put("certificate_number")),
        ("发证日期", draft.date("issue_date", "iso")),
        ("有效期起", draft.date("valid_from", "iso")),
        ("有效期止", draft.date("valid_until", "iso")),
    ]
    y = 104.0
    for number, (name, value) in enumerate(rows):
        page.rect((30, y, 565, y + 34), (220, 226, 232), 0.6, (247, 250, 253) if number % 2 == 0 else None)
        page.text(46, y + 21, name, type_.but(colour=(110, 110, 110)))
        page.text(210, y + 21, value, type_)
        y += 34
