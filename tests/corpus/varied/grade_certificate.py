"""Grades of social organizations: certificates, plaque, decision with a list, page of an app, entry of a site."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import Draft, Values, some_day, years_later
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE, RED
from tests.corpus.varied.people import applicant
from tests.corpus.varied.pieces import (
    after,
    band,
    before,
    day,
    frame,
    gapped,
    red_line,
    stacked,
    until,
    when,
)
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "grade_certificate"
_CHINESE = {"1A": "一", "2A": "二", "3A": "三", "4A": "四", "5A": "五"}


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A grade given since 2020, by the city, the county or the province."""
    grade = rng.choices(("5A", "4A", "3A", "2A", "1A"), (22, 32, 34, 8, 4))[0]
    issued = some_day(rng, date(2020, 1, 6), date(2026, 9, 28))
    local = [
        org.place.full + "民政局",
        org.place.city + "民政局",
        "江苏省民政厅" if grade >= "4A" else org.place.city + "民政局",
    ]
    values: Values = {
        "organization_name": org.name,
        "grade": grade,
        "issuing_authority": "江苏省民政厅" if org.provincial else rng.choice(local),
        "issue_date": issued,
        "certificate_number": rng.choice(
            (
                f"P{issued.year}{rng.randint(1, 999):04d}",
                f"{issued.year}{grade}{rng.randint(1, 99):02d}",
                f"NO.{rng.randint(100000, 999999)}",
                f"（{issued.year}）第{rng.randint(1, 200)}号",
            )
        ),
        "valid_from": issued,
        "valid_until": years_later(issued, 5),
    }
    values.update(fixed)
    return values


def _grade(draft: Draft, *styles: str) -> str:
    grade = draft["grade"]
    style = draft.rng.choice(styles or ("a", "letters", "chinese", "wide", "lower"))
    count = int(grade[0])
    text = {
        "a": grade,
        "letters": "A" * count,
        "chinese": _CHINESE[grade] + "A",
        "wide": "Ａ" * count,
        "lower": f"{chr(0xFF10 + count)}Ａ",
        "gaps": " ".join("A" * count),
    }[style]
    return draft.put("grade", text)


def _number(draft: Draft) -> str:
    return draft.put("certificate_number")


@layout(KIND, "centred_lines")
def centred_lines(draft: Draft) -> None:
    """Everything centred: the name in large type, a sentence, the grade below, red and gold."""
    page = draft.page(A4_LANDSCAPE, (255, 251, 240))
    frame(page, (200, 34, 38), 24, ((0, 7), (11, 1)))
    page.text(421, 128, gapped("等级证书"), draft.type("song-bold", 44, RED), "center")
    page.text(421, 156, "GRADE CERTIFICATE", draft.type("song", 14, (150, 110, 40), latin="times"), "center")
    page.text(421, 222, draft.put("organization_name"), draft.type("kai", 27), "center")
    text = draft.pick(
        "经评估，你单位符合社会组织等级标准，评定为",
        "在全市社会组织等级评估工作中，获得",
        "依据《社会组织评估管理办法》，经评估委员会审定，等级为",
    )
    page.text(421, 272, text, draft.type("kai", 17), "center")
    page.text(
        421,
        338,
        _grade(draft, "gaps", "wide", "letters", "a") + draft.pick(" 级", "级社会组织", "等级"),
        draft.type("song-bold", 42, RED),
        "center",
    )
    small = draft.type("song", 13)
    page.text(96, 480, f"证书编号 {_number(draft)}", small)
    page.text(
        96,
        504,
        f"有效期限 {until(draft, draft.pick('dots', 'plain', 'han'), draft.pick('{}-{}', '{}—{}', '{} 至 {}'))}",
        small,
    )
    page.text(640, 462, draft.put("issuing_authority"), draft.type("kai", 17), "center")
    page.text(640, 494, when(draft, "issue_date", draft.pick("han", "gaps")), draft.type("kai", 17), "center")
    draft.seal(page, (646, 468), draft["issuing_authority"], 122)


@layout(KIND, "upright_letter")
def upright_letter(draft: Draft) -> None:
    """Upright; the organization addressed, the validity in prose (five years), number at the top right."""
    page = draft.page((595, 842), (253, 252, 246))
    frame(page, (180, 142, 70), 34, ((0, 2), (4, 2)))
    page.text(530, 92, f"编号：{_number(draft)}", draft.type("song", 12), "right")
    page.text(
        297,
        190,
        draft.pick("社会组织评估等级", "社会组织评估"),
        draft.type("song-bold", 32, (170, 24, 28)),
        "center",
    )
    page.text(297, 240, gapped("证书"), draft.type("song-bold", 40, (170, 24, 28)), "center")
    body = draft.type(draft.pick("fang", "kai"), 19, leading=2.0)
    page.text(78, 320, draft.put("organization_name") + draft.pick("：", ""), body)
    ordinal = after(draft["issue_date"], 0).year
    text = (
        (
            f"　　贵{draft.pick('会', '单位', '中心')}参加{ordinal - 1}年度社会组织评估，经资料审核、实地考察、专家评审和公示，确定等级为"
            f"{draft.pick('“', '')}{_grade(draft, 'letters', 'chinese', 'a')}级{draft.pick('”', '')}。等级有效期五年，自{when(draft, 'valid_from', 'plain')}至{when(draft, 'valid_until', 'plain')}。"
        )
        .replace("“", "")
        .replace("”", "")
    )
    y = page.paragraph(78, 344, 440, text, body)
    page.text(116, y + 30, draft.pick("特发此证。", "特此证明。"), body)
    page.text(400, 660, draft.put("issuing_authority"), body, "center")
    page.text(400, 696, when(draft, "issue_date", draft.pick("ring", "han", "plain")), body, "center")
    draft.seal(page, (408, 664), draft["issuing_authority"], 126)


@layout(KIND, "new_plaque", ("photo", "photo", "poor", "scan"))
def new_plaque(draft: Draft) -> None:
    """The plaque after 2022: level of the assessment, grade in stars of letters, validity, who assessed, date."""
    page = draft.page((800, 520), draft.rng.choice(((212, 182, 110), (206, 206, 208))))
    ink = (130, 20, 22)
    page.rect((14, 14, 786, 506), (120, 90, 40), 2)
    level = (
        "省级"
        if draft["issuing_authority"].startswith("江苏省")
        else "市级"
        if draft["issuing_authority"].endswith("市民政局")
        else "县（区）级"
    )
    page.text(400, 84, f"评估层级：{level}", draft.type("hei", 22, ink), "center")
    page.text(
        400,
        190,
        _grade(draft, "letters", "gaps", "a"),
        draft.type("song-bold", 92, ink, latin="times"),
        "center",
    )
    page.text(400, 270, gapped("社会组织"), draft.type("song-bold", 46, ink), "center")
    named = draft.rng.random() < 0.75
    if named:
        page.text(400, 330, draft.put("organization_name"), draft.type("kai", 26, ink), "center")
    small = draft.type("hei", 18, ink)
    page.text(400, 386, f"有效期：{until(draft, draft.pick('dots', 'plain'), '{}—{}')}", small, "center")
    page.text(400, 424, f"评估主体：{draft.put('issuing_authority')}", small, "center")
    page.text(400, 460, when(draft, "issue_date", draft.pick("plain", "han")), small, "center")


@layout(KIND, "results_decision", ("digital", "scan", "poor", "docx", "html"))
def results_decision(draft: Draft) -> None:
    """An announcement with results by grade, ours somewhere in the list; no number of a certificate."""
    rng = draft.rng
    flow = draft.flow(draft.type(draft.pick("fang", "song"), 14, leading=1.75), margins=(76, 84, 72, 70))
    issuer, issued = draft["issuing_authority"], draft["issue_date"]
    flow.heading(draft.put("issuing_authority"), draft.type("song-bold", 26, RED), after=0)
    flow.heading(draft.pick("公　告", "通　告", "公告"), draft.type("song-bold", 26, RED), after=4)
    flow.paragraph(f"{issued.year}年第{rng.randint(1, 20)}号", indent=0, align="center", after=4)
    red_line(flow.page, flow.y, star=rng.random() < 0.5)
    flow.space(18)
    flow.paragraph(
        f"根据《社会组织评估管理办法》（民政部令第39号），经{issued.year - 1}年度社会组织评估委员会审定并公示，现将"
        f"评估结果公告如下（等级有效期五年，自公告之日起计算）："
    )
    ours = draft["grade"]
    grades = sorted({ours, *rng.sample(("5A", "4A", "3A", "2A"), 2)}, reverse=True)
    for number, grade in enumerate(grades):
        marked = draft.put("grade", "A" * int(grade[0])) if grade == ours else "A" * int(grade[0])
        names = [applicant(rng).name for _ in range(rng.randint(2, 6))]
        if grade == ours:
            names.insert(rng.randint(0, len(names)), draft.put("organization_name"))
        flow.paragraph(
            f"（{'一二三四五'[number]}）{marked}级社会组织（{len(names)}家）", draft.type("hei", 14), indent=2
        )
        if rng.random() < 0.5:
            flow.paragraph("、".join(names) + "。")
        else:
            for name in names:
                flow.paragraph(name)
    flow.paragraph("特此公告。", after=18)
    flow.signature(
        [draft.again("issuing_authority"), when(draft, "issue_date", draft.pick("plain", "han", "zero"))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 44), issuer)
    if issued.month < 11:
        flow.paragraph(
            f"（联系人：社会组织管理科；抄送：评估委员会各成员单位。{day(after(issued, 3), 'plain')}印发）",
            draft.type("fang", 11),
            indent=0,
        )


@layout(KIND, "query_card", ("screenshot", "digital", "poor"))
def query_card(draft: Draft) -> None:
    """A query of grades on the registry's site: one card, grade as a badge, other dates near it."""
    page = draft.page((620, 520), (245, 246, 248))
    band(
        page,
        0,
        56,
        (176, 30, 36),
        draft.pick("社会组织评估等级查询", "社会组织服务大厅 > 评估公示"),
        draft.type("hei", 18, (255, 255, 255)),
    )
    page.rect((24, 78, 596, 470), (222, 224, 228), 0.8, (255, 255, 255))
    page.text(44, 114, draft.put("organization_name"), draft.type("hei", 17))
    page.rect((44, 128, 110, 152), None, fill=(222, 60, 50), radius=3)
    page.text(77, 145, _grade(draft, "a", "letters"), draft.type("hei", 13, (255, 255, 255)), "center")
    page.text(
        122,
        145,
        f"成立时间 {day(draft.org.founded, 'iso')}　状态 正常",
        draft.type("hei", 11, (130, 130, 130)),
    )
    small, ink = draft.type("hei", 11, (140, 140, 140)), draft.type("hei", 13)
    cells = [
        ("评估机构", draft.put("issuing_authority")),
        ("证书编号", _number(draft)),
        ("评定日期", when(draft, "issue_date", "iso")),
        ("有效期至", when(draft, "valid_until", "iso")),
        ("统一社会信用代码", draft.org.uscc),
        ("登记机关", draft.org.registration_authority),
    ]
    for number, (name, value) in enumerate(cells):
        stacked(page, 44 + (number % 2) * 280, 182 + (number // 2) * 62, 260, name, value, small, ink)
    page.text(44, 440, f"数据更新时间：{day(date(2026, 11, draft.rng.randint(1, 8)), 'iso')}", small)


@layout(KIND, "table_certificate", ("digital", "scan", "photo"))
def table_certificate(draft: Draft) -> None:
    """A certificate as a table: code and address as distractors, labels above the values, seal over the table's foot."""
    flow = draft.flow(draft.type("song", 13, leading=1.5), margins=(70, 90, 70, 70))
    flow.heading("社会组织评估等级证书", draft.type("hei", 24), after=14)
    flow.table(
        [
            [Cell("获 评 单 位", bold=True), Cell("统一社会信用代码", bold=True)],
            [draft.put("organization_name"), draft.org.uscc],
            [Cell("评定等级", bold=True), Cell("证书号码", bold=True)],
            [_grade(draft, "letters", "chinese", "a") + "级", _number(draft)],
            [Cell("起始日期", bold=True), Cell("截止日期", bold=True)],
            [when(draft, "valid_from", "uneven"), when(draft, "valid_until", "uneven")],
            [Cell(f"发证单位：{draft.put('issuing_authority')}\n{when(draft, 'issue_date', 'uneven')}", 2)],
        ],
        (1, 1),
        least=38,
    )
    draft.seal(flow.page, (340, flow.y - 34), draft["issuing_authority"], 104)
    flow.paragraph(
        f"说明：有效期满前六个月应当申请复评。公示时间：{day(before(draft['issue_date'], 20))}。",
        draft.type("song", 10),
        indent=0,
    )
