"""A host takes on what its processors and its memory hold."""

import os
from pathlib import Path

import pytest

from flows import capacity


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A control group of memory: the two files that the kernel shows of one."""
    monkeypatch.setattr(capacity, "_CGROUP", tmp_path)
    return tmp_path


def limit(group: Path, most: str, used: int) -> None:
    (group / "memory.max").write_text(f"{most}\n")
    (group / "memory.current").write_text(f"{used}\n")


def test_without_a_limit_there_is_one_process_a_core_where_memory_allows(group: Path) -> None:
    limit(group, "max", 0)
    cores = len(os.sched_getaffinity(0))
    assert 1 <= capacity.reading_processes(0) <= cores


def test_memory_bounds_the_processes(group: Path) -> None:
    limit(group, str(3 * int(capacity.ENGINE_BYTES / capacity.SHARE) + 1000), 0)
    assert capacity.reading_processes(64) <= 3


def test_what_a_container_uses_already_is_not_free(group: Path) -> None:
    limit(group, str(64 << 30), (64 << 30) - 1000)
    assert capacity.available_bytes() == 1000


def test_there_is_always_one_process(group: Path) -> None:
    limit(group, "1000", 1000)
    assert capacity.reading_processes(8) == 1


def test_a_host_without_control_groups_is_asked_for_its_memory(group: Path) -> None:
    _ = group
    assert capacity.available_bytes() > 0


def test_the_limit_of_a_systemd_unit_counts_and_that_of_its_slice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.write_text("1:name=systemd:/elsewhere\n0::/system.slice/hezheng-worker@1.service\n")
    monkeypatch.setattr(capacity, "_OWN", own)
    monkeypatch.setattr(capacity, "_CGROUP", tmp_path)
    slice_, unit = tmp_path / "system.slice", tmp_path / "system.slice" / "hezheng-worker@1.service"
    unit.mkdir(parents=True)
    assert capacity.memory_limit() is None
    limit(unit, "5000", 1000)
    assert (capacity.memory_limit(), capacity.available_bytes()) == (5000, 4000)
    limit(slice_, "4500", 3000)
    assert (capacity.memory_limit(), capacity.available_bytes()) == (4500, 1500)
