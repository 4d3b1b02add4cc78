"""Which lines the fast recogniser's word isn't good enough for, however sure it is.

The tiny weights know 6,900 letters. Where one stands that they don't know they write its look-alike, and are sure
of it (王翀 becomes 王肿 at 99 %): that happens in names. In codes they drop one of two equal letters or take 0 for
O. Both decide what a document proves, so lines that may hold a name or a code are read by the small weights too.
"""

import re
from functools import cache
from importlib.resources import files

NAMING = "同志|先生|女士|姓名|代表人|负责人|联系人|经办|签字|签名|任命|聘任|聘请|当选|授予|兹证明"
"""What stands beside a name in running text."""
FIELDS = (
    "名称|单位|甲方|乙方|住所|地址|协会|学会|商会|公会|研究会|促进会|联合会|基金会|中心|公司|集团|服务社|服务站|工作室|"
    "事务所|学校|学院|医院|幼儿园|工会|法人|主席|会长|理事|监事|秘书|主任|书记|委员|校长|园长|院长|经理|教授|律师|老师"
)
"""What stands in a title, a field or a cell that holds the name of a person or a body."""
LONGEST_FIELD = 24
"""Letters from which a line is running text."""

_NAMING = re.compile(NAMING)
_FIELD = re.compile(FIELDS)
_CODE = re.compile(
    r"(?=[0-9A-Za-z]*[A-Za-z])(?=[0-9A-Za-z]*[0-9])[0-9A-Za-z]{8,}|[0-9]{15,}|[〔【［\[\]］】〕]"
)
_POINT = re.compile(r"[0-9][.．][0-9]{3}(?![0-9])")
"""A comma between thousands, or a point: the fast recogniser mixes them up in small print."""
_CELL = re.compile(r"[\u4e00-\u9fff·]{2,4}")


def is_suspect(text: str) -> bool:
    """Whether the line may hold a name or a code, or a letter that stands for one the tiny weights don't know."""
    bare = text.strip()
    return bool(
        _CELL.fullmatch(bare)
        or _NAMING.search(bare)
        or _CODE.search(bare)
        or _POINT.search(bare)
        or (len(bare) <= LONGEST_FIELD and _FIELD.search(bare))
        or not look_alikes().isdisjoint(bare)
    )


@cache
def look_alikes() -> frozenset[str]:
    """The letters that the tiny weights write in another's place (made by `benchmarks/ocr_suspects.py`)."""
    return frozenset(files("extractors.ocr").joinpath("suspects.txt").read_text(encoding="utf-8").strip())
