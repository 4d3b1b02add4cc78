"""Records of what was done: meetings, activities, study, training, contracts, acceptance; and papers of no kind."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed, prose
from tests.corpus.bodies import issuer
from tests.corpus.draft import LAST_DAY, Draft, Values, layout, sampler, some_day, years_later
from tests.corpus.flow import Cell, Flow
from tests.corpus.layouts.shared import red_head
from tests.corpus.world import Organization, company, organization, people, person

RECORDS = ("digital", "scan", "photo", "poor", "docx")
_SUBJECTS = {
    "meeting_record": ("社会组织联席会议", "工会联系引导社会组织工作推进会", "服务职工工作经验交流会", "区域性社会组织联合会工作会议", "职工服务工作座谈会"),
    "activity_record": ("“安康杯”知识竞赛", "送清凉慰问活动", "职工法律服务月活动", "职工健步走活动", "“{brand}”进企业活动", "困难职工走访慰问", "社会组织协作交流活动"),
    "study_record": ("党的二十届三中全会精神专题学习", "《中华人民共和国工会法》学习", "主题党日学习", "习近平新时代中国特色社会主义思想专题学习", "安全生产法律法规学习"),
}  # fmt: skip


def _event_sampler(kind: str) -> None:
    def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
        subject = rng.choice(_SUBJECTS[kind]).format(brand=org.brand)
        if kind == "meeting_record":
            organizer = issuer(rng, org.place, rng.choice(("prefecture", "prefecture", "county", "provincial")), union=True).name
        else:
            organizer = rng.choice((org.name, org.union_name, org.local_union, org.city_union))
        values: Values = {
            "title": "",
            "organization_name": org.name,
            "date": some_day(rng, date(2024, 1, 5), LAST_DAY),
            "organizer": organizer,
            "subject": subject,
            "present": people(rng, 6),
            "partner": None,
        }
        values.update(fixed)
        ending = {"meeting_record": ("会议纪要", "会议记录", ""), "activity_record": ("记录表", "小结", ""), "study_record": ("记录", "学习记录", "")}[kind]
        values["title"] = values["title"] or values["subject"] + rng.choice(ending)
        return values

    sampler(kind)(sample)


for _kind in _SUBJECTS:
    _event_sampler(_kind)


def _photo_box(draft: Draft, flow: Flow, height: float = 150) -> None:
    """A stand-in for a photograph of the event."""
    from PIL import Image, ImageDraw

    flow.room(height + 30)
    image = Image.new("RGB", (320, 200), (150, 170, 190))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 130, 320, 200), fill=(120, 100, 84))
    pen.rectangle((60, 20, 260, 60), fill=(190, 40, 40))
    for number in range(9):
        x = 20 + number * 33 + draft.rng.randint(-6, 6)
        tone = (draft.rng.randint(40, 200), draft.rng.randint(40, 160), draft.rng.randint(60, 200))
        pen.ellipse((x, 92, x + 18, 112), fill=(225, 190, 165))
        pen.rectangle((x - 4, 112, x + 22, 165), fill=tone)
    left = flow.left + flow.width * 0.2
    flow.page.picture(image, (left, flow.y, left + flow.width * 0.6, flow.y + height))
    flow.y += height + 12


def _record_table(kind: str) -> None:
    def record_table(draft: Draft) -> None:
        """A ruled record form."""
        flow = draft.flow(draft.type("song", 12))
        flow.heading(draft.put("title"), draft.type("song-bold", 20), after=10)
        texts = prose.remarks(draft.rng, draft.org, draft["date"], 2)
        if draft["partner"]:
            texts.insert(0, f"本次活动与{draft['partner']}共同开展，双方就项目合作、资源共享进行了深入交流。")
        if kind == "meeting_record":
            texts.insert(0, f"{draft.org.name}在会上作了题为“{draft.org.brand}”的经验交流发言。")
        flow.table(
            [
                [draft.pick("组织名称", "参加单位", "单位名称"), Cell(draft.put("organization_name"), 3)],
                [draft.pick("主办单位", "组织单位", "主办方"), Cell(draft.put("organizer"), 3)],
                [draft.pick("时间", "日期", "活动时间"), draft.date("date", draft.pick("cn", "dot", "iso")), "地点", draft.pick("二楼会议室", "职工活动中心", "报告厅")],
                ["参加人员", Cell("、".join(draft["present"]) + f"等{draft.rng.randint(8, 60)}人", 3, align="left")],
                [draft.pick("内容", "主要内容", "会议内容"), Cell("\n".join(texts), 3, align="left")],
                ["记录人", person(draft.rng), "审核人", draft.org.legal_representative],
            ],
            (2, 4, 1.6, 3),
            least=34,
        )
        if draft.rng.random() < 0.5:
            _photo_box(draft, flow)

    layout(kind, "record_table", RECORDS)(record_table)


def _record_prose(kind: str) -> None:
    def record_prose(draft: Draft) -> None:
        """Minutes or a report in prose with photographs."""
        flow = draft.flow(draft.type(draft.pick("fang", "song"), 14, leading=1.8))
        flow.heading(draft.put("title"), draft.type("song-bold", 20), after=10)
        when = draft.date("date", "cn")
        extra = f"{draft['partner']}、" if draft["partner"] else ""
        verb = {"meeting_record": "召开", "activity_record": "组织开展", "study_record": "组织"}[kind]
        flow.paragraph(f"{when}，{draft.put('organizer')}{verb}{draft['subject']}，{extra}{draft.put('organization_name')}{draft.pick('参加', '派员参加', '全体人员参加')}。")
        if kind == "meeting_record":
            flow.paragraph(f"会上，{draft.org.name}负责人{draft.org.legal_representative}介绍了服务职工的经验做法，得到与会人员肯定。")
        for text in prose.remarks(draft.rng, draft.org, draft["date"], 2):
            flow.paragraph(text)
        _photo_box(draft, flow, 170)
        if draft.rng.random() < 0.4:
            flow.signature([draft["organizer"], printed.day(draft["date"])])
            draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), draft["organizer"])

    layout(kind, "record_prose", RECORDS)(record_prose)


for _kind in _SUBJECTS:
    _record_table(_kind)
    _record_prose(_kind)


@layout("meeting_record", "notice")
def meeting_notice(draft: Draft) -> None:
    """The organizer's minutes under its red header."""
    flow = draft.flow(draft.type("fang", 15, leading=1.8), numbered="— {} —")
    number = printed.document_number(draft.rng, draft.org.sign + "工纪", draft["date"].year)
    red_head(flow, draft, draft.put("organizer"), number, draft.put("title"))
    flow.paragraph(f"{draft.date('date', 'cn')}，在市职工服务中心召开{draft['subject']}，各有关单位负责人参加会议。纪要如下：")
    flow.paragraph(f"一、会议听取了{draft.put('organization_name')}等单位的经验介绍，认为其服务职工的做法具有推广价值。")
    flow.paragraph("二、会议要求各级工会加强对社会组织的联系引导，推动服务项目落地见效。", after=12)
    flow.signature([draft.again("organizer"), printed.day(draft["date"])])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["organizer"])


# 培训


@sampler("training_record")
def sample_training(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A training of the staff."""
    values: Values = {
        "title": rng.choice(("职工服务技能提升培训", "社会工作实务培训", "心理疏导技能培训", "劳动争议调解员培训", "项目管理能力培训")) + rng.choice(("班", "", "会")),
        "organizer": org.name if rng.random() < 0.7 else org.local_union,
        "date": some_day(rng, date(2024, 1, 8), LAST_DAY),
        "participants": rng.randint(8, 96),
    }
    values.update(fixed)
    return values


@layout("training_record", "sign_in_sheet", ("digital", "scan", "photo", "poor"))
def sign_in_sheet(draft: Draft) -> None:
    """签到表, signed by hand."""
    flow = draft.flow(draft.type("song", 12))
    flow.heading(f"{draft.put('title')}签到表", draft.type("song-bold", 20), after=8)
    flow.paragraph(f"{draft.pick('主办单位', '组织单位')}：{draft.put('organizer')}", indent=0)
    flow.paragraph(f"{draft.pick('培训时间', '时间')}：{draft.date('date', draft.pick('cn', 'dot'))}　　{draft.pick('参训人数', '参加人数', '应到人数')}：{draft.put('participants', str(draft['participants']) + '人', draft['participants'])}", indent=0, after=6)
    shown = min(draft["participants"], 28)
    names = people(draft.rng, shown)
    rows: list[list[str]] = [["序号", "姓名", "签名", "序号", "姓名", "签名"]]
    half = -(-shown // 2)
    for number in range(half):
        right = [str(number + half + 1), names[number + half], names[number + half]] if number + half < shown else ["", "", ""]
        rows.append([str(number + 1), names[number], names[number], *right])
    flow.table(rows, (1, 2, 3, 1, 2, 3), draft.type("hand", 12.5, (40, 40, 90)), least=26)


@layout("training_record", "report", ("digital", "scan", "docx", "poor", "html"))
def training_report(draft: Draft) -> None:
    """A report on the training."""
    flow = draft.flow(draft.type("song", 13, leading=1.8))
    flow.heading(draft.put("title"), draft.type("song-bold", 20), after=2)
    flow.heading(draft.pick("培训记录", "培训小结", "（简报）"), draft.type("kai", 15), level=2, after=8)
    flow.paragraph(f"{draft.date('date', 'cn')}，{draft.put('organizer')}举办{draft['title']}，{draft.put('participants', str(draft['participants']) + '人', draft['participants'])}参加培训。")
    for text in ("培训围绕职工需求识别、沟通技巧、个案管理等内容展开，采取专题授课与情景模拟相结合的方式。", "参训人员围绕实际案例分组讨论，并完成了结业测评。大家表示，培训内容实、方法活，对做好服务职工工作很有帮助。"):
        flow.paragraph(text)
    _photo_box(draft, flow)


# 合同、验收


@sampler("contract")
def sample_contract(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A union buys services of the organization."""
    signed = fixed.get("sign_date") or some_day(rng, date(2024, 1, 10), date(2026, 6, 30))
    values: Values = {
        "party_a": rng.choice((org.local_union, org.city_union)) if rng.random() < 0.8 else company(rng, org.place),
        "party_b": org.name,
        "subject": rng.choice((f"“{org.brand}”职工服务项目", "职工心理关爱服务项目", "困难职工帮扶服务项目", "职工法律援助服务项目", "新就业形态劳动者关爱项目")),
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
    flow.heading(draft.pick("政府（工会）购买社会组织服务合同", "服务项目合作协议", "职工服务项目委托合同"), draft.type("song-bold", 21), after=12)
    flow.paragraph(f"{draft.pick('甲方（购买方）', '甲方（委托方）', '甲方')}：{draft.put('party_a')}", indent=0)
    flow.paragraph(f"{draft.pick('乙方（承接方）', '乙方（受托方）', '乙方')}：{draft.put('party_b')}", indent=0, after=6)
    flow.paragraph(f"一、项目名称：{draft.put('subject')}")
    flow.paragraph("二、服务内容：乙方按照甲方要求，为职工提供需求调查、专题讲座、个案服务和主题活动等服务，具体数量以附件为准。")
    flow.paragraph(f"三、服务期限：{draft.period('cn')}。")
    flow.paragraph(f"四、合同金额：{draft.money('amount')}，签订后十日内支付百分之六十，验收合格后支付余款。")
    flow.paragraph("五、乙方应当按期提交工作报告，接受甲方监督和绩效评价；甲方应当及时拨付经费，提供必要的支持。")
    flow.paragraph("六、本合同一式四份，自双方盖章之日起生效。", after=12)
    day = draft.date("sign_date", draft.pick("cn", "spaced"))
    flow.table([[Cell(f"甲方（盖章）：\n{draft['party_a']}\n代表：{person(draft.rng)}"), Cell(f"乙方（盖章）：\n{draft['party_b']}\n代表：{draft.org.legal_representative}")]], (1, 1), ruled=False, least=80)
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
            ["项目经费", draft.money("amount", ("yuan", "wan", "comma")), "签订日期", draft.date("sign_date", "cn")],
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
        "title": rng.choice(("项目验收报告", "服务项目绩效评价报告", "项目结项验收表", "购买服务项目验收意见书")),
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
            ["验收意见", Cell("项目按合同约定全部完成，资料齐全，服务效果良好，职工评价较高，同意通过验收。", 3, align="left")],
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
    flow.paragraph(f"{draft.date('date', 'cn')}，{draft.put('organizer')}组织专家对{draft.put('organization_name')}承接的{draft['subject']}进行验收。")
    flow.paragraph("验收组听取了项目汇报，查阅了台账资料，随机访谈了部分职工。经评议，认为项目达到了合同约定的目标，经费使用规范，一致同意通过验收。", after=16)
    flow.signature([draft.again("organizer"), printed.day(draft["date"])])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["organizer"])


# 其他


@sampler("other")
def sample_other(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """Papers that prove nothing here."""
    values: Values = {"date": some_day(rng, date(2025, 1, 6), LAST_DAY), "other": organization(rng, org.place).name}
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
    for number, text in enumerate(("购买方：" + draft.org.name, "销售方：" + company(draft.rng, draft.org.place), "项目名称：办公用品", "金额：￥1,286.00", "价税合计（大写）：壹仟贰佰捌拾陆圆整")):
        page.text(40, 130 + number * 36, text, type_)


@layout("other", "blank_form", ("digital", "scan", "photo", "poor", "docx"))
def menu(draft: Draft) -> None:
    """A notice about something everyday."""
    flow = draft.flow(draft.type("song", 14, leading=1.8))
    flow.heading(draft.pick("温馨提示", "关于调整作息时间的通知", "停车场收费公示"), draft.type("song-bold", 24), after=16)
    flow.paragraph(draft.pick("因线路检修，本周六上午八时至十二时将临时停电，请提前做好准备。", "即日起，办公区午休时间调整为十二时至十三时三十分。", "小型车首小时五元，之后每小时两元，全天最高二十元。"))
    flow.signature([printed.day(draft["date"])])
