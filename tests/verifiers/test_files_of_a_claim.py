"""Which files count for a claim, and what is said of those that don't."""

import pytest

from dossier.finding import Severity, Verdict
from dossier.kinds import Kind
from tests.verifiers.builders import NAME, award, check, claim, grade, paper, training
from verifiers.exhibits import exhibits_of
from verifiers.selection import select

LONG = [
    "本页是食堂一周菜谱，周一至周五供应早餐和午餐，请各位同事提前预订，谢谢配合。",
    "联系电话另行通知，解释权归食堂所有，特此说明。",
]


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("社会影响/荣誉.jpg", ["社会影响/荣誉.jpg"]),
        ("./社会影响\\荣誉.jpg", ["社会影响/荣誉.jpg"]),
        ("荣誉.jpg", ["社会影响/荣誉.jpg"]),
        ("社会影响", ["社会影响/荣誉.jpg", "社会影响/材料.zip!/奖/荣誉2.jpg"]),
        ("社会影响/材料.zip", ["社会影响/材料.zip!/奖/荣誉2.jpg"]),
        ("社会影响/材料.zip!/奖", ["社会影响/材料.zip!/奖/荣誉2.jpg"]),
        ("没有.jpg", []),
        ("誉.jpg", []),
    ],
)
def test_a_name_chooses_a_file_a_folder_or_an_archive(name: str, paths: list[str]):
    exhibits = exhibits_of(
        [award("社会影响/荣誉.jpg"), award("社会影响/材料.zip!/奖/荣誉2.jpg"), grade("组织/证书.jpg")]
    )
    chosen = select([name], exhibits)
    assert [exhibit.path for exhibit in chosen.exhibits] == paths
    assert chosen.absent == (() if paths else (name,))


def test_only_named_files_count():
    good, low = (
        award("省级.jpg"),
        award("县级.jpg", issuing_authority="昆山市总工会", authority_level="county"),
    )
    outcome = check([good, low], [claim("6.2", 5, "县级.jpg")])
    assert outcome.codes("6.2") == ["authority_level_too_low"]


def test_a_claim_on_a_folder_takes_all_within():
    outcome = check([award("影响/省级.jpg"), training(2026)], [claim("6.2", 5, "影响")])
    assert outcome.finding("6.2").verdict is Verdict.SUPPORTED


def test_a_file_that_is_not_there_is_told_by_its_name():
    outcome = check([award()], [claim("6.2", 5, "奖状.jpg")])
    assert outcome.codes("6.2") == ["evidence_missing"]
    assert "奖状.jpg" in outcome.told("evidence_missing", "6.2").message


def test_a_file_that_is_not_there_beside_a_good_one_is_told_and_costs_nothing():
    outcome = check([award()], [claim("6.2", 5, "荣誉.jpg", "奖状.jpg")])
    assert outcome.finding("6.2").verdict is Verdict.SUPPORTED
    assert outcome.told("evidence_missing", "6.2").severity is Severity.MINOR


def test_one_file_for_two_criteria_that_both_take_its_kind_is_fine():
    activity = paper(
        "活动.docx",
        "activity_record",
        title="工会法宣讲",
        organization_name=NAME,
        organizer="南京市总工会",
        date="2026-05-01",
    )
    outcome = check([activity], [claim("1.1", 3, "活动.docx"), claim("1.3", 4, "活动.docx")])
    assert outcome.finding("1.1").verdict is outcome.finding("1.3").verdict is Verdict.SUPPORTED
    assert "evidence_reused" not in outcome.codes()


def test_one_file_for_two_criteria_of_which_one_does_not_take_its_kind_is_reused():
    outcome = check([award()], [claim("6.2", 5, "荣誉.jpg"), claim("6.3", 5, "荣誉.jpg")])
    assert outcome.codes("6.2") == []
    assert outcome.codes("6.3") == ["evidence_reused"]
    assert "6.2" in outcome.told("evidence_reused").message


def test_a_folder_named_for_two_criteria_is_not_reuse():
    outcome = check([award("影响/荣誉.jpg")], [claim("6.2", 5, "影响"), claim("6.3", 5, "影响")])
    assert outcome.codes("6.3") == ["evidence_unrelated"]


def test_a_paper_of_no_known_kind_that_speaks_of_something_else_is_asked():
    outcome = check([paper("菜谱.docx", Kind.OTHER, text=LONG)], [claim("6.2", 5, "菜谱.docx")])
    assert outcome.finding("6.2").verdict is Verdict.UNCERTAIN
    assert outcome.told("evidence_unrelated").severity is Severity.MINOR


def test_a_photograph_of_no_known_kind_is_asked_without_a_code():
    outcome = check([paper("照片.jpg", Kind.OTHER)], [claim("6.2", 5, "照片.jpg")])
    assert outcome.finding("6.2").verdict is Verdict.UNCERTAIN
    assert outcome.codes("6.2") == []


def test_a_kind_that_is_a_guess_does_not_decide():
    outcome = check([award(kind_confidence=0.3)], [claim("6.2", 5)])
    assert outcome.finding("6.2").verdict is Verdict.UNCERTAIN
    low = award(kind_confidence=0.3, authority_level="county", issuing_authority="昆山市总工会")
    assert check([low], [claim("6.2", 5)]).finding("6.2").verdict is not Verdict.SUPPORTED


def test_a_named_paper_whose_other_kind_is_hardly_sure_is_not_called_missing():
    guessed = paper("工会活动.pdf", Kind.TRAINING_RECORD, kind_confidence=0.67)
    outcome = check([guessed], [claim("6.2", 5, "工会活动.pdf")])
    assert outcome.finding("6.2").verdict is Verdict.UNCERTAIN
    assert outcome.codes("6.2") == []


def test_a_paper_of_no_known_kind_may_be_what_an_unnamed_claim_lacks():
    outcome = check([paper("某材料.pdf", Kind.OTHER, text=LONG, kind_confidence=0.5)], [claim("6.2", 5)])
    assert outcome.finding("6.2").verdict is Verdict.UNCERTAIN
    told = outcome.told("evidence_missing", "6.2")
    assert told.severity is Severity.INFO
    assert "某材料.pdf" in told.message


def test_an_unnamed_claim_with_papers_of_other_kinds_alone_is_missing():
    outcome = check([grade()], [claim("6.2", 5)])
    assert outcome.told("evidence_missing", "6.2").severity is Severity.MAJOR


def test_claims_on_one_criterion_are_taken_together():
    outcome = check(
        [training(2025), training(2026)], [claim("4.1", 3, "培训2025.docx"), claim("4.1", 3, "培训2026.docx")]
    )
    finding = outcome.finding("4.1")
    assert (finding.claimed, finding.supported) == (6, (6, 6))


def test_points_that_are_no_number_are_not_counted():
    outcome = check([award()], [claim("6.2", float("nan"), "荣誉.jpg"), claim("6.3", -3)])
    assert outcome.finding("6.2").verdict is Verdict.NOT_APPLICABLE
    assert outcome.finding("6.3").verdict is Verdict.NOT_APPLICABLE


def test_a_claim_on_a_criterion_that_is_not_in_the_standard_changes_nothing():
    assert len(check([], [claim("9.9", 5)]).verification.findings) == 23
