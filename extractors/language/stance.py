"""How an article stands to an organization: praise and exposure near its name, by a lexicon that can be read.

A negative article must not pass for praise: one strong exposure word in a sentence about the organization is enough,
whatever praise stands around it. Words that are denied (未发现违规) or that name what the organization deals with (受理投诉)
count for nothing.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from dossier.names import mentions
from extractors.language.gazetteer import Names, table

Stance = Literal["positive", "neutral", "negative"]

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]?")
_CLAUSE_END = re.compile(r"[，,、：:。！？!?；;\n（）()“”\"]")
_DENIED = re.compile(
    r"(?:未(?:发现|受|曾|有|发生|出现|被|列入|收到|因)?|没有|无(?:任何)?|从未|并未|不存在|不是|并非|零|0|不再|不得|严禁|禁止|切勿|免受|免于|以免|避免|杜绝|防止|拒绝|抵制|反对|如有|若有|一旦|如果|是否)"
    r"[\u4e00-\u9fff]{0,6}$"
)
_DENIED_LIST = re.compile(
    r"(?:未|没有|无|不存在|从未)[\u4e00-\u9fff]{0,8}(?:、[\u4e00-\u9fff]{1,8}){0,4}[、和及或]$"
)
_DEALT_WITH = re.compile(
    r"(?:受理|处理|调处|调解|化解|帮助|协助|协调|打击|查处|整治|治理|防范|预防|防|反|遏制|纠正|规范|监督|曝光|举报|揭露|抵御|识别|避开|破解|解决|代理|追讨|讨回|普及|讲解|针对|面对|围绕|应对|正视|宣讲|宣传|以案释法|减少|降低)"
    r"[\u4e00-\u9fff]{0,8}$"
)
_DEALT_AFTER = re.compile(
    r"^(?:的)?(?:处理|受理|调解|化解|办理|处置|电话|热线|渠道|信箱|机制|平台|仲裁|预防|防范|防控|治理|整治|纠纷[\u4e00-\u9fff]{0,2}(?:调解|化解|处理)|"
    r"(?:率|数|量)?(?:为|是|保持)?(?:零|0)(?![0-9.]))"
)
_EXPOSES = re.compile(r"^(?!后|率|度|量|台|出)[\u4e00-\u9fff]{2}")
_PASSIVE = re.compile(r"被|遭|受到|因|涉嫌|予以|给予|对[\u4e00-\u9fff]{1,20}$")
_VICTIM = re.compile(r"冒用|假冒|盗用|冒充|冒名")
_CONDITIONAL = re.compile(r"逾期|否则|一经|凡|如[果有若]|若|对于?[\u4e00-\u9fff]{2,14}的")
_GOES_ON = re.compile(
    r"^(?:但|然而|不过|而且|并且|同时|此外|对此|经查|据查|据了解|调查|会员|有会员|有职工|有群众|家长|消费者)|"
    r"(?:该|本|其|上述|这家|此)(?:协会|学会|商会|研究会|促进会|联合会|基金会|中心|机构|社会组织|组织|单位|会)|[^尤极]其[^他中实余次]|"
    r"^(?:协会|学会|商会|研究会|促进会|联合会|基金会|中心|机构)"
)
_STRONG = 3.0
_FAR = 0.25
_BEHIND = 0.45
_NEAR = 0.5
_FORGOTTEN = 2
"""Sentences after which no word such as 该协会 can mean the organization any more."""

_PRAISE_ENOUGH = 1.5


class Cue(NamedTuple):
    """A word that speaks for or against: where it stands, the word, and its weight here (0 where it is denied)."""

    start: int
    end: int
    word: str
    weight: float


@cache
def _weights() -> dict[str, float]:
    return {row["word"]: float(row["weight"]) for row in table("stance")}


@cache
def _words() -> Names:
    return Names(_weights())


def _weight_here(sentence: str, at: int, word: str) -> float:
    """The word's weight, or 0 where its clause denies it or makes it what somebody deals with."""
    weight = _weights()[word]
    start = max((end.end() for end in _CLAUSE_END.finditer(sentence, 0, at)), default=0)
    clause = sentence[start:at]
    if weight < 0:
        lead = sentence[max(0, at - 24) : at]
        if word.startswith(("未", "拒不")):
            return weight
        if _DENIED.search(clause) or _DENIED_LIST.search(lead):
            return 0.0
        if _DEALT_AFTER.match(sentence[at + len(word) :]) and not word.startswith(("被", "遭")):
            return 0.0
        if word == "曝光" and _EXPOSES.match(sentence[at + len(word) :]) and not _PASSIVE.search(clause):
            return 0.0
        if _DEALT_WITH.search(clause) and not _PASSIVE.search(clause) and not word.startswith(("被", "遭")):
            return 0.0
        if _VICTIM.search(sentence):
            return weight / 4
        return weight
    return 0.0 if re.search(r"(?:未能|未|没有|不|难以|并非|无法)[\u4e00-\u9fff]{0,2}$", clause) else weight


def _about(sentences: list[re.Match[str]], places: list[tuple[int, int]]) -> list[float]:
    """How much each sentence is about the organization: 1 by name, 0.8 where it goes on from one, less right behind one."""
    nearness: list[float] = []
    since = _FORGOTTEN
    for found in sentences:
        if any(start < found.end() and found.start() < end for start, end in places):
            nearness.append(1.0)
            since = 0
        elif since < _FORGOTTEN and _GOES_ON.search(found.group().strip()):
            nearness.append(0.8)
            since = 0
        else:
            nearness.append(_FAR if since else _BEHIND)
            since += 1
    return nearness if places else [1.0] * len(sentences)


def stance(text: str, name: str) -> tuple[Stance, float, tuple[Cue, ...]]:
    """The article's stance to the organization, how sure it is, and the cues that it rests on (strongest first)."""
    sentences = list(_SENTENCE.finditer(text))
    places = [(hit.start, hit.end) for hit in mentions(text, name)]
    cues: list[Cue] = []
    praise = blame = far_blame = worst = 0.0
    for found, near in zip(sentences, _about(sentences, places), strict=True):
        sentence = found.group()
        for at, word in _words().find(sentence):
            here = found.start() + at
            if any(start <= here < end for start, end in places):
                continue
            weight = _weight_here(sentence, at, word)
            if near < _NEAR and _CONDITIONAL.search(sentence[:at]):
                weight = max(weight, 0.0)
            cues.append(Cue(here, here + len(word), word, round(weight * near, 2)))
            praise += max(weight, 0.0) * near
            if near >= _NEAR:
                blame += max(-weight, 0.0) * near
                worst = max(worst, -weight * near)
            else:
                far_blame += max(-weight, 0.0)
    cues.sort(key=lambda cue: (-abs(cue.weight), cue.start))
    value, sure = _decide(praise, blame, far_blame, worst)
    return value, round(sure if places else sure * 0.8, 2), tuple(cues)


def _decide(praise: float, blame: float, far_blame: float, worst: float) -> tuple[Stance, float]:
    if worst >= 0.7 * _STRONG:
        return "negative", 0.95 if blame >= 1.5 * _STRONG or praise < blame else 0.75
    if blame >= 1.0 and (praise < _PRAISE_ENOUGH or blame * 2 > praise):
        return "negative", 0.6 if praise > blame else 0.75
    if far_blame >= _STRONG and praise < 2 * _PRAISE_ENOUGH:
        return "negative", 0.55
    if praise >= _PRAISE_ENOUGH:
        doubtful = blame > 0 or far_blame >= _STRONG
        return "positive", 0.65 if doubtful else 0.95 if praise >= 2 * _PRAISE_ENOUGH else 0.85
    return "neutral", 0.7 if blame + far_blame == 0 else 0.6
