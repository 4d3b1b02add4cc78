"""Appointments to union bodies: a letter in a folder, a list of those elected, the form for approval."""

import random
from collections.abc import Mapping
from typing import Any

from tests.corpus.draft import PAPER, PAPER_ONLY, Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_a import neighbours
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import union_papers as usual
from tests.corpus.layouts.shared import red_head
from tests.corpus.world import Organization, people

KIND = "appointment"
_POSITIONS = (
    "兼职副主席",
    "常务委员会委员",
    "经费审查委员会委员",
    "女职工委员会副主任（兼职）",
    "劳动关系工作部副部长（挂职）",
    "职工维权律师团副团长",
    "集体协商指导员",
)


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The usual appointment to other posts."""
    values = usual.sample_appointment(rng, org, fixed)
    return values if "position" in fixed else values | {"position": rng.choice(_POSITIONS)}


SAMPLERS[KIND] = sample


@layout(KIND, "folder_letter", PAPER_ONLY)
def folder_letter(draft: Draft) -> None:
    """聘书 in an opened folder: the title on the red left leaf, the text on the right one."""
    page = draft.page((842, 580), (178, 22, 30))
    page.rect((428, 24, 820, 556), None, fill=(255, 251, 240))
    page.text(214, 300, "聘　书", draft.type("song-bold", 58, (238, 200, 100)), "center")
    page.text(624, 92, draft.pick("聘 任 书", "聘　书"), draft.type("song-bold", 26, (180, 30, 30)), "center")
    kai = draft.type("kai", 17, leading=1.9)
    page.text(456, 160, f"{draft.put('person')} {draft.pick('同志', '先生/女士')}：", kai)
    page.paragraph(
        456,
        172,
        336,
        f"兹聘任您为{draft.put('body')}{draft.put('position')}，聘期{draft.pick('两', '三')}年。望恪尽职守，为工会事业贡献力量。",
        kai,
        indent=2,
    )
    page.text(680, 440, draft.put("issuing_authority"), kai.but(size=16), "center")
    page.text(680, 472, draft.date("issue_date", draft.pick("han", "cn")), kai.but(size=15), "center")
    draft.seal(page, (684, 444), draft["issuing_authority"], 112)


@layout(KIND, "elected_list", ("digital", "scan", "docx"))
def elected_list(draft: Draft) -> None:
    """A red-headed announcement of by-elections with a table of people, units and posts; one of them is ours."""
    flow = draft.flow(draft.type("fang", 15, leading=1.8))
    title = f"关于增补（替补）{draft['body']}有关人员的通报"
    red_head(flow, draft, draft.put("issuing_authority"), draft["number"], title)
    flow.paragraph("各直属基层工会，机关各部室：", indent=0)
    flow.paragraph(
        f"经{draft.put('body')}全委会议民主选举，并报上级批准，下列人员增补到相应岗位，名单通报如下："
    )
    others = people(draft.rng, 3)
    posts = ("委员", "委员", "兼职副主席")
    units = neighbours(draft, 3)
    rows = [list(row) for row in zip(others, units, posts, strict=True) if row[0] != draft["person"]]
    rows.insert(
        draft.rng.randrange(len(rows) + 1), [draft.put("person"), draft.org.name, draft.put("position")]
    )
    flow.table([["姓名", "所在单位", "职务"], *rows], (1.3, 4.4, 2.6), draft.type("song", 12.5), least=28)
    flow.paragraph("上述同志任职时间自选举之日起计算。")
    flow.signature([draft.again("issuing_authority"), draft.date("issue_date", "cn")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 54), draft["issuing_authority"])


@layout(KIND, "approval_form", PAPER)
def approval_form(draft: Draft) -> None:
    """工会干部兼职（挂职）审批表: a form of merged cells, the deciding office's opinion, seal and day at its foot."""
    flow = draft.flow(draft.type("song", 12), margins=(64, 64, 64, 60))
    flow.heading("工会干部兼（挂）职审批表", draft.type("song-bold", 21), after=10)
    org = draft.org
    born = f"{draft.rng.randint(1968, 1996)}.{draft.rng.randint(1, 12):02d}"
    flow.table(
        [
            ["姓　名", draft.put("person"), "性　别", draft.pick("男", "女"), "出生年月", born],
            ["学　历", draft.pick("本科", "大专", "研究生"), "政治面貌", draft.pick("中共党员", "群众"), "民　族", "汉族"],
            [Cell("工作单位"), Cell(org.name, 5)],
            [Cell("拟任机构"), Cell(draft.put("body"), 2), "拟任职务", Cell(draft.put("position"), 2)],
            [Cell("主要\n表现"), Cell("该同志政治立场坚定，熟悉职工服务工作，联系群众广泛，组织协调能力强，能够胜任拟任职务。", 5, align="left")],
            [Cell("所在单位\n意　　见"), Cell(f"同意。\n　　　　　　　　　　　　（盖章）{org.name}", 5, align="left")],
            [Cell("审批机关\n意　　见"), Cell(f"同意任职。\n\n　　　　　　　　　　　　（盖章）{draft.put('issuing_authority')}\n　　　　　　　　　　　　{draft.date('issue_date', 'spaced')}", 5, align="left")],
        ],
        (1.4, 1.5, 1.3, 1.3, 1.3, 1.3),
        least=38,
    )  # fmt: skip
    draft.seal(flow.page, (400, flow.y - 44), draft["issuing_authority"])
