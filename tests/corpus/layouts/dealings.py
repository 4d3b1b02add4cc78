"""Contracts, acceptance of work, and papers of no kind."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import LAST_DAY, Draft, Values, layout, sampler, some_day, years_later
from tests.corpus.flow import Cell
from tests.corpus.world import Organization, company, organization, person

RECORDS = ("digital", "scan", "photo", "poor", "docx")


# 合同、验收


@sampler("contract")
def sample_contract(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A union buys services of the organization."""
    signed = fixed.get("sign_date") or some_day(rng, date(2024, 1, 10), date(2026, 6, 30))
    values: Values = {
        "party_a": rng.choice((org.local_union, org.city_union))
        if rng.random() < 0.8
        else company(rng, org.place),
        "party_b": org.name,
        "subject": rng.choice(
            (
                f"“{org.brand}”职工服务项目",
                "职工心理关爱服务项目",
                "困难职工帮扶服务项目",
                "职工法律援助服务项目",
                "新就业形态劳动者关爱项目",
            )
        ),
        "amount": float(rng.choice((30000, 48000, 60000, 98000, 120000, 156800))),
        "sign_date": signed,
        "valid_from": signed,
        "valid_until": years_later(signed, 1),
    }
    values.update(fixed)
    return values


@layout("contract", "agreement", ("digital", "scan", "photo", "poor", "docx"))
def agreement(draft: Draft) -> None:
    """A contract: parties, subject, term, price, signatures."""
    flow = draft.flow(draft.type("song", 12, leading=1.8), numbered="第 {} 页")
    flow.heading(
        draft.pick("政府（工会）购买社会组织服务合同", "服务项目合作协议", "职工服务项目委托合同"),
        draft.type("song-bold", 21),
        after=12,
    )
    flow.paragraph(
        f"{draft.pick('甲方（购买方）', '甲方（委托方）', '甲方')}：{draft.put('party_a')}", indent=0
    )
    flow.paragraph(
        f"{draft.pick('乙方（承接方）', '乙方（受托方）', '乙方')}：{draft.put('party_b')}", indent=0, after=6
    )
    flow.paragraph(f"一、项目名称：{draft.put('subject')}")
    flow.paragraph(
        "二、服务内容：乙方按照甲方要求，为职工提供需求调查、专题讲座、个案服务和主题活动等服务，具体数量以附件为准。"
    )
    flow.paragraph(f"三、服务期限：{draft.period('cn')}。")
    flow.paragraph(f"四、合同金额：{draft.money('amount')}，签订后十日内支付百分之六十，验收合格后支付余款。")
    flow.paragraph(
        "五、乙方应当按期提交工作报告，接受甲方监督和绩效评价；甲方应当及时拨付经费，提供必要的支持。"
    )
    flow.paragraph("六、本合同一式四份，自双方盖章之日起生效。", after=12)
    day = draft.date("sign_date", draft.pick("cn", "spaced"))
    flow.table(
        [
            [
                Cell(f"甲方（盖章）：\n{draft['party_a']}\n代表：{person(draft.rng)}"),
                Cell(f"乙方（盖章）：\n{draft['party_b']}\n代表：{draft.org.legal_representative}"),
            ]
        ],
        (1, 1),
        ruled=False,
        least=80,
    )
    top = flow.y
    flow.paragraph(f"签订日期：{day}", indent=0, align="right")
    draft.seal(flow.page, (flow.left + flow.width * 0.26, top - 44), draft["party_a"], 108)
    draft.seal(flow.page, (flow.left + flow.width * 0.76, top - 44), draft["party_b"], 108)


@layout("contract", "table_form", ("digital", "scan", "poor", "docx"))
def contract_form(draft: Draft) -> None:
    """A project agreement as a ruled form."""
    flow = draft.flow(draft.type("fang", 12.5))
    flow.heading("项目合作协议书", draft.type("song-bold", 22), after=10)
    flow.table(
        [
            ["甲　　方", Cell(draft.put("party_a"), 3)],
            ["乙　　方", Cell(draft.put("party_b"), 3)],
            ["项目名称", Cell(draft.put("subject"), 3)],
            ["合作期限", Cell(draft.period("cn"), 3)],
            [
                "项目经费",
                draft.money("amount", ("yuan", "wan", "comma")),
                "签订日期",
                draft.date("sign_date", "cn"),
            ],
            ["合作内容", Cell("乙方负责项目策划与实施，甲方负责经费保障与监督评价。", 3, align="left")],
            [Cell(f"甲方（盖章）\n\n{draft['party_a']}", 2), Cell(f"乙方（盖章）\n\n{draft['party_b']}", 2)],
        ],
        (2, 3.4, 2, 3.4),
        least=40,
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.25, flow.y - 40), draft["party_a"], 100)
    draft.seal(flow.page, (flow.left + flow.width * 0.75, flow.y - 40), draft["party_b"], 100)


@sampler("acceptance")
def sample_acceptance(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The buyer accepts the work."""
    values: Values = {
        "title": rng.choice(
            ("项目验收报告", "服务项目绩效评价报告", "项目结项验收表", "购买服务项目验收意见书")
        ),
        "organization_name": org.name,
        "organizer": rng.choice((org.local_union, org.city_union)),
        "date": some_day(rng, date(2025, 1, 6), LAST_DAY),
        "subject": f"“{org.brand}”职工服务项目",
    }
    values.update(fixed)
    return values


@layout("acceptance", "form", RECORDS)
def acceptance_form(draft: Draft) -> None:
    """验收表."""
    flow = draft.flow(draft.type("song", 12))
    flow.heading(draft.put("title"), draft.type("song-bold", 21), after=10)
    flow.table(
        [
            ["项目名称", Cell(draft["subject"], 3)],
            ["承接单位", Cell(draft.put("organization_name"), 3)],
            [draft.pick("购买单位", "验收单位"), Cell(draft.put("organizer"), 3)],
            ["服务人次", f"{draft.rng.randint(300, 4000)}", "综合得分", f"{draft.rng.randint(86, 98)}分"],
            [
                "验收意见",
                Cell(
                    "项目按合同约定全部完成，资料齐全，服务效果良好，职工评价较高，同意通过验收。",
                    3,
                    align="left",
                ),
            ],
            ["验收结论", Cell(draft.pick("合格", "通过验收", "优秀"), 3)],
            ["验收日期", Cell(draft.date("date", draft.pick("cn", "iso")), 3)],
        ],
        (2, 3.4, 2, 3),
        least=40,
    )
    flow.signature([draft["organizer"]])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 40), draft["organizer"])


@layout("acceptance", "opinion")
def acceptance_opinion(draft: Draft) -> None:
    """验收意见 in prose."""
    flow = draft.flow(draft.type("fang", 15, leading=1.85))
    flow.heading(draft.put("title"), draft.type("song-bold", 22), after=14)
    flow.paragraph(
        f"{draft.date('date', 'cn')}，{draft.put('organizer')}组织专家对{draft.put('organization_name')}承接的{draft['subject']}进行验收。"
    )
    flow.paragraph(
        "验收组听取了项目汇报，查阅了台账资料，随机访谈了部分职工。经评议，认为项目达到了合同约定的目标，经费使用规范，一致同意通过验收。",
        after=16,
    )
    flow.signature([draft.again("organizer"), printed.day(draft["date"])])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["organizer"])


# 其他


@sampler("other")
def sample_other(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """Papers that prove nothing here."""
    values: Values = {
        "date": some_day(rng, date(2025, 1, 6), LAST_DAY),
        "other": organization(rng, org.place).name,
    }
    values.update(fixed)
    return values


@layout("other", "invoice")
def invoice(draft: Draft) -> None:
    """An electronic invoice."""
    page = draft.page((595, 400))
    page.text(297, 46, "电子发票（普通发票）", draft.type("kai", 22, (150, 60, 40)), "center")
    type_ = draft.type("song", 10)
    page.text(420, 70, f"发票号码：{draft.rng.randrange(10**19, 10**20)}", type_)
    page.text(420, 86, f"开票日期：{printed.day(draft['date'], 'padded')}", type_)
    page.rect((24, 100, 571, 370), (150, 60, 40), 0.8)
    for number, text in enumerate(
        (
            "购买方：" + draft.org.name,
            "销售方：" + company(draft.rng, draft.org.place),
            "项目名称：办公用品",
            "金额：￥1,286.00",
            "价税合计（大写）：壹仟贰佰捌拾陆圆整",
        )
    ):
        page.text(40, 130 + number * 36, text, type_)


@layout("other", "blank_form", ("digital", "scan", "photo", "poor", "docx"))
def menu(draft: Draft) -> None:
    """A notice about something everyday."""
    flow = draft.flow(draft.type("song", 14, leading=1.8))
    flow.heading(
        draft.pick("温馨提示", "关于调整作息时间的通知", "停车场收费公示"),
        draft.type("song-bold", 24),
        after=16,
    )
    flow.paragraph(
        draft.pick(
            "因线路检修，本周六上午八时至十二时将临时停电，请提前做好准备。",
            "即日起，办公区午休时间调整为十二时至十三时三十分。",
            "小型车首小时五元，之后每小时两元，全天最高二十元。",
        )
    )
    flow.signature([printed.day(draft["date"])])
