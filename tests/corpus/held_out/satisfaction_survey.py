"""职工满意度调查: an online report, a third party's report, a count of ballots, ours among the providers of a year."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import GREY, other_bodies, telephone, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import satisfaction_survey as usual
from tests.corpus.layouts.shared import red_head, sealed
from tests.corpus.world import Organization, people

KIND = usual.KIND


def _change(rng: random.Random, org: Organization, _values: Values) -> Values:
    return {
        "surveyor": rng.choice(
            (
                f"{org.place.city}睿众社会调查事务所",
                f"{org.place.city}江南民意研究中心",
                f"{org.place.city}经纬公益评估中心",
            )
        )
    }


told_anew(KIND, _change)


def _rate(draft: Draft, sign: str = "%") -> str:
    return draft.put("rate", f"{draft['rate'] * 100:.{draft['places']}f}{sign}", draft["rate"])


@layout(KIND, "online_report", ("screenshot", "digital"))
def online_report(draft: Draft) -> None:
    """The report of an online questionnaire on a telephone: one question a card, bars, 本题有效填写人次."""
    rng, total = draft.rng, draft["respondents"]
    page = telephone(draft, 860, "统计&分析")
    page.rect((0, 66, 390, 860), None, fill=(243, 244, 247))
    big, small = draft.type("hei", 15), draft.type("hei", 11.5)
    title = f"{draft.org.name}服务情况问卷"
    y = page.paragraph(24, 78, 342, title, big.but(leading=1.4), align="center") + 4
    page.text(
        195,
        y + 12,
        f"数据更新至 {draft.date('date', 'iso')} {rng.randint(9, 17)}:{rng.randint(10, 59)}",
        small.but(colour=GREY),
        "center",
    )
    y += 28
    left = total - draft["satisfied"]
    men = round(total * rng.uniform(0.3, 0.7))
    good = [("很满意", draft["very"]), ("满意", draft["middle"])]
    cards = (
        ("第1题　您的性别　[单选题]", [("男", men), ("女", total - men)]),
        (
            "第6题　总的来说，您对我们的服务满意吗？　[单选题]",
            [*good, ("基本满意", draft["basic"]), ("不满意", left)]
            if draft["basic"]
            else [*good, ("不满意", left)],
        ),
    )
    for question, options in cards:
        height = 66 + 44 * (len(options) + 1)
        page.rect((12, y, 378, y + height), None, fill=(255, 255, 255), radius=8)
        page.text(24, y + 24, question, small.but(bold=True))
        for x, head in ((24, "选项"), (200, "小计"), (262, "比例")):
            page.text(x, y + 50, head, small.but(colour=GREY))
        at = y + 78
        for name, count in options:
            page.text(24, at, name, small)
            page.text(200, at, str(count), small)
            page.text(262, at, f"{count / total * 100:.2f}%", small)
            page.rect((24, at + 8, 364, at + 14), None, fill=(232, 234, 238))
            page.rect((24, at + 8, 24 + 340 * count / total, at + 14), None, fill=(48, 140, 240))
            at += 44
        shown = draft.put("respondents", str(total)) if options is cards[1][1] else str(total)
        page.text(24, at, "本题有效填写人次", small.but(colour=GREY))
        page.text(200, at, shown, small)
        y += height + 12
    draft.unprinted("satisfied")


@layout(KIND, "third_party_report", ("digital", "scan", "docx"))
def third_party_report(draft: Draft) -> None:
    """The report of a body that was asked to measure: a cover with the month, method, findings, a footnote."""
    flow = draft.flow(draft.type("fang", 15, leading=1.8), numbered="{}")
    flow.space(150)
    flow.heading(draft.org.name, draft.type("song-bold", 22), after=6)
    flow.heading("职工服务对象满意度\n第三方测评报告", draft.type("song-bold", 30), after=240)
    month = draft["date"].strftime("%Y-%m")
    flow.heading(f"测评机构：{draft['surveyor']}", draft.type("kai", 17), level=2)
    flow.heading(draft.date("date", "han", month), draft.type("kai", 17), level=2)
    flow.new_page()
    heads = draft.type("hei", 15)
    flow.heading("一、测评说明", heads, align="left", level=2)
    flow.paragraph(
        f"受{draft.org.local_union}委托，本机构以入户访谈和扫码作答相结合的方法，对{draft.org.name}近一年服务过的职工抽样访问。"
        f"计划样本{draft['respondents'] + 20}个，剔除漏答、错答后，有效样本为{draft.put('respondents', str(draft['respondents']))}个，样本分布于制造、物流、家政、餐饮四个行业。"
    )
    flow.heading("二、主要结论", heads, align="left", level=2)
    words = f"评价“非常满意”的{draft['very']}个，“满意”的{draft['middle']}个" + (
        f"，“基本满意”的{draft['basic']}个" if draft["basic"] else ""
    )
    flow.paragraph(
        f"（一）职工总体评价较好。{words}，以上合计{draft.put('satisfied', str(draft['satisfied']))}个，"
        f"总体满意度{draft.pick('达到', '为')}{_rate(draft)}①，较上一轮测评稳中有升。"
    )
    flow.paragraph("（二）分项看，职工对服务态度评价最高，对活动频次评价相对较低，希望增加晚间和周末的安排。")
    flow.heading("三、工作建议", heads, align="left", level=2)
    flow.paragraph("建议进一步公开服务清单，缩短预约等待时间，对园区外来务工人员给予更多关注。", after=30)
    flow.page.line(flow.left, flow.y, flow.left + 140, flow.y, width=0.5)
    flow.paragraph("① 总体满意度为上述各档人数之和占有效样本的比重。", draft.type("song", 10), indent=0)


@layout(KIND, "ballots", ("scan", "photo", "poor", "digital"))
def ballots(draft: Draft) -> None:
    """A count of ballots at a meeting: aspects by rows, ours the last; figures by hand, who counted below."""
    rng, total = draft.rng, draft["respondents"]
    flow = draft.flow(draft.type("song", 13))
    flow.heading("服务对象测评票统计表", draft.type("song-bold", 22), after=12)
    flow.table(
        [[Cell(f"受评单位：{draft.org.name}", align="left"), Cell(f"统计日期：{draft.date('date', 'dot')}", align="right")]],
        (5, 3),
        ruled=False,
    )  # fmt: skip
    flow.table(
        [
            [
                f"发出 {total + 2} 票",
                f"收回 {total} 票",
                f"有效票 {draft.put('respondents', str(total))} 票",
                "弃权 0 票",
            ]
        ],
        (1, 1, 1, 1),
    )
    rows: list[list[Cell | str]] = [["测评内容", "满意", "基本满意", "不满意", "满意率"]]
    for name in ("服务内容", "服务态度", "办理时效"):
        bad, some = rng.randint(0, max(1, total // 20)), rng.randint(0, total // 10)
        good = total - bad - some
        rows.append(
            [name, str(good), str(some), str(bad), f"{(total - bad) / total * 100:.{draft['places']}f}%"]
        )
    left = total - draft["satisfied"]
    rows.append(
        [
            Cell("总体评价", bold=True),
            str(draft["very"] + draft["middle"]),
            str(draft["basic"]),
            str(left),
            _rate(draft),
        ]
    )
    flow.table(rows, (3, 2, 2, 2, 2.4), draft.type("hand", 15, (30, 34, 90)), least=40)
    flow.paragraph(
        "注：满意率＝（满意票＋基本满意票）÷有效票×100%。", draft.type("song", 11), indent=0, after=16
    )
    names = people(rng, 3)
    flow.paragraph(f"监票人：{names[0]}　　　唱票人：{names[1]}　　　计票人：{names[2]}", indent=0)
    draft.unprinted("satisfied")


@layout(KIND, "year_of_providers", ("digital", "scan", "poor", "docx", "html"))
def year_of_providers(draft: Draft) -> None:
    """A union's circular: how workers judged each body whose services it bought, ours in one row."""
    rng, issuer = draft.rng, draft.org.local_union
    flow = draft.flow(draft.type("fang", 15, leading=1.75), numbered="- {} -")
    red_head(
        flow,
        draft,
        issuer,
        printed.document_number(rng, draft.org.sign + "工办发", draft["date"].year),
        "关于购买社会组织服务项目职工满意度测评情况的通报",
    )
    flow.paragraph("各镇（街道、园区）总工会，各有关单位：", indent=0)
    flow.paragraph(
        "为检验购买服务成效，区别项目类别，由职工代表对各承接单位进行了背靠背评价，现将结果通报如下。",
        after=6,
    )
    ours: list[Cell | str] = [
        draft.org.name,
        draft.put("respondents", str(draft["respondents"])),
        draft.put("satisfied", str(draft["satisfied"])),
        _rate(draft, ""),
    ]
    table: list[list[Cell | str]] = []
    for name in other_bodies(draft, rng.randint(4, 8)):
        asked = rng.randint(31, 300)
        content = round(asked * rng.uniform(0.66, 0.99))
        table.append([name, str(asked), str(content), f"{content / asked * 100:.{draft['places']}f}"])
    table.insert(rng.randrange(len(table) + 1), ours)
    head: list[Cell | str] = ["序号", "项目承接单位", "参评人数（人）", "表示满意（人）", "满意率（%）"]
    rows = [head, *([str(number), *row] for number, row in enumerate(table, start=1))]
    flow.table(rows, (1, 5, 2, 2, 2), draft.type("song", 11.5))
    flow.paragraph("请满意率低于80%的单位认真查找原因，一个月内报送整改情况。")
    sealed(draft, flow, [issuer, draft.date("date", "cn")], issuer)


def _words(number: int) -> str:
    """A number below a thousand as it is spoken: 一百零五."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (digits[ones] if ones or not said else "")


@layout(KIND, "in_words", ("digital", "scan", "photo", "poor", "docx"))
def in_words(draft: Draft) -> None:
    """证明 of a company's union, every figure written out in words as in a letter of the old school."""
    issuer = f"{draft['company']}工会委员会"
    flow = draft.flow(draft.type(draft.pick("kai", "fang"), 17, leading=2.0))
    flow.space(50)
    flow.heading("证　　明", draft.type("song-bold", 28), after=22)
    whole, _, rest = f"{draft['rate'] * 100:.{draft['places']}f}".partition(".")
    spoken = f"百分之{_words(int(whole))}" + (
        f"点{''.join('零一二三四五六七八九'[int(one)] for one in rest)}" if rest else ""
    )
    asked = draft.put("respondents", f"{_words(draft['respondents'])}名", draft["respondents"])
    content = draft.put("satisfied", f"{_words(draft['satisfied'])}名", draft["satisfied"])
    flow.paragraph(
        f"{draft.org.name}常年为我公司员工提供关爱服务。我会采用无记名方式征求意见，共有{asked}职工作答，"
        f"其中{content}职工表示满意，满意率{draft.put('rate', spoken, draft['rate'])}。"
    )
    flow.paragraph("特此证明。", after=24)
    sealed(draft, flow, [issuer, draft.date("date", "han")], issuer)
