"""What an applicant hands in, before it is drawn: items of evidence and claims, consistent with the standard."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.corpus.bodies import issuer, outlet
from tests.corpus.criteria import CRITERIA
from tests.corpus.divisions import Place
from tests.corpus.draft import some_day, years_later
from tests.corpus.world import Organization, company, organization

SUPPORTED_GRADES = {"5A": 6.0, "4A": 5.0, "3A": 4.0}
LEVEL_POINTS = {"national": 6.0, "provincial": 5.0, "prefecture": 4.0}
MEDIA_POINTS = {"national": 5.0, "provincial": 5.0, "prefecture": 4.0}
DROPPABLE = ("1.1", "1.4", "4.2", "5.3", "6.4", "3.2")


@dataclass
class Item:
    """A document to be drawn, and the criteria that it is handed in for."""

    kind: str
    name: str
    criteria: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=dict)
    layouts: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    volume: str | None = None
    """Items of one volume are bound into one PDF."""
    about: Organization | None = None
    """Whose paper it is, where it isn't the applicant's."""
    copy_of: str | None = None
    """The key of an item of which this is a second scan."""
    trick: str | None = None
    """What is done to the file after it is drawn: `patched`, `false_layer`, `broken`."""
    trick_values: dict[str, Any] = field(default_factory=dict)


@dataclass
class Expected:
    """A discrepancy that must be told. `key` is the item that shows it."""

    code: str
    criterion: str | None
    key: str | None = None


@dataclass
class Plan:
    """A submission to be drawn."""

    org: Organization
    submitted: date
    items: dict[str, Item]
    claims: dict[str, float]
    statements: dict[str, str] = field(default_factory=dict)
    application: dict[str, Any] = field(default_factory=dict)
    """What the application says otherwise than the organization is."""
    total: float | None = None
    carried: dict[str, float | None] = field(default_factory=dict)
    """Points that the documents truly carry; None where that is for a reviewer to say."""
    expected: list[Expected] = field(default_factory=list)
    eligible: set[str] = field(default_factory=lambda: {"yes"})

    @property
    def as_of(self) -> date:
        """The reference date."""
        return self.submitted

    def drop(self, criterion: str) -> None:
        """Gives up a criterion with the items that served it alone."""
        self.claims.pop(criterion, None)
        self.carried.pop(criterion, None)
        self.expected = [one for one in self.expected if one.criterion != criterion]
        for key in [key for key, item in self.items.items() if item.criteria == (criterion,)]:
            del self.items[key]
        for item in self.items.values():
            item.criteria = tuple(one for one in item.criteria if one != criterion)


def _between(rng: random.Random, as_of: date, least: int, most: int) -> date:
    return some_day(rng, as_of - timedelta(days=most), as_of - timedelta(days=least))


def honest(
    rng: random.Random, *, full: bool = False, bound: float = 0.85, place: Place | None = None
) -> Plan:
    """A plan in which everything claimed is carried.

    `full` claims every criterion; `bound` is how often papers that go together are bound into one file.
    """
    submitted = date(2026, 11, rng.randint(10, 20))
    org = organization(rng, place, provincial=False)
    org = org.but(founded=min(org.founded, date(2020, 12, 1)))
    items: dict[str, Item] = {}
    claims = {one.id: one.maximum for one in CRITERIA if one.maximum}
    _standing(rng, org, submitted, items, claims)
    _inner(rng, org, submitted, items)
    _work(rng, org, submitted, items)
    _influence(rng, org, submitted, items, claims)
    _bind(rng, items, bound)
    plan = Plan(org, submitted, items, claims)
    plan.carried = dict(claims)
    plan.carried.update({"1.1": None, "5.3": None})
    plan.statements["2.6"] = f"{items['grade'].values['grade']}级社会组织"
    if not full:
        candidates = list(DROPPABLE)
        rng.shuffle(candidates)
        for criterion in candidates[: rng.randint(0, 3)]:
            if sum(plan.claims.values()) - plan.claims[criterion] >= 84:
                plan.drop(criterion)
    return plan


_VOLUMES = (
    ("制度汇编", ("rules 民主选举", "rules 财务管理", "rules 档案管理", "rules 人事管理"), 1.5),
    ("服务体系材料", ("plan", "budget", "implementation", "summary"), 1.5),
    ("工会组织材料", ("union", "roster", "duties"), 1.0),
    ("培训材料", ("training 2025", "training 2026"), 1.0),
    ("项目合同及验收", ("contract", "acceptance"), 1.0),
    ("年检材料", ("annual 2024", "annual 2025"), 0.7),
)


def _bind(rng: random.Random, items: dict[str, Item], bound: float) -> None:
    for volume, keys, weight in _VOLUMES:
        if rng.random() < bound * weight:
            for key in keys:
                items[key].volume = volume


def _standing(
    rng: random.Random, org: Organization, as_of: date, items: dict[str, Item], claims: dict[str, float]
) -> None:
    start = some_day(rng, date(2022, 12, 5), date(2026, 6, 20))
    valid = {
        "valid_from": start,
        "valid_until": years_later(start, rng.choice((4, 5))),
        "issue_date": start,
        "uscc_required": True,
    }
    items["registration"] = Item("registration_certificate", "法人登记证书", ("2.1",), valid)
    lease_start = some_day(rng, date(2024, 12, 1), date(2026, 6, 1))
    items["office"] = Item(
        "office_proof",
        "办公场所证明",
        ("2.2",),
        {
            "valid_from": lease_start,
            "valid_until": years_later(lease_start, rng.choice((2, 3))),
            "deed": None,
        },
    )
    items["staff"] = Item("staff_proof", "专职人员证明", ("2.3",))
    items["charter"] = Item("charter", "章程", ("2.4",))
    items["term"] = Item("term_change", "换届材料", ("2.4",))
    charity = True if org.type == "基金会" or rng.random() < 0.1 else None
    for year in (2024, 2025):
        items[f"annual {year}"] = Item(
            "annual_report",
            f"{year}年度{'年报' if charity else '年检'}",
            ("2.5",),
            {"year": year, "conclusion": "合格", "charity": charity},
        )
    grade = rng.choice(("5A", "4A", "4A", "3A"))
    items["grade"] = Item(
        "grade_certificate",
        "评估等级证书",
        ("2.6",),
        {"grade": grade, "issue_date": some_day(rng, date(2022, 1, 5), date(2026, 9, 10))},
    )
    claims["2.6"] = SUPPORTED_GRADES[grade]
    clean = {
        "abnormal_listed": False,
        "seriously_illegal_listed": False,
        "penalty_count": 0,
        "penalties_told": True,
        "query_date": _between(rng, as_of, 1, 60),
    }
    items["credit"] = Item("credit_record", "信用查询", ("2.7", "2.8"), clean)


def _inner(rng: random.Random, org: Organization, as_of: date, items: dict[str, Item]) -> None:
    items["study"] = Item("study_record", "学习记录", ("1.1",))
    items["union"] = Item("union_approval", "建会批复", ("1.2",))
    items["activity"] = Item(
        "activity_record",
        "工会活动",
        ("1.2",),
        {"organizer": org.union_name, "date": _between(rng, as_of, 20, 300), "partner": None},
    )
    items["joint"] = Item(
        "meeting_record", "联席会议", ("1.3",), {"organizer": rng.choice((org.local_union, org.city_union))}
    )
    items["appointment"] = Item("appointment", "兼职任职文件", ("1.4",))
    for topic in ("民主选举", "财务管理", "档案管理", "人事管理"):
        items[f"rules {topic}"] = Item("policy_document", f"{topic}制度", ("3.1",), {"topic": topic})
    items["roster"] = Item("union_roster", "工会干部名册", ("3.2",))
    items["duties"] = Item("policy_document", "工会主席职责", ("3.2",), {"topic": "工会职责"})
    for year in (2025, 2026):
        last = date(year, 12, 20) if year < as_of.year else as_of - timedelta(days=10)
        items[f"training {year}"] = Item(
            "training_record",
            f"{year}年培训",
            ("4.1",),
            {"date": some_day(rng, date(year, 2, 1), last), "organizer": org.name},
        )


def _work(rng: random.Random, org: Organization, as_of: date, items: dict[str, Item]) -> None:
    partner = organization(rng, org.place, provincial=False)
    items["exchange"] = Item(
        "activity_record",
        "协作交流",
        ("4.2",),
        {
            "partner": partner.name,
            "organizer": org.name,
            "subject": "社会组织协作交流活动",
            "date": _between(rng, as_of, 30, 500),
        },
    )
    for kind, name in (
        ("plan", "工作计划"),
        ("budget", "预算"),
        ("implementation", "实施方案"),
        ("summary", "工作总结"),
    ):
        items[kind] = Item(kind, f"2025年{name}", ("5.1",), {"year": 2025})
    buyer = rng.choice((org.local_union, org.city_union))
    subject = f"“{org.brand}”职工服务项目"
    signed = some_day(rng, date(2025, 1, 10), date(2025, 9, 1))
    items["contract"] = Item(
        "contract", "购买服务合同", ("5.2",), {"party_a": buyer, "sign_date": signed, "subject": subject}
    )
    done = some_day(rng, years_later(signed, 1), min(as_of, years_later(signed, 1) + timedelta(days=60)))
    items["acceptance"] = Item(
        "acceptance", "验收报告", ("5.2",), {"organizer": buyer, "date": done, "subject": subject}
    )
    items["brand"] = Item("brand_material", "品牌材料", ("5.3",))


def _influence(
    rng: random.Random, org: Organization, as_of: date, items: dict[str, Item], claims: dict[str, float]
) -> None:
    total = rng.choice((60, 80, 100, 120, 150, 200, 300))
    low, high, points = rng.choice(((0.92, 0.99, 5.0), (0.92, 0.99, 5.0), (0.82, 0.88, 4.0)))
    satisfied = round(total * rng.uniform(low, high))
    items["survey"] = Item(
        "satisfaction_survey",
        "满意度调查",
        ("6.1",),
        {
            "respondents": total,
            "satisfied": satisfied,
            "basic": 0,
            "date": _between(rng, as_of, 15, 300),
            "company": company(rng, org.place),
        },
    )
    claims["6.1"] = points
    level = rng.choice(("provincial", "prefecture", "prefecture", "national"))
    items["award"] = Item(
        "award",
        "表彰奖励",
        ("6.2",),
        {
            "body": issuer(rng, org.place, level),
            "authority_level": level,
            "recipient_type": "organization",
            "issue_date": _between(rng, as_of, 40, 1000),
        },
    )
    claims["6.2"] = LEVEL_POINTS[level]
    level = rng.choice(("national", "provincial", "prefecture", "prefecture"))
    items["media"] = Item(
        "media_clipping",
        "媒体报道",
        ("6.3",),
        {
            "outlet": outlet(rng, org.place, level),
            "outlet_level": level,
            "stance": "positive",
            "mentions_organization": True,
            "publish_date": _between(rng, as_of, 20, 1000),
        },
    )
    claims["6.3"] = MEDIA_POINTS[level]
    items["promotion"] = Item(
        "meeting_record",
        "经验交流",
        ("6.4",),
        {
            "organizer": org.city_union,
            "subject": "服务职工工作经验交流会",
            "date": _between(rng, as_of, 30, 800),
        },
    )
