"""Pieces of the further layouts: dates and amounts in other forms, heads of sites and phones, a desk, notes by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

from tests.corpus import marks, printed
from tests.corpus.draft import Draft
from tests.corpus.flow import Flow
from tests.corpus.page import RED, Colour, Page, Rect, Type, wrap
from tests.corpus.seals import box_stamp

WHITE: Colour = (255, 255, 255)
GREY: Colour = (122, 126, 134)
INK: Colour = (28, 40, 120)
"""A pen's blue."""
_WIDE = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
_WEEK = "一二三四五六日"
STYLES = (
    "cn",
    "fullwidth",
    "zero",
    "half_spaced",
    "wide_dots",
    "em",
    "han",
    "nil_han",
    "letter_o",
    "weekday",
    "iso",
    "slash",
)


def day(value: date, style: str = "cn") -> str:
    """A date in a form of this set."""
    year, month, number = value.year, value.month, value.day
    han = printed.day(value, "han")
    return {
        "cn": f"{year}年{month}月{number}日",
        "fullwidth": f"{year}年{month:02d}月{number:02d}日".translate(_WIDE),
        "zero": f"{year}年{month:02d}月{number:02d}日",
        "half_spaced": f"{year}年 {month}月 {number}日",
        "wide_gaps": f"{year}  年  {month}  月  {number}  日",
        "wide_dots": f"{year}．{month}．{number}",
        "dots": f"{year}.{month}.{number}",
        "em": f"{year}—{month:02d}—{number:02d}",
        "han": han,
        "nil_han": han.replace("〇", "零"),
        "letter_o": han.replace("〇", "O"),
        "weekday": f"{year}年{month}月{number}日（星期{_WEEK[value.weekday()]}）",
        "iso": value.isoformat(),
        "slash": f"{year}/{month:02d}/{number:02d}",
        "run": f"{year}{month:02d}{number:02d}",
        "english": f"{number} {value:%B} {year}",
    }[style]


def when(draft: Draft, name: str, *styles: str) -> str:
    """Marked date of a fact, in one of the styles."""
    return draft.put(name, day(draft[name], draft.rng.choice(styles or STYLES)))


def end(draft: Draft, style: str) -> str:
    """Marked `valid_until`; without an end 长期."""
    if draft["valid_until"] is None:
        draft.truth["valid_until"] = None
        return marks.mark("valid_until", draft.pick("长期", "长期有效"))
    return when(draft, "valid_until", style)


def span(draft: Draft, style: str, joint: str = "{}至{}") -> str:
    """`valid_from` and `valid_until` in one line."""
    return joint.format(when(draft, "valid_from", style), end(draft, style))


def amount(draft: Draft, name: str, *styles: str) -> str:
    """Marked amount of CNY in one of the forms."""
    value = float(draft[name])
    plain = f"{value:.2f}" if value % 1 else f"{value:.0f}"
    capitals = printed.capitals(value) if value == round(value) else f"{plain}元"
    forms = {
        "yuan": f"{plain}元",
        "cents": f"{value:.2f}元",
        "yuan_zheng": f"{plain}元整" if value == round(value) else f"{plain}元",
        "wan": f"{value / 10000:g}万元" if value >= 10000 else f"{plain}元",
        "wan_zheng": f"{value / 10000:g}万元整" if value >= 10000 else f"{plain}元整",
        "comma": f"{value:,.2f}元",
        "sign": f"¥{value:,.2f}",
        "wide": f"{plain}元".translate(_WIDE),
        "capitals": f"人民币{capitals}",
        "spaced": f"{capitals}",
        "both": f"{plain}元（大写：{capitals}）",
        "bracket": f"{value / 10000:g}（万元）" if value >= 10000 else f"{plain}（元）",
    }
    return draft.put(name, forms[draft.rng.choice(styles or tuple(forms))], value)


def later(value: date, days: int) -> date:
    """A day so many days later, or earlier where negative."""
    return value + timedelta(days=days)


def fitted(
    draft: Draft, family: str, size: float, text: str, width: float, colour: Colour = (20, 20, 20)
) -> Type:
    """Type that sets the plain text into one line of the width, at most of the size."""
    found = draft.type(family, size, colour)
    return found.but(size=min(size, size * width / max(1.0, found.width(marks.plain(text)))))


def rows(
    page: Page,
    pairs: Sequence[tuple[str, str]],
    at: tuple[float, float, float],
    split: float,
    label: Type,
    body: Type,
    step: float = 28.0,
) -> float:
    """Label and value line by line from (left, top, right), values from `left + split`; returns y below."""
    left, y, right = at
    for name, value in pairs:
        page.text(left, y + body.size, name, label)
        y = max(y + step, page.paragraph(left + split, y, right - left - split, value, body) + 5)
    return y


def stacks(
    page: Page,
    pairs: Sequence[tuple[str, str]],
    at: tuple[float, float, float],
    count: int,
    label: Type,
    body: Type,
    gap: float = 14.0,
) -> float:
    """Cards of label above value in `count` columns from (left, top, right); returns y below."""
    left, y, right = at
    width = (right - left) / count
    for start in range(0, len(pairs), count):
        below = y
        for column, (name, value) in enumerate(pairs[start : start + count]):
            page.text(left + column * width, y + label.size, name, label)
            below = max(
                below, page.paragraph(left + column * width, y + label.size + 4, width - 14, value, body)
            )
        y = below + gap
    return y


def down(page: Page, x: float, y: float, marked: str, type_: Type, step: float = 1.14) -> float:
    """One line set downwards, character by character; returns y below."""
    for character, names in marks.characters(marked):
        page.text(
            x,
            y + type_.size * 0.86,
            marks.mark("|".join(names), character) if names else character,
            type_,
            "center",
        )
        y += type_.size * step
    return y


def columns(
    page: Page,
    texts: Sequence[str],
    box: tuple[float, float, float],
    count: int,
    type_: Type,
    gap: float = 15.0,
) -> float:
    """Text that runs through columns from (left, top, right); returns y below."""
    left, top, right = box
    width = (right - left - gap * (count - 1)) / count
    lines = [line for text in texts for line in wrap("　　" + text, type_, width)]
    per = -(-len(lines) // count)
    step = type_.size * type_.leading
    for number, line in enumerate(lines):
        column, row = divmod(number, per)
        marked = "".join(marks.mark("|".join(names), one) if names else one for one, names in line.characters)
        page.text(left + column * (width + gap), top + row * step + type_.size, marked, type_)
    return top + per * step


def tall(texts: Sequence[str], type_: Type, width: float, gap: float = 0.0) -> float:
    """Height of paragraphs with a gap after each."""
    return sum(len(wrap("　　" + one, type_, width)) * type_.size * type_.leading + gap for one in texts)


def desk(draft: Draft, size: tuple[float, float], box: Rect, fill: Colour = WHITE) -> Page:
    """A page that is a picture of a desk: a pen, a cup's rim and another sheet lie beside the paper in `box`."""
    rng = draft.rng
    page = draft.page(size, rng.choice(((168, 132, 98), (94, 96, 102), (206, 200, 188), (120, 84, 60))))
    page.scene = True
    width, height = size
    page.rect((width - 150, -40, width + 30, height * 0.3), None, fill=(236, 236, 230))
    for n in range(5):
        page.line(width - 132, 14 + n * 16, width - 10, 14 + n * 16, (170, 170, 170), 1.5)
    page.rect(tuple(edge + 5 for edge in box), None, fill=(70, 60, 50))  # pyright: ignore[reportArgumentType] - four edges
    page.rect(box, None, fill=fill)
    page.round((-46, height - 74, 40, height + 12), (60, 80, 96), 7, (226, 230, 232))
    page.line(width - 60, height * 0.42, width - 22, height * 0.8, (24, 30, 70), 6)
    return page


def site(draft: Draft, page: Page, name: str, colour: Colour, menu: str, path: str = "") -> float:
    """A site's head with its name, a menu and the path to the page; returns y below."""
    page.rect((0, 0, page.width, 50), None, fill=colour)
    page.text(24, 33, name, draft.type("hei-bold", 18, WHITE))
    page.text(page.width - 24, 32, "登录 | 注册 | 无障碍", draft.type("hei", 9.5, WHITE), "right")
    page.rect((0, 50, page.width, 76), None, fill=(238, 241, 246))
    page.text(24, 68, menu, draft.type("hei", 11, (60, 66, 80)))
    if path:
        page.text(24, 96, f"您现在的位置：{path}", draft.type("hei", 9.5, GREY))
        return 106.0
    return 86.0


def site_foot(draft: Draft, page: Page, host: str) -> None:
    """A site's foot: who keeps it, filing numbers."""
    small = draft.type("hei", 8.5, GREY)
    page.line(0, page.height - 46, page.width, page.height - 46, (210, 214, 220), 0.6)
    page.text(
        page.width / 2, page.height - 30, f"主办：{host}　网站地图　联系我们　隐私声明", small, "center"
    )
    page.text(
        page.width / 2,
        page.height - 16,
        f"苏ICP备0500{draft.rng.randint(1000, 9999)}号　建议使用1024×768分辨率浏览",
        small,
        "center",
    )


def phone_top(draft: Draft, page: Page, title: str) -> None:
    """The top of a phone's screen in a chat programme."""
    dark = draft.type("hei", 11.5)
    page.text(20, 18, f"{draft.rng.randint(7, 22):02d}:{draft.rng.randint(0, 59):02d}", dark)
    page.text(page.width - 18, 18, f"4G+ ▲ {draft.rng.randint(9, 99)}", dark, "right")
    page.text(18, 48, "×", draft.type("hei", 17))
    page.text(page.width / 2, 47, title, draft.type("hei", 14.5), "center")
    page.text(page.width - 20, 48, "…", draft.type("hei", 17), "right")
    page.line(0, 60, page.width, 60, (226, 226, 226), 0.6)


def red_head(draft: Draft, flow: Flow, name: str, number: str = "", *, suffix: str = "") -> None:
    """An office's red head with its name, a number on a line of its own and the red rule."""
    flow.heading(name + suffix, fitted(draft, "song-bold", 32, name + suffix, flow.width, RED), after=10)
    if number:
        flow.paragraph(number, indent=0, align="center", after=3)
    flow.page.line(flow.left - 4, flow.y + 2, flow.left + flow.width + 4, flow.y + 2, RED, 2.2)
    flow.page.line(flow.left - 4, flow.y + 5, flow.left + flow.width + 4, flow.y + 5, RED, 0.7)
    flow.space(24)


def scribble(draft: Draft, page: Page, text: str, x: float, y: float) -> None:
    """A note by hand in a margin."""
    page.text(x, y, text, draft.type("hand", 12.5, INK))


def stamp(draft: Draft, page: Page, centre: tuple[float, float], chance: float = 0.4) -> None:
    """A stamp across a copy that says what it is for, on some."""
    if draft.rng.random() < chance:
        text = draft.pick("复印件与原件一致", "仅用于本次评选\n他用无效", "归档专用章", "再次复印无效")
        page.seal(
            box_stamp(text, draft.rng.randrange(9), draft.rng.choice(((200, 32, 44), (36, 56, 150)))),
            centre,
            126,
            text.replace("\n", ""),
        )


def mentioned(draft: Draft) -> list[str]:
    """The paragraphs of a report, our name marked where it is said first."""
    draft.unprinted("mentions_organization")
    draft.unprinted("stance")
    texts = list(draft["texts"])
    for number, text in enumerate(texts):
        head, found, tail = text.partition(draft.org.name)
        if found:
            texts[number] = (
                head
                + draft.put("mentions_organization", draft.org.name, draft["mentions_organization"])
                + tail
            )
            break
    return texts
