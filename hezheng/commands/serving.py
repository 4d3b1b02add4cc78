"""`hezheng serve`: the API in this process, and beside it what an office without settings needs.

With no Prefect server named in the settings, one is this process's child, and one worker is another. Else the office
starts its workers itself (`hezheng worker`), on as many hosts as it likes, and this process only serves.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from contextlib import ExitStack, closing
from functools import cache
from types import FrameType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import uvicorn

from dossier.errors import HezhengError
from flows.server import server_command, server_environment, server_url
from hezheng import logs, messages, settings
from hezheng.children import Child
from hezheng.console import console
from hezheng.loops import Loop
from hezheng.service import Service
from hezheng.settings import PRIVATE, Settings
from review.api.delivering import deliver_due
from review.web import create_web
from vault.records.heads import publish_heads

if TYPE_CHECKING:
    from flows.reconciler import Reconciler

_LOG = logging.getLogger(__name__)

GRACE = 25
"""Seconds that requests under way have to end when the service is stopped."""
HEADS_EVERY = 600.0
"""Seconds between looks for a day whose head of the trail isn't in the store yet."""
SWEEP_EVERY = 600.0
"""Seconds between looks for uploads that nobody went on with."""
DELIVER_EVERY = 2.0
"""Seconds between looks for messages to webhooks."""
BACKLOG = 256
LOOPBACK = "127.0.0.1"


class ListenError(HezhengError):
    """The address can't be listened on."""


def serve(host: str | None = None, port: int | None = None) -> int:
    """Serves at the address given, or that of the settings, until SIGTERM or SIGINT, then ends requests, loops and children, in this order. 0 when it ended so."""
    chosen = settings.load()
    os.umask(PRIVATE)
    logs.configure("serve", chosen)
    with ExitStack() as stack:
        listening = stack.enter_context(
            closing(listen(host or chosen.host, chosen.port if port is None else port))
        )
        embedded = chosen.prefect_api_url is None
        if embedded:
            chosen = chosen.model_copy(update={"prefect_api_url": server_url(free_port())})
        service = Service.open(chosen)
        stack.callback(service.close)
        for child in children(chosen) if embedded else ():
            child.start()
            stack.callback(child.stop)
        for loop in loops(service):
            loop.start()
            stack.callback(loop.stop)
        run(service, listening)
    return 0


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 is any that is free. ListenError where the address can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio switches Nagle's algorithm off only where the protocol is named; with it, each answer takes 40 ms more.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(BACKLOG)
    except OSError as error:
        made.close()
        told = messages.LISTEN.format(host=host, port=port, reason=error.strerror)
        raise ListenError(told, advice=messages.LISTEN_ADVICE, cause=str(error)) from error
    return made


def free_port() -> int:
    """A port of the loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


def children(chosen: Settings) -> tuple[Child, ...]:
    """A Prefect server at the address that the settings name, and a worker, in the order in which they start."""
    url = str(chosen.prefect_api_url)
    port = urlsplit(url).port or 0
    server = Child(
        "Prefect server", server_command(port), {**os.environ, **server_environment(chosen.data, port)}
    )
    told = {"HEZHENG_PREFECT_API_URL": url, "HEZHENG_METRICS_PORT": str(chosen.metrics_port)}
    worker = Child("worker", [sys.executable, "-m", "hezheng", "worker"], {**os.environ, **told})
    return server, worker


def loops(service: Service) -> tuple[Loop, ...]:
    """What is done again and again, each harmless if another process does it too."""
    chosen = service.settings

    @cache
    def reconciler() -> Reconciler:
        # Imports Prefect, for which requests needn't wait.
        from flows.reconciler import Reconciler

        return Reconciler(service.records, chosen)

    return (
        Loop("reconcile", chosen.reconcile_seconds, lambda: reconciler().turn()),
        Loop("webhooks", DELIVER_EVERY, lambda: deliver_due(service)),
        Loop("heads", HEADS_EVERY, lambda: _heads(service)),
        Loop("uploads", SWEEP_EVERY, lambda: sweep(service)),
    )


def sweep(service: Service) -> int:
    """Forgets uploads that nobody went on with, and files that belong to none; how many files."""
    service.records.drop_stale_uploads()
    return service.partials.sweep(service.settings.upload_hours * 3600)


def _heads(service: Service) -> None:
    for head in publish_heads(service.records, service.blobs, keep_until=service.settings.keep_until):
        _LOG.info("kept the trail's head of %s: row %d", head.day, head.seq)


def run(service: Service, listening: socket.socket) -> None:
    """Serves requests until a signal comes, then lets those under way end."""
    app = create_web(service)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=GRACE,
        forwarded_allow_ips=service.settings.trusted_proxies,
    )
    _tell(service, listening)
    _Server(config, app.api.state.stopping).run(sockets=[listening])


class _Server(uvicorn.Server):
    """Ends at a signal without sending it to this process again: there are children to be stopped yet."""

    def __init__(self, config: uvicorn.Config, stopping: threading.Event) -> None:
        super().__init__(config)
        self._stopping = stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Takes no new requests; those that wait for something are answered at once."""
        super().handle_exit(sig, frame)
        self._captured_signals.clear()
        self._stopping.set()


def _tell(service: Service, listening: socket.socket) -> None:
    host, port = listening.getsockname()[:2]
    shown = console()
    shown.print(messages.SERVING.format(host=f"[{host}]" if ":" in host else host, port=port))
    if not service.records.users():
        shown.print(messages.SERVING_FIRST)
        shown.print(messages.SERVING_FIRST_TOKEN)
