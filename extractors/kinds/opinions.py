"""A form's box for an authority's opinion: `审批机关意见 | 同意。 某某总工会（章） 2024年5月6日`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.fields import Field
from extractors.text import Text
from extractors.values import Value, body_of, dates, is_body

_LEAD = re.compile(r"^(?:[^。]{0,20}(?:意见|同意[^。：:]{0,12})[。：:])?")


def signed(fields: Iterable[Field]) -> tuple[Text | None, Value[str] | None]:
    """The body and the day in the last boxes for an opinion that have them: a label broken over rows makes two boxes."""
    body: Text | None = None
    day: Value[str] | None = None
    for field in fields:
        if field.name == "opinion":
            found, when = _signature(field)
            body, day = found or body, when or day
    return body, day


def _signature(field: Field) -> tuple[Text | None, Value[str] | None]:
    """The body that signed in the box and the day under it; None for what isn't there."""
    body: Text | None = None
    day: Value[str] | None = None
    for match in re.finditer(r"[^\n\t]+", field.text.string):
        line = field.text[match.start() : match.end()].compact
        found = next((each for each in dates(line) if len(each.value) > len("2024")), None)
        if found is not None:
            day = found
            line = line[: line.string.find(found.text.string)]
        lead = _LEAD.match(line.string)
        name = body_of(line[lead.end() :] if lead else line)
        if is_body(name.string):
            body = name
    return body, day
