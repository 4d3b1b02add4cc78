import csv
from pathlib import Path

import pytest

from dossier.regions import leading, regions

GAZETTEER = Path(__file__).parents[2] / "extractors" / "gazetteers" / "divisions.tsv"


@pytest.mark.parametrize(
    ("text", "path", "level"),
    [
        ("南京市总工会", ("江苏省", "南京市"), "prefecture"),
        ("南京鼓楼区民政局", ("江苏省", "南京市", "鼓楼区"), "county"),
        ("鼓楼区民政局", ("鼓楼区",), "county"),
        ("江苏省昆山市人社局", ("江苏省", "苏州市", "昆山市"), "county"),
        ("连云港市连云区", ("江苏省", "连云港市", "连云区"), "county"),
        ("淮安市淮安区", ("江苏省", "淮安市", "淮安区"), "county"),
        ("苏州工业园区社会事业局", ("江苏省", "苏州市", "苏州工业园区"), "zone"),
        ("南京江北新区总工会", ("江苏省", "南京市", "江北新区"), "zone"),
        ("浙江省杭州市余杭区民政局", ("浙江省", "杭州市", "余杭区"), "county"),
        ("吉林省吉林市总工会", ("吉林省", "吉林市"), "prefecture"),
        ("东海渔业协会", (), None),
        ("中山陵园", (), None),
    ],
)
def test_a_name_begins_with_its_region(text: str, path: tuple[str, ...], level: str | None):
    found = leading(text)
    assert (found.path, found.level) == (path, level)


def test_the_names_agree_with_the_gazetteer_of_codes():
    with GAZETTEER.open(encoding="utf-8") as rows:
        listed = [
            row
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["type"] != "旧区划"
        ]
    ours = {
        (region.name, region.path[-2] if len(region.path) > 1 else "")
        for region in regions()
        if region.path[0] == "江苏省"
    }
    assert {(row["name"], row["parent"]) for row in listed} == ours


def test_jiangsu_has_13_prefectures_and_21_county_level_cities():
    jiangsu = [region for region in regions() if region.path[0] == "江苏省"]
    assert sum(region.level == "prefecture" for region in jiangsu) == 13
    assert sum(region.level == "county" and region.name.endswith("市") for region in jiangsu) == 21
