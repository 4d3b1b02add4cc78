"""What the parts of the records have in common."""

from vault.records.engine import Database


class Part:
    """Some of the records' methods. Each is one transaction, with its rows of the trail."""

    def __init__(self, database: Database) -> None:
        self._database = database
