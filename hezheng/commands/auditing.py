"""`hezheng audit` and `hezheng rescore`: the office looks at a whole round."""

from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from dossier.principal import SCOPES, Principal, Role
from hezheng import messages, settings
from hezheng.commands.tokens import actor
from hezheng.commands.verifying import check_folder
from hezheng.console import console, progress_bar
from hezheng.failures import CallError
from hezheng.settings import Settings
from vault.blobs import Blobs
from vault.records import Records, open_records
from vault.records.errors import NotFoundError
from vault.stores import open_blobs


class Kept(NamedTuple):
    """Where what was verified is kept."""

    records: Records
    blobs: Blobs


def audit(round: str, out: Path | None, *, seed: str | None) -> int:  # noqa: A002 - the round's own name
    """Write audit.json, .html, .xlsx and .pdf and the round as Parquet, and print what stands out. 0."""
    target = out if out is not None else Path(f"{round}-audit")
    check_folder(target)
    chosen = settings.load()
    from flows.audit_round import audit_round, begin
    from flows.round_files import write_round
    from review.audits import auditing

    with opened(chosen) as kept, told_rounds(kept.records, round), progress_bar(messages.SUBMISSIONS) as tell:
        who = console_principal()
        drawn = begin(kept.records, who, round, seed)
        found, tables = audit_round(kept, who, round, drawn, fallback=chosen.rubric, progress=tell)
        write_round(kept.records, who, round, tables, target)
    site = site_url(chosen)
    (target / "audit.json").write_text(found.to_json(), "utf-8")
    (target / "audit.html").write_text(auditing.render_page(found, site), "utf-8")
    (target / "audit.xlsx").write_bytes(auditing.render_workbook(found, site))
    (target / "audit.pdf").write_bytes(auditing.render_paper(found, site))
    shown = console()
    counts, sample = found.counts, found.sample
    shown.print(
        messages.AUDITED.format(
            round=round,
            submissions=counts.submissions,
            verified=counts.verified,
            recommended=counts.recommended,
            documents=counts.documents,
        )
    )
    for breach in found.breaches:
        shown.print(messages.AUDIT_BREACH.format(clause=breach.clause, message=breach.message))
    for cluster in found.clusters:
        shown.print(messages.AUDIT_CLUSTER.format(words=cluster.words))
    shown.print(
        messages.AUDIT_SAMPLE.format(
            seed=sample.seed, drawn=len(sample.drawn), of=sample.of, words=sample.planned.words
        )
    )
    shown.print(messages.RESULT_LIES.format(path=target / "audit.html"))
    return 0


def rescore(round: str, rubrics: Sequence[Path], out: Path | None) -> int:  # noqa: A002 - the round's own name
    """Write rescore.json, .html and .xlsx, and print how many would pass and fall under each standard. 0."""
    if not rubrics:
        raise CallError(messages.RESCORE_NO_RUBRIC, advice=messages.RESCORE_NO_RUBRIC_ADVICE)
    target = out if out is not None else Path(f"{round}-rescore")
    check_folder(target)
    import rubric

    standards = [(path.name, rubric.load(path)) for path in rubrics]
    chosen = settings.load()
    from flows.rescore_round import rescore_round
    from review.audits import rescoring
    from review.audits.rescoring_messages import OUTCOMES

    with opened(chosen) as kept, told_rounds(kept.records, round), progress_bar(messages.SUBMISSIONS) as tell:
        found = rescore_round(
            kept, console_principal(), round, standards, fallback=chosen.rubric, progress=tell
        )
    site = site_url(chosen)
    target.mkdir(parents=True, exist_ok=True)
    (target / "rescore.json").write_text(found.model_dump_json(indent=2) + "\n", "utf-8")
    (target / "rescore.html").write_text(rescoring.render_page(found, site), "utf-8")
    (target / "rescore.xlsx").write_bytes(rescoring.render_workbook(found, site))
    shown = console()
    for number, one in enumerate(found.what_ifs, 1):
        counts = (
            messages.RESCORE_COUNT.format(name=OUTCOMES[name], count=one.counts[name]) for name in OUTCOMES
        )
        shown.print(messages.RESCORE_LINE.format(number=number, file=one.file, told="，".join(counts)))
    if found.left_out or found.altered:
        shown.print(messages.RESCORE_REMARKS.format(left_out=len(found.left_out), altered=len(found.altered)))
    shown.print(messages.RESULT_LIES.format(path=target / "rescore.html"))
    return 0


def console_principal() -> Principal:
    """Whoever sits at the console of the installation: they act for the office, as the trail tells."""
    return Principal(id=actor(), name=messages.CONSOLE_NAME, role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])


def site_url(chosen: Settings) -> str:
    """Where people reach the page, without a slash at its end."""
    return (chosen.public_url or f"http://{chosen.host}:{chosen.port}").rstrip("/")


@contextmanager
def opened(chosen: Settings) -> Generator[Kept]:
    """The records and the store of the settings. Raises RecordsError and StoreError."""
    with closing(open_records(chosen)) as records:
        yield Kept(records, open_blobs(chosen))


@contextmanager
def told_rounds(records: Records, round: str) -> Generator[None]:  # noqa: A002 - the round's own name
    """Tells which rounds there are where there isn't this one. CallError."""
    try:
        yield
    except NotFoundError as error:
        known = [each.id for each in records.rounds()]
        if round in known:
            raise
        raise CallError(
            messages.NO_ROUND.format(round=round),
            advice=messages.NO_ROUND_ADVICE.format(rounds="、".join(known) or messages.NO_ROUNDS),
            cause=str(error),
        ) from error
