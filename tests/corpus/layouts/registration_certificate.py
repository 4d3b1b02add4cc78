"""社会团体法人登记证书, 民办非企业单位登记证书, 基金会法人登记证书: 正本, 副本, electronic, and of the old code."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import Draft, Values, layout, sampler, some_day, years_later
from tests.corpus.layouts.shared import border, fields, guilloche, label, only_for, two_dimensional_code
from tests.corpus.page import A4, A4_LANDSCAPE, Colour, Type
from tests.corpus.seals import emblem
from tests.corpus.world import Organization

KIND = "registration_certificate"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A certificate of four or five years, now and then one without an end."""
    start = some_day(rng, max(org.founded, date(2020, 6, 1)), date(2026, 6, 30))
    forever = rng.random() < 0.04
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "organization_type": org.type,
        "registration_date": org.founded,
        "legal_representative": org.legal_representative,
        "address": org.address,
        "registration_authority": org.registration_authority,
        "supervisory_body": org.supervisory_body,
        "registered_capital": org.capital,
        "business_scope": org.scope,
        "valid_from": start,
        "valid_until": None if forever else years_later(start, rng.choice((4, 5, 5))),
        "issue_date": start,
    }
    values.update(fixed)
    return values


def _title(draft: Draft) -> str:
    titles = {
        "社会团体": ("社会团体法人登记证书",),
        "民办非企业单位": (
            "民办非企业单位登记证书",
            "民办非企业单位（法人）登记证书",
            "社会服务机构登记证书",
        ),
        "基金会": ("基金会法人登记证书",),
    }
    return draft.put("organization_type", draft.rng.choice(titles[draft["organization_type"]]))


def _capital_label(draft: Draft) -> str:
    return {
        "社会团体": draft.pick("注册资金", "活动资金", "注册资金"),
        "民办非企业单位": draft.pick("开办资金", "注册资金"),
        "基金会": draft.pick("原始基金数额", "注册资金", "原始基金"),
    }[draft["organization_type"]]


def _rows(draft: Draft, *, wide: int = 5, date_style: str | None = None) -> list[tuple[str, str]]:
    style = date_style or draft.date_style
    rows = [
        (label(draft, "organization_name", wide), draft.put("organization_name")),
        (label(draft, "business_scope", wide), draft.put("business_scope")),
        (label(draft, "address", wide), draft.put("address")),
        (label(draft, "legal_representative", wide), draft.put("legal_representative")),
        (_capital_label(draft), draft.money("registered_capital")),
        (label(draft, "supervisory_body", wide), draft.put("supervisory_body")),
    ]
    if draft["organization_type"] == "社会团体" and draft.rng.random() < 0.5:
        rows.insert(3, ("活动地域", draft.org.place.city if not draft.org.provincial else "江苏省"))
    if draft.rng.random() < 0.3:
        rows.insert(0, rows.pop(3))
        rows.insert(0, rows.pop(1))
    if style in ("dot", "slash"):
        style = "cn"
    rows.append((label(draft, "validity", wide), draft.period(style if style != "ring" else "han")))
    return rows


def _colours(draft: Draft) -> tuple[Colour, Colour]:
    frame = draft.rng.choice(((176, 36, 36), (150, 112, 50), (40, 90, 150), (190, 60, 50)))
    paper = draft.rng.choice(((255, 252, 244), (255, 255, 255), (252, 246, 236), (246, 250, 252)))
    return frame, paper


@layout(KIND, "original_landscape")
def original_landscape(draft: Draft) -> None:
    """正本, landscape: title over a line with the code, label lines, issuer with seal at the bottom right."""
    frame, paper = _colours(draft)
    page = draft.page(A4_LANDSCAPE, paper)
    if draft.rng.random() < 0.6:
        guilloche(page, rows=9)
    border(page, frame, style=draft.pick("double", "wave", "corners"))
    page.picture(emblem(), (391, 52, 451, 112))
    page.text(
        421,
        152,
        _title(draft),
        draft.type("song-bold", 32, draft.rng.choice(((170, 30, 30), (30, 30, 30)))),
        "center",
    )
    small = draft.type("song", 12)
    if draft.rng.random() < 0.6:
        page.text(421, 172, draft.pick("（正本）", "正　　本", "（ 正 本 ）"), small, "center")
    page.text(
        110, 198, f"{label(draft, 'uscc')}：{draft.put('uscc')}", draft.type(draft.pick("hei", "song"), 13)
    )
    body = draft.type(draft.pick("song", "kai", "song"), 14)
    fields(
        page,
        _rows(draft),
        (110, 218, 735),
        body,
        label_type=draft.type(draft.pick("hei", "song"), 14),
        step=29,
    )
    _issuer(draft, (620, 496), draft.type("song", 14))
    if draft.rng.random() < 0.5:
        two_dimensional_code(draft, page, 110, 470, 66)
    page.text(
        421,
        560,
        draft.pick("中华人民共和国民政部制", "中华人民共和国民政部监制"),
        draft.type("song", 9),
        "center",
    )
    only_for(draft, page)


def _issuer(draft: Draft, centre: tuple[float, float], type_: Type, *, labelled: bool | None = None) -> None:
    page = draft.pages[-1]
    x, y = centre
    if labelled if labelled is not None else draft.rng.random() < 0.75:
        words = f"{label(draft, 'registration_authority')}：{draft.put('registration_authority')}"
        if draft.rng.random() < 0.5:
            words = f"{label(draft, 'registration_authority')}（盖章）：{draft.put('registration_authority')}"
    else:
        words = draft.put("registration_authority")
    page.text(x, y, words, type_, "center")
    style = draft.rng.choice(("cn", "cn", "spaced", "padded", "han"))
    dated = draft.date("issue_date", style)
    if draft.rng.random() < 0.3:
        dated = f"{label(draft, 'issue_date')}：{dated}"
    page.text(x, y + type_.size * 2, dated, type_, "center")
    draft.seal(page, (x + draft.rng.uniform(-10, 30), y + 4), draft["registration_authority"], 112)


@layout(KIND, "copy_portrait")
def copy_portrait(draft: Draft) -> None:
    """副本, portrait: label lines in the upper part, boxes for annual inspection below."""
    frame, paper = _colours(draft)
    page = draft.page(A4, paper)
    border(page, frame, style=draft.pick("double", "corners"))
    page.text(297, 96, _title(draft), draft.type("song-bold", 25), "center")
    page.text(297, 122, draft.pick("（副　本）", "副本", "（副本）"), draft.type("song", 14), "center")
    page.text(86, 154, f"{label(draft, 'uscc')}：{draft.put('uscc')}", draft.type("hei", 12))
    body = draft.type(draft.pick("song", "kai"), 13)
    rows = _rows(draft)
    if draft.rng.random() < 0.5:
        rows.insert(-1, (label(draft, "registration_date"), draft.date("registration_date", "cn")))
    y = fields(page, rows, (86, 172, 515), body, step=30, underlined=draft.rng.random() < 0.35)
    y = max(y + 18, 480)
    _issuer(draft, (380, y), draft.type("song", 13))
    y += 70
    page.text(
        297, y, draft.pick("年　检　记　录", "年度检查情况", "年检情况登记"), draft.type("hei", 13), "center"
    )
    years = [2024, 2025]
    for number in range(4):
        x0, y0 = 90 + (number % 2) * 210, y + 12 + (number // 2) * 76
        page.rect((x0, y0, x0 + 200, y0 + 70))
        if number < 2:
            page.text(x0 + 100, y0 + 26, f"{years[number]}年度检查", draft.type("song", 12), "center")
            page.text(x0 + 100, y0 + 50, "合　格", draft.type("hei", 14, (200, 30, 30)), "center")
    only_for(draft, page)


@layout(KIND, "electronic")
def electronic(draft: Draft) -> None:
    """电子证照: a ruled table with a code, printed from the registry's site."""
    page = draft.page(A4_LANDSCAPE)
    page.rect((30, 30, 812, 565), (170, 40, 40), 1.6)
    page.text(421, 84, _title(draft), draft.type("hei", 28, (170, 30, 30)), "center")
    page.text(421, 106, draft.pick("电子证照", "（电子证照）", "（正本）"), draft.type("song", 12), "center")
    two_dimensional_code(draft, page, 706, 46, 78)
    rows = [("统一社会信用代码", draft.put("uscc")), *_rows(draft)]
    y, type_ = 126.0, draft.type(draft.pick("song", "hei"), 12.5)
    for name, value in rows:
        from tests.corpus.page import wrap

        tall = max(34.0, len(wrap(value, type_, 520)) * type_.size * 1.5 + 12)
        page.rect((80, y, 232, y + tall), (110, 110, 110), 0.5, (248, 244, 240))
        page.rect((232, y, 762, y + tall), (110, 110, 110), 0.5)
        page.text(156, y + tall / 2 + 4.5, name, type_, "center")
        lines = len(wrap(value, type_, 520))
        page.paragraph(240, y + (tall - lines * type_.size * 1.5) / 2, 520, value, type_.but(leading=1.5))
        y += tall
    _issuer(draft, (610, min(y + 34, 520)), type_, labelled=True)


@layout(KIND, "original_portrait")
def original_portrait(draft: Draft) -> None:
    """正本 upright, two columns without rules for the short items."""
    frame, paper = _colours(draft)
    page = draft.page(A4, paper)
    guilloche(page, (238, 230, 214))
    border(page, frame, 28, "wave")
    page.picture(emblem(), (262, 70, 332, 140))
    title = draft.type("kai", 27, bold=True)
    page.text(297, 190, _title(draft), title, "center")
    body = draft.type(draft.pick("song", "fang", "kai"), 13.5)
    y = fields(
        page,
        [
            (label(draft, "uscc"), draft.put("uscc")),
            (label(draft, "organization_name", 4), draft.put("organization_name")),
            (label(draft, "address", 4), draft.put("address")),
            (label(draft, "business_scope", 4), draft.put("business_scope")),
        ],
        (84, 222, 512),
        body,
        label_width=130,
        step=34,
    )
    y += 4
    short = [
        (label(draft, "legal_representative"), draft.put("legal_representative")),
        (_capital_label(draft), draft.money("registered_capital", ("wan", "yuan", "wan_rmb"))),
    ]
    fields(page, short[:1], (84, y, 300), body, label_width=92)
    fields(page, short[1:], (306, y, 520), body, label_width=82)
    y = fields(
        page, [(label(draft, "supervisory_body"), draft.put("supervisory_body"))], (84, y + 34, 512), body
    )
    y = fields(page, [(label(draft, "validity"), draft.period("cn"))], (84, y + 4, 512), body)
    _issuer(draft, (380, max(y + 60, 640)), body)
    page.text(297, 800, "中华人民共和国民政部制", draft.type("song", 9), "center")
    only_for(draft, page)


@layout(KIND, "old_code", ("scan", "photo", "poor"), needs="!uscc_required")
def old_code(draft: Draft) -> None:
    """A certificate from before 2016: 登记证号 and no unified code."""
    page = draft.page(A4_LANDSCAPE, (253, 249, 238))
    border(page, (168, 40, 40), 26, "corners")
    page.text(421, 110, _title(draft), draft.type("kai", 34, (165, 30, 30)), "center")
    number = draft.rng.randint(1, 4999)
    words = {"社会团体": "社证字第", "民办非企业单位": "民证字第", "基金会": "基证字第"}[
        draft["organization_type"]
    ]
    page.text(735, 150, f"{draft.org.sign}{words}{number:05d}号", draft.type("song", 13), "right")
    body = draft.type("kai", 15)
    fields(page, _rows(draft, date_style="cn"), (120, 176, 730), body, step=33)
    _issuer(draft, (600, 494), draft.type("kai", 15))


@layout(KIND, "folder_inside", ("photo", "scan", "poor"))
def folder_inside(draft: Draft) -> None:
    """The opened folder of a certificate: cover words on the left half, items on the right."""
    page = draft.page((900, 600), (250, 246, 236))
    page.rect((20, 20, 450, 580), (140, 30, 30), 1.0, (158, 32, 36))
    gold = (232, 196, 110)
    page.picture(emblem(), (180, 110, 290, 220))
    plain_title = {"社会团体": "社会团体法人", "民办非企业单位": "民办非企业单位", "基金会": "基金会法人"}[
        draft["organization_type"]
    ]
    page.text(235, 300, plain_title, draft.type("song-bold", 30, gold), "center")
    page.text(235, 350, "登 记 证 书", draft.type("song-bold", 30, gold), "center")
    page.text(235, 520, "中华人民共和国民政部制", draft.type("song", 13, gold), "center")
    page.text(672, 72, _title(draft), draft.type("song-bold", 20), "center")
    page.text(480, 104, f"{label(draft, 'uscc')}：{draft.put('uscc')}", draft.type("song", 12))
    y = fields(page, _rows(draft), (480, 122, 866), draft.type("song", 12), step=30)
    _issuer(draft, (700, max(y + 36, 480)), draft.type("song", 12))
