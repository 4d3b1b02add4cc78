"""Folding of text to one way of writing, and which characters a reader of print takes for one another."""

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from dossier.glyph_pairs import PAIRS

Likeness = Literal["equal", "twin", "alike", "unlike"]

TWINS = (
    "己已巳 末未 土士 入人 日曰 侯候 戊戌戍 千干于 刺剌 洒酒 天夭 市巿 冶治 准淮 柬束 口囗 二ニ 八ハ 夕タ 力カ 工エ 才オ 卜ト 一ー 京亰"
).split()
"""Characters so alike that print alone hardly tells them apart. They are taken for one another without asking."""

UNREADABLE = frozenset("□■▢?*�〓")
"""What engines and typists put where a character can't be read."""

_TRADITIONAL = dict(
    zip(
        "會協學聯業務發進蘇無錫揚鎮連淵區縣機構員總國華東個體產興農電車醫藥藝術書畫樂愛護環養師貿經濟資質證號"
        "慶寧鄉門開關陽陰溝濱澤漣豐蕭邊東黨團長義務實踐創業網絡信點興導讀寫說話語論議處權責任級優選舉辦設計檢驗"
        "獎狀榮譽儀愛衛復舊軍隊僑臺灣廣觀傳統勞動職殘障婦兒幼歲齡頤頁題類親屬領導標準質量檔庫廳廠標鹽賓館營運輸財稅漢飾維調費裝網線級電語經紅劑濟際際師"
        "靜異偉麗張陳劉楊趙黃吳孫馬鄭謝許鄧馮韓葉蔣盧賈鄒閆閻譚陸龍萬錢湯顧龔嚴賴倫傑勝億劍堅壽寶將爾嵐嶽強彥恆悅"
        "懷戰曉暉曄棟樺歐歡氣潔濤潤淩瀟瀾燦燁煒獻瑋瓊瑩璽畢碩禮禕種穎竇競筆節簡納紀純紹結綱綺緒練績繼纖羅習聖聰聲"
        "肅艷莊蓮藍蘭虛覺誠詠誼諒諾謙謹貝貞賀賢贊躍軒輝達遠遙遷鈞鈴銀銘銳錦鋒鋼鐵鑒閃閔閣陣隨雙雋雲靈韋韻順頌頻顏"
        "願風飛駿騰驍驕魯鮑鴻鵬鶴麥齊單喬時欒滿爭鄔鄺闞鞏項魚龐峯羣啟啓",
        "会协学联业务发进苏无锡扬镇连渊区县机构员总国华东个体产兴农电车医药艺术书画乐爱护环养师贸经济资质证号"
        "庆宁乡门开关阳阴沟滨泽涟丰萧边东党团长义务实践创业网络信点兴导读写说话语论议处权责任级优选举办设计检验"
        "奖状荣誉仪爱卫复旧军队侨台湾广观传统劳动职残障妇儿幼岁龄颐页题类亲属领导标准质量档库厅厂标盐宾馆营运输财税汉饰维调费装网线级电语经红剂济际际师"
        "静异伟丽张陈刘杨赵黄吴孙马郑谢许邓冯韩叶蒋卢贾邹闫阎谭陆龙万钱汤顾龚严赖伦杰胜亿剑坚寿宝将尔岚岳强彦恒悦"
        "怀战晓晖晔栋桦欧欢气洁涛润凌潇澜灿烨炜献玮琼莹玺毕硕礼祎种颖窦竞笔节简纳纪纯绍结纲绮绪练绩继纤罗习圣聪声"
        "肃艳庄莲蓝兰虚觉诚咏谊谅诺谦谨贝贞贺贤赞跃轩辉达远遥迁钧铃银铭锐锦锋钢铁鉴闪闵阁阵随双隽云灵韦韵顺颂频颜"
        "愿风飞骏腾骁骄鲁鲍鸿鹏鹤麦齐单乔时栾满争邬邝阚巩项鱼庞峰群启启",
        strict=True,
    )
)

SIMPLIFIED = str.maketrans(_TRADITIONAL)
"""Traditional letters to simplified ones, for `str.translate`: one for one, so that places stay."""

_BRACKETS = str.maketrans(
    {
        "〔": "(", "〕": ")", "[": "(", "]": ")", "【": "(", "】": ")", "{": "(", "}": ")", "﹝": "(", "﹞": ")",
        "「": '"', "」": '"', "『": '"', "』": '"', "“": '"', "”": '"', "„": '"', "‘": '"', "’": '"', "'": '"',
        "《": '"', "》": '"', "〈": '"', "〉": '"', "<": '"', ">": '"', "·": "·", "・": "·", "•": "·", "‧": "·",
        "—": "-", "–": "-", "―": "-", "‐": "-", "−": "-", "、": "、",
    }
)  # fmt: skip


@lru_cache(maxsize=16_384)
def fold_character(char: str) -> str:
    """The character half width, simplified, with brackets and quotes unified; empty for white space and marks."""
    if char.isspace() or unicodedata.category(char) in {"Cf", "Cc", "Mn"}:
        return ""
    half = unicodedata.normalize("NFKC", char).translate(_BRACKETS).strip()
    return _TRADITIONAL.get(half, half)


def fold(text: str) -> str:
    """The text without white space, every character folded."""
    return "".join(fold_character(char) for char in text)


def fold_with_positions(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index in the text that it came from."""
    pieces: list[str] = []
    positions: list[int] = []
    for index, char in enumerate(text):
        folded = fold_character(char)
        pieces.append(folded)
        positions += [index] * len(folded)
    return "".join(pieces), positions


@cache
def _pairs(of: Literal["twin", "alike"]) -> frozenset[tuple[str, str]]:
    groups = TWINS if of == "twin" else PAIRS.split()
    return frozenset((one, other) for group in groups for one in group for other in group if one != other)


def likeness(one: str, other: str) -> Likeness:
    """How alike two characters look: `equal`, `twin` (print hardly tells them apart), `alike`, or `unlike`."""
    if one == other:
        return "equal"
    pair = (one, other)
    if pair in _pairs("twin"):
        return "twin"
    if one in UNREADABLE or other in UNREADABLE or pair in _pairs("alike"):
        return "alike"
    return "unlike"


def looks_like(one: str, other: str) -> bool:
    """Whether one could be the other misread."""
    return likeness(one, other) != "unlike"
