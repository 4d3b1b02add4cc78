"""Agreements: a purchase by a union, a cooperation of two organizations, a form contract, a commission in columns."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import LAST_DAY, Draft, Values, some_day, years_later
from tests.corpus.flow import Cell
from tests.corpus.varied.people import applicant, phone
from tests.corpus.varied.pieces import after, before, cash, day, until, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "contract"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A union, a company or another organization as party A."""
    signed = some_day(rng, date(2023, 1, 9), LAST_DAY)
    with_union = rng.random() < 0.7
    theme = rng.choice(
        ("职工心理服务", "困难职工帮扶", "暑期托管班", "职工法律援助", "技能竞赛组织", "“流动书屋”")
    )
    values: Values = {
        "party_a": rng.choice((org.local_union, org.city_union)) if with_union else applicant(rng).name,
        "party_b": org.name,
        "subject": f"{signed.year}年度{theme}项目" if rng.random() < 0.5 else f"{theme}项目",
        "amount": float(rng.choice((18000, 39800, 50000, 86000, 128500, 300000))) if with_union else None,
        "sign_date": signed,
        "valid_from": after(signed, rng.choice((0, 0, 5))),
    }
    values["valid_until"] = years_later(values["valid_from"], rng.choice((1, 1, 2)))
    values.update(fixed)
    return values


@layout(KIND, "prose_agreement", ("digital", "scan", "photo", "poor", "docx"))
def prose_agreement(draft: Draft) -> None:
    """协议书 with parties named by role, clauses with 第一条, signatures side by side."""
    a, b = draft["party_a"], draft["party_b"]
    flow = draft.flow(draft.type("song", 12.5, leading=1.75), margins=(76, 84, 74, 70), numbered="第{}页")
    flow.heading(
        f"{draft.put('subject')}{draft.pick('委托服务协议', '服务采购合同', '合作协议书')}",
        draft.type("song-bold", 20),
        after=12,
    )
    roles = draft.rng.choice(
        (("委托方（甲方）", "受托方（乙方）"), ("购买主体（甲方）", "承接主体（乙方）"), ("甲　方", "乙　方"))
    )
    flow.paragraph(f"{roles[0]}：{draft.put('party_a')}", indent=0)
    flow.paragraph(f"{roles[1]}：{draft.put('party_b')}", indent=0)
    flow.paragraph(
        f"根据《中华人民共和国民法典》及{day(before(draft['sign_date'], 20))}比选结果，双方经友好协商，就有关事项达成如下协议："
    )
    flow.paragraph(
        f"第一条　服务内容。乙方按照甲方要求组织实施{draft.again('subject')}，服务职工不少于{draft.rng.randint(3, 20)}00人次。"
    )
    flow.paragraph(f"第二条　履行期限。{until(draft, 'plain', draft.pick('{}至{}', '自{}起至{}止'))}。")
    if draft["amount"] is not None:
        flow.paragraph(
            f"第三条　费用及支付。本项目服务费总额为{cash(draft, 'amount', 'both', 'yen', 'big', 'wide')}，签约后支付60%，即{draft['amount'] * 0.6:.0f}元，验收合格后付清余款。"
        )
    else:
        flow.paragraph("第三条　双方互不收取费用，场地、师资共享。")
    flow.paragraph("第四条　双方应当保守在合作中知悉的个人信息，未经同意不得对外披露。")
    flow.paragraph("第五条　本协议一式肆份，双方各执贰份，自签字盖章之日起生效。", after=24)
    flow.table(
        [
            [
                Cell(
                    f"甲方（盖章）：\n{a}\n代表（签字）：\n日期：{when(draft, 'sign_date', draft.pick('plain', 'gaps', 'dots'))}",
                    align="left",
                ),
                Cell(
                    f"乙方（盖章）：\n{b}\n代表（签字）：{draft.org.legal_representative}\n日期：{day(draft['sign_date'], 'gaps')}",
                    align="left",
                ),
            ]
        ],
        (1, 1),
        ruled=False,
        least=110,
    )
    for x, name in ((200, a), (420, b)):
        draft.seal(flow.page, (x, flow.y - 50), name, 108)


@layout(KIND, "form_contract", ("scan", "photo", "digital", "docx"))
def form_contract(draft: Draft) -> None:
    """A framed form: number, project, parties with address and telephone, amount, term, stamps in the last row."""
    org = draft.org
    flow = draft.flow(draft.type("song", 12, leading=1.55), margins=(60, 72, 60, 60))
    flow.heading(
        draft.pick("政府购买服务项目合同（简易）", "项目委托书", "社会组织合作项目确认书"),
        draft.type("hei", 20),
        after=4,
    )
    flow.paragraph(
        f"合同编号：{draft['sign_date'].year}-{draft.rng.randint(1, 99):03d}　　签订地点：{org.place.city}",
        indent=0,
        align="right",
        after=4,
    )
    rows: list[list[Any]] = [
        ["项目名称", Cell(draft.put("subject"), 3, align="left")],
        ["甲　　方", Cell(draft.put("party_a"), 3, align="left")],
        ["联系电话", phone(draft.rng), "开户行", "工商银行营业部"],
        ["乙　　方", Cell(draft.put("party_b"), 3, align="left")],
        ["联系电话", phone(draft.rng), "住所", Cell(org.address, align="left")],
    ]
    if draft["amount"] is not None:
        rows.append(["合同金额", Cell(cash(draft, "amount", "comma", "big", "wan", "sign"), 3, align="left")])
    rows += [
        [
            "服务起止",
            Cell(
                until(draft, draft.pick("dots", "plain", "iso"), draft.pick("{} - {}", "{}至{}", "{} 至 {}")),
                3,
                align="left",
            ),
        ],
        [
            "双方约定",
            Cell(
                "1.乙方按季度报送服务台账；2.甲方组织验收；3.因不可抗力不能履行的，双方互不承担责任。",
                3,
                align="left",
            ),
        ],
        [
            Cell(f"甲方盖章\n\n{when(draft, 'sign_date', 'boxes')}", 2),
            Cell(f"乙方盖章\n\n{day(draft['sign_date'], 'boxes')}", 2),
        ],
    ]
    flow.table(rows, (1.4, 3, 1.2, 3), least=36)
    for x, name in ((180, draft["party_a"]), (420, draft["party_b"])):
        draft.seal(flow.page, (x, flow.y - 38), name, 100)


@layout(KIND, "memorandum", ("digital", "scan", "photo"), needs="!amount")
def memorandum(draft: Draft) -> None:
    """合作备忘录 of two organizations: no sum, the parties in the first sentence."""
    flow = draft.flow(draft.type("fang", 15, leading=1.85), margins=(80, 90, 76, 72))
    flow.heading("合作备忘录", draft.type("song-bold", 24), after=14)
    flow.paragraph(
        f"{draft.put('party_a')}（以下简称甲方）与{draft.put('party_b')}（以下简称乙方）本着资源共享、优势互补的原则，就共同开展{draft.put('subject')}达成以下共识。"
    )
    flow.paragraph(f"一、合作期限为{until(draft, 'plain')}。")
    flow.paragraph("二、双方互派骨干交流学习，每半年会商一次。")
    flow.paragraph("三、未尽事宜，另行协商。", after=20)
    flow.paragraph("甲方：（章）　　　　　　　　　　乙方：（章）", indent=0)
    draft.seal(flow.page, (180, flow.y), draft["party_a"], 110)
    draft.seal(flow.page, (420, flow.y), draft["party_b"], 110)
    flow.paragraph(f"签署日期：{when(draft, 'sign_date', draft.pick('plain', 'han'))}", indent=0)
