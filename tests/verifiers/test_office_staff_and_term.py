"""2.2, 2.3 and 2.4."""

from datetime import date
from typing import Any

import pytest

from dossier.document import ReadDocument
from dossier.finding import Verdict
from tests.verifiers.builders import (
    ADDRESS,
    DROP,
    NAME,
    ORGANIZATION,
    OTHER_NAME,
    check,
    claim,
    paper,
    registration,
)
from verifiers.addresses import same_place


def _lease(**changes: Any) -> ReadDocument:
    facts: dict[str, Any] = {
        "address": ADDRESS,
        "owner": "南京鼓楼资产有限公司",
        "tenant": NAME,
        "valid_from": "2025-01-01",
        "valid_until": "2026-12-31",
    }
    return paper(
        "租赁.pdf", "office_proof", **{k: v for k, v in {**facts, **changes}.items() if v is not DROP}
    )


def _staff(**changes: Any) -> ReadDocument:
    facts: dict[str, Any] = {"organization_name": NAME, "people": ["李小兰"], "period": "2026-01/2026-10"}
    return paper("社保.pdf", "staff_proof", **{**facts, **changes})


def _charter(**changes: Any) -> ReadDocument:
    facts: dict[str, Any] = {"title": f"{NAME}章程", "organization_name": NAME, "term_years": 5}
    return paper("章程.pdf", "charter", **{k: v for k, v in {**facts, **changes}.items() if v is not DROP})


def _change(day: str, **changes: Any) -> ReadDocument:
    return paper("换届.pdf", "term_change", **{"organization_name": NAME, "date": day, **changes})


# --- 2.2 ---


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"valid_until": "2026-11-15"}, []),
        ({"valid_until": "2026-11-14"}, ["office_term_expired"]),
        ({"valid_from": "2026-12-01", "valid_until": "2028-11-30"}, ["office_term_expired"]),
        ({"address": "南京市玄武区珠江路88号"}, ["address_mismatch"]),
        ({"tenant": OTHER_NAME}, ["identity_mismatch"]),
    ],
)
def test_a_lease_is_told_by_its_cause(changes: dict[str, Any], codes: list[str]):
    assert check([_lease(**changes)], [claim("2.2", 3)]).codes("2.2") == codes


def test_an_owners_deed_has_no_term():
    deed = _lease(owner=NAME, tenant=DROP, valid_from=DROP, valid_until=DROP)
    assert check([deed], [claim("2.2", 3)]).finding("2.2").verdict is Verdict.SUPPORTED


def test_a_lease_without_its_term_is_asked():
    assert check([_lease(valid_until=DROP)], [claim("2.2", 3)]).finding("2.2").verdict is Verdict.UNCERTAIN


def test_the_certificates_address_goes_before_the_applications():
    moved = registration(address="南京市玄武区珠江路88号")
    assert check([_lease(), moved], [claim("2.2", 3)]).codes("2.2") == ["address_mismatch"]


def test_without_any_registered_address_it_is_asked():
    organization = ORGANIZATION.model_copy(update={"address": None})
    outcome = check([_lease()], [claim("2.2", 3)], organization=organization)
    assert outcome.finding("2.2").verdict is Verdict.UNCERTAIN


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("江苏省南京市鼓楼区中山北路100号3楼", "南京市鼓楼区中山北路100号", "same"),
        ("鼓楼区中山北路100号", "南京市鼓楼区中山北路１００号3楼301室", "same"),
        ("南京市鼓楼区中山北路100号", "南京市鼓楼区中山北路102号", "different"),
        ("南京市鼓楼区中山北路100号", "南京市玄武区珠江路100号", "different"),
        ("南京市鼓楼区中山北路100号301室", "南京市鼓楼区中山北路100号502室", "unsure"),
        ("南京市鼓楼区职工之家大楼", "南京市鼓楼区职工之家大楼", "same"),
        ("", "南京市鼓楼区中山北路100号", "unsure"),
    ],
)
def test_the_street_and_its_number_make_an_address(one: str, other: str, answer: str):
    assert same_place(one, other) == same_place(other, one) == answer


# --- 2.3 ---


@pytest.mark.parametrize(
    ("period", "codes"),
    [("2025-01/2025-11", []), ("2025-01/2025-10", ["out_of_period"]), ("2026-12/2027-01", ["out_of_period"])],
)
def test_a_payroll_reaches_into_the_last_twelve_months(period: str, codes: list[str]):
    assert check([_staff(period=period)], [claim("2.3", 3)]).codes("2.3") == codes


def test_another_employers_payroll_is_an_identity_mismatch():
    assert check([_staff(organization_name=OTHER_NAME)], [claim("2.3", 3)]).codes("2.3") == [
        "identity_mismatch"
    ]


def test_an_empty_payroll_is_asked():
    assert check([_staff(people=[])], [claim("2.3", 3)]).finding("2.3").verdict is Verdict.UNCERTAIN


# --- 2.4 ---


@pytest.mark.parametrize(
    ("day", "years", "codes"),
    [
        ("2021-11-15", 5, []),
        ("2021-11-14", 5, ["term_overdue"]),
        ("2022-06-01", 4, ["term_overdue"]),
        ("2020-06-01", 7, ["term_overdue"]),
    ],
)
def test_a_change_of_term_counts_within_the_charters_term_of_five_years_at_most(
    day: str, years: int, codes: list[str]
):
    outcome = check([_charter(term_years=years), _change(day)], [claim("2.4", 4)])
    assert outcome.codes("2.4") == codes
    assert outcome.finding("2.4").supported == ((2, 2) if codes else (4, 4))


def test_the_latest_change_of_term_counts():
    older = paper("旧换届.pdf", "term_change", organization_name=NAME, date="2018-05-01")
    assert check([_charter(), older, _change("2023-05-01")], [claim("2.4", 4)]).codes("2.4") == []


def test_a_charter_that_does_not_tell_its_term_leaves_an_older_change_open():
    papers = [_charter(term_years=DROP), _change("2022-06-01")]
    assert check(papers, [claim("2.4", 4)]).finding("2.4").supported == (2, 4)


def test_an_organization_in_its_first_term_is_asked_not_accused():
    young = registration(registration_date="2024-01-10", valid_from="2024-01-10", valid_until="2029-01-09")
    outcome = check([_charter(), young], [claim("2.4", 4, "章程.pdf")])
    assert outcome.finding("2.4").supported == (2, 4)
    assert outcome.codes("2.4") == []


def test_without_a_change_of_term_half_is_missing():
    old = registration(registration_date="2010-01-10")
    outcome = check([_charter(), old], [claim("2.4", 4)])
    assert outcome.codes("2.4") == ["evidence_missing"]
    assert outcome.finding("2.4").supported == (2, 2)


def test_half_claimed_and_half_proven_is_supported():
    outcome = check([_charter()], [claim("2.4", 2)], as_of=date(2026, 11, 15))
    assert outcome.finding("2.4").verdict is Verdict.SUPPORTED
    assert outcome.codes("2.4") == []
