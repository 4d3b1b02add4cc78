"""Plaques of stars and of letters A that honour a body's union: whose they are, who gave them, what they are."""

from __future__ import annotations

import pytest

from tests.extractors.pages import Row, facts_of, heading, read

OURS = "南京市家政服务业协会"
UNION = f"{OURS}工会委员会"
CITY = "南京市总工会"

DATED: list[Row] = [heading(CITY, 0.6, 24.0), heading("二〇二四年五月", 0.66, 20.0)]

PLAQUES: dict[str, tuple[list[Row], dict[str, object]]] = {
    "the union over its stars": (
        [heading(UNION, 0.2, 24.0), heading("五星级基层工会", 0.35, 48.0), *DATED],
        {"recipient": UNION, "honor_title": "五星级基层工会", "issuing_authority": CITY},
    ),
    "stars drawn, the union under them": (
        [
            heading("★★★★★", 0.2, 40.0),
            heading("五星级职工服务站", 0.35, 48.0),
            heading(f"{OURS}工会联合会", 0.5, 24.0),
            *DATED,
        ],
        {
            "recipient": f"{OURS}工会联合会",
            "honor_title": "五星级职工服务站",
            "issuing_authority": CITY,
        },
    ),
    "letters": (
        [heading(f"{OURS}工会", 0.2, 24.0), heading("AAA级模范职工之家", 0.35, 48.0), *DATED],
        {
            "recipient": f"{OURS}工会",
            "honor_title": "AAA级模范职工之家",
            "issuing_authority": CITY,
            "issue_date": "2024-05",
        },
    ),
    "letters before a word that bodies end with": (
        [
            heading("和谐劳动关系", 0.2, 40.0),
            heading("AAA级企业", 0.3, 48.0),
            heading(UNION, 0.45, 24.0),
            *DATED,
        ],
        {"recipient": UNION, "honor_title": "AAA级企业"},
    ),
    "no day": (
        [
            heading("五星级工会", 0.35, 58.0),
            heading(UNION, 0.5, 24.0),
            heading("南京市鼓楼区总工会", 0.6, 24.0),
        ],
        {"recipient": UNION, "honor_title": "五星级工会", "issuing_authority": "南京市鼓楼区总工会"},
    ),
    "the body itself": (
        [heading(OURS, 0.2, 24.0), heading("AAA级职工满意单位", 0.35, 48.0), *DATED],
        {"recipient": OURS, "honor_title": "AAA级职工满意单位", "issuing_authority": CITY},
    ),
}


@pytest.mark.parametrize("organization", [OURS, None], ids=["applicant known", "applicant not known"])
@pytest.mark.parametrize(("plaque", "told"), PLAQUES.values(), ids=PLAQUES)
def test_a_star_plaque_is_an_award_to_the_union_that_it_names(
    plaque: list[Row], told: dict[str, object], organization: str | None
) -> None:
    document = read(plaque, organization=organization)

    assert document.document.kind == "award"
    assert {name: facts_of(document).get(name) for name in told} == told


def test_a_grade_of_social_organizations_stays_a_grade() -> None:
    document = read(
        [
            heading(OURS, 0.2, 24.0),
            heading("AAAAA级社会组织", 0.35, 48.0),
            heading("南京市民政局", 0.6, 24.0),
            heading("2024年5月", 0.66, 20.0),
        ]
    )

    assert document.document.kind == "grade_certificate"
    assert facts_of(document)["grade"] == "5A"


def test_an_office_over_a_slogan_gives_no_award() -> None:
    document = read([heading("团结奋进 服务职工", 0.35, 48.0), heading(CITY, 0.6, 24.0)])

    assert document.document.kind == "other"


def test_a_form_that_registers_an_honour_is_an_award() -> None:
    document = read(
        [
            heading("荣誉授予登记表", 0.1, 26.0),
            (0.1, 0.2, "获奖者"),
            (0.3, 0.2, OURS),
            (0.1, 0.26, "荣誉名称"),
            (0.3, 0.26, "服务职工先进单位"),
            (0.1, 0.32, "授予机关"),
            (0.3, 0.32, CITY),
            (0.1, 0.38, "批准文号"),
            (0.3, 0.38, "宁工发〔2026〕124号"),
            (0.1, 0.44, "授予日期"),
            (0.3, 0.44, "2026年9月10日"),
        ]
    )
    found = facts_of(document)

    assert document.document.kind == "award"
    assert (found["recipient"], found["honor_title"]) == (OURS, "服务职工先进单位")
    assert (found["issuing_authority"], found["issue_date"]) == (CITY, "2026-09-10")
    assert found["document_number"] == "宁工发〔2026〕124号"
