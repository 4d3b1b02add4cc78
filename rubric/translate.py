"""pydantic's complaints about a rubric, told by rule and in Chinese."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rubric import messages
from rubric.errors import RubricProblem

_WORDS = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项，可能拼写有误",
    "enum": "不在允许的取值之中",
    "literal_error": "不在允许的取值之中",
    "string_type": "应为文本，数字请加引号",
    "string_pattern_mismatch": "格式不对",
    "string_too_short": "不能为空",
    "float_type": "应为数字",
    "int_type": "应为整数",
    "int_from_float": "应为整数",
    "bool_type": "应为 true 或 false",
    "date_from_datetime_parsing": "应为日期，如 2023-01-01",
    "date_parsing": "应为日期，如 2023-01-01",
    "date_type": "应为日期，如 2023-01-01",
    "greater_than_equal": "数值过小",
    "greater_than": "数值过小",
    "less_than_equal": "数值过大",
    "too_short": "不能为空",
    "tuple_type": "应为列表",
    "dict_type": "应为键值表",
    "model_type": "应为键值表",
    "model_attributes_type": "应为键值表",
}

_RULES = {
    "code and severity stand together": "code 与 severity 须同时填写",
    "a contradiction needs a code, so that it is told": "verdict 为 contradicted 时必须有 code",
    "what isn't decided against the applicant weighs minor at most": (
        "verdict 为 supported、uncertain、unreadable 时 severity 只能是 minor 或 info"
    ),
    "until lies before since": "until 早于 since",
}


def schema_problems(error: ValidationError, data: Mapping[str, Any]) -> tuple[RubricProblem, ...]:
    """One problem for each complaint, in the file's order."""
    return tuple(_problem(detail, data) for detail in error.errors())


def _problem(detail: ErrorDetails, data: Mapping[str, Any]) -> RubricProblem:
    rule, path = _locate(detail["loc"], data)
    cause = f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}"
    if detail["type"] in {"union_tag_invalid", "union_tag_not_found"}:
        context = detail.get("ctx", {})
        known = str(context.get("expected_tags", "")).replace("'", "")
        what, fix = messages.unknown_operator(str(context.get("tag", "")), known)
    else:
        what, fix = messages.bad_field(path, _words(detail))
    return RubricProblem(rule, what, fix, cause, location=tuple(detail["loc"]))


def _words(detail: ErrorDetails) -> str:
    if detail["type"] == "value_error":
        return _RULES.get(str(detail.get("ctx", {}).get("error", "")), detail["msg"])
    return _WORDS.get(detail["type"], detail["msg"])


def _locate(location: Sequence[int | str], data: Mapping[str, Any]) -> tuple[str | None, str]:
    """The rule's id where the place lies in one, and the rest of the path."""
    match location:
        case ["criteria", int() as index, *rest]:
            rule = data["criteria"][index]
            identifier = rule.get("id") if isinstance(rule, Mapping) else None  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
            return str(identifier or f"第 {index + 1} 条"), ".".join(map(str, rest)) or "criteria"  # pyright: ignore[reportUnknownArgumentType]
        case _:
            return None, ".".join(map(str, location)) or "文件"
