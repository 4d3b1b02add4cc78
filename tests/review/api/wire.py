"""A client that speaks HTTP byte by byte, and breaks off wherever it is told to."""

import random
import socket
import struct
from contextlib import suppress
from urllib.parse import urlsplit

import httpx

HANG_UP = struct.pack("ii", 1, 0)
"""SO_LINGER: closing sends RST and throws away what wasn't sent."""


class Wire:
    """Parts of one upload over raw connections to a server."""

    def __init__(self, url: str, token: str, location: str) -> None:
        self._parts = urlsplit(url)
        self._token = token
        self._location = location
        self._url = url

    def head(self, at: int, length: int, *, complete: bool) -> bytes:
        """The head of a PATCH."""
        return (
            f"PATCH {self._location} HTTP/1.1\r\nHost: {self._parts.netloc}\r\n"
            f"Authorization: Bearer {self._token}\r\nContent-Type: application/partial-upload\r\n"
            f"Upload-Offset: {at}\r\nUpload-Complete: {'?1' if complete else '?0'}\r\n"
            f"Content-Length: {length}\r\n\r\n"
        ).encode()

    def connect(self) -> socket.socket:
        """A connection."""
        return socket.create_connection((self._parts.hostname or "", self._parts.port or 0), timeout=20)

    def send_and_break_off(self, at: int, content: bytes, chance: random.Random) -> None:
        """Begins to send all that is left, and breaks off somewhere: in the head, in the body, or behind it."""
        whole = self.head(at, len(content) - at, complete=True) + content[at:]
        cut = chance.choice([chance.randint(0, 200), chance.randint(0, 400_000), len(whole)])
        with self.connect() as wire:
            try:
                wire.sendall(whole[:cut])
            except (BrokenPipeError, ConnectionResetError):
                return
            if cut >= len(whole) and chance.random() < 0.5:
                # What is left at the end may fit into one buffer, which a server drops with the connection: wait once.
                with suppress(OSError):
                    wire.recv(1)
            elif chance.random() < 0.5:
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, HANG_UP)

    def send_all(self, content: bytes, chance: random.Random) -> None:
        """Sends it to its end over broken connections. AssertionError where what was there is lost, or there is no end."""
        told, cuts = 0, 0
        while (offset := self.offset()) is not None:
            assert offset >= told, "what was told to be there stays there"
            told = offset
            assert cuts < 500
            self.send_and_break_off(offset, content, chance)
            cuts += 1

    def offset(self) -> int | None:
        """Where the upload stands; None where it is over."""
        answer = httpx.head(
            self._url + self._location, headers={"Authorization": f"Bearer {self._token}"}, timeout=20
        )
        if answer.status_code == 404:
            return None
        assert answer.status_code == 204, answer.status_code
        return int(answer.headers["Upload-Offset"])
