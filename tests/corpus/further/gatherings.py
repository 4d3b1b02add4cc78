"""Meetings, activities, studies, brands: notebooks, briefings, posts, forms."""

from tests.corpus.draft import Draft, Drawing
from tests.corpus.flow import Cell
from tests.corpus.further import prose
from tests.corpus.further.people import applicant, person
from tests.corpus.further.pieces import (
    GREY,
    WHITE,
    day,
    desk,
    fitted,
    later,
    phone_top,
    site,
    site_foot,
    tall,
    when,
)
from tests.corpus.further.register import layout
from tests.corpus.page import A4, RED

_HAN = "一二三四五六七八九十"


def _name(draft: Draft) -> str:
    return draft.put("organization_name")


def _organizer(draft: Draft) -> str:
    return draft.put("organizer")


def _guest(draft: Draft) -> str:
    """The other body that an exchange was held with, where the plan has one."""
    return f"、{draft['partner']}" if draft.get("partner") else ""


def _notebook(kind: str) -> Drawing:
    def draw(draft: Draft) -> None:
        """A notebook's page by hand: title on the first line, day, place, who came, who held it, then notes."""
        page = draft.page(A4, (253, 251, 243))
        for n in range(21):
            page.line(56, 118 + n * 33, 540, 118 + n * 33, (170, 190, 214), 0.7)
        page.line(92, 60, 92, 800, (220, 140, 140), 0.8)
        hand = draft.type("hand", 16.5, (30, 36, 96), leading=2.0)
        texts = [
            draft.put("title"), f"时间：{when(draft, 'date', 'cn', 'dots')}　地点：会议室", f"组织单位：{_organizer(draft)}", f"参加单位：{_name(draft)}{_guest(draft)}等，共{draft.rng.randint(8, 40)}人",
            *(f"{n}、{text}" for n, text in enumerate(prose.steps(draft.rng, draft.org, draft["date"], 4, kind), start=1)), f"记录：{person(draft.rng)}",
        ]  # fmt: skip
        y = 86.0
        for one in texts:
            y = page.paragraph(100, y, 434, one, hand)

    return draw


for _kind in ("meeting_record", "study_record", "activity_record"):
    layout(_kind, "notebook", ("scan", "photo", "poor"))(_notebook(_kind))


def _briefing(kind: str) -> Drawing:
    def draw(draft: Draft) -> None:
        """工作简报: a large red head with the issue's number, maker at the left and day at the right of the red line; other guests first."""
        rng, moment = draft.rng, draft["date"]
        flow = draft.flow(draft.type("fang", 15, leading=1.85), margins=(78, 80, 74, 70), numbered="— {} —")
        flow.heading(
            draft.pick("工　作　简　报", "情 况 简 报", "工 会 动 态"),
            draft.type("song-bold", 34, RED),
            after=4,
        )
        flow.paragraph(f"第 {rng.randint(1, 60)} 期", indent=0, align="center", after=4)
        ends = [Cell(_organizer(draft), align="left"), Cell(when(draft, "date", "cn", "zero"), align="right")]
        flow.table([ends], (1, 1), draft.type("fang", 13.5), ruled=False)
        flow.page.line(flow.left, flow.y - 4, flow.left + flow.width, flow.y - 4, RED, 1.8)
        flow.space(20)
        flow.heading(draft.put("title"), draft.type("song-bold", 20), after=10)
        flow.paragraph(
            f"{applicant(rng).name}、{applicant(rng).name}、{_name(draft)}{_guest(draft)}等单位参加。{person(rng)}主持并讲话。"
        )
        for n, text in enumerate(prose.steps(rng, draft.org, moment, 4, kind)):
            flow.paragraph(f"{_HAN[n]}、{text}。")
        flow.paragraph("报：市总工会　　送：各成员单位", draft.type("fang", 12), indent=0)

    return draw


for _kind in ("meeting_record", "activity_record"):
    layout(_kind, "briefing", ("digital", "scan", "poor", "docx"))(_briefing(_kind))


def _post(kind: str) -> Drawing:
    def draw(draft: Draft) -> None:
        """A long picture of an account's post: title, account, day of posting; the event's day and makers in the text."""
        rng, moment = draft.rng, draft["date"]
        body = draft.type("hei", 15.5, (54, 54, 58), leading=1.8)
        steps = [one + "。" for one in prose.steps(rng, draft.org, moment, 3, kind)]
        page = draft.page((380, 560 + tall(steps, body, 340, 10)))
        phone_top(draft, page, "")
        y = page.paragraph(20, 76, 340, draft.put("title"), draft.type("hei-bold", 20, leading=1.35)) + 4
        page.text(
            20,
            y + 12,
            f"{draft.org.short[:9]}　{day(later(moment, 2), 'iso')}　江苏",
            draft.type("hei", 11.5, GREY),
        )
        makers = (
            f"{_organizer(draft)}主办，{_name(draft)}承办"
            if draft["organizer"] is not None
            else f"{_name(draft)}倾力打造"
        )
        y = (
            page.paragraph(
                20,
                y + 30,
                340,
                f"{when(draft, 'date', 'cn')}，由{makers}的活动温暖开启{_guest(draft).replace('、', '，同来的有')}。"
                if kind != "brand_material"
                else f"由{makers}的服务品牌，自{when(draft, 'date', 'cn')}发布以来受到职工欢迎。",
                body,
                indent=2,
            )
            + 8
        )
        page.rect((20, y, 360, y + 170), None, fill=(190, 200, 190))
        y += 182
        for one in steps:
            y = page.paragraph(20, y, 340, one, body, indent=2) + 10
        page.text(
            20,
            y + 24,
            f"图文：{person(rng)}　审核：{person(rng)}　阅读 {rng.randint(90, 2000)}",
            draft.type("hei", 11, GREY),
        )

    return draw


for _kind in ("activity_record", "study_record", "brand_material"):
    layout(_kind, "account_post", ("screenshot", "screenshot", "photo"))(_post(_kind))


def _form(kind: str, heading: str, labels: tuple[str, str, str, str]) -> Drawing:
    def draw(draft: Draft) -> None:
        """A form with labels above values in its head and a large cell for what went on; photographs pasted below."""
        rng = draft.rng
        title, moment, maker, body = labels
        flow = draft.flow(draft.type("song", 12.5, leading=1.55), margins=(60, 74, 60, 60))
        flow.heading(heading, draft.type("hei-bold", 20), after=8)
        texts = "\n".join(
            f"{n}．{text}"
            for n, text in enumerate(prose.steps(rng, draft.org, draft["date"], 4, kind), start=1)
        )
        flow.table([
            [Cell(title, bold=True), Cell(moment, bold=True)], [draft.put("title"), when(draft, "date", "cn", "dots", "half_spaced")],
            [Cell(maker, bold=True), Cell(body, bold=True)], [_organizer(draft), f"{_name(draft)}{_guest(draft)}"],
            [Cell("主要内容", 2, bold=True)], [Cell(texts, 2, align="left")], [Cell("现场照片", 2, bold=True)], [Cell("\n\n\n\n\n", 2)],
        ], (1.5, 1.2), least=30)  # fmt: skip
        flow.page.rect(
            (flow.left + 20, flow.y - 100, flow.left + 200, flow.y - 12), None, fill=(176, 190, 200)
        )
        flow.paragraph(f"记录人：{person(rng)}", indent=0, align="right")

    return draw


for _kind, _heading, _labels in (
    ("meeting_record", "会 议 记 录 表", ("会议名称", "会议时间", "召集单位", "参会单位")),
    ("study_record", "学 习 活 动 登 记 表", ("学习主题", "学习时间", "组织部门", "参学单位")),
    ("activity_record", "活 动 档 案 表", ("活动名称", "活动时间", "组织单位", "参与单位")),
):
    layout(_kind, "labels_above", ("digital", "scan", "docx", "poor", "photo"))(
        _form(_kind, _heading, _labels)
    )


@layout("meeting_record", "speech_of_ours", ("digital", "scan", "poor", "docx", "txt"))
def speech_of_ours(draft: Draft) -> None:
    """交流发言材料: the meeting in brackets above, our name as the speaker; the text speaks of the work, the day is in the brackets."""
    flow = draft.flow(draft.type("fang", 16, leading=1.95), margins=(82, 90, 78, 70), numbered="- {} -")
    flow.paragraph(f"{_organizer(draft)}“{draft.put('title')}”交流材料", draft.type("hei", 13), indent=0)
    flow.heading(
        draft.pick("凝聚社会力量　服务一线职工", "办好关键小事　当好职工娘家人"),
        draft.type("song-bold", 22),
        after=4,
    )
    flow.paragraph(
        f"{_name(draft)}　{draft.org.legal_representative}",
        draft.type("kai", 15),
        indent=0,
        align="center",
        after=2,
    )
    flow.paragraph(
        f"（{when(draft, 'date', 'cn', 'han')}）", draft.type("kai", 14), indent=0, align="center", after=8
    )
    flow.paragraph("各位领导、同志们：", indent=0)
    for one in prose.steps(draft.rng, draft.org, draft["date"], 5):
        flow.paragraph(f"我们{one}。")
    flow.paragraph("以上汇报，不当之处请批评指正。")


@layout("brand_material", "poster", ("photo", "screenshot", "digital"))
def poster(draft: Draft) -> None:
    """A poster on a desk: large title, three promises in rounds, body and day at the foot."""
    page = desk(draft, (720, 900), (60, 40, 600, 860), (255, 246, 232))
    page.rect((60, 40, 600, 250), None, fill=(206, 60, 40))
    title = draft.put("title")
    page.text(330, 160, title, fitted(draft, "hei-bold", 42, title, 480, WHITE), "center")
    for n, text in enumerate(("随叫随到", "全程免费", "有求必应")):
        x = 150 + n * 180
        page.round((x - 60, 300, x + 60, 420), (206, 60, 40), 3)
        page.text(x, 366, text, draft.type("hei-bold", 20, (206, 60, 40)), "center")
    y = 460.0
    for one in prose.steps(draft.rng, draft.org, draft["date"], 4):
        y = page.paragraph(110, y, 440, f"● {one}", draft.type("hei", 15.5, leading=1.6)) + 8
    name = _name(draft)
    page.text(330, 800, name, fitted(draft, "hei", 17, name, 460), "center")
    page.text(
        330,
        830,
        f"{when(draft, 'date', 'cn', 'dots')}　服务热线 025-5555{draft.rng.randint(1000, 9999)}",
        draft.type("hei", 13),
        "center",
    )


@layout("brand_material", "site_column", ("digital", "screenshot", "html", "poor"))
def site_column(draft: Draft) -> None:
    """A column on a union's site that shows brands: ours after a first sentence on the column, navigation around."""
    flow = draft.flow(draft.type("hei", 13, leading=1.85), size=(720, 800), margins=(60, 112, 60, 60))
    site(
        draft,
        flow.page,
        draft.org.city_union,
        (186, 24, 30),
        "首页　工会要闻　服务品牌　维权　帮扶",
        "服务品牌 > 展示",
    )
    site_foot(draft, flow.page, draft.org.city_union)
    flow.heading(draft.put("title"), draft.type("hei-bold", 20), after=2)
    flow.paragraph(
        f"{when(draft, 'date', 'iso', 'zero')}　来源：{_name(draft)}",
        draft.type("hei", 10.5, GREY),
        indent=0,
        align="center",
        after=8,
    )
    flow.paragraph(
        f"【编者按】本栏目集中展示全市服务职工品牌，已刊发{applicant(draft.rng).name}等单位的做法。"
    )
    for one in prose.steps(draft.rng, draft.org, draft["date"], 5):
        flow.paragraph(f"{one}。")


@layout("study_record", "report_in_prose", ("digital", "scan", "docx", "txt", "poor"))
def report_in_prose(draft: Draft) -> None:
    """A page in prose with a heading for each part; organizer, body and day in the first sentence."""
    flow = draft.flow(draft.type("song", 14, leading=1.85), margins=(80, 84, 76, 66))
    flow.heading(draft.put("title"), draft.type("hei-bold", 21), after=10)
    flow.paragraph(
        f"{when(draft, 'date', 'cn', 'weekday')}，{_organizer(draft)}组织开展专题学习，{_name(draft)}全体专职人员参加，{person(draft.rng)}领学。"
    )
    for n, text in enumerate(prose.steps(draft.rng, draft.org, draft["date"], 4, "study_record")):
        flow.paragraph(f"{_HAN[n]}、{text}。")
    flow.paragraph("通过学习，大家进一步统一了思想、提高了认识。")
