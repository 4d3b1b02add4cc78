"""What a submission holds of an earlier one: of a round before, or of one that was withdrawn.

An organization that hands its own papers in again reuses nothing of another's: that is told as what it is. A file that another
organization had handed in before is evidence used twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from audit import messages
from audit.model import Cluster, Entry, Member, SharedSort
from audit.shared import OWN
from audit.tables import RoundTables
from dossier.finding import Code
from dossier.names import normalise

_Row = Mapping[str, Any]


def earlier(tables: RoundTables, entries: Iterable[Entry]) -> Iterator[Cluster]:
    """A cluster for each submission and each earlier one that it shares files with; others' first.

    Of others' files only those of kinds count that one applicant alone has.
    """
    whose = {each.submission: each.organization for each in entries}
    own: list[Cluster] = []
    rows = tables.reused.unique(["submission", "sha256", "earlier"], keep="first", maintain_order=True)
    for part in rows.sort("submission", "earlier").partition_by("submission", "earlier", maintain_order=True):
        files = part.to_dicts()
        name = whose[files[0]["submission"]]
        if normalise(name) == normalise(files[0]["earlier_organization"]):
            own.append(_cluster(files, name, None, messages.EARLIER_OWN))
        elif alone := [each for each in files if each["kind"] in OWN]:
            yield _cluster(alone, name, Code.EVIDENCE_REUSED, messages.EARLIER_OTHER)
    yield from own


def _cluster(files: Sequence[_Row], name: str, code: Code | None, words: str) -> Cluster:
    first = files[0]
    when = messages.EARLIER_WITHDRAWN if first["withdrawn"] else messages.EARLIER_ROUND
    other = first["earlier_organization"]
    told = {"organization": name, "count": len(files), "other": other}
    return Cluster(
        sort=SharedSort.EARLIER,
        code=code,
        words=words.format(when=when.format(round=first["earlier_round"]), **told),
        strength=1.0,
        members=(
            _member(first["submission"], name, first["document"], first["sha256"]),
            _member(first["earlier"], other, first["earlier_document"], first["sha256"]),
        ),
    )


def _member(submission: str, organization: str, document: str, sha256: str) -> Member:
    return Member(submission=submission, organization=organization, document=document, sha256=sha256, page=1)
