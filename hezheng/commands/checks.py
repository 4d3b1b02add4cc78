"""What a check of `hezheng doctor` gives."""

from typing import NamedTuple


class Check(NamedTuple):
    """One thing that was looked at. `detail` says what is there, or what lacks and what to do."""

    name: str
    fine: bool
    detail: str
