"""What the office puts in force is what the next verification goes by, on every host and without a restart."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import rubric
from dossier.principal import SCOPES, Principal, Role
from dossier.standards import Answer, Proposal
from extractors.readers import ReaderPool
from flows.in_force import corrections_now, standard_of, standard_on
from flows.kept import Outcome, verify_kept
from rubric import RubricError
from tests.flows.office import OFFICER, Office

SECOND = Principal(id="second", name="复核人", role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])
DAY = date(2026, 1, 1)
OTHER = rubric.SHIPPED.read_bytes().replace(b'version: "2023.1"', b'version: "2026.9"')
ROW = "{}\tprefecture\t\t\t李某\t来函\n"
HEAD = "name\tlevel\tfrom\tuntil\tby\twhy\n"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office.open(tmp_path / "data")
    yield made
    made.records.close()


def enact(office: Office, content: bytes, since: date = DAY) -> str:
    kept = office.records.add_standard(
        OFFICER, content, id="j", version="2026.9", title="标准", provisional=True, file="标准.yaml"
    )
    made = office.records.propose_standard(
        OFFICER, Proposal(sha256=kept.sha256, since=since, reason="正式表格")
    )
    office.records.answer_proposal(SECOND, made.number, Answer.AGREED)
    return kept.sha256


def test_the_standard_of_the_records_goes_before_that_of_the_settings(office: Office, tmp_path: Path) -> None:
    assert standard_on(office.records, None, DAY) == rubric.load()
    own = tmp_path / "自备.yaml"
    own.write_bytes(OTHER.replace(b"2026.9", b"2025.1"))
    assert standard_on(office.records, own, DAY).version == "2025.1"
    sha256 = enact(office, OTHER)
    assert standard_on(office.records, own, DAY).sha256 == sha256
    assert standard_on(office.records, own, DAY - timedelta(days=1)).version == "2025.1"
    assert standard_of(office.records, own, sha256, date.min).version == "2026.9"
    assert standard_of(office.records, own, "0" * 64, date.min).version == "2025.1"


def test_one_that_this_program_can_not_read_is_no_reason_to_take_another(office: Office) -> None:
    enact(office, b"id: of a newer program")
    with pytest.raises(RubricError):
        standard_on(office.records, None, DAY)


def test_each_list_comes_from_the_records_once_it_was_changed_there(office: Office) -> None:
    folder = office.settings.data / "corrections"
    folder.mkdir()
    (folder / "outlets.tsv").write_text(HEAD + ROW.format("甲晚报") + ROW.format("短"), "utf-8")
    (folder / "authorities.tsv").write_text(HEAD + ROW.format("某某委员会"), "utf-8")
    assert [row.name for row in corrections_now(office.records, office.settings).rows] == [
        "某某委员会",
        "甲晚报",
    ]
    office.records.change_list(OFFICER, "outlets", 0, HEAD + ROW.format("乙晚报"), note="改名")
    found = corrections_now(office.records, office.settings)
    assert [row.name for row in found.rows] == ["某某委员会", "乙晚报"]
    assert found.refused == ()
    office.records.change_list(OFFICER, "authorities", 0, HEAD, note="清空")
    assert [row.name for row in corrections_now(office.records, office.settings).rows] == ["乙晚报"]


def test_a_run_goes_by_both(submission: Path, office: Office) -> None:
    with ReaderPool(1) as pool, office.bench(pool) as bench:
        before = office.submit(submission)
        assert verify_kept(before, bench) is Outcome.FINISHED
        sha256 = enact(office, OTHER)
        office.records.change_list(OFFICER, "outlets", 0, HEAD + ROW.format("乙晚报"), note="改名")
        after = office.submit(submission)
        assert verify_kept(after, bench) is Outcome.FINISHED
    first, second = (json.loads(office.report(each)) for each in (before, after))
    assert (first["rubric"]["version"], second["rubric"]["version"]) == ("2023.1", "2026.9")
    assert second["rubric"]["sha256"] == sha256
    assert "+corrections:" not in first["extractor"]
    assert "+corrections:" in second["extractor"]
