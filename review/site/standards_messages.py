"""What the pages of standards and of the printed standard say that no template says."""

UPLOAD_EMPTY = "请选择文件。"
PROPOSAL = "没有提出：请填写日期和理由（500 字以内）。"
DONE = {
    "added": "已检查通过并留存。下面是与现行标准的差异；启用需要另一个人同意。",
    "proposed": "已提出启用，等待另一个人同意。",
    "agreed": "已同意，到日期自动启用。",
    "refused": "已记为不同意。",
    "withdrawn": "已撤回。",
}
"""What was done, by its name in the address."""
ANSWERS = {"agreed": "已同意", "refused": "不同意", "withdrawn": "已撤回"}
SORTS = {"added": "新增", "removed": "删去", "changed": "修改"}
SETTINGS_FILE = "设置中的文件"
SHIPPED_FILE = "随程序附带"

PARAMETERS = {
    "types": "登记类型",
    "months": "期限（月）",
    "years": "期限（年）",
    "days": "期限（天）",
    "least": "至少",
    "charter": "章程",
    "term": "换届",
    "most_years": "每届最长（年）",
    "due": "年检（年报）截止",
    "conclusions": "结论得分",
    "tiers": "分档",
    "valid_years": "证书有效（年）",
    "words": "内容须涉及",
    "parts": "分项",
    "same_year": "须为同一年度",
    "points_a_year": "每年得分",
    "contract": "合同",
    "acceptance": "验收或绩效",
    "sample": "最少样本",
}
"""What an operator's parameters are called."""
POINTS = frozenset({"charter", "term", "points_a_year", "contract", "acceptance"})
"""Of these, those that are points."""
GATE = {"fails": "否决项：缺少材料视为不符合", "review": "否决项：缺少材料时由评审人员判断"}
"""How a gate works, by what missing proof means."""
YES = "是"
NO = "否"
