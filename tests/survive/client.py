"""An applicant who tries again until told that a thing was done, and remembers what was told."""

import secrets
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

from tests.survive.material import Material

PATIENCE = 240.0
"""Seconds after which an office that doesn't answer counts as gone for good."""
PAUSE_SECONDS = 0.2
PASSING = frozenset({429, 502, 503, 507})
"""What may go well another time; a request may also still be under way in a process that is dead."""
RUNNING = "idempotency-running"


@dataclass
class Ledger:
    """What the office has said that it has."""

    files: list[tuple[str, str, str]] = field(default_factory=list)
    """Submission, path, SHA-256 of each file that was acknowledged."""
    submitted: dict[str, Material] = field(default_factory=dict)
    """What was handed in, by the number that it was given."""
    answers: Counter[str] = field(default_factory=Counter)
    """How often each status came, and each way in which none came."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, answer: str) -> None:
        """Counts an answer."""
        with self.lock:
            self.answers[answer] += 1


class Applicant:
    """Hands submissions in over HTTP."""

    def __init__(self, url: str, token: str, ledger: Ledger) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        self._client = httpx.Client(base_url=f"{url}/api/v1", headers=headers, timeout=60, trust_env=False)
        self._ledger = ledger

    def close(self) -> None:
        """Closes the connections."""
        self._client.close()

    def hand_in(self, material: Material, *, batch: bool) -> str:
        """Hands a submission in; its number."""
        submission = self.fill(material, batch=batch)
        self.submit(submission)
        with self._ledger.lock:
            self._ledger.submitted[submission] = material
        return submission

    def fill(self, material: Material, *, batch: bool) -> str:
        """Makes a draft and puts its files in; its number."""
        body = {"application": material.application, "batch": batch}
        made = self._ask("POST", "/submissions", json=body, key=secrets.token_hex(8))
        submission = str(made.json()["id"])
        for path, content in material.files.items():
            place = f"/submissions/{submission}/files/{quote(path)}"
            kept = self._ask("PUT", place, content=content).json()
            with self._ledger.lock:
                self._ledger.files.append((submission, path, kept["sha256"]))
        return submission

    def submit(self, submission: str) -> None:
        """Submits it. Where the answer was lost, the move was made once all the same, and the version has gone on."""
        place = f"/submissions/{submission}"
        late = time.monotonic() + PATIENCE
        while True:
            seen = self._ask("GET", place)
            if seen.json()["state"] != "draft":
                return
            headers = {"If-Match": seen.headers["ETag"]}
            answer = self._ask(
                "POST", f"{place}/submit", headers=headers, key=secrets.token_hex(8), fine=(200, 409, 412)
            )
            if answer.status_code == httpx.codes.OK:
                return
            if time.monotonic() > late:
                raise TimeoutError(f"{place}: neither handed in nor refused")

    def _ask(
        self,
        method: str,
        place: str,
        *,
        headers: Mapping[str, str] | None = None,
        key: str | None = None,
        fine: tuple[int, ...] = (200, 201),
        **body: Any,  # noqa: ANN401 - httpx's own
    ) -> httpx.Response:
        """The answer, asked for until there is one that counts. RuntimeError for one that must not be."""
        sent = {**(headers or {}), **({"Idempotency-Key": key} if key else {})}
        late = time.monotonic() + PATIENCE
        while True:
            try:
                answer = self._client.request(method, place, headers=sent, **body)
            except httpx.TransportError as error:
                self._ledger.note(type(error).__name__)
            else:
                self._ledger.note(str(answer.status_code))
                passing = answer.status_code in PASSING or RUNNING in answer.text[:500]
                if not passing and answer.status_code in fine:
                    return answer
                if not passing:
                    raise RuntimeError(f"{method} {place}: {answer.status_code} {answer.text[:1000]}")
            if time.monotonic() > late:
                raise TimeoutError(f"{method} {place}: no answer that counts")
            time.sleep(PAUSE_SECONDS)
