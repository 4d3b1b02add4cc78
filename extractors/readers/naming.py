"""What a reading owes to the name that the file was handed in under: a content is read once, under whatever name."""

from dossier.page import Problem, ProblemCode, Reading
from extractors.readers import messages, sniff


def mislabelled(name: str, media_type: str) -> Problem | None:
    """The problem of a name that promises another type than the content has; None where it doesn't."""
    suffix = sniff.mislabelled_suffix(name, media_type)
    if suffix is None:
        return None
    message = messages.MISLABELLED.format(suffix=suffix, actual=messages.type_name(media_type))
    return Problem(code=ProblemCode.MISLABELLED, message=message, fatal=False)


def under_name(reading: Reading, name: str) -> Reading:
    """The reading as that of a file of this name: whoever read it may have had it under another one."""
    told = mislabelled(name, reading.media_type)
    others = tuple(each for each in reading.problems if each.code is not ProblemCode.MISLABELLED)
    problems = others if told is None else (told, *others)
    return reading if problems == reading.problems else reading.model_copy(update={"problems": problems})
