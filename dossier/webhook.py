"""Telling other programs of moves."""

from datetime import datetime

from pydantic import JsonValue

from dossier.model import Noun


class Webhook(Noun):
    """An address that is told of the moves into some states, for the submissions that its owner may see."""

    id: str
    owner: str
    url: str
    events: tuple[str, ...]
    """Such as `submission.in_review`; empty: all."""
    created_at: datetime


class Delivery(Noun):
    """One message to one address, with what signs it. It is tried until it is delivered or given up."""

    id: int
    webhook: str
    url: str
    secret: str
    event: str
    payload: dict[str, JsonValue]
    tries: int
    """With this one."""
