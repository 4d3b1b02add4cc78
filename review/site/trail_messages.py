"""What the trail's page says of what happened."""

ACTIONS = {
    "submission": "申报",
    "document": "材料",
    "upload": "上传",
    "report": "报告",
    "decision": "决定",
    "ruling": "认定",
    "supplement": "补正",
    "revision": "更正",
    "session": "登录",
    "sign_in": "登录锁定",
    "user": "用户",
    "token": "令牌",
    "webhook": "推送",
    "round": "批次",
    "standard": "评估标准",
    "corrections": "名录更正",
    "trail": "留痕核对",
}
"""Kinds of what happens, by the first word of its name in the trail."""
