"""`hezheng serve` as a process of its own, in a folder of its own."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx

from dossier.principal import Principal, Role
from tests.servers import clean_environment
from vault.records.engine import Database
from vault.records.records import Records

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = "http://127.0.0.1:9/api"
"""A Prefect server that isn't there: the service has no children then, and works all the same."""


PATIENCE = 60


class Served:
    """The process. It can be killed and started again on the same folder."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self._folder = folder
        self._settings = {name.upper(): value for name, value in settings.items()}
        self._process: subprocess.Popen[bytes] | None = None
        self.said = ""
        self.url = ""

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """The process that runs now."""
        assert self._process is not None
        return self._process

    def start(self) -> None:
        """Starts it on any free port and waits until it says where it serves."""
        told = {f"HEZHENG_{name}": value for name, value in self._settings.items()}
        spoken = self._folder / "spoken.txt"
        with spoken.open("w") as stdout:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "hezheng", "serve", "--port", "0"],
                cwd=self._folder,
                env={**clean_environment(), "PYTHONPATH": str(ROOT), **told},
                stdout=stdout,
                stderr=subprocess.DEVNULL,
            )
        try:
            self.url = self._said_url(spoken)
        except BaseException:
            self.kill()
            raise
        self.said = spoken.read_text()

    def _said_url(self, spoken: Path) -> str:
        until = time.monotonic() + PATIENCE
        while (found := re.search(r"http://[\d.]+:\d+", spoken.read_text())) is None or not _answers(
            found[0]
        ):
            assert self.process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        return found[0]

    def kill(self) -> None:
        """Ends it at once (SIGKILL)."""
        self.process.kill()
        self.process.wait()

    def stop(self, seconds: float = 60) -> int:
        """Ends it in order (SIGTERM); what it exits with. TimeoutExpired, with the process killed, where it doesn't."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def token(self, user: str = "applicant", role: Role = Role.APPLICANT) -> str:
        """A token, made over the same records."""
        records = Records(Database(f"sqlite:///{self._folder / 'hezheng-data' / 'hezheng.db'}"))
        try:
            records.put_user("test", Principal(id=user, name=user, role=role))
            return records.add_token("test", user, name="test").secret
        finally:
            records.close()


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/healthz", timeout=2).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
