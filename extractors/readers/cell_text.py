"""Cell values as the sheet prints them: dates, percentages, decimals, by the cell's number format."""

import datetime as dt
import re

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DATE_TOKEN = re.compile(
    r"yyyy|yy|mmmm|mmm|mm|m|dd|d|hh|h|ss|s|am/pm|上午/下午|aaaa|aaa|.", re.IGNORECASE | re.DOTALL
)
_DECIMALS = re.compile(r"[0#?]\.([0#?]+)")
_WEEKDAYS = "一二三四五六日"

Value = str | float | int | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None


def cell_text(value: Value, number_format: str) -> str:
    """The value as it is printed, as nearly as a reader needs: 2023年5月1日, 85.6%, 1,200.00."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return _date(value, number_format)
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    if isinstance(value, (int, float)):
        return _number(float(value), number_format)
    return str(value)


def _number(value: float, number_format: str) -> str:
    shape = number_format.split(";", maxsplit=1)[0]
    bare = _LITERAL.sub("", shape)
    if "%" in bare:
        return f"{value * 100:.{_decimals(bare)}f}%"
    if re.search(r"[0#?]", bare) and "E" not in bare.upper().replace("GENERAL", ""):
        grouped = "," if re.search(r"[#0],[#0]", bare) else ""
        number = f"{value:{grouped}.{_decimals(bare)}f}"
        width = len(re.match(r"0*", bare.lstrip("#,")).group()) if "." not in bare and not grouped else 0  # type: ignore[union-attr]
        return _affix(shape, number.zfill(width) if width > 1 else number)
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}"


def _decimals(bare: str) -> int:
    match = _DECIMALS.search(bare)
    return len(match.group(1)) if match else 0


def _affix(shape: str, number: str) -> str:
    """Literal text before and behind the digits, such as 元 or ¥."""
    match = re.match(r'^((?:"[^"]*"|\[\$[^\]]*\]|[¥￥$])*)[#0?,.]+((?:"[^"]*"|[元人次个])*)', shape)
    if match is None:
        return number
    before = re.sub(r"\[\$([^\]-]*)[^\]]*\]", r"\1", match.group(1)).replace('"', "")
    return before + number + match.group(2).replace('"', "")


def _date(value: dt.datetime | dt.date | dt.time, number_format: str) -> str:
    shape = re.sub(
        r"\[\$-[^\]]*\]|\[dbnum\d\]", "", number_format.split(";", maxsplit=1)[0], flags=re.IGNORECASE
    )
    if not re.search(r"[ymdhs]", shape, re.IGNORECASE):
        return value.isoformat(sep=" ") if isinstance(value, dt.datetime) else value.isoformat()
    parts: list[str] = []
    at = 0
    hours_before = False
    twelve = bool(re.search(r"am/pm|上午/下午", shape, re.IGNORECASE))
    while at < len(shape):
        literal = _LITERAL.match(shape, at)
        if literal:
            parts.append(literal.group(1) or literal.group(2) or "")
            at = literal.end()
            continue
        token = _DATE_TOKEN.match(shape, at)
        if token is None:
            break
        word = token.group().lower()
        at = token.end()
        minutes = word in ("m", "mm") and (hours_before or re.match(r"[^ymd]*s", shape[at:], re.IGNORECASE))
        parts.append(_token(word, value, minutes=bool(minutes), twelve=twelve))
        if word[0] in "ymdhs":
            hours_before = word[0] == "h"
    return "".join(parts).strip()


def _token(word: str, value: dt.datetime | dt.date | dt.time, *, minutes: bool, twelve: bool) -> str:
    year, month, day = (getattr(value, name, 0) for name in ("year", "month", "day"))
    hour, minute, second = (getattr(value, name, 0) for name in ("hour", "minute", "second"))
    if minutes:
        return f"{minute:02d}" if word == "mm" else str(minute)
    shown = (hour % 12 or 12) if twelve else hour
    plain: dict[str, str] = {
        "yyyy": f"{year:04d}", "yy": f"{year % 100:02d}", "mmmm": f"{month}月", "mmm": f"{month}月",
        "mm": f"{month:02d}", "m": str(month), "dd": f"{day:02d}", "d": str(day),
        "hh": f"{shown:02d}", "h": str(shown), "ss": f"{second:02d}", "s": str(second),
        "am/pm": "AM" if hour < 12 else "PM", "上午/下午": "上午" if hour < 12 else "下午",
    }  # fmt: skip
    if word in ("aaaa", "aaa"):
        weekday = _WEEKDAYS[value.weekday()] if isinstance(value, dt.date) else ""
        return ("星期" if word == "aaaa" else "") + weekday
    return plain.get(word, word)
