"""Who sees what. What one may not see is not told from what isn't there."""

from collections.abc import Callable
from datetime import date

import pytest

from dossier.principal import Principal, Role
from dossier.record import Outcome
from dossier.ruling import Ruled
from dossier.state import State
from tests.vault.records.office import (
    APPLICANT,
    AUDITOR,
    EXPERT,
    OFFICE,
    REVIEWER,
    SHA,
    WORKER,
    brought_to,
    draft,
    in_review,
    person,
)
from vault.records import Records
from vault.records.errors import NotAllowedError, NotFoundError, RecordsError

SUZHOU = person(Role.REVIEWER, "suzhou", "苏州市")
NOWHERE = person(Role.REVIEWER, "nowhere")
OTHER = person(Role.APPLICANT, "other")
SUZHOU_EXPERT = person(Role.EXPERT, "suzhou-expert", "苏州市")

CALLS: dict[str, Callable[[Records, Principal, str], object]] = {
    "get": lambda records, who, which: records.get(who, which),
    "documents": lambda records, who, which: records.documents(who, which),
    "add_document": lambda records, who, which: records.add_document(who, which, "x", sha256=SHA, size=1),
    "remove_document": lambda records, who, which: records.remove_document(who, which, "申报表.xlsx"),
    "submit": lambda records, who, which: records.submit(who, which, 1),
    "withdraw": lambda records, who, which: records.withdraw(who, which, 1),
    "reopen": lambda records, who, which: records.reopen(who, which, 1),
    "move": lambda records, who, which: records.move(who, which, State.RETURNED, 1),
    "decide": lambda records, who, which: records.decide(who, which, 1, outcome=Outcome.RETURN),
    "rule": lambda records, who, which: records.rule(who, which, 1, fingerprint="d", outcome=Ruled.CONFIRM),
    "rulings": lambda records, who, which: records.rulings(who, which),
    "ask": lambda records, who, which: records.ask(who, which, 1, due_on=date(2026, 1, 1)),
    "supplements": lambda records, who, which: records.supplements(who, which),
    "decisions": lambda records, who, which: records.decisions(who, which),
    "reports": lambda records, who, which: records.reports(who, which),
    "report": lambda records, who, which: records.report(who, which),
    "history": lambda records, who, which: records.history(who, which),
    "start_upload": lambda records, who, which: records.start_upload(who, which, "x", size=1, sha256=SHA),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("stranger", [OTHER, SUZHOU, NOWHERE, SUZHOU_EXPERT], ids=lambda who: who.id)
def test_what_one_may_not_see_is_as_if_it_were_not_there(
    records: Records, stranger: Principal, call: str
) -> None:
    hidden = in_review(records)
    errors: list[RecordsError] = []
    for submission in (hidden.id, "S" + "0" * 26):
        with pytest.raises(NotFoundError) as caught:
            CALLS[call](records, stranger, submission)
        errors.append(caught.value)
    seen, absent = errors
    assert seen.what.replace(hidden.id, "S" + "0" * 26) == absent.what
    assert type(seen) is type(absent)
    assert records.get(OFFICE, hidden.id) == hidden
    assert records.list(stranger).items == ()
    assert records.count(stranger) == {}


def test_each_sees_what_is_theirs(records: Records) -> None:
    nanjing, ours = in_review(records), draft(records)
    suzhou = records.create(OTHER, round="2026", recommender="苏州市总工会")
    province = records.create(OTHER, round="2026", recommender="江苏省总工会")
    everything = {nanjing.id, ours.id, suzhou.id, province.id}
    expected = [
        (APPLICANT, {nanjing.id, ours.id}),
        (OTHER, {suzhou.id, province.id}),
        (REVIEWER, {nanjing.id, ours.id}),
        (SUZHOU, {suzhou.id}),
        (NOWHERE, set[str]()),
        (EXPERT, {nanjing.id}),
        (SUZHOU_EXPERT, set[str]()),
        (OFFICE, everything),
        (AUDITOR, everything),
        (WORKER, everything),
    ]
    for principal, visible in expected:
        assert {each.id for each in records.list(principal).items} == visible
        assert sum(records.count(principal).values()) == len(visible)
        for submission in visible:
            assert records.get(principal, submission).id == submission


def test_pages_of_a_list_have_no_gaps_where_others_submissions_are(records: Records) -> None:
    mine: list[str] = []
    for _ in range(3):
        mine.append(draft(records).id)
        draft(records, OTHER)
    page = records.list(APPLICANT, limit=2)
    assert [each.id for each in page.items] == [mine[2], mine[1]]
    rest = records.list(APPLICANT, limit=2, after=page.after)
    assert [each.id for each in rest.items] == [mine[0]]
    assert rest.after is None


def test_seeing_is_not_acting(records: Records) -> None:
    made = draft(records)
    for principal in (AUDITOR, REVIEWER, WORKER):
        with pytest.raises(NotAllowedError):
            records.add_document(principal, made.id, "x", sha256=SHA, size=1)
        with pytest.raises(NotAllowedError):
            records.submit(principal, made.id, made.version)
    there = brought_to(records, State.IN_REVIEW)
    for principal in (AUDITOR, APPLICANT, WORKER):
        with pytest.raises(NotAllowedError):
            records.decide(principal, there.id, there.version, outcome=Outcome.RECOMMEND)
    for principal in (EXPERT, AUDITOR, WORKER):
        with pytest.raises(NotAllowedError):
            records.create(principal, round="2026")


def test_only_auditing_roles_read_the_whole_trail(records: Records) -> None:
    draft(records)
    assert [each.action for each in records.trail(AUDITOR)] == ["submission.create", "document.add"]
    assert [each.seq for each in records.trail(OFFICE, after=1)] == [2]
    for principal in (APPLICANT, REVIEWER, EXPERT, WORKER):
        with pytest.raises(NotAllowedError):
            records.trail(principal)
