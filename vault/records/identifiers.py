"""Identifiers that sort by their time of making, hashes of secrets, and paths that are safe to keep."""

import hashlib
import secrets
import unicodedata
from datetime import datetime

from dossier.shown import shown
from vault.records import messages
from vault.records.errors import PathUnusableError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no letter that is taken for a digit."""
_RANDOM_BITS = 80
LONGEST_PATH = 1024
"""Bytes in UTF-8."""
LONGEST_NAME = 255
"""Bytes in UTF-8 of one part, which is what file systems hold."""


def new_id(prefix: str, now: datetime) -> str:
    """The prefix and 26 characters: 48 bits of milliseconds, 80 of chance (a ULID)."""
    number = int(now.timestamp() * 1000) << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    return prefix + "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def digest(secret: str) -> str:
    """By what a secret is known. Plain sha256 does for what is 256 bits of chance, which nobody guesses their way through."""
    return hashlib.sha256(secret.encode()).hexdigest()


def clean_path(path: str) -> str:
    """The path in NFC with forward slashes. PathUnusableError: absolute, `..`, empty parts, marks that steer, too long."""
    cleaned = unicodedata.normalize("NFC", path.replace("\\", "/"))
    parts = cleaned.split("/")
    usable = (
        all(part.strip() and part not in {".", ".."} and len(part.encode()) <= LONGEST_NAME for part in parts)
        and len(cleaned.encode()) <= LONGEST_PATH
        and not (len(parts[0]) == 2 and parts[0][1] == ":")
        and shown(cleaned) == cleaned
        if _encodable(cleaned)
        else False
    )
    if not usable:
        told = shown(cleaned)[:200]
        raise PathUnusableError(
            messages.PATH_UNUSABLE.format(path=told),
            advice=messages.PATH_ADVICE.format(limit=LONGEST_PATH),
            cause=f"unusable path {path!r}",
        )
    return cleaned


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
