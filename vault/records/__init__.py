"""The records: where each submission stands, in SQLite or PostgreSQL."""

from vault.records.records import Records, open_records

__all__ = ["Records", "open_records"]
