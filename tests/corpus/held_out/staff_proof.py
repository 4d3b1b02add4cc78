"""专职人员: the province's insurance record of an employer, a month's tax return, a bank's pay list, a statement in prose."""

import random
from datetime import date

from tests.corpus import printed
from tests.corpus.draft import Draft, Values
from tests.corpus.flow import Cell
from tests.corpus.held_out.pieces_c import GREY, telephone, told_anew
from tests.corpus.held_out.register import layout
from tests.corpus.layouts import organization_papers as _usual  # noqa: F401 - registers the usual samplers
from tests.corpus.layouts.shared import only_for, sealed, two_dimensional_code
from tests.corpus.page import A4_LANDSCAPE
from tests.corpus.world import Organization

KIND = "staff_proof"


def _change(rng: random.Random, org: Organization, _values: Values) -> Values:
    return {"people": list(org.staff[: rng.randint(2, len(org.staff))])}


told_anew(KIND, _change)


def _people(draft: Draft) -> list[str]:
    return [draft.put("people", name, draft["people"]) for name in draft["people"]]


def _one_month(draft: Draft, text: str) -> str:
    """The last month of the period, as the only one."""
    return draft.put("period", text, f"{draft['last']:%Y-%m}/{draft['last']:%Y-%m}")


@layout(KIND, "province_record", ("digital", "scan", "poor", "photo"))
def province_record(draft: Draft) -> None:
    """社会保险权益记录单（参保单位专用）: a code above right, months as six digits, notes below that disturb."""
    rng, last = draft.rng, draft["last"]
    flow = draft.flow(draft.type("song", 10.5), margins=(56, 56, 56, 50), numbered="共1页，第{}页")
    two_dimensional_code(draft, flow.page, 478, 40, 62)
    flow.heading("江苏省社会保险权益记录单", draft.type("song-bold", 19), after=0)
    flow.heading("（参保单位专用）", draft.type("song", 13), level=2, after=16)
    flow.paragraph(
        "请使用官方政务客户端扫描右上角二维码验证", draft.type("song", 9, GREY), indent=0, align="right"
    )
    months = draft.put("period", f"{draft['first']:%Y%m}-{last:%Y%m}")
    flow.table(
        [
            ["参保单位全称", Cell(draft.put("organization_name"), 3)],
            ["统一社会信用代码", draft.org.uscc, "现参保地", draft.org.place.full],
            ["单位参保险种", "养老 工伤 失业", "查询区间", months],
        ],
        (2, 3.4, 1.6, 2.4),
        least=24,
    )
    rows: list[list[Cell | str]] = [["序号", "姓名", "公民身份号码", "缴费起止", "缴费月数"]]
    total = (last.year - draft["first"].year) * 12 + last.month - draft["first"].month + 1
    for number, name in enumerate(_people(draft), start=1):
        hidden = f"3204**********{rng.randint(0, 9999):04d}"
        rows.append([str(number), name, hidden, f"{draft['first']:%Y%m} - {last:%Y%m}", str(total)])
    flow.table(rows, (1, 2, 4, 3, 1.6), least=22)
    small = draft.type("song", 9)
    for note in (
        "说明：1. 本单由系统自动生成，已加盖电子印章，不再另行盖章。",
        "2. 本单涉及单位及参保职工信息，请妥善保管，因保管不当造成泄露的由单位承担责任。",
        "3. 缴费月数为区间内到账月份合计，补缴以实际到账为准。",
    ):
        flow.paragraph(note, small, indent=0)
    shown = date(last.year, last.month, 26)
    flow.paragraph(f"打印日期：{printed.day(shown, 'cn')}", indent=0, align="right")
    name = f"{draft.org.place.full}社会保险管理中心"
    draft.seal(flow.page, (470, flow.y + 6), name, 100, "业务专用章")
    only_for(draft, flow.page, 0.4)


@layout(KIND, "tax_return", ("digital", "scan", "poor"))
def tax_return(draft: Draft) -> None:
    """个人所得税扣缴申报表 of one month: 税款所属期 by first and last day, the payer's name, many narrow columns."""
    rng, last = draft.rng, draft["last"]
    end = date(last.year + last.month // 12, last.month % 12 + 1, 1).toordinal() - 1
    flow = draft.flow(draft.type("song", 10), size=A4_LANDSCAPE, margins=(40, 44, 40, 40))
    flow.heading("个人所得税扣缴申报表", draft.type("song-bold", 18), after=6)
    first, until = date(last.year, last.month, 1), date.fromordinal(end)
    term = _one_month(draft, f"{printed.day(first, 'padded')}至{printed.day(until, 'padded')}")
    flow.paragraph(f"税款所属期：{term}", indent=0)
    flow.paragraph(f"扣缴义务人名称：{draft.put('organization_name')}", indent=0)
    flow.paragraph(
        f"扣缴义务人纳税人识别号（统一社会信用代码）：{draft.org.uscc}　　　　金额单位：人民币元（列至角分）",
        indent=0,
        after=4,
    )
    rows: list[list[Cell | str]] = [
        [
            Cell("序号", rows=2), Cell("姓名", rows=2), Cell("身份证件类型", rows=2), Cell("所得项目", rows=2),
            Cell("本月情况", 3), Cell("累计情况", 2), Cell("应补（退）税额", rows=2),
        ],
        ["收入", "基本养老保险费", "失业保险费", "累计收入额", "累计减除费用"],
    ]  # fmt: skip
    for number, name in enumerate(_people(draft), start=1):
        pay = rng.randint(44, 98) * 100
        rows.append(
            [
                str(number), name, "居民身份证", "正常工资薪金", f"{pay:.2f}", f"{pay * 0.08:.2f}", f"{pay * 0.005:.2f}",
                f"{pay * last.month:.2f}", f"{5000 * last.month:.2f}", "0.00",
            ]
        )  # fmt: skip
    flow.table(rows, (0.8, 1.4, 1.8, 1.9, 1.5, 1.6, 1.4, 1.8, 1.8, 1.4), padding=3)
    flow.paragraph("谨声明：本表是根据国家税收法律法规及相关规定填报的，是真实的、可靠的、完整的。", indent=0)
    flow.paragraph(f"经办人签字：{draft.org.staff[-1]}　　　　受理税务机关（章）：", indent=0)
    tax = f"国家税务总局{draft.org.place.city}税务局"
    draft.seal(flow.page, (690, flow.y - 14), tax, 92, "征税专用章")


@layout(KIND, "bank_list", ("digital", "screenshot", "html", "scan"))
def bank_list(draft: Draft) -> None:
    """A bank's page of wages paid out: the payer's account name, the month in the purpose, cards with stars."""
    rng, last = draft.rng, draft["last"]
    flow = draft.flow(draft.type("hei", 11), size=(680, 620), margins=(36, 58, 36, 30))
    flow.page.rect((0, 0, 680, 40), None, fill=(196, 28, 40))
    flow.page.text(
        36, 26, "企业网上银行　|　代发业务　|　批次明细查询", draft.type("hei", 13, (255, 255, 255))
    )
    flow.heading("代发批次明细", draft.type("hei-bold", 15), align="left", after=4)
    names = _people(draft)
    pays = [rng.randint(3900, 8600) + rng.randint(0, 99) / 100 for _ in names]
    flow.table(
        [
            ["付款户名", Cell(draft.put("organization_name"), 3)],
            ["用途", _one_month(draft, f"{last.year}年{last.month}月") + "工资", "批次状态", "全部成功"],
            ["总笔数", str(len(names)), "总金额", f"{sum(pays):,.2f}"],
        ],
        (1.4, 3.4, 1.4, 3),
        rule=(205, 208, 214),
    )
    rows: list[list[Cell | str]] = [["序号", "收款人", "收款账号", "金额（元）", "处理结果"]]
    for number, (name, pay) in enumerate(zip(names, pays, strict=True), start=1):
        rows.append([str(number), name, f"6228****{rng.randint(1000, 9999)}", f"{pay:,.2f}", "成功"])
    flow.table(rows, (1, 2, 3, 2.2, 1.6), rule=(205, 208, 214))


@layout(KIND, "statement", ("digital", "scan", "photo", "poor", "docx"))
def statement(draft: Draft) -> None:
    """A statement in prose: names in a row, from which month to which they worked full time; sealed by the body."""
    names = _people(draft)
    flow = draft.flow(draft.type(draft.pick("fang", "song"), 16, leading=1.95))
    flow.space(24)
    flow.heading(
        draft.pick("专职工作人员在岗证明", "在职证明", "关于专职人员的情况说明"),
        draft.type("song-bold", 23),
        after=18,
    )
    months = draft.put(
        "period",
        f"{draft['first'].year}年{draft['first'].month}月至{draft['last'].year}年{draft['last'].month}月",
    )
    flow.paragraph(
        f"{'、'.join(names)}等{len(names)}名同志系我单位专职工作人员，{months}期间在岗工作，工资由我单位按月发放，并依法缴纳社会保险。"
    )
    flow.paragraph("我单位对上述内容的真实性负责。", after=30)
    day = date(draft["last"].year, draft["last"].month, 27)
    sealed(
        draft,
        flow,
        [draft.put("organization_name"), printed.day(day, draft.pick("cn", "han"))],
        draft.org.name,
    )


@layout(KIND, "one_person_app", ("screenshot", "digital"))
def one_person_app(draft: Draft) -> None:
    """One employee's insurance in the government's app: grey labels over the values, a term, months as chips."""
    draft.values["people"] = draft["people"][-1:]
    page = telephone(draft, 760, "我的参保")
    page.rect((0, 66, 390, 760), None, fill=(240, 244, 250))
    page.rect((14, 80, 376, 176), None, fill=(44, 112, 222), radius=10)
    page.text(34, 122, _people(draft)[0], draft.type("hei-bold", 22, (255, 255, 255)))
    page.text(
        34, 152, f"3204**********{draft.rng.randint(1000, 9999)}", draft.type("hei", 13, (225, 235, 255))
    )
    page.text(356, 122, "正常参保", draft.type("hei", 13, (255, 255, 255)), "right")
    page.rect((14, 190, 376, 470), None, fill=(255, 255, 255), radius=10)
    small, value = draft.type("hei", 12, GREY), draft.type("hei", 15)
    months = draft.put("period", f"{draft['first']:%Y-%m} ~ {draft['last']:%Y-%m}")
    y = 216.0
    for label, shown in (
        ("参保单位", draft.put("organization_name")),
        ("险种", "城镇企业职工基本养老保险"),
        ("缴费年月", months),
        ("参保地", draft.org.place.full),
    ):
        page.text(34, y, label, small)
        y = page.paragraph(34, y + 6, 324, shown, value.but(leading=1.4)) + 26
    page.text(195, 510, "数据来源于社会保险经办机构，仅供参考", small.but(size=11), "center")
