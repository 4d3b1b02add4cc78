"""Sends the messages that the records hold for webhooks. Called again and again; several processes may do so at once."""

import json
import logging
import time
from concurrent.futures import ThreadPoolExecutor

from dossier.webhook import Delivery
from flows import metrics
from review.api import sending
from review.api.parts import Parts

_LOG = logging.getLogger(__name__)

AT_ONCE = 8
"""Messages that are sent at the same time: a slow receiver holds up only its own."""
TAKEN = 32
"""Messages that are taken at one time."""
LEASE = 300.0
"""Seconds after which a message whose sender died is sent again: longer than all that were taken can last."""


def deliver_due(parts: Parts) -> int:
    """Sends what is due until nothing is; gives how many were tried. RecordsError."""
    tried = 0
    while due := parts.records.take_deliveries(TAKEN, LEASE):
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="webhook") as threads:
            list(threads.map(lambda delivery: _deliver(parts, delivery), due))
        tried += len(due)
    return tried


def _deliver(parts: Parts, delivery: Delivery) -> None:
    now = int(time.time())
    message = {"type": delivery.event, "timestamp": delivery.payload["at"], "data": delivery.payload}
    outcome = sending.send(
        delivery.url,
        delivery.secret,
        identity=f"D{delivery.id}",
        timestamp=now,
        body=json.dumps(message, ensure_ascii=False).encode(),
        allow_private=parts.settings.webhook_private,
    )
    if outcome.delivered:
        metrics.WEBHOOKS.labels("delivered").inc()
        parts.records.delivered(delivery.id)
        return
    over = delivery.tries >= sending.ATTEMPTS
    metrics.WEBHOOKS.labels("given_up" if over else "failed").inc()
    pause = None if over else sending.pause_after(delivery.tries)
    parts.records.delivery_failed(delivery.id, outcome.problem, retry_seconds=pause)
    _LOG.warning(
        "delivery %s to webhook %s failed (try %s%s): %s",
        delivery.id,
        delivery.webhook,
        delivery.tries,
        ", given up" if over else "",
        outcome.problem,
    )
