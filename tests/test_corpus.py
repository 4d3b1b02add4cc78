"""The corpus tells the truth about what it draws: boxes on ink, valid codes, the contract's names, the same for a seed."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from stdnum.cn import uscc

from dossier.finding import Code
from dossier.kinds import Kind
from tests.corpus import codes, pdf
from tests.corpus.documents import Produced, kinds, layouts_of, make_document
from tests.corpus.examples import make_example
from tests.corpus.faults import FAULTS
from tests.corpus.submissions import Style, make_submission

_SHARED = {"title", "organization_name", "date", "organizer"}
FACTS: dict[str, set[str]] = {
    "registration_certificate": set(
        "organization_name uscc organization_type registration_date legal_representative address registration_authority "
        "supervisory_body registered_capital business_scope valid_from valid_until issue_date".split()
    ),
    "business_licence": set(
        "organization_name uscc organization_type legal_representative address registration_authority registered_capital "
        "valid_from valid_until issue_date".split()
    ),
    "grade_certificate": set(
        "organization_name grade issuing_authority certificate_number issue_date valid_from valid_until".split()
    ),
    "annual_report": set("organization_name uscc year conclusion full_time_staff issue_date".split()),
    "credit_record": set(
        "organization_name uscc query_date abnormal_listed seriously_illegal_listed penalty_count".split()
    ),
    "penalty_decision": set(
        "organization_name uscc document_number penalty_types amount issuing_authority decision_date".split()
    ),
    "award": set(
        "recipient recipient_type honor_title issuing_authority authority_level document_number issue_date".split()
    ),
    "media_clipping": set("outlet outlet_level title publish_date mentions_organization stance".split()),
    "union_approval": set("organization_name union_name approving_union document_number issue_date".split()),
    "appointment": set("person position body issuing_authority issue_date".split()),
    "training_record": set("title organizer date participants".split()),
    "contract": set("party_a party_b subject amount sign_date valid_from valid_until".split()),
    "satisfaction_survey": set("respondents satisfied rate date".split()),
    "office_proof": set("address owner tenant valid_from valid_until".split()),
    "staff_proof": set("organization_name people period".split()),
    "term_change": set("organization_name session date approving_body".split()),
    "application_form": set(
        "organization_name uscc legal_representative recommender claimed_total claims".split()
    ),
    "other": set(),
}
SPREAD_OVER_THE_PAGE = {"claims", "stance", "mentions_organization"}


def _pages(made: Produced) -> list[Any]:
    import numpy as np
    from PIL import Image, ImageOps

    if made.name.endswith(".pdf"):
        return pdf.render(made.data, 100)
    return [np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(made.data))).convert("RGB"))]


def _ink(page: Any, box: list[float]) -> float:
    """How much darker the darkest pixels in the box are than its ground."""
    import numpy as np

    height, width = page.shape[:2]
    x0, y0, x1, y1 = box
    part = page[int(y0 * height) : int(y1 * height) + 1, int(x0 * width) : int(x1 * width) + 1].mean(axis=2)
    return float(abs(np.percentile(part, 2) - np.percentile(part, 98)))


def test_every_kind_of_the_contract_has_layouts() -> None:
    """Four layouts at least where the brief asks for them, two elsewhere."""
    assert set(kinds()) == {kind.value for kind in Kind}
    assert all(len(layouts_of(kind)) >= 2 for kind in kinds())


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_truth_uses_the_contracts_names(kind: str) -> None:
    """No fact is told under a name that the contract doesn't give its kind, and printed ones have a place."""
    for number in range(3):
        made = make_document(f"names-{number}", kind, condition="digital" if kind != "other" else None)
        for fact in made.truth["facts"]:
            assert fact["name"] in FACTS.get(kind, _SHARED), (made.truth["layout"], fact["name"])
            if fact["name"] not in SPREAD_OVER_THE_PAGE:
                assert fact["box"], (made.truth["layout"], fact["name"])


@pytest.mark.parametrize("condition", ["digital", "scan", "photo", "poor"])
@pytest.mark.parametrize(
    "kind", ["registration_certificate", "grade_certificate", "award", "penalty_decision"]
)
def test_boxes_lie_on_ink_after_damage(kind: str, condition: str) -> None:
    """The rectangle of each printed value holds something darker or lighter than its ground."""
    from tests.corpus.documents import Options

    made = make_document(
        f"ink-{kind}",
        kind,
        condition=condition,
        options=Options(turned=0, suffix="pdf" if condition == "poor" else None, dpi=110),
    )
    pages = _pages(made) if not made.name.endswith("tif") else []
    for fact in made.truth["facts"]:
        if pages and fact["box"]:
            assert _ink(pages[fact["page"] - 1], fact["box"]) > 25, (fact["name"], fact["box"])


def test_codes_are_valid_and_broken_ones_are_not() -> None:
    """An independent library agrees with the check characters."""
    import random

    rng = random.Random(5)
    for _ in range(200):
        code = codes.make(rng, rng.choice(("51", "52", "53", "91")), "320583")
        assert uscc.is_valid(code), code
        assert not uscc.is_valid(codes.broken(rng, code))


def test_the_same_seed_gives_the_same_bytes() -> None:
    """Documents of every family of formats depend on the seed alone."""
    for kind, condition in (
        ("award", "photo"),
        ("plan", "docx"),
        ("satisfaction_survey", "xlsx"),
        ("contract", "digital"),
    ):
        first = make_document("again", kind, condition=condition)
        second = make_document("again", kind, condition=condition)
        assert hashlib.sha256(first.data).digest() == hashlib.sha256(second.data).digest(), (kind, condition)
        assert first.truth == second.truth


def test_faults_are_codes_of_the_contract() -> None:
    """Every code that one submission can show has a fault, batch codes and tampering's kin aside."""
    covered = {fault.code for fault in FAULTS.values()}
    known = {code.value for code in Code}
    assert covered <= known
    assert known - covered == {"certificate_number_shared", "quota_exceeded"}


def test_an_honest_submission_claims_what_it_carries() -> None:
    """Claims and carried points agree, at least 80 are claimed, and every cited file is there."""
    style = Style(compact=True, conditions={"digital": 10, "docx": 1})
    made = make_submission("honest-check", "honest", style=style)
    told = json.loads(made.files["submission.json"])
    assert told["claimed_total"] >= 80
    assert told["claimed_total"] == sum(claim["points"] for claim in told["claims"])
    assert made.truth["expected"] == []
    for claim in told["claims"]:
        assert set(claim["files"]) <= set(made.files)
        carried = made.truth["carried"].get(claim["criterion"])
        assert carried is None or carried == claim["points"]


def test_a_dishonest_submission_says_what_must_be_found() -> None:
    """The truth names the code, the criterion and the document of each fault."""
    style = Style(compact=True, conditions={"digital": 10, "scan": 1})
    made = make_submission(
        "dishonest-check", "dishonest", ["grade_expired", "county_citys_award"], style=style
    )
    assert {one["code"] for one in made.truth["expected"]} == {"grade_expired", "authority_level_too_low"}
    assert all(one["document"] in made.files for one in made.truth["expected"])
    assert made.truth["eligible"] == ["no"]


def test_the_examples_are_as_small_as_promised() -> None:
    """Both together stay under 4 MB and within 8 to 20 evidence files each."""
    made = [make_example("honest"), make_example("dishonest")]
    assert sum(len(data) for one in made for data in one.files.values()) < 4_000_000
    assert all(8 <= len(one.files) - 1 <= 20 for one in made)
    assert len(made[1].truth["faults"]) >= 8


def test_a_document_can_be_written(tmp_path: Path) -> None:
    """The file and its truth lie side by side."""
    path = make_document("written", "budget", condition="xlsx").write(tmp_path)
    assert path.exists()
    assert json.loads((tmp_path / f"{path.name}.truth.json").read_text(encoding="utf-8"))["kind"] == "budget"
