"""Plain text in the encodings that come in: UTF-8, GB18030, UTF-16."""

import codecs
import unicodedata


def decode(data: bytes, *, partial: bool = False) -> str | None:
    """The text, or None where the bytes are no text. `partial`: the data may end within a character."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):  # fmt: skip
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, partial=partial)
    if b"\x00" in data:
        even, odd = data[0::2].count(0), data[1::2].count(0)
        encodings = ("utf-16-le",) if odd > even else ("utf-16-be",)
    else:
        encodings = ("utf-8", "gb18030", "utf-16-le")
    for encoding in encodings:
        text = _decoded(data, encoding, partial=partial)
        if text is not None and (encoding != "utf-16-le" or b"\x00" in data or _chinese(text)):
            return text
    return None


def _decoded(data: bytes, encoding: str, *, partial: bool) -> str | None:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data, not partial)
    except UnicodeDecodeError:
        return None
    strange = sum(
        1
        for character in text
        if unicodedata.category(character) == "Cc" and character not in "\t\n\r\f\v\x1a"
    )
    return None if strange > len(text) / 500 else text


def _chinese(text: str) -> bool:
    hanzi = sum(1 for character in text if "\u4e00" <= character <= "\u9fff")
    return hanzi > len(text) / 3
