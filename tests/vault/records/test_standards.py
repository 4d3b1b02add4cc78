"""Standards and lists of corrections in the records: kept for good, and in force once two people want it so."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from dossier.principal import Role
from dossier.standards import Answer, Proposal, StandardVersion
from dossier.trail import TrailFilter
from tests.vault.records.office import (
    ADMINISTRATOR,
    APPLICANT,
    AUDITOR,
    EXPERT,
    OFFICE,
    REVIEWER,
    draft,
    execute,
    person,
)
from vault.records import Records
from vault.records.errors import NotAllowedError, NotFoundError, StaleError
from vault.records.standards_errors import (
    AnsweredError,
    OthersProposalError,
    OwnProposalError,
    ProposedError,
)

SECOND = person(Role.OFFICE, "second")
DAY = date(2026, 11, 1)


def added(records: Records, content: bytes = b"id: a", version: str = "1") -> StandardVersion:
    """A version that the office has handed over."""
    return records.add_standard(
        OFFICE, content, id="a", version=version, title="标准", provisional=True, file="a.yaml"
    )


def proposal(of: StandardVersion, since: date = DAY) -> Proposal:
    return Proposal(sha256=of.sha256, since=since, reason="正式表格")


def enact(records: Records, of: StandardVersion, since: date) -> None:
    made = records.propose_standard(OFFICE, proposal(of, since))
    records.answer_proposal(SECOND, made.number, Answer.AGREED)


def test_a_version_is_kept_once_with_its_hash(records: Records) -> None:
    made = added(records)
    assert added(records) == made
    assert records.standard(AUDITOR, made.sha256) == (made, b"id: a")
    assert records.standards(ADMINISTRATOR) == (made,)
    assert (records.standard_file(made.sha256), records.standard_file("0" * 64)) == (b"id: a", None)
    told = [each for each in records.trail(OFFICE) if each.action == "standard.add"]
    assert [each.subject for each in told] == [f"standard:{made.sha256[:12]}"]
    with pytest.raises(NotFoundError):
        records.standard(OFFICE, "0" * 64)


def test_it_is_in_force_from_its_day_once_another_person_agrees(records: Records) -> None:
    first, second = added(records), added(records, b"id: b", "2")
    assert records.standard_on(DAY) is None
    made = records.propose_standard(OFFICE, proposal(first))
    assert records.standard_on(DAY) is None
    with pytest.raises(OwnProposalError):
        records.answer_proposal(OFFICE, made.number, Answer.AGREED)
    agreed = records.answer_proposal(SECOND, made.number, Answer.AGREED)
    assert (agreed.answer, agreed.answered_by) == (Answer.AGREED, "second")
    assert records.standard_on(DAY - timedelta(days=1)) is None
    assert records.standard_on(DAY) == b"id: a"
    enact(records, second, DAY + timedelta(days=9))
    assert records.standard_on(DAY + timedelta(days=8)) == b"id: a"
    assert records.standard_on(DAY + timedelta(days=9)) == b"id: b"
    enact(records, first, DAY + timedelta(days=9))
    assert records.standard_on(DAY + timedelta(days=9)) == b"id: a"
    actions = [each.action for each in records.trail(OFFICE) if each.subject.startswith("standard:")]
    assert actions.count("standard.agreed") == 3


def test_a_proposal_is_answered_once_and_taken_back_by_its_maker_only(records: Records) -> None:
    version = added(records)
    made = records.propose_standard(OFFICE, proposal(version))
    with pytest.raises(ProposedError):
        records.propose_standard(SECOND, proposal(version))
    with pytest.raises(OthersProposalError):
        records.answer_proposal(SECOND, made.number, Answer.WITHDRAWN)
    records.answer_proposal(OFFICE, made.number, Answer.WITHDRAWN)
    for who in (SECOND, ADMINISTRATOR):
        with pytest.raises(AnsweredError):
            records.answer_proposal(who, made.number, Answer.AGREED)
    refused = records.propose_standard(OFFICE, proposal(version))
    records.answer_proposal(ADMINISTRATOR, refused.number, Answer.REFUSED)
    assert records.standard_on(DAY) is None
    assert [each.answer for each in records.enactments(AUDITOR)] == [Answer.REFUSED, Answer.WITHDRAWN]
    with pytest.raises(NotFoundError):
        records.answer_proposal(SECOND, 99, Answer.AGREED)
    with pytest.raises(NotFoundError):
        records.propose_standard(OFFICE, Proposal(sha256="0" * 64, since=DAY, reason="无"))


def test_only_the_office_and_administrators_set_and_only_those_who_see_all_look(records: Records) -> None:
    version = added(records)
    made = records.propose_standard(OFFICE, proposal(version))
    for who in (APPLICANT, REVIEWER, EXPERT, AUDITOR):
        with pytest.raises(NotAllowedError):
            records.add_standard(who, b"x", id="a", version="1", title="x", provisional=True, file="x")
        with pytest.raises(NotAllowedError):
            records.propose_standard(who, proposal(version))
        with pytest.raises(NotAllowedError):
            records.answer_proposal(who, made.number, Answer.AGREED)
        with pytest.raises(NotAllowedError):
            records.change_list(who, "outlets", 0, "", note="")
    for who in (APPLICANT, REVIEWER, EXPERT):
        with pytest.raises(NotAllowedError):
            records.standards(who)
        with pytest.raises(NotAllowedError):
            records.enactments(who)
        with pytest.raises(NotAllowedError):
            records.list_versions(who, "outlets")


def test_nothing_of_it_can_be_changed_or_removed(records: Records) -> None:
    enact(records, added(records), DAY)
    records.change_list(OFFICE, "outlets", 0, "name\n", note="初版")
    for statement in (
        "UPDATE standards SET title = 'x'",
        "DELETE FROM enactments",
        "UPDATE enactment_answers SET answer = 'refused'",
        "UPDATE correction_lists SET content = ''",
        "DELETE FROM correction_lists",
    ):
        with pytest.raises(DBAPIError, match="append-only"):
            execute(records, statement)


def test_a_list_has_versions_of_which_the_newest_counts(records: Records) -> None:
    assert records.correction_lists() == {}
    first = records.change_list(OFFICE, "outlets", 0, "一", note="初版")
    second = records.change_list(ADMINISTRATOR, "outlets", 1, "二", note="补充")
    other = records.change_list(OFFICE, "names", 0, "甲", note="初版")
    assert records.correction_lists() == {"outlets": second, "names": other}
    assert records.list_versions(AUDITOR, "outlets") == (second, first)
    with pytest.raises(StaleError):
        records.change_list(OFFICE, "outlets", 1, "三", note="旧页面")
    with pytest.raises(StaleError):
        records.change_list(OFFICE, "outlets", 7, "三", note="没有的版本")
    told = [each.subject for each in records.trail(OFFICE) if each.action == "corrections.change"]
    assert told == ["corrections:outlets", "corrections:outlets", "corrections:names"]


def test_two_who_change_a_list_or_propose_at_once_don_t_undo_each_other(records: Records) -> None:
    version = added(records)

    def change(number: int) -> bool:
        records.propose_standard(OFFICE, proposal(version, DAY + timedelta(days=number)))
        try:
            records.change_list(OFFICE, "outlets", 0, str(number), note="x")
        except StaleError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(change, range(4))) == [False, False, False, True]
    assert sorted(each.number for each in records.enactments(OFFICE)) == [1, 2, 3, 4]


def test_the_trail_is_looked_through_page_by_page(records: Records) -> None:
    made = [draft(records) for _ in range(3)]
    today = records.trail(OFFICE)[0].at.date()
    every = records.trail_page(AUDITOR, TrailFilter(), limit=100)
    assert [each.seq for each in every] == list(range(len(every), 0, -1))
    first = records.trail_page(AUDITOR, TrailFilter(actor="applicant"), limit=2)
    rest = records.trail_page(AUDITOR, TrailFilter(actor="applicant"), before=first[-1].seq, limit=100)
    assert [*first, *rest] == [each for each in every if each.actor == "applicant"]
    for wanted, fits in (
        (TrailFilter(subject=made[1].id), lambda each: each.subject == made[1].id),
        (TrailFilter(subject="%"), lambda _: False),
        (TrailFilter(action="submission."), lambda each: each.action.startswith("submission.")),
        (TrailFilter(day=today - timedelta(days=3)), lambda _: False),
    ):
        assert list(records.trail_page(OFFICE, wanted, limit=100)) == [each for each in every if fits(each)]
    with pytest.raises(NotAllowedError):
        records.trail_page(REVIEWER, TrailFilter())


def test_tokens_are_revoked_by_their_owner_or_an_administrator(records: Records) -> None:
    for who in (APPLICANT, OFFICE):
        records.put_user("test", who)
    theirs = records.add_token("test", "applicant", name="程序").token
    with pytest.raises(NotFoundError):
        records.revoke_own_token(OFFICE, theirs.id)
    assert records.revoke_own_token(APPLICANT, theirs.id).revoked_at is not None
    other = records.add_token("test", "applicant", name="程序").token
    assert records.revoke_own_token(ADMINISTRATOR, other.id).revoked_at is not None


def test_webhooks_of_all_are_seen_by_those_who_audit(records: Records) -> None:
    records.put_user("test", OFFICE)
    made = records.add_webhook(OFFICE, "https://example.org/", secret="geheim")  # noqa: S106
    assert records.all_webhooks(ADMINISTRATOR) == (made,)
    with pytest.raises(NotAllowedError):
        records.all_webhooks(REVIEWER)
