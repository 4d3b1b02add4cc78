import csv
from pathlib import Path

import pytest

from extractors.language.levels import (
    authority_level,
    canonical_outlet,
    find_outlets,
    outlet_level,
    split_issuers,
)

GAZETTEERS = Path(__file__).parents[3] / "extractors" / "gazetteers"

CERTAIN = {
    "national": "全国总工会 中华全国总工会 民政部 人力资源和社会保障部 中华人民共和国民政部 中国财贸轻纺烟草工会 中国教科文卫体工会全国委员会 中央文明办 "
    "国务院扶贫开发领导小组办公室 全国妇联 民政部社会组织管理局 共青团中央 全国总工会办公厅 全国总工会社会联络部",
    "provincial": "江苏省总工会 江苏省民政厅 江苏省人民政府 中共江苏省委宣传部 江苏省委 江苏省教科工会 江苏省财贸轻纺工会 江苏省省级机关工会 "
    "江苏省民政厅社会组织管理局 共青团江苏省委 江苏省总工会女职工委员会 省总工会 江苏省人力资源和社会保障厅 江苏省政府办公厅",
    "prefecture": "南京市总工会 苏州市民政局 连云港市总工会 中共南京市委 南京市委办公室 南京市政府办公室 南京市文明办 南京总工会 南京市教育工会 "
    "南京市社会组织工会联合会 共青团南京市委员会 南京市妇女联合会 南京市社会组织工作领导小组 中国共产党南京市委员会组织部 江苏省南京市人力资源和社会保障局 国家税务总局南京市税务局 南京市行政审批局",
    "county": "昆山市总工会 江阴市人民政府 张家港市民政局 常熟市总工会 太仓市总工会 宜兴市总工会 溧阳市总工会 启东市总工会 如皋市总工会 海安市总工会 "
    "东台市总工会 仪征市总工会 高邮市总工会 丹阳市总工会 扬中市总工会 句容市总工会 兴化市总工会 靖江市总工会 泰兴市总工会 邳州市总工会 "
    "新沂市总工会 鼓楼区民政局 南京市鼓楼区总工会 沭阳县总工会 连云区总工会 中共昆山市委 江苏省苏州市昆山市总工会 区总工会",
    "other": "南京市软件行业协会 江苏省家政学会 江苏省电力有限公司工会 南京大学工会 苏州工业园区总工会 南京江北新区管理委员会 江苏省社会组织联合会 "
    "江宁区汤山街道总工会 中国社会工作联合会 南京市慈善总会 中国职工发展基金会 江苏省人民医院工会 中国工商银行江苏省分行工会 苏州市吴江区盛泽镇总工会",
}


@pytest.mark.parametrize(
    ("level", "name"), [(level, name) for level, names in CERTAIN.items() for name in names.split()]
)
def test_the_level_of_an_authority_is_told_by_its_name(level: str, name: str):
    found = authority_level(name)
    assert (found.value, found.certain) == (level, True), found.reason


@pytest.mark.parametrize(
    "name",
    [
        "市总工会",
        "市民政局",
        "某某工会",
        "江苏省工会",
        "义乌市总工会",
        "江苏省某某小组",
        "南京市",
        "",
        "领导小组",
    ],
)
def test_what_is_not_known_is_other_and_not_certain(name: str):
    found = authority_level(name)
    assert (found.value, found.certain) == ("other", False)


@pytest.mark.parametrize(
    ("name", "value"),
    [("杭州市总工会", "prefecture"), ("浙江省总工会", "provincial"), ("江苏省工商业联合会", "provincial")],
)
def test_what_the_reviewer_has_to_decide_is_not_certain(name: str, value: str):
    found = authority_level(name)
    assert (found.value, found.certain) == (value, False)


def test_a_bare_city_takes_the_region_of_the_document():
    assert authority_level("市总工会", "南京市").value == "prefecture"
    assert authority_level("市总工会", "南京市鼓楼区").value == "prefecture"
    assert authority_level("市总工会", "昆山市").value == "county"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("江苏省总工会、南京市民政局", "provincial"),
        ("南京市民政局、江苏省总工会", "provincial"),
        ("江苏省总工会 江苏省民政厅", "provincial"),
        ("南京市民政局、南京市慈善总会", "prefecture"),
        ("昆山市总工会、昆山市民政局", "county"),
        ("江 苏 省 总 工 会", "provincial"),
        ("江苏省人力资源\n和社会保障厅", "provincial"),
        ("授予单位：江苏省总工会 2023年5月8日", "provincial"),
        ("中共南京市委 南京市人民政府", "prefecture"),
    ],
)
def test_of_joint_issuers_the_highest_counts(text: str, value: str):
    assert authority_level(text).value == value


def test_joint_issuers_are_taken_apart():
    assert split_issuers("江苏省总工会、人力资源和社会保障厅") == [
        "江苏省总工会",
        "江苏省人力资源和社会保障厅",
    ]
    assert split_issuers("江苏省总工会江苏省民政厅") == ["江苏省总工会", "江苏省民政厅"]
    assert split_issuers("南京市人力资源和社会保障局") == ["南京市人力资源和社会保障局"]
    assert split_issuers("江 苏 省 总 工 会") == ["江苏省总工会"]


def test_the_reason_names_the_classic_mistake():
    assert "县级市" in authority_level("昆山市总工会").reason


OUTLETS = {
    "national": "人民日报 新华社 工人日报 工人日报社 新华社客户端 中国社会报 学习强国",
    "provincial": "新华日报 江苏卫视 交汇点 交汇点客户端 荔枝新闻 荔枝新闻APP 江苏工人报 江苏工人报微信公众号 《扬子晚报》 现代快报 中国江苏网",
    "prefecture": "苏州日报 无锡日报 扬州日报 南通日报 常州日报 徐州日报 镇江日报 泰州日报 盐阜大众报 淮安日报 连云港日报 宿迁日报 姑苏晚报 南京电视台 "
    "扬州广播电视台 南京发布 “苏州发布”微信公众号",
    "county": "昆山日报 江阴日报 常熟日报 江阴市融媒体中心 常熟市融媒体中心 海安市广播电视台",
    "other": "抖音 今日头条 搜狐网",
}


@pytest.mark.parametrize(
    ("level", "name"), [(level, name) for level, names in OUTLETS.items() for name in names.split()]
)
def test_the_level_of_an_outlet_is_its_owners(level: str, name: str):
    found = outlet_level(name)
    assert found is not None
    assert (found.value, found.certain) == (level, True), found.reason


@pytest.mark.parametrize("name", ["某某网", "协会公众号", "南京市家政协会", ""])
def test_an_unknown_outlet_has_no_level(name: str):
    assert outlet_level(name) is None


def test_an_app_or_account_belongs_to_its_owner():
    assert canonical_outlet("交汇点客户端") == "交汇点新闻"
    assert canonical_outlet("工人日报社") == "工人日报"
    assert canonical_outlet("某某网") is None


def test_outlets_are_found_in_text_and_lookalike_words_are_not():
    text = "来源：南京发布。近日，《江苏工人报》与昆山市融媒体中心报道，南京发布了新政策，新华社区居民，人民网络。扬子晚报/紫牛新闻记者"
    assert [text[found.start : found.end] for found in find_outlets(text)] == [
        "南京发布",
        "江苏工人报",
        "昆山市融媒体中心",
        "扬子晚报",
        "紫牛新闻",
    ]


@pytest.mark.parametrize("path", sorted(GAZETTEERS.glob("*.tsv")), ids=lambda path: path.stem)
def test_every_row_of_a_gazetteer_has_its_date_and_source(path: Path):
    with path.open(encoding="utf-8") as rows:
        listed = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert listed
    for row in listed:
        assert None not in row
        assert all(row[column] for column in ("as_of", "source")), row


@pytest.mark.parametrize(
    ("name", "key"),
    [("authorities", "name"), ("departments", "name"), ("outlets", "name"), ("stance", "word")],
)
def test_no_name_stands_twice_in_a_gazetteer(name: str, key: str):
    with (GAZETTEERS / f"{name}.tsv").open(encoding="utf-8") as rows:
        names = [row[key] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)]
    assert len(names) == len(set(names))
