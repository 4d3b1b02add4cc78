"""Annual inspections: the report's book, the stamp on a form, lists of the passed in columns, an account's notice."""

from tests.corpus import printed
from tests.corpus.assorted.people import applicant, person
from tests.corpus.assorted.pieces import site_head, status_bar
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.page import A4
from tests.corpus.seals import box_stamp
from tests.corpus.varied.pieces import after, before, code, day, when

KIND = "annual_report"


def _year(draft: Draft, text: str | None = None) -> str:
    return draft.put("year", text or str(draft["year"]))


@layout(KIND, "report_book", ("digital", "scan", "poor", "docx"))
def report_book(draft: Draft) -> None:
    """年度工作报告书: a cover, basics, people and money in forms, the registry's opinion at the end of the book."""
    org, rng = draft.org, draft.rng
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(60, 72, 60, 60), numbered="第 {} 页")
    flow.space(120)
    flow.heading(f"{org.type}年度工作报告书", draft.type("song-bold", 30), after=6)
    flow.heading(f"（ {_year(draft)} 年度）", draft.type("song", 20), after=150)
    for name, value in (
        ("单 位 名 称", draft.put("organization_name")),
        ("社会信用代码", code(draft, style="run")),
        ("法 定 代 表 人", org.legal_representative),
        ("填 报 日 期", day(before(draft["issue_date"], 45))),
    ):
        flow.paragraph(f"{name}　{value}", draft.type("fang", 16, leading=2.1), indent=3)
    flow.paragraph(f"{org.registration_authority}印制", indent=0, align="center")
    flow.new_page()
    flow.heading("二、内部建设情况", draft.type("hei", 15), align="left", level=2)
    staff = int(draft["full_time_staff"])
    part = rng.randint(0, 9)
    flow.table(
        [
            [Cell("人员情况", rows=3), "从业人员总数", str(staff + part), "其中：女性", str((staff + part) // 2)],
            ["专职工作人员", draft.put("full_time_staff"), "兼职工作人员", str(part)],
            ["本科以上学历", str(staff // 2), "持证社工", str(staff // 3)],
            [Cell("会议情况", rows=2), "会员大会", f"{rng.randint(1, 2)}次", "理事会", f"{rng.randint(2, 4)}次"],
            ["监事会", "1次", "党组织生活会", f"{rng.randint(2, 12)}次"],
        ],
        (1.3, 2, 1.2, 2, 1.2), least=32,
    )  # fmt: skip
    flow.space(12)
    flow.heading("三、财务情况（单位：元）", draft.type("hei", 15), align="left", level=2)
    flow.table(
        [["科目", "年初数", "年末数"]]
        + [[one, f"{rng.randint(10000, 900000):,}.00", f"{rng.randint(10000, 900000):,}.00"] for one in ("流动资产合计", "固定资产原值", "净资产合计", "本年收入合计", "本年费用合计")],
        (2, 2, 2), least=26,
    )  # fmt: skip
    flow.new_page()
    flow.heading("七、审查意见", draft.type("hei", 15), align="left", level=2)
    last = [Cell("登记管理\n机关年检\n结论")]
    if draft["conclusion"]:
        text = (
            f"经审查，该单位{_year(draft)}年度检查{draft.pick('结论：', '定为')}{draft.put('conclusion')}。"
        )
    else:
        text = "年报已收悉，予以备案。"
    last.append(Cell(f"{text}\n\n（盖章）　　　{when(draft, 'issue_date', 'gaps')}", align="left"))
    flow.table(
        [
            [Cell("法定代表人\n意见"), Cell(f"本单位承诺填报内容真实完整。\n\n签字：{org.legal_representative}　　{day(before(draft['issue_date'], 40), 'gaps')}", align="left")],
            [Cell("业务主管\n单位初审\n意见"), Cell(f"同意上报。\n\n（盖章）　　　{day(before(draft['issue_date'], 22), 'gaps')}", align="left")],
            last,
        ],
        (1.3, 6), least=120,
    )  # fmt: skip
    draft.seal(flow.page, (320, flow.y - 50), org.registration_authority, 110)


@layout(KIND, "passed_in_columns", ("digital", "scan", "poor", "html"), needs="!charity")
def passed_in_columns(draft: Draft) -> None:
    """A bulletin: names under a heading for each conclusion, in two columns without rules."""
    org, rng = draft.org, draft.rng
    flow = draft.flow(draft.type("song", 13, leading=1.7), margins=(64, 76, 60, 64), numbered="· {} ·")
    flow.heading(f"{org.registration_authority}公告", draft.type("song-bold", 24), after=2)
    flow.paragraph(f"（{draft['year'] + 1}年第{rng.randint(1, 9)}号）", indent=0, align="center", after=10)
    flow.paragraph(
        f"{org.place.full}{_year(draft)}年度社会组织检查工作已经结束。应检{rng.randint(300, 900)}家，实检{rng.randint(150, 290)}家。现将结果向社会公布："
    )
    for number, name in enumerate(("合格", "基本合格", "不合格")):
        ours = name == draft["conclusion"]
        names = [applicant(rng).name for _ in range(rng.randint(9, 26) if number == 0 else rng.randint(2, 6))]
        if ours:
            names.insert(rng.randrange(len(names)), draft.put("organization_name"))
        word = draft.put("conclusion") if ours else name
        flow.paragraph(
            f"{'一二三'[number]}、年检{word}单位（{len(names)}家）", draft.type("hei", 13.5), indent=0
        )
        rows = [[Cell(one, align="left") for one in names[at : at + 2]] for at in range(0, len(names), 2)]
        rows[-1] += [Cell("")] * (2 - len(rows[-1]))
        flow.table(rows, (1, 1), draft.type("song", 11, leading=1.4), ruled=False, padding=2)
    flow.signature(
        [org.registration_authority, when(draft, "issue_date", draft.pick("han", "plain", "gaps"))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 44), org.registration_authority)


@layout(KIND, "query_result", ("screenshot", "digital", "poor"), needs="!charity")
def query_result(draft: Draft) -> None:
    """江苏社会组织网: a search for our name, one line of result with year, conclusion and day."""
    page = draft.page((960, 460))
    y = site_head(
        draft,
        page,
        "江苏社会组织网 · 年检结果查询",
        (150, 30, 40),
        ("首页", "政策法规", "办事大厅", "信息公示", "党建园地"),
    )
    page.text(
        40,
        y + 34,
        f"社会组织名称　[ {draft.again('organization_name')} ]　　年度　[ 全部 ]　　查 询",
        draft.type("hei", 12),
    )
    y += 60
    widths = (60, 330, 210, 80, 100, 110)
    heads = ("序号", "名称", "统一社会信用代码", "年度", "检查结论", "公布日期")
    values = (
        "1",
        draft.put("organization_name"),
        code(draft, style="run"),
        _year(draft),
        draft.put("conclusion"),
        when(draft, "issue_date", "iso"),
    )
    x = 36.0
    page.rect((36, y, 926, y + 34), None, fill=(238, 222, 222))
    for width, head, value in zip(widths, heads, values, strict=True):
        page.text(x + 8, y + 22, head, draft.type("hei-bold", 12.5))
        page.paragraph(x + 8, y + 42, width - 12, value, draft.type("hei", 12, leading=1.35))
        x += width
    page.line(36, y + 92, 926, y + 92, (200, 200, 200), 0.6)
    page.text(926, y + 120, "共 1 条　上一页　1　下一页", draft.type("hei", 11, (120, 120, 120)), "right")
    page.text(
        480,
        430,
        f"主办：江苏省民政厅　今天是{day(after(draft['issue_date'], 60))}",
        draft.type("hei", 11, (120, 120, 120)),
        "center",
    )


@layout(KIND, "stamped_receipt", ("scan", "photo", "poor"), needs="!charity")
def stamped_receipt(draft: Draft) -> None:
    """A tear-off slip: filled by hand, the conclusion only in a box stamp's words beside the form's answer."""
    page = draft.page((A4[0], 420), (252, 250, 244))
    label, hand = draft.type("song", 13), draft.type("hand", 15, (24, 40, 110))
    page.text(297, 54, "社会组织年度检查结果回执", draft.type("song-bold", 22), "center")
    page.text(540, 78, f"存根编号 {draft.rng.randint(1000, 9999)}", draft.type("song", 10), "right")
    rows = (
        ("社会组织名称", draft.put("organization_name")),
        ("统一代码", code(draft, style="run")),
        ("受检年度", f"{_year(draft)} 年"),
        ("检查结论", draft.put("conclusion")),
        ("经办人", person(draft.rng)),
        ("发放日期", when(draft, "issue_date", "gaps")),
    )
    y = 108.0
    for name, value in rows:
        page.text(64, y + 14, name, label)
        page.text(174, y + 14, value, hand)
        page.line(168, y + 20, 530, y + 20, (120, 120, 120), 0.5)
        y += 38
    page.seal(
        box_stamp("年检专用章\n" + printed.day(draft["issue_date"], "dot"), draft.rng.randrange(9)),
        (450, 270),
        116,
        "年检专用章",
    )
    draft.seal(page, (300, 330), draft.org.registration_authority, 100)
    page.text(
        297,
        400,
        "- - - - - - - - - - - - -　沿此线剪下　- - - - - - - - - - - - -",
        draft.type("song", 10),
        "center",
    )


@layout(KIND, "account_list", ("screenshot", "screenshot", "photo"), needs="!charity")
def account_list(draft: Draft) -> None:
    """A long picture of the registry's account: names by conclusion, one below the other, in small letters."""
    rng, org = draft.rng, draft.org
    groups: list[tuple[str, list[str]]] = []
    for name in ("合格", "基本合格", "不合格"):
        ours = name == draft["conclusion"]
        names = [
            applicant(rng).name for _ in range(rng.randint(8, 18) if name == "合格" else rng.randint(2, 4))
        ]
        if ours:
            names.insert(rng.randrange(len(names)), draft.put("organization_name"))
        groups.append((f"{draft.put('conclusion') if ours else name}（{len(names)}家）", names))
    page = draft.page((375, 360 + 26 * sum(len(names) + 2 for _, names in groups)))
    status_bar(draft, page, "")
    head = f"{org.place.full}{_year(draft)}年度社会组织年检结论出炉"
    y = page.paragraph(20, 80, 335, head, draft.type("hei-bold", 19, leading=1.4)) + 4
    grey = draft.type("hei", 11.5, (140, 140, 140))
    page.text(
        20,
        y + 14,
        f"{org.registration_authority}　{when(draft, 'issue_date', draft.pick('iso', 'plain'))} 16:{rng.randint(10, 59)}",
        grey,
    )
    y += 44
    for name, names in groups:
        page.text(187, y + 14, f"· {name} ·", draft.type("hei-bold", 14, (40, 90, 160)), "center")
        y += 34
        for number, one in enumerate(names, start=1):
            page.text(24, y + 12, f"{number}. {one}", draft.type("hei", 12.5, (60, 60, 60)))
            y += 24
        y += 16
    page.text(187, y + 30, "来源：社会组织管理科　编辑：宣传组", grey, "center")
