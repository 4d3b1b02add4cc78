"""What audits say to people."""

from audit.model import Measure, SharedSort, Stance

STRATA = {"high": "高风险：否决项，或材料有改动痕迹", "middle": "中风险：分值较高", "low": "低风险：其余"}

QUOTA = "{place}推荐了 {count} 家，限额 {quota} 家，超出 {over} 家。"
LATE_APPLICATION = "{organization}于 {day} 提交，截止日是 {last}。"
LATE_RECOMMENDATION = "{organization}于 {day} 推荐，截止日是 {last}。"
BELOW_THRESHOLD = "{organization}已推荐，但证据支持的上限 {high:g} 分低于门槛 {threshold:g} 分。"
CLAIMED_BELOW = "{organization}已推荐，但自评 {claimed:g} 分低于门槛 {threshold:g} 分。"
GATE = "{organization}已推荐，但否决项 {criteria} 不通过，且没有两人一致的更正。"
PASSED_OVER = "{place}推荐了{organization}（证据支持 {low:g} 分），同地未推荐的{others}更高。"
PASSED_OVER_ONE = "{organization}（{low:g} 分）"
NOBODY = "未写推荐单位的"
NOT_VERIFIED = "还没有核验报告，只计入数量"
AND_MORE = "等 {count} 家"

WORDS = {
    Measure.OVERCLAIMED: "{count} / {of} 项申报超出证据所能支持的分值",
    Measure.UNDECIDED: "{count} / {of} 项由程序留给人工判断",
    Measure.OVERRULED: "{count} / {of} 处问题被更正",
    Measure.DRIFT: "本轮 {count} / {of} 项超报，往年 {other_count} / {other_of} 项",
}
WORDS_OF_SUBMISSIONS = "{of} 家中 {count} 家有超报的指标"
CONCLUSIONS = {
    Stance.TOO_FEW: "数量太少，不能下结论",
    Stance.USUAL: "与其他相比没有明显差别",
    Stance.ABOVE: "明显高于其他（其他为 {others:.0%}）",
    Stance.BELOW: "明显低于其他（其他为 {others:.0%}）",
}

BOUND = "以 {confidence} 的把握，{of} 项未经人工复核的通过项中，有误的不超过 {most} 项（{share}）。"

SHARED_FILE = "{count} 家提交了同一份{kind}，内容逐字节相同。"
SHARED_FILE_PUBLIC = "{count} 家提交了同一份{kind}；可能是同一份公开文件，请核对是否都提到各单位。"
SHARED_FACTS = {
    SharedSort.CERTIFICATE_NUMBER: "{count} 家的评估等级证书编号都是“{value}”。",
    SharedSort.ADDRESS: "{count} 家的登记或办公地址都是“{value}”。",
    SharedSort.LEGAL_REPRESENTATIVE: "{count} 家的法定代表人都是“{value}”，可能同名。",
}

EARLIER_OWN = (
    "{organization}有 {count} 份材料与本单位{when}的申报相同，是沿用自己的材料，请核对是否仍然有效。"
)
EARLIER_OTHER = "{organization}有 {count} 份材料与{other}{when}的申报逐字节相同。"
EARLIER_ROUND, EARLIER_WITHDRAWN = "{round} 年", "{round} 年已撤回"

METHOD: tuple[tuple[str, str], ...] = (
    (
        "范围",
        "本次稽核使用各申报最新的核验报告和人工处理记录，不重新识读材料。没有核验报告的只计入数量。",
    ),
    (
        "超报",
        "申报分值高于证据所能支持的上限，计为超报；待人工判断的部分按有利于申报单位计算。",
    ),
    (
        "小样本",
        "比例都给出 95% 精确区间（Clopper–Pearson）；少于 5 的一律写明不能下结论；排序用向总体收缩后的比例（贝塔-二项）。",
    ),
    (
        "与众不同",
        "用 Fisher 精确检验与其余相比；同一张表中按 Benjamini–Hochberg 控制，被列为明显不同的，平均不超过 5% 出于偶然。同一申报的多项、同一审核人的多处并非互不相干，差别只是线索，不是定论。",
    ),
    (
        "抽查",
        "从程序判为支持、且无人复核过的结论中抽取，风险高的抽得密；复核后即使已更正，仍按抽中时计算；由种子和编号的散列值排序，可凭种子重现，与数据先后无关。",
    ),
    (
        "误差上限",
        "每层按超几何分布取精确上限，各层之和按 Bonferroni 合并，置信度不低于所写。",
    ),
    (
        "相同材料",
        "跨申报比对文件、页面、文字和号码；只列出线索，同一样式、空白表格和法规文本不算相同材料。",
    ),
)
