"""`hezheng vault check` names the submission and the path; `hezheng vault copy` brings all to another store."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from hezheng import cli, settings
from tests.servers import ObjectStore
from tests.vault.records import office
from tests.vault.records.reports import report
from vault.blobs import Blobs
from vault.originals import Originals
from vault.records import open_records
from vault.report_files import ReportFileStore
from vault.stores import open_blobs

CONTENTS = {"申报表.xlsx": b"form", "证明/评估等级证书.pdf": b"certificate", "证明/表彰.jpg": b"honour"}


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def original(content: bytes) -> str:
    return f"originals/{sha256(content)[:2]}/{sha256(content)}"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEZHENG_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HEZHENG_KEEP_UNTIL", "2099-12-31")
    monkeypatch.setenv("HEZHENG_S3_ACCESS_KEY", ObjectStore.access_key)
    monkeypatch.setenv("HEZHENG_S3_SECRET_KEY", ObjectStore.secret_key)
    settings.load.cache_clear()
    yield tmp_path / "data"
    settings.load.cache_clear()


@pytest.fixture
def store(data: Path) -> Blobs:
    _ = data
    return open_blobs(settings.load())


@pytest.fixture
def submission(store: Blobs) -> str:
    """A submission with its files and a report."""
    chosen = settings.load()
    originals = Originals(store, chosen.keep_until)
    with closing(open_records(chosen)) as records:
        made = records.create(office.APPLICANT, round="2026", recommender="南京市总工会")
        for path, content in CONTENTS.items():
            originals.put(BytesIO(content), sha256=sha256(content), size=len(content))
            records.add_document(office.APPLICANT, made.id, path, sha256=sha256(content), size=len(content))
        records.submit(office.APPLICANT, made.id, made.version)
        run = records.take(made.id, "worker", office.LEASE)
        assert run is not None
        told = report(made.id)
        records.finish(run, told, {"json": ReportFileStore(store).put(told.to_json().encode())})
    return made.id


def alter(place: Path) -> None:
    place.chmod(0o600)
    place.write_bytes(b"altered")


def test_a_sound_store_is_told_as_sound(submission: str, capsys: pytest.CaptureFixture[str]) -> None:
    _ = submission
    assert cli.run(["vault", "check"]) == 0
    assert capsys.readouterr().out == "原件和报告齐全且未被改动：共 4 份。\n"


def test_what_is_missing_or_altered_is_named_by_submission_and_path(
    submission: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / original(b"certificate")).unlink()
    alter(data / original(b"honour"))
    (kept_report,) = (path for path in (data / "reports").rglob("*") if path.is_file())
    alter(kept_report)
    assert cli.run(["vault", "check"]) == 1
    out = capsys.readouterr().out
    assert f"✗ 缺失：证明/评估等级证书.pdf（申报 {submission}，{sha256(b'certificate')}）" in out
    assert (
        f"✗ 被改动：证明/表彰.jpg（申报 {submission}，{sha256(b'honour')}），现为 {sha256(b'altered')}" in out
    )
    assert f"✗ 被改动：report.json（申报 {submission}" in out
    assert "有 3 份缺失或被改动（记录中共 4 份）" in out
    assert "申报表.xlsx" not in out


def test_a_file_that_two_submissions_share_is_named_for_both(
    submission: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_records(settings.load())) as records:
        other = records.create(office.OFFICE, round="2026", recommender="苏州市总工会")
        records.add_document(office.OFFICE, other.id, "同一份.pdf", sha256=sha256(b"form"), size=4)
    (data / original(b"form")).unlink()
    assert cli.run(["vault", "check"]) == 1
    out = capsys.readouterr().out
    assert f"申报表.xlsx（申报 {submission}" in out
    assert f"同一份.pdf（申报 {other.id}" in out
    assert "有 1 份" in out


def test_members_of_archives_are_known_and_what_nobody_names_is_counted(
    submission: str, store: Blobs, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report names members by hash; `c…` and `d…` of the made report aren't kept, which is no fault."""
    _ = submission
    for content in (b"left from a draft", b"and another"):
        Originals(store).put(BytesIO(content), sha256=sha256(content), size=len(content))
    assert cli.run(["vault", "check"]) == 0
    out = capsys.readouterr().out
    assert "齐全" in out
    assert "另有 2 份没有记录提及" in out


def test_all_goes_to_a_bucket_and_back(
    submission: str,
    data: Path,
    tmp_path: Path,
    object_store: ObjectStore,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _ = submission
    bucket = object_store.new_bucket()
    address = f"http://{object_store.endpoint}/{bucket}"
    assert cli.run(["vault", "copy", "--to", address]) == 0
    out = capsys.readouterr().out
    assert "原件：复制 3 份（0.0 MB），原已在 0 份。" in out
    assert "报告：复制 1 份" in out
    assert "全部内容都已在去处并核对无误" in out
    assert cli.run(["vault", "copy", "--from", address, "--to", str(tmp_path / "back")]) == 0
    assert "原件：复制 3 份" in capsys.readouterr().out
    assert cli.run(["vault", "copy", "--to", address]) == 0
    assert "原件：复制 0 份（0.0 MB），原已在 3 份。" in capsys.readouterr().out

    for folder in ("originals", "reports"):
        shutil.rmtree(data / folder)
    assert cli.run(["vault", "check"]) == 1
    for name, value in (("ENDPOINT", object_store.endpoint), ("BUCKET", bucket), ("SECURE", "false")):
        monkeypatch.setenv(f"HEZHENG_S3_{name}", value)
    settings.load.cache_clear()
    assert cli.run(["vault", "check"]) == 0


def test_altered_content_is_not_copied(
    submission: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _ = submission
    alter(data / original(b"form"))
    assert cli.run(["vault", "copy", "--to", str(tmp_path / "other")]) == 1
    out = capsys.readouterr().out
    assert f"✗ 来处的内容已被改动，没有复制：{original(b'form')}" in out
    assert "有 1 份没有复制" in out
    assert not (tmp_path / "other" / original(b"form")).exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "来处和去处是同一个：设置中的存储"),
        (["--from", "a", "--to", "a"], "来处和去处是同一个：a"),
        (["--from", "nowhere"], "没有这个文件夹：nowhere"),
        (["--to", "http://127.0.0.1:1/bucket"], "对象存储没有应答：127.0.0.1:1"),
    ],
)
@pytest.mark.usefixtures("data")
def test_a_copy_that_can_not_be_is_told(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["vault", "copy", *arguments]) == 2
    assert told in capsys.readouterr().err
