"""其他: papers that look like proof and are none, such as a bank slip, an invitation, a draft, a list of annexes, a chat."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_a import GREY, screen
from tests.corpus.held_out.pieces_c import told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import dealings as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import border, two_dimensional_code
from tests.corpus.page import RED
from tests.corpus.seals import box_stamp
from tests.corpus.world import Organization, company, person, phone

KIND = "other"


def _change(rng: random.Random, org: Organization, _values: Values) -> Values:
    return {"firm": company(rng, org.place)}


told_anew(KIND, _change)


@layout(KIND, "bank_slip", ("digital", "scan", "poor", "photo"))
def bank_slip(draft: Draft) -> None:
    """国内支付业务付款回单: payer and payee side by side, sum in figures and capitals, a round stamp of the bank."""
    rng = draft.rng
    page = draft.page((595, 330))
    song, amount = draft.type("song", 10.5), rng.randint(12, 480) * 100
    page.text(
        297,
        40,
        f"{draft.pick('运河', '江海', '苏南')}银行  {draft.pick('网上银行电子回单', '付款回单')}",
        draft.type("song-bold", 17),
        "center",
    )
    page.text(40, 66, f"日期：{printed.day(draft['date'], 'padded')}", song)
    page.text(555, 66, f"回单编号：{rng.randrange(10**11, 10**12)}", song, "right")
    for x, who, name in ((40, "付款人", draft.org.name), (300, "收款人", draft["firm"])):
        page.rect((x, 78, x + 258, 176))
        for number, (label, value) in enumerate(
            (
                ("户名", name),
                ("账号", f"10{rng.randrange(10**13):013d}"),
                ("开户行", f"{draft.org.place.city}分行营业部"),
            )
        ):
            page.paragraph(x + 6, 80 + 32 * number, 246, f"{who}{label}：{value}", song.but(leading=1.3))
    for y, line in (
        (198, f"金额（小写）：RMB {amount:,.2f}"),
        (222, f"金额（大写）：人民币{printed.capitals(amount)}"),
        (246, f"用途：{draft.pick('打印费', '场地租金', '茶歇费', '讲课费')}　　摘要：转账支取"),
    ):
        page.text(46, y, line, song)
    page.rect((40, 178, 558, 258))
    page.text(46, 282, "重要提示：本回单不作为收款方发货依据，请勿重复记账。", song.but(size=9, colour=GREY))
    draft.seal(page, (490, 236), "电子回单专用章", 78)


@layout(KIND, "invitation", ("digital", "scan", "photo", "docx"))
def invitation(draft: Draft) -> None:
    """An invitation to a ceremony at which awards are given: polite words, hour and place, nothing awarded."""
    flow = draft.flow(draft.type("kai", 17, leading=1.9), colour=(255, 249, 240))
    flow.heading(draft.pick("邀 请 函", "请　　柬", "参会邀请"), draft.type("kai", 38, RED), after=24)
    flow.paragraph(f"{draft.org.name}：", indent=0)
    when = printed.day(draft["date"], "cn")
    flow.paragraph(
        f"兹定于{when}（星期{'一二三四五六日'[draft['date'].weekday()]}）下午2:30，在{draft.org.place.city}{draft.pick('会议中心', '工人文化宫剧场')}举办{draft.pick('“最美职工”发布活动', '先进典型颁奖仪式', '社会组织公益嘉年华')}，诚邀贵单位派员出席。"
    )
    flow.paragraph(f"联系人：{person(draft.rng)}　电话：{phone(draft.rng)}", after=20)
    host = draft.pick(draft.org.city_union, draft.org.local_union)
    flow.signature([host, printed.day(draft["date"].replace(day=1), "cn")])


@layout(KIND, "honour_application", ("docx", "scan", "digital", "poor"))
def honour_application(draft: Draft) -> None:
    """An application for an honour: it is asked for, opinions of those who decide are still empty."""
    org, year = draft.org, draft["date"].year
    flow = draft.flow(draft.type("song", 12, leading=1.45))
    honour = draft.pick("工人先锋号", "五一劳动奖状", "示范性社会组织", "模范职工之家")
    flow.heading(
        f"{org.place.city}{honour}{draft.pick('申报表', '推荐审批表', '申请书')}",
        draft.type("song-bold", 20),
        after=8,
    )
    flow.table(
        [
            ["申报单位", Cell(org.name, 3)],
            ["负责人", org.legal_representative, "职工人数", str(draft.rng.randint(6, 40))],
            ["通讯地址", Cell(org.address, 3)],
            ["曾获荣誉", Cell(f"{year - 2}年获优秀会员单位", 3, align="left")],
            [
                "主要事迹",
                Cell(
                    f"我单位围绕“{org.brand}”开展职工服务，现申请参加{honour}评选。（可另附页）\n\n\n",
                    3,
                    align="left",
                ),
            ],
            ["申报单位\n意　　见", Cell(f"同意申报。\n\n（盖章）　{year}年{draft['date'].month}月　日", 3)],
            ["县级工会\n意　　见", Cell("\n\n（盖章）　　年　月　日", 3)],
            ["市总工会\n审批意见", Cell("\n\n（盖章）　　年　月　日", 3)],
        ],
        (1.5, 2.6, 1.4, 2),
        least=32,
    )


@layout(KIND, "draft_notice", ("docx", "docx", "digital", "scan"))
def draft_notice(draft: Draft) -> None:
    """A draft of a decision to honour: 征求意见稿, number and day left open, no seal, a line that asks for opinions."""
    org = draft.org
    flow = draft.flow(draft.type("fang", 15, leading=1.8))
    flow.paragraph(
        draft.pick("（征求意见稿）", "（讨论稿）", "（送审稿）"),
        draft.type("hei", 16),
        indent=0,
        align="right",
    )
    flow.heading(
        f"关于表彰{draft['date'].year}年度{draft.pick('服务职工先进单位', '优秀社会组织')}的决定",
        draft.type("song-bold", 20),
        after=4,
    )
    flow.paragraph(f"{org.sign}工〔{draft['date'].year}〕　　号", indent=0, align="center", after=10)
    flow.paragraph(f"拟对{org.name}、{draft['other']}等单位予以表彰。具体名单待研究确定后另行印发。")
    flow.paragraph("各处室对本稿如有修改意见，请于三日内反馈至办公室，逾期视为无意见。", after=16)
    flow.signature([f"{org.city_union}（拟）", f"{draft['date'].year}年　月　日"])


@layout(KIND, "list_of_annexes", ("docx", "digital", "scan", "xlsx", "poor"))
def list_of_annexes(draft: Draft) -> None:
    """The catalogue of what is handed in: names of proofs with the page each begins on."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 12.5, leading=1.5))
    title = draft.pick("申报材料目录", "佐证材料清单", "附件目录")
    flow.heading(title, draft.type("song-bold", 22), after=10)
    names = [
        "法人登记证书（副本）复印件",
        "评估等级证书复印件",
        "近两年年度检查结论",
        "信用信息查询截图",
        "获奖证书及表彰文件",
        "媒体报道汇编",
        "工会组建批复",
        "职工满意度问卷汇总",
        "劳动合同与社保缴费证明",
        "规章制度汇编",
    ]
    page, rows = 1, [["序号", "材料名称", "页码", "备注"]]
    for number, name in enumerate(names[: rng.randint(7, 10)], start=1):
        rows.append([f"{number:02d}", name, f"P{page}", draft.pick("", "原件备查", "见U盘")])
        page += rng.randint(1, 6)
    flow.table(rows, (1, 5.4, 1.2, 1.6), least=28)
    flow.paragraph(f"报送单位：{draft.org.name}", indent=0)
    draft.sheets.append(("目录", [[title], *rows]))


@layout(KIND, "chat", ("screenshot",))
def chat(draft: Draft) -> None:
    """A chat of a group about proofs that are still to come: bubbles at both sides."""
    page = screen(draft, f"申报工作群({draft.rng.randint(6, 48)})", 844, (237, 237, 237))
    hei = draft.type("hei", 14.5, leading=1.45)
    page.text(
        195,
        96,
        f"{draft['date'].month}月{draft['date'].day}日 下午{draft.rng.randint(1, 5)}:{draft.rng.randint(10, 59)}",
        hei.but(size=11, colour=GREY),
        "center",
    )
    talk = (
        (False, "各位，先进单位的证书拿到了没有？推荐材料周五要交。"),
        (True, "牌子还没发，听说下个月开表彰会。"),
        (False, f"那{draft.org.short}的荣誉先不填，等正式文件。"),
        (True, "收到，信用查询截图我今晚补上。"),
        (False, "年检结论也记得盖章，复印件要清楚。"),
        (True, draft.pick("好的", "[OK]", "没问题")),
    )
    y = 116.0
    for mine, text in talk:
        width = min(236.0, hei.width(text) + 2)
        tall = 21 * (1 + int(hei.width(text) // 234)) + 22
        left = 390 - 66 - width - 20 if mine else 66
        page.rect((346, y, 382, y + 36) if mine else (8, y, 44, y + 36), None, fill=(120, 150, 190), radius=4)
        page.rect(
            (left, y, left + width + 20, y + tall),
            None,
            fill=(149, 236, 105) if mine else (255, 255, 255),
            radius=6,
        )
        page.paragraph(left + 10, y + 10, width, text, hei)
        y += tall + 26
    page.rect((0, 792, 390, 844), None, fill=(247, 247, 247))


@layout(KIND, "courier_envelope", ("photo", "scan", "poor"))
def courier_envelope(draft: Draft) -> None:
    """The face of a courier's envelope: sender, addressee and number."""
    org, page = draft.org, draft.page((720, 480), (250, 246, 236))
    page.rect((0, 0, 720, 60), None, fill=(20, 70, 150))
    page.text(
        30, 40, draft.pick("特快专递信封", "政务专递  文件封"), draft.type("hei-bold", 24, (255, 255, 255))
    )
    page.text(
        690,
        40,
        f"单号 {draft.rng.randrange(10**12, 10**13)}",
        draft.type("hei", 15, (255, 255, 255)),
        "right",
    )
    song = draft.type("kai", 17, leading=1.5)
    page.rect((30, 84, 690, 210))
    page.paragraph(
        44,
        92,
        630,
        f"寄件人：{draft.org.staff[-1]}　{org.phone}\n单位：{org.name}\n地址：{org.address}",
        song,
    )
    page.rect((30, 226, 690, 352))
    page.paragraph(
        44,
        234,
        630,
        f"收件人：评选工作办公室\n单位：{org.city_union}\n内件：{draft.pick('评估等级证书复印件', '年度检查材料', '申报材料一套')}",
        song,
    )
    two_dimensional_code(draft, page, 590, 370, 90)
    page.seal(
        box_stamp(f"收寄\n{draft['date']:%Y.%m.%d}", 1), (180, 410), 110, f"收寄{draft['date']:%Y.%m.%d}"
    )


@layout(KIND, "blank_certificate", ("digital", "docx", "scan"))
def blank_certificate(draft: Draft) -> None:
    """A template of a certificate with dotted places to fill: nobody's, of no day."""
    flow = draft.flow(draft.type("song", 18, leading=2.1))
    border(flow.page, (190, 150, 80), 28, "double")
    flow.space(60)
    flow.heading(
        draft.pick("荣誉证书（样张）", "结业证书（模板）", "聘　书（样式）"),
        draft.type("kai", 34, RED),
        after=40,
    )
    flow.paragraph("____________________：", indent=0)
    flow.paragraph("经________研究，授予你单位“____________”称号，特发此证。", after=60)
    flow.signature(["（颁发单位盖章处）", "____年__月__日"])
    flow.paragraph(
        "填写说明：姓名、单位用宋体三号字套打，其余内容不得改动。", draft.type("song", 11, GREY), indent=0
    )


@layout(KIND, "till_receipt", ("photo", "scan"))
def till_receipt(draft: Draft) -> None:
    """A narrow receipt of a shop for goods of an activity."""
    rng, page = draft.rng, draft.page((230, 430), (252, 252, 250))
    hei = draft.type("hei", 11)
    page.text(
        115,
        34,
        draft.pick("万家乐购超市", "城南文具批发部", "好又来副食"),
        draft.type("hei-bold", 15),
        "center",
    )
    page.text(
        14,
        60,
        f"{printed.day(draft['date'], 'iso')} {rng.randint(9, 20)}:{rng.randint(10, 59)}  单号{rng.randint(1000, 9999)}",
        hei.but(size=9.5),
    )
    total, y = 0.0, 90.0
    for name in rng.sample(("矿泉水", "签字笔", "红横幅", "绿豆汤", "毛巾", "洗手液", "笔记本", "纸杯"), 5):
        count, price = rng.randint(2, 40), rng.randint(3, 60) / 2
        total += count * price
        page.text(14, y, name, hei)
        page.text(216, y, f"{count} × {price:.2f} = {count * price:.2f}", hei, "right")
        y += 26
    page.line(14, y - 10, 216, y - 10, GREY, 0.8)
    page.text(14, y + 12, "合计", hei.but(size=14))
    page.text(216, y + 12, f"{total:.2f}元", hei.but(size=14), "right")
    page.text(14, y + 44, f"客户：{draft.org.short}"[:18], hei)
    page.text(115, y + 84, "谢谢惠顾　凭小票七日内退换", hei.but(size=10), "center")
