"""Sets work going when a submission came in: wakes a thread that tells Prefect. Nothing depends on it but speed."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from vault.records import Records

_LOG = logging.getLogger(__name__)


class PrefectSettings(Protocol):
    """What has to be known of the settings."""

    @property
    def prefect_api_url(self) -> str | None:
        """Address of the Prefect server; None where there is none to be told."""
        ...

    @property
    def work_pool(self) -> str:
        """Work pool whose workers verify kept submissions."""
        ...


class Trigger:
    """Call it with the id of a submission that was handed in. It returns at once and never fails.

    Its thread imports Prefect, and announces whatever waits: what is missed here, the reconcilers find.
    """

    def __init__(self, records: Records, settings: PrefectSettings) -> None:
        self._records = records
        self._settings = settings
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._thread: threading.Thread | None = None

    def __call__(self, submission: str) -> None:
        """Has the submission announced soon."""
        if self._settings.prefect_api_url is None:
            _LOG.warning("no Prefect server is named: %s waits until one is", submission)
            return
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._run, args=(self._settings.prefect_api_url,), name="trigger", daemon=True
                )
                self._thread.start()
        self._woken.set()

    def _run(self, url: str) -> None:
        from flows.announcing import Announcer, PrefectUnreachableError

        announcer = Announcer(self._records, url, self._settings.work_pool)
        while True:
            self._woken.wait()
            self._woken.clear()
            try:
                announcer.announce()
            except PrefectUnreachableError as error:
                _LOG.warning("%s can't be reached: a reconciler will announce what waits", error)
            except Exception:  # noqa: BLE001 - the thread is needed for the next submission
                _LOG.exception("announcing failed: a reconciler will do it")
