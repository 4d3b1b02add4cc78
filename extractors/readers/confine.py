"""What a reading process gives up before it opens an upload, so that a file that takes it over gains little.

Each measure is tried, and where the system lacks it the others stand: `extractors.readers.trials` tells, from inside
such a process, what can be done all the same. docs/security.md has the whole.
"""

import ctypes
import logging
import os
import resource
import signal
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from extractors.readers import landlock, limits, seccomp

_LOG = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[2]
_ROOMS = ("extractors", "dossier")
_SYSTEM = (
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/usr/share", "/usr/local/share/fonts",
    "/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives", "/etc/mime.types", "/dev/null", "/dev/urandom",
    "/proc/self", "/proc/stat", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices", "/sys/bus/pci",
)  # fmt: skip
"""Libraries, fonts, time zones, types of files, and what numpy and ONNX Runtime ask about the processor."""

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_CAPABILITY_VERSION = 0x20080522
_MAY_READ = 1 << 2
"""CAP_DAC_READ_SEARCH: root may have installed the program where only its owner can look."""

_NETWORK_EVENTS = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
)


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


def confine(inbox: Path, scratch: Path) -> None:
    """Gives up what reading doesn't need. From then on only `inbox` is read and only `scratch` is written.

    To be called before the first thread and before anything large is imported; what was given up doesn't come back.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Root may leave the network alone; others need a user namespace for it, which not every system allows.
    if library.unshare(_CLONE_NEWNET) != 0 and os.getuid() != 0:
        library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    sys.addaudithook(_refuse_network)
    _lower(resource.RLIMIT_DATA, limits.WORKER_DATA_BYTES)
    _lower(resource.RLIMIT_CPU, limits.WORKER_CPU_SECONDS)
    _lower(resource.RLIMIT_NOFILE, limits.WORKER_OPEN_FILES)
    _lower(resource.RLIMIT_FSIZE, limits.WORKER_WRITTEN_BYTES)
    _lower(resource.RLIMIT_CORE, 0)
    _drop_capabilities(library)
    # In this order, for libseccomp is found by a program that Landlock would not let start.
    seccomp.restrict()
    try:
        landlock.restrict(library, readable(inbox), (scratch,))
    except OSError:  # a container or a service manager that lets only some of its calls through
        _LOG.warning("Landlock was refused", exc_info=True)


def readable(inbox: Path) -> Iterator[Path]:
    """What a reading process may look at: the program, its libraries and models, fonts, and its inbox."""
    from extractors.ocr.models import cache_folder

    yield inbox
    yield cache_folder()
    # In a checkout the project's folder may hold submissions and settings: only its rooms are shown.
    yield from (_ROOT / room for room in _ROOMS)
    yield from (Path(path) for path in sys.path if path and Path(path).resolve() != _ROOT)
    yield from (Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    yield Path(sys.base_prefix) / "lib"
    yield from map(Path, _SYSTEM)


def _refuse_network(event: str, _: tuple[object, ...]) -> None:
    """An audit hook: Python code in this process neither asks for addresses nor connects, whatever the system allows."""
    if event in _NETWORK_EVENTS:
        raise PermissionError(f"reading processes have no network ({event})")


def _lower(which: int, value: int) -> None:
    hard = resource.getrlimit(which)[1]
    if hard == resource.RLIM_INFINITY or hard > value:
        resource.setrlimit(which, (value, value))


def _drop_capabilities(library: ctypes.CDLL) -> None:
    """Root's powers, and those that a user namespace gave, but for reading what only its owner may."""
    header, sets = _Header(_CAPABILITY_VERSION, 0), (_Sets * 2)()
    if library.capget(ctypes.byref(header), ctypes.byref(sets)) == 0:
        kept = sets[0].permitted & _MAY_READ
        sets[0], sets[1] = _Sets(kept, kept, 0), _Sets(0, 0, 0)
        library.capset(ctypes.byref(header), ctypes.byref(sets))
