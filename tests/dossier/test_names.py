import pytest

from dossier.names import (
    is_civil_affairs,
    is_union_body,
    mentions,
    normalise,
    parts,
    registry_region,
    same_organization,
    union_level_region,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("南京市家政协会", "南京家政协会"),
        ("江苏省南京市家政协会", "南京市家政协会"),
        ("江苏省青年志愿者协会", "江苏青年志愿者协会"),
        ("江苏省家政（服务）协会", "江苏省家政(服务)\n协会"),
        ("南 京 市 家 政 协 会", "南京市家政协会"),
        ("南京市家政協會", "南京市家政协会"),
        ("南京市家政协会（盖章）", "南京市家政协会"),
        ("南京市“爱心”家政协会", "南京市爱心家政协会"),
        ("南京市家政协合", "南京市家政协会"),
        ("南亰市家政协会", "南京市家政协会"),
        ("杨州市家政服务协会", "扬州市家政服务协会"),
        ("江苏省冶金行业协会", "江苏省治金行业协会"),
    ],
)
def test_ways_of_writing_one_name_are_the_same(one: str, other: str):
    assert same_organization(one, other).verdict == "same"
    assert same_organization(other, one).verdict == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("南京市家政协会", "无锡市家政协会"),
        ("南京市家政协会", "南京市鼓楼区家政协会"),
        ("南京市鼓楼区家政协会", "徐州市鼓楼区家政协会"),
        ("江苏省家政协会", "南京市家政协会"),
        ("江苏省家政协会", "江苏省家政学会"),
        ("江苏省家政协会", "江苏省家政研究会"),
        ("江苏省青年志愿者协会", "江苏省青少年志愿者协会"),
        ("南京市家政服务协会", "南京市家庭服务协会"),
        ("江苏省老年摄影协会", "江苏省青年摄影协会"),
        ("江苏省企业家协会", "江苏省女企业家协会"),
        ("江苏省青年志愿者协会", "江苏省青年志愿者协会工会委员会"),
        ("江苏省青年志愿者协会", "江苏省青年志愿者协会南京分会"),
        ("江苏省电子商务协会", "江苏省电子商务协会直播专业委员会"),
        ("南京市社会组织联合会", "南京市社会组织工会联合会"),
        ("南京市家政服务中心", "南京市家政服务有限公司"),
        ("南京市家政协会", ""),
    ],
)
def test_bodies_that_differ_in_one_meaningful_word_stay_different(one: str, other: str):
    assert same_organization(one, other).verdict == "different"
    assert same_organization(other, one).verdict == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("江苏省侨商会", "江苏省桥商会"),
        ("鼓楼区家政协会", "徐州市鼓楼区家政协会"),
        ("南京市家政服务业协会", "家政服务业协会"),
        ("江苏省冶金行业协会", "江苏省冶金协会"),
        ("南京市劳动关系促进会", "南京市劳动夫系促进会"),
        ("南京市公证员服务中心", "南京市公□员服务中心"),
        ("南京市家政服务协会", "南京市家政服务协"),
    ],
)
def test_what_could_be_a_misreading_or_another_body_is_asked(one: str, other: str):
    assert same_organization(one, other).verdict == "unsure"
    assert same_organization(other, one).verdict == "unsure"


def test_a_comparison_says_why():
    match = same_organization("南京市家政协会", "无锡市家政协会")
    assert "南京市" in match.reason
    assert "无锡市" in match.reason
    assert match.score < 0.5


def test_a_name_is_normalised_to_one_way_of_writing():
    assert normalise("江苏青年 协会") == "江苏省青年协会"
    assert normalise("江苏省青年協會") == "江苏省青年协会"
    assert normalise("南京鼓楼区家政（服务）协会") == "南京市鼓楼区家政(服务)协会"


def test_a_name_is_taken_apart():
    found = parts("江苏省南京市电子商务协会直播专业委员会")
    assert found.path == ("江苏省", "南京市")
    assert (found.core, found.kind, found.branch) == ("电子商务", "协会", "直播专业委员会")


def test_a_text_mentions_a_name_through_spaces_and_line_breaks():
    text = "由 南 京 市 家\n政服务业协会主办"
    (hit,) = mentions(text, "南京市家政服务业协会")
    assert text[hit.start : hit.end] == "南 京 市 家\n政服务业协会"
    assert hit.confidence == 1.0


def test_a_text_mentions_a_name_with_one_misread_character():
    (hit,) = mentions("南京市家政服务业协合等单位", "南京市家政服务业协会")
    assert 0.5 <= hit.confidence < 1


def test_an_abbreviation_counts_where_the_text_defines_it():
    text = "南京市家政服务业协会（以下简称“家政协会”）成立。家政协会举办培训。"
    hits = mentions(text, "南京市家政服务业协会")
    assert [text[hit.start : hit.end] for hit in hits] == ["南京市家政服务业协会", "家政协会", "家政协会"]
    assert mentions("家政协会举办培训。", "南京市家政服务业协会") == []


@pytest.mark.parametrize(
    "text",
    ["无锡市家政服务业协会举办培训", "南京市家庭服务业协会举办培训", "南京市家政服务业学会举办培训", ""],
)
def test_another_body_is_no_mention(text: str):
    assert mentions(text, "南京市家政服务业协会") == []


def test_the_name_inside_that_of_its_union_is_a_weak_mention():
    (hit,) = mentions("南京市家政服务业协会工会委员会成立", "南京市家政服务业协会")
    assert hit.confidence <= 0.6


@pytest.mark.parametrize(
    "name",
    [
        "南京市总工会",
        "南京市社会组织工会联合会",
        "江苏省教科工会",
        "中国海员建设工会全国委员会",
        "江苏省总工会权益保障部",
        "南京市志愿者协会工会委员会",
        "省级机关工会工作委员会",
        "中国海员工会",
        "中华全国总工会",
    ],
)
def test_unions_of_the_system_are_union_bodies(name: str):
    assert is_union_body(name)


@pytest.mark.parametrize(
    "name",
    [
        "南京市社会组织联合会",
        "江苏省工会理论研究会",
        "南京市总工会职工服务中心",
        "义工会",
        "江苏省分会",
        "南京市民政局",
        "工会干部学院",
    ],
)
def test_associations_about_unions_are_no_union_bodies(name: str):
    assert not is_union_body(name)


@pytest.mark.parametrize(
    "name",
    [
        "南京市民政局",
        "江苏省民政厅社会组织管理局",
        "民政部",
        "苏州市行政审批局",
        "徐州市数据局",
        "南京市鼓楼区政务服务管理办公室",
        "昆山市行政审批局（昆山市政务服务管理办公室）",
        "苏州工业园区社会事业局",
    ],
)
def test_registries_of_social_organizations_are_known(name: str):
    assert is_civil_affairs(name)


@pytest.mark.parametrize("name", ["南京市市场监督管理局", "江苏省民政学会", "南京市总工会", "民政服务站"])
def test_other_bodies_register_no_social_organizations(name: str):
    assert not is_civil_affairs(name)


def test_the_region_of_a_union_and_of_a_registry_is_told():
    assert union_level_region("昆山市总工会").path == ("江苏省", "苏州市", "昆山市")
    assert union_level_region("南京市民政局").path == ()
    assert registry_region("鼓楼区民政局").level == "county"
