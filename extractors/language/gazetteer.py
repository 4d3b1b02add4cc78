"""The tables under `extractors/gazetteers/`, read once, and search of their names in text."""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `extractors/gazetteers/<name>.tsv`."""
    text = files("extractors.gazetteers").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


class Names:
    """A set of names that is searched in text; the longest name at a place wins."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_head: dict[str, tuple[str, ...]] = {}
        heads: dict[str, list[str]] = {}
        for name in set(names):
            heads.setdefault(name[:2], []).append(name)
        for head, found in heads.items():
            self._by_head[head] = tuple(sorted(found, key=len, reverse=True))

    def at(self, text: str, start: int) -> Iterator[str]:
        """All names that stand at that place, longest first."""
        for name in self._by_head.get(text[start : start + 2], ()):
            if text.startswith(name, start):
                yield name
        for name in self._by_head.get(text[start : start + 1], ()):
            yield name

    def longest_at(self, text: str, start: int) -> str | None:
        """The longest name that stands at that place."""
        return next(self.at(text, start), None)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Every place and name, in order, without overlaps."""
        at = 0
        while at < len(text):
            name = self.longest_at(text, at)
            if name is None:
                at += 1
            else:
                yield at, name
                at += len(name)
