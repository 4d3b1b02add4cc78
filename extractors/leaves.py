"""A page as the search for boundaries between documents sees it: how it begins, how it ends, what is its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from statistics import median

from extractors.classify import Guess, classify
from extractors.layout import Layout, Row
from extractors.text import Text
from extractors.titles import find_title, is_caption, row_height

_FOLIO = re.compile(r"[-—–·.第共页/\d\s]{1,12}|第.{1,4}页(?:[,，]?共.{1,4}页)?|[ivxlIVXLⅰⅱⅲⅳⅴⅵ]{1,5}")
_NUMBERED = re.compile(r"第(\d{1,3})页|^(\d{1,3})/\d{1,3}$|^[-—–·]{1,3}(\d{1,3})[-—–·]{1,3}$")
_DATE_UNDER = re.compile(
    r"(?:20\d\d|二[〇○零0Oo]..)\s*[年./-].{1,6}[月./-].{1,4}日?(?:印发|归档)?[)）]?$|^https?:|版权所有|许可证|^有效期|^(?:编制|制表|整理|审核|填表人|制表人|抄送|报送)[:：]"
)
_UNDER = 4
"""Rows at a page's end among which its date may stand: a note may follow it."""

_SIGNED = 30
"""Characters of a row with the date under a document at most; the body that signs may stand beside it."""

_HEAD = 12
"""Rows in which a document says what it is about and when."""

_MASTHEAD = re.compile(
    r"[A-Z]?\d{1,2}版|第\d{1,2}版|数字报|来源[:：]|(?:责任)?编辑[:：]|发布(?:时间|日期)|浏览|点击|阅读\d|作者[:：]|记者"
)
_DATELINE_ROWS = 6

_SCREEN = re.compile(r"您好|退出|当前位置|首页[>＞»›]|办事大厅|^返回|欢迎(?:您|登录)|登录|注销")

_FIRST = re.compile(r"^(?:第[一1][条章]|[一1][、.．](?!\d)|[（(][一1][)）])")
_NUMBER = re.compile(r"[〔\[［【（(]20\d\d[〕\]］】)）]第?\d{1,5}号")
_YEAR = re.compile(r"20\d\d(?=年)")
_CELLS = 3
"""Cells from which a row is a table's."""

_COVER = 6
"""Rows of a cover at most."""

CHAPTER = re.compile(
    r"^(第[一二三四五六七八九十\d]+[章节条编部]|[（(]?[一二三四五六七八九十]{1,2}[)）、.．]|[（(]?\d{1,2}[)）、.．](?!\d)|\d{1,2}[.．]\d{1,2}(?=[\u4e00-\u9fa5]{4}))"
)
"""How a chapter's heading begins."""


@dataclass(frozen=True, eq=False)
class Leaf:
    """A page as the search for boundaries sees it."""

    layout: Layout

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Its rows without page numbers."""
        return tuple(row for row in self.layout.rows if not _FOLIO.fullmatch(row.text.compact.string))

    @cached_property
    def guess(self) -> Guess:
        """Its kind, were it alone."""
        return classify([self.layout])

    @property
    def empty(self) -> bool:
        """Whether it bears its number at most."""
        return not self.rows

    @property
    def cover(self) -> bool:
        """Whether it bears a title and hardly anything else."""
        return len(self.rows) <= _COVER and sum(len(row.text.compact) for row in self.rows) < _FEW

    @cached_property
    def pictured(self) -> bool:
        """Whether it holds pictures with what is said of them, and hardly anything else."""
        captions = [row for row in self.rows if is_caption(row)]
        return bool(captions) and len(self.rows) - len(captions) <= _BESIDE_PICTURES

    @cached_property
    def titled(self) -> bool:
        """Whether its title stands out near its top: letters larger than the rest, or a line in the middle."""
        title = find_title([self.layout])
        if not title or CHAPTER.match(title.compact.string) or self.buried:
            return False
        first = title.fragments[0]
        centred = abs(first.place.centre[0] - 0.5) < 0.06 and first.place.width < 0.7
        return first.place.y0 < 0.45 and (
            _is_large(title, self.rows) or (centred and first is self.rows[0].fragments[0])
        )

    @cached_property
    def buried(self) -> bool:
        """Whether what looks like its title stands among the rows of a table that comes over from the page before."""
        title = find_title([self.layout]).fragments
        if self.large:
            return False
        over = takewhile(lambda row: not any(each in title for each in row.fragments), self.rows)
        return any(_cells(row) >= _CELLS for row in over)

    @cached_property
    def large(self) -> bool:
        """Whether its title is set in larger letters than the rest, as no running head is."""
        title = find_title([self.layout])
        return bool(title) and title.fragments[0].place.y0 < 0.5 and _is_large(title, self.rows)

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as documents do: a date under it, or much white."""
        if not self.rows:
            return True
        under = [row.text.compact.string for row in self.rows[-_UNDER:]]
        dated = any(_DATE_UNDER.search(words) and len(words) <= _SIGNED for words in under)
        return dated or bool(_DATE_UNDER.search(under[-1])) or self.rows[-1].place.y1 < 0.6

    @cached_property
    def head(self) -> str:
        """The words at its top, without the rows of a numbered list."""
        rows = [row.text.compact.string for row in self.rows[:_HEAD]]
        return "\n".join(words for words in rows if not re.match(r"\d{1,3}(?![\d年./-])", words))

    @cached_property
    def datelined(self) -> bool:
        """Whether it opens as a page of a newspaper or of a site does: a date beside the sheet's name or the source."""
        words = [row.text.compact.string for row in self.rows[:_DATELINE_ROWS]]
        return any(_MASTHEAD.search(each) and len(each) < _FEW for each in words) and bool(
            _days("\n".join(words))
        )

    @cached_property
    def screen(self) -> bool:
        """Whether it opens with what stands over the pages of a site or a system, as no later page of a paper does."""
        top = [row.text.compact.string for row in self.rows[:2]]
        return any(_SCREEN.search(words) and len(words) < _FEW for words in top)

    @cached_property
    def begins(self) -> bool:
        """Whether a first article or section stands at its top."""
        return any(_FIRST.match(row.text.compact.string) for row in self.rows[:_DATELINE_ROWS])

    @cached_property
    def folio(self) -> int | None:
        """The number that it bears as a page of its document: `第2页`, `2/5`."""
        for row in (*self.layout.rows[-1:], *self.layout.rows[:1]):
            match = _NUMBERED.search(row.text.compact.string)
            if match:
                return int(next(group for group in match.groups() if group))
        return None

    def numbered_after(self, previous: Leaf) -> bool:
        """Whether it bears the number after another page's, under the same running head."""
        if self.folio is None or previous.folio is None or self.folio != previous.folio + 1:
            return False
        one, two = previous.layout.rows[0], self.layout.rows[0]
        return one.text.compact.string == two.text.compact.string and abs(one.place.y0 - two.place.y0) < 0.01

    def differs(self, part: Sequence[Leaf]) -> bool:
        """Whether its head has a number, days or years of its own, of which the pages before it bear none."""
        before = "\n".join(row.text.compact.string for leaf in part for row in leaf.rows)
        for find in (_numbers, _days, _years):
            own = find(self.head)
            if own:
                return not own & find(before)
        return False

    def unlike(self, other: Leaf) -> bool:
        """Whether the sheets differ in shape or in how they came into the file."""
        one, two = self.layout.page, other.layout.page
        shape = (one.width / one.height) / (two.width / two.height)
        return not 0.96 < shape < 1.04 or {one.origin, two.origin} == {"text", "ocr"}


_BESIDE_PICTURES = 2
"""Rows on a page of pictures that stand under none: a heading, a name."""

_FEW = 70
"""Characters on a cover, or in a line over an article, at most."""


def _cells(row: Row) -> int:
    """How many cells a row has; letters that are set apart are none."""
    words = [fragment.text.strip() for fragment in row.fragments]
    return sum(len(each) > 1 or each.isdigit() for each in words)


def _is_large(title: Text, rows: Sequence[Row]) -> bool:
    size = max(fragment.size for fragment in title.fragments)
    return not rows or size > 1.2 * median(row_height(row) for row in rows)


def _numbers(words: str) -> set[str]:
    return {re.sub(r"\D", "", match.group()) for match in _NUMBER.finditer(words)}


def _days(words: str) -> set[str]:
    from extractors.language.dates import find_dates

    return {found.iso for found in find_dates(words) if len(found.iso) > len("2024")}


def _years(words: str) -> set[str]:
    return set(_YEAR.findall(words))
