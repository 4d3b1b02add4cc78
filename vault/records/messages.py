"""What the records say to people."""

# the database
TOO_NEW = "数据库的版本比程序新，已停止，没有改动任何数据。"
TOO_NEW_WHERE = "数据库版本：{found}；本程序认识的最新版本：{known}"
TOO_NEW_ADVICE = "请升级程序，或改用与数据库相符的版本。"
UNREACHABLE = "连不上数据库。"
UNREACHABLE_WHERE = "数据库：{place}"
UNREACHABLE_ADVICE = "请检查数据库是否在运行、地址和密码是否正确（HEZHENG_DATABASE_URL）。"
DATABASE_FULL = "数据库所在的磁盘已满，没有保存。"
DATABASE_FULL_ADVICE = "请清理磁盘后重试；已保存的数据没有改动。"
BUSY = "数据库正忙，没有完成。"
BUSY_ADVICE = "请稍后再试；已保存的数据没有改动。"
URL_UNUSABLE = "数据库地址不能用：{place}"
URL_ADVICE = "请写成 postgresql+psycopg://用户:密码@主机/库名 或 sqlite:///路径。"

# submissions
NOT_FOUND = "没有找到：{what}"
STALE = "这份申报已有更新，您看到的不是最新的。"
STALE_ADVICE = "请重新打开后再操作。"
ILLEGAL_MOVE = "现在不能这样做：申报处于“{before}”，不能转为“{after}”。"
NOT_IN_DRAFT = "只有草稿和补正中的申报可以增删材料；这份申报处于“{state}”。"
NOT_ALLOWED = "您的角色不能这样做。"
NO_DOCUMENTS = "还没有上传任何材料，不能提交。"
NO_DOCUMENTS_ADVICE = "请先上传申报表和证明材料。"
PATH_UNUSABLE = "文件路径不能用：{path}"
PATH_ADVICE = "请用申报材料内的相对路径，不含 .. 和控制字符，不超过 {limit} 字节。"
PATH_TAKEN = "已有同名而内容不同的材料：{path}"
PATH_TAKEN_ADVICE = "请先移除原来的材料，或换一个名称。"
CRITERION_OUTCOME = "对单项只能确认或调整，对整份申报只能推荐或退回。"
NO_ANSWER = "还没有上传新的材料，不能提交补正。"
NO_ANSWER_ADVICE = "请先按补正通知上传材料；如无材料可补，请联系审核单位。"
HANDED_IN_STAYS = "已经提交的材料不能移除：{path}"
HANDED_IN_STAYS_ADVICE = "补正时可以增加材料，原来提交的材料保留。"
REASON_MISSING = "请写明理由。"
RULING_SETTLED_BY_OTHER = "您已这样认定过；须由另一人复核。"
UNSETTLED = "还不能作出决定：{waiting}。"
UNSETTLED_GATE = "{count} 处否决项差异未经两人认定一致"
UNSETTLED_SECOND = "{count} 处“不成立”的认定待另一人同意"
UNSETTLED_ASKED = "{count} 处已请申报单位补正，尚未认定"
NOTHING_ASKED = "没有要申报单位补正的差异。"
NOTHING_ASKED_ADVICE = "请先对差异选择“请补正”，写明要补什么。"
QUESTION_TRACE = "材料的真实性须进一步核实。"
DEADLINE = "补正期限须在明天到 {most} 天之内。"
DEADLINE_PASSED = "补正期限已到。"
CURSOR_UNUSABLE = "翻页的地址不完整，请回到第一页。"
NOT_OPEN = "申报处于“{state}”，现在不能分派或搁置。"
ASSIGNEE = "{name}不是{region}的审核员。"
ASSIGNEE_OFFICE = "不属于任何设区市的申报由省总工会审核，不能分派给{name}。"
TOO_MANY = "一次最多处理 {most} 份申报。"
ASIDE = "暂缓"
VIEW_NAME = "请给视图起一个不超过 {most} 个字的名称。"
VIEWS_MANY = "最多保存 {most} 个视图，请先删除不用的。"
ROUND_TITLE = "{year}年度服务职工优秀社会组织"
FENCED = "这次核验已被另一次取代或收回，其结果不再采用。"

# requests, uploads, tokens, users
IDEMPOTENCY_CONFLICT = "同一个幂等键用于了不同的请求。"
IDEMPOTENCY_CONFLICT_ADVICE = "请为每个新请求使用新的键。"
IDEMPOTENCY_RUNNING = "同一个请求正在处理。"
IDEMPOTENCY_RUNNING_ADVICE = "请稍后再试。"
TOKEN_INVALID = "令牌无效、已过期或已撤销。"
SCOPE_TOO_WIDE = "角色“{role}”的令牌不能有权限：{scopes}"
REGION_UNKNOWN = "不认识的地区：{region}"
REGION_ADVICE = "请写设区市的名称，如 南京市。"

STATES = {
    "draft": "草稿",
    "received": "已接收",
    "reading": "核验中",
    "verified": "已核验",
    "unusable": "申报表不能用",
    "in_review": "审核中",
    "supplement": "补正中",
    "decided": "已审定",
    "recommended": "已推荐",
    "returned": "已退回",
    "withdrawn": "已撤回",
}
UNIT_VANISHED = "识读这几页时核验进程多次失去联系，已跳过。"
WORKER_LOST = "核验进程失去联系，已重新排队。"

# the trail
TRAIL_EDITED = "第 {first} 条被改动过。"
TRAIL_CUT_START = "开头缺少第 {first} 至 {last} 条。"
TRAIL_CUT_MIDDLE = "中间缺少第 {first} 至 {last} 条。"
TRAIL_CUT_END = "末尾缺少第 {first} 至 {last} 条（依据：{witness}）。"
TRAIL_REORDERED = "第 {first} 条原本是第 {origin} 条，次序被改动过。"
TRAIL_REWRITTEN_LINK = "第 {first} 条与前一条不衔接：前一条被改写过，或此条被换过。"
TRAIL_REWRITTEN_TIP = "第 {first} 条与记录末端不符，末端被改写过。"
TRAIL_REWRITTEN_HEAD = "第 {first} 至 {last} 条中有改写：与 {day} 存档的日末值不符。"
TRAIL_HEAD_MISSING = "缺少 {day} 存档的日末值。"
TRAIL_HEAD_UNREADABLE = "{day} 存档的日末值不能读取或内容不对。"
TRAIL_TIP_MISSING = "记录末端的标记不见了。"
WITNESS_TIP = "记录末端"
WITNESS_HEAD = "{day} 存档的日末值"

# imports
ENTRY_CHANGED = "这一份此前已经收下（申报编号 {submission}），但内容有变。"
ENTRY_CHANGED_ADVICE = "请先撤回原申报再导入，或在原申报中补充材料。"

# dumps
DUMP_FAILED = "数据库备份或恢复没有成功（{program}）。"
DUMP_WHERE = "说明：{reason}"
DUMP_ADVICE = "请检查磁盘空间、数据库是否在运行、账号权限，然后重试；原有数据没有改动。"
DUMP_PROGRAM = "找不到程序 {program}，不能备份或恢复 PostgreSQL。"
DUMP_PROGRAM_ADVICE = "请运行 apt-get install {package}；版本不得低于服务器。"
DUMP_OTHER_KIND = "这份备份（{file}）来自另一种数据库。"
DUMP_OTHER_KIND_ADVICE = (
    "SQLite 的备份恢复到 SQLite（不设 HEZHENG_DATABASE_URL），PostgreSQL 的恢复到 PostgreSQL。"
)
NOT_EMPTY = "数据库里已有内容，没有覆盖：{place}"
NOT_EMPTY_ADVICE = "请恢复到空的数据库：SQLite 请先把旧文件（连同 -wal、-shm）移走，PostgreSQL 请新建一个库。"
