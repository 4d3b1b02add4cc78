"""The operators' functions, by the names that the standard uses."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from rubric.operators import Operator
from verifiers.assay import Judgement
from verifiers.matter import Matter

P = TypeVar("P", bound=Operator)

_CHECKS: dict[type[Operator], Callable[[Matter, Any], Judgement]] = {}


def operator(
    parameters: type[P],
) -> Callable[[Callable[[Matter, P], Judgement]], Callable[[Matter, P], Judgement]]:
    """Registers a function for the operator whose parameters it takes. Raises ValueError for a second one."""

    def register(function: Callable[[Matter, P], Judgement]) -> Callable[[Matter, P], Judgement]:
        if parameters in _CHECKS:
            raise ValueError(f"operator {parameters.__name__} is registered twice")
        _CHECKS[parameters] = function
        return function

    return register


def judge(matter: Matter) -> Judgement:
    """What the criterion's operator says of the matter."""
    check = matter.criterion.check
    return _CHECKS[type(check)](matter, check)


def registered() -> Mapping[type[Operator], Callable[[Matter, Any], Judgement]]:
    """Every operator that has a function."""
    return dict(_CHECKS)
