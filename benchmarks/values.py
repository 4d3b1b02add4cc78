"""When two values of a fact are the same, for scoring.

Texts are compared after NFKC (which folds the widths of brackets and digits) and without white space; numbers with a
tolerance of a thousandth or a millionth of their size, whichever is more; lists as sets; years, grades and dates
exactly.
"""

import unicodedata
from collections.abc import Hashable, Mapping
from typing import Any


def folded(text: str) -> str:
    """The text in one width, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def same(found: Any, true: Any) -> bool:  # noqa: ANN401 - a fact's value may be anything that JSON holds
    """Whether a value that was found is the true one."""
    if _number(found) and _number(true):
        return abs(found - true) <= max(1e-3, 1e-6 * abs(true))
    return _comparable(found) == _comparable(true)


def _number(value: Any) -> bool:  # noqa: ANN401 - see `same`
    return isinstance(value, int | float) and not isinstance(value, bool)


def _comparable(value: Any) -> Hashable:  # noqa: ANN401 - see `same`
    if isinstance(value, str):
        return folded(value)
    if isinstance(value, list | tuple):
        return frozenset(_comparable(each) for each in value)
    if isinstance(value, Mapping):
        return frozenset((name, _comparable(each)) for name, each in value.items())
    if _number(value):
        return round(float(value), 3)
    return ("not a text", value)
