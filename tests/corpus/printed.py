"""How values are printed: dates, periods, amounts, labels, in the forms that papers really use."""

import random
from datetime import date

_DIGITS = "〇一二三四五六七八九"
_BIG = "零壹贰叁肆伍陆柒捌玖"

DATE_STYLES = ("cn", "cn", "cn", "padded", "spaced", "iso", "dot", "slash", "han", "ring")
CN_STYLES = ("cn", "cn", "cn", "padded", "spaced")


def _han_number(number: int) -> str:
    if number <= 10:
        return "十" if number == 10 else _DIGITS[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def day(value: date, style: str = "cn") -> str:
    """A date: cn 2023年5月8日, padded 2023年05月08日, spaced, iso, dot, slash, han 二〇二三年五月八日, ring with ○."""
    year, month, number = value.year, value.month, value.day
    if style in ("han", "ring"):
        digits = "".join(_DIGITS[int(one)] for one in str(year))
        text = f"{digits}年{_han_number(month)}月{_han_number(number)}日"
        return text.replace("〇", "○") if style == "ring" else text
    return {
        "cn": f"{year}年{month}月{number}日",
        "padded": f"{year}年{month:02d}月{number:02d}日",
        "spaced": f"{year} 年 {month} 月 {number} 日",
        "iso": f"{year}-{month:02d}-{number:02d}",
        "dot": f"{year}.{month}.{number}",
        "slash": f"{year}/{month:02d}/{number:02d}",
    }[style]


def month(value: date, style: str = "cn") -> str:
    """Year and month only."""
    if style in ("han", "ring"):
        return day(value, style).rpartition("月")[0] + "月"
    return {
        "iso": f"{value.year}-{value.month:02d}",
        "dot": f"{value.year}.{value.month}",
        "slash": f"{value.year}/{value.month:02d}",
    }.get(style, f"{value.year}年{value.month}月")


def capitals(amount: float) -> str:
    """An amount in the capital numerals of banks: 壹拾万元整."""
    whole = round(amount)
    sections = []
    for unit in ("", "万", "亿"):
        whole, part = divmod(whole, 10000)
        sections.append((part, unit))
    out = ""
    for part, unit in reversed(sections):
        if not part:
            continue
        digits = f"{part:04d}"
        text, zero = "", False
        for digit, place in zip(digits, ("仟", "佰", "拾", ""), strict=True):
            if digit == "0":
                zero = bool(text) or bool(out)
                continue
            text += ("零" if zero else "") + _BIG[int(digit)] + place
            zero = False
        out += text + unit
    return out + "元整"


def money(
    amount: float,
    rng: random.Random,
    styles: tuple[str, ...] = ("wan", "wan_rmb", "yuan", "comma", "big", "both"),
) -> str:
    """An amount in one of the usual forms."""
    style = rng.choice(styles)
    wan = f"{amount / 10000:g}"
    if style in ("wan", "wan_rmb") and amount < 10000:
        style = "yuan"
    whole = f"{amount:.0f}" if amount == round(amount) else f"{amount:.2f}"
    return {
        "wan": f"{wan}万元",
        "wan_rmb": rng.choice(
            (f"人民币{wan}万元", f"{wan}.00万元" if "." not in wan else f"{wan}万元", f"{wan}万元人民币")
        ),
        "yuan": f"{whole}元",
        "comma": f"{amount:,.2f}元",
        "big": f"人民币{capitals(amount)}",
        "both": f"人民币{capitals(amount)}（￥{amount:,.2f}）",
    }[style]


def spaced(label: str, width: int = 4, rng: random.Random | None = None) -> str:
    """A label of fewer characters stretched with wide spaces, as forms do: 名　　称."""
    if len(label) >= width or len(label) < 2 or (rng is not None and rng.random() < 0.4):
        return label
    gaps = len(label) - 1
    each, more = divmod(width - len(label), gaps)
    out = label[0]
    for number, character in enumerate(label[1:]):
        out += "　" * (each + (1 if number < more else 0)) + character
    return out


def document_number(rng: random.Random, prefix: str, year: int) -> str:
    """A document number such as 宁工发〔2023〕15号."""
    opening, closing = rng.choice((("〔", "〕"), ("〔", "〕"), ("〔", "〕"), ("[", "]"), ("（", "）")))
    return f"{prefix}{opening}{year}{closing}{rng.randint(1, 128)}号"
