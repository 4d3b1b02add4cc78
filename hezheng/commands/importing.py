"""`hezheng import`: takes an export of the portal into a round."""

import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from flows.importing import Importer, Line, Outcome, told_now, wait_until_verified
from hezheng import messages, settings
from hezheng.commands.auditing import console_principal, opened, told_rounds
from hezheng.commands.verifying import beside, check_folder, check_out
from hezheng.console import console, progress_bar
from hezheng.settings import PRIVATE
from review.audits.manifest import OUTCOMES, render_manifest
from vault.exports import SCHEME, open_export
from vault.originals import Originals
from vault.records import Records

LINES, WORKBOOK = "manifest.jsonl", "manifest.xlsx"


class Office(NamedTuple):
    """Where submissions are handed in."""

    records: Records
    originals: Originals


def import_export(address: str, round: str, out: Path | None, *, wait: bool) -> int:  # noqa: A002 - the round's own name
    """Take each folder and archive as a submission; write manifest.jsonl and .xlsx. 0: all were taken, 1: some were refused."""
    os.umask(PRIVATE)
    chosen = settings.load()
    target = out if out is not None else _default_out(address)
    if address.startswith(SCHEME):
        check_folder(target)
    else:
        check_out(Path(address), target)
    export = open_export(address, chosen)
    principal = console_principal()
    with opened(chosen) as kept, told_rounds(kept.records, round), progress_bar(messages.SUBMISSIONS) as tell:
        office = Office(kept.records, Originals(kept.blobs, chosen.keep_until))
        importer = Importer(office, principal, export, round, settings=chosen)
        entries = importer.entries()
        target.mkdir(parents=True, exist_ok=True)
        lines: list[Line] = []
        with (target / LINES).open("w", encoding="utf-8") as file:
            for line in importer.run(entries, tell):
                lines.append(line)
                file.write(line.model_dump_json() + "\n")
                file.flush()
        (target / WORKBOOK).write_bytes(render_manifest(lines))
        if wait:
            wait_until_verified(kept.records, principal, round, tell)
            lines = [told_now(kept.records, principal, line) for line in lines]
            written = "".join(line.model_dump_json() + "\n" for line in lines)
            (target / LINES).write_text(written, encoding="utf-8")
            (target / WORKBOOK).write_bytes(render_manifest(lines))
    _tell(lines, target)
    return 1 if any(line.outcome is Outcome.REFUSED for line in lines) else 0


def _tell(lines: list[Line], target: Path) -> None:
    shown = console()
    for line in lines:
        if line.outcome is Outcome.REFUSED:
            shown.print(messages.IMPORT_REFUSED.format(entry=line.entry, reason=line.reason))
    counts = Counter(line.outcome for line in lines)
    told = "，".join(
        messages.RESCORE_COUNT.format(name=name, count=counts[outcome]) for outcome, name in OUTCOMES.items()
    )
    shown.print(messages.IMPORTED.format(told=told))
    shown.print(messages.RESULT_LIES.format(path=target / WORKBOOK))


def _default_out(address: str) -> Path:
    """The address with `-import` added: beside the folder, or in the working folder for a bucket."""
    if address.startswith(SCHEME):
        return Path("-".join([*address.removeprefix(SCHEME).strip("/").split("/"), "import"]))
    return beside(Path(address), "-import")
