"""Papers about the organization and the union: approval, legal-person certificate, appointment, roster."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.bodies import issuer
from tests.corpus.draft import LAST_DAY, PAPER_ONLY, Draft, Values, layout, sampler, some_day, years_later
from tests.corpus.layouts.shared import border, fields, guilloche, red_head, sealed
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.world import Organization, phone

# 建会批复, 工会法人资格证书


@sampler("union_approval")
def sample_union_approval(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The approval by the next higher union."""
    approved = fixed.get("issue_date") or some_day(rng, date(2016, 3, 1), date(2026, 6, 30))
    values: Values = {
        "organization_name": org.name,
        "union_name": org.union_name,
        "approving_union": rng.choice((org.local_union, org.city_union)),
        "document_number": printed.document_number(
            rng, rng.choice((org.sign + "工组", org.sign + "工发", org.sign + "工复")), approved.year
        ),
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
    title = draft.pick(
        f"关于同意成立{draft['union_name']}的批复", f"关于{draft['organization_name']}组建工会的批复"
    )
    red_head(flow, draft, draft.put("approving_union"), draft.put("document_number"), title)
    flow.paragraph(f"{org}：", indent=0)
    flow.paragraph(
        f"你单位报来的《关于{draft.pick('成立', '组建')}工会的请示》收悉。经研究，同意成立{draft.put('union_name')}。"
    )
    flow.paragraph(
        f"同意由{draft['chair']}等{draft.pick('3', '5')}人组成工会委员会，{draft['chair']}任主席，每届任期{draft.pick('三', '五')}年。请按照工会法和工会章程的规定开展工作。"
    )
    flow.paragraph("此复。", after=20)
    sealed(
        draft,
        flow,
        [draft.again("approving_union"), draft.date("issue_date", draft.pick("cn", "han"))],
        draft["approving_union"],
    )


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
        (
            "有效期限",
            f"{printed.day(draft['issue_date'])}至{printed.day(years_later(draft['issue_date'], 5))}",
        ),
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
    issued = fixed.get("issue_date") or some_day(rng, date(2024, 1, 3), LAST_DAY)
    values: Values = {
        "person": rng.choice(org.staff[:4]),
        "position": rng.choice(
            ("兼职副主席", "委员", "挂职副主席", "职工服务部副部长（兼职）", "社会化工会工作者")
        ),
        "body": body.name,
        "issuing_authority": body.name,
        "issue_date": issued,
        "number": printed.document_number(rng, body.sign, issued.year),
    }
    values.update(fixed)
    return values


@layout("appointment", "notice")
def appointment_notice(draft: Draft) -> None:
    """任职通知 with a red header."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85))
    red_head(
        flow, draft, draft.put("issuing_authority"), draft["number"], f"关于{draft['person']}同志任职的通知"
    )
    flow.paragraph("各基层工会，机关各部门：", indent=0)
    flow.paragraph(
        f"经研究决定：{draft.put('person')}同志任{draft.put('body')}{draft.put('position')}，任期三年。"
    )
    flow.paragraph("特此通知。", after=20)
    sealed(
        draft,
        flow,
        [draft.again("issuing_authority"), draft.date("issue_date", draft.pick("cn", "han"))],
        draft["issuing_authority"],
    )


@layout("appointment", "letter_of_appointment", ("scan", "photo", "poor"))
def appointment_letter(draft: Draft) -> None:
    """聘书."""
    page = draft.page(A4_LANDSCAPE, (255, 250, 238))
    border(page, (196, 150, 70), 26, "corners")
    page.text(421, 130, draft.pick("聘　书", "聘 任 书"), draft.type("kai", 46, (190, 26, 30)), "center")
    body = draft.type("kai", 21, leading=1.9)
    page.text(120, 220, f"{draft.put('person')}同志：", body)
    page.paragraph(
        120, 240, 610, f"兹聘请您担任{draft.put('body')}{draft.put('position')}，聘期三年。", body, indent=2
    )
    page.text(590, 440, draft.put("issuing_authority"), draft.type("kai", 17), "center")
    page.text(590, 474, draft.date("issue_date", draft.pick("cn", "han")), draft.type("kai", 17), "center")
    draft.seal(page, (605, 452), draft["issuing_authority"])


# 工会干部名册


@sampler("union_roster")
def sample_union_roster(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The union's officers."""
    values: Values = {
        "title": "",
        "organization_name": org.name,
        "date": some_day(rng, date(2025, 1, 5), LAST_DAY),
        "officers": org.staff[:5],
    }
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
    flow = draft.flow(
        draft.type("hei", 13, leading=1.7), size=(700, 500), margins=(50, 50, 50, 40), colour=(250, 250, 252)
    )
    flow.heading(draft.put("title"), draft.type("song-bold", 22, (190, 26, 30)), after=4)
    flow.heading(draft.put("organization_name"), draft.type("hei", 14), after=10, level=2)
    duties = (
        "主持工会全面工作",
        "协助主席，负责劳动保护",
        "负责经费审查监督",
        "负责女职工工作",
        "负责文体宣传",
    )
    posts = ("主席", "副主席", "经审委员", "女工委员", "宣传委员")
    rows = [["职务", "姓名", "职责"]]
    rows += [[post, name, duty] for post, name, duty in zip(posts, draft["officers"], duties, strict=False)]
    flow.table(rows, (2, 2, 5), least=34)
    flow.paragraph(f"{draft.date('date', 'cn')}", indent=0, align="right")
