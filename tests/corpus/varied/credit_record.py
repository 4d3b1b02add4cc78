"""Queries of credit: a site's tabs, an app's list, a table of results by department, a letter in prose, a report."""

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.corpus.draft import LAST_DAY, Draft, Values, some_day
from tests.corpus.flow import Cell
from tests.corpus.varied.people import person
from tests.corpus.varied.pieces import band, before, code, day, when
from tests.corpus.varied.register import layout, sampler
from tests.corpus.world import Organization

KIND = "credit_record"


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A query, in most cases clean."""
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "query_date": some_day(rng, date(2024, 11, 4), LAST_DAY),
        "abnormal_listed": rng.random() < 0.2,
        "seriously_illegal_listed": rng.random() < 0.1,
        "penalty_count": rng.choices((0, 1, 2, 3), (76, 14, 6, 4))[0],
    }
    values.update(fixed)
    return values


def _clock(draft: Draft) -> str:
    return f"{draft.rng.randint(8, 20):02d}:{draft.rng.randint(0, 59):02d}"


def _earlier(draft: Draft) -> date:
    return before(draft["query_date"], draft.rng.randint(50, 900))


@layout(KIND, "tabs_page", ("screenshot", "digital", "poor"))
def tabs_page(draft: Draft) -> None:
    """A detail page with counters in tabs; the lower half repeats what the chosen tab says."""
    rng, org = draft.rng, draft.org
    page = draft.page((900, 620), (246, 247, 250))
    blue = (22, 93, 200)
    page.rect((0, 0, 900, 26), None, fill=(222, 225, 230))
    page.text(
        14,
        18,
        draft.pick("xxgs.chinanpo.mca.gov.cn/gsxt/newDetails?b=", "www.creditchina.example/detail?entity="),
        draft.type("hei", 10, (90, 90, 90)),
    )
    band(
        page,
        26,
        78,
        blue,
        draft.pick("全国社会组织信用信息公示平台", "信用门户·信用信息查询"),
        draft.type("hei", 19, (255, 255, 255)),
    )
    page.rect((24, 94, 876, 240), None, fill=(255, 255, 255))
    page.text(44, 128, draft.put("organization_name"), draft.type("hei-bold", 18))
    page.text(
        44,
        150,
        f"社会信用代码：{code(draft, style='run')}　|　成立日期：{day(org.founded, 'iso')}",
        draft.type("hei", 11.5, (90, 90, 90)),
    )
    page.text(
        44,
        172,
        f"法定代表人：{org.legal_representative}　|　登记机关：{org.registration_authority}",
        draft.type("hei", 11.5, (90, 90, 90)),
    )
    page.text(44, 194, f"住所：{org.address}", draft.type("hei", 11.5, (90, 90, 90)))
    page.text(
        44,
        222,
        f"查询时间：{when(draft, 'query_date', draft.pick('iso', 'slashes'))} {_clock(draft)}",
        draft.type("hei", 11, (150, 150, 150)),
    )
    odd, listed, count = draft["abnormal_listed"], draft["seriously_illegal_listed"], draft["penalty_count"]
    tabs = [
        ("年检信息", str(rng.randint(1, 6)), None),
        ("行政处罚", str(count), "penalty_count"),
        ("活动异常名录", str(int(odd)), "abnormal_listed"),
        ("严重违法失信名单", str(int(listed)), "seriously_illegal_listed"),
        ("评估信息", "1", None),
    ]
    x = 24.0
    for number, (name, text, fact) in enumerate(tabs):
        on = number == 2
        page.rect((x, 254, x + 170, 296), None, fill=blue if on else (255, 255, 255))
        type_ = draft.type("hei", 13, (255, 255, 255) if on else (60, 60, 60))
        page.text(x + 85, 280, f"{name}({draft.put(fact, text) if fact else text})", type_, "center")
        x += 170.5
    page.rect((24, 300, 876, 596), None, fill=(255, 255, 255))
    if odd:
        for column, text in enumerate(("序号", "列入事由", "列入时间", "作出决定机关")):
            page.text((44, 110, 520, 660)[column], 334, text, draft.type("hei-bold", 12))
        for column, text in enumerate(
            ("1", "未按规定报送年度工作报告", day(_earlier(draft), "iso"), org.registration_authority)
        ):
            page.text((44, 110, 520, 660)[column], 366, text, draft.type("hei", 12))
    else:
        page.text(
            450,
            420,
            draft.pick("暂无相关数据", "查询结果为空", "没有找到匹配的记录"),
            draft.type("hei", 14, (160, 160, 160)),
            "center",
        )


@layout(KIND, "department_table", ("digital", "scan", "photo", "poor", "docx"))
def department_table(draft: Draft) -> None:
    """核查表: one row for each thing that was checked, the result and who checked; date of the query in the head."""
    org, odd, listed, count = (
        draft.org,
        draft["abnormal_listed"],
        draft["seriously_illegal_listed"],
        draft["penalty_count"],
    )
    flow = draft.flow(draft.type("song", 12, leading=1.5), margins=(60, 76, 60, 60))
    flow.heading(
        draft.pick("社会组织信用状况核查表", "社会组织守法诚信情况核查单", "信用核查反馈表"),
        draft.type("song-bold", 20),
        after=8,
    )
    flow.paragraph(
        f"查询日期：{when(draft, 'query_date', draft.pick('gaps', 'plain', 'dots'))}　　　查询人：{person(draft.rng)}",
        indent=0,
        after=4,
    )
    no, yes = draft.pick("否", "未列入", "无"), draft.pick("是", "已列入", "是")
    rows: list[list[Any]] = [
        [Cell("被核查单位"), Cell(draft.put("organization_name"), 3, align="left")],
        [Cell("信用代码"), Cell(code(draft), 1), Cell("成立时间"), day(org.founded, "dots")],
        [
            Cell("核查事项", bold=True),
            Cell("核查渠道", bold=True),
            Cell("核查结果", bold=True),
            Cell("备注", bold=True),
        ],
        [
            "活动异常名录",
            "中国社会组织政务服务平台",
            draft.put("abnormal_listed", yes if odd else no),
            f"{day(_earlier(draft), 'dots')}列入" if odd else "",
        ],
        [
            "严重违法失信名单",
            "中国社会组织政务服务平台",
            draft.put("seriously_illegal_listed", yes if listed else no),
            "",
        ],
        [
            "行政处罚",
            "登记管理机关、信用中国",
            draft.put("penalty_count", f"{count}次" if count else draft.pick("无", "0次", "未发现")),
            "警告" if count else "",
        ],
        ["失信被执行人", "中国执行信息公开网", "否", ""],
        ["重大税收违法", "税务部门", "否", ""],
    ]
    flow.table(rows, (2, 3.4, 1.7, 1.9), least=32)
    flow.paragraph(f"核查单位：{org.registration_authority}（盖章）", indent=0)
    draft.seal(flow.page, (360, flow.y), org.registration_authority, 104)


@layout(KIND, "proof_prose")
def proof_prose(draft: Draft) -> None:
    """A proof in one sentence; the day of writing is the day of the query; the founding day stands before it."""
    org, odd, listed, count = (
        draft.org,
        draft["abnormal_listed"],
        draft["seriously_illegal_listed"],
        draft["penalty_count"],
    )
    flow = draft.flow(draft.type(draft.pick("fang", "kai"), 17, leading=2.0), margins=(84, 110, 80, 72))
    flow.heading(
        draft.pick("关于社会组织信用情况的证明", "情况说明", "信用情况证明"),
        draft.type("song-bold", 24),
        after=22,
    )
    odd_words = draft.put(
        "abnormal_listed",
        draft.pick("于近期被列入", "已列入") if odd else draft.pick("没有被列入", "从未列入", "不在"),
    )
    bad_words = draft.put(
        "seriously_illegal_listed", "被列入" if listed else draft.pick("未列入", "没有列入", "不在")
    )
    fined = draft.put(
        "penalty_count",
        f"受到{'一二三'[count - 1]}次行政处罚"
        if count
        else draft.pick("没有受到过行政处罚", "无行政处罚记录", "未受到登记管理机关及其他部门的行政处罚"),
    )
    flow.paragraph(
        f"{draft.put('organization_name')}（社会信用代码{code(draft, style='run')}）成立于{day(org.founded)}，住所地{org.address}，法定代表人{org.legal_representative}。"
        f"经查阅登记档案和信息系统，该单位近两年{fined}，{odd_words}社会组织活动异常名录，{bad_words}严重违法失信社会组织名单。"
    )
    flow.paragraph(draft.pick("情况属实。", "特此说明。"), after=40)
    flow.signature(
        [org.registration_authority, when(draft, "query_date", draft.pick("han", "gaps", "plain"))]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.7, flow.y - 56), org.registration_authority, 122)


@layout(KIND, "app_list", ("screenshot", "screenshot", "photo"))
def app_list(draft: Draft) -> None:
    """A phone app's page: rows with the count at the right edge, the date as part of a note below."""
    org = draft.org
    page = draft.page((390, 780), (245, 246, 248))
    band(page, 0, 84, (200, 36, 40), "信用查询", draft.type("hei", 18, (255, 255, 255)), x=158)
    page.rect((12, 96, 378, 214), None, fill=(255, 255, 255), radius=8)
    page.paragraph(28, 104, 330, draft.put("organization_name"), draft.type("hei-bold", 15, leading=1.4))
    page.text(28, 168, code(draft, style="run"), draft.type("hei", 12, (110, 110, 110)))
    page.text(
        28,
        194,
        f"{org.type} ｜ {org.legal_representative} ｜ 正常".replace("｜", "|"),
        draft.type("hei", 12, (110, 110, 110)),
    )
    ink, count_type = draft.type("hei", 14), draft.type("hei", 14, (210, 50, 40))
    y = 230.0
    page.rect((12, y, 378, y + 52 * 6), None, fill=(255, 255, 255), radius=8)
    rows = [
        ("登记信息", "1"),
        ("行政许可", "0"),
        ("处罚信息", draft.put("penalty_count", str(draft["penalty_count"]))),
        ("异常名录", draft.put("abnormal_listed", "1" if draft["abnormal_listed"] else "0")),
        (
            "严重失信",
            draft.put("seriously_illegal_listed", "1" if draft["seriously_illegal_listed"] else "0"),
        ),
        ("荣誉信息", str(draft.rng.randint(0, 3))),
    ]
    for name, text in rows:
        page.text(28, y + 32, name, ink)
        page.text(352, y + 32, text, count_type, "right")
        page.line(28, y + 52, 362, y + 52, (236, 236, 236))
        y += 52
    style = draft.pick("iso", "plain", "dots")
    page.text(
        195,
        y + 34,
        f"数据截至 {when(draft, 'query_date', style)}，仅供参考",
        draft.type("hei", 11, (150, 150, 150)),
        "center",
    )


@layout(KIND, "report_with_sections", ("digital", "scan", "html", "docx", "txt"))
def report_with_sections(draft: Draft) -> None:
    """A long report of a city's credit centre: prose under headings, records told one after another."""
    org, count = draft.org, draft["penalty_count"]
    flow = draft.flow(
        draft.type("song", 12, leading=1.7),
        margins=(72, 76, 70, 66),
        numbered="第{}页",
        header=f"{org.place.city}公共信用信息中心",
    )
    flow.heading("公共信用信息查询报告", draft.type("hei", 23), after=6)
    flow.heading("（社会组织版）", draft.type("hei", 14), after=14)
    flow.paragraph(f"报告编号：{org.sign}XY{draft.rng.randrange(10**8, 10**9)}", indent=0)
    flow.paragraph(f"查询对象：{draft.put('organization_name')}", indent=0)
    flow.paragraph(f"信用主体代码：{code(draft)}", indent=0)
    flow.paragraph(
        f"出具时间：{when(draft, 'query_date', draft.pick('plain', 'iso', 'zero'))}　{_clock(draft)}",
        indent=0,
    )
    flow.paragraph("查询用途：申报服务职工优秀社会组织", indent=0, after=8)
    flow.heading("1　基本信息", draft.type("hei", 14), align="left", level=2)
    flow.paragraph(
        f"该主体成立于{day(org.founded)}，登记管理机关为{org.registration_authority}，业务主管单位为{org.supervisory_body}，法定代表人为{org.legal_representative}。"
    )
    flow.heading("2　提示信息", draft.type("hei", 14), align="left", level=2)
    flow.paragraph(
        f"2.1 活动异常：{draft.put('abnormal_listed', '有1条' if draft['abnormal_listed'] else draft.pick('无', '未查见', '无记录'))}"
    )
    if draft["abnormal_listed"]:
        flow.paragraph(f"列入原因：通过登记的住所无法取得联系。列入日期：{day(_earlier(draft))}。")
    flow.heading("3　惩戒信息", draft.type("hei", 14), align="left", level=2)
    flow.paragraph(
        f"3.1 行政处罚：{draft.put('penalty_count', f'共有{count}条' if count else draft.pick('无', '未查见', '无记录'))}"
    )
    for number in range(count):
        made = _earlier(draft)
        flow.paragraph(
            f"（{number + 1}）{org.sign}民罚〔{made.year}〕{draft.rng.randint(1, 40)}号，{day(made)}，{draft.pick('警告', '罚款2000元', '没收违法所得')}。"
        )
    flow.paragraph(
        f"3.2 严重违法失信：{draft.put('seriously_illegal_listed', '有1条' if draft['seriously_illegal_listed'] else draft.pick('无', '未查见', '无记录'))}"
    )
    flow.heading("4　声明", draft.type("hei", 14), align="left", level=2)
    flow.paragraph(
        f"本报告有效期三个月，对信息有异议的可提出申请。处罚信息公示满三年的不再显示（最早可追溯至{date(2020, 1, 1).year}年）。"
    )
