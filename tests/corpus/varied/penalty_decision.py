"""Penalty decisions of registries, fire brigades, tax offices and market watchdogs, and how they are published."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import LAST_DAY, Draft, Values, some_day
from tests.corpus.flow import Block, Cell
from tests.corpus.page import RED
from tests.corpus.varied.people import person, phone
from tests.corpus.varied.pieces import after, band, before, cash, code, day, red_line, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "penalty_decision"
_OTHERS = (
    ("消防救援大队", "消行罚决字", "疏散通道堵塞，消防设施未保持完好有效"),
    ("市场监督管理局", "市监处罚", "发布含有虚假内容的招生广告"),
    ("卫生健康委员会", "卫公罚", "公共场所未依法办理卫生许可"),
    ("教育局", "教罚决", "未经批准擅自举办校外培训"),
    ("税务局", "税简罚", "未按照规定的期限办理纳税申报和报送纳税资料"),
)
_CIVIL = (
    "未按照规定接受监督检查",
    "连续两年未接受年度检查",
    "未按照章程规定的业务范围开展活动",
    "向会员强制收取评比表彰费用",
    "伪造会员大会决议办理变更登记",
)


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A decision; the amount is the fine, or what is confiscated where there is no fine."""
    decided = fixed.get("decision_date") or some_day(rng, date(2020, 5, 6), LAST_DAY)
    if rng.random() < 0.5:
        issuer, sign, fault = org.registration_authority, f"{org.place.full[:1]}民罚决字", rng.choice(_CIVIL)
        types = rng.choice(
            (["警告"], ["警告"], ["没收违法所得"], ["限期停止活动"], ["撤销登记"], ["警告", "罚款"])
        )
    else:
        department, sign, fault = rng.choice(_OTHERS)
        issuer = (
            f"国家税务总局{org.place.full}税务局" if department == "税务局" else org.place.full + department
        )
        sign = f"{(org.place.county or org.place.city)[:2]}{sign}"
        types = rng.choice((["罚款"], ["罚款"], ["警告", "罚款"], ["没收违法所得", "罚款"]))
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "penalty_types": types,
        "amount": float(rng.choice((200, 500, 1000, 3000, 8000, 20000, 6480.5, 50000, 100000)))
        if {"罚款", "没收违法所得"} & set(types)
        else None,
        "issuing_authority": issuer,
        "decision_date": decided,
        "document_number": rng.choice(
            ("{}〔{}〕第{}号", "{}〔{}〕{}号", "{}（{}）{:04d}号", "{}[{}]第{:03d}号", "{}〔{}〕{:05d}号")
        ).format(sign, decided.year, rng.randint(1, 99)),
        "fault": fault,
    }
    values.update(fixed)
    return values


def _penalty(draft: Draft, joint: str = "；") -> str:
    """The operative words of each penalty; with a fine beside it, what is confiscated is told in words only."""
    words: list[str] = []
    types = draft["penalty_types"]
    for one in types:
        if one == "罚款":
            word = draft.put("penalty_types", "罚款", types)
            money = cash(draft, "amount", "yuan", "big", "both", "wide")
            words.append(
                draft.pick("处{}{}", "并处{}人民币{}" if len(types) > 1 else "处以{}人民币{}", "{}{}").format(
                    word, money
                )
            )
        elif one == "没收违法所得":
            name = draft.put("penalty_types", "没收违法所得", types)
            words.append(name if "罚款" in types else f"{name}{cash(draft, 'amount', 'yuan', 'comma')}")
        elif one == "限期停止活动":
            words.append(
                draft.put("penalty_types", draft.pick("责令限期停止活动", "限期停止活动"), types)
                + draft.pick("叁个月", "30日", "六个月")
            )
        elif one == "撤销登记":
            words.append(draft.put("penalty_types", draft.pick("撤销登记", "予以撤销登记"), types))
        else:
            words.append(draft.pick("给予", "予以", "") + draft.put("penalty_types", "警告", types))
    return joint.join(words)


@layout(KIND, "numbered_sections", ("digital", "scan", "photo", "poor", "docx"))
def numbered_sections(draft: Draft) -> None:
    """The long form over two pages: party table, facts, evidence, hearing, decision; many dates."""
    org, decided = draft.org, draft["decision_date"]
    flow = draft.flow(draft.type("fang", 15, leading=1.8), margins=(80, 82, 76, 70), numbered="- {} -")
    flow.heading(draft.put("issuing_authority"), draft.type("song-bold", 24), after=0)
    flow.heading("行 政 处 罚 决 定 书", draft.type("song-bold", 24), after=10)
    flow.paragraph(draft.put("document_number"), indent=0, align="right", after=8)
    flow.table(
        [
            [Cell("被处罚单位（个人）"), Cell(draft.put("organization_name"), 3, align="left")],
            [Cell("统一社会信用代码"), Cell(code(draft, style="run"), 3, align="left")],
            [Cell("住所（住址）"), Cell(org.address, 3, align="left")],
            [Cell("法定代表人"), Cell(org.legal_representative), Cell("联系电话"), Cell(phone(draft.rng))],
        ],
        (2, 2.6, 1.4, 2.6),
        draft.type("fang", 13, leading=1.4),
        least=28,
    )
    first = before(decided, draft.rng.randint(40, 120))
    flow.paragraph(
        f"{day(first)}，本机关执法人员{person(draft.rng)}、{person(draft.rng)}依法对你单位进行检查，发现你单位涉嫌{draft['fault']}。同日经批准立案，案件承办机构于{day(after(first, 20))}调查终结。"
    )
    flow.paragraph(
        f"经查，你单位{draft['fault']}，事实清楚，证据确凿。上述事实，有1.现场笔录1份；2.询问笔录2份；3.登记证书复印件等证据为证。"
    )
    flow.paragraph(
        f"本机关于{day(before(decided, 12))}向你单位送达《行政处罚事先告知书》，告知拟作出处罚的事实、理由、依据和内容，你单位未要求听证。"
    )
    flow.paragraph(
        f"综上，依据《中华人民共和国行政处罚法》第五十七条第一款第（一）项等规定，本机关决定：{_penalty(draft)}。"
    )
    if draft["amount"] is not None:
        flow.paragraph(f"限你单位于{day(after(decided, 15))}前将罚没款缴至工商银行，逾期每日按3%加处罚款。")
    flow.paragraph(
        "对本决定不服的，可在六十日内向同级人民政府申请行政复议，也可在六个月内向人民法院起诉。复议、诉讼期间不停止执行。",
        after=14,
    )
    flow.signature(
        [draft.again("issuing_authority"), when(draft, "decision_date", draft.pick("plain", "gaps", "han"))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["issuing_authority"])
    flow.paragraph("（本决定书一式三份，当事人、归档、存根各一份）", draft.type("fang", 11), indent=0)


@layout(KIND, "simple_slip", ("scan", "photo", "poor"))
def simple_slip(draft: Draft) -> None:
    """A slip of the summary procedure: printed text with blanks filled by hand, ticks in boxes."""
    page = draft.page((595, 480), (255, 255, 252))
    body, hand = draft.type("song", 12, leading=2.0), draft.type("hand", 13, (20, 30, 100), leading=1.9)
    page.text(297, 50, draft.put("issuing_authority"), draft.type("song-bold", 17), "center")
    page.text(
        297,
        76,
        draft.pick("税务行政处罚决定书（简易）", "当场处罚决定书", "行政处罚决定书（当场）")
        if "税" in draft["issuing_authority"]
        else draft.pick("当场处罚决定书", "行政处罚当场决定书"),
        draft.type("song-bold", 17),
        "center",
    )
    page.text(545, 98, draft.put("document_number"), body, "right")
    page.text(50, 128, "被处罚人：", body)
    page.text(120, 128, draft.put("organization_name"), hand)
    page.text(50, 154, "证件号码：", body)
    page.text(120, 154, code(draft), hand)
    page.text(50, 180, "违法事实：", body)
    y = page.paragraph(120, 166, 420, draft["fault"], hand)
    y = page.paragraph(
        50,
        y + 2,
        495,
        f"以上事实违反了有关法律规定，现对你（单位）作出以下处罚：{_penalty(draft, '，')}。",
        body,
        indent=2,
    )
    page.text(50, y + 20, "缴纳方式：□当场缴纳　√自收到之日起15日内到银行缴纳", body)
    page.text(50, y + 46, f"处罚地点：{draft.org.place.county or draft.org.place.city}办税（服务）大厅", body)
    page.text(420, y + 76, "（执法机关印章）", body, "center")
    page.text(420, y + 100, when(draft, "decision_date", draft.pick("boxes", "gaps")), hand, "center")
    draft.seal(page, (430, y + 78), draft["issuing_authority"], 100)


@layout(KIND, "publicity_table", ("digital", "screenshot", "poor", "html", "xlsx"))
def publicity_table(draft: Draft) -> None:
    """双公示: a wide record with all labels of the national standard, two columns of labels and values."""
    org, decided = draft.org, draft["decision_date"]
    flow = draft.flow(draft.type("hei", 11, leading=1.5), size=(760, 620), margins=(40, 70, 40, 40))
    band(flow.page, 0, 50, (178, 34, 34), "行政处罚公示", draft.type("hei", 18, (255, 255, 255)))
    flow.blocks.append(Block("heading", "行政处罚公示"))
    types = draft.put("penalty_types", draft.pick("、", ";", "，").join(draft["penalty_types"]))
    money = draft["amount"]
    fine, taken = "", ""
    if money is not None:
        wan = draft.put("amount", f"{money / 10000:.6f}", money)
        both = len(set(draft["penalty_types"]) & {"罚款", "没收违法所得"}) == 2
        fine, taken = (wan, "0.200000" if both else "0") if "罚款" in draft["penalty_types"] else ("0", wan)
    rows = [
        ["行政相对人名称", draft.put("organization_name"), "行政相对人类别", "法人及非法人组织"],
        ["统一社会信用代码", code(draft, style="run"), "法定代表人", org.legal_representative],
        ["行政处罚决定书文号", draft.put("document_number"), "违法行为类型", draft["fault"][:9]],
        ["违法事实", Cell(draft["fault"], 3, align="left")],
        ["处罚依据", Cell("《中华人民共和国行政处罚法》及相关法规", 3, align="left")],
        ["处罚类别", types, "处罚内容", "、".join(draft["penalty_types"])],
        ["罚款金额（万元）", fine, "没收违法所得金额（万元）", taken],
        [
            "处罚决定日期",
            when(draft, "decision_date", draft.pick("iso", "slashes")),
            "处罚有效期",
            day(after(decided, 3653), "iso"),
        ],
        ["公示截止期", day(after(decided, 1095), "iso"), "处罚机关", draft.put("issuing_authority")],
        ["数据来源单位", draft["issuing_authority"], "更新时间", day(after(decided, 7), "iso")],
    ]
    flow.table(
        [[one if isinstance(one, Cell) else Cell(one, align="left") for one in row] for row in rows],
        (1.9, 3.2, 1.9, 3),
        least=32,
        rule=(210, 210, 210),
    )
    draft.sheets = [
        (
            "处罚",
            [
                ["行政处罚公示"],
                *[[one.text if isinstance(one, Cell) else one for one in row] for row in rows],
            ],
        )
    ]


@layout(KIND, "site_notice", ("screenshot", "digital", "html", "txt"))
def site_notice(draft: Draft) -> None:
    """A short notice on a department's site: head, day of publication, one sentence with everything."""
    decided = draft["decision_date"]
    flow = draft.flow(draft.type("hei", 14, leading=1.9), size=(640, 700), margins=(50, 60, 50, 40))
    flow.heading(
        f"{draft.put('issuing_authority')}对{draft.put('organization_name')}作出行政处罚",
        draft.type("hei-bold", 19),
        after=4,
    )
    flow.paragraph(
        f"发布日期：{day(after(decided, 5), 'iso')}　来源：政策法规科　字号：大 中 小",
        draft.type("hei", 10.5, (140, 140, 140)),
        indent=0,
        after=14,
    )
    flow.paragraph(
        f"日前，我局查明{draft.again('organization_name')}（{code(draft, style='run')}）{draft['fault']}，"
        f"于{when(draft, 'decision_date', 'plain')}作出{draft.put('document_number')}处罚决定：{_penalty(draft, '，')}。"
    )
    flow.paragraph(f"我局将继续加大执法力度。举报电话：12345，{phone(draft.rng)}。")
    flow.paragraph(
        f"上一篇：关于开展专项检查的通知（{day(before(decided, 60), 'iso')}）",
        draft.type("hei", 10.5, (140, 140, 140)),
        indent=0,
    )


@layout(KIND, "registry_red")
def registry_red(draft: Draft) -> None:
    """A registry's decision in official form, about the organization in the title, distributed to several."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85), margins=(80, 100, 76, 74))
    flow.heading(
        draft.put("issuing_authority"),
        draft.type("song-bold", 36 if len(draft["issuing_authority"]) < 10 else 25, RED),
        after=16,
    )
    flow.paragraph(draft.put("document_number"), indent=0, align="right", after=2)
    red_line(flow.page, flow.y + 4, star=draft.rng.random() < 0.5)
    flow.space(26)
    flow.heading(
        f"关于对{draft.put('organization_name')}\n给予行政处罚的决定", draft.type("song-bold", 20), after=14
    )
    flow.paragraph(f"{draft.again('organization_name')}：", indent=0)
    flow.paragraph(
        f"你单位（登记证号：{draft.rng.randint(100, 999)}；统一社会信用代码：{code(draft, style='run')}）{draft['fault']}，违反了社会组织登记管理的有关规定。经局长办公会议{day(before(draft['decision_date'], 4))}研究，决定："
    )
    flow.paragraph(_penalty(draft) + "。")
    flow.paragraph("你单位应当认真整改，切实履行主体责任。", after=24)
    flow.signature([when(draft, "decision_date", draft.pick("plain", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 40), draft["issuing_authority"])
    flow.paragraph(
        f"抄送：{draft.org.supervisory_body}，{draft.org.place.city}公共信用信息中心。",
        draft.type("fang", 12),
        indent=0,
    )
    flow.paragraph(
        f"{draft['issuing_authority']}办公室　　　　　　{day(after(draft['decision_date'], 1))}印发",
        draft.type("fang", 12),
        indent=0,
    )
