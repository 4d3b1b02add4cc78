"""活动 and 学习: an article on a telephone, a sheet of photographs, printed books filled in by hand, web news, an exchange."""

import random

from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import GREY, deeds, other_bodies, snapshot, telephone, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import records as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.page import Colour
from tests.corpus.world import Organization, people, person

_INK: Colour = (34, 38, 96)
_ACTIVITIES = (
    "“匠心杯”职工技能擂台赛",
    "“粽叶飘香”端午职工联谊",
    "防汛一线慰问行动",
    "职工反诈普法宣传日",
    "“书香工会”阅读分享会",
    "职工趣味运动会",
    "{brand}户外义诊",
    "新春“福”到一线",
)
_STUDIES = (
    "党的二十届四中全会精神学习",
    "《江苏省工会条例》专题学习",
    "中央八项规定精神学习教育",
    "《保障农民工工资支付条例》学习",
    "“5·12”防灾减灾知识学习",
    "党纪学习教育读书班",
)


def _activity(rng: random.Random, org: Organization, _values: Values) -> Values:
    subject = rng.choice(_ACTIVITIES).format(brand=org.brand)
    return {"subject": subject, "title": subject + rng.choice(("", "活动记录", "纪实", "活动简报"))}


def _study(rng: random.Random, org: Organization, _values: Values) -> Values:
    subject = rng.choice(_STUDIES)
    host = rng.choice((org.name, org.union_name, f"中共{org.name}支部委员会", org.local_union))
    return {"subject": subject, "organizer": host, "title": subject + rng.choice(("记录", "情况", "纪要"))}


told_anew("activity_record", _activity)
told_anew("study_record", _study)


def _made_by(draft: Draft) -> str:
    """Who held it and who carried it out; the name once where they are one."""
    if draft["organizer"] == draft.org.name:
        return draft.also("organizer", draft.put("organization_name"))
    return f"{draft.put('organizer')}主办、{draft.put('organization_name')}{draft.pick('承办', '协办', '具体实施')}的"


@layout("activity_record", "account_article", ("screenshot", "digital", "screenshot"))
def account_article(draft: Draft) -> None:
    """An article on the telephone: a headline with a slogan, account and day in grey, photographs between."""
    draft.values["title"] = f"{draft.pick('情暖一线', '凝心聚力', '活力工会')} | {draft['subject']}"
    page = telephone(draft, 1150)
    y = page.paragraph(20, 78, 350, draft.put("title"), draft.type("hei-bold", 21, leading=1.4)) + 4
    small = draft.type("hei", 12, GREY)
    account = draft.pick(f"{draft.org.place.city[:-1]}工会", "职工e家", f"{draft.org.short}")
    page.text(20, y + 13, account, small.but(colour=(80, 110, 165)))
    page.text(370, y + 13, draft.date("date", draft.pick("cn", "iso")) + " 17:46", small, "right")
    y += 34
    body = draft.type("hei", 14.5, (60, 60, 60), leading=1.7)
    lead = _made_by(draft)
    joint = "" if lead.endswith("的") else "举办的"
    place = draft.pick("火热开场", "温情上演", "圆满落幕")
    y = page.paragraph(20, y, 350, f"日前，由{lead}{joint}{draft['subject']}{place}。", body) + 8
    page.picture(snapshot(draft.rng), (20, y, 370, y + 205))
    y = page.paragraph(20, y + 212, 350, "△ 活动现场", small, align="center") + 8
    y = page.paragraph(20, y, 350, f"工作人员还向职工介绍，{deeds(draft, 1)[0]}。", body) + 8
    if draft["partner"]:
        y = page.paragraph(20, y, 350, f"{draft['partner']}共同参与。", body) + 8
    page.picture(snapshot(draft.rng), (20, y, 370, y + 205))
    y += 226
    page.text(
        20, y, f"文字：{person(draft.rng)}　编辑：{person(draft.rng)}　审核：{person(draft.rng)}", small
    )


@layout("activity_record", "photo_sheet", ("digital", "scan", "poor", "photo"))
def photo_sheet(draft: Draft) -> None:
    """A sheet of photographs for the file: two pictures, a caption each, what it was in a table below them."""
    draft.values["title"] = f"{draft['subject']}{draft.pick('影像资料', '活动照片', '图片资料')}"
    flow = draft.flow(draft.type("song", 12))
    flow.heading(draft.put("title"), draft.type("hei", 19), after=8)
    for caption in ("图一　开场及签到", "图二　互动环节"):
        flow.page.picture(snapshot(draft.rng), (flow.left + 70, flow.y, flow.left + 370, flow.y + 184))
        flow.y += 186
        flow.paragraph(caption, draft.type("kai", 11), indent=0, align="center", after=6)
    flow.table(
        [
            [
                "拍摄日期",
                draft.date("date", draft.pick("dot", "padded", "iso")),
                "拍摄人",
                draft.org.staff[-1],
            ],
            ["活动主办", Cell(draft.put("organizer"), 3)],
            ["实施单位", Cell(draft.put("organization_name"), 3)],
            ["协同单位", Cell(draft["partner"] or "无", 3)],
            ["参与人数", f"{draft.rng.randint(20, 300)}人", "归档号", f"HD-{draft.rng.randint(1, 90):02d}"],
        ],
        (1.6, 3.2, 1.4, 2.4),
        least=28,
    )


@layout("activity_record", "union_book", ("scan", "photo", "poor"))
def union_book(draft: Draft) -> None:
    """A page of a printed book of a union's activities, filled in by hand: wide rows, labels upright in the first column."""
    draft.values["title"] = draft["subject"]
    hand = draft.type("hand", 15, _INK, leading=1.7)
    flow = draft.flow(hand, margins=(64, 62, 60, 60), header="职工之家·活动记录簿")
    rows: list[list[Cell | str]] = [
        ["主\n题", Cell(draft.put("title"), 3)],
        ["时\n间", draft.date("date", draft.pick("cn", "dot")), "地\n点", draft.pick("职工书屋", "一车间门口", "文化宫广场")],
        ["组织者", Cell(draft.put("organizer"), 3)],
        ["参加单位", Cell(f"{draft.put('organization_name')}　　{draft['partner'] or ''}", 3)],
        ["人\n员", Cell(f"{'、'.join(draft['present'])}等{draft.rng.randint(12, 90)}人", 3, align="left")],
        ["过\n程\n及\n效\n果", Cell(f"　　{deeds(draft, 1)[0]}。职工都说这样的活动要常办，下次早点通知。\n\n\n\n", 3, align="left")],
        ["备\n注", Cell(draft.pick("照片另存电脑", "附签到单一张", "经费见凭证"), 3)],
    ]  # fmt: skip
    flow.table(rows, (1, 3.6, 1, 3), least=54)


@layout("activity_record", "exchange", ("digital", "scan", "photo", "docx"))
def exchange(draft: Draft) -> None:
    """A note on a visit between two social organizations: place, who came, what was agreed, the day in the first line."""
    other = draft["partner"] or other_bodies(draft, 1)[0]
    draft.values.update(
        {"organizer": draft.org.name, "title": draft.pick("结对共建交流活动小结", "社会组织互访交流纪实", "走访学习活动记录")}
    )  # fmt: skip
    flow = draft.flow(draft.type(draft.pick("song", "fang"), 14, leading=1.8))
    flow.heading(draft.put("title"), draft.type("song-bold", 20), after=10)
    name = draft.also("organizer", draft.put("organization_name"))
    flow.paragraph(
        f"{draft.date('date', 'cn')}上午，{name}一行{draft.rng.randint(4, 12)}人走进{other}，开展结对交流。"
    )
    flow.paragraph(f"{other}负责人{person(draft.rng)}陪同参观了服务大厅和职工讲堂，介绍了项目化运作的做法。")
    flow.paragraph(
        f"座谈会上，双方谈收获、谈困惑。{draft.org.short}{deeds(draft, 1)[0]}，这一做法引起对方兴趣。"
    )
    flow.paragraph(
        "双方商定：志愿者统一培训、统一派单；每半年互派一名骨干跟岗学习；共同编写案例集。", after=10
    )
    flow.paragraph(f"（整理：{draft.org.staff[-1]}）", indent=0, align="right")


@layout("study_record", "branch_book", ("scan", "photo", "poor"))
def branch_book(draft: Draft) -> None:
    """组织生活记录 by hand: due and present, host and recorder, ruled lines of writing."""
    hand = draft.type("hand", 14.5, _INK, leading=1.9)
    flow = draft.flow(hand, margins=(70, 70, 66, 60))
    flow.heading(draft.put("title"), draft.type("song-bold", 20), after=10)
    due = draft.rng.randint(6, 20)
    flow.table(
        [
            ["单位", Cell(draft.put("organization_name"), 3)],
            ["组织学习", Cell(draft.put("organizer"), 3)],
            ["日期", draft.date("date", draft.pick("dot", "cn")), "地点", draft.pick("三楼活动室", "红色驿站", "线上")],
            ["应到", f"{due}人", "实到", f"{due - draft.rng.randint(0, 2)}人"],
            ["主持", draft.org.legal_representative, "记录", draft.org.staff[-1]],
        ],
        (1.4, 3.6, 1.2, 2.2),
        least=34,
    )  # fmt: skip
    top = flow.y + 4
    flow.paragraph(
        f"今天我们一起{draft.pick('逐段通读', '学习')}{draft['subject'].removesuffix('学习')}的主要内容，大家轮流发言。{draft['present'][0]}：要把学到的用到职工服务上，"
        f"少说空话。{draft['present'][1]}：对照要求，我们的台账还不细。{draft['present'][2]}：建议每月固定一个下午学习，请专家辅导一次。"
        f"小结：学习要联系实际，会后每人写一篇心得交办公室存档。"
    )
    step = hand.size * hand.leading
    for number in range(int((flow.bottom - top) / step)):
        flow.page.line(
            flow.left,
            top + step * (number + 1) - 6,
            flow.left + flow.width,
            top + step * (number + 1) - 6,
            (180, 180, 190),
            0.5,
        )


@layout("study_record", "web_news", ("digital", "screenshot", "html"))
def web_news(draft: Draft) -> None:
    """News on the body's own site: a headline, where from and when, three paragraphs, a picture."""
    verb = draft.pick("掀起热潮", "走深走实", "入脑入心")
    draft.values["title"] = f"{draft.org.short}：{draft['subject']}{verb}"
    flow = draft.flow(
        draft.type("hei", 13, (50, 50, 50), leading=1.8), size=(620, 800), margins=(50, 64, 50, 30)
    )
    flow.page.rect((0, 0, 620, 44), None, fill=(178, 28, 30))
    flow.page.text(
        50, 29, "首页　　走进我们　　党建园地　　项目展示　　联系方式", draft.type("hei", 12, (255, 255, 255))
    )
    flow.heading(draft.put("title"), draft.type("hei-bold", 19), after=4)
    flow.paragraph(
        f"日期：{draft.date('date', draft.pick('iso', 'slash'))}　　来源：{draft.put('organization_name')}　　点击：{draft.rng.randint(20, 400)}",
        draft.type("hei", 10, GREY),
        indent=0,
        align="center",
        after=10,
    )
    day = draft["date"].day
    flow.paragraph(
        f"{day}日下午，{draft.put('organizer')}组织{draft['subject']}，全体专职人员和部分志愿者参加。"
    )
    flow.paragraph(
        f"{draft.org.legal_representative}领学并作辅导。与会人员结合岗位谈体会，一致认为学懂才能做好服务。"
    )
    flow.page.picture(snapshot(draft.rng), (150, flow.y + 6, 470, flow.y + 200))
    flow.y += 210
    flow.paragraph("接下来，还将开设流动课堂，把学习阵地搬到站点和班组。")


@layout("study_record", "reflections", ("digital", "scan", "docx", "poor"))
def reflections(draft: Draft) -> None:
    """A sheet of what each took from it: facts in two lines over a table of name, words, mark."""
    flow = draft.flow(draft.type("song", 12, leading=1.6))
    flow.heading(draft.put("organization_name"), draft.type("song", 14), after=0, level=2)
    draft.values["title"] = f"{draft['subject']}{draft.pick('心得汇总表', '登记表')}"
    flow.heading(draft.put("title"), draft.type("song-bold", 19), after=8)
    flow.paragraph(f"牵头组织：{draft.put('organizer')}", indent=0)
    flow.paragraph(
        f"学习日期：{draft.date('date')}　　方式：集中学习＋自学　　学时：{draft.rng.randint(2, 8)}",
        indent=0,
        after=6,
    )
    words = (
        "学法才能讲法，今后普法要多用工友听得懂的话。",
        "对“以职工为中心”有了更深理解，先从回访做起。",
        "看到差距，准备报名参加社工师考试。",
        "案例教学很受用，建议多请一线同志来讲。",
        "安全这根弦一刻也不能松，活动预案要再细化。",
    )
    rows: list[list[Cell | str]] = [["序号", "姓名", "学习体会（摘要）", "评价"]]
    for number, (name, said) in enumerate(zip(people(draft.rng, 5), words, strict=True), start=1):
        rows.append([str(number), name, Cell(said, align="left"), draft.pick("优", "良")])
    flow.table(rows, (1, 2, 7, 1.2), least=36)
