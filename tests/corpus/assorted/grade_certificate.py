"""Grades of social organizations: a brass plate, a certificate with stars, a notice with lists by grade, a query."""

from tests.corpus.assorted.people import applicant
from tests.corpus.assorted.pieces import copy_stamp, status_bar
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.page import A4_LANDSCAPE, RED
from tests.corpus.varied.pieces import after, before, day, until, when

KIND = "grade_certificate"
_HAN = "零一二三四五"


def _grade(draft: Draft, *forms: str) -> str:
    count = int(draft["grade"][0])
    form = draft.pick(*(forms or ("letters", "digit", "gap")))
    return draft.put(
        "grade",
        {"letters": "A" * count, "digit": f"{count}A", "gap": f"{count} A", "han": f"{_HAN[count]}A"}[form],
    )


@layout(KIND, "brass_plate", ("photo", "photo", "scan"))
def brass_plate(draft: Draft) -> None:
    """A brass plate on a wall: the grade in large letters, the organization small or not above it, issuer and month."""
    page = draft.page((800, 560), (206, 204, 200))
    page.rect((60, 50, 740, 510), (120, 90, 30), 3, (222, 186, 98), radius=8)
    page.rect((78, 68, 722, 492), (140, 104, 40), 1.2)
    ink = (110, 20, 20)
    name = draft.put("organization_name")
    page.text(
        400, 140, name, draft.type("hei", min(28, 560 / len(draft["organization_name"])), ink), "center"
    )
    page.text(400, 270, f"{_grade(draft, 'letters')}级社会组织", draft.type("hei-bold", 56, ink), "center")
    page.text(
        400, 318, f"（有效期{draft.pick('：', '')}{until(draft, draft.pick('plain', 'dots'), '{}至{}')}）",
        draft.type("hei", 16, ink), "center",
    )  # fmt: skip
    page.text(400, 410, draft.put("issuing_authority"), draft.type("song-bold", 26, ink), "center")
    page.text(
        400, 450, when(draft, "issue_date", draft.pick("han", "plain")), draft.type("song", 20, ink), "center"
    )


@layout(KIND, "starred_certificate")
def starred_certificate(draft: Draft) -> None:
    """A certificate with a row of stars; label and value in one column, no sentence says the grade."""
    page = draft.page(A4_LANDSCAPE, (250, 246, 255))
    page.rect((30, 30, 812, 565), (110, 70, 150), 2)
    page.rect((40, 40, 802, 555), (200, 170, 90), 3)
    page.text(421, 106, "社会组织评估等级证书", draft.type("kai", 38, (96, 40, 130)), "center")
    page.text(421, 150, "★" * int(draft["grade"][0]), draft.type("hei", 28, (214, 160, 40)), "center")
    label, body = draft.type("hei", 14, (110, 70, 150)), draft.type("song", 16, leading=1.35)
    y = 190.0
    for name, value in (
        ("机构名称", draft.put("organization_name")),
        ("评估等级", f"{_grade(draft, 'digit', 'letters')}级"),
        ("证书编号", draft.put("certificate_number")),
        ("有效期限", until(draft, draft.pick("iso", "dots"), draft.pick("{} — {}", "{} 起 {} 止"))),
        ("评估机构", f"{draft.org.place.city}社会组织评估委员会"),
    ):
        page.text(170, y + 16, name, label)
        page.line(160, y + 30, 690, y + 30, (210, 200, 220), 0.6)
        y = max(y + 46, page.paragraph(270, y - 3, 420, value, body) + 16)
    page.text(600, 470, f"颁发单位：{draft.put('issuing_authority')}", body, "center")
    page.text(600, 500, f"颁发日期：{when(draft, 'issue_date', 'dots')}", body, "center")
    draft.seal(page, (650, 480), draft["issuing_authority"], 110)
    copy_stamp(draft, page, (300, 490), 0.35)


@layout(KIND, "notice_by_grade", ("digital", "scan", "poor", "docx", "html"))
def notice_by_grade(draft: Draft) -> None:
    """The notice of a year's grades: organizations in one paragraph for each grade, ours among its fellows."""
    rng, ours = draft.rng, int(draft["grade"][0])
    flow = draft.flow(draft.type("fang", 15.5, leading=1.8), margins=(80, 84, 76, 70), numbered="— {} —")
    flow.heading(f"{draft.put('issuing_authority')}文件", draft.type("song-bold", 28, RED), after=16)
    flow.page.line(80, flow.y - 6, 519, flow.y - 6, RED, 1.6)
    flow.heading(
        f"关于{draft['issue_date'].year - 1}年度社会组织\n评估等级的{draft.pick('公告', '通告', '决定')}",
        draft.type("song-bold", 20),
        after=10,
    )
    flow.paragraph("各有关社会组织：", indent=0)
    flow.paragraph(
        f"根据《社会组织评估管理办法》，经自评申报、实地考察、专家评审和为期七日的社会公示（{day(before(draft['issue_date'], 20))}至{day(before(draft['issue_date'], 13))}），现将结果公布如下："
    )
    for number, count in enumerate(sorted({ours, *rng.sample(range(1, 6), 2)}, reverse=True)):
        grade = _grade(draft, "digit", "letters", "han") if count == ours else f"{count}A"
        names = [applicant(rng).name for _ in range(rng.randint(3, 9))]
        if count == ours:
            names.insert(rng.randrange(len(names) + 1), draft.put("organization_name"))
        flow.paragraph(
            f"{'一二三四'[number]}、{grade}级社会组织（{len(names)}家）", draft.type("hei", 15), indent=2
        )
        flow.paragraph(f"{'、'.join(names)}。")
    if rng.random() < 0.6:
        flow.paragraph(f"上述等级有效期为五年，自{until(draft, 'plain', '{}至{}止')}。")
    flow.signature([draft["issuing_authority"], when(draft, "issue_date", draft.pick("plain", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), draft["issuing_authority"])


@layout(KIND, "result_card", ("screenshot", "digital"))
def result_card(draft: Draft) -> None:
    """A card in the registry's programme on a phone: labels at the left, values at the right edge."""
    page = draft.page((375, 640), (245, 246, 248))
    status_bar(draft, page, draft.pick("评估信息", "社会组织查询"))
    page.rect((12, 80, 363, 420), None, fill=(255, 255, 255), radius=8)
    body = draft.type("hei", 14.5, leading=1.3)
    y = (
        page.paragraph(26, 94, 320, draft.put("organization_name"), draft.type("hei-bold", 17, leading=1.3))
        + 10
    )
    for name, value in (
        ("评估结果", _grade(draft, "digit", "letters")),
        ("证书编号", draft.put("certificate_number")),
        ("评定部门", draft.put("issuing_authority")),
        ("发证时间", when(draft, "issue_date", "iso")),
        ("有效期起", when(draft, "valid_from", "iso")),
        ("有效期止", when(draft, "valid_until", "iso")),
    ):
        page.text(26, y + 18, name, draft.type("hei", 13, (140, 140, 140)))
        page.text(348, y + 18, value, body, "right")
        y += 40
        page.line(26, y - 8, 348, y - 8, (236, 236, 236), 0.6)
    page.text(
        187,
        470,
        f"数据更新于 {day(after(draft['issue_date'], 30), 'iso')}",
        draft.type("hei", 11, (170, 170, 170)),
        "center",
    )
