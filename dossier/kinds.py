"""The kinds of evidence document."""

from enum import StrEnum


class Kind(StrEnum):
    """What a document is. Chinese names are in `KIND_NAMES`."""

    REGISTRATION_CERTIFICATE = "registration_certificate"
    BUSINESS_LICENCE = "business_licence"
    GRADE_CERTIFICATE = "grade_certificate"
    ANNUAL_REPORT = "annual_report"
    CREDIT_RECORD = "credit_record"
    PENALTY_DECISION = "penalty_decision"
    AWARD = "award"
    MEDIA_CLIPPING = "media_clipping"
    UNION_APPROVAL = "union_approval"
    APPOINTMENT = "appointment"
    TRAINING_RECORD = "training_record"
    CONTRACT = "contract"
    SATISFACTION_SURVEY = "satisfaction_survey"
    OFFICE_PROOF = "office_proof"
    STAFF_PROOF = "staff_proof"
    TERM_CHANGE = "term_change"
    CHARTER = "charter"
    POLICY_DOCUMENT = "policy_document"
    PLAN = "plan"
    BUDGET = "budget"
    IMPLEMENTATION = "implementation"
    SUMMARY = "summary"
    MEETING_RECORD = "meeting_record"
    ACTIVITY_RECORD = "activity_record"
    STUDY_RECORD = "study_record"
    BRAND_MATERIAL = "brand_material"
    UNION_ROSTER = "union_roster"
    ACCEPTANCE = "acceptance"
    APPLICATION_FORM = "application_form"
    OTHER = "other"


KIND_NAMES: dict[Kind, str] = {
    Kind.REGISTRATION_CERTIFICATE: "法人登记证书",
    Kind.BUSINESS_LICENCE: "营业执照",
    Kind.GRADE_CERTIFICATE: "评估等级证书",
    Kind.ANNUAL_REPORT: "年检（年报）",
    Kind.CREDIT_RECORD: "信用查询记录",
    Kind.PENALTY_DECISION: "行政处罚决定书",
    Kind.AWARD: "表彰奖励",
    Kind.MEDIA_CLIPPING: "媒体报道",
    Kind.UNION_APPROVAL: "建会批复（工会法人证书）",
    Kind.APPOINTMENT: "任职文件",
    Kind.TRAINING_RECORD: "培训记录",
    Kind.CONTRACT: "合同（协议）",
    Kind.SATISFACTION_SURVEY: "满意度调查",
    Kind.OFFICE_PROOF: "办公场所证明",
    Kind.STAFF_PROOF: "专职人员证明",
    Kind.TERM_CHANGE: "换届材料",
    Kind.CHARTER: "章程",
    Kind.POLICY_DOCUMENT: "制度文件",
    Kind.PLAN: "工作计划",
    Kind.BUDGET: "预算",
    Kind.IMPLEMENTATION: "实施方案",
    Kind.SUMMARY: "总结",
    Kind.MEETING_RECORD: "会议（交流）材料",
    Kind.ACTIVITY_RECORD: "活动记录",
    Kind.STUDY_RECORD: "学习记录",
    Kind.BRAND_MATERIAL: "品牌材料",
    Kind.UNION_ROSTER: "工会干部名册",
    Kind.ACCEPTANCE: "验收（绩效）材料",
    Kind.APPLICATION_FORM: "申报表",
    Kind.OTHER: "其他材料",
}
"""The reviewer's name of each kind."""
