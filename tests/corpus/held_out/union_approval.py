"""建会: the legal-person certificate with a code, an approval form with opinions, a plain reply, a street union's reply to many."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values, years_later
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_a import neighbours
from tests.corpus.held_out.pieces_c import told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import union_papers as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import border, only_for, red_head, sealed, two_dimensional_code
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.seals import emblem
from tests.corpus.world import Organization

KIND = "union_approval"


def _change(rng: random.Random, org: Organization, values: Values) -> Values:
    place = org.place
    union = rng.choice(
        (
            org.local_union,
            f"{place.full}社会组织联合工会委员会",
            f"{place.full}{rng.choice(('城南', '运河', '云台', '北塘'))}街道总工会",
            f"{place.full}经济开发区总工会",
        )
    )
    sign = (place.county or place.city)[:1] + rng.choice(("工批", "工复", "工组建", "工"))
    return {
        "union_name": rng.choice((org.union_name, f"{org.name}工会")),
        "approving_union": union,
        "document_number": printed.document_number(rng, sign, values["issue_date"].year),
    }


told_anew(KIND, _change)


@layout(KIND, "legal_person", ("scan", "photo", "poor", "digital"))
def legal_person(draft: Draft) -> None:
    """工会法人资格证书 of the later kind: a code of its own, labels right-aligned, validity, a code block."""
    page = draft.page(A4_LANDSCAPE, (255, 253, 244))
    border(page, (170, 30, 34), 26, "corners")
    page.picture(emblem(), (391, 52, 451, 112))
    page.text(421, 158, "工会法人资格证书", draft.type("song-bold", 36), "center")
    if draft.rng.random() < 0.5:
        page.text(421, 182, "（副　本）", draft.type("song", 14), "center")
    song, day = draft.type("song", 15), draft["issue_date"]
    end = years_later(day, draft.rng.choice((3, 5)))
    rows = (
        ("统一社会信用代码", f"8132{draft.rng.randrange(10**4):04d}MC{draft.rng.randrange(10**7):07d}3"),
        ("工 会 名 称", draft.put("union_name")),
        ("法 定 代 表 人", draft["chair"]),
        ("地　　　址", draft.org.address),
        ("有 效 期", f"{printed.day(day, 'dot')} — {printed.day(end, 'dot')}"),
    )
    for number, (name, value) in enumerate(rows):
        y = 226 + 40 * number
        page.text(270, y, name, draft.type("hei", 14), "right")
        page.paragraph(290, y - 14, 460, value, song.but(leading=1.25))
    two_dimensional_code(draft, page, 110, 440, 84)
    page.text(
        560,
        468,
        f"{draft.pick('颁证机关', '审查登记机关')}（盖章）{draft.put('approving_union')}",
        song,
        "center",
    )
    page.text(600, 502, draft.date("issue_date", draft.pick("padded", "spaced", "cn")), song, "center")
    draft.seal(page, (622, 476), draft["approving_union"], 112)
    only_for(draft, page, 0.2)


@layout(KIND, "approval_form", ("scan", "photo", "poor", "docx", "digital"))
def approval_form(draft: Draft) -> None:
    """基层工会组建审批表: facts of the employer in cells, then a tall cell of opinion for each union, ours approved below."""
    org, rng = draft.org, draft.rng
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(66, 60, 66, 50))
    flow.heading(
        draft.pick("基层工会组建审批表", "建立工会组织申请审批表", "新建工会组织报批表"),
        draft.type("song-bold", 21),
        after=8,
    )
    approved = draft.pick("同意。", "同意建会。", "符合条件，准予组建。")
    staff = rng.randint(8, 60)
    flow.table(
        [
            ["单位名称", Cell(draft.put("organization_name"), 3)],
            ["单位性质", org.type, "成立时间", printed.day(org.founded, "dot")],
            ["职工人数", str(staff), "入会人数", str(staff - rng.randint(0, 4))],
            ["拟建工会\n全　　称", Cell(draft.put("union_name"), 3)],
            ["筹备组\n负责人", draft["chair"], "联系电话", org.phone],
            [
                "申请理由",
                Cell(
                    "为维护职工合法权益、丰富职工文化生活，经职工酝酿讨论，申请建立工会组织。",
                    3,
                    align="left",
                ),
            ],
            ["单位意见", Cell(f"支持建会。\n\n负责人：{org.legal_representative}　　　（公章）", 3)],
            [
                draft.pick("上级工会\n审批意见", "批准工会\n意　　见"),
                Cell(
                    f"{approved}\n\n{draft.put('approving_union')}（盖章）\n{draft.date('issue_date', 'cn')}",
                    3,
                ),
            ],
            ["备　　注", Cell("本表一式三份，上级工会、基层工会和档案各存一份。", 3)],
        ],
        (1.5, 2.6, 1.4, 2.6),
        least=38,
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.66, flow.y - 88), draft["approving_union"], 104)


@layout(KIND, "plain_reply", ("digital", "scan", "photo", "docx"))
def plain_reply(draft: Draft) -> None:
    """A reply without a red head, now and then by fax: number at the right under the title, committee named person by person."""
    flow = draft.flow(draft.type("fang", 15.5, leading=1.8))
    if draft.rng.random() < 0.3:
        sent = printed.day(draft["issue_date"], "iso")
        flow.page.text(
            30,
            28,
            f"{sent} 15:{draft.rng.randint(10, 59)}  FAX 05{draft.rng.randint(10, 27)}-55500{draft.rng.randint(100, 999)}  P.01/01",
            draft.type("hei", 9),
        )
    flow.heading(f"{draft.put('approving_union')}", draft.type("song-bold", 20), after=0)
    flow.heading(
        f"关于{draft.pick('建立', '同意组建')}{draft['union_name']}及选举结果的批复",
        draft.type("song-bold", 20, leading=1.4),
        after=6,
    )
    flow.paragraph(draft.put("document_number"), indent=0, align="center", after=10)
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    others = [one for one in draft.org.staff[1:6] if one != draft["chair"]]
    flow.paragraph(
        f"报来的建会报告和选举结果报告均悉。你单位会员大会选举程序合法，结果有效。批准建立{draft.put('union_name')}，首届委员会由{'、'.join([draft['chair'], *others[:2]])}组成，{draft['chair']}为主席；{others[-1]}为经费审查委员。"
    )
    flow.paragraph("接文后，请及时刻制印章、开设账户、办理法人登记，并按期足额上解经费。", after=16)
    sealed(
        draft,
        flow,
        [draft.again("approving_union"), draft.date("issue_date", draft.pick("cn", "han"))],
        draft["approving_union"],
    )


@layout(KIND, "reply_to_many", ("digital", "scan", "poor"))
def reply_to_many(draft: Draft) -> None:
    """One reply that approves several unions at once: a numbered line for each, the applicant's among them."""
    rng = draft.rng
    flow = draft.flow(draft.type("fang", 15, leading=1.8))
    others = [f"{one}工会委员会" for one in neighbours(draft, rng.randint(3, 6))]
    others.insert(rng.randrange(len(others) + 1), draft.put("union_name"))
    title = f"关于同意成立{printed.month(draft['issue_date'])}第一批社会组织工会的批复"
    red_head(flow, draft, draft.put("approving_union"), draft.put("document_number"), title)
    flow.paragraph("各有关社会组织：", indent=0)
    flow.paragraph(f"你们关于组建工会的请示收悉。经审查，下列{len(others)}家工会具备建会条件，准予成立：")
    for number, one in enumerate(others, start=1):
        flow.paragraph(f"{number}．{one}")
    flow.paragraph("请于六十日内召开第一次会员大会，选举产生工会委员会。", after=10)
    sealed(
        draft,
        flow,
        [draft.again("approving_union"), draft.date("issue_date", draft.pick("cn", "han"))],
        draft["approving_union"],
    )
