"""Charters, rules, plans, reports: what the organization writes about itself."""

from tests.corpus.draft import Draft, Drawing
from tests.corpus.flow import Cell
from tests.corpus.further import prose
from tests.corpus.further.people import person
from tests.corpus.further.pieces import (
    GREY,
    WHITE,
    columns,
    day,
    fitted,
    later,
    scribble,
    site,
    site_foot,
    stamp,
    when,
)
from tests.corpus.further.register import layout
from tests.corpus.page import A4, A4_LANDSCAPE, RED

_HAN = "一二三四五六七八九十"
_CHARTER = (
    ("总　则", ("本单位名称为{name}。", "本单位由热心公益的单位和个人自愿发起，为非营利性法人。", "本单位遵守宪法、法律、法规，践行社会主义核心价值观。", "本单位住所设在{address}。")),
    ("任　务", ("本单位业务范围：{scope}。",)),
    ("组织和负责人", ("最高权力机构为会员（代表）大会或理事会，每{term}年为一届，到期应当换届；因特殊情况需提前或延期的，须报批准。", "延期换届最长不超过一年。", "负责人连任不超过两届。", "设监事一至三名。")),
    ("财　产", ("收入用于章程规定的事业，不得分红。", "接受捐赠应当公开使用情况。", "专职人员的工资和福利参照有关规定执行。")),
    ("终止及附则", ("终止动议由理事会提出并报业务主管单位同意。", "本章程经核准之日起生效。")),
)  # fmt: skip
_RULES = {
    "选举": ("负责人由民主选举产生，实行无记名投票", "候选人名单应提前七日公示", "到会人数超过三分之二，选举方为有效", "选票由监票人当场清点并宣布结果"),
    "财务": ("经费实行预算管理，收支两条线", "单笔支出一千元以上须经负责人和监事会签", "票据由专人保管，定期核对", "每年聘请会计师事务所审计一次"),
    "票据": ("现金日清月结，库存不超过限额", "票据领用、核销均应登记", "出纳、会计不得由一人兼任", "差旅费按标准据实报销"),
    "档案": ("档案分为文书、会计、声像三类", "借阅须登记并按期归还", "保密材料不得复制、外传", "销毁档案须造册并由两人监销"),
    "人员": ("专职人员依法签订劳动合同", "实行指纹考勤，月度公示", "年度考核分优秀、合格、不合格", "奖惩结果与薪酬挂钩"),
    "工会": ("主席主持工会全面工作，负责召集委员会议", "组织委员负责发展会员、接转关系", "经费审查委员负责监督工会经费收支", "女工委员负责维护女职工特殊权益"),
}  # fmt: skip


def _name(draft: Draft) -> str:
    return draft.put("organization_name")


def _rules(draft: Draft) -> tuple[str, ...]:
    return next((texts for word, texts in _RULES.items() if word in str(draft["title"])), _RULES["财务"])


def _articles(draft: Draft, name: str) -> list[tuple[str, list[str]]]:
    words = {
        "name": name,
        "address": draft.org.address,
        "scope": draft.org.scope.rstrip("。"),
        "term": draft.pick("四", "五", "5", "三"),
    }
    return [(chapter, [text.format(**words) for text in texts]) for chapter, texts in _CHARTER]


@layout("charter", "contents_first", ("digital", "scan", "poor", "docx"))
def contents_first(draft: Draft) -> None:
    """A cover with the title, a list of contents, chapters with articles in Chinese numerals; approval and day at the very end."""
    flow = draft.flow(draft.type("fang", 14.5, leading=1.8), margins=(84, 86, 80, 70), numbered="{}")
    flow.space(160)
    flow.heading(draft.put("title"), fitted(draft, "song-bold", 30, draft["title"], flow.width), after=30)
    chapters = _articles(draft, _name(draft))
    flow.new_page()
    flow.heading("目　录", draft.type("hei", 17), after=8)
    for n, (chapter, _) in enumerate(chapters):
        flow.paragraph(f"第{_HAN[n]}章　{chapter} ……………………………… {n + 1}", indent=1)
    flow.new_page()
    article = 0
    for n, (chapter, texts) in enumerate(chapters):
        flow.heading(f"第{_HAN[n]}章　{chapter}", draft.type("hei", 15), level=2)
        for text in texts:
            article += 1
            number = _HAN[article - 1] if article <= 10 else "十" + _HAN[article - 11]
            flow.paragraph(f"第{number}条　{text}")
    flow.paragraph(
        f"（{when(draft, 'date', 'cn', 'han')}第{draft.rng.randint(1, 5)}次会员代表大会通过）",
        indent=0,
        align="right",
    )


@layout("charter", "approved_copy", ("scan", "photo", "poor"))
def approved_copy(draft: Draft) -> None:
    """A copy with the registry's stamp 已核准: title, day of the vote in brackets, articles in Arabic numerals, notes in the margin."""
    flow = draft.flow(draft.type("song", 13.5, leading=1.75), margins=(90, 76, 70, 66), numbered="- {} -")
    flow.heading(draft.put("title"), fitted(draft, "hei-bold", 20, draft["title"], flow.width), after=2)
    flow.paragraph(
        f"（{when(draft, 'date', 'cn', 'zero', 'dots')}表决通过）", indent=0, align="center", after=8
    )
    article = 0
    for chapter, texts in _articles(draft, _name(draft)):
        flow.heading(chapter.replace("　", ""), draft.type("hei", 14), align="left", level=2)
        for text in texts:
            article += 1
            flow.paragraph(f"第{article}条 {text}")
    stamp(draft, flow.page, (430, 680), 1.0)
    scribble(draft, flow.page, "见原件", 30, 400)


@layout("charter", "site_text", ("digital", "screenshot", "html", "poor"))
def site_text(draft: Draft) -> None:
    """The charter on the organization's site with menu and foot; day of publishing under the title."""
    flow = draft.flow(draft.type("hei", 12, leading=1.75), size=(700, 980), margins=(56, 112, 56, 60))
    site(
        draft, flow.page, draft.org.short, (60, 90, 40), "首页　关于我们　章程　动态　联系", "关于我们 > 章程"
    )
    site_foot(draft, flow.page, draft.org.name)
    flow.heading(draft.put("title"), fitted(draft, "hei-bold", 19, draft["title"], flow.width), after=2)
    flow.paragraph(
        f"发布日期：{when(draft, 'date', 'iso', 'cn')}　浏览：{draft.rng.randint(30, 900)}次",
        draft.type("hei", 10, GREY),
        indent=0,
        align="center",
        after=6,
    )
    for n, (chapter, texts) in enumerate(_articles(draft, _name(draft))):
        flow.paragraph(f"第{_HAN[n]}章 {chapter.replace('　', '')}", draft.type("hei-bold", 13), indent=0)
        for text in texts:
            flow.paragraph(text)


@layout("policy_document", "numbered_rules", ("digital", "scan", "poor", "docx", "txt"))
def numbered_rules(draft: Draft) -> None:
    """A rule in articles; who made it and when stand under the title in brackets."""
    flow = draft.flow(draft.type("fang", 15.5, leading=1.9), margins=(82, 90, 78, 70))
    flow.heading(draft.put("title"), draft.type("song-bold", 22), after=4)
    flow.paragraph(
        f"（{_name(draft)}　{when(draft, 'date', 'cn', 'zero')}印发）",
        draft.type("kai", 13),
        indent=0,
        align="center",
        after=12,
    )
    for n, text in enumerate(
        ("为规范内部管理，制定本制度", *_rules(draft), "本制度自印发之日起施行，由理事会解释")
    ):
        flow.paragraph(f"第{_HAN[n]}条　{text}。")


@layout("policy_document", "frame_on_wall", ("photo", "photo", "poor"))
def frame_on_wall(draft: Draft) -> None:
    """An upright board on a wall with rules by number in large letters; the body at the foot, no day."""
    page = draft.page((600, 860), (204, 208, 212))
    page.scene = True
    page.rect((50, 40, 550, 820), (40, 90, 60), 5, WHITE)
    title = draft.put("title")
    page.text(300, 120, title, fitted(draft, "hei-bold", 32, title, 440, RED), "center")
    y = 160.0
    for n, text in enumerate(_rules(draft)):
        y = page.paragraph(84, y, 432, f"{_HAN[n]}、{text}。", draft.type("hei", 18, leading=1.7)) + 14
    name = _name(draft)
    page.text(300, 780, name, fitted(draft, "hei", 18, name, 430), "center")


@layout("policy_document", "book_of_rules", ("scan", "digital", "poor"))
def book_of_rules(draft: Draft) -> None:
    """A leaf of the book of rules: header with the body's name, one rule with headings, version and day in a table at the head."""
    flow = draft.flow(
        draft.type("song", 13, leading=1.75),
        margins=(70, 84, 66, 66),
        numbered="第 {} 页",
        header=f"{draft.org.short}内部管理制度汇编",
    )
    flow.table(
        [
            ["制度名称", draft.put("title"), "编号", f"ZD-{draft.rng.randint(1, 20):02d}"],
            ["编制单位", _name(draft), "实施日期", when(draft, "date", "iso", "dots")],
        ],
        (1, 3.4, 1, 1.6),
        least=30,
    )
    flow.space(10)
    for n, text in enumerate(_rules(draft)):
        flow.heading(f"{n + 1}　{text[:4]}", draft.type("hei", 13.5), align="left", level=2)
        flow.paragraph(f"{text}。有关人员应当严格遵照执行，违反规定的予以批评教育。")


def _page_two(kind: str) -> Drawing:
    def draw(draft: Draft) -> None:
        """A paper over two pages: the title above, many other bodies in the text; its maker and day only at the end on page two."""
        rng, moment = draft.rng, draft["date"]
        flow = draft.flow(draft.type("fang", 15.5, leading=1.9), margins=(82, 90, 78, 74), numbered="— {} —")
        flow.heading(draft.put("title"), fitted(draft, "song-bold", 23, draft["title"], flow.width), after=14)
        opening = {
            "plan": "根据上级工会部署，结合实际，制定如下计划：",
            "summary": "在有关部门的关心支持下，各项工作取得新的进展：",
            "implementation": "现将项目实施的主要过程记录如下：",
        }[kind]
        flow.paragraph(opening)
        for n, text in enumerate(prose.steps(rng, draft.org, moment, 7)):
            flow.paragraph(
                f"{_HAN[n]}是{text}。"
                if kind == "summary"
                else f"（{_HAN[n]}）{text}{'，责任人' + person(rng) if kind == 'plan' else ''}。",
                after=4,
            )
        flow.new_page()
        flow.paragraph(
            {
                "plan": "以上计划根据工作需要可适当调整。",
                "summary": "工作中还存在宣传不够、人手偏紧的问题，需要在今后改进。",
                "implementation": "以上过程均有签到、照片等资料备查。",
            }[kind]
        )
        flow.signature([_name(draft), when(draft, "date", "cn", "han", "nil_han")])
        draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), draft.org.name)

    return draw


for _kind in ("plan", "summary", "implementation"):
    layout(_kind, "maker_on_page_two", ("digital", "scan", "poor", "docx"))(_page_two(_kind))


def _slide(draft: Draft) -> None:
    """A slide: title in a coloured field at the left, points in cards at the right, body and day in small letters at the foot."""
    page = draft.page((960, 540), (246, 248, 250))
    colour = draft.rng.choice(((176, 30, 40), (24, 90, 130), (40, 110, 70)))
    page.rect((0, 0, 300, 540), None, fill=colour)
    page.paragraph(28, 130, 244, draft.put("title"), draft.type("hei-bold", 27, WHITE, leading=1.45))
    y = page.paragraph(28, 400, 244, _name(draft), draft.type("hei", 14.5, WHITE, leading=1.4))
    page.text(28, y + 24, when(draft, "date", "cn", "dots"), draft.type("hei", 13, WHITE))
    for n, text in enumerate(prose.steps(draft.rng, draft.org, draft["date"], 4)):
        x, top = 330 + n % 2 * 308, 60 + n // 2 * 220
        page.rect((x, top, x + 288, top + 190), colour, 1, WHITE, radius=8)
        page.text(x + 16, top + 34, f"0{n + 1}", draft.type("hei-bold", 22, colour))
        page.paragraph(x + 16, top + 52, 256, text, draft.type("hei", 16, leading=1.6))


for _kind in ("plan", "summary", "brand_material"):
    layout(_kind, "slide_with_cards", ("digital", "screenshot", "photo"))(_slide)


def _schedule(kind: str) -> Drawing:
    def draw(draft: Draft) -> None:
        """A table by month or by step with merged cells, over pages; title, body and day above it in one line."""
        rng, moment = draft.rng, draft["date"]
        flow = draft.flow(
            draft.type("song", 11.5, leading=1.5), size=A4_LANDSCAPE, margins=(48, 56, 48, 46), numbered="{}"
        )
        title = draft.put("title")
        flow.heading(title, fitted(draft, "hei-bold", 19, title, flow.width), after=4)
        line = f"单位（盖章）：{_name(draft)}　　　　填表日期：{when(draft, 'date', 'cn', 'iso', 'dots')}"
        flow.paragraph(line, indent=0, after=4)
        head = ["阶段", "时间", "内　　容", "责任人", "完成情况" if kind == "implementation" else "保障措施"]
        texts = prose.steps(rng, draft.org, moment, 8)
        rows_: list[list[Cell | str]] = [[Cell(one, bold=True) for one in head]]
        plain: list[list[str]] = [head]
        for n, text in enumerate(texts):
            month = (
                f"{(moment.month + n - 1) % 12 + 1}月"
                if kind == "plan"
                else f"{max(1, moment.month - 7 + n)}月"
            )
            rest = [
                month,
                text,
                person(rng),
                "已完成" if kind == "implementation" else rng.choice(("经费", "人员", "场地")),
            ]
            first = [Cell(("准备", "推进", "深化", "收尾")[n // 2], rows=2)] if n % 2 == 0 else []
            rows_.append([*first, rest[0], Cell(rest[1], align="left"), *rest[2:]])
            plain.append([("准备", "推进", "深化", "收尾")[n // 2], *rest])
        flow.table(rows_, (1, 1, 5, 1.2, 1.4), least=36)
        draft.seal(flow.page, (640, flow.y - 30), draft.org.name, 100)
        draft.sheets = [("表", [[title], [line], *plain])]

    return draw


for _kind in ("plan", "implementation"):
    layout(_kind, "staged_table", ("digital", "scan", "xlsx", "poor"))(_schedule(_kind))


@layout("summary", "two_columns", ("digital", "scan", "poor"))
def two_columns(draft: Draft) -> None:
    """A printed report in two columns with an inset of figures; maker above the title, day at the end."""
    page = draft.page(A4)
    page.text(60, 66, _name(draft), draft.type("kai", 13, GREY))
    title = draft.put("title")
    page.text(297, 112, title, fitted(draft, "hei-bold", 25, title, 470), "center")
    page.line(60, 126, 535, 126, RED, 1.5)
    texts = [one + "。" for one in prose.steps(draft.rng, draft.org, draft["date"], 8)]
    y = columns(page, texts, (60, 140, 535), 2, draft.type("song", 13, leading=1.75), 20)
    page.rect((60, y + 20, 535, y + 100), None, fill=(246, 240, 230))
    for n, (name, unit) in enumerate((("服务职工", "人次"), ("活动场次", "场"), ("志愿时长", "小时"))):
        page.text(
            140 + n * 160,
            y + 58,
            f"{draft.rng.randint(60, 4000)}{unit}",
            draft.type("hei-bold", 19, RED),
            "center",
        )
        page.text(140 + n * 160, y + 82, name, draft.type("hei", 12, GREY), "center")
    page.text(535, y + 130, when(draft, "date", "cn", "wide_dots"), draft.type("song", 13), "right")


@layout("implementation", "photo_pages", ("digital", "scan", "docx", "poor"))
def photo_pages(draft: Draft) -> None:
    """Steps with pictures on two pages: a caption with a day under each; the paper's own day on its head."""
    rng, moment = draft.rng, draft["date"]
    flow = draft.flow(draft.type("song", 13, leading=1.7), margins=(76, 80, 72, 66), numbered="{}")
    flow.heading(draft.put("title"), draft.type("song-bold", 21), after=4)
    flow.paragraph(
        f"{_name(draft)}　　{when(draft, 'date', 'cn', 'iso')}",
        draft.type("kai", 13),
        indent=0,
        align="center",
        after=8,
    )
    for n, text in enumerate(prose.steps(rng, draft.org, moment, 4), start=1):
        flow.paragraph(f"{n}. {text}。")
        flow.room(150)
        flow.page.rect(
            (flow.left + 90, flow.y + 6, flow.left + 350, flow.y + 126), None, fill=(190 - n * 8, 200, 206)
        )
        flow.space(132)
        flow.paragraph(
            f"图{n}　活动现场（{day(later(moment, -n * 20), 'dots')}）",
            draft.type("kai", 11),
            indent=0,
            align="center",
            after=6,
        )
