"""Runs all benchmarks one after the other, and repeats at the end what each found.

    python -m benchmarks [NAME...]

Each is a program of its own, so that none is measured in what another left behind. A benchmark that fails is told,
and the rest goes on.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence

BENCHMARKS = ("accuracy", "pages", "ocr", "digital_pages", "memory", "flow_overhead")
SUMMARY = "→"
"""What a line begins with that is repeated at the end; a benchmark without any has its last line repeated."""


def summary_of(output: str) -> list[str]:
    """The lines to repeat."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return [line for line in lines if line.startswith(SUMMARY)] or [
        f"{SUMMARY} {line}" for line in lines[-1:]
    ]


def run(name: str) -> tuple[list[str], bool]:
    """Runs one, letting its output through; its summary, and whether it ended well."""
    print(f"\n== {name}", flush=True)
    said: list[str] = []
    command = [sys.executable, "-m", f"benchmarks.{name}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        for line in child.stdout or ():
            print(line, end="", flush=True)
            said.append(line)
    return summary_of("".join(said)), child.returncode == 0


def main(names: Sequence[str]) -> int:
    """Runs the benchmarks; 1 where one of them failed."""
    found = {name: run(name) for name in names}
    print("\n== summary")
    for name, (lines, well) in found.items():
        for line in lines:
            print(f"{name:14}{line}")
        if not well:
            print(f"{name:14}{SUMMARY} ended with a failure, see above")
    return 0 if all(well for _, well in found.values()) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    chosen = parser.parse_args().names or list(BENCHMARKS)
    unknown = sorted(set(chosen) - set(BENCHMARKS))
    if unknown:
        parser.error(f"there is no benchmark {', '.join(unknown)}; choose from {', '.join(BENCHMARKS)}")
    sys.exit(main(chosen))
