import pytest

from extractors.language.money import find_amounts


@pytest.mark.parametrize(
    ("text", "cny"),
    [
        ("10万元", 100000),
        ("人民币壹拾万元整", 100000),
        ("￥100,000.00", 100000),
        ("¥100，000.00元", 100000),
        ("3.5万元", 35000),
        ("叁万元整", 30000),
        ("100000元", 100000),
        ("100 000元", 100000),
        ("1.2亿元", 120000000),
        ("人民币5000元", 5000),
        ("RMB 5000.50", 5000.5),
        ("人民币（大写）：伍万叁仟贰佰元伍角整", 53200.5),
        ("壹佰贰拾叁元肆角伍分", 123.45),
        ("一百二十万元", 1200000),
        ("十万元", 100000),
        ("贰萬圆整", 20000),
        ("壹亿贰仟万元整", 120000000),
        ("壹拾万零伍佰元整", 100500),
        ("人民币\n壹拾万元整", 100000),
        ("５万元", 50000),
        ("50万元人民币", 500000),
    ],
)
def test_amounts_are_read_in_figures_and_in_words(text: str, cny: float):
    assert [found.cny for found in find_amounts(text)] == [cny]


def test_words_and_figures_beside_each_other_are_one_amount():
    (found,) = find_amounts("合同总价：人民币壹拾万元整（￥100,000.00），含税")
    assert found.cny == 100000
    assert found.raw == "人民币壹拾万元整（￥100,000.00）"


def test_words_and_figures_that_disagree_are_both_told():
    assert [found.cny for found in find_amounts("人民币壹拾万元整（￥10,000.00）")] == [100000, 10000]


@pytest.mark.parametrize(
    "text", ["三元社区", "2024元旦", "10万美元", "多元化", "一元化领导", "10万人", "2024年", "元宵", ""]
)
def test_what_is_no_money_is_not_read_as_such(text: str):
    assert find_amounts(text) == []


def test_an_amount_said_to_be_about_is_less_sure():
    (found,) = find_amounts("投入10余万元")
    assert (found.cny, found.confidence) == (100000, 0.6)
