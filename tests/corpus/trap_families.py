"""The families of traps: for each criterion the paper that would carry it, and what spoils it."""

import random
from datetime import date, timedelta

from tests.corpus import codes
from tests.corpus.divisions import counties_of
from tests.corpus.draft import years_later
from tests.corpus.further import prose
from tests.corpus.further.people import company
from tests.corpus.traps import AS_OF, Family, Fix, Flaw, Values, another, near_name, undated, watermark
from tests.corpus.world import Organization

_NAMES = (
    Flaw(
        "near_name",
        "the paper is another organization's, whose name differs by one character",
        whose=near_name,
    ),
    Flaw("another", "the paper is another organization's", whose=another),
)
_WATERMARKS = (
    Flaw(
        "sample", "the paper is a specimen", finish=watermark("样本", "样张", "样本 SAMPLE", "仅供参考样式")
    ),
    Flaw("void", "the paper is cancelled", finish=watermark("作废", "已作废", "注销作废")),
)


def _ago(days: int) -> date:
    return AS_OF - timedelta(days=days)


def fixed(**values: object) -> Fix:
    """The same values each time; what is a function is asked for the organization's."""

    def fix(rng: random.Random, org: Organization) -> Values:  # noqa: ARG001
        return {name: value(org) if callable(value) else value for name, value in values.items()}

    return fix


def _registered(rng: random.Random, org: Organization) -> Values:  # noqa: ARG001
    start = _ago(rng.randint(30, 700))
    return {"valid_from": start, "valid_until": years_later(start, 4), "issue_date": start}


def _own_name(org: Organization) -> str:
    return org.name


def _head(org: Organization) -> str:
    return org.legal_representative


def _city_union(org: Organization) -> str:
    return org.city_union


def _association(org: Organization) -> str:
    return f"{org.place.city}社会组织联合会"


def _entrepreneurs(org: Organization) -> str:
    return f"{org.place.city}企业家协会"


def _report_of_another(rng: random.Random, org: Organization) -> Values:
    title, texts = prose.article(rng, org, _ago(100), "positive")
    return {"mentions_organization": False, "about": None, "title": title, "texts": texts}


def _report_of_grade(rng: random.Random, org: Organization) -> Values:
    texts = [
        f"近日，{org.place.city}举行社会组织评估等级授牌仪式，{org.name}等单位获得5A级社会组织牌匾和证书。",
        f"据悉，{org.short}将以此为契机，进一步规范内部治理，提升服务职工的能力。",
    ]
    title = rng.choice((f"{org.short}获评5A级社会组织", "5A级社会组织喜添新成员"))
    return {"mentions_organization": True, "stance": "positive", "title": title, "texts": texts}


def _licence(rng: random.Random, org: Organization) -> Values:
    suffix = rng.choice(("有限公司", "（有限合伙）", "管理有限公司"))
    return {
        "organization_name": org.name + suffix,
        "uscc": codes.make(rng, "91", org.place.code),
        "legal_representative": org.legal_representative,
        "address": org.address,
    }


def _graded(rng: random.Random, org: Organization) -> Values:  # noqa: ARG001
    given = _ago(rng.randint(100, 1500))
    return {"grade": "5A", "issue_date": given, "valid_from": given, "valid_until": years_later(given, 5)}


def _outgraded(rng: random.Random, org: Organization) -> Values:  # noqa: ARG001
    given = date(AS_OF.year - 5, AS_OF.month, AS_OF.day)
    return {"issue_date": given, "valid_from": given, "valid_until": years_later(given, 5)}


def _queried(rng: random.Random, org: Organization) -> Values:  # noqa: ARG001
    return {
        "query_date": _ago(rng.randint(5, 60)),
        "abnormal_listed": False,
        "seriously_illegal_listed": False,
        "penalty_count": 0,
    }


def _leased(rng: random.Random, org: Organization) -> Values:
    start = _ago(rng.randint(30, 300))
    return {
        "deed": None,
        "valid_from": start,
        "valid_until": years_later(start, 3),
        "tenant": org.name,
        "owner": company(rng, org.place),
    }


def _staffed(first: date, last: date) -> Fix:
    return fixed(first=first, last=last, period=f"{first:%Y-%m}/{last:%Y-%m}")


def _county_union(rng: random.Random, org: Organization) -> Values:
    return {"organizer": f"{rng.choice(counties_of(org.place.city)).full}总工会"}


def _contracted(rng: random.Random, org: Organization) -> Values:
    signed = _ago(rng.randint(40, 300))
    return {
        "party_a": org.city_union,
        "party_b": org.name,
        "amount": 86000.0,
        "sign_date": signed,
        "valid_from": signed,
        "valid_until": years_later(signed, 2),
    }


FAMILIES = (
    Family("registration", "2.1", 5, "registration_certificate", _registered, (
        *_NAMES, *_WATERMARKS,
        Flaw("expired_yesterday", "the certificate ended yesterday", fixed(valid_until=_ago(1), valid_from=_ago(1461), issue_date=_ago(1461))),
        Flaw("company", "a company's licence is no registration of a social organization", _licence, kind="business_licence"),
        Flaw("false_code", "the printed code's check character is wrong", lambda rng, org: {"uscc": codes.broken(rng, org.uscc)}),
    )),
    Family("grade", "2.6", 6, "grade_certificate", _graded, (
        *_NAMES, *_WATERMARKS,
        Flaw("one_letter_short", "2A is below 3A", fixed(grade="2A")),
        Flaw("expired_yesterday", "the grade's five years ended yesterday", _outgraded),
        Flaw("applied_for", "the grade is applied for, not given", kind="other", layout="further_grade_applied_for"),
        Flaw("planned", "a plan to reach a grade", fixed(title="争创5A级社会组织工作计划"), kind="plan"),
        Flaw("told_of", "a report tells of the grade, no certificate does", _report_of_grade, kind="media_clipping"),
    )),
    Family("annual", "2.5", 4, "annual_report", fixed(year=2025, conclusion="合格", charity=None, issue_date=_ago(140)), (
        *_NAMES, *_WATERMARKS,
        Flaw("failed", "the conclusion is 不合格", fixed(conclusion="不合格")),
        Flaw("old_year", "a year that is no longer asked for", fixed(year=2022, issue_date=_ago(1200))),
        Flaw("same_year", "the year that lies there already", fixed(year=2024, issue_date=_ago(500))),
        Flaw("to_come", "a notice that the inspection is to be done", kind="other", layout="further_inspection_to_come"),
    ), (("annual_report", fixed(year=2024, conclusion="合格", charity=None, issue_date=_ago(510))),)),
    Family("credit", "2.7", 0, "credit_record", _queried, (
        *_NAMES, *_WATERMARKS[:1],
        Flaw("abnormal", "it is on the list of abnormal activity", fixed(abnormal_listed=True)),
        Flaw("illegal", "it is on the list of the seriously illegal", fixed(seriously_illegal_listed=True)),
        Flaw("stale", "the query is older than 90 days", fixed(query_date=_ago(91))),
    )),
    Family("penalty", "2.8", 0, "penalty_decision", fixed(decision_date=_ago(200)), (
        Flaw("recent", "it was penalized within two years"),
        Flaw("edge_day", "it was penalized on the first day of the two years", fixed(decision_date=date(AS_OF.year - 2, AS_OF.month, AS_OF.day))),
    ), (("credit_record", _queried),)),
    Family("award", "6.2", 6, "award", fixed(authority_level="prefecture", issue_date=_ago(200), recipient_type="organization"), (
        *_NAMES, *_WATERMARKS,
        Flaw("to_person", "a person of the organization is honoured", fixed(recipient_type="person")),
        Flaw("county", "a county or a county-level city honours", fixed(authority_level="county")),
        Flaw("other_body", "no authority of a level honours", fixed(authority_level="other")),
        Flaw("too_old", "given more than three years ago", fixed(issue_date=date(AS_OF.year - 3, AS_OF.month, AS_OF.day - 1))),
        Flaw("nominated", "it is nominated only", kind="other", layout="further_nomination"),
        Flaw("candidate", "it is meant to be honoured, objections may be raised", kind="other", layout="further_candidates_shown"),
        Flaw("draft", "a draft without seal and day", fixed(unsealed=True), finish=undated("issue_date")),
    )),
    Family("media", "6.3", 5, "media_clipping", fixed(outlet_level="prefecture", stance="positive", mentions_organization=True, publish_date=_ago(100)), (
        Flaw("near_name", "the report is about another whose name differs by one character", _report_of_another, whose=near_name),
        Flaw("another", "the report is about another", _report_of_another, whose=another),
        Flaw("negative", "the report blames it", fixed(stance="negative")),
        Flaw("county", "a county's outlet", fixed(outlet_level="county")),
        Flaw("unlisted", "an outlet that nobody lists", fixed(outlet_level="other")),
        Flaw("too_old", "published more than three years ago", fixed(publish_date=date(AS_OF.year - 3, AS_OF.month, AS_OF.day - 1))),
    )),
    Family("union", "1.2", 4, "union_approval", fixed(issue_date=_ago(900)), (
        *_NAMES, *_WATERMARKS,
        Flaw("asked_for", "it asks for a union, nobody has answered", kind="other", layout="further_request_for_union"),
    ), (("activity_record", fixed(date=_ago(60), organizer=_own_name)),)),
    Family("appointment", "1.4", 4, "appointment", fixed(person=_head, issue_date=_ago(200)), (
        Flaw("outsider", "the person isn't known as of the organization's staff", whose=another),
        Flaw("not_a_union", "an association's post, no union's", fixed(issuing_authority=_entrepreneurs, body=_entrepreneurs, position="理事")),
        Flaw("too_old", "given more than three years ago", fixed(issue_date=date(AS_OF.year - 3, AS_OF.month, AS_OF.day - 1))),
        Flaw("draft", "a draft without seal and day", fixed(unsealed=True), finish=undated("issue_date")),
    )),
    Family("contract", "5.2", 7, "contract", _contracted, (
        *_NAMES,
        Flaw("company_pays", "party A is a company", lambda rng, org: {"party_a": company(rng, org.place)}),
        Flaw("association_pays", "an association of social organizations is no union", fixed(party_a=_association)),
    )),
    Family("survey", "6.1", 5, "satisfaction_survey", fixed(respondents=200, satisfied=188, date=_ago(90)), (
        Flaw("below", "69.5 % is below 70 %", fixed(satisfied=139)),
        Flaw("false_rate", "the printed rate isn't that of the counts", fixed(satisfied=130, rate=0.925)),
        Flaw("small", "a sample below 30", fixed(respondents=20, satisfied=19)),
    )),
    Family("office", "2.2", 3, "office_proof", _leased, (
        *_NAMES,
        Flaw("expired_yesterday", "the lease ended yesterday", fixed(valid_from=_ago(1096), valid_until=_ago(1))),
    )),
    Family("staff", "2.3", 3, "staff_proof", _staffed(date(2026, 5, 1), date(2026, 10, 1)), (
        *_NAMES,
        Flaw("too_old", "the last month lies more than a year back", _staffed(date(2025, 3, 1), date(2025, 9, 1))),
    )),
    Family("exchange", "6.4", 4, "meeting_record", fixed(organizer=_city_union, date=_ago(120)), (
        *_NAMES,
        Flaw("county_union", "a county's union held it", _county_union),
        Flaw("association", "an association held it", fixed(organizer=_association)),
        Flaw("too_old", "held more than three years ago", fixed(date=date(AS_OF.year - 3, AS_OF.month, AS_OF.day - 1))),
    )),
)  # fmt: skip
