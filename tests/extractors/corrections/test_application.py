"""Corrections change what was read, on the days on which they hold, and nothing else."""

from datetime import date
from typing import Any

import pytest

from dossier.document import Document, ReadDocument, Segment
from dossier.fact import Evidence, Fact
from dossier.geometry import Box, Quad
from dossier.kinds import Kind
from dossier.page import Line, Page, Reading
from dossier.submission import Organization
from extractors.corrections import NONE, Correction, Corrections, apply

AS_OF = date(2026, 11, 15)
APPLICANT = Organization(name="南京市新绿职工服务中心")
BOX = Box(0.1, 0.1, 0.5, 0.2)


def rows(*values: dict[str, Any]) -> Corrections:
    return Corrections(rows=tuple(Correction(by="张某", why="来函", **each) for each in values))


def read(kind: Kind, facts: dict[str, Any], lines: tuple[str, ...] = ()) -> ReadDocument:
    """A document of one page with these facts, each printed as its value."""
    place = Evidence(page=1, box=BOX, text="原文")
    found = tuple(
        Fact(
            document="甲.pdf", kind=kind, name=name, value=value, confidence=0.4 if "level" in name else 0.9,
            raw=str(facts.get("issuing_authority", value)), evidence=(place,),
        )
        for name, value in facts.items()
    )  # fmt: skip
    printed = tuple(Line(text=text, quad=Quad.from_box(BOX), confidence=0.9, origin="ocr") for text in lines)
    page = Page(number=1, width=100, height=100, origin="ocr", lines=printed)
    return ReadDocument(
        document=Document(
            path="甲.pdf", sha256="a" * 64, kind=kind, kind_confidence=1, pages=1, origin="ocr",
            segments=(Segment(kind=kind, pages=(1, 1)),),
        ),
        reading=Reading(sha256="a" * 64, reader="1", media_type="application/pdf", pages=(page,)),
        facts=found,
    )  # fmt: skip


def award(issuer: str, day: str | None = None) -> ReadDocument:
    dated = {"issue_date": day} if day else {}
    return read(Kind.AWARD, {"issuing_authority": issuer, "authority_level": "other", **dated})


def told(document: ReadDocument, corrections: Corrections, name: str, as_of: date = AS_OF) -> Fact | None:
    facts = apply(document, corrections, APPLICANT, as_of).facts
    return next((fact for fact in facts if fact.name == name), None)


def test_without_corrections_the_document_is_untouched() -> None:
    document = award("江苏省某某工作委员会")
    assert apply(document, NONE, APPLICANT, AS_OF) is document
    other = rows({"list": "authorities", "name": "别的委员会", "meaning": "county"})
    assert apply(document, other, APPLICANT, AS_OF) is document


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("江苏省某某工作委员会", "provincial"),
        ("江苏省某某工作委员会（盖章）", "provincial"),
        ("南京市总工会、江苏省某某工作委员会", "provincial"),
        ("南京市某某工作委员会", "other"),
    ],
)
def test_an_authority_has_the_level_of_its_row(issuer: str, level: str) -> None:
    row = rows({"list": "authorities", "name": "江苏省某某工作委员会", "meaning": "provincial"})
    fact = told(award(issuer), row, "authority_level")
    assert fact is not None
    assert fact.value == level
    if level != "other":
        assert fact.confidence == 0.9
        assert "张某" in (fact.note or "")


def test_a_row_may_lower_a_level() -> None:
    row = rows({"list": "authorities", "name": "江苏省总工会", "meaning": "other"})
    document = read(Kind.AWARD, {"issuing_authority": "江苏省总工会", "authority_level": "provincial"})
    fact = told(document, row, "authority_level")
    assert fact is not None
    assert fact.value == "other"


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("江苏省低空经济发展署", "provincial"),
        ("苏州市低空经济发展署", "prefecture"),
        ("昆山市低空经济发展署", "county"),
        ("省低空经济发展署", "provincial"),
        ("市低空经济发展署", "prefecture"),
        ("苏州工业园区低空经济发展署", "other"),
        ("低空经济发展署", "other"),
    ],
)
def test_a_department_stands_as_high_as_its_region(issuer: str, level: str) -> None:
    row = rows({"list": "departments", "name": "低空经济发展署"})
    fact = told(award(issuer), row, "authority_level")
    assert fact is not None
    assert fact.value == level


@pytest.mark.parametrize(
    ("day", "as_of", "level"),
    [
        ("2024-04-30", AS_OF, "other"),
        ("2024-05-01", AS_OF, "provincial"),
        ("2024-12-31", AS_OF, "provincial"),
        ("2025-01-01", AS_OF, "other"),
        ("2024-05", AS_OF, "provincial"),
        (None, AS_OF, "other"),
        (None, date(2024, 6, 1), "provincial"),
    ],
)
def test_a_row_counts_on_the_document_s_day_else_on_the_reference_date(
    day: str | None, as_of: date, level: str
) -> None:
    row = rows(
        {
            "list": "authorities", "name": "江苏省某某工作委员会", "meaning": "provincial",
            "since": date(2024, 5, 1), "until": date(2024, 12, 31),
        }
    )  # fmt: skip
    fact = told(award("江苏省某某工作委员会", day), row, "authority_level", as_of)
    assert fact is not None
    assert fact.value == level


def clipping(lines: tuple[str, ...] = (), **facts: Any) -> ReadDocument:
    return read(Kind.MEDIA_CLIPPING, facts, lines)


def test_an_outlet_has_the_level_of_its_row() -> None:
    row = rows({"list": "outlets", "name": "某某新闻", "meaning": "prefecture"})
    fact = told(clipping(outlet="某某新闻微信公众号", outlet_level="other"), row, "outlet_level")
    assert fact is not None
    assert (fact.value, fact.confidence) == ("prefecture", 0.9)


def test_an_outlet_of_a_row_is_sought_where_the_clipping_names_none() -> None:
    row = rows({"list": "outlets", "name": "某某新闻", "meaning": "prefecture"})
    document = clipping(("某某新闻 第3版", "正文很长，其中提到某某新闻的一个栏目和许多别的事情"))
    outlet, level = told(document, row, "outlet"), told(document, row, "outlet_level")
    assert outlet is not None
    assert level is not None
    assert (outlet.value, level.value, level.evidence[0].text) == ("某某新闻", "prefecture", "某某新闻 第3版")
    in_passing = clipping(("正文很长，其中提到某某新闻的一个栏目和许多别的事情",))
    assert told(in_passing, row, "outlet") is None
    named = clipping(("某某新闻",), outlet="扬子晚报", outlet_level="provincial")
    assert len(apply(named, row, APPLICANT, AS_OF).facts) == 2


def test_a_former_name_gives_the_full_one_while_it_was_in_use() -> None:
    row = rows(
        {"list": "names", "name": "南京市绿叶职工之家", "meaning": APPLICANT.name, "until": date(2022, 6, 30)}
    )
    old = read(Kind.AWARD, {"recipient": "南京市绿叶职工之家", "issue_date": "2021-05-01"})
    fact = told(old, row, "recipient")
    assert fact is not None
    assert (fact.value, fact.raw) == (APPLICANT.name, "南京市绿叶职工之家")
    late = read(Kind.AWARD, {"recipient": "南京市绿叶职工之家", "issue_date": "2023-05-01"})
    assert apply(late, row, APPLICANT, AS_OF) is late


def test_a_clipping_that_prints_only_the_short_name_names_the_applicant() -> None:
    row = rows({"list": "names", "name": "新绿中心", "meaning": APPLICANT.name})
    document = clipping(("走进新绿中心",), mentions_organization=False)
    fact = told(document, row, "mentions_organization")
    assert fact is not None
    assert (fact.value, fact.evidence[0].text) == (True, "走进新绿中心")
    elsewhere = clipping(("走进别的中心",), mentions_organization=False)
    assert apply(elsewhere, row, APPLICANT, AS_OF) is elsewhere
    another = rows({"list": "names", "name": "新绿中心", "meaning": "苏州市新绿职工服务中心"})
    assert apply(document, another, APPLICANT, AS_OF) is document
