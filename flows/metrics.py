"""What a process of the service tells of itself to Prometheus: the one place where figures are named.

Counters are this process's own and begin at 0 with it. Queue figures come from the database at each scrape, so
that they are the same whichever process is asked. No label holds a name, an id or anything else without bound.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from dossier.errors import HezhengError
from dossier.queue import QueueFigures
from flows import messages

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric

    from dossier.report import Report

disable_created_metrics()  # they double the lines, and nobody asks for them
CONTENT_TYPE = CONTENT_TYPE_LATEST
"""Media type of what `exposition` gives."""
REGISTRY = CollectorRegistry()
"""Ours alone: Prefect fills the library's own."""
PAGE_SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120)
STEP_SECONDS = (0.1, 0.5, 1, 5, 15, 60, 180, 600, 1800, 3600, 7200)
REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60)

PAGES_READ = Counter(
    "hezheng_pages_read", "Pages read, by where their text came from", ["origin"], registry=REGISTRY
)
PAGE_SECONDS_READ = Histogram(
    "hezheng_page_read_seconds",
    "Seconds that reading a page took, by where its text came from",
    ["origin"],
    buckets=PAGE_SECONDS,
    registry=REGISTRY,
)
READING_FAILURES = Counter(
    "hezheng_reading_failures",
    "Attempts at pages that failed, by reason: died, timeout, problem",
    ["reason"],
    registry=REGISTRY,
)
PAGES_SET_ASIDE = Counter(
    "hezheng_pages_set_aside", "Pages given up after they failed twice", registry=REGISTRY
)
VERDICTS = Counter(
    "hezheng_verdicts", "Findings of finished runs, by verdict", ["verdict"], registry=REGISTRY
)
DISCREPANCIES = Counter(
    "hezheng_discrepancies", "Discrepancies of finished runs, by code", ["code"], registry=REGISTRY
)
STEP_DURATION = Histogram(
    "hezheng_run_step_seconds",
    "Seconds that a step of a run took",
    ["step"],
    buckets=STEP_SECONDS,
    registry=REGISTRY,
)
RUNS = Counter(
    "hezheng_runs",
    "Runs that ended, by outcome: finished, unusable, given_back, lost, failed",
    ["outcome"],
    registry=REGISTRY,
)
RETRIES = Counter("hezheng_run_retries", "Runs that took up a submission tried before", registry=REGISTRY)
LEASES_LOST = Counter(
    "hezheng_leases_lost", "Runs that found their submission taken by another", registry=REGISTRY
)
RECONCILED = Counter(
    "hezheng_reconciler_actions", "What the reconciler put right, by action", ["action"], registry=REGISTRY
)
STORE_ERRORS = Counter(
    "hezheng_store_errors", "Failed calls to the object store, by kind of error", ["error"], registry=REGISTRY
)
DATABASE_ERRORS = Counter(
    "hezheng_database_errors", "Failed calls to the database, by kind of error", ["error"], registry=REGISTRY
)
WEBHOOKS = Counter(
    "hezheng_webhook_deliveries",
    "Attempts to deliver to webhooks, by outcome: delivered, failed, given_up",
    ["outcome"],
    registry=REGISTRY,
)
REQUESTS = Counter(
    "hezheng_http_requests", "HTTP requests answered", ["method", "route", "status"], registry=REGISTRY
)
REQUEST_DURATION = Histogram(
    "hezheng_http_request_seconds",
    "Seconds until an HTTP request was answered",
    ["method", "route"],
    buckets=REQUEST_SECONDS,
    registry=REGISTRY,
)
PROCESS_COLLECTORS = (
    ProcessCollector(registry=REGISTRY),
    PlatformCollector(registry=REGISTRY),
    GCCollector(registry=REGISTRY),
)


class MetricsPortTakenError(HezhengError):
    """The port on which metrics should be told can't be had."""


class QueueCollector(Collector):
    """The queue as the database has it now. Where the database can't be asked, only that is told."""

    def __init__(self, figures: Callable[[], QueueFigures]) -> None:
        self._figures = figures

    def describe(self) -> Iterable[Metric]:
        """The names, without asking the database."""
        return [_database_up(0), *_queue_families(QueueFigures())]

    def collect(self) -> Iterator[Metric]:
        """The figures."""
        try:
            figures = self._figures()
        except HezhengError as error:
            DATABASE_ERRORS.labels(type(error).__name__).inc()
            yield _database_up(0)
            return
        yield _database_up(1)
        yield from _queue_families(figures)


def _database_up(value: int) -> GaugeMetricFamily:
    return GaugeMetricFamily("hezheng_database_up", "Whether the database answered this scrape", value=value)


def _queue_families(figures: QueueFigures) -> Iterator[GaugeMetricFamily]:
    submissions = GaugeMetricFamily(
        "hezheng_submissions", "Submissions by state and priority", labels=["state", "priority"]
    )
    for (state, priority), count in figures.submissions.items():
        submissions.add_metric([state, priority], count)
    yield submissions
    oldest = GaugeMetricFamily(
        "hezheng_oldest_waiting_seconds",
        "Age of the oldest submission that no worker has taken; 0 where none waits",
        labels=["priority"],
    )
    for priority, seconds in figures.oldest_waiting_seconds.items():
        oldest.add_metric([priority], seconds)
    yield oldest
    units = GaugeMetricFamily(
        "hezheng_page_units", "Page units at the reading desk by state", labels=["state"]
    )
    for state, count in figures.units.items():
        units.add_metric([state], count)
    yield units


_WATCHED: list[QueueCollector] = []
"""The one that is registered: a process has one database."""


def watch_queue(figures: Callable[[], QueueFigures]) -> None:
    """Has each scrape of this process ask `figures`, which may raise HezhengError, for the queue; and no other."""
    for earlier in _WATCHED:
        REGISTRY.unregister(earlier)
    _WATCHED[:] = [QueueCollector(figures)]
    REGISTRY.register(_WATCHED[0])


@contextmanager
def step(name: str) -> Generator[None]:
    """Times a step of a run under its English name, whether it ends well or not."""
    started = perf_counter()
    try:
        yield
    finally:
        STEP_DURATION.labels(name).observe(perf_counter() - started)


def count_page(origin: str, seconds: float) -> None:
    """A page was read: its origin as in the report (text, ocr, mixed, none), and how long that took."""
    PAGES_READ.labels(origin).inc()
    PAGE_SECONDS_READ.labels(origin).observe(seconds)


def count_report(report: Report) -> None:
    """A run is finished: its verdicts and discrepancies."""
    for finding in report.findings:
        VERDICTS.labels(finding.verdict).inc()
    for discrepancy in report.discrepancies:
        DISCREPANCIES.labels(discrepancy.code).inc()


def exposition() -> bytes:
    """All figures in Prometheus' text format."""
    return generate_latest(REGISTRY)


def listen(host: str, port: int) -> int:
    """Answers scrapes on a thread of this process's own; the port that it has. MetricsPortTakenError."""
    try:
        server, _ = start_http_server(port, addr=host, registry=REGISTRY)
    except OSError as error:
        raise MetricsPortTakenError(
            messages.METRICS_PORT_TAKEN.format(host=host, port=port),
            advice=messages.METRICS_PORT_TAKEN_ADVICE,
            cause=str(error),
        ) from error
    return server.server_port
