"""Finding an organization by how it is written or by how it sounds."""

import unicodedata
from collections.abc import Mapping
from typing import Any


def search_words(organization: Mapping[str, Any] | None) -> str:
    """What an organization is found by, a line each: name, credit code, its sound in full and its initials.

    南京市职工之家 → `nanjingshizhigongzhijia`, `njszgzj`. A character that sounds in several ways is taken as its word has it.
    """
    if organization is None:
        return ""
    from pypinyin import Style, lazy_pinyin  # its dictionaries take half a second

    name = folded(str(organization.get("name") or ""))
    sound = "".join(lazy_pinyin(name))
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    return "\n".join((name, folded(str(organization.get("uscc") or "")), sound, initials))


def folded(text: str) -> str:
    """The text without differences of width and case, and without white space, which names are printed with or without."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def search_terms(text: str) -> tuple[str, ...]:
    """The words of a search, folded; each has to be found. A name typed with gaps is found, and `nan jing` too."""
    return tuple(folded(part) for part in text.split())
