"""An export of the portal is taken in: what fits once, what doesn't with its reason, whatever happens in between."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import SecretStr

from dossier.state import State
from extractors.readers import ReaderPool
from flows import importing, steps
from flows.importing import Importer, Line, Outcome, told_now, wait_until_verified
from flows.kept import verify_kept
from flows.progress import silent
from tests.flows.office import OFFICER, Office
from vault.blobs import StoreUnreachableError
from vault.blobs_minio_client import Client
from vault.exports import Export, ExportError, FolderExport, open_export
from vault.records.errors import NotFoundError

ROOT = Path(steps.__file__).resolve().parents[1]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office.open(tmp_path / "data")
    yield made
    made.records.close()


def application(name: str, **other: Any) -> str:
    told = {
        "round": "2026",
        "organization": {"name": name},
        "recommender": "南京市总工会",
        "claims": [{"criterion": "5.1", "points": 5, "files": ["总结.txt"]}],
    }
    return json.dumps(told | other, ensure_ascii=False)


def entry(export: Path, name: str, organization: str | None = None, **other: Any) -> Path:
    folder = export / name
    folder.mkdir(parents=True)
    (folder / "submission.json").write_text(application(organization or name, **other), "utf-8")
    (folder / "总结.txt").write_text(f"{name}\n2025年度工作总结\n", "utf-8")
    return folder


def packed(folder: Path) -> Path:
    with zipfile.ZipFile(folder.with_suffix(".zip"), "w") as made:
        for path in sorted(folder.iterdir()):
            made.write(path, path.name)
    return folder.with_suffix(".zip")


def run(office: Office, export: Export | Path) -> dict[str, Line]:
    source = FolderExport(export) if isinstance(export, Path) else export
    importer = Importer(office, OFFICER, source, "2026", settings=office.settings)
    lines = list(importer.run(importer.entries(), silent))
    assert len({line.entry for line in lines}) == len(lines)
    return {line.entry: line for line in lines}


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Two that fit, one of them packed; and whatever else lies in exports."""
    root = tmp_path / "导出"
    entry(root, "甲中心")
    shutil.rmtree(packed(entry(root, "乙中心")).with_suffix(""))
    shutil.copytree(root / "甲中心", root / "甲中心（副本）")
    entry(root, "丙中心", round="2025")
    entry(root, "丁中心", claims=[{"criterion": "9.9", "points": 1}])
    (root / "戊中心").mkdir()
    (root / "己中心.rar").write_bytes(b"Rar!")
    (root / "庚中心.zip").write_bytes(b"PK\x03\x04 torn")
    (root / "清单.xlsx").write_bytes(b"PK")
    (root / ".DS_Store").write_bytes(b"")
    return root


def test_each_entry_is_taken_or_refused_with_its_reason(office: Office, export: Path) -> None:
    lines = run(office, export)
    assert {name: line.outcome for name, line in lines.items()} == {
        "甲中心": Outcome.TAKEN,
        "甲中心（副本）": Outcome.THERE,
        "乙中心.zip": Outcome.TAKEN,
        "丙中心": Outcome.REFUSED,
        "丁中心": Outcome.REFUSED,
        "戊中心": Outcome.REFUSED,
        "己中心.rar": Outcome.REFUSED,
        "庚中心.zip": Outcome.REFUSED,
        "清单.xlsx": Outcome.PASSED_OVER,
    }
    assert "“2025”，不是“2026”" in str(lines["丙中心"].reason)
    assert "9.9" in str(lines["丁中心"].reason)
    assert all(line.reason for line in lines.values() if line.outcome is not Outcome.TAKEN)
    assert lines["甲中心（副本）"].submission == lines["甲中心"].submission
    first = office.record(str(lines["甲中心"].submission))
    assert (first.state, first.priority, first.region) == (State.RECEIVED, "batch", "南京市")
    assert first.organization is not None
    assert first.organization.name == "甲中心"
    kept = office.records.documents(OFFICER, first.id)
    assert [each.path for each in kept] == ["submission.json", "总结.txt"]
    assert all(office.originals.has(each.sha256) for each in kept)
    assert [each.path for each in office.records.documents(OFFICER, str(lines["乙中心.zip"].submission))] == [
        "乙中心.zip"
    ]


def test_the_same_export_again_takes_nothing(office: Office, export: Path) -> None:
    before = run(office, export)
    after = run(office, export)
    assert [line.submission for line in after.values()] == [line.submission for line in before.values()]
    assert Outcome.TAKEN not in {line.outcome for line in after.values()}
    assert len(office.records.list(OFFICER).items) == 2


def test_an_entry_that_changed_is_refused_and_what_was_taken_stays(office: Office, export: Path) -> None:
    taken = run(office, export)["甲中心"]
    (export / "甲中心" / "总结.txt").write_text("另一份", "utf-8")
    line = run(office, export)["甲中心"]
    assert (line.outcome, line.submission) == (Outcome.REFUSED, None)
    assert str(taken.submission) in str(line.reason)


@pytest.mark.parametrize("added", [0, 1, 3])
def test_an_import_that_was_killed_goes_on_where_it_stopped(
    office: Office, tmp_path: Path, added: int
) -> None:
    export = tmp_path / "导出"
    names = ["甲", "乙", "丙"]
    for name in names:
        entry(export, name)
    done = subprocess.run(
        [sys.executable, "-m", "tests.flows.killed_import", office.settings.data, export, str(added)],
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == -9
    lines = run(office, export)
    records = office.records.list(OFFICER).items
    assert {each.id for each in records} == {lines[name].submission for name in names}
    assert {each.state for each in records} == {State.RECEIVED}
    assert all(len(office.records.documents(OFFICER, each.id)) == 2 for each in records)


def test_what_was_taken_is_verified_and_the_manifest_can_say_so(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "导出"
    shutil.rmtree(packed(entry(export, "乙中心")).with_suffix(""))
    entry(export, "甲中心")
    lines = run(office, export)
    told: list[tuple[int, int]] = []

    def work(_: float) -> None:
        """A worker takes one while the import waits."""
        (due,) = office.records.due(1)
        verify_kept(due.id, bench)

    def tell(stage: str, done: int, total: int) -> None:
        assert stage == "等待核验"
        told.append((done, total))

    monkeypatch.setattr(importing, "time", SimpleNamespace(sleep=work))
    with ReaderPool(1) as pool, office.bench(pool) as bench:
        wait_until_verified(office.records, OFFICER, "2026", tell)
    assert told == [(0, 2), (1, 2), (2, 2)]
    for name in ("甲中心", "乙中心.zip"):
        now = told_now(office.records, OFFICER, lines[name])
        assert now.state is State.IN_REVIEW
        report = office.records.report(OFFICER, str(now.submission))
        assert [document.path for document in report.documents] == ["总结.txt"]


def test_files_larger_than_any_that_is_read_are_refused(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MAX_FILE_BYTES", 10)
    entry(tmp_path / "导出", "甲中心")
    assert "超过" in str(run(office, tmp_path / "导出")["甲中心"].reason)
    assert office.records.list(OFFICER).items == ()


def test_what_is_no_export_is_told(office: Office, tmp_path: Path) -> None:
    one = entry(tmp_path, "甲中心")
    for place in (one, tmp_path / "无", packed(one)):
        with pytest.raises(ExportError):
            run(office, place)
    (tmp_path / "空").mkdir()
    with pytest.raises(ExportError):
        run(office, tmp_path / "空")


def test_a_round_that_is_no_year_is_none(office: Office, tmp_path: Path) -> None:
    entry(tmp_path / "导出", "甲中心", round="明年")
    importer = Importer(office, OFFICER, FolderExport(tmp_path / "导出"), "明年", settings=office.settings)
    with pytest.raises(NotFoundError):
        list(importer.run(importer.entries(), silent))


def test_links_that_lead_out_of_the_export_are_left_alone(office: Office, tmp_path: Path) -> None:
    entry(tmp_path / "导出", "甲中心")
    (tmp_path / "导出" / "乙中心").symlink_to(entry(tmp_path / "别处", "乙中心"))
    assert list(run(office, tmp_path / "导出")) == ["甲中心"]


class Bucket:
    """A bucket of the store that an export was uploaded to."""

    def __init__(self, store: Any) -> None:
        self.name = store.new_bucket()
        self.client = Client(store.endpoint, store.access_key, store.secret_key, secure=False)
        self.client.make_bucket(self.name)
        self.data = Path()
        self.s3_endpoint: str | None = store.endpoint
        self.s3_access_key: str = store.access_key
        self.s3_secret_key = SecretStr(store.secret_key)
        self.s3_bucket = "other"
        self.s3_secure = False

    def upload(self, folder: Path, prefix: str) -> None:
        """Puts all files under the prefix."""
        for path in folder.rglob("*"):
            if path.is_file():
                key = f"{prefix}/{path.relative_to(folder).as_posix()}"
                self.client.fput_object(self.name, key, str(path))


def test_a_bucket_is_taken_as_its_folder_would_be(
    office: Office, export: Path, object_store: Any, tmp_path: Path
) -> None:
    bucket = Bucket(object_store)
    bucket.upload(export, "2026/南京")
    (export / "戊中心").rmdir()  # a bucket has no empty folders
    address = f"s3://{bucket.name}/2026/南京"
    lines = run(office, open_export(address, bucket))
    other = Office.open(tmp_path / "other")
    told = run(other, export)
    hidden = {"submission", "entry"}
    assert [line.model_dump(exclude=hidden) for line in lines.values()] == [
        line.model_dump(exclude=hidden) for line in told.values()
    ]
    assert list(lines) == list(told)
    assert {line.outcome for line in run(office, export).values()} == {
        Outcome.THERE,
        Outcome.REFUSED,
        Outcome.PASSED_OVER,
    }
    other.records.close()
    with pytest.raises(StoreUnreachableError, match="NoSuchBucket"):
        run(office, open_export("s3://nothing-there/x", bucket))
    bucket.s3_endpoint = None
    with pytest.raises(ExportError):
        open_export(address, bucket)
