"""An import that is killed: `python -m tests.flows.killed_import DATA EXPORT ADDED` ends itself after so many documents."""

import os
import signal
import sys
from pathlib import Path

from dossier.principal import Principal
from dossier.record import KeptDocument
from flows.importing import Importer
from flows.progress import silent
from tests.flows.office import OFFICER, Office
from vault.exports import FolderExport
from vault.records import Records


def main() -> None:
    """Imports until it is killed."""
    data, export, most = sys.argv[1:]
    added, add = 0, Records.add_document

    def counted(
        self: Records, principal: Principal, submission: str, path: str, *, sha256: str, size: int
    ) -> KeptDocument:
        nonlocal added
        added += 1
        if added > int(most):
            os.kill(os.getpid(), signal.SIGKILL)
        return add(self, principal, submission, path, sha256=sha256, size=size)

    Records.add_document = counted
    office = Office.open(Path(data))
    importer = Importer(office, OFFICER, FolderExport(Path(export)), "2026", settings=office.settings)
    list(importer.run(importer.entries(), silent))


if __name__ == "__main__":
    main()
