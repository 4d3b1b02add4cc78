"""Landlock: this process may open only the files named, and none of them for writing but in its own folder.

The numbers are those of linux/landlock.h; the system calls have the same ones on every processor that Linux still
supports. Kernels know ever more of it; what an older one doesn't know is left to the other measures.
"""

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_TELL_VERSION, _RULE_PATH_BENEATH = 1, 1

_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, _REMOVE_FILE, _MAKE_DIR, _MAKE_FILE, _TRUNCATE = 1 << 4, 1 << 5, 1 << 7, 1 << 8, 1 << 14
_KNOWN_BY_VERSION = ((1, 13), (2, 14), (3, 15), (5, 16))
"""Version and how many rights over files it knows."""
_NETWORK, _NETWORK_SINCE = 0b11, 4
"""To bind and to connect by TCP: neither is allowed."""
_SCOPES, _SCOPES_SINCE = 0b11, 6
"""Abstract sockets and signals reach nobody outside."""

READ = _READ_FILE | _READ_DIR
CHANGE = READ | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_FILE | _TRUNCATE
_OF_FILES = _READ_FILE | _WRITE_FILE | _TRUNCATE


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version(library: ctypes.CDLL) -> int:
    """The kernel's version of Landlock; 0 where it has none."""
    return max(0, library.syscall(_CREATE_RULESET, None, 0, _TELL_VERSION))


def restrict(library: ctypes.CDLL, readable: Iterable[Path], writable: Iterable[Path]) -> bool:
    """Gives up all other files, for good. False where the kernel has no Landlock. Raises OSError."""
    known = version(library)
    if not known:
        return False
    handled = (1 << max(rights for since, rights in _KNOWN_BY_VERSION if since <= known)) - 1
    ruleset = _Ruleset(
        handled,
        _NETWORK if known >= _NETWORK_SINCE else 0,
        _SCOPES if known >= _SCOPES_SINCE else 0,
    )
    size = 24 if known >= _SCOPES_SINCE else 16 if known >= _NETWORK_SINCE else 8
    rules = _called(library, _CREATE_RULESET, ctypes.byref(ruleset), size, 0)
    try:
        for rights, paths in ((READ, readable), (CHANGE, writable)):
            for path in paths:
                _allow(library, rules, path, rights & handled)
        _called(library, _RESTRICT_SELF, rules, 0)
    finally:
        os.close(rules)
    return True


def _allow(library: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    """What isn't there needs no leave."""
    try:
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    try:
        beneath = _Beneath(rights if path.is_dir() else rights & _OF_FILES, parent)
        _called(library, _ADD_RULE, rules, _RULE_PATH_BENEATH, ctypes.byref(beneath), 0)
    finally:
        os.close(parent)


def _called(library: ctypes.CDLL, *arguments: object) -> int:
    answer = library.syscall(*arguments)
    if answer < 0:
        raise OSError(ctypes.get_errno(), "landlock")
    return answer
