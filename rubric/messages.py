"""What the rubric room says to people."""

CHECK_ADVICE = "请运行“hezheng rubric check 文件”查看全部问题，修改后重试。"

NO_NOTICE = "未设置通知原文（可设置 HEZHENG_NOTICE 指向本单位保存的通知文本），此处只列条款位置与转述。"
NOT_IN_NOTICE = "所给通知文本中没有找到这一条，请核对文本是否完整。"
PROVISIONAL = "暂定分值：官方附件2未公开，分值以省级主管单位正式表格为准。"
PROVISIONAL_SHORT = "（暂定）"


def refused(source: str, count: int) -> str:
    """That a rubric has faults."""
    return f"评估标准 {source} 有 {count} 处问题，不能使用。"


def problem_line(rule: str | None, what: str, fix: str, place: str = "") -> str:
    """One fault with its place and remedy; `place` is that in a workbook."""
    where = [place] if place else []
    if rule is not None or not place:
        where.append("整体" if rule is None else f"条款 {rule}")
    return f"{'，'.join(where)}：{what}{fix}"


# --- the file ---


def unreadable_file(path: str) -> tuple[str, str]:
    """The file can't be opened."""
    return f"打不开文件 {path}。", "请检查路径和读取权限。"


def not_yaml(where: str) -> tuple[str, str]:
    """The file isn't YAML."""
    return f"不是有效的 YAML（{where}）。", "请检查该处的缩进、冒号和引号。"


def too_large() -> tuple[str, str]:
    """The file is too large for a standard."""
    return "文件太大（限 2 MB）。", "请确认选对了文件。"


def alias(line: int) -> tuple[str, str]:
    """An alias of YAML."""
    return f"第 {line} 行用了 YAML 别名（*）。", "请把内容写全。"


def duplicate_key(key: str, where: str) -> tuple[str, str]:
    """A key stands twice."""
    return f"“{key}”重复出现（{where}）。", "请只保留一处。"


def bad_field(place: str, detail: str) -> tuple[str, str]:
    """A field has a value that the schema refuses."""
    return f"“{place}”的内容不符合要求（{detail}）。", "请对照 hezheng schema rubric 修改。"


# --- the workbook ---

SHEET_HELP_TITLE = "说明"
SHEET_HELP = (
    "本文件由“核证”导出，改好后在“评估标准”页面上传，或用 hezheng rubric import 转换。",
    "“条款”表每行一条；“材料”“参数”“结果”“样例”“样例材料”各表用“条款”一列指明属于哪一条，“结果”表中此列留空的为各条款共用。",
    "同一条款有几个版本（生效日不同）时，“条款”一列写成 编号@生效日，如 2.6@2027-01-01。",
    "“标准”和“参数”表中，以 [] 结尾的项目，值为一列词语，每行一个（单元格内换行：Alt+Enter）。",
    "“参数”表中，tiers/5A 表示 5A 一档，parts/#2/points 表示第二项材料的分值。改分值时，请同时核对条款分值和部分合计。",
    "“样例材料”的“事实”每行一项，写成 名称: 值。日期写成 2026-05-01。",
    "可以另加列和表，导入时不读。上传后逐格检查，有问题时会指出表、行和单元格。",
)


def sheet_row(sheet: str, row: int) -> str:
    """A row of a sheet."""
    return f"“{sheet}”表第 {row} 行"


def sheet_cell(sheet: str, cell: str) -> str:
    """A cell of a sheet."""
    return f"“{sheet}”表 {cell} 单元格"


def not_workbook() -> tuple[str, str]:
    """The file isn't a workbook, or is too large."""
    return "不是能用的 xlsx 工作簿，或者太大（限 4 MB）。", "请用 Excel 或 WPS 另存为 .xlsx。"


def sheet_lacking(name: str) -> tuple[str, str]:
    """A sheet isn't there."""
    return f"缺少“{name}”表。", "请从导出的工作簿改起，不要删表或改表名。"


def columns_lacking(names: str) -> tuple[str, str]:
    """A sheet's first row lacks columns."""
    return f"第一行缺少列：{names}。", "请恢复这些列名。"


def path_unusable(path: str) -> tuple[str, str]:
    """A path that can't be followed, or stands twice."""
    return f"项目“{path}”写法不对或重复。", "请照导出的写法，如 tiers/5A、parts/#2/points、words[]。"


def name_twice(name: str) -> tuple[str, str]:
    """A name that is empty or stands twice."""
    return (f"“{name}”重复出现。", "请只保留一行。") if name else ("没有填写。", "请填写。")


def no_such_criterion(key: str) -> tuple[str, str]:
    """A row of a criterion that isn't there."""
    return f"“条款”表中没有“{key}”。", "请改为“条款”表中的编号；有几个版本时写成 编号@生效日。"


def no_such_case(number: str) -> tuple[str, str]:
    """A document of a case that isn't there."""
    return f"“样例”表中这一条款没有序号为“{number}”的样例。", "请更正样例序号，或补上样例。"


def cell_not_yaml() -> tuple[str, str]:
    """A cell of facts that can't be read."""
    return "事实写法不对。", '请每行写一项：名称、英文冒号、空格、值，如 date: "2026-05-01"。'


# --- what doesn't add up ---


def overlapping(first: str, second: str) -> tuple[str, str]:
    """Two versions of a rule are in force at once."""
    return (
        f"同一条款的两个版本有效期重叠（{first} 与 {second}）。",
        "请调整 effective 的起止日期，使其首尾相接而不重叠。",
    )


def gap(day: str) -> tuple[str, str]:
    """No version of a rule is in force."""
    return (
        f"自 {day} 起没有任何版本有效，但后面还有版本。",
        "请补上中间的版本，或把前一版本的 until 延长到后一版本的前一天。",
    )


def section_points(day: str, section: str, found: str, expected: str) -> tuple[str, str]:
    """A section's points miss its total."""
    return (
        f"{day} 时第 {section} 部分各条合计 {found} 分，应为 {expected} 分。",
        "请修改该部分条款的 points，或修改 sections 的总分。",
    )


def total_points(found: str, expected: str) -> tuple[str, str]:
    """The sections miss the total."""
    return f"各部分合计 {found} 分，应为 {expected} 分。", "请修改 sections 的 points，或修改 round.total。"


def tier_points(found: str, expected: str) -> tuple[str, str]:
    """An operator's points don't reach the criterion's maximum."""
    return f"parameters 中的分值最多得 {found} 分，与 points {expected} 不符。", "请使两者一致。"


def unknown_place(place: str) -> tuple[str, str]:
    """A clause without a place in the notice."""
    return f"依据“{place}”不在通知的条目之中。", "请改为 notice.places 中列出的位置，例如 三(二)。"


def unknown_section(section: str) -> tuple[str, str]:
    """An id whose section isn't listed."""
    return f"所属部分“{section}”没有列在 sections 中。", "请补上该部分，或更正条款编号。"


def unknown_fact(kind: str, fact: str, known: str) -> tuple[str, str]:
    """A fact that the kind doesn't yield."""
    return f"材料类型 {kind} 不产生事实“{fact}”。", f"请改为该类型的事实之一：{known}。"


def fact_needed(operator: str, fact: str) -> tuple[str, str]:
    """An operator's fact that no evidence kind of the rule lists."""
    return (
        f"判定方式 {operator} 需要事实“{fact}”，但 evidence 中没有任何材料类型列出它。",
        "请在 evidence 中补上该事实。",
    )


def unknown_operator(name: str, known: str) -> tuple[str, str]:
    """No such operator."""
    return f"没有判定方式“{name}”。", f"请改为以下之一：{known}。"


def outcome_unknown(name: str, operator: str, known: str) -> tuple[str, str]:
    """An outcome that the operator never gives."""
    return f"判定方式 {operator} 不会给出结果“{name}”。", f"请改为以下之一：{known}。"


def outcome_undescribed(name: str, operator: str) -> tuple[str, str]:
    """An outcome of the operator that the rubric doesn't describe."""
    return f"没有写明判定方式 {operator} 的结果“{name}”如何处理。", "请在该条款或标准的 outcomes 中补上。"


def outcome_template(name: str, field: str, known: str) -> tuple[str, str]:
    """A template with a placeholder that nothing fills."""
    return f"结果“{name}”的说明用了不存在的占位符“{field}”。", f"可用的占位符：{known}。"


def outcome_broken_template(name: str) -> tuple[str, str]:
    """A template whose braces don't match."""
    return f"结果“{name}”的说明中花括号不成对。", "请检查 { 与 }。"


def gate_severity(name: str) -> tuple[str, str]:
    """A gate's severity on a rule that is no gate."""
    return f"结果“{name}”的严重程度为 gate，但该条款不是否决项。", "请改为 major，或给条款加上 gate。"


def case_missing(kind: str) -> tuple[str, str]:
    """No case of that sort."""
    names = {"pass": "通过", "fail": "不通过", "unreadable": "无法识读"}
    return f"缺少“{names[kind]}”的样例。", f"请在 cases 中至少加一个 sort: {kind} 的样例。"


def case_verdict(name: str, sort: str, verdict: str) -> tuple[str, str]:
    """A case that expects what its sort excludes."""
    return f"样例“{name}”的类别 {sort} 与预期结论 {verdict} 矛盾。", "请更正 sort 或 expect.verdict。"


def case_code(name: str, code: str) -> tuple[str, str]:
    """A case that expects a code that the rule never raises."""
    return f"样例“{name}”预期代码 {code}，但该条款的任何结果都不产生它。", "请更正 expect.codes 或 outcomes。"


def case_interval(name: str) -> tuple[str, str]:
    """A case that expects points outside the rule."""
    return f"样例“{name}”的预期得分区间不合理。", "区间应满足 0 ≤ 低 ≤ 高 ≤ 条款满分。"


def case_fails(name: str, expected: str, found: str) -> tuple[str, str]:
    """A case that comes out otherwise."""
    return f"样例“{name}”预期 {expected}，实际 {found}。", "请更正样例，或检查条款的参数与结果。"


# --- differences ---

FIELDS = {
    "title": "名称",
    "clause/place": "依据",
    "clause/asks": "要求",
    "clause/anchor": "原文检索词",
    "points": "分值",
    "gate/missing": "否决项",
    "effective/since": "生效日",
    "effective/until": "失效日",
    "check/operator": "判定方式",
    "check": "参数",
    "evidence": "材料",
    "outcomes": "结果",
    "version": "版本",
    "source": "来源",
    "provisional": "分值是否暂定",
    "notice": "通知",
    "round/total": "总分",
    "round/threshold": "申报门槛分",
    "round/threshold_place": "门槛依据",
    "round/window": "申报时间",
    "round/recommend_by": "推荐截止",
    "round/quotas": "推荐名额",
    "sections": "部分",
    "examples": "样例共用信息",
    "cases": "样例",
}
"""What parts of a standard are called, by the beginning of their paths."""


def cases_told(count: int) -> str:
    """How many cases there are."""
    return f"{count} 个"


# --- listing ---


def gate_note(*, missing_fails: bool) -> str:
    """How a gate works."""
    return "否决项：不符合即不能申报；" + (
        "缺少材料视为不符合。" if missing_fails else "缺少材料时交评审人员判断。"
    )


OPERATORS: dict[str, str] = {
    "registration": "登记证书名称、信用代码与申报一致，代码校验正确，证书在有效期内，由登记管理机关颁发",
    "office": "申报单位为所有人或使用人，期限覆盖基准日，地址与登记住所一致",
    "staff": "近期有本单位缴费（发薪）的专职人员",
    "charter_and_term": "有章程；最近一次换届在章程规定的任期之内",
    "annual_inspection": "最近几个到期年度的年检（年报）齐备且结论符合要求",
    "grade": "以基准日有效的最新等级证书为准，按等级计分",
    "credit_lists": "基准日前规定天数内的查询记录显示未列入名单",
    "penalty_window": "规定年限内没有行政处罚决定",
    "presence": "有期限内与本单位有关的材料，质量由评审人员判断",
    "union_founded": "有本单位的建会批复（工会法人资格证书），且近期有工会活动",
    "organized_by_union": "期限内参加由工会组织（达到规定级别）主办的会议或活动",
    "appointment": "期限内本单位人员在工会组织任职",
    "parts": "各项材料分别计分",
    "annual_training": "连续两个年度每年都有注明日期的培训",
    "cooperation": "至少与一家其他社会组织协作交流",
    "service_contract": "与工会签订的合同，以及验收或绩效材料",
    "satisfaction": "按份数重新计算满意率，按档计分",
    "award_level": "期限内授予单位的表彰，按颁发机关级别取最高一项",
    "media_coverage": "期限内主流媒体关于本单位的正面报道，按媒体级别取最高一项",
}
"""What each operator decides, in words."""


def round_line(total: str, threshold: str, days: tuple[str, str, str], quotas: tuple[int, int]) -> str:
    """The rules of a round."""
    opens, closes, recommend = days
    return (
        f"总分{total}分，自评{threshold}分以上可申报；申报时间{opens}至{closes}，{recommend}前完成推荐；"
        f"设区市推荐不超过{quotas[0]}家，省产业工会不超过{quotas[1]}家。"
    )


def accepted(source: str, criteria: int, cases: int, sha256: str) -> str:
    """That a rubric can be used."""
    return f"评估标准 {source} 检查通过：{criteria}条，{cases}个样例，sha256 {sha256}。"
