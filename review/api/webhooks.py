"""Webhooks: who is told of moves. The messages themselves are sent by `review.api.delivering`."""

from typing import Annotated

from fastapi import APIRouter, Path, Response

from dossier.webhook import Webhook
from review.api import addresses, signing
from review.api.bodies import MadeWebhook, NewWebhook
from review.api.parts import Service
from review.api.security import Administrator

router = APIRouter(prefix="/webhooks", tags=["webhooks"])

WebhookId = Annotated[str, Path(description="推送编号", pattern=r"^W[0-9A-HJKMNP-TV-Z]{26}$")]


@router.post("", status_code=201, summary="新建推送")
def create_webhook(
    body: NewWebhook, parts: Service, principal: Administrator, response: Response
) -> MadeWebhook:
    """签名用的 secret 只在这里显示一次。推送按 Standard Webhooks 签名，至少送达一次，可按 webhook-id 去重。"""
    addresses.judge(body.url, allow_private=parts.settings.webhook_private)
    secret = signing.new_secret()
    events = tuple(f"submission.{state}" for state in body.states)
    made = parts.records.add_webhook(principal, body.url, secret=secret, events=events)
    response.headers["Location"] = f"/api/v1/webhooks/{made.id}"
    return MadeWebhook(webhook=made, secret=secret)


@router.get("", summary="列出推送")
def list_webhooks(parts: Service, principal: Administrator) -> tuple[Webhook, ...]:
    """自己建立的推送，旧的在前。"""
    return parts.records.webhooks(principal)


@router.delete("/{webhook}", status_code=204, summary="取消推送")
def delete_webhook(webhook: WebhookId, parts: Service, principal: Administrator) -> None:
    """还没有送达的也不再送。"""
    parts.records.remove_webhook(principal, webhook)
