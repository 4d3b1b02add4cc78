"""Kept results: a key changes with all that the result depends on; what is torn is absent."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import rubric
from dossier.submission import Organization, Submission
from extractors.corrections import NONE, Correction, Corrections
from flows import kept_results, versions
from flows.options import StepOptions

HASH = "ab" * 32
DAY = date(2026, 11, 15)
ORGANIZATION = Organization(name="甲")
SUBMISSION = Submission(
    id="0" * 16, round="2026", organization=ORGANIZATION, claims=(), application="submission.json"
)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of code that can be changed."""
    root = tmp_path / "changing"
    (root / "data").mkdir(parents=True)
    (root / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    versions.code_digest.cache_clear()
    yield root
    sys.modules.pop("changing", None)
    versions.code_digest.cache_clear()


def test_facts_depend_on_content_name_and_applicant() -> None:
    keys = {
        kept_results.facts_key(HASH, "a.pdf", ORGANIZATION, NONE, DAY),
        kept_results.facts_key("cd" * 32, "a.pdf", ORGANIZATION, NONE, DAY),
        kept_results.facts_key(HASH, "b.pdf", ORGANIZATION, NONE, DAY),
        kept_results.facts_key(HASH, "a.pdf", Organization(name="乙"), NONE, DAY),
    }
    assert len(keys) == 4


def test_facts_depend_on_corrections_and_then_on_the_day() -> None:
    def key(corrections: Corrections, day: date) -> str:
        return kept_results.facts_key(HASH, "a.pdf", ORGANIZATION, corrections, day)

    row = Correction(list="outlets", name="某某新闻", meaning="county", by="张某", why="来函")
    some = Corrections(rows=(row,))
    other = Corrections(rows=(row.model_copy(update={"until": DAY}),))
    later = date(2026, 11, 16)
    assert len({key(NONE, DAY), key(some, DAY), key(other, DAY), key(some, later)}) == 4
    assert key(NONE, DAY) == key(NONE, later)


def test_findings_depend_on_submission_contents_facts_standard_and_day() -> None:
    standard = rubric.load()
    other = standard.model_copy(update={"sha256": "0" * 64})
    contents = {"a.pdf": HASH}
    day = date(2026, 11, 15)
    key = kept_results.verification_key
    keys = [
        key(SUBMISSION, contents, ["{}"], standard, day),
        key(SUBMISSION.model_copy(update={"round": "2027"}), contents, ["{}"], standard, day),
        key(SUBMISSION, {"b.pdf": HASH}, ["{}"], standard, day),
        key(SUBMISSION, contents, ["{}", "{}"], standard, day),
        key(SUBMISSION, contents, ["{}"], other, day),
        key(SUBMISSION, contents, ["{}"], standard, date(2026, 11, 16)),
    ]
    assert len(set(keys)) == len(keys)
    assert keys[0] == key(SUBMISSION, contents, ["{}"], standard, day)


def test_code_that_changes_makes_results_anew(package: Path) -> None:
    seen = {versions.code_digest("changing")}
    for place in (package / "__init__.py", package / "data" / "names.csv"):
        place.write_text("changed = 1\n")
        versions.code_digest.cache_clear()
        seen.add(versions.code_digest("changing"))
    assert len(seen) == 3


def test_compiled_code_is_no_change(package: Path) -> None:
    before = versions.code_digest("changing")
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "a.pyc").write_bytes(b"x")
    versions.code_digest.cache_clear()
    assert versions.code_digest("changing") == before


def test_only_packages_have_a_digest() -> None:
    for name in ("nothing_of_that_name", "json.decoder"):
        with pytest.raises(ModuleNotFoundError):
            versions.code_digest(name)


@pytest.mark.parametrize(
    ("content", "stays"), [(b'{"result": 1}', True), (b'{"result": ', False), (b"", False), (b"\xff", False)]
)
def test_a_torn_result_is_discarded(tmp_path: Path, content: bytes, *, stays: bool) -> None:
    (tmp_path / "key").write_bytes(content)
    kept_results.discard_torn(tmp_path / "key")
    assert (tmp_path / "key").exists() is stays


def test_a_result_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    kept_results.discard_torn(tmp_path / "key")


def test_a_flow_s_options_hold_in_any_working_folder() -> None:
    options = StepOptions.of(StepOptions(data=Path("data"), notice=Path("通知.txt"), workers=3))
    assert options.data == Path.cwd() / "data"
    assert options.notice == Path.cwd() / "通知.txt"
    assert options.workers == 3
    assert StepOptions.model_validate_json(options.model_dump_json()) == options
