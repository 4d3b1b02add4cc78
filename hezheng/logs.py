"""Logs of the service: JSON lines to stderr and to rotating files in the data folder, one schema for everyone.

Our own lines, the libraries' (`logging`) and those of Prefect and uvicorn go the same way. What is bound through
`structlog.contextvars` (`submission`, `request`, `worker`) stands in every line that is written meanwhile, also
in threads that carry the context over. `hezheng.discretion` says what never stands in a line.
"""

import fcntl
import logging
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO
from urllib.parse import unquote, urlsplit

import structlog
from pydantic import SecretStr
from structlog.types import EventDict, WrappedLogger

from dossier.errors import HezhengError
from hezheng.discretion import mask, mask_value
from hezheng.settings import Settings

FILE_BYTES = 20 << 20
FILES_KEPT = 10
"""Rotated files that are kept beside the newest: 220 MB a process at most."""
PROCESSES = 64
"""Processes of one kind that may log into one folder."""
PREFECT = Path(__file__).with_name("prefect-logging.yml")
"""Prefect's loggers without handlers of their own, but for those that send a run's lines to the Prefect server."""
SHORTEST_SECRET = 4
"""Characters; shorter ones stand in other words by chance."""
LOUD = (
    "alembic",
    "httpx",
    "httpcore",
    "urllib3",
    "apscheduler",
    "asyncio",
    "PIL",
    "fontTools",
    "weasyprint",
    "docket",
)
"""Libraries that tell each call; only their warnings are of use. httpx also writes whole addresses."""
RUN_FIELDS = ("flow_run_id", "flow_run_name", "task_run_id", "task_run_name", "worker_name")
"""What Prefect adds to its records, and our lines keep of it."""


def configure(service: str, settings: Settings, stream: TextIO | None = None) -> None:
    """Has this process log as `service`, from now on. To be called before Prefect is imported.

    Where the folder can't be written, lines go to stderr alone, and one of them says so.
    """
    secrets = secrets_of(settings)
    handlers: list[logging.Handler] = [logging.StreamHandler(stream or sys.stderr)]
    trouble: OSError | None = None
    try:
        handlers.append(_file(settings.logs, service))
    except OSError as error:
        trouble = error
    formatter = Formatter(service=service, secrets=secrets)
    for handler in handlers:
        handler.setFormatter(formatter)
    root = logging.getLogger()
    for old in _INSTALLED:
        root.removeHandler(old)
        old.close()
        if isinstance(old, _LockedFile):
            old.give_up()
    _INSTALLED[:] = handlers
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(settings.log_level)
    logging.captureWarnings(capture=True)
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    os.environ.setdefault("PREFECT_LOGGING_SETTINGS_PATH", str(PREFECT))
    log = structlog.get_logger(__name__)
    log.info("begins", version=version("hezheng"))
    if trouble is not None:
        log.warning("logs can't be written to files", reason=str(trouble))


_INSTALLED: list[logging.Handler] = []


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """Secrets that the settings hold, to be taken out of every line wherever they stand."""
    password = urlsplit(settings.database_url or "").password or ""
    held = (getattr(settings, name) for name in Settings.model_fields)
    found = {each.get_secret_value() for each in held if isinstance(each, SecretStr)}
    found |= {password, unquote(password)}
    return tuple(secret for secret in found if len(secret) >= SHORTEST_SECRET)


class Formatter(structlog.stdlib.ProcessorFormatter):
    """A log record, whoever wrote it, as one line of JSON. Prefect's server is given it by `prefect-logging.yml`."""

    def __init__(self, service: str = "prefect", secrets: Sequence[str] = ()) -> None:

        def about(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
            event["timestamp"] = datetime.fromtimestamp(event["_record"].created, UTC).isoformat()
            event["service"] = service
            event["process"] = os.getpid()
            return event

        def discreet(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
            return mask_value(event, secrets)

        super().__init__(
            foreign_pre_chain=[
                structlog.contextvars.merge_contextvars,
                structlog.stdlib.ExtraAdder(allow=RUN_FIELDS),
            ],
            processors=[
                structlog.stdlib.add_logger_name,
                structlog.stdlib.add_log_level,
                about,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _cause,
                structlog.processors.format_exc_info,
                discreet,
                structlog.processors.JSONRenderer(sort_keys=True, ensure_ascii=False),
            ],
        )


def _cause(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Our errors' own words are for people, in Chinese; the log has their English cause."""
    told = event.get("exc_info")
    error = sys.exc_info()[1] if told is True else told[1] if isinstance(told, tuple) else told
    if isinstance(error, HezhengError) and error.cause:
        event.setdefault("cause", error.cause)
    return event


class Discreet(logging.Filter):
    """For handlers that aren't ours, such as Prefect's: takes out of a record what no log may hold."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record pass, its message and traceback masked for all that see it later too."""
        record.msg, record.args = mask(record.getMessage()), None
        if record.exc_info:
            record.exc_text = mask(logging.Formatter().formatException(record.exc_info))
        return True


def _file(folder: Path, service: str) -> RotatingFileHandler:
    """The file of this process: `<service>.jsonl`, or `<service>-2.jsonl` … where others of its kind run.

    Two processes that rotate one file lose lines, so each holds a lock on its own for as long as it lives.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, PROCESSES + 1):
        name = service if number == 1 else f"{service}-{number}"
        lock = os.open(folder / f".{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            continue
        except OSError:
            os.close(lock)
            raise
        return _LockedFile(folder / f"{name}.jsonl", lock)
    raise OSError(f"more than {PROCESSES} processes log into {folder}")


class _LockedFile(RotatingFileHandler):
    """A rotating file with the lock that makes it this process's own."""

    def __init__(self, path: Path, lock: int) -> None:
        super().__init__(path, maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8")
        self._lock_file = lock

    def _open(self) -> TextIOWrapper:
        stream = super()._open()
        os.fchmod(stream.fileno(), 0o640)
        return stream

    def give_up(self) -> None:
        """Leaves the file to others. Not part of `close`: who sets up logging anew closes handlers that live on."""
        os.close(self._lock_file)
