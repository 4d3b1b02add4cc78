"""`python -m tests.corpus documents|submissions|examples`: writes documents or submissions with their truth."""

import argparse
import json
import sys
from pathlib import Path


def _documents(arguments: argparse.Namespace) -> None:
    from tests.corpus.documents import kinds, make_document

    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    wanted = arguments.kind.split(",") if arguments.kind else list(kinds(arguments.held_out))
    index = []
    for number in range(arguments.count):
        seed = f"{arguments.seed}-{number}"
        kind = wanted[number % len(wanted)]
        made = make_document(
            seed, kind, condition=arguments.condition, name=f"{number:04d}-{kind}", apart=arguments.held_out
        )
        made.write(out)
        index.append({key: made.truth[key] for key in ("file", "kind", "condition", "layout", "turned")})
    (out / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(index)} documents in {out}")


def main(argv: list[str] | None = None) -> int:
    """Runs a command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    commands = parser.add_subparsers(required=True)
    documents = commands.add_parser("documents", help="evidence documents, kinds in turn, each with <file>.truth.json")
    documents.add_argument("--kind", help="only these kinds, joined by commas")
    documents.add_argument("--condition", help="only this condition")
    documents.add_argument("--held-out", action="store_true", help="from the layouts that are kept for measuring only")
    documents.set_defaults(run=_documents)
    for command in (documents,):
        command.add_argument("--seed", type=int, default=1)
        command.add_argument("--count", type=int, default=30)
        command.add_argument("--out", required=True)
    arguments = parser.parse_args(argv)
    arguments.run(arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main())
