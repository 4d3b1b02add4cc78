"""A number hangs two applicants together only where each gives it as its own, and hardly anybody else has it."""

from collections.abc import Sequence
from typing import Any

import polars as pl
import pytest

from audit.telephones import MOST, is_own, shared_numbers
from dossier.geometry import Box, Quad
from dossier.page import Line, Page

ONE, OTHER = "南京市建邺区职工服务中心", "无锡市梁溪区职工帮扶协会"
BODIES = {f"S{each}": f"第{each}服务中心" for each in range(6)} | {"T0": "第0服务中心"}


def row(submission: str, **changes: Any) -> dict[str, Any]:
    return {
        "submission": submission, "document": f"{submission}.pdf", "sha256": "e" * 64,
        "kind": "plan", "page": 1, "number": "13912345678", "contact": True,
    } | changes  # fmt: skip


def shared(*rows: dict[str, Any]) -> list[list[str]]:
    groups: Sequence[Any] = list(shared_numbers(pl.DataFrame(rows), BODIES))
    return [[place["submission"] for place in group] for group in groups]


def test_a_number_that_two_give_is_found() -> None:
    assert shared(row("S0"), row("S1"), row("S2", number="13900000000")) == [["S0", "S1"]]


@pytest.mark.parametrize(
    "other", [{"kind": "contract"}, {"contact": False}], ids=["on a contract", "without a label"]
)
def test_a_number_that_may_be_anothers_counts_for_nobody(other: dict[str, Any]) -> None:
    assert shared(row("S0"), row("S1", **other)) == []


def test_an_offices_number_is_known_by_all_who_print_it_anywhere() -> None:
    own = [row("S0"), row("S1")]
    elsewhere = [row(f"S{each}", kind="contract", contact=False) for each in range(2, MOST + 1)]
    assert shared(*own, *elsewhere[:-1]) == [["S0", "S1"]]
    assert shared(*own, *elsewhere) == []


def test_one_organization_that_applied_twice_shares_with_nobody() -> None:
    assert shared(row("S0"), row("T0")) == []


def test_a_round_without_numbers_has_none_shared() -> None:
    names = ("submission", "document", "sha256", "kind", "page", "number", "contact")
    assert list(shared_numbers(pl.DataFrame({name: [] for name in names}), BODIES)) == []


def page(text: str) -> Page:
    quad = Quad.from_box(Box(0.1, 0.1, 0.9, 0.2))
    return Page(
        number=1,
        width=595,
        height=842,
        origin="ocr",
        lines=(Line(text=text, quad=quad, confidence=1, origin="ocr"),),
    )


def test_a_joint_paper_is_nobodys_own() -> None:
    assert is_own(page(f"{ONE} 工作计划"), ONE, [OTHER])
    assert not is_own(page("工作计划"), ONE, [OTHER])
    assert not is_own(page(f"{ONE}、{OTHER}联合举办"), ONE, [OTHER])


def test_a_name_within_anothers_is_told_from_it() -> None:
    branch = f"{ONE}分中心"
    assert is_own(page(f"{branch}工作计划"), branch, [ONE])
    assert not is_own(page(f"{branch}与{ONE}"), branch, [ONE])
    assert not is_own(page(f"{branch}工作计划"), ONE, [branch])
