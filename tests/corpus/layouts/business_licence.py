"""营业执照 of companies and sole traders, and permits of enterprises: what a social organization can't register with."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import codes, printed
from tests.corpus.draft import LAST_DAY, PAPER_ONLY, Draft, Values, layout, sampler, some_day, years_later
from tests.corpus.layouts.shared import border, fields, guilloche, only_for, two_dimensional_code
from tests.corpus.page import A4, A4_LANDSCAPE
from tests.corpus.seals import emblem
from tests.corpus.world import Organization, address, company, person

KIND = "business_licence"
_TYPES = (
    "有限责任公司(自然人独资)",
    "有限责任公司",
    "有限责任公司(自然人投资或控股)",
    "股份有限公司(非上市)",
    "有限责任公司（法人独资）",
)
_SCOPES = (
    (
        "许可项目：劳务派遣服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）。一般项目：人力资源服务（不含职业中介活动）；"
        "企业管理咨询；社会经济咨询服务；会议及展览服务；组织文化艺术交流活动。"
    ),
    "一般项目：教育咨询服务（不含涉许可审批的教育培训活动）；心理咨询服务；礼仪服务；办公用品销售；信息技术咨询服务。",
    "机械零部件加工、销售；货物或技术进出口（国家禁止或涉及行政审批的除外）；道路货物运输。",
)


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A company of the applicant's place."""
    founded = some_day(rng, date(2008, 1, 1), date(2025, 6, 1))
    forever = rng.random() < 0.4
    values: Values = {
        "organization_name": company(rng, org.place),
        "uscc": codes.make(rng, "91", org.place.code),
        "organization_type": rng.choice(_TYPES),
        "legal_representative": person(rng),
        "address": address(rng, org.place),
        "registration_authority": org.place.full
        + rng.choice(("市场监督管理局", "行政审批局", "市场监督管理局", "数据局")),
        "registered_capital": float(rng.choice((500000, 1000000, 2000000, 5000000, 10000000, 30000000))),
        "valid_from": founded,
        "valid_until": None if forever else years_later(founded, rng.choice((20, 30, 50))),
        "issue_date": some_day(rng, max(founded, date(2019, 3, 1)), LAST_DAY),
        "scope": rng.choice(_SCOPES),
    }
    values.update(fixed)
    return values


def _left_right(draft: Draft) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    left = [
        (printed.spaced("名称", 4), draft.put("organization_name")),
        (printed.spaced("类型", 4), draft.put("organization_type")),
        ("法定代表人", draft.put("legal_representative")),
        ("经营范围", draft["scope"]),
    ]
    right = [
        ("注册资本", draft.money("registered_capital", ("wan", "wan_rmb", "big"))),
        ("成立日期", printed.day(draft["valid_from"], "padded")),
        ("营业期限", draft.period("padded", "{}至{}")),
        (printed.spaced("住所", 4), draft.put("address")),
    ]
    return left, right


def _authority(draft: Draft, x: float, y: float, size: float = 15) -> None:
    page = draft.pages[-1]
    type_ = draft.type("song", size)
    page.text(
        x,
        y,
        f"登记机关　{draft.put('registration_authority')}"
        if draft.rng.random() < 0.6
        else draft.put("registration_authority"),
        type_,
        "center",
    )
    page.text(x, y + size * 2.4, draft.date("issue_date", draft.pick("spaced", "padded")), type_, "center")
    draft.seal(page, (x + 20, y + 12), draft["registration_authority"], 110)


@layout(KIND, "landscape_2019")
def landscape_2019(draft: Draft) -> None:
    """The form of 2019: two columns, code at the left, blocks at the right."""
    page = draft.page(A4_LANDSCAPE, (254, 253, 248))
    guilloche(page, (236, 232, 220), 8)
    border(page, (184, 146, 70), 22, "wave")
    page.picture(emblem(), (395, 48, 447, 100))
    page.text(421, 150, "营　业　执　照", draft.type("song-bold", 44, latin=""), "center")
    page.text(421, 172, draft.pick("（正  本）", "（副  本）", "（副本）"), draft.type("song", 13), "center")
    small = draft.type("song", 12)
    page.text(70, 108, "统一社会信用代码", small)
    page.text(70, 126, draft.put("uscc"), draft.type("hei", 13.5))
    two_dimensional_code(draft, page, 700, 66, 80)
    page.text(640, 158, "扫描二维码登录“国家企业信用信息公示系统”", draft.type("song", 6.5), "left")
    body = draft.type("song", 13)
    left, right = _left_right(draft)
    fields(page, left, (72, 200, 430), body, step=40, colon="　", label_width=76)
    fields(page, right, (458, 200, 778), body, step=40, colon="　", label_width=70)
    _authority(draft, 620, 478)
    page.text(72, 556, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", draft.type("song", 8))
    page.text(770, 556, "国家市场监督管理总局监制", draft.type("song", 8), "right")
    only_for(draft, page)


@layout(KIND, "portrait_2015")
def portrait_2015(draft: Draft) -> None:
    """The upright form of 2015: one column of label lines."""
    page = draft.page(A4, (255, 253, 247))
    border(page, (184, 146, 70), 24, "wave")
    page.picture(emblem(), (268, 54, 326, 112))
    page.text(297, 162, "营 业 执 照", draft.type("song-bold", 38, latin=""), "center")
    page.text(
        297,
        186,
        draft.pick("（副　本）", "（副本）编号 320100000202008130046"),
        draft.type("song", 11),
        "center",
    )
    page.text(78, 214, f"统一社会信用代码  {draft.put('uscc')}", draft.type("song", 12))
    left, right = _left_right(draft)
    rows = [left[0], left[1], right[3], left[2], right[0], right[1], right[2], left[3]]
    fields(page, rows, (78, 232, 520), draft.type("song", 13.5), step=38, colon="　", label_width=92)
    _authority(draft, 390, 672)
    only_for(draft, page)


@layout(KIND, "sole_trader", needs="!uscc_required")
def sole_trader(draft: Draft) -> None:
    """个体工商户: operator instead of a representative, no capital."""
    page = draft.page(A4_LANDSCAPE)
    border(page, (184, 146, 70), 22)
    draft.values["organization_name"] = (
        draft["organization_name"]
        .replace("有限公司", "工作室")
        .replace("股份工作室", "工作室")
        .replace("有限责任公司", "工作室")
    )
    draft.values["organization_type"] = "个体工商户"
    page.text(421, 120, "营 业 执 照", draft.type("song-bold", 42, latin=""), "center")
    page.text(70, 100, f"统一社会信用代码：{draft.put('uscc')}", draft.type("song", 12))
    body = draft.type("song", 14)
    rows = [
        ("名　　称", draft.put("organization_name")),
        ("类　　型", draft.put("organization_type")),
        ("经营场所", draft.put("address")),
        ("经营者", draft.put("legal_representative")),
        ("组成形式", draft.pick("个人经营", "家庭经营")),
        ("注册日期", printed.day(draft["valid_from"], "padded")),
        ("经营范围", draft["scope"]),
    ]
    fields(page, rows, (90, 164, 740), body, step=36, colon="　", label_width=88)
    _authority(draft, 610, 476)


@layout(KIND, "human_resources_permit", PAPER_ONLY, needs="!uscc_required")
def human_resources_permit(draft: Draft) -> None:
    """人力资源服务许可证: a permit of an enterprise."""
    page = draft.page(A4_LANDSCAPE, (252, 250, 255))
    border(page, (60, 90, 150), 24, "corners")
    draft.values["registration_authority"] = draft.org.place.full + "人力资源和社会保障局"
    if draft["valid_until"] is None:
        draft.values["valid_until"] = years_later(draft["valid_from"], 5)
    page.text(
        421,
        110,
        draft.pick("人力资源服务许可证", "劳务派遣经营许可证"),
        draft.type("song-bold", 34),
        "center",
    )
    page.text(
        740,
        140,
        f"编号：（苏）人服证字〔{draft['issue_date'].year}〕第0100000000号",
        draft.type("song", 10),
        "right",
    )
    rows = [
        ("单位名称", draft.put("organization_name")),
        ("统一社会信用代码", draft.put("uscc")),
        ("法定代表人", draft.put("legal_representative")),
        ("机构住所", draft.put("address")),
        ("许可事项", "为劳动者介绍用人单位；为用人单位推荐劳动者；开展人力资源供求信息收集发布"),
        ("有效期限", draft.period("cn")),
    ]
    fields(page, rows, (100, 166, 730), draft.type("song", 14), step=38)
    page.text(590, 470, "发证机关：" + draft.put("registration_authority"), draft.type("song", 14), "center")
    page.text(590, 500, draft.date("issue_date", "cn"), draft.type("song", 14), "center")
    draft.seal(page, (610, 482), draft["registration_authority"])


@layout(KIND, "electronic_licence", ("digital", "screenshot"))
def electronic_licence(draft: Draft) -> None:
    """The electronic licence as the app shows and prints it."""
    page = draft.page(A4)
    page.rect((40, 60, 555, 640), (190, 150, 80), 1.2, (255, 251, 240), 8)
    page.text(297, 112, "营业执照", draft.type("hei", 30), "center")
    page.text(297, 134, draft.pick("（电子营业执照）", "电子副本"), draft.type("hei", 11), "center")
    body = draft.type("hei", 12)
    left, right = _left_right(draft)
    rows = [("统一社会信用代码", draft.put("uscc")), *left[:3], *right, left[3]]
    fields(
        page,
        rows,
        (70, 160, 530),
        body,
        step=36,
        label_type=draft.type("hei", 12, (120, 120, 120)),
        label_width=120,
    )
    two_dimensional_code(draft, page, 70, 540, 74)
    page.text(420, 560, draft.put("registration_authority"), body, "center")
    page.text(420, 586, draft.date("issue_date", "cn"), body, "center")
    page.text(
        297,
        668,
        "电子营业执照与纸质营业执照具有同等法律效力",
        draft.type("hei", 9, (130, 130, 130)),
        "center",
    )
