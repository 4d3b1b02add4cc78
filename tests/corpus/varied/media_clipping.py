"""Reports in media: a crowded newspaper page, a register of cuttings, a site, a phone's long picture, an e-paper, a frame."""

import random
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tests.corpus import marks
from tests.corpus.draft import LAST_DAY, Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.page import Page, Type, wrap
from tests.corpus.varied import prose
from tests.corpus.varied.bodies import outlet
from tests.corpus.varied.people import applicant, person
from tests.corpus.varied.pieces import after, band, day, tall, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "media_clipping"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A report; one in seven is about another organization."""
    level = (
        fixed.get("outlet_level")
        or rng.choices(("national", "provincial", "prefecture", "county", "other"), (14, 26, 34, 14, 12))[0]
    )
    stance = fixed.get("stance") or rng.choices(("positive", "neutral", "negative"), (72, 14, 14))[0]
    about = fixed.get("mentions_organization", rng.random() < 0.86)
    published = fixed.get("publish_date") or some_day(rng, date(2021, 2, 1), LAST_DAY)
    subject = org if about else applicant(rng)
    title, texts = prose.article(rng, subject, published, stance)
    name = outlet(rng, org.place, level)
    values: Values = {
        "outlet": name,
        "outlet_level": level,
        "title": title,
        "publish_date": published,
        "mentions_organization": about,
        "stance": stance,
        "texts": texts,
        "paper": True if name.endswith("报") else None,
        "about": True if about else None,
    }
    values.update(fixed)
    return values


def _texts(draft: Draft) -> list[str]:
    draft.unprinted("mentions_organization")
    draft.unprinted("stance")
    texts = list(draft["texts"])
    for number, text in enumerate(texts):
        if draft.org.name in text:
            head, _, tail = text.partition(draft.org.name)
            texts[number] = (
                head
                + draft.put("mentions_organization", draft.org.name, draft["mentions_organization"])
                + tail
            )
            break
    return texts


def _outlet(draft: Draft, text: str | None = None) -> str:
    return draft.also("outlet_level", draft.put("outlet", text))


def _columns(
    page: Page, texts: Sequence[str], box: tuple[float, float, float], columns: int, type_: Type
) -> float:
    """Text in columns from (left, top, right); returns y below."""
    left, top, right = box
    gap = 16.0
    width = (right - left - gap * (columns - 1)) / columns
    lines = [line for text in texts for line in wrap("　　" + text, type_, width)]
    per = -(-len(lines) // columns)
    for number, line in enumerate(lines):
        column, row = divmod(number, per)
        text = "".join(marks.mark("|".join(names), one) if names else one for one, names in line.characters)
        page.text(
            left + column * (width + gap), top + row * type_.size * type_.leading + type_.size, text, type_
        )
    return top + per * type_.size * type_.leading + 12


@layout(KIND, "crowded_page", ("scan", "photo", "poor", "digital"), needs="paper about")
def crowded_page(draft: Draft) -> None:
    """A broadsheet page: folio line on top, a large other article, ours boxed at the side, an advertisement below."""
    rng = draft.rng
    page = draft.page((840, 1180), (248, 247, 242))
    week = "一二三四五六日"[draft["publish_date"].weekday()]
    page.line(40, 40, 800, 40, (20, 20, 20), 2)
    small = draft.type("song", 11)
    page.text(46, 62, f"{rng.randint(2, 16)}", draft.type("hei-bold", 22))
    page.text(84, 60, f"{when(draft, 'publish_date', draft.pick('plain', 'gaps'))}　星期{week}", small)
    page.text(
        420,
        62,
        draft.pick("要闻·综合", "基层", "社会·民生", "职工之声"),
        draft.type("hei-bold", 18),
        "center",
    )
    page.text(796, 62, _outlet(draft), draft.type("kai", 22), "right")
    page.text(640, 60, f"责编 {person(rng)} 美编 {person(rng)}", small, "right")
    page.line(40, 72, 800, 72, (20, 20, 20), 0.8)
    body = draft.type("song", 10.5, leading=1.5)
    fillers = rng.sample(prose.FILLERS, 5)
    big, big_text = fillers[0]
    page.text(300, 118, big, draft.type("song-bold", 30), "center")
    page.text(300, 142, f"本报记者 {person(rng)}", draft.type("kai", 11), "center")
    page.rect((56, 156, 546, 330), None, fill=(176, 180, 184))
    page.text(300, 346, "图为活动现场。 通讯员供图", draft.type("kai", 10), "center")
    y = _columns(page, [big_text, *(text for _, text in fillers[1:3]), big_text], (56, 356, 546), 3, body)
    box_top = 90.0
    head = draft.type("hei-bold", 19, leading=1.3)
    bottom = page.paragraph(574, box_top + 12, 212, draft.put("title"), head)
    page.text(574, bottom + 12, f"□ {draft.pick('记者', '通讯员')} {person(rng)}", draft.type("kai", 11))
    bottom = _columns(page, _texts(draft), (574, bottom + 22, 786), 1, body)
    page.rect((562, box_top, 798, bottom), (90, 90, 90), 0.8)
    y = max(y, 60) + 10
    for title, text in fillers[3:]:
        page.line(56, y, 546, y, (150, 150, 150), 0.5)
        page.text(56, y + 28, title, draft.type("song-bold", 19))
        y = _columns(page, [text], (56, y + 38, 546), 2, body) + 6
    foot = max(y, bottom) + 16
    if foot < 1060:
        page.rect((56, foot, 798, 1140), (120, 20, 20), 1.2)
        page.text(
            427,
            (foot + 1140) / 2,
            "招租公告：沿街商铺对外公开招租，咨询电话 0519-55550000",
            draft.type("hei", 20, (120, 20, 20)),
            "center",
        )


@layout(KIND, "cutting_register", ("scan", "photo", "poor", "docx"))
def cutting_register(draft: Draft) -> None:
    """A form on which the organization lists outlet, column, day and title over the text of the report."""
    flow = draft.flow(draft.type("song", 12, leading=1.7), margins=(64, 70, 64, 60))
    flow.heading(
        draft.pick("新闻报道剪报表", "媒体宣传报道登记表", "报刊资料摘录"),
        draft.type("song-bold", 20),
        after=8,
    )
    flow.table(
        [
            [
                "媒体名称",
                _outlet(draft),
                "刊发时间",
                when(draft, "publish_date", draft.pick("dots", "plain", "slashes")),
            ],
            [
                "栏目/版面",
                draft.pick("头版", "A6版 民生", "二版", "首页要闻"),
                "归档日期",
                day(after(draft["publish_date"], 21), "dots"),
            ],
            ["报道标题", Cell(draft.put("title"), 3, align="left")],
            ["填表人", person(draft.rng), "是否转载", "否"],
        ],
        (1.4, 3, 1.4, 2.4),
        least=30,
    )
    flow.space(10)
    flow.paragraph("报道内容（全文）", draft.type("hei", 12), indent=0)
    for text in _texts(draft):
        flow.paragraph(text)


@layout(KIND, "site_article", ("digital", "screenshot", "scan", "html", "txt"))
def site_article(draft: Draft) -> None:
    """A site's article: breadcrumb with the outlet, title, info line with editor first; links and other titles below."""
    rng = draft.rng
    flow = draft.flow(
        draft.type("hei", 13, (45, 45, 45), leading=2.0), size=(680, 960), margins=(60, 40, 60, 50)
    )
    grey = draft.type("hei", 10.5, (130, 130, 130))
    flow.paragraph(
        f"您当前的位置：{_outlet(draft)} > {draft.pick('江苏频道', '社会', '工会新闻', '地方')} > 正文",
        grey,
        indent=0,
        after=16,
    )
    flow.heading(draft.put("title"), draft.type("hei-bold", 22, leading=1.5), after=6)
    flow.paragraph(
        f"编辑：{person(rng)}　|　{when(draft, 'publish_date', draft.pick('iso', 'plain', 'slashes'))} {rng.randint(6, 22)}:{rng.randint(10, 59)}　|　浏览量：{rng.randint(200, 9999)}",
        grey,
        indent=0,
        align="center",
        after=14,
    )
    for text in _texts(draft):
        flow.paragraph(text, after=6)
    flow.space(10)
    flow.paragraph("相关阅读", draft.type("hei-bold", 12), indent=0)
    for title, _ in rng.sample(prose.FILLERS, 3):
        flow.paragraph(
            f"· {title}　{day(after(draft['publish_date'], -rng.randint(1, 9)), 'iso')}", grey, indent=0
        )
    flow.paragraph(
        f"版权所有 {draft.again('outlet')}　互联网新闻信息服务许可证", grey, indent=0, align="center"
    )


@layout(KIND, "phone_article", ("screenshot", "screenshot", "photo"))
def phone_article(draft: Draft) -> None:
    """A long picture from a phone: account with button, title above, day under it; the applicant's comments below."""
    rng = draft.rng
    texts = _texts(draft)
    body, head = draft.type("hei", 17, (40, 40, 40), leading=1.75), draft.type("hei-bold", 23, leading=1.35)
    height = (
        150
        + tall(marks.plain(draft["title"]), head, 350)
        + sum(tall(marks.plain(one), body, 350) + 18 for one in texts)
        + 170
    )
    page = draft.page((390, height + 190))
    page.text(195, 30, "···", draft.type("hei", 16), "right")
    y = page.paragraph(20, 46, 350, draft.put("title"), head) + 12
    page.round((20, y, 52, y + 32), None, fill=rng.choice(((196, 30, 30), (30, 80, 180))))
    page.text(62, y + 14, _outlet(draft), draft.type("hei", 14))
    grey = draft.type("hei", 11.5, (150, 150, 150))
    page.text(
        62,
        y + 31,
        f"{when(draft, 'publish_date', draft.pick('plain', 'iso'))} {rng.randint(6, 22)}:{rng.randint(10, 59)}　发布于 {draft.pick('江苏', '北京')}",
        grey,
    )
    page.text(370, y + 20, "+关注", draft.type("hei", 13, (200, 40, 40)), "right")
    y += 50
    page.rect((20, y, 370, y + 180), None, fill=(190, 196, 204))
    y += 196
    for text in texts:
        y = page.paragraph(20, y, 350, text, body) + 18
    page.text(20, y + 20, f"责任编辑：{person(rng)}　值班主编：{person(rng)}", grey)
    page.text(20, y + 50, f"评论 {rng.randint(2, 99)}", draft.type("hei-bold", 14))
    page.text(20, y + 76, f"热心网友：为{draft.org.place.city}点赞！", draft.type("hei", 13, (90, 90, 90)))


@layout(KIND, "electronic_paper", ("digital", "screenshot", "poor"), needs="paper")
def electronic_paper(draft: Draft) -> None:
    """数字报: picture of the page at the left with titles only, the article at the right."""
    rng = draft.rng
    page = draft.page((980, 720))
    band(page, 0, 64, (248, 244, 236))
    page.text(30, 44, _outlet(draft), draft.type("kai", 32, (170, 20, 20)))
    page.text(
        220,
        42,
        f"数字报　　{when(draft, 'publish_date', draft.pick('iso', 'plain'))}　第{rng.randint(1, 8):02d}版：综合新闻",
        draft.type("hei", 12, (90, 90, 90)),
    )
    page.text(950, 42, "上一版　下一版　往期回顾", draft.type("hei", 11, (90, 90, 90)), "right")
    page.rect((24, 80, 320, 700), (170, 170, 170), 0.6, (246, 246, 242))
    y = 110.0
    for title, _ in rng.sample(prose.FILLERS, 4):
        page.text(36, y, title, draft.type("song-bold", 12))
        page.rect((36, y + 8, 308, y + 96), None, fill=(224, 224, 220))
        y += 122
    page.paragraph(36, y, 272, draft.again("title"), draft.type("song-bold", 11))
    y = (
        page.paragraph(
            350, 86, 600, draft.put("title"), draft.type("hei-bold", 20, leading=1.4), align="center"
        )
        + 6
    )
    page.text(
        650, y + 10, f"作者：{person(rng)}　{person(rng)}", draft.type("hei", 11, (120, 120, 120)), "center"
    )
    body = draft.type("song", 12, leading=1.75)
    y += 24
    for text in _texts(draft):
        y = page.paragraph(350, y, 600, text, body, indent=2) + 4


@layout(KIND, "video_frame", ("screenshot", "photo"))
def video_frame(draft: Draft) -> None:
    """A frame of a news programme with a caption; the text of the report under it, as sites of stations print it."""
    page = draft.page((800, 860))
    page.rect((0, 0, 800, 450), None, fill=(96, 110, 124))
    page.rect((320, 120, 480, 360), None, fill=(128, 140, 150), radius=60)
    page.rect((0, 372, 800, 432), None, fill=(20, 60, 140))
    page.text(
        24,
        412,
        draft.put("title"),
        draft.type("hei-bold", min(26, 720 / len(draft["title"])), (255, 255, 255)),
    )
    page.text(
        776,
        40,
        draft.pick("新闻联播", "民生直通车", "新闻眼"),
        draft.type("hei-bold", 20, (255, 255, 255)),
        "right",
    )
    page.text(24, 486, f"来源：{_outlet(draft)}", draft.type("hei", 13, (110, 110, 110)))
    page.text(
        776,
        486,
        f"时间：{when(draft, 'publish_date', draft.pick('iso', 'dots'))}",
        draft.type("hei", 13, (110, 110, 110)),
        "right",
    )
    body = draft.type("hei", 14, leading=1.7)
    y = 504.0
    for text in _texts(draft):
        if y + tall(marks.plain(text), body, 750) > 850:
            continue
        y = page.paragraph(24, y, 750, text, body, indent=2) + 4
