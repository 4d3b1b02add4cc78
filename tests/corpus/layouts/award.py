"""表彰奖励: certificates of honour, plaques, decisions with long lists, notices on the web."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus import printed
from tests.corpus.bodies import HONOURS, LEVELS, PERSONAL_HONOURS, Body, issuer
from tests.corpus.divisions import Place, counties_of
from tests.corpus.draft import LAST_DAY, PAPER_ONLY, Draft, Values, layout, sampler, some_day
from tests.corpus.layouts.shared import border, guilloche, only_for, red_head
from tests.corpus.page import A4, A4_LANDSCAPE, RED
from tests.corpus.seals import emblem
from tests.corpus.world import Organization, organization, person

KIND = "award"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """An award to the organization, now and then to one of its people; `body` fixes the issuer."""
    level = fixed.get("authority_level") or rng.choices(LEVELS, (8, 22, 34, 26, 10))[0]
    body: Body = fixed.get("body") or issuer(rng, org.place, level, county_city=rng.random() < 0.4)
    kind = fixed.get("recipient_type") or ("person" if rng.random() < 0.14 else "organization")
    titles = PERSONAL_HONOURS if kind == "person" else HONOURS
    issued = fixed.get("issue_date") or some_day(rng, date(2021, 1, 5), LAST_DAY)
    values: Values = {
        "recipient": rng.choice(org.staff[:4]) if kind == "person" else org.name,
        "recipient_type": kind,
        "honor_title": rng.choice(titles[level]).format(city=org.place.city),
        "issuing_authority": body.name,
        "authority_level": body.level,
        "document_number": printed.document_number(rng, body.sign, issued.year),
        "issue_date": issued,
        "years": rng.choice(
            ("", f"{issued.year - 1}年度", f"{issued.year - 2}-{issued.year - 1}年度", f"{issued.year}年")
        ),
    }
    values.update(fixed)
    return values


def _recipient(draft: Draft) -> str:
    return draft.also("recipient_type", draft.put("recipient"))


def _issuer(draft: Draft) -> str:
    return draft.also("authority_level", draft.put("issuing_authority"))


def _title(draft: Draft, quotes: bool | None = None) -> str:
    quoted = quotes if quotes is not None else draft.rng.random() < 0.6
    return f"“{draft.put('honor_title')}”" if quoted else draft.put("honor_title")


def _salutation(draft: Draft) -> str:
    if draft["recipient_type"] == "person":
        return draft.pick("同志", "同志：", " 同志：")
    return draft.pick("：", "", ":")


def _reason(draft: Draft) -> str:
    return draft.pick(
        "在服务职工工作中成绩突出",
        "在联系引导社会组织参与劳动关系协调工作中表现突出",
        "积极履行社会责任，热心服务职工群众，成绩显著",
        "在全年工作中开拓进取、成效明显",
    )


def _close(draft: Draft, x: float, y: float, size: float) -> None:
    page = draft.pages[-1]
    type_ = draft.type(draft.pick("song", "kai"), size)
    page.text(x, y, _issuer(draft), type_, "center")
    style = draft.pick("cn", "han", "cn", "spaced", "ring")
    if draft.rng.random() < 0.25 and draft.get("month_allowed", True):
        page.text(
            x,
            y + size * 1.9,
            draft.date(
                "issue_date", style if style != "spaced" else "cn", draft["issue_date"].strftime("%Y-%m")
            ),
            type_,
            "center",
        )
    else:
        page.text(x, y + size * 1.9, draft.date("issue_date", style), type_, "center")
    draft.seal(page, (x + draft.rng.uniform(-8, 24), y + size * 0.4), draft["issuing_authority"], 116)


@layout(KIND, "honour_certificate")
def honour_certificate(draft: Draft) -> None:
    """荣誉证书 lying: salutation, one sentence, issuer with seal."""
    page = draft.page(A4_LANDSCAPE, draft.rng.choice(((255, 250, 236), (255, 255, 255), (254, 246, 230))))
    if draft.rng.random() < 0.6:
        guilloche(page, (246, 228, 206), 8)
    border(
        page, draft.rng.choice(((200, 30, 36), (190, 146, 66))), 22, draft.pick("wave", "corners", "double")
    )
    page.text(
        421,
        126,
        draft.pick("荣誉证书", "荣 誉 证 书", "证　书", "奖　状"),
        draft.type(draft.pick("kai", "song-bold"), 46, (200, 26, 30)),
        "center",
    )
    body = draft.type(draft.pick("kai", "song", "fang"), 22, leading=1.9)
    if draft.rng.random() < 0.7:
        page.text(112, 216, _recipient(draft) + _salutation(draft), body)
        words = f"{_reason(draft)}，被{draft.pick('评为', '授予', '评选为')}{draft['years']}{_title(draft)}{draft.pick('荣誉称号', '称号', '')}。"
        y = page.paragraph(112, 236, 620, words, body, indent=2)
    else:
        page.text(112, 216, f"授予：{_recipient(draft)}", body)
        y = page.paragraph(
            112, 240, 620, f"{draft['years']}{_title(draft)}", body.but(size=28), align="center"
        )
    tail = draft.pick("特发此证，以资鼓励。", "特发此证。", "特颁此证，以资表彰。", "")
    if tail:
        page.text(156, y + 28, tail, body)
    if draft.rng.random() < 0.3:
        page.text(
            112,
            530,
            f"证书编号：{draft['issue_date'].year}-{draft.rng.randint(1, 400):03d}",
            draft.type("song", 11),
        )
    _close(draft, 600, 448, 18)
    only_for(draft, page, 0.12)


@layout(KIND, "opened_folder", ("photo", "photo", "scan"))
def opened_folder(draft: Draft) -> None:
    """A certificate in its opened red folder, photographed."""
    page = draft.page((840, 560), (150, 24, 30))
    page.rect((10, 10, 830, 550), (110, 14, 20), 3)
    page.rect((34, 34, 410, 526), (200, 160, 80), 1, (168, 30, 36))
    page.picture(emblem(), (152, 150, 292, 290))
    page.text(222, 380, "荣 誉 证 书", draft.type("kai", 38, (236, 204, 120)), "center")
    page.rect((430, 34, 806, 526), (200, 160, 80), 1.5, (255, 251, 238))
    page.rect((440, 44, 796, 516), (210, 60, 50), 1)
    body = draft.type("kai", 17, leading=1.9)
    page.text(464, 110, _recipient(draft) + _salutation(draft), body)
    words = f"{_reason(draft)}，荣获{draft['years']}{_title(draft)}{draft.pick('荣誉称号', '称号', '')}。"
    y = page.paragraph(464, 128, 312, words, body, indent=2)
    page.text(498, y + 24, "特发此证，以资鼓励。", body)
    _close(draft, 668, 436, 15)


@layout(KIND, "plaque", ("photo", "photo", "poor"))
def plaque(draft: Draft) -> None:
    """A brass plaque: the honour large, the recipient small or absent, issuer and date below."""
    metal = draft.rng.choice(((206, 172, 92), (200, 200, 204), (214, 186, 120), (180, 30, 34)))
    page = draft.page((820, 540), metal)
    ink = (246, 222, 140) if metal[1] < 60 else draft.rng.choice(((30, 24, 18), (160, 20, 24)))
    page.rect((16, 16, 804, 524), ink, 3)
    page.text(
        410,
        120,
        draft.pick("授予  ", "") + _recipient(draft),
        draft.type("song-bold", 32 if len(draft["recipient"]) < 18 else 26, ink),
        "center",
    )
    title = draft["honor_title"]
    if draft["years"]:
        page.text(410, 186, draft["years"], draft.type("song-bold", 26, ink), "center")
    page.text(
        410, 276, _title(draft, False), draft.type("song-bold", min(66, 680 / len(title)), ink), "center"
    )
    lower = draft.type("song-bold", 24, ink)
    page.text(410, 410, _issuer(draft), lower, "center")
    if draft.rng.random() < 0.6 and draft.get("month_allowed", True):
        page.text(
            410,
            452,
            draft.date("issue_date", draft.pick("cn", "han"), draft["issue_date"].strftime("%Y-%m")),
            lower,
            "center",
        )
    else:
        page.text(410, 452, draft.date("issue_date", draft.pick("cn", "han")), lower, "center")


def _others(draft: Draft, count: int) -> list[str]:
    rng = draft.rng
    if draft["recipient_type"] == "person":
        names = [person(rng) for _ in range(count)]
    else:
        places: list[Place] | None = None
        if draft["authority_level"] == "county":
            places = [draft.org.place]
        elif draft["authority_level"] == "prefecture":
            places = list(counties_of(draft.org.place.city))
        names = [
            organization(rng, rng.choice(places) if places else None, provincial=False).name
            for _ in range(count)
        ]
    return [name for name in dict.fromkeys(names) if name != draft["recipient"]]


@layout(KIND, "decision_with_list")
def decision_with_list(draft: Draft) -> None:
    """A red-header decision; the honoured stand in an annex of dozens to hundreds, in columns or one a line."""
    rng = draft.rng
    flow = draft.flow(draft.type(draft.pick("fang", "fang", "song"), 15, leading=1.85), numbered="— {} —")
    subject = f"关于{draft.pick('表彰', '命名', '授予')}{draft['years']}{_title(draft)}的{draft.pick('决定', '通报', '决定')}"
    red_head(flow, draft, _issuer(draft), draft.put("document_number"), subject)
    flow.paragraph(
        draft.pick("各区县总工会，各有关单位：", "各有关单位：", "各市、县（市、区）有关部门，各有关单位："),
        indent=0,
    )
    count = rng.choice((24, 40, 60, 90, 140, 220))
    unit = "名个人" if draft["recipient_type"] == "person" else "个单位"
    others = _others(draft, count)
    flow.paragraph(
        f"为树立典型、激励先进，进一步调动广大职工和社会组织的积极性，经基层推荐、资格审核、集体研究和公示，决定授予{others[0]}等{len(others) + 1}{unit}“{draft['honor_title']}”称号。"
    )
    flow.paragraph(
        "希望受到表彰的单位和个人珍惜荣誉、再接再厉，在服务职工、促进和谐劳动关系中再创佳绩。各单位要以先进为榜样，立足本职，扎实工作。"
    )
    if rng.random() < 0.7:
        flow.paragraph(f"附件：{draft['honor_title']}名单", after=6)
    flow.signature(
        [draft.again("issuing_authority"), draft.date("issue_date", draft.pick("cn", "han", "cn"))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 54), draft["issuing_authority"])
    if rng.random() < 0.75:
        flow.new_page()
    flow.paragraph("附件", draft.type("hei", 14), indent=0, after=6)
    flow.heading(f"{draft['honor_title']}名单", draft.type("song-bold", 18), after=10)
    names = [*others]
    at = rng.randrange(len(names) + 1)
    names.insert(at, "\0")
    shown = [_recipient(draft) if name == "\0" else name for name in names]
    small = draft.type("fang", 12.5, leading=1.75)
    if draft["recipient_type"] == "person":
        for start in range(0, len(shown), 5):
            flow.table(
                [list((shown[start : start + 5] + [""] * 5)[:5])],
                (1, 1, 1, 1, 1),
                small,
                ruled=False,
                padding=1,
            )
    elif rng.random() < 0.4:
        rows: list[list[str]] = [["序号", draft.pick("单位名称", "获奖单位")]]
        rows += [[str(number), name] for number, name in enumerate(shown, start=1)]
        flow.table(rows, (1, 7), small)
    else:
        for name in shown:
            flow.paragraph(name, small, indent=draft.rng.choice((2, 2, 2)))


@layout(KIND, "short_decision")
def short_decision(draft: Draft) -> None:
    """A decision about the one recipient."""
    flow = draft.flow(draft.type("fang", 16, leading=1.9))
    red_head(
        flow,
        draft,
        _issuer(draft),
        draft.put("document_number"),
        f"关于授予{draft['recipient']}{_title(draft)}称号的决定",
    )
    flow.paragraph(draft.pick("各镇（街道）、各有关单位：", "各有关单位："), indent=0)
    flow.paragraph(
        f"{draft['years']}以来，{_recipient(draft)}{_reason(draft)}，为促进劳动关系和谐稳定作出了积极贡献。经研究，决定授予其“{draft['honor_title']}”称号，予以通报表彰。"
    )
    flow.paragraph("希望珍惜荣誉，戒骄戒躁，再接再厉，不断取得新的更大成绩。", after=20)
    flow.signature([draft.again("issuing_authority"), draft.date("issue_date", draft.pick("cn", "han"))])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 58), draft["issuing_authority"])


@layout(KIND, "certificate_upright", PAPER_ONLY)
def certificate_upright(draft: Draft) -> None:
    """An upright certificate: 授予 … honour in a large line."""
    page = draft.page(A4, (255, 249, 236))
    border(page, (196, 40, 40), 30, draft.pick("wave", "double"))
    page.text(297, 150, draft.pick("荣誉证书", "证　书"), draft.type("kai", 44, RED), "center")
    page.text(297, 240, draft.pick("授　予", "兹授予"), draft.type("kai", 22), "center")
    page.text(
        297, 300, _recipient(draft), draft.type("kai", min(26, 440 / len(draft["recipient"]))), "center"
    )
    if draft["years"]:
        page.text(297, 360, draft["years"], draft.type("kai", 22), "center")
    title = draft["honor_title"]
    page.text(
        297, 416, _title(draft, False), draft.type("song-bold", min(34, 430 / len(title)), RED), "center"
    )
    page.text(297, 466, draft.pick("荣誉称号", "称号"), draft.type("kai", 22), "center")
    _close(draft, 380, 640, 18)


@layout(KIND, "web_notice", ("digital", "screenshot", "html"))
def web_notice(draft: Draft) -> None:
    """The issuer's notice on its web site, recipients in one paragraph."""
    flow = draft.flow(draft.type("hei", 11.5, leading=1.9), margins=(56, 84, 56, 50))
    flow.page.rect((0, 0, 595, 50), None, fill=(196, 26, 30))
    flow.page.text(30, 32, _issuer(draft), draft.type("hei", 18, (255, 255, 255)))
    flow.page.text(40, 70, "首页 > 通知公告 > 正文", draft.type("hei", 9, (120, 120, 120)))
    flow.heading(
        f"关于{draft['years']}{_title(draft)}名单的{draft.pick('公布', '通报', '公告')}",
        draft.type("hei", 17),
        after=4,
    )
    flow.heading(
        f"发布时间：{draft.date('issue_date', draft.pick('iso', 'cn'))}　来源：{draft.again('issuing_authority', implied='authority_level')}",
        draft.type("hei", 9.5, (130, 130, 130)),
        after=10,
        level=3,
    )
    others = _others(draft, draft.rng.randint(6, 16))
    at = draft.rng.randrange(len(others) + 1)
    others.insert(at, "\0")
    flow.paragraph("经推荐、评审和公示，现将名单公布如下：")
    flow.paragraph("、".join(_recipient(draft) if one == "\0" else one for one in others) + "。")
