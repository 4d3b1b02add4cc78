"""年检 and 年报: the stamped page, the report form with its conclusion, notices, lists, a charity's filed report."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import LAST_DAY, PAPER_ONLY, Draft, Values, layout, sampler, some_day
from tests.corpus.flow import Cell
from tests.corpus.layouts.shared import border, fields, label, only_for, red_head
from tests.corpus.page import A4
from tests.corpus.world import Organization, organization, phone

KIND = "annual_report"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A year's inspection, as a rule 合格; `charity` makes it a filed report without a conclusion."""
    year = fixed.get("year", rng.choice((2022, 2023, 2024, 2025)))
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "year": year,
        "conclusion": rng.choices(("合格", "基本合格", "不合格"), (84, 12, 4))[0],
        "full_time_staff": len(org.staff),
        "issue_date": some_day(rng, date(year + 1, 5, 10), min(LAST_DAY, date(year + 1, 11, 30))),
        "charity": (True if rng.random() < 0.15 else None),
    }
    values.update(fixed)
    if values["charity"]:
        values["conclusion"] = None
    return values


def _year(draft: Draft) -> str:
    return draft.put("year", str(draft["year"]))


@layout(KIND, "stamped_page", PAPER_ONLY, needs="!charity")
def stamped_page(draft: Draft) -> None:
    """The page of the certificate's copy on which the registry stamps each year."""
    page = draft.page(A4, (254, 251, 244))
    border(page, (170, 60, 50), 26, "double")
    page.text(
        297,
        92,
        draft.pick("年度检查记录", "年 检 记 录", "年度检查情况登记"),
        draft.type("song-bold", 26),
        "center",
    )
    body = draft.type(draft.pick("song", "kai"), 14)
    fields(
        page,
        [
            (label(draft, "organization_name"), draft.put("organization_name")),
            (label(draft, "uscc"), draft.put("uscc")),
        ],
        (86, 116, 520),
        body,
        step=30,
    )
    top, hand = 196.0, draft.type("hand", 16, (40, 50, 110))
    for number in range(3):
        box = (86, top + number * 180, 510, top + number * 180 + 168)
        page.rect(box, (120, 60, 50), 0.8)
        if number:
            page.text(298, box[1] + 30, "　　　　年度检查", body, "center")
            page.text(120, box[1] + 80, "检查结论：", body)
            page.text(400, box[3] - 20, "　　年　　月　　日", body, "center")
            continue
        page.text(
            298,
            box[1] + 30,
            f"{_year(draft)}{draft.pick('年度检查', '年度年检', '年　度　检　查')}",
            body,
            "center",
        )
        ink = draft.type(draft.pick("hei", "hand"), 24, draft.rng.choice(((205, 30, 40), (60, 60, 160))))
        page.text(120, box[1] + 84, "检查结论：", body)
        page.text(
            250,
            box[1] + 86,
            draft.put("conclusion", draft.pick(draft["conclusion"], " ".join(draft["conclusion"]))),
            ink,
            "center",
        )
        page.text(410, box[3] - 46, draft.org.registration_authority, body, "center")
        page.text(410, box[3] - 20, draft.date("issue_date", draft.pick("cn", "spaced")), hand, "center")
        draft.seal(
            page, (410, box[3] - 48), draft.org.registration_authority, 104, draft.pick("", "年检专用章", "")
        )
    only_for(draft, page)


@layout(KIND, "report_form", needs="!charity")
def report_form(draft: Draft) -> None:
    """年度检查报告书: cover, the table of basics, the page of conclusions."""
    flow = draft.flow(draft.type("song", 12))
    what = {
        "社会团体": "社会团体",
        "民办非企业单位": draft.pick("民办非企业单位", "社会服务机构"),
        "基金会": "基金会",
    }[draft.org.type]
    flow.space(90)
    flow.heading(f"{_year(draft)}年度{what}", draft.type("song-bold", 28))
    flow.heading(
        draft.pick("年 度 检 查 报 告 书", "年检报告书", "年度工作报告书"), draft.type("song-bold", 28)
    )
    flow.space(150)
    for name, value in (
        (label(draft, "organization_name", 5), draft.put("organization_name")),
        (label(draft, "uscc"), draft.put("uscc")),
        (
            "填报日期",
            printed.day(some_day(draft.rng, date(draft["year"] + 1, 2, 1), date(draft["year"] + 1, 5, 20))),
        ),
        ("联系电话", phone(draft.rng)),
    ):
        flow.paragraph(f"{name}：{value}", draft.type("song", 16, leading=2.2), indent=3)
    flow.new_page()
    flow.heading("一、基本情况", draft.type("hei", 14), align="left", level=2)
    org = draft.org
    flow.table(
        [
            [Cell("单位名称"), Cell(org.name, 3, align="left")],
            [
                Cell("法定代表人"),
                org.legal_representative,
                Cell("注册资金"),
                printed.money(org.capital, draft.rng, ("wan", "yuan")),
            ],
            [Cell("住　　所"), Cell(org.address, 3, align="left")],
            [Cell("业务主管单位"), org.supervisory_body, Cell("登记时间"), printed.day(org.founded)],
            [
                Cell("从业人员总数"),
                f"{draft['full_time_staff'] + draft.rng.randint(0, 6)}人",
                Cell("专职工作人员数"),
                draft.put("full_time_staff", f"{draft['full_time_staff']}人"),
            ],
            [
                Cell("党员人数"),
                f"{draft.rng.randint(1, 6)}人",
                Cell("是否建立工会"),
                draft.pick("是", "√是 □否"),
            ],
            [
                Cell("本年度收入"),
                f"{draft.rng.randint(18, 480)}.{draft.rng.randint(10, 99)}万元",
                Cell("本年度支出"),
                f"{draft.rng.randint(15, 400)}.{draft.rng.randint(10, 99)}万元",
            ],
        ],
        (2.2, 3.4, 2.2, 3),
        least=34,
    )
    flow.space(10)
    flow.heading("二、审查意见", draft.type("hei", 14), align="left", level=2)
    issued = draft["issue_date"]
    first = some_day(draft.rng, date(draft["year"] + 1, 3, 1), issued)
    conclusion = draft.put(
        "conclusion",
        draft.pick(draft["conclusion"], f"年检{draft['conclusion']}", f"{draft['conclusion']}。"),
    )
    opinion = draft.pick("同意上报。", "情况属实，同意参加年检。", "经初审，符合要求，同意。")
    top = flow.y
    flow.table(
        [
            [Cell("业务主管单位\n初审意见"), Cell(f"{opinion}\n\n（盖章）\n{printed.day(first)}")],
            [
                Cell(draft.pick("登记管理机关\n年检结论", "年检结论", "登记管理机关\n审查意见")),
                Cell(
                    f"{conclusion}\n\n{org.registration_authority}（盖章）\n{draft.date('issue_date', 'cn')}"
                ),
            ],
            [Cell("备　　注"), Cell("")],
        ],
        (2, 7),
        least=64,
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.64, top + 66), org.supervisory_body, 92)
    draft.seal(flow.page, (flow.left + flow.width * 0.66, top + 180), org.registration_authority, 104)


@layout(KIND, "conclusion_notice", needs="!charity")
def conclusion_notice(draft: Draft) -> None:
    """年检结论通知书: a letter of one page."""
    flow = draft.flow(draft.type(draft.pick("fang", "song"), 16, leading=1.8))
    issuer = draft.org.registration_authority
    flow.space(30)
    flow.heading(issuer, draft.type("song-bold", 24, (190, 30, 30)))
    flow.heading(
        draft.pick("社会组织年度检查结论通知书", "年检结论通知书", "年度检查结果告知书"),
        draft.type("song-bold", 22),
        after=14,
    )
    flow.paragraph(
        printed.document_number(draft.rng, draft.org.sign + "民检", draft["year"] + 1),
        indent=0,
        align="right",
        after=8,
    )
    flow.paragraph(f"{draft.put('organization_name')}（统一社会信用代码：{draft.put('uscc')}）：", indent=0)
    flow.paragraph(
        f"你单位报送的{_year(draft)}年度检查材料收悉。经{draft.pick('审查', '审核', '书面审查')}，根据《{_regulation(draft)}》有关规定，"
        f"你单位{draft['year']}年度检查结论为：{draft.put('conclusion')}。"
    )
    if draft["conclusion"] == "合格":
        flow.paragraph("请继续按照章程规定的宗旨和业务范围开展活动，规范内部治理，按时参加下一年度检查。")
    else:
        flow.paragraph(
            "请针对年检中发现的未按规定召开会员大会（理事会）、财务管理不规范等问题进行整改，并于三十日内报送整改报告。"
        )
    flow.paragraph("特此通知。", after=20)
    flow.signature([issuer, draft.date("issue_date", draft.pick("cn", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 52), issuer)


def _regulation(draft: Draft) -> str:
    return {
        "社会团体": "社会团体登记管理条例",
        "民办非企业单位": "民办非企业单位年度检查办法",
        "基金会": "基金会管理条例",
    }[draft.org.type]


@layout(KIND, "announcement_list", needs="!charity")
def announcement_list(draft: Draft) -> None:
    """The registry's announcement of a year's conclusions: a long table with the organization in it."""
    flow = draft.flow(draft.type("fang", 14), numbered="— {} —")
    rng, issuer = draft.rng, draft.org.registration_authority
    number = printed.document_number(rng, draft.org.sign + "民", draft["year"] + 1)
    red_head(
        flow,
        draft,
        issuer,
        number,
        f"关于{_year(draft)}年度社会组织年度检查结果的{draft.pick('公告', '通报', '公示')}",
    )
    flow.paragraph(
        f"根据社会组织登记管理有关规定，我局对在本级登记的社会组织{draft['year']}年度工作情况进行了年度检查，现将年检结果公告如下（排名不分先后）。"
    )
    count = rng.randint(12, 60)
    names = [organization(rng, draft.org.place, provincial=False) for _ in range(count)]
    rows: list[list[Cell | str]] = [
        ["序号", "社会组织名称", "统一社会信用代码", draft.pick("年检结论", "年检结果")]
    ]
    at = rng.randrange(count)
    for index, other in enumerate(names, start=1):
        if index - 1 == at:
            rows.append(
                [str(index), draft.put("organization_name"), draft.put("uscc"), draft.put("conclusion")]
            )
        elif other.name != draft.org.name:
            rows.append(
                [
                    str(index),
                    other.name,
                    other.uscc,
                    rng.choices(("合格", "基本合格", "不合格"), (85, 11, 4))[0],
                ]
            )
    flow.table(rows, (1.1, 6, 5, 2.2), draft.type("song", 10.5))
    flow.signature([issuer, draft.date("issue_date", "cn")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), issuer)


@layout(KIND, "charity_report_web", ("digital", "screenshot", "scan", "html"), needs="charity")
def charity_report_web(draft: Draft) -> None:
    """A charity's annual work report printed from the publicity platform: filed, without a conclusion."""
    flow = draft.flow(draft.type("hei", 11), margins=(56, 60, 56, 60))
    flow.page.rect((0, 0, 595, 44), None, fill=(196, 32, 44))
    flow.page.text(
        24,
        28,
        draft.pick("慈善中国", "全国慈善信息公开平台", "江苏省慈善信息公开平台"),
        draft.type("hei", 16, (255, 255, 255)),
    )
    flow.heading(
        f"{_year(draft)}年度{draft.pick('工作报告', '慈善组织年度工作报告', '年度报告')}",
        draft.type("hei", 18),
        after=14,
    )
    org = draft.org
    flow.table(
        [
            [Cell("慈善组织名称"), Cell(draft.put("organization_name"), 3, align="left")],
            [Cell("统一社会信用代码"), Cell(draft.put("uscc"), 3, align="left")],
            ["法定代表人", org.legal_representative, "登记管理机关", org.registration_authority],
            [
                "报告状态",
                draft.pick("已公开", "已提交", "已报送"),
                "报送时间",
                draft.date("issue_date", "iso"),
            ],
            [
                "专职工作人员",
                draft.put("full_time_staff", f"{draft['full_time_staff']}"),
                "志愿者人数",
                f"{draft.rng.randint(12, 300)}",
            ],
            [
                "本年度总收入（元）",
                f"{draft.rng.randint(200000, 6000000):,}.00",
                "本年度总支出（元）",
                f"{draft.rng.randint(200000, 5000000):,}.00",
            ],
            [
                "慈善活动支出占比",
                f"{draft.rng.randint(70, 96)}.{draft.rng.randint(0, 99):02d}%",
                "管理费用占比",
                f"{draft.rng.randint(2, 9)}.{draft.rng.randint(0, 99):02d}%",
            ],
        ],
        (2.4, 3, 2.4, 3),
        least=30,
        rule=(205, 205, 205),
    )
    flow.space(8)
    flow.paragraph("公益慈善项目开展情况", draft.type("hei", 13), indent=0, after=4)
    flow.paragraph(
        f"本年度围绕困难职工救助、职业安全健康等方向实施“{org.brand}”等项目，服务职工群众{draft.rng.randint(300, 9000)}人次。"
    )


@layout(KIND, "web_query", ("digital", "screenshot", "html", "txt"), needs="!charity")
def web_query(draft: Draft) -> None:
    """The year's entry on the registry's service site."""
    flow = draft.flow(draft.type("hei", 11), margins=(50, 70, 50, 60), size=(595, 600))
    flow.page.rect((0, 0, 595, 46), None, fill=(22, 96, 170))
    flow.page.text(
        24,
        30,
        draft.pick("江苏社会组织网上办事大厅", "社会组织年检年报系统"),
        draft.type("hei", 16, (255, 255, 255)),
    )
    flow.heading("年检详情", draft.type("hei", 15), align="left", after=10)
    rows = [
        ["社会组织名称", draft.put("organization_name")],
        ["统一社会信用代码", draft.put("uscc")],
        ["年检年度", draft.put("year", draft.pick(str(draft["year"]), f"{draft['year']}年度"))],
        [draft.pick("年检结论", "年检结果", "审查结果"), draft.put("conclusion")],
        ["办结时间", draft.date("issue_date", draft.pick("iso", "slash"))],
        ["办理机关", draft.org.registration_authority],
    ]
    flow.table([[Cell(a), Cell(b, align="left")] for a, b in rows], (2, 5), least=34, rule=(214, 220, 228))
