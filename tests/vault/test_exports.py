"""What of a bucket comes onto this host: only under names and in sizes that it can hold."""

from pathlib import Path
from typing import Any

import pytest
from minio.datatypes import Object
from urllib3 import HTTPResponse

from vault.exports import BucketExport, Entry, EntryUnfitError, ExportError, FolderExport

MOST = 1 << 20


class Keys:
    """A bucket that holds any keys at all, which no real store can be brought to do."""

    def __init__(self, *keys: str) -> None:
        self._keys = keys

    def list_objects(self, bucket: str, prefix: str, *, recursive: bool = False) -> list[Object]:
        assert recursive
        return [Object(bucket, key, size=4) for key in self._keys if key.startswith(prefix)]

    def stat_object(self, bucket: str, key: str) -> Object:
        return Object(bucket, key, size=4)

    def get_object(self, bucket: str, key: str) -> HTTPResponse:
        _ = bucket, key
        return HTTPResponse(b"text", preload_content=False)


def fetched(tmp_path: Path, *keys: str, limit: int = MOST) -> list[str]:
    client: Any = Keys(*(f"2026/{key}" for key in keys))
    target = tmp_path / "target"
    BucketExport(client, "host", "bucket", "2026").fetch(Entry("甲", folder=True), target, limit)
    return sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())


def test_objects_become_files_under_their_names(tmp_path: Path) -> None:
    keys = ("甲/申报表.xlsx", "甲/证书/一.jpg", "甲/证书/", "乙/申报表.xlsx")
    assert fetched(tmp_path, *keys) == ["target/甲/申报表.xlsx", "target/甲/证书/一.jpg"]


@pytest.mark.parametrize(
    "key", ["甲/../../out", "甲//etc", "甲/./x", "甲/a\0b", f"甲/{'长' * 100}.jpg", "甲/a/../../../out"]
)
def test_names_that_lead_out_or_that_no_disk_holds_are_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(EntryUnfitError, match="文件名不能使用"):
        fetched(tmp_path, key)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_name_that_is_a_file_and_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EntryUnfitError):
        fetched(tmp_path, "甲/a", "甲/a/b")


def test_what_is_larger_than_allowed_is_refused_before_it_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(EntryUnfitError, match="超过上限"):
        fetched(tmp_path, "甲/a", "甲/b", limit=7)
    assert fetched(tmp_path / "again", "甲/a", limit=7) == ["target/甲/a"]


def test_a_folder_is_told_by_name_without_what_systems_leave(tmp_path: Path) -> None:
    for name in ("乙", "甲", "__MACOSX"):
        (tmp_path / name).mkdir()
    for name in (".DS_Store", "~$清单.xlsx", "清单.xlsx"):
        (tmp_path / name).write_bytes(b"")
    assert FolderExport(tmp_path).entries() == [
        Entry("乙", folder=True),
        Entry("清单.xlsx", folder=False),
        Entry("甲", folder=True),
    ]
    with pytest.raises(ExportError):
        FolderExport(tmp_path / "清单.xlsx").entries()
