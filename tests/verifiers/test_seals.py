"""Seals beside the issuer: another body's is told, every innocent one is passed over."""

from collections.abc import Sequence
from typing import Any

import pytest

from dossier.document import ReadDocument
from dossier.finding import Severity
from dossier.geometry import Box
from dossier.page import Seal
from tests.verifiers.builders import NAME, check, paper

FOREIGN = "无锡锦程文化传媒有限公司"
UNDER_ALL = Box(0.4, 0.0, 0.6, 0.2)


def award(
    *seals: str,
    issuer: str = "江苏省民政厅",
    text: Sequence[str] = (),
    doubtful: Sequence[str] = (),
    kind: str = "award",
    at: Box = UNDER_ALL,
    unread: Sequence[Seal] = (),
    kind_confidence: float = 0.97,
) -> ReadDocument:
    """An award whose seals stand at a place, the issuer's name beside it."""
    facts: dict[str, Any] = {"issuing_authority": issuer, "recipient": NAME, "honor_title": "先进社会组织"}
    made = paper("奖.pdf", kind, text=text, doubtful=doubtful, kind_confidence=kind_confidence, **facts)
    page = made.reading.pages[0].model_copy(update={"seals": tuple(unread)})
    like = made.facts[0]
    place = like.evidence[0]
    stamped = tuple(
        like.model_copy(
            update={
                "name": "seal_name",
                "value": seal,
                "raw": seal,
                "confidence": 0.85 if "seal_name" in doubtful else 0.97,
                "evidence": (place.model_copy(update={"box": at, "text": seal}),),
            }
        )
        for seal in seals
    )
    reading = made.reading.model_copy(update={"pages": (page,)})
    return made.model_copy(update={"facts": (*made.facts, *stamped), "reading": reading})


def severities(document: ReadDocument) -> list[Severity]:
    found = check([document], []).verification.discrepancies
    return [one.severity for one in found if one.code == "seal_issuer_mismatch"]


def test_another_bodys_seal_at_the_issuers_name_is_told() -> None:
    told = check([award(FOREIGN)], []).told("seal_issuer_mismatch")
    assert told.severity is Severity.MAJOR
    assert told.evidence[0].box == UNDER_ALL
    assert FOREIGN in told.message
    assert "正常原因" in told.message


@pytest.mark.parametrize(
    "seal",
    [
        "江苏省民政厅",
        "民政厅江苏省",
        "江苏省民政厅行政审批专用章",
        "江苏省行政审批局",
        "苏省民政厅",
        NAME,
        f"{NAME}工会委员会",
        "锦程文化传媒",
    ],
)
def test_innocent_seals_are_passed_over(seal: str) -> None:
    assert severities(award(seal)) == []


def test_a_joint_issuers_seal_beside_the_issuers_is_none() -> None:
    assert severities(award("江苏省民政厅", FOREIGN)) == []


def test_a_body_that_the_paper_names_may_seal_it() -> None:
    assert severities(award("南京市青年志愿者协会", text=["承办：南京市青年志愿者协会"])) == []


def test_the_supervisory_body_may_seal_a_copy() -> None:
    registered = paper("证.pdf", "registration_certificate", organization_name=NAME, supervisory_body=FOREIGN)
    found = check([registered, award(FOREIGN)], []).verification.discrepancies
    assert all(one.code != "seal_issuer_mismatch" for one in found)


def test_a_seal_or_an_issuer_that_was_read_badly_accuses_nobody() -> None:
    assert severities(award(FOREIGN, doubtful=["seal_name"])) == []
    assert severities(award(FOREIGN, doubtful=["issuing_authority"])) == []
    assert severities(award(FOREIGN, kind_confidence=0.4)) == []


def test_a_seal_elsewhere_on_the_page_is_only_noted() -> None:
    assert severities(award(FOREIGN, at=Box(0.1, 0.8, 0.25, 0.9))) == [Severity.INFO]


def test_a_seal_beside_one_that_was_not_read_is_only_noted() -> None:
    other = Seal(box=Box(0.5, 0.05, 0.7, 0.25), text="")
    assert severities(award(FOREIGN, unread=[other])) == [Severity.INFO]


def test_an_office_above_and_a_committee_without_a_seal_are_only_noted() -> None:
    assert severities(award("无锡市民政局")) == [Severity.INFO]
    assert severities(award(FOREIGN, issuer="江苏省技能大赛组委会")) == [Severity.INFO]
