"""How much work waits, as the database has it."""

from collections.abc import Mapping

from dossier.model import Noun


class QueueFigures(Noun):
    """Counts at one moment. Priorities are `interactive` and `batch`."""

    submissions: Mapping[tuple[str, str], int] = {}
    """(state, priority) → submissions."""
    oldest_waiting_seconds: Mapping[str, float] = {}
    """Priority → age of the oldest submission that was received and not taken; 0 where none waits."""
    units: Mapping[str, int] = {}
    """State of a page unit → units."""
