"""Where the commands print, and the progress bar. Results go to stdout, all else to stderr."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from dossier.shown import shown
from flows import progress as flow_progress
from hezheng import messages


class HarmlessConsole(Console):
    """A console whose texts don't steer the terminal, whatever files and names hold."""

    def print(self, *objects: Any, **options: Any) -> None:  # noqa: ANN401 - rich's own signature
        """Prints; of texts only what can be shown."""
        super().print(
            *(shown(one, lines=True) if isinstance(one, str) else one for one in objects), **options
        )


def console(*, stderr: bool = False) -> Console:
    """A console that prints what it is given: no markup, no guessed colours in names and numbers."""
    return HarmlessConsole(stderr=stderr, highlight=False, markup=False, soft_wrap=True)


class CountColumn(ProgressColumn):
    """Units done and in all; nothing for a stage that doesn't count them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, task: Task) -> Text:
        """The words."""
        if task.total is None:
            return Text()
        return Text(self._text.format(done=round(task.completed), total=round(task.total)))


@contextmanager
def progress_bar(counted: str = messages.PAGES) -> Iterator[flow_progress.Progress]:
    """A teller of progress with one bar for each stage; silent where stderr is no terminal. `counted`: how units are told."""
    target = console(stderr=True)
    if not target.is_terminal:
        yield flow_progress.silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), CountColumn(counted), TimeElapsedColumn())
    bars: dict[str, TaskID] = {}
    with Progress(*columns, console=target, transient=True) as shown:

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in bars:
                for earlier in bars.values():
                    shown.update(earlier, visible=False)
                bars[stage] = shown.add_task(stage, total=None)
            shown.update(bars[stage], completed=done, total=total or None)

        yield tell
