"""Telephone numbers by which two or three applicants of a round say that they can be reached.

Most numbers that several share are somebody else's: of the union that all deal with, of a registry, of a landlord, of one who
ordered a service. So a number counts only if no more than `MOST` applicants have it on any page at all, and if each of them gives
it, behind a label, on a paper of its own that names it and none of the others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from dossier.entries import letters, letters_of
from dossier.kinds import Kind
from dossier.page import Page

MOST = 3
"""Applicants beyond whom a number is some office's."""
KINDS = [
    Kind.REGISTRATION_CERTIFICATE, Kind.ANNUAL_REPORT, Kind.CHARTER, Kind.TERM_CHANGE, Kind.STAFF_PROOF, Kind.BUDGET,
    Kind.PLAN, Kind.IMPLEMENTATION, Kind.SUMMARY, Kind.ACTIVITY_RECORD, Kind.MEETING_RECORD, Kind.TRAINING_RECORD,
    Kind.STUDY_RECORD, Kind.BRAND_MATERIAL, Kind.UNION_ROSTER, Kind.APPLICATION_FORM,
]  # fmt: skip
"""Kinds on which an applicant says where it can be reached. Contracts, letters and certificates bear others' numbers, too."""
Place = Mapping[str, Any]


def shared_numbers(telephones: pl.DataFrame, bodies: Mapping[str, str]) -> Iterator[Sequence[Place]]:
    """Places of each number that two or three bodies give as where to be reached, in order; `bodies` by submission.

    Columns: submission, document, sha256, kind, page, number, contact. Whether a page names its applicant isn't looked at here.
    """
    whose = pl.DataFrame(
        {"submission": list(bodies), "body": list(bodies.values())},
        schema={"submission": pl.String, "body": pl.String},
    )
    rows = telephones.cast({"submission": pl.String, "number": pl.String}).join(whose, on="submission")
    few = rows.group_by("number").agg(pl.col("body").n_unique()).filter(pl.col("body").is_between(2, MOST))
    own = rows.join(few.select("number"), on="number").filter(
        pl.col("contact").cast(pl.Boolean) & pl.col("kind").is_in(KINDS)
    )
    for places in own.sort("number", "submission", "document", "page").partition_by(
        "number", maintain_order=True
    ):
        if places["body"].n_unique() > 1:
            yield places.to_dicts()


def is_own(page: Page, name: str, others: Iterable[str]) -> bool:
    """Whether a page names its applicant, and none of the others that have the number."""
    text, own = letters_of(page.lines), letters(name)
    rest = text.replace(own, "")
    named = (each in (rest if each in own else text) for each in map(letters, others))
    return own in text and not any(named)
