"""Whether one letter of a name, or one digit, tells two pages apart that say the same otherwise: 张伟 and 张强.

OCR misreads single letters, so most that differ mean nothing. One means something where it stands in a name or a number, both
pages were read with confidence there, and the two letters don't look alike.
"""

import re

from rapidfuzz.distance import Levenshtein

from dossier.entries import letters
from dossier.glyphs import looks_like
from dossier.page import Page

SURELY = 0.95
"""Confidence of both lines from which a letter wasn't misread as one that looks otherwise."""
_BEFORE = 9
"""Letters before it among which a letter's label is looked for."""
_NAMED = re.compile(
    r"(?:姓名|联系人|负责人|经办人|记录人|召集人|主持人|申请人|代表人|审核人|审批人|审核|制表|填表人|签名|签字|主席|会长|理事长|秘书长|主任|校长)[\u4e00-\u9fff]{0,2}$"
)
"""What stands before a letter of somebody's name."""


def another_letter(one: Page, other: Page) -> bool:
    """Whether a single letter of a name, or a single digit, surely is another one on the other page."""
    left, right = _Read(one), _Read(other)
    for step in Levenshtein.opcodes(left.text, right.text):
        if step.tag != "replace":
            continue
        for at, to in zip(
            range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=False
        ):
            sure = min(left.confidences[at], right.confidences[to]) >= SURELY
            digits = left.text[at].isdigit() and right.text[to].isdigit()
            told = digits or (left.in_name(at) and right.in_name(to))
            if sure and told and not looks_like(left.text[at], right.text[to]):
                return True
    return False


class _Read:
    """A page's letters, and how confidently the line of each was read."""

    def __init__(self, page: Page) -> None:
        lines = [(letters(line.text), line.confidence) for line in page.lines]
        self.text = "".join(text for text, _ in lines)
        self.confidences = [confidence for text, confidence in lines for _ in text]

    def in_name(self, at: int) -> bool:
        return bool(_NAMED.search(self.text[max(0, at - _BEFORE) : at]))
