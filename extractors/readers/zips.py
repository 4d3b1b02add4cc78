"""Opens zips whose list of members can be trusted with memory and whose members don't share their bytes.

Python's zipfile reads the whole list before anybody can count it, and before 3.11.8 opens members that overlap: a list
of 70 MB took 23 seconds, and overlapping members let 42 kB unpack to gigabytes (D. Fifield, "A better zip bomb", 2019).
"""

import errno
import zipfile
from itertools import pairwise
from pathlib import Path

from extractors.readers import limits

_TAIL = 22 + 0xFFFF + 20 + 56
"""Bytes within which the end record, its comment and its forms for large archives lie."""
_LOCAL_HEADER = 30
"""Bytes of a member's own header, without its name."""


class ListTooLong(zipfile.BadZipFile):
    """The list of members is larger than any that people make."""


class MembersOverlap(zipfile.BadZipFile):
    """Members share bytes, so that little unpacks to much."""


def open_zip(path: Path) -> zipfile.ZipFile:
    """The opened zip; the caller closes it. Raises BadZipFile, ListTooLong, MembersOverlap, OSError."""
    size = _list_bytes(path)
    if size > limits.MAX_LIST_BYTES:
        raise ListTooLong(f"a list of {size} bytes")
    try:
        opened = zipfile.ZipFile(path)
    except ValueError as error:  # a name that isn't in the encoding that it claims
        raise zipfile.BadZipFile(str(error)) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a list that would lie before the file's start
            raise zipfile.BadZipFile(str(error)) from error
        raise
    infos = sorted(opened.infolist(), key=lambda info: info.header_offset)
    if infos and infos[0].header_offset < 0:
        opened.close()
        raise zipfile.BadZipFile(f"{infos[0].orig_filename!r} lies before the file's start")
    for one, following in pairwise(infos):
        if one.header_offset + _LOCAL_HEADER + one.compress_size > following.header_offset:
            opened.close()
            raise MembersOverlap(f"{one.orig_filename!r} reaches into {following.orig_filename!r}")
    return opened


def _list_bytes(path: Path) -> int:
    """Size of the list as the end record tells; the largest where several could be meant."""
    with path.open("rb") as file:
        length = file.seek(0, 2)
        file.seek(max(0, length - _TAIL))
        tail = file.read()
    found = [0]
    for signature, start, stop in ((b"PK\5\6", 12, 16), (b"PK\6\6", 40, 48)):
        at = tail.find(signature)
        while at >= 0:
            size = int.from_bytes(tail[at + start : at + stop], "little")
            # All ones stand for "see the other record"; nothing can be larger than the file.
            found.append(size if size <= length else 0)
            at = tail.find(signature, at + 1)
    return max(found)
