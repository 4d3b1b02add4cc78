"""A made-up submission's report: 24 findings, 12 discrepancies, 16 documents."""

import hashlib
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dossier.document import Document, Segment
from dossier.fact import Evidence, Fact
from dossier.finding import Code, Discrepancy, Finding, Rule, Severity, Verdict
from dossier.kinds import Kind
from dossier.page import Problem, ProblemCode
from dossier.report import Report, RubricReference, Score
from dossier.submission import Organization, SubmissionSummary
from review.reports import CriterionTitle
from tests.review.reports.drawn import DrawnPage, DrawnPages

NAME = "金陵市新就业形态劳动者服务中心"
CODE = "52320100MJ5512345X"

SECTIONS = {
    "1": "政治引领",
    "2": "组织建设",
    "3": "制度建设",
    "4": "能力建设",
    "5": "服务成效",
    "6": "社会影响",
}
_PARTS = {"1": "三(一)", "2": "三(二)", "3": "三(三)", "4": "三(四)", "5": "三(五)", "6": "三(六)"}
_CRITERIA: tuple[tuple[str, str, float, bool], ...] = (
    ("1.1", "坚持党的领导、宣传政策、普及法律", 3, False),
    ("1.2", "建立工会组织并正常开展活动", 4, False),
    ("1.3", "参与工会活动、联席会议", 4, False),
    ("1.4", "负责人或骨干在工会组织挂兼职", 4, False),
    ("2.1", "依法登记", 5, True),
    ("2.2", "有固定办公场所", 3, False),
    ("2.3", "有专职工作人员", 3, False),
    ("2.4", "有章程且按期换届", 4, False),
    ("2.5", "按时参加年检（年报）", 4, True),
    ("2.6", "评估等级在3A以上", 6, True),
    ("2.7", "未列入异常、失信名单", 0, True),
    ("2.8", "近两年无行政处罚", 0, True),
    ("3.1", "四项内部制度健全", 6, False),
    ("3.2", "工会组织健全、职责明确", 4, False),
    ("4.1", "每年培训不少于一次", 6, False),
    ("4.2", "社会组织间协作交流", 4, False),
    ("5.1", "服务体系化", 8, False),
    ("5.2", "承接工会购买服务、合作项目", 7, False),
    ("5.3", "树立特色工作品牌", 5, False),
    ("6.1", "职工满意度达70%以上", 5, True),
    ("6.2", "设区市级以上表彰奖励", 6, False),
    ("6.3", "设区市级以上主流媒体正面报道", 5, False),
    ("6.4", "经验交流推广", 4, False),
)
TITLES = {
    criterion: CriterionTitle(title, maximum, _PARTS[criterion[0]], SECTIONS[criterion[0]], gate)
    for criterion, title, maximum, gate in _CRITERIA
}


def drawn_pages() -> DrawnPages:
    """The pages of the submission's documents."""
    lines = {
        ("组织建设/登记证书.jpg", 1): (
            ("民办非企业单位登记证书", 0.5, 0.1, 44),
            (f"统一社会信用代码：{CODE}", 0.5, 0.24, 26),
            (f"名    称：{NAME}", 0.46, 0.33, 26),
            ("住    所：金陵市秦淮区太平南路389号4楼", 0.46, 0.40, 26),
            ("法定代表人：周明远", 0.34, 0.47, 26),
            ("业务主管单位：金陵市总工会", 0.39, 0.54, 26),
            ("有效期限：2023年03月18日至2027年03月17日", 0.46, 0.61, 26),
            ("发证机关：金陵市民政局", 0.62, 0.77, 26),
            ("2023年03月18日", 0.66, 0.83, 26),
        ),
        ("组织建设/IMG_2041.jpg", 1): (
            ("社会组织评估等级证书", 0.5, 0.14, 44),
            (f"{NAME}：", 0.4, 0.3, 28),
            ("经评估，你单位获得 4A 级社会组织称号。", 0.5, 0.42, 28),
            ("有效期：2021年12月20日至2026年12月19日", 0.5, 0.52, 26),
            ("金陵市民政局", 0.68, 0.74, 28),
            ("2021年12月20日", 0.68, 0.80, 26),
        ),
        ("组织建设/年检.pdf", 1): (
            ("2023年度年检结论", 0.5, 0.12, 40),
            (f"单位名称：{NAME}", 0.45, 0.26, 26),
            ("年检结论：基本合格", 0.35, 0.36, 28),
            ("2024年6月21日", 0.68, 0.8, 26),
        ),
        ("组织建设/年检.pdf", 2): (
            ("2024年度年检结论", 0.5, 0.12, 40),
            (f"单位名称：{NAME}", 0.45, 0.26, 26),
            ("年检结论：合格", 0.33, 0.36, 28),
            ("2025年6月18日", 0.68, 0.8, 26),
        ),
        ("组织建设/信用查询.pdf", 1): (
            ("社会组织信用信息查询结果", 0.5, 0.1, 36),
            (NAME, 0.5, 0.2, 28),
            ("未列入活动异常名录", 0.4, 0.32, 26),
            ("未列入严重违法失信名单", 0.42, 0.38, 26),
            ("查询日期：2026年6月2日", 0.4, 0.5, 26),
        ),
        ("组织建设/租赁合同.pdf", 3): (
            ("第七条  租赁期限", 0.3, 0.12, 26),
            ("自2023年9月1日起至2026年8月31日止，共三年。", 0.45, 0.17, 24),
            ("租赁房屋坐落：金陵市秦淮区中山南路8号1203室", 0.46, 0.24, 24),
        ),
        ("影响/表彰决定.pdf", 2): (
            ("附件：表彰名单", 0.5, 0.1, 34),
            ("一、先进个人", 0.25, 0.2, 28),
            (f"周明远    {NAME}", 0.48, 0.27, 24),
            ("金陵市总工会  2025年4月28日", 0.6, 0.8, 26),
        ),
        ("影响/昆山表彰.jpg", 1): (
            ("荣誉证书", 0.5, 0.16, 60),
            (f"{NAME}：", 0.42, 0.36, 28),
            ("被评为“职工信赖的社会组织”。", 0.5, 0.46, 28),
            ("昆山市总工会", 0.68, 0.7, 28),
            ("2025年12月", 0.68, 0.76, 28),
        ),
        ("影响/报道.pdf", 1): (
            ("金陵晚报", 0.3, 0.05, 54),
            ("2025年9月12日  星期五", 0.62, 0.08, 20),
            ("骑手的“加油站”开到了地铁口", 0.5, 0.16, 42),
            (f"本报讯 {NAME}联合金陵市总工会，", 0.5, 0.25, 22),
            ("在三处地铁口为外卖骑手设立歇脚驿站。", 0.46, 0.28, 22),
        ),
        ("服务/满意度.xlsx扫描.pdf", 1): (
            ("职工满意度调查汇总表", 0.5, 0.1, 36),
            ("发放问卷200份，收回有效问卷186份", 0.46, 0.22, 26),
            ("满意及基本满意：161份", 0.36, 0.29, 26),
            ("满意率：92.5%", 0.3, 0.36, 26),
        ),
        ("服务/合同.pdf", 1): (
            ("购买服务合同", 0.5, 0.1, 40),
            ("甲方：金陵市总工会", 0.3, 0.22, 26),
            (f"乙方：{NAME}", 0.4, 0.28, 26),
            ("合同金额：人民币叁拾万元整（¥300,000.00）", 0.48, 0.4, 26),
            ("签订日期：2025年3月1日", 0.36, 0.48, 26),
        ),
        ("建会/批复.pdf", 1): (
            ("关于同意成立工会委员会的批复", 0.5, 0.12, 36),
            (f"{NAME}：", 0.4, 0.24, 26),
            ("同意你单位成立工会委员会。", 0.42, 0.3, 26),
            ("金陵市总工会  2022年5月9日", 0.62, 0.8, 26),
        ),
        ("申报表.pdf", 2): (
            ("指标      自评分      说明", 0.4, 0.1, 26),
            ("2.6      6      5A级社会组织", 0.42, 0.16, 24),
            ("6.1      5      满意率92.5%", 0.42, 0.22, 24),
            ("6.2      6      省级表彰", 0.4, 0.28, 24),
            ("自评总分：92分", 0.3, 0.4, 26),
        ),
    }
    seals = {"影响/昆山表彰.jpg": "昆山市总工会", "组织建设/登记证书.jpg": "金陵市民政局", "组织建设/IMG_2041.jpg": "评估专用章"}
    return DrawnPages(
        {
            place: DrawnPage(text, landscape=place[0] == "影响/昆山表彰.jpg", seal=seals.get(place[0]))
            for place, text in lines.items()
        }
    )


def sample_report(pages: DrawnPages, *, provisional: bool = True) -> Report:
    """The report. Places are those of the drawn pages, so every mark stands where its text does."""
    return Report(
        submission=SubmissionSummary(
            id="2026-0017",
            round="2026",
            organization=Organization(name=NAME, uscc=CODE, type="民办非企业单位", legal_representative="周明远"),
            recommender="金陵市总工会",
            submitted_at=datetime(2026, 11, 15, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai")),
            as_of=date(2026, 11, 15),
        ),
        rubric=RubricReference(id="jiangsu-2023", version="1.0.0", sha256="4f" * 32, provisional=provisional),
        documents=_documents(),
        facts=_facts(pages),
        findings=_findings(pages),
        discrepancies=_discrepancies(pages),
        score=Score(claimed=92, claimed_sum=90, supported=(61.5, 78), threshold=80, eligible="no"),
        extractor="hezheng 1.0.0 / reader 3",
    )


def _documents() -> tuple[Document, ...]:
    made: tuple[tuple[str, Kind, float, int, str], ...] = (
        ("申报表.pdf", Kind.APPLICATION_FORM, 1.0, 3, "text"),
        ("组织建设/登记证书.jpg", Kind.REGISTRATION_CERTIFICATE, 0.99, 1, "ocr"),
        ("组织建设/IMG_2041.jpg", Kind.GRADE_CERTIFICATE, 0.98, 1, "ocr"),
        ("组织建设/年检.pdf", Kind.ANNUAL_REPORT, 0.97, 2, "ocr"),
        ("组织建设/信用查询.pdf", Kind.CREDIT_RECORD, 0.96, 1, "text"),
        ("组织建设/租赁合同.pdf", Kind.OFFICE_PROOF, 0.93, 6, "mixed"),
        ("组织建设/制度汇编.pdf", Kind.POLICY_DOCUMENT, 0.95, 48, "text"),
        ("建会/批复.pdf", Kind.UNION_APPROVAL, 0.98, 1, "ocr"),
        ("建会/花名册.xlsx", Kind.UNION_ROSTER, 0.9, 1, "text"),
        ("培训/2025培训.docx", Kind.TRAINING_RECORD, 0.91, 3, "text"),
        ("服务/合同.pdf", Kind.CONTRACT, 0.99, 4, "mixed"),
        ("服务/满意度.xlsx扫描.pdf", Kind.SATISFACTION_SURVEY, 0.97, 1, "ocr"),
        ("影响/表彰决定.pdf", Kind.AWARD, 0.96, 2, "ocr"),
        ("影响/昆山表彰.jpg", Kind.AWARD, 0.97, 1, "ocr"),
        ("影响/报道.pdf", Kind.MEDIA_CLIPPING, 0.88, 1, "ocr"),
        ("其他材料.zip!/扫描0001.pdf", Kind.OTHER, 0.4, 0, "none"),
    )
    broken = Problem(code=ProblemCode.ENCRYPTED, message="文件设有打开密码。请让申报单位另存为不加密的文件后重新提交。")
    faint = Problem(code=ProblemCode.BLANK_PAGE, message="该页没有内容。", page=6, fatal=False)
    bound = (
        Segment(kind=Kind.POLICY_DOCUMENT, pages=(1, 40)),
        Segment(kind=Kind.CHARTER, pages=(41, 47), kind_confidence=0.9),
        Segment(kind=Kind.TERM_CHANGE, pages=(48, 48), kind_confidence=0.8),
    )
    return tuple(
        Document(
            path=path,
            sha256=hashlib.sha256(path.encode()).hexdigest(),
            kind=kind,
            kind_confidence=confidence,
            pages=count,
            origin=origin,  # type: ignore[arg-type]
            segments=bound if count == 48 else (Segment(kind=kind, pages=(1, count)),) if count else (),
            problems=(broken,) if count == 0 else (faint,) if count == 6 else (),
        )
        for path, kind, confidence, count, origin in made
    )


def _facts(pages: DrawnPages) -> tuple[Fact, ...]:
    told: tuple[tuple[str, int, Kind, str, object, str], ...] = (
        ("组织建设/登记证书.jpg", 1, Kind.REGISTRATION_CERTIFICATE, "organization_name", NAME, NAME),
        ("组织建设/登记证书.jpg", 1, Kind.REGISTRATION_CERTIFICATE, "uscc", CODE, CODE),
        ("组织建设/登记证书.jpg", 1, Kind.REGISTRATION_CERTIFICATE, "valid_until", "2027-03-17", "2027年03月17日"),
        ("组织建设/登记证书.jpg", 1, Kind.REGISTRATION_CERTIFICATE, "legal_representative", "周明远", "周明远"),
        ("组织建设/登记证书.jpg", 1, Kind.REGISTRATION_CERTIFICATE, "address", "金陵市秦淮区太平南路389号4楼", "金陵市秦淮区太平南路389号4楼"),
        ("组织建设/IMG_2041.jpg", 1, Kind.GRADE_CERTIFICATE, "grade", "4A", "4A 级"),
        ("组织建设/IMG_2041.jpg", 1, Kind.GRADE_CERTIFICATE, "valid_until", "2026-12-19", "2026年12月19日"),
        ("组织建设/IMG_2041.jpg", 1, Kind.GRADE_CERTIFICATE, "issuing_authority", "金陵市民政局", "金陵市民政局"),
        ("组织建设/年检.pdf", 1, Kind.ANNUAL_REPORT, "year", 2023, "2023年度"),
        ("组织建设/年检.pdf", 1, Kind.ANNUAL_REPORT, "conclusion", "基本合格", "基本合格"),
        ("组织建设/年检.pdf", 2, Kind.ANNUAL_REPORT, "year", 2024, "2024年度"),
        ("组织建设/年检.pdf", 2, Kind.ANNUAL_REPORT, "conclusion", "合格", "合格"),
        ("组织建设/信用查询.pdf", 1, Kind.CREDIT_RECORD, "query_date", "2026-06-02", "2026年6月2日"),
        ("组织建设/信用查询.pdf", 1, Kind.CREDIT_RECORD, "abnormal_listed", False, "未列入活动异常名录"),
        ("组织建设/租赁合同.pdf", 3, Kind.OFFICE_PROOF, "valid_until", "2026-08-31", "2026年8月31日"),
        ("建会/批复.pdf", 1, Kind.UNION_APPROVAL, "approving_union", "金陵市总工会", "金陵市总工会"),
        ("服务/合同.pdf", 1, Kind.CONTRACT, "party_a", "金陵市总工会", "金陵市总工会"),
        ("服务/合同.pdf", 1, Kind.CONTRACT, "amount", 300000.0, "叁拾万元整"),
        ("服务/合同.pdf", 1, Kind.CONTRACT, "sign_date", "2025-03-01", "2025年3月1日"),
        ("服务/满意度.xlsx扫描.pdf", 1, Kind.SATISFACTION_SURVEY, "respondents", 186, "186份"),
        ("服务/满意度.xlsx扫描.pdf", 1, Kind.SATISFACTION_SURVEY, "satisfied", 161, "161份"),
        ("服务/满意度.xlsx扫描.pdf", 1, Kind.SATISFACTION_SURVEY, "rate", 0.925, "92.5%"),
        ("影响/表彰决定.pdf", 2, Kind.AWARD, "recipient_type", "person", "先进个人"),
        ("影响/昆山表彰.jpg", 1, Kind.AWARD, "issuing_authority", "昆山市总工会", "昆山市总工会"),
        ("影响/昆山表彰.jpg", 1, Kind.AWARD, "issue_date", "2025-12", "2025年12月"),
        ("影响/报道.pdf", 1, Kind.MEDIA_CLIPPING, "outlet", "金陵晚报", "金陵晚报"),
        ("影响/报道.pdf", 1, Kind.MEDIA_CLIPPING, "publish_date", "2025-09-12", "2025年9月12日"),
        ("申报表.pdf", 2, Kind.APPLICATION_FORM, "claimed_total", 92, "92分"),
    )  # fmt: skip
    facts = [
        Fact(
            document=path,
            kind=kind,
            name=name,
            value=value,  # type: ignore[arg-type]
            raw=raw,
            confidence=0.72 if name == "conclusion" else 0.97,
            evidence=(pages.at(path, page, raw).model_copy(update={"document": None}),),
            note="校验位由原文 O 更正为 0" if name == "uscc" else None,
        )
        for path, page, kind, name, value, raw in told
    ]
    table = Evidence(page=1, box=None, text="2025年11月3日", locator="表1 第3行")
    facts.append(
        Fact(
            document="培训/2025培训.docx",
            kind=Kind.TRAINING_RECORD,
            name="date",
            value="2025-11-03",
            raw="2025年11月3日",
            confidence=1.0,
            evidence=(table,),
        )
    )
    return tuple(facts)


def _findings(pages: DrawnPages) -> tuple[Finding, ...]:
    training = Evidence(document="培训/2025培训.docx", page=1, box=None, text="2025年11月3日", locator="表1 第3行")
    yes, no, gone = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.MISSING
    maybe, dim = Verdict.UNCERTAIN, Verdict.UNREADABLE
    at = pages.at
    told: tuple[tuple[str, Verdict, float, tuple[float, float], str, tuple[Evidence, ...]], ...] = (
        ("1.1", maybe, 3, (0, 3), "有学习活动材料，成效由审核人评定。", ()),
        ("1.2", yes, 4, (4, 4), "建会批复载明本单位，近12个月内有工会活动记录。", (at("建会/批复.pdf", 1, "同意你单位成立工会委员会。"),)),
        ("1.3", yes, 4, (4, 4), "由工会组织主办的活动一次，在认可时段内。", (at("建会/批复.pdf", 1, "金陵市总工会  2022年5月9日"),)),
        ("1.4", gone, 4, (0, 0), "没有任职文件。", ()),
        ("2.1", yes, 5, (5, 5), "名称、信用代码与申报一致，校验位无误，基准日在有效期内，发证机关为民政部门。", (at("组织建设/登记证书.jpg", 1, CODE), at("组织建设/登记证书.jpg", 1, NAME), at("组织建设/登记证书.jpg", 1, "2023年03月18日至2027年03月17日"))),
        ("2.2", no, 3, (0, 0), "租期止于2026年8月31日，早于基准日；坐落与登记住所不同。", (at("组织建设/租赁合同.pdf", 3, "2026年8月31日"),)),
        ("2.3", gone, 3, (0, 0), "没有工资或社保证明。", ()),
        ("2.4", maybe, 4, (2, 4), "章程已提交；换届材料一处日期无法辨认。", ()),
        ("2.5", no, 4, (2, 2), "2023年度基本合格，2024年度合格，按较低一年计分。", (at("组织建设/年检.pdf", 1, "年检结论：基本合格"), at("组织建设/年检.pdf", 2, "年检结论：合格"))),
        ("2.6", no, 6, (5, 5), "申报5A，证书为4A，在有效期内。", (at("组织建设/IMG_2041.jpg", 1, "4A 级社会组织"),)),
        ("2.7", maybe, 0, (0, 0), "查询日期距基准日超过90日，由审核人核实现状。", (at("组织建设/信用查询.pdf", 1, "查询日期：2026年6月2日"),)),
        ("2.8", yes, 0, (0, 0), "查询结果未见行政处罚。", (at("组织建设/信用查询.pdf", 1, "未列入严重违法失信名单"),)),
        ("3.1", yes, 6, (6, 6), "民主选举、财务、档案、人事制度四项齐备。", (Evidence(document="组织建设/制度汇编.pdf", page=12, box=None, text="财务管理制度", locator="第三章"),)),
        ("3.2", yes, 4, (4, 4), "名册与职责文件齐备。", (Evidence(document="建会/花名册.xlsx", page=1, box=None, text="工会主席 李静", locator="表1 第2行"),)),
        ("4.1", maybe, 6, (3, 6), "2025年度有培训，2026年度未见。", (training,)),
        ("4.2", yes, 4, (4, 4), "与其他社会组织联合开展活动一次。", (at("影响/报道.pdf", 1, "骑手的“加油站”开到了地铁口"),)),
        ("5.1", no, 8, (6, 6), "计划、实施、总结同属2025年度，缺预算。", (at("服务/合同.pdf", 1, "购买服务合同"),)),
        ("5.2", yes, 7, (7, 7), "甲方为工会组织，验收材料齐备。", (at("服务/合同.pdf", 1, "甲方：金陵市总工会"), at("服务/合同.pdf", 1, "签订日期：2025年3月1日"))),
        ("5.3", maybe, 5, (0, 5), "品牌有宣传材料，特色由审核人评定。", (at("影响/报道.pdf", 1, "骑手的“加油站”开到了地铁口"),)),
        ("6.1", no, 5, (4, 4), "按有效问卷186份、满意161份重算为86.56%，非所称92.5%；达到70%的门槛。", (at("服务/满意度.xlsx扫描.pdf", 1, "满意率：92.5%"), at("服务/满意度.xlsx扫描.pdf", 1, "满意及基本满意：161份"))),
        ("6.2", no, 6, (0, 0), "一份表彰的对象为个人，另一份由县级市工会颁发，均不计分。", (at("影响/表彰决定.pdf", 2, "一、先进个人"), at("影响/昆山表彰.jpg", 1, "昆山市总工会"))),
        ("6.3", yes, 4, (4, 4), "《金陵晚报》为设区市级主流媒体，内容正面，提及本组织。", (at("影响/报道.pdf", 1, "金陵晚报"),)),
        ("6.4", dim, 4, (0, 4), "会议材料加密，无法读取。", ()),
    )  # fmt: skip
    return tuple(
        Finding(
            criterion=criterion,
            check="sample",
            verdict=verdict,
            claimed=claimed,
            supported=supported,
            explanation=explanation,
            rule=Rule(clause=TITLES[criterion].clause, source="暂定分值表 2023"),
            evidence=evidence,
            no_evidence=None if evidence else "未找到可用于该项的材料",
        )
        for criterion, verdict, claimed, supported, explanation, evidence in told
    )


def _discrepancies(pages: DrawnPages) -> tuple[Discrepancy, ...]:
    at = pages.at
    gate, major, minor, info = Severity.GATE, Severity.MAJOR, Severity.MINOR, Severity.INFO
    told: tuple[tuple[Code, Severity, str | None, str | None, str, tuple[Evidence, ...]], ...] = (
        (Code.GRADE_OVERSTATED, major, "2.6", "组织建设/IMG_2041.jpg", "申报为5A级，证书载明4A级，应按4A计5分。", (at("申报表.pdf", 2, "5A级社会组织"), at("组织建设/IMG_2041.jpg", 1, "4A 级社会组织"))),
        (Code.SCORE_ARITHMETIC, minor, None, "申报表.pdf", "申报表所填总分92，与各项自评合计90不符。", (at("申报表.pdf", 2, "自评总分：92分"),)),
        (Code.PENALTY_IN_WINDOW, gate, "2.8", "其他材料.zip!/处罚决定.txt", "2025年7月3日受警告处罚，在基准日前两年之内。", (Evidence(document="其他材料.zip!/处罚决定.txt", page=1, box=None, text="给予警告的行政处罚", locator="第14行"),)),
        (Code.AWARD_TO_PERSON, major, "6.2", "影响/表彰决定.pdf", "所附决定表彰的是周明远个人，不是本组织。", (at("影响/表彰决定.pdf", 2, f"周明远    {NAME}"),)),
        (Code.AUTHORITY_LEVEL_TOO_LOW, major, "6.2", "影响/昆山表彰.jpg", "昆山为县级市，其总工会不属于设区市级以上。", (at("影响/昆山表彰.jpg", 1, "昆山市总工会"), at("申报表.pdf", 2, "省级表彰"))),
        (Code.SATISFACTION_ARITHMETIC, major, "6.1", "服务/满意度.xlsx扫描.pdf", "161 ÷ 186 = 86.56%，材料与申报均写作92.5%。", (at("申报表.pdf", 2, "满意率92.5%"), at("服务/满意度.xlsx扫描.pdf", 1, "满意率：92.5%"), at("服务/满意度.xlsx扫描.pdf", 1, "发放问卷200份，收回有效问卷186份"), at("服务/满意度.xlsx扫描.pdf", 1, "满意及基本满意：161份"))),
        (Code.OFFICE_TERM_EXPIRED, major, "2.2", "组织建设/租赁合同.pdf", "租期止于2026年8月31日，基准日为2026年11月15日。", (at("组织建设/租赁合同.pdf", 3, "自2023年9月1日起至2026年8月31日止，共三年。"),)),
        (Code.ADDRESS_MISMATCH, minor, "2.2", "组织建设/租赁合同.pdf", "租赁房屋坐落与登记证书的住所不一致。", (at("组织建设/租赁合同.pdf", 3, "金陵市秦淮区中山南路8号1203室"), at("组织建设/登记证书.jpg", 1, "金陵市秦淮区太平南路389号4楼"))),
        (Code.ANNUAL_INSPECTION_BASIC, minor, "2.5", "组织建设/年检.pdf", "2023年度年检为基本合格。", (at("组织建设/年检.pdf", 1, "年检结论：基本合格"),)),
        (Code.CREDIT_RECORD_STALE, major, "2.7", "组织建设/信用查询.pdf", "查询日期距基准日166日，超过90日，请重新查询。", (at("组织建设/信用查询.pdf", 1, "查询日期：2026年6月2日"),)),
        (Code.UNREADABLE_DOCUMENT, minor, "6.4", "其他材料.zip!/扫描0001.pdf", "文件设有打开密码，未能核验。", ()),
        (Code.EVIDENCE_REUSED, info, "5.3", "影响/报道.pdf", "同一篇报道同时用于5.3与6.3，两项均接受媒体报道。", (at("影响/报道.pdf", 1, "骑手的“加油站”开到了地铁口"),)),
    )  # fmt: skip
    return tuple(
        Discrepancy(
            code=code,
            severity=severity,
            criterion=criterion,
            document=document,
            message=message,
            evidence=evidence,
        )
        for code, severity, criterion, document, message, evidence in told
    )
