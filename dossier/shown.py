"""Text from outside as it can be shown: nothing in it steers a terminal, forges a line of a log or turns a name around.

证书[RIGHT-TO-LEFT OVERRIDE]fdp.exe is shown by most programs as 证书exe.pdf, and an escape sequence may clear a screen.
"""

import re
import unicodedata
from pathlib import PurePosixPath

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_DIRECTIONS = "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_STEERING = re.compile(f"[\x00-\x1f\x7f-\x9f{_DIRECTIONS}\ud800-\udfff]")
_STEERING_IN_LINES = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTIONS}\ud800-\udfff]")
"""Control characters, marks of writing direction, separators of lines, and halves of characters."""
_LONGEST_PART, _LONGEST_NAME = 255, 1024
"""Bytes in UTF-8: what file systems hold of a part and what the records keep of a whole name."""
_HEAD, _TAIL = 40, 20


def shown(text: str, *, lines: bool = False) -> str:
    """The text with a replacement character for each mark that steers; `lines`: line breaks and tabs stay."""
    return (_STEERING_IN_LINES if lines else _STEERING).sub(REPLACEMENT, text)


def escaped(json_text: str) -> str:
    """JSON with the same marks as escapes, which says the same. Its line breaks stay."""
    return _STEERING_IN_LINES.sub(lambda mark: f"\\u{ord(mark[0]):04x}", json_text)


def shown_name(name: str) -> str:
    """A file's name, parts joined by /, as it goes through the whole program: composed, harmless, not overlong.

    Names that Linux couldn't decode are tried as GB 18030, which is how Chinese Windows wrote them.
    """
    whole = shown(unicodedata.normalize("NFC", _decoded(name)))
    parts = [_shortened(part) for part in whole.split("/")]
    whole = "/".join(parts)
    return whole if len(whole.encode()) <= _LONGEST_NAME else f"…/{parts[-1]}"


def numbered(name: str, used: set[str]) -> str:
    """The name, with a number where it was used before; it is used from then on."""
    path = PurePosixPath(name)
    number, unique = 1, name
    while unique in used:
        number += 1
        unique = str(path.with_name(f"{path.stem}({number}){path.suffix}"))
    used.add(unique)
    return unique


def _decoded(name: str) -> str:
    try:
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # other halves than those that stand for bytes
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _shortened(part: str) -> str:
    return part if len(part.encode()) <= _LONGEST_PART else f"{part[:_HEAD]}…{part[-_TAIL:]}"
