"""合同: a public buyer's standard text, a letter-like agreement, three parties, two bodies that work together, a register's sheet."""

import random
from datetime import date, timedelta

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import dealings as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import only_for
from tests.corpus.world import Organization, person

KIND = "contract"
_SUBJECTS = (
    "职工子女暑期公益托管班",
    "户外劳动者服务站点运营项目",
    "“{brand}”购买服务项目",
    "企业职工EAP心理援助服务",
    "产业工人技能提升公益培训",
    "工会法律援助驻点服务",
    "新就业群体友好场景建设服务",
    "职工疗休养组织服务",
    "困难职工解困脱困跟踪服务",
)


_PARTNERS = (
    "{city}阳光职工心理服务中心",
    "{city}物流行业协会",
    "{city}绿舟社会工作服务社",
    "{city}志愿者联合会",
    "{city}家政行业商会",
)


def _change(rng: random.Random, org: Organization, values: Values) -> Values:
    signed: date = values["sign_date"]
    start = signed + timedelta(days=rng.choice((0, 1, 5, 12)))
    buyers = (
        org.local_union,
        org.local_union,
        org.city_union,
        f"{org.place.city}职工服务中心",
        f"{org.place.city}教育工会",
    )
    return {
        "party_a": rng.choice(buyers),
        "subject": rng.choice(_SUBJECTS).format(brand=org.brand),
        "amount": float(rng.choice((26500, 39800, 45000, 72000, 88600, 135000, 168200, 249000))),
        "valid_from": start,
        "valid_until": rng.choice((date(start.year, 12, 31), date(start.year + 1, start.month, 28))),
        "partner": rng.choice(_PARTNERS).format(city=org.place.city),
    }  # fmt: skip


told_anew(KIND, _change)


@layout(KIND, "public_buyer", ("digital", "scan", "poor", "docx"))
def public_buyer(draft: Draft) -> None:
    """The province's standard text for bought services: a cover with number and parties, then terms and a price in words."""
    rng, signed = draft.rng, draft["sign_date"]
    number = f"JSZC-{draft.org.place.code}-{rng.randint(100, 999)}-C{signed.year}-{rng.randint(1, 90):04d}"
    flow = draft.flow(
        draft.type("song", 12.5, leading=1.8), numbered="第 {} 页", header=f"合同编号：{number}"
    )
    flow.space(90)
    flow.heading("政府采购合同", draft.type("song-bold", 34), after=2)
    flow.heading("（服务类）", draft.type("song", 20), level=2, after=110)
    cover = draft.type("song", 15, leading=2.1)
    for label, value in (
        ("项目名称", draft.put("subject")),
        ("采 购 人", draft.put("party_a")),
        ("供 应 商", draft.put("party_b")),
        ("签订地点", f"{draft.org.place.city}"),
        ("签订时间", draft.date("sign_date", "spaced")),
    ):
        flow.paragraph(f"{label}：{value}", cover, indent=2)
    flow.new_page()
    flow.paragraph(f"采购人（以下称甲方）：{draft.again('party_a')}", indent=0)
    flow.paragraph(f"供应商（以下称乙方）：{draft.again('party_b')}", indent=0, after=4)
    flow.paragraph(
        "依据《中华人民共和国民法典》《中华人民共和国政府采购法》，双方按照竞争性磋商结果签订本合同。"
    )
    amount = draft["amount"]
    price = draft.put("amount", f"￥{amount:,.2f}", amount)
    for clause in (
        f"第一条　合同标的：{draft.again('subject')}，服务清单详见附件一。",
        f"第二条　合同总价为人民币（大写）{printed.capitals(amount)}（小写：{price}），含税费及完成服务所需的一切费用。",
        f"第三条　服务期：{draft.period('cn', '自{}起至{}止')}。",
        "第四条　付款方式：合同生效后支付30%，中期评估合格后支付40%，验收合格后付清余款。",
        f"第五条　违约责任：逾期服务的，每逾期一日按合同总价的千分之三支付违约金，最高不超过{amount * 0.05:.0f}元。",
        "第六条　争议由甲方所在地人民法院管辖。本合同一式五份，自签订之日起生效。",
    ):
        flow.paragraph(clause, after=2)
    flow.space(14)
    flow.table(
        [
            [f"甲方：{draft['party_a']}\n（公章）", f"乙方：{draft['party_b']}\n（公章）"],
            [f"授权代表：{person(rng)}", f"授权代表：{draft.org.legal_representative}"],
            ["开户银行：——", f"开户银行：江苏银行{draft.org.place.city[:-1]}分行"],
        ],
        (1, 1),
        ruled=False,
        least=30,
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.25, flow.y - 70), draft["party_a"], 104)
    draft.seal(flow.page, (flow.left + flow.width * 0.75, flow.y - 70), draft["party_b"], 104)


@layout(KIND, "short_letter", ("digital", "scan", "photo", "poor"))
def short_letter(draft: Draft) -> None:
    """One sheet of running prose: 以下简称甲方 in brackets behind the names, the price in numerals of words only."""
    flow = draft.flow(draft.type(draft.pick("fang", "song"), 15, leading=1.95))
    if draft.rng.random() < 0.35:
        sent = f"{draft['sign_date']:%Y-%m-%d} 1{draft.rng.randint(4, 7)}:{draft.rng.randint(10, 59)}"
        line = f"FROM : {draft.org.place.city[:-1]}  FAX NO. : 0510 5550{draft.rng.randint(1000, 9999)}   {sent}   P1/1"
        flow.page.text(24, 26, line, draft.type("song", 9, latin="arial"))
    flow.heading(draft.pick("委 托 书", "委托服务协议", "协 议 书"), draft.type("song-bold", 24), after=18)
    amount = draft["amount"]
    words = draft.put("amount", printed.capitals(amount), amount)
    flow.paragraph(
        f"{draft.put('party_a')}（以下简称甲方）委托{draft.put('party_b')}（以下简称乙方）承办“{draft.put('subject')}”，"
        f"经双方协商一致，于{draft.date('sign_date', draft.pick('cn', 'han'))}达成如下协议："
    )
    flow.paragraph(
        f"服务期限从{draft.date('valid_from', 'cn')}开始，到{draft.date('valid_until', 'cn')}结束。服务费用共计人民币{words}，分两次付清。"
    )
    flow.paragraph(
        "乙方须选派具备相应资质的人员提供服务，妥善保管职工个人信息；服务不达标的，甲方有权要求返工或者解除协议。"
    )
    flow.paragraph("未尽事宜另行商定。此协议一式两份，双方各存一份。", after=30)
    left, right = flow.left + flow.width * 0.25, flow.left + flow.width * 0.75
    small = draft.type("song", 12.5)
    flow.room(120)
    for x, name in ((left, draft["party_a"]), (right, draft["party_b"])):
        flow.page.text(x, flow.y + 40, name, small.but(size=min(12.5, 210 / len(name))), "center")
        draft.seal(flow.page, (x, flow.y + 40), name, 100)
    flow.page.text(left, flow.y + 108, f"经办人：{person(draft.rng)}", small, "center")
    flow.page.text(right, flow.y + 108, f"经办人：{draft.org.staff[1]}", small, "center")


@layout(KIND, "three_parties", ("digital", "scan", "poor", "docx"))
def three_parties(draft: Draft) -> None:
    """The union pays, we work, a company gives the place: three blocks of parties with addresses, terms by numbers."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 12, leading=1.7), numbered="- {} -")
    third = f"{draft.org.place.city[:-1]}经济开发区投资发展有限公司"
    flow.heading("三方合作协议", draft.type("hei", 22), after=10)
    for label, name, what in (
        ("甲方（出资方）", draft.put("party_a"), f"{draft.org.place.city}府前路{rng.randint(1, 90)}号"),
        ("乙方（实施方）", draft.put("party_b"), draft.org.address),
        ("丙方（场地方）", third, "开发区标准厂房二期"),
    ):
        flow.paragraph(f"{label}：{name}", draft.type("hei", 12), indent=0)
        flow.paragraph(f"地址：{what}", indent=2, after=2)
    flow.paragraph(f"为共同做好{draft.put('subject')}，三方约定：", after=4)
    wan = draft.put("amount", f"{draft['amount'] / 10000:g}万元", draft["amount"])
    clauses = (
        f"1. 甲方出资{wan}（人民币），专项用于人员、物料和评估，丙方无偿提供不少于200平方米的场地。",
        "2. 乙方按月报送服务简报，每季度召开一次三方碰头会。",
        f"3. 协议期：{draft.period(draft.pick('dot', 'cn'), '{}－{}')}，期满自动终止。",
        "4. 因不可抗力不能履行的，互不承担责任。",
        "5. 本协议一式六份，三方各执两份，经签字盖章后生效。",
    )
    for clause in clauses:
        flow.paragraph(clause, indent=0, after=3)
    flow.space(12)
    day = draft.date("sign_date", "dot")
    flow.table(
        [
            [Cell("甲方盖章"), Cell("乙方盖章"), Cell("丙方盖章")],
            [Cell("\n\n"), Cell("\n\n"), Cell("\n\n")],
            [f"代表：{person(rng)}", f"代表：{draft.org.legal_representative}", f"代表：{person(rng)}"],
            [Cell(f"签约日期：{day}", 3)],
        ],
        (1, 1, 1),
    )
    for at, name in ((1 / 6, draft["party_a"]), (1 / 2, draft["party_b"]), (5 / 6, third)):
        draft.seal(flow.page, (flow.left + flow.width * at, flow.y - 84), name, 92)


@layout(KIND, "partners", ("digital", "scan", "photo", "docx"))
def partners(draft: Draft) -> None:
    """Two social organizations that share teachers and places: no price, a term in words, either may be 甲方."""
    if draft.rng.random() < 0.5:
        draft.values["party_a"] = draft["partner"]
    else:
        draft.values.update({"party_a": draft.org.name, "party_b": draft["partner"]})
    draft.values["subject"] = draft.pick("职工服务资源共享", "志愿服务协同", "产业工人关爱服务")
    flow = draft.flow(draft.type("song", 13, leading=1.85))
    flow.heading("战略合作框架协议", draft.type("song-bold", 22), after=12)
    flow.table(
        [
            [Cell(f"甲　方：{draft.put('party_a')}", align="left")],
            [Cell(f"乙　方：{draft.put('party_b')}", align="left")],
        ],
        (1,),
        ruled=False,
    )
    flow.paragraph(f"为发挥各自优势，甲乙双方就{draft.put('subject')}建立长期合作关系，达成以下共识。")
    for text in (
        "一、资源共享。互相开放培训教室、讲师库和志愿者队伍，免收场地费用。",
        "二、项目共建。联合申报工会购买服务项目，按照工作量分担经费。",
        "三、信息互通。双方各指定一名联络员，每两个月会商一次。",
        "四、双方合作不涉及任何股权、债务关系。",
    ):
        flow.paragraph(text)
    flow.paragraph(f"五、合作期限为{draft.period('cn', '{}至{}')}。", after=14)
    flow.table(
        [
            ["甲方（印章）", "乙方（印章）"],
            [f"负责人：{person(draft.rng)}", f"负责人：{draft.org.staff[0]}"],
            [draft.date("sign_date", "cn"), draft.again("sign_date", printed.day(draft["sign_date"]))],
        ],
        (1, 1),
        ruled=False,
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.25, flow.y - 50), draft["party_a"], 104)
    draft.seal(flow.page, (flow.left + flow.width * 0.75, flow.y - 50), draft["party_b"], 104)


@layout(KIND, "terms_sheet", ("digital", "scan", "poor", "docx"))
def terms_sheet(draft: Draft) -> None:
    """合同要素表 before the clauses: two columns of labels, the sum under a head that says 万元."""
    flow = draft.flow(draft.type("fang", 12.5, leading=1.55))
    flow.heading(draft.put("party_a"), draft.type("song-bold", 17), after=0)
    flow.heading("购买服务合同（要素表）", draft.type("song-bold", 20), after=4)
    flow.paragraph("金额单位：万元", draft.type("song", 10.5), indent=0, align="right")
    flow.table(
        [
            ["标的", Cell(draft.put("subject"), 3)],
            ["委托方", draft.again("party_a"), "受托方", draft.put("party_b")],
            ["合同价款", draft.put("amount", f"{draft['amount'] / 10000:.4f}", draft["amount"]), "其中首付款", f"{draft['amount'] * 0.5 / 10000:.4f}"],
            ["生效日", draft.date("valid_from", "iso"), "届满日", draft.date("valid_until", "iso")],
            ["签署日", draft.date("sign_date", "iso"), "履约保证", "无"],
            ["联系人", person(draft.rng), "联系人", draft.org.staff[1]],
        ],
        (1.5, 3.2, 1.7, 3.2),
        least=40,
    )  # fmt: skip
    flow.paragraph("特别约定：", draft.type("hei", 12.5), indent=0)
    for text in (
        "1．上表内容与通用条款不一致的，以上表为准。",
        "2．受托方不得将服务整体转包给第三人，更换项目主管须提前十日书面告知。",
        "3．委托方可以委派第三方机构进行绩效评价，评价结果与尾款挂钩。",
    ):
        flow.paragraph(text, indent=0)
    flow.space(116)
    for at, name in ((0.25, draft["party_a"]), (0.75, draft["party_b"])):
        flow.page.text(flow.left + flow.width * at, flow.y - 60, "（盖章处）", flow.body, "center")
        draft.seal(flow.page, (flow.left + flow.width * at, flow.y - 50), name, 100)
    only_for(draft, flow.page, 0.4)
