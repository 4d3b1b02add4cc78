"""Words across a page that take its force away: 样本, 作废. A paper so marked proves nothing by itself."""

import math
import re
import statistics
from collections.abc import Sequence

from dossier.page import Line, Page

_MARK = re.compile(
    r"(?:已|现|予以)?(?:作废|注销|失效|无效|吊销|废止){1,2}|废|样[本张例式稿]?(?:SAMPLE)?|(?:仅供)?参考样[本式例张]|仅供参考|草稿|"
    r"SAMPLE|SPECIMEN|VOID|CANCELL?ED|DRAFT"
)
_WITHIN = re.compile(r"作废|样[本张](?![量数])|仅供参考|SPECIMEN|SAMPLE")
_LONGEST = 10
"""Characters up to which a text is such a word with others, or with what was misread of them."""
_TALLER = 2.5
"""Times the page's usual line height from which a word stands over the text, not in it: 注销 is also a button."""


def is_void_mark(text: str) -> bool:
    """Whether the text is such a word and nothing else."""
    return _MARK.fullmatch("".join(text.split()).upper()) is not None


def void_word(text: str) -> str:
    """The word that a large text across a page holds, though some of its characters be misread; empty where it holds none."""
    plain = "".join(text.split()).upper()
    if is_void_mark(plain):
        return plain
    found = _WITHIN.search(plain) if len(plain) <= _LONGEST else None
    return found.group() if found else ""


def void_mark(pages: Sequence[Page]) -> Line | None:
    """The first line that marks one of the pages: such a word, far larger than the page's text."""
    for page in pages:
        found = [line for line in page.lines if is_void_mark(line.text)]
        if found:
            usual = statistics.median(_height(page, line) for line in page.lines)
            for line in found:
                if _height(page, line) >= _TALLER * usual:
                    return line
    return None


def _height(page: Page, line: Line) -> float:
    """Height of the letters in the page's units, however the line stands."""
    top, bottom = line.quad.top_left, line.quad.bottom_left
    return math.hypot((bottom.x - top.x) * page.width, (bottom.y - top.y) * page.height)
