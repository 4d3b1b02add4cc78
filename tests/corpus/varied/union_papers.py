"""Papers of unions about the organization: approvals, legal-person certificates, appointments."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import codes
from tests.corpus.draft import LAST_DAY, PAPER_ONLY, Draft, Values, some_day, years_later
from tests.corpus.flow import Cell
from tests.corpus.page import A4, A4_LANDSCAPE, RED
from tests.corpus.varied.people import applicant, person
from tests.corpus.varied.pieces import after, before, day, frame, pairs, red_line, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization


@sampler("union_approval")
def sample_union_approval(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """An approval by a county, city or industry union."""
    issued = fixed.get("issue_date") or some_day(rng, date(2015, 2, 2), date(2026, 5, 20))
    values: Values = {
        "organization_name": org.name,
        "union_name": rng.choice((f"{org.name}工会委员会", f"{org.name}工会", f"{org.name}联合工会委员会")),
        "approving_union": rng.choice(
            (
                org.local_union,
                org.city_union,
                f"{org.place.city}教育科技工会",
                f"{org.place.full}社会组织工会联合会",
            )
        ),
        "document_number": f"{org.sign}总工{rng.choice(('组字', '复', '基'))}〔{issued.year}〕{rng.randint(1, 60)}号",
        "issue_date": issued,
    }
    values.update(fixed)
    return values


@layout("union_approval", "form_reply", ("scan", "photo", "poor", "digital"))
def form_reply(draft: Draft) -> None:
    """基层工会组织建立审批表: a form with the applicant's opinion and the higher union's below, two dates."""
    org = draft.org
    flow = draft.flow(draft.type("song", 13, leading=1.6), margins=(64, 80, 64, 60))
    flow.heading(
        draft.pick("基层工会组织组建审批表", "建立工会组织申报审批表"), draft.type("song-bold", 21), after=8
    )
    flow.paragraph(f"编号：{draft.put('document_number')}", indent=0, align="right", after=4)
    flow.table(
        [
            ["单位名称", Cell(draft.put("organization_name"), 3, align="left")],
            ["单位性质", org.type, "职工人数", f"{draft.rng.randint(8, 60)} 人"],
            ["拟建工会名称", Cell(draft.put("union_name"), 3, align="left")],
            ["工会主席候选人", person(draft.rng), "会员数", f"{draft.rng.randint(5, 50)} 人"],
            [
                Cell("单位党组织\n（行政）意见"),
                Cell(
                    f"同意建立工会。\n　　　　　　　（盖章）　{day(before(draft['issue_date'], 12), 'boxes')}",
                    3,
                    align="left",
                ),
            ],
            [
                Cell("上级工会\n审批意见"),
                Cell(
                    f"经研究，同意成立。\n　　　　　　　{draft.put('approving_union')}（盖章）\n　　　　　　　{when(draft, 'issue_date', draft.pick('boxes', 'gaps'))}",
                    3,
                    align="left",
                ),
            ],
        ],
        (1.7, 3, 1.4, 1.8),
        least=46,
    )
    draft.seal(flow.page, (330, flow.y - 42), draft["approving_union"], 110)


@layout("union_approval", "reply_with_names", ("digital", "scan", "photo", "poor", "docx"))
def reply_with_names(draft: Draft) -> None:
    """A reply to a request about the election: committee, audit and women's committees named, term of years."""
    org, rng = draft.org, draft.rng
    flow = draft.flow(draft.type("fang", 16, leading=1.85), margins=(80, 96, 76, 72))
    flow.heading(
        draft.put("approving_union") + draft.pick("", "文件"), draft.type("song-bold", 30, RED), after=12
    )
    flow.paragraph(draft.put("document_number"), indent=0, align="center", after=2)
    red_line(flow.page, flow.y + 2, star=rng.random() < 0.3)
    flow.space(22)
    flow.heading(
        draft.pick(
            "关于建立工会组织的批复", f"关于同意{draft['organization_name']}成立工会的批复", "建会批复"
        ),
        draft.type("song-bold", 20),
        after=12,
    )
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    names = "、".join(person(rng) for _ in range(3))
    flow.paragraph(
        f"你单位{day(before(draft['issue_date'], 10))}《关于筹建工会的报告》及第一次会员大会选举结果的报告收悉。根据《中国工会章程》，批准{draft.put('union_name')}成立，隶属{draft['approving_union']}。"
    )
    flow.paragraph(
        f"同意{org.staff[1]}等{draft.pick('五', '三')}名同志组成第一届委员会，{org.staff[1]}任主席；{names}组成经费审查委员会。本届任期{draft.pick('三', '五')}年，至{years_later(draft['issue_date'], 3).year}年{draft['issue_date'].month}月届满。"
    )
    flow.paragraph("特此批复。", after=24)
    flow.signature(
        [draft.again("approving_union"), when(draft, "issue_date", draft.pick("plain", "han", "gaps"))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["approving_union"])


@layout("union_approval", "legal_person", PAPER_ONLY)
def legal_person(draft: Draft) -> None:
    """工会法人资格证书 upright: the union, its chair, its own code, validity, issuer; the organization isn't named alone."""
    page = draft.page(A4, (255, 250, 244))
    frame(page, (196, 40, 40), 28, ((0, 4), (8, 1)))
    page.text(297, 150, "工会法人资格证书", draft.type("song-bold", 32, RED), "center")
    page.text(297, 180, draft.pick("（副本）", "（正本）"), draft.type("song", 14), "center")
    body = draft.type(draft.pick("kai", "song"), 15)
    issued = draft["issue_date"]
    rows = [
        ("统一社会信用代码", codes.make(draft.rng, "81", draft.org.place.code)),
        ("工会名称", draft.put("union_name")),
        ("法定代表人", draft.org.staff[1]),
        ("住所", draft.org.address),
        ("有效期限", f"{day(issued, 'plain')}至{day(years_later(issued, 5), 'plain')}"),
    ]
    pairs(page, rows, (90, 240, 510), body, step=40, joint="：")
    page.text(380, 600, draft.put("approving_union"), body, "center")
    page.text(380, 632, when(draft, "issue_date", draft.pick("plain", "han")), body, "center")
    page.text(
        90,
        700,
        "依据《中华人民共和国工会法》《中国工会章程》，准予登记，取得法人资格。",
        draft.type("song", 12),
    )
    draft.seal(page, (388, 606), draft["approving_union"], 124)


@sampler("appointment")
def sample_appointment(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A post in a union's body for one of the staff."""
    union = rng.choice((org.local_union, org.city_union, f"{org.place.full}社会组织工会联合会"))
    body, position = rng.choice(
        (
            (union, rng.choice(("兼职副主席", "挂职副主席"))),
            (f"{union}第{rng.choice('三五八')}届委员会", rng.choice(("委员", "常务委员会委员"))),
            (f"{union}职工服务专家库", rng.choice(("特聘集体协商指导员", "职工服务顾问"))),
        )
    )
    values: Values = {
        "person": rng.choice(org.staff[:4]),
        "position": position,
        "body": body,
        "issuing_authority": union,
        "issue_date": some_day(rng, date(2021, 1, 10), LAST_DAY),
    }
    values.update(fixed)
    return values


@layout("appointment", "letter_of_appointment", ("scan", "photo", "digital", "poor"))
def letter_of_appointment(draft: Draft) -> None:
    """聘任证书 lying, the term in a line below, another date for the end."""
    page = draft.page(A4_LANDSCAPE, (255, 249, 238))
    frame(page, (186, 40, 44), 26, ((0, 3), (6, 3)))
    page.text(421, 130, draft.pick("聘任书", "聘　书", "任职证书"), draft.type("kai", 46, RED), "center")
    body = draft.type("kai", 21, leading=2.0)
    page.text(120, 210, f"{draft.put('person')} {draft.pick('同志', '先生/女士', '同志')}：", body)
    text = draft.pick("兹聘请您为{}{}，聘期{}年。", "经研究，聘任您担任{}{}，任期{}年。").format(
        draft.put("body"), draft.put("position"), draft.pick("三", "两", "5")
    )
    page.paragraph(120, 226, 610, text, body, indent=2)
    page.text(120, 400, f"单位：{draft.org.name}", draft.type("kai", 14))
    page.text(600, 440, draft.put("issuing_authority"), body, "center")
    page.text(
        600, 476, when(draft, "issue_date", draft.pick("han", "plain", "gaps")), body.but(size=18), "center"
    )
    draft.seal(page, (606, 446), draft["issuing_authority"], 124)


@layout("appointment", "notice_of_posts", ("digital", "scan", "photo", "poor", "docx"))
def notice_of_posts(draft: Draft) -> None:
    """A notice with several people's posts; ours among them with the organization in brackets."""
    rng, org = draft.rng, draft.org
    flow = draft.flow(draft.type("fang", 16, leading=1.85), margins=(80, 96, 76, 72))
    flow.heading(draft.put("issuing_authority"), draft.type("song-bold", 30, RED), after=12)
    flow.paragraph(
        f"{org.sign}工组〔{draft['issue_date'].year}〕{rng.randint(1, 40)}号", indent=0, align="center"
    )
    red_line(flow.page, flow.y + 4)
    flow.space(22)
    flow.heading(
        draft.pick("关于有关同志任职的通知", "任免通知", "关于增补兼职人员的通知"),
        draft.type("song-bold", 20),
        after=12,
    )
    flow.paragraph("各基层工会：", indent=0)
    flow.paragraph(f"经{day(before(draft['issue_date'], 5))}全委会选举通过，决定：")
    lines = [
        f"{person(rng)}（{applicant(rng).name}）任{draft['body']}{rng.choice(('委员', '副主席'))}；"
        for _ in range(rng.randint(1, 3))
    ]
    lines.insert(
        rng.randrange(len(lines) + 1),
        f"{draft.put('person')}（{org.name}）任{draft.put('body')}{draft.put('position')}；",
    )
    for one in lines:
        flow.paragraph(one)
    flow.paragraph(f"免去{person(rng)}的副主席职务。", after=20)
    flow.signature([draft.again("issuing_authority"), when(draft, "issue_date", draft.pick("plain", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["issuing_authority"])
    flow.paragraph(
        f"{draft['issuing_authority']}办公室　{day(after(draft['issue_date'], 2))}印发",
        draft.type("fang", 12),
        indent=0,
    )


@layout("appointment", "table_of_posts", ("scan", "photo", "digital"))
def table_of_posts(draft: Draft) -> None:
    """A form for one person: name, unit, post, period, the union's stamp."""
    flow = draft.flow(draft.type("song", 13, leading=1.6), margins=(70, 80, 70, 60))
    flow.heading("工会挂职（兼职）人员登记表", draft.type("song-bold", 20), after=10)
    flow.table(
        [
            ["姓　　名", draft.put("person"), "性　　别", draft.pick("男", "女")],
            [
                "出生年月",
                f"19{draft.rng.randint(65, 95)}.{draft.rng.randint(1, 12):02d}",
                "政治面貌",
                draft.pick("中共党员", "群众"),
            ],
            ["工作单位", Cell(draft.org.name, 3, align="left")],
            ["任职机构", Cell(draft.put("body"), 3, align="left")],
            ["所任职务", Cell(draft.put("position"), 3, align="left")],
            [
                Cell("任命单位\n意　　见"),
                Cell(
                    f"同意。\n　　　　　　{draft.put('issuing_authority')}（章）\n　　　　　　{when(draft, 'issue_date', 'boxes')}",
                    3,
                    align="left",
                ),
            ],
        ],
        (1.4, 2.6, 1.4, 2.6),
        least=40,
    )
    draft.seal(flow.page, (330, flow.y - 40), draft["issuing_authority"], 108)
