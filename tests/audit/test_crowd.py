"""Groups against the others: what stands out is told, what is too small is said to be, and what is like all isn't."""

from datetime import date

from audit.audit import audit
from audit.model import Audit, Dimension, Group, Measure, Stance
from audit.tables import RoundTables
from tests.audit.rounds import CITIES, HELD, RUBRIC, empty, finding, made, submission


def audited(tables: RoundTables) -> Audit:
    return audit(tables, HELD, RUBRIC, as_of=date(2026, 12, 1), seed="s")


def found(report: Audit, measure: Measure, dimension: Dimension) -> dict[str, Group]:
    return {
        each.key: each for each in report.groups if (each.measure, each.dimension) == (measure, dimension)
    }


def city(number: int) -> str:
    return CITIES[number % 10]


def test_a_city_whose_applicants_claim_too_much_stands_out() -> None:
    count = 200
    rows = [submission(each, city=city(each), recommender=f"{city(each)}总工会") for each in range(count)]
    findings = [
        finding(each, "2.6", claimed=6, carried=3 if city(each) == "南通市" or each % 17 == 0 else 6)
        for each in range(count)
    ]
    groups = found(audited(empty(submissions=rows, findings=findings)), Measure.OVERCLAIMED, Dimension.CITY)
    assert [key for key, each in groups.items() if each.stance is not Stance.USUAL] == ["南通市"]
    standing = groups["南通市"]
    assert standing.stance is Stance.ABOVE
    assert standing.points == 3
    assert len(standing.submissions) == standing.share.count == 20
    assert next(iter(groups)) == "南通市", "the highest comes first"
    assert "20 家中 20 家" in standing.words


def test_two_of_three_is_told_as_too_few() -> None:
    rows = [submission(each, type="基金会" if each < 3 else "社会团体") for each in range(60)]
    findings = [
        finding(each, "2.6", claimed=6, carried=3 if each < 2 or each % 10 == 0 else 6) for each in range(60)
    ]
    groups = found(audited(empty(submissions=rows, findings=findings)), Measure.OVERCLAIMED, Dimension.TYPE)
    assert groups["基金会"].stance is Stance.TOO_FEW
    assert "数量太少" in groups["基金会"].words


def test_criteria_are_told_by_claims_and_by_what_stays_open() -> None:
    findings = [finding(each, "2.6", claimed=6, carried=3 if each % 2 else 6) for each in range(50)]
    findings += [finding(each, "5.1", verdict="uncertain" if each % 2 else "supported") for each in range(50)]
    findings += [finding(each, "6.1") for each in range(50)]
    findings += [finding(each, "6.2", claimed=0, carried=0) for each in range(50)]
    report = audited(empty(submissions=[submission(each) for each in range(50)], findings=findings))
    over, undecided = (
        found(report, measure, Dimension.CRITERION) for measure in (Measure.OVERCLAIMED, Measure.UNDECIDED)
    )
    assert {key: each.share.count for key, each in over.items()} == {"2.6": 25, "5.1": 0, "6.1": 0}
    assert {key: each.share.count for key, each in undecided.items()} == {"5.1": 25, "2.6": 0, "6.1": 0}
    assert "6.2" not in over, "nobody claims it"
    rows = {each.criterion: each for each in report.criteria}
    assert (rows["2.6"].claims, rows["2.6"].claimed, rows["2.6"].high) == (50, 300, 225)
    assert rows["6.2"].claims == 0


def test_a_reviewer_who_overrules_far_more_than_others_stands_out() -> None:
    def ruling(number: int, who: str, outcome: str) -> dict[str, object]:
        return {"submission": f"S{number:05d}", "code": "out_of_period", "criterion": "6.2", "document": None, "message": f"{number}", "outcome": outcome, "by": who, "name": f"审核员{who}", "agreed": True}  # fmt: skip

    rulings = [
        ruling(each, "abcde"[each % 5], "overrule" if each % 5 == 4 or each % 31 == 0 else "confirm")
        for each in range(150)
    ]
    rulings += [ruling(each, "f", "ask") for each in range(40)]
    groups = found(
        audited(empty(submissions=[submission(each) for each in range(150)], rulings=rulings)),
        Measure.OVERRULED,
        Dimension.REVIEWER,
    )
    assert [key for key, each in groups.items() if each.stance is Stance.ABOVE] == ["e"]
    assert groups["e"].title == "审核员e"
    assert "f" not in groups, "asking overrules nothing"


def test_who_decides_on_claims_that_go_too_far_is_told() -> None:
    findings = [finding(each, "2.6", claimed=6, carried=3 if each % 4 == 0 or each % 31 == 0 else 6) for each in range(160)]  # fmt: skip
    decisions = [{"submission": f"S{each:05d}", "criterion": "2.6", "by": "abcd"[each % 4], "name": f"审核员{each % 4}"} for each in range(120)]  # fmt: skip
    rows = [submission(each) for each in range(160)]
    groups = found(
        audited(empty(submissions=rows, findings=findings, decisions=decisions)),
        Measure.OVERCLAIMED,
        Dimension.REVIEWER,
    )
    assert [key for key, each in groups.items() if each.stance is Stance.ABOVE] == ["a"]
    assert (groups["a"].title, groups["a"].share.count, groups["a"].share.of) == ("审核员0", 30, 30)
    assert "30 / 30 项" in groups["a"].words


def test_a_criterion_that_is_claimed_otherwise_than_in_earlier_rounds_is_told() -> None:
    findings = [finding(each, name, claimed=6, carried=3 if name == "2.6" and each % 2 else 6) for each in range(80) for name in ("2.6", "6.1")]  # fmt: skip
    earlier = [{"criterion": "2.6", "count": 8, "of": 160}, {"criterion": "6.1", "count": 2, "of": 160}]
    groups = found(
        audited(
            empty(submissions=[submission(each) for each in range(80)], findings=findings, earlier=earlier)
        ),
        Measure.DRIFT,
        Dimension.CRITERION,
    )
    assert {key: each.stance for key, each in groups.items()} == {"2.6": Stance.ABOVE, "6.1": Stance.USUAL}
    assert groups["2.6"].others.of == 160
    assert not [each for each in audited(made(30)).groups if each.measure is Measure.DRIFT]


def test_chance_alone_makes_hardly_anybody_unusual() -> None:
    alarms = [
        group.key
        for seed in range(12)
        for group in audited(made(100, seed)).groups
        if group.stance in {Stance.ABOVE, Stance.BELOW}
    ]
    assert len(alarms) <= 6, "of 48 tables, whose share of false discoveries is held at 5 %"
