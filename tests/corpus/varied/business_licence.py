"""Licences and permits of enterprises: the licence without labels' colons, a sole trader's, an app's card, permits, a school's."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import codes, marks
from tests.corpus.draft import LAST_DAY, PAPER_ONLY, Draft, Values, some_day, years_later
from tests.corpus.page import A4, A4_LANDSCAPE, RED
from tests.corpus.seals import code_blocks, emblem
from tests.corpus.varied.people import address, company, person
from tests.corpus.varied.pieces import band, cash, code, day, frame, gapped, pairs, stacked, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "business_licence"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """An enterprise of the applicant's place."""
    founded = some_day(rng, date(2005, 3, 1), date(2025, 3, 1))
    values: Values = {
        "organization_name": company(rng, org.place),
        "uscc": codes.make(rng, rng.choice(("91", "91", "92", "93")), org.place.code),
        "organization_type": rng.choice(
            (
                "有限责任公司",
                "个人独资企业",
                "有限责任公司（外商投资企业法人独资）",
                "农民专业合作社",
                "普通合伙企业",
            )
        ),
        "legal_representative": person(rng),
        "address": address(rng, org.place),
        "registration_authority": org.place.full + rng.choice(("市场监督管理局", "行政审批局", "数据局")),
        "registered_capital": float(rng.choice((100000, 300000, 1080000, 6000000, 50000000))),
        "valid_from": founded,
        "valid_until": None if rng.random() < 0.45 else years_later(founded, rng.choice((10, 20, 50))),
        "issue_date": some_day(rng, max(founded, date(2018, 2, 1)), LAST_DAY),
    }
    values.update(fixed)
    return values


def _term(draft: Draft, style: str) -> str:
    start = when(draft, "valid_from", style)
    if draft["valid_until"] is None:
        draft.truth["valid_until"] = None
        return f"{start}至{marks.mark('valid_until', '长期')}"
    return f"{start}至{when(draft, 'valid_until', style)}"


@layout(KIND, "upright_old")
def upright_old(draft: Draft) -> None:
    """An upright licence of about 2016: labels in one column, the code under the title, no colons."""
    page = draft.page(A4, (252, 252, 246))
    frame(page, (70, 130, 110), 24, ((0, 6), (10, 1)))
    page.picture(emblem(), (264, 64, 331, 131))
    page.text(297, 190, gapped("营业执照"), draft.type("song-bold", 38), "center")
    page.text(
        297,
        214,
        draft.pick("（副　本）", "（正　本）") + f"　编号 320{draft.rng.randrange(10**8, 10**9)}",
        draft.type("song", 11),
        "center",
    )
    page.text(297, 240, f"统一社会信用代码　{code(draft, style='run')}", draft.type("hei", 13), "center")
    body = draft.type("kai", 14)
    rows = [
        ("名　　　　称", draft.put("organization_name")),
        ("类　　　　型", draft.put("organization_type")),
        ("住　　　　所", draft.put("address")),
        ("法 定 代 表 人", draft.put("legal_representative")),
        ("注 册 资 本", cash(draft, "registered_capital", "wan", "round", "wan2")),
        ("成 立 日 期", day(draft["valid_from"], "zero")),
        ("营 业 期 限", _term(draft, "zero")),
        (
            "经 营 范 围",
            "一般项目：企业管理咨询；日用百货销售；会议服务（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）",
        ),
    ]
    y = pairs(page, rows, (84, 270, 516), body, label_type=draft.type("song", 13), step=32)
    page.text(390, max(y + 50, 660), draft.put("registration_authority"), body, "center")
    page.text(390, max(y + 50, 660) + 30, when(draft, "issue_date", "zero"), body, "center")
    draft.seal(page, (396, max(y + 50, 660) + 4), draft["registration_authority"], 120)
    page.text(84, 786, "企业应当于每年1月1日至6月30日通过公示系统报送年度报告", draft.type("song", 9))


@layout(KIND, "licence_card", ("screenshot", "photo", "digital"))
def licence_card(draft: Draft) -> None:
    """The electronic licence in an app: grey labels above values."""
    page = draft.page((400, 820), (246, 247, 249))
    band(page, 0, 60, (36, 62, 120), "电子营业执照", draft.type("hei", 18, (255, 255, 255)), x=140)
    page.rect((14, 76, 386, 790), (214, 190, 130), 1, (255, 253, 246), radius=6)
    grey, ink = draft.type("hei", 11, (140, 140, 140)), draft.type("hei", 14, leading=1.35)
    y = 92.0
    for name, value in (
        ("企业名称", draft.put("organization_name")),
        ("统一社会信用代码", code(draft, style="run")),
        ("企业类型", draft.put("organization_type")),
        ("法定代表人/经营者", draft.put("legal_representative")),
        ("经营场所", draft.put("address")),
        ("注册资本", cash(draft, "registered_capital", "wan", "wan2")),
        ("营业期限", _term(draft, "iso")),
        ("登记机关", draft.put("registration_authority")),
        ("核准日期", when(draft, "issue_date", "iso")),
    ):
        y = stacked(page, 32, y, 330, name, value, grey, ink) + 4
    page.picture(code_blocks(draft.rng.randrange(40)), (310, 690, 370, 750))


@layout(KIND, "labour_permit")
def labour_permit(draft: Draft) -> None:
    """劳务派遣经营许可证 or another permit: a number that is no credit code, validity, no capital."""
    page = draft.page(A4_LANDSCAPE, (248, 252, 255))
    frame(page, (60, 100, 170), 24, ((0, 3), (8, 1)))
    page.text(
        421,
        120,
        draft.pick("劳务派遣经营许可证", "人力资源服务许可证", "食品经营许可证"),
        draft.type("song-bold", 34, RED),
        "center",
    )
    body = draft.type("song", 15)
    rows = [
        ("单位名称", draft.put("organization_name")),
        ("统一社会信用代码", code(draft, style="run")),
        ("法定代表人（负责人）", draft.put("legal_representative")),
        ("住所", draft.put("address")),
        ("许可证编号", f"320{draft.rng.randrange(10**9, 10**10)}"),
    ]
    pairs(page, rows, (110, 160, 740), body, joint="：", step=36)
    permitted = some_day(draft.rng, date(2022, 1, 4), date(2025, 12, 1))
    draft.values["valid_from"], draft.values["valid_until"] = permitted, years_later(permitted, 3)
    draft.values["issue_date"] = permitted
    page.text(110, 400, f"有效期限：{_term(draft, 'plain')}", body)
    page.text(610, 460, f"发证机关：{draft.put('registration_authority')}", body, "center")
    page.text(610, 490, when(draft, "issue_date", "plain"), body, "center")
    draft.seal(page, (640, 462), draft["registration_authority"], 114)


@layout(KIND, "sole_trader", PAPER_ONLY)
def sole_trader(draft: Draft) -> None:
    """A sole trader's licence: 经营者, 组成形式, no capital, no term."""
    page = draft.page(A4_LANDSCAPE, (254, 252, 244))
    frame(page, (170, 130, 60), 22, ((0, 5), (9, 1)))
    page.text(421, 110, gapped("营业执照"), draft.type("song-bold", 40), "center")
    draft.values["uscc"] = codes.make(draft.rng, "92", draft.org.place.code)
    draft.values["organization_type"] = "个体工商户"
    body = draft.type("fang", 14)
    pairs(
        page,
        [
            ("名　　称", draft.put("organization_name")),
            ("类　　型", draft.put("organization_type")),
            ("经 营 者", draft.put("legal_representative")),
            ("经营范围", "餐饮服务；食品销售"),
        ],
        (90, 170, 420),
        body,
        step=36,
    )
    pairs(
        page,
        [
            ("统一社会信用代码", code(draft, style="run")),
            ("组成形式", "个人经营"),
            ("注册日期", day(draft["valid_from"], "zero")),
            ("经营场所", draft.put("address")),
        ],
        (440, 170, 770),
        body,
        step=36,
    )
    page.text(620, 440, draft.put("registration_authority"), body, "center")
    page.text(620, 468, when(draft, "issue_date", "zero"), body, "center")
    draft.seal(page, (626, 444), draft["registration_authority"], 118)
