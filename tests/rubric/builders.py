"""The shipped standard as a plain mapping, to be broken one way at a time."""

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import yaml

from rubric import SHIPPED, RubricError, RubricProblem
from rubric.model import Rubric
from rubric.reader import read

Change = Callable[[dict[str, Any]], None]


@cache
def _shipped() -> dict[str, Any]:
    return yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))


def changed(change: Change) -> Rubric:
    """The standard with a change. Raises RubricError."""
    data = copy.deepcopy(_shipped())
    change(data)
    return read(yaml.safe_dump(data, allow_unicode=True).encode(), "试验.yaml")


def problems(change: Change) -> tuple[RubricProblem, ...]:
    """What is wrong with the standard after a change; empty for nothing."""
    try:
        changed(change)
    except RubricError as error:
        return error.problems
    return ()


def criterion(data: dict[str, Any], identifier: str) -> dict[str, Any]:
    """A criterion of the mapping."""
    return next(one for one in data["criteria"] if one["id"] == identifier)
