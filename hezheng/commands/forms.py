"""`hezheng form`."""

from pathlib import Path

from flows.form_template import write_forms
from hezheng import messages, settings
from hezheng.console import console


def form(out: Path) -> int:
    """Write the empty forms of the standard in force and say where they lie."""
    import rubric

    shown = console()
    for path in write_forms(rubric.load(settings.load().rubric), out):
        shown.print(messages.FORM_WRITTEN.format(path=path))
    return 0
