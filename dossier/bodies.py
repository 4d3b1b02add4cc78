"""Which authorities are unions or civil-affairs registries, and of what region, by the structure of their names."""

import re

from dossier.name_parts import fold_name
from dossier.regions import NOWHERE, Leading, leading

_DEPARTMENT = r"(?:[\u4e00-\u9fff]{0,12}(?:部|室|处|科|组|办公室|办|委员会|局))"
_UNION_END = re.compile(
    rf"(?:总工会{_DEPARTMENT}?|工会联合会|联合工会|工会工作委员会|工会委员会|工会(?:[\u4e00-\u9fff]{{0,4}}委员会)|工会小组|"
    r"工会全国委员会|工会工作站|工会)(?:\([^)]*\))?$"
)
_WORN_UNION = re.compile(r"[省市区县旗州镇乡](?:街道)?(?:总.?会|总工.?|.工会|.会(?:工作)?委员会)$")
"""A region's union with a character lost, or read as another one: 鼓楼区总会. 慈善总会 has a word between."""
_NO_UNION = re.compile(r"(?:义工会|社工会|志工会|筹备.{0,3})(?:\([^)]*\))?$")
_REGISTRY_BODY = re.compile(
    r"(?:民政(?:局|厅|部)|社会组织(?:登记)?管理局|民间组织(?:登记)?管理局|社团登记管理(?:局|办公室)|行政审批(?:服务)?局|数据(?:管理|资源)?(?:管理)?局|"
    r"政务服务(?:数据|和数据|管理|数据管理)*(?:管理)?(?:局|办公室|办|委员会)|社会事业(?:发展)?局|行政审批服务管理局)"
)
_REGISTRY = re.compile(
    rf"(?P<body>{_REGISTRY_BODY.pattern}(?:\([^)]*\))?(?:{_REGISTRY_BODY.pattern})?"
    r"(?:[\u4e00-\u9fff]{0,10}(?:处|科|股|室|窗口|专用章))?(?:\([^)]*\))?)$"
)


def is_union_body(name: str) -> bool:
    """Whether the name is that of a union of the system, at whatever level, or of a department of one.

    An association about unions (工会理论研究会), a hall or school that a union runs, and 社会组织联合会 are none.
    """
    folded = fold_name(name)
    return bool(_UNION_END.search(folded)) and not _NO_UNION.search(folded)


def may_be_union_body(name: str) -> bool:
    """Whether the name is a union's, or reads as a region's union of which a character was lost or misread."""
    return is_union_body(name) or bool(_WORN_UNION.search(fold_name(name)))


def is_civil_affairs(name: str) -> bool:
    """Whether the name is that of a body that registers social organizations.

    Civil affairs at any level, its administration of social organizations, and the approval, data and
    government-service bureaus (in development zones the social-affairs bureau) that took the register over.
    """
    return _REGISTRY.search(fold_name(name)) is not None


def _head(name: str) -> Leading:
    folded = fold_name(name)
    return leading(folded.removeprefix("中共"))


def registry_region(name: str) -> Leading:
    """The region of a civil-affairs body; NOWHERE for another body, or where the name has no region."""
    return _head(name) if is_civil_affairs(name) else NOWHERE


def union_level_region(name: str) -> Leading:
    """The region that a union body's name begins with; NOWHERE for another body, or where it has no region.

    A company's or school's union in a city has the city's region too: whether it has the city's level, is
    for the gazetteer of levels to say.
    """
    return _head(name) if is_union_body(name) else NOWHERE
