"""The words of a rescored round."""

from audit.rescoring import Outcome

OUTCOMES: dict[Outcome, str] = {
    Outcome.PASSES: "将具备推荐条件",
    Outcome.FALLS: "将失去推荐条件",
    Outcome.OTHERWISE: "结论不同，仍不具备推荐条件",
    Outcome.POINTS: "仅分值或单项结论有变",
    Outcome.SAME: "不变",
}
"""In the order in which they are shown."""
NOT_THERE = "无此指标"
SHEET = "试算{number}"
CHANGES = "试算{number}逐项"
RULES = "试算{number}规则"
REMARKS = "未计入与说明"
LEFT_OUT = "未重新计分"
ALTERED = "程序已更新"
