"""工会名册: an export of the members' system, a registration form of a committee, a chart of boxes on a wall."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import GREY, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import union_papers as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.world import Organization, phone

KIND = "union_roster"
_POSTS = ("主席", "副主席", "组织委员", "女职工委员", "经费审查委员", "文体委员", "劳动保护监督员")


def _change(rng: random.Random, org: Organization, values: Values) -> Values:
    title = rng.choice(
        (
            f"{org.short}工会第{rng.choice('一二三')}届委员会组成人员登记表",
            "工会组织架构及分工一览表",
            f"{values['date'].year}年工会干部信息采集表",
            "基层工会委员会、经审委、女工委成员名单",
        )
    )
    return {"title": title, "officers": org.staff[1:8]}


told_anew(KIND, _change)


def _people(draft: Draft) -> list[tuple[str, str]]:
    return list(zip(_POSTS, draft["officers"], strict=False))


@layout(KIND, "system_export", ("xlsx", "xlsx", "digital", "screenshot"))
def system_export(draft: Draft) -> None:
    """An export with many columns: a line above tells unit and day of export, numbers masked."""
    rng = draft.rng
    flow = draft.flow(draft.type("hei", 9.5, leading=1.4), size=(842, 595), margins=(40, 48, 40, 40))
    flow.heading(draft.put("title"), draft.type("hei-bold", 16), after=6)
    name = draft.put("organization_name")
    line = f"单位名称：{name}　　导出时间：{draft.date('date', 'iso')} 09:{rng.randint(10, 59)}:00"
    flow.paragraph(line, indent=0, after=4)
    rows = [
        [
            "序号",
            "姓名",
            "性别",
            "出生年月",
            "政治面貌",
            "学历",
            "工会职务",
            "专/兼职",
            "任职时间",
            "手机号码",
        ]
    ]
    for number, (post, one) in enumerate(_people(draft), start=1):
        birth = f"{rng.randint(1966, 1998)}-{rng.randint(1, 12):02d}"
        party, degree = draft.pick("中共党员", "群众", "民主党派"), draft.pick("大专", "本科", "研究生")
        since = f"{draft['date'].year - rng.randint(0, 3)}-0{rng.randint(1, 9)}"
        masked = phone(rng)[:3] + "****" + f"{rng.randint(0, 9999):04d}"
        rows.append(
            [
                str(number),
                one,
                draft.pick("男", "女"),
                birth,
                party,
                degree,
                post,
                draft.pick("专职", "兼职"),
                since,
                masked,
            ]
        )
    flow.table(rows, (0.7, 1.3, 0.8, 1.4, 1.4, 1.1, 2.2, 1.2, 1.4, 2), least=24, rule=(150, 150, 150))
    draft.sheets.append(("Sheet1", [[draft.put("title")], [line], *rows]))


@layout(KIND, "committee_form", ("docx", "scan", "digital", "poor", "photo"))
def committee_form(draft: Draft) -> None:
    """A form of the union above: facts of the unit in merged cells, members grouped by committee, seal and day at the foot."""
    org, rng = draft.org, draft.rng
    flow = draft.flow(draft.type("song", 12, leading=1.4))
    flow.heading(draft.put("title"), draft.type("song-bold", 19, leading=1.4), after=8)
    pairs = _people(draft)
    rows: list[list[Cell | str]] = [
        ["基层单位", Cell(draft.put("organization_name"), 4)],
        ["上级工会", Cell(org.local_union, 2), "会员数", str(rng.randint(9, 90))],
        ["组织", "姓名", "职务", "性别", "电话"],
    ]
    for number, (post, one) in enumerate(pairs):
        group = (
            [Cell("工会委员会", rows=4)]
            if number == 0
            else [Cell("经审及\n其　他", rows=len(pairs) - 4)]
            if number == 4
            else []
        )
        rows.append([*group, one, post, draft.pick("男", "女"), phone(rng)])
    foot = f"填表人：{org.staff[-1]}　　　　填报日期：{draft.date('date', draft.pick('cn', 'spaced', 'dot'))}"
    rows.append(["单位工会\n（盖章）", Cell(f"\n{foot}\n", 4)])
    flow.table(rows, (1.6, 1.5, 2.2, 1, 2.4), least=32)
    draft.seal(flow.page, (flow.left + flow.width * 0.3, flow.y - 34), org.union_name, 96)


@layout(KIND, "chart_on_wall", ("photo", "digital", "screenshot"))
def chart_on_wall(draft: Draft) -> None:
    """A chart: the chair on top, lines down to boxes with post over name, unit and month of making at the foot."""
    page = draft.page((860, 560), (252, 250, 246))
    page.rect((0, 0, 860, 84), None, fill=(186, 30, 34))
    size = min(28.0, 760 / len(draft["title"]))
    page.text(430, 54, draft.put("title"), draft.type("hei-bold", size, (255, 255, 255)), "center")
    hei, red = draft.type("hei", 15), (186, 30, 34)
    (top, chair), *rest = _people(draft)
    page.rect((350, 116, 510, 186), red, 1.6, (255, 240, 236), 6)
    page.text(430, 144, top, hei.but(colour=red), "center")
    page.text(430, 172, chair, hei, "center")
    page.line(430, 186, 430, 226, red, 1.4)
    step = 780 / len(rest)
    middles = [40 + step * (number + 0.5) for number in range(len(rest))]
    page.line(middles[0], 226, middles[-1], 226, red, 1.4)
    for x, (post, one) in zip(middles, rest, strict=True):
        page.line(x, 226, x, 256, red, 1.4)
        page.rect((x - step / 2 + 6, 256, x + step / 2 - 6, 336), red, 1.2, (255, 255, 255), 6)
        page.text(x, 288, post, hei.but(size=min(15, (step - 16) / len(post)), colour=red), "center")
        page.text(x, 318, one, hei, "center")
    page.text(430, 420, "听职工心声　解职工难题　聚职工合力", draft.type("kai", 24, red), "center")
    made = draft.date("date", draft.pick("cn", "dot"))
    page.text(
        820,
        520,
        f"{draft.put('organization_name')}　{made}{draft.pick('制', '更新')}",
        hei.but(size=13, colour=GREY),
        "right",
    )
    page.text(40, 520, f"监督电话：{printed.spaced(draft.org.phone, 1)}", hei.but(size=13, colour=GREY))
