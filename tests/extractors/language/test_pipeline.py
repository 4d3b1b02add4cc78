import time

from extractors.language import analyse
from extractors.language.bodies import find_bodies
from extractors.language.numerals import chinese_number, digits_of

TEXT = (
    "苏工发〔2024〕12号 关于表彰的决定。南京市家政服务业协会（统一社会信用代码：51310110501144395U）于2023年5月8日在南京市鼓楼区举办培训，"
    "江苏省总工会、江苏省民政厅联合主办，合同金额人民币壹拾万元整（￥100,000.00），服务期自2023年1月1日至2023年12月31日。"
    "来源：扬子晚报、昆山市融媒体中心。"
)


def test_entities_are_labelled():
    found = [(entity.label_, entity.text) for entity in analyse(TEXT).ents]
    assert found == [
        ("DOCNO", "苏工发〔2024〕12号"),
        ("DIVISION", "南京市"),
        ("USCC", "51310110501144395U"),
        ("DATE", "2023年5月8日"),
        ("DIVISION", "南京市"),
        ("DIVISION", "鼓楼区"),
        ("UNION", "江苏省总工会"),
        ("AUTHORITY", "江苏省民政厅"),
        ("MONEY", "人民币壹拾万元整（￥100,000.00）"),
        ("PERIOD", "自2023年1月1日至2023年12月31日"),
        ("OUTLET", "扬子晚报"),
        ("OUTLET", "昆山市融媒体中心"),
    ]


def test_spans_keep_what_overlaps():
    doc = analyse(TEXT)
    assert {span.label_ for span in doc.spans["found"]} >= {"PERIOD", "DATE", "DIVISION", "UNION"}


def test_an_empty_text_has_no_entities():
    assert len(analyse("").ents) == 0


def test_thirty_thousand_characters_take_about_a_second():
    text = TEXT * (30_000 // len(TEXT) + 1)
    analyse(TEXT)
    begin = time.process_time()
    analyse(text)
    assert time.process_time() - begin < 2.0


def test_bodies_are_found_by_structure():
    text = "中共南京市委宣传部、昆山市人力资源和社会保障局、南京市软件行业协会工会委员会、江苏省\n总工会、市民政局"
    assert [(found.name, found.union) for found in find_bodies(text)] == [
        ("中共南京市委宣传部", False),
        ("昆山市人力资源和社会保障局", False),
        ("南京市软件行业协会工会委员会", True),
        ("江苏省总工会", True),
        ("市民政局", False),
    ]


def test_numerals_are_read():
    assert chinese_number("壹拾万零伍佰") == 100_500
    assert chinese_number("一百二十万") == 1_200_000
    assert chinese_number("二〇二三") == 2023
    assert chinese_number("十") == 10
    assert chinese_number("廿八") == 28
    assert chinese_number("元") is None
    assert chinese_number("") is None
    assert digits_of("2O23") == ("2023", 1)
    assert digits_of("二") is None
