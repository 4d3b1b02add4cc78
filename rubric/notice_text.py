"""The notice's own words, from the copy that an office lays beside the standard. The project ships none."""

import re
import unicodedata
from pathlib import Path

from dossier.errors import HezhengError
from rubric import messages
from rubric.model import Criterion, Rubric

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


class NoticeUnreadableError(HezhengError):
    """The office's copy of the notice can't be opened."""


def read_notice(path: Path) -> str:
    """The text of the office's copy: plain text in UTF-8, UTF-16 with its mark, or GB 18030."""
    try:
        content = path.read_bytes()
    except OSError as error:
        what, fix = messages.unreadable_file(str(path))
        raise NoticeUnreadableError(what, advice=fix, cause=str(error)) from error
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")


def quote(notice: str, criterion: Criterion) -> str | None:
    """The notice's sentence on a criterion, by the anchor of its clause; None where it isn't found."""
    anchor = criterion.clause.anchor
    if anchor is None:
        return None
    wanted = _key(anchor)
    for found in _SENTENCE.finditer(notice):
        if wanted in _key(found[0]):
            return found[0].strip()
    return None


def clause_texts(rubric: Rubric, path: Path | None) -> dict[str, str]:
    """The notice's sentence on each criterion that it has one for, from the office's copy; none without a copy."""
    if path is None:
        return {}
    notice = read_notice(path)
    quoted = {criterion.id: quote(notice, criterion) for criterion in rubric.criteria}
    return {criterion: sentence for criterion, sentence in quoted.items() if sentence is not None}


def _key(text: str) -> str:
    """The text without white space, in one width: copies differ in both."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
