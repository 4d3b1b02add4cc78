"""What gives a kind of document away: words in its title, words in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dossier.kinds import Kind

_MODIFIER = 0.75
"""Share of a pattern's weight where another noun follows it: `预算` in `预算管理制度` only says what the rules are about."""

_LIGHT = re.compile(
    r"^(?:工作)?的?(?:通知|通报|函|公告|公示|请示|报告书?|说明|情况|材料|资料|文件|表|书|单|册|版|稿|件|副本|正本|复印件|扫描件|全文|正文|原文|模板|样本)?"
    r"(?:[（(\[【].{0,16}[)）\]】])?[^\u4e00-\u9fa5]*(?:副本|正本)?$"
)
"""What may follow a title's deciding noun: words that say in what form it comes, brackets, numbers."""


@dataclass(frozen=True)
class Cues:
    """Patterns with weights for one kind. Titles are matched without white space; so is the text.

    A title pattern counts once, the heaviest that matches, in full where it stands at the title's end,
    for the last noun of a Chinese title decides what the paper is; each pattern of the text counts once.
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
        speaking, against = 0.0, 0.0
        for pattern, weight in self._titles:
            ends = [match.end() for match in pattern.finditer(title)]
            if not ends:
                continue
            if weight < 0:
                against = min(against, weight)
            else:
                deciding = _LIGHT.match(title[ends[-1] :])
                speaking = max(speaking, weight if deciding else weight * _MODIFIER)
        return speaking + against

    def of_text(self, text: str) -> float:
        """The sum over the text's patterns."""
        return sum(weight for pattern, weight in self._words if pattern.search(text))
