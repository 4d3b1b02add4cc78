"""表彰: a frame on a wall, a plate without a recipient, a modern certificate, a notice with its list in groups, a circular about one."""

import random

from tests.corpus import printed
from tests.corpus.divisions import COUNTIES, counties_of
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_a import framed_on_wall, neighbours
from tests.corpus.held_out.pieces_c import told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import award as _usual  # noqa: F401 - registers the usual sampler
from tests.corpus.layouts.shared import only_for, red_head, sealed, two_dimensional_code
from tests.corpus.page import A4, RED
from tests.corpus.seals import emblem
from tests.corpus.world import Organization, people

KIND = "award"
_HONOURS = {
    "national": ("全国工会职工之家示范单位", "全国社会工作服务示范单位", "全国维护职工权益优秀服务组织", "全国五一巾帼标兵岗"),
    "provincial": ("江苏省维护职工权益杰出单位", "江苏省五一巾帼标兵岗", "江苏省百优社会服务机构", "江苏省和谐劳动关系创建示范单位"),
    "prefecture": ("{city}五一巾帼标兵岗", "{city}品牌社会组织", "{city}职工心理服务示范点", "全市产业工人队伍建设改革先进单位", "{city}学雷锋活动示范点"),
    "county": ("最美户外劳动者驿站", "十佳公益伙伴", "五一劳动奖状", "社会组织党建先进单位", "优秀社会服务机构"),
    "other": ("最佳协作单位", "优秀承办单位", "爱心合作单位", "突出贡献奖", "会员之星"),
}  # fmt: skip
_PERSONAL = {
    "national": ("全国五一巾帼标兵", "全国优秀志愿者"),
    "provincial": ("江苏省五一创新能手", "江苏省最美社工"),
    "prefecture": ("{city}五一创新能手", "{city}职工信赖的娘家人", "{city}最美志愿者"),
    "county": ("十佳社工", "五一巾帼标兵", "金牌调解员"),
    "other": ("优秀讲师", "服务之星"),
}


def _change(rng: random.Random, org: Organization, values: Values) -> Values:
    chosen = (_PERSONAL if values["recipient_type"] == "person" else _HONOURS)[values["authority_level"]]
    return {"honor_title": rng.choice(chosen).format(city=org.place.city)}


told_anew(KIND, _change)


def _recipient(draft: Draft) -> str:
    return draft.also("recipient_type", draft.put("recipient"))


def _issuer(draft: Draft) -> str:
    return draft.also("authority_level", draft.put("issuing_authority"))


@layout(KIND, "wall_frame", ("photo", "photo", "poor"))
def wall_frame(draft: Draft) -> None:
    """荣誉证书 in a frame on a wall: recipient after 授予, the honour red in the middle, month of the award below."""
    page = framed_on_wall(draft, (760, 560), (255, 250, 236), (120, 84, 40))
    page.picture(emblem(), (352, 70, 408, 126))
    page.text(
        380, 168, draft.pick("荣誉证书", "奖　　状", "表彰证书"), draft.type("song-bold", 34, RED), "center"
    )
    kai = draft.type("kai", 20)
    name = _recipient(draft) + ("　同志" if draft["recipient_type"] == "person" else "")
    page.text(380, 226, name, kai.but(size=min(22, 560 / len(draft["recipient"]))), "center")
    page.text(
        380,
        262,
        f"在{draft['years'] or '本届'}评选中，被{draft.pick('授予', '评为', '命名为')}",
        kai,
        "center",
    )
    size = min(36, 600 / len(draft["honor_title"]))
    page.text(380, 322, draft.put("honor_title"), draft.type("song-bold", size, RED), "center")
    page.text(150, 366, draft.pick("特颁此状，以兹鼓励。", "特发此证。"), kai.but(size=17))
    page.text(540, 424, _issuer(draft), kai.but(size=17), "center")
    month = draft["issue_date"].strftime("%Y-%m")
    page.text(540, 456, draft.date("issue_date", draft.pick("han", "cn"), month), kai.but(size=17), "center")
    draft.seal(page, (546, 434), draft["issuing_authority"], 104)


@layout(KIND, "bare_plate", ("photo", "photo", "poor"), needs="recipient_type=organization")
def bare_plate(draft: Draft) -> None:
    """A titanium plate that an issuer hands to all alike: the honour, the issuer and a date, no recipient."""
    steel = draft.rng.choice(((204, 206, 210), (220, 188, 112), (188, 36, 40)))
    ink = (250, 226, 150) if steel[1] < 60 else draft.rng.choice(((170, 24, 28), (36, 34, 32)))
    page = draft.page((820, 500), steel)
    page.rect((12, 12, 808, 488), ink, 2.4)
    for x, y in ((30, 30), (790, 30), (30, 470), (790, 470)):
        page.round((x - 6, y - 6, x + 6, y + 6), (90, 80, 60), 0.8, (160, 150, 130))
    if draft["years"]:
        page.text(410, 112, draft["years"], draft.type("hei", 30, ink), "center")
    size = min(68, 700 / len(draft["honor_title"]))
    page.text(410, 232, draft.put("honor_title"), draft.type("hei-bold", size, ink), "center")
    page.line(200, 274, 620, 274, ink, 1.2)
    page.text(410, 360, _issuer(draft), draft.type("song-bold", 28, ink), "center")
    page.text(
        410,
        412,
        draft.date("issue_date", draft.pick("han", "cn", "ring")),
        draft.type("song-bold", 26, ink),
        "center",
    )


@layout(KIND, "modern_certificate", ("digital", "digital", "scan", "screenshot"))
def modern_certificate(draft: Draft) -> None:
    """An electronic certificate in two languages: a coloured band, labels with values, a code to check it by."""
    page = draft.page(A4)
    tint = draft.rng.choice(((176, 30, 38), (20, 70, 140), (150, 112, 50)))
    page.rect((0, 0, 595, 150), None, fill=tint)
    page.text(297, 78, "获 奖 证 书", draft.type("hei-bold", 38, (255, 255, 255)), "center")
    page.text(297, 116, "CERTIFICATE OF HONOR", draft.type("hei", 16, (255, 255, 255), tracking=3), "center")
    hei, grey = draft.type("hei", 16, leading=1.5), draft.type("hei", 11, (130, 130, 130))
    who = (
        "获奖个人" if draft["recipient_type"] == "person" else draft.pick("获奖单位", "获奖机构", "获奖组织")
    )
    y = 210.0
    for chinese, english, value in (
        (who, "Awarded to", _recipient(draft)),
        (draft.pick("荣誉名称", "奖项名称", "获奖名称"), "Honor", draft.put("honor_title")),
        (draft.pick("授奖单位", "颁奖单位", "授予单位"), "Issued by", _issuer(draft)),
        (
            draft.pick("授奖日期", "颁发时间", "授予时间"),
            "Date",
            draft.date("issue_date", draft.pick("cn", "dot", "iso")),
        ),
    ):
        page.text(80, y, chinese, hei.but(colour=tint))
        page.text(80, y + 18, english, grey)
        page.paragraph(190, y - 18, 330, value, hei)
        page.line(80, y + 34, 515, y + 34, (222, 222, 222), 0.6)
        y += 78
    code = f"{draft['issue_date']:%Y}{draft.rng.randrange(10**8):08d}"
    page.text(80, 620, f"证书编号 No. {code}", grey.but(size=12))
    two_dimensional_code(draft, page, 80, 640, 84)
    page.text(80, 744, "扫码验证证书信息", grey)
    draft.seal(page, (430, 660), draft["issuing_authority"], 120)
    only_for(draft, page, 0.15)


@layout(KIND, "notice_in_groups", ("digital", "scan", "poor", "docx"))
def notice_in_groups(draft: Draft) -> None:
    """A notice with the list in its body: units under two heads with their number, or persons in one line."""
    rng = draft.rng
    flow = draft.flow(draft.type("fang", 15, leading=1.75), numbered="- {} -")
    title = f"关于{draft.pick('表扬', '通报表扬', '公布')}{draft['years']}{draft.put('honor_title')}的{draft.pick('通报', '通知')}"
    red_head(flow, draft, _issuer(draft), draft.put("document_number"), title)
    flow.paragraph("各有关单位：", indent=0)
    flow.paragraph(
        "经自下而上推荐、专家评议、征求意见和媒体公示，现对下列对象予以通报表扬。希望受表扬的对象再接再厉，其他单位见贤思齐。"
    )
    hei = draft.type("hei", 15, leading=1.75)
    if draft["recipient_type"] == "person":
        names = list(people(rng, rng.randint(6, 12)))
        names[rng.randrange(len(names))] = f"{_recipient(draft)}（{draft.org.name}）"
        flow.paragraph(f"受表扬人员（{len(names)}名，排名不分先后）", hei)
        flow.paragraph("　　".join(names), after=10)
    else:
        units = neighbours(draft, rng.randint(4, 9))
        units.insert(rng.randrange(len(units) + 1), _recipient(draft))
        middle = rng.randint(1, len(units) - 1)
        for head, part in (("一、行业服务类", units[:middle]), ("二、公益服务类", units[middle:])):
            flow.paragraph(f"{head}（{len(part)}个）", hei)
            for one in part:
                flow.paragraph(one)
    sealed(
        draft,
        flow,
        [draft.again("issuing_authority"), draft.date("issue_date", draft.pick("cn", "han"))],
        draft["issuing_authority"],
    )


@layout(KIND, "annex_table", ("digital", "scan", "xlsx", "docx", "photo"))
def annex_table(draft: Draft) -> None:
    """The annex of a decision alone, without its letter: title, table with place and unit, issuer and day in small print."""
    rng = draft.rng
    flow = draft.flow(draft.type("song", 11.5, leading=1.4))
    head = f"{draft['years']}{draft.put('honor_title')}{draft.pick('名单', '对象名单', '一览表')}"
    flow.paragraph("附件1", draft.type("hei", 14), indent=0, after=4)
    flow.heading(head, draft.type("song-bold", 19), after=4)
    printed_by = f"（{_issuer(draft)}　{draft.date('issue_date', draft.pick('cn', 'dot'))}印发）"
    flow.paragraph(printed_by, draft.type("kai", 12), indent=0, align="center", after=6)
    person = draft["recipient_type"] == "person"
    ours = [draft.org.place.county or draft.org.place.city, _recipient(draft)] + (
        [draft.org.name] if person else []
    )
    rows: list[list[str]] = []
    level = draft["authority_level"]
    places = counties_of(draft.org.place.city) if level == "prefecture" else COUNTIES
    for name in neighbours(draft, rng.randint(7, 18)):
        place = draft.org.place if level in ("county", "other") else rng.choice(places)
        other = place.full + name.removeprefix(draft.org.place.full)
        names = [people(rng, 1)[0], other] if person else [other]
        rows.append([place.county or place.city, *names])
    rows.insert(rng.randrange(len(rows) + 1), ours)
    labels = ["序号", "地区", *(["姓名", "所在单位"] if person else [draft.pick("单位", "单位全称")])]
    full = [labels, *([str(number), *row] for number, row in enumerate(rows, start=1))]
    cells: list[list[Cell | str]] = [
        [Cell(text, bold=True) for text in full[0]],
        *([*row] for row in full[1:]),
    ]
    flow.table(cells, (0.8, 1.6, 1.6, 5) if person else (0.8, 1.8, 6), least=24)
    draft.sheets.append(("名单", [[head], [printed_by], *full]))


@layout(KIND, "short_circular", ("digital", "scan", "photo"))
def short_circular(draft: Draft) -> None:
    """A circular about the one recipient on a telegram-like sheet: boxed head, number right, praise before the honour."""
    flow = draft.flow(draft.type("fang", 15, leading=1.8))
    page = flow.page
    page.text(297, 110, _issuer(draft), draft.type("song-bold", 28, RED), "center")
    page.line(80, 124, 521, 124, RED, 2)
    page.text(521, 146, draft.put("document_number"), draft.type("fang", 13), "right")
    flow.y = 170
    flow.heading(
        f"关于{draft.pick('命名', '授予', '认定')}{draft['honor_title']}的{draft.pick('通知', '决定')}",
        draft.type("song-bold", 20),
        after=14,
    )
    flow.paragraph(f"{_recipient(draft)}{'同志' if draft['recipient_type'] == 'person' else ''}：", indent=0)
    deed = "扎根基层、服务一线，在帮助职工解决急难愁盼问题中作出了成绩，赢得广泛好评"
    flow.paragraph(
        f"{draft['years'] or '近年来'}，你{'' if draft['recipient_type'] == 'person' else '单位'}{deed}。根据有关评选办法，经研究，决定{draft.pick('授予', '命名')}你{'' if draft['recipient_type'] == 'person' else '单位'}“{draft.put('honor_title')}”称号。"
    )
    flow.paragraph("望以此为新的起点，为职工提供更加优质的服务。", after=16)
    day = draft.date("issue_date", draft.pick("cn", "han"))
    sealed(draft, flow, [draft.again("issuing_authority"), day], draft["issuing_authority"])
    flow.paragraph(f"抄送：{draft.org.supervisory_body}。", draft.type("fang", 12), indent=0)
    flow.paragraph(f"共印{printed.spaced('15', 2)}份", draft.type("fang", 12), indent=0)
