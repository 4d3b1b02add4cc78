"""制度: a board on a wall, a notice that issues rules, a controlled paper with version and approval, a handbook's chapter."""

import random

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_a import cover_sheet
from tests.corpus.held_out.pieces_c import GREY, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import work_papers as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import red_head, sealed
from tests.corpus.world import Organization

KIND = "policy_document"
_TITLES = {
    "民主选举": ("理事会选举规则", "会员代表产生与换届选举办法", "负责人选举细则"),
    "财务管理": ("资金审批与财务报销规定", "财务收支管理细则", "会计核算制度"),
    "档案管理": ("文书档案归集与保管规定", "资料归档管理细则", "印章与档案管理制度"),
    "人事管理": ("工作人员聘用与薪酬规定", "员工考勤与休假制度", "专职人员管理细则"),
    "工会职责": ("工会工作规则", "工会委员会议事规则", "工会主席岗位职责"),
}
_RULES = {
    "民主选举": (
        "候选人由会员提名、理事会审核，差额比例不低于百分之十五",
        "投票当场计票，监票人由非候选人担任",
        "任期届满前三个月启动换届筹备",
        "选举材料封存备查，保管期不少于五年",
    ),
    "财务管理": (
        "三千元以下支出由秘书长签批，超出部分提交办公会研究",
        "报销单据须有经手人、证明人、审批人三方签字",
        "现金库存不超过两千元，对外付款原则上转账办理",
        "每季度向监事报告收支明细，年终聘请会计师事务所审计",
    ),
    "档案管理": (
        "各部门于次年三月底前将应归资料移交办公室",
        "会议决议、协议、证照原件列为永久保管",
        "借出资料须登记归还日期，逾期由办公室催还",
        "用印实行一事一批，台账逐页编号",
    ),
    "人事管理": (
        "试用期不超过两个月，录用后一个月内订立书面合同",
        "每月十日发放上月工资，加班按规定计发报酬",
        "病假、婚假、育儿假按国家和省有关规定执行",
        "考核结果分四等，作为岗位调整的依据",
    ),
    "工会职责": (
        "委员会每季度至少开会一次，三分之二以上委员到会有效",
        "工会经费独立核算，接受经审委员监督",
        "涉及职工切身利益的事项须听取会员意见",
        "每年向会员报告工作并接受评议",
    ),
}


def _change(rng: random.Random, _org: Organization, values: Values) -> Values:
    return {"title": rng.choice(_TITLES[values["topic"]])}


told_anew(KIND, _change)


@layout(KIND, "board", ("photo", "photo", "scan"))
def board(draft: Draft) -> None:
    """制度上墙: a blue or red board, the rules numbered in large type, the body and the day at the foot."""
    tint = draft.rng.choice(((20, 84, 160), (178, 28, 32)))
    page = draft.page((600, 800), (250, 250, 250))
    page.rect((0, 0, 600, 110), None, fill=tint)
    size = min(34.0, 520 / len(draft["title"]))
    page.text(300, 70, draft.put("title"), draft.type("hei-bold", size, (255, 255, 255)), "center")
    body = draft.type("hei", 24, leading=1.6)
    y = 140.0
    for number, one in enumerate(_RULES[draft["topic"]]):
        y = page.paragraph(50, y, 500, f"{'一二三四'[number]}、{one}。", body) + 22
    page.rect((0, 730, 600, 800), None, fill=tint)
    foot = draft.type("hei", 16, (255, 255, 255))
    page.text(300, 762, draft.put("organization_name"), foot, "center")
    page.text(300, 786, draft.date("date", draft.pick("cn", "dot")), foot.but(size=13), "center")


@layout(KIND, "issued", ("digital", "scan", "poor", "docx", "html"))
def issued(draft: Draft) -> None:
    """关于印发…的通知: the organization's red head, a short notice, the rules in articles on the next page."""
    flow = draft.flow(draft.type("fang", 15, leading=1.75), numbered="— {} —")
    number = printed.document_number(
        draft.rng, draft.org.sign + draft.pick("协发", "办发", "会字"), draft["date"].year
    )
    name = draft.put("organization_name")
    red_head(flow, draft, name, number, f"关于印发《{draft.put('title')}》的通知")
    flow.paragraph("各部门、各项目组：", indent=0)
    held = draft.pick("理事长办公会", "理事会", "职工会议")
    flow.paragraph(f"《{draft['title']}》已经{held}讨论通过，现印发给你们，请遵照执行。", after=12)
    sealed(draft, flow, [draft.org.name, draft.date("date", draft.pick("cn", "han"))], draft.org.name)
    flow.new_page()
    flow.heading(draft.again("title"), draft.type("song-bold", 20), after=10)
    flow.paragraph("第一条　为加强内部治理，根据章程，制定本规定。")
    for order, one in enumerate(_RULES[draft["topic"]], start=1):
        flow.paragraph(f"第{'一二三四五六'[order]}条　{one}。")
    flow.paragraph("第六条　本规定由办公室负责解释，自印发之日起施行。")


@layout(KIND, "controlled", ("docx", "docx", "digital", "scan"))
def controlled(draft: Draft) -> None:
    """A paper under control: a head table with number, version, day in force, who wrote and approved, then purpose, scope, rules."""
    org = draft.org
    flow = draft.flow(draft.type("song", 12, leading=1.6), numbered="第 {} 页")
    flow.table(
        [
            [
                Cell(draft.put("organization_name"), 2, bold=True),
                "文件编号",
                f"ZD-{draft.rng.randint(1, 40):02d}",
            ],
            [Cell(draft.put("title"), 2, rows=2, bold=True), "版　　次", draft.pick("A/0", "B/1", "V2.0")],
            [
                draft.pick("生效日期", "实施日期", "施行日期"),
                draft.date("date", draft.pick("iso", "dot", "cn")),
            ],
            [f"编制：{org.staff[-1]}", f"审核：{org.staff[2]}", "批　　准", org.legal_representative],
        ],
        (2.4, 2.4, 1.5, 2),
        least=28,
    )
    for head, texts in (
        ("1 目的", ("明确职责和程序，防范管理风险。",)),
        ("2 适用范围", ("适用于本单位全体工作人员及各项目点。",)),
        (
            "3 管理要求",
            tuple(f"3.{order} {one}。" for order, one in enumerate(_RULES[draft["topic"]], start=1)),
        ),
        ("4 记录", ("审批单、登记簿由办公室留存三年。",)),
    ):
        flow.heading(head, draft.type("hei", 13), align="left", after=2, level=2)
        for one in texts:
            flow.paragraph(one)


@layout(KIND, "bundle", ("digital", "scan", "poor"))
def bundle(draft: Draft) -> None:
    """A sheet before the rules with number and name of the attachment; the rules end with who passed them and when."""
    cover = cover_sheet(
        draft,
        f"附件{draft.rng.randint(2, 9)}",
        draft.pick("内部管理制度", "规章制度佐证材料"),
        [draft.org.name],
    )
    flow = draft.flow(draft.type("kai", 14, leading=1.8), header=f"{draft.org.short}规章制度汇编")
    flow.pages.insert(0, cover)
    flow.heading(draft.put("title"), draft.type("hei", 20), after=12)
    for order, one in enumerate(_RULES[draft["topic"]], start=1):
        flow.paragraph(f"（{'一二三四'[order - 1]}）{one}。")
    flow.paragraph("（五）未尽事宜按国家有关规定办理。", after=10)
    passed = draft.pick("办公会通过", "全体职工讨论通过", "理事会审议通过")
    flow.paragraph(
        f"（{draft.put('organization_name')}{draft.date('date', draft.pick('cn', 'han'))}{passed}）", indent=0
    )
    flow.paragraph("本汇编仅供内部使用", draft.type("kai", 10, GREY), indent=0, align="center")
