"""报道: a cutting glued on a sheet, an electronic newspaper, a news app, a printed web page, a whole newspaper page."""

import random

from tests.corpus.bodies import CITY_OUTLETS, COUNTY_OUTLETS, NATIONAL_OUTLETS, PROVINCIAL_OUTLETS
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import GREY, snapshot, telephone, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import media_clipping as _usual  # noqa: F401 - registers the usual sampler
from tests.corpus.page import Page, Type, wrap
from tests.corpus.world import Organization, company, person

KIND = "media_clipping"
_UNKNOWN = ("水韵职场网", "江淮城市观察", "苏商快讯", "今日企业圈", "沿江生活资讯网")
_GOOD = (
    ("凌晨四点的热粥", "凌晨四点，{city}批发市场旁的小屋亮着灯。搬运工{p1}端起一碗热粥，说：“冬天有口热的，浑身都有劲。”这间小屋由{org}开办，取名“热粥屋”，全年无休。"),
    ("一张调解桌　几多暖心事", "“说开了，心里就敞亮了。”{month}月{day}日，在{org}的调解室里，{firm}职工{p1}与企业负责人握手言和。一场持续半年的工资争议就此了结。"),
    ("{short_city}有群“安全啄木鸟”", "{month}月{day}日上午，{org}的志愿者身穿马甲走进{firm}，手把手教职工辨识车间隐患。半天时间，他们找出问题二十余处，企业当场整改。"),
    ("暑假“小候鸟”有了好去处", "随父母来{city}过暑假的孩子们，今年有了自己的夏令营。本报记者从{org}获悉，首期营员四十六名，大多是外来务工人员的子女。"),
)  # fmt: skip
_BAD = (
    ("会费为何越收越多？", "“入会时说好每年五百元，如今涨到两千，不交就不给盖章。”近日，多名从业者反映{org}乱收费。记者调查发现，该单位未按章程召开会员大会便自行调整标准，主管部门已责令其限期退还。"),
    ("年检不报、电话不通，这家机构怎么了", "有职工投诉称，在{org}报名的考证班中途停课，学费追讨无门。记者多方求证，该机构因违规办班被投诉二十余次，有关部门正在依法查处。"),
)  # fmt: skip
_PLAIN = (
    ("一批社会组织参加业务集训", "{month}月{day}日，{city}社会组织负责人业务集训开班，{org}等单位的三百余人参加。集训围绕换届程序、票据使用和年度报告填报展开。"),
    ("社会服务机构章程示范文本修订征求意见", "记者从{city}有关部门获悉，社会服务机构章程示范文本修订座谈会日前举行，{org}等十一家单位的代表到会并提出书面意见。"),
)  # fmt: skip
_MORE = {
    "positive": (
        "负责人{p2}说，做服务不能等人上门，得往车间、站点和工地走。三年来，团队走访企业一百多家，记下的需求装满四个文件盒。",
        "记者翻看台账，每一次求助都写着时间、诉求和结果，办结率超过九成。不少受助职工后来也成了志愿者。",
        "“娘家人想得细。”快递员{p3}笑着说，站里的充电柜、急救包都是按大家的建议添置的。",
        "当地工会有关负责人认为，专业力量下沉到一线，补上了服务的“最后一公里”，值得总结推广。",
    ),
    "negative": (
        "律师{p2}提醒，社会组织收费应当公开项目和标准，职工可保存转账记录并向登记管理机关举报。",
        "截至发稿，记者多次拨打该单位公开的电话，始终无人接听。此事进展，本报将继续关注。",
        "业内人士表示，少数机构打着服务旗号牟利，透支的是整个行业的信誉，监管应当长出牙齿。",
    ),
    "neutral": (
        "据介绍，有关工作将于年底前完成，各单位可登录政务服务平台下载材料。",
        "主办方还解答了参会人员关于印章备案、账户管理的提问。",
        "近期将分片区开展政策宣讲，具体安排另行通知。",
    ),
}
_NEARBY = (
    "雨水管网改造提速",
    "果园套种西瓜增收",
    "古镇夜游添新景",
    "全民阅读季启动",
    "公交延时服务受欢迎",
    "稻田里办起运动会",
)


def _change(rng: random.Random, org: Organization, values: Values) -> Values:
    stance, when, about = values["stance"], values["publish_date"], values["subject"]
    title, lead = rng.choice({"positive": _GOOD, "negative": _BAD, "neutral": _PLAIN}[stance])
    slots = {
        "org": about, "city": org.place.city, "short_city": org.place.city[:-1], "month": when.month,
        "day": when.day, "firm": company(rng, org.place), "p1": person(rng), "p2": person(rng), "p3": person(rng),
    }  # fmt: skip
    more = list(_MORE[stance])
    if stance == "positive":
        rng.shuffle(more)
    texts = [text.format(**slots) for text in (lead, *more[: rng.randint(2, len(more))])]
    level = values["outlet_level"]
    outlet = rng.choice(
        {
            "national": NATIONAL_OUTLETS,
            "provincial": PROVINCIAL_OUTLETS,
            "prefecture": CITY_OUTLETS[org.place.city],
            "county": COUNTY_OUTLETS,
            "other": _UNKNOWN,
        }[level]
    )
    return {
        "title": title.format(**slots),
        "texts": texts,
        "outlet": outlet,
        "paper": True if outlet.endswith("报") else None,
    }


told_anew(KIND, _change)


def _texts(draft: Draft) -> list[str]:
    """The paragraphs; our name where it stands first is the place of `mentions_organization`."""
    draft.unprinted("mentions_organization")
    draft.unprinted("stance")
    lead, *more = draft["texts"]
    name = draft.org.name
    if name in lead and draft["mentions_organization"]:
        head, _, tail = lead.partition(name)
        lead = head + draft.put("mentions_organization", name, True) + tail
    return [lead, *more]


def _outlet(draft: Draft, text: str | None = None) -> str:
    return draft.also("outlet_level", draft.put("outlet", text))


def _columns(page: Page, texts: list[str], box: tuple[float, float, float], type_: Type, count: int) -> None:
    """Sets paragraphs into columns of equal length; `box` is left, top, right."""
    left, top, right = box
    width = (right - left - 16 * (count - 1)) / count
    step = type_.size * type_.leading
    lines = [sum(1 for _ in wrap(text, type_, width, 2 * type_.size)) for text in texts]
    limit = -(-sum(lines) // count)
    column, used = 0, 0
    for text, tall in zip(texts, lines, strict=True):
        if used and used + tall / 2 > limit and column < count - 1:
            column, used = column + 1, 0
        x = left + column * (width + 16)
        page.paragraph(x, top + used * step, width, text, type_, indent=2)
        used += tall


@layout(KIND, "glued_cutting", ("scan", "scan", "photo", "poor"), needs="paper")
def glued_cutting(draft: Draft) -> None:
    """A cutting glued to a sheet for the file; which paper, day and page of it stand in a hand-made table above."""
    page = draft.page()
    song = draft.type("song", 12)
    page.text(
        297, 70, draft.pick("媒体报道剪报", "宣传报道资料", "剪　报"), draft.type("song-bold", 20), "center"
    )
    style = draft.pick("cn", "dot", "iso")
    edition = f"第{draft.rng.randint(2, 12)}版"
    cells = (
        (draft.pick("报刊名称", "刊登媒体", "报　　刊"), _outlet(draft), 60, 200),
        (draft.pick("见报日期", "刊发时间", "日　　期"), draft.date("publish_date", style), 200, 360),
        (draft.pick("版　　次", "版面"), edition, 360, 440),
        ("收集人", draft.org.staff[-1], 440, 535),
    )
    for name, value, x0, x1 in cells:
        page.rect((x0, 86, x1, 110))
        page.rect((x0, 110, x1, 138))
        page.text((x0 + x1) / 2, 102, name, song, "center")
        page.text((x0 + x1) / 2, 129, value, song, "center")
    page.rect((70, 164, 525, 660), (180, 176, 166), 0.8, (246, 243, 232))
    title = draft.put("title")
    size = min(24.0, 420 / len(draft["title"]))
    page.text(297, 206, title, draft.type("hei-bold", size), "center")
    page.text(
        297, 232, f"本报{draft.pick('记者', '通讯员')}　{person(draft.rng)}", draft.type("kai", 11), "center"
    )
    _columns(page, _texts(draft), (86, 250, 510), draft.type("song", 11, leading=1.5), 2)
    page.picture(snapshot(draft.rng), (200, 530, 395, 646))


@layout(KIND, "electronic_paper", ("screenshot", "digital", "scan"), needs="paper")
def electronic_paper(draft: Draft) -> None:
    """数字报 in a browser: other titles of the page at the left, day and page in a line over the article."""
    rng = draft.rng
    page = draft.page((960, 660))
    page.rect((0, 0, 960, 46), None, fill=(150, 24, 28))
    page.text(24, 32, _outlet(draft), draft.type("song-bold", 24, (255, 255, 255)))
    page.text(930, 30, "数字报　返回目录　上一期　下一期", draft.type("hei", 11, (255, 226, 220)), "right")
    hei, edition = draft.type("hei", 12, leading=1.6), f"{rng.choice('AB')}{rng.randint(2, 8):02d}"
    page.rect((20, 64, 300, 640), (214, 214, 214), 0.8, (250, 250, 250))
    page.text(36, 92, f"{edition}版：{draft.pick('民生', '工会', '综合新闻')}", hei.but(bold=True))
    for number, other in enumerate(rng.sample(_NEARBY, 5)):
        page.text(36, 126 + 26 * number, f"· {other}", hei.but(colour=(30, 80, 150)))
    page.picture(snapshot(rng), (50, 280, 270, 414))
    day = "一二三四五六日"[draft["publish_date"].weekday()]
    line = f"{draft.date('publish_date', draft.pick('padded', 'cn'))}　星期{day}　第{edition}版"
    page.text(330, 86, line, hei.but(colour=GREY))
    page.paragraph(330, 104, 600, draft.put("title"), draft.type("hei-bold", 22, leading=1.3), align="center")
    y = 176.0
    body = draft.type("song", 14, leading=1.7)
    for text in _texts(draft):
        y = page.paragraph(330, y, 600, text, body, indent=2) + 4
    page.text(930, 640, "版权所有，未经许可不得转载", hei.but(size=10, colour=GREY), "right")


@layout(KIND, "news_app", ("screenshot", "screenshot", "digital"))
def news_app(draft: Draft) -> None:
    """A news app on a telephone: title, the outlet beside a round badge, day and hour under it, text, comments below."""
    page = telephone(draft, 1180)
    y = page.paragraph(20, 72, 350, draft.put("title"), draft.type("hei-bold", 23, leading=1.35)) + 10
    page.round((20, y, 54, y + 34), None, 0.5, (200, 40, 44))
    page.text(64, y + 14, _outlet(draft), draft.type("hei", 14))
    style = draft.pick("iso", "padded", "slash")
    page.text(
        64,
        y + 32,
        f"{draft.date('publish_date', style)} {draft.rng.randint(7, 21):02d}:05　江苏",
        draft.type("hei", 11, GREY),
    )
    page.rect((306, y + 4, 370, y + 28), (200, 40, 44), 0.8, None, 12)
    page.text(338, y + 21, "关注", draft.type("hei", 12, (200, 40, 44)), "center")
    y += 50
    body = draft.type("hei", 15.5, (44, 44, 44), leading=1.7)
    for number, text in enumerate(_texts(draft)):
        y = page.paragraph(20, y, 350, text, body) + 12
        if number == 0:
            page.picture(snapshot(draft.rng), (20, y, 370, y + 180))
            y += 192
    page.text(20, y + 10, f"责编：{person(draft.rng)}　来源：编辑部", draft.type("hei", 11, GREY))
    page.line(0, 1130, 390, 1130, (226, 226, 226), 0.8)
    page.text(24, 1158, "写评论…", draft.type("hei", 13, GREY))
    page.text(366, 1158, f"赞 {draft.rng.randint(12, 480)}　分享", draft.type("hei", 13, GREY), "right")


@layout(KIND, "printed_page", ("digital", "scan", "poor", "html", "txt"))
def printed_page(draft: Draft) -> None:
    """A web page printed from the browser: its hour and address at the edges, source and editor after the title."""
    flow = draft.flow(draft.type("song", 12, leading=1.8), margins=(60, 60, 60, 60))
    small = draft.type("hei", 8.5, GREY)
    flow.page.text(
        40,
        26,
        f"{draft['publish_date'].year + 1}/1/{draft.rng.randint(4, 28)} 10:{draft.rng.randint(10, 59)}",
        small,
    )
    flow.page.text(297, 26, f"{draft['title']}_新闻频道", small, "center")
    flow.page.text(40, 824, f"https://news.example.cn/c/{draft.rng.randrange(10**6, 10**7)}.html", small)
    flow.page.text(555, 824, "1/1", small, "right")
    flow.paragraph("新闻 > 地方 > 正文", draft.type("hei", 10, GREY), indent=0, after=6)
    flow.heading(draft.put("title"), draft.type("hei-bold", 19), after=6)
    day = draft.date("publish_date", draft.pick("padded", "iso", "cn"))
    flow.paragraph(
        f"{day} {draft.rng.randint(8, 19)}:20　{draft.pick('来源', '稿源')}：{_outlet(draft)}　作者：{person(draft.rng)}",
        draft.type("hei", 10, GREY),
        indent=0,
        align="center",
        after=10,
    )
    for text in _texts(draft):
        flow.paragraph(text, after=4)
    flow.paragraph(f"【责任编辑：{person(draft.rng)}】", draft.type("hei", 10, GREY), indent=0, align="right")
    flow.table(
        [["相关阅读", Cell("　".join(draft.rng.sample(_NEARBY, 3)), align="left")]],
        (1, 5),
        small,
        ruled=False,
    )


@layout(KIND, "among_others", ("scan", "photo", "digital"), needs="paper")
def among_others(draft: Draft) -> None:
    """A whole page: name of the paper in a box at the top right, ours in the largest type across the foot, others above."""
    rng = draft.rng
    page = draft.page((800, 960), (250, 248, 242))
    song, hei = draft.type("song", 12, leading=1.5), draft.type("hei-bold", 22)
    page.rect((590, 36, 764, 92), (20, 20, 20), 1.2)
    page.text(677, 74, _outlet(draft), draft.type("kai", 30), "center")
    folio = f"{draft.pick('06', 'A11', 'B3')} {draft.pick('社会治理', '基层', '综合')}"
    page.text(36, 66, folio, draft.type("hei-bold", 20))
    week = "一二三四五六日"[draft["publish_date"].weekday()]
    page.text(36, 90, f"{draft.date('publish_date', draft.pick('cn', 'dot'))} 星期{week}", song)
    page.text(560, 90, f"责编 {person(rng)}　校对 {person(rng)}", song.but(size=10), "right")
    page.line(36, 100, 764, 100, (20, 20, 20), 1.6)
    heads = rng.sample(_NEARBY, 2)
    for x, head in zip((36, 412), heads, strict=True):
        page.text(x + 176, 150, head, hei, "center")
        page.picture(snapshot(rng), (x + 70, 168, x + 282, 298))
        texts = [
            f"本报讯　{draft.org.place.city}近日传来消息，“{head}”一事有了新进展，当地百姓纷纷点赞。",
            "施工单位抽调骨干力量，倒排工期、错时作业，尽量减少对周边出行的影响。",
            "据悉，类似的实事项目今年共安排三十余项，目前已完成过半，其余将在年底前陆续交付。",
        ]
        _columns(page, texts, (x, 316, x + 352), song.but(size=14), 2)
    page.line(36, 560, 764, 560, (120, 120, 120), 0.8)
    size = min(38.0, 700 / len(draft["title"]))
    page.text(400, 622, draft.put("title"), draft.type("song-bold", size), "center")
    page.text(400, 652, f"本报记者　{person(rng)}", draft.type("kai", 13), "center")
    _columns(page, _texts(draft), (36, 676, 764), song.but(size=16, leading=1.6), 3)
