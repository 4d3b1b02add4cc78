"""What the intake says to people."""

# the path
PATH_MISSING = "找不到申报材料：{path}"
PATH_MISSING_ADVICE = "请检查路径是否写对；路径里有空格时要加引号。"
NOT_A_SUBMISSION = "这不是申报材料文件夹，也不是 zip 压缩包：{path}"
NOT_A_SUBMISSION_ADVICE = "请给出材料所在的文件夹，或把该文件夹压缩成 zip 后再试。"
OTHER_ARCHIVE_ADVICE = "暂不能直接打开 {suffix} 压缩包，请解压后给出文件夹，或重新压缩成 zip。"
APPLICATION_GIVEN_ADVICE = "请给出它所在的文件夹：{folder}"
EMPTY = "申报材料里没有任何文件：{path}"
EMPTY_ADVICE = "请把 submission.json 或申报表以及证明材料放进去再试。"
TOO_MANY_FILES = "申报材料里的文件超过 {limit} 个：{path}"
TOO_MANY_FILES_ADVICE = "请确认给出的是一家社会组织的材料；确需更多时，设置 HEZHENG_MEMBER_LIMIT。"
UNREADABLE_FILE = "打不开申报材料中的文件：{name}"
UNREADABLE_FILE_ADVICE = "请检查当前用户是否有读取权限（{reason}）。"

# the zip
ARCHIVE_BROKEN = "压缩包已损坏或没有传完：{path}"
ARCHIVE_BROKEN_ADVICE = "请重新压缩或重新下载后再试。"
ARCHIVE_METHOD = "压缩包用了不支持的压缩方式：{path}"
ARCHIVE_METHOD_ADVICE = "请解压后用系统自带的“压缩为 zip”重新打包。"
ARCHIVE_ENCRYPTED = "压缩包设了密码：{path}"
ARCHIVE_ENCRYPTED_ADVICE = "请去掉密码重新打包，或解压后给出文件夹。"
ARCHIVE_ESCAPES = "压缩包里有指向包外的文件名，未解压：{path}"
ARCHIVE_ESCAPES_WHERE = "可疑的文件名：{name}"
ARCHIVE_ESCAPES_ADVICE = "这样的压缩包不安全，请让申报单位重新打包。"
ARCHIVE_BOMB = "压缩包解开后过大，已停止：{path}"
ARCHIVE_BOMB_WHERE = "上限 {limit} MB，解到 {name} 时超过。"
ARCHIVE_BOMB_ADVICE = "请确认材料无误；确需更大时，设置 HEZHENG_UNPACKED_LIMIT_MB。"

# the application
APPLICATION_MISSING = "申报材料里没有申报表：{path}"
APPLICATION_MISSING_WHERE = "需要 submission.json，或填好的 申报表.xlsx / 申报表.docx。"
APPLICATION_MISSING_ADVICE = "空白申报表可用 hezheng form 生成，填好后放进材料文件夹。"
APPLICATION_AMBIGUOUS = "申报材料里有不止一份申报表：{names}"
APPLICATION_AMBIGUOUS_ADVICE = "请只留一份，放在材料文件夹的最外层。"
APPLICATION_DAMAGED = "压缩包里的申报表已损坏：{name}"
APPLICATION_DAMAGED_ADVICE = "请重新打包后再试。"
JSON_BROKEN = "{name} 不是完整的 JSON，无法读取。"
JSON_BROKEN_WHERE = "第 {line} 行第 {column} 列：{reason}"
JSON_BROKEN_ADVICE = "请改正后重试；格式见 hezheng schema submission。"
JSON_REASONS = {
    "Expecting value": "这里缺少一个值，或多了一个逗号",
    "Expecting ',' delimiter": "这里缺少逗号或右括号",
    "Expecting ':' delimiter": "这里缺少冒号",
    "Expecting property name enclosed in double quotes": "名称要用英文双引号括起来，或多了一个逗号",
    "Unterminated string starting at": "文字少了结尾的双引号",
    "Invalid control character at": "文字里有换行或控制字符",
    "Invalid \\escape": "反斜杠用法不对，路径请用 /",
    "Extra data": "结尾之后还有多余内容",
}
JSON_REASON_OTHER = "格式不对"
JSON_EMPTY = "文件是空的"
JSON_ENCODING = "文件编码无法识别，请存为 UTF-8"
JSON_DUPLICATE = "{name} 里同一个名称写了两次：{key}"
JSON_DUPLICATE_ADVICE = "请只留一个。"
INVALID = "{name} 里有 {count} 处不对，无法核验："
INVALID_ONE = "{where}：{reason}"
INVALID_MORE = "；另有 {count} 处"
INVALID_ADVICE_JSON = "请改正后重试；格式见 hezheng schema submission。"
INVALID_ADVICE_FORM = "请在申报表里改正后重试。"
TOP = "最外层"

REASONS = {
    "missing": "没有填写",
    "string_type": "应为文字（加双引号），现为{input}",
    "string_too_short": "不能为空",
    "float_type": "应为数字，现为{input}",
    "finite_number": "应为普通数字，现为{input}",
    "greater_than_equal": "不能是负数，现为{input}",
    "list_type": "应为列表（方括号），现为{input}",
    "model_type": "应为一组名称和值（花括号），现为{input}",
    "datetime_type": '应为文字写的时间，如 "2026-11-15T10:00:00+08:00"，现为{input}',
}
REASON_TIME = "时间写法不对，应如 2026-11-15T10:00:00+08:00，现为{input}"
REASON_OTHER = "值不能用：{input}"
UNKNOWN_CRITERION = "没有编号为 {input} 的标准{near}"
NEAR = "，是否想写 {near}"
DUPLICATE_CLAIM = "标准 {criterion} 申报了两次（另一处：{other}）"
MISSPELT = "没有 {name} 这一项，是否想写 {near}"

# the form
FORM_BROKEN = "申报表打不开：{name}"
FORM_BROKEN_ADVICE = "请用 WPS 或 Word/Excel 重新另存一次；设了密码的请去掉密码。"
FORM_NO_NAME = "申报表里找不到申报单位名称：{name}"
FORM_NO_NAME_ADVICE = "请在“申报单位”右边的格子里填写全称；空白申报表可用 hezheng form 生成。"
FORM_NO_TABLE = "申报表里找不到自评打分表：{name}"
FORM_NO_TABLE_ADVICE = "打分表要有“自评分”一栏；空白申报表可用 hezheng form 生成。"
FORM_ROW_UNKNOWN = "认不出对应哪一条标准（“{text}”），请在序号栏写上编号，如 2.6"
FORM_CELL = "{sheet}第 {row} 行"
FORM_EXISTS = "已有同名文件，没有覆盖：{path}"
FORM_EXISTS_ADVICE = "请换一个文件夹（--out），或先把它移走。"

# the stages that the progress bar names
STAGE_INTAKE = "接收材料"
STAGE_READING = "识读材料"
STAGE_CHECKING = "核对事实"
STAGE_REPORTING = "生成报告"
STAGE_RESCORING = "重新计分"
STAGE_TABLES = "汇总批次"
STAGE_AUDITING = "分析批次"
STAGE_PRINTING = "登记页面特征"
STAGE_COMPARING = "跨申报比对页面"
NOT_COMPARED = "有 {count} 份材料由旧版本识读，没有参与页面比对；重新核验后即可"
PAGES_ALIKE = "{count} 家的{kind}中有 {pages} 页相同。"
PAGES_ALIKE_PUBLIC = "{count} 家的{kind}中有 {pages} 页相同；可能是同一份公开文件，请核对是否都提到各单位。"
PHOTOS_ALIKE = (
    "{count} 家的{kind}中有 {pages} 张图片相同，或是同一张图片的一部分；共同举办的活动也会如此，请核对。"
)
TEXTS_ALIKE = "{count} 家的{kind}中有 {pages} 页文字相同；页上没有编号或日期，可能是空白表格或通用文本。"
TEMPLATES_ALIKE = (
    "{count} 家的{kind}中有 {pages} 页样式相同、名称不同：除单位名称外，文字、编号和日期都相同；"
    "同一天发给多家的文书也会如此，请核对原件。"
)
TELEPHONES_ALIKE = "{count} 家在各自材料上留的联系电话都是“{value}”，可能由同一人经办或代办，请核对。"
STAGE_IMPORTING = "导入申报"
STAGE_VERIFYING = "等待核验"

# imports of the portal's exports
IMPORT_ONE = "这是一份申报，不是门户导出的多份申报。"
IMPORT_ONE_ADVICE = "请给出上一级文件夹：其中每个文件夹或 zip 是一份申报。"
IMPORT_EMPTY = "这里没有任何文件夹或 zip。"
IMPORT_PASSED_OVER = "既不是文件夹也不是 zip，不是申报。"
IMPORT_THERE = "此前已经收下。"
IMPORT_ROUND = "申报表写的批次是“{written}”，不是“{round}”。"
IMPORT_ROUND_ADVICE = "请核对批次，或用 --round 指定申报表所写的批次。"
IMPORT_TOO_LARGE = "文件“{name}”超过 {limit} MiB。"
IMPORT_TOO_LARGE_ADVICE = "请拆分或压缩后重新导出。"

# what can't be verified again from what is kept
REPLAY_APPLICATION = "报告由旧版程序生成，没有保存申报内容。"
REPLAY_READING = "“{document}”当时没有完整读成，没有可用的读取结果。"
REPLAY_ADVICE = "请重新核验这一份申报。"
REPLAY_STANDARD = "报告所用的标准（{version}）没有保存，无从比较。"
REPLAY_NO_REPORT = "还没有核验报告。"
REPLAY_ALTERED = "程序已更新：即使按原标准，结果也与原报告不同。"

# the flow
READING_FAILED = "识读材料时程序中断或超时：{name}"
ARTIFACT_TITLE = "核验结果：{name}"
ARTIFACT_ROWS = (
    "评优年度",
    "推荐单位",
    "基准日期",
    "材料",
    "自评分",
    "证据支持",
    "申报条件",
    "评分标准",
    "差异",
)
ARTIFACT_DOCUMENTS = "{count} 份，共 {pages} 页"
ARTIFACT_CLAIMED = "{total}（分项合计 {sum}）"
ARTIFACT_SUPPORTED = "{low}–{high}，申报门槛 {threshold}"
ARTIFACT_RUBRIC = "{id} {version}{provisional}"
ARTIFACT_PROVISIONAL = "（分值暂定）"
ARTIFACT_ELIGIBLE = {"yes": "具备推荐条件", "no": "不符合推荐条件", "review": "需人工复核"}
ARTIFACT_SEVERITIES = {"gate": "否决项", "major": "重大", "minor": "一般", "info": "提示"}
ARTIFACT_DISCREPANCIES = ("轻重", "指标", "说明")
ARTIFACT_REPORT = "报告所在文件夹"
ARTIFACT_READING = "识读进度"
NONE = "无"

# metrics
METRICS_PORT_TAKEN = "运行指标的端口不能用：{host}:{port}"
METRICS_PORT_TAKEN_ADVICE = "请改用别的 HEZHENG_METRICS_PORT，或设为 0 不提供指标。"

# kept submissions
APPLICATION_TWICE = "申报内容填报了一次，材料里又有一份：{names}"
APPLICATION_TWICE_ADVICE = "请只留一份：移除材料里的 submission.json，或改由它申报。"
UNIT_FAILED = "识读这几页时程序出错，已跳过。"
GIVEN_BACK_STOPPED = "核验进程正在停止，已重新排队。"
GIVEN_BACK_TROUBLE = "磁盘或网络暂时出错，已重新排队。"
GIVEN_BACK_FAILED = "核验时程序出错，稍后自动重试。"
PROGRAM_FAILED = "核验时程序多次出错，已停止重试。材料本身未必有问题，请联系管理员；排除故障后可重新提交。"

# pages to look at
PAGE_NOT_READ = "没有第 {page} 页的读取结果，画不出页面。"
PAGE_UNDRAWABLE = "第 {page} 页画不出来，请对照原件查看。"

STANDARD_KEPT = "（已启用的标准）"
"""What a standard of the records is called in errors."""

# corrections by reviewers
REVISED = "由审核员更正"
REVISION_VALUE = "填写的内容不能用：{hint}"
REVISION_HINTS = {
    "day": "日期，如 2026-05-03 或 2026年5月；有效期止可填“长期”",
    "number": "数字，如 200、12.5万、92%",
    "flag": "填“是”或“否”",
    "list": "逐个填写，用顿号隔开",
    "period": "起止，如 2024-01/2024-06",
    "text": "照原件填写",
}
