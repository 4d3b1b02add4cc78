"""Which measures against hostile files hold on this system: asked of a real reading process, which tries them."""

import json
import os
import socket
import tempfile
from pathlib import Path

from extractors.readers import messages
from extractors.readers.errors import ReaderFailed
from extractors.readers.process import PASSED_ON, WorkerProcess
from extractors.readers.trials import Bait, Measure

_PREFIX = "HEZHENG_"
_SECONDS = 60.0


def measures_held() -> dict[Measure, bool]:
    """Each measure, and whether it holds here. Takes a tenth of a second. Raises ReaderFailed where none can be tried."""
    with (
        tempfile.TemporaryDirectory(prefix="hezheng-bait-") as name,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        folder = Path(name)
        file = folder / "somebody-else's"
        file.write_text("secret", encoding="utf-8")
        secrets = [known for known in os.environ if known.startswith(_PREFIX) and known not in PASSED_ON]
        bait = Bait(file=str(file), folder=name, port=server.getsockname()[1], secrets=secrets)
        worker = WorkerProcess()
        try:
            asked = worker.send({"do": "try", "bait": bait}) and worker.connection.poll(_SECONDS)
            answer = worker.receive() if asked else None
        finally:
            log = worker.kill()
    if answer is None:
        raise ReaderFailed(messages.MEASURES_UNKNOWN) from ChildProcessError(log)
    told: dict[str, bool] = json.loads(answer[1])
    return {measure: told[measure.value] for measure in Measure}
