"""The parts of an organization's name: region, core, kind and branch (南京市 | 家政服务业 | 协会 | 直播分会)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dossier.glyphs import fold, likeness
from dossier.regions import HOME, NOWHERE, Leading, Path, leading, region_named, regions

KINDS: tuple[str, ...] = tuple(
    sorted(
        "协会 学会 研究会 商会 促进会 联合会 联合总会 联谊会 基金会 总会 公会 同业公会 同学会 同乡会 校友会 联盟 友好协会 "
        "慈善会 慈善总会 红十字会 理事会 委员会 互助会 合作社 志愿服务队 志愿者服务队 志愿服务总队 服务队 救援队 "
        "服务中心 服务社 服务站 服务部 服务所 发展中心 指导中心 培训中心 研究中心 评估中心 援助中心 交流中心 活动中心 康复中心 "
        "调解中心 托养中心 护理中心 文化中心 保护中心 支持中心 创新中心 孵化中心 关爱中心 体验中心 教育中心 咨询中心 中心 "
        "研究院 研究所 学院 学校 大学 中学 小学 幼儿园 托儿所 养老院 敬老院 福利院 护理院 老年公寓 医院 门诊部 诊所 卫生院 "
        "俱乐部 艺术团 合唱团 演出团 剧团 博物馆 美术馆 图书馆 书画院 书院 画院 事务所 工作室 工作站 驿站 家园 之家 基地 "
        "总工会 工会联合会 工会委员会 工会 有限公司 有限责任公司 股份有限公司 集团有限公司 公司 合伙企业 "
        "民政局 民政厅 人民政府 法学会 科协 文联 残联 妇联 工商联".split(),
        key=lambda kind: (-len(kind), kind),
    )
)
"""What names of organizations end with, longest first."""

_BRANCH_ENDS = (
    "分会|支会|专业委员会|工作委员会|专委会|工委会|工会委员会|工会联合会|联合工会|工会小组|工会|党支部委员会|党总支|党支部|党委|"
    "党组|团支部|团委|支部委员会|支部|联络处|联络站|办事处|代表处|秘书处|办公室|分部|分中心|分院|分校|分站|分社|服务队|"
    "监事会|会员代表大会|代表大会|筹备组|筹委会"
)
_BASE_KINDS = "|".join(
    kind
    for kind in KINDS
    if kind
    not in {"委员会", "理事会", "工会", "工会委员会", "工会联合会", "总工会", "中心", "基地", "之家", "家园"}
)
_BRANCH = re.compile(
    rf"(?P<base>.{{2,}}?(?:{_BASE_KINDS}|中心|总工会))(?P<branch>.{{0,14}}?(?:{_BRANCH_ENDS}))"
)
_MARKS = str.maketrans("", "", '"·-.,_~')
_SEAL_NOTE = re.compile(r"\((?:盖章|公章|章|印章|印|签章|加盖公章|单位盖章|盖公章)\)$|[:;。、]+$")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart. `region_text` + `core` + `kind` + `branch` is the folded name; `path` names the region in full.

    `mended` tells that the region or the kind is known only by taking one look-alike character for another.
    """

    folded: str
    path: Path
    region_text: str
    core: str
    kind: str
    branch: str
    mended: bool = False

    @property
    def rest(self) -> str:
        """All that follows the region."""
        return self.core + self.kind + self.branch


def fold_name(name: str) -> str:
    """The name folded, without quotes, dots, dashes and a closing （盖章）; other brackets are kept, half width."""
    return _SEAL_NOTE.sub("", fold(name).translate(_MARKS))


def _one_look_alike(read: str, known: str) -> bool:
    """Whether `read` is `known` with exactly one character taken for a look-alike."""
    if len(read) != len(known):
        return False
    differing = [likeness(one, other) for one, other in zip(read, known, strict=True) if one != other]
    return len(differing) == 1 and differing[0] != "unlike"


def mended_leading(folded: str) -> tuple[Leading, bool]:
    """The leading region; where a name of Jiangsu stands there with one character misread, that one."""
    exact = leading(folded)
    if exact.path:
        if exact.level not in {"province", "prefecture"} or HOME not in exact.path:
            return exact, False
        for region in regions():
            length = len(region.name)
            below = region.path[:-1] == exact.path and region.level != "zone"
            if below and _one_look_alike(folded[exact.end : exact.end + length], region.name):
                return Leading(region.path, exact.end + length, region.level), True
        return exact, False
    for region in regions():
        if region.path[0] == HOME and _one_look_alike(folded[: len(region.name)], region.name):
            mended = region.name + folded[len(region.name) :]
            return leading(mended), True
    return NOWHERE, False


def _kind_of(text: str) -> tuple[str, bool]:
    """The kind that the text ends with, as written, and whether one character of it had to be mended."""
    for kind in KINDS:
        if text.endswith(kind) and len(text) > len(kind):
            return kind, False
    for kind in KINDS:
        if len(text) > len(kind) and _one_look_alike(text[-len(kind) :], kind):
            return kind, True
    return "", False


@lru_cache(maxsize=4096)
def parts(name: str) -> NameParts:
    """The name taken apart. Nothing found in a place leaves it empty; `core` then holds what is left."""
    folded = fold_name(name)
    region, region_mended = mended_leading(folded)
    rest = folded[region.end :]
    found = _BRANCH.fullmatch(rest)
    base, branch = (found["base"], found["branch"]) if found else (rest, "")
    kind, kind_mended = _kind_of(base)
    return NameParts(
        folded=folded,
        path=region.path,
        region_text=folded[: region.end],
        core=base[: len(base) - len(kind)] if kind else base,
        kind=kind,
        branch=branch,
        mended=region_mended or kind_mended,
    )


def normalise(name: str) -> str:
    """The name in one way of writing: folded, its region in full (江苏青年协会 → 江苏省青年协会).

    Only regions that the name writes are written: nothing is added above them.
    """
    found = parts(name)
    if not found.kind or not found.path:
        return found.folded
    written: list[str] = []
    rest = found.region_text
    for region in found.path:
        short = next((form for form in (region, _short(region)) if rest.startswith(form)), None)
        if short is not None:
            written.append(region)
            rest = rest[len(short) :]
    return "".join(written) + rest + found.rest


def _short(region: str) -> str:
    known = region_named(region)
    return region[:-1] if known.path and region[-1] in "省市区县" and len(region) > 2 else region
