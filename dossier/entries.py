"""Whether two readings of nearly the same text are one text misread, or two in which something else was entered."""

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from dossier.page import Line

ENTRY = 2
"""Characters in a row that stand in the place of others, from which they are another entry."""


def other_entries(left: str, right: str) -> bool:
    """Whether letters in a row stand in the place of others: two, or three with one that agrees among them.

    What OCR misreads are single characters, here and there; two or more in a row are another name, number or word. Both
    texts are without white space and marks, see `letters`.
    """
    start: tuple[int, int] | None = None
    end = (0, 0)
    for step in Levenshtein.opcodes(left, right):
        if step.tag == "equal":
            if step.src_end - step.src_start > 1:
                start = None
            continue
        if min(step.src_end - step.src_start, step.dest_end - step.dest_start) >= ENTRY:
            return True
        start = start or (step.src_start, step.dest_start)
        end = (step.src_end, step.dest_end)
        if min(end[0] - start[0], end[1] - start[1]) > ENTRY:
            return True
    return False


def letters_of(lines: Iterable[Line]) -> str:
    """The letters and digits of lines, one after the other."""
    return letters("".join(line.text for line in lines))


def letters(text: str) -> str:
    """The text's letters and digits."""
    return "".join(char for char in text if char.isalnum())
