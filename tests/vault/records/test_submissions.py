"""Submissions and their files, as an applicant handles them."""

import pytest

from dossier.state import State
from dossier.submission import Organization
from tests.vault.records.office import APPLICANT, OFFICE, REVIEWER, SHA, brought_to, draft, received
from vault.records import Records
from vault.records.errors import (
    IllegalMoveError,
    NoDocumentsError,
    NotFoundError,
    NotInDraftError,
    PathTakenError,
    PathUnusableError,
    StaleError,
)


def test_a_draft_is_kept_as_it_was_given(records: Records) -> None:
    organization = Organization(name="南京市某某协会", uscc="51320100MJ0000000X")
    application = {
        "claims": [{"criterion": "2.6", "points": 6, "files": ["证书.jpg"]}],
        "claimed_total": 92.5,
    }
    made = records.create(
        APPLICANT,
        round="2026",
        organization=organization,
        recommender="南京市鼓楼区总工会",
        application=application,
        batch=True,
    )
    assert records.get(APPLICANT, made.id) == made
    assert made.id.startswith("S")
    assert len(made.id) == 27
    assert (made.state, made.version, made.priority, made.region) == (State.DRAFT, 1, "batch", "南京市")
    assert (made.organization, made.application, made.owner) == (organization, application, APPLICANT.id)
    assert made.created_at.utcoffset() is not None


@pytest.mark.parametrize(
    ("recommender", "region"),
    [("苏州市总工会", "苏州市"), ("江苏省总工会", None), ("昆山市总工会", "苏州市"), (None, None)],
)
def test_the_region_is_the_recommenders_prefecture(
    records: Records, recommender: str | None, region: str | None
) -> None:
    assert records.create(APPLICANT, round="2026", recommender=recommender).region == region


def test_without_a_recommender_the_region_is_the_creators(records: Records) -> None:
    assert records.create(REVIEWER, round="2026").region == "南京市"


def test_ids_sort_by_time(records: Records) -> None:
    made = [draft(records).id for _ in range(5)]
    assert [each[:11] for each in made] == sorted(each[:11] for each in made)
    assert len(set(made)) == 5


def test_files_come_and_go_in_a_draft(records: Records) -> None:
    made = draft(records)
    added = records.add_document(APPLICANT, made.id, "组织建设\\e\u0301.pdf", sha256="b" * 64, size=1 << 40)
    assert (added.path, added.size) == ("组织建设/é.pdf", 1 << 40)
    assert records.add_document(APPLICANT, made.id, "组织建设/é.pdf", sha256="b" * 64, size=1 << 40) == added
    with pytest.raises(PathTakenError):
        records.add_document(APPLICANT, made.id, "组织建设/é.pdf", sha256=SHA, size=3)
    assert [each.path for each in records.documents(APPLICANT, made.id)] == ["申报表.xlsx", "组织建设/é.pdf"]
    records.remove_document(APPLICANT, made.id, "申报表.xlsx")
    assert records.documents(APPLICANT, made.id) == (added,)
    with pytest.raises(NotFoundError):
        records.remove_document(APPLICANT, made.id, "申报表.xlsx")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "a/../b",
        "..",
        "a//b",
        "./a",
        "C:/a",
        "C:\\a",
        "a\0b",
        "a\nb",
        "a/",
        " ",
        "\ud800",
        "a" * 256,
        "长" * 86,
        "/".join(["ab"] * 400),
    ],
)
def test_paths_that_leave_the_submission_or_fit_no_disk_are_refused(records: Records, path: str) -> None:
    made = draft(records)
    with pytest.raises(PathUnusableError):
        records.add_document(APPLICANT, made.id, path, sha256=SHA, size=1)
    assert len(records.documents(APPLICANT, made.id)) == 1


def test_what_is_handed_in_stays_as_it_is(records: Records) -> None:
    made = received(records)
    assert (made.state, made.version) == (State.RECEIVED, 2)
    assert made.submitted_at is not None
    with pytest.raises(NotInDraftError):
        records.add_document(APPLICANT, made.id, "b.pdf", sha256=SHA, size=1)
    with pytest.raises(NotInDraftError):
        records.remove_document(APPLICANT, made.id, "申报表.xlsx")
    with pytest.raises(IllegalMoveError):
        records.submit(APPLICANT, made.id, made.version)


def test_nothing_is_handed_in_without_a_file_or_unseen(records: Records) -> None:
    empty = records.create(APPLICANT, round="2026")
    with pytest.raises(NoDocumentsError):
        records.submit(APPLICANT, empty.id, empty.version)
    with pytest.raises(NoDocumentsError):
        records.move(APPLICANT, empty.id, State.RECEIVED, empty.version)
    made = draft(records)
    with pytest.raises(StaleError):
        records.submit(APPLICANT, made.id, made.version + 1)
    assert records.get(APPLICANT, made.id).submitted_at is None


def test_one_that_cannot_be_used_is_mended_and_handed_in_again(records: Records) -> None:
    there = brought_to(records, State.UNUSABLE)
    assert there.reason == "申报表打不开"
    reopened = records.reopen(APPLICANT, there.id, there.version)
    assert (reopened.state, reopened.reason) == (State.DRAFT, None)
    records.remove_document(APPLICANT, there.id, "申报表.xlsx")
    records.add_document(APPLICANT, there.id, "申报表.xlsx", sha256="e" * 64, size=4)
    again = records.submit(APPLICANT, there.id, reopened.version)
    assert (again.state, again.attempts) == (State.RECEIVED, 0)


def test_a_list_comes_in_pages_newest_first(records: Records) -> None:
    made = [draft(records).id for _ in range(5)]
    other = records.create(APPLICANT, round="2025")
    records.submit(APPLICANT, made[0], 1)
    seen: list[str] = []
    after = None
    for _ in made:
        page = records.list(APPLICANT, round="2026", after=after, limit=2)
        seen += [each.id for each in page.items]
        after = page.after
        if after is None:
            break
        assert len(page.items) == 2
    assert after is None
    assert seen == sorted(made, reverse=True)
    assert [each.id for each in records.list(OFFICE, state=State.RECEIVED).items] == [made[0]]
    assert [each.id for each in records.list(OFFICE, round="2025").items] == [other.id]
    assert records.count(APPLICANT, round="2026") == {State.DRAFT: 4, State.RECEIVED: 1}
