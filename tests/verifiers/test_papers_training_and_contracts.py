"""3.1, 3.2, 4.1, 4.2, 5.1, 5.2, 5.3 and 1.1."""

from typing import Any

import pytest

from dossier.document import ReadDocument
from dossier.finding import Severity, Verdict
from tests.verifiers.builders import DROP, NAME, OTHER_NAME, check, claim, media, paper, training


def _ours(path: str, kind: str, **facts: Any) -> ReadDocument:
    return paper(path, kind, **{"organization_name": NAME, **facts})


# --- 3.1, 3.2 ---


def test_each_policy_carries_its_own_points():
    papers = [_ours("财务.docx", "policy_document", title="财务管理制度", topics=["财务"])]
    outcome = check(papers, [claim("3.1", 6)])
    assert outcome.finding("3.1").supported == (1.5, 1.5)
    assert outcome.told("evidence_missing", "3.1").severity is Severity.MINOR


def test_a_title_stands_for_topics_that_were_not_told():
    papers = [_ours("财务.docx", "policy_document", title="财务管理制度")]
    assert check(papers, [claim("3.1", 1.5)]).finding("3.1").verdict is Verdict.SUPPORTED


def test_a_policy_of_another_organization_does_not_count():
    papers = [
        paper(
            "财务.docx",
            "policy_document",
            title="财务管理制度",
            topics=["财务"],
            organization_name=OTHER_NAME,
        )
    ]
    outcome = check(papers, [claim("3.1", 1.5, "财务.docx")])
    assert "evidence_unrelated" in outcome.codes("3.1")
    assert outcome.finding("3.1").supported == (0, 0)


def test_a_policy_that_names_nobody_is_taken_for_the_applicants():
    papers = [paper("财务.docx", "policy_document", title="财务管理制度", topics=["财务"])]
    assert check(papers, [claim("3.1", 1.5)]).finding("3.1").verdict is Verdict.SUPPORTED


def test_the_duties_paper_must_be_about_the_union():
    papers = [
        _ours("名册.xlsx", "union_roster", title="工会委员名册"),
        _ours("岗位.docx", "policy_document", title="员工岗位职责", topics=["人事"]),
    ]
    assert check(papers, [claim("3.2", 4)]).finding("3.2").supported == (2, 2)


# --- 4.1 ---


@pytest.mark.parametrize(
    ("years", "supported"),
    [
        ((2025, 2026), (6, 6)),
        ((2024, 2025), (6, 6)),
        ((2024, 2026), (3, 3)),
        ((2023, 2024), (3, 3)),
        ((2026,), (3, 3)),
        ((2025,), (3, 3)),
        ((2022, 2023), (0, 0)),
    ],
)
def test_two_calendar_years_running_carry_three_points_each(
    years: tuple[int, ...], supported: tuple[float, float]
):
    outcome = check([training(year) for year in years], [claim("4.1", 6)])
    assert outcome.finding("4.1").supported == supported
    assert outcome.codes("4.1") == ([] if supported == (6, 6) else ["training_missing_year"])


def test_two_trainings_in_one_year_are_one_year():
    papers = [training(2026), training(2026, path="又一次.docx", date="2026-09-01")]
    assert check(papers, [claim("4.1", 6)]).finding("4.1").supported == (3, 3)


def test_one_paper_with_two_dates_proves_two_years():
    papers = [training(2026, more=[("date", "2025-03-03")])]
    assert check(papers, [claim("4.1", 6)]).finding("4.1").verdict is Verdict.SUPPORTED


def test_a_day_of_another_year_on_a_further_page_leaves_the_year_open():
    papers = [training(2026, behind=["职工法律知识培训签到表", "时间：2025年5月8日"])]
    outcome = check(papers, [claim("4.1", 6)])
    assert outcome.codes("4.1") == []
    assert outcome.finding("4.1").supported == (3, 6)


def test_a_training_after_the_reference_date_is_asked():
    finding = check([training(2025), training(2026, date="2026-12-20")], [claim("4.1", 6)]).finding("4.1")
    assert finding.supported[0] == 3


def test_another_organizations_training_is_unrelated():
    outcome = check(
        [training(2026, organizer=OTHER_NAME, mentions_organization=False)],
        [claim("4.1", 6, "培训2026.docx")],
    )
    assert outcome.codes("4.1") == ["evidence_unrelated"]


# --- 4.2 ---


def test_an_activity_that_names_a_partner_counts():
    activity = _ours(
        "交流.docx", "activity_record", title="交流活动", text=["我会与苏州市工友公益服务中心开展座谈交流。"]
    )
    finding = check([activity], [claim("4.2", 4)]).finding("4.2")
    assert finding.verdict is Verdict.SUPPORTED
    assert "苏州市工友公益服务中心" in finding.explanation


def test_a_partner_at_the_head_of_a_cell_counts():
    activity = _ours(
        "交流.pdf",
        "activity_record",
        title="社会组织协作交流活动",
        text=["社会组织协作交流活动", "参加人员", "苏州市工友公益服务中心、岑长顺、齐云霞"],
    )
    assert check([activity], [claim("4.2", 4)]).finding("4.2").verdict is Verdict.SUPPORTED


def test_the_applicant_at_the_head_of_a_cell_is_no_partner():
    activity = _ours(
        "交流.pdf",
        "activity_record",
        title="社会组织协作交流活动",
        text=["社会组织协作交流活动", "参加单位", "南京市职工关爱服务促进会", "岑长顺、齐云霞"],
    )
    assert check([activity], [claim("4.2", 4)]).finding("4.2").verdict is Verdict.UNCERTAIN


def test_an_activity_that_names_no_partner_is_asked():
    activity = _ours("活动.docx", "activity_record", title="健步走", text=["会员参加健步走。"])
    assert check([activity], [claim("4.2", 4)]).finding("4.2").verdict is Verdict.UNCERTAIN


def test_a_union_is_not_another_social_organization():
    contract = paper("合同.pdf", "contract", party_a="南京市总工会", party_b=NAME)
    assert check([contract], [claim("4.2", 4, "合同.pdf")]).codes("4.2") == ["evidence_unrelated"]


# --- 5.1 ---


def _year_papers(**titles: str) -> list[ReadDocument]:
    kinds = {"budget": "预算", "plan": "工作计划", "implementation": "实施方案", "summary": "工作总结"}
    return [
        _ours(f"{kind}.docx", kind, title=titles.get(kind, f"2025年度{name}")) for kind, name in kinds.items()
    ]


def test_a_summary_of_another_year_is_out_of_period():
    outcome = check(_year_papers(summary="2023年度工作总结"), [claim("5.1", 8)])
    assert outcome.codes("5.1") == ["out_of_period"]
    assert outcome.finding("5.1").supported == (6, 6)


def test_the_year_with_the_most_papers_counts():
    extra = _ours("计划2026.docx", "plan", title="2026年度工作计划")
    assert check([*_year_papers(), extra], [claim("5.1", 8)]).finding("5.1").verdict is Verdict.SUPPORTED


def test_a_plan_of_december_may_be_the_next_years():
    papers = [
        _ours("计划.docx", "plan", title="服务职工工作计划", date="2024-12-20"),
        _ours("总结.docx", "summary", title="服务职工工作总结", date="2026-01-10"),
    ]
    assert check(papers, [claim("5.1", 4)]).finding("5.1").verdict is Verdict.SUPPORTED


def test_a_paper_without_any_year_is_asked():
    assert check(_year_papers(summary="工作总结"), [claim("5.1", 8)]).finding("5.1").supported == (6, 8)


# --- 5.2 ---


def test_a_contract_with_a_company_is_unrelated():
    contract = paper("合同.pdf", "contract", party_a="南京惠工科技有限公司", party_b=NAME)
    outcome = check([contract], [claim("5.2", 4, "合同.pdf")])
    assert "evidence_unrelated" in outcome.codes("5.2")


def test_a_contract_of_two_others_is_unrelated():
    contract = paper("合同.pdf", "contract", party_a="南京市总工会", party_b=OTHER_NAME)
    assert "evidence_unrelated" in check([contract], [claim("5.2", 4, "合同.pdf")]).codes("5.2")


def test_a_contract_without_acceptance_carries_its_part():
    contract = paper("合同.pdf", "contract", party_a="南京市总工会", party_b=NAME)
    outcome = check([contract], [claim("5.2", 7, "合同.pdf")])
    assert outcome.codes("5.2") == ["evidence_missing"]
    assert outcome.finding("5.2").supported == (4, 4)


def test_an_acceptance_without_contract_is_open():
    acceptance = _ours("验收.pdf", "acceptance", title="项目验收报告")
    assert check([acceptance], [claim("5.2", 3, "验收.pdf")]).finding("5.2").supported == (0, 3)


# --- 1.1, 5.3 ---


def test_an_activity_about_something_else_does_not_prove_political_work():
    activity = _ours("活动.docx", "activity_record", title="职工健步走", date="2026-05-01")
    assert check([activity], [claim("1.1", 3)]).finding("1.1").verdict is Verdict.UNCERTAIN


def test_an_activity_that_popularizes_law_does():
    activity = _ours("活动.docx", "activity_record", title="工会法普法宣传", date="2026-05-01")
    assert check([activity], [claim("1.1", 3)]).finding("1.1").verdict is Verdict.SUPPORTED


def test_a_study_record_of_nobody_is_asked():
    study = paper("学习.docx", "study_record", title="学习记录", date="2026-05-01")
    assert check([study], [claim("1.1", 3)]).finding("1.1").verdict is Verdict.UNCERTAIN


def test_a_report_counts_as_brand_only_where_it_speaks_of_a_brand():
    plain = check([media()], [claim("5.3", 5)]).finding("5.3")
    branded = check([media(text=["打造“工友驿站”服务品牌"])], [claim("5.3", 5)]).finding("5.3")
    assert (plain.verdict, branded.verdict) == (Verdict.UNCERTAIN, Verdict.SUPPORTED)


def test_brand_material_has_no_period():
    brand = _ours("品牌.docx", "brand_material", title="品牌介绍", date="2015-01-01")
    assert check([brand], [claim("5.3", 5)]).finding("5.3").verdict is Verdict.SUPPORTED


def test_brand_material_of_another_is_unrelated():
    brand = paper("品牌.docx", "brand_material", title="品牌介绍", organization_name=OTHER_NAME)
    assert check([brand], [claim("5.3", 5, "品牌.docx")]).codes("5.3") == ["evidence_unrelated"]


def test_dropped_facts_are_left_out_by_the_builder():
    assert all(fact.name != "title" for fact in training(2026, title=DROP).facts)
