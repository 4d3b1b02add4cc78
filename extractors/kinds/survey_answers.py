"""How many gave which answer in a survey: from rows, from columns, from prose, from a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.language.numerals import chinese_number
from extractors.layout import Row
from extractors.paper import Paper
from extractors.tables import nearest
from extractors.text import Fragment, Text
from extractors.values import Value

_FROM_ONE = "[一二两三四五六七八九]"
_WORDS = (
    rf"(?<!分之)(?:{_FROM_ONE}[百千](?!分)[一二两三四五六七八九零〇十百千]*|[一二三四五六七八九]?十[一二三四五六七八九]?)"
    r"(?![分余多几来个度点十百千])"
)
NUMBER = rf"(\d{{1,3}}(?:[,，]\d{{3}})+|\d+|{_WORDS})"
"""A count, in figures or from ten on in words. `十分满意`, `百分之` and `二十多` are none."""

_CELL_NUMBER = re.compile(rf"{NUMBER}(?:人|份|票|名)?")
LEVELS = (
    "非常满意",
    "很满意",
    "十分满意",
    "比较满意",
    "较满意",
    "基本满意",
    "满意",
    "一般",
    "不太满意",
    "较不满意",
    "不满意",
    "非常不满意",
    "很不满意",
)
SATISFYING = {"非常满意", "很满意", "十分满意", "满意", "比较满意", "较满意", "基本满意"}


def count_of(words: str) -> int:
    """The count that figures or words mean."""
    figures = re.sub("[,，]", "", words)
    if figures.isdecimal():
        return int(figures)
    number = chinese_number(figures)
    if number is None:
        raise ValueError(f"{words!r} is no count")
    return number


def levels_of(paper: Paper) -> dict[str, Value[int]]:
    """Counts by answer, from rows such as `非常满意 120 61.2%`, from a header over a row of counts, or from prose."""
    return (
        _levels_in_rows(paper)
        or _levels_in_columns(paper)
        or _levels_in_prose(paper)
        or _levels_in_chart(paper)
    )


_LEVEL = "|".join(sorted(LEVELS, key=len, reverse=True))


_ANSWER = re.compile(
    rf"(?:^|(?<=[\s，,、；;|（(]))(?:[A-Ea-e①②③④⑤\d][.、．)）]?\s*|其中[:：]?\s*)?(?P<level>{_LEVEL})(?:人数|票数|份数)?[\s（(人份票)）:：]*"
    rf"{NUMBER}(?![.\d%％])\s*(?:人|份|票|名)?"
)


def _levels_in_rows(paper: Paper) -> dict[str, Value[int]]:
    """Rows that begin with an answer and its count; of several answers in a row, each with its own.

    Of several questions that were asked, those of the one about the whole; none where no question says that it is.
    """
    asked = [(question, found) for question, found in _questions(paper) if _tells(found)]
    if len(asked) == 1:
        return asked[0][1]
    return next((found for question, found in asked if _WHOLE.search(question)), {})


def _questions(paper: Paper) -> Iterator[tuple[str, dict[str, Value[int]]]]:
    """The answers of each question with the words right over them."""
    above, asked = list[str](), ""
    found: dict[str, Value[int]] = {}
    for row in paper.rows:
        answers = list(_ANSWER.finditer(row.text.string))
        if not answers or row.text.string[: answers[0].start()].strip():
            words = row.text.compact.string
            if found and _ASKS.search(words):
                yield asked, found
                found = {}
            above.append(words)
            continue
        if len(answers) == 1 and answers[0].group("level") in found and _tells(found):
            yield asked, found
            found = {}
        if not found:
            asked = "".join(above[-_HEADS:])
        for match in answers:
            count = row.text[match.start(2) : match.end(2)]
            found.setdefault(match.group("level"), Value(count_of(match.group(2)), count))
    yield asked, found


_ASKS = re.compile(
    r"^(?:第?\d{1,2}(?:题|[、.．]|$)|Q\d|第[一二三四五六七八九十]{1,3}题)|[?？]|[\[［【（(](?:单选|多选|矩阵|量表)"
)
"""A line with which an online report's next question begins."""

_HEADS = 2
"""Lines right over the answers that may say what is asked: the question and the table's heading."""

_WHOLE = re.compile(r"总体|综合|整体|总的|合计|总评价|全面")
"""How a question or a row says that it is about the whole service."""


def _tells(found: dict[str, Value[int]]) -> bool:
    return len(found) >= _FEWEST_ANSWERS and bool(SATISFYING & set(found))


def _levels_in_columns(paper: Paper) -> dict[str, Value[int]]:
    """A header row of answers with a row of counts below; the row of a total wins over those of single questions."""
    tables: list[tuple[bool, dict[str, Value[int]]]] = []
    for number, row in enumerate(paper.rows):
        heads = [
            (re.sub(r"(人数|票数|份数|[（(].*?[）)])$", "", Text.of(each).compact.string), each)
            for each in row.fragments
        ]
        columns = [(words, fragment) for words, fragment in heads if words in LEVELS]
        if len(columns) < 2:
            continue
        asked = paper.rows[number - 1].text.compact.string if number else ""
        whole = bool(_WHOLE.search(asked))
        counted = _counts_below(row, paper.rows[number + 1 : number + 30], columns)
        if counted:
            tables.append((whole, counted))
    if len(tables) == 1:
        return tables[0][1]
    return next((counts for whole, counts in tables if whole), {})


def _counts_below(
    heading: Row, rows: Sequence[Row], columns: Sequence[tuple[str, Fragment]]
) -> dict[str, Value[int]]:
    """The counts under the answers: the total's row, else the first row that has them all. Ends at the next header."""
    best: dict[str, Value[int]] = {}
    for below in rows:
        if sum(1 for each in below.fragments if Text.of(each).compact.string in LEVELS) >= _FEWEST_ANSWERS:
            break
        counts: dict[str, Value[int]] = {}
        for words, head in columns:
            for fragment in below.fragments:
                text = Text.of(fragment).compact
                match = _CELL_NUMBER.fullmatch(text.string)
                if match and nearest(fragment, heading) is head:
                    counts[words] = Value(count_of(match.group(1)), text)
        total = re.search(r"合计|总计|总体|小计|综合", below.text.compact.string)
        if len(counts) == len(columns) and (not best or total):
            best = counts
    return best


_FEWEST_ANSWERS = 2


def _levels_in_prose(paper: Paper) -> dict[str, Value[int]]:
    compact = paper.text.compact
    found: dict[str, Value[int]] = {}
    taken: set[int] = set()
    for match in re.finditer(
        rf"[“\"]?({_LEVEL})[”\"]?(?:的|的有|的职工|的受访者|有|为|共|：|:|人数|份数|票)*{NUMBER}(?:人|份|票|名|位|个|家)",
        compact.string,
    ):
        taken.add(match.start(2))
        found.setdefault(
            match.group(1), Value(count_of(match.group(2)), compact[match.start(2) : match.end(2)])
        )
    for match in re.finditer(
        rf"{NUMBER}(?:人|份|票|名|位|个)(?:职工|服务对象|受访者|会员)?(?:表示|选择|评价为|认为)[“\"]?({_LEVEL})",
        compact.string,
    ):
        if match.start(1) in taken:
            continue
        found.setdefault(
            match.group(2), Value(count_of(match.group(1)), compact[match.start(1) : match.end(1)])
        )
    return found if _tells(found) else {}


def _levels_in_chart(paper: Paper) -> dict[str, Value[int]]:
    """Numbers over a chart's bars: of each answer under the axis the nearest bare number above it."""
    for layout in paper.layouts:
        for row in layout.rows:
            labels = [(Text.of(each).compact.string, each) for each in row.fragments]
            bars = [(words, each) for words, each in labels if words in LEVELS]
            if len(bars) < _FEWEST_BARS or len(bars) != len(labels):
                continue
            above = [
                each for other in layout.rows if other.place.y1 <= row.place.y0 for each in other.fragments
            ]
            counts = {words: count for words, bar in bars if (count := _over_bar(bar, above)) is not None}
            if len(counts) == len(bars):
                return counts
    return {}


_FEWEST_BARS = 3


def _over_bar(bar: Fragment, above: Sequence[Fragment]) -> Value[int] | None:
    near = [each for each in above if abs(each.place.centre[0] - bar.place.centre[0]) < 2 * bar.em_wide]
    for each in sorted(near, key=lambda fragment: -fragment.place.y1):
        text = Text.of(each).compact
        match = _CELL_NUMBER.fullmatch(text.string)
        if match:
            return Value(count_of(match.group(1)), text, 0.9)
    return None
