"""The standard as dated data: its reader, its validator, the scorer."""

from rubric.checking import CheckResult, check
from rubric.errors import RubricError, RubricProblem
from rubric.model import Criterion, Rubric, Standard
from rubric.reader import SHIPPED, load, read_bytes
from rubric.scorer import score
from rubric.show import show

__all__ = [
    "SHIPPED",
    "CheckResult",
    "Criterion",
    "Rubric",
    "RubricError",
    "RubricProblem",
    "Standard",
    "check",
    "load",
    "read_bytes",
    "score",
    "show",
]
