"""The steps walked directly: what is read, what isn't, and what comes out."""

import json
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dossier.dates import CHINA
from dossier.page import Problem, ProblemCode, Reading
from dossier.report import Report
from dossier.submission import Organization, Submission
from extractors.readers import READER_VERSION
from flows import messages, steps
from flows.errors import PathMissingError
from flows.options import StepOptions
from flows.progress import silent
from flows.publisher import PageSource
from rubric import Rubric
from tests.flows import publishers, submissions

STAGES = [
    messages.STAGE_INTAKE,
    messages.STAGE_READING,
    messages.STAGE_CHECKING,
    messages.STAGE_REPORTING,
]


@pytest.fixture
def options(tmp_path: Path) -> StepOptions:
    return StepOptions(data=tmp_path / "data", workers=2)


def walk(path: Path, out: Path, options: StepOptions, **change: Any) -> tuple[Report, Any]:
    values: dict[str, Any] = {
        "as_of": None,
        "rubric_path": None,
        "out": out,
        "settings": options,
        "progress": silent,
        "publish": publishers.plain,
    }
    return steps.verify_submission(path, **(values | change))


def sent(moment: datetime | None) -> Submission:
    return Submission(
        id="0" * 16,
        round="2026",
        organization=Organization(name=submissions.ORGANIZATION),
        submitted_at=moment,
        claims=(),
        application="submission.json",
    )


def test_the_same_submission_gives_the_same_bytes_and_is_read_once(
    submission: Path, expected: bytes, tmp_path: Path, options: StepOptions, asked: list[str]
) -> None:
    assert walk(submission, tmp_path / "一", options)[1].read_bytes() == expected
    assert len(asked) == submissions.CONTENTS
    asked.clear()
    assert walk(submission, tmp_path / "二", options)[1].read_bytes() == expected
    assert asked == []


def test_a_zip_gives_the_same_report_as_its_folder(
    submission: Path, expected: bytes, tmp_path: Path, options: StepOptions
) -> None:
    packed = tmp_path / "材料.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in submission.rglob("*"):
            archive.write(path, path.relative_to(submission))
    assert walk(packed, tmp_path / "out", options)[1].read_bytes() == expected


def test_one_file_that_can_not_be_read_takes_nothing_from_the_others(expected: bytes) -> None:
    report = json.loads(expected)
    documents = {each["path"]: each for each in report["documents"]}
    assert documents["损坏.pdf"]["pages"] == 0
    assert documents["附件.zip!/会议记录.txt"]["pages"] == 1
    assert [
        each["document"] for each in report["discrepancies"] if each["code"] == "unreadable_document"
    ] == ["损坏.pdf"]
    assert any(fact["document"] == "组织建设/评估等级证书.pdf" for fact in report["facts"])


def test_a_content_with_two_names_is_read_once(
    tmp_path: Path, options: StepOptions, asked: list[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("同样的内容", encoding="utf-8")
    files = [(name, tmp_path / name) for name in ("a.txt", "b.txt")]
    readings = steps.read_files(files, steps.reading_store(options.data), steps.reader_pool(2), silent)
    assert asked == ["a.txt"]
    assert readings["a.txt"] == readings["b.txt"]


def test_a_reading_on_which_a_process_died_is_not_kept(
    tmp_path: Path, options: StepOptions, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("内容", encoding="utf-8")
    files = [("a.txt", tmp_path / "a.txt")]
    store, pool = steps.reading_store(options.data), steps.reader_pool(2)
    with monkeypatch.context() as patch:
        patch.setattr(steps, "lasting", lambda _: False)
        steps.read_files(files, store, pool, silent)
    steps.read_files(files, store, pool, silent)
    assert asked == ["a.txt", "a.txt"]


@pytest.mark.parametrize(
    ("code", "lasts"),
    [(ProblemCode.CORRUPT, True), (ProblemCode.ENCRYPTED, True), (ProblemCode.READER_FAILED, False)],
)
def test_a_file_s_own_faults_last_and_a_process_s_do_not(code: ProblemCode, *, lasts: bool) -> None:
    problem = Problem(code=code, message="……")
    reading = Reading(
        sha256="0" * 64, reader=READER_VERSION, media_type="application/pdf", pages=(), problems=(problem,)
    )
    assert steps.lasting(reading) is lasts


def test_members_of_an_archive_stand_for_it_and_what_is_refused_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "包.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("里/甲.txt", "甲")
        archive.writestr("炸弹.txt", b"0" * (60 << 20))
    (tmp_path / "乙.txt").write_text("乙", encoding="utf-8")
    files, refused = steps.unpack_inner(
        [("乙.txt", tmp_path / "乙.txt"), ("包.zip", tmp_path / "包.zip")], tmp_path / "work"
    )
    assert [name for name, _ in files] == ["乙.txt", "包.zip!/里/甲.txt"]
    assert [name for name, _ in refused] == ["包.zip!/炸弹.txt"]
    assert [problem.code for _, reading in refused for problem in reading.problems] == [ProblemCode.TOO_LARGE]


def test_the_reference_date_is_the_day_of_submission_in_china() -> None:
    assert steps.reference_date(sent(datetime(2026, 11, 15, 20, 0, tzinfo=UTC))) == date(2026, 11, 16)
    assert steps.reference_date(sent(datetime(2026, 11, 15, 20, 0))) == date(2026, 11, 15)  # noqa: DTZ001


def test_without_a_day_of_submission_the_reference_date_is_today() -> None:
    before = datetime.now(CHINA).date()
    assert before <= steps.reference_date(sent(None)) <= datetime.now(CHINA).date()


def test_progress_names_the_stages_in_their_order_and_counts_pages(
    submission: Path, tmp_path: Path, options: StepOptions
) -> None:
    told: list[tuple[str, int, int]] = []
    walk(submission, tmp_path / "out", options, progress=lambda *call: told.append(call))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == STAGES
    pages = [(done, total) for stage, done, total in told if stage == messages.STAGE_READING]
    assert pages[0] == (0, 0)
    assert pages[-1] == (6, 6)


def test_the_publisher_is_given_pages_to_look_at(
    submission: Path, tmp_path: Path, options: StepOptions
) -> None:
    sizes: list[tuple[int, int] | None] = []

    def look(_: Report, out: Path, *, pages: PageSource, rubric: Rubric, notice: Path | None) -> Path:
        assert rubric.sha256
        assert notice is None
        for document, page in (
            ("组织建设/评估等级证书.pdf", 1),
            ("组织建设/评估等级证书.pdf", 2),
            ("损坏.pdf", 1),
            ("没有.pdf", 1),
        ):
            image = pages.image(document, page)
            sizes.append(image.size if image is not None else None)
        return out

    assert walk(submission, tmp_path / "out", options, publish=look)[1] == tmp_path / "out"
    assert sizes[0] is not None
    assert sizes[0][0] < sizes[0][1]
    assert sizes[1:] == [None, None, None]


def test_a_page_that_can_not_be_drawn_is_left_out(tmp_path: Path, options: StepOptions) -> None:
    (tmp_path / "a.txt").write_text("内容", encoding="utf-8")
    files = [("a.txt", tmp_path / "a.txt")]
    pool = steps.reader_pool(2)
    readings = steps.read_files(files, steps.reading_store(options.data), pool, silent)
    foreign = {"a.txt": readings["a.txt"].model_copy(update={"media_type": "image/png"})}
    assert steps.SubmissionPages(files, foreign.get, pool).image("a.txt", 1) is None


def test_nothing_is_left_where_archives_were_unpacked(
    submission: Path, tmp_path: Path, options: StepOptions
) -> None:
    walk(submission, tmp_path / "out", options)
    with pytest.raises(PathMissingError):
        walk(tmp_path / "没有", tmp_path / "out", options)
    assert list((options.data / steps.WORK).iterdir()) == []


def test_a_run_that_was_killed_is_finished_by_the_next(
    submission: Path,
    expected: bytes,
    tmp_path: Path,
    options: StepOptions,
    asked: list[str],
    kill: Callable[..., None],
) -> None:
    kill("direct", submission, tmp_path / "out", options.data, readings=3)
    assert not (tmp_path / "out").exists()
    assert walk(submission, tmp_path / "out", options)[1].read_bytes() == expected
    assert len(asked) == submissions.CONTENTS - 3
    assert list((options.data / steps.WORK).iterdir()) == []


def test_loose_files_are_read_and_told(submission: Path, options: StepOptions) -> None:
    files = [(name, submission / name) for name in ("组织建设/评估等级证书.pdf", "附件.zip")]
    documents, facts = steps.read(
        files, organization=submissions.ORGANIZATION, settings=options, progress=silent
    )
    assert [each.path for each in documents] == ["组织建设/评估等级证书.pdf", "附件.zip!/会议记录.txt"]
    assert {"grade", "organization_name"} <= {fact.name for fact in facts}
