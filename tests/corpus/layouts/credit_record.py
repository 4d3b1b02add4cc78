"""信用查询: the national platform's page, the credit report, the province's page, the registry's letter."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tests.corpus import printed
from tests.corpus.draft import LAST_DAY, Draft, Values, layout, sampler, some_day
from tests.corpus.flow import Cell
from tests.corpus.world import Organization

KIND = "credit_record"
_GREY = (120, 120, 120)


@sampler(KIND)
def sample(rng: random.Random, org: Organization, fixed: Mapping[str, Any]) -> Values:
    """A query, as a rule clean."""
    values: Values = {
        "organization_name": org.name,
        "uscc": org.uscc,
        "query_date": some_day(rng, date(2025, 3, 1), LAST_DAY),
        "abnormal_listed": rng.random() < 0.12,
        "seriously_illegal_listed": rng.random() < 0.05,
        "penalty_count": rng.choices((0, 1, 2), (85, 11, 4))[0],
    }
    values.update(fixed)
    return values


def _listed(draft: Draft, name: str, yes: str, no: str) -> str:
    return draft.put(name, yes if draft[name] else no)


def _count(draft: Draft, unit: str = "条") -> str:
    return draft.put("penalty_count", f"{draft['penalty_count']}{unit}")


def _timed(draft: Draft, style: str = "iso") -> str:
    return f"{draft.date('query_date', style)} {draft.rng.randint(8, 18):02d}:{draft.rng.randint(0, 59):02d}:{draft.rng.randint(0, 59):02d}"


def _entry_date(draft: Draft) -> date:
    return draft["query_date"] - timedelta(days=draft.rng.randint(40, 400))


@layout(KIND, "national_platform", ("digital", "screenshot", "scan", "poor", "html"))
def national_platform(draft: Draft) -> None:
    """中国社会组织政务服务平台: basics, then a section for each list, printed from the browser."""
    flow = draft.flow(draft.type("hei", 10.5), margins=(46, 80, 46, 50))
    page = flow.page
    page.text(46, 24, _timed(draft, draft.pick("slash", "iso")), draft.type("hei", 8, _GREY))
    page.text(549, 24, "社会组织信用信息公示", draft.type("hei", 8, _GREY), "right")
    page.rect((0, 34, 595, 68), None, fill=(196, 28, 34))
    page.text(
        46,
        56,
        draft.pick("中国社会组织政务服务平台", "中国社会组织政务服务平台　社会组织查询"),
        draft.type("hei", 15, (255, 255, 255)),
    )
    org = draft.org
    flow.heading(draft.put("organization_name"), draft.type("hei", 15), align="left", after=6, level=2)
    rows = [
        ["统一社会信用代码", draft.put("uscc"), "社会组织类型", org.type],
        ["法定代表人", org.legal_representative, "成立登记日期", printed.day(org.founded, "iso")],
        ["业务主管单位", org.supervisory_body, "登记管理机关", org.registration_authority],
        ["注册资金", printed.money(org.capital, draft.rng, ("wan",)), "登记状态", "正常"],
        ["住所", Cell(org.address, 3, align="left")],
    ]
    flow.table(rows, (2.2, 3.6, 2.2, 3), least=26, rule=(215, 215, 215))
    flow.space(8)
    for title, name in (
        (draft.pick("活动异常名录信息", "列入活动异常名录信息"), "abnormal_listed"),
        (draft.pick("严重违法失信名单信息", "列入严重违法失信名单信息"), "seriously_illegal_listed"),
    ):
        flow.paragraph(f"▶ {title}", draft.type("hei", 12, (180, 30, 30)), indent=0, after=3)
        if draft[name]:
            cause = draft.pick(
                "未按照规定期限报送年度工作报告",
                "通过登记的住所无法取得联系",
                "受到登记管理机关警告的行政处罚",
            )
            mark = draft.put(name, cause)
            flow.table(
                [
                    ["序号", "列入事由", "列入日期", "列入机关"],
                    ["1", mark, printed.day(_entry_date(draft), "iso"), org.registration_authority],
                ],
                (1, 5, 2.4, 3),
                rule=(215, 215, 215),
            )
        else:
            flow.paragraph(
                draft.put(name, draft.pick("暂无数据", "无记录", "暂无列入信息", "无")),
                draft.type("hei", 10.5, (90, 90, 90)),
                indent=2,
                after=6,
            )
    flow.paragraph("▶ 行政处罚信息", draft.type("hei", 12, (180, 30, 30)), indent=0, after=3)
    if draft["penalty_count"]:
        body = [["序号", "处罚决定书文号", "处罚种类", "处罚日期"]]
        for number in range(draft["penalty_count"]):
            day = _entry_date(draft)
            document = printed.document_number(draft.rng, "民罚字", day.year)
            body.append([str(number + 1), document, "警告", printed.day(day, "iso")])
        flow.table(body, (1, 5, 2.4, 3), rule=(215, 215, 215))
        flow.paragraph(f"共 {draft.put('penalty_count', str(draft['penalty_count']))} 条", indent=0)
    else:
        flow.paragraph(
            draft.put("penalty_count", "暂无数据"), draft.type("hei", 10.5, (90, 90, 90)), indent=2
        )
    flow.space(14)
    again = draft.again("query_date", printed.day(draft["query_date"], "iso"))
    flow.paragraph(
        f"查询日期：{again}　数据来源：登记管理机关　本页面信息仅供参考",
        draft.type("hei", 8.5, _GREY),
        indent=0,
    )


@layout(KIND, "credit_china_report", ("digital", "digital", "scan", "poor"))
def credit_china_report(draft: Draft) -> None:
    """信用中国 report: cover with name, code and time; a summary; the details."""
    flow = draft.flow(
        draft.type(draft.pick("song", "hei"), 11), margins=(70, 70, 70, 60), numbered="第 {} 页"
    )
    org = draft.org
    flow.space(110)
    flow.heading(draft.pick("法人和非法人组织", "信用中国"), draft.type("hei", 24))
    flow.heading("公共信用信息报告", draft.type("hei", 28), after=80)
    for name, value in (
        ("机构名称", draft.put("organization_name")),
        ("统一社会信用代码", draft.put("uscc")),
        (draft.pick("报告生成日期", "报告生成时间", "查询时间"), _timed(draft, draft.pick("iso", "cn"))),
        ("报告出具单位", draft.pick("国家公共信用信息中心", "江苏省公共信用信息中心")),
        ("报告编号", f"{draft.rng.randrange(10**15, 10**16)}"),
    ):
        flow.paragraph(f"{name}：{value}", draft.type("song", 14, leading=2.1), indent=3)
    flow.new_page()
    flow.heading("信息概览", draft.type("hei", 15), align="left", level=2)
    listed = draft["seriously_illegal_listed"]
    odd = draft["abnormal_listed"]
    unit = draft.pick("条", " 条", "")
    flow.table(
        [
            ["登记注册基础信息", "1" + unit, "行政许可", f"{draft.rng.randint(0, 5)}{unit}"],
            [
                "行政处罚",
                _count(draft, unit),
                draft.pick("经营（活动）异常", "活动异常名录"),
                draft.put("abnormal_listed", ("1" if odd else "0") + unit),
            ],
            [
                draft.pick("严重失信主体名单", "严重违法失信名单"),
                draft.put("seriously_illegal_listed", ("1" if listed else "0") + unit),
                "信用承诺",
                f"{draft.rng.randint(0, 6)}{unit}",
            ],
            ["守信激励", f"{draft.rng.randint(0, 2)}{unit}", "司法判决（执行）", "0" + unit],
        ],
        (3, 1.6, 3, 1.6),
        least=30,
    )
    flow.space(10)
    flow.heading("一、基础信息", draft.type("hei", 13), align="left", level=2)
    flow.table(
        [
            ["机构名称", Cell(org.name, align="left")],
            ["法定代表人/负责人", Cell(org.legal_representative, align="left")],
            ["机构类型", Cell(org.type, align="left")],
            ["成立日期", Cell(printed.day(org.founded, "iso"), align="left")],
            ["住所", Cell(org.address, align="left")],
        ],
        (2.4, 6),
        least=28,
    )
    sections = (
        ("二、行政处罚", draft["penalty_count"]),
        ("三、严重失信主体名单", int(listed)),
        ("四、经营（活动）异常", int(odd)),
    )
    for title, count in sections:
        flow.heading(title, draft.type("hei", 13), align="left", level=2)
        if not count:
            flow.paragraph(
                draft.pick("查询期内无相关记录", "无", "截至报告生成日，未查询到相关信息。"),
                indent=2,
                after=6,
            )
        for number in range(count):
            day = printed.day(_entry_date(draft), "iso")
            flow.table(
                [
                    ["序号", str(number + 1), "认定（决定）日期", day],
                    ["认定（决定）机关", Cell(org.registration_authority, 3)],
                ],
                (2, 2, 2.4, 2.4),
            )
    flow.space(10)
    flow.paragraph(
        "本报告仅展示报告生成之日前可公开的公共信用信息，仅供参考。", draft.type("song", 9, _GREY), indent=0
    )


@layout(KIND, "province_page", ("digital", "screenshot", "photo", "txt", "poor"))
def province_page(draft: Draft) -> None:
    """The province's query page: one unruled column of answers."""
    flow = draft.flow(draft.type("hei", 12, leading=1.9), size=(540, 760), margins=(44, 86, 44, 40))
    page = flow.page
    page.rect((0, 0, 540, 60), None, fill=(18, 88, 160))
    page.text(
        30,
        38,
        draft.pick("江苏社会组织信息网", "江苏省社会组织公共服务平台", "江苏省民政厅 · 社会组织查询"),
        draft.type("hei", 17, (255, 255, 255)),
    )
    flow.heading("查询结果", draft.type("hei", 15), align="left", after=6)
    grey = draft.type("hei", 12, leading=1.9)
    told = draft.get("penalties_told") or draft.rng.random() < 0.8
    for text in (
        f"组织名称：{draft.put('organization_name')}",
        f"统一社会信用代码：{draft.put('uscc')}",
        f"登记机关：{draft.org.registration_authority}",
        f"是否列入活动异常名录：{_listed(draft, 'abnormal_listed', '是', '否')}",
        f"是否列入严重违法失信名单：{_listed(draft, 'seriously_illegal_listed', '是', '否')}",
        f"行政处罚记录：{_count(draft)}" if told else "抽查检查结果：未发现问题",
        f"{draft.pick('查询时间', '查询日期')}：{_timed(draft, draft.pick('iso', 'cn'))}",
    ):
        flow.paragraph(text, grey, indent=0)
    flow.space(30)
    flow.paragraph("主办单位：江苏省民政厅", draft.type("hei", 9, _GREY), indent=0, align="center")


@layout(KIND, "registry_letter")
def registry_letter(draft: Draft) -> None:
    """证明: the registry's letter in prose."""
    flow = draft.flow(draft.type(draft.pick("fang", "song", "kai"), 16, leading=1.9))
    flow.space(60)
    flow.heading(draft.pick("证　　明", "证明", "无违法违规证明"), draft.type("song-bold", 26), after=24)
    name = f"{draft.put('organization_name')}（统一社会信用代码：{draft.put('uscc')}）"
    odd, listed, count = draft["abnormal_listed"], draft["seriously_illegal_listed"], draft["penalty_count"]
    first = (
        f"兹证明{name}系在我{draft.pick('局', '机关')}依法登记的{draft.org.type}。"
        if draft.rng.random() < 0.6
        else f"经查，{name}在我局依法登记。"
    )
    odd_text = draft.put("abnormal_listed", "已被列入" if odd else "未被列入") + "活动异常名录"
    listed_text = (
        draft.put("seriously_illegal_listed", "已被列入" if listed else "未被列入") + "严重违法失信名单"
    )
    until = draft.put("query_date", printed.day(draft["query_date"]))
    penalty = (
        f"，近两年内受到行政处罚{_count(draft, '次')}"
        if count
        else "，" + draft.put("penalty_count", draft.pick("无行政处罚记录", "近两年内未受到行政处罚"))
    )
    flow.paragraph(first + f"截至{until}，该单位{odd_text}，{listed_text}{penalty}。")
    flow.paragraph("特此证明。", after=30)
    flow.signature(
        [
            draft.org.registration_authority,
            draft.again("query_date", printed.day(draft["query_date"], draft.pick("cn", "han"))),
        ]
    )
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 56), draft.org.registration_authority)
