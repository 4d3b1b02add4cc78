"""Radicals that fonts give for whole characters: PDFs often say ⺠ (U+2EA0) or ⽇ (U+2F47) where they show 民 or 日."""

import unicodedata
from functools import cache

_SUPPLEMENT = dict(
    zip(
        "⺁⺅⺇⺋⺌⺍⺗⺝⺞⺟⺠⺩⺫⺬⺭⺮⺯⺼⻁⻂⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂亻几卩小小心月歹母民王罒示礻竹纟月虎衤西见角角讠贝足车辶辶辶阝钅长長长门阜阝青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""Those of the supplement (U+2E80 to U+2EFF) that stand for a character of their own."""


@cache
def whole_character(code: int) -> str:
    """The character that a radical or a compatibility ideograph stands for; itself where it stands for none."""
    character = chr(code)
    return _SUPPLEMENT.get(character) or unicodedata.normalize("NFKC", character)


def is_radical(code: int) -> bool:
    """Whether the code is of a block of radicals or compatibility ideographs."""
    return 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF
