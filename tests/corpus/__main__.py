"""`python -m tests.corpus documents|submissions|traps|examples`: writes documents or submissions with their truth."""

import argparse
import json
import sys
from pathlib import Path

from tests.corpus.documents import COLLECTIONS


def _documents(arguments: argparse.Namespace) -> None:
    from tests.corpus.documents import kinds, make_document

    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    usual = [*kinds(arguments.collection), *(("volume",) if arguments.collection != "usual" else ())]
    wanted = arguments.kind.split(",") if arguments.kind else usual
    index = []
    for number in range(arguments.count):
        seed = f"{arguments.seed}-{number}"
        kind = wanted[number % len(wanted)]
        name = f"{number:04d}-{kind}"
        if kind == "volume":
            from tests.corpus.volumes import make_volume

            made = make_volume(seed, name, arguments.condition, collection=arguments.collection)
        else:
            made = make_document(
                seed, kind, condition=arguments.condition, name=name, collection=arguments.collection
            )
        made.write(out)
        index.append({key: made.truth[key] for key in ("file", "kind", "condition", "layout", "turned")})
    (out / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(index)} documents in {out}\n")


def _submissions(arguments: argparse.Namespace) -> None:
    from tests.corpus.submissions import make_submission

    out = Path(arguments.out)
    index = []
    for number in range(arguments.count):
        honesty = arguments.honesty or ("honest" if number % 2 == 0 else "dishonest")
        made = make_submission(
            f"{arguments.seed}-{number}", honesty, arguments.fault, collections=tuple(arguments.collections)
        )
        made.write(out / f"{number:04d}", out / f"{number:04d}.expected.json")
        told = {
            key: made.truth[key]
            for key in ("honest", "faults", "as_of", "application", "eligible", "expected")
        }
        index.append({"folder": f"{number:04d}", "files": len(made.files), **told})
    (out / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(index)} submissions in {out}\n")


def _traps(arguments: argparse.Namespace) -> None:
    from tests.corpus.trap_families import FAMILIES
    from tests.corpus.traps import make_trap

    out = Path(arguments.out)
    index = []
    for family in FAMILIES:
        if arguments.family and family.name not in arguments.family.split(","):
            continue
        for number in range(arguments.count):
            name = f"{family.name}-{number:03d}"
            made = make_trap(f"{arguments.seed}-{number}", family, family.flaws[number % len(family.flaws)])
            made.write(out / name, out / f"{name}.expected.json")
            index.append(
                {"folder": name, **{key: value for key, value in made.truth.items() if key != "documents"}}
            )
    (out / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(index)} traps in {out}\n")


def _examples(arguments: argparse.Namespace) -> None:
    from tests.corpus.examples import write_examples

    sys.stdout.write(write_examples(Path(arguments.out)) + "\n")


def main(argv: list[str] | None = None) -> int:
    """Runs a command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    commands = parser.add_subparsers(required=True)
    documents = commands.add_parser(
        "documents", help="evidence documents, kinds in turn, each with <file>.truth.json"
    )
    documents.add_argument("--kind", help="only these kinds, joined by commas")
    documents.add_argument("--condition", help="only this condition")
    documents.add_argument(
        "--collection", choices=tuple(COLLECTIONS), default="usual", help="the set of layouts to draw from"
    )
    documents.set_defaults(run=_documents)
    submissions = commands.add_parser("submissions", help="folders with <number>.expected.json beside them")
    submissions.add_argument("--honesty", choices=("honest", "dishonest"), help="by default they take turns")
    submissions.add_argument(
        "--fault", action="append", help="a fault by name, may be repeated (see faults.py)"
    )
    submissions.add_argument(
        "--collections",
        nargs="+",
        choices=tuple(COLLECTIONS),
        default=["usual"],
        help="whose layouts to draw in",
    )
    submissions.set_defaults(run=_submissions)
    traps = commands.add_parser(
        "traps",
        help="claims that no paper carries, with <name>.expected.json beside them; --count is for each family",
    )
    traps.add_argument("--family", help="only these families, joined by commas (see trap_families.py)")
    traps.set_defaults(run=_traps)
    examples = commands.add_parser("examples", help="the two example submissions of the project")
    examples.add_argument("--out", default="examples")
    examples.set_defaults(run=_examples)
    for command in (documents, submissions, traps):
        command.add_argument("--seed", type=int, default=1)
        command.add_argument("--count", type=int, default=30)
        command.add_argument("--out", required=True)
    arguments = parser.parse_args(argv)
    arguments.run(arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main())
