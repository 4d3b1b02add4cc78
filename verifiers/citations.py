"""Which criterion a document is handed in for, where that is one alone."""

from collections.abc import Iterable, Mapping

from dossier.finding import Discrepancy
from verifiers.matter import Matter


class Citations:
    """The criteria of each document: those whose claims name it, else those that are claimed and take its kind."""

    def __init__(self, matters: Iterable[Matter]) -> None:
        named: dict[str, set[str]] = {}
        taken: dict[str, set[str]] = {}
        for matter in matters:
            criterion = matter.criterion.id
            for exhibit in matter.selection.exhibits:
                named.setdefault(exhibit.path, set()).add(criterion)
            if matter.demand.made or matter.criterion.gate:
                for exhibit in filter(matter.takes, matter.everything):
                    taken.setdefault(exhibit.path, set()).add(criterion)
        self._named: Mapping[str, set[str]] = named
        self._taken: Mapping[str, set[str]] = taken

    def criterion_of(self, path: str | None) -> str | None:
        """The only criterion that the document is for; None where there are several or none."""
        found = self._named.get(path or "") or self._taken.get(path or "") or set()
        return next(iter(found)) if len(found) == 1 else None

    def place(self, discrepancies: Iterable[Discrepancy]) -> list[Discrepancy]:
        """The discrepancies of documents, each with its criterion where it is one alone."""
        return [
            one.model_copy(update={"criterion": self.criterion_of(one.document)}) if one.document else one
            for one in discrepancies
        ]
