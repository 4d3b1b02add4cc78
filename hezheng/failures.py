"""The one place where an error becomes lines for the person and an exit code. No traceback is shown."""

import errno
import re
import traceback
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from typer.exceptions import TyperException

from dossier.errors import HezhengError
from hezheng import messages

ROOMS = {"dossier", "rubric", "extractors", "verifiers", "audit", "vault", "flows", "review", "hezheng"}
UNUSABLE = 2
INTERRUPTED = 130
LINES = 3


class Failure(NamedTuple):
    """What the person is told, and what the program exits with."""

    lines: tuple[str, ...]
    exit_code: int


class CallError(HezhengError):
    """The command was called with something that can't be used."""


def failure_of(error: BaseException, logs: Path) -> Failure:
    """The failure that an error amounts to. One that nobody foresaw is written into the folder `logs`."""
    if isinstance(error, HezhengError):
        return Failure(error.lines[:LINES], error.exit_code)
    if isinstance(error, TyperException):
        return Failure(_call(error), UNUSABLE)
    if isinstance(error, KeyboardInterrupt):
        return Failure((messages.INTERRUPTED,), INTERRUPTED)
    if isinstance(error, MemoryError):
        return Failure((messages.NO_MEMORY, messages.NO_MEMORY_ADVICE), UNUSABLE)
    if type(error).__module__.partition(".")[0] in ROOMS and str(error):
        return Failure(tuple(str(error).splitlines())[:LINES], int(getattr(error, "exit_code", UNUSABLE)))
    if isinstance(error, OSError) and error.filename is not None:
        return Failure(_system(error), UNUSABLE)
    return Failure(_unexpected(error, logs), UNUSABLE)


def _call(error: TyperException) -> tuple[str, ...]:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "hezheng"
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    names = (
        getattr(parameter, "metavar", ""),
        getattr(parameter, "name", ""),
        getattr(error, "option_name", ""),
    )
    name = next((each for each in names if each), "")
    if kind == "NoArgsIsHelpError":
        return ()  # the help has been shown
    if kind == "MissingParameter":
        what = messages.MISSING_ARGUMENT.format(name=name)
    elif kind == "NoSuchOption":
        what = messages.NO_SUCH_OPTION.format(name=name)
    elif kind == "BadParameter":
        what = messages.BAD_VALUE.format(name=name)
    elif unknown := re.match(r"No such command '(.*?)'", error.message):
        what = messages.NO_SUCH_COMMAND.format(name=unknown[1])
    else:
        what = messages.BAD_CALL.format(detail=error.message)
    return what, messages.CALL_ADVICE.format(command=command)


def _system(error: OSError) -> tuple[str, ...]:
    path = error.filename
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return messages.NO_PERMISSION.format(path=path), messages.NO_PERMISSION_ADVICE
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return messages.NO_SPACE.format(path=path), messages.NO_SPACE_ADVICE
    return messages.FILE_TROUBLE.format(path=path), messages.FILE_TROUBLE_ADVICE.format(reason=error.strerror)


def _unexpected(error: BaseException, logs: Path) -> tuple[str, ...]:
    what = messages.UNEXPECTED.format(kind=type(error).__name__)
    now = datetime.now().astimezone()
    target = logs / f"error-{now:%Y%m%d-%H%M%S}.log"
    told = "".join(traceback.format_exception(error))
    try:
        logs.mkdir(parents=True, exist_ok=True)
        with target.open("a", encoding="utf-8") as stream:
            stream.write(f"{now.isoformat()}\n{told}\n")
    except OSError:
        detail = " ".join(str(error).split())[:200]
        return what, messages.UNEXPECTED_NO_LOG.format(detail=detail)
    return what, messages.UNEXPECTED_WHERE.format(path=target), messages.UNEXPECTED_ADVICE
