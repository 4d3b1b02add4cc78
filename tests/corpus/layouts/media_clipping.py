"""媒体报道: newspaper pages and clippings, WeChat long pictures, web pages, the news app."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import marks, printed, prose
from tests.corpus.bodies import outlet
from tests.corpus.draft import LAST_DAY, Draft, Values, layout, sampler, some_day
from tests.corpus.page import A4, Page, Stroke, Type, wrap
from tests.corpus.world import Organization, organization, person

KIND = "media_clipping"
_GREY = (125, 125, 125)


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A report, as a rule favourable; `about` False makes it one on another organization."""
    level = (
        fixed.get("outlet_level")
        or rng.choices(("national", "provincial", "prefecture", "county", "other"), (12, 26, 36, 14, 12))[0]
    )
    stance = fixed.get("stance") or rng.choices(("positive", "neutral", "negative"), (80, 10, 10))[0]
    about = fixed.get("mentions_organization", rng.random() < 0.88)
    published = fixed.get("publish_date") or some_day(rng, date(2022, 1, 5), LAST_DAY)
    subject = org if about else organization(rng, org.place)
    title, texts = prose.article(rng, subject, published, stance)
    values: Values = {
        "outlet": outlet(rng, org.place, level),
        "outlet_level": level,
        "title": title,
        "publish_date": published,
        "mentions_organization": about,
        "stance": stance,
        "texts": texts,
        "subject": subject.name,
    }
    values.update(fixed)
    values["paper"] = True if values["outlet"].endswith(("报", "晚报", "快报", "晨报")) else None
    return values


def _texts(draft: Draft) -> list[str]:
    """The paragraphs; the first mention of the applicant is the place of `mentions_organization`."""
    draft.unprinted("mentions_organization")
    draft.unprinted("stance")
    texts, name = list(draft["texts"]), draft.org.name
    for number, text in enumerate(texts):
        if name in text:
            head, _, tail = text.partition(name)
            texts[number] = (
                head + draft.put("mentions_organization", name, draft["mentions_organization"]) + tail
            )
            break
    return texts


def _outlet(draft: Draft, text: str | None = None) -> str:
    return draft.also("outlet_level", draft.put("outlet", text))


@layout(KIND, "newspaper_page", ("scan", "photo", "poor", "digital"), needs="paper")
def newspaper_page(draft: Draft) -> None:
    """A page with masthead and several articles in columns; ours is one of them."""
    rng = draft.rng
    page = draft.page((820, 1160), (250, 249, 245))
    number = rng.randint(2, 8)
    page.text(
        40,
        64,
        _outlet(draft),
        draft.type(draft.pick("kai", "song-bold"), 36, rng.choice(((170, 20, 20), (20, 20, 20)))),
    )
    style = draft.pick("cn", "spaced", "cn")
    day = "一二三四五六日"[draft["publish_date"].weekday()]
    page.text(780, 46, f"{draft.date('publish_date', style)}　星期{day}", draft.type("song", 12), "right")
    page.text(
        780,
        64,
        f"责任编辑：{person(rng)}　版式：{person(rng)}　校对：{person(rng)}",
        draft.type("song", 9),
        "right",
    )
    page.text(
        420,
        60,
        f"{draft.pick('A', '')}{number:02d}版 {draft.pick('综合', '社会', '工会新闻', '民生')}",
        draft.type("hei", 16),
        "center",
    )
    page.line(40, 76, 780, 76, (20, 20, 20), 1.4)
    ours_first = rng.random() < 0.6
    body = draft.type("song", 9.8, leading=1.5)
    y = 92.0
    blocks = ["ours"] if ours_first else ["others", "ours"]
    while y < 1010:
        block = blocks.pop(0) if blocks else "others"
        if block == "ours":
            y = _newspaper_article(
                draft, page, draft.put("title"), _texts(draft), (40, y, 780), columns=4, body=body, size=27
            )
        else:
            left, right = prose.other_article(rng), prose.other_article(rng)
            one = _newspaper_article(draft, page, *left, (40, y, 402), columns=2, body=body, size=18)
            two = _newspaper_article(draft, page, *right, (418, y, 780), columns=2, body=body, size=18)
            page.line(410, y, 410, max(one, two) - 12, (140, 140, 140), 0.5)
            y = max(one, two)
        page.line(40, y - 6, 780, y - 6, (140, 140, 140), 0.5)
        y += 8


def _newspaper_article(
    draft: Draft,
    page: Page,
    title: str,
    texts: list[str],
    box: tuple[float, float, float],
    *,
    columns: int,
    body: Type,
    size: float,
) -> float:
    left, top, right = box
    head = draft.type(draft.pick("song-bold", "hei-bold", "hei"), size, leading=1.35)
    y = page.paragraph(left, top, right - left, title, head, align=draft.pick("left", "center")) + 8
    gap = 14.0
    width = (right - left - gap * (columns - 1)) / columns
    lines = []
    for text in texts:
        lines.extend(wrap("　　" + text, body, width))
    per = -(-len(lines) // columns)
    step = body.size * body.leading
    for number, line in enumerate(lines):
        column, row = divmod(number, per)
        text = "".join(
            marks.mark("|".join(names), character) if names else character
            for character, names in line.characters
        )
        page.text(left + column * (width + gap), y + row * step + body.size, text, body)
    return y + per * step + 20


@layout(KIND, "clipping", ("scan", "photo", "poor"), needs="paper")
def clipping(draft: Draft) -> None:
    """An article cut out and pasted on a sheet, source and day written above."""
    page = draft.page(A4)
    hand = draft.type(draft.pick("hand", "song"), 15)
    source = f"《{_outlet(draft)}》" if draft["paper"] else _outlet(draft)
    page.text(
        60,
        84,
        f"{source}{draft.date('publish_date', draft.pick('cn', 'dot', 'iso'))}  第{draft.rng.randint(1, 8)}版",
        hand,
    )
    ground = len(page.commands)
    bottom = _newspaper_article(
        draft,
        page,
        draft.put("title"),
        _texts(draft),
        (64, 124, 536),
        columns=3,
        body=draft.type("song", 10, leading=1.5),
        size=23,
    )
    page.commands.insert(
        ground, Stroke("rect", (52, 110, 548, bottom), (170, 170, 160), 0.5, (246, 244, 236))
    )


@layout(KIND, "wechat_long", ("screenshot",))
def wechat_long(draft: Draft) -> None:
    """A long picture of a WeChat article: title, account, day, text."""
    rng = draft.rng
    texts = _texts(draft)
    body = draft.type("hei", 16, (50, 50, 50), leading=1.8)
    title = draft.type("hei", 22, leading=1.4)
    width, height = 375.0, 220.0
    for text in texts:
        height += len(wrap(text, body, 335)) * body.size * body.leading + 16
    page = draft.page((width, height + 60))
    y = page.paragraph(20, 24, 335, draft.put("title"), title) + 10
    small = draft.type("hei", 13, _GREY)
    used = page.text(20, y + 12, draft.pick("原创 ", "") + f"{person(rng)}　", small)
    used += page.text(20 + used, y + 12, _outlet(draft) + "　", small.but(colour=(87, 107, 149)))
    style = draft.pick("cn", "iso", "padded")
    page.text(
        20,
        y + 34,
        f"{draft.date('publish_date', style)} {rng.randint(7, 22):02d}:{rng.randint(0, 59):02d}　江苏",
        small,
    )
    y += 52
    for text in texts:
        y = page.paragraph(20, y, 335, text, body) + 16
    page.text(20, y + 16, f"来源：{draft['outlet']}", small)
    page.text(355, y + 16, f"阅读 {rng.randint(300, 9000)}", small, "right")


@layout(KIND, "web_page", ("digital", "screenshot", "scan", "html", "poor"))
def web_page(draft: Draft) -> None:
    """A news site's page printed from the browser, with URL and time at the edges."""
    flow = draft.flow(draft.type(draft.pick("song", "hei"), 12, leading=1.9), margins=(64, 92, 64, 56))
    rng, page = draft.rng, flow.page
    small = draft.type("hei", 8, _GREY)
    page.text(
        30,
        24,
        printed.day(draft["publish_date"], "slash") + " 10:21" if rng.random() < 0.3 else "打印预览",
        small,
    )
    page.text(565, 24, marks.plain(draft["title"]) + "_新闻", small, "right")
    page.rect((0, 34, 595, 74), None, fill=rng.choice(((196, 24, 30), (24, 70, 140), (30, 30, 30))))
    page.text(30, 61, _outlet(draft), draft.type("song-bold", 20, (255, 255, 255)))
    page.text(565, 59, "首页  新闻  民生  图片  视频", draft.type("hei", 10, (255, 255, 255)), "right")
    flow.heading(draft.put("title"), draft.type("hei", 18, leading=1.5), align="center", after=6)
    clock = f"{rng.randint(6, 22):02d}:{rng.randint(0, 59):02d}"
    flow.heading(
        f"{draft.date('publish_date', draft.pick('iso', 'cn', 'padded'))} {clock}　来源：{draft.again('outlet', implied='outlet_level')}　责任编辑：{person(rng)}",
        draft.type("hei", 9.5, _GREY),
        after=10,
        level=3,
    )
    for text in _texts(draft):
        flow.paragraph(text, after=6)
    flow.page.text(
        30,
        826,
        f"https://news.example.cn/{draft['publish_date']:%Y%m/%d}/c{rng.randint(100000, 999999)}.html",
        small,
    )


@layout(KIND, "app_screenshot", ("screenshot", "photo"))
def app_screenshot(draft: Draft) -> None:
    """A phone's screen with the news app: status bar, title, outlet, the beginning of the text."""
    rng = draft.rng
    page = draft.page((360, 780))
    dark = draft.type("hei", 12)
    page.text(24, 26, f"{rng.randint(8, 21)}:{rng.randint(10, 59)}", dark)
    page.text(336, 26, f"5G {rng.randint(20, 99)}%", dark, "right")
    page.line(0, 72, 360, 72, (225, 225, 225))
    page.text(180, 56, _outlet(draft) + draft.pick("", "客户端", " · 新闻"), draft.type("hei", 15), "center")
    y = page.paragraph(18, 84, 324, draft.put("title"), draft.type("hei", 20, leading=1.4), align="left") + 8
    page.text(
        18,
        y + 10,
        f"{draft['outlet']}　{draft.date('publish_date', draft.pick('iso', 'cn', 'slash'))}",
        draft.type("hei", 11, _GREY),
    )
    y += 28
    body = draft.type("hei", 15, (40, 40, 40), leading=1.75)
    texts = _texts(draft)
    mention = next((number for number, text in enumerate(texts) if marks.names_in(text)), 0)
    for number, text in enumerate(texts):
        tall = len(wrap(text, body, 324)) * body.size * body.leading
        if y + tall > 720 and number > mention:
            break
        y = page.paragraph(18, y, 324, text, body) + 10
    page.rect((0, 738, 360, 780), None, fill=(247, 247, 247))
    page.text(24, 764, "写评论…", draft.type("hei", 12, _GREY))
    page.text(336, 764, f"赞 {rng.randint(5, 400)}　分享", draft.type("hei", 12, _GREY), "right")
