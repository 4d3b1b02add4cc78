"""Whose seal it is: rings begun anywhere, with characters missing, and with what the seal is for behind."""

import pytest

from dossier.seal_match import Bearing, bearing, is_named_in, is_of, is_whole, seal_body


@pytest.mark.parametrize(
    ("seal", "body"),
    [
        ("无锡市民政局", "无锡市民政局"),
        ("民政局无锡市", "无锡市民政局"),
        ("盐城市工会", "盐城市总工会"),
        ("无锡市民政局行政审批专用章", "无锡市民政局"),
        ("无锡市民政局社会组织管理处", "无锡市民政局"),
        ("无锡市行政审批局", "无锡市民政局"),
        ("江苏省人力资源和社会保障厅", "江苏省人社厅"),
        ("南京市家政服务业协会合同专用章", "南京市家政服务业协会"),
        ("连云港市民政局", "连云港市赣榆区民政局"),
        ("共青团无锡市委员会", "共青团无锡市委"),
    ],
)
def test_a_ring_that_may_be_the_bodys_is_its_own(seal: str, body: str) -> None:
    assert bearing(seal, body) == "own"


@pytest.mark.parametrize(
    ("seal", "body"),
    [
        ("南京锦程文化传媒有限公司", "南京市民政局"),
        ("苏州市民政局", "无锡市民政局"),
        ("南京市青年志愿者协会", "江苏省总工会"),
    ],
)
def test_a_whole_name_of_something_else_is_anothers(seal: str, body: str) -> None:
    assert bearing(seal, body) == "another"


@pytest.mark.parametrize(
    ("seal", "body", "found"),
    [
        ("南京市总工会", "第三届职工技能大赛组委会", "unclear"),
        ("南京市总工会", "江苏省总工会", "unclear"),
        ("无锡市民政局", "江苏省民政厅", "unclear"),
        ("锦程文化", "南京市民政局", "unclear"),
    ],
)
def test_bodies_of_one_region_and_pieces_of_names_are_left_open(seal: str, body: str, found: Bearing) -> None:
    assert bearing(seal, body) == found


@pytest.mark.parametrize(
    "seal", ["无锡市民政局(1)", "无锡市民政局公章", "无锡市民政局合同专用章", "无锡市民政局合同专用章(2)"]
)
def test_what_a_seal_is_for_is_no_part_of_the_name(seal: str) -> None:
    assert seal_body(seal).startswith("无锡市民政局")
    assert bearing(seal, "无锡市民政局") == "own"


def test_only_whole_names_are_whole() -> None:
    assert is_whole("南京锦程文化传媒有限公司")
    assert not is_whole("锦程文化传媒")
    assert not is_whole("民政局")


def test_the_applicants_own_seal_and_its_unions_are_known() -> None:
    name = "南京市职工关爱服务促进会"
    assert is_of(name, name)
    assert is_of(f"{name}工会委员会", name)
    assert not is_of("南京锦程文化传媒有限公司", name)


def test_a_body_that_the_text_names_is_found_from_any_start() -> None:
    text = "主办单位：南京市总工会、南京市民政局。"
    assert is_named_in("民政局南京市", text)
    assert not is_named_in("苏州锦程文化传媒有限公司", text)
