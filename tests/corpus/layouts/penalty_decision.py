"""行政处罚决定书: of the registry, of other departments, on the spot, and as it is published."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import LAST_DAY, Draft, Values, layout, sampler, some_day
from tests.corpus.flow import Cell
from tests.corpus.world import Organization

KIND = "penalty_decision"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A decision of the registry or of another department."""
    decided = fixed.get("decision_date") or some_day(rng, date(2021, 3, 1), LAST_DAY)
    civil = rng.random() < 0.6
    department, short = rng.choice(
        (("市场监督管理局", "市监罚"), ("人力资源和社会保障局", "人社罚"), ("应急管理局", "应急罚"))
    )
    issuer = org.registration_authority if civil else org.place.full + department
    types = (
        rng.choice((["警告"], ["警告"], ["警告", "没收违法所得"], ["限期停止活动"], ["撤销登记"]))
        if civil
        else rng.choice((["罚款"], ["警告", "罚款"], ["罚款", "没收违法所得"]))
    )
    prefix = (org.place.county or org.place.city)[:1] + ("民罚" if civil else short)
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "penalty_types": types,
        "amount": float(rng.choice((2000, 5000, 10000, 12650.5, 30000, 48000)))
        if {"罚款", "没收违法所得"} & set(types)
        else None,
        "issuing_authority": issuer,
        "decision_date": decided,
        "document_number": printed.document_number(
            rng, rng.choice((prefix, f"{prefix}字", f"{prefix}决字")), decided.year
        ),
    }
    values.update(fixed)
    return values


def _penalty(draft: Draft) -> str:
    """The operative words; the list of types is marked as one place."""
    types = draft["penalty_types"]
    words: list[str] = []

    def kind(word: str) -> str:
        return draft.put("penalty_types", word, types)

    for one in types:
        if one == "罚款":
            words.append(kind("罚款") + draft.money("amount", ("yuan", "comma", "big", "both")))
        elif one == "没收违法所得":
            figure = draft.money("amount", ("yuan", "comma")) if "罚款" not in types else "3,200.00元"
            words.append(kind("没收违法所得") + figure)
        elif one == "限期停止活动":
            words.append(kind("限期停止活动") + draft.pick("三个月", "六个月"))
        elif one == "撤销登记":
            words.append(kind("撤销登记"))
        else:
            words.append(kind("警告"))
    return "、".join(words)


def _fault(draft: Draft) -> str:
    if draft["issuing_authority"].endswith(("民政局", "行政审批局", "数据局", "民政厅")):
        return draft.pick(
            "未按照规定接受年度检查",
            "未按照章程规定的宗旨和业务范围进行活动",
            "未按规定办理住所变更登记",
            "设立分支机构疏于管理，造成不良后果",
        )
    return draft.pick(
        "未按规定明码标价", "未依法为劳动者建立职工名册", "安全出口被堵塞且未及时整改", "未按规定公示收费项目"
    )


@layout(KIND, "registry_decision")
def registry_decision(draft: Draft) -> None:
    """The decision in prose: party, facts, law, penalty, remedies."""
    flow = draft.flow(
        draft.type(draft.pick("fang", "song"), 14, leading=1.75), numbered=draft.pick("{}", "— {} —")
    )
    issuer = draft["issuing_authority"]
    flow.heading(draft.put("issuing_authority"), draft.type("song-bold", 22), after=2)
    flow.heading("行政处罚决定书", draft.type("song-bold", 24), after=8)
    flow.paragraph(draft.put("document_number"), indent=0, align=draft.pick("center", "right"), after=8)
    org = draft.org
    for text in (
        f"{draft.pick('当事人', '被处罚单位', '被处罚人')}：{draft.put('organization_name')}",
        f"统一社会信用代码：{draft.put('uscc')}",
        f"{draft.pick('住所', '地址')}：{org.address}",
        f"法定代表人（负责人）：{org.legal_representative}",
    ):
        flow.paragraph(text, indent=0)
    decided = draft["decision_date"]
    seen = date.fromordinal(decided.toordinal() - draft.rng.randint(30, 90))
    flow.paragraph(
        f"本机关于{printed.day(seen)}对你单位立案调查。经查明：你单位存在{_fault(draft)}的行为，以上事实有现场检查笔录、询问笔录、相关书证等证据证实。"
    )
    flow.paragraph(
        "本机关已依法告知你单位拟作出的行政处罚内容及事实、理由、依据，并告知你单位依法享有的陈述、申辩权利。你单位在规定期限内未提出陈述、申辩意见。"
    )
    flow.paragraph(f"依据有关法律法规的规定，本机关决定给予你单位{_penalty(draft)}的行政处罚。")
    if draft["amount"] is not None:
        flow.paragraph(
            "你单位应当自收到本决定书之日起十五日内将款项缴至指定银行。到期不缴纳的，每日按罚款数额的百分之三加处罚款。"
        )
    flow.paragraph(
        "如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，或者在六个月内依法向人民法院提起行政诉讼。",
        after=10,
    )
    flow.signature(
        [draft.again("issuing_authority"), draft.date("decision_date", draft.pick("cn", "han", "spaced"))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), issuer)


@layout(KIND, "on_the_spot_form")
def on_the_spot_form(draft: Draft) -> None:
    """当场行政处罚决定书: a ruled form, filled by hand."""
    flow = draft.flow(draft.type("song", 12, leading=1.6))
    flow.heading(draft.put("issuing_authority"), draft.type("song-bold", 20), after=0)
    flow.heading(
        draft.pick("当场行政处罚决定书", "行政处罚决定书（简易程序）", "行政处罚决定书"),
        draft.type("song-bold", 20),
        after=6,
    )
    flow.paragraph(
        f"{draft.pick('文号', '编号', '案号')}：{draft.put('document_number')}",
        indent=0,
        align="right",
        after=4,
    )
    hand = draft.type("hand", 13, (30, 40, 100))
    org = draft.org
    flow.table(
        [
            [Cell("被处罚单位"), Cell(draft.put("organization_name"), 3, align="left")],
            [
                Cell("统一社会\n信用代码"),
                Cell(draft.put("uscc"), align="left"),
                Cell("负责人"),
                org.legal_representative,
            ],
            [Cell("违法事实"), Cell(_fault(draft), 3, align="left")],
            [Cell("处罚依据"), Cell("《中华人民共和国行政处罚法》及有关法规、规章", 3, align="left")],
            [Cell("处罚内容"), Cell(_penalty(draft), 3, align="left")],
            [Cell("履行方式"), Cell("□当场缴纳　□十五日内到指定银行缴纳　√其他", 3, align="left")],
            [
                Cell("处罚机关"),
                Cell(
                    f"{draft.again('issuing_authority')}\n（印章）\n{draft.date('decision_date', draft.pick('cn', 'spaced'))}",
                    3,
                ),
            ],
        ],
        (2, 4.4, 1.6, 3),
        draft.rng.choice((hand, draft.type("song", 12.5))),
        least=44,
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.62, flow.y - 40), draft["issuing_authority"], 106)
    flow.paragraph("执法人员：________　________　　　当事人签收：________", indent=0)


@layout(KIND, "publicity_page", ("digital", "screenshot", "poor", "html"))
def publicity_page(draft: Draft) -> None:
    """The penalty as published on a credit site."""
    flow = draft.flow(draft.type("hei", 11), size=(595, 640), margins=(46, 78, 46, 40))
    flow.page.rect((0, 0, 595, 54), None, fill=(20, 80, 150))
    flow.page.text(
        30,
        34,
        draft.pick("信用中国（江苏）", "信用中国", "行政执法信息公示"),
        draft.type("hei", 17, (255, 255, 255)),
    )
    flow.heading("行政处罚信息", draft.type("hei", 14), align="left", after=8)
    rows = [
        ["行政处罚决定书文号", draft.put("document_number")],
        ["行政相对人名称", draft.put("organization_name")],
        ["统一社会信用代码", draft.put("uscc")],
        ["违法事实", _fault(draft)],
        ["处罚种类", draft.put("penalty_types", draft.pick("、", ";").join(draft["penalty_types"]))],
    ]
    if draft["amount"] is not None:
        rows.append(
            [draft.pick("罚没金额", "罚款金额（元）"), draft.money("amount", ("yuan", "comma", "wan"))]
        )
    rows += [
        ["处罚决定日期", draft.date("decision_date", draft.pick("iso", "slash"))],
        ["处罚机关", draft.put("issuing_authority")],
    ]
    flow.table([[Cell(a), Cell(b, align="left")] for a, b in rows], (2.2, 5), least=34, rule=(214, 220, 228))


@layout(KIND, "department_decision")
def department_decision(draft: Draft) -> None:
    """A department's decision with a red header and numbered items."""
    from tests.corpus.layouts.shared import red_head

    flow = draft.flow(draft.type("fang", 15, leading=1.8))
    red_head(flow, draft, draft.put("issuing_authority"), draft.put("document_number"), "行政处罚决定书")
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    flow.paragraph(
        f"你单位（统一社会信用代码{draft.put('uscc')}，住所{draft.org.address}，法定代表人{draft.org.legal_representative}）因{_fault(draft)}一案，已调查终结。"
    )
    flow.paragraph(f"鉴于你单位积极配合调查并主动改正，现作出如下处罚：{_penalty(draft)}。")
    flow.paragraph("本决定自送达之日起生效。", after=16)
    flow.signature(
        [draft.again("issuing_authority"), draft.date("decision_date", draft.pick("cn", "han", "ring"))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 52), draft["issuing_authority"])
