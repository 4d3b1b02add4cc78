"""Papers told in plain text, for tests of many wordings: a title, rows, and a signature at the right."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.document import ReadDocument
from tests.extractors.pages import HEIGHT, LETTER, Row, facts_of, heading, read

_STEP = 2 * LETTER / HEIGHT


@dataclass(frozen=True)
class Wording:
    """A paper and what it says. In `text`, `# ` begins a title's line, `> ` a signature's, ` | ` parts cells."""

    name: str
    text: str
    facts: dict[str, object]
    absent: tuple[str, ...] = ()
    organization: str | None = None
    kind: str = ""

    def __str__(self) -> str:
        return self.name


@dataclass
class _Sheet:
    rows: list[Row] = field(default_factory=list)
    y: float = 0.06

    def add(self, line: str) -> None:
        words = line[2:] if line.startswith(("# ", "> ")) else line
        if line.startswith("# "):
            self.rows.append(heading(words, self.y, min(26.0, 700 / max(1, len(words)))))
            self.y += 1.6 * _STEP
            return
        cells = words.split(" | ")
        left = 0.6 if line.startswith("> ") else 0.1
        width = (0.9 - left) / len(cells)
        self.rows.extend(
            (left + number * width, self.y, cell) for number, cell in enumerate(cells) if cell.strip()
        )
        self.y += _STEP


def rows_of(text: str) -> list[Row]:
    """The rows of a paper that is told in plain text."""
    sheet = _Sheet()
    for line in text.strip().splitlines():
        sheet.add(line)
    return sheet.rows


def read_wording(wording: Wording) -> ReadDocument:
    """What is read from the paper."""
    return read(rows_of(wording.text), organization=wording.organization)


def check(wording: Wording, kind: str) -> None:
    """Holds the paper's kind and facts to what it says."""
    document = read_wording(wording)
    found = facts_of(document)
    wrong = {
        name: (found.get(name), value) for name, value in wording.facts.items() if found.get(name) != value
    }
    invented = {name: found[name] for name in wording.absent if name in found}

    assert document.document.kind == (wording.kind or kind)
    assert not wrong, f"read instead of: {wrong}"
    assert not invented, f"invented: {invented}"
