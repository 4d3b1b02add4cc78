"""What an applicant without fault is told, and how one doubt or one lost page changes it."""

import pytest

from dossier.document import ReadDocument
from dossier.fact import Fact
from dossier.finding import Severity, Verdict
from dossier.page import ProblemCode
from tests.verifiers.builders import FILES, check, honest, honest_claims, paper, shipped


@pytest.mark.parametrize("naming_files", [True, False])
def test_nothing_is_raised_and_every_point_is_supported(naming_files: bool):
    outcome = check(list(honest().values()), honest_claims(naming_files=naming_files), total=99)
    assert outcome.verification.discrepancies == ()
    assert {one.verdict for one in outcome.verification.findings} == {Verdict.SUPPORTED}
    assert outcome.score.supported == (99, 99)
    assert outcome.score.eligible == "yes"


def test_findings_stand_once_for_each_criterion_in_order():
    outcome = check(list(honest().values()), honest_claims())
    assert [one.criterion for one in outcome.verification.findings] == [one.id for one in shipped().criteria]


def test_facts_are_numbered_over_all_documents():
    papers = list(honest().values())
    facts = [fact for read in papers for fact in read.facts]
    finding = check(papers, honest_claims()).finding("2.6")
    assert {facts[position].document for position in finding.facts} == {"等级证书.jpg"}
    assert "grade" in {facts[position].name for position in finding.facts}


def test_every_explanation_names_the_claim_the_place_and_the_clause():
    for one in check(list(honest().values()), honest_claims()).verification.findings:
        assert one.explanation.startswith(one.criterion)
        assert "第1页" in one.explanation
        assert f"依据：通知{one.rule.clause}" in one.explanation


def test_the_same_input_gives_the_same_findings():
    first = check(list(honest().values()), honest_claims()).verification
    second = check(list(honest().values()), honest_claims()).verification
    assert first.model_dump_json() == second.model_dump_json()


def _each_fact() -> list[tuple[str, str]]:
    return sorted({(path, fact.name) for path, read in honest().items() for fact in read.facts})


def _changed(path: str, name: str, *, drop: bool) -> list[ReadDocument]:
    papers = honest()
    read = papers[path]
    facts: list[Fact] = []
    for fact in read.facts:
        if fact.name != name:
            facts.append(fact)
        elif not drop:
            facts.append(fact.model_copy(update={"confidence": 0.4}))
    papers[path] = read.model_copy(update={"facts": tuple(facts)})
    return list(papers.values())


@pytest.mark.parametrize(("path", "name"), _each_fact())
@pytest.mark.parametrize("drop", [True, False])
def test_a_fact_that_is_lost_or_doubtful_never_accuses(path: str, name: str, drop: bool):
    outcome = check(_changed(path, name, drop=drop), honest_claims())
    assert all(one.verdict is not Verdict.CONTRADICTED for one in outcome.verification.findings)
    assert all(one.severity in {Severity.MINOR, Severity.INFO} for one in outcome.verification.discrepancies)
    assert outcome.score.eligible in {"yes", "review"}


_DECISIVE = [
    ("登记证书.jpg", "organization_name", "2.1"),
    ("登记证书.jpg", "uscc", "2.1"),
    ("登记证书.jpg", "valid_until", "2.1"),
    ("租赁合同.pdf", "valid_until", "2.2"),
    ("租赁合同.pdf", "address", "2.2"),
    ("社保.pdf", "people", "2.3"),
    ("社保.pdf", "period", "2.3"),
    ("换届.pdf", "date", "2.4"),
    ("年检2025.pdf", "conclusion", "2.5"),
    ("等级证书.jpg", "grade", "2.6"),
    ("等级证书.jpg", "issue_date", "2.6"),
    ("信用查询.pdf", "abnormal_listed", "2.7"),
    ("信用查询.pdf", "query_date", "2.7"),
    ("信用查询.pdf", "penalty_count", "2.8"),
    ("培训2025.docx", "date", "4.1"),
    ("满意度.xlsx", "respondents", "6.1"),
    ("荣誉.jpg", "authority_level", "6.2"),
    ("荣誉.jpg", "recipient", "6.2"),
    ("荣誉.jpg", "issue_date", "6.2"),
    ("报道.pdf", "outlet_level", "6.3"),
    ("报道.pdf", "stance", "6.3"),
    ("报道.pdf", "publish_date", "6.3"),
    ("交流会.pdf", "organizer_level", "6.4"),
    ("交流会.pdf", "organizer", "6.4"),
]


@pytest.mark.parametrize(("path", "name", "criterion"), _DECISIVE)
def test_a_claim_is_not_supported_without_its_decisive_fact(path: str, name: str, criterion: str):
    finding = check(_changed(path, name, drop=True), honest_claims()).finding(criterion)
    assert finding.verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize("path", sorted({path for _, paths in FILES.values() for path in paths}))
def test_a_lost_paper_takes_its_claim_with_it(path: str):
    papers = honest()
    del papers[path]
    criteria = [one for one, (_, paths) in FILES.items() if path in paths]
    outcome = check(list(papers.values()), honest_claims())
    for criterion in criteria:
        finding = outcome.finding(criterion)
        assert finding.verdict in {Verdict.MISSING, Verdict.CONTRADICTED}
        assert finding.supported[1] < finding.claimed


@pytest.mark.parametrize("path", sorted({path for _, paths in FILES.values() for path in paths}))
def test_a_paper_that_cannot_be_read_leaves_its_claim_open_and_is_told_once(path: str):
    papers = honest()
    papers[path] = paper(path, "other", problem=ProblemCode.CORRUPT)
    outcome = check(list(papers.values()), honest_claims())
    for criterion, (points, paths) in FILES.items():
        if path in paths:
            finding = outcome.finding(criterion)
            assert finding.verdict is Verdict.UNREADABLE
            assert finding.supported[1] == points
    assert outcome.codes() == ["unreadable_document"]
    assert outcome.score.eligible in {"yes", "review"}


def test_an_empty_submission_has_no_claim_to_judge_but_every_gate():
    outcome = check([], [])
    verdicts = {one.criterion: one.verdict for one in outcome.verification.findings}
    gates = {one.id for one in shipped().gates}
    assert all((verdict is Verdict.NOT_APPLICABLE) == (one not in gates) for one, verdict in verdicts.items())
    assert outcome.score.eligible == "no"
