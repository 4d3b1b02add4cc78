"""Messages for webhooks, written in the transaction of the move that they tell of, so that none is lost or invented."""

from pydantic import JsonValue
from sqlalchemy import select

from vault.records import access
from vault.records.accounts_schema import AccountRow
from vault.records.engine import Transaction
from vault.records.schema import DeliveryRow, SubmissionRow, UserRow, WebhookRow
from vault.records.users import principal_of_row
from vault.records.webhooks import OPEN


def tell(transaction: Transaction, row: SubmissionRow) -> None:
    """Lays a message for each webhook that asked for the state and whose owner sees the submission, and may still come in."""
    session = transaction.session
    query = (
        select(WebhookRow, UserRow)
        .join(UserRow, UserRow.id == WebhookRow.owner)
        .outerjoin(AccountRow, AccountRow.user_id == WebhookRow.owner)
        .where(WebhookRow.removed_at.is_(None), AccountRow.disabled_at.is_(None))
        .order_by(WebhookRow.created_at)
    )
    event = f"submission.{row.state}"
    for webhook, owner in session.execute(query):
        if webhook.events and event not in webhook.events:
            continue
        seen = select(SubmissionRow.id).where(
            access.visible(principal_of_row(owner)), SubmissionRow.id == row.id
        )
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
            state=OPEN,
            next_at=transaction.now,
        )
        session.add(delivery)
