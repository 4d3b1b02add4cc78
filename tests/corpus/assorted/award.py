"""Honours: a decision with tables over pages, a plate, a certificate set downwards, a bilingual medal's card, a site's notice."""

from tests.corpus.assorted.people import applicant, company, person
from tests.corpus.assorted.pieces import GREY, copy_stamp, down
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.page import RED
from tests.corpus.varied.pieces import after, before, day, when

KIND = "award"


def _recipient(draft: Draft) -> str:
    return draft.also("recipient_type", draft.put("recipient"))


def _issuer(draft: Draft) -> str:
    return draft.also("authority_level", draft.put("issuing_authority"))


@layout(KIND, "tables_over_pages", ("digital", "scan", "poor", "docx"), needs="!authority_level=other")
def tables_over_pages(draft: Draft) -> None:
    """A red head and a decision; the recipients in an annex' tables over pages, one table for each honour."""
    rng, issued = draft.rng, draft["issue_date"]
    flow = draft.flow(draft.type("fang", 15, leading=1.8), margins=(76, 80, 72, 68), numbered="- {} -")
    flow.space(20)
    flow.heading(
        f"{_issuer(draft)}文件",
        draft.type("song-bold", min(34.0, 420 / (len(draft["issuing_authority"]) + 2)), RED),
        after=24,
    )
    flow.paragraph(draft.put("document_number"), indent=0, align="center", after=4)
    flow.page.line(76, flow.y, 523, flow.y, RED, 2)
    flow.space(22)
    main = draft.put("honor_title")
    flow.heading(
        f"{draft['issuing_authority']}\n关于授予“{main}”等{draft.pick('荣誉', '称号')}的决定",
        draft.type("song-bold", 19),
        after=12,
    )
    flow.paragraph("各市、县（区）有关单位，各产业系统：", indent=0)
    flow.paragraph(
        f"去年以来，广大干部职工团结奋进，创先争优活动成效显著。经基层推荐、民主评议、{day(before(issued, 12))}公示期满无异议，决定对名单所列集体和个人予以授牌颁证（名单附后）。"
    )
    flow.paragraph("希望获得荣誉的集体和个人戒骄戒躁，再立新功。", after=10)
    flow.signature([draft["issuing_authority"], when(draft, "issue_date", draft.pick("han", "plain"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), draft["issuing_authority"])
    flow.new_page()
    flow.paragraph("附件1", draft.type("hei", 14), indent=0)
    personal = bool(draft["personal"])
    small = draft.type("song", 11.5, leading=1.45)
    other = rng.choice(("工作先进集体", "优秀组织单位", "先进班组"))
    for number, (name, mine) in enumerate(rng.sample([(main, True), (other, False)], 2)):
        flow.heading(
            f"{name}名单" if number == 0 else f"附件2　{name}名单", draft.type("song-bold", 17), after=6
        )
        people_here = mine and personal
        rows: list[list[str]] = []
        count = rng.randint(24, 60)
        spot = rng.randrange(count)
        for at in range(count):
            unit = applicant(rng).name if rng.random() < 0.5 else company(rng, draft.org.place)
            if mine and at == spot:
                rows.append(
                    [str(at + 1), _recipient(draft), draft.org.name if personal else draft.org.place.full]
                )
            elif people_here:
                rows.append([str(at + 1), person(rng), unit])
            else:
                rows.append(
                    [str(at + 1), unit, rng.choice((draft.org.place.full, draft.org.place.city, "省直"))]
                )
        head = ["序号", "姓名", "单位及职务"] if people_here else ["序号", "单位名称", "推荐地区"]
        flow.table(
            [[Cell(one, bold=True) for one in head], *rows],
            (0.8, 2, 5) if people_here else (0.8, 5, 2),
            small,
        )


@layout(KIND, "plate", ("photo", "photo", "scan"))
def plate(draft: Draft) -> None:
    """A red and gold plate: the honour in the middle, the recipient before it or not far above, issuer and month below."""
    page = draft.page((820, 560), (188, 182, 174))
    page.rect((50, 40, 770, 520), (110, 20, 20), 10, (226, 190, 104), radius=6)
    page.rect((72, 62, 748, 498), (150, 20, 24), 1.5)
    ink = (150, 16, 22)
    lead = draft.pick("授予：", "授予　", "")
    name = f"{lead}{_recipient(draft)}"
    page.text(
        410, 136, name, draft.type("kai", min(28, 620 / (len(draft["recipient"]) + len(lead))), ink), "center"
    )
    title = draft["honor_title"]
    page.text(
        410, 276, draft.put("honor_title"), draft.type("song-bold", min(64, 640 / len(title)), ink), "center"
    )
    page.text(410, 416, _issuer(draft), draft.type("hei", 26, ink), "center")
    style = draft.pick("han", "plain")
    page.text(410, 462, when(draft, "issue_date", style), draft.type("hei", 20, ink), "center")


@layout(KIND, "set_downwards", ("scan", "photo", "digital", "poor"))
def set_downwards(draft: Draft) -> None:
    """A certificate set downwards, columns from right to left, the day in Chinese numerals at the left."""
    page = draft.page((760, 540), (252, 240, 220))
    page.rect((24, 24, 736, 516), (170, 40, 30), 4)
    page.rect((34, 34, 726, 506), (200, 150, 80), 1)
    for n, one in enumerate(draft.pick("荣誉证书", "表彰证书")):
        page.text(668, 130 + n * 82, one, draft.type("kai", 56, RED), "center")
    body = draft.type("kai", 20)
    suffix = "同志" if draft["personal"] else ""
    name = draft["recipient"] + suffix
    down(page, 590, 62, f"{_recipient(draft)}{suffix}", body.but(size=min(20.0, 430 / (len(name) * 1.15))))
    down(page, 540, 100, f"在{draft['issue_date'].year - 1}年度工作中成绩突出", body)
    down(page, 490, 62, "被授予", body)
    title = draft["honor_title"]
    down(
        page,
        430,
        120,
        draft.put("honor_title"),
        draft.type("song-bold", min(30.0, 370 / (len(title) * 1.15)), RED),
    )
    down(page, 370, 62, "特颁此证以资鼓励", body)
    issuer = draft["issuing_authority"]
    down(page, 220, 90, _issuer(draft), body.but(size=min(20.0, 390 / (len(issuer) * 1.15))))
    down(page, 150, 150, when(draft, "issue_date", "han"), body.but(size=18.0))
    draft.seal(page, (210, 330), issuer, 112)


@layout(KIND, "bilingual_card")
def bilingual_card(draft: Draft) -> None:
    """A card of a medal or prize: Chinese and English labels, a number, who conferred it."""
    page = draft.page((620, 430), (255, 252, 246))
    page.rect((16, 16, 604, 414), (30, 60, 120), 2)
    page.rect((16, 16, 604, 74), None, fill=(30, 60, 120))
    page.text(
        310,
        54,
        draft.pick("获奖证明　CERTIFICATE OF AWARD", "荣誉证明　HONOUR CERTIFICATE"),
        draft.type("hei", 20, (255, 255, 255)),
        "center",
    )
    label, body = draft.type("hei", 11, GREY), draft.type("song", 16, leading=1.3)
    y = 96.0
    who = "姓名 Name" if draft["personal"] else "单位 Organization"
    for name, value in (
        (who, _recipient(draft)),
        ("奖项 Honour", draft.put("honor_title")),
        ("文号 Ref. No.", draft.put("document_number")),
        ("授予单位 Conferred by", _issuer(draft)),
        ("日期 Date", when(draft, "issue_date", draft.pick("dots", "iso", "plain"))),
    ):
        page.text(48, y + 14, name, label)
        y = max(y + 50, page.paragraph(200, y - 4, 380, value, body) + 16)
    draft.seal(page, (520, 350), draft["issuing_authority"], 94)
    copy_stamp(draft, page, (330, 380), 0.3)


@layout(KIND, "site_notice", ("html", "screenshot", "digital", "txt"), needs="!authority_level=other")
def site_notice(draft: Draft) -> None:
    """A notice on a site: index block above, list of recipients by line, ours with its place behind a space."""
    rng, issued = draft.rng, draft["issue_date"]
    flow = draft.flow(draft.type("hei", 13, leading=1.75), size=(760, 1000), margins=(50, 44, 50, 40))
    flow.table(
        [
            ["索 引 号", f"0143{rng.randrange(10**5, 10**6)}/{issued.year}-00{rng.randint(100, 999)}", "发布机构", _issuer(draft)],
            ["文　　号", draft.put("document_number"), "成文日期", when(draft, "issue_date", draft.pick("iso", "plain"))],
            ["发布日期", day(after(issued, rng.randint(1, 5)), "iso"), "时　　效", "有效"],
        ],
        (1, 2.6, 1, 2.8), draft.type("hei", 11, (70, 70, 70), leading=1.4), rule=(210, 214, 220),
    )  # fmt: skip
    flow.space(14)
    main = draft.put("honor_title")
    flow.heading(
        f"关于公布{issued.year - 1}年度{main}{draft.pick('名单', '评选结果', '认定结果')}的通知",
        draft.type("hei-bold", 20),
        after=12,
    )
    flow.paragraph(
        "各有关单位：\n根据评选办法，经审核研究，现将结果予以公布。请各单位加强宣传，发挥示范引领作用。",
        indent=2,
        after=6,
    )
    lines = [
        f"{person(rng)}　{applicant(rng).name}" if draft["personal"] else f"{applicant(rng).name}　{rng.choice((draft.org.place.full, draft.org.place.city))}"
        for _ in range(rng.randint(6, 15))
    ]  # fmt: skip
    ours = f"{_recipient(draft)}　{draft.org.name if draft['personal'] else draft.org.place.full}"
    lines.insert(rng.randrange(len(lines)), ours)
    for one in lines:
        flow.paragraph(one, indent=2)
    flow.paragraph("打印本页　关闭窗口", draft.type("hei", 11, GREY), indent=0, align="right")
