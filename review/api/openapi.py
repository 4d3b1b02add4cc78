"""How the API describes itself."""

from importlib.metadata import version
from typing import Any

from fastapi.routing import APIRoute

TITLE = "核证 API"
DESCRIPTION = (
    "提交申报材料、跟踪核验进度、下载报告、记录审核决定。\n\n"
    "所有请求都在 `Authorization: Bearer <令牌>` 头中带令牌。出错时返回 `application/problem+json`（RFC 9457），"
    "其 `type` 为 `urn:hezheng:problem:…`。看不到的申报与不存在的申报一样，都是 404。"
)
VERSION = version("hezheng")

TAGS: list[dict[str, Any]] = [
    {"name": "submissions", "description": "申报：新建、列出、提交、撤回、重新打开"},
    {"name": "files", "description": "文件：清单、小文件直接上传、下载、删除"},
    {"name": "uploads", "description": "续传：断线后从已收到的字节继续（IETF resumable uploads）"},
    {"name": "status", "description": "进度"},
    {"name": "reports", "description": "报告、逐条结论、不符之处"},
    {"name": "decisions", "description": "审核：决定、状态变更"},
    {"name": "webhooks", "description": "推送：状态变化时通知其他系统"},
    {"name": "health", "description": "服务自身的状态"},
]

PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "出错说明（RFC 9457）",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "种类", "examples": ["urn:hezheng:problem:not-found"]},
        "title": {"type": "string", "description": "种类的名称", "examples": ["没有找到"]},
        "status": {"type": "integer", "description": "HTTP 状态码", "examples": [404]},
        "detail": {"type": "string", "description": "哪里不对，怎么办"},
    },
}

PROBLEMS: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "出错说明",
        "content": {"application/problem+json": {"schema": PROBLEM}},
    }
}
"""Any route may answer with a problem."""


def operation_id(route: APIRoute) -> str:
    """A short name for clients that are generated: that of the function."""
    return route.name
