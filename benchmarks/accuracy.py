"""How right the program is on documents and submissions that it wasn't made on.

    python -m benchmarks.accuracy [--write docs/accuracy.md] [--fresh] [--failures FILE]

Makes documents and submissions by seed (kept in `build/bench`), reads them in two processes (kept, too: `--fresh`
reads again), and prints what was right, as markdown. Figures of time are of the run that read the pages.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import accuracy_report, reading
from benchmarks.accuracy_report import Measured
from benchmarks.fact_scores import ScoredDocument, score
from benchmarks.failures import failures
from benchmarks.made import DOCUMENTS, SEED, SUBMISSIONS, MadeDocument, made
from benchmarks.progress import tell
from benchmarks.submission_scores import verify
from dossier.submission import Organization


def score_documents(
    documents: Sequence[MadeDocument], readings: reading.Readings
) -> tuple[list[ScoredDocument], float]:
    """Kind and facts of each against its truth, and the seconds that it took to find them."""
    from extractors.facts import extract

    scored, seconds = [], 0.0
    for number, document in enumerate(documents, 1):
        applicant = Organization(name=document.truth["organization"])
        start = time.perf_counter()
        read = extract(readings[document.path], document.path.name, applicant)
        seconds += time.perf_counter() - start
        scored.append(score(document, read))
        if number % 50 == 0:
            tell(f"scored {number} of {len(documents)} documents")
    return scored, seconds


def measure(seed: str, documents: int, submissions: int) -> Measured:
    """Makes, reads, scores."""
    corpus = made(tell, seed=seed, documents=documents, submissions=submissions)
    loose = list(corpus.documents)
    inside = [document for one in corpus.submissions for document in one.documents]
    readings, now = reading.read_all([*loose, *inside], tell)
    tell(f"{now} files were read now, {len(readings) - now} were kept")
    scored, seconds = score_documents(loose, readings)
    verified = []
    for each in verify(corpus.submissions):
        verified.append(each)
        tell(f"verified submission {each.name}")
    return Measured(
        seed=seed,
        documents=scored,
        submissions=verified,
        times=reading.times().spent,
        stale=reading.stale(),
        extraction_seconds=seconds,
    )


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write the report to this file")
    parser.add_argument(
        "--failures", type=Path, metavar="FILE", help="write all failures, one a line, worst first"
    )
    parser.add_argument("--fresh", action="store_true", help="read every page again")
    parser.add_argument("--seed", default=SEED)
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help="of each set of layouts")
    parser.add_argument("--submissions", type=int, default=SUBMISSIONS)
    options = parser.parse_args()
    if options.fresh:
        reading.forget()
    measured = measure(options.seed, options.documents, options.submissions)
    report = accuracy_report.markdown(measured)
    print(report)
    if options.write:
        options.write.write_text(report, encoding="utf-8")
    if options.failures:
        found = failures(measured.all_documents, measured.submissions)
        lines = [f"{each.weight:.0f}\t{each.where}\t{each.what}\n" for each in found]
        options.failures.write_text("".join(lines), encoding="utf-8")
    print(accuracy_report.summary(measured))


if __name__ == "__main__":
    main()
