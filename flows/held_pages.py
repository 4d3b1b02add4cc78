"""Pages by their content, of the readings that were asked for last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vault.readings import ReadingStore

if TYPE_CHECKING:
    from dossier.page import Page, Reading

HELD = 200
"""Readings that are held."""


class HeldPages:
    """Gives pages, and holds the readings that they are of."""

    def __init__(self, store: ReadingStore) -> None:
        self._store = store
        self._held: dict[str, Reading | None] = {}

    def __call__(self, sha256: str, number: int) -> Page | None:
        """The page; None: these readers never read it. StoreUnreachableError."""
        if sha256 not in self._held:
            while len(self._held) >= HELD:
                del self._held[next(iter(self._held))]
            self._held[sha256] = self._store.get(sha256)
        reading = self._held[sha256]
        return next((each for each in reading.pages if each.number == number), None) if reading else None
