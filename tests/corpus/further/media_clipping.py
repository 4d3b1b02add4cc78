"""Reports: a page with a small box for ours, a portal's page, an app's article, a video's caption, a page on a desk, a site in two columns."""

from tests.corpus.draft import Draft
from tests.corpus.further import prose
from tests.corpus.further.people import person
from tests.corpus.further.pieces import (
    GREY,
    WHITE,
    columns,
    day,
    desk,
    fitted,
    later,
    mentioned,
    phone_top,
    scribble,
    site,
    site_foot,
    tall,
    when,
)  # fmt: skip
from tests.corpus.further.register import layout
from tests.corpus.page import RED

KIND = "media_clipping"


def _outlet(draft: Draft, text: str | None = None) -> str:
    return draft.also("outlet_level", draft.put("outlet", text))


@layout(KIND, "big_neighbour", ("scan", "photo", "digital", "poor"), needs="paper about")
def big_neighbour(draft: Draft) -> None:
    """A newspaper page on which another article is the largest; ours stands in a ruled box below, the masthead is a narrow band."""
    rng = draft.rng
    page = draft.page((860, 1180), (250, 248, 241))
    page.rect((36, 30, 824, 66), None, fill=(40, 40, 44))
    page.text(52, 55, _outlet(draft), draft.type("song-bold", 21, WHITE))
    page.text(
        808,
        55,
        f"{when(draft, 'publish_date', 'weekday', 'cn')}　{rng.choice(('综合新闻', '民生', '社会周刊'))}　A{rng.randint(2, 12):02d}",
        draft.type("hei", 12, WHITE),
        "right",
    )
    head, text = rng.choice(prose.FILLERS)
    body = draft.type("song", 12.5, leading=1.55)
    page.text(430, 124, head, draft.type("hei-bold", 38), "center")
    y = columns(page, [text] * 3, (44, 150, 816), 4, body) + 14
    page.rect((44, y, 816, y + 170), None, fill=(176, 182, 186))
    page.text(808, y + 186, f"本报记者 {person(rng)} 摄", draft.type("kai", 10.5), "right")
    y += 206
    page.rect((44, y, 816, 1000), (150, 30, 30), 1.2)
    title = draft.put("title")
    page.text(430, y + 44, title, fitted(draft, "song-bold", 27, title, 740), "center")
    page.text(430, y + 66, f"本报通讯员　{person(rng)}", draft.type("kai", 11), "center")
    columns(page, mentioned(draft), (58, y + 76, 802), 3, body)
    other, words = rng.choice(prose.FILLERS)
    page.text(44, 1032, other, draft.type("hei-bold", 18))
    columns(page, [words], (44, 1042, 816), 4, draft.type("song", 11, leading=1.5))
    page.text(
        430,
        1166,
        f"责编 {person(rng)}　版式 {person(rng)}　校对 {person(rng)}",
        draft.type("song", 9.5),
        "center",
    )


@layout(KIND, "portal_with_sidebar", ("digital", "screenshot", "poor", "html"))
def portal_with_sidebar(draft: Draft) -> None:
    """A site's page: head, path, title, a line of source, day and editor; foot with filing numbers."""
    rng = draft.rng
    texts = mentioned(draft)
    flow = draft.flow(
        draft.type(draft.pick("song", "hei"), 13.5, leading=1.85), size=(760, 980), margins=(60, 118, 200, 66)
    )
    site(
        draft,
        flow.page,
        draft["outlet"],
        rng.choice(((168, 20, 26), (20, 80, 150), (30, 110, 70))),
        "新闻　时政　民生　工会　财经　视频　专题",
        "首页 > 民生 > 正文",
    )
    site_foot(draft, flow.page, draft["outlet"])
    page = flow.page
    page.text(600, 140, "热门排行", draft.type("hei-bold", 13, RED))
    for n, (name, _) in enumerate(prose.FILLERS):
        page.paragraph(
            600, 156 + n * 44, 140, f"{n + 1} {name}", draft.type("hei", 11, (60, 60, 60), leading=1.35)
        )
    flow.heading(draft.put("title"), draft.type("hei-bold", 21, leading=1.35), align="left", after=4)
    line = draft.pick(
        "{d} {c}:{m}　来源：{o}　责任编辑：{p}", "{o}　{d} {c}:{m}　分享到：", "作者：{p}　来源：{o}　{d}"
    )
    flow.paragraph(
        line.format(
            d=when(draft, "publish_date", "iso", "cn", "zero"),
            c=rng.randint(10, 20),
            m=rng.randint(10, 59),
            o=_outlet(draft),
            p=person(rng),
        ),
        draft.type("hei", 10.5, GREY),
        indent=0,
        after=8,
    )
    for one in texts:
        flow.paragraph(one, after=6)
    flow.paragraph(
        "【版权声明】凡本网注明来源的作品，转载请注明出处。", draft.type("hei", 10, GREY), indent=0
    )


@layout(KIND, "app_article", ("screenshot", "screenshot", "photo"))
def app_article(draft: Draft) -> None:
    """A news app on a phone: the outlet in a round badge line under the title, comments and buttons below the text."""
    rng, texts = draft.rng, mentioned(draft)
    body = draft.type("hei", 16.5, (40, 40, 44), leading=1.75)
    page = draft.page((390, 470 + tall(texts, body, 346, 12)))
    phone_top(draft, page, "")
    y = page.paragraph(22, 78, 346, draft.put("title"), draft.type("hei-bold", 23, leading=1.35)) + 8
    page.round((22, y, 50, y + 28), None, fill=(190, 30, 36))
    page.text(58, y + 13, _outlet(draft), draft.type("hei-bold", 12.5))
    page.text(
        58,
        y + 28,
        f"{when(draft, 'publish_date', 'iso', 'slash', 'zero')} {rng.randint(6, 22):02d}:{rng.randint(10, 59)}　江苏",
        draft.type("hei", 10.5, GREY),
    )
    page.text(366, y + 20, "+关注", draft.type("hei", 12, RED), "right")
    y += 46
    for n, one in enumerate(texts):
        y = page.paragraph(22, y, 346, one, body, indent=2) + 12
        if n == 1:
            page.rect((22, y, 368, y + 150), None, fill=(196, 206, 212))
            y += 162
    page.text(22, y + 20, f"评论 {rng.randint(2, 90)}", draft.type("hei-bold", 13))
    page.text(22, y + 46, f"{person(rng)}：真好，希望多一些这样的地方", draft.type("hei", 12, GREY))
    page.text(22, y + 76, "写评论…　　　收藏　　转发　　点赞", draft.type("hei", 12, GREY))


@layout(KIND, "cutting_on_desk", ("photo", "photo", "scan"), needs="paper")
def cutting_on_desk(draft: Draft) -> None:
    """A cut-out photographed on a desk, paper and day written on its edge by a pen, a line marked by a felt pen."""
    rng = draft.rng
    texts = mentioned(draft)
    page = desk(draft, (820, 900), (70, 60, 680, 800), (244, 240, 228))
    title = draft.put("title")
    page.text(375, 130, title, fitted(draft, "hei-bold", 30, title, 570), "center")
    page.text(92, 160, f"□　本报记者　{person(rng)}", draft.type("kai", 12.5))
    page.rect((90, 176, 660, 190), None, fill=(250, 236, 130))
    columns(page, texts, (92, 172, 658), 2, draft.type("song", 13.5, leading=1.55))
    page.text(
        92,
        786,
        f"{_outlet(draft)}　{when(draft, 'publish_date', 'cn', 'dots')}　{rng.randint(1, 8)}版",
        draft.type("hand", 17, (30, 40, 120)),
    )


@layout(KIND, "video_caption", ("screenshot", "screenshot", "photo"), needs="!paper")
def video_caption(draft: Draft) -> None:
    """A video's page on a phone: a dark picture with a caption, title, outlet and day under it, the text folded out below."""
    rng, texts = draft.rng, mentioned(draft)
    body = draft.type("hei", 14.5, (60, 60, 60), leading=1.7)
    page = draft.page((390, 480 + tall(texts, body, 350, 6)))
    page.rect((0, 0, 390, 224), None, fill=(44, 50, 58))
    page.round((172, 90, 218, 136), WHITE, 2)
    page.text(
        195,
        206,
        f"▶ 00:0{rng.randint(1, 9)} / 02:{rng.randint(10, 59)}",
        draft.type("hei", 11, WHITE),
        "center",
    )
    y = page.paragraph(20, 240, 350, draft.put("title"), draft.type("hei-bold", 19, leading=1.35)) + 4
    page.text(
        20,
        y + 12,
        f"{_outlet(draft)} · {when(draft, 'publish_date', 'iso', 'zero')} · {rng.randint(1, 60)}.{rng.randint(0, 9)}万次播放",
        draft.type("hei", 11.5, GREY),
    )
    y += 34
    for one in texts:
        y = page.paragraph(20, y, 350, one, body) + 6
    page.text(20, y + 22, "收起 ∧".replace("∧", "▲"), draft.type("hei", 12, (60, 110, 190)))


@layout(KIND, "page_of_epaper", ("digital", "screenshot", "scan"), needs="paper")
def page_of_epaper(draft: Draft) -> None:
    """An electronic paper's page: a small plan of the printed page at the left, the article's text at the right."""
    rng, texts = draft.rng, mentioned(draft)
    page = draft.page((980, 760), (246, 246, 244))
    page.text(30, 40, f"{_outlet(draft)}　数字报", draft.type("song-bold", 24, (160, 24, 30)))
    page.text(
        950,
        40,
        f"{when(draft, 'publish_date', 'weekday', 'cn', 'iso')}　上一期　下一期　往期回顾",
        draft.type("hei", 12),
        "right",
    )
    page.line(30, 54, 950, 54, (160, 24, 30), 1.5)
    page.rect((30, 70, 330, 560), (170, 170, 170), 0.8, WHITE)
    for n in range(rng.randint(4, 6)):
        page.rect(
            (42 + n % 2 * 146, 90 + n // 2 * 150, 172 + n % 2 * 146, 220 + n // 2 * 150),
            (200, 160, 160),
            0.8,
            (244, 240, 236),
        )
    page.text(
        180,
        590,
        f"第{rng.randint(1, 8):02d}版：{rng.choice(('要闻', '社会', '民生'))}",
        draft.type("hei", 12),
        "center",
    )
    for n, (name, _) in enumerate(rng.sample(prose.FILLERS, 3)):
        page.text(36, 616 + n * 22, f"· {name}", draft.type("hei", 11, (40, 70, 150)))
    y = (
        page.paragraph(
            360, 76, 580, draft.put("title"), draft.type("hei-bold", 22, leading=1.3), align="center"
        )
        + 4
    )
    page.text(650, y + 12, f"□ 记者 {person(rng)}　通讯员 {person(rng)}", draft.type("kai", 12), "center")
    y += 26
    for one in texts:
        y = page.paragraph(360, y, 580, one, draft.type("song", 14, leading=1.65), indent=2)


@layout(KIND, "printed_with_margins", ("scan", "poor", "digital", "docx"))
def printed_with_margins(draft: Draft) -> None:
    """An article copied into an office program and printed: table of source and day on top, notes by hand in the margin."""
    flow = draft.flow(draft.type("song", 14, leading=1.8), margins=(96, 76, 84, 66))
    flow.heading(f"{draft.org.short}媒体报道汇编", draft.type("kai", 13, GREY), align="right", after=6)
    flow.table(
        [
            ["媒体", _outlet(draft), "日期", when(draft, "publish_date", "cn", "dots", "iso")],
            [
                "版面/栏目",
                draft.pick("民生版", "工会新闻", "社会"),
                "收集",
                day(later(draft["publish_date"], 3), "cn"),
            ],
        ],
        (1, 2.4, 1, 2),
        least=28,
    )
    flow.heading(draft.put("title"), draft.type("hei-bold", 20), after=8)
    for one in mentioned(draft):
        flow.paragraph(one)
    scribble(draft, flow.page, "已剪", 36, 260)
    scribble(draft, flow.page, f"№{draft.rng.randint(1, 30)}".replace("№", "第"), 40, 120)
