"""Changes of term: the filing form, a reply to a request, a notice of results."""

import random
from collections.abc import Mapping
from typing import Any

from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.register import SAMPLERS, layout
from tests.corpus.layouts import organization_papers as usual
from tests.corpus.layouts.shared import red_head, sealed
from tests.corpus.world import Organization

KIND = "term_change"
_HAN = "一二三四五六七八九"


def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """The usual change; who was chosen is of the applicant's own people."""
    values = usual.sample_term_change(rng, org, fixed)
    return values if "chosen" in fixed else values | {"chosen": org.staff[:5]}


SAMPLERS[KIND] = sample


def _posts(draft: Draft) -> tuple[str, ...]:
    head = "会长" if draft.org.type == "社会团体" else "理事长"
    return (head, f"副{head}", f"副{head}", "秘书长", "监事")


def _session(draft: Draft, style: str = "han") -> str:
    number: int = draft["session"]
    return draft.put("session", f"第{_HAN[number - 1]}届" if style == "han" else f"第{number}届", number)


@layout(KIND, "filing_form", ("digital", "scan", "photo", "docx"))
def filing_form(draft: Draft) -> None:
    """换届（负责人）备案表: merged cells, the list of those chosen in the middle, two offices' opinions below."""
    flow = draft.flow(draft.type("song", 11.5), margins=(66, 66, 66, 60))
    flow.heading(
        draft.pick("社会组织换届备案表", "社会组织负责人换届备案表"), draft.type("song-bold", 20), after=10
    )
    chosen: tuple[str, ...] = draft["chosen"]
    before, after = draft.rng.randint(40, 70), draft.rng.randint(30, 40)
    people = [
        [name, post, draft.pick("男", "女"), str(draft.rng.randint(34, 66)), draft.pick("新任", "连任")]
        for name, post in zip(chosen, _posts(draft), strict=False)
    ]
    flow.table(
        [
            ["单位名称", Cell(draft.put("organization_name"), 5)],
            ["换届届次", Cell(_session(draft), 2), "换届日期", Cell(draft.date("date", draft.pick("cn", "dot", "iso")), 2)],
            ["应到人数", Cell(str(before), 2), "实到人数", Cell(str(after), 2)],
            [Cell("新一届\n负责人", rows=len(people) + 1), "姓名", "职务", "性别", "年龄", "备注"],
            *people,
            [Cell("审查机关\n意　　见"), Cell(f"同意备案。\n\n　　　　　　　　　　　　　　{draft.put('approving_body')}（章）", 5, align="left")],
            ["填表说明", Cell("本表一式三份，审查机关、登记档案、填报单位各存一份。", 5, align="left")],
        ],
        (1.5, 1.3, 1.3, 1.3, 1.3, 1.3),
        least=32,
    )  # fmt: skip
    draft.seal(flow.page, (400, flow.y - 70), draft["approving_body"])


@layout(KIND, "reply", ("digital", "scan", "poor"))
def reply(draft: Draft) -> None:
    """The reply of the office that approves, on red-headed paper, to the organization's report of its election."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85))
    year = draft["date"].year
    session = _session(draft)
    number = f"{draft.org.sign}社管函〔{year}〕{draft.rng.randint(2, 90)}号"
    title = f"关于同意{draft['organization_name']}换届选举结果的复函"
    red_head(flow, draft, draft.put("approving_body"), number, title)
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    chosen: tuple[str, ...] = draft["chosen"]
    flow.paragraph(
        f"你单位《关于{draft.pick('报送', '呈报')}换届选举结果的报告》收悉。经研究，同意你单位选举产生的{session}理事会组成人员：{chosen[0]}任负责人，{'、'.join(chosen[1:3])}任副职，{chosen[3]}任秘书长，{chosen[4]}任监事。"
    )
    flow.paragraph("请严格按照章程开展活动，并于三十日内办理相关变更手续。")
    flow.paragraph("此复。")
    flow.signature([draft.again("approving_body"), draft.date("date", "cn")])
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 58), draft["approving_body"])


@layout(KIND, "notice_of_results", ("docx", "html", "digital", "photo"))
def notice_of_results(draft: Draft) -> None:
    """The organization's own notice, put up or posted: when it met, how it voted, who holds office now."""
    flow = draft.flow(draft.type("song", 14, leading=1.9))
    meeting = "会员代表大会" if draft.org.type == "社会团体" else "理事会议"
    flow.heading("换届结果公告", draft.type("hei", 24), after=14)
    chosen: tuple[str, ...] = draft["chosen"]
    votes = draft.rng.randint(18, 60)
    flow.paragraph(
        f"{draft.date('date', draft.pick('cn', 'padded'))}，{draft.put('organization_name')}召开{meeting}，以无记名投票方式完成换届。发出选票{votes}张，收回{votes}张，全部有效。"
    )
    flow.paragraph(f"{_session(draft, draft.pick('han', 'digits'))}领导班子名单如下（排名不分先后）：")
    flow.table([["职务", "姓名", "得票"], *[[post, name, str(votes - draft.rng.randint(0, 3))] for name, post in zip(chosen, _posts(draft), strict=False)]], (1, 1, 1))  # fmt: skip
    flow.paragraph("任期自选举产生之日起计算。特此公告。")
    sealed(draft, flow, [draft.org.name], draft.org.name)
