"""Honours: a traditional certificate, a flag, a decision's last pages, a letter of thanks with an honour, a trophy's card, an account's list."""

from tests.corpus.draft import Draft
from tests.corpus.further.people import applicant, company, person
from tests.corpus.further.pieces import (
    GREY,
    day,
    desk,
    down,
    fitted,
    later,
    phone_top,
    red_head,
    scribble,
    stamp,
    when,
)
from tests.corpus.further.register import layout
from tests.corpus.page import A4, A4_LANDSCAPE, RED

KIND = "award"
_GOLD = (196, 150, 50)


def _recipient(draft: Draft, text: str | None = None) -> str:
    return draft.also("recipient_type", draft.put("recipient", text))


def _issuer(draft: Draft, text: str | None = None) -> str:
    return draft.also("authority_level", draft.put("issuing_authority", text))


def _whose(draft: Draft) -> str:
    """Where a person's own organization stands before the name."""
    return f"{draft.org.name}　" if draft["personal"] else ""


@layout(KIND, "traditional_letters")
def traditional_letters(draft: Draft) -> None:
    """榮譽證書 in traditional letters on a red field; honour in large letters, issuer at the left, day at the right."""
    page = draft.page(A4_LANDSCAPE, (252, 244, 226))
    page.rect((0, 0, 842, 150), None, fill=(170, 20, 26))
    page.text(421, 98, "榮 譽 證 書", draft.type("kai", 52, (240, 206, 110)), "center")
    page.rect((20, 20, 822, 575), _GOLD, 3)
    body = draft.type("kai", 22, leading=1.7)
    name = _recipient(draft)
    y = page.paragraph(90, 190, 660, f"{_whose(draft)}{name}{' 同志' if draft['personal'] else ''}：", body)
    y = page.paragraph(
        90,
        y,
        660,
        draft.pick("成绩突出，贡献显著，特授予", "在服务职工工作中表现突出，被评为", "经研究决定，授予"),
        body,
        indent=2,
    )
    honour = f"“{draft.put('honor_title')}”"
    page.text(421, y + 50, honour, fitted(draft, "hei-bold", 36, honour, 640, RED), "center")
    page.text(110, 500, _issuer(draft), draft.type("song-bold", 19))
    page.text(740, 500, when(draft, "issue_date", "han", "nil_han", "cn"), draft.type("song", 17), "right")
    draft.seal(page, (110 + 9.5 * len(draft["issuing_authority"]), 490), draft["issuing_authority"], 120)
    stamp(draft, page, (560, 440), 0.3)


@layout(KIND, "silk_flag", ("photo", "photo", "scan"))
def silk_flag(draft: Draft) -> None:
    """A silk banner on a wall: recipient downwards at the right, honour downwards in the middle, issuer and day at the left."""
    page = draft.page((620, 860), (214, 206, 196))
    page.scene = True
    page.rect((80, 60, 540, 780), _GOLD, 8, (176, 18, 28))
    gold = (250, 214, 90)
    recipient = draft["recipient"]
    down(
        page,
        480,
        110,
        ("" if draft["personal"] else "授予：") + _recipient(draft),
        draft.type("hei", min(24.0, 560 / (len(recipient) + 3)), gold),
    )
    title = draft["honor_title"]
    down(
        page,
        310,
        130,
        draft.put("honor_title"),
        draft.type("song-bold", min(52.0, 560 / (len(title) * 1.14)), gold),
    )
    issuer = draft["issuing_authority"]
    down(page, 170, 330, _issuer(draft), draft.type("hei", min(22.0, 400 / (len(issuer) * 1.14)), gold))
    down(page, 130, 470, when(draft, "issue_date", "han"), draft.type("hei", 17, gold))


@layout(KIND, "decision_with_annex", ("digital", "scan", "poor", "docx"))
def decision_with_annex(draft: Draft) -> None:
    """A decision under a red head; its annex on the second page lists the honoured in groups, ours among others of its honour."""
    rng, personal, issued = draft.rng, draft["personal"], draft["issue_date"]
    flow = draft.flow(draft.type("fang", 15.5, leading=1.85), margins=(80, 84, 76, 72), numbered="— {} —")
    red_head(draft, flow, _issuer(draft), draft.put("document_number"), suffix="文件")
    flow.heading(
        f"关于授予{'部分单位和个人' if personal else '有关单位'}\n荣誉称号的决定",
        draft.type("song-bold", 20),
        after=10,
    )
    flow.paragraph("各有关单位：", indent=0)
    flow.paragraph(
        f"为弘扬劳模精神、劳动精神、工匠精神，经逐级推荐、审核公示，决定对涌现出来的先进典型予以表彰，授予{company(rng, draft.org.place)}等单位“先进示范点”称号，授予附件所列{'同志' if personal else '单位'}“{draft.put('honor_title')}”称号。"
    )
    flow.paragraph("希望受表彰的单位和个人珍惜荣誉、再接再厉。附件：名单")
    flow.signature([draft["issuing_authority"], when(draft, "issue_date", "cn", "han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), draft["issuing_authority"])
    flow.paragraph(
        f"{draft['issuing_authority']}办公室　　　　{later(issued, 1).month}月印发",
        draft.type("fang", 12),
        indent=0,
    )
    flow.new_page()
    flow.paragraph("附件", draft.type("hei", 15), indent=0)
    flow.heading("名　　单", draft.type("song-bold", 19), after=8)
    flow.paragraph("一、先进示范点（4个）", draft.type("hei", 14), indent=2)
    for _ in range(4):
        flow.paragraph(company(rng, draft.org.place), indent=2)
    size = rng.randint(6, 11)
    flow.paragraph(
        f"二、{draft.again('honor_title')}（{size}{'名' if personal else '个'}）",
        draft.type("hei", 14),
        indent=2,
    )
    at = rng.randrange(size)
    for n in range(size):
        if n == at:
            flow.paragraph(
                f"{_recipient(draft)}　{draft.org.name}" if personal else _recipient(draft), indent=2
            )
        else:
            flow.paragraph(
                f"{person(rng)}　{company(rng, draft.org.place)}" if personal else applicant(rng).name,
                indent=2,
            )


@layout(KIND, "framed_on_desk", ("photo", "photo", "poor"))
def framed_on_desk(draft: Draft) -> None:
    """An upright award in a frame, photographed on a desk: English above, honour before recipient, number in a corner."""
    page = desk(draft, (760, 860), (60, 40, 640, 810), (250, 246, 236))
    page.rect((76, 56, 624, 794), (110, 70, 30), 10)
    page.text(
        350, 140, "HONORARY CREDENTIAL", draft.type("song", 17, (150, 110, 50), latin="times"), "center"
    )
    page.text(
        350, 190, draft.pick("奖　状", "荣誉证书", "授　匾"), draft.type("song-bold", 38, RED), "center"
    )
    honour = draft.put("honor_title")
    page.text(350, 290, honour, fitted(draft, "kai", 32, honour, 440), "center")
    page.text(
        350,
        344,
        draft.pick("授予", "颁给", "获奖单位") if not draft["personal"] else "授予",
        draft.type("song", 15),
        "center",
    )
    name = _recipient(draft)
    page.text(350, 400, name, fitted(draft, "song-bold", 24, name, 440), "center")
    if draft["personal"]:
        page.text(350, 436, draft.org.name, fitted(draft, "song", 15, draft.org.name, 440), "center")
    page.text(350, 640, _issuer(draft), fitted(draft, "song", 20, draft["issuing_authority"], 420), "center")
    page.text(350, 680, when(draft, "issue_date", "cn", "wide_dots", "han"), draft.type("song", 17), "center")
    page.text(100, 770, f"文号：{draft.put('document_number')}", draft.type("song", 11))
    draft.seal(page, (draft.rng.uniform(360, 420), 650), draft["issuing_authority"], 122)


@layout(KIND, "account_list", ("screenshot", "screenshot", "photo"))
def account_list(draft: Draft) -> None:
    """An account's post with the list of an honour: many names, ours among them; the account isn't the issuer."""
    rng, personal = draft.rng, draft["personal"]
    page = draft.page((375, 900))
    phone_top(draft, page, "")
    y = (
        page.paragraph(
            18,
            76,
            340,
            f"喜报！{draft['issue_date'].year}年这些{'个人' if personal else '单位'}上榜",
            draft.type("hei-bold", 20, leading=1.35),
        )
        + 4
    )
    page.text(
        18,
        y + 12,
        f"{draft.org.place.city[:-1]}城事　{day(later(draft['issue_date'], 2), 'iso')} 18:3{rng.randint(0, 9)}",
        draft.type("hei", 11.5, GREY),
    )
    body = draft.type("hei", 15, (50, 50, 50), leading=1.75)
    y = (
        page.paragraph(
            18,
            y + 34,
            340,
            f"{when(draft, 'issue_date', 'cn')}，{_issuer(draft)}印发{draft.put('document_number')}，授予下列{'同志' if personal else '单位'}“{draft.put('honor_title')}”称号：",
            body,
            indent=2,
        )
        + 8
    )
    size = rng.randint(8, 11)
    at = rng.randrange(size)
    for n in range(size):
        line = (
            (f"{_recipient(draft)}（{draft.org.name}）" if personal else _recipient(draft))
            if n == at
            else (f"{person(rng)}（{company(rng, draft.org.place)}）" if personal else applicant(rng).name)
        )
        y = page.paragraph(18, y, 340, line, body, align="center" if not personal else "left")
    page.text(18, y + 34, f"来源：综合　编辑：{person(rng)}", draft.type("hei", 11.5, GREY))
    page.text(
        18,
        y + 58,
        f"阅读 {rng.randint(200, 9000)}　♡ {rng.randint(3, 80)}".replace("♡", "赞"),
        draft.type("hei", 11.5, GREY),
    )


@layout(KIND, "praise_letter", ("digital", "scan", "photo", "poor"))
def praise_letter(draft: Draft) -> None:
    """A circular of praise to one: number on the right, the honour in the running text, no title of the honour on top."""
    flow = draft.flow(draft.type("fang", 16, leading=1.95), margins=(82, 96, 78, 70))
    flow.heading(
        _issuer(draft),
        draft.type("song-bold", min(26.0, 430 / len(draft["issuing_authority"])), RED),
        after=2,
    )
    flow.paragraph(draft.put("document_number"), indent=0, align="right", after=2)
    flow.page.line(82, flow.y, 517, flow.y, RED, 1.6)
    flow.space(22)
    flow.heading(
        draft.pick("表彰通报", "关于通报表扬的决定", "嘉　奖　令"), draft.type("song-bold", 24), after=14
    )
    flow.paragraph(
        f"{draft.pick('近年来', '今年以来')}，{_whose(draft)}{_recipient(draft)}{'同志' if draft['personal'] else ''}扎根基层一线，服务职工群众，工作扎实，事迹感人。为表彰先进，决定授予{'其' if draft['personal'] else '该单位'}{draft.put('honor_title')}荣誉。"
    )
    flow.paragraph("望珍惜荣誉，戒骄戒躁，在新的起点上作出更大贡献。")
    flow.signature([draft["issuing_authority"], when(draft, "issue_date", "cn", "han", "zero")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["issuing_authority"])
    if draft.rng.random() < 0.5:
        scribble(draft, flow.page, "请存荣誉室", 90, 60)


@layout(KIND, "four_field_table", ("digital", "scan", "poor"))
def four_field_table(draft: Draft) -> None:
    """荣誉登记表 filled by the issuer: label above value and value beside label in one table, seal in its last cell."""
    page = draft.page(A4)
    page.text(297, 96, draft.pick("先进典型登记证明", "荣誉授予登记表"), draft.type("hei-bold", 22), "center")
    body = draft.type("song", 14.5, leading=1.4)
    y = 140.0
    cells = [
        ("获奖者", _recipient(draft)), ("所在单位", draft.org.name if draft["personal"] else "（本单位）"), ("荣誉名称", draft.put("honor_title")), ("授予机关", _issuer(draft)),
        ("批准文号", draft.put("document_number")), ("授予日期", when(draft, "issue_date", "iso", "cn", "wide_dots")),
    ]  # fmt: skip
    for name, value in cells:
        page.rect((70, y, 190, y + 62), (70, 70, 70), 0.8, (244, 240, 232))
        page.rect((190, y, 525, y + 62), (70, 70, 70), 0.8)
        page.text(130, y + 38, name, draft.type("hei", 14), "center")
        page.paragraph(202, y + 10 if len(value) > 40 else y + 20, 310, value, body)
        y += 62
    page.rect((70, y, 525, y + 130), (70, 70, 70), 0.8)
    page.text(84, y + 26, "授予机关（盖章）", body)
    draft.seal(page, (400, y + 66), draft["issuing_authority"], 108)
