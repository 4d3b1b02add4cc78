"""The words of letters."""

from typing import Final

NOTHING_TO_TELL: Final = "现在没有要告知申报单位的事：还没有发出补正，也没有作出结论。"
TRAIL_HEAD: Final = "第 {seq} 条 {hash}"
FOOT: Final = "申报编号 {submission}　报告编号 {report}　留痕 {head}"

SUPPLEMENT: Final = "补正通知书"
SUPPLEMENT_TEXT: Final = "你单位申报{round}的材料（申报编号 {submission}）已审核。下列事项需要补充材料或者作出说明，请于 {due} 前办理。"
SUPPLEMENT_HEADINGS: Final = ("序号", "条款", "审核发现", "请补充或说明")
SUPPLEMENT_WIDTHS: Final = (1.2, 1.6, 6.6, 6.0)
SUPPLEMENT_CLOSING: Final = (
    "补正时请登录申报系统，在“我的申报”中上传新的材料并提交。原来提交的材料保留，不能删除或替换；新材料提交后随即核验，只重新审核与之有关的事项。",
    "期限届满没有提交的，按已有材料继续审核。",
)

RESULT: Final = "审核结果告知书"
RESULT_TEXT: Final = "你单位申报{round}的材料（申报编号 {submission}）已审核完毕，结论为：{outcome}。"
OUTCOMES: Final = {"recommend": "同意推荐", "return": "退回，不予推荐"}
REASON: Final = "审核意见：{comment}"
POINTS_TITLE: Final = "逐项得分"
POINTS_HEADINGS: Final = ("项目", "自评", "审定", "说明")
POINTS_WIDTHS: Final = (6.2, 1.6, 1.6, 6.0)
POINTS_SUM: Final = "合计"
FOUND_TITLE: Final = "审核认定的事项"
FOUND_HEADINGS: Final = ("序号", "条款", "认定")
FOUND_WIDTHS: Final = (1.2, 1.6, 12.6)
APPEAL: Final = "对结论有异议的，可在 {day} 前向审核单位书面提出申诉。"
QUESTIONS: Final = "对结论有疑问的，请向审核单位咨询。"
TRACE: Final = "材料“{document}”的真实性须进一步核实。"
TRACE_WHOLE: Final = "材料的真实性须进一步核实。"
