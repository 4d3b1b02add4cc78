"""What applicants of a round have in common by content and by number: one file, one certificate, one address, one head.

Columns are grouped, nothing is compared with everything. What many share is no trace of anything: an empty form, a law, an
office building, a common name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import polars as pl

from audit import messages
from audit.model import Cluster, Entry, Member, SharedSort
from audit.tables import RoundTables
from dossier.finding import Code
from dossier.kinds import KIND_NAMES, Kind
from dossier.names import normalise

MOST = {
    SharedSort.FILE: 12,
    SharedSort.CERTIFICATE_NUMBER: 12,
    SharedSort.ADDRESS: 5,
    SharedSort.LEGAL_REPRESENTATIVE: 3,
}
"""Applicants beyond whom what they share is called common, and isn't told."""
OWN = [
    Kind.REGISTRATION_CERTIFICATE, Kind.GRADE_CERTIFICATE, Kind.ANNUAL_REPORT, Kind.CREDIT_RECORD,
    Kind.UNION_APPROVAL, Kind.CHARTER, Kind.OFFICE_PROOF, Kind.STAFF_PROOF, Kind.TERM_CHANGE, Kind.CONTRACT,
    Kind.SATISFACTION_SURVEY, Kind.BUDGET, Kind.PLAN, Kind.SUMMARY, Kind.ACTIVITY_RECORD, Kind.MEETING_RECORD,
    Kind.TRAINING_RECORD, Kind.STUDY_RECORD, Kind.UNION_ROSTER, Kind.BRAND_MATERIAL, Kind.IMPLEMENTATION,
]  # fmt: skip
"""Kinds that one applicant alone has. A decision on awards, a news page or a policy may rightly name several."""
_FACTS = {
    SharedSort.CERTIFICATE_NUMBER: ("certificate_number", [Kind.GRADE_CERTIFICATE]),
    SharedSort.ADDRESS: ("address", [Kind.REGISTRATION_CERTIFICATE, Kind.OFFICE_PROOF]),
    SharedSort.LEGAL_REPRESENTATIVE: ("legal_representative", [Kind.REGISTRATION_CERTIFICATE]),
}
_CODES = {SharedSort.CERTIFICATE_NUMBER: Code.CERTIFICATE_NUMBER_SHARED}


def shared(tables: RoundTables, entries: Iterable[Entry]) -> Iterator[Cluster]:
    """Clusters of at least two organizations, the heaviest sorts first; one organization that applied twice makes none."""
    whose = {each.submission: each for each in entries}
    bodies = pl.DataFrame(
        {"submission": list(whose), "body": [normalise(each.organization) for each in whose.values()]},
        schema={"submission": pl.String, "body": pl.String},
    )
    yield from _files(tables.documents.join(bodies, on="submission"), whose)
    for sort, (name, kinds) in _FACTS.items():
        rows = (
            tables.facts.filter((pl.col("name") == name) & pl.col("kind").is_in(kinds))
            .with_columns(
                key=pl.col("value").str.replace_all(r"[\s（）()\-—－·.,，。]", "").str.to_uppercase()
            )
            .filter(pl.col("key").str.len_chars() > 1)
            .join(bodies, on="submission")
            .unique(["submission", "key"], keep="first", maintain_order=True)
        )
        for members in _groups(rows, MOST[sort]):
            yield _of_facts(sort, members, whose)


def _files(rows: pl.DataFrame, whose: Mapping[str, Entry]) -> Iterator[Cluster]:
    found = rows.unique(["submission", "sha256"], keep="first", maintain_order=True).with_columns(
        key=pl.col("sha256")
    )
    for members in _groups(found, MOST[SharedSort.FILE]):
        kind = Kind(members[0]["kind"])
        own = kind in OWN
        words = messages.SHARED_FILE if own else messages.SHARED_FILE_PUBLIC
        yield Cluster(
            sort=SharedSort.FILE,
            code=Code.EVIDENCE_REUSED if own else None,
            words=words.format(count=len(members), kind=KIND_NAMES[kind]),
            strength=1.0,
            members=tuple(_member(row, whose, page=1) for row in members),
        )


def _groups(rows: pl.DataFrame, most: int) -> Iterator[Sequence[Mapping[str, object]]]:
    """Rows with one key that more than one body has, and not too many have."""
    shared_keys = (
        rows.group_by("key")
        .agg(bodies=pl.col("body").n_unique())
        .filter(pl.col("bodies").is_between(2, most))
    )
    kept = rows.join(shared_keys.select("key"), on="key").sort("key", "submission", "document")
    for part in kept.partition_by("key", maintain_order=True):
        yield part.to_dicts()


def _of_facts(
    sort: SharedSort, members: Sequence[Mapping[str, object]], whose: Mapping[str, Entry]
) -> Cluster:
    told = messages.SHARED_FACTS[sort].format(count=len(members), value=members[0]["value"])
    return Cluster(
        sort=sort,
        code=_CODES.get(sort),
        words=told,
        strength=1.0,
        members=tuple(_member(row, whose) for row in members),
    )


def _member(row: Mapping[str, object], whose: Mapping[str, Entry], page: int | None = None) -> Member:
    return Member.model_validate(
        {
            "submission": row["submission"],
            "organization": whose[str(row["submission"])].organization,
            "document": row["document"],
            "sha256": row["sha256"],
            "page": row.get("page") or page,
            "box": row.get("box"),
            "text": row.get("value") or "",
        }
    )
