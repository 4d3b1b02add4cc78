"""OWASP ASVS 5.0, V5.1: what is accepted, and what becomes of the rest, stands in docs/security.md and is true."""

import re
from pathlib import Path

import pytest

from extractors.readers import limits, sniff
from extractors.readers.trials import Measure
from flows.intake import BYTE_LIMIT, MEMBER_LIMIT

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/security.md").read_text("utf-8")
MIB = 1 << 20
REQUIREMENTS = "5.1.1 5.2.1 5.2.2 5.2.3 5.2.4 5.2.5 5.2.6 5.3.1 5.3.2 5.3.3 5.4.1 5.4.2 5.4.3".split()


def test_5_1_1_every_ending_and_limit_is_written_down() -> None:
    accepted = PAGE.partition("## What is accepted")[2].partition("## Reading processes")[0]
    assert set(re.findall(r"\.[a-z]+(?= |\b)", accepted.partition("| limit |")[0])) >= set(sniff._SUFFIXES)
    for number, unit in (
        (limits.MAX_FILE_BYTES // MIB, " MiB"),
        (BYTE_LIMIT // MIB, " MiB"),
        (MEMBER_LIMIT, " files"),
        (limits.MAX_UNPACKED_BYTES // MIB, " MiB"),
        (limits.MAX_MEMBERS, " members"),
        (limits.MAX_RATIO, " times"),
        (limits.RATIO_FROM_BYTES // MIB, " MiB"),
        (limits.MAX_NESTING, " levels"),
        (limits.MAX_LIST_BYTES // MIB, " MiB"),
        (limits.MAX_PART_BYTES // MIB, " MiB"),
        (limits.MAX_OFFICE_BYTES // MIB, " MiB"),
        (limits.MAX_CELLS, ""),
        (limits.MAX_PIXELS, " pixels"),
        (limits.MAX_PAGES, " pages"),
        (round(limits.INSPECT_SECONDS), " s"),
        (round(limits.PAGE_SECONDS), " s"),
        (limits.WORKER_DATA_BYTES // MIB, " MiB"),
        (limits.WORKER_OPEN_FILES, " open files"),
        (limits.WORKER_CPU_SECONDS, " s"),
        (limits.WORKER_RECYCLE_PAGES, " pages"),
    ):
        assert f"{number:,}{unit}" in accepted, (number, unit)


@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_each_requirement_has_its_row(requirement: str) -> None:
    assert re.search(rf"^\| {re.escape(requirement)} ", PAGE, re.MULTILINE)


def test_each_measure_is_explained() -> None:
    for measure in Measure:
        assert f"`{measure.value}`" in PAGE


def test_each_test_that_is_named_is_there_and_each_by_requirement_is_named() -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    there = set(re.findall(r"^def (test_\w+)", sources, re.MULTILINE))
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert named <= there, named - there
    by_requirement = {name for name in there if re.match(r"test_\d_\d_\d_", name)}
    missing = by_requirement - named
    assert missing <= {
        "test_5_2_3_one_cell_at_the_far_end_costs_one_cell",
        "test_5_2_3_honest_office_files_pass",
    }, missing


def test_the_page_can_be_found() -> None:
    for name in ("README.md", "README.zh.md"):
        assert "docs/security.md" in (ROOT / name).read_text("utf-8")
