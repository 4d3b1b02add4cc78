"""Migrations of the records, run by vault/records/migrating.py when a database is opened."""
