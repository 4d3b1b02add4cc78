"""What the page says that no template says."""

NAME = "核证"
OFFICE = "服务职工优秀社会组织申报核验"

ERROR = "没有办成"
ERRORS = {
    "unauthenticated": "请先登录",
    "forbidden": "没有这项权限",
    "not-found": "没有找到",
    "stale": "内容已被别人改动",
    "illegal-move": "现在不能这样做",
    "too-large": "文件太大",
    "invalid": "填写有误",
    "unavailable": "服务暂时不可用",
    "internal": "系统出错",
}
"""Title of the page that tells of a problem, by its kind."""

WAYS = {
    "applicant": (("/my", "我的申报"), ("/standard", "评估标准")),
    "reviewer": (("/queue", "待审申报"), ("/rounds", "评审进度"), ("/standard", "评估标准")),
    "expert": (("/queue", "待审申报"), ("/standard", "评估标准")),
    "office": (("/queue", "待审申报"), ("/rounds", "评审进度"), ("/audits", "批次稽核"), ("/admin", "管理")),
    "administrator": (
        ("/admin", "管理"),
        ("/admin/people", "用户"),
        ("/queue", "全部申报"),
        ("/rounds", "评审进度"),
        ("/audits", "批次稽核"),
    ),
    "auditor": (
        ("/queue", "全部申报"),
        ("/rounds", "评审进度"),
        ("/audits", "批次稽核"),
        ("/trail", "留痕"),
        ("/admin", "管理"),
    ),
    "worker": (),
}
"""The first pages of each role, in the order of its menu."""

STATES = {
    "draft": "草稿",
    "received": "已受理，待核验",
    "reading": "核验中",
    "verified": "核验完成",
    "unusable": "申报表不能用",
    "in_review": "待审核",
    "supplement": "补正中",
    "decided": "已审核",
    "recommended": "已推荐",
    "returned": "已退回",
    "withdrawn": "已撤回",
}
"""What each state is called."""
