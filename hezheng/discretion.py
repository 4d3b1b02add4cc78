"""What logs may say. They name things by id and hash, so what could be a person's is taken out of every line.

Out come Chinese words whole (names of people and bodies, addresses, file names: the program's own lines are in
English), identity card and telephone numbers, mail addresses, the queries of addresses (presigned links), and all
that is or looks like a secret. What stays in: names written in Latin letters that no pattern tells from other words.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

GONE = "…"
SECRET_KEYS = re.compile(
    r"authorization|cookie|password|passwd|secret|token|access_key|api_key|credential", re.IGNORECASE
)
"""Names under which a value is never shown."""
HAN = r"[㐀-鿿豈-﫿\U00020000-\U0003ffff〇]"
WORDS = re.compile(rf"{HAN}(?:[\d·（）《》〈〉“”、，。：；！？-]*{HAN})*")
PATTERNS = (
    (re.compile(r"\b(bearer|basic)\s+[^\s\"',;]+", re.IGNORECASE), rf"\1 {GONE}"),
    (re.compile(r"(?<=://)[^/@\s\"']+@"), f"{GONE}@"),
    (re.compile(r"\?[\w.~%+-]+=[^\s\"'<>]*"), f"?{GONE}"),
    (re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+"), GONE),
    (re.compile(r"(?<![0-9A-Za-z.])[1-9]\d{16}[\dXx](?![0-9A-Za-z])"), GONE),
    (re.compile(r"(?<![0-9A-Za-z.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z.])"), GONE),
    (re.compile(r"(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[A-Za-z0-9_-]{32,}(?![\w-])"), GONE),
)
"""What is taken out, and what stands there instead. The last: long random words, which hashes and our ids aren't.

Each begins at an edge or is bounded, so that no text, however long, takes more than time in proportion to its length.
"""
SUSPECT = re.compile(r"[@?]|\d[\d -]{9}|[\w-]{32}|bearer|basic", re.IGNORECASE)
"""Stands in every ASCII text that any of the patterns finds something in; most texts are cleared by it."""


WIDE = {
    0xFEE0 + ord(each): each for each in "0123456789@+-.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
}
"""Letters and digits as Chinese input methods write them, which the patterns should see too."""
LONG = 10**10
"""Numbers from here on may be a person's: a telephone's have eleven digits."""


def mask(text: str, secrets: Iterable[str] = ()) -> str:
    """The text with everything taken out that no log may hold; `secrets` are taken out wherever they stand."""
    for secret in secrets:
        text = text.replace(secret, GONE)
    if not text.isascii():
        text = WORDS.sub(GONE, text.translate(WIDE))
    if not SUSPECT.search(text):
        return text
    for pattern, instead in PATTERNS:
        text = pattern.sub(instead, text)
    return text


def mask_value(value: Any, secrets: Iterable[str] = ()) -> Any:  # noqa: ANN401 - whatever was logged
    """The same for what a log line may hold: texts within lists and mappings too."""
    if value is None or isinstance(value, float) or (isinstance(value, int) and abs(value) < LONG):
        return value
    if isinstance(value, Mapping):
        return {
            mask(str(key), secrets): GONE if SECRET_KEYS.search(str(key)) else mask_value(one, secrets)
            for key, one in value.items()
        }
    if isinstance(value, list | tuple | set | frozenset):
        return [mask_value(one, secrets) for one in value]
    return mask(str(value), secrets)
