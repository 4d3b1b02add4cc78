"""Whether the service lives, and whether it can work."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from dossier.errors import HezhengError
from review.api.parts import Service

router = APIRouter(tags=["health"])
NO_ORIGINAL = "0" * 64
"""The hash of no file: asking for it shows whether the store answers."""


class Health(BaseModel):
    """服务的状态。"""

    status: Annotated[str, Field(description="ok 或 unavailable", examples=["ok"])]
    at: Annotated[datetime, Field(description="时间")]
    lacking: Annotated[list[str], Field(description="没有应答的部分：database、store")] = []


@router.get("/healthz", summary="进程是否在运行")
def healthz() -> Health:
    """只看进程是否应答，不看其他。"""
    return Health(status="ok", at=datetime.now(UTC))


@router.get(
    "/readyz", summary="能否提供服务", responses={503: {"model": Health, "description": "有部分没有应答"}}
)
def readyz(parts: Service, response: Response) -> Health:
    """数据库和存储是否应答。不看 Prefect：没有它只是慢一些。"""
    lacking: list[str] = []
    for name, ask in (("database", parts.records.ping), ("store", lambda: parts.originals.has(NO_ORIGINAL))):
        try:
            ask()
        except (HezhengError, OSError):
            lacking.append(name)
    if lacking:
        response.status_code = 503
    return Health(status="unavailable" if lacking else "ok", at=datetime.now(UTC), lacking=lacking)
