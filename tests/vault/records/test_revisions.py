"""Corrections of facts, and the reports that they make."""

import hashlib

import pytest
from sqlalchemy.exc import DBAPIError

from dossier.fact import Evidence
from dossier.geometry import Box
from dossier.kinds import Kind
from dossier.principal import Principal
from dossier.record import SubmissionRecord
from dossier.revision import RevisedFact, Revision
from dossier.submission import Claim, Submission
from tests.vault.records.office import APPLICANT, AUDITOR, OFFICE, REVIEWER, execute, in_review
from tests.vault.records.reports import report
from vault.records import Records
from vault.records.errors import NotAllowedError, NotFoundError, RulingUnusableError, StaleError
from vault.records.revisions import Remade

FACT = RevisedFact(
    document="证书.jpg",
    sha256="c" * 64,
    segment=0,
    kind=Kind.GRADE_CERTIFICATE,
    name="grade",
    was="5A",
    value="4A",
    raw="4A",
    evidence=Evidence(page=1, box=Box(0.1, 0.1, 0.3, 0.2), text="4A"),
)


def corrected(
    records: Records, there: SubmissionRecord, who: Principal = REVIEWER, reason: str = "见原件"
) -> Revision:
    """The newest report, corrected: its score is another one."""
    before = records.reports(OFFICE, there.id)[0].sha256
    made = report(there.id)
    made = made.model_copy(update={"score": made.score.model_copy(update={"supported": (4, 6)})})
    summary = made.submission
    application = Submission(
        id=there.id,
        round="2026",
        organization=summary.organization,
        claims=(Claim(criterion="2.6", points=6),),
        claimed_total=6,
        application="submission.json",
    )
    sha256 = hashlib.sha256(made.to_json().encode()).hexdigest()
    remade = Remade(before, made, {"json": sha256}, application)
    return records.revise(who, there.id, there.version, FACT, remade, reason=reason)


def test_a_correction_is_kept_with_the_report_that_it_makes(records: Records) -> None:
    there = in_review(records)
    old = records.reports(OFFICE, there.id)[0]
    told = corrected(records, there)
    assert (told.number, told.by, told.report, told.fact) == (1, "reviewer", old.sha256, FACT)
    after = records.get(OFFICE, there.id)
    assert (after.state, after.version) == (there.state, there.version + 1)
    new, kept = records.reports(OFFICE, there.id)
    assert (new.low, new.high, kept.sha256) == (4, 6, old.sha256)
    assert records.report(OFFICE, there.id).score.supported == (4, 6)
    assert records.revisions(OFFICE, there.id) == (told,)
    assert records.revised_facts(there.id) == (FACT,)
    actions = [row.action for row in records.history(OFFICE, there.id)]
    assert actions[-2:] == ["revision.add", "report.keep"]


def test_only_what_was_seen_is_corrected_by_those_who_decide_and_say_why(records: Records) -> None:
    there = in_review(records)
    for who in (APPLICANT, AUDITOR):
        with pytest.raises(NotAllowedError):
            corrected(records, there, who)
    with pytest.raises(RulingUnusableError):
        corrected(records, there, reason=" ")
    corrected(records, there)
    with pytest.raises(StaleError):
        corrected(records, there)
    assert len(records.reports(OFFICE, there.id)) == 2
    with pytest.raises(NotFoundError):
        records.revisions(APPLICANT.model_copy(update={"id": "other"}), there.id)


@pytest.mark.parametrize("statement", ["UPDATE revisions SET reason = 'x'", "DELETE FROM revisions"])
def test_a_correction_is_neither_changed_nor_removed(records: Records, statement: str) -> None:
    corrected(records, in_review(records))
    with pytest.raises(DBAPIError, match="append-only"):
        execute(records, statement)
