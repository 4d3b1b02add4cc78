"""The Chinese names of all that a report tells: codes, verdicts, severities, facts and their values."""

from typing import Final, Literal

from dossier.finding import Code, Severity, Verdict
from dossier.page import Origin, ProblemCode

SEVERITY_NAMES: Final[dict[Severity, str]] = {
    Severity.GATE: "否决项",
    Severity.MAJOR: "重大",
    Severity.MINOR: "一般",
    Severity.INFO: "提示",
}

VERDICT_NAMES: Final[dict[Verdict, str]] = {
    Verdict.SUPPORTED: "证据支持",
    Verdict.CONTRADICTED: "证据不符",
    Verdict.MISSING: "缺少材料",
    Verdict.UNREADABLE: "无法辨认",
    Verdict.UNCERTAIN: "存疑待核",
    Verdict.NOT_APPLICABLE: "不适用",
}

CODE_NAMES: Final[dict[Code, str]] = {
    Code.IDENTITY_MISMATCH: "主体名称不一致",
    Code.NOT_A_SOCIAL_ORGANIZATION: "主体不属于社会组织",
    Code.USCC_INVALID: "信用代码校验不通过",
    Code.USCC_MISMATCH: "信用代码不一致",
    Code.REGISTRATION_EXPIRED: "登记证书已过有效期",
    Code.GRADE_BELOW_REQUIRED: "评估等级低于要求",
    Code.GRADE_OVERSTATED: "申报等级高于证书等级",
    Code.GRADE_EXPIRED: "评估等级已过有效期",
    Code.ANNUAL_INSPECTION_MISSING: "缺少应有年度的年检（年报）",
    Code.ANNUAL_INSPECTION_FAILED: "年检不合格",
    Code.ANNUAL_INSPECTION_BASIC: "年检基本合格",
    Code.LISTED_ABNORMAL: "列入活动异常名录",
    Code.LISTED_SERIOUSLY_ILLEGAL: "列入严重违法失信名单",
    Code.CREDIT_RECORD_STALE: "信用查询日期过早",
    Code.PENALTY_IN_WINDOW: "近两年内受过行政处罚",
    Code.AUTHORITY_LEVEL_TOO_LOW: "单位级别不足",
    Code.AWARD_TO_PERSON: "表彰对象为个人",
    Code.OUT_OF_PERIOD: "不在认可的时段内",
    Code.MEDIA_NEGATIVE: "报道内容负面",
    Code.MEDIA_NOT_ABOUT_ORGANIZATION: "报道未涉及本组织",
    Code.OUTLET_NOT_LISTED: "媒体不在名录内",
    Code.SATISFACTION_BELOW_THRESHOLD: "满意度未达标",
    Code.SATISFACTION_ARITHMETIC: "满意度计算有误",
    Code.SATISFACTION_SAMPLE_SMALL: "满意度样本过小",
    Code.TRAINING_MISSING_YEAR: "培训缺少年度",
    Code.TERM_OVERDUE: "逾期未换届",
    Code.OFFICE_TERM_EXPIRED: "办公场所期限已过",
    Code.ADDRESS_MISMATCH: "地址不一致",
    Code.EVIDENCE_MISSING: "缺少证明材料",
    Code.EVIDENCE_UNRELATED: "材料与该项无关",
    Code.EVIDENCE_REUSED: "材料重复使用",
    Code.POINTS_OVERCLAIMED: "自评分高于证据所支持",
    Code.POINTS_OVER_MAXIMUM: "自评分超过该项满分",
    Code.SCORE_ARITHMETIC: "总分与分项合计不符",
    Code.BELOW_THRESHOLD: "自评总分低于申报门槛",
    Code.TAMPERING_SUSPECTED: "疑似篡改痕迹",
    Code.SEAL_ISSUER_MISMATCH: "印章与落款单位不一致",
    Code.TEXT_LAYER_MISMATCH: "文字层与页面图像不一致",
    Code.CERTIFICATE_NUMBER_SHARED: "证书编号重复出现",
    Code.UNREADABLE_DOCUMENT: "材料无法读取",
    Code.SUBMITTED_OUT_OF_WINDOW: "不在申报时段内提交",
    Code.QUOTA_EXCEEDED: "超出推荐名额",
}

PROBLEM_NAMES: Final[dict[ProblemCode, str]] = {
    ProblemCode.EMPTY: "空文件",
    ProblemCode.ENCRYPTED: "已加密",
    ProblemCode.TRUNCATED: "文件不完整",
    ProblemCode.CORRUPT: "文件损坏",
    ProblemCode.TOO_LARGE: "文件过大",
    ProblemCode.TOO_MANY_PAGES: "页数过多",
    ProblemCode.MISLABELLED: "扩展名与内容不符",
    ProblemCode.UNSUPPORTED: "格式不支持",
    ProblemCode.BLANK_PAGE: "空白页",
    ProblemCode.ILLEGIBLE: "字迹无法辨认",
    ProblemCode.READER_FAILED: "读取失败",
}

ORIGIN_NAMES: Final[dict[Origin, str]] = {
    "text": "文字层",
    "ocr": "图像识别",
    "mixed": "文字层＋图像识别",
    "none": "未读出文字",
}

ELIGIBLE_NAMES: Final[dict[Literal["yes", "no", "review"], str]] = {
    "yes": "具备推荐条件",
    "no": "不符合推荐条件",
    "review": "需人工复核",
}

ELIGIBLE_NOTES: Final[dict[Literal["yes", "no", "review"], str]] = {
    "yes": "各否决项均有证据支持，自评总分与证据支持的上限都达到申报门槛。是否推荐由审核人决定。",
    "no": "有否决项不通过，或自评总分未达申报门槛。",
    "review": "有否决项无法由材料判定，或证据所支持的分值上限低于门槛，须由审核人核实。",
}

GATE_NAMES: Final[dict[Literal["passes", "fails", "open"], str]] = {
    "passes": "通过",
    "fails": "不通过",
    "open": "待复核",
}

FACT_NAMES: Final[dict[str, str]] = {
    "abnormal_listed": "列入活动异常名录",
    "address": "地址",
    "amount": "金额",
    "approving_body": "批准机关",
    "approving_union": "批准工会",
    "authority_level": "颁发单位级别",
    "body": "任职机构",
    "business_scope": "业务范围",
    "certificate_number": "证书编号",
    "claimed_total": "自评总分",
    "claims": "自评明细",
    "conclusion": "结论",
    "date": "日期",
    "decision_date": "决定日期",
    "document_number": "文号",
    "full_time_staff": "专职人员数",
    "grade": "评估等级",
    "honor_title": "荣誉名称",
    "issue_date": "颁发（落款）日期",
    "issuing_authority": "颁发（作出）单位",
    "legal_representative": "法定代表人",
    "mentions_organization": "提及本组织",
    "organization_name": "单位名称",
    "organization_type": "组织类型",
    "organizer": "主办单位",
    "outlet": "媒体",
    "outlet_level": "媒体级别",
    "owner": "产权人（出租方）",
    "participants": "参加人数",
    "party_a": "甲方",
    "party_b": "乙方",
    "penalty_count": "行政处罚条数",
    "penalty_types": "处罚种类",
    "people": "人员",
    "period": "所属期间",
    "person": "任职人",
    "position": "职务",
    "publish_date": "刊发日期",
    "query_date": "查询日期",
    "rate": "满意率",
    "recipient": "受表彰者",
    "recipient_type": "受表彰者类型",
    "recommender": "推荐单位",
    "registered_capital": "注册资金",
    "registration_authority": "登记管理机关",
    "registration_date": "成立登记日期",
    "respondents": "有效答卷数",
    "satisfied": "满意数",
    "seal_name": "印章文字",
    "seriously_illegal_listed": "列入严重违法失信名单",
    "session": "届次",
    "sign_date": "签订日期",
    "stance": "报道倾向",
    "subject": "标的（项目）",
    "supervisory_body": "业务主管单位",
    "tenant": "使用人（承租方）",
    "title": "标题",
    "union_name": "工会名称",
    "uscc": "统一社会信用代码",
    "valid_from": "有效期起",
    "valid_until": "有效期止",
    "year": "年度",
}

VALUE_NAMES: Final[dict[str, dict[str, str]]] = {
    level: {
        "national": "国家级",
        "provincial": "省级",
        "prefecture": "设区市级",
        "county": "县区级",
        "other": "其他",
    }
    for level in ("authority_level", "outlet_level")
} | {
    "recipient_type": {"organization": "组织", "person": "个人"},
    "stance": {"positive": "正面", "neutral": "中性", "negative": "负面"},
}
"""What the closed values of a fact are called."""

PROVISIONAL: Final = "暂定分值"
PROVISIONAL_NOTE: Final = "各项分值为暂定，官方分值表载入后须按新表重新计分；条款与门槛以通知为准。"
TRACES_NONE: Final = "未检出篡改痕迹。未检出不等于材料属实。"
TRACES_SOME: Final = "检出 {count} 处可疑痕迹。痕迹只是线索，不是结论，请对照原件核实。"
NOTHING_ABOVE_INFO: Final = "未发现提示级以上的差异。"
NO_DISCREPANCY: Final = "未发现差异。未发现不等于材料属实，是否推荐仍由审核人决定。"
CLAIM: Final = "申报内容"
APPLICATION_STEMS: Final = ("submission", "申报表")
STANDING: Final = (
    "本报告只说明所交材料能证明什么，材料真伪与是否推荐由审核人决定。相同的材料、标准与程序，得到相同的报告。"
)
NO_PICTURE: Final = "此处没有页面图像，按位置与引文核对。"


def fact_name(name: str) -> str:
    """The Chinese name of a fact; the name itself where the catalogue has none."""
    return FACT_NAMES.get(name, name)
