"""What a folder with a submission.json is taken in as."""

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from flows import errors
from flows.intake import load_submission
from flows.listing import content_hash

Make = Callable[..., Path]


def test_a_sound_folder_becomes_a_submission_with_its_files(folder: Make, criteria: Any) -> None:
    submission, files = load_submission(folder(), criteria)
    assert submission.organization.name == "南京市蓝海职工服务中心"
    assert submission.round == "2026"
    assert submission.submitted_at == datetime.fromisoformat("2026-11-15T10:00:00+08:00")
    assert [(claim.criterion, claim.points) for claim in submission.claims] == [("2.6", 6.0), ("6.1", 4.5)]
    assert submission.claims[0].files == ("组织建设/评估等级证书.jpg",)
    assert submission.claimed_total == 10.5
    assert (submission.application, submission.origin) == ("submission.json", "json")
    assert [name for name, _ in files] == ["登记证书.pdf", "组织建设/评估等级证书.jpg"]
    assert all(path.is_file() for _, path in files)


def test_the_id_hangs_on_names_and_contents_only(folder: Make, criteria: Any) -> None:
    first, second = folder(name="甲"), folder(name="乙")
    identity = load_submission(first, criteria)[0].id
    assert len(identity) == 16
    assert load_submission(second, criteria)[0].id == identity
    (second / "登记证书.pdf").write_bytes(b"other")
    assert load_submission(second, criteria)[0].id != identity


def test_what_systems_leave_behind_is_no_evidence(folder: Make, criteria: Any) -> None:
    root = folder()
    identity = load_submission(root, criteria)[0].id
    for name in (
        ".DS_Store",
        "Thumbs.db",
        "~$登记证书.docx",
        "desktop.ini",
        "__MACOSX/._登记证书.pdf",
        ".git/config",
    ):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(b"noise")
    submission, files = load_submission(root, criteria)
    assert submission.id == identity
    assert len(files) == 2


def test_a_folder_that_wraps_everything_is_not_part_of_the_names(
    folder: Make, criteria: Any, tmp_path: Path
) -> None:
    outer = tmp_path / "outer"
    (outer / "2026").mkdir(parents=True)
    folder().rename(outer / "2026" / "材料")
    submission, files = load_submission(outer, criteria)
    assert submission.application == "submission.json"
    assert files[0][0] == "登记证书.pdf"


def test_files_that_a_claim_names_but_nobody_handed_in_are_kept_for_the_verifier(
    folder: Make, criteria: Any, application: dict[str, Any]
) -> None:
    application["claims"][0]["files"] = ["没有.pdf", "../外面.pdf"]
    submission, _ = load_submission(folder(application), criteria)
    assert submission.claims[0].files == ("没有.pdf", "../外面.pdf")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("组织建设\\评估等级证书.jpg", "组织建设/评估等级证书.jpg"),
        ("./登记证书.pdf", "登记证书.pdf"),
        ("登记证书.PDF", "登记证书.pdf"),
        ("登记证书.pdf!/内.pdf", "登记证书.pdf!/内.pdf"),
    ],
)
def test_names_written_on_another_system_find_their_file(
    folder: Make, criteria: Any, application: dict[str, Any], written: str, meant: str
) -> None:
    application["claims"][0]["files"] = [written]
    submission, _ = load_submission(folder(application), criteria)
    assert submission.claims[0].files == (meant,)


def test_links_that_lead_out_or_nowhere_are_left_out(folder: Make, criteria: Any, tmp_path: Path) -> None:
    root = folder()
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    (root / "外面.pdf").symlink_to(tmp_path / "secret.pdf")
    (root / "没有.pdf").symlink_to(root / "gone.pdf")
    (root / "绕圈.pdf").symlink_to(root / "绕圈.pdf")
    (root / "里面.pdf").symlink_to(root / "登记证书.pdf")
    _, files = load_submission(root, criteria)
    assert [name for name, _ in files] == ["登记证书.pdf", "组织建设/评估等级证书.jpg", "里面.pdf"]


def test_composed_and_decomposed_names_are_one_name(
    folder: Make, criteria: Any, application: dict[str, Any]
) -> None:
    application["claims"][0]["files"] = ["caf\u00e9.pdf"]
    root = folder(application)
    (root / "cafe\u0301.pdf").write_bytes(b"pdf")
    submission, files = load_submission(root, criteria)
    assert submission.claims[0].files[0] in dict(files)


def test_names_that_differ_in_composition_only_stay_two_files(folder: Make, criteria: Any) -> None:
    root = folder()
    (root / "cafe\u0301.pdf").write_bytes(b"one")
    (root / "caf\u00e9.pdf").write_bytes(b"two")
    assert len(load_submission(root, criteria)[1]) == 4


def test_pipes_are_no_files(folder: Make, criteria: Any) -> None:
    root = folder()
    os.mkfifo(root / "pipe.pdf")
    assert len(load_submission(root, criteria)[1]) == 2


def test_nothing_is_written_beside_the_originals(folder: Make, criteria: Any) -> None:
    root = folder()
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    load_submission(root, criteria)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_a_date_without_a_time_or_zone_is_chinas(
    folder: Make, criteria: Any, application: dict[str, Any]
) -> None:
    application["submitted_at"] = "2026-11-15"
    submission, _ = load_submission(folder(application), criteria)
    assert submission.submitted_at is not None
    assert submission.submitted_at.isoformat() == "2026-11-15T00:00:00+08:00"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_chinese_editors_are_read(
    folder: Make, criteria: Any, application: dict[str, Any], encoding: str
) -> None:
    raw = json.dumps(application, ensure_ascii=False).encode(encoding)
    assert load_submission(folder(raw=raw), criteria)[0].organization.name == "南京市蓝海职工服务中心"


def test_names_that_nobody_here_knows_are_left_alone(
    folder: Make, criteria: Any, application: dict[str, Any]
) -> None:
    application["contact"] = {"phone": "025"}
    assert load_submission(folder(application), criteria)[0].round == "2026"


@pytest.mark.parametrize(
    ("raw", "line", "reason"),
    [
        (b"", 1, "空的"),
        (b'{\n  "round": "2026",\n}', 3, "逗号"),
        (b'{\n  "round" "2026"}', 2, "冒号"),
        (b'{"round": "2026"', 1, "括号"),
        (b"{} {}", 1, "多余"),
        (b"[" * 100_000, 1, "格式不对"),
    ],
)
def test_broken_json_is_told_with_its_line(
    folder: Make, criteria: Any, raw: bytes, line: int, reason: str
) -> None:
    with pytest.raises(errors.ApplicationBrokenError) as caught:
        load_submission(folder(raw=raw), criteria)
    assert f"第 {line} 行" in caught.value.where
    assert reason in caught.value.where


def test_a_name_written_twice_is_refused(folder: Make, criteria: Any) -> None:
    with pytest.raises(errors.ApplicationBrokenError, match="claims"):
        load_submission(folder(raw=b'{"claims": [], "claims": []}'), criteria)


def _change(application: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    for place, value in change.items():
        target: Any = application
        *way, last = place.split("/")
        for step in way:
            target = target[int(step)] if isinstance(target, list) else target[step]
        if value is ...:
            del target[last]
        else:
            target[last] = value
    return application


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"round": ...}, "round：没有填写"),
        ({"round": 2026}, "round：应为文字（加双引号），现为 2026"),
        ({"organization": ...}, "organization：没有填写"),
        ({"organization/name": "  "}, "organization.name：不能为空"),
        ({"organization": []}, "organization：应为一组名称和值"),
        ({"claims": {}}, "claims：应为列表"),
        ({"claims/1/points": "4.5"}, "claims[1].points：应为数字，现为文字“4.5”"),
        ({"claims/1/points": True}, "claims[1].points：应为数字，现为 true"),
        ({"claims/1/points": -1}, "claims[1].points：不能是负数，现为 -1"),
        ({"claims/1/points": float("nan")}, "claims[1].points：应为普通数字，现为 nan"),
        ({"claims/1/points": float("inf")}, "claims[1].points：应为普通数字，现为 inf"),
        ({"claims/1/criterion": "2.9"}, "claims[1].criterion：没有编号为 2.9 的标准，是否想写 2."),
        (
            {"claims/1/criterion": "2.6"},
            "claims[1].criterion：标准 2.6 申报了两次（另一处：claims[0].criterion）",
        ),
        ({"claims/1/files": "a.jpg"}, "claims[1].files：应为列表（方括号），现为文字“a.jpg”"),
        ({"submitted_at": "2026/11/15"}, "submitted_at：时间写法不对"),
        ({"submitted_at": 20261115}, "submitted_at：应为文字写的时间"),
        ({"claimed_total": "92"}, "claimed_total：应为数字，现为文字“92”"),
        (
            {"claimed_totle": 92, "claimed_total": ...},
            "claimed_total：没有 claimed_totle 这一项，是否想写 claimed_total",
        ),
    ],
)
def test_each_mistake_is_told_with_its_place(
    folder: Make, criteria: Any, application: dict[str, Any], change: dict[str, Any], told: str
) -> None:
    with pytest.raises(errors.ApplicationInvalidError) as caught:
        load_submission(folder(_change(application, change)), criteria)
    assert told in caught.value.where
    assert "1 处" in caught.value.what
    assert len(caught.value.lines) == 3


def test_many_mistakes_are_counted(folder: Make, criteria: Any) -> None:
    with pytest.raises(errors.ApplicationInvalidError) as caught:
        load_submission(folder({"claims": [3, 4, 5]}), criteria)
    assert "5 处" in caught.value.what
    assert "另有 3 处" in caught.value.where


def test_a_json_value_that_is_no_application_is_refused(folder: Make, criteria: Any) -> None:
    with pytest.raises(errors.ApplicationInvalidError, match="1 处"):
        load_submission(folder(raw=b"[1]"), criteria)


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("无", None, errors.PathMissingError),
        ("材料.rar", b"Rar!", errors.NotASubmissionError),
        ("submission.json", b"{}", errors.NotASubmissionError),
        ("扫描.pdf", b"%PDF", errors.NotASubmissionError),
        ("材料.zip", b"PK not really", errors.ArchiveBrokenError),
    ],
)
def test_paths_that_are_no_submission_are_told_apart(
    tmp_path: Path, criteria: Any, name: str, content: bytes | None, error: type[errors.IntakeError]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(error) as caught:
        load_submission(tmp_path / name, criteria)
    assert caught.value.advice
    assert caught.value.exit_code == 2


def test_an_empty_folder_and_one_without_an_application_are_told_apart(tmp_path: Path, criteria: Any) -> None:
    with pytest.raises(errors.EmptySubmissionError):
        load_submission(tmp_path, criteria)
    (tmp_path / "证书.pdf").write_bytes(b"pdf")
    with pytest.raises(errors.ApplicationMissingError, match="没有申报表"):
        load_submission(tmp_path, criteria)


def test_two_applications_side_by_side_are_refused(folder: Make, criteria: Any, tmp_path: Path) -> None:
    both = tmp_path / "both"
    both.mkdir()
    folder(name="甲").rename(both / "甲")
    folder(name="乙").rename(both / "乙")
    with pytest.raises(errors.ApplicationAmbiguousError, match=r"乙/submission\.json"):
        load_submission(both, criteria)


def test_the_outermost_application_comes_first(folder: Make, criteria: Any) -> None:
    root = folder()
    (root / "组织建设" / "submission.json").write_bytes(b"{}")
    submission, files = load_submission(root, criteria)
    assert submission.application == "submission.json"
    assert "组织建设/submission.json" in [name for name, _ in files]


def test_too_many_files_are_refused(folder: Make, criteria: Any) -> None:
    with pytest.raises(errors.TooManyFilesError, match="超过 2 个"):
        load_submission(folder(), criteria, member_limit=2)


def test_a_file_that_can_not_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(errors.UnreadableFileError, match=r"登记证书\.pdf"):
        content_hash("登记证书.pdf", tmp_path / "gone")
