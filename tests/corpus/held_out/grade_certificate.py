"""Proofs of a grade: a plaque on the wall, a bilingual certificate, the results in running prose, an app's record."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import PAPER, Draft, Values
from tests.corpus.held_out.pieces_a import GREY, framed_on_wall, neighbours, screen
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import grade_certificate as usual
from tests.corpus.layouts.shared import border, red_head, two_dimensional_code
from tests.corpus.seals import box_stamp
from tests.corpus.world import Organization

KIND = "grade_certificate"
_LETTERS = {f"{number}A": "A" * number for number in range(1, 6)}


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The usual grade under numbers of our own making."""
    values = usual.sample(rng, org, fixed)
    if "certificate_number" not in fixed:
        year = values["issue_date"].year
        values["certificate_number"] = rng.choice(
            (
                f"{org.sign}社评证字第{year}{rng.randint(1, 99):02d}号",
                f"PG32{year}{rng.randint(1, 9999):04d}",
                f"NO.{year % 100}{rng.randint(1, 99999):05d}",
                f"{org.sign}民社评〔{year}〕{rng.randint(1, 60)}号",
            )
        )
    return values


SAMPLERS[KIND] = sample


@layout(KIND, "plaque", ("photo",))
def plaque(draft: Draft) -> None:
    """A metal plaque on the wall: the letters large, the years of validity in brackets, giver and month below."""
    metal = draft.rng.choice(((214, 176, 92), (206, 208, 210), (226, 192, 112)))
    page = framed_on_wall(draft, (860, 600), metal, (126, 96, 50))
    ink = (120, 16, 20)
    page.text(428, 130, draft.put("organization_name"), draft.type("hei", 26, ink), "center")
    page.text(
        428, 260, draft.put("grade", _LETTERS[draft["grade"]]), draft.type("hei-bold", 112, ink), "center"
    )
    page.text(
        428,
        330,
        draft.pick("社 会 组 织 评 估 等 级", "中国社会组织评估等级", "江苏省社会组织评估等级"),
        draft.type("song-bold", 32, ink),
        "center",
    )
    first: date = draft["valid_from"]
    last: date = draft["valid_until"]
    ends = (
        draft.put("valid_from", f"{first.year}年{first.month}月", f"{first:%Y-%m}"),
        draft.put("valid_until", f"{last.year}年{last.month}月", f"{last:%Y-%m}"),
    )
    page.text(428, 378, f"（有效期：{ends[0]}—{ends[1]}）", draft.type("song", 18, ink), "center")
    page.text(428, 468, draft.put("issuing_authority"), draft.type("song-bold", 26, ink), "center")
    given: date = draft["issue_date"]
    month = draft.put("issue_date", f"{given.year}年{given.month}月", f"{given:%Y-%m}")
    page.text(428, 508, month + draft.pick("", "颁"), draft.type("song", 20, ink), "center")


@layout(KIND, "bilingual", PAPER)
def bilingual(draft: Draft) -> None:
    """An upright certificate with English under each Chinese line, its number in the upper corner."""
    page = draft.page(colour=(252, 250, 244))
    border(page, (170, 130, 50), 28, "corners")
    latin = draft.type("song", 10.5, (90, 90, 90), latin="times")
    page.text(
        536, 76, f"证书编号 Certificate No.：{draft.put('certificate_number')}", latin.but(size=11), "right"
    )
    page.text(297, 158, "等 级 证 书", draft.type("song-bold", 44, (170, 30, 30)), "center")
    page.text(297, 184, "Certificate of Assessment of Social Organizations", latin.but(size=13), "center")
    kai = draft.type("kai", 21, leading=1.7)
    page.text(297, 268, draft.put("organization_name"), kai, "center")
    page.line(90, 276, 505, 276, (150, 130, 90), 0.6)
    page.text(297, 292, "Name of Organization", latin, "center")
    page.text(297, 340, "在社会组织等级评估中被评定为", kai.but(size=17), "center")
    page.text(297, 358, "has been assessed and rated as", latin, "center")
    page.text(
        297, 428, draft.put("grade", f"{_LETTERS[draft['grade']]} 级"), draft.type("hei-bold", 46), "center"
    )
    page.text(297, 448, f"Grade {draft['grade']}", latin.but(size=13), "center")
    page.text(297, 504, f"有效期至 {draft.date('valid_until', 'cn')}", kai.but(size=16), "center")
    page.text(297, 520, "Valid until the date above", latin, "center")
    two_dimensional_code(draft, page, 90, 620, 74)
    page.text(400, 650, f"评估主体：{draft.put('issuing_authority')}", draft.type("song", 14), "center")
    page.text(400, 667, "Issued by", latin, "center")
    page.text(
        400, 702, draft.date("issue_date", draft.pick("cn", "padded")), draft.type("song", 14), "center"
    )
    page.text(400, 719, "Date of Issue", latin, "center")
    draft.seal(page, (420, 656), draft["issuing_authority"], 116)
    if draft.rng.random() < 0.4:
        page.seal(box_stamp("复印件与原件相符", 1, (40, 60, 150)), (160, 760), 170, "复印件与原件相符")


@layout(KIND, "results_in_prose", ("digital", "scan", "docx", "html"))
def results_in_prose(draft: Draft) -> None:
    """The bureau's announcement: under each grade the names in one running paragraph, ours among them."""
    flow = draft.flow(draft.type("fang", 14, leading=1.75), numbered="— {} —")
    issued: date = draft["issue_date"]
    number = f"{draft.org.sign}民社〔{issued.year}〕{draft.rng.randint(3, 66)}号"
    title = f"关于公布{issued.year}年{draft.pick('度', '第一批', '下半年')}社会组织评估等级的公告"
    red_head(flow, draft, draft.put("issuing_authority"), number, title)
    flow.paragraph(
        "按照《社会组织评估管理办法》的规定，经单位申报、第三方机构实地考察、评估委员会终评并向社会公示无异议，现将本批社会组织评估等级公布如下："
    )
    ours: str = draft["grade"]
    around = sorted({ours, draft.pick("5A", "4A"), "3A"}, reverse=True)
    for place, grade in enumerate(around):
        names = neighbours(draft, draft.rng.randint(2, 4))
        if grade == ours:
            names.insert(draft.rng.randrange(len(names) + 1), draft.put("organization_name"))
        letters = draft.put("grade", _LETTERS[grade]) if grade == ours else _LETTERS[grade]
        flow.paragraph(f"{'一二三四'[place]}、{letters}级社会组织（{len(names)}家）：{'、'.join(names)}。")
    flow.paragraph(
        f"本次评定的等级有效期五年，自{draft.date('valid_from', 'cn')}起至{draft.date('valid_until', 'cn')}止，牌匾和证书另行颁发。获评单位应当珍惜荣誉，规范运作；出现《办法》规定情形的，由我局降低或者取消其等级。"
    )
    flow.signature([draft.again("issuing_authority"), draft.date("issue_date", "cn")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["issuing_authority"])


@layout(KIND, "app_record", ("screenshot", "digital"))
def app_record(draft: Draft) -> None:
    """A mini program's answer to a query: a badge with the grade, values above their labels in two columns."""
    page = screen(draft, draft.pick("社会组织查询", "等级评估查询"), 720, (22, 140, 118))
    page.rect((14, 90, 376, 690), None, fill=(255, 255, 255), radius=8)
    hei = draft.type("hei", 15, leading=1.4)
    y = page.paragraph(28, 104, 240, draft.put("organization_name"), hei)
    page.rect((286, 106, 362, 136), None, fill=(250, 232, 200), radius=6)
    page.text(324, 127, draft.put("grade", f"{draft['grade']}级"), hei.but(colour=(170, 100, 10)), "center")
    page.text(28, y + 16, f"登记状态：正常　{draft.org.uscc}", hei.but(size=10, colour=GREY))
    y += 44
    cells = (
        (draft.put("certificate_number"), "证书编号"),
        (draft.date("issue_date", "iso"), "评定日期"),
        (draft.date("valid_from", "iso"), "有效期开始"),
        (draft.date("valid_until", "iso"), "有效期结束"),
        (draft.put("issuing_authority"), "评定机关"),
        (draft.org.type, "组织类别"),
    )
    for place, (value, name) in enumerate(cells):
        x = 28 + 176 * (place % 2)
        top = y + 62 * (place // 2)
        page.text(x, top + 14, value, hei.but(size=11.5))
        page.text(x, top + 32, name, hei.but(size=9.5, colour=GREY))
    y += 62 * 3 + 20
    page.line(28, y, 362, y, (226, 230, 234), 0.6)
    page.text(28, y + 26, "说明", hei.but(size=12))
    page.paragraph(
        28,
        y + 34,
        334,
        "评估等级共分五级，由高至低依次为5A级、4A级、3A级、2A级、1A级。查询结果仅供参考，以证书和公告为准。",
        hei.but(size=10, colour=GREY, leading=1.6),
    )
