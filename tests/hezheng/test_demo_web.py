"""The demo's people and submissions, without the serving."""

from pathlib import Path

import pytest

from dossier.principal import Role
from dossier.standards import Answer
from dossier.state import State
from flows.in_force import corrections_now, standard_on
from hezheng.commands import demo_web
from hezheng.commands.verifying import EXAMPLES
from hezheng.service import Service
from tests.review.api.office import settings_in


def test_there_is_someone_of_each_role_whose_password_opens_the_door(tmp_path: Path) -> None:
    service = Service.open(settings_in(tmp_path), trigger=lambda _: None)
    try:
        words = demo_web.put_people(service.records, demo_web.PEOPLE)
        assert {person.role for person in demo_web.PEOPLE} == set(Role) - {Role.WORKER}
        for user in ("applicant", "admin"):
            found = service.records.check_password(user, words[user], address="127.0.0.1")
            assert (found.user.id, found.second_factor) == (user, False)
        again = demo_web.put_people(service.records, demo_web.PEOPLE)
        assert not set(again.values()) & set(words.values())
    finally:
        service.close()


def test_the_examples_are_handed_in_whole_and_a_draft_in_part(tmp_path: Path) -> None:
    service = Service.open(settings_in(tmp_path), trigger=lambda _: None)
    try:
        for person in demo_web.PEOPLE:
            service.records.put_user("test", person)
        office = service.records.user("office")
        found = {}
        for example in demo_web.SUBMISSIONS:
            made = demo_web.hand_in(service, example, EXAMPLES / example.folder)
            found[made] = service.records.get(office, made)
            kept = service.records.documents(service.records.user(example.owner), made)
            assert all(service.originals.has(document.sha256) for document in kept)
            files = [each for each in (EXAMPLES / example.folder).rglob("*") if each.is_file()]
            assert len(kept) == (example.files or len(files))
        states = [record.state for record in found.values()]
        assert states == [State.RECEIVED, State.RECEIVED, State.DRAFT]
        assert [record.region for record in found.values()] == ["南通市", "苏州市", "南通市"]
    finally:
        service.close()


def test_a_standard_waits_for_a_second_person_and_an_outlet_is_known(tmp_path: Path) -> None:
    service = Service.open(settings_in(tmp_path), trigger=lambda _: None)
    try:
        for person in demo_web.PEOPLE:
            service.records.put_user("test", person)
        demo_web.put_rules(service.records)
        second = service.records.user("office-second")
        (proposed,) = service.records.enactments(second)
        assert (proposed.by, proposed.answer, proposed.since) == ("office", None, demo_web.NEXT_ROUND)
        service.records.answer_proposal(second, proposed.number, Answer.AGREED)
        assert standard_on(service.records, None, demo_web.NEXT_ROUND).round.threshold == 85
        (row,) = corrections_now(service.records, service.settings).rows
        assert (row.list, row.meaning) == ("outlets", "prefecture")
    finally:
        service.close()


def test_an_office_s_env_file_is_not_used_for_a_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("HEZHENG_S3_ENDPOINT=store.example:9000\n")
    monkeypatch.chdir(tmp_path)
    for name in (*demo_web.EMBEDDED, "DATA", "SECOND_FACTOR_FOR"):
        monkeypatch.setenv(f"HEZHENG_{name}", "")
    demo_web.settings.load.cache_clear()
    with pytest.raises(demo_web.DemoCallError) as caught:
        demo_web.demo_web()
    assert "HEZHENG_S3_ENDPOINT" in caught.value.what
    demo_web.settings.load.cache_clear()
