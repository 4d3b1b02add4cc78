"""Passwords: which are taken, and how they are kept (argon2id, RFC 9106's second choice: 64 MiB, three passes)."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from vault.records import accounts_messages as messages
from vault.records.accounts_errors import PasswordUnusableError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST = 10
MOST = 128
DISTINCT = 5
"""So many different characters at least."""
AT_ONCE = threading.BoundedSemaphore(2)
"""Each computation takes 64 MiB and a core: a crowd at the door waits in a line instead of taking the memory."""
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_COMMON = ("password", "admin", "hezheng", "iloveyou", "welcome", "woaini", "mima", "gonghui")
"""Stems of what is tried first everywhere, and here."""


def check_usable(password: str, *about: str) -> None:
    """Raises PasswordUnusableError. `about` are names that mustn't make up the password. No kinds of characters are asked for."""
    plain = _normal(password)
    if len(plain) < LEAST:
        raise PasswordUnusableError(messages.TOO_SHORT.format(least=LEAST), cause="too short")
    if len(plain) > MOST:
        raise PasswordUnusableError(messages.TOO_LONG.format(most=MOST), cause="too long")
    if len(set(plain)) < DISTINCT or len(_rest(plain.casefold(), about)) < LEAST // 2:
        raise PasswordUnusableError(messages.TOO_PLAIN, advice=messages.PLAIN_ADVICE, cause="guessable")


def hashed(password: str) -> str:
    """The password as it is kept."""
    with AT_ONCE:
        return _hasher().hash(_normal(password))


def matches(kept: str | None, password: str) -> bool:
    """Whether it is the password. Where none is kept this takes as long, so that time doesn't tell who has an account."""
    from argon2.exceptions import VerifyMismatchError

    if len(password) > 4 * MOST:
        return False
    with AT_ONCE:
        try:
            _hasher().verify(kept or _nobody(), _normal(password))
        except VerifyMismatchError:
            return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether it was made with other parameters than ours."""
    return _hasher().check_needs_rehash(kept)


def _normal(password: str) -> str:
    """One keyboard's form of a sign and another's are the same password."""
    return unicodedata.normalize("NFKC", password)


def _rest(password: str, about: tuple[str, ...]) -> str:
    """What is left without names, common stems, and runs of the alphabet, of digits or along the keyboard."""
    for word in (
        *sorted((each.casefold() for each in about if len(each) > 1), key=len, reverse=True),
        *_COMMON,
    ):
        password = password.replace(word, "")
    for length in range(11, 3, -1):
        for run in _RUNS:
            for each in (run, run[::-1]):
                for start in range(len(each) - length + 1):
                    password = password.replace(each[start : start + length], "")
    return password


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobody() -> str:
    """A hash that no password is of."""
    return _hasher().hash("nobody's password, compared to take as long")
