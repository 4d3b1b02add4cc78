"""Fixtures for all tests."""

from tests.servers import object_store, postgres

__all__ = ["object_store", "postgres"]
