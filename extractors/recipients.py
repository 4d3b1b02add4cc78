"""The applicant in a list of recipients: its row, the heading that its row stands under, and whether a person is meant.

A decision lists dozens to hundreds of names, in columns or in table rows. A row such as `张某 某协会秘书长`
names a person of the organization: the honour is the person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.columns import in_columns
from extractors.entries import is_list, rows_of
from extractors.mentions import applicant_in
from extractors.paper import Paper
from extractors.tables import cell_under, heading_above
from extractors.text import Text
from extractors.values import body_of, is_body

_HEADING = re.compile(
    r"^(?:附件[\d一二三四五]*[:：]?)?[（(]?(?:[一二三四五六七八九十]{1,3}[、.．)）]|\d{1,2}[、.．])?[“\"]?([\u4e00-\u9fa5A-Z\d“”·年]{3,40}?)[”\"]?(?:(?:对象)?(?:名单|一览表|名册|花名册|汇总表))?(?:[（(](?:共)?\d+(?:个|名|家|人|项)[^）)]*[)）])?[:：]?$"
)
_HONOR = re.compile(
    r"(先进|优秀|示范|模范|标兵|能手|集体|单位|组织|个人|工作者|等奖|奖章|奖状|先锋|品牌|案例|项目|最美|十佳|贡献)"
)
_POSITION = re.compile(
    r"^(的)?(秘书长|副秘书长|会长|副会长|理事长|副理事长|理事|监事|主任|副主任|部长|干事|专职|工会主席|主席|副主席|工作人员|社工|职工|员工|负责人|科长|办公室)"
)
_PERSON_CELL = re.compile(r"^(?:\d{1,3}[.、．]?)?[\u4e00-\u9fa5]{2,4}(?:[（(][男女][)）])?$")
_PERSONAL = re.compile(r"(个人|工作者|能手|标兵|劳动模范|奖章|之星|志愿者|人物|最美[\u4e00-\u9fa5]{1,3}人)")
_NAMES = r"姓名|获奖人|获奖者|受表彰人|人员"
_LONG = 300
"""Characters from which a document is a list rather than a certificate."""


@dataclass(frozen=True, eq=False)
class Listed:
    """Where the applicant stands in a list."""

    name: Text
    """The recipient: the applicant, or the person whose unit it is."""
    sure: float
    honor: Text | None
    """The title of honour, from the row's own cell or the heading above."""
    person: Text | None
    """The words that show that a person of the organization is meant, not the organization."""


def listed(paper: Paper) -> Listed | None:
    """The applicant's entry in a list of recipients, or None where the document isn't one or doesn't name it."""
    if len(paper.text) < _LONG and len(paper.layouts) < 2 and not is_list(paper) and not _stacked(paper):
        return None
    named = applicant_in(paper.text, paper.organization) or applicant_in(
        in_columns(paper.layouts), paper.organization
    )
    if named is None:
        return None
    number = rows_of(paper, named.text)[0]
    heading = _heading_above(paper, number)
    row = paper.rows[number]
    table = (
        heading_above(paper.rows, number, r"荣誉|称号|奖项|等次|姓名|获奖")
        if len(row.fragments) > 1
        else None
    )
    if table is not None:
        heading = cell_under(table, row, r"荣誉|称号|奖项|获奖等次|奖励") or heading
        person = cell_under(table, row, r"^姓名|获奖人|受表彰人")
        if person is not None and person.string != named.value:
            return Listed(person, named.sure, heading, person)
    owner = _person_before(named.text)
    if owner is not None:
        return Listed(owner, named.sure, heading, owner)
    return Listed(named.text, named.sure, heading, _person(paper, number, named.text, heading))


def _stacked(paper: Paper) -> bool:
    """Whether bodies stand one under the other, a line for each."""
    run = 0
    for row in paper.rows:
        if _COUNTED.search(row.text.compact.string):
            continue
        run = run + 1 if is_body(body_of(row.text).string) else 0
        if run > _STACK:
            return True
    return False


_COUNTED = re.compile(r"[（(](?:共)?\d+(?:个|名|家|人|项)")
"""How a heading says how many are listed under it."""

_STACK = 3
"""Bodies under each other at most that sign together."""

_UNIT_OF = re.compile(r"([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]{1,6}·[\u4e00-\u9fa5]{1,8})[（(]$")


def _person_before(name: Text) -> Text | None:
    """The person in `张某（某协会）`."""
    fragment = name.fragments[0]
    whole = Text.of(fragment)
    match = _UNIT_OF.search(whole.string[: name.sources[0].offset]) if name.sources[0] else None
    return whole[match.start(1) : match.end(1)] if match else None


def _heading_above(paper: Paper, number: int) -> Text | None:
    for row in reversed(paper.rows[:number]):
        if len(row.fragments) > 1:
            continue
        compact = row.text.compact
        match = _HEADING.match(compact.string)
        counted = _COUNTED.search(compact.string)
        if (
            match
            and (counted or _HONOR.search(match.group(1)))
            and not re.search(r"关于|^(?:各|有关|全体)", match.group(1))
            and not match.group(1).endswith(("协会", "中心", "公司", "工会"))
            and (_HONOR.search(match.group(1)) or not _CATEGORY.search(match.group(1)))
        ):
            return compact[match.start(1) : match.end(1)]
    return None


_CATEGORY = re.compile(r"(?:类|组|领域|方面|片区|系统|赛道|批次?|[省市区县])$")
"""How a heading ends that only says which of the recipients follow."""


def _person(paper: Paper, number: int, name: Text, heading: Text | None) -> Text | None:
    row = paper.rows[number]
    compact = row.text.compact
    at = compact.string.find(name.string)
    after = compact.string[at + len(name.string) :] if at >= 0 else ""
    if at >= 0 and _POSITION.match(after):
        return compact[at : at + len(name.string) + 2]
    if (
        heading is not None
        and _PERSONAL.search(heading.string)
        and not re.search("集体|单位|组织", heading.string)
    ):
        return heading
    headed = heading_above(paper.rows, number, r"^(?:序号|姓名)$|单位|名称|奖项")
    if headed is not None:
        named = cell_under(headed, row, _NAMES)
        return named if named is not None and _PERSON_CELL.match(named.string) else None
    cells = [Text.of(fragment).compact for fragment in row.fragments]
    people = [
        cell
        for cell in cells
        if _PERSON_CELL.match(cell.string) and not re.search(r"[省市县区]$", cell.string)
    ]
    if people and heading is not None and not re.search("集体|单位|组织", heading.string):
        return people[0]
    return None
