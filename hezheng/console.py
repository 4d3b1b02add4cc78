"""Where the commands print, and the progress bar. Results go to stdout, all else to stderr."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from flows import progress as flow_progress


def console(*, stderr: bool = False) -> Console:
    """A console that prints what it is given: no markup, no guessed colours in names and numbers."""
    return Console(stderr=stderr, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def progress_bar() -> Iterator[flow_progress.Progress]:
    """A teller of progress with one bar for each stage; silent where stderr is no terminal."""
    target = console(stderr=True)
    if not target.is_terminal:
        yield flow_progress.silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bars: dict[str, TaskID] = {}
    with Progress(*columns, console=target, transient=True) as shown:

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in bars:
                for earlier in bars.values():
                    shown.update(earlier, completed=1, total=1, visible=False)
                bars[stage] = shown.add_task(stage, total=total or None)
            shown.update(bars[stage], completed=done, total=total or None)

        yield tell
