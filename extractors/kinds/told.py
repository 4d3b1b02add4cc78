"""What a certificate tells in running prose rather than under labels: `法定代表人为…，住所设在…，活动资金人民币…，业务主管单位为…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.fact import Fact
from extractors.kinds import common
from extractors.paper import Paper
from extractors.text import HAN, Text
from extractors.values import amount_in, apart, body_of, is_body

_IS = r"(?:为|是|系|由|[：:])"
_STOP = r"(?=[，,。；;、（(]|$)"

_REPRESENTATIVE = re.compile(
    rf"(?:法定代表人|法人代表|主要负责人|负责人)(?:姓名)?{_IS}([{HAN}]{{2,4}}?(?:·[{HAN}]{{1,6}})?)(?:同志|先生|女士)?{_STOP}"
    rf"|(?:由|选举)([{HAN}]{{2,4}}?)(?:同志)?(?:担任|任|为)(?:其|该(?:会|单位|机构))?法定代表人"
)
_ADDRESS = re.compile(
    r"(?:(?:法定|登记|办公|单位|机构)?(?:住所|会址|所址|院址|校址|地址)(?:地)?(?:设(?:在|于)|位于|坐落(?:于|在)|为|是|在)|(?<=[，,。；;])(?:常?设(?:在|于)|坐落(?:于|在)))"
    r"([^，,。；;：:]{5,60})(?=[，,。；;]|$)"
)
_PLACE = re.compile(r"[省市区县镇乡村路街道巷弄号楼室幢栋座园]")
_CAPITAL = re.compile(
    r"(?:注册|开办|活动|举办|原始|启动)(?:资金|资本|基金)(?:数额)?(?:共计?|合计|为|是|计)?((?:人民币)?[^，,。；;：:不少低超达至约]{1,24}?元(?:人民币)?整?)"
)
_SUPERVISORY = re.compile(
    r"(?:(?:业务)?主管(?:单位|部门|机关)|业务指导单位)(?:为|是|系)([\u4e00-\u9fa5（）()、]{4,60}?)(?=[，,。；;]|$)"
)


def representative(paper: Paper) -> list[Fact]:
    """Who a sentence says is the legal representative."""
    return [
        paper.fact("legal_representative", name.string, name, sure=0.93)
        for name in _said(paper, _REPRESENTATIVE)
    ][:1]


def address(paper: Paper) -> list[Fact]:
    """Where a sentence says the body has its seat."""
    places = (place for place in _said(paper, _ADDRESS) if len(_PLACE.findall(place.string)) >= _PARTS)
    return [paper.fact("address", place.string, place, sure=0.93) for place in places][:1]


_PARTS = 2
"""Words for parts of an address that one has at least."""


def capital(paper: Paper) -> list[Fact]:
    """The capital in CNY that a sentence tells, with its unit."""
    for words in _said(paper, _CAPITAL):
        amount = amount_in(words)
        if amount is not None and amount.value > 0 and amount.sure == 1.0:
            return [paper.fact("registered_capital", amount.value, amount.text, raw=words.string, sure=0.93)]
    return []


def supervisory_body(paper: Paper) -> list[Fact]:
    """The body that a sentence says supervises the work."""
    return _body(paper, "supervisory_body", _SUPERVISORY)


def _body(paper: Paper, name: str, pattern: re.Pattern[str]) -> list[Fact]:
    for words in _said(paper, pattern):
        body = body_of(words)
        if is_body(body.string):
            parts = apart(body)
            told = "、".join(common.tidy_name(part.string) for part in parts)
            return [paper.fact(name, told, parts, sure=0.93)]
    return []


def _said(paper: Paper, pattern: re.Pattern[str]) -> Iterator[Text]:
    """What the pattern's group holds, wherever it matches: lines are joined, for a sentence runs over them."""
    compact = paper.text.compact
    for match in pattern.finditer(compact.string):
        group = match.lastindex or 0
        yield compact[match.start(group) : match.end(group)]
