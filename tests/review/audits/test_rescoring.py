"""A rescored round as people see it: every line leads to its finding, and no text becomes a formula or markup."""

import io

import pytest
from openpyxl import load_workbook

from audit.rescoring import (
    CriterionChange,
    Judged,
    Outcome,
    Remark,
    Rescored,
    RuleChange,
    SubmissionChange,
    WhatIf,
)
from dossier.finding import Verdict
from dossier.report import RubricReference, Score
from dossier.state import State
from review.audits.rescoring import finding_url, render_page, render_workbook

SITE = "https://hz.example.cn"
REFERENCE = RubricReference(id="jiangsu", version="2023.1", sha256="a" * 64, provisional=True)
SCORE = Score(claimed=92, claimed_sum=92, supported=(60, 90), threshold=80, eligible="yes")
NAME = '=HYPERLINK("http://x","甲")<script>alert(1)</script>'


@pytest.fixture(scope="module")
def rescored() -> Rescored:
    change = CriterionChange(
        criterion="2.6",
        title="评估等级在3A以上",
        clause="三(二)",
        before=Judged(verdict=Verdict.SUPPORTED, claimed=4, supported=(4, 4)),
        after=None,
        rules=("参数（tiers/3A）：4 → 1",),
        explanation="+证书载明评估等级3A",
    )
    submission = SubmissionChange(
        submission="S1",
        organization=NAME,
        recommender="南京市总工会",
        city="南京市",
        state=State.IN_REVIEW,
        outcome=Outcome.FALLS,
        before=SCORE,
        after=SCORE.model_copy(update={"supported": (50, 70), "eligible": "review"}),
        reasons=("新出现：证据支持的上限 70 低于申报门槛 80",),
        criteria=(change,),
        raised=(),
        settled=(),
    )
    same = submission.model_copy(update={"submission": "S0", "outcome": Outcome.SAME, "criteria": ()})
    rule = RuleChange(criterion="2.6", title="评估等级", field="参数", path="tiers/3A", before="4", after="1")
    one = WhatIf(
        file="甲案.yaml",
        title="标准",
        rubric=REFERENCE,
        rules=(rule,),
        counts={each: int(each in {Outcome.FALLS, Outcome.SAME}) for each in Outcome},
        submissions=(same, submission),
    )
    remark = Remark(submission="S9", organization=None, reason="还没有核验报告。")
    return Rescored(
        round="2026", own=(REFERENCE,), rescored=2, what_ifs=(one, one), left_out=(remark,), altered=()
    )


def test_the_page_leads_to_the_finding_and_holds_no_markup_of_applicants(rescored: Rescored) -> None:
    page = render_page(rescored, SITE)
    assert f'href="{SITE}/review/S1?finding=2.6"' in page
    assert "<script>" not in page
    assert "试算2：甲案.yaml" in page
    assert "新出现：证据支持的上限 70 低于申报门槛 80" in page
    assert "review/S0" not in page  # nothing changes for it
    assert "还没有核验报告。" in page


def test_the_workbook_has_sheets_for_each_standard_and_no_formula(rescored: Rescored) -> None:
    book = load_workbook(io.BytesIO(render_workbook(rescored, SITE)))
    assert book.sheetnames == [
        "试算1", "试算1逐项", "试算1规则", "试算2", "试算2逐项", "试算2规则", "未计入与说明",
    ]  # fmt: skip
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    rows = [[cell.value for cell in row] for row in book["试算1"].iter_rows()]
    assert [row[0] for row in rows] == ["申报编号", "S1", "S0"]
    assert rows[1][1] == NAME
    assert book["试算1"].auto_filter.ref == "A1:Q3"
    changes = [[cell.value for cell in row] for row in book["试算1逐项"].iter_rows()]
    assert changes[1][-1] == finding_url(SITE, "S1", "2.6")
    assert changes[1][7] == "无此指标"
