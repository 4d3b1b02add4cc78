"""Trainings: a notice with receipt, a register with hours, a news item, a certificate of completion, a sign-in sheet."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import LAST_DAY, Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.varied.people import people, person
from tests.corpus.varied.pieces import after, day, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "training_record"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A training of the staff or members."""
    moment = some_day(rng, date(2023, 1, 10), LAST_DAY)
    theme = rng.choice(
        (
            "劳动争议调处实务",
            "心理急救能力提升",
            "新媒体运营",
            "项目申报与管理",
            "安全生产知识",
            "工会财务",
            "志愿者服务礼仪",
        )
    )
    values: Values = {
        "title": rng.choice((f"{moment.year}年{theme}培训班", f"{theme}专题培训", f"“{theme}”业务培训")),
        "organizer": rng.choice((org.name, org.name, org.local_union)),
        "date": moment,
        "participants": rng.randint(14, 168),
        "speaker": person(rng),
    }
    values.update(fixed)
    return values


@layout(KIND, "register_form", ("scan", "photo", "docx", "poor", "digital"))
def register_form(draft: Draft) -> None:
    """培训情况记录表: place, speaker, hours, content; archive date at the foot."""
    flow = draft.flow(draft.type("song", 12.5, leading=1.6), margins=(64, 76, 64, 60))
    flow.heading(
        draft.pick("教育培训情况记录表", "培训台账", "业务学习培训登记表"),
        draft.type("song-bold", 20),
        after=8,
    )
    flow.table(
        [
            [draft.pick("培训主题", "培训名称", "课程名称"), Cell(draft.put("title"), 3, align="left")],
            [draft.pick("举办单位", "组织部门", "主办方"), Cell(draft.put("organizer"), 3, align="left")],
            [
                "开课时间",
                when(draft, "date", draft.pick("plain", "dots", "uneven")),
                "学时",
                f"{draft.rng.randint(2, 16)}",
            ],
            [
                "授课老师",
                draft["speaker"],
                draft.pick("参训人数", "到课人数"),
                draft.put("participants", f"{draft['participants']} 人"),
            ],
            ["培训地点", Cell(f"{draft.org.place.city}工人文化宫三楼报告厅", 3, align="left")],
            [
                "培训内容\n摘要",
                Cell(
                    "围绕政策解读、案例分析、实操演练三个模块展开，安排现场答疑和结业测试，合格率98%。",
                    3,
                    align="left",
                ),
            ],
        ],
        (1.5, 3, 1.3, 1.8),
        least=38,
    )
    flow.paragraph(
        f"记录人：{person(draft.rng)}　　归档时间：{day(after(draft['date'], 8), 'dots')}", indent=0
    )


@layout(KIND, "sign_in", ("scan", "photo", "poor", "xlsx", "digital"))
def sign_in(draft: Draft) -> None:
    """签到表: theme, day and count on top, names in three columns."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(60, 70, 60, 60))
    flow.heading(f"{draft.put('title')}签到表", draft.type("song-bold", 19), after=6)
    line = f"时间：{when(draft, 'date', draft.pick('plain', 'uneven'))} 下午2:00　　主办：{draft.put('organizer')}　　应到{draft['participants'] + 3}人，实到{draft.put('participants', str(draft['participants']))}人"
    flow.paragraph(line, indent=0, after=4)
    names = people(rng, min(36, draft["participants"]))
    rows = [list(names[at : at + 4]) for at in range(0, len(names), 4)]
    rows[-1] += [""] * (4 - len(rows[-1]))
    flow.table(rows, (1, 1, 1, 1), draft.type("hand", 15, (30, 40, 100)), least=32)
    draft.sheets = [("签到", [[f"{draft.again('title')}签到表"], [line], *rows])]


@layout(KIND, "short_report", ("digital", "html", "txt", "screenshot", "scan"))
def short_report(draft: Draft) -> None:
    """A short report: one sentence carries day, organizer, title and count; another training is announced."""
    flow = draft.flow(draft.type("fang", 14, leading=1.85), margins=(78, 84, 76, 70))
    flow.heading("强本领　促提升——我们的课堂开讲了", draft.type("song-bold", 20), after=12)
    flow.paragraph(
        f"{when(draft, 'date', 'plain')}，{draft.put('organizer')}{draft.pick('举办', '组织开展')}了{draft.put('title')}，{draft.pick('共有', '来自各会员单位的')}{draft.put('participants', str(draft['participants']) + '名')}学员参加。{draft['speaker']}教授应邀授课。"
    )
    flow.paragraph("授课内容紧贴实际，学员们认真聆听、踊跃提问。大家表示，要把所学转化为服务职工的能力。")
    flow.paragraph(
        f"据悉，下一期培训将于{after(draft['date'], 60).month}月举行，计划招收{draft.rng.randint(30, 60)}人。"
    )


@layout(KIND, "opening_notice", ("digital", "scan", "docx"))
def opening_notice(draft: Draft) -> None:
    """关于举办…的通知 as proof of a training: its day in the text, the day of the notice under it."""
    flow = draft.flow(draft.type("fang", 15, leading=1.85), margins=(80, 90, 76, 72))
    flow.heading(f"关于举办{draft.put('title')}的通知", draft.type("song-bold", 20), after=12)
    flow.paragraph("各会员单位、各部门：", indent=0)
    flow.paragraph("为提升队伍服务能力，经研究，决定举办专题培训。现通知如下：")
    for text in (
        f"一、时间　{when(draft, 'date', 'plain')}（星期{'一二三四五六日'[draft['date'].weekday()]}）上午9:00",
        "二、地点　职工之家多功能厅",
        f"三、对象及规模　专职人员和会员单位骨干，共{draft.put('participants', str(draft['participants']) + '人')}",
        "四、要求　请于培训前三日报送回执",
    ):
        flow.paragraph(text)
    flow.signature([draft.put("organizer"), day(after(draft["date"], -12))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 48), draft["organizer"])
