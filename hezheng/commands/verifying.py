"""`hezheng verify` and `hezheng demo`."""

from datetime import date
from pathlib import Path

from dossier.report import Report
from hezheng import messages, settings
from hezheng.commands.corrections import tell_refused
from hezheng.console import console, progress_bar
from hezheng.failures import CallError
from hezheng.publishing import PublishedReport, publish

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def verify(path: Path, *, as_of: str | None, rubric: Path | None, out: Path | None) -> int:
    """Verify, write the reports, print the summary. 0: nothing above `info`, 1: something is."""
    target = out if out is not None else default_out(path)
    report, published = _run(path, as_of=as_of, rubric=rubric, out=target)
    _tell(report, published)
    return 0 if report.clean else 1


def default_out(path: Path) -> Path:
    """The folder of the report, beside the submission."""
    return beside(path, "-report")


def beside(path: Path, ending: str) -> Path:
    """The path with something added to its name; `.` and `..` by the folder's own name."""
    named = path if path.name not in {"", ".."} else path.resolve()
    return named.with_name(named.name + ending)


def demo(out: Path | None) -> int:
    """Verify the example submissions and say where their reports lie. 0, whatever is found in them."""
    examples = find_examples(EXAMPLES)
    target = out if out is not None else settings.load().data / "demo-report"
    shown = console()
    told: list[str] = []
    for name, example in examples:
        shown.print(messages.DEMO_EXAMPLE.format(name=name, path=example))
        report, published = _run(example, as_of=None, rubric=None, out=target / example.name)
        _tell(report, published)
        shown.print()
        told.append(messages.DEMO_REPORT.format(name=name, path=published.files.html.resolve()))
    shown.print(messages.DEMO_REPORTS)
    for line in told:
        shown.print(line)
    return 0


def find_examples(examples: Path) -> list[tuple[str, Path]]:
    """The example submissions: what each is called, and its folder. CallError where they aren't there."""
    found = [(name, examples / folder) for folder, name in messages.EXAMPLES.items()]
    for _, folder in found:
        if not folder.is_dir():
            raise CallError(messages.NO_EXAMPLE.format(path=folder), advice=messages.NO_EXAMPLE_ADVICE)
    return found


def _tell(report: Report, published: PublishedReport) -> None:
    from review.reports.console import print_summary

    print_summary(report, titles=published.titles, files=published.files)


def _run(path: Path, *, as_of: str | None, rubric: Path | None, out: Path) -> tuple[Report, PublishedReport]:
    day = parse_day(as_of) if as_of is not None else None
    check_out(path, out)
    chosen = settings.load()
    from flows import steps

    tell_refused(steps.read_corrections(chosen))
    with progress_bar() as progress:
        return steps.verify_submission(
            path,
            as_of=day,
            rubric_path=rubric if rubric is not None else chosen.rubric,
            out=out,
            settings=chosen,
            progress=progress,
            publish=publish,
        )


def parse_day(text: str) -> date:
    """The date that the person wrote. CallError for anything but YYYY-MM-DD."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise CallError(
            messages.BAD_DATE.format(value=text), advice=messages.BAD_DATE_ADVICE, cause=str(error)
        ) from error


def check_out(path: Path, out: Path) -> None:
    """Refuse a report folder that is a file, or that lies within the submission."""
    check_folder(out)
    if path.is_dir() and out.resolve().is_relative_to(path.resolve()):
        raise CallError(messages.OUT_INSIDE.format(path=out), advice=messages.OUT_INSIDE_ADVICE)


def check_folder(out: Path) -> None:
    """Refuse a folder for results that is a file."""
    if out.exists() and not out.is_dir():
        raise CallError(messages.OUT_IS_FILE.format(path=out), advice=messages.OUT_IS_FILE_ADVICE)
