"""Jiangsu's divisions as the corpus needs them: 13 prefecture-level cities with districts, counties, county-level cities."""

from dataclasses import dataclass

PROVINCE = "320000"

_TABLE = """
320100 南京市 玄武区320102 秦淮区320104 建邺区320105 鼓楼区320106 浦口区320111 栖霞区320113 雨花台区320114 江宁区320115 六合区320116 溧水区320117 高淳区320118
320200 无锡市 锡山区320205 惠山区320206 滨湖区320211 梁溪区320213 新吴区320214 江阴市320281 宜兴市320282
320300 徐州市 鼓楼区320302 云龙区320303 贾汪区320305 泉山区320311 铜山区320312 丰县320321 沛县320322 睢宁县320324 新沂市320381 邳州市320382
320400 常州市 天宁区320402 钟楼区320404 新北区320411 武进区320412 金坛区320413 溧阳市320481
320500 苏州市 虎丘区320505 吴中区320506 相城区320507 姑苏区320508 吴江区320509 常熟市320581 张家港市320582 昆山市320583 太仓市320585
320600 南通市 通州区320612 崇川区320613 海门区320614 如东县320623 启东市320681 如皋市320682 海安市320685
320700 连云港市 连云区320703 海州区320706 赣榆区320707 东海县320722 灌云县320723 灌南县320724
320800 淮安市 淮安区320803 淮阴区320804 清江浦区320812 洪泽区320813 涟水县320826 盱眙县320830 金湖县320831
320900 盐城市 亭湖区320902 盐都区320903 大丰区320904 响水县320921 滨海县320922 阜宁县320923 射阳县320924 建湖县320925 东台市320981
321000 扬州市 广陵区321002 邗江区321003 江都区321012 宝应县321023 仪征市321081 高邮市321084
321100 镇江市 京口区321102 润州区321111 丹徒区321112 丹阳市321181 扬中市321182 句容市321183
321200 泰州市 海陵区321202 高港区321203 姜堰区321204 兴化市321281 靖江市321282 泰兴市321283
321300 宿迁市 宿城区321302 宿豫区321311 沭阳县321322 泗阳县321323 泗洪县321324
"""


@dataclass(frozen=True)
class Place:
    """A registering place: a prefecture-level city, or a district or county in it (`county` empty for the city)."""

    city: str
    city_code: str
    county: str = ""
    county_code: str = ""

    @property
    def code(self) -> str:
        """GB/T 2260 code of the place itself."""
        return self.county_code or self.city_code

    @property
    def full(self) -> str:
        """Name as official bodies carry it: counties and county-level cities stand alone, districts with their city."""
        if not self.county:
            return self.city
        return self.city + self.county if self.county.endswith("区") else self.county

    @property
    def is_county_city(self) -> bool:
        """Whether it is a county-level city, whose name ends like a prefecture's."""
        return self.county.endswith("市")


def _parse() -> tuple[Place, ...]:
    places: list[Place] = []
    for row in _TABLE.split("\n"):
        if row.strip():
            code, city, *counties = row.split()
            places.append(Place(city, code))
            places.extend(Place(city, code, county[:-6], county[-6:]) for county in counties)
    return tuple(places)


PLACES = _parse()
CITIES = tuple(place for place in PLACES if not place.county)
COUNTIES = tuple(place for place in PLACES if place.county)


ABBREVIATIONS = {
    "南京市": "宁", "无锡市": "锡", "徐州市": "徐", "常州市": "常", "苏州市": "苏", "南通市": "通", "连云港市": "连",
    "淮安市": "淮", "盐城市": "盐", "扬州市": "扬", "镇江市": "镇", "泰州市": "泰", "宿迁市": "宿",
}  # fmt: skip
"""The character by which a city's documents are numbered."""


def counties_of(city: str) -> tuple[Place, ...]:
    """The districts and counties of a prefecture-level city."""
    return tuple(place for place in COUNTIES if place.city == city)


def city_of(city: str) -> Place:
    """The prefecture-level city itself."""
    return next(place for place in CITIES if place.city == city)
