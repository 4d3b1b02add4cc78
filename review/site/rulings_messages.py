"""What the pages on rulings say that no template says."""

from typing import Final

from dossier.ruling import Ruled, Settlement
from dossier.state import State

LABELS: Final = {Ruled.CONFIRM: "属实", Ruled.OVERRULE: "不成立", Ruled.ASK: "请补正"}
SECOND_LABELS: Final = {
    Ruled.CONFIRM: "同意：属实",
    Ruled.OVERRULE: "同意：不成立",
    Ruled.ASK: "同意：请补正",
}
AGREED: Final = "同意"
SETTLED: Final = {Ruled.CONFIRM: "✓ 属实", Ruled.OVERRULE: "✓ 不成立", Ruled.ASK: "请补正"}
MARKS: Final = {Settlement.SECOND: "待复核", Settlement.ASKED: "请补正"}
GROUNDS: Final = {
    Ruled.OVERRULE: (
        "已核对材料，系统识读有误",
        "其他材料已能证明",
        "已向出具单位核实",
        "属于系统未识别的同一单位或别名",
    ),
    Ruled.ASK: (
        "请补交缺少的证明材料",
        "请重新上传清晰、完整的扫描件或照片",
        "请书面说明情况并加盖公章",
        "请提供原件供核对",
    ),
}
"""Reasons at hand, chosen by the keys 1 to 4; the last word is the reviewer's own."""
POINTS_REASON: Final = "{criterion} 的得分超出证据支持的范围，请写明理由。"
RETURN_REASON: Final = "退回须写明理由。"
MOVES: Final = {
    (State.IN_REVIEW, State.RECEIVED): (
        "重新核验",
        "按现有材料和现行标准再核验一遍；说法不变的差异沿用原认定",
    ),
    (State.SUPPLEMENT, State.IN_REVIEW): ("收回补正", "不再等待申报单位，回到审核"),
    (State.DECIDED, State.RECOMMENDED): ("正式推荐", "结论生效，不能再改"),
    (State.DECIDED, State.RETURNED): ("正式退回", "结论生效，不能再改"),
    (State.DECIDED, State.IN_REVIEW): ("重新审核", "撤销结论，回到审核"),
}
"""Moves of reviewers: the button's name and what it means."""
