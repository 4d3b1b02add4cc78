"""Papers about the organization itself: office, staff, term of office."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import PAPER_ONLY, Draft, Values, layout, sampler, some_day, years_later
from tests.corpus.flow import Cell
from tests.corpus.layouts.shared import red_head, sealed
from tests.corpus.page import A4, A4_LANDSCAPE
from tests.corpus.world import Organization, people, person

# 办公场所


@sampler("office_proof")
def sample_office_proof(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A lease to the organization, or its own deed (`deed`)."""
    deed = fixed.get("deed", True if rng.random() < 0.25 else None)
    start = fixed.get("valid_from") or some_day(rng, date(2023, 1, 1), date(2026, 6, 1))
    values: Values = {
        "address": org.address,
        "owner": org.name
        if deed
        else rng.choice((person(rng), f"{org.place.full}工人文化宫", f"{org.place.city}职工服务中心")),
        "tenant": None if deed else org.name,
        "valid_from": None if deed else start,
        "valid_until": None if deed else years_later(start, rng.choice((2, 3, 5))),
        "deed": deed,
    }
    values.update(fixed)
    values["owner_body"] = True if len(values["owner"]) > 4 else None
    return values


@layout("office_proof", "lease", ("digital", "scan", "photo", "poor", "docx"), needs="!deed")
def lease(draft: Draft) -> None:
    """房屋租赁合同."""
    flow = draft.flow(draft.type("song", 12, leading=1.8), numbered="第 {} 页")
    flow.heading(draft.pick("房屋租赁合同", "办公用房租赁协议"), draft.type("song-bold", 22), after=14)
    flow.paragraph(f"{draft.pick('出租方（甲方）', '甲方（出租人）')}：{draft.put('owner')}", indent=0)
    flow.paragraph(
        f"{draft.pick('承租方（乙方）', '乙方（承租人）')}：{draft.put('tenant')}", indent=0, after=6
    )
    area = draft.rng.randint(60, 420)
    flow.paragraph(f"一、甲方将位于{draft.put('address')}的房屋出租给乙方作办公使用，建筑面积{area}平方米。")
    flow.paragraph(f"二、租赁期限：{draft.period('cn')}。")
    flow.paragraph(f"三、租金每年人民币{draft.rng.randint(20, 120) * 1000}元，按半年支付，先付后用。")
    flow.paragraph("四、租赁期间水、电、物业等费用由乙方承担。乙方不得擅自改变房屋结构或转租。")
    flow.paragraph(
        "五、合同期满，乙方如需续租，应提前一个月书面提出。本合同一式两份，双方各执一份，签字盖章后生效。",
        after=16,
    )
    signed = printed.day(draft["valid_from"])
    flow.table(
        [
            [
                Cell(f"甲方（签章）：\n{draft['owner']}\n{signed}"),
                Cell(f"乙方（签章）：\n{draft['tenant']}\n{signed}"),
            ]
        ],
        (1, 1),
        ruled=False,
        least=90,
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.74, flow.y - 50), draft["tenant"])


@layout("office_proof", "free_use_proof", needs="!deed owner_body")
def free_use(draft: Draft) -> None:
    """A statement that rooms are given free of charge."""
    flow = draft.flow(draft.type("fang", 16, leading=1.9))
    flow.space(40)
    flow.heading(draft.pick("办公场所使用证明", "场地无偿使用证明"), draft.type("song-bold", 24), after=20)
    flow.paragraph(
        f"兹有{draft.put('owner')}所有的位于{draft.put('address')}的房屋，无偿提供给{draft.put('tenant')}作为办公场所使用，使用期限{draft.period('cn', '自{}至{}')}。"
    )
    flow.paragraph("特此证明。", after=24)
    sealed(draft, flow, [f"产权人：{draft['owner']}", printed.day(draft["valid_from"])], draft["owner"])


@layout("office_proof", "deed", PAPER_ONLY, needs="deed")
def deed(draft: Draft) -> None:
    """不动产权证书: no term."""
    page = draft.page(A4, (253, 250, 244))
    page.text(
        297,
        84,
        f"苏（{draft.rng.randint(2017, 2023)}）{draft.org.place.city}不动产权第 {draft.rng.randint(1000, 99999):07d} 号",
        draft.type("song", 13),
        "center",
    )
    type_ = draft.type("song", 12)
    y = 110.0
    for name, value in (
        ("权 利 人", draft.put("owner")),
        ("共有情况", "单独所有"),
        ("坐　　落", draft.put("address")),
        ("不动产单元号", f"{draft.org.place.code}{draft.rng.randrange(10**15, 10**16)}F00010001"),
        ("权利类型", "国有建设用地使用权/房屋所有权"),
        ("权利性质", "出让/市场化商品房"),
        ("用　　途", "商务金融用地/办公"),
        ("面　　积", f"房屋建筑面积：{draft.rng.randint(80, 600)}.{draft.rng.randint(10, 99)}㎡"),
        ("使用期限", "国有建设用地使用权至2057年6月30日止"),
    ):
        page.rect((70, y, 190, y + 46))
        page.rect((190, y, 525, y + 46))
        page.text(130, y + 27, name, type_, "center")
        page.paragraph(200, y + 8, 316, value, type_.but(leading=1.3))
        y += 46


# 专职人员


@sampler("staff_proof")
def sample_staff_proof(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """Social insurance or pay of recent months."""
    month = fixed.get("month") or some_day(rng, date(2026, 3, 1), date(2026, 10, 20))
    first = date(month.year - (month.month <= 5), (month.month - 6) % 12 + 1, 1)
    values: Values = {
        "organization_name": org.name,
        "people": list(org.staff[: rng.randint(3, len(org.staff))]),
        "period": f"{first:%Y-%m}/{month:%Y-%m}",
        "first": first,
        "last": month,
    }
    values.update(fixed)
    return values


def _people(draft: Draft) -> list[str]:
    return [draft.put("people", name, draft["people"]) for name in draft["people"]]


@layout("staff_proof", "insurance_list", ("digital", "scan", "poor"))
def insurance_list(draft: Draft) -> None:
    """参保证明: the insured of a unit, printed by the insurance office."""
    flow = draft.flow(draft.type("song", 11), size=A4)
    flow.heading(
        draft.pick("江苏省社会保险权益单", "参保人员缴费证明", "社会保险单位参保人员名单"),
        draft.type("song-bold", 19),
        after=2,
    )
    flow.heading("（参保单位）", draft.type("song", 12), after=8, level=2)
    flow.paragraph(f"单位名称：{draft.put('organization_name')}　　", indent=0)
    joint = draft.put("period", f"{draft['first']:%Y年%m月}至{draft['last']:%Y年%m月}")
    flow.paragraph(
        f"{draft.pick('缴费期间', '查询期间')}：{joint}　　参保人数：{len(draft['people'])}",
        indent=0,
        after=6,
    )
    rows: list[list[str]] = [["序号", "姓名", "社会保障号码", "险种", "缴费月数"]]
    for number, name in enumerate(_people(draft), start=1):
        rows.append(
            [
                str(number),
                name,
                f"{draft.org.place.code}********{draft.rng.randint(0, 999):03d}{draft.rng.randint(0, 9)}",
                "养老、工伤、失业",
                "6",
            ]
        )
    flow.table(rows, (1, 2, 4, 3.4, 1.8), least=24)
    flow.paragraph(f"打印时间：{printed.day(date(draft['last'].year, draft['last'].month, 25))}", indent=0)
    name = f"{draft.org.place.full}社会保险基金管理中心"
    flow.signature([name])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 40), name)


@layout("staff_proof", "payroll", ("digital", "scan", "xlsx", "photo"))
def payroll(draft: Draft) -> None:
    """工资发放表 of a period."""
    flow = draft.flow(draft.type("song", 11), size=A4_LANDSCAPE)
    flow.heading(f"{draft.put('organization_name')}专职人员工资发放表", draft.type("song-bold", 18), after=6)
    joint = draft.put("period", f"{draft['first']:%Y.%m}-{draft['last']:%Y.%m}")
    flow.paragraph(f"发放期间：{joint}　　单位：元", indent=0, after=4)
    rows = [["序号", "姓名", "岗位", "月工资", "代扣社保", "实发", "签名"]]
    for number, name in enumerate(_people(draft), start=1):
        pay = draft.rng.randint(42, 90) * 100
        rows.append(
            [
                str(number),
                name,
                draft.pick("主任", "社工", "会计", "项目专员"),
                str(pay),
                f"{pay * 0.105:.2f}",
                f"{pay * 0.895:.2f}",
                "",
            ]
        )
    flow.table(rows, (1, 2, 2, 2, 2, 2, 2), least=26)
    draft.sheets.append(
        ("工资表", [[f"{draft.put('organization_name')}专职人员工资发放表"], ["发放期间", joint], *rows])
    )


# 换届


@sampler("term_change")
def sample_term_change(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """An election or its approval."""
    session = rng.randint(2, 5)
    values: Values = {
        "organization_name": org.name,
        "session": session,
        "date": some_day(rng, date(2022, 1, 5), date(2026, 10, 30)),
        "approving_body": rng.choice((org.registration_authority, org.supervisory_body)),
        "chosen": people(rng, 5),
    }
    values.update(fixed)
    return values


def _session(number: int) -> str:
    return f"第{'一二三四五六七八九'[number - 1]}届"


@layout("term_change", "minutes", ("digital", "scan", "poor", "docx", "photo"))
def term_minutes(draft: Draft) -> None:
    """会议纪要 of the meeting that elected."""
    flow = draft.flow(draft.type("song", 13, leading=1.8))
    what = "会员大会" if draft.org.type == "社会团体" else "理事会"
    session = draft.put("session", _session(draft["session"]), draft["session"])
    flow.heading(f"{draft.put('organization_name')}", draft.type("song-bold", 19), after=0)
    flow.heading(
        f"{session}{what}第一次会议{draft.pick('纪要', '决议')}", draft.type("song-bold", 19), after=10
    )
    flow.paragraph(f"时间：{draft.date('date', 'cn')}", indent=0)
    flow.paragraph(f"地点：{draft.org.address}", indent=0)
    total = draft.rng.randint(18, 120) if what == "会员大会" else draft.rng.randint(5, 13)
    flow.paragraph(f"应到{total}人，实到{max(5, round(total * 0.86))}人，符合章程规定。", indent=0, after=6)
    flow.paragraph(
        f"会议听取了上届工作报告和财务报告，以无记名投票方式选举产生新一届领导机构：{draft.org.legal_representative}当选为{draft.pick('会长', '理事长')}，{'、'.join(draft['chosen'][:4])}等当选为理事。"
    )
    flow.paragraph("会议表决通过了章程修正案和新一届任期工作规划，任期五年。", after=14)
    sealed(draft, flow, [draft.org.name, printed.day(draft["date"])], draft.org.name)


@layout("term_change", "approval")
def term_approval(draft: Draft) -> None:
    """批复 on the change of term."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85))
    number = printed.document_number(draft.rng, draft.org.sign + "民社复", draft["date"].year)
    red_head(
        flow,
        draft,
        draft.put("approving_body"),
        number,
        f"关于{draft['organization_name']}换届选举结果的批复",
    )
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    session = draft.put("session", _session(draft["session"]), draft["session"])
    flow.paragraph(
        f"你单位关于换届选举结果的报告收悉。经研究，同意{session}理事会换届选举结果，{draft.org.legal_representative}同志任负责人。请按规定办理变更、备案手续。"
    )
    flow.paragraph("此复。", after=20)
    sealed(
        draft,
        flow,
        [draft.again("approving_body"), draft.date("date", draft.pick("cn", "han"))],
        draft["approving_body"],
    )
