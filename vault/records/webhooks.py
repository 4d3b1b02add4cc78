"""Webhooks: who wants to be told of moves, and the messages that wait to be delivered."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select, update

from dossier.principal import Principal
from dossier.webhook import Delivery, Webhook
from vault.records import access
from vault.records.accounts_schema import AccountRow
from vault.records.engine import Transaction
from vault.records.errors import NotFoundError
from vault.records.identifiers import new_id
from vault.records.part import Part
from vault.records.schema import DeliveryRow, WebhookRow

OPEN, DELIVERED, GIVEN_UP = "open", "delivered", "given_up"


class WebhookRecords(Part):
    """Addresses and deliveries. A delivery is made at least once; the receiver tells doubles by its id."""

    def add_webhook(
        self, principal: Principal, url: str, *, secret: str, events: Sequence[str] = ()
    ) -> Webhook:
        """Has an address told of moves, such as `submission.in_review`; no events: all. The principal must be a user."""
        with self._database.write() as transaction:
            row = WebhookRow(
                id=new_id("W", transaction.now),
                owner=principal.id,
                url=url,
                secret=secret,
                events=list(events),
                created_at=transaction.now,
            )
            transaction.session.add(row)
            transaction.session.flush()
            transaction.note(principal.id, "webhook.add", row.id, url=url, events=list(events))
            return _webhook_of(row)

    def webhooks(self, principal: Principal) -> tuple[Webhook, ...]:
        """The principal's own, oldest first."""
        query = (
            select(WebhookRow)
            .where(WebhookRow.owner == principal.id, WebhookRow.removed_at.is_(None))
            .order_by(WebhookRow.id)
        )
        with self._database.read() as transaction:
            return tuple(_webhook_of(row) for row in transaction.session.scalars(query))

    def all_webhooks(self, principal: Principal) -> tuple[Webhook, ...]:
        """Everybody's, oldest first, without their secrets. NotAllowedError unless the role audits."""
        access.check_audits(principal)
        query = select(WebhookRow).where(WebhookRow.removed_at.is_(None)).order_by(WebhookRow.id)
        with self._database.read() as transaction:
            return tuple(_webhook_of(row) for row in transaction.session.scalars(query))

    def remove_webhook(self, principal: Principal, webhook: str) -> None:
        """Tells the address nothing more. NotFoundError unless it is the principal's own."""
        with self._database.write() as transaction:
            row = transaction.session.get(WebhookRow, webhook, with_for_update=True)
            if row is None or row.owner != principal.id or row.removed_at is not None:
                raise NotFoundError(webhook)
            row.removed_at = transaction.now
            transaction.session.execute(
                update(DeliveryRow)
                .where(DeliveryRow.webhook_id == webhook, DeliveryRow.state == OPEN)
                .values(state=GIVEN_UP)
            )
            transaction.note(principal.id, "webhook.remove", webhook)

    def take_deliveries(self, count: int, lease_seconds: float) -> tuple[Delivery, ...]:
        """Messages that are due, oldest first. Unless told how it went, each is given again after the lease.

        Those of a user whose account is disabled wait until it isn't.
        """
        with self._database.write() as transaction:
            due = (
                select(DeliveryRow, WebhookRow)
                .join(WebhookRow, WebhookRow.id == DeliveryRow.webhook_id)
                .outerjoin(AccountRow, AccountRow.user_id == WebhookRow.owner)
                .where(
                    DeliveryRow.state == OPEN,
                    DeliveryRow.next_at <= transaction.now,
                    AccountRow.disabled_at.is_(None),
                )
                .order_by(DeliveryRow.next_at, DeliveryRow.id)
                .limit(count)
                .with_for_update(of=DeliveryRow, skip_locked=True)
            )
            taken: list[Delivery] = []
            for row, webhook in transaction.session.execute(due).all():
                row.tries += 1
                row.next_at = transaction.now + timedelta(seconds=lease_seconds)
                taken.append(_delivery_of(row, webhook))
            return tuple(taken)

    def delivered(self, delivery: int) -> None:
        """The address took the message."""
        with self._database.write() as transaction:
            _end(transaction, delivery, DELIVERED, None)

    def delivery_failed(self, delivery: int, problem: str, *, retry_seconds: float | None) -> None:
        """The address didn't take it: it is tried again after so long, or given up."""
        with self._database.write() as transaction:
            if retry_seconds is None:
                _end(transaction, delivery, GIVEN_UP, problem)
                return
            transaction.session.execute(
                update(DeliveryRow)
                .where(DeliveryRow.id == delivery, DeliveryRow.state == OPEN)
                .values(problem=problem, next_at=transaction.now + timedelta(seconds=retry_seconds))
            )


def _end(transaction: Transaction, delivery: int, state: str, problem: str | None) -> None:
    transaction.session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.id == delivery, DeliveryRow.state == OPEN)
        .values(state=state, problem=problem)
    )


def _webhook_of(row: WebhookRow) -> Webhook:
    return Webhook(
        id=row.id, owner=row.owner, url=row.url, events=tuple(row.events), created_at=row.created_at
    )


def _delivery_of(row: DeliveryRow, webhook: WebhookRow) -> Delivery:
    return Delivery(
        id=row.id,
        webhook=webhook.id,
        url=webhook.url,
        secret=webhook.secret,
        event=row.event,
        payload=row.payload,
        tries=row.tries,
    )
