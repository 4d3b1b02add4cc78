"""The Prefect flow around a kept submission: the same steps, each as a task, so that Prefect's pages show them.

Prefect only looks on: where its server is gone in the middle of a run, the steps go on without it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from prefect import Flow, Task, flow
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from flows import kept
from flows.bench import Bench
from flows.deployment import FLOW
from flows.kept import Outcome

_LOG = logging.getLogger(__name__)

T = TypeVar("T")

GOOD = frozenset({Outcome.FINISHED, Outcome.UNUSABLE, Outcome.IDLE})


def service_flow(bench: Bench) -> Flow[[str], State[str]]:
    """The flow, to be run in this process with its bench."""

    @flow(name=FLOW, persist_result=False, validate_parameters=False)
    def verify_kept_submission(submission: str) -> State[str]:
        outcome = kept.verify_kept(submission, bench, as_task)
        ended = Completed if outcome in GOOD else Failed
        return ended(message=f"{submission}: {outcome.value}")

    return verify_kept_submission


def as_task(name: str, step: Callable[[], T]) -> T:
    """Walks a step as a task. It is walked once, whatever becomes of the task."""
    given: list[T] = []
    raised: list[BaseException] = []

    def walk() -> None:
        try:
            given.append(kept.directly(name, step))
        except BaseException as error:
            raised.append(error)
            raise

    try:
        Task(walk, name=name, persist_result=False, cache_policy=NO_CACHE)()
    except Exception:  # noqa: BLE001 - what Prefect is at fault for must not stop the step
        if raised:
            raise raised[0] from None
        _LOG.exception("Prefect failed over the step %s; it goes on without", name)
    return given[0] if given else kept.directly(name, step)
