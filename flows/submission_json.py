"""From the bytes of submission.json, or the values of a form, to a checked application."""

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from flows import messages
from flows.errors import ApplicationBrokenError, ApplicationInvalidError
from flows.submission_file import ClaimOnDisk, OrganizationOnDisk, SubmissionOnDisk

Place = tuple[str | int, ...]
"""Where a value stands: names and positions from the outside in, such as ("claims", 2, "points")."""

SHOWN = 2
"""So many mistakes are told in full; the rest are counted."""


def parse(content: bytes, name: str) -> object:
    """The JSON value in `content`. ApplicationBrokenError tells line and column."""
    text = _decode(content, name)
    try:
        return json.loads(text, object_pairs_hook=_once(name))
    except json.JSONDecodeError as error:
        reason = next(
            (told for start, told in messages.JSON_REASONS.items() if error.msg.startswith(start)),
            messages.JSON_REASON_OTHER,
        )
        raise _broken(
            name, error.lineno, error.colno, reason if text.strip() else messages.JSON_EMPTY
        ) from error
    except RecursionError as error:
        raise _broken(name, 1, 1, messages.JSON_REASON_OTHER) from error


def validate(
    value: object, name: str, criteria: Sequence[str], places: Mapping[Place, str] | None = None
) -> SubmissionOnDisk:
    """The application that `value` says. ApplicationInvalidError tells each place that can't be used.

    `criteria` are the ids that the standard knows. `places` gives a form's words for a place; None for JSON.
    """
    mistakes: list[tuple[Place, str]] = []
    application: SubmissionOnDisk | None = None
    try:
        application = SubmissionOnDisk.model_validate(value)
    except ValidationError as error:
        mistakes += [(tuple(each["loc"]), _reason(each["type"], each["input"])) for each in error.errors()]
    misspelt = dict(_misspelt(value, SubmissionOnDisk, ()))
    mistakes = [*misspelt.items(), *((place, told) for place, told in mistakes if place not in misspelt)]
    if application is not None:
        mistakes += _criterion_mistakes(application, criteria, places)
    if application is None or mistakes:
        raise _invalid(mistakes, name, places)
    return application


def _decode(content: bytes, name: str) -> str:
    encodings = ["utf-8-sig", "gb18030"]
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _broken(name, 1, 1, messages.JSON_ENCODING)


def _once(name: str) -> Any:  # noqa: ANN401 - the hook's type is json's
    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, value in items:
            if key in found:
                raise ApplicationBrokenError(
                    messages.JSON_DUPLICATE.format(name=name, key=key),
                    advice=messages.JSON_DUPLICATE_ADVICE,
                    cause=f"duplicate key {key}",
                )
            found[key] = value
        return found

    return pairs


def _broken(name: str, line: int, column: int, reason: str) -> ApplicationBrokenError:
    return ApplicationBrokenError(
        messages.JSON_BROKEN.format(name=name),
        where=messages.JSON_BROKEN_WHERE.format(line=line, column=column, reason=reason),
        advice=messages.JSON_BROKEN_ADVICE,
        cause=f"{name}: line {line}, column {column}",
    )


def _invalid(
    mistakes: Sequence[tuple[Place, str]], name: str, places: Mapping[Place, str] | None
) -> ApplicationInvalidError:
    shown = "；".join(
        messages.INVALID_ONE.format(where=describe(place, places), reason=reason)
        for place, reason in mistakes[:SHOWN]
    )
    if len(mistakes) > SHOWN:
        shown += messages.INVALID_MORE.format(count=len(mistakes) - SHOWN)
    return ApplicationInvalidError(
        messages.INVALID.format(name=name, count=len(mistakes)),
        where=shown,
        advice=messages.INVALID_ADVICE_JSON if places is None else messages.INVALID_ADVICE_FORM,
        cause="; ".join(f"{place}" for place, _ in mistakes),
    )


def describe(place: Place, places: Mapping[Place, str] | None = None) -> str:
    """A place in words: `claims[2].points`, or what a form calls it."""
    for length in range(len(place), 0, -1):
        if places and place[:length] in places:
            return places[place[:length]]
    text = ""
    for part in place:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text or messages.TOP


def _reason(kind: str, value: object) -> str:
    if kind.startswith("datetime") and kind != "datetime_type":
        return messages.REASON_TIME.format(input=_shown(value))
    return messages.REASONS.get(kind, messages.REASON_OTHER).format(input=_shown(value))


def _shown(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return {True: " true", False: " false", None: " null"}[value]
    if isinstance(value, str):
        return f"文字“{value[:20]}”"
    if isinstance(value, float | int):
        return f" {value}"
    return "一组值" if isinstance(value, dict) else "列表"


def _misspelt(value: object, model: type[BaseModel], place: Place) -> Iterator[tuple[Place, str]]:
    """Unknown names that look like a known one that isn't there. Others are left alone."""
    if not isinstance(value, dict):
        return
    entries = cast("dict[str, object]", value)
    absent = [known for known in model.model_fields if known not in entries]
    for key in entries:
        near = get_close_matches(key, absent, n=1, cutoff=0.75)
        if key not in model.model_fields and near:
            yield (*place, near[0]), messages.MISSPELT.format(name=key, near=near[0])
    if model is SubmissionOnDisk:
        yield from _misspelt(entries.get("organization"), OrganizationOnDisk, ("organization",))
        claims = entries.get("claims")
        for index, claim in enumerate(cast("list[object]", claims) if isinstance(claims, list) else []):
            yield from _misspelt(claim, ClaimOnDisk, ("claims", index))


def _criterion_mistakes(
    application: SubmissionOnDisk, criteria: Sequence[str], places: Mapping[Place, str] | None
) -> Iterator[tuple[Place, str]]:
    first: dict[str, Place] = {}
    for index, claim in enumerate(application.claims):
        place: Place = ("claims", index, "criterion")
        if claim.criterion not in criteria:
            near = get_close_matches(claim.criterion, criteria, n=1, cutoff=0.5)
            told = messages.NEAR.format(near=near[0]) if near else ""
            yield place, messages.UNKNOWN_CRITERION.format(input=claim.criterion, near=told)
        elif claim.criterion in first:
            other = describe(first[claim.criterion], places)
            yield place, messages.DUPLICATE_CLAIM.format(criterion=claim.criterion, other=other)
        else:
            first[claim.criterion] = place
