"""What goes wrong: each fault strikes an office once, lasts for a while where it has to, and leaves it to recover."""

from __future__ import annotations

import os
import random
import subprocess
import time
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from flows.deployment import client_of, ensure_deployment
from tests.survive.programs import Clock
from tests.survive.standing import CLOCKED, LEASE_SECONDS, Kind, Office

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

JUMPS = (-10_800, -30, 600, 10_800)
"""Seconds by which clocks jump. Those of hosts that a store knows are corrected soon: it refuses them until then."""
OUTAGE_SECONDS = 2.0
"""How long a server is gone at most, or a disk full."""
COPIES = 3
"""So many triggers come for each submission that is known."""


@dataclass(frozen=True)
class Strike:
    """One fault of a round: after how much progress it comes, and what chance it works with."""

    sort: str
    after: int
    chance: random.Random


def kill_worker(office: Office, chance: random.Random, _: Collection[str]) -> None:
    """SIGKILL to a worker."""
    chance.choice(office.workers).kill()


def kill_serve(office: Office, _: random.Random, __: Collection[str]) -> None:
    """SIGKILL to the process that answers requests."""
    office.programs["serve"].kill()


def kill_prefect(office: Office, _: random.Random, __: Collection[str]) -> None:
    """SIGKILL to the Prefect server."""
    office.programs["prefect"].kill()


def kill_postgres(office: Office, chance: random.Random, _: Collection[str]) -> None:
    """SIGKILL to PostgreSQL; it is started again after a while."""
    assert office.postgres is not None
    office.postgres.kill()
    time.sleep(chance.uniform(0, OUTAGE_SECONDS))
    office.postgres.start()


def kill_store(office: Office, chance: random.Random, _: Collection[str]) -> None:
    """SIGKILL to the object store; it is started again after a while."""
    assert office.store is not None
    office.store.kill()
    time.sleep(chance.uniform(0, OUTAGE_SECONDS))
    office.store.start()


def zombie(office: Office, chance: random.Random, _: Collection[str]) -> None:
    """A worker stands still past the end of its leases, and then goes on as if nothing had been."""
    worker = chance.choice(office.workers)
    worker.hold()
    time.sleep(LEASE_SECONDS * chance.uniform(1.1, 2))
    worker.go_on()


def doubled(office: Office, chance: random.Random, submissions: Collection[str]) -> None:
    """Prefect is told of all submissions again, several times, under no key and in both queues."""
    with suppress(httpx.HTTPError), client_of(office.prefect_url) as client:
        deployment = ensure_deployment(client, office.settings.work_pool)
        for each in submissions:
            for _ in range(COPIES):
                trigger(client, deployment, each, chance.choice(("interactive", "batch")))


def trigger(client: SyncPrefectClient, deployment: object, submission: str, queue: str) -> None:
    """One more flow run over the submission."""
    client.create_flow_run_from_deployment(
        deployment,  # pyright: ignore[reportArgumentType] - the client's own id
        parameters={"submission": submission},
        work_queue_name=queue,
    )


def clock(office: Office, chance: random.Random, _: Collection[str]) -> None:
    """A clock jumps: of the one host, for good, or of one among many, until it is corrected."""
    struck = office.clocks[chance.choice(CLOCKED)]
    struck.set(chance.choice(JUMPS))
    if office.kind == "servers":
        time.sleep(chance.uniform(1, 2 * OUTAGE_SECONDS))
        struck.set(0)


def full_disk(office: Office, chance: random.Random, _: Collection[str]) -> None:
    """The disk that all data lie on is full for a while."""
    place = office.folder / "data"
    stat = os.statvfs(place)
    used = (stat.f_blocks - stat.f_bfree) * stat.f_frsize
    with suppress(subprocess.CalledProcessError):  # more was written in between: it goes on growing
        _resize(place, f"{used // 1024 + 4}k")
    time.sleep(chance.uniform(0.5, OUTAGE_SECONDS))
    _resize(place, ROOM)


SORTS: dict[str, Callable[[Office, random.Random, Collection[str]], None]] = {
    "kill worker": kill_worker,
    "kill serve": kill_serve,
    "kill Prefect": kill_prefect,
    "kill PostgreSQL": kill_postgres,
    "kill store": kill_store,
    "zombie": zombie,
    "doubled": doubled,
    "clock": clock,
    "full disk": full_disk,
}
LOSING = frozenset({"kill worker", "kill PostgreSQL", "zombie", "clock", "full disk"})
"""Faults through which workers lose their leases."""
MOST_LOSING = 2
"""So many of them in one round: pages that have lost three workers are set aside, as they should be."""
ROOM = "2g"


def sorts_of(kind: Kind, *, disk: bool) -> list[str]:
    """The faults that such an office can have on this machine."""
    servers = {"kill PostgreSQL", "kill store"}
    lacking = {"full disk", *servers} if kind == "folder" else {"full disk"}
    if kind == "folder" and disk:
        lacking.discard("full disk")
    if kind == "servers":
        lacking -= servers
    if not Clock.can_be_set:
        lacking.add("clock")
    return [sort for sort in SORTS if sort not in lacking]


def drawn(chance: random.Random, sorts: Collection[str], count: int) -> list[Strike]:
    """A round's faults, with no more of those that cost leases than pages bear."""
    strikes: list[Strike] = []
    losing = 0
    while len(strikes) < count:
        sort = chance.choice([each for each in sorts if losing < MOST_LOSING or each not in LOSING])
        losing += sort in LOSING
        strikes.append(Strike(sort, chance.randint(1, 12), random.Random(chance.getrandbits(32))))
    return strikes


@contextmanager
def small_disk(folder: Path) -> Generator[bool]:
    """Has the folder lie on a disk of its own that can be full. False where this user can't have one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", folder]
    mounted = os.geteuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", folder], capture_output=True, check=True)


def _resize(place: Path, size: str) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", place], capture_output=True, check=True)
