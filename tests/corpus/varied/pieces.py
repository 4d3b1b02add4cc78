"""Pieces of the varied set: dates, amounts and code as other offices print them, label lines and frames."""

from collections.abc import Sequence
from datetime import date, timedelta

from tests.corpus import marks, printed
from tests.corpus.draft import Draft
from tests.corpus.page import RED, Colour, Page, Type, wrap

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

STYLES = ("plain", "gaps", "zero", "uneven", "wide", "dash", "dots", "han", "hao", "slashes")


def day(value: date, style: str = "plain") -> str:
    """A date in a form of this set; `boxes` leaves room around each number, as forms to be filled do."""
    year, month, number = value.year, value.month, value.day
    return {
        "plain": f"{year}年{month}月{number}日",
        "gaps": f"{year} 年 {month} 月 {number} 日",
        "boxes": f"{year}　年　{month}　月　{number}　日",
        "zero": f"{year} 年 {month:02d} 月 {number:02d} 日",
        "uneven": f"{year}年 {month}月 {number}日",
        "wide": f"{year}年{month}月{number}日".translate(_WIDE),
        "dash": f"{year}-{month}-{number}",
        "iso": f"{year}-{month:02d}-{number:02d}",
        "dots": f"{year}.{month:02d}.{number:02d}",
        "slashes": f"{year}/{month}/{number}",
        "run": f"{year}{month:02d}{number:02d}",
        "han": printed.day(value, "han"),
        "ring": printed.day(value, "ring"),
        "hao": f"{year}年{month}月{number}号",
        "english": f"{_ENGLISH[month - 1]} {number}, {year}",
    }[style]


def month(value: date, style: str = "plain") -> str:
    """Year and month."""
    if style == "han":
        return printed.month(value, "han")
    return {"gaps": f"{value.year} 年 {value.month} 月", "dots": f"{value.year}.{value.month:02d}"}.get(
        style, f"{value.year}年{value.month}月"
    )


def when(draft: Draft, name: str, style: str | None = None) -> str:
    """Marked date of a fact."""
    return draft.put(name, day(draft[name], style or draft.rng.choice(STYLES)))


def when_month(draft: Draft, name: str, style: str = "plain") -> str:
    """Marked date of a fact, printed to the month."""
    return draft.put(name, month(draft[name], style), draft[name].strftime("%Y-%m"))


def until(draft: Draft, style: str, joint: str = "{}至{}") -> str:
    """`valid_from` and `valid_until` in one line."""
    start = when(draft, "valid_from", style)
    if draft["valid_until"] is None:
        draft.truth["valid_until"] = None
        return joint.format(start, marks.mark("valid_until", "长期"))
    return joint.format(start, when(draft, "valid_until", style))


def cash(draft: Draft, name: str, *styles: str) -> str:
    """Marked amount of CNY in one of the forms."""
    amount = float(draft[name])
    style = draft.rng.choice(styles or ("yuan", "sign", "wan", "big", "both", "wide"))
    plain = f"{amount:.2f}" if amount % 1 else f"{amount:.0f}"
    forms = {
        "yuan": f"{plain} 元",
        "bare": plain,
        "bare2": f"{amount:.2f}",
        "comma": f"{amount:,.2f}",
        "sign": f"￥{amount:.2f}",
        "yen": f"¥ {amount:,.2f}元",
        "wan": f"{amount / 10000:g} 万元",
        "wan2": f"{amount / 10000:.2f}万元",
        "rmb": f"RMB {amount:,.2f}",
        "wide": f"{plain}元".translate(_WIDE),
        "big": printed.capitals(amount) if amount == round(amount) else f"{plain}元",
        "round": printed.capitals(amount).replace("元整", "圆整")
        if amount == round(amount)
        else f"{plain}元",
        "both": f"（大写）{printed.capitals(amount)}（小写）{plain}元"
        if amount == round(amount)
        else f"{plain}元",
    }
    if style.startswith("wan") and amount < 10000:
        style = "yuan"
    return draft.put(name, forms[style], amount)


def code(draft: Draft, name: str = "uscc", style: str | None = None) -> str:
    """Marked credit code: in one run, in groups, or with a letter-space that some printers leave."""
    value = str(draft[name])
    style = style or draft.rng.choice(("run", "run", "run", "fours", "parts"))
    text = {
        "run": value,
        "fours": " ".join(value[at : at + 4] for at in range(0, 18, 4)),
        "parts": f"{value[:2]} {value[2:8]} {value[8:17]} {value[17]}",
    }[style]
    return draft.put(name, text)


def gapped(text: str) -> str:
    """A space between the characters of a title."""
    return " ".join(text)


def tall(text: str, type_: Type, width: float) -> float:
    """Height of a paragraph."""
    return len(wrap(text, type_, width)) * type_.size * type_.leading


def pairs(
    page: Page,
    rows: Sequence[tuple[str, str]],
    at: tuple[float, float, float],
    type_: Type,
    *,
    label_type: Type | None = None,
    step: float = 0.0,
    joint: str = "　",
    label_width: float = 0.0,
) -> float:
    """Lines of label and value from (left, top, right) down; returns y below. Without a colon unless `joint` has one."""
    left, y, right = at
    label_type = label_type or type_
    width = label_width or max(label_type.width(one) for one, _ in rows) + label_type.width(joint)
    for name, value in rows:
        page.text(left, y + 0.86 * type_.size, name + joint, label_type)
        below = page.paragraph(
            left + width, y - type_.size * 0.15, right - left - width, value, type_.but(leading=1.3)
        )
        y = max(y + (step or type_.size * 2), below + type_.size * 0.5)
    return y


def stacked(  # noqa: PLR0917
    page: Page,
    x: float,
    y: float,
    width: float,
    name: str,
    value: str,
    small: Type,
    type_: Type,
    *,
    align: str = "left",
) -> float:
    """The label small above its value; returns y below."""
    y = page.paragraph(x, y, width, name, small, align=align)
    return page.paragraph(x, y + 1, width, value, type_, align=align) + type_.size * 0.55


def frame(
    page: Page, colour: Colour, inset: float = 30, lines: Sequence[tuple[float, float]] = ((0, 3.0), (7, 0.6))
) -> None:
    """Nested rules around the page; each (offset, width)."""
    for offset, width in lines:
        d = inset + offset
        page.rect((d, d, page.width - d, page.height - d), colour, width)


def band(
    page: Page, y0: float, y1: float, colour: Colour, text: str = "", type_: Type | None = None, x: float = 24
) -> None:
    """A coloured band over the page's width, with words on it."""
    page.rect((0, y0, page.width, y1), None, fill=colour)
    if type_:
        page.text(x, (y0 + y1) / 2 + type_.size * 0.35, text, type_)


def red_line(page: Page, y: float, left: float = 70, right: float | None = None, star: bool = False) -> None:
    """The red rule under an official head, with a star in the middle for some offices."""
    right = right or page.width - left
    middle = (left + right) / 2
    if star:
        page.line(left, y, middle - 14, y, RED, 2)
        page.line(middle + 14, y, right, y, RED, 2)
        return
    page.line(left, y, right, y, RED, 2)


def before(value: date, days: int) -> date:
    """A day earlier."""
    return value - timedelta(days=days)


def after(value: date, days: int) -> date:
    """A day later."""
    return value + timedelta(days=days)
