"""Records of what was done: meetings, activities, study, training."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed, prose
from tests.corpus.bodies import issuer
from tests.corpus.draft import LAST_DAY, Draft, Values, layout, sampler, some_day
from tests.corpus.flow import Cell, Flow
from tests.corpus.layouts.shared import red_head
from tests.corpus.world import Organization, people, person

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
            organizer = issuer(
                rng, org.place, rng.choice(("prefecture", "prefecture", "county", "provincial")), union=True
            ).name
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
        ending = {
            "meeting_record": ("会议纪要", "会议记录", ""),
            "activity_record": ("记录表", "小结", ""),
            "study_record": ("记录", "学习记录", ""),
        }[kind]
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
                [
                    draft.pick("时间", "日期", "活动时间"),
                    draft.date("date", draft.pick("cn", "dot", "iso")),
                    "地点",
                    draft.pick("二楼会议室", "职工活动中心", "报告厅"),
                ],
                [
                    "参加人员",
                    Cell("、".join(draft["present"]) + f"等{draft.rng.randint(8, 60)}人", 3, align="left"),
                ],
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
        flow.paragraph(
            f"{when}，{draft.put('organizer')}{verb}{draft['subject']}，{extra}{draft.put('organization_name')}{draft.pick('参加', '派员参加', '全体人员参加')}。"
        )
        if kind == "meeting_record":
            flow.paragraph(
                f"会上，{draft.org.name}负责人{draft.org.legal_representative}介绍了服务职工的经验做法，得到与会人员肯定。"
            )
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
    flow.paragraph(
        f"{draft.date('date', 'cn')}，在市职工服务中心召开{draft['subject']}，各有关单位负责人参加会议。纪要如下："
    )
    flow.paragraph(
        f"一、会议听取了{draft.put('organization_name')}等单位的经验介绍，认为其服务职工的做法具有推广价值。"
    )
    flow.paragraph("二、会议要求各级工会加强对社会组织的联系引导，推动服务项目落地见效。", after=12)
    flow.signature([draft.again("organizer"), printed.day(draft["date"])])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), draft["organizer"])


# 培训


@sampler("training_record")
def sample_training(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A training of the staff."""
    values: Values = {
        "title": rng.choice(
            (
                "职工服务技能提升培训",
                "社会工作实务培训",
                "心理疏导技能培训",
                "劳动争议调解员培训",
                "项目管理能力培训",
            )
        )
        + rng.choice(("班", "", "会")),
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
    flow.paragraph(
        f"{draft.pick('培训时间', '时间')}：{draft.date('date', draft.pick('cn', 'dot'))}　　{draft.pick('参训人数', '参加人数', '应到人数')}：{draft.put('participants', str(draft['participants']) + '人', draft['participants'])}",
        indent=0,
        after=6,
    )
    shown = min(draft["participants"], 28)
    names = people(draft.rng, shown)
    rows: list[list[str]] = [["序号", "姓名", "签名", "序号", "姓名", "签名"]]
    half = -(-shown // 2)
    for number in range(half):
        right = (
            [str(number + half + 1), names[number + half], names[number + half]]
            if number + half < shown
            else ["", "", ""]
        )
        rows.append([str(number + 1), names[number], names[number], *right])
    flow.table(rows, (1, 2, 3, 1, 2, 3), draft.type("hand", 12.5, (40, 40, 90)), least=26)


@layout("training_record", "report", ("digital", "scan", "docx", "poor", "html"))
def training_report(draft: Draft) -> None:
    """A report on the training."""
    flow = draft.flow(draft.type("song", 13, leading=1.8))
    flow.heading(draft.put("title"), draft.type("song-bold", 20), after=2)
    flow.heading(draft.pick("培训记录", "培训小结", "（简报）"), draft.type("kai", 15), level=2, after=8)
    flow.paragraph(
        f"{draft.date('date', 'cn')}，{draft.put('organizer')}举办{draft['title']}，{draft.put('participants', str(draft['participants']) + '人', draft['participants'])}参加培训。"
    )
    for text in (
        "培训围绕职工需求识别、沟通技巧、个案管理等内容展开，采取专题授课与情景模拟相结合的方式。",
        "参训人员围绕实际案例分组讨论，并完成了结业测评。大家表示，培训内容实、方法活，对做好服务职工工作很有帮助。",
    ):
        flow.paragraph(text)
    _photo_box(draft, flow)
