"""Annual inspections: a stamp page, a result notice, a platform's receipt, a report of several pages, a list with two conclusions."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import applicant, person
from tests.corpus.further.pieces import (
    day,
    later,
    phone_top,
    red_head,
    rows,
    scribble,
    site,
    site_foot,
    when,
)
from tests.corpus.further.register import layout
from tests.corpus.page import A4
from tests.corpus.seals import box_stamp

KIND = "annual_report"


def _year(draft: Draft) -> str:
    return draft.put("year", str(draft["year"]))


def _book(draft: Draft) -> str:
    return {"51": "社会团体", "52": draft.pick("民办非企业单位", "社会服务机构"), "53": "基金会"}[
        str(draft["uscc"])[:2]
    ]


@layout(KIND, "opinion_page", needs="!charity")
def opinion_page(draft: Draft) -> None:
    """The report's cover and its last page: opinions of supervisor and registry in boxes, the conclusion in the registry's box."""
    org = draft.org
    page = draft.page(A4)
    page.text(297, 210, f"{_book(draft)}", draft.type("song-bold", 27), "center")
    page.text(297, 256, "年度检查报告书", draft.type("song-bold", 31), "center")
    page.text(297, 304, f"（ {_year(draft)} 年度）", draft.type("song", 20), "center")
    rows(
        page,
        [
            ("单位名称", draft.put("organization_name")),
            ("统一社会信用代码", draft.put("uscc")),
            ("填报人", person(draft.rng)),
            ("联系电话", org.phone),
        ],
        (110, 480, 510),
        140,
        draft.type("hei", 15),
        draft.type("song", 15, leading=1.3),
        40,
    )
    flow = draft.flow(draft.type("song", 13, leading=1.6), margins=(66, 70, 66, 60), numbered="{}")
    draft.pages.insert(0, page)
    flow.heading("年检意见", draft.type("hei", 17), after=8)
    flow.table([
        [Cell("专职工作人员（人）"), draft.put("full_time_staff"), Cell("兼职（人）"), str(draft.rng.randint(0, 9))],
        [Cell("业务主管\n单位初审\n意　　见"), Cell(f"同意上报。\n\n　　　　　　　　（印章）　{day(later(draft['issue_date'], -18), 'cn')}", 3, align="left")],
        [Cell("登记管理\n机关年检\n结　　论"), Cell(f"经审查，该单位{draft['year']}年度年检结论为：{draft.put('conclusion')}。\n\n　　　　　　　　（印章）　{when(draft, 'issue_date', 'cn', 'half_spaced')}", 3, align="left")],
        [Cell("备注"), Cell("本表一式三份", 3)],
    ], (1.5, 2, 1.5, 2), least=46)  # fmt: skip
    draft.seal(flow.page, (400, flow.y - 110), org.registration_authority, 110)
    scribble(draft, flow.page, "已领取副本", 420, flow.y + 30)


@layout(KIND, "result_letter", ("digital", "scan", "poor", "docx"), needs="!charity")
def result_letter(draft: Draft) -> None:
    """年度检查结果通知书 to one organization under a red head, reasons where it isn't 合格."""
    flow = draft.flow(draft.type("fang", 15.5, leading=1.9), margins=(80, 90, 76, 70))
    red_head(draft, flow, draft.org.registration_authority)
    flow.heading(
        draft.pick("社会组织年度检查结论告知书", "年检结果通知书"), draft.type("song-bold", 22), after=4
    )
    flow.paragraph(
        f"社管年检〔{draft['issue_date'].year}〕{draft.rng.randint(1, 300)}号",
        indent=0,
        align="center",
        after=10,
    )
    flow.paragraph(f"{draft.put('organization_name')}（统一社会信用代码：{draft.put('uscc')}）：", indent=0)
    why = {
        "合格": "未发现违反有关规定的情形",
        "基本合格": "存在未按章程规定召开理事会的问题，应当限期整改",
        "不合格": "存在财务管理混乱、拒不整改的情形",
    }[draft["conclusion"]]
    flow.paragraph(
        f"你单位报送的{_year(draft)}年度工作报告及有关材料收悉。经审查，{why}。根据有关规定，年检结论定为“{draft.put('conclusion')}”。"
    )
    flow.paragraph("如有异议，可在收到本通知之日起十五日内提出书面申请。")
    flow.signature([draft.org.registration_authority, when(draft, "issue_date", "cn", "han", "nil_han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft.org.registration_authority)


@layout(KIND, "platform_receipt", ("screenshot", "digital", "html"))
def platform_receipt(draft: Draft) -> None:
    """The platform's page after filing: steps as a bar, state of each, the filed report's key figures; a charity's has no conclusion."""
    flow = draft.flow(draft.type("hei", 11.5, leading=1.5), size=(780, 640), margins=(50, 112, 50, 60))
    site(
        draft,
        flow.page,
        f"{draft.org.place.city}社会组织网上办事大厅",
        (20, 110, 190),
        "我的办件　年检年报　换届备案　变更登记　消息",
        "我的办件 > 年检年报 > 详情",
    )
    site_foot(draft, flow.page, draft.org.registration_authority)
    flow.heading(f"{_year(draft)}年度工作报告办理结果", draft.type("hei-bold", 17), after=6)
    flow.paragraph(
        "① 填报 ———— ② 主管单位初审 ———— ③ 登记机关审查 ———— ④ 办结",
        draft.type("hei", 11, (20, 110, 190)),
        indent=0,
        align="center",
        after=8,
    )
    fill = (236, 244, 252)
    lines: list[list[Cell | str]] = [
        [Cell("社会组织名称", fill=fill), Cell(draft.put("organization_name"), 3, align="left")],
        [
            Cell("统一社会信用代码", fill=fill),
            draft.put("uscc"),
            Cell("专职人数", fill=fill),
            draft.put("full_time_staff", f"{draft['full_time_staff']}人"),
        ],
        [
            Cell("净资产合计（元）", fill=fill),
            f"{draft.rng.randint(30000, 900000):,}.00",
            Cell("年度收入（元）", fill=fill),
            f"{draft.rng.randint(30000, 900000):,}.00",
        ],
    ]
    if draft["charity"]:
        lines.append(
            [
                Cell("报告状态", fill=fill),
                "已报送并公开",
                Cell("报送时间", fill=fill),
                when(draft, "issue_date", "iso"),
            ]
        )
    else:
        lines.append(
            [
                Cell("年检结论", fill=fill),
                draft.put("conclusion"),
                Cell("结论日期", fill=fill),
                when(draft, "issue_date", "iso"),
            ]
        )
    flow.table(lines, (1.6, 2.6, 1.4, 2.2), least=40, rule=(190, 205, 220))
    flow.paragraph("附件：年度工作报告.pdf　财务会计报告.pdf　审计报告.pdf", draft.type("hei", 10), indent=0)


@layout(KIND, "list_by_conclusion", ("digital", "scan", "poor", "docx"), needs="!charity")
def list_by_conclusion(draft: Draft) -> None:
    """A public notice: lists of 合格, 基本合格 and 不合格 in tables with two organizations in a row, over pages."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(64, 74, 60, 66), numbered="第 {} 页")
    flow.heading(
        f"{draft.org.registration_authority}关于{_year(draft)}年度\n社会组织年检结论的公告",
        draft.type("song-bold", 18),
        after=8,
    )
    flow.paragraph("现将年检结论公布如下，未列入名单的单位另行处理。")
    for number, (conclusion, size) in enumerate((("合格", 26), ("基本合格", 8), ("不合格", 4))):
        names = [applicant(rng).name for _ in range(size)]
        ours = conclusion == draft["conclusion"]
        if ours:
            names[rng.randrange(size)] = draft.put("organization_name")
        flow.paragraph(
            f"{'一二三'[number]}、年检结论为{draft.put('conclusion') if ours else conclusion}的社会组织",
            draft.type("hei", 13),
            indent=2,
        )
        flow.table(
            [[Cell(one, align="left") for one in names[at : at + 2]] for at in range(0, size, 2)],
            (1, 1),
            draft.type("song", 11, leading=1.3),
            least=22,
        )
    flow.signature([draft.org.registration_authority, when(draft, "issue_date", "cn", "han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), draft.org.registration_authority)


@layout(KIND, "stamped_table", ("scan", "photo", "poor"), needs="!charity")
def stamped_table(draft: Draft) -> None:
    """The duplicate's page of inspection records: years in a table, a stamp with the conclusion over the last line."""
    page = draft.page((595, 560), (248, 246, 238))
    page.text(297, 60, "年　检　记　录", draft.type("song-bold", 22), "center")
    page.text(60, 96, f"单位：{draft.put('organization_name')}", draft.type("song", 13))
    body = draft.type("song", 13)
    for n, head in enumerate(("年 度", "结　论", "检查机关", "日　期")):
        page.rect((60 + n * 119, 116, 179 + n * 119, 146), (60, 60, 60), 0.8)
        page.text(119 + n * 119, 136, head, draft.type("hei", 13), "center")
    at = draft.rng.randint(1, 2)
    for row in range(3):
        for n in range(4):
            page.rect((60 + n * 119, 146 + row * 100, 179 + n * 119, 246 + row * 100), (60, 60, 60), 0.8)
        if row == at:
            page.text(119, 200 + row * 100, f"{_year(draft)}年度", body, "center")
            page.text(
                238, 200 + row * 100, draft.put("conclusion"), draft.type("hei", 17, (196, 30, 40)), "center"
            )
            page.text(
                357, 200 + row * 100, draft.org.registration_authority[-6:], draft.type("song", 11), "center"
            )
            page.text(476, 200 + row * 100, when(draft, "issue_date", "dots", "cn"), body, "center")
            page.seal(
                box_stamp("年检专用章", draft.rng.randrange(9)), (352, 214 + row * 100), 110, "年检专用章"
            )


@layout(KIND, "phone_query", ("screenshot",))
def phone_query(draft: Draft) -> None:
    """A phone's page: a card for the year, label left and value right; a charity's says 已公示."""
    page = draft.page((380, 620), (243, 244, 247))
    phone_top(draft, page, "年检年报查询")
    page.rect((14, 76, 366, 430), None, fill=(255, 255, 255), radius=10)
    y = (
        page.paragraph(30, 92, 320, draft.put("organization_name"), draft.type("hei-bold", 16, leading=1.3))
        + 16
    )
    grey, dark = draft.type("hei", 13, (130, 130, 136)), draft.type("hei", 14)
    state = ("报告状态", "已公示") if draft["charity"] else ("年检结论", draft.put("conclusion"))
    for name, value in (
        ("信用代码", draft.put("uscc")),
        ("年　　度", _year(draft)),
        ("从业专职人员", draft.put("full_time_staff", f"{draft['full_time_staff']} 人")),
        state,
        ("更新日期", when(draft, "issue_date", "iso", "slash")),
    ):
        page.text(30, y + 14, name, grey)
        page.text(350, y + 14, value, dark, "right")
        page.line(30, y + 28, 350, y + 28, (236, 236, 238), 0.6)
        y += 46
    page.text(190, 480, "仅展示最近一个已办结年度", draft.type("hei", 11, (170, 170, 170)), "center")
