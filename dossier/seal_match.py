"""Whose seal it is, by what its ring reads: the start may be wrong, characters may be missing, 专用章 may follow.

A ring is never taken for another body's because it was read badly: only a whole name, unlike the other from
whatever character it is begun, is another.
"""

import re
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from dossier.bodies import is_civil_affairs, is_union_body
from dossier.name_match import same_organization
from dossier.name_parts import fold_name, parts
from dossier.regions import known_path

Bearing = Literal["own", "unclear", "another"]

LIKE = 0.75
"""Share of the shorter name's characters that stand in one order in both, from which a ring may be that name."""

UNLIKE = 0.5
"""The same share, up to which it is surely another name: one in which three characters were misread has more."""

_USE = re.compile(
    r"(?:[（(]?\d*[）)]?)?(?:合同|财务|业务|行政(?:审批|许可|执法|服务)|登记|审批|审核|证书|证件|评估|人事|发票|报名|骑缝|电子|党务|对外|材料|公示|表彰|年检)*"
    r"(?:专用章|公章|印章|专用|之?章|印)(?:[（(]?\d*[）)]?)?$"
)
_AUTHORITY = re.compile(r"(?:局|厅|部|委|委员会|政府|办公室|办公厅|法院|检察院|工会|中心|处)$")
_BODY = re.compile(
    r"(?:局|厅|部|委|会|政府|公司|集团|院|学校|大学|中学|小学|幼儿园|中心|社|所|站|办公室|办公厅|处|团|馆|队|厂|银行|商场|店|联盟|俱乐部)$"
)
_NO_SEAL_OF_ITS_OWN = re.compile(
    r"(?:组委会|筹委会|评委会|组织委员会|评审委员会|评估委员会|评选委员会|评定委员会|领导小组|协调小组|联席会议|指挥部|小组|办公室)$"
)
_LEAST = 6
"""Characters of a whole name, its region in front."""


def seal_body(text: str) -> str:
    """The body that a seal names, without what the seal is for (合同专用章)."""
    return _USE.sub("", fold_name(text))


def is_whole(text: str) -> bool:
    """Whether the seal reads as the whole name of a body: only such a one can be another's."""
    body = seal_body(text)
    return len(body) >= _LEAST and _BODY.search(body) is not None


def bearing(seal: str, body: str) -> Bearing:
    """How a seal bears on a body: its own (or badly read), another's, or not to be told."""
    ring, name = seal_body(seal), fold_name(body)
    if not ring or not name:
        return "own"
    if _two_regions(ring, name):
        return "another"
    like = likeness(ring, name)
    if like >= LIKE or same_organization(ring, name).verdict != "different":
        return "own"
    if is_civil_affairs(ring) and is_civil_affairs(name) and _region(ring) == _region(name):
        return "own"
    if like > UNLIKE or _NO_SEAL_OF_ITS_OWN.search(name) or not is_whole(seal):
        return "unclear"
    if not (_AUTHORITY.search(ring) and _AUTHORITY.search(name)):
        return "another"
    return "another" if _apart(ring, name) else "unclear"


def likeness(ring: str, name: str) -> float:
    """Share of the shorter one's characters that stand in one order in both, from the ring's best start."""
    shortest = min(len(ring), len(name))
    best = max(LCSseq.similarity(turned, name) for turned in _turns(ring))
    return best / shortest


def is_named_in(seal: str, text: str) -> bool:
    """Whether a text names the body that a seal names, as well as either was read."""
    ring, folded = seal_body(seal), fold_name(text)
    return any(fuzz.partial_ratio(turned, folded) >= 100 * LIKE for turned in _turns(ring) if len(folded) > 1)


def _turns(ring: str) -> list[str]:
    """The ring's characters, begun at each of them."""
    return [ring[at:] + ring[:at] for at in range(len(ring))] or [""]


def _region(name: str) -> tuple[str, ...]:
    return parts(name).path


def _apart(ring: str, name: str) -> bool:
    """Whether both name known regions, of which neither holds the other."""
    one, other = _region(ring), _region(name)
    if not (one and other and known_path(one) and known_path(other)):
        return False
    shared = min(len(one), len(other))
    return one[:shared] != other[:shared] and one[-1] not in other and other[-1] not in one


def _two_regions(ring: str, name: str) -> bool:
    """Whether names of one length differ in just their regions, in two characters that were not misread."""
    one, other = parts(ring), parts(name)
    if one.mended or other.mended or one.rest != other.rest or not _apart(ring, name):
        return False
    return LCSseq.similarity(one.region_text, other.region_text) <= len(one.region_text) - 2


def is_of(seal: str, organization: str) -> bool:
    """Whether it is an organization's own seal, or its union's."""
    ring = seal_body(seal)
    if bearing(ring, organization) == "own":
        return True
    return is_union_body(ring) and fold_name(organization) in ring
