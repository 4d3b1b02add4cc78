"""What applicants share by content and number, and what only looks so."""

from datetime import date
from typing import Any

import pytest

from audit.audit import audit
from audit.model import Cluster, SharedSort
from audit.shared import MOST, shared
from dossier.finding import Code
from tests.audit.rounds import HELD, RUBRIC, empty, submission

SHA = "e" * 64


def document(number: int, kind: str = "contract", sha256: str = SHA) -> dict[str, Any]:
    return {
        "submission": f"S{number:05d}",
        "document": f"{number}.pdf",
        "sha256": sha256,
        "kind": kind,
        "pages": 2,
    }


def fact(number: int, name: str, value: str, kind: str = "registration_certificate") -> dict[str, Any]:
    return {
        "submission": f"S{number:05d}", "document": "证书.jpg", "sha256": SHA, "kind": kind,
        "name": name, "value": value, "page": 1, "box": [0.1, 0.2, 0.3, 0.4],
    }  # fmt: skip


def clusters(count: int, **rows: list[dict[str, Any]]) -> list[Cluster]:
    tables = empty(submissions=[submission(each) for each in range(count)], **rows)
    entries = audit(tables, HELD, RUBRIC, as_of=date(2026, 12, 1), seed="s").entries
    return list(shared(tables, entries))


def test_one_file_of_two_applicants_is_told_with_its_places() -> None:
    (found,) = clusters(3, documents=[document(0), document(1), document(2, sha256="f" * 64)])
    assert (found.sort, found.code) == (SharedSort.FILE, Code.EVIDENCE_REUSED)
    assert [each.submission for each in found.members] == ["S00000", "S00001"]
    assert [each.document for each in found.members] == ["0.pdf", "1.pdf"]
    assert all(each.sha256 == SHA and each.page == 1 for each in found.members)


def test_a_public_paper_that_names_several_accuses_nobody() -> None:
    (found,) = clusters(2, documents=[document(0, "award"), document(1, "award")])
    assert found.code is None
    assert "公开文件" in found.words


def test_what_many_hand_in_is_common() -> None:
    most = MOST[SharedSort.FILE]
    assert len(clusters(most, documents=[document(each) for each in range(most)])) == 1
    assert clusters(most + 1, documents=[document(each) for each in range(most + 1)]) == []


def test_one_organization_that_applied_twice_shares_with_nobody() -> None:
    rows = [submission(0), submission(1, organization="第 0服务中心")]
    tables = empty(submissions=rows, documents=[document(0), document(1)])
    found = audit(tables, HELD, RUBRIC, as_of=date(2026, 12, 1), seed="s")
    assert found.clusters == ()


@pytest.mark.parametrize(
    ("name", "kind", "one", "other", "sort", "code"),
    [
        ("certificate_number", "grade_certificate", "苏社评 2025-017", "苏社评2025017", SharedSort.CERTIFICATE_NUMBER, Code.CERTIFICATE_NUMBER_SHARED),
        ("address", "office_proof", "南京市鼓楼区中山北路1号（3楼）", "南京市鼓楼区中山北路1号3楼", SharedSort.ADDRESS, None),
        ("legal_representative", "registration_certificate", "欧阳明", "欧阳 明", SharedSort.LEGAL_REPRESENTATIVE, None),
    ],
)  # fmt: skip
def test_numbers_addresses_and_heads_are_compared_as_they_are_meant(
    name: str, kind: str, one: str, other: str, sort: SharedSort, code: Code | None
) -> None:
    (found,) = clusters(
        3, facts=[fact(0, name, one, kind), fact(1, name, other, kind), fact(2, name, "另外的", kind)]
    )
    assert (found.sort, found.code, len(found.members)) == (sort, code, 2)
    assert found.members[0].text == one
    assert found.members[0].box == (0.1, 0.2, 0.3, 0.4)


def test_a_number_that_one_applicant_prints_twice_is_its_own() -> None:
    assert (
        clusters(2, facts=[fact(0, "address", "某路1号"), fact(0, "address", "某路1号", "office_proof")])
        == []
    )


def test_another_kinds_address_is_not_the_applicants() -> None:
    assert clusters(2, facts=[fact(each, "address", "某路1号", "contract") for each in range(2)]) == []
