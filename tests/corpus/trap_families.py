"""The families of traps: for each criterion the paper that would carry it, and what spoils it."""

import random
from datetime import date, timedelta

from tests.corpus import codes
from tests.corpus.divisions import counties_of
from tests.corpus.draft import years_later
from tests.corpus.further import prose
from tests.corpus.further.people import company
from tests.corpus.traps import (
    AS_OF,
    Family,
    Fix,
    Flaw,
    Values,
    another,
    letter,
    near_name,
    undated,
    watermark,
)
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


def _told(name: str, why: str, title: str, *paragraphs: str, signed: str, days: int = 200) -> Flaw:
    """A letter instead of the paper."""
    told = letter(title, *paragraphs, signed=signed, days=days)
    return Flaw(name, why, told, kind="other", layout="further_told")


def _taken_back(why: str, title: str, *paragraphs: str, signed: str) -> Flaw:
    """The good paper, with a letter that takes it back."""
    return Flaw("taken_back", why, against=letter(title, *paragraphs, signed=signed))


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
        Flaw("to_come", "it is issued on a day to come", fixed(issue_date=_ago(-30), valid_from=_ago(-30))),
        _told("deregistered", "the registration is ended", "准予注销登记通知书", "{org}：", "你单位申请注销社会组织法人登记，经审查符合规定，准予注销登记。", signed="{city}民政局"),
    )),
    Family("grade", "2.6", 6, "grade_certificate", _graded, (
        *_NAMES, *_WATERMARKS,
        Flaw("one_letter_short", "2A is below 3A", fixed(grade="2A")),
        Flaw("expired_yesterday", "the grade's five years ended yesterday", _outgraded),
        Flaw("applied_for", "the grade is applied for, not given", kind="other", layout="further_grade_applied_for"),
        Flaw("planned", "a plan to reach a grade", fixed(title="争创5A级社会组织工作计划"), kind="plan"),
        Flaw("told_of", "a report tells of the grade, no certificate does", _report_of_grade, kind="media_clipping"),
        Flaw("to_come", "it is issued on a day to come", fixed(issue_date=_ago(-20), valid_from=_ago(-20), valid_until=_ago(-1800))),
        _taken_back("the grade was taken back", "关于取消{org}社会组织评估等级的通知", "{org}：", "因你单位未按规定参加年度检查，决定取消你单位社会组织评估等级，收回证书和牌匾。", signed="{city}民政局"),
        _told("taken_back_alone", "the notice takes the grade back", "关于取消{org}社会组织评估等级的通知", "{org}：", "决定取消你单位5A级社会组织评估等级，收回证书和牌匾。", signed="{city}民政局"),
        _told("partner", "another's grade, we are a partner", "社会组织评估等级证书", "{city}阳光公益联合会：", "经评估，你单位被评为5A级社会组织。", "合作单位：{org}", signed="{city}民政局"),
        _told("branch", "a branch's grade", "社会组织评估等级证书", "{org}心理服务分会：", "经评估，你单位被评为5A级社会组织。", signed="{city}民政局"),
    )),
    Family("annual", "2.5", 4, "annual_report", fixed(year=2025, conclusion="合格", charity=None, issue_date=_ago(140)), (
        *_NAMES, *_WATERMARKS,
        Flaw("failed", "the conclusion is 不合格", fixed(conclusion="不合格")),
        Flaw("old_year", "a year that is no longer asked for", fixed(year=2022, issue_date=_ago(1200))),
        Flaw("same_year", "the year that lies there already", fixed(year=2024, issue_date=_ago(500))),
        Flaw("to_come", "a notice that the inspection is to be done", kind="other", layout="further_inspection_to_come"),
        Flaw("before_year_end", "its conclusion is older than the year's end", fixed(issue_date=date(2025, 7, 2))),
        _told("own_conclusion", "the organization concludes by itself", "2025年度社会组织年检报告书", "社会组织名称：{org}", "本年度自评结论：合格", "年检结论：", signed="{org}"),
    ), (("annual_report", fixed(year=2024, conclusion="合格", charity=None, issue_date=_ago(510))),)),
    Family("credit", "2.7", 0, "credit_record", _queried, (
        *_NAMES, *_WATERMARKS[:1],
        Flaw("abnormal", "it is on the list of abnormal activity", fixed(abnormal_listed=True)),
        Flaw("illegal", "it is on the list of the seriously illegal", fixed(seriously_illegal_listed=True)),
        Flaw("stale", "the query is older than 90 days", fixed(query_date=_ago(91))),
        Flaw("to_come", "the query is of a day to come", fixed(query_date=_ago(-10))),
        _told("promised", "it promises that it is on no list", "信用承诺书", "{org}郑重承诺：本单位未被列入活动异常名录，未被列入严重违法失信名单。", signed="{org}", days=10),
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
        Flaw("to_come", "given on a day to come", fixed(issue_date=_ago(-10))),
        _told("copied_in", "others are honoured, we get a copy", "关于表彰先进集体的决定", "授予以下单位“先进集体”称号：", "{city}阳光公益联合会", "抄送：{org}", signed="{union}"),
        _told("taken_back", "the honour is taken back", "关于撤销{org}先进集体称号的决定", "{org}：", "因弄虚作假，决定撤销授予{org}的“工会服务先进集体”称号。", signed="{union}"),
        _told("of_a_member", "a person of the organization is honoured", "荣誉证书", "{org} {head}：", "被评为{city}工会社会工作先进个人。", signed="{union}"),
        _told("took_part", "it took part", "参赛证书", "{org}：", "参加{city}工会服务项目大赛，特发此证。", signed="{union}"),
        _told("donated", "it gave money", "捐赠证书", "{org}：", "感谢贵单位向困难职工捐赠善款，特颁此证。", signed="{union}"),
        _told("shortlisted", "it is on the shortlist", "关于公布优秀项目入围名单的通知", "各有关单位：", "经初评，{org}等单位的项目入围终评。", signed="{union}"),
    )),
    Family("media", "6.3", 5, "media_clipping", fixed(outlet_level="prefecture", stance="positive", mentions_organization=True, publish_date=_ago(100)), (
        Flaw("near_name", "the report is about another whose name differs by one character", _report_of_another, whose=near_name),
        Flaw("another", "the report is about another", _report_of_another, whose=another),
        Flaw("negative", "the report blames it", fixed(stance="negative")),
        Flaw("county", "a county's outlet", fixed(outlet_level="county")),
        Flaw("unlisted", "an outlet that nobody lists", fixed(outlet_level="other")),
        Flaw("to_come", "published on a day to come", fixed(publish_date=_ago(-10))),
        _told("for_the_press", "a text for the press that nobody has printed", "新闻通稿", "{org}暖心服务获职工点赞", "拟刊发媒体：新华日报", "近日，{org}开展暖心服务，为一线职工送去清凉用品，获得职工一致好评。", signed="{org}"),
        Flaw("too_old", "published more than three years ago", fixed(publish_date=date(AS_OF.year - 3, AS_OF.month, AS_OF.day - 1))),
    )),
    Family("union", "1.2", 4, "union_approval", fixed(issue_date=_ago(900)), (
        *_NAMES, *_WATERMARKS,
        Flaw("asked_for", "it asks for a union, nobody has answered", kind="other", layout="further_request_for_union"),
        _told("refused", "the union is refused", "关于不同意成立{org}工会委员会的批复", "{org}：", "经研究，暂不同意成立{org}工会委员会。", signed="{union}"),
        _taken_back("the union was ended", "关于同意撤销{org}工会委员会的批复", "{org}：", "经研究，同意撤销{org}工会委员会。", signed="{union}"),
    ), (("activity_record", fixed(date=_ago(60), organizer=_own_name)),)),
    Family("appointment", "1.4", 4, "appointment", fixed(person=_head, issue_date=_ago(200)), (
        Flaw("outsider", "the person isn't known as of the organization's staff", whose=another),
        Flaw("not_a_union", "an association's post, no union's", fixed(issuing_authority=_entrepreneurs, body=_entrepreneurs, position="理事")),
        Flaw("to_come", "given on a day to come", fixed(issue_date=_ago(-10))),
        _told("removed", "the post is taken away", "关于{head}同志免职的通知", "经研究，免去{head}同志{union}兼职副主席职务。", signed="{union}"),
        Flaw("too_old", "given more than three years ago", fixed(issue_date=date(AS_OF.year - 3, AS_OF.month, AS_OF.day - 1))),
        Flaw("draft", "a draft without seal and day", fixed(unsealed=True), finish=undated("issue_date")),
    )),
    Family("contract", "5.2", 7, "contract", _contracted, (
        *_NAMES,
        Flaw("company_pays", "party A is a company", lambda rng, org: {"party_a": company(rng, org.place)}),
        Flaw("to_come", "signed on a day to come", fixed(sign_date=_ago(-20), valid_from=_ago(-20), valid_until=_ago(-300))),
        _told("ended", "the contract is ended", "服务合同解除协议", "甲方：{union}", "乙方：{org}", "双方一致同意解除购买服务合同，未履行部分不再履行。", signed="{union}"),
        _told("won", "it won a tender, nothing is signed", "中标候选人公示", "项目名称：{union}职工关爱服务采购", "第一中标候选人：{org}", signed="{union}"),
        Flaw("association_pays", "an association of social organizations is no union", fixed(party_a=_association)),
    )),
    Family("survey", "6.1", 5, "satisfaction_survey", fixed(respondents=200, satisfied=188, date=_ago(90)), (
        Flaw("below", "69.5 % is below 70 %", fixed(satisfied=139)),
        Flaw("false_rate", "the printed rate isn't that of the counts", fixed(satisfied=130, rate=0.925)),
        Flaw("small", "a sample below 30", fixed(respondents=20, satisfied=19)),
        _told("planned", "the survey is planned", "职工满意度调查方案", "单位：{org}", "计划发放问卷200份，目标满意率95%以上。", signed="{org}"),
        _told("told_only", "a rate without counts", "职工满意度情况说明", "{org}今年开展满意度调查，职工满意率达96%。", signed="{org}"),
    )),
    Family("office", "2.2", 3, "office_proof", _leased, (
        *_NAMES,
        Flaw("expired_yesterday", "the lease ended yesterday", fixed(valid_from=_ago(1096), valid_until=_ago(1))),
        Flaw("to_come", "the lease begins tomorrow", fixed(valid_from=_ago(-1), valid_until=_ago(-1096))),
        _taken_back("the lease was ended", "房屋租赁合同解除协议", "乙方：{org}", "双方同意解除房屋租赁合同，乙方已腾退房屋。", signed="{org}"),
    )),
    Family("staff", "2.3", 3, "staff_proof", _staffed(date(2026, 5, 1), date(2026, 10, 1)), (
        *_NAMES,
        Flaw("too_old", "the last month lies more than a year back", _staffed(date(2025, 3, 1), date(2025, 9, 1))),
        _told("volunteers", "volunteers without pay", "志愿服务协议", "甲方：{org}", "乙方自愿无偿提供志愿服务，不领取报酬。", signed="{org}"),
        _told("left", "the one employee has left", "解除劳动合同证明书", "王丽与{org}于2026年8月31日解除劳动合同。", signed="{org}"),
    )),
    Family("exchange", "6.4", 4, "meeting_record", fixed(organizer=_city_union, date=_ago(120)), (
        *_NAMES,
        Flaw("county_union", "a county's union held it", _county_union),
        Flaw("association", "an association held it", fixed(organizer=_association)),
        _told("invited", "it is invited", "关于召开工会工作经验交流会的通知", "{org}：", "定于2026年6月18日召开工会工作经验交流会，请派员参加。", signed="{union}"),
        Flaw("too_old", "held more than three years ago", fixed(date=date(AS_OF.year - 3, AS_OF.month, AS_OF.day - 1))),
    )),
)  # fmt: skip
