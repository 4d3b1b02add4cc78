"""What doctor finds lacking, and what it says to do."""

from pathlib import Path

import pytest

from hezheng import cli, settings
from hezheng.commands import doctor


def test_a_distribution_that_is_not_installed_is_lacking() -> None:
    check = doctor.check_packages("no-such-distribution")
    assert not check.fine
    assert "make install" in check.detail


def test_what_a_distribution_needs_is_looked_up() -> None:
    check = doctor.check_packages("typer")
    assert check.fine
    assert "都已安装" in check.detail


def test_models_pango_and_fonts_are_there_where_the_tests_run() -> None:
    for check in (doctor.check_models(), doctor.check_pango(), doctor.check_fonts()):
        assert check.fine, check.detail


def test_a_library_that_is_absent_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(doctor.PANGO, "no-such-library", "libno-such0")
    check = doctor.check_pango()
    assert not check.fine
    assert check.detail.endswith("apt-get install libno-such0")


def test_without_a_chinese_font_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    check = doctor.check_fonts()
    assert not check.fine
    assert "fonts-noto-cjk" in check.detail


def test_too_many_workers_for_the_memory_are_told_with_a_number_that_fits() -> None:
    assert doctor.check_memory(1).fine
    check = doctor.check_memory(100_000)
    assert not check.fine
    assert "HEZHENG_WORKERS=" in check.detail


def test_measures_that_do_not_hold_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractors.readers import measures
    from extractors.readers.trials import Measure

    held = dict.fromkeys(Measure, True)
    monkeypatch.setattr(measures, "measures_held", lambda: held)
    assert doctor.check_confinement().fine
    monkeypatch.setattr(measures, "measures_held", lambda: held | {Measure.READING: False})
    check = doctor.check_confinement()
    assert not check.fine
    assert "只能读这一个文件" in check.detail


def test_the_data_folder_must_be_writable(tmp_path: Path) -> None:
    assert doctor.check_data(tmp_path / "data").fine
    (tmp_path / "file").write_text("")
    check = doctor.check_data(tmp_path / "file")
    assert not check.fine
    assert "HEZHENG_DATA" in check.detail


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_SPACE", 1e9)
    check = doctor.check_data(tmp_path)
    assert not check.fine
    assert "清理磁盘" in check.detail


def test_a_standard_that_does_not_hold_up_is_told(tmp_path: Path) -> None:
    check = doctor.check_rubric(tmp_path / "gone.yaml")
    assert not check.fine
    assert "gone.yaml" in check.detail


def test_doctor_prints_a_line_for_each_check(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HEZHENG_DATA", str(tmp_path / "data"))
    settings.load.cache_clear()
    assert cli.run(["doctor"]) in {0, 1}
    lines = capsys.readouterr().out.splitlines()
    assert all(line[0] in "✓✗" for line in lines[:-1])
    assert lines[-1].startswith(("一切就绪", "有 "))
    settings.load.cache_clear()
