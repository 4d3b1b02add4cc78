"""How the API describes itself: OpenAPI, in Chinese throughout. `docs/openapi.json` is kept equal to it."""

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from review.api import words

TITLE = "核证 API"
DESCRIPTION = (
    "提交申报材料、跟踪核验进度、下载报告、记录审核决定。\n\n"
    "所有请求都在 `Authorization: Bearer <令牌>` 头中带令牌。出错时返回 `application/problem+json`（RFC 9457），"
    "其 `type` 为 `urn:hezheng:problem:…`。看不到的申报与不存在的申报一样，都是 404。\n\n"
    "POST 请求可带 `Idempotency-Key` 头：同一个键再发一次，得到第一次的答复，不会再做一遍。"
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
    {"name": "trail", "description": "操作记录（留痕）"},
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

NEEDED = {"if-match", "upload-offset"}
"""Headers without which a request is refused by a problem of its own."""
FRAMEWORKS_OWN = ("HTTPValidationError", "ValidationError")
"""Answers that FastAPI would give; ours are problems."""
KEYED = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "幂等键，1 至 200 个可见字符",
    "schema": {"type": "string", "examples": ["6f1c2f0e-5d4b-4a57-9d0e-2d3c5c1f7a11"]},
}


def operation_id(route: APIRoute) -> str:
    """A short name for clients that are generated: that of the function."""
    return route.name


def describe(app: FastAPI) -> dict[str, Any]:
    """The description of the application's routes."""
    described = FastAPI.openapi(app)
    schemas = described["components"]["schemas"]
    for name in FRAMEWORKS_OWN:
        schemas.pop(name, None)
    schemas["Problem"] = PROBLEM
    described["components"]["responses"] = {
        "Problem": {
            "description": "出错说明",
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    }
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            _tell_operation(operation, keyed=method == "post" and path.startswith("/api/"))
    for name, schema in schemas.items():
        _tell_schema(name, schema)
    return described


def _tell_operation(operation: dict[str, Any], *, keyed: bool) -> None:
    for answer in operation["responses"].values():
        if answer["description"] == "Successful Response":
            answer["description"] = "成功"
    operation["responses"].pop("422", None)
    operation["responses"]["default"] = {"$ref": "#/components/responses/Problem"}
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in NEEDED:
            parameter["required"] = True
            parameter["schema"] = {"type": "string", "examples": parameter["schema"]["examples"]}
        parameter["schema"].pop("description", None)
    if keyed:
        operation.setdefault("parameters", []).append(KEYED)


def _tell_schema(name: str, schema: dict[str, Any]) -> None:
    """The nouns' own words are for those who read the code; here stand those for people who use the API."""
    if name in words.SCHEMAS:
        schema["description"] = words.SCHEMAS[name]
    for field, told in words.FIELDS.get(name, {}).items():
        schema["properties"][field]["description"] = told
