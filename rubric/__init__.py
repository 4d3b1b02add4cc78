"""The standard as dated data: its reader, its validator, the scorer."""

from rubric.errors import RubricError, RubricProblem
from rubric.model import Criterion, Rubric
from rubric.reader import SHIPPED, load

__all__ = ["SHIPPED", "Criterion", "Rubric", "RubricError", "RubricProblem", "load"]
