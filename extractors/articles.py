"""The article about the applicant on a page that may hold several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from extractors.columns import column_text, in_columns
from extractors.layout import Layout
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.text import EMPTY, Fragment, Text
from extractors.titles import beside

_HEADLINE = 1.2
"""A headline's letters are at least this many times as large as the page's usual."""

_MANY_HEADLINES = 2


@dataclass(frozen=True, eq=False)
class Article:
    """A headline and the text that belongs to it."""

    title: Text | None
    text: Text


def article_about(paper: Paper) -> Article:
    """The article that names the applicant, where a page holds several; else the whole text under its largest headline."""
    headlines = [headline for layout in paper.layouts for headline in _headlines(layout)]
    whole = in_columns(paper.layouts)
    if not headlines:
        return Article(paper.title or None, whole)
    dated = [headline for headline in headlines if _dateline_below(headline, paper.layouts)]
    largest = max(dated or headlines, key=lambda headline: headline.em)
    if len(paper.layouts) == 1 and len(headlines) >= _MANY_HEADLINES:
        for across in (False, True):
            parts = _parts(headlines, paper.layouts[0], across=across)
            for headline, text in sorted(parts, key=lambda part: -part[0].em):
                named = applicant_in(headline.text + text, paper.organization)
                if len(text) > _SHORTEST and named is not None:
                    return Article(headline.text, text)
    return Article(largest.text, whole)


_SHORTEST = 30
"""Characters of an article at least."""


def _parts(headlines: Sequence[_Headline], layout: Layout, *, across: bool) -> list[tuple[_Headline, Text]]:
    """The headlines with their texts; with `across`, a headline's columns reach to its neighbours on its height."""
    lying = [headline for headline in headlines if not headline.down]
    wide = [_widened(headline, lying) if across else headline for headline in lying]
    parts = [
        (headline, _text_under(reach, wide, layout)) for headline, reach in zip(lying, wide, strict=True)
    ]
    taken = [each for headline, text in parts for each in (headline.text, text)]
    return parts + [
        (headline, _text_beside(headline, taken, layout)) for headline in headlines if headline.down
    ]


def _widened(headline: _Headline, headlines: Sequence[_Headline]) -> _Headline:
    """A headline as wide as the room between those that stand on its height: its article may have more columns."""
    beside = [
        other
        for other in headlines
        if other is not headline and other.y0 < headline.y1 and headline.y0 < other.y1
    ]
    left = max((other.x1 for other in beside if other.x1 <= headline.x0), default=0.0)
    right = min((other.x0 for other in beside if other.x0 >= headline.x1), default=1.0)
    return replace(headline, x0=left, x1=right)


_DATELINE = re.compile(r"(?:20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}|来源[:：]|发布时间|发布于)")


def _dateline_below(headline: _Headline, layouts: Sequence[Layout]) -> bool:
    """Whether a line with a date or a source stands right under the headline, as on web pages and in WeChat."""
    page = headline.text.fragments[0].page
    for layout in layouts:
        if layout.page is not page:
            continue
        below = [row for row in layout.rows if row.place.y0 >= headline.y1 - 0.3 * layout.em]
        return any(_DATELINE.search(row.text.compact.string) and len(row.text) < 60 for row in below[:2])
    return False


@dataclass(frozen=True, eq=False)
class _Headline:
    text: Text
    em: float
    x0: float
    y0: float
    x1: float
    y1: float
    down: bool = False
    """Whether it is set downwards, beside its article."""


def _headlines(layout: Layout) -> list[_Headline]:
    """Large lines, those right under each other taken together; mastheads are left out by their outlet's name."""
    fragments = [fragment for row in layout.rows for fragment in row.fragments]
    if not fragments:
        return []
    usual = median(fragment.size for fragment in fragments)
    large = [
        fragment
        for fragment in fragments
        if fragment.size >= _HEADLINE * usual
        and not _is_masthead([fragment])
        and not _BYLINE.match(fragment.text)
        and not _FOLIO.search(fragment.text)
        and not _SHEET.fullmatch(fragment.text.strip())
    ]
    groups: list[list[Fragment]] = []
    for fragment in sorted(
        large, key=lambda each: (each.down, -each.place.x0 if each.down else each.place.y0, each.place.x0)
    ):
        home = next((group for group in groups if _continues(group[-1], fragment)), None)
        if home is None:
            groups.append([fragment])
        else:
            home.append(fragment)
    return [
        _headline(group)
        for group in groups
        if sum(len(each.text.strip()) for each in group) >= _LEAST and not _is_masthead(group)
    ]


_LEAST = 4
"""Characters of a headline at least."""


_BYLINE = re.compile(
    r"^\s*[□■○●◎◇◆△▲\[【（(]?\s*(?:本报|本网|特约|实习|见习|全媒体)?(?:记者|通讯员|撰文|供稿|文/|图/)"
)


_FOLIO = re.compile(
    r"^\s*(?:第?\s*[A-Z]?\d{1,3}\s*版|[A-Z]\d{2,3})|第\s*[A-Z]?\d{1,3}\s*版\s*$|星期[一二三四五六日天]|20\d\d年\d{1,2}月\d{1,2}日|刊号|邮发代号|总第\s*\d+\s*期|农历|^\s*(?:媒体|版面|栏目|日期|收集|收集人|剪报人?)(?:[/／][\u4e00-\u9fa5]{1,3})?\s*$|责编|版式|^\s*(?:当前|您的?)?位置"
)
"""What a newspaper prints over its articles, however large: the page's number and name, the day."""


_SHEET = re.compile(
    r"[\u4e00-\u9fa5]{0,12}(?:剪报|剪贴|剪辑|(?:报道|宣传|新闻|媒体)(?:资料|材料|登记|汇编|集锦|一览|摘编|佐证|情况))[表卡页册本集簿]?"
)
"""The heading of a sheet that an article is glued on, or listed in."""


def _continues(upper: Fragment, lower: Fragment) -> bool:
    if upper.down or lower.down:
        return upper.down and lower.down and beside(upper, lower)
    if _in_a_line(upper, lower):
        return True
    gap = lower.place.y0 - upper.place.y1
    short = min(len(each.text.strip()) for each in (upper, lower)) < _LEAST
    ratio = lower.em / upper.em if short else lower.size / upper.size
    alike = 0.75 <= ratio <= 1.33
    return (
        alike
        and -0.3 * upper.em <= gap <= 0.9 * upper.em
        and upper.place.horizontal_overlap(lower.place) > 0.5
    )


def _in_a_line(left: Fragment, right: Fragment) -> bool:
    """Whether a headline goes on behind a space in its line: `一张桌子　两代匠心`."""
    return (
        left.place.vertical_overlap(right.place) > _LEVEL
        and _ALIKE < right.size / left.size < 1 / _ALIKE
        and abs(right.place.x0 - left.place.x1) <= left.em_wide
    )


_LEVEL, _ALIKE = 0.7, 0.75


def _headline(group: Sequence[Fragment]) -> _Headline:
    place = group[0].place
    for fragment in group[1:]:
        place = place.union(fragment.place)
    text = Text.join("\n", [Text.of(fragment) for fragment in group])
    size = max(fragment.size for fragment in group)
    return _Headline(text, size, place.x0, place.y0, place.x1, place.y1, group[0].down)


def _is_masthead(group: Sequence[Fragment]) -> bool:
    from extractors.language.levels import find_outlets

    words = "".join(fragment.text for fragment in group)
    covered = sum(end - start for start, end, _, _ in find_outlets(words))
    navigation = re.search(r"首页|客户端|频道|导航|登录|注册|搜索|新闻网$", words)
    return covered >= (0.2 if navigation else 0.6) * len(words)


def _text_under(headline: _Headline, headlines: Sequence[_Headline], layout: Layout) -> Text:
    """The lines below a headline in its columns, down to the next headline that overlaps it."""
    below = [other.y0 for other in headlines if other.y0 >= headline.y1 and _overlap(headline, other)]
    floor = min(below, default=2.0)
    lines = [
        fragment
        for row in layout.rows
        for fragment in row.fragments
        if headline.y1 - 0.3 * fragment.em <= fragment.place.y0 < floor - 0.3 * fragment.em
        and _over(headline, fragment)
    ]
    return column_text(lines) if lines else EMPTY


def _text_beside(headline: _Headline, taken: Sequence[Text], layout: Layout) -> Text:
    """The lines on the height of a headline that is set downwards, without other headlines and what stands under them."""
    others = {id(fragment) for text in taken for fragment in text.fragments}
    lines = [
        fragment
        for row in layout.rows
        for fragment in row.fragments
        if headline.y0 - fragment.em < fragment.place.centre[1] < headline.y1 + fragment.em
        and not fragment.down
        and id(fragment) not in others
    ]
    return column_text(lines) if lines else EMPTY


def _overlap(one: _Headline, other: _Headline) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0


def _over(headline: _Headline, fragment: Fragment) -> bool:
    """Whether the line stands in the headline's columns."""
    shared = min(headline.x1, fragment.place.x1) - max(headline.x0, fragment.place.x0)
    return shared > 0.5 * min(headline.x1 - headline.x0, fragment.place.width)
