"""Whether a paper's text speaks of what a criterion is about."""

import re
from collections.abc import Sequence

from dossier.fact import Evidence
from verifiers.exhibits import Exhibit

_SPACE = re.compile(r"\s+")


def speaks_of(exhibit: Exhibit, words: Sequence[str]) -> tuple[Evidence, ...]:
    """The first line that holds one of the words, as evidence; empty where none does. White space doesn't count."""
    for page, line in exhibit.lines:
        text = _SPACE.sub("", line.text)
        if any(word in text for word in words):
            return (exhibit.place(page, line),)
    for name in ("title", "subject"):
        for held in exhibit.by_name.get(name, ()):
            if any(word in str(held.fact.value) for word in words):
                return held.evidence[:1]
    return ()
