"""会议: a union's bulletin, an agenda, minutes by label lines, a certificate that one spoke there."""

import random

from tests.corpus import printed
from tests.corpus.bodies import issuer
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import deeds, other_bodies, snapshot, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import records as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import sealed
from tests.corpus.page import RED
from tests.corpus.world import Organization, people, person

KIND = "meeting_record"
_SUBJECTS = (
    "工会购买社会组织服务现场观摩会",
    "社会组织参与职工服务座谈交流会",
    "新就业形态劳动者服务工作推进会",
    "枢纽型社会组织建设经验交流会",
    "职工心理健康服务工作例会",
    "工会社会工作第三季度联席会议",
    "职工服务品牌展示交流会",
)


def _change(rng: random.Random, org: Organization, _values: Values) -> Values:
    level = rng.choices(("prefecture", "county", "provincial"), (6, 3, 2))[0]
    subject = rng.choice(_SUBJECTS)
    return {
        "organizer": issuer(rng, org.place, level, union=True).name,
        "subject": subject,
        "title": subject + rng.choice(("", "纪要", "会议纪要")),
    }


told_anew(KIND, _change)


@layout(KIND, "bulletin", ("digital", "scan", "photo", "poor"))
def bulletin(draft: Draft) -> None:
    """工会简报: a red masthead with the issue, 编印 left and the day right, a news item; ours among those who spoke."""
    flow = draft.flow(draft.type("fang", 15, leading=1.8), numbered="— {} —")
    draft.values["title"] = draft["subject"] + draft.pick("召开", "成功举办", "在我市举行")
    masthead = draft.pick("工会工作简报", "工 会 动 态", "工运信息")
    flow.heading(masthead, draft.type("song-bold", 42, RED, tracking=5), after=4)
    flow.heading(f"第{draft.rng.randint(3, 68)}期", draft.type("kai", 14), level=2, after=2)
    day = draft.date("date", "cn")
    flow.table(
        [[Cell(f"{draft.put('organizer')}办公室编", align="left"), Cell(day, align="right")]],
        (3, 2),
        draft.type("fang", 14),
        ruled=False,
    )
    flow.page.line(flow.left, flow.y - 4, flow.left + flow.width, flow.y - 4, RED, 1.8)
    flow.space(14)
    flow.heading(draft.put("title"), draft.type("song-bold", 20), after=10)
    others = other_bodies(draft, 2)
    speakers = [draft.put("organization_name"), *others]
    draft.rng.shuffle(speakers)
    flow.paragraph(
        f"近日，{draft['subject']}在{draft.org.place.city}召开。会议传达了上级有关精神，实地观摩了户外劳动者服务站点。"
    )
    flow.paragraph(
        f"{'、'.join(speakers)}先后作交流发言，介绍了各自做法。其中，{draft.org.short}{deeds(draft, 1)[0]}的经验引起热烈反响。"
    )
    flow.paragraph(
        "会议指出，社会组织贴近职工、机制灵活，是工会工作手臂的延伸。各地要加大项目化购买力度，做好指导监督。",
        after=24,
    )
    flow.page.line(flow.left, flow.y, flow.left + flow.width, flow.y, width=0.8)
    flow.paragraph(
        f"报：{draft.org.place.city}委办公室　　送：各县（市、区）总工会　　（共印80份）",
        draft.type("fang", 11.5),
        indent=0,
    )


@layout(KIND, "agenda", ("digital", "scan", "photo", "docx"))
def agenda(draft: Draft) -> None:
    """会议议程 handed out at the door: who has the word when; ours in one row, the host and the day under the title."""
    flow = draft.flow(draft.type("song", 12.5))
    draft.values["title"] = f"{draft['subject']}议程"
    flow.heading(draft.put("title"), draft.type("song-bold", 22), after=10)
    for label, value in (
        (
            "会议时间",
            f"{draft.date('date', 'cn')}（星期{'一二三四五六日'[draft['date'].weekday()]}）下午2:30",
        ),
        ("会议地点", draft.pick("职工大厦三楼多功能厅", "工人文化宫第一会议室", "园区党群服务中心报告厅")),
        ("主办单位", draft.put("organizer")),
        ("主 持 人", person(draft.rng)),
    ):
        flow.paragraph(f"{label}：{value}", draft.type("fang", 14), indent=0, after=2)
    flow.space(8)
    names = other_bodies(draft, 3)
    names.insert(draft.rng.randrange(4), draft.put("organization_name"))
    rows: list[list[Cell | str]] = [["时间", "议程", "发言单位（人）"]]
    rows.append(["14:30—14:40", Cell("播放专题片", align="left"), "—"])
    start = 14 * 60 + 40
    for number, name in enumerate(names, start=1):
        rows.append(
            [
                f"{start // 60}:{start % 60:02d}—{(start + 10) // 60}:{(start + 10) % 60:02d}",
                Cell(f"交流发言{'①②③④'[number - 1]}", align="left"),
                name,
            ]
        )
        start += 10
    rows.append(
        [
            f"{start // 60}:{start % 60:02d}—15:50",
            Cell("领导讲话", align="left"),
            f"工会副主席 {person(draft.rng)}",
        ]
    )
    flow.table(rows, (2.2, 2.6, 5), least=34)


@layout(KIND, "label_lines", ("digital", "scan", "poor", "docx", "txt"))
def label_lines(draft: Draft) -> None:
    """Our own notes of a joint meeting: label lines, who was there and who was not, words by speaker, a signature."""
    draft.values["title"] = f"{draft['subject']}{draft.pick('会议记录', '记录', '参会记录')}"
    flow = draft.flow(draft.type("song", 13, leading=1.75), numbered="{}")
    flow.heading(draft.put("title"), draft.type("song-bold", 19), after=8)
    here = people(draft.rng, 5)
    union = draft.put("organizer")
    for label, value in (
        ("日　　期", draft.date("date", draft.pick("padded", "dot", "cn"))),
        ("召 集 方", union),
        ("记录单位", draft.put("organization_name")),
        ("出　　席", "、".join(here)),
        ("缺　　席", "无"),
        ("记　　录", draft.org.staff[-1]),
    ):
        flow.paragraph(f"{label}　{value}", indent=0)
    flow.paragraph("会议内容", draft.type("hei", 13), indent=0)
    for name, words in zip(
        here,
        (
            "先请各家说说上半年的情况，哪些做成了，哪些卡住了。",
            f"我们{draft.org.short}主要做了两件事，{deeds(draft, 1)[0]}。",
            "工会经费要用在刀刃上，建议下半年多向货车司机、网约配送员倾斜。",
            "站点共享这个办法好，下次例会拿出名单。",
        ),
        strict=False,
    ):
        flow.paragraph(f"{name}：{words}")
    flow.paragraph("议定：一、八月底前完成站点信息上图；二、每季度轮值召集一次。", after=6)


@layout(KIND, "spoke_there", ("digital", "scan", "photo", "poor"))
def spoke_there(draft: Draft) -> None:
    """证明 of a union that the body told of its experience at the meeting; a photograph below."""
    draft.values["title"] = draft.pick("经验交流证明", "会议交流发言证明", "参会证明")
    flow = draft.flow(draft.type("fang", 16, leading=2.0))
    flow.space(30)
    flow.heading(draft.put("title"), draft.type("song-bold", 26), after=18)
    flow.paragraph(
        f"兹证明{draft.put('organization_name')}于{draft.date('date', 'cn')}参加由{draft.put('organizer')}主办的“{draft['subject']}”，"
        f"并由其{draft.pick('负责人', '秘书长', '项目主管')}{draft.org.legal_representative}同志代表该单位作典型发言，发言题目为《一线有呼声　服务有回声》。"
    )
    flow.paragraph("特此证明。", after=10)
    sealed(draft, flow, [draft.again("organizer"), printed.day(draft["date"], "cn")], draft["organizer"])
    flow.room(210)
    flow.page.picture(snapshot(draft.rng), (flow.left + 70, flow.y + 20, flow.left + 370, flow.y + 200))
    flow.y += 220
