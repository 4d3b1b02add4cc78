"""Decisions of penalty: a form filled on the spot, a disclosure by label, a table of a quarter's decisions, a court-like text."""

from tests.corpus import printed
from tests.corpus.assorted.people import applicant, person
from tests.corpus.assorted.pieces import GREY, fax_line
from tests.corpus.assorted.register import layout
from tests.corpus.draft import Draft
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.varied.pieces import after, before, code, day, when

KIND = "penalty_decision"


def _sum(draft: Draft, *styles: str) -> str:
    amount = float(draft["amount"])
    plain = f"{amount:.2f}" if amount % 1 else f"{amount:.0f}"
    style = draft.pick(*styles)
    text = f"{amount:,.2f}元" if style == "comma" else f"{plain}元"
    if style == "capitals" and amount == round(amount):
        text = printed.capitals(amount)
    return draft.put("amount", text, amount)


def _words(draft: Draft, *styles: str) -> list[str]:
    """Each penalty as it is pronounced; the sum stands with the fine, else with what is confiscated."""
    types, words = list(draft["penalty_types"]), []
    for one in types:
        name = draft.put("penalty_types", one, types)
        carries = one == "罚款" or (one == "没收违法所得" and "罚款" not in types)
        words.append(f"{name}{_sum(draft, *styles)}" if carries and draft["amount"] is not None else name)
    return words


@layout(KIND, "on_the_spot", ("scan", "photo", "poor"))
def on_the_spot(draft: Draft) -> None:
    """当场行政处罚决定书: printed form, filled by hand, boxes that are ticked."""
    page = draft.page((595, 780), (253, 252, 246))
    ink, hand = draft.type("song", 12.5, leading=1.9), draft.type("hand", 14, (24, 36, 110), leading=1.7)
    page.text(297, 60, draft.put("issuing_authority"), draft.type("song-bold", 20), "center")
    page.text(297, 92, "当场行政处罚决定书", draft.type("song-bold", 22), "center")
    page.text(536, 120, draft.put("document_number"), ink, "right")
    y = 146.0
    for name, value in (
        ("当事人（单位）：", draft.put("organization_name")),
        ("统一社会信用代码：", code(draft, style="run")),
        ("地　　　址：", draft.org.address),
        ("违法事实：", f"{draft['fault']}，当事人对上述事实没有异议。"),
    ):
        page.text(62, y + 16, name, ink)
        y = max(y + 36, page.paragraph(190, y - 4, 344, value, hand) + 4)
    y = page.paragraph(
        62, y + 4, 472, "以上事实违反了有关规定，依据《中华人民共和国行政处罚法》第五十一条，决定给予：", ink
    )
    known = ("警告", "罚款", "没收违法所得", "限期停止活动", "撤销登记")
    types = list(draft["penalty_types"])
    for one in known:
        if one in types:
            page.text(
                90, y + 18, f"■ {draft.put('penalty_types', one, types)}", ink.but(face=draft.face("hei"))
            )
        else:
            page.text(90, y + 18, f"□ {one}", ink)
        y += 27
    if draft["amount"] is not None:
        y += 4
        page.text(90, y + 18, f"金额（大写）：{_sum(draft, 'capitals')}", hand)
        y += 28
    y = page.paragraph(62, y + 6, 472, "当事人应自收到本决定之日起十五日内履行，逾期按日加处百分之三。", ink)
    page.text(62, y + 34, f"执法人员：{person(draft.rng)}　{person(draft.rng)}", hand)
    page.text(62, y + 62, f"当事人签收：{draft.org.legal_representative}", hand)
    page.text(430, y + 62, when(draft, "decision_date", "gaps"), hand, "center")
    draft.seal(page, (430, y + 40), draft["issuing_authority"], 112)


@layout(KIND, "disclosure", ("digital", "screenshot", "poor", "html", "txt"))
def disclosure(draft: Draft) -> None:
    """行政处罚信息公示: the fields of the national standard, one a line, with the day of expiry as a distractor."""
    org, decided = draft.org, draft["decision_date"]
    flow = draft.flow(draft.type("hei", 12.5, leading=1.7), size=(700, 900), margins=(50, 40, 50, 40))
    flow.heading("行政处罚信息公示", draft.type("hei-bold", 20, (20, 70, 140)), align="left", after=4)
    flow.paragraph(
        f"当前位置：首页 > 双公示 > 行政处罚　　发布时间：{day(after(decided, 6), 'iso')}",
        draft.type("hei", 10.5, GREY),
        indent=0,
        after=8,
    )
    fine = draft["amount"] is not None
    types = list(draft["penalty_types"])
    names = "；".join(draft.put("penalty_types", one, types) for one in types)
    money = f"{float(draft['amount']) / 10000:g}" if fine else "0"
    label = "罚款金额（万元）" if "罚款" in types or not fine else "没收违法所得金额（万元）"
    for name, value in (
        ("行政处罚决定书文号", draft.put("document_number")),
        ("行政相对人名称", draft.put("organization_name")),
        ("行政相对人代码_1（统一社会信用代码）", code(draft, style="run")),
        ("法定代表人", org.legal_representative),
        ("违法行为类型", draft.pick("未按规定接受监督检查", "其他违法行为")),
        ("违法事实", f"{draft['fault']}。"),
        ("处罚依据", "《社会团体登记管理条例》第三十条等"),
        ("处罚类别", names),
        (label, draft.put("amount", money, float(draft["amount"])) if fine else money),
        ("处罚决定日期", when(draft, "decision_date", draft.pick("slashes", "iso"))),
        ("处罚有效期", day(after(decided, 3650), "iso")),
        ("公示截止期", day(after(decided, 365), "iso")),
        ("处罚机关", draft.put("issuing_authority")),
        ("备注", ""),
    ):  # fmt: skip
        flow.paragraph(f"{name}：{value}", indent=0)


@layout(KIND, "quarter_table", ("digital", "scan", "xlsx", "poor"))
def quarter_table(draft: Draft) -> None:
    """A quarter's decisions in one wide table; ours is one row."""
    rng, decided = draft.rng, draft["decision_date"]
    flow = draft.flow(draft.type("song", 9.5, leading=1.35), size=A4_LANDSCAPE, margins=(34, 46, 34, 36))
    title = f"{draft['issuing_authority']}{decided.year}年第{'一二三四'[(decided.month - 1) // 3]}季度行政处罚案件公示表"
    flow.heading(title, draft.type("hei", 16), after=8)
    head = [
        "序号",
        "决定书文号",
        "被处罚单位",
        "信用代码",
        "主要违法事实",
        "处罚内容",
        "作出处罚的机关",
        "决定日期",
    ]
    count = rng.randint(4, 9)
    spot = rng.randrange(count)
    rows: list[list[str]] = []
    for number in range(count):
        if number == spot:
            rows.append(
                [
                    str(number + 1), draft.put("document_number"), draft.put("organization_name"), code(draft, style="run"),
                    draft["fault"], "、".join(_words(draft, "plain", "comma")), draft.put("issuing_authority"),
                    when(draft, "decision_date", "dots"),
                ]
            )  # fmt: skip
            continue
        other = applicant(rng)
        number_of = f"{draft['document_number'][:4]}〔{decided.year}〕{rng.randint(100, 190)}号"
        what = rng.choice(("警告", "罚款500元", "罚款3200元", "撤销登记"))
        rows.append(
            [str(number + 1), number_of, other.name, other.uscc, "未按规定办理变更登记", what, draft["issuing_authority"], day(before(decided, rng.randint(1, 20)), "dots")]
        )  # fmt: skip
    flow.table([[Cell(one, bold=True) for one in head], *rows], (0.6, 1.9, 2.4, 2.2, 2.4, 1.7, 1.8, 1.3))
    draft.sheets = [("公示", [[title], head, *rows])]


@layout(KIND, "plain_text", ("digital", "scan", "poor", "docx"))
def plain_text(draft: Draft) -> None:
    """A decision without headings: 经查 and 决定如下 with numbered penalties, Chinese numerals at the end."""
    org, decided = draft.org, draft["decision_date"]
    flow = draft.flow(draft.type("fang", 16, leading=1.85), margins=(82, 90, 78, 72))
    flow.heading(draft.pick("行政处罚决定书", "处　罚　决　定　书"), draft.type("song-bold", 26), after=8)
    flow.paragraph(draft.put("document_number"), indent=0, align="center", after=12)
    flow.paragraph(
        f"当事人{draft.put('organization_name')}，社会信用代码为{code(draft, style='run')}，住所地{org.address}，主要负责人{org.legal_representative}。"
    )
    flow.paragraph(
        f"{day(before(decided, 70))}，我机关接到举报，反映当事人{draft['fault']}。经立案调查，举报内容属实。当事人在{day(before(decided, 15))}提交书面陈述，请求从轻处理，其理由部分成立，予以采纳。"
    )
    flow.paragraph("综合考虑违法情节，现决定如下：")
    for number, one in enumerate(_words(draft, "capitals", "plain"), start=1):
        flow.paragraph(
            f"（{'一二三四'[number - 1]}）{one}；"
            if number < len(draft["penalty_types"])
            else f"（{'一二三四'[number - 1]}）{one}。"
        )
    flow.paragraph("如不服，可于收到之日起六十日内申请复议。", after=10)
    fax_line(draft, flow.page)
    flow.signature([draft.put("issuing_authority"), when(draft, "decision_date", "han")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["issuing_authority"])
