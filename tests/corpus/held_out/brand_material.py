"""品牌: slides, a folded brochure, a case form as unions collect them, a card of a brand on the organization's account."""

import random

from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import GREY, deeds, snapshot, telephone, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import work_papers as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.world import Organization

KIND = "brand_material"


def _change(rng: random.Random, org: Organization, _values: Values) -> Values:
    title = rng.choice(
        (
            f"“{org.brand}”职工服务品牌简介",
            f"{org.brand}——职工身边的贴心品牌",
            f"打造“{org.brand}”　温暖一座城",
            f"“{org.brand}”服务职工优秀品牌案例",
            f"一群人、一件事：“{org.brand}”品牌故事",
        )
    )
    return {"title": title}


told_anew(KIND, _change)


@layout(KIND, "slides", ("digital", "digital", "screenshot"))
def slides(draft: Draft) -> None:
    """Slides as PDF: a cover with title, body and month, then one thought a page with points."""
    tint = draft.rng.choice(((28, 92, 168), (186, 40, 40), (22, 130, 110), (200, 110, 20)))
    white = draft.type("hei-bold", 34, (255, 255, 255), leading=1.35)
    page = draft.page((720, 405), tint)
    page.rect((0, 290, 720, 405), None, fill=(255, 255, 255))
    page.paragraph(50, 96, 620, draft.put("title"), white)
    hei = draft.type("hei", 18, leading=1.6)
    page.text(50, 338, draft.put("organization_name"), hei)
    month = draft["date"].strftime("%Y-%m")
    page.text(50, 370, draft.date("date", draft.pick("cn", "dot"), month), hei.but(size=15, colour=GREY))
    said = deeds(draft, 4)
    for number, head in enumerate(("缘起：职工需要什么", "做法：我们做了什么", "成效：带来哪些变化")):
        page = draft.page((720, 405))
        page.rect((0, 0, 720, 62), None, fill=tint)
        page.text(40, 42, f"0{number + 1}  {head}", draft.type("hei-bold", 24, (255, 255, 255)))
        page.picture(snapshot(draft.rng), (440, 100, 690, 253))
        y = 92.0
        for one in (f"● 品牌名称：{draft.org.brand}", f"● {said[number]}", f"● {said[-1]}")[
            : 3 if number == 2 else 2
        ]:
            y = page.paragraph(40, y, 376, one, hei.but(size=15)) + 10
        page.text(690, 390, f"{number + 2}", hei.but(size=10, colour=GREY), "right")


@layout(KIND, "brochure", ("digital", "scan", "photo"))
def brochure(draft: Draft) -> None:
    """A leaf folded in three: contact at the left, deeds in the middle, the brand's name and title at the right."""
    org = draft.org
    tint = draft.rng.choice(((226, 240, 250), (255, 240, 226), (232, 246, 232)))
    page = draft.page((842, 595), (255, 255, 255))
    page.rect((562, 0, 842, 595), None, fill=tint)
    for x in (281, 562):
        page.line(x, 0, x, 595, (220, 220, 220), 0.6)
    song, hei = draft.type("song", 12.5, leading=1.7), draft.type("hei-bold", 16, (40, 90, 150))
    page.text(30, 70, "联系我们", hei)
    contact = f"{draft.put('organization_name')}\n地址：{org.address}\n电话：{org.phone}\n服务时间：工作日9:00—20:00"
    y = page.paragraph(30, 90, 222, contact, song)
    page.picture(snapshot(draft.rng), (30, y + 30, 252, y + 166))
    page.text(
        30,
        560,
        f"{draft.date('date', draft.pick('cn', 'dot'))}{draft.pick('印', '第一版')}",
        song.but(size=10, colour=GREY),
    )
    page.text(311, 70, "我们做了什么", hei)
    y = 90.0
    for one in deeds(draft, 3):
        y = page.paragraph(311, y, 222, f"◆ {one}。", song) + 8
    page.text(702, 160, org.brand, draft.type("kai", min(40, 240 / len(org.brand)), (190, 60, 30)), "center")
    page.paragraph(592, 200, 222, draft.put("title"), draft.type("hei-bold", 17, leading=1.5), align="center")
    page.picture(snapshot(draft.rng), (592, 300, 812, 434))
    page.text(702, 480, "有事您说话", draft.type("kai", 22), "center")


@layout(KIND, "case_form", ("docx", "docx", "digital", "scan", "poor"))
def case_form(draft: Draft) -> None:
    """A collecting form: title of the case, who sends it, background, practice and effect each in a tall cell."""
    flow = draft.flow(draft.type("fang", 13, leading=1.6), numbered="{}")
    flow.paragraph("附件2", draft.type("hei", 14), indent=0)
    flow.heading(
        draft.pick("服务品牌案例征集表", "职工服务品牌推荐材料"), draft.type("song-bold", 21), after=8
    )
    said = deeds(draft, 4)
    rows: list[list[Cell | str]] = [
        ["案例标题", Cell(draft.put("title"), 3)],
        ["报送单位", Cell(draft.put("organization_name"), 3)],
        [
            "创建时间",
            f"{draft['date'].year - draft.rng.randint(2, 6)}年",
            "报送时间",
            draft.date("date", draft.pick("dot", "cn", "iso")),
        ],
        [
            "品牌背景",
            Cell(f"针对一线职工时间碎、诉求散的实际，着手培育“{draft.org.brand}”。", 3, align="left"),
        ],
        ["主要做法", Cell(f"1.{said[0]}。\n2.{said[1]}。", 3, align="left")],
        ["取得成效", Cell(f"{said[2]}；{said[3]}。", 3, align="left")],
        ["品牌标识\n说　　明", Cell("以握手和屋檐为形，寓意娘家人撑起一片天。", 3, align="left")],
    ]
    flow.table(rows, (1.5, 2.6, 1.5, 2.6), least=34)


@layout(KIND, "account_page", ("screenshot", "screenshot", "digital"))
def account_page(draft: Draft) -> None:
    """The brand told on the organization's account: title, account and day, a lead line, pictures and numbered parts."""
    page = telephone(draft, 1120)
    y = page.paragraph(20, 76, 350, draft.put("title"), draft.type("hei-bold", 20, leading=1.4)) + 6
    small = draft.type("hei", 12, GREY)
    page.paragraph(20, y, 350, f"原创　{draft.put('organization_name')}", small.but(colour=(80, 110, 165)))
    page.text(20, y + 50, f"{draft.date('date', draft.pick('iso', 'cn'))} 18:30　江苏", small)
    body = draft.type("hei", 14.5, (60, 60, 60), leading=1.7)
    y = (
        page.paragraph(
            20, y + 66, 350, f"“{draft.org.brand}”走过的每一步，都有职工的脚印。", body, align="center"
        )
        + 8
    )
    page.picture(snapshot(draft.rng), (20, y, 370, y + 200))
    y += 214
    for number, one in enumerate(deeds(draft, 3), start=1):
        page.text(195, y + 20, f"PART 0{number}", draft.type("hei-bold", 15, (200, 70, 40)), "center")
        y = page.paragraph(20, y + 32, 350, f"{one}。", body) + 8
    page.text(195, y + 30, "— END —", small, "center")
