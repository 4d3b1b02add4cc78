"""What the command line says to people."""

# help
APP = "核证：核对社会组织评优申报与证明材料，逐条说明哪些得分有据、哪些不符、依据在哪一页。"
VERIFY = "核验一份申报材料（文件夹或 zip），生成报告。"
VERIFY_PATH = "申报材料的文件夹或 zip 压缩包"
AS_OF = "基准日期，如 2026-11-15；默认取申报日期，没有则取今天"
RUBRIC_OPTION = "评分标准文件（YAML）；默认用随附的标准"
OUT = "报告写到哪个文件夹；默认为材料路径后加 -report"
READ = "读取一个或多个文件：页、文字、材料种类、事实；不做核验。"
READ_FILES = "要读取的文件"
READ_ORGANIZATION = "申报单位名称；不给则略去与申报单位有关的事实"
READ_JSON = "以 JSON 输出 documents 和 facts"
FORM = "生成空白申报表（docx 和 xlsx）。"
FORM_OUT = "写到哪个文件夹；默认为当前文件夹"
DEMO = "核验随附的两份示例材料（一份如实、一份作假），并说明报告在哪里。"
DEMO_OUT = "报告写到哪个文件夹；默认为数据文件夹下的 demo-report"
DEMO_WEB_HELP = "启动演示网站：三份申报，每种角色一位用户，只在本机可见；打印网址、账号和密码。"
RUBRIC = "检查或查看评分标准。"
RUBRIC_IMPORT = (
    "把省级主管单位改好的 xlsx（由 rubric export 导出）检查后转为 YAML；有问题时指出表、行和单元格。"
)
RUBRIC_IMPORT_FILE = "xlsx 工作簿"
RUBRIC_IMPORT_OUT = "写到哪个文件；默认与工作簿同名，扩展名为 .yaml"
RUBRIC_EXPORT = "把评估标准写成 xlsx 工作簿，供修改后导入。"
RUBRIC_EXPORT_OUT = "写到哪个文件；默认为 评估标准.xlsx"
RUBRIC_CHECK = "检查评分标准文件是否自洽。"
RUBRIC_SHOW = "逐条列出评分标准。"
RUBRIC_FILE = "评分标准文件（YAML）；默认为随附的标准"
CORRECTIONS = "检查本单位对名录的更正。"
CORRECTIONS_CHECK = "检查更正文件夹，列出将生效的更正；不能用的逐行说明。"
CORRECTIONS_PATH = "更正文件夹；默认为设置 HEZHENG_CORRECTIONS，或数据文件夹下的 corrections"
SCHEMA = "输出 submission、report、rubric 的 JSON Schema，或 api 的 OpenAPI 描述。"
SCHEMA_NAME = "submission、report、rubric 或 api"
DOCTOR = "检查安装和服务：装了什么、能否读写、连不连得上、缺什么。"
DOCTOR_JSON = "以 JSON 输出，供监控程序使用"
VAULT = "保存的原件：检查是否齐全、有无改动，或搬到另一处。"
VAULT_CHECK = "把保存的原件和报告逐份重读，检查是否缺失或被改动。"
VAULT_COPY = "把保存的全部内容复制到另一处（文件夹或对象存储），逐份核对；中断后再次运行即可续传。"
VAULT_FROM = "从哪里：文件夹，或 https://主机:端口/存储桶；默认为设置中的存储"
VAULT_TO = "到哪里：写法同上；默认为设置中的存储"
TRAIL = "审计记录：谁在何时做了什么，逐条串成哈希链。"
TRAIL_VERIFY = "核对审计记录有没有被改动、删除或调换。"
TOKEN = "接口令牌：新建、列出、撤销。"
TOKEN_CREATE = "为用户新建令牌；令牌只显示这一次。用户不存在时一并新建。"
TOKEN_USER = "用户编号"
TOKEN_ROLE = "角色：applicant、reviewer、expert、office、administrator、auditor、worker"
TOKEN_NAME = "用户的姓名或名称"
TOKEN_REGION = "所属设区市，如 南京市"
TOKEN_SCOPE = "权限，可重复：submit、read、review、admin、audit；默认为角色的全部权限"
TOKEN_DAYS = "有效天数；默认不过期"
TOKEN_PURPOSE = "用途说明"
TOKEN_LIST = "列出令牌（不含令牌本身）。"
TOKEN_LIST_USER = "只列出该用户的"
TOKEN_REVOKE = "撤销令牌，立即失效。"
TOKEN_ID = "令牌编号"
USER = "网页用户：新建、设置密码、列出。"
USER_ADD = "新建用户，并给出设置密码的链接；链接只能用一次。"
USER_ID = "账号：小写字母、数字、点、连字符和下划线"
USER_ROLE = "角色：applicant、reviewer、expert、office、administrator、auditor"
USER_ORGANIZATION = "所属单位"
USER_PASSWORD = "为用户设置新密码（输入两次，或从标准输入读一行）；其全部登录随即失效。"
USER_LINK = "不设密码，改为给出设置密码的链接"
USER_LIST = "列出用户。"
USER_FACTOR = "取消用户的二次验证（手机丢失时）；其全部登录随即失效。"
HELP = "显示帮助"
COMMANDS = "命令"
OPTIONS = "选项"
ARGUMENTS = "参数"

# calls that can't be used
BAD_DATE = "日期写法不对：{value}"
BAD_DATE_ADVICE = "请写成 2026-11-15 这样的日期。"
OUT_INSIDE = "报告不能写进申报材料里面：{path}"
OUT_INSIDE_ADVICE = "材料原件不会被改动；请用 --out 另指定一个文件夹。"
OUT_IS_FILE = "报告要写到文件夹，而这是一个文件：{path}"
OUT_IS_FILE_ADVICE = "请用 --out 另指定一个文件夹。"
FILE_MISSING = "找不到文件：{path}"
FILE_MISSING_ADVICE = "请检查路径；要核验整个文件夹请用 hezheng verify。"
UNKNOWN_SCHEMA = "没有名为 {name} 的格式。"
UNKNOWN_SCHEMA_ADVICE = "可选：{names}"
NO_EXAMPLE = "没有找到随附的示例材料：{path}"
NO_EXAMPLE_ADVICE = "示例材料在源代码的 examples 文件夹里，请在源代码文件夹中运行。"
MISSING_ARGUMENT = "缺少参数 {name}。"
NO_SUCH_OPTION = "没有这个选项：{name}"
NO_SUCH_COMMAND = "没有这个命令：{name}"
BAD_VALUE = "参数 {name} 的值不能用。"
BAD_CALL = "命令写法不对：{detail}"
CALL_ADVICE = "用法见：{command} --help"

# settings
SETTING_INVALID = "设置 {name} 的值不能用：{value}"
SETTING_WHERE = "它来自环境变量，或当前文件夹的 .env 文件。"
SETTING_ADVICE = "请改正，或删去它以使用默认值。"

# failures that no room names
NO_PERMISSION = "没有权限：{path}"
NO_PERMISSION_ADVICE = "请检查该文件或文件夹的读写权限，或换一个位置。"
NO_SPACE = "磁盘空间不够：{path}"
NO_SPACE_ADVICE = "请清理磁盘，或用 --out 换一个位置。"
FILE_TROUBLE = "读写文件时出错：{path}"
FILE_TROUBLE_ADVICE = "系统的说明：{reason}"
NO_MEMORY = "内存不够，已停止。"
NO_MEMORY_ADVICE = "请关闭其他程序，或设置 HEZHENG_WORKERS=1 后再试。"
INTERRUPTED = "已按要求中断，没有完成。"
UNEXPECTED = "程序出错，没有完成（{kind}）。"
UNEXPECTED_WHERE = "详情已记在：{path}"
UNEXPECTED_NO_LOG = "详情：{detail}"
UNEXPECTED_ADVICE = "请把该文件发给维护人员；原始材料没有被改动。"

# demo
EXAMPLES = {"honest": "如实申报的示例", "dishonest": "弄虚作假的示例"}
"""The folders of the examples, and what they are called."""
DEMO_EXAMPLE = "{name}：{path}"
DEMO_REPORTS = "示例报告已生成，请打开："
DEMO_REPORT = "  {name}：{path}"

# the demo's web page
DEMO_WEB = "演示用户（密码每次启动时更换）："
DEMO_WEB_PERSON = "  账号 {id:<17} 密码 {password}   {name}"
DEMO_WEB_STANDARD = "评估标准2027.yaml"
DEMO_WEB_REASON = "下一轮提高申报门槛（演示）"
DEMO_WEB_WHY = "市委宣传部媒体名录（演示）"
DEMO_WEB_WAIT = "两份示例申报会在服务启动后自动核验，需要几分钟；另有一份是未提交的草稿。"
DEMO_WEB_OFFICE = "演示只用内置的数据库和存储，而 .env 文件设了 {name}。"
DEMO_WEB_OFFICE_ADVICE = "请在没有这个文件的文件夹中运行。"

# the progress bar
PAGES = "{done}/{total} 页"

# reading
READ_LINE = "{path}：{kind}（{confidence:.0%}），{pages} 页，文字来源：{origin}"
READ_SEGMENT = "  第 {first}–{last} 页：{kind}"
READ_FACT = "  {name} = {value}    第 {page} 页“{raw}”"
READ_PROBLEM = "  问题：{message}"
ORIGINS = {"text": "文本层", "ocr": "识别", "mixed": "文本层和识别", "none": "无"}

# form
FORM_WRITTEN = "已生成：{path}"

# rubric
RUBRIC_WRITTEN = "已写入：{path}"
RUBRIC_IMPORTED = "要使用它：在网页“评估标准”中上传并启用，或设置 HEZHENG_RUBRIC={path}"
RUBRIC_UNWRITABLE = "写不了文件 {path}。"
RUBRIC_UNWRITABLE_ADVICE = "请检查文件夹是否存在、是否有写入权限。"
RUBRIC_PROVISIONAL = "分值为暂定。"

# corrections
CORRECTIONS_FOLDER = "更正文件夹：{path}"
CORRECTIONS_LISTS = {
    "authorities": "机关、工会及其级别",
    "departments": "部门名称（写在地名之后）",
    "outlets": "媒体及其级别",
    "names": "单位的曾用名、简称",
}
CORRECTIONS_LIST = "{title}（{count} 条）："
CORRECTION_LINE = "  {name} → {meaning}，{since} 至 {until}，{by}：{why}{state}"
CORRECTION_DEPARTMENT = "与所在地区同级"
CORRECTION_NOT_NOW = "（今天不在有效期内）"
CORRECTION_REFUSED = "更正未使用：{text}"
CORRECTIONS_SUM = "可用 {count} 条，未使用 {refused} 条。报告中记为：{version}"
CORRECTIONS_NONE = "没有更正。写法见 docs/corrections.md。"

# doctor
DOCTOR_FINE = "一切就绪。"
DOCTOR_LACKING = "有 {count} 项需要处理。"
CHECK_PYTHON = "Python"
CHECK_PACKAGES = "程序库"
CHECK_PACKAGES_FINE = "{count} 个都已安装"
CHECK_PACKAGES_LACKING = "缺少 {names}；请运行 make install"
CHECK_MODELS = "文字识别模型"
CHECK_MODELS_LACKING = "{reason}"
CHECK_PDF = "PDF 报告所需的 Pango"
CHECK_PDF_LACKING = "缺少 {names}；请运行 apt-get install {packages}"
CHECK_FONTS = "中文字体"
CHECK_FONTS_FINE = "{count} 种"
CHECK_FONTS_LACKING = "没有中文字体；请运行 apt-get install fonts-noto-cjk"
CHECK_MEMORY = "内存"
CHECK_MEMORY_FINE = "{total:.0f} GB，{workers} 个读取进程"
CHECK_MEMORY_LACKING = "{total:.0f} GB，放不下 {workers} 个读取进程；请设置 HEZHENG_WORKERS={fitting}"
CHECK_CONFINEMENT = "读取进程的隔离"
CHECK_CONFINEMENT_FINE = "{count} 项都有效"
CHECK_CONFINEMENT_LACKING = "在本系统上无效：{names}；原因和办法见 docs/security.md"
MEASURES = {
    "network": "不能联网",
    "programs": "不能启动程序",
    "processes": "接触不到其他进程",
    "reading": "只能读这一个文件",
    "writing": "不能写文件",
    "memory": "内存上限",
    "time": "运算时间上限",
    "open_files": "打开文件数上限",
    "privileges": "没有特权",
    "environment": "看不到密钥和地址",
}
"""What reading processes are kept from."""
CHECK_DATA = "数据文件夹"
CHECK_DATA_FINE = "{path} 可写，剩余 {free:.1f} GB"
CHECK_DATA_LACKING = "{path} 不可写；请检查权限，或设置 HEZHENG_DATA"
CHECK_SPACE_LACKING = "{path} 只剩 {free:.1f} GB；请清理磁盘"
CHECK_RUBRIC = "评分标准"
CHECK_CORRECTIONS = "本单位的更正"
CHECK_CORRECTIONS_FINE = "{count} 条（{path}）"
CHECK_CORRECTIONS_NONE = "无"
CHECK_CORRECTIONS_LACKING = "{count} 处未使用；请运行 hezheng corrections check"
PRESENT = "已就绪"
CHECK_SETTINGS = "设置"
CHECK_SETTINGS_FINE = "{count} 项，互不矛盾"
CHECK_SETTINGS_NONE = "未作设置，全部内置"
SETTING_UNKNOWN = "没有名为 {name} 的设置，它不起作用；请核对拼写"
SETTING_KEYS_LACKING = "设了 HEZHENG_S3_ENDPOINT，还要设 HEZHENG_S3_ACCESS_KEY 和 HEZHENG_S3_SECRET_KEY"
SETTING_ENDPOINT_LACKING = (
    "设了对象存储的账号而没有设 HEZHENG_S3_ENDPOINT，材料会存在数据文件夹里；请补上或删去"
)
SETTING_SHARED_SQLITE = "设了 HEZHENG_PREFECT_API_URL 而没有设 HEZHENG_DATABASE_URL：其他机器用不了本机的 SQLite；请设 PostgreSQL 的地址"
SETTING_PREFECT_PATH = "HEZHENG_PREFECT_API_URL 应以 /api 结尾，现为 {value}"
SETTING_KEEP_PAST = "HEZHENG_KEEP_UNTIL（{day}）已过，新收的原件不会锁定；请改为本轮申诉期的最后一天，或删去"
SETTING_RECONCILE = "HEZHENG_RECONCILE_SECONDS（{reconcile:g}）大于 HEZHENG_LEASE_SECONDS（{lease:g}），失联的任务会拖很久才重新排队；请改小"
SETTING_PORTS = "HEZHENG_PORT 与 HEZHENG_METRICS_PORT 同为 {port}；请改其中一个"
SETTING_FILE_OPEN = "{path} 里有密钥，而其他用户可以读；请运行 chmod 600 {path}"
CHECK_IN_FORCE = "网页里启用的标准和名录"
IN_FORCE = "标准 {version}（{digest}），更正 {rows} 条"
CHECK_DATABASE = "数据库"
DATABASE_NOT_YET = "{place}，首次启动服务时建立"
DATABASE_EMPTY = "空库，首次启动服务时建表"
DATABASE_FINE = "{place}，结构版本 {revision}"
DATABASE_TOO_NEW = "更新版本的程序用过它（结构版本 {found}，本程序到 {newest}）；请升级本程序"
DATABASE_BEHIND = "结构版本 {found}，服务启动时会升级到 {newest}；请先用 hezheng backup 备份，再启动服务"
DATABASE_READ_ONLY = "{place} 只读；请连接主库，或检查文件权限"
CHECK_STORE = "材料存储"
STORE_FINE = "{place} 可读写"
STORE_FINE_LOCKS = "{place} 可读写，锁定有效"
STORE_NO_LOCK = "{place} 可读写，但锁定的内容仍能删除；请换一个启用对象锁定的桶，并确认账号没有 s3:BypassGovernanceRetention 权限"
CHECK_CLOCKS = "时钟"
CLOCK = "{name}比本机快 {seconds:+.1f} 秒"
CLOCK_SKEW = "{told}；请在各台机器上启用 NTP 校时"
CHECK_PREFECT = "Prefect 服务器"
PREFECT_EMBEDDED = "由 hezheng serve 启动和看护"
PREFECT_FINE = "{url}，版本 {version}"
PREFECT_UNREACHABLE = "{url} 没有应答（{reason}）；请检查它是否在运行、HEZHENG_PREFECT_API_URL 是否写对。材料仍可提交，会等到它恢复"
PREFECT_OTHER_VERSION = "{url} 的版本是 {theirs}，本程序用 {ours}；请换成同一版本"
CHECK_WORKERS = "核验进程"
WORKERS_FINE = "{count} 个在线"
WORKERS_NONE = "工作池 {pool} 没有在线的核验进程，提交的材料会一直等待；请运行 hezheng worker"

# vault
VAULT_FAULTS = {
    "missing": "✗ 缺失：{path}（申报 {submission}，{sha256}）",
    "altered": "✗ 被改动：{path}（申报 {submission}，{sha256}），现为 {found}",
}
VAULT_UNNAMED = "（没有记录）"
VAULT_SOUND = "原件和报告齐全且未被改动：共 {count} 份。"
VAULT_FAULTY = "有 {faults} 份缺失或被改动（记录中共 {count} 份）。请从备份恢复，并查明原因；在此之前不要采信被改动的材料。"
VAULT_UNKNOWN = "另有 {count} 份没有记录提及，多为撤回的草稿所留。"
VAULT_SAME = "来处和去处是同一个：{place}"
VAULT_SAME_ADVICE = "请用 --from 或 --to 另指定一处。"
VAULT_SETTINGS = "设置中的存储"
VAULT_NO_FOLDER = "没有这个文件夹：{path}"
VAULT_NO_FOLDER_ADVICE = "请检查 --from 的写法；对象存储写成 https://主机:端口/存储桶。"
VAULT_KINDS = {"originals": "原件", "readings": "识别结果", "reports": "报告", "trail": "审计存档"}
VAULT_COPIED = "{kind}：复制 {copied} 份（{megabytes:.1f} MB），原已在 {there} 份。"
VAULT_COPY_FAULTS = {
    "altered": "✗ 来处的内容已被改动，没有复制：{key}",
    "taken": "✗ 去处已有另一份内容，没有覆盖：{key}",
}
VAULT_COPY_FAULTY = "有 {count} 份没有复制。"
VAULT_COPY_DONE = "全部内容都已在去处并核对无误；来处没有改动。"

# trail
TRAIL_FAULT = "✗ {text}"
TRAIL_INTACT = "审计记录完好：共 {rows} 条，与 {heads} 个存档的日末值相符。"
TRAIL_BROKEN = "审计记录有 {faults} 处问题（共 {rows} 条，{heads} 个存档的日末值）。请保留现场，与备份核对。"

# token
TOKEN_MADE = "已为 {user} 新建令牌 {id}，权限：{scopes}"
TOKEN_ONCE = "请妥善保存；它不会再次显示："
TOKEN_LINE = "{id}  {user}  {name}  权限：{scopes}  到期：{until}  最近使用：{used}{state}"
TOKEN_REVOKED_AT = "  已于 {at} 撤销"
TOKEN_REVOKED = "已撤销：{id}"
TOKEN_NONE = "没有令牌。"
TOKEN_ROLE_NEEDED = "没有用户 {user}；新建用户要指定角色。"
TOKEN_ROLE_UNKNOWN = "没有这个角色：{role}"
TOKEN_ROLE_ADVICE = "请用 --role 指定：{roles}"
TOKEN_SCOPE_UNKNOWN = "没有这个权限：{scope}"
TOKEN_SCOPE_ADVICE = "可选：{scopes}"
NEVER = "—"

# user
USER_ADDED = "已新建用户 {id}（{name}，{role}）。"
USER_INVITED = "请把这个链接交给本人设置密码（{days} 天内有效，只能用一次）："
USER_PASSWORD_ASKED = "新密码："
USER_PASSWORD_AGAIN = "再输一次："
USER_PASSWORD_DIFFERS = "两次输入的密码不一样。"
USER_PASSWORD_SET = "已为 {id} 设置新密码。"
USER_FACTOR_REMOVED = "已取消 {id} 的二次验证。"
USER_LINE = "{id}  {name}  {role}  {region}  密码：{password}  二次验证：{factor}  最近登录：{seen}{state}"
USER_DISABLED = "  已停用"
USER_NONE = "没有用户。"
YES = "有"
NO = "无"

# backup and restore
BACKUP = "备份申报记录和全部材料，服务可以照常运行。"
BACKUP_OUT = "备份放到哪个文件夹；再次备份到同一文件夹时只增补新材料"
RESTORE = "把备份恢复到空的数据库和存储，并检查操作记录和原件。恢复前请先停止服务。"
RESTORE_FOLDER = "hezheng backup 所用的文件夹"
RESTORE_AT = "恢复哪一次的备份，如 20261124T120000Z；默认为最近一次"
BACKUP_PROGRESS = "已查看 {looked} 份，复制 {copied} 份……"
BACKUP_MADE = "备份完成：{path}（原件 {originals} 份，存储内容共 {contents} 份）"
BACKUP_FAULT = "没有备份到：{key}"
BACKUP_FAULTS_ADVICE = "这些内容在存储中缺失或被改动过；请运行 hezheng vault check 查明原因。其余内容已备份。"
RESTORED = "已恢复 {made_at} 由 {program} 版所作的备份，存储内容 {contents} 份。"
RESTORE_FAULT = "✗ {fault}"
RESTORE_FAULTY = "有 {count} 处与原先不符。"
RESTORE_SOUND = "操作记录完整，原件齐全且未被改动。"

# the worker
WORKER = "领取并核验已提交的申报，直到被要求停止（SIGTERM）。可在多台主机上运行。"
NO_PREFECT = "没有指定 Prefect 服务器，无法领取申报。"
NO_PREFECT_ADVICE = "请设置 HEZHENG_PREFECT_API_URL；单机使用时运行 hezheng serve 即可，无需另起 worker。"

# serving
SERVE = "提供网页和 HTTP API；没有其他设置时，核验也在本机进行。"
SERVE_HOST = "监听的地址；默认取设置 HEZHENG_HOST，没有则为 127.0.0.1"
SERVE_PORT = "监听的端口；默认取设置 HEZHENG_PORT，没有则为 8000；0 为任一空闲端口"
SERVING = "服务已启动：http://{host}:{port}（按 Ctrl-C 停止）"
SERVING_FIRST = "还没有用户。请在另一个终端新建第一个：hezheng user add admin --role administrator"
SERVING_FIRST_TOKEN = "程序用令牌访问，生成一个：hezheng token create admin"
LISTEN = "不能在 {host}:{port} 上提供服务：{reason}"
LISTEN_ADVICE = "请停止占用该端口的程序，或用 --port 换一个端口。"

# audits
AUDIT = (
    "审计一个批次：名额和期限、各地和各指标的虚高、重复使用的材料、抽查样本；写 audit.json 和 Parquet 表。"
)
AUDIT_OUT = "结果写到哪个文件夹；默认为 批次-audit"
AUDIT_SEED = "抽样种子；默认沿用上次审计的种子，第一次则随机生成并打印"
AUDITED = "{round} 批次：申报 {submissions} 份，已核验 {verified} 份，已推荐 {recommended} 份，材料 {documents} 份。"
AUDIT_BREACH = "✗ {message}（{clause}）"
AUDIT_CLUSTER = "⚠ {words}"
AUDIT_SAMPLE = "抽查样本（种子 {seed}）：从未经人工查看即通过的 {of} 项中抽 {drawn} 项。{words}"
AUDIT_ROUND = "评审批次，如 2026"
RESCORE = "按另一份或几份标准重新计算一个批次，不重新识读任何页面：谁将通过、谁将落选、因为哪条规则。"
RESCORE_RUBRIC = "要试算的标准文件（YAML）；可重复，一次比较几种方案"
RESCORE_OUT = "结果写到哪个文件夹；默认为 批次-rescore"
RESCORE_NO_RUBRIC = "没有指定标准文件。"
RESCORE_NO_RUBRIC_ADVICE = "请用 --rubric 文件 指定要试算的标准，可重复。"
RESCORE_LINE = "试算{number}（{file}）：{told}"
RESCORE_COUNT = "{name} {count} 份"
RESCORE_REMARKS = "未计入 {left_out} 份，程序更新后与原报告不同 {altered} 份；原因见结果。"
RESULT_LIES = "结果：{path}"
SUBMISSIONS = "{done}/{total} 份"
NO_ROUND = "没有“{round}”这个批次。"
NO_ROUND_ADVICE = "现有批次：{rounds}"
NO_ROUNDS = "还没有任何批次"
CONSOLE_NAME = "控制台"

# imports
IMPORT = (
    "导入门户导出的一批申报：每个文件夹或 zip 是一份，经队列核验；可随时中断，再次运行即继续，不会重复收下。"
)
IMPORT_PATH = "导出的文件夹，或 s3://存储桶/前缀"
IMPORT_ROUND = "评审批次，如 2026；须与申报表所写一致"
IMPORT_OUT = "清单写到哪个文件夹；默认为路径后加 -import"
IMPORT_WAIT = "等到本批次全部核验完，并在清单中写明各份的状态"
IMPORT_REFUSED = "✗ {entry}：{reason}"
IMPORTED = "导入完成：{told}。核验由 hezheng serve 或 hezheng worker 进行。"
