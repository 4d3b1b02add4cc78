import pytest

from extractors.language.numbers import find_certificate_numbers, find_document_numbers, find_phones


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("苏工发〔2024〕12号", "苏工发〔2024〕12号"),
        ("苏工发[2024]12号", "苏工发〔2024〕12号"),
        ("苏工发（2024）12号", "苏工发〔2024〕12号"),
        ("苏工发【2024】12 号", "苏工发〔2024〕12号"),
        ("苏 工 发 〔 2024 〕 12 号", "苏工发〔2024〕12号"),
        ("苏工发〔2024〕第012号", "苏工发〔2024〕12号"),
        ("江苏省总工会文件苏工发〔2024〕12号", "苏工发〔2024〕12号"),
        ("根据《通知》（苏工办发〔2024〕3号）", "苏工办发〔2024〕3号"),
        ("宁民管罚字〔2023〕第5号", "宁民管罚字〔2023〕5号"),
        ("锡工发2024〕12号", "锡工发〔2024〕12号"),
        ("民政部令第39号", "民政部令第39号"),
        ("第12号", "第12号"),
        ("第十二号", "第12号"),
    ],
)
def test_a_document_number_is_read_with_any_brackets(text: str, value: str):
    assert [found.value for found in find_document_numbers(text)] == [value]


def test_a_number_without_a_year_is_less_sure():
    assert (
        find_document_numbers("第12号")[0].confidence
        < find_document_numbers("苏工发〔2024〕12号")[0].confidence
    )


@pytest.mark.parametrize("text", ["中山路第12号", "中山路12号", "2024年12月", "51310110501144395U", ""])
def test_addresses_are_no_document_numbers(text: str):
    assert find_document_numbers(text) == []


def test_certificate_numbers_stand_behind_their_label():
    assert [found.value for found in find_certificate_numbers("证书编号：JS2023-0012 有效期")] == [
        "JS2023-0012"
    ]
    assert [found.value for found in find_certificate_numbers("证号：苏社评字第20230123号")] == [
        "苏社评字第20230123号"
    ]
    assert find_certificate_numbers("没有编号的证书") == []


def test_telephones_are_found_and_codes_are_none():
    assert [found.value for found in find_phones("025-83712345 13912345678 51310110501144395U")] == [
        "02583712345",
        "13912345678",
    ]
