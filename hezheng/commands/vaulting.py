"""`hezheng vault`."""

from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hezheng import messages, settings
from hezheng.console import console
from hezheng.failures import CallError

if TYPE_CHECKING:
    from vault.checking import Fault
    from vault.records.naming import Named

FAULTY = 1
"""Exit code where something is at fault."""
MEGABYTE = 1_000_000


def check() -> int:
    """Read all originals and reports again. 0: all are there and as they came, 1: some aren't."""
    from vault import checking, originals, report_files
    from vault.records import naming, open_records
    from vault.stores import open_blobs

    chosen = settings.load()
    store = open_blobs(chosen)
    with closing(open_records(chosen)) as records:
        # contents are put before records name them: named first, none that comes later is told as missing
        files, members = naming.handed_in(records.database), naming.in_reports(records.database)
        reports = naming.report_files(records.database)
    shown = console()
    faulty: set[str] = set()
    unknown = 0
    for kind, expected, known in ((originals.KIND, files, members), (report_files.KIND, reports, [])):
        names = _by_hash([*expected, *known])
        hashes = {each.sha256 for each in expected}
        for fault in checking.check(store, kind, hashes, known=names):
            if fault.code is checking.FaultCode.UNKNOWN:
                unknown += 1
                continue
            faulty.add(fault.sha256)
            for line in _lines(fault, names):
                shown.print(line)
    count = len({each.sha256 for each in (*files, *reports)})
    told = messages.VAULT_FAULTY if faulty else messages.VAULT_SOUND
    shown.print(told.format(faults=len(faulty), count=count))
    if unknown:
        shown.print(messages.VAULT_UNKNOWN.format(count=unknown))
    return FAULTY if faulty else 0


def copy(source: str | None, target: str | None) -> int:
    """Copy all that is kept. 0: all is there now, 1: something could not be copied."""
    from vault import copying
    from vault.stores import open_address, open_blobs

    if source == target:
        place = source or messages.VAULT_SETTINGS
        raise CallError(messages.VAULT_SAME.format(place=place), advice=messages.VAULT_SAME_ADVICE)
    if source is not None and "://" not in source and not Path(source).is_dir():
        raise CallError(messages.VAULT_NO_FOLDER.format(path=source), advice=messages.VAULT_NO_FOLDER_ADVICE)
    chosen = settings.load()
    stores = [open_blobs(chosen) if each is None else open_address(each, chosen) for each in (source, target)]
    shown = console()
    counts: Counter[tuple[str, copying.Outcome]] = Counter()
    sizes: Counter[str] = Counter()
    for done in copying.copy(*stores):
        kind = done.key.partition("/")[0]
        counts[kind, done.outcome] += 1
        if done.outcome is copying.Outcome.COPIED:
            sizes[kind] += done.size
        if told := messages.VAULT_COPY_FAULTS.get(done.outcome):
            shown.print(told.format(key=done.key))
    for kind, name in messages.VAULT_KINDS.items():
        shown.print(
            messages.VAULT_COPIED.format(
                kind=name,
                copied=counts[kind, copying.Outcome.COPIED],
                megabytes=sizes[kind] / MEGABYTE,
                there=counts[kind, copying.Outcome.THERE],
            )
        )
    faults = sum(count for (_, outcome), count in counts.items() if outcome in messages.VAULT_COPY_FAULTS)
    shown.print(messages.VAULT_COPY_FAULTY.format(count=faults) if faults else messages.VAULT_COPY_DONE)
    return FAULTY if faults else 0


def _by_hash(named: "list[Named]") -> "dict[str, list[Named]]":
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for each in dict.fromkeys(named):
        found[each.sha256].append(each)
    return found


def _lines(fault: "Fault", names: "dict[str, list[Named]]") -> list[str]:
    """A line for each submission and path that has the content."""
    line = messages.VAULT_FAULTS[fault.code]
    unnamed = (fault.sha256, messages.VAULT_UNNAMED, messages.VAULT_UNNAMED)
    return [
        line.format(path=path, submission=submission, sha256=sha256, found=fault.found)
        for sha256, submission, path in names.get(fault.sha256) or [unnamed]
    ]
