"""What the page of tokens and webhooks says that no template says."""

SCOPES = {
    "submit": "提交申报",
    "read": "查看",
    "review": "审核",
    "audit": "审计",
    "admin": "管理",
}
"""What a token may be good for."""
NAME_MISSING = "请写明用途（100 字以内），并选择有效期。"
SCOPE_UNUSABLE = "请至少选择一项权限。"
URL_UNUSABLE = "请填写接收推送的地址，以 https:// 开头。"
DONE = {"revoked": "令牌已撤销，随即失效。", "removed": "推送已取消，还没有送达的也不再送。"}
