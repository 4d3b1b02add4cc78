"""Charter, rules, plans, budgets, reports, meetings, activities, studies, brands, acceptances: a page in prose, a form, a published text."""

import random
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tests.corpus import marks
from tests.corpus.draft import LAST_DAY, Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.page import RED
from tests.corpus.varied import prose
from tests.corpus.varied.people import people, person
from tests.corpus.varied.pieces import after, before, day, red_line, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

_TITLES: dict[str, tuple[str, ...]] = {
    "charter": ("{name}章程", "{name}章程（草案修订稿）"),
    "policy_document": (
        "会员代表选举办法",
        "财务收支审批规定",
        "文书档案保管办法",
        "员工招聘与薪酬管理规定",
        "工会干部岗位职责",
        "印章与固定资产管理办法",
    ),
    "plan": ("{year}年重点工作安排", "{year}年服务职工工作要点", "{year}年“{brand}”服务计划书"),
    "budget": ("{year}年收支预算", "“{brand}”项目经费概算表", "{year}年度服务经费预算方案"),
    "implementation": ("“{brand}”活动推进方案", "服务项目执行进度报告", "{year}年服务项目实施情况"),
    "summary": ("{year}年工作回顾", "{year}年度服务职工工作报告", "“{brand}”项目结项总结"),
    "meeting_record": (
        "劳动领域社会组织联席会议纪要",
        "全市工会经验交流会交流材料",
        "社会组织联合会座谈会会议记录",
    ),
    "activity_record": ("“送清凉”慰问活动记录", "跨单位联谊交流活动简报", "劳动节职工趣味运动会活动纪实"),
    "study_record": ("理论学习中心组学习记录", "主题党日学习记录", "民法典普法学习记录"),
    "brand_material": ("“{brand}”品牌简介", "“{brand}”品牌创建材料", "“{brand}”服务品牌建设情况"),
    "acceptance": ("项目终期评估意见", "购买服务项目验收单", "服务成果确认书"),
}
_OURS = ("charter", "policy_document", "plan", "budget", "implementation", "summary", "brand_material")


def _sample(kind: str) -> Callable[[random.Random, Organization, Mapping[str, Any]], Values]:
    def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
        moment = some_day(rng, date(2023, 1, 6), LAST_DAY)
        if kind in ("plan", "budget"):
            moment = some_day(rng, date(moment.year, 1, 4), min(LAST_DAY, date(moment.year, 3, 20)))
        title = rng.choice(_TITLES[kind]).format(
            name=org.name, year=moment.year, brand=org.brand.replace("“", "").replace("”", "")
        )
        organizer = None
        if kind in ("meeting_record", "acceptance"):
            organizer = rng.choice(
                (org.city_union, org.local_union, "江苏省总工会")
                if kind == "meeting_record"
                else (org.city_union, org.local_union)
            )
        elif kind in ("activity_record", "study_record"):
            organizer = rng.choice((org.name, org.local_union))
        values: Values = {
            "organization_name": org.name,
            "title": title,
            "date": moment,
            "organizer": organizer,
        }
        values.update(fixed)
        return values

    return sample


for _kind in _TITLES:
    sampler(_kind)(_sample(_kind))

_ARTICLES = (
    "本会的名称是{name}。", "本会的性质是依法自愿组成的非营利性组织。", "本会的宗旨是遵守宪法、法律、法规和国家政策，服务职工，奉献社会。", "本会接受登记管理机关和业务主管单位的指导和监督管理。",
    "本会住所设在{address}。", "本会的业务范围：{scope}", "最高权力机构每{years}年换届一次，因特殊情况需提前或延期换届的，须经批准，但延期最长不超过一年。", "理事会每年至少召开两次会议。",
    "本会资产任何单位、个人不得侵占、私分和挪用。", "本会终止后的剩余财产，用于公益目的。", "本章程的解释权属于理事会。",
)  # fmt: skip
_RULES = (
    "本办法适用于本单位全体工作人员。", "相关工作坚持公开、公平、规范的原则。", "秘书处负责日常管理，重大事项提交理事会研究。", "经办人、审核人、批准人应当分别签字，留存备查。",
    "违反本办法造成损失的，应当承担相应责任。", "每年年底对执行情况开展一次自查。",
)  # fmt: skip


def _clauses(draft: Draft, kind: str) -> list[str]:
    rng, org, moment = draft.rng, draft.org, draft["date"]
    if kind == "charter":
        words = {
            "name": org.name,
            "address": org.address,
            "scope": org.scope,
            "years": rng.choice(("五", "5", "五")),
        }
        return [
            f"第{'一二三四五六七八九十'[n] if n < 10 else '十一'}条　{one.format(**words)}"
            for n, one in enumerate(_ARTICLES)
        ]
    if kind == "policy_document":
        return [f"{n}．{one}" for n, one in enumerate(_RULES, start=1)]
    tasks = prose.tasks(rng, org, moment, rng.randint(4, 7))
    tense = {"summary": "一年来，我们", "implementation": "目前已", "brand_material": "品牌建设中，"}.get(
        kind, ""
    )
    return [f"（{'一二三四五六七'[n]}）{tense}{one}。" for n, one in enumerate(tasks)]


def _money_rows(draft: Draft) -> list[list[Any]]:
    rng = draft.rng
    items = [
        (name, rng.randint(2, 60) * 500)
        for name in ("场地及设备租赁", "师资劳务", "宣传制作", "志愿者补贴", "交通误餐", "不可预见费")
    ]
    rows: list[list[Any]] = [
        ["项目", "测算依据", "金额（元）"],
        *[[name, f"{rng.randint(2, 12)}场（次）", f"{cost:,}"] for name, cost in items],
    ]
    return [*rows, [Cell("合计", 2), f"{sum(cost for _, cost in items):,}"]]


def _plain_paper(kind: str) -> None:
    def draw(draft: Draft) -> None:
        org = draft.org
        flow = draft.flow(
            draft.type(draft.pick("fang", "song"), draft.rng.choice((13, 15)), leading=1.8),
            margins=(80, 86, 76, 70),
            numbered="{}",
        )
        title = draft.put("title")
        named = org.name in draft["title"]
        if not named:
            flow.heading(draft.put("organization_name"), draft.type("song-bold", 18), after=0)
        flow.heading(
            title if not named else marks.mark("title|organization_name", draft["title"]),
            draft.type("song-bold", 21),
            after=6,
        )
        if named:
            draft.unprinted("organization_name")
        top = draft.rng.random() < 0.5
        stamp = when(draft, "date", draft.pick("plain", "han", "dots"))
        if top:
            flow.paragraph(
                draft.pick("（{}）", "（{}通过）").format(stamp), indent=0, align="center", after=8
            )
        flow.paragraph(
            {
                "charter": "第一章　总　则",
                "policy_document": "为规范管理、明确职责，结合本单位实际，制定本办法。",
            }.get(kind, f"围绕服务职工这一中心，{org.short}结合自身特点，形成如下内容。")
        )
        if kind == "budget":
            flow.table(_money_rows(draft), (3, 2, 2), least=28)
        for one in _clauses(draft, kind):
            flow.paragraph(one)
        if not top:
            flow.signature([org.name, stamp])
            draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 46), org.name)

    layout(kind, "plain_paper", ("digital", "scan", "photo", "docx", "poor", "txt"))(draw)


def _issued_paper(kind: str) -> None:
    def draw(draft: Draft) -> None:
        """The organization's own red head; the title is that of the paper, the approving session is a distractor."""
        org = draft.org
        flow = draft.flow(draft.type("fang", 15, leading=1.8), margins=(80, 90, 76, 70))
        named = org.name in draft["title"]
        flow.heading(
            draft.put("organization_name") + draft.pick("文件", ""),
            draft.type("song-bold", min(30, 430 / (len(org.name) + 2)), RED),
            after=12,
        )
        flow.paragraph(
            f"{org.sign}会字〔{draft['date'].year}〕{draft.rng.randint(1, 20)}号",
            indent=0,
            align="center",
            after=2,
        )
        red_line(flow.page, flow.y + 2)
        flow.space(22)
        flow.heading(draft.put("title"), draft.type("song-bold", 20), after=10)
        if not named and kind == "policy_document":
            flow.paragraph(
                f"（经{day(before(draft['date'], 3))}理事会审议）", indent=0, align="center", after=4
            )
        if kind == "budget":
            flow.table(_money_rows(draft), (3, 2, 2), least=26)
        for one in _clauses(draft, kind):
            flow.paragraph(one)
        flow.signature([when(draft, "date", draft.pick("plain", "han"))])
        draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 40), org.name)
        flow.paragraph(f"报送：{org.supervisory_body}", draft.type("fang", 12), indent=0)
        flow.paragraph(
            f"{org.short}秘书处　　{day(after(draft['date'], 1))}印发", draft.type("fang", 12), indent=0
        )

    layout(kind, "issued_paper", ("digital", "scan", "photo", "docx"))(draw)


for _kind in _OURS:
    _plain_paper(_kind)
    _issued_paper(_kind)


def _event_form(kind: str) -> None:
    def draw(draft: Draft) -> None:
        """A form: what, when, where, who; minutes below."""
        org, rng = draft.org, draft.rng
        flow = draft.flow(draft.type("song", 12.5, leading=1.65), margins=(62, 74, 62, 60))
        flow.heading(draft.put("title"), draft.type("song-bold", 20), after=8)
        event = {
            "meeting_record": "会议",
            "activity_record": "活动",
            "study_record": "学习",
            "acceptance": "验收",
        }[kind]
        guests = [draft["partner"]] if draft.get("partner") else []
        rows: list[list[Any]] = [
            [
                f"{event}时间",
                when(draft, "date", draft.pick("plain", "uneven", "dots", "gaps")),
                f"{event}地点",
                rng.choice(("工人文化宫", "会议室", "机关六楼报告厅")),
            ],
            [
                rng.choice(("主办单位", "组织单位", "召集单位")) if kind != "acceptance" else "验收单位",
                Cell(draft.put("organizer"), 3, align="left"),
            ],
            [
                "参加单位" if kind != "acceptance" else "承接单位",
                Cell(draft.put("organization_name"), 3, align="left"),
            ],
            ["主持人", person(rng), "记录人", person(rng)],
            ["参加人员", Cell("、".join((*guests, *people(rng, rng.randint(5, 12)))), 3, align="left")],
            [
                f"{event}\n内容",
                Cell(
                    "\n".join(
                        f"{n}.{one}。"
                        for n, one in enumerate(prose.tasks(rng, org, draft["date"], 4), start=1)
                    ),
                    3,
                    align="left",
                ),
            ],
        ]
        if kind == "acceptance":
            rows.append(
                [
                    "验收结论",
                    Cell(
                        f"项目完成率{rng.randint(96, 100)}%，职工满意率{rng.randint(88, 99)}%，同意通过验收。",
                        3,
                        align="left",
                    ),
                ]
            )
        flow.table(rows, (1.3, 3, 1.3, 2.2), least=34)
        flow.paragraph(f"整理：{person(rng)}　　{day(after(draft['date'], 4), 'dots')}归档", indent=0)
        if kind == "acceptance":
            draft.seal(flow.page, (420, flow.y - 30), draft["organizer"], 106)

    layout(kind, "event_form", ("scan", "photo", "digital", "docx", "poor"))(draw)


def _event_text(kind: str) -> None:
    def draw(draft: Draft) -> None:
        """A published text: the title, the day of publication (a distractor) and one sentence with when, who and what."""
        org, rng = draft.org, draft.rng
        flow = draft.flow(draft.type(draft.pick("hei", "fang"), 14, leading=1.85), margins=(70, 70, 70, 60))
        flow.heading(draft.put("title"), draft.type("hei-bold", 20), after=4)
        flow.paragraph(
            f"发布时间：{day(after(draft['date'], 3), 'iso')}　　点击：{rng.randint(20, 999)}",
            draft.type("hei", 10.5, (130, 130, 130)),
            indent=0,
            align="center",
            after=10,
        )
        verb = {
            "meeting_record": "召开会议",
            "activity_record": "组织开展活动",
            "study_record": "组织集体学习",
            "acceptance": "组织专家对项目进行验收",
        }[kind]
        ours = draft["organizer"] == org.name
        first = f"{when(draft, 'date', 'plain')}，"
        if ours:
            first += f"{marks.mark('organizer|organization_name', org.name)}{verb}。"
            draft.unprinted("organizer")
            draft.unprinted("organization_name")
        else:
            second = {"acceptance": "承接单位{}作了汇报。", "meeting_record": "{}作交流发言。"}.get(
                kind, "{}派员参加。"
            )
            first += f"{draft.put('organizer')}{verb}，" + second.format(draft.put("organization_name"))
        if draft.get("partner"):
            first += f"{draft['partner']}应邀参加，双方就工作协作进行了交流。"
        flow.paragraph(first)
        for one in prose.tasks(rng, org, draft["date"], 3):
            flow.paragraph(one + "。")
        if kind == "acceptance":
            flow.paragraph("经质询和讨论，专家组一致认为项目达到预期目标，同意结项。")

    layout(kind, "event_text", ("digital", "html", "screenshot", "scan", "txt"))(draw)


for _kind in ("meeting_record", "activity_record", "study_record", "acceptance"):
    _event_form(_kind)
    _event_text(_kind)
