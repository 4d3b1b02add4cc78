"""Hands requests to reading processes, and deals with those that die or hang: once more, alone, then given up."""

import logging
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from queue import Queue
from typing import Any

from extractors.readers.process import WorkerProcess

_LOG = logging.getLogger(__name__)

ATTEMPTS = 2
PATIENCE = 5
"""How often the time limit may pass while a process on a crowded machine has had less than that of the processor."""

IDLE_SECONDS = 120.0
"""Processes without work for so long are ended, so that a service at rest holds no models."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `kind`: "A" JSON, "I" a PNG, "P" a problem as JSON, or "died" and "timeout" without a body.

    `seconds`: how long the process that answered, or the last one that failed, had been at it.
    """

    request: dict[str, Any]
    kind: str
    body: bytes = b""
    seconds: float = 0.0


@dataclass(slots=True, eq=False)
class Task:
    """A request under way."""

    request: dict[str, Any]
    seconds: float
    deliver: Callable[[Reply], None]
    attempts: int = 0
    cancelled: bool = field(default=False)
    context: Context = field(default_factory=copy_context)
    """What the log knows of whoever asked, for lines that are written on the dispatcher's thread."""

    @property
    def alone(self) -> bool:
        """Whether it already cost a process, so that no other work may run beside it."""
        return self.attempts > 0


@dataclass(slots=True)
class Running:
    """A task with a process: when to look after it, and how much processor time the process had had before."""

    task: Task
    began: float
    deadline: float
    used_before: float
    extensions: int = 0


class Dispatcher:
    """One thread that owns the processes. `submit` and `cancel` may be called from any thread."""

    def __init__(self, workers: int) -> None:
        self._most = workers
        self._lock = threading.Lock()
        self._waiting: deque[Task] = deque()
        self._thread: threading.Thread | None = None
        self._closing = False
        self._idle: list[WorkerProcess] = []
        self._busy: dict[WorkerProcess, Running] = {}
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)

    def submit(self, request: dict[str, Any], seconds: float, deliver: Callable[[Reply], None]) -> Task:
        """Queues a request; `deliver` is called with the reply, on the dispatcher's thread."""
        task = Task(request, seconds, deliver)
        with self._lock:
            if self._closing:
                raise RuntimeError("the pool is closed")
            self._waiting.append(task)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="readers", daemon=True)
                self._thread.start()
        self._wake()
        return task

    def ask(self, request: dict[str, Any], seconds: float) -> Reply:
        """The reply to a request, waited for."""
        replies: Queue[Reply] = Queue()
        self.submit(request, seconds, replies.put)
        return replies.get()

    def cancel(self, tasks: Sequence[Task]) -> None:
        """Drops what wasn't begun; what runs is let finish, unheard."""
        with self._lock:
            for task in tasks:
                task.cancelled = True

    def running(self) -> list[tuple[int, str, int | None]]:
        """Process id, path and page of each request under way."""
        return [
            (worker.pid, running.task.request["path"], running.task.request.get("page"))
            for worker, running in list(self._busy.items())
        ]

    def close(self) -> None:
        """Ends the thread and all processes. Once more does nothing."""
        with self._lock:
            self._closing = True
            thread, self._thread = self._thread, None
        if thread is not None:
            self._wake()
            thread.join()
        with self._lock:
            for end in (self._wake_read, self._wake_write):
                if end >= 0:
                    os.close(end)
            self._wake_read = self._wake_write = -1

    def _wake(self) -> None:
        try:
            os.write(self._wake_write, b"x")
        except BlockingIOError:
            return

    def _run(self) -> None:
        try:
            while not self._closing:
                self._assign()
                self._listen()
                self._give_up_late()
        finally:
            for worker in (*self._idle, *self._busy):
                worker.kill()
            for running in self._busy.values():
                self._deliver(running.task, Reply(running.task.request, "died"))
            with self._lock:
                left, self._waiting = list(self._waiting), deque()
            for task in left:
                self._deliver(task, Reply(task.request, "died"))

    def _assign(self) -> None:
        while len(self._busy) < self._most:
            with self._lock:
                while self._waiting and self._waiting[0].cancelled:
                    self._waiting.popleft()
                if not self._waiting:
                    return
                task = self._waiting[0]
                if self._busy and (task.alone or any(running.task.alone for running in self._busy.values())):
                    return
                self._waiting.popleft()
            try:
                worker = self._idle.pop() if self._idle else WorkerProcess()
            except OSError:
                # No room for its folder, no memory for the process: whoever waits is told, others may fare better.
                task.context.run(_LOG.exception, "a reading process can't be started")
                self._deliver(task, Reply(task.request, "died"))
                continue
            if worker.send(task.request):
                now = time.monotonic()
                self._busy[worker] = Running(task, now, now + task.seconds, worker.processor_seconds())
            else:
                self._lost(worker, task, "died", 0.0)

    def _listen(self) -> None:
        timeout = IDLE_SECONDS
        if self._busy:
            timeout = max(0.0, min(running.deadline for running in self._busy.values()) - time.monotonic())
        ready = wait([self._wake_read, *(worker.connection for worker in self._busy)], timeout)
        if not ready and not self._busy:
            for worker in self._idle:
                worker.kill()
            self._idle.clear()
        for worker in [worker for worker in self._busy if worker.connection in ready]:
            running = self._busy.pop(worker)
            task, seconds = running.task, time.monotonic() - running.began
            answer = worker.receive()
            if answer is None:
                self._lost(worker, task, "died", seconds)
                continue
            kind, body = answer
            if worker.worn_out:
                worker.kill()
            else:
                self._idle.append(worker)
            self._deliver(task, Reply(task.request, kind, body, seconds))
        if self._wake_read in ready:
            os.read(self._wake_read, 4096)

    def _give_up_late(self) -> None:
        """Ends what is over its time. Time is counted twice, since on a crowded machine a page may hardly get to run."""
        now = time.monotonic()
        for worker in [worker for worker, running in self._busy.items() if running.deadline <= now]:
            running = self._busy[worker]
            used = worker.processor_seconds() - running.used_before
            idle = used < 0.02 * running.task.seconds * (running.extensions + 1)
            if used < running.task.seconds and not idle and running.extensions < PATIENCE:
                running.deadline = now + running.task.seconds
                running.extensions += 1
                continue
            del self._busy[worker]
            self._lost(worker, running.task, "timeout", now - running.began)

    def _lost(self, worker: WorkerProcess, task: Task, kind: str, seconds: float) -> None:
        """A process is gone: its request is tried once more, alone, or given up."""
        task.context.run(_LOG.warning, "reading process %s on %s: %s", kind, task.request, worker.kill())
        task.attempts += 1
        if task.attempts < ATTEMPTS:
            with self._lock:
                self._waiting.append(task)
        else:
            self._deliver(task, Reply(task.request, kind, seconds=seconds))

    @staticmethod
    def _deliver(task: Task, reply: Reply) -> None:
        if not task.cancelled:
            task.deliver(reply)
