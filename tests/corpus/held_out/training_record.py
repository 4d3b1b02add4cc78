"""培训: a file card, a bilingual certificate, the export of an online meeting, a bill of a class in prose."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import records as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import border, sealed
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.world import Organization, people, person

KIND = "training_record"
_TITLES = (
    "社会组织财务合规专题培训",
    "职工心理急救员培训班",
    "集体协商实务研修班",
    "小组工作方法工作坊",
    "公益项目书撰写训练营",
    "消防安全与应急救护培训",
    "新进社工岗前培训",
    "工会法律监督员业务培训",
    "志愿服务骨干能力提升班",
)


def _change(rng: random.Random, org: Organization, _values: Values) -> Values:
    host = rng.choice((org.name, org.name, org.local_union, f"{org.place.city}社会组织促进会"))
    return {"title": rng.choice(_TITLES), "organizer": host}


told_anew(KIND, _change)


@layout(KIND, "file_card", ("digital", "scan", "poor", "docx", "photo"))
def file_card(draft: Draft) -> None:
    """培训档案卡: 班次, 主办, 学员数 and the like in two columns, courses below, an assessment."""
    count = draft["participants"]
    flow = draft.flow(draft.type("fang", 12.5, leading=1.5))
    flow.heading(draft.pick("培训档案卡", "内部培训登记卡"), draft.type("song-bold", 21), after=10)
    flow.table(
        [
            ["班次名称", Cell(draft.put("title"), 3)],
            ["主　　办", Cell(draft.put("organizer"), 3)],
            ["开班日期", draft.date("date", draft.pick("dot", "iso", "cn")), "学　　时", f"{draft.rng.randint(2, 16)}"],
            ["学员数", draft.put("participants", str(count), count), "经费（元）", f"{draft.rng.randint(8, 90) * 100}"],
            [Cell("课\n程", rows=3), "授课主题", "讲师", "形式"],
            [draft.pick("政策解读", "基础理论"), person(draft.rng), "讲授"],
            [draft.pick("案例研讨", "情景演练"), person(draft.rng), "分组"],
            ["考核方式", draft.pick("随堂测验", "撰写心得", "实操"), "合格率", f"{draft.rng.randint(92, 100)}%"],
            ["效果评估", Cell("学员反映课程贴近岗位，希望增加实地观摩。", 3, align="left")],
            ["归档人", draft.org.staff[-1], "审　　核", draft.org.legal_representative],
        ],
        (1.6, 3.2, 1.8, 2.4),
        least=34,
    )  # fmt: skip


@layout(KIND, "completion", ("scan", "photo", "digital"))
def completion(draft: Draft) -> None:
    """结业证书 in Chinese and English: one who was trained, the class in brackets, the holder's number; no head count."""
    page = draft.page(A4_LANDSCAPE, draft.rng.choice(((255, 253, 246), (246, 250, 255))))
    border(page, draft.rng.choice(((150, 110, 40), (40, 80, 140))), 30, "corners")
    page.text(421, 130, draft.pick("结 业 证 书", "培训合格证明"), draft.type("song-bold", 38), "center")
    page.text(421, 162, "CERTIFICATE OF COMPLETION", draft.type("song", 15, latin="times"), "center")
    name = draft.rng.choice(draft.org.staff[1:])
    body = draft.type("kai", 19, leading=1.75)
    y = page.paragraph(
        120,
        196,
        602,
        f"{name}同志于{draft.date('date', 'cn')}参加由{draft.put('organizer')}举办的“{draft.put('title')}”，修完规定课程，考核合格，准予结业。",
        body,
        indent=2,
    )
    day = draft["date"]
    english = f"This is to certify that the holder has completed all required courses, {day:%B} {day.day}, {day.year}."
    page.paragraph(120, y + 6, 602, english, draft.type("song", 12.5, (90, 90, 90), latin="times"))
    page.text(120, 470, f"证书编号 No.：PX{day.year}{draft.rng.randint(1, 999):04d}", draft.type("song", 12))
    page.text(600, 440, draft.again("organizer"), draft.type("song", 16), "center")
    page.text(600, 470, draft.again("date", printed.day(day, "han")), draft.type("song", 16), "center")
    draft.seal(page, (606, 452), draft["organizer"], 112)


@layout(KIND, "online_meeting", ("xlsx", "screenshot", "digital"))
def online_meeting(draft: Draft) -> None:
    """The export of an online meeting: subject, who called it, begin, how many came in; then names with minutes."""
    rng, count = draft.rng, draft["participants"]
    title, host = draft.put("title"), draft.put("organizer")
    day = draft.date("date", draft.pick("iso", "slash"))
    many = draft.put("participants", str(count), count)
    head = [
        ["会议主题", title],
        ["会议发起方", host],
        ["会议号", f"{rng.randint(100, 999)} {rng.randint(100, 999)} {rng.randint(100, 999)}"],
        ["会议日期", day],
        ["入会人数", many],
    ]
    names = [["序号", "入会昵称", "首次入会", "累计时长（分钟）"]]
    for number, name in enumerate(people(rng, min(count, 14)), start=1):
        names.append(
            [
                str(number),
                f"{name}",
                f"13:{rng.randint(40, 59)}:{rng.randint(10, 59)}",
                str(rng.randint(60, 125)),
            ]
        )
    draft.sheets.extend((("会议信息", [["参会成员导出"], *head]), ("成员", names)))
    flow = draft.flow(draft.type("hei", 11.5), size=(560, 720), margins=(36, 36, 36, 30))
    flow.heading("会议详情", draft.type("hei-bold", 17), align="left", after=8)
    for label, value in head:
        flow.paragraph(f"{label}　　{value}", indent=0, after=3)
    flow.space(8)
    flow.table(names, (1, 3, 2.4, 2.6), draft.type("hei", 10.5), rule=(214, 218, 226))


@layout(KIND, "statement", ("digital", "scan", "photo", "docx"))
def statement(draft: Draft) -> None:
    """A statement in running prose that a class was held, how many came, in words of numbers; sealed."""
    count = draft["participants"]
    flow = draft.flow(draft.type("fang", 16, leading=1.9))
    flow.space(24)
    flow.heading(draft.pick("培训情况说明", "关于开展培训的说明"), draft.type("song-bold", 23), after=16)
    shown = draft.put("participants", draft.pick(f"{count}名", f"共{count}人"), count)
    flow.paragraph(
        f"按照年度培训计划，我单位（{draft.put('organizer')}）于{draft.date('date', 'cn')}在{draft.pick('职工大学', '孵化基地', '线上直播间')}举办了{draft.put('title')}，"
        f"参加学员{shown}。培训邀请{person(draft.rng)}老师授课，内容包括需求评估、沟通技巧、档案整理等，结束时进行了测试，学员全部达标。"
    )
    flow.paragraph("以上情况属实，培训通知、课件、照片存档备查。", after=20)
    sealed(draft, flow, [draft.again("organizer"), printed.day(draft["date"], "cn")], draft["organizer"])
    rows = [
        [Cell("附：课程安排", 3, align="left")],
        ["上午", "专题讲座", "分组讨论"],
        ["下午", "实务演练", "结业测试"],
    ]
    flow.table(rows, (1, 2, 2), draft.type("song", 11))
