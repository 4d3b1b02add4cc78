"""Unified social credit codes (GB 32100-2015): what the characters of a code say, and whether its check holds.

Shape: 1 department, 2 class, 3-8 division of the registering authority, 9-17 organisation code
(GB 11714, with its own check character), 18 check character. The letters I, O, Z, S and V are never used.
"""

import unicodedata
from enum import StrEnum

from stdnum.cn import uscc as _stdnum
from stdnum.exceptions import ValidationError

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The characters that a code is made of, in the order of their value."""

FORBIDDEN_LETTERS = "IOZSV"
"""Latin letters that GB 32100 leaves out because they look like digits or U."""

LENGTH = 18

_SEPARATORS = frozenset(" \t\r\n-‐‑‒–—―−_.·　:")


class Department(StrEnum):
    """The administration that keeps the register which a code stands in (character 1)."""

    INSTITUTIONS = "institutions"
    CIVIL_AFFAIRS = "civil_affairs"
    UNIONS = "unions"
    BUSINESS = "business"
    OTHER = "other"


_DEPARTMENTS = {
    "1": Department.INSTITUTIONS,
    "5": Department.CIVIL_AFFAIRS,
    "8": Department.UNIONS,
    "9": Department.BUSINESS,
}

_CLASSES = {
    "11": "机关",
    "12": "事业单位",
    "13": "中央编办直接管理机构编制的群众团体",
    "51": "社会团体",
    "52": "民办非企业单位",
    "53": "基金会",
    "81": "基层工会",
    "91": "企业",
    "92": "个体工商户",
    "93": "农民专业合作社",
}


def compact(code: str) -> str:
    """The code without white space and hyphens, half width, in capitals. Nothing is repaired."""
    half = unicodedata.normalize("NFKC", code)
    return "".join(char for char in half if char not in _SEPARATORS).upper()


def check_character(code: str) -> str | None:
    """The check character that belongs to the first 17 characters; None where they can't be a code's."""
    body = compact(code)[:17]
    if len(body) < 17 or any(char not in ALPHABET for char in body):
        return None
    return _stdnum.calc_check_digit(body)


def is_well_formed(code: str) -> bool:
    """Whether the code has 18 characters of the alphabet, the first eight being digits. Says nothing of the check."""
    plain = compact(code)
    return len(plain) == LENGTH and plain[:8].isdigit() and all(char in ALPHABET for char in plain)


def is_valid(code: str) -> bool:
    """Whether the code is well formed and its check character holds."""
    plain = compact(code)
    try:
        return bool(plain.isascii() and _stdnum.validate(plain))
    except ValidationError:
        return False


def organisation_code(code: str) -> str | None:
    """Characters 9-17, the organisation code of GB 11714; None for a code that is not well formed."""
    plain = compact(code)
    return plain[8:17] if is_well_formed(plain) else None


def organisation_code_holds(code: str) -> bool:
    """Whether the inner check character (the 17th) holds as well.

    GB 11714: weights 3 7 9 10 5 8 4 2 over 36 values. A few genuine codes fail it, so it is a second witness only.
    """
    inner = organisation_code(code)
    if inner is None:
        return False
    values = [int(char, 36) for char in inner[:8]]
    rest = (
        11 - sum(value * weight for value, weight in zip(values, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    )
    return inner[8] == {10: "X", 11: "0"}.get(rest, str(rest))


def department(code: str) -> Department | None:
    """Whose register the code stands in; None for a code too short to say."""
    plain = compact(code)
    return _DEPARTMENTS.get(plain[0], Department.OTHER) if len(plain) >= 2 else None


def organization_class(code: str) -> str | None:
    """The class by characters 1 and 2, in the register's own words (社会团体, 民办非企业单位, 企业 …), else None."""
    return _CLASSES.get(compact(code)[:2])


def division(code: str) -> str | None:
    """The six digits (GB/T 2260) of the authority that registered the body; None where they are not digits."""
    digits = compact(code)[2:8]
    return digits if len(digits) == 6 and digits.isdigit() else None


def is_social_organization(code: str) -> bool:
    """Whether the code belongs to a 社会团体, 民办非企业单位 (社会服务机构) or 基金会."""
    return compact(code)[:2] in {"51", "52", "53"}
