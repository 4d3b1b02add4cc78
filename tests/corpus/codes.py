"""Unified social credit codes (GB 32100-2015) made and checked, with the organization code (GB 11714) inside."""

import random

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def check_character(first_seventeen: str) -> str:
    """The 18th character of a code."""
    total = sum(_ALPHABET.index(one) * weight for one, weight in zip(first_seventeen, _WEIGHTS, strict=True))
    return _ALPHABET[(31 - total % 31) % 31]


def _inner_check(eight: str) -> str:
    total = sum(_LETTERS.index(one) * weight for one, weight in zip(eight, _INNER_WEIGHTS, strict=True))
    rest = 11 - total % 11
    return "X" if rest == 10 else "0" if rest == 11 else str(rest)


def make(rng: random.Random, department: str, division: str) -> str:
    """A valid code: `department` is the first two characters (51, 52, 53, 91 …), `division` six digits."""
    if department[0] == "9" and rng.random() < 0.5:
        eight = "MA" + "".join(rng.choice(_ALPHABET) for _ in range(6))
    elif rng.random() < 0.45:
        eight = "MJ" + "".join(rng.choice(_ALPHABET) for _ in range(6))
    else:
        eight = rng.choice("35678") + "".join(rng.choice("0123456789") for _ in range(7))
    body = department + division + eight + _inner_check(eight)
    return body + check_character(body)


def broken(rng: random.Random, code: str) -> str:
    """The code with one digit changed, so that the check character no longer holds."""
    while True:
        at = rng.randrange(8, 16)
        changed = code[:at] + rng.choice([one for one in "0123456789" if one != code[at]]) + code[at + 1 :]
        if check_character(changed[:17]) != changed[17]:
            return changed
