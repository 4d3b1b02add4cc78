"""Honours: medals of persons, plaques, upright certificates, decisions with annexes, tables, glad tidings."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import LAST_DAY, Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.page import A4_LANDSCAPE, RED
from tests.corpus.seals import emblem
from tests.corpus.varied.bodies import HONOURS, LEVELS, PERSONAL, Issuer, issuer
from tests.corpus.varied.people import applicant, company, person
from tests.corpus.varied.pieces import after, before, day, frame, month, red_line, when, when_month
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "award"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """An honour; a fifth are a person's, who belongs to the organization."""
    level = fixed.get("authority_level") or rng.choices(LEVELS, (8, 22, 32, 24, 14))[0]
    body: Issuer = issuer(rng, org.place, level)
    personal = fixed.get("recipient_type", "person" if rng.random() < 0.2 else "organization") == "person"
    issued = fixed.get("issue_date") or some_day(rng, date(2020, 4, 20), LAST_DAY)
    mark = rng.choice(("{}〔{}〕{}号", "{}〔{}〕{}号", "{}（{}）{}号", "{}[{}]第{}号"))
    values: Values = {
        "recipient": rng.choice(org.staff[:5]) if personal else org.name,
        "recipient_type": "person" if personal else "organization",
        "honor_title": rng.choice((PERSONAL if personal else HONOURS)[level]).format(city=org.place.city),
        "issuing_authority": body.name,
        "authority_level": body.level,
        "document_number": mark.format(body.sign, issued.year, rng.randint(1, 99)),
        "issue_date": issued,
        "personal": True if personal else None,
    }
    values.update(fixed)
    return values


def _recipient(draft: Draft, text: str | None = None) -> str:
    return draft.also("recipient_type", draft.put("recipient", text))


def _issuer(draft: Draft, text: str | None = None) -> str:
    return draft.also("authority_level", draft.put("issuing_authority", text))


@layout(KIND, "person_of_unit", ("scan", "photo", "poor", "digital"), needs="personal")
def person_of_unit(draft: Draft) -> None:
    """A person's certificate in which the organization is only the unit; photo frame, number, seal."""
    page = draft.page(A4_LANDSCAPE, (255, 248, 236))
    frame(page, (196, 40, 40), 22, ((0, 4), (9, 1)))
    page.rect((96, 170, 196, 310), (150, 150, 150), 0.8, (236, 232, 224))
    page.text(146, 244, "照片", draft.type("song", 14, (160, 160, 160)), "center")
    page.text(421, 116, draft.pick("荣誉证书", "奖章证书", "证 书"), draft.type("kai", 44, RED), "center")
    body = draft.type(draft.pick("kai", "song"), 20, leading=1.9)
    job = draft.pick("秘书长", "理事长", "办公室主任", "工会主席", "社工部主管")
    text = draft.pick(
        f"{_recipient(draft)}同志（{draft.org.name}{job}）在社会主义建设中成绩显著，特授予{draft.put('honor_title')}。",
        f"授予{draft.org.name}{job}{_recipient(draft)}同志{draft.put('honor_title')}。",
        f"{_recipient(draft)} 同志：\n　　你被评为“{draft.put('honor_title')}”，特颁发此证书。\n　　所在单位：{draft.org.name}",
    )
    page.paragraph(230, 180, 520, text, body)
    page.text(96, 350, f"第 {draft.rng.randint(1, 999):04d} 号", draft.type("song", 13))
    page.text(600, 452, _issuer(draft), draft.type("kai", 18), "center")
    page.text(
        600,
        484,
        when(draft, "issue_date", draft.pick("han", "ring", "plain")),
        draft.type("kai", 18),
        "center",
    )
    draft.seal(page, (606, 456), draft["issuing_authority"], 122)


@layout(KIND, "steel_plaque", ("photo", "photo", "poor", "scan"), needs="!personal")
def steel_plaque(draft: Draft) -> None:
    """A plaque: honour over two lines, issuer small at the bottom left, date at the right; often without a recipient."""
    metal = draft.rng.choice(((208, 210, 214), (222, 190, 118), (120, 72, 40)))
    page = draft.page((760, 500), metal)
    dark = metal[0] < 150
    ink = (240, 210, 130) if dark else (24, 22, 20)
    red = ink if dark else (176, 20, 26)
    page.rect((12, 12, 748, 488), ink, 1.6)
    for x, y in ((28, 28), (732, 28), (28, 472), (732, 472)):
        page.round((x - 7, y - 7, x + 7, y + 7), (90, 90, 90), 1, (150, 150, 150))
    title = draft["honor_title"]
    named = draft.rng.random() < 0.55
    y = 190.0
    if named:
        page.text(380, 118, _recipient(draft), draft.type("hei", 24, ink), "center")
        y = 230.0
    half = (len(title) + 1) // 2 if len(title) > 9 else len(title)
    size = min(64.0, 620 / half)
    page.paragraph(
        380 - half * size / 2 - 2,
        y - size,
        half * size + 4,
        draft.put("honor_title"),
        draft.type("song-bold", size, red, leading=1.35),
        align="center",
    )
    small = draft.type("hei", 20, ink)
    page.text(64, 436, _issuer(draft), small)
    if draft.rng.random() < 0.6:
        page.text(
            696, 436, when_month(draft, "issue_date", draft.pick("plain", "dots", "han")), small, "right"
        )
    else:
        page.text(696, 436, when(draft, "issue_date", draft.pick("plain", "han", "dots")), small, "right")


@layout(KIND, "upright_award")
def upright_award(draft: Draft) -> None:
    """Upright, the honour first and large, then who got it under a label, English beside it."""
    page = draft.page((595, 842), draft.rng.choice(((255, 252, 244), (250, 240, 222))))
    frame(page, (184, 134, 50), 28, ((0, 5), (10, 0.8), (14, 0.8)))
    page.picture(emblem((184, 30, 34)), (262, 70, 333, 141))
    page.text(
        297,
        206,
        draft.pick("奖　状", "表彰证书", "荣　誉", "获奖证书"),
        draft.type("song-bold", 42, RED),
        "center",
    )
    page.text(
        297, 230, "CERTIFICATE OF HONOR", draft.type("song", 13, (150, 110, 50), latin="times"), "center"
    )
    title = draft["honor_title"]
    page.text(
        297,
        318,
        draft.put("honor_title"),
        draft.type("kai", min(36.0, 460 / len(title)), (160, 20, 24)),
        "center",
    )
    body = draft.type("song", 16, leading=1.8)
    label = (
        draft.pick("获 奖 者：", "受表彰人：")
        if draft["personal"]
        else draft.pick("获奖单位：", "获得者：", "受表彰单位　")
    )
    page.paragraph(84, 372, 430, label + _recipient(draft), body)
    page.paragraph(
        84,
        432,
        430,
        f"为表彰先进、树立典型，根据{day(before(draft['issue_date'], 14))}评审会议决定，特予表彰，以资鼓励。",
        body,
        indent=2,
    )
    page.text(
        297,
        600,
        draft.pick("颁奖单位", "授予机关", "主办单位"),
        draft.type("song", 12, (120, 120, 120)),
        "center",
    )
    page.text(297, 628, _issuer(draft), draft.type("hei", 18), "center")
    page.text(297, 664, when(draft, "issue_date", draft.pick("gaps", "han", "dots", "zero")), body, "center")
    draft.seal(page, (draft.rng.uniform(300, 350), 640), draft["issuing_authority"], 128)


def _crowd(draft: Draft, count: int) -> list[str]:
    rng = draft.rng
    return [
        (applicant(rng).name if rng.random() < 0.5 else company(rng, draft.org.place)) for _ in range(count)
    ]


@layout(
    KIND, "decision_with_annex", ("digital", "scan", "poor", "docx", "html"), needs="!authority_level=other"
)
def decision_with_annex(draft: Draft) -> None:
    """A decision of several pages; hundreds of recipients by honour, in the annex, ours deep in it."""
    rng, issued = draft.rng, draft["issue_date"]
    flow = draft.flow(draft.type("fang", 15, leading=1.75), margins=(78, 88, 74, 72), numbered="— {} —")
    title = draft["honor_title"]
    flow.heading(
        _issuer(draft),
        draft.type("song-bold", min(36.0, 430 / len(draft["issuing_authority"])), RED),
        after=10,
    )
    flow.paragraph(draft.put("document_number"), indent=0, align="center", after=2)
    red_line(flow.page, flow.y + 2, star=rng.random() < 0.4)
    flow.space(20)
    quoted = rng.random() < 0.5
    main = draft.put("honor_title")
    flow.heading(
        f"关于{draft.pick('表彰', '命名', '公布')}{issued.year - 1}年度{title}{draft.pick('等先进典型', '和先进个人', '')}的{draft.pick('决定', '通报', '通知')}",
        draft.type("song-bold", 19),
        after=10,
    )
    flow.paragraph(draft.pick("各县（市、区）有关单位，各直属单位：", "各有关单位："), indent=0)
    flow.paragraph(
        f"{issued.year - 1}年，全体干部职工和社会各界积极投身高质量发展实践，涌现出一大批先进集体和先进个人。为鼓舞士气，经{day(before(issued, 9))}全体会议研究，决定对有关单位和个人予以表彰。"
    )
    flow.paragraph("希望受表彰的单位和个人珍惜荣誉、再接再厉。", after=6)
    flow.paragraph("附件：表彰名单", after=20)
    flow.signature([when(draft, "issue_date", draft.pick("plain", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 38), draft["issuing_authority"])
    flow.new_page()
    flow.paragraph("附件", draft.type("hei", 15), indent=0)
    flow.heading("表　彰　名　单", draft.type("song-bold", 20), after=10)
    other = rng.choice([one for one in ("先进集体", "优秀组织奖", "创新团队", "优秀项目") if one != title])
    groups: list[tuple[str, list[str]]] = []
    if draft["personal"]:
        names = [f"{person(rng)}（{one}）" for one in _crowd(draft, rng.randint(20, 60))]
        names.insert(rng.randrange(len(names)), f"{_recipient(draft)}（{draft.org.name}）")
        groups = [
            (f"“{other}”", _crowd(draft, rng.randint(10, 40))),
            (f"“{main}”" if quoted else main, names),
        ]
    else:
        names = _crowd(draft, rng.randint(30, 110))
        names.insert(rng.randrange(len(names)), _recipient(draft))
        groups = [
            (f"“{main}”" if quoted else main, names),
            (f"“{other}”", _crowd(draft, rng.randint(10, 50))),
        ]
        if rng.random() < 0.5:
            groups.reverse()
    groups.append(("先进个人", [f"{person(rng)}　{one}" for one in _crowd(draft, rng.randint(8, 30))]))
    small = draft.type("fang", 12.5, leading=1.6)
    for number, (name, names) in enumerate(groups):
        flow.paragraph(
            f"{'一二三'[number]}、{name}（{len(names)}{'名' if '人' in name or '章' in name else '个'}）",
            draft.type("hei", 14),
            indent=0,
            after=2,
        )
        if rng.random() < 0.45 and number < 2:
            rows = [[Cell(one, align="left") for one in names[at : at + 2]] for at in range(0, len(names), 2)]
            if len(rows[-1]) == 1:
                rows[-1].append(Cell(""))
            flow.table(rows, (1, 1), small, ruled=False, padding=2)
        else:
            for one in names:
                flow.paragraph(one, small, indent=2)
    flow.paragraph(
        f"{draft['issuing_authority']}办公室　　　　{day(after(issued, 1))}印发",
        draft.type("fang", 12),
        indent=0,
    )


@layout(KIND, "columns_table", ("digital", "scan", "poor", "docx", "xlsx", "html"))
def columns_table(draft: Draft) -> None:
    """A published list: number, name, honour, who recommended; several honours in one table."""
    rng, issued = draft.rng, draft["issue_date"]
    flow = draft.flow(draft.type("song", 11, leading=1.5), size=A4_LANDSCAPE, margins=(50, 60, 50, 50))
    title = f"{issued.year}年拟表彰对象名单" if rng.random() < 0.3 else f"{month(issued)}表彰对象汇总表"
    title = title.replace("拟", "")
    flow.heading(title, draft.type("song-bold", 18), after=4)
    day_text = when(draft, "issue_date", draft.pick("dots", "plain", "iso"))
    flow.paragraph(
        f"表彰单位：{_issuer(draft)}　　　　发文日期：{day_text}　　　　文号：{draft.put('document_number')}",
        indent=0,
        after=4,
    )
    personal = bool(draft["personal"])
    head = [
        "序号",
        "姓　名" if personal else "集体名称",
        "工作单位" if personal else "所属地区",
        "荣誉称号",
        "推荐单位",
    ]
    rows: list[list[str]] = []
    count = rng.randint(9, 34)
    spot = rng.randrange(count)
    titles = sorted({draft["honor_title"], "先进工作者" if personal else "先进单位", "优秀奖"} - {""})
    for number in range(count):
        ours = number == spot
        other = draft.org if ours else applicant(rng)
        name = _recipient(draft) if ours else (person(rng) if personal else other.name)
        honour = draft.put("honor_title") if ours else rng.choice(titles)
        rows.append(
            [str(number + 1), name, other.name if personal else other.place.full, honour, other.local_union]
        )
    flow.table(
        [[Cell(one, bold=True) for one in head], *rows],
        (0.7, 4.2 if not personal else 1.5, 2 if not personal else 4.2, 3, 2.6),
    )
    draft.sheets = [
        (
            "名单",
            [
                [title],
                [
                    f"表彰单位：{draft.again('issuing_authority')}　发文日期：{draft.again('issue_date', day(issued, 'dots'))}　文号：{draft.again('document_number')}"
                ],
                head,
                *rows,
            ],
        )
    ]


@layout(KIND, "glad_tidings", ("screenshot", "html", "txt", "digital"))
def glad_tidings(draft: Draft) -> None:
    """喜报 of the organization itself about its honour: no number, the day in the text, another date on top."""
    org, issued = draft.org, draft["issue_date"]
    flow = draft.flow(
        draft.type("hei", 15, leading=1.9), size=(480, 720), margins=(34, 48, 34, 30), colour=(255, 250, 246)
    )
    who = org.short if not draft["personal"] else f"我{draft.pick('会', '中心')}{draft['recipient']}"
    flow.heading(
        draft.pick("喜报！", "喜讯 | ", "点赞！") + f"{who}再添新荣誉",
        draft.type("hei-bold", 20),
        align="left",
        after=4,
    )
    flow.paragraph(
        f"{org.short}　{day(after(issued, 4), 'iso')} 09:2{draft.rng.randint(0, 9)}　江苏",
        draft.type("hei", 11, (140, 140, 140)),
        indent=0,
        after=12,
    )
    subject = f"{_recipient(draft)}同志" if draft["personal"] else _recipient(draft)
    flow.paragraph(
        f"{when(draft, 'issue_date', draft.pick('plain', 'hao'))}，{_issuer(draft)}印发通报，{subject}{draft.pick('荣获', '被授予', '喜获')}“{draft.put('honor_title')}”{draft.pick('称号', '荣誉称号', '')}。"
    )
    flow.paragraph(
        f"这是继{issued.year - 2}年获评“{draft.pick('优秀会员单位', '诚信单位')}”之后取得的又一成绩。荣誉属于过去，{org.short}将继续用心用情服务职工。"
    )
    flow.paragraph("图文：办公室　审核：秘书处", draft.type("hei", 11, (140, 140, 140)), indent=0)
