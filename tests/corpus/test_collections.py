"""The layouts beside the usual ones draw, and print what their truth says."""

import itertools
import json
import random

import pytest

from tests.corpus.documents import COLLECTIONS, draw, kinds, load, make_document
from tests.corpus.draft import Draft, Layout
from tests.corpus.trap_families import FAMILIES
from tests.corpus.traps import Family, Flaw, make_trap, spoiled
from tests.corpus.volumes import make_volume

_TOLD_BY_THE_WHOLE = {
    "claims",
    "satisfied",
    "stance",
    "mentions_organization",
    "organization_name",
    "organizer",
}
_OTHERS = [name for name in COLLECTIONS if name != "usual"]
_TRAPS = [(family, flaw) for family in FAMILIES for flaw in family.flaws]
_LAYOUTS = [
    (name, one)
    for name in _OTHERS
    for found in load(name).layouts.values()
    for one in found
    if one.needs != "told"  # Letters are told by traps alone, which are drawn below.
]


def _printed(draft: Draft) -> set[str]:
    return {
        name
        for page in draft.pages
        for place in page.marks
        for name in place.name.partition("#")[0].split("|")
    }


@pytest.mark.parametrize(("collection", "chosen"), _LAYOUTS, ids=[one.id for _, one in _LAYOUTS])
def test_each_layout_prints_its_truth(collection: str, chosen: Layout) -> None:
    """Every fact of the truth stands on a page, but those that the document says as a whole."""
    for seed in range(3):
        rng = random.Random(f"{chosen.id}-{seed}")
        part = draw(
            rng, chosen.kind, load(collection).applicant(rng), layout=chosen.name, collection=collection
        )
        missing = set(part.draft.truth) - _printed(part.draft) - _TOLD_BY_THE_WHOLE
        assert not missing
        assert part.draft.truth or chosen.kind == "other"


def test_the_collections_are_apart() -> None:
    """No layout of one collection is drawn for another."""
    for one, other in itertools.combinations(COLLECTIONS, 2):
        for kind in set(kinds(one)) & set(kinds(other)):
            assert not {each.id for each in load(one).layouts[kind]} & {
                each.id for each in load(other).layouts[kind]
            }


def test_equal_seeds_give_equal_documents() -> None:
    """A seed settles every byte."""
    first, second = (make_document("7", "contract", condition="docx", collection="varied") for _ in range(2))
    assert first.data == second.data
    assert first.truth == second.truth


@pytest.mark.parametrize("collection", _OTHERS)
def test_a_volume_tells_its_segments(collection: str) -> None:
    """The pages of a volume are told by document, and its kind is one that proves something."""
    made = make_volume(3, "volume", "digital", collection=collection)
    pages = [segment["pages"] for segment in made.truth["segments"]]
    assert all(before[1] + 1 == after[0] for before, after in itertools.pairwise(pages))
    assert made.truth["kind"] != "other"
    assert made.truth["kind"] in {segment["kind"] for segment in made.truth["segments"]}


@pytest.mark.parametrize(("family", "flaw"), _TRAPS, ids=[f"{a.name}-{b.name}" for a, b in _TRAPS])
def test_each_trap_is_spoiled_in_its_one_way(family: Family, flaw: Flaw) -> None:
    """The paper says what spoils it, and prints all that its truth says."""
    rng = random.Random(f"{family.name}|{flaw.name}")
    org = load("further").applicant(rng)
    draft = spoiled(rng, family, flaw, org).draft
    assert draft.about == org.name
    assert set(draft.truth) - _printed(draft) <= _TOLD_BY_THE_WHOLE
    if flaw.whose is not None:
        assert draft.org.name != org.name
    if flaw.name == "near_name":
        assert sum(a != b for a, b in zip(draft.org.name, org.name, strict=True)) == 1
    if flaw.name == "draft":
        assert "issue_date" not in draft.truth
        assert not any(page.seals for page in draft.pages)


def test_a_trap_is_a_submission_of_one_claim() -> None:
    """The application names its papers, and the truth forbids that the claim is called proven."""
    family = next(one for one in FAMILIES if one.name == "grade")
    made = make_trap(5, family, family.flaws[0])
    told = json.loads(made.files["submission.json"])
    assert [claim["criterion"] for claim in told["claims"]] == ["2.6"]
    assert set(told["claims"][0]["files"]) == set(made.files) - {"submission.json"}
    assert made.truth["forbidden"] == "supported"
    assert made.truth["documents"][0]["organization"] == told["organization"]["name"]
