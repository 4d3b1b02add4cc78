"""A filter of system calls: no sockets, no programs, no other processes, no mounts, nothing that reading never needs.

What is asked for all the same is answered EPERM, so that a library that only tries goes on without. Calls for another
processor's numbering (32 bits, x32) end the process.
"""

import errno
import os
from collections.abc import Callable
from typing import Any

_CLONE_THREAD = 0x00010000

_NETWORK = """
    socket socketpair connect bind listen accept accept4 sendto sendmsg sendmmsg recvfrom recvmsg recvmmsg
    getsockopt setsockopt
"""
_PROGRAMS = "execve execveat fork vfork"
_PROCESSES = """
    ptrace process_vm_readv process_vm_writev process_madvise process_mrelease kcmp pidfd_open pidfd_getfd
    pidfd_send_signal tkill rt_sigqueueinfo rt_tgsigqueueinfo setpriority ioprio_set migrate_pages move_pages
"""
_SYSTEM = """
    mount umount umount2 mount_setattr open_tree move_mount fsopen fsconfig fsmount fspick pivot_root chroot unshare
    setns bpf perf_event_open userfaultfd fanotify_init add_key request_key keyctl io_uring_setup io_uring_enter
    io_uring_register open_by_handle_at name_to_handle_at init_module finit_module delete_module kexec_load
    kexec_file_load reboot swapon swapoff acct quotactl quotactl_fd settimeofday stime clock_settime clock_settime64
    clock_adjtime clock_adjtime64 adjtimex sethostname setdomainname iopl ioperm modify_ldt personality syslog
    vhangup lookup_dcookie nfsservctl
"""
# Landlock knows none of these, truncating only since Linux 6.2; memory that is shared, or that belongs to no process, escapes the limit on data.
_ATTRIBUTES = """
    chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes utimensat utimensat_time64 futimesat
    setxattr lsetxattr fsetxattr setxattrat removexattr lremovexattr fremovexattr removexattrat mknod mknodat
    truncate truncate64
"""
_SHARED = """
    memfd_create memfd_secret shmget shmat shmctl semget semop semtimedop msgget msgsnd msgrcv mq_open mq_unlink
"""
DENIED = f"{_NETWORK} {_PROGRAMS} {_PROCESSES} {_SYSTEM} {_ATTRIBUTES} {_SHARED}".split()
"""Names of system calls; those that a processor doesn't have are passed over."""
_NEWER = {
    "openat2": 437, "mount_setattr": 442, "quotactl_fd": 443, "memfd_secret": 447, "process_mrelease": 448, "fchmodat2": 452,
    "setxattrat": 463, "removexattrat": 466,
}  # fmt: skip
"""Numbers, the same on every processor, of calls that a libseccomp may be too old to know by name."""


def restrict() -> bool:
    """Gives the calls up, for good. False where libseccomp or the kernel's filters aren't there."""
    try:
        _rules().load()
    except (ImportError, RuntimeError, OSError):
        return False
    return True


def _rules() -> Any:  # noqa: ANN401 - pyseccomp's filter
    import pyseccomp

    rules: Any = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    # Without this, kernels before 5.16 slow the whole process down for the sake of its filter.
    rules.set_attr(pyseccomp.Attr.CTL_SSB, 1)
    refused: int = pyseccomp.ERRNO(errno.EPERM)
    argument: Callable[..., Any] = pyseccomp.Arg
    for name in DENIED:
        number: int = _NEWER.get(name, pyseccomp.resolve_syscall(pyseccomp.system_arch(), name))
        if number >= 0:
            rules.add_rule(refused, number)
    # Threads are made by clone; clone3 hides its flags behind a pointer, and glibc does without it.
    rules.add_rule(refused, "clone", argument(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, 0))
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    # To open for reading and cut to nothing at once is a way around the leave to write; openat2 hides its flags too.
    for name, place in (("open", 1), ("openat", 2)):
        if pyseccomp.resolve_syscall(pyseccomp.system_arch(), name) >= 0:
            cutting = argument(place, pyseccomp.MASKED_EQ, os.O_TRUNC | os.O_ACCMODE, os.O_TRUNC)
            rules.add_rule(refused, name, cutting)
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), _NEWER["openat2"])
    for name in ("kill", "tgkill"):
        rules.add_rule(refused, name, argument(0, pyseccomp.NE, os.getpid()))
    rules.add_rule(refused, "prlimit64", argument(0, pyseccomp.NE, 0))
    return rules
