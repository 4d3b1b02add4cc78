"""Honours told in a sentence, and who gave out a list of them and when, in the line under its title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dossier.fact import Fact
from extractors.kinds import common
from extractors.paper import Paper
from extractors.values import body_of, date_in, is_body


@dataclass(frozen=True)
class Tidings:
    """What a sentence tells of an honour: who gave it, to whom, on what day."""

    authority: list[Fact] = field(default_factory=list)
    recipient: list[Fact] = field(default_factory=list)
    date: list[Fact] = field(default_factory=list)


_NAME = r"([\u4e00-\u9fa5（）()]{4,40}?)"
_GIVEN = re.compile(
    rf"(?:[，。：；]|[日号]|^|近日|日前|经|由|获){_NAME}(?:联合)?(?:印发|下发|发布|作出|发出|公布)(?:了|的)?[^。]{{0,40}}?(?:通报|决定|通知|文件|公告|名单)"
    rf"[^。]{{0,30}}?[，,：:]?{_NAME}(?:成功|光荣)?(?:荣获|喜获|被授予|获评|被评为|荣膺|获得|入选|上榜)"
)
_GIVEN_BY = re.compile(rf"(?:荣获|获得|喜获|获|被){_NAME}(?:颁发|授予|评为|评选|表彰|命名)")
_DAY_BEFORE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}[日号][，,]?$")


def tidings_of(paper: Paper) -> Tidings:
    """An honour told in a sentence, as a notice on the organization's own page tells it."""
    compact = paper.text.compact
    match = _GIVEN.search(compact.string)
    if match is None:
        by = _GIVEN_BY.search(compact.string)
        body = body_of(compact[by.start(1) : by.end(1)]) if by else None
        if body is None or not is_body(body.string):
            return Tidings()
        return Tidings([paper.fact("issuing_authority", common.tidy_name(body.string), body, sure=0.88)])
    giver, given = (
        body_of(compact[match.start(1) : match.end(1)]),
        body_of(compact[match.start(2) : match.end(2)]),
    )
    day = _DAY_BEFORE.search(compact.string[: match.start(1)])
    when = date_in(compact[day.start() : day.end()]) if day else None
    return Tidings(
        [paper.fact("issuing_authority", common.tidy_name(giver.string), giver, sure=0.88)]
        if is_body(giver.string)
        else [],
        [paper.fact("recipient", common.tidy_name(given.string), given, sure=0.88)]
        if is_body(given.string)
        else [],
        [paper.fact("issue_date", when.value, when.text, sure=0.85)] if when is not None else [],
    )


_PRINTED = re.compile(
    r"^[（(]?([\u4e00-\u9fa5]{4,40}?)(?:于)?((?:20\d\d|二[〇○零0])[^（）()，。]{4,14})(?:印发|发布|公布|发文|制发|颁发)[)）]?$"
)


def printed_under_title(paper: Paper) -> Tidings:
    """Who gave out a list and when, in the line in brackets under its title: `（扬州市总工会 2024.12.27印发）`."""
    for row in paper.rows[:_UNDER_TITLE]:
        compact = row.text.compact
        match = _PRINTED.match(compact.string)
        if match is None or not is_body(match.group(1)):
            continue
        body, day = compact[match.start(1) : match.end(1)], date_in(compact[match.start(2) : match.end(2)])
        return Tidings(
            [paper.fact("issuing_authority", common.tidy_name(body.string), body, sure=0.95)],
            date=[paper.fact("issue_date", day.value, day.text, sure=0.93)] if day is not None else [],
        )
    return Tidings()


_UNDER_TITLE = 6
"""Rows at the top of a list among which it says who gave it out."""
