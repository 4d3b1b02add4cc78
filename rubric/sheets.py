"""How a standard lies in a workbook: the sheets, their columns, and what a cell of each holds.

`标准` and `参数` are rows of path and value (rubric.flat); the other sheets have a column for each path. What belongs to a
criterion names it in the column `条款`: by its id, `2.6`, or where there are several versions of it by its first day too,
`2.6@2027-01-01`.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from dossier.finding import Severity, Verdict
from rubric.flat import WORDS

Sort = Literal["text", "number", "whole", "day", "lines", "yaml", "value", "told"]
"""What a cell holds. `lines`: words, one a line; `value`: whatever it shows; `told`: for people only, never read."""

Tables = dict[str, list[dict[str, object]]]
"""Each sheet's rows, by the titles of their columns."""


class Column(NamedTuple):
    """A column of a sheet; `path` is where its value stands in what a row describes, empty where it is a name."""

    title: str
    path: str
    sort: Sort
    width: int = 12
    choices: tuple[str, ...] = ()


CRITERION = "条款"
NUMBER = "序号"
CASE = "样例序号"
KIND = "材料类型"
NAME = "结果"
PATH, VALUE = "项目", "值"
FACTS = "事实"

STANDARD, SECTIONS, CRITERIA, EVIDENCE = "标准", "部分", "条款", "材料"
PARAMETERS, OUTCOMES, CASES, DOCUMENTS = "参数", "结果", "样例", "样例材料"

SHEETS: Mapping[str, tuple[Column, ...]] = {
    STANDARD: (Column(PATH, "", "text", 30), Column(VALUE, "", "value", 80)),
    SECTIONS: (
        Column("编号", "id", "text"),
        Column("名称", "title", "text", 30),
        Column("依据", "place", "text"),
        Column("分值", "points", "number"),
    ),
    CRITERIA: (
        Column("编号", "id", "text"),
        Column("名称", "title", "text", 36),
        Column("依据", "clause/place", "text"),
        Column("要求", "clause/asks", "text", 44),
        Column("原文检索词", "clause/anchor", "text", 16),
        Column("分值", "points", "number"),
        Column("否决项", "gate/missing", "text", 12, ("fails", "review")),
        Column("生效日", "effective/since", "day", 13),
        Column("失效日", "effective/until", "day", 13),
        Column("判定方式", "check/operator", "text", 20),
        Column("判定方式说明", "", "told", 60),
    ),
    EVIDENCE: (
        Column(CRITERION, "", "text"),
        Column(KIND, "", "text", 26),
        Column("材料名称", "", "told", 26),
        Column(FACTS, "", "lines", 36),
    ),
    PARAMETERS: (
        Column(CRITERION, "", "text"),
        Column(PATH, "", "text", 36),
        Column(VALUE, "", "value", 44),
    ),
    OUTCOMES: (
        Column(CRITERION, "", "text"),
        Column(NAME, "", "text", 20),
        Column("结论", "verdict", "text", 16, tuple(Verdict)),
        Column("代码", "code", "text", 30),
        Column("严重程度", "severity", "text", 12, tuple(Severity)),
        Column("说明文字", "say", "text", 80),
    ),
    CASES: (
        Column(CRITERION, "", "text"),
        Column(NUMBER, "", "whole", 8),
        Column("名称", "name", "text", 44),
        Column("类别", "sort", "text", 12, ("pass", "fail", "unreadable")),
        Column("申报分", "claim/points", "number"),
        Column("申报说明", "claim/statement", "text", 24),
        Column("申报文件", "claim/files" + WORDS, "lines", 26),
        Column("基准日", "as_of", "day", 13),
        Column("预期结论", "expect/verdict", "text", 16, tuple(Verdict)),
        Column("预期低分", "expect/supported/#1", "number"),
        Column("预期高分", "expect/supported/#2", "number"),
        Column("预期代码", "expect/codes" + WORDS, "lines", 26),
    ),
    DOCUMENTS: (
        Column(CRITERION, "", "text"),
        Column(CASE, "", "whole", 8),
        Column("文件", "path", "text", 26),
        Column("类型", "kind", "text", 26),
        Column(FACTS, "facts", "yaml", 60),
        Column("存疑事实", "doubtful" + WORDS, "lines", 20),
        Column("文字", "text" + WORDS, "lines", 30),
        Column("读取问题", "problem", "text", 16),
    ),
}
"""All sheets of the workbook, in its order."""


def criterion_key(identifier: str, since: str, *, only: bool) -> str:
    """What the column `条款` says of a criterion; `only`: there is but one version of it."""
    return identifier if only else f"{identifier}@{since}"
