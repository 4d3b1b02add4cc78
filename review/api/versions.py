"""Versions of a submission as entity tags: `ETag: "3"` in answers, `If-Match: "3"` in requests that change it."""

import re
from typing import Annotated

from fastapi import Header, Response

from dossier.record import SubmissionRecord
from review.api import messages
from review.api.problems import Problem

_TAG = re.compile(r'"(\d{1,9})"')


def version_seen(
    if_match: Annotated[
        str | None, Header(description='申报的版本，即 ETag，例如 "3"', examples=['"3"'])
    ] = None,
) -> int:
    """The version that the client saw. Problems `version-needed` and `invalid`."""
    if if_match is None:
        raise Problem("version-needed", messages.VERSION_MISSING)
    found = _TAG.fullmatch(if_match.strip())
    if found is None:
        raise Problem("invalid", messages.VERSION_BAD.format(value=if_match[:40]))
    return int(found[1])


def tagged(record: SubmissionRecord, response: Response) -> SubmissionRecord:
    """The record, with its version in the answer's ETag."""
    response.headers["ETag"] = f'"{record.version}"'
    return record
