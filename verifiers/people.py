"""Whether a person belongs to the organization: its legal representative, or on its payroll."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dossier.glyphs import fold
from dossier.kinds import Kind
from verifiers.exhibits import Held
from verifiers.matter import Matter

Answer = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Known:
    """The answer, and the facts that give it."""

    answer: Answer
    held: tuple[Held, ...] = ()


def is_known(matter: Matter, name: str) -> Known:
    """Yes where a paper or the application names the person; no only where a payroll was read and doesn't."""
    wanted = _plain(name)
    near: tuple[Held, ...] = ()
    payrolls: list[Held] = []
    if matter.applicant.legal_representative and _plain(matter.applicant.legal_representative) == wanted:
        return Known("yes")
    for held, listed, is_payroll in _listed(matter):
        names = [_plain(one) for one in listed]
        if wanted in names:
            return Known("yes", (held,))
        if any(_one_glyph_apart(wanted, one) for one in names):
            near = (held,)
        if is_payroll:
            payrolls.append(held)
    if near or not payrolls:
        return Known("unsure", near)
    return Known("no", tuple(payrolls))


def _listed(matter: Matter) -> Iterator[tuple[Held, tuple[str, ...], bool]]:
    for exhibit in matter.everything:
        if exhibit.kind not in {Kind.STAFF_PROOF, Kind.REGISTRATION_CERTIFICATE}:
            continue
        if matter.whose(exhibit).whose not in {"ours", "unstated"}:
            continue
        fact = "people" if exhibit.kind is Kind.STAFF_PROOF else "legal_representative"
        for value in exhibit.each(fact):
            yield value.held[0], value.names, exhibit.kind is Kind.STAFF_PROOF and value.sure


def _plain(name: str) -> str:
    return fold(name).replace("·", "")


def _one_glyph_apart(one: str, other: str) -> bool:
    return len(one) == len(other) >= 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
