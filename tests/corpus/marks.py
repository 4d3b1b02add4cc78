"""Marked text: strings in which the printed value of a fact is told apart from the words around it.

A marked string carries private-use characters, so that marked pieces go through f-strings like any text.
"""

from collections.abc import Iterator

_OPEN, _SPLIT, _CLOSE = "\ue000", "\ue001", "\ue002"


def mark(names: str, printed: str) -> str:
    """`printed`, marked as the place of the facts in `names` (several are joined by `|`)."""
    return f"{_OPEN}{names}{_SPLIT}{printed}{_CLOSE}"


def pieces(marked: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The runs of a marked string, each with the facts that it prints."""
    rest = marked
    while rest:
        before, opened, rest = rest.partition(_OPEN)
        if before:
            yield before, ()
        if opened:
            names, _, tail = rest.partition(_SPLIT)
            printed, _, rest = tail.partition(_CLOSE)
            yield printed, tuple(names.split("|"))


def characters(marked: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every character of a marked string with the facts that it belongs to."""
    return [(character, names) for run, names in pieces(marked) for character in run]


def plain(marked: str) -> str:
    """The string as it is printed."""
    return "".join(run for run, _ in pieces(marked))


def names_in(marked: str) -> set[str]:
    """The facts that the string prints."""
    return {name for _, names in pieces(marked) for name in names}
