"""A table of names as documents print them, and the level of each: certain, or asked, never guessed upward."""

import pytest

from extractors.language.levels import RANKS, authority_level, outlet_level

AUTHORITIES = {
    "national": (
        "全国总工会 中华全国总工会 民政部 人力资源和社会保障部 中央社会工作部 中国海员建设工会 中国海员建设工会全国委员会 "
        "中国国防邮电工会 中国农林水利气象工会 中国教科文卫体工会 中国能源化学地质工会 中国机械冶金建材工会 "
        "中国财贸轻纺烟草工会 中国金融工会 中央和国家机关工会联合会 共青团中央 全国妇联 中央文明委 国家乡村振兴局 "
        "国务院国资委 市场监管总局 国家市场监督管理总局"
    ),
    "provincial": (
        "江苏省总工会 江苏省民政厅 江苏省民政厅社会组织管理局 江苏省教科工会 江苏省教育科技工会 江苏省财贸轻纺工会 "
        "江苏省交通运输工会 江苏省医务工会 江苏省建设工会 江苏省机械冶金石化工会 江苏省农林水利工会 江苏省国防工会 "
        "江苏省金融工会 江苏省省级机关工会 共青团江苏省委 团江苏省委 中共江苏省委 中共江苏省委社会工作部 江苏省委社会工作部 "
        "江苏省数据局 江苏省政务服务管理办公室 江苏省妇女联合会 江苏省人力资源和社会保障厅 江苏省文明办 "
        "江苏省精神文明建设指导委员会 国家税务总局江苏省税务局 江苏省退役军人事务厅 江苏省应急管理厅 江苏省乡村振兴局"
    ),
    "prefecture": (
        "南京市总工会 徐州市总工会 中共苏州市委宣传部 苏州市委社会工作部 南京市行政审批局 无锡市行政审批局 苏州市行政审批局 "
        "无锡市数据局 南通市政务服务管理办公室 南通市数据局 南京市社会组织管理局 南京市民政局社会组织管理局 常州市教育工会 "
        "苏州市教育科技工会 共青团无锡市委 团南京市委 盐城市妇联 镇江市市级机关工会 扬州市文明办 连云港市应急管理局 "
        "宿迁市人民政府 淮安市委 泰州市工信局 江苏省苏州市总工会 中共南京市委组织部 苏州市精神文明建设指导委员会办公室"
    ),
    "county": (
        "昆山市总工会 江阴市总工会 张家港市总工会 南京市鼓楼区总工会 徐州市鼓楼区总工会 南京市鼓楼区人民政府 "
        "徐州市鼓楼区民政局 无锡市梁溪区委 中共无锡市梁溪区委 苏州市姑苏区行政审批局 昆山市行政审批局 江阴市数据局 "
        "沛县总工会 睢宁县民政局 苏州市吴江区总工会 南通市海门区总工会 扬州市江都区民政局 无锡市新吴区总工会 共青团昆山市委 "
        "中共常熟市委宣传部 南京市江宁区教育局 宜兴市教育工会 邳州市文明办 句容市人民政府办公室 泰兴市妇联 "
        "昆山市委社会工作部 连云港市赣榆区总工会"
    ),
    "other": (
        "苏州工业园区总工会 南京江北新区总工会 苏州工业园区管理委员会 南京江北新区管理委员会社会事业局 "
        "昆山经济技术开发区总工会 无锡国家高新技术产业开发区管委会 国网江苏省电力有限公司工会 江苏省社会组织联合会 "
        "江苏省慈善总会 中国电信江苏公司工会 南京大学工会 江苏省人民医院工会 江苏省社会组织促进会 南京市社会组织联合会 "
        "中国社会组织促进会 江苏省总商会 江苏省工商联合会 南京市建邺区沙洲街道总工会 昆山市周市镇总工会 江苏银行工会 "
        "徐州工程机械集团有限公司工会 新华日报社 江苏省家庭服务业协会 南京市玄武区梅园新村街道办事处 江苏省职工科技协会 "
        "中国质量认证中心 南京禄口国际机场有限公司工会 南京市总工会职工大学 江苏省总工会职工服务中心"
    ),
}

OUTLETS = {
    "national": (
        "人民日报 新华社 新华网 人民网 工人日报 中工网 学习强国 光明日报 经济日报 中国青年报 央视新闻 央视网 "
        "新华社客户端 中国社会报 中国社会组织 公益时报 中国新闻网"
    ),
    "provincial": (
        "新华日报 交汇点 新华日报·交汇点 交汇点新闻客户端 扬子晚报 紫牛新闻 扬子晚报/紫牛新闻 现代快报 现代+ 荔枝新闻 "
        "我苏网 江苏工人报 江苏卫视 江苏新闻广播 江苏经济报 江苏法治报 江南时报 中国江苏网 "
        " 群众杂志 江苏社会组织 江苏民政 学习强国江苏学习平台"
    ),
    "prefecture": (
        "苏州日报 引力播 苏州日报/引力播 南京日报 紫金山新闻 南京晨报 金陵晚报 无锡日报 江南晚报 无锡观察 常州日报 "
        "常州晚报 南通日报 江海晚报 扬州日报 扬州晚报 镇江日报 京江晚报 泰州日报 盐阜大众报 盐城晚报 淮安日报 淮海晚报 "
        "连云港日报 苍梧晚报 宿迁日报 徐州日报 彭城晚报 姑苏晚报 看苏州 无锡广电 苏州广播电视总台 南京广播电视集团"
    ),
    "county": (
        "昆山日报 江阴日报 张家港日报 常熟日报 昆山发布 江阴市融媒体中心 南京市鼓楼区融媒体中心 建邺区融媒体中心 吴江日报"
    ),
    "other": ("抖音 今日头条 搜狐网 腾讯网"),
}

JOINT = [
    ("江苏省总工会、江苏省民政厅", "provincial"),
    ("中共苏州市委宣传部 苏州市总工会", "prefecture"),
    ("昆山市总工会、昆山市社会组织联合会", "county"),
    ("江苏省社会组织联合会、南京市鼓楼区总工会", "county"),
    ("南京市总工会 南京市人力资源和社会保障局 南京市工商业联合会", "prefecture"),
    ("江苏省总工会南京市总工会", "provincial"),
    ("共青团江苏省委、江苏省青年志愿者协会", "provincial"),
    ("徐州市鼓楼区委、徐州市鼓楼区人民政府", "county"),
    ("苏州工业园区管理委员会、苏州工业园区总工会", "other"),
    ("江苏省家庭服务业协会、江苏省职工科技协会", "other"),
]
ASKED = [
    "江苏省某某工作小组", "某某市总工会", "总工会", "全国某某办公室", "华东总工会", "江苏省工会",
    "市数据局", "市委宣传部", "江苏省广播电视总台", "江苏省工人文化宫",
]  # fmt: skip
ACCOUNTS = [
    ("江苏工会", "provincial"),
    ("江苏工会微信公众号", "provincial"),
    ("江苏工会服务网", "provincial"),
    ("江苏省总工会微信公众号", "provincial"),
    ("南京工会微信公众号", "prefecture"),
    ("南京市总工会公众号", "prefecture"),
    ("苏州工会", "prefecture"),
    ("昆山市总工会微信公众号", "county"),
    ("全国总工会微信公众号", "national"),
]


def listed(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, level) for level, names in table.items() for name in names.split()]


@pytest.mark.parametrize(("name", "level"), listed(AUTHORITIES))
def test_an_authority_s_level_is_certain(name: str, level: str) -> None:
    found = authority_level(name)
    assert (found.value, found.certain) == (level, True), found.reason


@pytest.mark.parametrize(("name", "level"), JOINT)
def test_of_joint_issuers_the_highest_counts(name: str, level: str) -> None:
    found = authority_level(name)
    assert (found.value, found.certain) == (level, True), found.reason


@pytest.mark.parametrize("name", ASKED)
def test_what_is_not_known_is_asked_and_stands_nowhere(name: str) -> None:
    found = authority_level(name)
    assert (found.value, found.certain) == ("other", False), found.reason


@pytest.mark.parametrize(("name", "level"), listed(OUTLETS))
def test_an_outlet_s_level_is_certain(name: str, level: str) -> None:
    found = outlet_level(name)
    assert found is not None
    assert (found.value, found.certain) == (level, True), found.reason


@pytest.mark.parametrize(("name", "level"), ACCOUNTS)
def test_whether_an_authority_s_account_is_an_outlet_is_asked(name: str, level: str) -> None:
    found = outlet_level(name)
    assert found is not None
    assert (found.value, found.certain) == (level, False), found.reason


@pytest.mark.parametrize(
    "name", ["某某网", "协会公众号", "南京市家政协会微信公众号", "微讯某地", "新华日报/某某网", "企业工会"]
)
def test_an_outlet_that_is_not_known_has_no_level(name: str) -> None:
    assert outlet_level(name) is None


def test_the_same_district_name_stands_equally_high_in_two_cities() -> None:
    one, other = authority_level("南京市鼓楼区总工会"), authority_level("徐州市鼓楼区总工会")
    assert one.region != other.region
    assert RANKS.index(one.value) == RANKS.index(other.value) == 1
