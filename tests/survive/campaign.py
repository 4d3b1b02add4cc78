"""Rounds of faults over one office, with what came of them counted."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sqlalchemy import func, select

from dossier.state import State
from tests.survive import faults, looking
from tests.survive.client import Applicant, Ledger
from tests.survive.faults import SORTS, Strike, drawn, small_disk, sorts_of
from tests.survive.material import Material, Undisturbed, make_material
from tests.survive.standing import OFFICER, Kind, Office, standing
from vault.records.schema import RunRow

DOCUMENTS = 6
"""Of a submission."""
SUBMISSIONS = 3
"""Of a round."""
STILL_SECONDS = 8.0
"""A fault that waits for progress comes all the same when there was none for so long."""


@dataclass
class Counts:
    """What happened."""

    struck: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    submissions: int = 0
    files: int = 0
    slowest: float = 0.0
    """Seconds from the last fault, and the last submission, until all was verified, at the most."""


class Campaign:
    """An office with its tormentor. `play` may be called again and again."""

    def __init__(self, office: Office, folder: Path, seed: int, *, disk: bool) -> None:
        self.office = office
        self.seed = seed
        self.sorts = sorts_of(office.kind, disk=disk)
        self.counts = Counts()
        self.undisturbed = Undisturbed(folder / "undisturbed")
        self.last: tuple[str, ...] = ()
        """The faults of the last round, in their order."""
        self._rounds = 0

    @cached_property
    def materials(self) -> tuple[Material, ...]:
        """What submissions are made of."""
        return tuple(make_material(f"{self.seed}-{number}", DOCUMENTS) for number in range(2))

    def play(self, strikes: Sequence[Strike] | int, *, poisoned: bool = False) -> Ledger:
        """A round with these faults, or with so many drawn by lot. AssertionError where something is amiss after it."""
        self._rounds += 1
        chance = random.Random(f"{self.seed}/{self.office.kind}/{self._rounds}")
        if isinstance(strikes, int):
            strikes = drawn(chance, self.sorts, strikes)
        self.last = tuple(each.sort for each in strikes)
        chosen = [
            chance.choice(self.materials).numbered(100 * self._rounds + number)
            for number in range(SUBMISSIONS)
        ]
        if poisoned:
            chosen[0] = chosen[0].poisoned()
        ledger = Ledger()
        feeding = Feeding(self.office, ledger, chosen, chance.getrandbits(32))
        feeding.start()
        for strike in strikes:
            self._await_progress(strike)
            SORTS[strike.sort](self.office, strike.chance, tuple(ledger.submitted))
            self.counts.struck[strike.sort] += 1
        feeding.finish()
        self.settle(ledger)
        looking.look(self.office, ledger, self.undisturbed)
        self.counts.submissions += len(ledger.submitted)
        self.counts.files += len(ledger.files)
        self.counts.answers += ledger.answers
        return ledger

    def settle(self, ledger: Ledger) -> None:
        """Waits until all that was handed in lies before the reviewers. AssertionError where something is stuck."""

        def quiet() -> bool:
            return all(
                self.office.records.get(OFFICER, each).state is State.IN_REVIEW for each in ledger.submitted
            )

        seconds = self.office.wait(quiet, "all submissions are verified")
        self.counts.slowest = max(self.counts.slowest, seconds)

    def table(self) -> str:
        """The counts, a line each."""
        counts, programs = self.counts, self.office.programs.values()
        with self.office.records.database.read() as transaction:
            query = select(RunRow.outcome, func.count()).group_by(RunRow.outcome)
            outcomes = {str(outcome): int(number) for outcome, number in transaction.session.execute(query)}
        runs = sum(outcomes.values())
        lines = {
            "office": f"{self.office.kind}, seed {self.seed}, {self._rounds} rounds",
            "faults": f"{counts.struck.total()}: {_told(counts.struck)}",
            "not tried here": ", ".join(set(SORTS) - set(self.sorts)) or "-",
            "submissions": f"{counts.submissions} with {counts.files} files, none lost, doubled or stuck",
            "runs": f"{runs}, {runs - outcomes.get('finished', 0)} in vain: {_told(outcomes)}",
            "programs": f"started {sum(each.starts for each in programs)} times, "
            f"ended by themselves {_told({each.name: each.ended for each in programs if each.ended}) or 'never'}",
            "answers": _told(counts.answers),
            "slowest": f"{counts.slowest:.1f} s until all was verified after the last fault",
        }
        return "\n".join(f"{name:15} {told}" for name, told in lines.items())

    def _await_progress(self, strike: Strike) -> None:
        """Waits for so much to be done, then for a moment that lies between the steps."""
        begun, last = self.office.progress(), time.monotonic()
        seen = begun
        while seen < begun + strike.after and time.monotonic() - last < STILL_SECONDS:
            time.sleep(0.01)
            now = self.office.progress()
            if now > seen:
                seen, last = now, time.monotonic()
        time.sleep(strike.chance.uniform(0, 0.3))


class Feeding:
    """Hands submissions in on a thread, one after the other."""

    def __init__(self, office: Office, ledger: Ledger, materials: Sequence[Material], seed: int) -> None:
        self._office = office
        self._ledger = ledger
        self._materials = materials
        self._chance = random.Random(seed)
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="feeding", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def finish(self) -> None:
        """Waits until all is handed in. Raises what went wrong."""
        self._thread.join()
        if self._failed is not None:
            raise self._failed

    def _run(self) -> None:
        applicant = Applicant(self._office.url, self._office.token, self._ledger)
        try:
            for each in self._materials:
                applicant.hand_in(each, batch=self._chance.random() < 0.5)
        except BaseException as error:  # noqa: BLE001 - raised by finish
            self._failed = error
        finally:
            applicant.close()


@contextmanager
def campaign(kind: Kind, folder: Path, seed: int) -> Generator[Campaign]:
    """A campaign over an office of its own."""
    with ExitStack() as stack:
        disk = stack.enter_context(small_disk(folder / "data")) if kind == "folder" else False
        office = stack.enter_context(standing(kind, folder))
        made = Campaign(office, folder, seed, disk=disk)
        stack.enter_context(made.undisturbed.open())
        yield made
        looking.trail_verifies(office)


def strike(sort: str, seed: int = 0, after: int = 1) -> Strike:
    """A fault of one's own choice."""
    assert sort in faults.SORTS
    return Strike(sort, after, random.Random(seed))


def _told(counts: Counter[str] | dict[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))
