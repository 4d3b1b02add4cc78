"""The words of an audit of a round."""

from audit.model import BreachSort, Dimension, Measure, SharedSort, Stance

NOBODY = "未写推荐单位"
BREACHES: dict[BreachSort, str] = {
    BreachSort.QUOTA: "超出推荐名额",
    BreachSort.LATE_APPLICATION: "逾期申报",
    BreachSort.LATE_RECOMMENDATION: "逾期推荐",
    BreachSort.BELOW_THRESHOLD: "推荐对象未达门槛",
    BreachSort.GATE: "推荐对象否决项不通过",
    BreachSort.PASSED_OVER: "同地更高者未被推荐",
}
STANCES: dict[Stance, str] = {
    Stance.ABOVE: "明显偏高",
    Stance.BELOW: "明显偏低",
    Stance.USUAL: "无明显差别",
    Stance.TOO_FEW: "数量太少",
}
TABLES: dict[tuple[Measure, Dimension], str] = {
    (Measure.OVERCLAIMED, Dimension.CRITERION): "超报：按指标",
    (Measure.OVERCLAIMED, Dimension.CITY): "超报：按推荐单位",
    (Measure.OVERCLAIMED, Dimension.TYPE): "超报：按组织类型",
    (Measure.OVERCLAIMED, Dimension.REVIEWER): "超报：按作出决定的审核人",
    (Measure.UNDECIDED, Dimension.CRITERION): "程序留给人工最多的指标",
    (Measure.OVERRULED, Dimension.REVIEWER): "更正程序结论：按审核人",
    (Measure.DRIFT, Dimension.CRITERION): "与往年相比：超报",
}
SHARED: dict[SharedSort, str] = {
    SharedSort.FILE: "同一文件",
    SharedSort.PAGE: "同一页面",
    SharedSort.PHOTO: "同一照片",
    SharedSort.SEAL: "同一印章图像",
    SharedSort.TEXT: "文字雷同",
    SharedSort.TEMPLATE: "同一证书版面，名称不同",
    SharedSort.CERTIFICATE_NUMBER: "同一证书编号",
    SharedSort.PHONE: "同一电话",
    SharedSort.ADDRESS: "同一地址",
    SharedSort.LEGAL_REPRESENTATIVE: "同一法定代表人",
    SharedSort.EARLIER: "往年或已撤回的申报用过",
}
SHEETS = {
    "overview": "概况",
    "entries": "申报一览",
    "breaches": "规则",
    "groups": "比较",
    "criteria": "指标",
    "clusters": "相同材料",
    "sample": "抽查",
    "method": "方法",
}
RIGHT, WRONG, OPEN = "无误", "有误", "未复核"
ALL_KEPT = "没有发现违反批次规则的情况。"
NOTHING_UNUSUAL = "没有明显不同于其他的群体。"
NOTHING_SHARED = "没有发现跨申报共用的材料。"
