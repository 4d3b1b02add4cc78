"""`hezheng trail`."""

from hezheng import messages, settings
from hezheng.console import console


def verify() -> int:
    """Check the trail against itself and against the heads in the store. 0: intact, 1: broken."""
    from vault.records import open_records
    from vault.records.verifying import verify_trail
    from vault.stores import open_blobs

    chosen = settings.load()
    records = open_records(chosen)
    try:
        verdict = verify_trail(records, open_blobs(chosen))
    finally:
        records.close()
    shown = console()
    for fault in verdict.faults:
        shown.print(messages.TRAIL_FAULT.format(text=fault.message))
    told = messages.TRAIL_BROKEN if verdict.faults else messages.TRAIL_INTACT
    shown.print(told.format(rows=verdict.rows, heads=verdict.heads, faults=len(verdict.faults)))
    return 1 if verdict.faults else 0
