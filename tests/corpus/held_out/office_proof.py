"""Proofs of an office: leave to use rooms for nothing, a deed, an agreement with an incubator, a registered lease."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import LAST_DAY, PAPER, Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import organization_papers as usual
from tests.corpus.layouts.shared import sealed
from tests.corpus.page import wrap
from tests.corpus.world import Organization, company, person

KIND = "office_proof"


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The usual rooms, of other owners: neighbourhoods, parks, companies, persons."""
    owner = rng.choice(
        (
            person(rng),
            f"{org.place.full}社会组织孵化基地",
            f"{org.place.full}城南街道{rng.choice(('望亭', '双桥', '新民', '荷花'))}社区居民委员会",
            company(rng, org.place),
            f"{org.place.full}机关事务管理中心",
        )
    )
    values = usual.sample_office_proof(rng, org, fixed)
    if "owner" not in fixed and not values["deed"]:
        values |= {"owner": owner, "owner_body": True if len(owner) > 4 else None}
    return values


SAMPLERS[KIND] = sample


@layout(KIND, "free_use", ("digital", "scan", "photo", "poor", "docx"), needs="!deed owner_body")
def free_use(draft: Draft) -> None:
    """The owner's statement in running prose that the organization may use the rooms without paying."""
    flow = draft.flow(draft.type("fang", 16, leading=1.95))
    flow.heading(
        draft.pick("场地使用证明", "办公场所无偿使用证明", "住所（经营场所）使用证明"),
        draft.type("song-bold", 24),
        after=18,
    )
    area = draft.rng.randint(38, 260)
    flow.paragraph(
        f"兹证明，坐落于{draft.put('address')}的房屋（建筑面积{area}㎡）产权归{draft.put('owner')}所有。为支持公益事业发展，现同意将上述房屋无偿提供给{draft.put('tenant')}作为固定办公场所，使用期自{draft.date('valid_from', 'cn')}至{draft.date('valid_until', 'cn')}。"
    )
    flow.paragraph("使用期间水电费、物业费由使用方自理。")
    flow.paragraph("特此证明。")
    signed = printed.day(draft["valid_from"])
    sealed(draft, flow, [f"产权单位（公章）：{draft['owner']}", signed], draft["owner"])


@layout(KIND, "deed", PAPER, needs="deed")
def deed(draft: Draft) -> None:
    """不动产权证书: the number over a plain table of two columns, the office's seal on the left leaf before it."""
    org = draft.org
    page = draft.page((842, 595), (252, 250, 244))
    page.line(421, 16, 421, 579, (200, 196, 184), 1.2)
    kai = draft.type("kai", 14, leading=1.9)
    page.paragraph(
        60,
        150,
        300,
        "根据《中华人民共和国民法典》等法律法规，为保护不动产权利人合法权益，对不动产权利人申请登记的本证所列不动产权利，经审查核实，准予登记，颁发此证。",
        kai,
        indent=2,
    )
    office = f"{org.place.full}自然资源和规划局"
    page.text(250, 400, "登记机构（章）", kai, "center")
    given = some_day(draft.rng, max(org.founded, date(2021, 1, 4)), LAST_DAY)
    page.text(250, 432, printed.day(given, "spaced"), kai, "center")
    draft.seal(page, (250, 404), office, 112)
    number = f"苏（{given.year}）{org.place.full.removesuffix('市')}不动产权第{draft.rng.randint(1000, 99999):07d}号"
    type_ = draft.type("song", 11.5, leading=1.5)
    page.text(624, 64, number, type_.but(size=12), "center")
    y = 80.0
    for name, value in (
        ("权利人", draft.put("owner")),
        ("共有情况", "单独所有"),
        ("坐落", draft.put("address")),
        ("不动产单元号", f"{org.place.code} 0{draft.rng.randint(10000, 99999)} GB{draft.rng.randint(10000, 99999)} F0001"),
        ("权利类型", "国有建设用地使用权/房屋所有权"),
        ("权利性质", "划拨/其它"),
        ("用途", draft.pick("办公", "商务金融用地/办公")),
        ("面积", f"房屋建筑面积{draft.rng.randint(80, 700)}.{draft.rng.randint(10, 99)}㎡"),
        ("使用期限", "——"),
        ("权利其他状况", f"房屋结构：钢筋混凝土\n所在层/总层数：{draft.rng.randint(1, 4)}/6"),
    ):  # fmt: skip
        tall = max(40.0, len(wrap(value, type_, 250)) * type_.size * type_.leading + 18)
        page.rect((440, y, 540, y + tall))
        page.rect((540, y, 808, y + tall))
        page.text(490, y + tall / 2 + 4, printed.spaced(name, 4), type_, "center")
        page.paragraph(550, y + 9, 250, value, type_)
        y += tall


@layout(KIND, "incubator_agreement", ("docx", "digital", "scan"), needs="!deed owner_body")
def incubator_agreement(draft: Draft) -> None:
    """社会组织入驻协议 of a park: parties by their own names, the room in a bracket, the term in Chinese numerals."""
    flow = draft.flow(draft.type("song", 12, leading=1.8), numbered="第 {} 页 共 1 页")
    flow.heading("社会组织入驻协议书", draft.type("song-bold", 21), after=12)
    signed = draft["valid_from"]
    flow.paragraph(f"协议编号：RZ-{signed.year}-{draft.rng.randint(1, 60):03d}", indent=0, align="right")
    flow.paragraph(f"园区运营方：{draft.put('owner')}", indent=0)
    flow.paragraph(f"入驻机构：{draft.put('tenant')}", indent=0, after=6)
    style = draft.pick("han", "cn", "dot")
    flow.paragraph(
        f"一、运营方提供工位{draft.rng.randint(4, 16)}个、会议室一间（{draft.put('address')}），供入驻机构日常办公和开展服务。"
    )
    flow.paragraph(
        f"二、入驻期限为{draft.date('valid_from', style)}至{draft.date('valid_until', style)}；期满考核合格的，可以申请续驻。"
    )
    flow.paragraph("三、入驻期间免收租金，押金二千元，退出时无息退还。")
    flow.paragraph("四、入驻机构应当遵守园区管理规定，按季度报送业务活动情况，每年至少开展四次公益活动。")
    flow.paragraph("五、入驻机构被撤销登记、连续两个月不使用场地或者转借他人使用的，运营方有权解除本协议。")
    flow.paragraph("六、本协议自双方签字盖章之日起生效，一式两份。", after=14)
    when = printed.day(signed)
    flow.table(
        [
            [
                Cell(f"运营方（章）\n\n代表：{person(draft.rng)}\n{when}"),
                Cell(f"入驻机构（章）\n\n代表：{draft.org.legal_representative}\n{when}"),
            ]
        ],
        (1, 1),
        ruled=False,
    )
    draft.seal(flow.page, (200, flow.y - 46), draft["owner"], 104)
    draft.seal(flow.page, (420, flow.y - 46), draft["tenant"], 104)


@layout(KIND, "registered_lease", ("digital", "scan", "photo"), needs="!deed")
def registered_lease(draft: Draft) -> None:
    """房屋租赁登记备案证明: the housing office's slip about a lease, parties side by side over the property."""
    page = draft.page((595, 500), (248, 252, 246))
    page.rect((26, 24, 569, 476), (60, 120, 70), 1.6)
    page.text(297, 76, "房屋租赁登记备案证明", draft.type("song-bold", 25, (30, 90, 50)), "center")
    type_ = draft.type("song", 12, leading=1.45)
    number = f"{draft.org.sign}房租备字（{draft['valid_from'].year}）第{draft.rng.randint(100, 9999)}号"
    page.text(545, 102, number, type_.but(size=10.5), "right")
    for x, name, value in (
        (44, "出 租 人", draft.put("owner")),
        (304, "承 租 人", draft.put("tenant")),
    ):
        page.rect((x, 116, x + 247, 178))
        page.text(x + 8, 134, name, type_.but(bold=True))
        page.paragraph(x + 8, 140, 232, value, type_)
    rows = (
        ("房屋坐落", draft.put("address")),
        ("租赁用途", "办公"),
        ("租赁期限", draft.period("dot", draft.pick("{}-{}", "{}起 {}止"))),
        ("租金数额", f"{draft.rng.randint(8, 60) * 100}元/月"),
    )
    y = 178.0
    for name, value in rows:
        page.rect((44, y, 140, y + 44))
        page.rect((140, y, 551, y + 44))
        page.text(92, y + 27, name, type_.but(bold=True), "center")
        page.paragraph(150, y + (4 if len(wrap(value, type_, 394)) > 1 else 13), 394, value, type_)
        y += 44
    office = f"{draft.org.place.full}住房和城乡建设局"
    page.text(430, 404, office, type_.but(size=13), "center")
    page.text(430, 428, printed.day(draft["valid_from"], "padded"), type_, "center")
    draft.seal(page, (434, 408), office, 100)
    page.text(44, 464, "备注：本证明不作为产权归属的凭证，租赁事项变化的应当重新备案。", type_.but(size=9.5))
