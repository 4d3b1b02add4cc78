"""Facts that reviewers correct: what they type, and where it counts."""

import pytest
from pydantic import JsonValue

from dossier.document import Document, ReadDocument
from dossier.fact import Evidence, Fact
from dossier.geometry import Box
from dossier.kinds import Kind
from dossier.page import Reading
from dossier.revision import RevisedFact
from flows.revisions import ValueUnusableError, revise, value_of

PLACE = Evidence(page=1, box=Box(0.1, 0.1, 0.3, 0.2), text="3A")
SHA = "a" * 64


def fact(name: str, raw: str, segment: int = 0) -> Fact:
    return Fact(
        document="证书.pdf",
        segment=segment,
        kind=Kind.GRADE_CERTIFICATE,
        name=name,
        value=raw,
        raw=raw,
        confidence=0.9,
        evidence=(PLACE,),
    )


def read(*facts: Fact) -> ReadDocument:
    document = Document(
        path="证书.pdf",
        sha256=SHA,
        kind=Kind.GRADE_CERTIFICATE,
        kind_confidence=1,
        pages=1,
        origin="text",
        segments=(),
    )
    reading = Reading(sha256=SHA, reader="readers-1", media_type="application/pdf", pages=())
    return ReadDocument(document=document, reading=reading, facts=facts)


def correction(was: str | None, raw: str = "4A", *, sha256: str = SHA, removed: bool = False) -> RevisedFact:
    return RevisedFact(
        document="证书.pdf",
        sha256=sha256,
        segment=0,
        kind=Kind.GRADE_CERTIFICATE,
        name="grade",
        was=was,
        value=raw,
        raw=raw,
        removed=removed,
        evidence=PLACE,
    )


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("issue_date", "2026年5月3日", "2026-05-03"),
        ("issue_date", " 2026-05 ", "2026-05"),
        ("issue_date", "2026.5.3", "2026-05-03"),
        ("valid_until", "长期", None),
        ("amount", "12.5万元", 125000),
        ("rate", "92.5%", 0.925),
        ("respondents", "1,200", 1200),
        ("mentions_organization", "否", False),
        ("people", "张三、李四", ["张三", "李四"]),
        ("grade", "4A", "4A"),
    ],
)
def test_what_is_typed_becomes_a_value(name: str, typed: str, value: JsonValue) -> None:
    assert value_of(name, typed) == value


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("issue_date", "2026-02-30"),
        ("issue_date", "去年"),
        ("rate", "很高"),
        ("amount", "-3"),
        ("amount", "nan"),
        ("mentions_organization", "也许"),
        ("grade", "  "),
    ],
)
def test_what_is_no_value_is_refused(name: str, typed: str) -> None:
    with pytest.raises(ValueUnusableError):
        value_of(name, typed)


def test_corrections_count_in_their_order_and_only_where_they_belong() -> None:
    before = read(fact("grade", "3A"), fact("grade", "3A", segment=1))
    (after,) = revise([before], [correction("3A"), correction("4A", "5A")])
    changed, kept = after.facts
    assert (changed.value, changed.confidence, changed.note) == ("5A", 1.0, "由审核员更正")
    assert kept == before.facts[1]
    assert revise([before], [correction("3A", sha256="b" * 64)]) == [before]
    (gone,) = revise([before], [correction("3A", removed=True)])
    assert gone.facts == (kept,)
    (more,) = revise([before], [correction(None, "2A")])
    assert [each.raw for each in more.facts] == ["3A", "2A", "3A"]


def test_the_level_of_a_body_follows_its_name() -> None:
    before = read(fact("issuing_authority", "鼓楼区民政局"), fact("authority_level", "county"))
    named = correction("鼓楼区民政局", "江苏省民政厅").model_copy(update={"name": "issuing_authority"})
    (after,) = revise([before], [named])
    level = after.facts[1]
    assert (level.value, level.raw, level.confidence) == ("provincial", "江苏省民政厅", 1.0)
    other = read(fact("issuing_authority", "南京市民政局"), *before.facts)
    (kept,) = revise([other], [named])
    assert kept.facts[2] == before.facts[1]
