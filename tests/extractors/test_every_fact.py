"""Every fact of every kind is read, with its true value, from some document with a text layer.

How often it is, over many more, is for the benchmarks to say (docs/accuracy.md).
"""

from pathlib import Path

import pytest

from benchmarks.fact_scores import BEYOND
from benchmarks.values import same
from dossier.kinds import Kind
from dossier.page import Reading
from dossier.submission import Organization
from extractors.facts import extract
from extractors.readers.sources import inspect, open_source
from rubric.evidence import FACTS
from tests.corpus.documents import make_document

MOST = 24
"""Documents that are made of a kind until each of its facts was read."""
WITHOUT = frozenset({Kind.OTHER})
"""Kinds that yield nothing."""

NOT_PRINTED: dict[Kind, str] = {
    Kind.TRAINING_RECORD: "organization_name",
    **dict.fromkeys(
        (
            Kind.CHARTER,
            Kind.POLICY_DOCUMENT,
            Kind.PLAN,
            Kind.BUDGET,
            Kind.IMPLEMENTATION,
            Kind.SUMMARY,
            Kind.BRAND_MATERIAL,
            Kind.UNION_ROSTER,
        ),
        "organizer",
    ),
}
"""A fact that such papers don't bear as a rule, and none that is made here does."""


def facts_of(kind: Kind) -> frozenset[str]:
    """The facts that the contract names for the kind, and that its papers bear."""
    return frozenset(
        name
        for name in FACTS.get(kind, frozenset())
        if name not in BEYOND
        and name != NOT_PRINTED.get(kind)
        and not name.endswith("_certain")
        and (name != "mentions_organization" or kind is Kind.MEDIA_CLIPPING)
    )


def read_here(path: Path) -> Reading:
    """The file's reading, made in this process."""
    inspection = inspect(path, path.name)
    source = open_source(path, inspection.media_type)
    try:
        pages = tuple(source.read(index).page for index in range(inspection.page_count))
    finally:
        source.close()
    return Reading(sha256="0" * 64, reader="test", media_type=inspection.media_type, pages=pages)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in WITHOUT], ids=lambda kind: kind.value)
def test_every_fact_of_a_kind_is_read_from_some_document(kind: Kind, tmp_path: Path) -> None:
    lacking = set(facts_of(kind))
    for number in range(MOST):
        if not lacking:
            break
        made = make_document(
            f"every-{number}", kind.value, condition="digital", name=f"{number}-{kind.value}"
        )
        truth = made.truth
        if not lacking & {fact["name"] for fact in truth["facts"]}:
            continue
        path = tmp_path / made.name
        path.write_bytes(made.data)
        applicant = Organization(name=truth["organization"]) if truth.get("organization") else None
        read = extract(read_here(path), made.name, applicant)
        found = {fact.name: fact.value for fact in read.facts if fact.kind is kind}
        lacking -= {
            fact["name"]
            for fact in truth["facts"]
            if fact["name"] in found and same(found[fact["name"]], fact["value"])
        }
    assert not lacking
