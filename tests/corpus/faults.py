"""Ways in which a submission claims more than its evidence carries; each is one code of the contract."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tests.corpus import codes
from tests.corpus.bodies import issuer, outlet
from tests.corpus.draft import some_day, years_later
from tests.corpus.plan import Expected, Item, Plan
from tests.corpus.world import address, organization

Change = Callable[[random.Random, Plan], None]


@dataclass(frozen=True)
class Fault:
    """A named change to an honest plan. Faults of one `place` exclude each other."""

    name: str
    code: str
    place: str
    change: Change


FAULTS: dict[str, Fault] = {}


def fault(name: str, code: str, place: str) -> Callable[[Change], Change]:
    """Registers a fault."""

    def register(change: Change) -> Change:
        FAULTS[name] = Fault(name, code, place, change)
        return change

    return register


def _expect(
    plan: Plan,
    code: str,
    criterion: str | None,
    key: str | None = None,
    *,
    carried: float | None = -1,
    eligible: str = "",
) -> None:
    plan.expected.append(Expected(code, criterion, key))
    if criterion and carried != -1:
        plan.carried[criterion] = carried
    if eligible:
        wanted = set(eligible.split("|"))
        if "no" in plan.eligible and len(plan.eligible) == 1:
            return
        plan.eligible = wanted if wanted == {"no"} or plan.eligible == {"yes"} else plan.eligible | wanted


@fault("other_organizations_certificate", "identity_mismatch", "registration")
def _other_certificate(rng: random.Random, plan: Plan) -> None:
    plan.items["registration"].about = organization(rng, plan.org.place, plan.org.type, provincial=False)
    _expect(plan, "identity_mismatch", "2.1", "registration", carried=0, eligible="no|review")


@fault("business_licence_instead", "not_a_social_organization", "registration")
def _licence(_: random.Random, plan: Plan) -> None:
    plan.items["registration"] = Item("business_licence", "营业执照", ("2.1",), {"uscc_required": True})
    _expect(plan, "not_a_social_organization", "2.1", "registration", carried=0, eligible="no")


@fault("code_with_wrong_check_digit", "uscc_invalid", "registration")
def _invalid_code(rng: random.Random, plan: Plan) -> None:
    plan.org = plan.org.but(uscc=codes.broken(rng, plan.org.uscc))
    _expect(plan, "uscc_invalid", "2.1", "registration", carried=None, eligible="no|review")


@fault("application_with_another_code", "uscc_mismatch", "registration")
def _other_code(rng: random.Random, plan: Plan) -> None:
    plan.application["uscc"] = codes.make(rng, plan.org.uscc[:2], plan.org.uscc[2:8])
    _expect(plan, "uscc_mismatch", "2.1", "registration", carried=None, eligible="no|review")


@fault("registration_expired", "registration_expired", "registration")
def _expired(rng: random.Random, plan: Plan) -> None:
    end = some_day(rng, date(2025, 10, 1), plan.as_of - timedelta(days=20))
    start = date(end.year - 5, end.month, min(end.day, 28)) + timedelta(days=1)
    plan.items["registration"].values.update(
        {"valid_from": start, "valid_until": years_later(start, 5), "issue_date": start}
    )
    _expect(plan, "registration_expired", "2.1", "registration", carried=0, eligible="no")


@fault("patched_digit", "tampering_suspected", "registration")
def _patched(rng: random.Random, plan: Plan) -> None:
    item = plan.items["registration"]
    start = some_day(rng, date(2020, 12, 1), date(2021, 6, 30))
    item.values.update({"valid_from": start, "valid_until": years_later(start, 5), "issue_date": start})
    item.conditions, item.layouts = (
        ("scan",),
        ("original_landscape", "copy_portrait", "original_portrait", "electronic"),
    )
    item.trick = "patched"
    _expect(plan, "tampering_suspected", "2.1", "registration", carried=None, eligible="yes|review|no")


@fault("grade_of_two", "grade_below_required", "grade")
def _two(_: random.Random, plan: Plan) -> None:
    plan.items["grade"].values["grade"] = "2A"
    plan.claims["2.6"] = 4.0
    plan.statements["2.6"] = "社会组织评估等级"
    _expect(plan, "grade_below_required", "2.6", "grade", carried=0, eligible="no")


@fault("grade_overstated", "grade_overstated", "grade")
def _overstated(_: random.Random, plan: Plan) -> None:
    plan.items["grade"].values["grade"] = "3A"
    plan.claims["2.6"] = 6.0
    plan.statements["2.6"] = "5A级社会组织"
    _expect(plan, "grade_overstated", "2.6", "grade", carried=4)


@fault("grade_expired", "grade_expired", "grade")
def _grade_expired(rng: random.Random, plan: Plan) -> None:
    plan.items["grade"].values["issue_date"] = some_day(rng, date(2019, 5, 1), date(2021, 9, 1))
    _expect(plan, "grade_expired", "2.6", "grade", carried=0, eligible="no")


@fault("text_layer_says_more", "text_layer_mismatch", "grade")
def _layer(_: random.Random, plan: Plan) -> None:
    item = plan.items["grade"]
    item.values["grade"] = "3A"
    item.conditions, item.layouts = ("scan",), ("certificate_landscape", "certificate_portrait")
    item.trick, item.trick_values = "false_layer", {"grade": "5A"}
    plan.claims["2.6"] = 4.0
    plan.statements["2.6"] = "3A级社会组织"
    _expect(plan, "text_layer_mismatch", "2.6", "grade", carried=None, eligible="yes|review")


@fault("annual_year_missing", "annual_inspection_missing", "annual")
def _year_missing(_: random.Random, plan: Plan) -> None:
    del plan.items["annual 2024"]
    _expect(plan, "annual_inspection_missing", "2.5", None, carried=0, eligible="no")


@fault("annual_failed", "annual_inspection_failed", "annual")
def _failed(_: random.Random, plan: Plan) -> None:
    for year in (2024, 2025):
        plan.items[f"annual {year}"].values["charity"] = None
    plan.items["annual 2025"].values["conclusion"] = "不合格"
    _expect(plan, "annual_inspection_failed", "2.5", "annual 2025", carried=0, eligible="no")


@fault("annual_basic", "annual_inspection_basic", "annual")
def _basic(_: random.Random, plan: Plan) -> None:
    for year in (2024, 2025):
        plan.items[f"annual {year}"].values["charity"] = None
    plan.items["annual 2025"].values["conclusion"] = "基本合格"
    _expect(plan, "annual_inspection_basic", "2.5", "annual 2025", carried=2, eligible="yes|review")


@fault("listed_abnormal", "listed_abnormal", "credit")
def _abnormal(_: random.Random, plan: Plan) -> None:
    plan.items["credit"].values["abnormal_listed"] = True
    _expect(plan, "listed_abnormal", "2.7", "credit", eligible="no")


@fault("listed_seriously_illegal", "listed_seriously_illegal", "credit")
def _illegal(_: random.Random, plan: Plan) -> None:
    plan.items["credit"].values["seriously_illegal_listed"] = True
    _expect(plan, "listed_seriously_illegal", "2.7", "credit", eligible="no")


@fault("credit_record_old", "credit_record_stale", "credit")
def _stale(rng: random.Random, plan: Plan) -> None:
    plan.items["credit"].values["query_date"] = some_day(
        rng, date(2025, 9, 1), plan.as_of - timedelta(days=110)
    )
    _expect(plan, "credit_record_stale", "2.7", "credit", eligible="review")


@fault("punished_lately", "penalty_in_window", "penalty")
def _punished(rng: random.Random, plan: Plan) -> None:
    decided = some_day(rng, date(2025, 1, 10), date(2026, 9, 1))
    plan.items["penalty"] = Item("penalty_decision", "处罚决定书", ("2.8",), {"decision_date": decided})
    _expect(plan, "penalty_in_window", "2.8", "penalty", eligible="no")


def _award(rng: random.Random, plan: Plan, level: str, *, county_city: bool = False) -> None:
    body = issuer(rng, plan.org.place, level, county_city=county_city)
    plan.items["award"].values.update({"body": body, "authority_level": body.level})


@fault("county_citys_award", "authority_level_too_low", "award")
def _county_city(rng: random.Random, plan: Plan) -> None:
    _award(rng, plan, "county", county_city=True)
    plan.claims["6.2"] = 4.0
    _expect(plan, "authority_level_too_low", "6.2", "award", carried=0)


@fault("districts_award", "authority_level_too_low", "award")
def _district(rng: random.Random, plan: Plan) -> None:
    _award(rng, plan, "county")
    plan.claims["6.2"] = 4.0
    _expect(plan, "authority_level_too_low", "6.2", "award", carried=0)


@fault("award_to_a_person", "award_to_person", "award")
def _to_person(rng: random.Random, plan: Plan) -> None:
    _award(rng, plan, "prefecture")
    plan.items["award"].values["recipient_type"] = "person"
    plan.claims["6.2"] = 4.0
    _expect(plan, "award_to_person", "6.2", "award", carried=0)


@fault("award_too_old", "out_of_period", "award")
def _old_award(rng: random.Random, plan: Plan) -> None:
    plan.items["award"].values["issue_date"] = some_day(rng, date(2019, 3, 1), date(2023, 8, 30))
    _expect(plan, "out_of_period", "6.2", "award", carried=0)


@fault("prefectures_award_as_national", "points_overclaimed", "award")
def _overclaimed(rng: random.Random, plan: Plan) -> None:
    _award(rng, plan, "prefecture")
    plan.claims["6.2"] = 6.0
    _expect(plan, "points_overclaimed", "6.2", "award", carried=4)


@fault("seal_of_another", "seal_issuer_mismatch", "award")
def _false_seal(rng: random.Random, plan: Plan) -> None:
    _award(rng, plan, "prefecture")
    item = plan.items["award"]
    item.values["false_seal"] = (
        f"{plan.org.place.city[:-1]}{rng.choice(('锦程', '远大', '鸿运'))}文化传媒有限公司"
    )
    item.layouts, item.conditions = ("honour_certificate", "short_decision"), ("scan", "digital")
    plan.claims["6.2"] = 4.0
    _expect(plan, "seal_issuer_mismatch", "6.2", "award", carried=None, eligible="yes|review")


@fault("bad_press", "media_negative", "media")
def _bad_press(_: random.Random, plan: Plan) -> None:
    plan.items["media"].values["stance"] = "negative"
    _expect(plan, "media_negative", "6.3", "media", carried=0)


@fault("press_on_another", "media_not_about_organization", "media")
def _on_another(_: random.Random, plan: Plan) -> None:
    plan.items["media"].values["mentions_organization"] = False
    _expect(plan, "media_not_about_organization", "6.3", "media", carried=0)


@fault("unknown_outlet", "outlet_not_listed", "media")
def _unknown(rng: random.Random, plan: Plan) -> None:
    plan.items["media"].values.update(
        {"outlet": outlet(rng, plan.org.place, "other"), "outlet_level": "other"}
    )
    _expect(plan, "outlet_not_listed", "6.3", "media", carried=0)


@fault("county_outlet", "authority_level_too_low", "media")
def _county_outlet(rng: random.Random, plan: Plan) -> None:
    plan.items["media"].values.update(
        {"outlet": outlet(rng, plan.org.place, "county"), "outlet_level": "county"}
    )
    plan.claims["6.3"] = 4.0
    _expect(plan, "authority_level_too_low", "6.3", "media", carried=0)


@fault("press_too_old", "out_of_period", "media")
def _old_press(rng: random.Random, plan: Plan) -> None:
    plan.items["media"].values["publish_date"] = some_day(rng, date(2019, 6, 1), date(2023, 8, 1))
    _expect(plan, "out_of_period", "6.3", "media", carried=0)


def _survey(plan: Plan, total: int, satisfied: int, **more: object) -> None:
    plan.items["survey"].values.update({"respondents": total, "satisfied": satisfied, "basic": 0, **more})


@fault("unsatisfied", "satisfaction_below_threshold", "survey")
def _unsatisfied(_: random.Random, plan: Plan) -> None:
    _survey(plan, 120, 78)
    plan.claims["6.1"] = 3.0
    _expect(plan, "satisfaction_below_threshold", "6.1", "survey", carried=0, eligible="no")


@fault("survey_miscounted", "satisfaction_arithmetic", "survey")
def _miscounted(_: random.Random, plan: Plan) -> None:
    _survey(plan, 150, 114, rate=0.96)
    plan.items["survey"].layouts = ("statement", "grade_table")
    plan.claims["6.1"] = 5.0
    _expect(plan, "satisfaction_arithmetic", "6.1", "survey", carried=3, eligible="yes|review")


@fault("few_asked", "satisfaction_sample_small", "survey")
def _few(_: random.Random, plan: Plan) -> None:
    _survey(plan, 22, 21)
    plan.claims["6.1"] = 5.0
    _expect(plan, "satisfaction_sample_small", "6.1", "survey", carried=None, eligible="review")


@fault("training_year_missing", "training_missing_year", "training")
def _training(rng: random.Random, plan: Plan) -> None:
    plan.items["training 2025"].values["date"] = some_day(rng, date(2026, 2, 1), date(2026, 5, 20))
    plan.items["training 2025"].name = "培训记录"
    _expect(plan, "training_missing_year", "4.1", None, carried=3)


@fault("term_overdue", "term_overdue", "term")
def _term(rng: random.Random, plan: Plan) -> None:
    plan.items["term"].values["date"] = some_day(rng, date(2019, 3, 1), date(2021, 3, 1))
    _expect(plan, "term_overdue", "2.4", "term", carried=2)


@fault("lease_ended", "office_term_expired", "office")
def _lease(rng: random.Random, plan: Plan) -> None:
    start = some_day(rng, date(2022, 3, 1), date(2023, 9, 1))
    plan.items["office"].values.update({"valid_from": start, "valid_until": years_later(start, 3)})
    _expect(plan, "office_term_expired", "2.2", "office", carried=0)


@fault("office_elsewhere", "address_mismatch", "office")
def _elsewhere(rng: random.Random, plan: Plan) -> None:
    plan.items["office"].values["address"] = address(rng, plan.org.place)
    _expect(plan, "address_mismatch", "2.2", "office", carried=None)


@fault("nothing_handed_in", "evidence_missing", "appointment")
def _nothing(_: random.Random, plan: Plan) -> None:
    plan.items.pop("appointment", None)
    plan.claims["1.4"] = 4.0
    _expect(plan, "evidence_missing", "1.4", None, carried=0)


@fault("unrelated_paper", "evidence_unrelated", "appointment")
def _unrelated(_: random.Random, plan: Plan) -> None:
    plan.items["appointment"] = Item("other", "兼职证明", ("1.4",))
    plan.claims["1.4"] = 4.0
    _expect(plan, "evidence_unrelated", "1.4", "appointment", carried=0)


@fault("page_handed_in_twice", "evidence_reused", "promotion")
def _twice(_: random.Random, plan: Plan) -> None:
    plan.items["joint"].values["organizer"] = plan.org.city_union
    plan.items["promotion"] = Item("meeting_record", "经验交流材料", ("6.4",), copy_of="joint")
    plan.claims["6.4"] = 4.0
    _expect(plan, "evidence_reused", "6.4", "promotion", carried=None)


@fault("broken_file", "unreadable_document", "brand")
def _broken(_: random.Random, plan: Plan) -> None:
    plan.items["brand"] = Item(
        "brand_material", "品牌材料", ("5.3",), trick="broken", conditions=("digital",)
    )
    plan.claims["5.3"] = 5.0
    _expect(plan, "unreadable_document", "5.3", "brand", carried=None)


@fault("more_than_the_maximum", "points_over_maximum", "maximum")
def _maximum(_: random.Random, plan: Plan) -> None:
    plan.claims["2.3"] = 5.0
    _expect(plan, "points_over_maximum", "2.3", None)


@fault("sum_is_wrong", "score_arithmetic", "total")
def _sum(rng: random.Random, plan: Plan) -> None:
    plan.total = sum(plan.claims.values()) + rng.choice((2, 3, -2))
    _expect(plan, "score_arithmetic", None, None)


@fault("too_few_points", "below_threshold", "total")
def _few_points(_: random.Random, plan: Plan) -> None:
    for criterion in ("5.2", "6.4", "1.4", "5.3", "4.2", "1.1", "3.2", "1.3"):
        if sum(plan.claims.values()) < 80:
            break
        plan.drop(criterion)
    _expect(plan, "below_threshold", None, None, eligible="no")


@fault("handed_in_late", "submitted_out_of_window", "window")
def _late(rng: random.Random, plan: Plan) -> None:
    plan.submitted = date(2026, 11, rng.randint(22, 28))
    _expect(plan, "submitted_out_of_window", None, None, eligible="yes|review|no")


LATER = ("total", "maximum", "window")
"""Places whose faults are applied last, because they depend on the claims."""


def apply(rng: random.Random, plan: Plan, names: list[str]) -> None:
    """Changes the plan by the named faults."""
    for name in sorted(names, key=lambda one: (FAULTS[one].place in LATER, names.index(one))):
        FAULTS[name].change(rng, plan)


def choose(rng: random.Random, count: int) -> list[str]:
    """Names of faults that go together."""
    names = list(FAULTS)
    rng.shuffle(names)
    chosen: list[str] = []
    for name in names:
        if len(chosen) < count and FAULTS[name].place not in {FAULTS[one].place for one in chosen}:
            chosen.append(name)
    return chosen
