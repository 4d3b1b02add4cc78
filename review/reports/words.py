"""Values as a reviewer reads them: points, intervals, dates, money, lists."""

from collections.abc import Mapping
from datetime import date, datetime

from pydantic import JsonValue

from dossier.shown import shown
from review.reports.messages import VALUE_NAMES

MONEY = frozenset({"amount", "registered_capital"})


def number(value: float) -> str:
    """A number without needless decimals: 6, 4.5, 1,200.5."""
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".")


def interval(bounds: tuple[float, float]) -> str:
    """`61–78`, or `6` where both ends agree."""
    low, high = bounds
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def percent(value: float) -> str:
    """A fraction as a percentage with at most two decimals."""
    return f"{number(value * 100)}%"


def day(value: date) -> str:
    """2026年11月15日."""
    return f"{value.year}年{value.month}月{value.day}日"


def moment(value: datetime) -> str:
    """2026年11月15日 10:00, in the time zone that the submission states."""
    return f"{day(value)} {value:%H:%M}"


def pages(first: int, last: int) -> str:
    """第3页, or 第3–5页."""
    return f"第{first}页" if first == last else f"第{first}–{last}页"


def fact_value(name: str, value: JsonValue, raw: str) -> str:
    """A fact's value in Chinese; where it is null (an unlimited validity), what the page prints."""
    if value is None:
        return raw
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _figure(name, value)
    if isinstance(value, str):
        return VALUE_NAMES.get(name, {}).get(value, value)
    if isinstance(value, list):
        return "、".join(fact_value(name, item, "") for item in value)
    return _pairs(value)


def _figure(name: str, value: float) -> str:
    if name == "rate":
        return percent(value)
    if name == "year":
        return str(int(value))
    if name == "session":
        return f"第{int(value)}届"
    return f"{number(value)} 元" if name in MONEY else number(value)


def _pairs(value: Mapping[str, JsonValue]) -> str:
    if "criterion" in value and isinstance(points := value.get("points"), int | float):
        return f"{value['criterion']}：{number(points)}分"
    return "，".join(f"{key}：{fact_value(key, item, '')}" for key, item in value.items())


def harmless(value: object) -> object:
    """What stands in a page can't turn the words around it, whatever papers and applicants say. For Jinja's `finalize`."""
    return shown(value, lines=True) if type(value) is str else value
