"""One number on papers that are not one paper: what an authority numbers has one holder, one grade, one date."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dossier import names
from dossier.finding import Code, Discrepancy, Severity
from dossier.kinds import Kind
from verifiers import messages
from verifiers.exhibits import Exhibit
from verifiers.values import Value

_NUMBERS: Mapping[Kind, tuple[str, ...]] = {
    Kind.GRADE_CERTIFICATE: ("certificate_number",),
    Kind.PENALTY_DECISION: ("document_number",),
    Kind.UNION_APPROVAL: ("document_number",),
}
"""Kinds whose number is theirs alone. A commendation's number is shared by all whom it commends."""

_HOLDERS: Mapping[Kind, tuple[str, ...]] = {
    Kind.GRADE_CERTIFICATE: ("organization_name",),
    Kind.PENALTY_DECISION: ("organization_name",),
    # An approval names the union, and the body only in its text.
    Kind.UNION_APPROVAL: (),
}
_CONTENTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.GRADE_CERTIFICATE: ("grade",),
    Kind.PENALTY_DECISION: ("amount",),
    Kind.UNION_APPROVAL: (),
}
_DATES = ("issue_date", "decision_date")
_SHORTEST = 5


def check(exhibits: Sequence[Exhibit]) -> Iterator[Discrepancy]:
    """Pairs of papers of one kind that bear one number and differ in holder, grade, amount or date."""
    numbered = [
        (exhibit, value)
        for exhibit in exhibits
        if (value := exhibit.value(*_NUMBERS.get(exhibit.kind, ()))).text
    ]
    for (one, number), (other, same) in combinations(numbered, 2):
        if one.kind is not other.kind or not _alike(number, same) or not _differ(one, other):
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


def _differ(one: Exhibit, other: Exhibit) -> bool:
    """Whether something differs that the number fixes, where both are sure of it."""
    kind = one.kind
    return (
        any(_other_holder(one.value(name), other.value(name)) for name in _HOLDERS[kind])
        or any(_unequal(one.value(name), other.value(name)) for name in _CONTENTS[kind])
        or any(_other_day(one.value(name), other.value(name)) for name in _DATES)
    )


def _other_holder(one: Value, other: Value) -> bool:
    if not (one.sure and other.sure and one.text and other.text):
        return False
    return names.same_organization(one.text, other.text).verdict == "different"


def _unequal(one: Value, other: Value) -> bool:
    return one.sure and other.sure and one.raw_value != other.raw_value


def _other_day(one: Value, other: Value) -> bool:
    """A date to the month agrees with every day of it."""
    if not (one.sure and other.sure and one.text and other.text):
        return False
    return not (one.text.startswith(other.text) or other.text.startswith(one.text))
