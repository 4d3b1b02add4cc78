"""Posts in a list of several persons, each in a row: those elected, added to a committee, or lent to a union."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.fact import Fact
from extractors.kinds import common
from extractors.layout import Row
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.tables import cell_under
from extractors.text import Text
from extractors.values import is_body, person_in

_NAME = r"^(?:人员)?姓名$"
_POST = r"(?:职务|岗位|职位|任职)$"


def listed_posts(paper: Paper) -> list[Fact] | None:
    """Who takes which post in which body, from the applicant's row of a list; none where no row is known as its own.

    None where the paper has no such list.
    """
    found = list(_rows(paper))
    if len(found) < _SEVERAL:
        return None
    ours = next((each for each in found if applicant_in(each[0].text, paper.organization)), None)
    if ours is None:
        return []
    _, person, post = ours
    facts = [
        paper.fact("person", person.string, person, sure=0.93),
        paper.fact("position", common.tidy_name(post.string), post, sure=0.9),
    ]
    body = _elected_in(paper)
    return (
        facts
        if body is None
        else [*facts, paper.fact("body", common.tidy_name(body.string), body, sure=0.88)]
    )


_SEVERAL = 2
"""Rows from which a table is a list, rather than a form for one person."""


def _rows(paper: Paper) -> Iterator[tuple[Row, Text, Text]]:
    """The rows of a list with the person and the post in each."""
    heading: Row | None = None
    for row in paper.rows:
        cells = [Text.of(each).compact.string for each in row.fragments]
        if all(any(re.search(words, cell) for cell in cells) for words in (_NAME, _POST)):
            heading = row
        elif heading is not None:
            name, post = (cell_under(heading, row, words) for words in (_NAME, _POST))
            person = person_in(name) if name else None
            if person is not None and post:
                yield row, person, post


_ELECTED = re.compile(
    r"经([\u4e00-\u9fa5（）()]{4,30}?)(?:第?[一二三四五六七八九十]{1,3}届[^，。；]{0,16})?(?:全委|全体委员|全体|常委|委员会?|会员|代表)[^，。；]{0,12}(?:选举|增补|替补|补选|推选)"
)
_ADDED = re.compile(
    r"(?:增补|替补|补选|选举|推选|调整)(?:[（(].{1,6}[)）])?([\u4e00-\u9fa5（）()]{4,30}?)(?:第?[一二三四五六七八九十]{1,3}届.{0,12})?(?:有关|相关|部分|组成)?(?:人员|委员|常委|领导班子|成员)"
)
"""What says in which body the persons of a list take their posts: a sentence on its election, or the title."""


def _elected_in(paper: Paper) -> Text | None:
    for text, pattern in ((paper.text.compact, _ELECTED), (paper.title.compact, _ADDED)):
        for match in pattern.finditer(text.string):
            if is_body(match.group(1)):
                return text[match.start(1) : match.end(1)]
    return None
