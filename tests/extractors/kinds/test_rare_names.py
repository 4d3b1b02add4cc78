"""People whose names have rare or traditional characters: read whole, and known again on another paper."""

from __future__ import annotations

import pytest

from dossier.glyphs import fold
from tests.extractors.pages import facts_of, heading, read

PEOPLE = ["李垚", "王翀", "孫靜異", "陈䶮", "赵𬱖明"]


def test_a_payrolls_rare_names_are_read_whole() -> None:
    rows = [f"{number}\t{name}\t女\t5200.00" for number, name in enumerate(PEOPLE, 1)]
    document = read([heading("2026年3月工资发放表"), (0.1, 0.12, ""), "序号\t姓名\t性别\t实发", *rows])

    assert facts_of(document)["people"] == PEOPLE


@pytest.mark.parametrize("name", PEOPLE)
def test_a_certificates_rare_name_is_read_whole(name: str) -> None:
    document = read(
        [
            heading("社会团体法人登记证书"),
            (0.1, 0.14, "名称：南京市家政服务业协会"),
            f"法定代表人：{name}",
            "统一社会信用代码：51320100MJ5000123W",
            "发证机关：南京市民政局",
        ]
    )

    assert facts_of(document)["legal_representative"] == name


def test_a_number_of_people_behind_the_last_name_is_no_part_of_it() -> None:
    document = read(
        [
            heading("在职证明"),
            (0.1, 0.14, "兹证明车子墨、嵇雪梅、裴静波共3人均为我单位专职工作人员。"),
            (0.6, 0.3, "南京市家政服务业协会"),
            (0.6, 0.33, "2026年3月1日"),
        ]
    )

    assert facts_of(document)["people"] == ["车子墨", "嵇雪梅", "裴静波"]


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("孫靜異", "孙静异"), ("龔瑋瓊", "龚玮琼"), ("劉禕", "刘祎"), ("鄔鵬遠", "邬鹏远")],
)
def test_a_traditional_name_is_the_same_as_its_simplified_one(traditional: str, simplified: str) -> None:
    assert fold(traditional) == fold(simplified)


@pytest.mark.parametrize(
    ("one", "other"), [("李昇", "李升"), ("王甦", "王苏"), ("张堃", "张坤"), ("周喆", "周哲")]
)
def test_variants_that_are_other_peoples_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
