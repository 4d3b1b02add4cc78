"""`hezheng serve` as a process: killed in the middle of uploads, stopped in order, and with its children."""

import hashlib
import os
import random
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import psutil
import pytest

from hezheng import cli, settings
from hezheng.commands.serving import listen
from tests.hezheng.served import NOWHERE, Served
from tests.review.api.wire import Wire


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A service without children."""
    served = Served(tmp_path, prefect_api_url=NOWHERE)
    served.start()
    yield served
    if served.process.poll() is None:
        served.kill()


def _client(served: Served, token: str) -> httpx.Client:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.Client(base_url=f"{served.url}/api/v1", headers=headers, timeout=30)


def _announce(client: httpx.Client, content: bytes) -> tuple[str, str]:
    submission = client.post("/submissions", json={"round": "2026"}).json()["id"]
    body = {"path": "a.pdf", "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    return submission, client.post(f"/submissions/{submission}/files", json=body).json()["location"]


def test_a_service_that_is_killed_again_and_again_loses_no_byte_that_it_told(served: Served) -> None:
    chance = random.Random(7)
    content = chance.randbytes(24_000_000)
    token = served.token()
    with _client(served, token) as client:
        submission, location = _announce(client, content)
    told = 0
    for _ in range(5):
        wire = Wire(served.url, token, location)
        offset = wire.offset()
        assert offset is not None
        assert offset >= told
        with wire.connect() as sending:
            sending.sendall(wire.head(offset, len(content) - offset, complete=True))
            part = chance.randint(500_000, 4_000_000)
            killer = threading.Timer(chance.uniform(0.01, 0.2), served.process.kill)
            killer.start()
            with suppress(OSError):  # the service is dead: that is what happens here
                sending.sendall(content[offset : offset + part])
            killer.join()
        served.process.wait()
        told = offset
        served.start()
    wire = Wire(served.url, token, location)
    offset = wire.offset()
    assert offset is not None
    assert 0 < offset < len(content), "some of it came, and the service died in between"
    with _client(served, token) as client:
        part = {"Content-Type": "application/partial-upload", "Upload-Offset": str(offset)}
        place = location.removeprefix("/api/v1")
        assert client.patch(place, content=content[offset:], headers=part).status_code == 200
        fetched = client.get(f"/submissions/{submission}/files/a.pdf").content
    assert hashlib.sha256(fetched).digest() == hashlib.sha256(content).digest()


def test_a_request_under_way_ends_before_the_service_does(served: Served) -> None:
    content = b"x" * 1_000_000
    token = served.token()
    with _client(served, token) as client:
        submission, location = _announce(client, content)
    wire = Wire(served.url, token, location)
    with wire.connect() as sending:
        sending.sendall(wire.head(0, len(content), complete=True) + content[:400_000])
        time.sleep(0.3)
        served.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        assert served.process.poll() is None
        sending.sendall(content[400_000:])
        answer = sending.recv(100_000)
    assert b" 200 " in answer.splitlines()[0]
    assert served.process.wait(20) == 0
    served.start()
    with _client(served, token) as client:
        assert len(client.get(f"/submissions/{submission}/files").json()) == 1


def test_a_client_that_waits_does_not_hold_up_the_end(served: Served) -> None:
    token = served.token()
    answers: list[httpx.Response] = []
    with _client(served, token) as client:
        submission = client.post("/submissions", json={"round": "2026"}).json()["id"]

        def wait() -> None:
            query = {"wait": 50, "since": 1}
            answers.append(client.get(f"/submissions/{submission}/status", params=query, timeout=60))

        thread = threading.Thread(target=wait)
        thread.start()
        time.sleep(0.5)
        began = time.monotonic()
        assert served.stop() == 0
        assert time.monotonic() - began < 15
        thread.join()
    assert [answer.status_code for answer in answers] == [200]


def test_the_first_start_tells_how_to_make_a_token(served: Served) -> None:
    assert "hezheng token create" in served.said
    served.token()
    assert served.stop() == 0
    served.start()
    assert "hezheng token create" not in served.said


def test_an_address_that_is_taken_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    settings.load.cache_clear()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert cli.run(["serve", "--port", str(port)]) == 2
    told = capsys.readouterr().err.splitlines()[-2:]
    assert f"127.0.0.1:{port}" in told[0]
    assert "--port" in told[1]
    settings.load.cache_clear()


def test_answers_are_not_held_back_to_be_sent_together() -> None:
    """asyncio switches Nagle's algorithm off for connections whose protocol is named."""
    with listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.proto == socket.IPPROTO_TCP


def _words(process: psutil.Process) -> str:
    """Its command line; nothing where it has just ended."""
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""


@pytest.mark.slow
def test_alone_it_keeps_a_prefect_server_and_a_worker_and_ends_with_them(tmp_path: Path) -> None:
    served = Served(tmp_path)
    served.start()
    try:
        family = psutil.Process(served.process.pid)

        def named(word: str) -> list[psutil.Process]:
            return [each for each in family.children() if word in _words(each)]

        until = time.monotonic() + 60
        while not (named("server") and named("worker")):
            assert time.monotonic() < until
            time.sleep(0.1)
        first = named("worker")[0]
        os.kill(first.pid, signal.SIGKILL)
        while not any(each.pid != first.pid for each in named("worker")):
            assert time.monotonic() < until
            time.sleep(0.1)
        everyone = family.children(recursive=True)
        assert served.stop(90) == 0
        _, alive = psutil.wait_procs(everyone, timeout=20)
        assert not [each for each in alive if each.is_running() and each.status() != psutil.STATUS_ZOMBIE]
    finally:
        if served.process.poll() is None:
            served.kill()
