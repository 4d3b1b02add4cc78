"""`hezheng audit` and `hezheng rescore`, from the command line to their files."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from audit.model import Audit
from extractors.readers import ReaderPool
from flows.kept import verify_kept
from hezheng import cli, settings
from rubric import SHIPPED
from tests.flows import submissions
from tests.flows.office import Office


@pytest.fixture(scope="module")
def verified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a round of one submission, verified."""
    data = tmp_path_factory.mktemp("installation")
    office = Office.open(data)
    with ReaderPool(2) as pool, office.bench(pool) as bench:
        verify_kept(office.submit(submissions.make(tmp_path_factory.mktemp("made") / "材料")), bench)
    office.records.close()
    return data


@pytest.fixture(autouse=True)
def installation(verified: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A copy of it, with the working folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEZHENG_DATA", str(shutil.copytree(verified, tmp_path / "data")))
    monkeypatch.setenv("HEZHENG_PUBLIC_URL", "https://hz.example.cn/")
    settings.load.cache_clear()
    yield
    settings.load.cache_clear()


def test_several_standards_are_compared_in_three_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "甲案.yaml"
    other.write_text(SHIPPED.read_text("utf-8").replace("threshold: 80", "threshold: 10"), "utf-8")
    assert cli.run(["rescore", "2026", "--rubric", str(SHIPPED), "--rubric", str(other)]) == 0
    told = capsys.readouterr()
    assert "试算1（jiangsu-2023.yaml）：将具备推荐条件 0 份" in told.out
    assert "试算2（甲案.yaml）" in told.out
    assert told.err == ""
    out = tmp_path / "2026-rescore"
    assert sorted(path.name for path in out.iterdir()) == ["rescore.html", "rescore.json", "rescore.xlsx"]
    found = json.loads((out / "rescore.json").read_text("utf-8"))
    assert [each["file"] for each in found["what_ifs"]] == ["jiangsu-2023.yaml", "甲案.yaml"]
    assert found["what_ifs"][0]["counts"]["same"] == 1
    assert "https://hz.example.cn/review/S" in (out / "rescore.html").read_text("utf-8")


def test_an_audit_is_written_for_machines_and_keeps_its_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["audit", "2026"]) == 0
    told = capsys.readouterr()
    out = tmp_path / "2026-audit"
    first = Audit.model_validate_json((out / "audit.json").read_text("utf-8"))
    assert f"种子 {first.sample.seed}" in told.out
    assert "2026 批次：申报 1 份，已核验 1 份，已推荐 0 份" in told.out
    assert told.err == ""
    findings = pl.read_parquet(out / "tables" / "findings.parquet")
    assert findings.height == first.counts.findings > 0
    for detail in ("documents", "facts", "findings"):
        assert pl.read_parquet(out / detail / "*.parquet").height > 0
    assert cli.run(["audit", "2026", "--out", "again"]) == 0
    assert (tmp_path / "again" / "audit.json").read_bytes() == (out / "audit.json").read_bytes()
    assert cli.run(["audit", "2026", "--seed", "别的"]) == 0
    assert Audit.model_validate_json((out / "audit.json").read_text("utf-8")).sample.seed == "别的"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rescore", "1999", "--rubric", str(SHIPPED)], ["没有“1999”这个批次。", "现有批次：2026"]),
        (["rescore", "2026"], ["没有指定标准文件。"]),
        (["rescore", "2026", "--rubric", "无.yaml"], ["无.yaml"]),
        (["rescore"], ["缺少参数 ROUND"]),
        (["audit", "1999"], ["没有“1999”这个批次。", "现有批次：2026"]),
        (["audit", "2026", "--out", "data/hezheng.db"], ["这是一个文件"]),
    ],
)
def test_calls_that_can_not_be_used_are_told(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: list[str]
) -> None:
    assert cli.run(arguments) == 2
    lines = capsys.readouterr().err.splitlines()
    assert 1 <= len(lines) <= 3
    assert all(any(each in line for line in lines) for each in told)
