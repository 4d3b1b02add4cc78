"""Papers about the organization itself: union, office, staff, term of office, appointments, roster."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.bodies import issuer
from tests.corpus.draft import LAST_DAY, PAPER_ONLY, Draft, Values, layout, sampler, some_day, years_later
from tests.corpus.flow import Cell
from tests.corpus.layouts.shared import border, fields, guilloche, red_head
from tests.corpus.page import A4, A4_LANDSCAPE
from tests.corpus.world import Organization, people, person, phone


def _sealed(draft: Draft, flow: Any, lines: list[str], name: str) -> None:  # noqa: ANN401
    flow.signature(lines)
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), name)


# 建会批复, 工会法人资格证书


@sampler("union_approval")
def sample_union_approval(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The approval by the next higher union."""
    approved = fixed.get("issue_date") or some_day(rng, date(2016, 3, 1), date(2026, 6, 30))
    values: Values = {
        "organization_name": org.name,
        "union_name": org.union_name,
        "approving_union": rng.choice((org.local_union, org.city_union)),
        "document_number": printed.document_number(rng, rng.choice((org.sign + "工组", org.sign + "工发", org.sign + "工复")), approved.year),
        "issue_date": approved,
        "chair": rng.choice(org.staff[1:5]),
    }
    values.update(fixed)
    return values


@layout("union_approval", "reply")
def union_reply(draft: Draft) -> None:
    """批复 with a red header."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85))
    org = draft.put("organization_name")
    title = draft.pick(f"关于同意成立{draft['union_name']}的批复", f"关于{draft['organization_name']}组建工会的批复")
    red_head(flow, draft, draft.put("approving_union"), draft.put("document_number"), title)
    flow.paragraph(f"{org}：", indent=0)
    flow.paragraph(f"你单位报来的《关于{draft.pick('成立', '组建')}工会的请示》收悉。经研究，同意成立{draft.put('union_name')}。")
    flow.paragraph(f"同意由{draft['chair']}等{draft.pick('3', '5')}人组成工会委员会，{draft['chair']}任主席，每届任期{draft.pick('三', '五')}年。请按照工会法和工会章程的规定开展工作。")
    flow.paragraph("此复。", after=20)
    _sealed(draft, flow, [draft.again("approving_union"), draft.date("issue_date", draft.pick("cn", "han"))], draft["approving_union"])


@layout("union_approval", "legal_person_certificate", PAPER_ONLY)
def union_certificate(draft: Draft) -> None:
    """工会法人资格证书: it names the union, not the organization."""
    page = draft.page(A4_LANDSCAPE, (255, 252, 246))
    guilloche(page, (246, 226, 220), 8)
    border(page, (190, 40, 40), 24, "wave")
    page.text(421, 130, "工会法人资格证书", draft.type("song-bold", 38, (180, 26, 30)), "center")
    rows = [
        ("工会名称", draft.put("union_name")),
        ("法定代表人", draft["chair"]),
        ("住　　所", draft.org.address),
        ("经费来源", "会员会费、拨缴经费、行政补助"),
        ("有效期限", f"{printed.day(draft['issue_date'])}至{printed.day(years_later(draft['issue_date'], 5))}"),
    ]
    fields(page, rows, (120, 190, 730), draft.type("song", 16), step=40)
    page.text(590, 450, "发证机关：" + draft.put("approving_union"), draft.type("song", 15), "center")
    page.text(590, 482, draft.date("issue_date", "cn"), draft.type("song", 15), "center")
    draft.seal(page, (610, 464), draft["approving_union"])


# 任职文件


@sampler("appointment")
def sample_appointment(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """One of the staff takes a post in a union body."""
    level = rng.choice(("prefecture", "county", "county"))
    body = issuer(rng, org.place, level, union=True)
    values: Values = {
        "person": rng.choice(org.staff[:4]),
        "position": rng.choice(("兼职副主席", "委员", "挂职副主席", "职工服务部副部长（兼职）", "社会化工会工作者")),
        "body": body.name,
        "issuing_authority": body.name,
        "issue_date": some_day(rng, date(2024, 1, 3), LAST_DAY),
        "number": printed.document_number(rng, body.sign, 2024),
    }
    values.update(fixed)
    return values


@layout("appointment", "notice")
def appointment_notice(draft: Draft) -> None:
    """任职通知 with a red header."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85))
    red_head(flow, draft, draft.put("issuing_authority"), draft["number"], f"关于{draft['person']}同志任职的通知")
    flow.paragraph("各基层工会，机关各部门：", indent=0)
    flow.paragraph(f"经研究决定：{draft.put('person')}同志任{draft.put('body')}{draft.put('position')}，任期三年。")
    flow.paragraph("特此通知。", after=20)
    _sealed(draft, flow, [draft.again("issuing_authority"), draft.date("issue_date", draft.pick("cn", "han"))], draft["issuing_authority"])


@layout("appointment", "letter_of_appointment", ("scan", "photo", "poor"))
def appointment_letter(draft: Draft) -> None:
    """聘书."""
    page = draft.page(A4_LANDSCAPE, (255, 250, 238))
    border(page, (196, 150, 70), 26, "corners")
    page.text(421, 130, draft.pick("聘　书", "聘 任 书"), draft.type("kai", 46, (190, 26, 30)), "center")
    body = draft.type("kai", 21, leading=1.9)
    page.text(120, 220, f"{draft.put('person')}同志：", body)
    page.paragraph(120, 240, 610, f"兹聘请您担任{draft.put('body')}{draft.put('position')}，聘期三年。", body, indent=2)
    page.text(590, 440, draft.put("issuing_authority"), draft.type("kai", 17), "center")
    page.text(590, 474, draft.date("issue_date", draft.pick("cn", "han")), draft.type("kai", 17), "center")
    draft.seal(page, (605, 452), draft["issuing_authority"])


# 办公场所


@sampler("office_proof")
def sample_office_proof(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A lease to the organization, or its own deed (`deed`)."""
    deed = fixed.get("deed", True if rng.random() < 0.25 else None)
    start = fixed.get("valid_from") or some_day(rng, date(2023, 1, 1), date(2026, 6, 1))
    values: Values = {
        "address": org.address,
        "owner": org.name if deed else rng.choice((person(rng), f"{org.place.full}工人文化宫", f"{org.place.city}职工服务中心")),
        "tenant": None if deed else org.name,
        "valid_from": None if deed else start,
        "valid_until": None if deed else years_later(start, rng.choice((2, 3, 5))),
        "deed": deed,
    }
    values.update(fixed)
    return values


@layout("office_proof", "lease", ("digital", "scan", "photo", "poor", "docx"), needs="!deed")
def lease(draft: Draft) -> None:
    """房屋租赁合同."""
    flow = draft.flow(draft.type("song", 12, leading=1.8), numbered="第 {} 页")
    flow.heading(draft.pick("房屋租赁合同", "办公用房租赁协议"), draft.type("song-bold", 22), after=14)
    flow.paragraph(f"{draft.pick('出租方（甲方）', '甲方（出租人）')}：{draft.put('owner')}", indent=0)
    flow.paragraph(f"{draft.pick('承租方（乙方）', '乙方（承租人）')}：{draft.put('tenant')}", indent=0, after=6)
    area = draft.rng.randint(60, 420)
    flow.paragraph(f"一、甲方将位于{draft.put('address')}的房屋出租给乙方作办公使用，建筑面积{area}平方米。")
    flow.paragraph(f"二、租赁期限：{draft.period('cn')}。")
    flow.paragraph(f"三、租金每年人民币{draft.rng.randint(20, 120) * 1000}元，按半年支付，先付后用。")
    flow.paragraph("四、租赁期间水、电、物业等费用由乙方承担。乙方不得擅自改变房屋结构或转租。")
    flow.paragraph("五、合同期满，乙方如需续租，应提前一个月书面提出。本合同一式两份，双方各执一份，签字盖章后生效。", after=16)
    signed = printed.day(draft["valid_from"])
    flow.table([[Cell(f"甲方（签章）：\n{draft['owner']}\n{signed}"), Cell(f"乙方（签章）：\n{draft['tenant']}\n{signed}")]], (1, 1), ruled=False, least=90)
    draft.seal(flow.page, (flow.left + flow.width * 0.74, flow.y - 50), draft["tenant"])


@layout("office_proof", "free_use_proof", needs="!deed")
def free_use(draft: Draft) -> None:
    """A statement that rooms are given free of charge."""
    flow = draft.flow(draft.type("fang", 16, leading=1.9))
    flow.space(40)
    flow.heading(draft.pick("办公场所使用证明", "场地无偿使用证明"), draft.type("song-bold", 24), after=20)
    flow.paragraph(f"兹有{draft.put('owner')}所有的位于{draft.put('address')}的房屋，无偿提供给{draft.put('tenant')}作为办公场所使用，使用期限{draft.period('cn', '自{}至{}')}。")
    flow.paragraph("特此证明。", after=24)
    _sealed(draft, flow, [f"产权人：{draft['owner']}", printed.day(draft["valid_from"])], draft["owner"])


@layout("office_proof", "deed", PAPER_ONLY, needs="deed")
def deed(draft: Draft) -> None:
    """不动产权证书: no term."""
    page = draft.page(A4, (253, 250, 244))
    page.text(297, 84, f"苏（{draft.rng.randint(2017, 2023)}）{draft.org.place.city}不动产权第 {draft.rng.randint(1000, 99999):07d} 号", draft.type("song", 13), "center")
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
    flow.heading(draft.pick("江苏省社会保险权益单", "参保人员缴费证明", "社会保险单位参保人员名单"), draft.type("song-bold", 19), after=2)
    flow.heading("（参保单位）", draft.type("song", 12), after=8, level=2)
    flow.paragraph(f"单位名称：{draft.put('organization_name')}　　", indent=0)
    joint = draft.put("period", f"{draft['first']:%Y年%m月}至{draft['last']:%Y年%m月}")
    flow.paragraph(f"{draft.pick('缴费期间', '查询期间')}：{joint}　　参保人数：{len(draft['people'])}", indent=0, after=6)
    rows: list[list[str]] = [["序号", "姓名", "社会保障号码", "险种", "缴费月数"]]
    for number, name in enumerate(_people(draft), start=1):
        rows.append([str(number), name, f"{draft.org.place.code}********{draft.rng.randint(0, 999):03d}{draft.rng.randint(0, 9)}", "养老、工伤、失业", "6"])
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
        rows.append([str(number), name, draft.pick("主任", "社工", "会计", "项目专员"), str(pay), f"{pay * 0.105:.2f}", f"{pay * 0.895:.2f}", ""])
    flow.table(rows, (1, 2, 2, 2, 2, 2, 2), least=26)
    draft.sheets.append(("工资表", [[f"{draft.put('organization_name')}专职人员工资发放表"], ["发放期间", joint], *rows]))


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
    flow.heading(f"{session}{what}第一次会议{draft.pick('纪要', '决议')}", draft.type("song-bold", 19), after=10)
    flow.paragraph(f"时间：{draft.date('date', 'cn')}", indent=0)
    flow.paragraph(f"地点：{draft.org.address}", indent=0)
    total = draft.rng.randint(18, 120) if what == "会员大会" else draft.rng.randint(5, 13)
    flow.paragraph(f"应到{total}人，实到{max(5, round(total * 0.86))}人，符合章程规定。", indent=0, after=6)
    flow.paragraph(f"会议听取了上届工作报告和财务报告，以无记名投票方式选举产生新一届领导机构：{draft.org.legal_representative}当选为{draft.pick('会长', '理事长')}，{'、'.join(draft['chosen'][:4])}等当选为理事。")
    flow.paragraph("会议表决通过了章程修正案和新一届任期工作规划，任期五年。", after=14)
    _sealed(draft, flow, [draft.org.name, printed.day(draft["date"])], draft.org.name)


@layout("term_change", "approval")
def term_approval(draft: Draft) -> None:
    """批复 on the change of term."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85))
    number = printed.document_number(draft.rng, draft.org.sign + "民社复", draft["date"].year)
    red_head(flow, draft, draft.put("approving_body"), number, f"关于{draft['organization_name']}换届选举结果的批复")
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    session = draft.put("session", _session(draft["session"]), draft["session"])
    flow.paragraph(f"你单位关于换届选举结果的报告收悉。经研究，同意{session}理事会换届选举结果，{draft.org.legal_representative}同志任负责人。请按规定办理变更、备案手续。")
    flow.paragraph("此复。", after=20)
    _sealed(draft, flow, [draft.again("approving_body"), draft.date("date", draft.pick("cn", "han"))], draft["approving_body"])


# 工会干部名册


@sampler("union_roster")
def sample_union_roster(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The union's officers."""
    values: Values = {"title": "", "organization_name": org.name, "date": some_day(rng, date(2025, 1, 5), LAST_DAY), "officers": org.staff[:5]}
    values["title"] = rng.choice((f"{org.union_name}组成人员名册", "工会委员会成员花名册", "工会干部名册"))
    values.update(fixed)
    return values


@layout("union_roster", "table", ("digital", "scan", "docx", "xlsx", "poor"))
def roster_table(draft: Draft) -> None:
    """A ruled list of posts and names."""
    flow = draft.flow(draft.type("song", 12))
    flow.heading(draft.put("title"), draft.type("song-bold", 20), after=8)
    head = [f"单位：{draft.put('organization_name')}", f"填报日期：{draft.date('date')}"]
    flow.paragraph("　　".join(head), indent=0, after=4)
    rows = [["序号", "姓名", "性别", "工会职务", "联系电话"]]
    posts = ("主席", "副主席", "经审委员会主任", "女职工委员会主任", "委员")
    for number, (name, post) in enumerate(zip(draft["officers"], posts, strict=False), start=1):
        rows.append([str(number), name, draft.pick("男", "女"), post, phone(draft.rng)])
    flow.table(rows, (1, 2, 1.2, 3, 3), least=30)
    draft.sheets.append(("名册", [[draft.put("title")], head, *rows]))


@layout("union_roster", "duties_board", ("photo", "digital", "scan"))
def roster_board(draft: Draft) -> None:
    """A board with the officers and what each answers for."""
    flow = draft.flow(draft.type("hei", 13, leading=1.7), size=(700, 500), margins=(50, 50, 50, 40), colour=(250, 250, 252))
    flow.heading(draft.put("title"), draft.type("song-bold", 22, (190, 26, 30)), after=4)
    flow.heading(draft.put("organization_name"), draft.type("hei", 14), after=10, level=2)
    duties = ("主持工会全面工作", "协助主席，负责劳动保护", "负责经费审查监督", "负责女职工工作", "负责文体宣传")
    posts = ("主席", "副主席", "经审委员", "女工委员", "宣传委员")
    rows = [["职务", "姓名", "职责"]]
    rows += [[post, name, duty] for post, name, duty in zip(posts, draft["officers"], duties, strict=False)]
    flow.table(rows, (2, 2, 5), least=34)
    flow.paragraph(f"{draft.date('date', 'cn')}", indent=0, align="right")
