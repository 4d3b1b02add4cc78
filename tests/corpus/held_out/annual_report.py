"""Annual inspection and reports: the bound report, the office's list, the system's progress, a charity's filing, a slip."""

import random
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from tests.corpus.codes import make
from tests.corpus.draft import PAPER, Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_a import GREY, INK, neighbours
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import annual_report as usual
from tests.corpus.layouts.shared import red_head
from tests.corpus.seals import box_stamp
from tests.corpus.world import Organization

KIND = "annual_report"


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The usual inspection; some of the staff are employed full-time."""
    values = usual.sample(rng, org, fixed)
    if "full_time_staff" not in fixed:
        values["full_time_staff"] = rng.randint(2, len(org.staff))
    return values


SAMPLERS[KIND] = sample


def _year(draft: Draft) -> str:
    return draft.put("year", str(draft["year"]))


@layout(KIND, "bound_report", ("digital", "scan", "docx"), needs="!charity")
def bound_report(draft: Draft) -> None:
    """The yearly work report as it is bound: a cover, the table of basics, the opinions of both offices."""
    org = draft.org
    flow = draft.flow(draft.type("song", 11.5), numbered="{}")
    flow.space(90)
    flow.heading(f"{org.type}年度工作报告书", draft.type("song-bold", 30), after=18)
    flow.heading(f"（ {_year(draft)} 年度）", draft.type("song", 20), after=150, level=2)
    for name, value in (
        ("填报单位（盖章）", draft.put("organization_name")),
        ("法定代表人签字", org.legal_representative),
        ("统一社会信用代码", draft.put("uscc")),
    ):
        flow.paragraph(f"{name}：{value}", draft.type("fang", 16), indent=2, after=10)
    draft.seal(flow.page, (330, flow.y - 70), org.name)
    flow.new_page()
    flow.heading("一、基本情况", draft.type("hei", 15), align="left", level=2)
    part = draft.rng.randint(1, 9)
    full = draft.put("full_time_staff", str(draft["full_time_staff"]))
    flow.table(
        [
            ["住所", Cell(org.address, 5)],
            ["业务主管单位", Cell(org.supervisory_body, 2), "登记机关", Cell(org.registration_authority, 2)],
            [Cell("从业人员（人）", rows=2), "合计", "专职", "兼职", "其中党员", "其中女性"],
            [str(draft["full_time_staff"] + part), full, str(part), str(draft.rng.randint(0, 3)), "2"],
            ["本年收入（万元）", f"{draft.rng.randint(20, 300)}.6", "本年支出（万元）", f"{draft.rng.randint(18, 260)}.2", "年末净资产", f"{draft.rng.randint(8, 90)}.0"],
            ["党组织", Cell(draft.pick("单独建立党支部", "联合党支部", "已选派党建指导员"), 5)],
        ],
        (1.7, 1.2, 1.5, 1.2, 1.4, 1.4),
        least=30,
    )  # fmt: skip
    flow.heading("二、审查意见", draft.type("hei", 15), align="left", level=2)
    day = draft.date("issue_date", "spaced")
    flow.table(
        [
            [Cell("业务主管\n单位初审\n意见"), Cell(f"初审同意，请予审查。\n\n　　　　　　　　　　（盖章）{org.supervisory_body}", align="left")],
            [Cell("登记管理\n机关结论"), Cell(f"经审查，该单位本年度检查结论为：{draft.put('conclusion')}\n\n　　　　　　　　　　（盖章）{org.registration_authority}\n　　　　　　　　　　　　{day}", align="left")],
        ],
        (1.4, 7),
        least=110,
    )  # fmt: skip
    draft.seal(flow.page, (420, flow.y - 50), org.registration_authority)


@layout(KIND, "published_list", ("digital", "scan", "poor", "html"), needs="!charity")
def published_list(draft: Draft) -> None:
    """The office's announcement with a table of organizations and what each was given, ours at some place."""
    office = draft.org.registration_authority
    flow = draft.flow(draft.type("fang", 14, leading=1.7))
    number = f"公告〔{draft['year'] + 1}〕第{draft.rng.randint(1, 9)}号"
    red_head(flow, draft, office, number, f"{draft['year']}年度社会组织年度检查结果公告")
    flow.paragraph(
        f"现将{_year(draft)}年度社会组织年度检查结论（第{draft.pick('一', '二')}批）公告如下。对结论有异议的，可自公告之日起六十日内申请行政复议。"
    )
    count = draft.rng.randint(5, 9)
    ours = draft.rng.randrange(count)
    rows: list[list[str]] = [["序号", "单位名称", "统一社会信用代码", "结论"]]
    for index, other in enumerate(neighbours(draft, count)):
        code = make(draft.rng, draft.pick("51", "52"), draft.org.place.code)
        line = [other, code, draft.pick("合格", "合格", "基本合格")]
        if index == ours:
            line = [draft.put("organization_name"), draft.put("uscc"), draft.put("conclusion")]
        rows.append([str(index + 1), *line])
    flow.table(rows, (0.9, 5, 3.6, 1.5), draft.type("song", 11.5))
    flow.signature([office, draft.date("issue_date", "cn")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), office)


@layout(KIND, "progress_page", ("screenshot", "digital"), needs="!charity")
def progress_page(draft: Draft) -> None:
    """The reporting system after log-in: who is logged in above, the steps with their days, the outcome in a box."""
    page = draft.page((860, 560), (240, 243, 248))
    page.rect((0, 0, 860, 46), None, fill=(30, 74, 140))
    white = draft.type("hei", 15, (255, 255, 255))
    page.text(20, 30, "社会组织法人库·年检年报", white)
    page.text(840, 29, f"欢迎您，{draft.put('organization_name')}　退出", white.but(size=10.5), "right")
    page.rect((0, 46, 130, 560), None, fill=(250, 251, 253))
    side = draft.type("hei", 11, GREY)
    for step, name in enumerate(("首页", "成立登记", "变更登记", "年检年报", "章程核准", "信息公开", "消息")):
        page.text(24, 84 + 36 * step, name, side.but(colour=(30, 74, 140)) if step == 3 else side)
    page.rect((146, 62, 844, 540), None, fill=(255, 255, 255))
    type_ = draft.type("hei", 12)
    page.text(166, 94, f"{_year(draft)}年度年检", type_.but(size=16))
    page.text(166, 120, f"信用代码 {draft.put('uscc')}　　专职人员 {draft.put('full_time_staff', str(draft['full_time_staff']) + '人')}", type_.but(size=11, colour=GREY))  # fmt: skip
    done = draft["issue_date"]
    steps = (
        ("网上填报", (done - timedelta(days=41)).isoformat()),
        ("主管单位初审", (done - timedelta(days=23)).isoformat()),
        ("登记机关受理", (done - timedelta(days=9)).isoformat()),
        ("登记机关办结", draft.date("issue_date", "iso")),
    )
    for step, (name, when) in enumerate(steps):
        x = 240 + 170 * step
        page.round((x - 10, 160, x + 10, 180), None, fill=(50, 160, 90))
        if step:
            page.line(x - 155, 170, x - 15, 170, (50, 160, 90), 1.4)
        page.text(x, 202, name, type_, "center")
        page.text(x, 222, when, type_.but(size=10, colour=GREY), "center")
    page.rect((166, 256, 824, 340), (190, 220, 200), 0.8, (244, 251, 246))
    page.text(186, 290, "年检结果", type_.but(colour=GREY))
    page.text(280, 292, draft.put("conclusion"), type_.but(size=18, colour=INK))
    page.text(186, 322, f"审查单位　{draft.org.registration_authority}", type_.but(size=11))
    page.text(166, 374, "材料列表", type_)
    for step, name in enumerate(("年度工作报告书.pdf", "审计报告.pdf", "登记证书副本.jpg")):
        page.text(186, 402 + 26 * step, name, type_.but(size=11, colour=(40, 90, 180)))
        page.text(700, 402 + 26 * step, "已上传　查看", type_.but(size=11, colour=GREY))


@layout(KIND, "charity_filing", ("screenshot", "digital", "html"), needs="charity")
def charity_filing(draft: Draft) -> None:
    """A charity's public page with its yearly report: filed and open to all, without any conclusion."""
    flow = draft.flow(draft.type("hei", 12, leading=1.7), margins=(60, 60, 60, 60))
    flow.paragraph(
        "慈善组织信息公开平台 > 年度工作报告 > 报告详情", draft.type("hei", 10, GREY), indent=0, after=8
    )
    flow.heading(
        f"{draft.put('organization_name')}{_year(draft)}年年度工作报告", draft.type("hei", 19), after=4
    )
    flow.paragraph(
        f"公开时间：{draft.date('issue_date', 'iso')}　报告状态：已公开　浏览：{draft.rng.randint(12, 900)}",
        draft.type("hei", 10, GREY),
        indent=0,
        align="center",
        after=10,
    )
    flow.table(
        [
            ["组织代码", draft.put("uscc"), "慈善组织", "是"],
            ["登记机关", draft.org.registration_authority, "公开募捐资格", draft.pick("无", "有")],
            ["理事人数", str(draft.rng.randint(5, 15)), "专职工作人员数", draft.put("full_time_staff", str(draft["full_time_staff"]))],
            ["年度捐赠收入（元）", f"{draft.rng.randint(10, 800) * 1000:,}.00", "慈善活动支出（元）", f"{draft.rng.randint(10, 700) * 1000:,}.00"],
        ],
        (2, 3.2, 2, 1.8),
        least=30,
    )  # fmt: skip
    flow.paragraph("本单位承诺，所填报和公开的内容真实、准确、完整，并对此承担法律责任。", indent=0)


@layout(KIND, "counter_slip", PAPER, needs="!charity")
def counter_slip(draft: Draft) -> None:
    """A half-page notice from the counter in running prose, with the year's stamp."""
    page = draft.page((595, 420), (255, 253, 248))
    body = draft.type(draft.pick("song", "kai"), 15, leading=1.9)
    page.text(297, 84, "年度检查结论通知书", draft.type("song-bold", 24), "center")
    page.text(
        536,
        114,
        f"（{draft['year'] + 1}）检通第{draft.rng.randint(10, 480):04d}号",
        draft.type("song", 11),
        "right",
    )
    page.text(70, 146, f"{draft.put('organization_name')}（{draft.put('uscc')}）：", body.but(size=13))
    page.paragraph(
        70,
        158,
        460,
        f"你单位报送的{_year(draft)}年度年检材料收悉。经审查，确定你单位该年度的年检结论为“{draft.put('conclusion')}”。请持登记证书副本到我单位窗口加盖年检戳记。",
        body,
        indent=2,
    )
    page.text(420, 330, draft.org.registration_authority, body.but(size=14), "center")
    page.text(420, 358, draft.date("issue_date", draft.pick("cn", "han")), body.but(size=14), "center")
    draft.seal(page, (424, 334), draft.org.registration_authority, 104)
    page.seal(box_stamp(f"{draft['year']}年检", 1), (130, 350), 120, "年检")
