"""Grades: a plate by the rules of 2022, a bilingual certificate, a ministry-like certificate, a notice's annex, a news of conferral."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import applicant
from tests.corpus.further.pieces import (
    day,
    desk,
    fitted,
    later,
    red_head,
    site,
    site_foot,
    span,
    stamp,
    when,
)
from tests.corpus.further.register import layout
from tests.corpus.page import A4, A4_LANDSCAPE, RED

KIND = "grade_certificate"
_HAN = "零一二三四五"


def _grade(draft: Draft, *forms: str) -> str:
    count = int(draft["grade"][0])
    text = {
        "A": "A" * count,
        "digit": f"{count}A",
        "full": "Ａ" * count,
        "wide": f"{chr(0xFF10 + count)}Ａ",
        "han": f"{_HAN[count]}A",
        "both": f"{count}A（{'A' * count}）",
    }[draft.pick(*forms)]
    return draft.put("grade", text)


def _region(draft: Draft) -> str:
    authority = str(draft["issuing_authority"])
    return "江苏省" if authority.startswith("江苏省") else authority.removesuffix("民政局")


@layout(KIND, "plate_of_level", ("photo", "photo", "scan"))
def plate_of_level(draft: Draft) -> None:
    """A plate: region and words of the level above, the letters in the middle, term and issuer below; the name on a strip under it."""
    page = draft.page((860, 640), (188, 190, 192))
    page.scene = True
    page.rect((70, 40, 790, 500), (150, 120, 50), 4, (233, 206, 130))
    ink = (150, 16, 20)
    page.text(
        430,
        140,
        f"{_region(draft)}社会组织评估等级",
        fitted(draft, "song-bold", 46, _region(draft) + "社会组织评估等级", 640, ink),
        "center",
    )
    page.text(
        430, 280, _grade(draft, "A", "digit"), draft.type("song-bold", 110, ink, latin="times-bold"), "center"
    )
    page.text(
        430,
        350,
        f"（{span(draft, draft.pick('dots', 'cn'), '{}—{}')}）",
        draft.type("hei", 19, ink),
        "center",
    )
    page.text(430, 420, draft.put("issuing_authority"), draft.type("song-bold", 27, ink), "center")
    page.text(430, 462, when(draft, "issue_date", "han", "cn"), draft.type("song", 21, ink), "center")
    page.rect((190, 530, 670, 590), (120, 120, 120), 1, (250, 250, 250))
    page.text(
        430,
        568,
        draft.put("organization_name"),
        fitted(draft, "hei", 22, draft["organization_name"], 440),
        "center",
    )


@layout(KIND, "sentence_with_grade")
def sentence_with_grade(draft: Draft) -> None:
    """A certificate in one sentence, grade in the middle of the line in large type, number at the foot on the left."""
    page = draft.page(A4_LANDSCAPE, (255, 252, 240))
    page.rect((26, 26, 816, 569), (190, 150, 70), 7)
    page.rect((46, 46, 796, 549), (190, 150, 70), 1)
    page.text(421, 126, "证　书", draft.type("kai", 46, RED), "center")
    y = page.paragraph(110, 168, 620, f"{draft.put('organization_name')}：", draft.type("kai", 21))
    form = draft.pick(
        "根据社会组织评估结果，你单位被评定为　{}　级。有效期：{}。", "经评估，授予你单位社会组织评估等级　{}　，有效期自{}。", "在{y}年度社会组织等级评估中，你单位获　{}　等级（有效期{}）。"
    ).replace("{y}", str(later(draft["issue_date"], -200).year))  # fmt: skip
    page.paragraph(
        110,
        y + 8,
        620,
        form.format(_grade(draft, "digit", "A", "full", "wide"), span(draft, "cn")),
        draft.type("kai", 21, leading=1.8),
        indent=2,
    )
    page.text(110, 508, f"编号：{draft.put('certificate_number')}", draft.type("song", 13))
    page.text(620, 470, draft.put("issuing_authority"), draft.type("song-bold", 19), "center")
    page.text(620, 506, when(draft, "issue_date", "han", "cn", "nil_han"), draft.type("song", 17), "center")
    draft.seal(page, (draft.rng.uniform(610, 680), 482), draft["issuing_authority"], 122)
    stamp(draft, page, (260, 430), 0.3)


@layout(KIND, "bilingual_grade", ("digital", "scan", "photo"))
def bilingual_grade(draft: Draft) -> None:
    """A bilingual certificate on an upright sheet, day of issue in English too, label above value."""
    page = draft.page(A4)
    page.rect((36, 36, 559, 806), (20, 90, 130), 3)
    page.text(297, 120, "社会组织评估等级证书", draft.type("hei-bold", 27, (20, 70, 110)), "center")
    page.text(
        297,
        144,
        "Certificate of Assessment Grade for Social Organizations",
        draft.type("song", 11, latin="times"),
        "center",
    )
    small, body = draft.type("hei", 9.5, (120, 130, 140)), draft.type("song-bold", 18, leading=1.35)
    y = 210.0
    for name, value in (
        ("组织名称 / Name", draft.put("organization_name")), ("评估等级 / Grade", f"{_grade(draft, 'A', 'digit')}"), ("证书编号 / Certificate No.", draft.put("certificate_number")),
        ("有效期限 / Valid", span(draft, "slash", "{} - {}")), ("发证机关 / Issued by", draft.put("issuing_authority")),
    ):  # fmt: skip
        page.text(297, y, name, small, "center")
        y = page.paragraph(80, y + 6, 435, value, body, align="center") + 34
    page.text(297, 720, when(draft, "issue_date", "english", "cn"), draft.type("song", 14), "center")
    draft.seal(page, (400, 690), draft["issuing_authority"], 112)


@layout(KIND, "annex_over_pages", ("digital", "scan", "poor", "docx"))
def annex_over_pages(draft: Draft) -> None:
    """An announcement whose table of results goes on over pages: merged cells of grades, ours somewhere; the end of term in the text."""
    rng, ours = draft.rng, int(draft["grade"][0])
    flow = draft.flow(draft.type("fang", 15, leading=1.75), margins=(78, 80, 74, 70), numbered="- {} -")
    red_head(
        draft,
        flow,
        draft.put("issuing_authority"),
        f"民公告〔{draft['issue_date'].year}〕{rng.randint(1, 40)}号",
    )
    flow.heading("关于社会组织等级评估结果的公告", draft.type("song-bold", 20), after=10)
    flow.paragraph(
        f"经社会组织评估委员会终评，现将获评等级的社会组织予以公告。评估等级有效期自{span(draft, 'cn')}。牌匾、证书另行颁发。"
    )
    flow.signature([draft["issuing_authority"], when(draft, "issue_date", "cn", "han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), draft["issuing_authority"])
    flow.new_page()
    flow.paragraph("附件", draft.type("hei", 15), indent=0)
    flow.heading("社会组织评估等级名单", draft.type("song-bold", 18), after=8)
    table: list[list[Cell | str]] = [
        [Cell("等级", bold=True), Cell("序号", bold=True), Cell("社会组织名称", bold=True)]
    ]
    number = 0
    for count in sorted({ours, *rng.sample(range(1, 6), 3)}, reverse=True):
        size = rng.randint(6, 11)
        at = rng.randrange(size)
        for n in range(size):
            number += 1
            mine = count == ours and n == at
            head = (
                [Cell(_grade(draft, "digit", "A") if count == ours else f"{count}A", rows=size)]
                if n == 0
                else []
            )
            table.append(
                [
                    *head,
                    str(number),
                    Cell(draft.put("organization_name") if mine else applicant(rng).name, align="left"),
                ]
            )
    flow.table(table, (1, 1, 6), draft.type("song", 12, leading=1.3), least=25)


@layout(KIND, "site_list", ("digital", "screenshot", "html"))
def site_list(draft: Draft) -> None:
    """A bureau's page with the list of valid grades: one row is ours, with grade, number, days; navigation and foot around."""
    rng = draft.rng
    flow = draft.flow(draft.type("hei", 10.5, leading=1.4), size=(860, 640), margins=(40, 120, 40, 56))
    site(
        draft,
        flow.page,
        f"{_region(draft)}社会组织评估专栏",
        (24, 92, 160),
        "首页　评估动态　政策文件　结果公示　下载中心",
        "首页 > 结果公示 > 有效等级查询",
    )
    site_foot(draft, flow.page, draft["issuing_authority"])
    flow.heading("社会组织有效评估等级一览", draft.type("hei-bold", 16), after=8)
    fill = (230, 238, 248)
    table: list[list[Cell | str]] = [
        [Cell(one, fill=fill) for one in ("序号", "单位名称", "等级", "证书号", "授予时间", "有效期")]
    ]
    at = rng.randint(1, 7)
    for n in range(1, 9):
        if n == at:
            table.append(
                [
                    str(n),
                    Cell(draft.put("organization_name"), align="left"),
                    _grade(draft, "digit", "A"),
                    draft.put("certificate_number"),
                    when(draft, "issue_date", "iso"),
                    span(draft, "iso", "{} 至 {}"),
                ]
            )
        else:
            given = later(draft["issue_date"], rng.randint(-600, 300))
            table.append(
                [
                    str(n),
                    Cell(applicant(rng).name, align="left"),
                    f"{rng.randint(1, 5)}A",
                    f"P{given.year}{rng.randint(100, 999)}",
                    day(given, "iso"),
                    f"{day(given, 'iso')} 至 {day(later(given, 1826), 'iso')}",
                ]
            )
    flow.table(table, (0.6, 4, 0.8, 1.5, 1.4, 2.6), least=34, rule=(200, 208, 220))
    flow.paragraph(
        f"发布单位：{draft.put('issuing_authority')}　共 8 条　第 1/1 页",
        draft.type("hei", 9),
        indent=0,
        align="right",
    )


@layout(KIND, "plate_and_certificate", ("photo", "photo"))
def plate_and_certificate(draft: Draft) -> None:
    """Plate and certificate in one picture on a desk; the certificate carries the facts, the plate repeats the grade."""
    page = desk(draft, (980, 620), (36, 60, 470, 560), (255, 253, 246))
    page.rect((50, 74, 456, 546), (180, 40, 40), 2)
    page.text(253, 140, "社会组织评估等级证书", draft.type("song-bold", 25, RED), "center")
    body = draft.type("kai", 16, leading=1.6)
    y = page.paragraph(74, 178, 360, f"{draft.put('organization_name')}：", body)
    y = page.paragraph(
        74,
        y + 4,
        360,
        f"经综合评定，你单位评估等级为{_grade(draft, 'digit', 'han')}级。有效期至{when(draft, 'valid_until', 'cn')}。",
        body,
        indent=2,
    )
    page.text(74, y + 40, f"证书编号：{draft.put('certificate_number')}", draft.type("song", 13))
    page.text(330, 470, draft.put("issuing_authority"), draft.type("song", 15), "center")
    page.text(330, 498, when(draft, "issue_date", "cn", "zero"), draft.type("song", 15), "center")
    draft.seal(page, (340, 478), draft["issuing_authority"], 104)
    page.rect((510, 130, 820, 350), (120, 90, 30), 3, (226, 192, 110))
    page.text(
        665,
        230,
        draft.again("grade", "A" * int(draft["grade"][0])),
        draft.type("song-bold", 54, (140, 16, 20), latin="times-bold"),
        "center",
    )
    page.text(
        665,
        280,
        f"{_region(draft)}社会组织",
        fitted(draft, "hei", 20, _region(draft) + "社会组织", 280, (140, 16, 20)),
        "center",
    )
