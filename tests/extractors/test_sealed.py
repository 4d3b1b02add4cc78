"""Seals as facts of the papers whose pages carry them."""

import pytest

from dossier.geometry import Box
from dossier.kinds import Kind
from dossier.page import Page, Seal
from extractors.layout import arrange
from extractors.paper import Paper
from extractors.sealed import SEALED, name_of, seal_names
from rubric.evidence import FACTS
from tests.extractors.pages import page

PLACE = Box(0.6, 0.7, 0.75, 0.8)


def sealed(*texts: str) -> Page:
    seals = tuple(Seal(box=PLACE, text=text, confidence=0.95) for text in texts)
    return page(["荣誉证书", "无锡市民政局"]).model_copy(update={"seals": seals})


def paper(kind: Kind, *pages: Page) -> Paper:
    return Paper("a.pdf", 0, kind, tuple(arrange(one) for one in pages))


def test_a_seal_is_told_with_its_box() -> None:
    (fact,) = seal_names(paper(Kind.AWARD, sealed("无锡市民政局")))
    assert (fact.name, fact.value, fact.confidence) == ("seal_name", "无锡市民政局", 0.95)
    assert fact.evidence[0].box == PLACE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("东海县民政局 024年", "东海县民政局"),
        ("南京市社工协会 合同专用章", "南京市社工协会合同专用章"),
        ("3201040012345无锡市民政局", "无锡市民政局"),
        ("", ""),
    ],
)
def test_a_date_and_numbers_are_no_part_of_the_name(text: str, name: str) -> None:
    assert name_of(text) == name


def test_stamps_of_persons_and_unread_seals_tell_nothing() -> None:
    assert not list(seal_names(paper(Kind.AWARD, sealed("王伟印", ""))))


def test_only_kinds_with_a_maker_have_it() -> None:
    assert not list(seal_names(paper(Kind.MEDIA_CLIPPING, sealed("无锡市民政局"))))
    assert {kind for kind, names in FACTS.items() if "seal_name" in names} == SEALED
