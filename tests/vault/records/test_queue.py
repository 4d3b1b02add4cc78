"""The reviewers' queue: what is found, in which order, and what can be done with several at once."""

import json

import pytest

from dossier.finding import Code
from dossier.principal import Principal, Role
from dossier.queue import NOBODY, QueueFilter, Sort
from dossier.state import State
from tests.vault.records.office import (
    ADMINISTRATOR,
    APPLICANT,
    AUDITOR,
    EXPERT,
    LEASE,
    OFFICE,
    REVIEWER,
    SHA,
    draft,
    person,
    received,
    verified,
)
from tests.vault.records.reports import report
from vault.records import Records
from vault.records.errors import CursorUnusableError, NotFoundError, TooManyError, ViewError
from vault.records.searching import search_words

SUZHOU = person(Role.REVIEWER, "suzhou", "苏州市")
COLLEAGUE = person(Role.REVIEWER, "colleague", "南京市")
ALL = QueueFilter(state="all")


def ids(
    records: Records,
    wanted: QueueFilter = ALL,
    *,
    who: Principal = OFFICE,
    sort: Sort = Sort.RISK,
    reverse: bool = False,
) -> list[str]:
    """Ids of what is found."""
    return [each.id for each in records.queue(who, wanted, sort=sort, reverse=reverse).items]


def test_what_is_riskiest_comes_first(records: Records) -> None:
    calm = verified(records)
    traced = verified(records, traces=3)
    major = verified(records, majors=1)
    gate = verified(records, gates=1)
    unread = received(records).id
    assert ids(records) == [gate, major, traced, calm, unread]
    assert ids(records, reverse=True) == [unread, calm, traced, major, gate]
    found = records.queue(OFFICE, ALL).items[0].standing
    assert found is not None
    assert (found.gates, found.majors, found.traces, found.gap) == (1, 0, 0, (71.5, 74.0))


def test_by_gap_what_is_furthest_below_the_threshold_comes_first(records: Records) -> None:
    near, far, above = verified(records, low=70), verified(records, low=3), verified(records, low=90)
    assert ids(records, sort=Sort.GAP) == [far, near, above]
    standing = records.queue(OFFICE, ALL, sort=Sort.GAP).items[2].standing
    assert standing is not None
    assert standing.gap == (0, 0)


def test_deadlines_are_of_the_state_and_the_round(records: Records) -> None:
    there, ours = verified(records), draft(records).id
    odd = records.create(APPLICANT, round="试点", recommender="南京市总工会").id
    gone = draft(records)
    records.withdraw(APPLICANT, gone.id, gone.version)
    page = records.queue(OFFICE, ALL, sort=Sort.DEADLINE)
    assert [each.id for each in page.items] == [ours, there, odd, gone.id]
    assert [str(each.deadline) for each in page.items] == ["2026-11-20", "2026-11-30", "None", "None"]
    first, second = page.items[0].days_left, page.items[1].days_left
    assert first is not None
    assert second == first + 10


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("reverse", [False, True])
def test_pages_give_each_submission_once_whatever_comes_meanwhile(
    records: Records, sort: Sort, reverse: bool
) -> None:
    for majors in (0, 2, 1, 1):
        verified(records, majors=majors, low=5 + majors / 3)
    received(records)
    draft(records)
    whole = ids(records, sort=sort, reverse=reverse)
    given, after = list[str](), None
    while True:
        page = records.queue(OFFICE, ALL, sort=sort, reverse=reverse, after=after, limit=2)
        given += [each.id for each in page.items]
        after = page.after
        if after is None:
            break
        verified(records, majors=1)
    assert len(given) == len(set(given))
    assert [each for each in given if each in whole] == whole


def test_an_address_that_was_made_up_is_refused(records: Records) -> None:
    for cursor in ("", "~", "x~S1", "2026-13-01~S1"):
        with pytest.raises(CursorUnusableError):
            records.queue(OFFICE, ALL, sort=Sort.DEADLINE, after=cursor)


@pytest.mark.parametrize(
    ("sort", "cursor"),
    [
        (Sort.RISK, f"{2**31}~S1"),
        (Sort.RISK, f"-{10**30}~S1"),
        (Sort.SUBMITTED, "2026-11-20T10:00:00~S1"),
        (Sort.SUBMITTED, "0001-01-01T00:00:00+08:00~S1"),
    ],
)
def test_an_address_that_no_database_could_hold_is_refused(records: Records, sort: Sort, cursor: str) -> None:
    with pytest.raises(CursorUnusableError):
        records.queue(OFFICE, ALL, sort=sort, after=cursor)


@pytest.mark.parametrize(
    "words",
    ["职工之家", "南京 之家", "nanjingshi", "zhi gong", "njszgzj", "NJS", "52320100MJ", "mj5"],
)
def test_an_organization_is_found_by_name_code_and_sound(records: Records, words: str) -> None:
    wanted = verified(records, "南京市职工之家", uscc="52320100MJ5000000X")
    verified(records, "苏州阳光社", "苏州市")
    assert ids(records, QueueFilter(state="all", search=words)) == [wanted]


def test_a_submission_is_found_by_its_id_and_signs_of_like_are_signs(records: Records) -> None:
    wanted = verified(records, "百分之五%_社")
    verified(records)
    for words in (wanted, wanted[8:].lower(), "%_", "五％"):
        assert ids(records, QueueFilter(search=words)) == [wanted]
    assert ids(records, QueueFilter(search="%%")) == []


def test_words_follow_the_name_and_take_it_as_it_is_read() -> None:
    assert search_words({"name": "重庆长乐 社（Ａ）", "uscc": "5A"}).splitlines() == [
        "重庆长乐社(a)",
        "5a",
        "chongqingchangleshe(a)",
        "cqcls(a)",
    ]
    assert search_words(None) == ""


def test_the_name_that_the_application_tells_is_found(records: Records) -> None:
    submission = received(records).id
    assert ids(records, QueueFilter(search="njsmmxh")) == []
    run = records.take(submission, "w", LEASE)
    assert run is not None
    records.finish(run, report(submission), {})
    assert ids(records, QueueFilter(search="njsmmxh")) == [submission]


def test_filters_narrow_one_by_one(records: Records) -> None:
    suzhou = verified(records, "乙社", "苏州市", gates=1, eligible="no")
    nanjing = verified(records, traces=1)
    industry = records.create(OFFICE, round="2025", recommender="江苏省产业工会").id
    for wanted, expected in (
        (QueueFilter(), {suzhou, nanjing}),
        (QueueFilter(state=State.DRAFT), {industry}),
        (QueueFilter(state="all", round="2025"), {industry}),
        (QueueFilter(state="all", region=NOBODY), {industry}),
        (QueueFilter(region="苏州市"), {suzhou}),
        (QueueFilter(eligible="no"), {suzhou}),
        (QueueFilter(code=Code.TAMPERING_SUSPECTED), {nanjing}),
        (QueueFilter(criterion="1.1"), {suzhou, nanjing}),
        (QueueFilter(criterion="2.6"), set[str]()),
        (QueueFilter(state="all", assignee=NOBODY), {suzhou, nanjing, industry}),
        (QueueFilter(assignee="colleague"), set[str]()),
    ):
        page = records.queue(OFFICE, wanted)
        assert {each.id for each in page.items} == expected, wanted
        assert page.total == len(expected)


def test_counts_and_choices_tell_nothing_of_what_one_may_not_see(records: Records) -> None:
    for each in (REVIEWER, SUZHOU):
        records.put_user("test", each)
    ours, theirs = verified(records), verified(records, "乙社", "苏州市")
    records.assign(OFFICE, [theirs], SUZHOU.id)
    records.create(APPLICANT, round="2025", recommender="苏州市总工会")
    page = records.queue(REVIEWER, ALL)
    assert (page.total, page.states) == (1, {State.IN_REVIEW: 1})
    choices = records.queue_choices(REVIEWER)
    assert (choices.rounds, choices.regions, choices.assignees) == (("2026",), ("南京市",), ())
    for search in ("乙社", "yishe", theirs):
        assert records.queue(REVIEWER, QueueFilter(state="all", search=search)).total == 0
    seen = records.queue_choices(OFFICE)
    assert (seen.rounds, seen.regions) == (("2026", "2025"), ("南京市", "苏州市"))
    assert [each.name for each in seen.assignees] == ["suzhou"]
    assert ids(records, who=person(Role.REVIEWER, "nowhere")) == []
    assert ids(records, who=AUDITOR) == ids(records, who=OFFICE)
    assert set(ids(records, who=EXPERT)) == {ours, theirs}


def test_a_submission_is_assigned_to_a_reviewer_of_its_city(records: Records) -> None:
    for each in (REVIEWER, COLLEAGUE, SUZHOU, OFFICE):
        records.put_user("test", each)
    ours, theirs = verified(records, "甲社"), verified(records, "乙社", "苏州市")
    before = records.get(OFFICE, ours)
    done = {each.submission: each for each in records.assign(OFFICE, [theirs, ours, ours], COLLEAGUE.id)}
    assert done[ours].refused is None
    assert done[theirs].refused == "colleague不是苏州市的审核员。"
    assert done[theirs].name == "乙社"
    assert records.queue(REVIEWER, QueueFilter(assignee=COLLEAGUE.id)).items[0].assignee_name == "colleague"
    assert records.get(OFFICE, ours) == before
    assert ids(records, QueueFilter(assignee=NOBODY)) == [theirs]
    assert [each.refused for each in records.assign(COLLEAGUE, [ours], None)] == [None]
    told = [each for each in records.trail(OFFICE) if each.action == "submission.assign"]
    assert [json.loads(each.detail) for each in told] == [
        {"before": None, "after": "colleague"},
        {"before": "colleague", "after": None},
    ]
    records.assign(COLLEAGUE, [ours], None)
    assert len([each for each in records.trail(OFFICE) if each.action == "submission.assign"]) == 2


def test_what_is_no_citys_is_the_offices_own(records: Records) -> None:
    records.put_user("test", OFFICE)
    records.put_user("test", REVIEWER)
    made = records.create(OFFICE, round="2026", recommender="江苏省某产业工会")
    records.add_document(OFFICE, made.id, "申报表.xlsx", sha256=SHA, size=10)
    records.submit(OFFICE, made.id, made.version)
    (refused,) = records.assign(OFFICE, [made.id], REVIEWER.id)
    assert refused.refused is not None
    assert "省总工会" in refused.refused
    (done,) = records.assign(OFFICE, [made.id], OFFICE.id)
    assert done.refused is None


def test_actions_on_several_are_refused_one_by_one_and_tell_nothing(records: Records) -> None:
    records.put_user("test", REVIEWER)
    ours, theirs, early = verified(records), verified(records, "乙社", "苏州市"), draft(records).id
    absent = "S" + "0" * 26
    done = {
        each.submission: each for each in records.set_aside(REVIEWER, [ours, theirs, early, absent], " 待补 ")
    }
    assert done[ours].refused is None
    assert done[early].refused == "申报处于“草稿”，现在不能分派或搁置。"
    assert done[theirs].name is None
    assert done[theirs].refused == (done[absent].refused or "").replace(absent, theirs)
    assert ids(records, QueueFilter(aside=True)) == [ours]
    assert ids(records, QueueFilter()) == [theirs]
    page = records.queue(OFFICE, QueueFilter())
    assert (page.total, page.aside) == (1, 1)
    assert records.queue(OFFICE, QueueFilter(aside=True)).items[0].aside == "待补"
    records.take_up(REVIEWER, [ours])
    assert records.queue(OFFICE, QueueFilter()).aside == 0
    for stranger in (EXPERT, AUDITOR, ADMINISTRATOR, APPLICANT):
        (refused,) = records.set_aside(stranger, [ours], "")
        assert refused.refused == "您的角色不能这样做。"
    with pytest.raises(NotFoundError):
        records.assign(REVIEWER, [ours], SUZHOU.id)
    with pytest.raises(TooManyError):
        records.take_up(OFFICE, [f"S{number}" for number in range(201)])


def test_to_whom_one_may_assign(records: Records) -> None:
    for each in (REVIEWER, COLLEAGUE, SUZHOU, OFFICE, EXPERT):
        records.put_user("test", each)
    records.put_user("test", person(Role.ADMINISTRATOR))
    records.set_password("test", COLLEAGUE.id, "松下问童子 言师采药去")
    records.disable_account(person(Role.ADMINISTRATOR), COLLEAGUE.id)
    assert [each.id for each in records.assignees(REVIEWER)] == ["reviewer"]
    assert [each.id for each in records.assignees(OFFICE)] == ["reviewer", "suzhou", "office"]
    for each in (EXPERT, AUDITOR, person(Role.REVIEWER, "nowhere")):
        assert records.assignees(each) == ()


def test_views_are_ones_own(records: Records) -> None:
    for each in (REVIEWER, SUZHOU):
        records.put_user("test", each)
    records.save_view(REVIEWER, " 高 风险 ", "sort=risk")
    records.save_view(REVIEWER, "高 风险", "sort=gap")
    assert [(each.name, each.query) for each in records.views(REVIEWER)] == [("高 风险", "sort=gap")]
    assert records.views(SUZHOU) == ()
    records.remove_view(SUZHOU, "高 风险")
    assert len(records.views(REVIEWER)) == 1
    for name in ("", "  ", "长" * 31):
        with pytest.raises(ViewError):
            records.save_view(REVIEWER, name, "")
    for number in range(19):
        records.save_view(REVIEWER, f"视图{number}", "")
    with pytest.raises(ViewError):
        records.save_view(REVIEWER, "多一个", "")
    records.remove_view(REVIEWER, "高 风险")
    assert len(records.views(REVIEWER)) == 19
