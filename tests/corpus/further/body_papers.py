"""An organization's own proofs: rooms, people, new terms."""

from typing import Any

from tests.corpus import marks
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import people, person
from tests.corpus.further.pieces import (
    day,
    later,
    red_head,
    rows,
    scribble,
    site,
    site_foot,
    span,
    stamp,
    when,
)
from tests.corpus.further.register import layout
from tests.corpus.page import A4, A4_LANDSCAPE, RED

_HAN = "〇一二三四五六七八九"


@layout("office_proof", "lease_with_table", ("scan", "photo", "digital", "poor", "docx"), needs="!deed")
def lease_with_table(draft: Draft) -> None:
    """A lease: parties in a table, clauses below, the term on the second page; other rooms of the landlord are mentioned first."""
    rng = draft.rng
    flow = draft.flow(
        draft.type("song", 13, leading=1.75), margins=(76, 80, 74, 66), numbered="第 {} 页 共 2 页"
    )
    flow.heading(
        draft.pick("房屋租赁合同", "办公场所租赁协议", "商务楼租赁合同书"),
        draft.type("song-bold", 23),
        after=10,
    )
    flow.table([
        [Cell("出租方（甲方）"), Cell(draft.put("owner"), align="left")], [Cell("承租方（乙方）"), Cell(draft.put("tenant"), align="left")], [Cell("证件号码"), Cell("详见附件", align="left")],
    ], (1.4, 4), least=30)  # fmt: skip
    flow.paragraph(
        f"第一条　甲方拥有房产{rng.randint(3, 9)}处，本合同所涉房屋不含已出租部分。租赁房屋地址：{draft.put('address')}，面积{rng.randint(40, 400)}㎡。"
    )
    flow.paragraph(
        f"第二条　月租金{rng.randint(1, 9)}{rng.randint(0, 9)}00元，每{draft.pick('季度', '半年')}支付一次。物业费、水电费由乙方承担。"
    )
    flow.paragraph("第三条　乙方租用房屋用于办公，不得改变用途、擅自转租。")
    flow.new_page()
    flow.paragraph(
        f"第四条　租赁期限：{span(draft, draft.pick('cn', 'zero', 'half_spaced'), draft.pick('{}至{}', '自{}起，至{}止'))}。期满前一个月双方可协商续租。"
    )
    flow.paragraph("第五条　任何一方违约，向对方支付一个月租金作为违约金。", after=50)
    flow.paragraph("甲方（盖章）：　　　　　　　　　　　乙方（盖章）：", indent=0)
    flow.paragraph(f"签订日期：{day(later(draft['valid_from'], -12), 'cn')}", indent=0)
    draft.seal(flow.page, (440, flow.y - 24), draft["tenant"], 106)


@layout("office_proof", "certificate_of_property", ("scan", "photo", "poor"), needs="deed")
def certificate_of_property(draft: Draft) -> None:
    """不动产权证书's inner page on an open booklet: labels above values in a ruled table, the use of the land and its term beside."""
    page = draft.page((760, 540), (246, 244, 236))
    page.rect((10, 10, 378, 530), None, fill=(140, 24, 30))
    page.text(194, 220, "中华人民共和国", draft.type("song-bold", 20, (240, 210, 120)), "center")
    page.text(194, 262, "不动产权证书", draft.type("song-bold", 30, (240, 210, 120)), "center")
    page.text(
        562,
        52,
        f"苏（{draft.rng.randint(2012, 2022)}）{draft.org.place.city}不动产权第{draft.rng.randint(10000, 99999):07d}号",
        draft.type("song", 11),
        "center",
    )
    body = draft.type("song", 12, leading=1.3)
    y = 66.0
    for name, value in (
        ("权利人", draft.put("owner")),
        ("共有情况", "单独所有"),
        ("坐落", draft.put("address")),
        ("权利类型", "国有建设用地使用权/房屋所有权"),
        ("用途", "办公"),
        ("面积", f"房屋建筑面积{draft.rng.randint(60, 900)}.{draft.rng.randint(10, 99)}㎡"),
        ("使用期限", f"国有建设用地使用权 {draft.rng.randint(2040, 2060)}年12月31日止"),
    ):
        page.rect((392, y, 470, y + 52), (90, 90, 90), 0.7)
        page.rect((470, y, 746, y + 52), (90, 90, 90), 0.7)
        page.text(431, y + 31, name, body, "center")
        page.paragraph(478, y + 10, 262, value, body)
        y += 52
    stamp(draft, page, (600, 470), 0.6)


@layout("office_proof", "community_proof", ("scan", "photo", "poor", "digital"), needs="!deed")
def community_proof(draft: Draft) -> None:
    """A neighbourhood committee's proof: the rooms are the owner's, the tenant works in them, free of rent until a day."""
    flow = draft.flow(draft.type(draft.pick("fang", "song"), 16, leading=2.0), margins=(84, 120, 80, 70))
    flow.heading(
        draft.pick("住所（经营场所）证明", "办公用房情况说明", "证　　明"),
        draft.type("song-bold", 26),
        after=20,
    )
    flow.paragraph(
        f"{draft.put('tenant')}现使用{draft.put('address')}的房屋办公，该房屋产权属{draft.put('owner')}所有，供其{draft.pick('无偿', '免租金')}使用，期限{span(draft, 'cn', '{}至{}')}。"
    )
    flow.paragraph("以上情况经核属实。")
    village = f"{draft.org.place.full}青枫社区居民委员会"
    flow.signature([village, day(later(draft["valid_from"], 4), "cn")])
    draft.seal(flow.page, (flow.left + flow.width * 0.7, flow.y - 50), village)
    scribble(draft, flow.page, "同意", 110, 560)


@layout("office_proof", "record_of_lease", ("digital", "scan", "photo", "poor"), needs="!deed")
def record_of_lease(draft: Draft) -> None:
    """房屋租赁登记备案证明 with a code in the corner, fields one under the other."""
    page = draft.page(A4_LANDSCAPE, (248, 252, 248))
    page.rect((30, 30, 812, 565), (60, 130, 90), 3)
    page.text(421, 100, "房屋租赁登记备案证明", draft.type("hei-bold", 28), "center")
    page.text(780, 130, f"备案号：{draft.rng.randint(10**7, 10**8)}", draft.type("song", 12), "right")
    rows(page, [
        ("出租人", draft.put("owner")), ("承租人", draft.put("tenant")), ("房屋坐落", draft.put("address")), ("租赁用途", "办公"), ("租赁期限", span(draft, draft.pick("iso", "dots"), "{} 至 {}")), ("租金数额", f"{draft.rng.randint(10, 90)}00元/月"),
    ], (110, 166, 740), 110, draft.type("hei", 14, (50, 100, 70)), draft.type("song", 15.5, leading=1.35), 46)  # fmt: skip
    office = f"{draft.org.place.full}住房保障和房产管理局"
    page.text(610, 490, office, draft.type("song", 15), "center")
    page.text(610, 518, day(later(draft["valid_from"], 15), "cn"), draft.type("song", 15), "center")
    draft.seal(page, (630, 500), office, 112)


def _span(draft: Draft, style: str) -> str:
    first, last = draft["first"], draft["last"]
    text = {
        "run": f"{first:%Y%m}—{last:%Y%m}", "iso": f"{first:%Y-%m}至{last:%Y-%m}", "dots": f"{first.year}.{first.month} - {last.year}.{last.month}",
        "cn": f"{first.year}年{first.month:02d}月至{last.year}年{last.month:02d}月",
    }[style]  # fmt: skip
    return draft.put("period", text)


def _each(draft: Draft) -> list[str]:
    return [draft.put("people", one, draft["people"]) for one in draft["people"]]


@layout("staff_proof", "insurance_printout", ("digital", "scan", "poor"))
def insurance_printout(draft: Draft) -> None:
    """江苏省社会保险权益记录单（参保单位）: head with body and months, table of the insured with months paid, notes below."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 11.5, leading=1.5), margins=(60, 80, 60, 60), numbered="第{}页")
    flow.heading("江苏省社会保险权益记录单\n（参保单位）", draft.type("song-bold", 19), after=6)
    flow.paragraph(f"参保单位全称：{draft.put('organization_name')}", indent=0)
    flow.paragraph(
        f"现参保地：{draft.org.place.city}　　查询时间：{_span(draft, draft.pick('run', 'iso', 'cn'))}",
        indent=0,
        after=4,
    )
    months = (draft["last"].year - draft["first"].year) * 12 + draft["last"].month - draft["first"].month + 1
    flow.table([
        [Cell(one, bold=True) for one in ("序号", "姓名", "公民身份号码", "缴费起止月数", "险种")],
        *[[str(n), one, f"3206**********{rng.randint(10, 99)}{rng.choice('0123456789X')}", str(months), "养老、失业、工伤"] for n, one in enumerate(_each(draft), start=1)],
    ], (0.7, 1.4, 2.6, 1.6, 2), least=26)  # fmt: skip
    flow.paragraph(
        "说明：1.本权益单涉及单位及职工个人信息，单位应妥善保管。2.本权益单为打印时系统数据。",
        draft.type("song", 10),
        indent=0,
    )
    draft.seal(flow.page, (450, flow.y + 30), f"{draft.org.place.city}社会保险基金管理中心", 104)


@layout("staff_proof", "payroll_by_month", ("digital", "scan", "xlsx", "poor"))
def payroll_by_month(draft: Draft) -> None:
    """工资发放表: people down, parts of pay across, a total; the months in the line above."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 11, leading=1.45), size=A4_LANDSCAPE, margins=(50, 56, 50, 44))
    title = f"{draft.put('organization_name')}专职人员工资发放表"
    flow.heading(title, draft.type("song-bold", 17), after=4)
    line = f"发放期间：{_span(draft, draft.pick('iso', 'cn', 'dots'))}　　　　单位：元"
    flow.paragraph(line, indent=0, after=4)
    head = ["序号", "姓名", "岗位", "基本工资", "绩效", "代扣社保", "实发", "签收"]
    body: list[list[str]] = []
    for n, one in enumerate(_each(draft), start=1):
        base, more, less = rng.randint(28, 60) * 100, rng.randint(3, 18) * 100, rng.randint(400, 900)
        body.append(
            [
                str(n),
                one,
                rng.choice(("干事", "社工", "会计", "主任")),
                str(base),
                str(more),
                str(less),
                str(base + more - less),
                marks.plain(one),
            ]
        )
    flow.table(
        [[Cell(one, bold=True) for one in head], *body], (0.6, 1.3, 1.2, 1.3, 1.1, 1.3, 1.3, 1.3), least=30
    )
    flow.paragraph(f"制表：{person(rng)}　　审核：{draft.org.legal_representative}", indent=0)
    draft.sheets = [("工资", [[title], [line], head, *body])]


@layout("staff_proof", "letter_of_employment", ("scan", "photo", "digital", "docx", "poor"))
def letter_of_employment(draft: Draft) -> None:
    """A letter that names the full-time staff in one sentence and the months for which they were insured."""
    flow = draft.flow(draft.type("fang", 16, leading=1.95), margins=(82, 110, 78, 70))
    flow.heading(
        draft.pick("专职人员在职证明", "用工情况证明", "社会保险缴纳情况说明"),
        draft.type("song-bold", 25),
        after=16,
    )
    flow.paragraph(
        f"兹证明{'、'.join(_each(draft))}共{len(draft['people'])}名同志系{draft.put('organization_name')}专职工作人员，均已签订劳动合同。{_span(draft, 'cn')}，我单位按月为上述人员发放工资并缴纳社会保险。"
    )
    flow.paragraph("特此证明。")
    flow.signature([draft.org.name, day(later(draft["last"], 34), draft.pick("cn", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft.org.name)


def _session(draft: Draft, han: bool = True) -> str:
    number = draft["session"]
    return draft.put("session", f"第{_HAN[number] if han else number}届", number)


@layout("term_change", "reply_to_result", ("digital", "scan", "poor", "docx"))
def reply_to_result(draft: Draft) -> None:
    """The authority's reply on the result of an election: day of the meeting in the text, day of the reply at the foot."""
    flow = draft.flow(draft.type("fang", 16, leading=1.9), margins=(80, 88, 76, 70))
    red_head(draft, flow, draft.put("approving_body"))
    flow.heading("关于同意换届选举结果的批复", draft.type("song-bold", 22), after=12)
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    flow.paragraph(
        f"你单位《关于换届选举情况的报告》收悉。经审核，同意{when(draft, 'date', 'cn')}召开的{_session(draft)}会员代表大会（理事会）选举产生的负责人：{'、'.join(people(draft.rng, 3))}。请于30日内办理备案手续。"
    )
    flow.signature([draft["approving_body"], day(later(draft["date"], 16), draft.pick("cn", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["approving_body"])


@layout("term_change", "filing_form", ("scan", "photo", "digital", "poor"))
def filing_form(draft: Draft) -> None:
    """负责人备案表 with merged cells: session and day of election in small cells, a list of officers, the authority's opinion with a seal."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(58, 70, 58, 60))
    flow.heading(
        draft.pick("社会组织负责人备案表", "社会组织换届备案表"), draft.type("song-bold", 20), after=8
    )
    names = [draft.org.legal_representative, *people(rng, 3)]
    flow.table([
        [Cell("单位名称"), Cell(draft.put("organization_name"), 3, align="left")],
        [Cell("届　　次"), _session(draft, rng.random() < 0.6), Cell("选举日期"), when(draft, "date", "cn", "dots", "iso")],
        [Cell("负责人\n名　单", rows=4), "会长（理事长）", Cell(names[0], 2)], ["副会长", Cell(names[1], 2)], ["秘书长", Cell(names[2], 2)], ["监事", Cell(names[3], 2)],
        [Cell("审查意见"), Cell(f"同意备案。\n\n　　　　　　　　　{draft.put('approving_body')}（章）", 3, align="left")],
    ], (1.3, 2, 1.3, 2.4), least=38)  # fmt: skip
    draft.seal(flow.page, (400, flow.y - 40), draft["approving_body"], 110)


@layout("term_change", "site_news", ("digital", "screenshot", "poor", "html"))
def site_news(draft: Draft) -> None:
    """The organization's own site tells of its election; guests come first, the session stands in the title too."""
    flow = draft.flow(draft.type("hei", 13, leading=1.85), size=(720, 760), margins=(60, 110, 60, 60))
    site(draft, flow.page, draft.org.short, (20, 100, 120), "协会概况　新闻动态　会员服务　党建", "新闻动态")
    site_foot(draft, flow.page, draft.org.name)
    number = _HAN[draft["session"]]
    flow.heading(
        f"我单位顺利召开第{number}届会员代表大会暨换届大会", draft.type("hei-bold", 19), align="left", after=8
    )
    flow.paragraph(f"{draft.org.place.city}工商业联合会、{draft.org.city_union}等单位负责同志到会祝贺。")
    flow.paragraph(
        f"{when(draft, 'date', 'cn', 'weekday')}，{draft.put('organization_name')}{_session(draft)}会员代表大会在职工之家举行，{draft.put('approving_body')}派员到会指导并同意本次换届。"
    )
    flow.paragraph(
        f"大会以无记名投票方式选举{draft.org.legal_representative}为会长，{'、'.join(people(draft.rng, 3))}为副会长。上一届任期于五年前开始。"
    )


@layout("term_change", "ballot_minutes", ("scan", "photo", "poor", "digital"))
def ballot_minutes(draft: Draft) -> None:
    """Minutes written by hand on lined paper: session, day, votes, and that the authority agreed."""
    page = draft.page(A4, (252, 250, 240))
    page.text(297, 80, "会　议　记　录", draft.type("song-bold", 24, RED), "center")
    for n in range(20):
        page.line(60, 130 + n * 32, 535, 130 + n * 32, (200, 150, 150), 0.7)
    hand = draft.type("hand", 16.5, (30, 40, 110), leading=1.94)
    names = people(draft.rng, 3)
    texts: list[Any] = [
        f"会议：{draft.put('organization_name')}{_session(draft)}换届大会", f"时间：{when(draft, 'date', 'cn', 'dots')}　地点：二楼会议室", f"应到{draft.rng.randint(40, 80)}人，实到{draft.rng.randint(34, 40)}人",
        f"选举：{'、'.join(names)}当选，{draft.org.legal_representative}任法定代表人。", f"本次换届方案已经{draft.put('approving_body')}批准。", f"记录人：{person(draft.rng)}",
    ]  # fmt: skip
    y = 100.0
    for one in texts:
        y = page.paragraph(66, y, 462, one, hand)
