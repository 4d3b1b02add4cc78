"""A rubric from its YAML file. What doesn't add up is refused with every fault named."""

import hashlib
import json
from collections.abc import Hashable
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from rubric import messages
from rubric.errors import RubricError, RubricProblem
from rubric.model import Rubric
from rubric.translate import schema_problems
from rubric.validator import problems_of

SHIPPED = Path(__file__).parent / "standards" / "jiangsu-2023.yaml"
"""The standard that the product ships with."""


def load(path: Path | str | None = None) -> Rubric:
    """The rubric of a file; the shipped one for None. Raises RubricError, which holds every fault."""
    source = SHIPPED if path is None else Path(path)
    return read(read_bytes(source), str(source))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises RubricError."""
    try:
        return path.read_bytes()
    except OSError as error:
        what, fix = messages.unreadable_file(str(path))
        raise RubricError(str(path), (RubricProblem(None, what, fix, str(error)),)) from error


def read(content: bytes, source: str) -> Rubric:
    """The rubric of a file's bytes; `source` names the file in errors. Raises RubricError."""
    data = _parse(content, source)
    data["sha256"] = hashlib.sha256(content).hexdigest()
    try:
        text = json.dumps(data, default=_plain, ensure_ascii=False)
    except (ValueError, TypeError) as error:
        what, fix = messages.not_yaml("")
        raise RubricError(source, (RubricProblem(None, what, fix, str(error)),)) from error
    try:
        rubric = Rubric.model_validate_json(text)
    except ValidationError as error:
        raise RubricError(source, schema_problems(error, data)) from error
    problems = problems_of(rubric)
    if problems:
        raise RubricError(source, problems)
    return rubric


class _DuplicateKeyError(yaml.MarkedYAMLError):
    """A mapping holds a key twice."""

    def __init__(self, key: str, mark: yaml.Mark) -> None:
        super().__init__(problem=f"duplicate key {key!r}", problem_mark=mark)
        self.key = key


LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader of libyaml, seven times as fast, where it was built in."""


class _Loader(LOADER):
    """YAML without silent overwriting: a key that stands twice is a fault."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        """The mapping; raises _DuplicateKeyError."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key must be plain text", problem_mark=key.start_mark)
            if key.value in seen:
                raise _DuplicateKeyError(str(key.value), key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def _parse(content: bytes, source: str) -> dict[str, Any]:
    try:
        data = yaml.load(content, _Loader)  # noqa: S506 - a subclass of SafeLoader
    except _DuplicateKeyError as error:
        what, fix = messages.duplicate_key(error.key, _place(error))
        raise RubricError(source, (RubricProblem(None, what, fix, str(error)),)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        what, fix = messages.not_yaml(_place(error))
        raise RubricError(source, (RubricProblem(None, what, fix, str(error)),)) from error
    if not isinstance(data, dict):
        what, fix = messages.not_yaml("")
        raise RubricError(source, (RubricProblem(None, what, fix, "the document is not a mapping"),))
    return data  # pyright: ignore[reportUnknownVariableType]


def _place(error: Exception) -> str:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return "" if mark is None else f"第 {mark.line + 1} 行第 {mark.column + 1} 列"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a rubric can't hold a {type(value).__name__}")
