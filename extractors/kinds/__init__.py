"""The kinds of document: one module a kind, each with the cues that give it away and the reader of its facts.

A new kind is a new module here that defines CHECKER (or CHECKERS, for a family of plain kinds).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.layout import Layout
from extractors.paper import Paper


@dataclass(frozen=True)
class Checker:
    """How one kind is recognised and read."""

    cues: Cues
    extract: Callable[[Paper], list[Fact]]
    look: Callable[[Sequence[Layout]], float] | None = None
    """What else speaks for the kind beside words, such as a known outlet's name at the page's edge."""


def checkers() -> dict[Kind, Checker]:
    """All kinds that can be recognised, found in this package's modules."""
    if not _CHECKERS:
        for module_info in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
            module = importlib.import_module(f"{__name__}.{module_info.name}")
            own = getattr(module, "CHECKERS", None) or (
                [module.CHECKER] if hasattr(module, "CHECKER") else []
            )
            _CHECKERS.update({checker.cues.kind: checker for checker in own})
    return _CHECKERS


_CHECKERS: dict[Kind, Checker] = {}
