"""Messages for webhooks, written in the transaction of the move that they tell of, so that none is lost or invented."""

from pydantic import JsonValue
from sqlalchemy import select

from dossier.principal import Principal
from vault.records import access
from vault.records.engine import Transaction
from vault.records.schema import DeliveryRow, SubmissionRow, UserRow, WebhookRow


def tell(transaction: Transaction, row: SubmissionRow) -> None:
    """Lays a message for each webhook that asked for the state and whose owner sees the submission."""
    session = transaction.session
    query = (
        select(WebhookRow, UserRow)
        .join(UserRow, UserRow.id == WebhookRow.owner)
        .where(WebhookRow.removed_at.is_(None))
        .order_by(WebhookRow.created_at)
    )
    event = f"submission.{row.state}"
    for webhook, owner in session.execute(query):
        if webhook.events and event not in webhook.events:
            continue
        principal = Principal.model_validate(
            {name: getattr(owner, name) for name in ("id", "name", "role", "region", "organization")}
        )
        seen = select(SubmissionRow.id).where(access.visible(principal), SubmissionRow.id == row.id)
        if session.execute(seen).first() is None:
            continue
        payload: dict[str, JsonValue] = {
            "event": event,
            "submission": row.id,
            "round": row.round,
            "state": row.state,
            "version": row.version,
            "reason": row.reason,
            "at": row.updated_at.isoformat(),
        }
        delivery = DeliveryRow(
            webhook_id=webhook.id,
            event=event,
            payload=payload,
            created_at=transaction.now,
            state="open",
            next_at=transaction.now,
        )
        session.add(delivery)
