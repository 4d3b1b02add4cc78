"""Reports: a page with several articles, an account's long picture, a site printed by a browser, a clipping pasted on a sheet."""

from tests.corpus.assorted import prose
from tests.corpus.assorted.people import person
from tests.corpus.assorted.pieces import GREY, columns, down, height_of, mentioned, status_bar
from tests.corpus.assorted.register import layout
from tests.corpus.draft import PAPER_ONLY, Draft
from tests.corpus.varied.pieces import after, day, when

KIND = "media_clipping"


def _outlet(draft: Draft, text: str | None = None) -> str:
    return draft.also("outlet_level", draft.put("outlet", text))


@layout(KIND, "page_of_articles", ("scan", "photo", "digital", "poor"), needs="paper")
def page_of_articles(draft: Draft) -> None:
    """A broadsheet: folio line on top, four articles parted by rules, ours over the lower two thirds or at the left."""
    rng = draft.rng
    page = draft.page((860, 960), (248, 246, 238))
    section = draft.pick("综合新闻", "工会周刊", "民生", "社会")
    folio = draft.type("song", 13)
    page.text(40, 52, f"{rng.randint(2, 8)}版　{section}", draft.type("hei-bold", 22))
    page.text(820, 52, _outlet(draft), draft.type("kai", 28), "right")
    page.text(
        430,
        52,
        f"{when(draft, 'publish_date', 'plain')}　星期{'一二三四五六日'[draft['publish_date'].weekday()]}",
        folio,
        "center",
    )
    page.text(820, 74, f"责编：{person(rng)}　版式：{person(rng)}", draft.type("song", 10), "right")
    page.line(40, 82, 820, 82, (60, 60, 60), 1.6)
    body = draft.type("song", 12, leading=1.5)
    ours_first = rng.random() < 0.5
    fillers = rng.sample(prose.FILLERS, 4)
    texts = mentioned(draft)

    def small(top: float, chosen: list[tuple[str, str]]) -> float:
        bottom = top
        for n, (name, text) in enumerate(chosen):
            x = 40 + n * 400
            y = page.paragraph(x, top, 370, name, draft.type("hei-bold", 19, leading=1.35))
            y = columns(page, [f"本报讯　{text}"], (x, y + 4, x + 370), 2, body)
            bottom = max(bottom, y)
        return bottom + 12

    def ours(top: float) -> float:
        y = page.paragraph(
            40, top, 780, draft.put("title"), draft.type("song-bold", 38, leading=1.3), align="center"
        )
        page.text(
            430, y + 16, f"□ 本报记者　{person(rng)}　通讯员　{person(rng)}", draft.type("kai", 13), "center"
        )
        page.rect((310, y + 34, 550, y + 184), None, fill=(200, 200, 196))
        page.text(430, y + 200, f"图为活动现场。　{person(rng)} 摄", draft.type("kai", 10.5), "center")
        return columns(page, texts, (40, y + 214, 820), 4, body) + 16

    y = ours(98) if ours_first else small(98, fillers[:2])
    page.line(40, y, 820, y, (90, 90, 90), 0.8)
    y = small(y + 12, fillers[:2]) if ours_first else ours(y + 12)
    page.line(40, y, 820, y, (90, 90, 90), 0.8)
    y = small(y + 12, fillers[2:])
    page.rect((40, y + 10, 820, y + 130), (120, 120, 120), 1.2)
    page.text(
        430,
        y + 60,
        f"{draft.pick('招商公告', '遗失声明', '公益广告')}　{draft.org.place.city}",
        draft.type("hei-bold", 26),
        "center",
    )
    page.text(430, y + 100, "本版刊号 CN32-0000　每份零售价 1.50 元", draft.type("song", 12), "center")


@layout(KIND, "account_article", ("screenshot", "screenshot", "photo"))
def account_article(draft: Draft) -> None:
    """A long picture of an account's article: title, 原创 with the account's name, place, then text; other days below."""
    rng, texts = draft.rng, mentioned(draft)
    body = draft.type("hei", 16, (50, 50, 50), leading=1.8)
    page = draft.page((375, 620 + height_of(texts, body, 335, 16)))
    status_bar(draft, page, "")
    y = page.paragraph(20, 78, 335, draft.put("title"), draft.type("hei-bold", 21, leading=1.4)) + 6
    x = 20 + page.text(20, y + 14, "原创　", draft.type("hei", 12, GREY))
    x += page.text(x, y + 14, f"{person(rng)}　", draft.type("hei", 12, GREY))
    page.text(x, y + 14, _outlet(draft), draft.type("hei", 12.5, (87, 107, 149)))
    style = draft.pick("plain", "iso")
    page.text(
        20,
        y + 36,
        f"{when(draft, 'publish_date', style)} {rng.randint(7, 21):02d}:{rng.randint(0, 59):02d}　江苏　听全文",
        draft.type("hei", 12, GREY),
    )
    y += 58
    for n, one in enumerate(texts):
        y = page.paragraph(20, y, 335, one, body) + 16
        if n == 0:
            page.rect((20, y, 355, y + 190), None, fill=(188, 200, 206))
            y += 206
    page.text(
        20,
        y + 20,
        f"阅读 {rng.randint(300, 9000)}　赞 {rng.randint(3, 90)}　在看 {rng.randint(1, 40)}",
        draft.type("hei", 12, GREY),
    )
    page.text(20, y + 54, f"精选留言　{person(rng)}：为他们点赞", draft.type("hei", 12, GREY))


@layout(KIND, "browser_print", ("digital", "poor", "html"))
def browser_print(draft: Draft) -> None:
    """A site's page printed by a browser: day of printing and title on top, address and count of pages below."""
    rng = draft.rng
    flow = draft.flow(
        draft.type("song", 12.5, leading=1.75), margins=(48, 66, 48, 60),
        header=f"{day(after(draft['publish_date'], rng.randint(20, 300)), 'slashes')} {rng.randint(8, 18)}:{rng.randint(10, 59)}　　　　　　　　　　　　{draft['title'][:16]}",
        numbered="http://www.news.example/p/202" + str(rng.randint(1000, 9999)) + ".html　　　　　　　　　{}/2",
    )  # fmt: skip
    flow.paragraph(
        f"{_outlet(draft)} > 频道 > {draft.pick('要闻', '工会', '社会', '公益')}",
        draft.type("hei", 10.5, GREY),
        indent=0,
        after=8,
    )
    flow.heading(draft.put("title"), draft.type("hei-bold", 20), after=6)
    line = draft.pick(
        "{d}　　来源：{o}　　编辑：{p}",
        "发布时间：{d}　{o}　字号：大 中 小　{p}",
        "{o}　{p}　{d}　浏览量：1{n}",
    )
    flow.paragraph(
        line.format(d=f"{when(draft, 'publish_date', draft.pick('iso', 'plain'))} 0{rng.randint(6, 9)}:1{rng.randint(0, 9)}", o=draft.again("outlet"), p=person(rng), n=rng.randint(10, 999)),
        draft.type("hei", 10.5, GREY), indent=0, align="center", after=8,
    )  # fmt: skip
    for one in mentioned(draft):
        flow.paragraph(one, after=3)
    flow.paragraph(f"（责任编辑：{person(rng)}）", indent=0, align="right", after=12)
    flow.paragraph("相关阅读", draft.type("hei-bold", 12), indent=0)
    for name, _ in rng.sample(prose.FILLERS, 3):
        flow.paragraph(f"◆ {name}", draft.type("song", 11, (30, 60, 150)), indent=0)


@layout(KIND, "pasted_clipping", PAPER_ONLY, needs="paper")
def pasted_clipping(draft: Draft) -> None:
    """A clipping pasted on a sheet, the paper's name and day written by hand above it."""
    page = draft.page((595, 842))
    hand = draft.type("hand", 16, (30, 40, 120))
    page.text(
        60,
        66,
        f"刊于《{_outlet(draft)}》{when(draft, 'publish_date', draft.pick('plain', 'dots'))}　第{draft.rng.randint(1, 8)}版",
        hand,
    )
    page.rect((54, 92, 540, 700), (190, 186, 170), 0.8, (246, 243, 232))
    y = page.paragraph(70, 108, 454, draft.put("title"), draft.type("song-bold", 25, leading=1.3)) + 4
    page.text(70, y + 12, f"通讯员　{person(draft.rng)}", draft.type("kai", 12))
    columns(page, mentioned(draft), (70, y + 24, 524), 2, draft.type("song", 11, leading=1.5))
    page.text(
        60, 800, f"{draft.org.short}　宣传资料剪报　第 {draft.rng.randint(1, 30)} 页", draft.type("song", 10)
    )


@layout(KIND, "headline_downwards", ("scan", "photo", "digital", "poor"), needs="paper")
def headline_downwards(draft: Draft) -> None:
    """A page whose article has its headline set downwards at the right; the masthead stands in the corner."""
    rng = draft.rng
    page = draft.page((760, 900), (249, 247, 240))
    page.rect((30, 30, 250, 120), (150, 30, 30), 1.2)
    name = draft["outlet"]
    page.text(
        140, 78, _outlet(draft), draft.type("song-bold", min(40.0, 200 / len(name)), (160, 24, 28)), "center"
    )
    page.text(
        140,
        108,
        f"{when(draft, 'publish_date', draft.pick('plain', 'han'))}",
        draft.type("song", 11),
        "center",
    )
    page.text(
        730,
        52,
        f"今日{rng.choice((4, 8, 12))}版　总第{rng.randint(2000, 9000)}期",
        draft.type("song", 11),
        "right",
    )
    page.text(730, 72, "国内统一连续出版物号 CN 32-0000", draft.type("song", 10), "right")
    page.line(30, 132, 730, 132, (60, 60, 60), 1.2)
    title = draft["title"].replace("　", "")
    head = draft.type("hei-bold", min(32.0, 480 / (len(title) * 1.12)))
    draft.values["title"] = title
    down(page, 690, 156, draft.put("title"), head, 1.12)
    y = columns(
        page,
        [f"本报记者 {person(rng)}", *mentioned(draft)],
        (40, 150, 650),
        3,
        draft.type("song", 12.5, leading=1.6),
    )
    y = max(y, 660.0) + 16
    page.line(30, y, 730, y, (90, 90, 90), 0.8)
    filler, text = rng.choice(prose.FILLERS)
    page.text(40, y + 30, filler, draft.type("hei-bold", 18))
    columns(page, [text], (40, y + 42, 720), 3, draft.type("song", 12, leading=1.5))
