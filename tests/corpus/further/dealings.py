"""Contracts, trainings and what the bought services came to."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import company, people, person
from tests.corpus.further.pieces import (
    GREY,
    amount,
    day,
    desk,
    fitted,
    later,
    phone_top,
    red_head,
    scribble,
    span,
    stamp,
    when,
)
from tests.corpus.further.register import layout
from tests.corpus.page import A4_LANDSCAPE, RED


def _price(draft: Draft) -> str:
    if draft["amount"] is None:
        return "本合作为公益性质，双方互不支付费用。"
    return f"合同总金额为{amount(draft, 'amount', 'capitals', 'both', 'wan', 'comma', 'yuan_zheng')}。合同签订后支付40%，中期评估后支付40%，验收合格后支付余款。"


@layout("contract", "short_agreement", ("digital", "scan", "photo", "poor", "docx"))
def short_agreement(draft: Draft) -> None:
    """One sheet: parties in the running text, clauses, two seals, the day above the seals."""
    flow = draft.flow(draft.type("fang", 14.5, leading=1.8), margins=(78, 84, 74, 60))
    flow.heading(
        draft.pick("项目合作协议", "工会购买服务协议书", "结对共建协议")
        if draft["amount"] is not None
        else "合作共建协议书",
        draft.type("song-bold", 23),
        after=12,
    )
    flow.paragraph(
        f"{draft.put('party_a')}（以下简称甲方）与{draft.put('party_b')}（以下简称乙方）就{draft.put('subject')}事宜，经协商一致，订立本协议。"
    )
    flow.paragraph("1．乙方应按照甲方认可的方案开展服务，做好台账记录，每月报送进度。")
    flow.paragraph(f"2．服务期为{span(draft, 'cn')}。")
    flow.paragraph(f"3．{_price(draft)}")
    flow.paragraph("4．未尽事宜另行协商。本协议一式四份，双方各执两份。", after=10)
    flow.paragraph(f"签订日期：{when(draft, 'sign_date', 'cn', 'wide_gaps', 'han')}", indent=0, after=36)
    flow.paragraph("甲方（盖章）　　　　　　　　　　　乙方（盖章）", indent=1)
    draft.seal(flow.page, (160, flow.y), draft["party_a"], 110)
    draft.seal(flow.page, (410, flow.y), draft["party_b"], 110)


@layout("contract", "long_form", ("digital", "scan", "poor"))
def long_form(draft: Draft) -> None:
    """A government's model form of three pages: number, blanks underlined, duties on page two, money and day of signing on page three."""
    rng, org = draft.rng, draft.org
    flow = draft.flow(
        draft.type("song", 13.5, leading=1.85),
        margins=(80, 84, 76, 66),
        numbered="{}",
        header="政府（工会）购买服务合同示范文本",
    )
    flow.heading("购买服务合同", draft.type("song-bold", 27), after=6)
    flow.paragraph(
        f"合同编号：JSGH{draft['sign_date'].year}{rng.randint(100, 999)}　　采购方式：{draft.pick('竞争性磋商', '单一来源', '询价')}",
        indent=0,
        align="center",
        after=12,
    )
    for text in (
        f"购买主体（甲方）：{draft.put('party_a')}",
        f"承接主体（乙方）：{draft.put('party_b')}",
        f"项目名称：{draft.put('subject')}",
        f"招标代理机构：{company(rng, org.place)}",
        f"履约地点：{org.place.full}",
    ):
        flow.paragraph(text, indent=0)
    flow.paragraph("根据法律法规及磋商结果，双方签订本合同，共同遵守。")
    flow.new_page()
    flow.heading("一、服务内容与标准", draft.type("hei", 14.5), align="left", level=2)
    for n in range(1, 5):
        flow.paragraph(
            f"{n}. 开展专项服务不少于{rng.randint(4, 40)}场次，覆盖职工不少于{rng.randint(100, 900)}人次，配备专职人员{rng.randint(2, 6)}名。"
        )
    flow.heading("二、服务期限", draft.type("hei", 14.5), align="left", level=2)
    flow.paragraph(f"自{span(draft, draft.pick('zero', 'half_spaced', 'fullwidth'), '{}起至{}止')}。")
    flow.new_page()
    flow.heading("三、合同价款", draft.type("hei", 14.5), align="left", level=2)
    flow.paragraph(_price(draft))
    flow.heading("四、违约责任", draft.type("hei", 14.5), align="left", level=2)
    flow.paragraph("乙方逾期提供服务的，每逾期一日按合同价款的千分之一支付违约金。", after=20)
    flow.table(
        [
            [
                Cell(f"甲方：（公章）\n\n代表人：{person(rng)}", align="left"),
                Cell(f"乙方：（公章）\n\n代表人：{org.legal_representative}", align="left"),
            ],
            [Cell(f"签约时间：{when(draft, 'sign_date', 'cn', 'half_spaced')}", 2)],
        ],
        (1, 1),
        least=46,
    )
    draft.seal(flow.page, (190, flow.y - 60), draft["party_a"], 104)
    draft.seal(flow.page, (420, flow.y - 60), draft["party_b"], 104)


@layout("contract", "on_desk_by_hand", ("photo", "photo", "scan"))
def on_desk_by_hand(draft: Draft) -> None:
    """The last leaf and the first on one picture of a desk: blanks filled by hand."""
    page = desk(draft, (900, 760), (40, 40, 800, 720))
    page.text(420, 96, "委 托 服 务 合 同", draft.type("song-bold", 24), "center")
    body, hand = draft.type("song", 14.5), draft.type("hand", 17, (24, 34, 110))
    y = 150.0
    for name, value in (
        ("委托方：", draft.put("party_a")), ("受托方：", draft.put("party_b")), ("委托事项：", draft.put("subject")), ("服务起止：", span(draft, "wide_gaps", "{} 至 {}")),
        ("服务费用：", amount(draft, "amount", "both", "yuan_zheng", "sign") if draft["amount"] is not None else "无"), ("签订时间：", when(draft, "sign_date", "cn", "wide_gaps")),
    ):  # fmt: skip
        page.text(80, y, name, body)
        page.text(170, y, value, fitted(draft, "hand", 17, value, 600, hand.colour))
        page.line(166, y + 8, 770, y + 8, (120, 120, 120), 0.6)
        y += 56
    page.text(120, 560, "委托方（章）", body)
    page.text(500, 560, "受托方（章）", body)
    draft.seal(page, (180, 590), draft["party_a"], 116)
    draft.seal(page, (560, 590), draft["party_b"], 116)


@layout("training_record", "sign_in_over_pages", ("scan", "poor", "digital", "photo"))
def sign_in_over_pages(draft: Draft) -> None:
    """签到表 over pages: names by hand, numbers through, the count in the head; organizer at the foot of the head table."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(60, 70, 60, 60), numbered="{}")
    flow.heading(f"{draft.put('title')}\n签　到　表", draft.type("song-bold", 19), after=6)
    flow.table(
        [
            [
                "时间",
                when(draft, "date", "cn", "dots", "weekday"),
                "人数",
                draft.put("participants", f"{draft['participants']}人"),
            ],
            [Cell("主办单位"), Cell(draft.put("organizer"), 3)],
        ],
        (1, 2.6, 0.8, 1.4),
        least=28,
    )
    names = people(rng, min(int(draft["participants"]), 60))
    half = -(-len(names) // 2)
    body = [
        [
            str(n + 1),
            names[n],
            str(n + 1 + half) if n + half < len(names) else "",
            names[n + half] if n + half < len(names) else "",
        ]
        for n in range(half)
    ]
    flow.table(
        [["序号", "签　名", "序号", "签　名"], *body],
        (0.7, 2.4, 0.7, 2.4),
        draft.type("hand", 14, (30, 40, 110)),
        least=30,
    )
    if len(names) < int(draft["participants"]):
        flow.paragraph("（其余签到页略）", indent=0)


@layout("training_record", "notice_and_report", ("digital", "scan", "docx", "poor", "html"))
def notice_and_report(draft: Draft) -> None:
    """培训总结 in prose: where, who taught, how many came; an earlier course and a coming one are mentioned too."""
    moment = draft["date"]
    flow = draft.flow(draft.type("song", 14, leading=1.85), margins=(80, 84, 76, 66))
    flow.heading(f"{draft.put('title')}总结", draft.type("hei-bold", 20), after=10)
    flow.paragraph(
        f"继{later(moment, -300).year}年成功举办首期课程后，{when(draft, 'date', 'cn', 'zero')}，{draft.put('organizer')}在{draft.org.place.city}工人文化宫举办{draft['title']}。来自各企业、社会组织的{draft.put('participants', str(draft['participants']) + '名')}学员参加。"
    )
    flow.paragraph(
        f"{draft['speaker']}围绕政策法规、典型案例、实务技巧进行了三个小时的授课，并组织分组演练。课后测试平均成绩{draft.rng.randint(82, 96)}分，合格率百分之百。"
    )
    flow.paragraph(f"学员普遍反映内容实用。下一期课程计划于{later(moment, 150).year}年举办。")
    flow.signature([draft.org.name])


@layout("training_record", "post_on_phone", ("screenshot",))
def post_on_phone(draft: Draft) -> None:
    """An account's post on a course: a picture, a caption with organizer, day and count."""
    page = draft.page((380, 700))
    phone_top(draft, page, "")
    y = page.paragraph(
        20,
        76,
        340,
        f"课堂速递｜{draft.put('title')}".replace("｜", " | "),
        draft.type("hei-bold", 20, leading=1.35),
    )
    page.text(
        20,
        y + 16,
        f"原创　{draft.org.short[:8]}　{day(later(draft['date'], 1), 'iso')}",
        draft.type("hei", 11.5, GREY),
    )
    page.rect((20, y + 34, 360, y + 214), None, fill=(180, 190, 196))
    page.rect((60, y + 54, 320, y + 90), None, fill=(190, 30, 36))
    body = draft.type("hei", 15.5, (50, 50, 50), leading=1.8)
    y = page.paragraph(
        20,
        y + 230,
        340,
        f"{when(draft, 'date', 'cn')}上午，由{draft.put('organizer')}主办的培训开课啦！{draft.put('participants', str(draft['participants']) + '位')}伙伴齐聚一堂，{draft['speaker']}老师带来精彩分享。",
        body,
    )
    page.text(
        20,
        y + 40,
        f"阅读 {draft.rng.randint(60, 900)}　在看 {draft.rng.randint(1, 20)}",
        draft.type("hei", 11.5, GREY),
    )


@layout("acceptance", "score_table", ("digital", "scan", "docx", "poor", "photo"))
def score_table(draft: Draft) -> None:
    """An acceptance by points: criteria with full marks and marks, the verdict in a merged cell, the buyer's seal."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 12.5, leading=1.5), margins=(62, 76, 62, 60))
    flow.heading(draft.put("title"), draft.type("song-bold", 21), after=8)
    marks_ = [rng.randint(16, 20), rng.randint(25, 30), rng.randint(25, 30), rng.randint(15, 20)]
    flow.table([
        [Cell("承接单位"), Cell(draft.put("organization_name"), 3, align="left")], [Cell("购买单位"), Cell(draft.put("organizer"), 3, align="left")],
        [Cell(one, bold=True) for one in ("序号", "考核内容", "分值", "得分")],
        *[[str(n + 1), name, str(most), str(marks_[n])] for n, (name, most) in enumerate((("组织管理", 20), ("服务数量", 30), ("服务质量", 30), ("资金使用", 20)))],
        [Cell("合　　计", 2), "100", str(sum(marks_))],
        [Cell("验收意见"), Cell(f"按合同约定完成全部服务内容，资料齐全，同意通过验收。\n\n　　　　　　　　　（盖章）{when(draft, 'date', 'cn', 'dots')}", 3, align="left")],
    ], (1.2, 3, 1, 1.2), least=32)  # fmt: skip
    draft.seal(flow.page, (400, flow.y - 36), draft["organizer"], 112)


@layout("acceptance", "certificate_of_performance", ("scan", "digital", "photo", "poor"))
def certificate_of_performance(draft: Draft) -> None:
    """The buyer's red-headed proof that the services were done; a later project is mentioned."""
    flow = draft.flow(draft.type("fang", 16, leading=1.95), margins=(82, 90, 78, 70))
    red_head(draft, flow, draft.put("organizer"))
    flow.heading(draft.put("title"), draft.type("song-bold", 23), after=14)
    flow.paragraph(
        f"{draft.put('organization_name')}承接我单位委托的职工服务项目，已按约定完成各项任务，服务人次、质量均达到要求，受到职工好评，项目予以结项。后续合作意向另行商定。"
    )
    flow.paragraph("特此证明。")
    flow.signature([draft["organizer"], when(draft, "date", "cn", "han", "nil_han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["organizer"])
    stamp(draft, flow.page, (200, 640), 0.4)


@layout("acceptance", "panel_minutes", ("scan", "poor", "digital"))
def panel_minutes(draft: Draft) -> None:
    """Opinions of a panel of experts, signed by hand; title, body and buyer one under the other without a table."""
    flow = draft.flow(draft.type("song", 14, leading=1.85), size=A4_LANDSCAPE, margins=(90, 64, 90, 50))
    flow.heading(draft.put("title"), draft.type("hei", 22), after=8)
    flow.paragraph(
        f"受评单位：{draft.put('organization_name')}　　委托单位：{draft.put('organizer')}", indent=0
    )
    flow.paragraph("专家组听取汇报、查阅台账、质询答辩，形成如下意见：")
    flow.paragraph(
        "（一）项目目标明确，过程资料完整；（二）受益职工人次超过合同约定；（三）建议加强成果宣传。专家组一致同意项目通过验收。"
    )
    flow.paragraph(f"日期：{when(draft, 'date', 'cn', 'iso')}　　　专家签名：", indent=0)
    for n, one in enumerate(people(draft.rng, 3)):
        scribble(draft, flow.page, one, 420 + n * 80, flow.y - 8)
    flow.page.line(410, flow.y, 680, flow.y, RED, 0.5)
