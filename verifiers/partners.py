"""Other social organizations that a paper names: by the form of their names, and never the applicant itself."""

import re
from itertools import accumulate

from dossier import names
from dossier.fact import Evidence
from dossier.regions import leading
from verifiers.exhibits import Exhibit

_ENDING = r"(?:协会|学会|商会|研究会|促进会|联合会|联谊会|基金会|研究院|社工站|服务社|服务站|服务中心|发展中心|促进中心|援助中心|公益中心|志愿者?服务队)"
_SOCIAL = re.compile(rf"{_ENDING}$")
_NAME = re.compile(rf"[\u4e00-\u9fff()（）]{{4,24}}{_ENDING}")
_NOT_SOCIAL = re.compile(
    r"公司|政府|街道办|居委会|村委会|委员会$|(?:党群|政务|便民|职工|行政|工会)服务中心$|事务中心$"
)
_BEFORE = re.compile(r"(?:^|[、，。；：,;:！？!?“”‘’《》\[\]【】\s与和及由赴请进手在向到为])")


def is_another(name: str, applicant: str) -> bool:
    """Whether the name is that of a social organization, no union body, and surely not the applicant's."""
    if _NOT_SOCIAL.search(name) or names.is_union_body(name) or not _SOCIAL.search(name):
        return False
    return names.same_organization(applicant, name).verdict == "different" and not names.mentions(
        name, applicant
    )


def named_in(exhibit: Exhibit, applicant: str) -> tuple[Evidence, str] | None:
    """The first other social organization that the text names in full, with the line where its name begins.

    A full name begins with its region: shortened ones may be the applicant's own, and are passed over.
    """
    text = exhibit.text.replace("\n", "")
    for start in _starts(exhibit, text):
        found = _NAME.match(text, start)
        if found is not None and leading(found[0]).end and is_another(found[0], applicant):
            return _place(exhibit, found[0]), found[0]
    return None


def _starts(exhibit: Exhibit, text: str) -> list[int]:
    """Where a name may begin in the text of all lines: behind a mark or a word of joining, and with a line, as a cell's text does."""
    lines = accumulate((len(line.text.replace("\n", "")) for _, line in exhibit.lines), initial=0)
    return sorted({before.end() for before in _BEFORE.finditer(text)} | set(lines))


def _place(exhibit: Exhibit, name: str) -> Evidence:
    """The line that holds the name, else the one in which it begins."""
    for length in range(len(name), 1, -1):
        for page, line in exhibit.lines:
            whole = line.text.replace(" ", "")
            if name in whole or (length < len(name) and whole.endswith(name[:length])):
                return exhibit.place(page, line)
    return exhibit.any_place()[0]
