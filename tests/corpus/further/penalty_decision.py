"""Decisions of penalty: a law-like text, a decision over two pages, a site's notice by label, a form on the spot."""

from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.further.people import person
from tests.corpus.further.pieces import amount, day, later, red_head, rows, scribble, site, site_foot, when
from tests.corpus.further.register import layout
from tests.corpus.page import A4

KIND = "penalty_decision"


def _penalties(draft: Draft, joint: str = "；") -> str:
    """The operative words; with a fine beside it, what is confiscated is told in words only."""
    told: list[str] = []
    types = draft["penalty_types"]
    for one in types:
        word = draft.put("penalty_types", one, types)
        if one == "罚款":
            word += amount(draft, "amount", "yuan_zheng", "both", "capitals", "cents")
        elif one == "没收违法所得" and "罚款" not in types:
            word += amount(draft, "amount", "cents", "yuan")
        elif one == "限期停止活动":
            word += "三个月"
        told.append(word)
    return joint.join(told)


@layout(KIND, "articles_of_law", ("scan", "digital", "poor", "docx", "photo"))
def articles_of_law(draft: Draft) -> None:
    """The common form: head, number, party with code and address, facts, evidence, articles of law, decision, remedies, seal."""
    org, decided = draft.org, draft["decision_date"]
    flow = draft.flow(draft.type("fang", 15, leading=1.75), margins=(80, 84, 76, 70), numbered="{}")
    flow.heading(draft.put("issuing_authority"), draft.type("song-bold", 23), after=2)
    flow.heading("行 政 处 罚 决 定 书", draft.type("song-bold", 25), after=4)
    flow.paragraph(draft.put("document_number"), indent=0, align="right", after=10)
    flow.paragraph(f"当事人：{draft.put('organization_name')}", indent=0)
    flow.paragraph(f"统一社会信用代码：{draft.put('uscc')}", indent=0)
    flow.paragraph(f"住所：{org.address}　法定代表人：{org.legal_representative}", indent=0)
    flow.paragraph(
        f"本机关于{day(later(decided, -75))}立案调查，查明你单位{draft['fault']}。上述事实有询问笔录、会计凭证复印件、现场照片等证据证明。"
    )
    flow.paragraph(
        f"{day(later(decided, -20))}，本机关依法向你单位送达行政处罚事先告知书，你单位在规定期限内未提出陈述、申辩，也未要求听证。"
    )
    flow.paragraph("你单位的行为违反了有关法规的规定。参照行政处罚裁量权基准，违法行为情节较轻。")
    flow.paragraph(f"综上，决定给予你单位以下行政处罚：{_penalties(draft)}。")
    flow.paragraph(
        "如不服本决定，可在收到决定书之日起六十日内申请行政复议，或者在六个月内向人民法院提起行政诉讼。行政复议、诉讼期间不停止执行。逾期不缴纳罚款的，每日按罚款数额的百分之三加处罚款。"
    )
    flow.signature([draft["issuing_authority"], when(draft, "decision_date", "cn", "han", "nil_han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), draft["issuing_authority"])


@layout(KIND, "disclosure_by_label", ("digital", "screenshot", "html", "poor"))
def disclosure_by_label(draft: Draft) -> None:
    """A site's disclosure: one table of labels and values, empty cells, days of disclosure and removal beside the decision's."""
    flow = draft.flow(draft.type("hei", 11, leading=1.5), size=(700, 860), margins=(50, 116, 50, 60))
    site(
        draft,
        flow.page,
        "信用江苏 · 双公示",
        (22, 90, 160),
        "首页　信用动态　行政许可　行政处罚　信用承诺",
        "首页 > 行政处罚 > 详情",
    )
    site_foot(draft, flow.page, draft["issuing_authority"])
    flow.heading("行政处罚信息", draft.type("hei-bold", 17), after=8)
    decided = draft["decision_date"]
    pairs = [
        ("行政相对人名称", draft.put("organization_name")), ("行政相对人代码（统一社会信用代码）", draft.put("uscc")), ("法定代表人", draft.org.legal_representative),
        ("行政处罚决定文书号", draft.put("document_number")), ("违法行为类型", "违反登记管理规定"), ("违法事实", draft["fault"]), ("处罚类别、内容", _penalties(draft, "、")),
        ("暂扣或吊销证照名称及编号", "/"), ("处罚决定日期", when(draft, "decision_date", "iso", "slash")), ("公示截止期", day(later(decided, 365), "iso")), ("处罚机关", draft.put("issuing_authority")), ("数据更新时间", day(later(decided, 6), "iso")),
    ]  # fmt: skip
    flow.table(
        [[Cell(name, fill=(234, 241, 250)), Cell(value, align="left")] for name, value in pairs],
        (2.2, 5),
        least=34,
        rule=(190, 205, 225),
    )


@layout(KIND, "on_the_spot", ("scan", "photo", "poor"), needs="!amount")
def on_the_spot(draft: Draft) -> None:
    """A form filled by hand on the spot: printed labels, a pen's values on lines, signatures of two officers."""
    page = draft.page(A4, (252, 251, 246))
    page.text(297, 90, draft.put("issuing_authority"), draft.type("song-bold", 20), "center")
    page.text(297, 124, "当场行政处罚决定书", draft.type("song-bold", 23), "center")
    page.text(520, 156, f"编号：{draft.put('document_number')}", draft.type("song", 12), "right")
    label, hand = draft.type("song", 14), draft.type("hand", 17, (24, 34, 110), leading=1.3)
    y = rows(page, [
        ("被处罚单位", draft.put("organization_name")), ("统一社会信用代码", draft.put("uscc")), ("地　　址", draft.org.address), ("负责人", draft.org.legal_representative), ("违法事实", draft["fault"]),
        ("处罚决定", _penalties(draft)),
    ], (76, 190, 530), 130, label, hand, 46)  # fmt: skip
    page.paragraph(
        76,
        y + 16,
        450,
        "以上处罚决定，限于收到本决定书之日起十五日内履行。逾期不履行的，依法申请强制执行。",
        label,
    )
    page.text(76, y + 110, f"执法人员：{person(draft.rng)}　{person(draft.rng)}", label)
    page.text(76, y + 142, "当事人签收：", label)
    scribble(draft, page, draft.org.legal_representative, 160, y + 142)
    page.text(440, y + 180, when(draft, "decision_date", "cn", "half_spaced", "wide_gaps"), hand, "center")
    draft.seal(page, (440, y + 170), draft["issuing_authority"], 110)


@layout(KIND, "decision_on_page_two", ("scan", "digital", "poor"))
def decision_on_page_two(draft: Draft) -> None:
    """A long decision: other bodies and a history fill the first page; the operative part and the day stand on the second."""
    org, decided = draft.org, draft["decision_date"]
    flow = draft.flow(
        draft.type("song", 14.5, leading=1.9),
        margins=(84, 90, 80, 74),
        numbered="第{}页",
        header="行政处罚决定书",
    )
    red_head(draft, flow, draft.put("issuing_authority"), draft.put("document_number"))
    flow.heading("行政处罚决定书", draft.type("song-bold", 24), after=10)
    flow.paragraph(f"被处罚人名称：{draft.put('organization_name')}", indent=0)
    flow.paragraph(f"代码：{draft.put('uscc')}", indent=0)
    flow.paragraph(f"法定代表人姓名：{org.legal_representative}　职务：负责人", indent=0)
    for n, text in enumerate((
        f"{day(later(decided, -140))}，{org.place.city}审计部门移送线索，反映该单位在资金使用、会议召开等方面存在问题，本机关予以受理，并指定两名执法人员承办。",
        f"{day(later(decided, -120))}至{day(later(decided, -90))}，执法人员先后调取银行流水、会议记录、合同，对{org.legal_representative}及会计{person(draft.rng)}进行询问，制作笔录四份。",
        f"经查，该单位{draft['fault']}。该行为持续时间约四个月，案发后主动配合调查并提交整改方案。",
        f"{day(later(decided, -30))}，本机关召开案件集体讨论会。承办机构认为事实清楚、证据确凿、程序合法、裁量适当。会议同意承办机构意见。",
    ), start=1):  # fmt: skip
        flow.paragraph(f"（{n}）{text}")
    flow.new_page()
    flow.paragraph(f"依照相关法律、行政法规的规定，本机关决定对该单位作出如下处罚：{_penalties(draft)}。")
    flow.paragraph("被处罚人应当自觉履行。对本决定不服的，可依法申请复议或提起诉讼。")
    flow.signature(
        [f"（印章）{draft['issuing_authority']}", when(draft, "decision_date", "cn", "han", "zero")]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), draft["issuing_authority"])
