"""验收: a public buyer's acceptance form, experts' scores, a letter that tells the result, ours in a public list."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import deeds, other_bodies, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import dealings as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import only_for, red_head, sealed
from tests.corpus.world import Organization, people

KIND = "acceptance"


def _change(rng: random.Random, org: Organization, _values: Values) -> Values:
    return {
        "organizer": rng.choice((org.local_union, org.city_union, f"{org.place.city}职工服务中心")),
        "subject": rng.choice(
            (
                f"{org.brand}职工服务项目",
                "爱心驿站运营服务",
                "“工会进万家”暖心项目",
                "产业园区职工心理关爱项目",
            )
        ),
    }


told_anew(KIND, _change)


@layout(KIND, "public_buyer", ("digital", "scan", "photo", "poor", "docx"))
def public_buyer(draft: Draft) -> None:
    """履约验收书 of bought services: contract and sum, items by rows, the group signs, both sides seal."""
    rng = draft.rng
    draft.values["title"] = draft.pick(
        "政府采购项目履约验收书", "采购项目验收单（服务类）", "购买服务履约验收报告"
    )
    flow = draft.flow(draft.type("song", 11, leading=1.5))
    flow.heading(draft.put("title"), draft.type("song-bold", 21), after=8)
    day = draft["date"]
    rows: list[list[Cell | str]] = [
        ["采购人", Cell(draft.put("organizer"), 2), "供应商", Cell(draft.put("organization_name"), 2)],
        [
            "项目名称",
            Cell(draft["subject"], 2),
            "合同编号",
            Cell(f"C{day.year}-{rng.randint(10, 999):04d}", 2),
        ],
        [
            "合同金额",
            Cell(f"{rng.randint(30, 180) * 1000:,}.00元", 2),
            "履约地点",
            Cell(draft.org.place.full, 2),
        ],
        ["序号", Cell("服务内容", 2), "约定数量", "完成数量", "是否合格"],
    ]
    for number, what in enumerate(("需求调研", "主题活动", "个案与小组", "成果汇编"), start=1):
        count = rng.randint(1, 30)
        rows.append([str(number), Cell(what, 2), str(count), str(count + rng.randint(0, 3)), "合格"])
    rows += [
        [
            "验收小组\n意　　见",
            Cell(
                "经查验资料、随机回访，供应商已按合同约定履行全部义务，服务质量达到要求，同意验收。",
                5,
                align="left",
            ),
        ],
        ["小组成员\n签　　字", Cell("　　".join(people(rng, 4)), 5)],
        [
            Cell(f"采购人（盖章）\n\n\n{draft.date('date', 'spaced')}", 3),
            Cell(f"供应商（盖章）\n\n\n经办人：{draft.org.staff[2]}", 3),
        ],
    ]
    flow.table(rows, (1.4, 1.6, 2.2, 1.6, 1.6, 1.6), least=34)
    draft.seal(flow.page, (flow.left + flow.width * 0.25, flow.y - 44), draft["organizer"], 96)
    draft.seal(flow.page, (flow.left + flow.width * 0.75, flow.y - 44), draft.org.name, 96)
    only_for(draft, flow.page)


@layout(KIND, "experts", ("digital", "scan", "poor", "docx"))
def experts(draft: Draft) -> None:
    """专家评审意见: indicators with full marks and marks, a sum, an opinion in words, the group's head signs."""
    rng = draft.rng
    draft.values["title"] = draft.pick(
        "项目终期评估专家意见表", "职工服务项目结项评审表", "购买服务项目绩效评价表"
    )
    flow = draft.flow(draft.type("fang", 12.5, leading=1.5))
    flow.heading(draft.put("title"), draft.type("hei", 20), after=8)
    flow.paragraph(f"项目：{draft['subject']}", indent=0)
    flow.paragraph(f"实施机构：{draft.put('organization_name')}", indent=0)
    flow.paragraph(
        f"评估组织方：{draft.put('organizer')}　　评估时间：{draft.date('date', draft.pick('cn', 'dot'))}",
        indent=0,
        after=6,
    )
    rows: list[list[Cell | str]] = [["一级指标", "二级指标", "分值", "得分"]]
    total = 0
    for head, parts in (
        ("项目管理", (("团队配置", 10), ("过程档案", 10))),
        ("项目产出", (("数量完成", 20), ("服务时效", 15))),
        ("项目效果", (("职工反馈", 25), ("社会影响", 10))),
        ("经费使用", (("专账核算", 10),)),
    ):
        for number, (name, full) in enumerate(parts):
            mark = full - rng.randint(0, max(1, full // 6))
            total += mark
            first = [Cell(head, rows=len(parts))] if number == 0 else []
            rows.append([*first, name, str(full), str(mark)])
    rows.append([Cell("合　　计", 2, bold=True), "100", str(total)])
    rows.append(
        [
            Cell("综合意见", bold=True),
            Cell(
                f"项目目标明确，{deeds(draft, 1)[0]}。建议进一步沉淀服务标准。评估等次：{'优秀' if total >= 90 else '良好'}，予以结项。",
                3,
                align="left",
            ),
        ]
    )
    flow.table(rows, (2, 3, 1.4, 1.4), least=28)
    names = people(rng, 3)
    flow.paragraph(f"专家组组长：{names[0]}　　成员：{names[1]}、{names[2]}", indent=0)


@layout(KIND, "letter", ("digital", "scan", "photo", "poor"))
def letter(draft: Draft) -> None:
    """The union's letter to the body that did the work: no labels, the result in a sentence."""
    flow = draft.flow(draft.type("fang", 16, leading=1.85))
    draft.values["title"] = (
        f"关于{draft['subject']}{draft.pick('通过终期验收的函', '验收结果的告知函', '结项的通知')}"
    )
    number = printed.document_number(draft.rng, draft.org.sign + "工函", draft["date"].year)
    red_head(flow, draft, draft.put("organizer"), number, draft.put("title"))
    flow.paragraph(f"{draft.put('organization_name')}：", indent=0)
    flow.paragraph(
        f"根据购买服务合同约定，我单位于近日对你单位承接的{draft['subject']}进行了现场查验。查验认为，项目服务对象覆盖面广，"
        f"台账完备，综合评定{draft.rng.randint(88, 97)}分，准予通过，余款按程序拨付。"
    )
    flow.paragraph("望总结经验，继续为职工提供优质服务。", after=20)
    sealed(
        draft,
        flow,
        [draft.again("organizer"), draft.date("date", draft.pick("cn", "han"))],
        draft["organizer"],
    )


@layout(KIND, "public_list", ("digital", "screenshot", "html", "scan"))
def public_list(draft: Draft) -> None:
    """A web page that makes the results of all projects public; ours in one row, the publisher under the title."""
    rng = draft.rng
    draft.values["title"] = (
        f"{draft['date'].year}年度购买社会组织服务项目{draft.pick('验收结果公示', '绩效评价结果公示')}"
    )
    flow = draft.flow(draft.type("hei", 12, leading=1.7), size=(640, 760), margins=(44, 40, 44, 36))
    flow.paragraph("首页 > 信息公开 > 公示公告", draft.type("hei", 10, (120, 120, 120)), indent=0, after=8)
    flow.heading(draft.put("title"), draft.type("hei-bold", 19), after=4)
    flow.paragraph(
        f"发布时间：{draft.date('date', 'iso')}　　来源：{draft.put('organizer')}　　浏览：{rng.randint(40, 900)}次",
        draft.type("hei", 10, (120, 120, 120)),
        indent=0,
        align="center",
        after=8,
    )
    flow.paragraph("经项目单位自评、第三方评估、集体研究，现将验收结果公示如下，公示期五个工作日。", after=4)
    names = other_bodies(draft, rng.randint(3, 7))
    names.insert(rng.randrange(len(names) + 1), "")
    rows: list[list[Cell | str]] = [["序号", "项目", "承接方", "结果"]]
    for number, name in enumerate(names, start=1):
        rows.append(
            [
                str(number),
                draft.pick("职工心理驿站", "困难帮扶", "技能课堂", "普法宣讲") if name else draft["subject"],
                name or draft.put("organization_name"),
                draft.pick("合格", "良好", "优秀"),
            ]
        )
    flow.table(rows, (1, 4, 5, 1.6), draft.type("hei", 11), rule=(190, 194, 200))
    flow.paragraph(f"监督电话：0510-5550{rng.randint(1000, 9999)}")
