"""How a step tells how far it is."""

from typing import Protocol


class Progress(Protocol):
    """Called with the stage's Chinese name, the units done and the units in all (0: not known yet)."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell."""
        ...


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
    _ = stage, done, total
