from pathlib import Path

import pytest

from dossier import uscc

VECTORS = [
    tuple(row.split("\t"))
    for row in (Path(__file__).parent / "data" / "uscc_vectors.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


@pytest.mark.parametrize(("code", "valid", "note"), VECTORS)
def test_the_check_character_agrees_with_known_codes(code: str, valid: str, note: str):
    assert uscc.is_valid(code) is (valid == "yes"), note


@pytest.mark.parametrize("code", [row[0] for row in VECTORS if row[1] == "yes"])
def test_a_valid_code_with_any_character_changed_is_invalid(code: str):
    for at, char in enumerate(code):
        for other in uscc.ALPHABET:
            if other != char:
                assert not uscc.is_valid(code[:at] + other + code[at + 1 :])


@pytest.mark.parametrize("code", [row[0] for row in VECTORS if row[1] == "yes"])
def test_the_inner_organisation_code_holds_as_well(code: str):
    assert uscc.organisation_code_holds(code)


def test_spaces_hyphens_and_full_width_are_no_fault():
    assert uscc.is_valid("51310110 5011-4439 5Ｕ")
    assert uscc.compact(" 5131 0110-501144395u ") == "51310110501144395U"


@pytest.mark.parametrize("letter", "IOZSV")
def test_letters_that_the_standard_leaves_out_are_not_well_formed(letter: str):
    assert not uscc.is_well_formed("5131011050114439" + letter + "U")


@pytest.mark.parametrize(
    ("code", "department", "kind"),
    [
        ("51310110501144395U", uscc.Department.CIVIL_AFFAIRS, "社会团体"),
        ("52320100MJ5678901X", uscc.Department.CIVIL_AFFAIRS, "民办非企业单位"),
        ("53320000509158011Q", uscc.Department.CIVIL_AFFAIRS, "基金会"),
        ("81320100MC12345678", uscc.Department.UNIONS, "基层工会"),
        ("91440300192478382J", uscc.Department.BUSINESS, "企业"),
        ("11440300K31729377B", uscc.Department.INSTITUTIONS, "机关"),
    ],
)
def test_the_first_characters_tell_the_register(code: str, department: uscc.Department, kind: str):
    assert uscc.department(code) is department
    assert uscc.organization_class(code) == kind


def test_only_civil_affairs_classes_are_social_organizations():
    assert uscc.is_social_organization("51310110501144395U")
    assert not uscc.is_social_organization("91440300192478382J")
    assert not uscc.is_social_organization("81320100MC12345678")


def test_the_division_is_that_of_the_registering_authority():
    assert uscc.division("51310110501144395U") == "310110"
    assert uscc.division("5I310110501144395U") == "310110"
    assert uscc.division("51O10110501144395U") is None


def test_the_check_character_can_be_computed_for_a_made_code():
    assert uscc.check_character("51310110501144395") == "U"
    assert uscc.check_character("5131") is None
