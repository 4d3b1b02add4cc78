"""Tells which criterion of the standard a row of a form's scoring table is about."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

NUMBER = re.compile(r"^\D{0,2}?(\d{1,2})\s*[.．·\-—–]\s*(\d{1,2})(?!\d)")
LEAST = 0.45
"""Share of a title's pairs of characters that a row must have."""
LEAST_PAIRS = 4
"""A row with fewer pairs is too short to be told by them alone."""
LEAST_OWN_PAIRS = 2
SUM_LENGTH = 12
LEAD = 0.12
"""By so much the best title must be ahead of the next."""
HEADING = re.compile(r"^(第?[一二三四五六七八九十]+[、.．部章]|[（(][一二三四五六七八九十]+[)）])")
SUMS = re.compile(r"合计|小计|总计|总分|得分")


class CriterionFinder:
    """Finds criteria by their number, such as `2.6`, else by what their titles share with the row."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._pairs = {identity: pairs for identity, title in titles.items() if (pairs := _pairs(title))}
        self._counts = Counter(pair for pairs in self._pairs.values() for pair in pairs)

    def find(self, number: str, texts: Sequence[str]) -> str | None:
        """The criterion's id; a number that the standard hasn't got as written; None where nothing fits."""
        for text in (number, *texts):
            found = NUMBER.match(unicodedata.normalize("NFKC", text.strip()))
            identity = f"{int(found[1])}.{int(found[2])}" if found else ""
            if identity in self._pairs or (found and text is number):
                return identity
        for text in reversed(texts):
            if found_by_title := self._by_title(text):
                return found_by_title
        return self._by_title("".join(texts))

    def _by_title(self, text: str) -> str | None:
        said = _pairs(text)
        if not said or not self._pairs:
            return None
        least = max(len(said), LEAST_PAIRS)
        shares = sorted(
            (
                (len(pairs & said) / min(len(pairs), least), identity)
                for identity, pairs in self._pairs.items()
            ),
            reverse=True,
        )
        best, identity = shares[0]
        second = shares[1][0] if len(shares) > 1 else 0.0
        if best >= LEAST and best - second >= LEAD:
            return identity
        return self._by_own_pairs(said)

    def _by_own_pairs(self, said: frozenset[str]) -> str | None:
        """The only criterion of whose own pairs, which no other title has, the row has some."""
        own = {
            identity: sum(self._counts[pair] == 1 for pair in pairs & said)
            for identity, pairs in self._pairs.items()
        }
        named = [identity for identity, count in own.items() if count]
        return named[0] if len(named) == 1 and own[named[0]] >= LEAST_OWN_PAIRS else None

    def is_heading(self, number: str, texts: Sequence[str], row: Sequence[str]) -> bool:
        """Whether a row without a criterion is a section's heading or a sum: nothing is claimed by it."""
        said = [text.strip() for text in (number, *texts) if text.strip()]
        return (
            not said
            or any(HEADING.match(text) for text in said)
            or any(SUMS.search("".join(text.split())) for text in row if len(text) < SUM_LENGTH)
        )


def _pairs(text: str) -> frozenset[str]:
    tight = re.sub(r"[^\w]+", "", unicodedata.normalize("NFKC", text)).lower()
    return frozenset(tight[at : at + 2] for at in range(len(tight) - 1))
