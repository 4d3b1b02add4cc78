"""Drafts, rewritten by their owners alone, and only while they are drafts."""

import json

import pytest

from dossier.submission import Organization
from tests.vault.records.office import APPLICANT, AUDITOR, OFFICE, REVIEWER, asked, draft, person, received
from vault.records import Records
from vault.records.errors import NotAllowedError, NotFoundError, NotInDraftError

ORGANIZATION = Organization(name="苏州市职工之家")
APPLICATION = {"claims": [{"criterion": "2.6", "points": 6}, "nonsense"]}


def test_a_draft_says_what_its_owner_writes_and_goes_to_the_recommender_s_city(records: Records) -> None:
    made = draft(records)
    written = records.write_draft(
        APPLICANT,
        made.id,
        organization=ORGANIZATION,
        recommender="苏州市总工会",
        application=APPLICATION,  # pyright: ignore[reportArgumentType] - as a program sent it
    )
    assert (written.organization, written.region) == (ORGANIZATION, "苏州市")
    assert (written.application, written.version) == (APPLICATION, made.version)
    assert records.get(APPLICANT, made.id) == written
    with pytest.raises(NotFoundError):
        records.get(REVIEWER, made.id)
    noted = records.trail(AUDITOR, limit=1000)[-1]
    assert (noted.action, json.loads(noted.detail)["points"]) == ("submission.write", {"2.6": 6})
    again = records.write_draft(
        APPLICANT,
        made.id,
        organization=ORGANIZATION,
        recommender="苏州市总工会",
        application=written.application,
    )
    assert again == written
    assert records.trail(AUDITOR, limit=1000)[-1] == noted


def test_what_was_handed_in_stays_as_it_was(records: Records) -> None:
    for there in (received(records), asked(records)):
        with pytest.raises(NotInDraftError):
            records.write_draft(
                APPLICANT, there.id, organization=ORGANIZATION, recommender=None, application=None
            )
        assert records.get(APPLICANT, there.id) == there


def test_nobody_writes_another_s_draft_but_who_acts_for_others(records: Records) -> None:
    made = draft(records)
    stranger = person(APPLICANT.role, "stranger")
    for who, refusal in ((stranger, NotFoundError), (REVIEWER, NotAllowedError)):
        with pytest.raises(refusal):
            records.write_draft(who, made.id, organization=ORGANIZATION, recommender=None, application=None)
    written = records.write_draft(
        OFFICE, made.id, organization=ORGANIZATION, recommender=None, application=None
    )
    assert (written.owner, written.organization) == (APPLICANT.id, ORGANIZATION)
