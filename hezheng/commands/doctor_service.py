"""What `hezheng doctor` finds out about the parts that the service works with: database, store, Prefect, workers."""

import os
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import version
from typing import Any, NamedTuple

import httpx

from dossier.errors import HezhengError
from hezheng import messages
from hezheng.commands.checks import Check
from hezheng.settings import Settings
from vault.records import Records
from vault.records.errors import RecordsError

SECONDS = 5.0
"""How long a server is waited for."""
SKEW_SECONDS = 5.0
"""By how much clocks may differ. Leases go by the database's alone; signed requests to a store bear 15 minutes."""


def service_checks(chosen: Settings) -> Iterator[Check]:
    """All of them. A part that isn't configured is embedded, which is told."""
    clocks: dict[str, float] = {}
    yield _database(chosen, clocks)
    yield from _in_force(chosen)
    yield _store(chosen, clocks)
    if clocks:
        yield _clocks(clocks)
    yield from _prefect(chosen)


def _database(chosen: Settings, clocks: dict[str, float]) -> Check:
    from vault.records.looking import look

    try:
        seen = look(chosen.records_url)
    except HezhengError as error:
        return Check(messages.CHECK_DATABASE, fine=False, detail=_told(error))
    if chosen.database_url is not None:
        clocks[messages.CHECK_DATABASE] = seen.ahead_seconds
    if not seen.exists:
        return Check(
            messages.CHECK_DATABASE, fine=True, detail=messages.DATABASE_NOT_YET.format(place=seen.place)
        )
    if not seen.known:
        told = messages.DATABASE_TOO_NEW.format(found=seen.revision, newest=seen.newest)
        return Check(messages.CHECK_DATABASE, fine=False, detail=told)
    if seen.read_only:
        told = messages.DATABASE_READ_ONLY.format(place=seen.place)
        return Check(messages.CHECK_DATABASE, fine=False, detail=told)
    if seen.revision is not None and seen.revision != seen.newest:
        told = messages.DATABASE_BEHIND.format(found=seen.revision, newest=seen.newest)
        return Check(messages.CHECK_DATABASE, fine=False, detail=told)
    told = messages.DATABASE_FINE.format(place=seen.place, revision=seen.revision or messages.DATABASE_EMPTY)
    return Check(messages.CHECK_DATABASE, fine=True, detail=told)


def _in_force(chosen: Settings) -> Iterator[Check]:
    """Whether what the office put in force can be used; nothing where the records can't be opened as they are."""
    from flows.in_force import today
    from vault.records import open_records
    from vault.records.looking import look

    try:
        seen = look(chosen.records_url)
        if not seen.exists or seen.read_only or seen.revision != seen.newest:
            return
        with closing(open_records(chosen)) as records:
            if records.standard_on(today()) is None and not records.correction_lists():
                return
            yield _used(records, chosen)
    except RecordsError:
        return  # said of the database already


def _used(records: Records, chosen: Settings) -> Check:
    from flows import in_force

    try:
        standard = in_force.standard_on(records, chosen.rubric, in_force.today())
    except HezhengError as error:
        return Check(messages.CHECK_IN_FORCE, fine=False, detail=_told(error))
    found = in_force.corrections_now(records, chosen)
    if found.refused:
        return Check(messages.CHECK_IN_FORCE, fine=False, detail=found.refused[0].text)
    told = messages.IN_FORCE.format(
        version=standard.version, digest=standard.sha256[:12], rows=len(found.rows)
    )
    return Check(messages.CHECK_IN_FORCE, fine=True, detail=told)


def _store(chosen: Settings, clocks: dict[str, float]) -> Check:
    from vault.trying import ahead_seconds, try_store

    try:
        tried = try_store(chosen)
    except HezhengError as error:
        return Check(messages.CHECK_STORE, fine=False, detail=_told(error))
    if chosen.s3_endpoint is not None:
        ahead = ahead_seconds(chosen)
        if ahead is not None:
            clocks[messages.CHECK_STORE] = ahead
    if tried.locks is False:
        return Check(
            messages.CHECK_STORE, fine=False, detail=messages.STORE_NO_LOCK.format(place=tried.place)
        )
    told = messages.STORE_FINE if tried.locks is None else messages.STORE_FINE_LOCKS
    return Check(messages.CHECK_STORE, fine=True, detail=told.format(place=tried.place))


def _clocks(clocks: dict[str, float]) -> Check:
    told = "，".join(messages.CLOCK.format(name=name, seconds=seconds) for name, seconds in clocks.items())
    if any(abs(seconds) > SKEW_SECONDS for seconds in clocks.values()):
        return Check(messages.CHECK_CLOCKS, fine=False, detail=messages.CLOCK_SKEW.format(told=told))
    return Check(messages.CHECK_CLOCKS, fine=True, detail=told)


class _Answer(NamedTuple):
    status: int
    body: Any


def _prefect(chosen: Settings) -> Iterator[Check]:
    if chosen.prefect_api_url is None:
        yield Check(messages.CHECK_PREFECT, fine=True, detail=messages.PREFECT_EMBEDDED)
        return
    url = chosen.prefect_api_url.rstrip("/")
    ours = version("prefect")
    try:
        theirs = _ask("GET", f"{url}/admin/version").body
        workers = _ask("POST", f"{url}/work_pools/{chosen.work_pool}/workers/filter")
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        told = messages.PREFECT_UNREACHABLE.format(url=url, reason=type(error).__name__)
        yield Check(messages.CHECK_PREFECT, fine=False, detail=told)
        return
    if theirs != ours:
        told = messages.PREFECT_OTHER_VERSION.format(url=url, theirs=theirs, ours=ours)
        yield Check(messages.CHECK_PREFECT, fine=False, detail=told)
    else:
        yield Check(
            messages.CHECK_PREFECT, fine=True, detail=messages.PREFECT_FINE.format(url=url, version=ours)
        )
    yield _workers(chosen, workers)


def _workers(chosen: Settings, answer: _Answer) -> Check:
    known: list[dict[str, Any]] = answer.body if answer.status == httpx.codes.OK else []
    alive = sum(each.get("status") == "ONLINE" for each in known)
    told = messages.WORKERS_FINE.format(count=alive) if alive else messages.WORKERS_NONE
    return Check(messages.CHECK_WORKERS, fine=alive > 0, detail=told.format(pool=chosen.work_pool))


def _ask(method: str, url: str) -> _Answer:
    """Answers that aren't JSON raise ValueError: whatever is there is no Prefect server."""
    user, colon, password = os.environ.get("PREFECT_API_AUTH_STRING", "").partition(":")
    with httpx.Client(timeout=SECONDS, auth=(user, password) if colon else None) as client:
        found = client.request(method, url, json={} if method == "POST" else None)
    if found.is_server_error or found.status_code == httpx.codes.UNAUTHORIZED:
        found.raise_for_status()
    return _Answer(found.status_code, found.json())


def _told(error: HezhengError) -> str:
    return " ".join(error.lines)
