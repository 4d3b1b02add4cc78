"""A round is rescored from what is kept of it: no page is read, and its own standard changes nothing."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.rescoring import Outcome, Rescored, SubmissionChange
from dossier.principal import Principal, Role
from extractors.readers import ReaderPool
from flows.kept import verify_kept
from flows.progress import silent
from flows.rescore_round import rescore_round
from rubric import SHIPPED, Rubric, load
from tests.flows.office import OFFICER, Office
from vault.records.errors import NotAllowedError, NotFoundError


@pytest.fixture(scope="module")
def easy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A standard without gates, that anyone meets, and by which a 3A grade is worth less."""
    text = SHIPPED.read_text("utf-8")
    text = re.sub(r"^    gate: .*\n", "", text, flags=re.MULTILINE)
    text = text.replace("severity: gate", "severity: major")
    text = text.replace("threshold: 80", "threshold: 5").replace("3A: 4}", "3A: 1}")
    path = tmp_path_factory.mktemp("standards") / "易.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def round_(
    tmp_path_factory: pytest.TempPathFactory, submission: Path, easy: Path
) -> Iterator[tuple[Office, str, str]]:
    """An office, and two submissions: one verified by the shipped standard, one by the easy one. All originals are gone since."""
    data = tmp_path_factory.mktemp("office")
    office = Office.open(data)
    other = Office.open(data, rubric=easy)
    with ReaderPool(2) as pool:
        strict, lenient = office.submit(submission), office.submit(submission)
        with office.bench(pool) as bench:
            verify_kept(strict, bench)
        with other.bench(pool) as bench:
            verify_kept(lenient, bench)
    shutil.rmtree(data / "originals")
    yield office, strict, lenient
    office.records.close()
    other.records.close()


@pytest.fixture(autouse=True)
def nothing_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on no reading process starts."""

    def refuse(*_: object) -> None:
        raise AssertionError("a page was to be read")

    monkeypatch.setattr(ReaderPool, "__init__", refuse)


def rescored(office: Office, *standards: Rubric, own: Path | None = None) -> Rescored:
    named = [(f"{number}.yaml", standard) for number, standard in enumerate(standards)]
    return rescore_round(office, OFFICER, "2026", named, fallback=own, progress=silent)


def only(found: Rescored) -> SubmissionChange:
    ((change,),) = (each.submissions for each in found.what_ifs)
    return change


def test_under_its_own_standard_nothing_changes(round_: tuple[Office, str, str], easy: Path) -> None:
    office, strict, lenient = round_
    for own, submission in ((None, strict), (easy, lenient)):
        found = rescored(office, load(own), own=own)
        change = only(found)
        report = office.records.report(OFFICER, submission)
        assert (change.submission, change.outcome, change.reasons) == (submission, Outcome.SAME, ())
        assert (change.criteria, change.raised, change.settled) == ((), (), ())
        assert change.before == change.after == report.score
        assert found.altered == ()
        assert [each.sha256 for each in found.own] == [report.rubric.sha256]
        assert found.what_ifs[0].rules == ()


def test_who_would_pass_is_told_with_the_rules_that_do_it(
    round_: tuple[Office, str, str], easy: Path
) -> None:
    office, strict, _ = round_
    change = only(rescored(office, load(easy)))
    assert (change.outcome, change.before.eligible, change.after.eligible) == (Outcome.PASSES, "no", "yes")
    assert "不再有：自评总分 13 低于申报门槛 80" in change.reasons
    assert any(each.startswith("不再有：否决项 2.1") for each in change.reasons)
    (grade,) = (each for each in change.criteria if each.criterion == "2.6")
    assert grade.before is not None
    assert grade.after is not None
    assert grade.before.supported[1] > grade.after.supported[1]
    assert any("3A" in rule and "4 → 1" in rule for rule in grade.rules)
    assert (change.submission, change.city, change.state) == (strict, "南京市", "in_review")


def test_who_would_fall_is_told_too(round_: tuple[Office, str, str], easy: Path) -> None:
    office, _, lenient = round_
    found = rescored(office, load(), own=easy)
    change = only(found)
    assert (change.submission, change.outcome) == (lenient, Outcome.FALLS)
    assert "新出现：自评总分 13 低于申报门槛 80" in change.reasons
    assert found.what_ifs[0].counts[Outcome.FALLS] == 1
    assert {rule.field for rule in found.what_ifs[0].rules} >= {"申报门槛分", "否决项"}


def test_a_threshold_that_leaves_all_where_they_are_changes_nothing(
    round_: tuple[Office, str, str], tmp_path: Path
) -> None:
    office, _, _ = round_
    other = tmp_path / "b.yaml"
    other.write_text(SHIPPED.read_text("utf-8").replace("threshold: 80", "threshold: 81"), "utf-8")
    change = only(rescored(office, load(other)))
    assert (change.outcome, change.after.threshold) == (Outcome.SAME, 81)


def test_several_standards_at_once_give_what_each_gives_alone(
    round_: tuple[Office, str, str], easy: Path
) -> None:
    office, _, _ = round_
    together = rescored(office, load(), load(easy)).what_ifs
    assert together[0] == rescored(office, load()).what_ifs[0]
    assert together[1].model_copy(update={"file": "0.yaml"}) == rescored(office, load(easy)).what_ifs[0]
    assert rescored(office, load(easy)).model_dump_json() == rescored(office, load(easy)).model_dump_json()


def test_what_can_not_be_rescored_is_told(round_: tuple[Office, str, str], submission: Path) -> None:
    office, _, lenient = round_
    waiting = office.submit(submission)
    office.records.create(OFFICER, round="2026")
    found = rescored(office, load())
    assert {each.submission: each.reason for each in found.left_out} == {
        waiting: "还没有核验报告。",
        lenient: "报告所用的标准（2023.1）没有保存，无从比较。",
    }
    assert found.rescored == 1


def test_a_reading_that_is_gone_leaves_the_submission_out(
    round_: tuple[Office, str, str], tmp_path: Path
) -> None:
    office, strict, _ = round_
    bare = Office.open(tmp_path / "bare", database=f"sqlite:///{office.settings.data / 'hezheng.db'}")
    found = rescore_round(bare, OFFICER, "2026", [("a.yaml", load())], fallback=None, progress=silent)
    assert "没有完整读成" in next(each.reason for each in found.left_out if each.submission == strict)
    bare.records.close()


def test_only_who_sees_all_may_and_the_trail_tells(round_: tuple[Office, str, str]) -> None:
    office, _, _ = round_
    reviewer = Principal(id="r", name="审", role=Role.REVIEWER, region="南京市")
    with pytest.raises(NotAllowedError):
        rescore_round(office, reviewer, "2026", [], fallback=None, progress=silent)
    with pytest.raises(NotFoundError):
        rescore_round(office, OFFICER, "1999", [], fallback=None, progress=silent)
    rescored(office, load())
    auditor = Principal(id="a", name="审计", role=Role.AUDITOR)
    assert office.records.trail(auditor)[-1].action == "round.rescore"
