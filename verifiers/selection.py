"""Which documents count for a claim: the files, folders and archives that it names, else all."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum, isfinite

from dossier.submission import Claim
from verifiers.exhibits import Exhibit


@dataclass(frozen=True)
class Demand:
    """All that is claimed for one criterion, several claims taken together."""

    criterion: str
    points: float
    statements: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    made: bool = True
    """Whether the criterion is claimed at all."""

    @property
    def named(self) -> bool:
        """Whether files are named."""
        return bool(self.files)

    @cached_property
    def statement(self) -> str:
        """All statements in one text."""
        return "；".join(self.statements)


def demand_for(criterion: str, claims: Iterable[Claim]) -> Demand:
    """What the claims ask for a criterion. One that names no file opens all documents to all of them."""
    ours = [claim for claim in claims if claim.criterion == criterion]
    if not ours:
        return Demand(criterion, 0.0, made=False)
    named = all(claim.files for claim in ours)
    return Demand(
        criterion,
        points=fsum(claim.points for claim in ours if isfinite(claim.points) and claim.points > 0),
        statements=tuple(claim.statement for claim in ours if claim.statement),
        files=tuple(dict.fromkeys(file for claim in ours for file in claim.files)) if named else (),
    )


@dataclass(frozen=True, slots=True)
class Selection:
    """The exhibits that a claim names, those of them named one by one, and the names that nothing answers to."""

    exhibits: tuple[Exhibit, ...]
    singled_out: frozenset[str]
    absent: tuple[str, ...]


def select(files: Sequence[str], exhibits: Sequence[Exhibit]) -> Selection:
    """What the names choose, in the order of the documents."""
    paths = tuple(dict.fromkeys(exhibit.path for exhibit in exhibits))
    chosen: set[str] = set()
    singled: set[str] = set()
    absent: list[str] = []
    for name in files:
        found = _resolve(name, paths)
        chosen |= found
        if len(found) == 1 and not _is_container(name, found):
            singled |= found
        if not found:
            absent.append(name)
    return Selection(
        tuple(exhibit for exhibit in exhibits if exhibit.path in chosen), frozenset(singled), tuple(absent)
    )


def _resolve(name: str, paths: Sequence[str]) -> set[str]:
    """Paths by their full name, folder or archive; else by the end of the path, where a folder was left out."""
    wanted = _plain(name)
    exact = {path for path in paths if _plain(path) == wanted}
    if exact:
        return exact
    within = {path for path in paths if _plain(path).startswith((f"{wanted}/", f"{wanted}!/"))}
    if within:
        return within
    return {path for path in paths if _plain(path).endswith(f"/{wanted}")}


def _is_container(name: str, found: set[str]) -> bool:
    return all(not _plain(path).endswith(_plain(name)) for path in found)


def _plain(path: str) -> str:
    text = unicodedata.normalize("NFC", path).strip().replace("\\", "/")
    while text.startswith("./"):
        text = text[2:]
    return text.strip("/").casefold()
