"""Papers about office, staff, terms of office and the union's officers."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import LAST_DAY, Draft, Values, some_day, years_later
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE, RED
from tests.corpus.varied.people import company, people, person, phone
from tests.corpus.varied.pieces import after, before, day, frame, red_line, until, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

_HAN = "〇一二三四五六七八九"


@sampler("office_proof")
def sample_office(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A lease, a free use, or the organization's own deed (`deed`)."""
    deed = fixed.get("deed", True if rng.random() < 0.25 else None)
    start = some_day(rng, date(2021, 1, 4), date(2026, 4, 1))
    values: Values = {
        "address": org.address,
        "owner": org.name
        if deed
        else rng.choice((company(rng, org.place), f"{org.place.full}机关事务管理局", person(rng))),
        "tenant": None if deed else org.name,
        "valid_from": None if deed else start,
        "valid_until": None if deed else years_later(start, rng.choice((1, 3, 5, 10))),
        "deed": deed,
    }
    values.update(fixed)
    return values


@layout("office_proof", "lease_form", ("scan", "photo", "poor", "digital", "docx"), needs="!deed")
def lease_form(draft: Draft) -> None:
    """房屋租赁协议 in clauses: who lends to whom, rent as a distractor, day of signing at the foot."""
    flow = draft.flow(draft.type("song", 12.5, leading=1.75), margins=(76, 80, 74, 66))
    flow.heading(
        draft.pick("房屋租赁协议", "办公用房租赁合同", "租房协议书"), draft.type("song-bold", 21), after=12
    )
    roles = draft.rng.choice(
        (
            ("出租人", "承租人"),
            ("房主（甲方）", "租房人（乙方）"),
            ("出租方（以下简称甲方）", "承租方（以下简称乙方）"),
        )
    )
    flow.paragraph(f"{roles[0]}：{draft.put('owner')}", indent=0)
    flow.paragraph(f"{roles[1]}：{draft.put('tenant')}", indent=0)
    flow.paragraph(
        f"一、甲方自愿将坐落于{draft.put('address')}的房屋出租给乙方作办公使用，建筑面积{draft.rng.randint(36, 320)}平方米。"
    )
    flow.paragraph(
        f"二、租赁期限{draft.pick('自{}', '从{}').format(until(draft, draft.pick('plain', 'gaps'), '{}起至{}止'))}。"
    )
    flow.paragraph(
        f"三、年租金{draft.rng.randint(10, 80)}000元，押金{draft.rng.randint(1, 5)}000元，先付后用。"
    )
    flow.paragraph("四、乙方不得擅自转租。水、电、物业费由乙方承担。", after=20)
    flow.paragraph("甲方（签章）　　　　　　　　　　乙方（签章）", indent=0)
    draft.seal(flow.page, (420, flow.y), draft["tenant"], 106)
    flow.paragraph(day(before(draft["valid_from"], 9), "gaps"), indent=0)


@layout("office_proof", "free_use_letter", ("scan", "photo", "digital", "poor"), needs="!deed")
def free_use_letter(draft: Draft) -> None:
    """场地使用证明: the owner writes that the organization uses rooms without rent."""
    flow = draft.flow(draft.type(draft.pick("fang", "kai"), 16, leading=1.95), margins=(82, 110, 78, 72))
    flow.heading(
        draft.pick("场地使用证明", "办公场所无偿使用证明", "住所使用证明"),
        draft.type("song-bold", 24),
        after=20,
    )
    flow.paragraph(
        f"兹有我{draft.pick('单位', '公司') if len(draft['owner']) > 4 else '人'}所有的位于{draft.put('address')}的房屋，{draft.pick('无偿提供给', '同意交由')}{draft.put('tenant')}作为办公场所使用，使用期限为{until(draft, 'plain')}。"
    )
    flow.paragraph("以上情况属实，特此证明。", after=30)
    flow.signature(
        [
            draft.pick("产权人：", "") + draft.put("owner"),
            day(draft["valid_from"], draft.pick("plain", "han")),
        ]
    )
    if len(draft["owner"]) > 4:
        draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["owner"])


@layout("office_proof", "deed_table", ("scan", "photo", "poor"), needs="deed")
def deed_table(draft: Draft) -> None:
    """不动产权证书, the inner page: a table of right holder, place, kind of right, use; term of the land as a distractor."""
    page = draft.page(A4_LANDSCAPE, (255, 250, 244))
    frame(page, (190, 60, 60), 26, ((0, 1),))
    rng = draft.rng
    page.text(
        421,
        78,
        f"苏（{rng.randint(2016, 2024)}）{draft.org.place.city}不动产权第{rng.randrange(10**6, 10**7)}号",
        draft.type("song", 14),
        "center",
    )
    rows = [
        ("权利人", draft.put("owner")),
        ("共有情况", "单独所有"),
        ("坐落", draft.put("address")),
        ("不动产单元号", f"3201{rng.randrange(10**10, 10**11)}GB{rng.randrange(10**5, 10**6)}F00010001"),
        ("权利类型", "国有建设用地使用权/房屋所有权"),
        ("用途", "办公"),
        ("面积", f"房屋建筑面积 {rng.randint(60, 400)}.{rng.randint(10, 99)}㎡"),
        (
            "使用期限",
            f"国有建设用地使用权至 {2040 + rng.randint(0, 29)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日止",
        ),
    ]
    body = draft.type("song", 13)
    y = 100.0
    for name, value in rows:
        page.rect((100, y, 250, y + 48), (150, 90, 90), 0.6)
        page.rect((250, y, 742, y + 48), (150, 90, 90), 0.6)
        page.text(175, y + 29, name, body, "center")
        page.paragraph(262, y + 13, 470, value, body)
        y += 48


@sampler("staff_proof")
def sample_staff(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """Insured or paid staff over some months."""
    last = date(2026, rng.randint(1, 10), 1)
    months = rng.choice((0, 2, 5, 11))
    first = date(last.year - (1 if last.month <= months else 0), (last.month - months - 1) % 12 + 1, 1)
    values: Values = {
        "organization_name": org.name,
        "people": list(org.staff[: rng.randint(2, min(8, len(org.staff)))]),
        "period": f"{first:%Y-%m}/{last:%Y-%m}",
        "first": first,
        "last": last,
    }
    values.update(fixed)
    return values


def _span(draft: Draft, style: str) -> str:
    first, last = draft["first"], draft["last"]
    text = {
        "run": f"{first:%Y%m}-{last:%Y%m}",
        "plain": f"{first.year}年{first.month}月至{last.year}年{last.month}月"
        if first != last
        else f"{first.year}年{first.month}月",
        "dots": f"{first.year}.{first.month:02d}—{last.year}.{last.month:02d}",
        "iso": f"{first:%Y-%m} 至 {last:%Y-%m}",
    }[style]
    return draft.put("period", text)


def _each(draft: Draft) -> list[str]:
    return [draft.put("people", one, draft["people"]) for one in draft["people"]]


@layout("staff_proof", "insurance_list", ("digital", "scan", "poor", "photo"))
def insurance_list(draft: Draft) -> None:
    """社会保险权益单: unit on top, rows with masked ID numbers and months, the day of printing and a check code."""
    flow = draft.flow(draft.type("song", 10.5, leading=1.5), margins=(50, 70, 50, 56))
    flow.heading(
        f"江苏省社会保险{draft.pick('单位缴费证明', '权益记录单（单位专用）', '参保人员名单')}",
        draft.type("hei", 18),
        after=8,
    )
    flow.paragraph(
        f"单位名称：{draft.put('organization_name')}　　社保编号：{draft.rng.randrange(10**9, 10**10)}",
        indent=0,
    )
    flow.paragraph(
        f"缴费起止年月：{_span(draft, draft.pick('run', 'plain', 'iso'))}　　打印时间：{day(after(draft['last'], 36), 'iso')}",
        indent=0,
        after=4,
    )
    rows: list[list[Any]] = [
        [Cell(one, bold=True) for one in ("序号", "姓名", "公民身份号码", "参保险种", "缴费状态", "月数")]
    ]
    months = (draft["last"].year - draft["first"].year) * 12 + draft["last"].month - draft["first"].month + 1
    for number, name in enumerate(_each(draft), start=1):
        rows.append(
            [
                str(number),
                name,
                f"3201**********{draft.rng.randint(1000, 9999)}",
                "养老、失业、工伤",
                "正常",
                str(months),
            ]
        )
    flow.table(rows, (0.8, 1.6, 3.4, 2.6, 1.4, 1))
    flow.paragraph("本证明可在江苏智慧人社平台验证，有效期三个月。", draft.type("song", 9.5), indent=0)
    draft.seal(flow.page, (430, flow.y + 6), f"{draft.org.place.city}社会保险基金管理中心", 104)


@layout("staff_proof", "employment_letter", ("scan", "photo", "digital", "docx", "poor"))
def employment_letter(draft: Draft) -> None:
    """在职证明 in prose: names in a row, the period, a person of another unit as a contact."""
    flow = draft.flow(draft.type("fang", 16, leading=1.95), margins=(82, 110, 78, 72))
    flow.heading(
        draft.pick("专职工作人员情况说明", "在职证明", "工作人员证明"), draft.type("song-bold", 24), after=20
    )
    flow.paragraph(
        f"{draft.put('organization_name')}现有专职工作人员{len(draft['people'])}名，分别为：{'、'.join(_each(draft))}。{_span(draft, 'plain')}上述人员工资均由本单位按月发放，并依法缴纳社会保险。"
    )
    flow.paragraph("特此说明。", after=30)
    flow.signature([draft.org.name, day(after(draft["last"], 20), draft.pick("plain", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 54), draft.org.name)


@layout("staff_proof", "pay_sheet", ("xlsx", "scan", "digital", "photo"))
def pay_sheet(draft: Draft) -> None:
    """工资发放表 with amounts as distractors."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 10.5, leading=1.5), size=A4_LANDSCAPE, margins=(50, 60, 50, 50))
    flow.heading(f"{draft.put('organization_name')}工资发放汇总表", draft.type("song-bold", 17), after=4)
    line = f"所属期间：{_span(draft, draft.pick('dots', 'plain'))}　　单位：元"
    flow.paragraph(line, indent=0, after=4)
    head = ["编号", "姓名", "岗位", "基本工资", "绩效", "扣社保", "实发合计", "签收"]
    rows: list[list[str]] = []
    for number, name in enumerate(_each(draft), start=1):
        base, extra = rng.randint(30, 60) * 100, rng.randint(5, 20) * 100
        rows.append(
            [
                str(number),
                name,
                rng.choice(("社工", "会计", "干事", "主任")),
                str(base),
                str(extra),
                "512.30",
                f"{base + extra - 512.3:.2f}",
                "",
            ]
        )
    flow.table(
        [[Cell(one, bold=True) for one in head], *rows], (0.8, 1.5, 1.3, 1.5, 1.2, 1.3, 1.6, 1.5), least=28
    )
    flow.paragraph(f"制表：{person(rng)}　　审核：{draft.org.legal_representative}", indent=0)
    draft.sheets = [("工资", [[f"{draft.again('organization_name')}工资发放汇总表"], [line], head, *rows])]


@sampler("term_change")
def sample_term(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """An election of a new term."""
    values: Values = {
        "organization_name": org.name,
        "session": rng.randint(2, 7),
        "date": some_day(rng, date(2020, 5, 8), date(2026, 10, 20)),
        "approving_body": org.registration_authority if rng.random() < 0.6 else org.supervisory_body,
    }
    values.update(fixed)
    return values


def _session(draft: Draft) -> str:
    number = draft["session"]
    return draft.put(
        "session", draft.pick(f"第{_HAN[number]}届", f"第{number}届", f"{_HAN[number]}届"), number
    )


@layout("term_change", "filing_form", ("scan", "photo", "digital", "poor", "docx"))
def filing_form(draft: Draft) -> None:
    """社会组织负责人备案表 / 换届备案: the meeting's day, the former term's day, opinion of the authority with another day."""
    flow = draft.flow(draft.type("song", 12, leading=1.6), margins=(62, 74, 62, 60))
    flow.heading(
        draft.pick("社会组织换届备案表", "换届选举结果备案表", "社会组织换届事项审批表"),
        draft.type("song-bold", 20),
        after=8,
    )
    flow.table(
        [
            ["社会组织名称", Cell(draft.put("organization_name"), 3, align="left")],
            [
                "上届换届时间",
                day(before(draft["date"], 1600), "dots"),
                "任　期",
                draft.pick("4年", "五年", "5年"),
            ],
            [
                "本次换届时间",
                when(draft, "date", draft.pick("dots", "plain", "uneven")),
                "届　次",
                _session(draft),
            ],
            ["应到人数", f"{draft.rng.randint(40, 99)}", "实到人数", f"{draft.rng.randint(30, 40)}"],
            ["新任负责人", Cell("、".join(people(draft.rng, 4)), 3, align="left")],
            [
                Cell("审批机关\n意　　见"),
                Cell(
                    f"同意备案。\n　　　　　　{draft.put('approving_body')}（盖章）\n　　　　　　{day(after(draft['date'], 18), 'boxes')}",
                    3,
                    align="left",
                ),
            ],
        ],
        (1.7, 2.8, 1.3, 1.8),
        least=38,
    )
    draft.seal(flow.page, (330, flow.y - 40), draft["approving_body"], 110)


@layout("term_change", "resolution", ("digital", "scan", "photo", "docx", "poor"))
def resolution(draft: Draft) -> None:
    """The resolution of the assembly: session in the title, day in the first sentence, no approving body."""
    org, rng = draft.org, draft.rng
    flow = draft.flow(draft.type("fang", 15, leading=1.85), margins=(80, 90, 76, 72))
    flow.heading(
        f"{draft.put('organization_name')}\n{_session(draft)}{draft.pick('理事会', '会员代表大会第一次会议')}选举决议",
        draft.type("song-bold", 20),
        after=14,
    )
    flow.paragraph(
        f"{when(draft, 'date', 'plain')}，会议在{org.place.city}召开，应到{rng.randint(30, 90)}人，实到{rng.randint(25, 30)}人，符合章程规定。经无记名投票，选举{'、'.join(people(rng, 3))}为副会长，{org.legal_representative}当选会长，{person(rng)}为秘书长。"
    )
    flow.paragraph("会议还审议通过了工作报告、财务报告和章程修正案。", after=24)
    flow.signature([f"监票人：{person(rng)}　计票人：{person(rng)}", org.name])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 40), org.name)


@layout("term_change", "agreement_reply", ("digital", "scan", "photo", "poor"))
def agreement_reply(draft: Draft) -> None:
    """The supervisor's reply to a request about a new term; the reply's own day is the date."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85), margins=(80, 96, 76, 72))
    flow.heading(draft.put("approving_body"), draft.type("song-bold", 28, RED), after=14)
    red_line(flow.page, flow.y)
    flow.space(24)
    flow.heading(
        f"关于同意{draft.put('organization_name')}换届的{draft.pick('函', '复函', '批复')}",
        draft.type("song-bold", 19),
        after=12,
    )
    flow.paragraph(f"{draft.again('organization_name')}：", indent=0)
    flow.paragraph(
        f"你单位关于召开{_session(draft)}会员大会的请示收悉。经研究，同意你单位按期换届，同意提名{draft.org.legal_representative}为会长候选人。请于选举后三十日内办理备案手续。",
        after=24,
    )
    flow.signature([draft.again("approving_body"), when(draft, "date", draft.pick("plain", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["approving_body"])


@sampler("union_roster")
def sample_roster(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The officers and members of the union."""
    values: Values = {
        "organization_name": org.name,
        "title": rng.choice(("工会会员登记名册", "工会委员会及专门委员会名单", "工会组织机构一览表")),
        "date": some_day(rng, date(2024, 3, 4), LAST_DAY),
    }
    values.update(fixed)
    return values


@layout("union_roster", "committees", ("digital", "scan", "photo", "docx"))
def committees(draft: Draft) -> None:
    """Names under posts without rules."""
    flow = draft.flow(draft.type("fang", 15, leading=1.9), margins=(82, 90, 78, 72))
    flow.heading(draft.put("organization_name"), draft.type("song-bold", 19), after=0)
    flow.heading(draft.put("title"), draft.type("song-bold", 21), after=14)
    staff = [*draft.org.staff, *people(draft.rng, 6)]
    for number, post in enumerate(
        ("主　席", "副主席", "组织委员", "经费审查委员会主任", "女职工委员会主任", "劳动争议调解员")
    ):
        flow.paragraph(f"{post}　　{staff[number]}", indent=1)
    flow.signature([draft.org.union_name, when(draft, "date", draft.pick("plain", "dots", "gaps"))])


@layout("union_roster", "members", ("xlsx", "digital", "scan", "poor", "photo"))
def members(draft: Draft) -> None:
    """A ruled list of all members with the days of joining."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 11, leading=1.5), margins=(56, 70, 56, 56))
    flow.heading(draft.put("title"), draft.type("song-bold", 18), after=4)
    line = f"单位（章）：{draft.put('organization_name')}　　　制表日期：{when(draft, 'date', draft.pick('dots', 'plain', 'iso'))}"
    flow.paragraph(line, indent=0, after=4)
    head = ["序号", "姓名", "会员证号", "入会时间", "会内职务", "电话"]
    names = [*draft.org.staff, *people(rng, rng.randint(4, 20))]
    rows = [
        [
            str(n),
            name,
            f"{rng.randrange(10**5, 10**6)}",
            f"{rng.randint(2012, 2023)}.{rng.randint(1, 12)}",
            ("主席", "副主席", "委员")[n - 1] if n <= 3 else "会员",
            phone(rng),
        ]
        for n, name in enumerate(names, start=1)
    ]
    flow.table([[Cell(one, bold=True) for one in head], *rows], (0.8, 1.6, 1.6, 1.6, 1.4, 2.2))
    draft.sheets = [("名册", [[draft.again("title")], [line.replace("制表日期", "填表日期")], head, *rows])]
