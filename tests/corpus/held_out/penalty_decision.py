"""处罚: a decision in prose, a form filled in by hand, the public table, an entry on a telephone, a notice to several."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_a import GREY, neighbours, screen, stacked
from tests.corpus.held_out.pieces_c import told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import penalty_decision as _usual  # noqa: F401 - registers the usual sampler
from tests.corpus.layouts.shared import sealed
from tests.corpus.world import Organization, people

KIND = "penalty_decision"
_OFFICES = (
    ("卫生健康委员会", "卫医罚", "未按规定对使用后的医疗用品进行消毒登记"),
    ("消防救援大队", "消行罚决字", "办公场所疏散通道被杂物占用、消防设施未保持完好有效"),
    ("综合行政执法局", "综执罚", "未经批准在公共场所设置户外宣传设施"),
    ("市场监督管理局", "市监处罚", "在宣传页上使用未经核实的数据误导报名者"),
)
_CIVIL = (
    "未按时报送上一年度工作报告，且经书面催告仍不改正",
    "设立分支机构后未履行内部程序，以分支机构名义收取会费",
    "超出章程规定的业务范围举办收费培训",
)


def _change(rng: random.Random, org: Organization, values: Values) -> Values:
    place = (org.place.county or org.place.city)[:1]
    if {"罚款"} & set(values["penalty_types"]):
        office, sign, fact = rng.choice(_OFFICES)
        issuer = org.place.full + office
    else:
        issuer, sign, fact = (
            org.registration_authority,
            rng.choice(("民罚决", "民执罚", "民社罚字")),
            rng.choice(_CIVIL),
        )
    return {
        "issuing_authority": issuer,
        "document_number": printed.document_number(rng, place + sign, values["decision_date"].year),
        "fact": fact,
    }


told_anew(KIND, _change)


def _measures(draft: Draft) -> list[str]:
    """What is imposed, a sentence for each type; the sum that is the amount stands with the fine."""
    out: list[str] = []
    types: list[str] = draft["penalty_types"]
    for one in types:
        word = draft.put("penalty_types", one, types)
        if one == "罚款" or (one == "没收违法所得" and "罚款" not in types):
            word += draft.money("amount", ("yuan", "both", "big", "comma"))
        elif one == "没收违法所得":
            word += "人民币肆仟壹佰元整"
        elif one == "限期停止活动":
            word += "（期限三个月，封存登记证书和印章）"
        elif one == "撤销登记":
            word += "，收缴登记证书及印章"
        out.append(word)
    return out


@layout(KIND, "in_words", ("digital", "scan", "photo", "poor"))
def in_words(draft: Draft) -> None:
    """行政处罚决定书: the office over the title, the party in lines, facts and rights in paragraphs, measures numbered."""
    org = draft.org
    flow = draft.flow(draft.type("fang", 15, leading=1.75), numbered="{}")
    flow.heading(draft.put("issuing_authority"), draft.type("song-bold", 22), after=0)
    flow.heading(draft.pick("行政处罚决定书", "处 罚 决 定 书"), draft.type("song-bold", 26), after=6)
    flow.paragraph(draft.put("document_number"), indent=0, align="right", after=8)
    flow.paragraph(
        f"{draft.pick('被处罚人', '当事人', '被处罚单位')}：{draft.put('organization_name')}", indent=0
    )
    flow.paragraph(
        f"{draft.pick('登记证号', '统一社会信用代码', '证照号码')}：{draft.put('uscc')}　负责人：{org.legal_representative}",
        indent=0,
    )
    flow.paragraph(f"地址：{org.address}", indent=0, after=6)
    flow.paragraph(
        f"本机关在执法检查中发现，你单位{draft['fact']}。上述事实有现场笔录、询问笔录、影像资料在卷佐证。本机关已告知你单位拟作处罚的内容及陈述、申辩权利，你单位逾期未提出意见。"
    )
    flow.paragraph(f"综合考虑违法情节和危害后果，本机关{draft.pick('现作出', '依法作出')}如下处罚：")
    for number, one in enumerate(_measures(draft), start=1):
        flow.paragraph(f"{number}．{one}{draft.pick('。', '；') if number == 1 else '。'}")
    flow.paragraph(
        "如不服本决定，可自收到之日起六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼。逾期不履行的，依法申请强制执行。",
        after=14,
    )
    sealed(
        draft,
        flow,
        [draft.again("issuing_authority"), draft.date("decision_date", draft.pick("cn", "han"))],
        draft["issuing_authority"],
    )


@layout(KIND, "filled_form", ("scan", "photo", "poor"))
def filled_form(draft: Draft) -> None:
    """A printed form filled by hand in blue: cells for party, fact and measure, two officers, a seal, the receipt below."""
    org = draft.org
    blue = (30, 44, 130)
    page = draft.page()
    song, hand = draft.type("song", 12), draft.type("kai", 14, blue)
    page.text(297, 84, draft.put("issuing_authority"), draft.type("song-bold", 17), "center")
    page.text(
        297,
        114,
        draft.pick("行政处罚决定书", "行政处罚决定书（填写式）"),
        draft.type("song-bold", 22),
        "center",
    )
    page.text(520, 142, draft.put("document_number"), song, "right")
    rows = (
        ("被处罚\n单　位", draft.put("organization_name"), 44),
        ("信用代码", draft.put("uscc"), 36),
        ("地　址", org.address, 44),
        ("现场\n负责人", org.staff[1], 40),
        ("违法事实", f"你单位{draft['fact']}。", 96),
        ("处罚内容", "；".join(_measures(draft)) + "。", 96),
    )
    y = 156.0
    for name, value, height in rows:
        page.rect((70, y, 525, y + height))
        page.line(150, y, 150, y + height)
        page.paragraph(74, y + 6, 72, name, song.but(leading=1.3), align="center")
        page.paragraph(158, y + 5, 360, value, hand.but(leading=1.35))
        y += height
    rights = "对本决定不服的，可依法申请复议或者提起诉讼。"
    if draft["amount"]:
        rights = f"缴纳方式：□当场收缴　■十五日内到指定银行缴纳。逾期每日按数额的百分之三加处。{rights}"
    page.paragraph(76, y + 8, 444, rights, song.but(size=11))
    officers = people(draft.rng, 2)
    page.text(76, y + 84, "执法人员签名：", song)
    page.text(166, y + 84, "  ".join(officers), hand)
    page.text(400, y + 120, draft.date("decision_date", draft.pick("spaced", "cn")), hand, "center")
    page.text(400, y + 100, "（印章）", song, "center")
    draft.seal(page, (408, y + 104), draft["issuing_authority"], 112)
    page.text(76, y + 160, "被处罚单位签收：", song)
    page.text(182, y + 160, org.staff[1], hand)
    page.text(76, y + 190, "第二联　交被处罚单位", song.but(size=10, colour=GREY))


@layout(KIND, "double_publicity", ("digital", "screenshot", "html", "scan", "docx"))
def double_publicity(draft: Draft) -> None:
    """行政处罚信息公示表 in the order of the national standard: one label a row, the fine in 万元 by its label."""
    flow = draft.flow(draft.type("song", 11, leading=1.45), margins=(66, 60, 66, 50))
    flow.heading("行政处罚信息公示表", draft.type("hei", 19), after=8)
    types: list[str] = draft["penalty_types"]
    rows: list[list[Cell | str]] = [
        ["行政相对人名称", Cell(draft.put("organization_name"), align="left")],
        ["行政相对人类别", Cell("法人及非法人组织", align="left")],
        ["统一社会信用代码", Cell(draft.put("uscc"), align="left")],
        ["法定代表人", Cell(draft.org.legal_representative, align="left")],
        ["行政处罚决定书文号", Cell(draft.put("document_number"), align="left")],
        ["违法行为类型", Cell("违反登记管理和业务活动规定", align="left")],
        ["违法事实", Cell(draft["fact"], align="left")],
        ["处罚类别", Cell("、".join(draft.put("penalty_types", one, types) for one in types), align="left")],
    ]
    if draft["amount"]:
        name = "罚款金额（万元）" if "罚款" in types else "没收违法所得金额（万元）"
        wan = draft.put("amount", f"{draft['amount'] / 10000:.6f}", draft["amount"])
        rows.append([name, Cell(wan, align="left")])
    rows += [
        ["处罚决定日期", Cell(draft.date("decision_date", "iso"), align="left")],
        ["处罚机关", Cell(draft.put("issuing_authority"), align="left")],
        [
            "处罚机关统一社会信用代码",
            Cell(f"1132{draft.rng.randrange(10**4):04d}014{draft.rng.randrange(10**6):06d}X", align="left"),
        ],
        ["公示截止期", Cell(f"{draft['decision_date'].year + 1}-12-31", align="left")],
        ["备注", ""],
    ]
    flow.table(rows, (2.6, 5), least=27)


@layout(KIND, "telephone_entry", ("screenshot", "digital"))
def telephone_entry(draft: Draft) -> None:
    """The entry on a telephone: labels small and grey with the value below each."""
    page = screen(draft, "处罚详情", 900, (178, 34, 38))
    types: list[str] = draft["penalty_types"]
    rows = [
        ("决定书文号", draft.put("document_number")),
        ("被处罚对象", draft.put("organization_name")),
        ("社会信用代码", draft.put("uscc")),
        ("案由", draft["fact"]),
        ("处罚种类", "，".join(draft.put("penalty_types", one, types) for one in types)),
    ]
    if draft["amount"]:
        rows.append(("罚没金额（元）", draft.put("amount", f"{draft['amount']:,.2f}", draft["amount"])))
    rows += [
        ("作出决定机关", draft.put("issuing_authority")),
        ("作出决定日期", draft.date("decision_date", draft.pick("iso", "slash"))),
    ]
    page.rect((12, 88, 378, 800), None, fill=(255, 255, 255), radius=8)
    stacked(page, rows, (28, 104, 334), draft.type("hei", 15, leading=1.4))


@layout(KIND, "revocation_notice", ("digital", "scan", "html"), needs="penalty_types=['撤销登记']")
def revocation_notice(draft: Draft) -> None:
    """A notice that serves decisions of revocation on several bodies at once: a row for each with its own number."""
    rng = draft.rng
    flow = draft.flow(draft.type("fang", 14, leading=1.7))
    flow.heading(draft.put("issuing_authority"), draft.type("song-bold", 20), after=0)
    what = draft.put("penalty_types", "撤销登记", draft["penalty_types"])
    flow.heading(f"{what}行政处罚决定{draft.pick('公告', '送达公告')}", draft.type("song-bold", 20), after=10)
    flow.paragraph(
        "下列社会组织连续两年未按规定接受年度检查，本机关依法作出撤销登记的行政处罚。因无法直接送达，现予公告："
    )
    names = neighbours(draft, rng.randint(2, 5))
    at = rng.randrange(len(names) + 1)
    rows = [["序号", "名称", "统一社会信用代码", "决定书文号"]]
    for number in range(len(names) + 1):
        if number == at:
            row = [draft.put("organization_name"), draft.put("uscc"), draft.put("document_number")]
        else:
            code = f"5132{rng.randrange(10**4):04d}MJ{rng.randrange(10**8):08d}"
            sign = (draft.org.place.county or draft.org.place.city)[:1] + "民罚决"
            row = [
                names[number - (number > at)],
                code,
                printed.document_number(rng, sign, draft["decision_date"].year),
            ]
        rows.append([str(number + 1), *row])
    flow.table(rows, (0.8, 3.7, 3.8, 3.2), draft.type("fang", 11, leading=1.4))
    flow.paragraph("自公告之日起满三十日即视为送达。登记证书、印章自即日起作废。", after=14)
    day = draft.date("decision_date", draft.pick("cn", "han"))
    sealed(draft, flow, [draft.again("issuing_authority"), day], draft["issuing_authority"])
