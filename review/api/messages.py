"""What the API says to people."""

# titles of problems
TITLES = {
    "unauthenticated": "需要有效的令牌",
    "forbidden": "没有权限",
    "not-found": "没有找到",
    "method-not-allowed": "不支持这种请求方法",
    "invalid": "请求内容不能用",
    "too-large": "内容太大",
    "too-many-requests": "请求太频繁",
    "too-many-files": "文件太多",
    "unsupported-media-type": "内容类型不对",
    "illegal-move": "当前状态下不能这样做",
    "stale": "内容已被更改",
    "version-needed": "需要注明版本",
    "path-taken": "文件名已被使用",
    "content-mismatch": "收到的内容与声明不符",
    "length-differs": "长度与声明不符",
    "offset-differs": "续传位置不对",
    "upload-interrupted": "上传中断",
    "idempotency-reused": "同一个幂等键用于不同的请求",
    "idempotency-running": "同一个请求正在处理",
    "report-missing": "还没有报告",
    "undrawable": "页面画不出来",
    "address-refused": "不能向这个地址推送",
    "unavailable": "暂时不能服务",
    "store-full": "存储空间不够",
    "internal": "服务出错",
    "other": "请求没有成功",
}
"""By kind of problem: `urn:hezheng:problem:<kind>`."""

# details
BEARER_MISSING = "请在 Authorization 头中写明令牌：Bearer <令牌>。"
BEARER_INVALID = "令牌不存在、已停用或已过期。"
SCOPE_LACKING = "这个操作需要权限 {scope}，令牌没有。"
NO_SUCH_PATH = "没有这个地址：{path}"
NO_SUCH_METHOD = "地址 {path} 不支持 {method}。"
BODY_TOO_LARGE = "请求内容超过 {limit} 字节。"
FILE_TOO_LARGE = "文件超过 {limit} MB：{path}"
TOO_MANY_FILES = "一份申报最多 {limit} 个文件。"
TOO_MUCH = "一份申报的文件合计不能超过 {limit} MB。"
WAIT = "请 {seconds} 秒后再试。"
INVALID_PLACE = "{place}：{reason}"
REASONS = {
    "missing": "缺少",
    "extra_forbidden": "没有这一项，请检查拼写",
    "string_type": "应为文字",
    "string_too_short": "不能为空或太短",
    "string_too_long": "太长",
    "string_pattern": "写法不对",
    "string": "含有不可用的字符",
    "too_deep": "嵌套太深",
    "int": "应为整数",
    "float": "应为数字",
    "bool": "应为 true 或 false",
    "enum": "不在可选的值之中",
    "literal": "不在可选的值之中",
    "greater": "太小",
    "less": "太大",
    "finite": "应为有限的数",
    "dict": "应为一组名称和值",
    "model": "应为一组名称和值",
    "list": "应为列表",
    "tuple": "应为列表",
}
"""By the beginning of pydantic's name for the mistake; the first that fits."""
REASON = "不能用"
INVALID_JSON = "请求内容不是正确的 JSON。"
BODY = "请求内容"
ROUND_MISSING = "请写明批次 round，或在 application 中写明。"
ROUND_DIFFERS = "round 与 application 中的批次不同：{one}、{other}"
VERSION_MISSING = '请在 If-Match 头中写明申报的版本，例如 If-Match: "3"。'
VERSION_BAD = 'If-Match 应为一个版本号，例如 "3"，收到的是 {value}。'
NO_REPORT = "核验还没有完成；进度见 {path}。"
NO_SUCH_FILE = "这份申报中没有这个文件：{path}"
UNEXPECTED = "请把编号 {id} 告诉维护人员；日志中有详情。"
OTHER = "请求没有成功（{status}）。"

NO_SUCH_FORMAT = "这份报告没有 {format} 文件。"
DIGEST_DIFFERS = "内容的 SHA-256 是 {found}，Content-Digest 中写的是 {expected}；没有收下。"
BROKEN_OFF = "请求没有传完。"

# uploads
PARTIAL_TYPE = "续传内容的类型应为 application/partial-upload。"
OFFSET_MISSING = "请在 Upload-Offset 头中写明从第几个字节续传。"
OFFSET_DIFFERS = "已收到 {expected} 字节，请从那里续传。"
LENGTH_EXCEEDED = "内容超过声明的 {size} 字节；已作废，请从头上传。"
LENGTH_SHORT = "声明已传完，但只收到 {offset}/{size} 字节。"
HASH_DIFFERS = "内容的 SHA-256 不是声明的 {expected}；已作废，请从头上传。"
DIGEST_BAD = "Content-Digest 写法不对；应为 sha-256=:<Base64>:。"
SUPERSEDED = "同一次上传又有了新的请求，本请求已停止；请查询 Upload-Offset 后续传。"
INTERRUPTED = "连接中断；已收到的字节保留，请查询 Upload-Offset 后续传。"

NO_ROOM = "服务器的存储空间不够，请稍后再试；已收到的字节保留。"

# idempotency
KEY_BAD = "Idempotency-Key 应为 1 至 200 个可见字符。"

# webhooks
ADDRESS_SCHEME = "地址应以 https:// 或 http:// 开头。"
ADDRESS_CREDENTIALS = "地址中不能写用户名和密码。"
ADDRESS_UNKNOWN = "找不到主机 {host}。"
ADDRESS_PRIVATE = "主机 {host} 在内部网络（{address}）；如确需推送，请设置 HEZHENG_WEBHOOK_PRIVATE=true。"
NO_CRITERION = "标准里没有这一条：{criterion}"
POINTS_OUTSIDE = "{criterion} 的得分须在 0 到 {maximum} 之间。"
