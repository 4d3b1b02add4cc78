"""What gives a kind of document away: words in its title, words in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dossier.kinds import Kind


@dataclass(frozen=True)
class Cues:
    """Patterns with weights for one kind. Titles are matched without white space; so is the text.

    A title pattern counts once, the heaviest that matches; each pattern of the text counts once.
    """

    kind: Kind
    titles: tuple[tuple[str, float], ...]
    words: tuple[tuple[str, float], ...] = ()

    @cached_property
    def _titles(self) -> tuple[tuple[re.Pattern[str], float], ...]:
        return tuple((re.compile(pattern), weight) for pattern, weight in self.titles)

    @cached_property
    def _words(self) -> tuple[tuple[re.Pattern[str], float], ...]:
        return tuple((re.compile(pattern), weight) for pattern, weight in self.words)

    def of_title(self, title: str) -> float:
        """The heaviest title pattern that matches, or 0; the lightest negative one is added."""
        weights = [weight for pattern, weight in self._titles if pattern.search(title)]
        return max((w for w in weights if w > 0), default=0.0) + min(
            (w for w in weights if w < 0), default=0.0
        )

    def of_text(self, text: str) -> float:
        """The sum over the text's patterns."""
        return sum(weight for pattern, weight in self._words if pattern.search(text))
