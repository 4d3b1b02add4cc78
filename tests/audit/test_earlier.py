"""One's own papers of an earlier submission are told as that; another's are evidence used twice."""

from datetime import date
from typing import Any

from audit.audit import audit
from audit.model import Cluster, SharedSort
from dossier.finding import Code
from tests.audit.rounds import HELD, RUBRIC, empty, submission


def row(**changes: Any) -> dict[str, Any]:
    return {
        "submission": "S00000", "document": "合同.pdf", "sha256": "e" * 64, "kind": "contract", "earlier": "S-old",
        "earlier_document": "旧合同.pdf", "earlier_round": "2025", "earlier_organization": "第0服务中心", "withdrawn": False,
    } | changes  # fmt: skip


def clusters(*rows: dict[str, Any]) -> tuple[Cluster, ...]:
    tables = empty(submissions=[submission(0)], reused=list(rows))
    return audit(tables, HELD, RUBRIC, as_of=date(2026, 12, 1), seed="s").clusters


def test_ones_own_papers_of_a_round_before_accuse_nobody() -> None:
    (found,) = clusters(row(), row(sha256="f" * 64, document="总结.pdf"))
    assert (found.sort, found.code) == (SharedSort.EARLIER, None)
    assert "2 份材料与本单位2025 年的申报相同" in found.words
    assert [(each.submission, each.document) for each in found.members] == [
        ("S00000", "合同.pdf"),
        ("S-old", "旧合同.pdf"),
    ]


def test_ones_own_withdrawn_submission_is_told_as_that() -> None:
    (found,) = clusters(row(earlier_round="2026", withdrawn=True))
    assert found.code is None
    assert "2026 年已撤回" in found.words


def test_anothers_paper_is_evidence_used_twice_and_comes_first() -> None:
    found = clusters(row(), row(earlier="S-other", earlier_organization="另一家服务中心"))
    assert [each.code for each in found] == [Code.EVIDENCE_REUSED, None]
    assert "另一家服务中心2025 年" in found[0].words


def test_anothers_public_paper_tells_nothing() -> None:
    assert clusters(row(earlier_organization="另一家", kind="award")) == ()
