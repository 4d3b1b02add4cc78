"""An organization's own proofs: rooms, people, new terms."""

from typing import Any

from tests.corpus.assorted.people import people, person
from tests.corpus.assorted.pieces import copy_stamp, fax_line
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.varied.pieces import after, before, day, when

_HAN = "一二三四五六七八九"


@layout("office_proof", "lease_by_clauses", ("digital", "scan", "poor", "docx"), needs="!deed")
def lease_by_clauses(draft: Draft) -> None:
    """房屋租赁合同: blanks in clauses, rent and deposit in numbers, a term with the count of months between."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 13, leading=1.8), margins=(74, 78, 70, 64), numbered="{}")
    flow.heading("房屋租赁合同", draft.type("song-bold", 23), after=14)
    flow.paragraph(f"出租方（以下称甲方）： {draft.put('owner')}", indent=0)
    flow.paragraph(f"承租方（以下称乙方）： {draft.put('tenant')}", indent=0, after=6)
    style = draft.pick("gaps", "plain", "zero")
    months = (draft["valid_until"].year - draft["valid_from"].year) * 12
    for number, text in enumerate(
        (
            f"甲方将坐落于 {draft.put('address')} 的房屋出租给乙方作办公使用，建筑面积{rng.randint(40, 380)}平方米。",
            f"租期共 {months} 个月，从 {when(draft, 'valid_from', style)} 起至 {when(draft, 'valid_until', style)} 止。",
            f"年租金 {rng.randint(1, 9)}8000 元，押金 {rng.randint(1, 5)}000 元，按季支付，先付后用。",
            "水、电、物业等费用由乙方承担。乙方不得擅自转租或改变用途。",
            "本合同一式两份，双方各执一份，签字盖章后生效。",
        ),
        start=1,
    ):
        flow.paragraph(f"第{_HAN[number - 1]}条　{text}")
    flow.space(26)
    flow.paragraph("甲方（签章）：　　　　　　　　　　　乙方（签章）：", indent=0, after=4)
    flow.paragraph(f"签订日期：{day(before(draft['valid_from'], 8), style)}", indent=0)
    draft.seal(flow.page, (400, flow.y - 30), draft["tenant"], 104)


@layout("office_proof", "site_proof", ("scan", "photo", "poor", "digital"), needs="!deed")
def site_proof(draft: Draft) -> None:
    """住所使用证明: a form of the registry with the owner's consent, boxes for the way of use, the term in one cell."""
    flow = draft.flow(draft.type("song", 12.5, leading=1.5), margins=(60, 76, 60, 60))
    flow.heading("社会组织住所（办公用房）使用证明", draft.type("song-bold", 19), after=10)
    flow.table(
        [
            ["使用单位", Cell(draft.put("tenant"), 3, align="left")],
            ["房屋坐落", Cell(draft.put("address"), 3, align="left")],
            ["产权人", draft.put("owner"), "面积（㎡）", str(draft.rng.randint(30, 260))],
            ["使用方式", Cell("□租赁　■无偿使用　□自有", 3, align="left")],
            ["使用期限", Cell(f"{when(draft, 'valid_from', 'dots')}～{when(draft, 'valid_until', 'dots')}", 3, align="left")],
            [Cell("产权人\n意见"), Cell(f"同意将上述房屋提供给该单位使用。\n\n产权人（签章）：　　　{day(before(draft['valid_from'], 3), 'gaps')}", 3, align="left")],
            [Cell("社区（村）\n证明"), Cell("情况属实。\n\n（盖章）", 3, align="left")],
        ],
        (1.3, 3, 1.3, 1.4), least=40,
    )  # fmt: skip
    draft.seal(flow.page, (330, flow.y - 36), f"{draft.org.place.full}花园社区居民委员会", 100)
    copy_stamp(draft, flow.page, (420, flow.y + 40), 0.3)


@layout("office_proof", "deed_page", ("scan", "photo", "poor"), needs="deed")
def deed_page(draft: Draft) -> None:
    """不动产权证书: the table of a deed's page; 权利人 and 坐落, a term of use of the land that is no lease's."""
    page = draft.page((560, 760), (252, 244, 238))
    page.text(
        280,
        60,
        f"苏（{draft.rng.randint(2016, 2024)}）{draft.org.place.city}不动产权第 00{draft.rng.randint(10000, 99999)} 号",
        draft.type("song", 14),
        "center",
    )
    label, body = draft.type("song", 12.5), draft.type("song", 12.5, leading=1.35)
    y = 84.0
    for name, value in (
        ("权利人", draft.put("owner")),
        ("共有情况", "单独所有"),
        ("坐落", draft.put("address")),
        ("不动产单元号", f"3201{draft.rng.randrange(10**13, 10**14)}"),
        ("权利类型", "国有建设用地使用权 / 房屋所有权"),
        ("用途", "办公"),
        ("面积", f"房屋建筑面积 {draft.rng.randint(60, 420)}.{draft.rng.randint(10, 99)}㎡"),
        ("使用期限", "国有建设用地使用权至 2058 年 06 月 30 日止"),
        ("附记", ""),
    ):
        page.rect((50, y, 510, y + 58), (120, 90, 80), 0.7)
        page.line(150, y, 150, y + 58, (120, 90, 80), 0.7)
        page.text(100, y + 34, name, label, "center")
        page.paragraph(160, y + 12, 340, value, body)
        y += 58


def _months(draft: Draft, style: str) -> str:
    first, last = draft["first"], draft["last"]
    if style == "han":
        text = (
            f"{first.year}年{first.month}月份"
            if first == last
            else f"{first.year}年{first.month}月—{last.year}年{last.month}月"
        )
    else:
        text = f"{first:%Y.%m}" if first == last else f"{first:%Y.%m}～{last:%Y.%m}"
    return draft.put("period", text)


def _each(draft: Draft) -> list[str]:
    return [draft.put("people", one, draft["people"]) for one in draft["people"]]


@layout("staff_proof", "payroll", ("xlsx", "digital", "scan", "poor"))
def payroll(draft: Draft) -> None:
    """工资发放表: a row for each, sums below, makers' names at the foot that belong to nobody of the list."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 10.5, leading=1.4), size=A4_LANDSCAPE, margins=(44, 56, 44, 44))
    title = draft.pick("工资发放明细表", "专职人员薪酬发放表")
    flow.heading(title, draft.type("hei", 18), after=6)
    line = f"编制单位：{draft.put('organization_name')}　　　　所属期：{_months(draft, draft.pick('han', 'dots'))}　　　　单位：元"
    flow.paragraph(line, indent=0, after=4)
    head = ["序号", "姓名", "基本工资", "岗位津贴", "应发合计", "代扣社保", "实发金额", "领款人签字"]
    rows: list[list[str]] = []
    total = 0
    for number, name in enumerate(_each(draft), start=1):
        base, more, less = rng.randint(28, 62) * 100, rng.randint(2, 14) * 100, rng.randint(300, 700)
        total += base + more - less
        rows.append(
            [
                str(number),
                name,
                str(base),
                str(more),
                str(base + more),
                str(less),
                str(base + more - less),
                "",
            ]
        )
    last = ["", "合计", "", "", "", "", str(total), ""]
    flow.table(
        [[Cell(one, bold=True) for one in head], *rows, last],
        (0.6, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.6),
        least=26,
    )
    foot = f"负责人：　　　　　会计：{person(rng)}　　　　　出纳：{person(rng)}"
    flow.paragraph(foot, indent=0)
    draft.sheets = [("工资", [[title], [line], head, *rows, last, [foot]])]


@layout("staff_proof", "insured_query", ("digital", "screenshot", "scan"))
def insured_query(draft: Draft) -> None:
    """江苏智慧人社: the insured of a unit, masked numbers, rows without rules, a code of verification."""
    rng = draft.rng
    flow = draft.flow(
        draft.type("hei", 11, leading=1.5), margins=(52, 66, 52, 54), numbered="共 1 页，第 {} 页"
    )
    flow.heading("江苏省社会保险权益记录单\n（参保单位）", draft.type("song-bold", 19), after=8)
    flow.paragraph(
        f"参保单位全称：{draft.put('organization_name')}　　现参保地：{draft.org.place.full}", indent=0
    )
    flow.paragraph(
        f"查询时间段：{_months(draft, 'dots')}　　单位编号：32{rng.randrange(10**8, 10**9)}",
        indent=0,
        after=6,
    )
    rows: list[list[Any]] = [
        [
            Cell(one, bold=True)
            for one in ("序号", "姓名", "公民身份号码（社会保障号）", "缴费起止年月", "缴费月数")
        ]
    ]
    span = f"{draft['first']:%Y%m} - {draft['last']:%Y%m}"
    count = (draft["last"].year - draft["first"].year) * 12 + draft["last"].month - draft["first"].month + 1
    for number, name in enumerate(_each(draft), start=1):
        rows.append(
            [
                str(number),
                name,
                f"32{rng.randint(1000, 9999)}********{rng.randint(1000, 9999)}",
                span,
                str(count),
            ]
        )
    flow.table(rows, (0.8, 1.4, 3, 2.4, 1.2), ruled=False, least=24)
    flow.paragraph(
        "说明：1. 本权益单涉及单位及个人信息，请妥善保管。2. 本权益单为打印时系统时点数据。",
        draft.type("song", 9.5),
        indent=0,
    )
    flow.paragraph(
        f"打印时间：{day(after(draft['last'], 40), 'plain')}",
        draft.type("song", 9.5),
        indent=0,
        align="right",
    )
    draft.seal(flow.page, (440, flow.y - 10), f"{draft.org.place.full}社会保险基金管理中心", 100)


@layout("staff_proof", "attendance", ("scan", "photo", "xlsx", "digital"))
def attendance(draft: Draft) -> None:
    """考勤表: the month on top, names at the left, marks for days; only the last month of the period stands."""
    rng = draft.rng
    draft.values["first"] = draft["last"]
    draft.values["period"] = f"{draft['last']:%Y-%m}/{draft['last']:%Y-%m}"
    flow = draft.flow(draft.type("song", 9, leading=1.3), size=A4_LANDSCAPE, margins=(36, 50, 36, 40))
    title = f"{draft.put('organization_name')}员工考勤表"
    flow.heading(title, draft.type("hei", 16), after=4)
    line = f"考勤月份：{_months(draft, 'han')}　　√出勤　△请假　○公休"
    flow.paragraph(line, draft.type("hei", 10), indent=0, after=4)
    days = [str(n) for n in range(1, 22)]
    head = ["姓名", *days, "出勤"]
    rows = [[name, *[rng.choice("√√√√√○△") for _ in days], str(rng.randint(18, 22))] for name in _each(draft)]
    flow.table([head, *rows], (2.4, *([0.8] * 21), 1.2), least=22)
    draft.sheets = [("考勤", [[title], [line], head, *rows])]


def _session(draft: Draft, spread: bool = False) -> str:
    number = int(draft["session"])
    return draft.put("session", f"第{_HAN[number - 1]}届" if not spread else f"第 {number} 届", number)


@layout("term_change", "approval_notice", ("digital", "scan", "photo", "poor"))
def approval_notice(draft: Draft) -> None:
    """The registry's notice that the new officers are on file, with a table of them."""
    rng = draft.rng
    flow = draft.flow(draft.type("fang", 15.5, leading=1.8), margins=(80, 84, 76, 70))
    flow.heading("社会组织负责人备案通知书", draft.type("song-bold", 22), after=4)
    flow.paragraph(f"民社备〔{draft['date'].year}〕{rng.randint(1, 300)}号", indent=0, align="right", after=8)
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    flow.paragraph(
        f"你单位{when(draft, 'date', draft.pick('plain', 'zero'))}召开{_session(draft)}一次会议产生的下列负责人，经审查符合规定，准予备案。"
    )
    posts = ("会长（理事长）", "副会长（副理事长）", "副会长（副理事长）", "秘书长", "监事")
    flow.table(
        [
            ["职务", "姓名", "备注"],
            *[[post, name, ""] for post, name in zip(posts, people(rng, 5), strict=True)],
        ],
        (2, 1.6, 1.4),
        least=28,
    )
    fax_line(draft, flow.page)
    flow.signature([draft.put("approving_body"), day(after(draft["date"], 21))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), draft["approving_body"])


@layout("term_change", "minutes", ("digital", "scan", "poor", "docx"))
def minutes(draft: Draft) -> None:
    """会议纪要 of an election: a block of 时间, 地点, 出席 on top, votes by candidate below."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 13.5, leading=1.75), margins=(76, 80, 72, 68))
    flow.heading(
        f"{draft.put('organization_name')}换届选举大会会议纪要", draft.type("song-bold", 19), after=12
    )
    for name, value in (
        ("时　间", f"{when(draft, 'date', draft.pick('plain', 'han'))}上午9:30"),
        ("地　点", f"{draft.org.place.city}职工之家三楼"),
        ("届　次", _session(draft, rng.random() < 0.5)),
        ("出　席", f"应到{rng.randint(50, 90)}人，实到{rng.randint(40, 49)}人"),
        ("主持人", person(rng)),
    ):
        flow.paragraph(f"{name}：{value}", indent=0)
    flow.paragraph(
        f"会议听取了上一届（{draft['date'].year - 5}年—{draft['date'].year}年）工作报告，以举手表决方式通过财务报告和章程修改说明。"
    )
    flow.paragraph(
        "选举结果（得票数）："
        + "；".join(f"{one} {rng.randint(34, 40)}票" for one in people(rng, 5))
        + f"。{draft.org.legal_representative}当选法定代表人。"
    )
    flow.paragraph(f"本次换届已报{draft.put('approving_body')}同意。", after=16)
    flow.paragraph(f"记录：{person(rng)}　　　　总监票人：{person(rng)}", indent=0)
