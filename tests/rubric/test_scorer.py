"""From findings to the score."""

import pytest

import rubric
from dossier.fact import Evidence
from dossier.finding import Finding, Rule, Verdict
from dossier.geometry import Box
from dossier.report import Score
from dossier.submission import Claim, Organization, Submission
from rubric.scorer import gate_states

STANDARD = rubric.load()
PLACE = Evidence(document="a.pdf", page=1, box=Box(0, 0, 1, 1), text="a")


def _finding(criterion: str, verdict: Verdict, claimed: float, supported: tuple[float, float]) -> Finding:
    return Finding(
        criterion=criterion,
        check="test",
        verdict=verdict,
        claimed=claimed,
        supported=supported,
        explanation="说明",
        rule=Rule(clause="三(二)", source="通知"),
        evidence=(PLACE,),
    )


def _findings(**changes: tuple[Verdict, tuple[float, float]]) -> list[Finding]:
    """All supported in full, but for the changes (by id with _ for the dot)."""
    found: list[Finding] = []
    for one in STANDARD.criteria:
        verdict, supported = changes.get(
            f"c{one.id.replace('.', '_')}", (Verdict.SUPPORTED, (one.points, one.points))
        )
        found.append(_finding(one.id, verdict, one.points, supported))
    return found


def _score(findings: list[Finding], *, claimed: float = 100, total: float | None = None) -> Score:
    submission = Submission(
        id="s",
        round="2026",
        organization=Organization(name="甲"),
        claims=(Claim(criterion="1.1", points=claimed),),
        claimed_total=total,
        application="submission.json",
    )
    return rubric.score(STANDARD, submission, findings)


def test_all_supported_is_eligible():
    score = _score(_findings())
    assert (score.supported, score.eligible, score.claimed, score.threshold) == ((100, 100), "yes", 100, 80)


@pytest.mark.parametrize(
    ("change", "eligible"),
    [
        ({"c2_6": (Verdict.CONTRADICTED, (0, 0))}, "no"),
        ({"c2_6": (Verdict.CONTRADICTED, (5, 5))}, "yes"),
        ({"c2_6": (Verdict.UNCERTAIN, (0, 6))}, "review"),
        ({"c2_6": (Verdict.UNREADABLE, (0, 6))}, "review"),
        ({"c2_6": (Verdict.MISSING, (0, 0))}, "review"),
        ({"c2_5": (Verdict.MISSING, (0, 0))}, "no"),
        ({"c2_5": (Verdict.CONTRADICTED, (2, 2))}, "yes"),
        ({"c2_7": (Verdict.CONTRADICTED, (0, 0))}, "no"),
        ({"c2_8": (Verdict.UNCERTAIN, (0, 0))}, "review"),
        ({"c6_1": (Verdict.UNCERTAIN, (0, 5))}, "review"),
        ({"c6_2": (Verdict.CONTRADICTED, (0, 0))}, "yes"),
    ],
)
def test_a_gate_decides_whatever_the_points(
    change: dict[str, tuple[Verdict, tuple[float, float]]], eligible: str
):
    assert _score(_findings(**change)).eligible == eligible


def test_less_claimed_than_the_threshold_is_not_eligible():
    assert _score(_findings(), claimed=79.9).eligible == "no"
    assert _score(_findings(), claimed=80).eligible == "yes"


def test_total_and_sum_on_either_side_of_the_threshold_go_to_the_reviewer():
    assert _score(_findings(), claimed=78, total=82).eligible == "review"
    assert _score(_findings(), claimed=82, total=78).eligible == "review"


def test_a_supported_high_under_the_threshold_goes_to_the_reviewer():
    low = {f"c{one}": (Verdict.CONTRADICTED, (0.0, 0.0)) for one in ("5_1", "5_2", "5_3", "6_2")}
    score = _score(_findings(**low))
    assert score.supported == (74, 74)
    assert score.eligible == "review"


def test_fractions_of_points_leave_no_dust():
    tenth = _findings(c1_1=(Verdict.UNCERTAIN, (0.1, 0.3)), c1_2=(Verdict.UNCERTAIN, (0.2, 0.4)))
    assert _score(tenth).supported == (93.3, 93.7)


def test_the_claimed_total_goes_before_the_sum():
    score = _score(_findings(), claimed=90, total=95)
    assert (score.claimed, score.claimed_sum) == (95, 90)


def test_only_gates_have_a_state():
    assert set(gate_states(STANDARD, _findings())) == {"2.1", "2.5", "2.6", "2.7", "2.8", "6.1"}
