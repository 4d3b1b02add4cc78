"""One certificate number on papers that are not one paper."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from dossier.finding import Code, Discrepancy, Severity
from verifiers import messages
from verifiers.exhibits import Exhibit
from verifiers.values import Value

_IDENTITY = ("organization_name", "grade", "issue_date")
_SHORTEST = 5


def check(exhibits: Sequence[Exhibit]) -> Iterator[Discrepancy]:
    """Pairs of certificates that bear one number and differ in holder, grade or date."""
    numbered = [
        (exhibit, value) for exhibit in exhibits if (value := exhibit.value("certificate_number")).text
    ]
    for (one, number), (other, same) in combinations(numbered, 2):
        if not _alike(number, same) or (one.path == other.path and one.segment == other.segment):
            continue
        differing = [name for name in _IDENTITY if _differ(one.value(name), other.value(name))]
        if not differing:
            continue
        evidence = tuple(place for value in (number, same) for held in value.held for place in held.evidence)
        yield Discrepancy(
            code=Code.CERTIFICATE_NUMBER_SHARED,
            severity=Severity.MAJOR,
            criterion=None,
            document=other.path,
            message=messages.number_shared(number.text or "", one.path, other.path),
            evidence=evidence,
        )


def _alike(one: Value, other: Value) -> bool:
    left, right = (_plain(value.text or "") for value in (one, other))
    return one.sure and other.sure and left == right and len(left) >= _SHORTEST


def _plain(number: str) -> str:
    return "".join(char for char in number if char.isalnum()).upper()


def _differ(one: Value, other: Value) -> bool:
    return one.sure and other.sure and one.raw_value != other.raw_value
