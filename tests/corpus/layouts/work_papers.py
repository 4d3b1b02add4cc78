"""Papers of an organization's work: charter, rules, plans, budgets, programmes, summaries, brand."""

import random
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tests.corpus import printed, prose
from tests.corpus.draft import LAST_DAY, Draft, Values, layout, sampler, some_day
from tests.corpus.flow import Cell, Flow
from tests.corpus.layouts.shared import red_head
from tests.corpus.world import Organization, person

_RULES = {
    "民主选举": ("选举制度", "民主选举制度", "民主选举办法"),
    "财务管理": ("财务管理制度", "财务管理办法"),
    "档案管理": ("档案管理制度", "档案管理办法"),
    "人事管理": ("人事管理制度", "劳动人事管理制度", "人事管理办法"),
    "工会职责": ("工会主席、副主席及工作人员职责", "工会委员会工作职责"),
}
_CLAUSES = {
    "民主选举": (
        "理事会由会员（代表）大会选举产生，实行无记名投票",
        "候选人应当具有良好政治素质和业务影响力",
        "当选须获得到会会员半数以上同意",
        "选举结果当场公布并报登记管理机关备案",
    ),
    "财务管理": (
        "经费必须用于章程规定的业务范围和事业发展",
        "实行会计、出纳分设，互相监督",
        "单笔支出五千元以上须经负责人审批",
        "每年接受审计并向会员（代表）大会报告财务收支",
    ),
    "档案管理": (
        "档案由办公室专人管理，按年度归档",
        "合同、印章使用、会议记录等材料应当永久或长期保存",
        "查阅档案须办理登记手续",
        "保管期满的档案经鉴定后方可销毁",
    ),
    "人事管理": (
        "工作人员实行公开招聘、择优录用",
        "依法签订劳动合同，缴纳社会保险",
        "实行年度考核，考核结果与薪酬挂钩",
        "工作人员享受国家规定的休假待遇",
    ),
    "工会职责": (
        "主席主持工会全面工作，召集委员会会议",
        "副主席协助主席工作，分管劳动保护和法律监督",
        "组织委员负责会员发展和会籍管理",
        "女职工委员负责维护女职工特殊权益",
    ),
}
_CHAPTERS = (
    ("第一章　总则", ("本组织的名称为{name}。", "本组织的宗旨是遵守宪法、法律、法规和国家政策，践行社会主义核心价值观，服务职工群众。", "本组织的住所设在{address}。")),
    ("第二章　业务范围", ("本组织的业务范围：{scope}",)),
    ("第三章　组织机构", ("本组织的最高权力机构是{assembly}，每届任期五年。因特殊情况需提前或延期换届的，须由理事会表决通过，延期换届最长不超过一年。", "理事会是执行机构，在闭会期间领导本组织开展日常工作。")),
    ("第四章　资产管理", ("本组织经费来源：捐赠、政府资助、在核准的业务范围内开展活动和服务的收入。", "资产任何单位、个人不得侵占、私分和挪用。")),
    ("第五章　附则", ("本章程经{assembly}表决通过，自登记管理机关核准之日起生效。",)),
)  # fmt: skip
Body = Callable[[Draft, Flow], None]


def _period_title(rng: random.Random, when: date, nouns: tuple[str, ...]) -> str:
    return f"{when.year}年{rng.choice(nouns)}"


def _sampler(
    kind: str, titles: Callable[[random.Random, Organization, date], str], months: tuple[int, int]
) -> None:
    def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
        year = fixed.get("year") or rng.choice((2024, 2025, 2026))
        low, high = date(year, months[0], 5), min(date(year, months[1], 26), LAST_DAY)
        when = fixed.get("date") or some_day(rng, low, high)
        topic = fixed.get("topic") or rng.choice(tuple(_RULES))
        values: Values = {"organization_name": org.name, "date": when, "topic": topic}
        values["title"] = rng.choice(_RULES[topic]) if kind == "policy_document" else titles(rng, org, when)
        values.update(fixed)
        return values

    sampler(kind)(sample)


_sampler("charter", lambda _, org, __: f"{org.name}章程", (1, 10))
_sampler("policy_document", lambda _, __, ___: "", (1, 10))
_sampler(
    "plan",
    lambda rng, _, when: _period_title(rng, when, ("工作计划", "服务职工工作计划", "服务职工项目计划")),
    (1, 3),
)
_sampler(
    "budget",
    lambda rng, _, when: _period_title(rng, when, ("经费预算", "服务职工项目预算表", "年度预算")),
    (1, 3),
)
_sampler(
    "implementation",
    lambda rng, org, when: rng.choice((f"“{org.brand}”项目实施方案", f"{when.year}年服务职工项目实施方案")),
    (2, 6),
)
_sampler(
    "summary",
    lambda rng, _, when: _period_title(rng, when, ("工作总结", "服务职工工作总结", "项目总结报告")),
    (9, 12),
)
_sampler(
    "brand_material",
    lambda rng, org, _: rng.choice(
        (f"“{org.brand}”服务品牌介绍", f"“{org.brand}”品牌案例", f"“{org.brand}”品牌宣传册")
    ),
    (1, 10),
)


def _charter(draft: Draft, flow: Flow) -> None:
    assembly = "会员大会" if draft.org.type == "社会团体" else "理事会"
    slots = {
        "name": draft.org.name,
        "address": draft.org.address,
        "scope": draft.org.scope,
        "assembly": assembly,
    }
    number = 0
    for chapter, articles in _CHAPTERS:
        flow.heading(chapter, draft.type("hei", flow.body.size + 1), level=2)
        for article in articles:
            number += 1
            flow.paragraph(f"第{'一二三四五六七八九十'[number - 1]}条　{article.format(**slots)}")


def _rules(draft: Draft, flow: Flow) -> None:
    clauses = _CLAUSES[draft["topic"]]
    flow.paragraph("为加强内部治理，规范工作秩序，依据章程制定本制度。")
    for number, clause in enumerate(clauses, start=1):
        flow.paragraph(f"第{'一二三四五六七八九十'[number - 1]}条　{clause}。")
    flow.paragraph(f"第{'一二三四五六七八九十'[len(clauses)]}条　本制度由理事会负责解释，自通过之日起施行。")


def _steps(draft: Draft, flow: Flow) -> None:
    heads = {
        "plan": ("指导思想", "主要任务", "保障措施"),
        "implementation": ("项目目标", "实施步骤", "进度安排"),
        "summary": ("工作开展情况", "主要成效", "存在不足及下一步打算"),
        "brand_material": ("品牌缘起", "主要做法", "品牌成效"),
    }[draft.values["kind"]]
    rng, when = draft.rng, draft["date"]
    for number, head in enumerate(heads):
        flow.heading(
            f"{'一二三'[number]}、{head}",
            draft.type("hei", flow.body.size + 1),
            align="left",
            level=2,
            after=2,
        )
        texts = (
            prose.steps(rng, draft.org, when, 3)
            if draft.values["kind"] in ("plan", "implementation")
            else prose.remarks(rng, draft.org, when, 2)
        )
        for index, text in enumerate(texts, start=1):
            flow.paragraph(f"（{'一二三四五'[index - 1]}）{text}")
    if draft.values["kind"] == "implementation":
        rows: list[list[Cell | str]] = [["阶段", "时间", "内容"]]
        rows += [
            [stage, f"{when.year}年{month}月", Cell(text, align="left")]
            for stage, month, text in (
                ("准备阶段", "3", "需求调查、制定方案"),
                ("实施阶段", "4—10", "开展服务活动"),
                ("总结阶段", "11", "评估总结、资料归档"),
            )
        ]
        flow.table(rows, (2, 2.4, 5))


def _budget(draft: Draft, flow: Flow) -> None:
    rng = draft.rng
    rows: list[list[Cell | str]] = [["序号", "项目", "预算金额（元）", "说明"]]
    total = 0
    for number, item in enumerate(
        ("活动场地及物料", "师资及专家费用", "志愿者补贴", "宣传推广", "慰问走访", "评估审计"), start=1
    ):
        amount = rng.randint(6, 120) * 500
        total += amount
        rows.append([str(number), item, f"{amount:,}", ""])
    rows.append([Cell("合　计", 2, bold=True), f"{total:,}", ""])
    flow.table(rows, (1, 4, 3, 3), least=30)
    draft.sheets.append(
        (
            "预算",
            [
                [draft.values["shown title"]],
                ["单位", draft.values["shown name"], "编制日期", draft.values["shown date"]],
                *[[cell if isinstance(cell, str) else cell.text for cell in row] for row in rows[:-1]],
                ["", "合计", f"{total}", ""],
            ],
        )
    )


_BODIES: dict[str, Body] = {
    "charter": _charter,
    "policy_document": _rules,
    "plan": _steps,
    "implementation": _steps,
    "summary": _steps,
    "brand_material": _steps,
    "budget": _budget,
}


def _plain(kind: str) -> Callable[[Draft], None]:
    def plain(draft: Draft) -> None:
        """Title, body, signature with the day."""
        draft.values["kind"] = kind
        size = draft.rng.choice((12, 14, 16))
        flow = draft.flow(
            draft.type(draft.pick("song", "fang"), size, leading=1.75),
            numbered=draft.pick("{}", "— {} —", "第 {} 页"),
        )
        name, title, day = (
            draft.put("organization_name"),
            draft.put("title"),
            draft.date("date", draft.pick("cn", "cn", "spaced", "han")),
        )
        draft.values.update({"shown title": title, "shown name": name, "shown date": day})
        if kind != "charter" and draft.rng.random() < 0.45:
            flow.heading(name, draft.type("song-bold", 18), after=0)
            signature = [draft.again("organization_name"), day]
        else:
            signature = [name if kind != "charter" else draft.again("organization_name"), day]
        flow.heading(title, draft.type("song-bold", 20), after=8)
        if kind == "charter":
            draft.truth["organization_name"] = draft["organization_name"]
            flow.heading(
                f"（{day}经第{draft.pick('二', '三', '四')}次会议表决通过）",
                draft.type("kai", 12),
                level=2,
                after=10,
            )
            signature = [name]
        _BODIES[kind](draft, flow)
        flow.signature(signature)
        if draft.rng.random() < 0.6:
            draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 44), draft.org.name)

    return plain


def _issued(kind: str) -> Callable[[Draft], None]:
    def issued(draft: Draft) -> None:
        """The same sent out under the organization's own red header."""
        draft.values["kind"] = kind
        flow = draft.flow(draft.type("fang", 15, leading=1.75), numbered="— {} —")
        name, title = draft.put("organization_name"), draft.put("title")
        number = printed.document_number(draft.rng, draft.org.sign + "会发", draft["date"].year)
        red_head(flow, draft, name, number, f"关于印发《{title}》的通知")
        day = draft.date("date", "cn")
        draft.values.update({"shown title": title, "shown name": name, "shown date": day})
        flow.paragraph("各部门、各会员单位：", indent=0)
        flow.paragraph(f"《{draft['title']}》已经研究通过，现印发给你们，请认真贯彻执行。", after=10)
        flow.signature([draft.again("organization_name"), day])
        draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 44), draft.org.name)
        if draft.rng.random() < 0.7:
            flow.new_page()
        flow.heading(draft["title"], draft.type("song-bold", 19), after=8)
        _BODIES[kind](draft, flow)

    return issued


def _cover(kind: str) -> Callable[[Draft], None]:
    def cover(draft: Draft) -> None:
        """A cover page, then the body."""
        draft.values["kind"] = kind
        flow = draft.flow(draft.type("song", 13, leading=1.8))
        name, title, day = (
            draft.put("organization_name"),
            draft.put("title"),
            draft.date("date", draft.pick("cn", "han")),
        )
        draft.values.update({"shown title": title, "shown name": name, "shown date": day})
        flow.space(170)
        flow.heading(title, draft.type("song-bold", 30, leading=1.5), after=230)
        flow.heading(name, draft.type("hei", 18), level=2)
        flow.heading(day, draft.type("hei", 16), level=2)
        flow.new_page()
        _BODIES[kind](draft, flow)
        flow.paragraph(f"编制：{person(draft.rng)}　　审核：{draft.org.legal_representative}", indent=0)

    return cover


for _kind in _BODIES:
    _office = ("xlsx",) if _kind == "budget" else ()
    layout(_kind, "plain", ("digital", "scan", "photo", "poor", "docx", *_office))(_plain(_kind))
    layout(_kind, "issued", ("digital", "scan", "poor"))(_issued(_kind))
    layout(_kind, "cover", ("digital", "scan", "docx"))(_cover(_kind))
