"""What is another in one standard than in another: criterion by criterion, field by field."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from rubric import messages
from rubric.flat import WORDS, flatten
from rubric.model import Criterion, Standard, id_order

_APART = {"criteria", "sha256"}


class Change(NamedTuple):
    """One field; None where it isn't there. `path`: its place, for what its name alone doesn't say."""

    field: str
    path: str
    before: str | None
    after: str | None


class Difference(NamedTuple):
    """What happened to a criterion, or to the standard as a whole (`criterion` None)."""

    criterion: str | None
    title: str
    sort: Literal["added", "removed", "changed"]
    changes: tuple[Change, ...]


def differences(before: Standard, after: Standard) -> tuple[Difference, ...]:
    """All of them, the whole first, then in order of ids. Versions of one criterion are matched by their order."""
    return tuple(_differences(before, after))


def _differences(before: Standard, after: Standard) -> Iterator[Difference]:
    whole = tuple(
        _changes(
            before.model_dump(mode="json", exclude=_APART), after.model_dump(mode="json", exclude=_APART)
        )
    )
    if whole:
        yield Difference(None, after.title, "changed", whole)
    old, new = _by_version(before), _by_version(after)
    for key in sorted(old.keys() | new.keys(), key=lambda key: (id_order(key[0]), key)):
        was, now = old.get(key), new.get(key)
        changes = tuple(_changes(_told(was), _told(now)))
        if changes:
            sort = "added" if was is None else "removed" if now is None else "changed"
            shown = now or was
            assert shown is not None  # noqa: S101 - one of them has the key
            yield Difference(key[0], shown.title, sort, changes)


def _by_version(standard: Standard) -> dict[tuple[str, int], Criterion]:
    found: dict[tuple[str, int], Criterion] = {}
    for criterion in sorted(standard.criteria, key=lambda each: each.effective.since):
        number = sum(identifier == criterion.id for identifier, _ in found)
        found[criterion.id, number] = criterion
    return found


def _told(criterion: Criterion | None) -> dict[str, Any]:
    if criterion is None:
        return {}
    return criterion.model_dump(mode="json")


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    was, now = (
        flatten({name: part for name, part in each.items() if name not in {"cases", "id"}})
        for each in (before, after)
    )
    for path in dict.fromkeys([*was, *now]):
        if was.get(path) != now.get(path):
            yield Change(*_named(path), _shown(was.get(path)), _shown(now.get(path)))
    cases, new_cases = before.get("cases", []), after.get("cases", [])
    if cases != new_cases:
        told = [messages.cases_told(len(each)) if each else None for each in (cases, new_cases)]
        yield Change(messages.FIELDS["cases"], "", told[0], told[1])


def _named(path: str) -> tuple[str, str]:
    """What the field is called, and what of its path the name doesn't say."""
    plain = path.removesuffix(WORDS)
    steps = plain.split("/")
    for count in range(len(steps), 0, -1):
        name = messages.FIELDS.get("/".join(steps[:count]))
        if name is not None:
            return name, "/".join(steps[count:])
    return plain, ""


def _shown(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:g}"
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
