"""Credit records of the applicant: which one counts, and what it means that there is none."""

from dataclasses import replace
from datetime import date

from dossier.kinds import Kind
from verifiers.assay import Assay, Judgement
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter

CREDIT_CAUSE = "credit record"
"""The cause that the criteria resting on a credit record share."""


def newest(matter: Matter) -> list[Inquiry] | Assay:
    """The applicant's records of the newest date; the fault where all are somebody else's; empty for none."""
    ours: list[tuple[date, Inquiry]] = []
    foreign: list[Assay] = []
    for exhibit in matter.of(Kind.CREDIT_RECORD):
        look = Inquiry(matter, exhibit)
        owner = look.owner()
        if owner.whose == "foreign":
            foreign.append(look.adverse("foreign", {"name": owner.name}))
            continue
        queried = exhibit.value("query_date").date
        ours.append((queried.latest() if queried else date.min, look))
    if not ours:
        return foreign[0] if foreign else []
    last = max(day for day, _ in ours)
    return [look for day, look in ours if day == last]


def no_record(matter: Matter) -> Judgement:
    """The judgement where no credit record was handed in."""
    found = matter.nothing()
    return replace(found, assays=tuple(replace(one, cause=CREDIT_CAUSE) for one in found.assays))
