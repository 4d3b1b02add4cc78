"""Annual inspections and reports: conclusion letter, announced list, system page, the report form, a charity's report."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.codes import make
from tests.corpus.draft import LAST_DAY, PAPER_ONLY, Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.page import RED
from tests.corpus.varied.people import applicant, person, phone
from tests.corpus.varied.pieces import band, before, code, day, gapped, pairs, stacked, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "annual_report"
_HAN = "〇一二三四五六七八九"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A year's inspection; some are a charity's filed report without a conclusion."""
    year = fixed.get("year", rng.choice((2021, 2022, 2023, 2024, 2025)))
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "year": year,
        "conclusion": rng.choices(("合格", "基本合格", "不合格"), (72, 20, 8))[0],
        "full_time_staff": rng.randint(1, 42),
        "issue_date": some_day(rng, date(year + 1, 4, 8), min(LAST_DAY, date(year + 1, 12, 20))),
        "registered_capital": org.capital,
        "charity": True if rng.random() < 0.18 else None,
    }
    values.update(fixed)
    if values["charity"]:
        values["conclusion"] = None
    return values


def _year(draft: Draft, han: bool = False) -> str:
    text = str(draft["year"])
    return draft.put("year", "".join(_HAN[int(one)] for one in text) if han else text)


@layout(KIND, "conclusion_letter", ("digital", "scan", "photo", "poor", "docx"), needs="!charity")
def conclusion_letter(draft: Draft) -> None:
    """The registry's letter with the conclusion in the middle of a sentence."""
    flow = draft.flow(draft.type("fang", 16, leading=1.9), margins=(82, 96, 78, 72))
    title = draft.pick("年度检查结论通知书", "社会组织年检结果告知书", "年检结论告知书")
    flow.heading(title, draft.type("song-bold", 23), after=6)
    flow.paragraph(
        f"{draft.org.sign}民年检字（{draft['year'] + 1}）{draft.rng.randint(3, 400)}号",
        indent=0,
        align="right",
        after=10,
    )
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    wording = draft.pick("结论为“{}”", "确定你单位年检结论：{}", "认定为年检{}", "审定等次为{}单位")
    flow.paragraph(
        f"你单位于{day(before(draft['issue_date'], 40))}报送的{_year(draft, draft.rng.random() < 0.3)}年度工作报告书及相关材料收悉。经业务主管单位"
        f"{draft.org.supervisory_body}初审、我局审查，{wording.format(draft.put('conclusion'))}。"
    )
    if draft["conclusion"] != "合格":
        flow.paragraph(
            f"存在问题：未在规定时间内报送财务审计报告。请于{day(before(draft['issue_date'], -30))}前完成整改并书面报告整改情况。"
        )
    else:
        flow.paragraph(f"请携带登记证书副本于{day(before(draft['issue_date'], -15))}前到窗口加盖年检印鉴。")
    flow.paragraph("特此通知。", after=20)
    flow.signature(
        [draft.org.registration_authority, when(draft, "issue_date", draft.pick("plain", "han", "gaps"))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft.org.registration_authority)


@layout(KIND, "announced_list", ("digital", "scan", "poor", "html", "xlsx"), needs="!charity")
def announced_list(draft: Draft) -> None:
    """An announcement with a table of many organizations; ours somewhere in it."""
    rng, org = draft.rng, draft.org
    flow = draft.flow(draft.type("song", 11, leading=1.5), margins=(56, 70, 52, 60), numbered="— {} —")
    lead = f"{_year(draft)}年度"
    title = draft.pick(
        "关于{}社会组织年度检查结论的公告",
        "{}社会团体、民办非企业单位年检结果公示",
        "{}社会组织年检情况一览表",
    ).format(lead)
    flow.heading(title, draft.type("song-bold", 18, RED), after=6)
    flow.paragraph(
        f"按照登记管理有关规定，现将由{org.registration_authority}登记的社会组织{draft['year']}年度检查结论予以公布（排名不分先后）。",
        after=6,
    )
    rows: list[list[Any]] = []
    count = rng.randint(14, 46)
    spot = rng.randrange(count)
    by_code = rng.random() < 0.7
    for number in range(count):
        if number == spot:
            row = [
                str(number + 1),
                draft.put("organization_name"),
                draft.put("uscc") if by_code else org.type,
                draft.put("conclusion"),
            ]
        else:
            other = applicant(rng)
            result = rng.choices(("合格", "基本合格", "不合格", "未参检"), (70, 15, 8, 7))[0]
            row = [
                str(number + 1),
                other.name,
                make(rng, "52", org.place.code) if by_code else other.type,
                result,
            ]
        rows.append([row[0], Cell(row[1], align="left"), row[2], row[3]])
    head = [
        "序号",
        draft.pick("单位名称", "社会组织名称"),
        "统一社会信用代码" if by_code else "类别",
        draft.pick("年检结论", "检查结论", "结论"),
    ]
    flow.table(
        [[Cell(one, bold=True) for one in head], *rows],
        (0.9, 5, 3.4, 1.7),
        draft.type("song", 10.5, leading=1.4),
    )
    flow.signature([org.registration_authority, when(draft, "issue_date", draft.pick("plain", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 38), org.registration_authority, 108)
    texts = [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in rows]
    draft.sheets = [
        (
            "年检结论",
            [
                [title],
                head,
                *texts,
                [f"{org.registration_authority}　{draft.again('issue_date', day(draft['issue_date']))}"],
            ],
        )
    ]


@layout(KIND, "system_page", ("screenshot", "digital", "poor"), needs="!charity")
def system_page(draft: Draft) -> None:
    """The state of a report in the registry's system: steps with dates, the last step carries the conclusion."""
    page = draft.page((760, 560), (240, 243, 247))
    band(
        page,
        0,
        50,
        (24, 118, 200),
        draft.pick("社会组织法人库 - 年度检查", "年检年报系统", "江苏省社会组织管理信息系统"),
        draft.type("hei", 16, (255, 255, 255)),
    )
    page.text(
        736,
        31,
        f"{draft.org.legal_representative}，您好！　退出",
        draft.type("hei", 10, (255, 255, 255)),
        "right",
    )
    page.rect((20, 66, 740, 540), None, fill=(255, 255, 255))
    small, ink = draft.type("hei", 11, (130, 134, 142)), draft.type("hei", 12.5)
    for number, (name, value) in enumerate(
        (
            ("单位", draft.put("organization_name")),
            ("年检年度", _year(draft)),
            ("信用代码", code(draft, style="run")),
            ("当前状态", "已办结"),
        )
    ):
        stacked(page, 40 + (number % 2) * 360, 84 + (number // 2) * 48, 330, name, value, small, ink)
    issued = draft["issue_date"]
    steps = [
        ("网上填报", draft.org.name[:4] + "…", "已提交", day(before(issued, 50), "iso")),
        ("业务主管单位初审", draft.org.supervisory_body, "同意上报", day(before(issued, 30), "iso")),
        ("登记管理机关受理", draft.org.registration_authority, "受理", day(before(issued, 12), "iso")),
        (
            "登记管理机关审定",
            draft.org.registration_authority,
            draft.put("conclusion", draft["conclusion"]),
            when(draft, "issue_date", "iso"),
        ),
    ]
    y = 196.0
    for number, name in enumerate(("环节", "办理单位", "意见", "办理时间")):
        page.text((40, 210, 430, 600)[number], y, name, draft.type("hei-bold", 12))
    for row in steps:
        y += 40
        page.line(40, y - 26, 720, y - 26, (226, 228, 232))
        for number, text in enumerate(row):
            page.text((40, 210, 430, 600)[number], y, text, ink)
    page.text(
        40,
        y + 60,
        f"专职工作人员：{draft.put('full_time_staff', str(draft['full_time_staff']))} 人　　兼职：{draft.rng.randint(0, 9)} 人　　党员：{draft.rng.randint(0, 9)} 人",
        ink,
    )


@layout(KIND, "report_form", ("digital", "scan", "photo", "docx"))
def report_form(draft: Draft) -> None:
    """年度工作报告书: a cover, a form of basics with figures near each other, and the page of opinions."""
    rng, org = draft.rng, draft.org
    flow = draft.flow(draft.type("song", 11.5, leading=1.5), margins=(64, 72, 64, 60))
    flow.space(120)
    kind = draft.pick(org.type, "社会组织")
    flow.heading(kind + "年度工作报告书", draft.type("song-bold", 28), after=20)
    flow.heading(f"（ {_year(draft)} 年度 ）", draft.type("song", 20), after=120)
    for name, value in (
        ("报告单位（盖章）", draft.put("organization_name")),
        ("统一社会信用代码", code(draft)),
        ("填报日期", day(before(draft["issue_date"], 45), "gaps")),
    ):
        flow.paragraph(f"{name}　{value}", draft.type("song", 15, leading=2.2), indent=1)
    flow.space(120)
    flow.paragraph("中华人民共和国民政部制", indent=0, align="center")
    flow.new_page()
    flow.heading("一、基本情况", draft.type("hei", 14), align="left", level=2)
    flow.table(
        [
            ["成立时间", day(org.founded, "gaps"), "法定代表人", org.legal_representative],
            ["业务主管单位", org.supervisory_body, "开办（注册）资金", f"{org.capital / 10000:g} 万元"],
            ["从业人员总数", f"{draft['full_time_staff'] + 6} 人", "其中：女性", f"{rng.randint(1, 6)} 人"],
            [
                draft.pick("专职人员数", "专职工作人员", "其中：专职"),
                draft.put("full_time_staff", f"{draft['full_time_staff']} 人"),
                "兼职人员数",
                "6 人",
            ],
            ["单位住所", Cell(org.address, 3, align="left")],
            ["联系电话", phone(rng), "填表人", person(rng)],
        ],
        (1.7, 3, 1.8, 2.4),
        least=32,
    )
    flow.space(8)
    flow.heading("二、财务状况（单位：元）", draft.type("hei", 14), align="left", level=2)
    flow.table(
        [["项目", "年初数", "年末数"]]
        + [
            [
                one,
                f"{rng.randint(10, 90)}{rng.randint(0, 9999):04d}.{rng.randint(0, 99):02d}",
                f"{rng.randint(10, 90)}{rng.randint(0, 9999):04d}.00",
            ]
            for one in ("资产总额", "负债总额", "净资产", "收入合计", "费用合计")
        ],
        (2, 2, 2),
        least=24,
    )
    flow.new_page()
    flow.heading("三、审查意见", draft.type("hei", 14), align="left", level=2)
    done = when(draft, "issue_date", draft.pick("boxes", "gaps"))
    result = (
        draft.pick("年检{}", "{}", "经审查，{}。").format(draft.put("conclusion"))
        if draft["conclusion"]
        else "已收到年度工作报告，予以归档。"
    )
    flow.table(
        [
            [
                Cell("业务主管\n单位初审\n意　　见"),
                Cell(
                    f"同意。\n\n经办人：{person(rng)}　　　　（公章）\n{day(before(draft['issue_date'], 20), 'boxes')}",
                    align="left",
                ),
            ],
            [
                Cell("登记管理\n机关审查\n结　　论"),
                Cell(f"{result}\n\n经办人：{person(rng)}　　　　（公章）\n{done}", align="left"),
            ],
            [Cell("备　　注"), Cell("")],
        ],
        (1.3, 6),
        draft.type("song", 13, leading=1.6),
        least=110,
    )
    draft.seal(flow.page, (420, flow.y - 160), org.registration_authority, 104)


@layout(KIND, "stamped_copy", PAPER_ONLY, needs="!charity")
def stamped_copy(draft: Draft) -> None:
    """The back of a certificate's copy with one stamp in blue, half filled by hand."""
    page = draft.page((595, 420), (250, 247, 238))
    page.rect((24, 24, 571, 396), (150, 60, 50), 1)
    page.text(297, 60, gapped("年检情况"), draft.type("song-bold", 20), "center")
    body = draft.type("song", 12)
    pairs(page, [("单　位", draft.put("organization_name")), ("代　码", code(draft))], (48, 76, 540), body)
    blue = draft.rng.choice(((40, 60, 170), (205, 40, 40)))
    for column in range(3):
        x0 = 48 + column * 168
        page.rect((x0, 140, x0 + 160, 300), (110, 110, 110), 0.6)
    at = draft.rng.randrange(3) if draft.rng.random() < 0.5 else 0
    x = 128 + at * 168
    page.rect((x - 66, 160, x + 66, 270), blue, 1.6)
    page.text(x, 190, f"{_year(draft)} 年度", draft.type("hand", 15, blue), "center")
    page.text(
        x,
        220,
        draft.put("conclusion", "年 检 " + " ".join(draft["conclusion"])),
        draft.type("hei", 17, blue),
        "center",
    )
    page.text(
        x,
        250,
        when(draft, "issue_date", draft.pick("dots", "uneven")),
        draft.type("hand", 12, blue),
        "center",
    )
    draft.seal(page, (x + 10, 250), draft.org.registration_authority, 92)
    page.text(48, 340, "注：未经年检的证书无效。", draft.type("song", 10))


@layout(KIND, "charity_report", ("digital", "html", "screenshot", "scan"), needs="charity")
def charity_report(draft: Draft) -> None:
    """A charity's report as it is published: no conclusion, many figures, the day of publication."""
    rng, org = draft.rng, draft.org
    flow = draft.flow(draft.type("hei", 11.5, leading=1.7), margins=(60, 64, 60, 60))
    flow.heading(
        f"{draft.put('organization_name')}{_year(draft)}年度工作报告", draft.type("hei-bold", 19), after=4
    )
    flow.paragraph(
        f"来源：慈善中国　　发布时间：{when(draft, 'issue_date', 'iso')}　　浏览 {rng.randint(20, 900)} 次",
        draft.type("hei", 10, (130, 130, 130)),
        indent=0,
        align="center",
        after=10,
    )
    flow.table(
        [
            [Cell("慈善组织名称", align="left"), Cell(draft.again("organization_name"), align="left")],
            [Cell("统一社会信用代码", align="left"), Cell(code(draft, style="run"), align="left")],
            [Cell("登记日期", align="left"), Cell(day(org.founded, "iso"), align="left")],
            [
                Cell("认定为慈善组织日期", align="left"),
                Cell(day(before(org.founded, -700), "iso"), align="left"),
            ],
            [
                Cell("专职工作人员数", align="left"),
                Cell(draft.put("full_time_staff", str(draft["full_time_staff"])), align="left"),
            ],
            [Cell("志愿者人数", align="left"), Cell(str(rng.randint(30, 800)), align="left")],
            [
                Cell("本年度捐赠收入", align="left"),
                Cell(f"{rng.randint(10, 900)},{rng.randint(0, 999):03d}.00 元", align="left"),
            ],
        ],
        (2, 4),
        rule=(205, 210, 216),
        least=26,
    )
    flow.space(8)
    for text in (
        "一、慈善项目开展情况",
        f"本年度共开展慈善项目{rng.randint(2, 9)}个，支出占上年末净资产的比例符合规定。",
        "二、募捐与信息公开",
        "本组织承诺以上信息真实、准确、完整，并依法接受社会监督。",
    ):
        flow.paragraph(text)
