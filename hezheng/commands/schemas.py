"""`hezheng schema`."""

import json
import sys
from collections.abc import Callable
from typing import Any

from hezheng import messages
from hezheng.failures import CallError


def _submission() -> dict[str, Any]:
    from flows.submission_file import SubmissionOnDisk

    return SubmissionOnDisk.model_json_schema()


def _report() -> dict[str, Any]:
    from dossier.report import Report

    return Report.model_json_schema(mode="serialization")


def _rubric() -> dict[str, Any]:
    from rubric.model import Standard

    return Standard.model_json_schema()


def _api() -> dict[str, Any]:
    from review.api.app import described

    return described().openapi()


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "submission": _submission,
    "report": _report,
    "rubric": _rubric,
    "api": _api,
}


def schema(name: str) -> int:
    """Print the schema of that name."""
    if name not in SCHEMAS:
        raise CallError(
            messages.UNKNOWN_SCHEMA.format(name=name),
            advice=messages.UNKNOWN_SCHEMA_ADVICE.format(names="、".join(SCHEMAS)),
        )
    sys.stdout.write(json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n")
    return 0
