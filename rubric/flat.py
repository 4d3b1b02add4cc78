"""A nested value as rows of path and value, for tables and for comparing, and back again.

A path names the keys from outside in, `tiers/5A`; `#2` is the second of a list, and a path that ends in `[]` has a list of
words for its value: `words/media_clipping[]`. In a key, `~`, `/` and `#` are written `~0`, `~1` and `~2`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

Step = str | int
"""A key, or a place in a list from 0 on."""
Steps = tuple[Step, ...]

WORDS = "[]"
_ESCAPES = (("~", "~0"), ("/", "~1"), ("#", "~2"))


class PathError(ValueError):
    """A path that says nothing, or that says of one place that it is two things."""


def flatten(value: Mapping[str, Any]) -> dict[str, Any]:
    """The scalars and lists of words in it by their paths, in order. What is None or empty isn't told, but for lists."""
    return dict(_rows("", value))


def _rows(path: str, value: object) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, each in cast("Mapping[str, Any]", value).items():
            yield from _rows(_joined(path, _escaped(key)), each)
    elif isinstance(value, list | tuple):
        items = list(cast("Sequence[Any]", value))
        if all(isinstance(item, str) for item in items):
            yield path + WORDS, items
        else:
            for number, item in enumerate(items, start=1):
                yield from _rows(_joined(path, f"#{number}"), item)
    elif value is not None:
        yield path, value


def steps_of(path: str) -> Steps:
    """The steps of a path. PathError."""
    found: list[Step] = []
    for part in path.removesuffix(WORDS).split("/"):
        if part[:1] == "#" and part[1:].isdecimal() and int(part[1:]) > 0:
            found.append(int(part[1:]) - 1)
        elif part and part[0] != "#":
            found.append(_plain(part))
        else:
            raise PathError(path)
    return tuple(found)


def unflatten(rows: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The nested value of such rows. PathError."""
    root: dict[Step, Any] = {}
    for path, value in rows:
        steps = steps_of(path)
        here = root
        for step in steps[:-1]:
            inner = here.setdefault(step, {})
            if not isinstance(inner, dict):
                raise PathError(path)
            here = cast("dict[Step, Any]", inner)
        if steps[-1] in here:
            raise PathError(path)
        here[steps[-1]] = value
    return cast("dict[str, Any]", _listed(root))


def _listed(value: object) -> object:
    """The value with lists where the keys are places of lists."""
    if not isinstance(value, dict):
        return value
    inner = {step: _listed(each) for step, each in cast("dict[Step, Any]", value).items()}
    places = sorted(step for step in inner if isinstance(step, int))
    if not places:
        return inner
    if len(places) < len(inner):
        raise PathError("/".join(map(str, inner)))
    return [inner[place] for place in places]


def _joined(path: str, step: str) -> str:
    return f"{path}/{step}" if path else step


def _escaped(key: str) -> str:
    for mark, escape in _ESCAPES:
        key = key.replace(mark, escape)
    return key


def _plain(part: str) -> str:
    for mark, escape in reversed(_ESCAPES):
        part = part.replace(escape, mark)
    return part
