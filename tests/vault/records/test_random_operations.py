"""Whatever people and workers do at once, in whichever order: the trail is intact and tells just what came about."""

import json
import random
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from dossier.principal import Principal
from dossier.record import Outcome
from dossier.state import INITIAL, State, may_move
from dossier.work import Run
from tests.vault.records.office import (
    ADMINISTRATOR,
    APPLICANT,
    OFFICE,
    REVIEWER,
    SHA,
    draft,
)
from tests.vault.records.racing import race
from tests.vault.records.reports import report
from vault.blobs import Blobs
from vault.records import Records
from vault.records.errors import RecordsError
from vault.records.verifying import verify_trail

PROCESSES = 2
THREADS = 3
STEPS = 60
PEOPLE = (APPLICANT, REVIEWER, OFFICE, ADMINISTRATOR)


class Player:
    """One who does at random what can be done."""

    def __init__(self, records: Records, seed: int) -> None:
        self._records = records
        self._chance = random.Random(seed)
        self._name = f"w{seed}"
        self._runs: list[Run] = []

    def play(self) -> int:
        """Takes the steps. How many came about."""
        done = 0
        steps: tuple[Callable[[Principal], object], ...] = (
            self._draft,
            self._submit,
            self._move,
            self._take,
            self._take,
            self._end_run,
            self._end_run,
            self._decide,
            self._reconcile,
        )
        for _ in range(STEPS):
            try:
                self._chance.choice(steps)(self._chance.choice(PEOPLE))
            except RecordsError:
                continue
            done += 1
        return done

    def _draft(self, _: Principal) -> None:
        draft(self._records, batch=self._chance.random() < 0.5)

    def _some(self, who: Principal) -> tuple[str, int]:
        items = self._records.list(who, limit=12).items
        chosen = self._chance.choice(items) if items else draft(self._records)
        return chosen.id, chosen.version - (self._chance.random() < 0.1)

    def _submit(self, who: Principal) -> None:
        submission, version = self._some(who)
        path = f"{self._chance.randrange(5)}.pdf"
        self._records.add_document(who, submission, path, sha256=SHA, size=1)
        self._records.submit(who, submission, version)

    def _move(self, who: Principal) -> None:
        submission, version = self._some(who)
        after = self._chance.choice([state for state in State if state is not State.WITHDRAWN] * 2 + [*State])
        self._records.move(who, submission, after, version)

    def _take(self, _: Principal) -> None:
        due = self._records.due(3)
        lease = self._chance.choice([0.0, 30.0])
        run = self._records.take(self._chance.choice(due).id, self._name, lease) if due else None
        if run is not None:
            self._runs.append(run)

    def _end_run(self, _: Principal) -> None:
        if not self._runs:
            return
        run = self._runs.pop(self._chance.randrange(len(self._runs)))
        if self._chance.random() < 0.3:
            self._runs.append(run)  # it will be ended twice
        how = self._chance.randrange(4)
        if how == 0:
            self._records.give_back(run, "停机")
        elif how == 1:
            self._records.fail(run, "打不开", "corrupt")
        else:
            self._records.finish(run, report(run.submission), {})

    def _decide(self, who: Principal) -> None:
        submission, version = self._some(who)
        outcome = self._chance.choice(list(Outcome))
        criterion = "1.1" if outcome in {Outcome.CONFIRM, Outcome.AMEND} else None
        self._records.decide(who, submission, version, outcome=outcome, criterion=criterion)

    def _reconcile(self, _: Principal) -> None:
        for run in self._records.expired():
            self._records.put_back(run)


def play(records: Records, number: int) -> list[str]:
    """Several players in the threads of one process."""
    players = [Player(records, number * 100 + thread) for thread in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        return [str(done) for done in pool.map(Player.play, players)]


@pytest.mark.slow
def test_random_operations_leave_legal_states_and_an_intact_trail(
    records: Records, url: str, blobs: Blobs
) -> None:
    done = [int(count) for each in race(url, PROCESSES, play) for count in each]
    assert min(done) > STEPS / 10
    verdict = verify_trail(records, blobs)
    assert verdict.faults == ()
    submissions = everything(records)
    assert len(submissions) > 5
    for submission in submissions:
        check_history(records, submission)
    sys.stdout.write(f"{sum(done)} of {len(done) * STEPS} steps, {verdict.rows} rows\n")


def everything(records: Records) -> list[str]:
    """The ids of all submissions."""
    found: list[str] = []
    after = None
    for _ in range(PROCESSES * THREADS * STEPS):
        page = records.list(OFFICE, after=after, limit=100)
        found += [each.id for each in page.items]
        after = page.after
        if after is None:
            return found
    raise AssertionError("the list has no end")


def check_history(records: Records, submission: str) -> None:
    """The trail tells one legal way from the draft to where the submission stands, and all of its reports and decisions."""
    there = records.get(OFFICE, submission)
    rows = [(row.action, json.loads(row.detail)) for row in records.history(OFFICE, submission)]
    assert rows[0][0] == "submission.create"
    state, version, fence = INITIAL, 1, 0
    for action, detail in rows:
        if action != "submission.move":
            continue
        assert detail["from"] == state
        assert may_move(state, State(detail["to"]))
        state, version = State(detail["to"]), version + 1
        assert detail["version"] == version
        if state is State.READING:
            assert detail["fence"] == fence + 1
            fence = detail["fence"]
    assert (there.state, there.version) == (state, version)
    reports = [row["report"] for action, row in rows if action == "report.keep"]
    assert [each.sha256 for each in reversed(records.reports(OFFICE, submission))] == reports
    decisions = [row["number"] for action, row in rows if action == "decision.add"]
    assert decisions == [each.number for each in records.decisions(OFFICE, submission)]
    assert decisions == list(range(1, len(decisions) + 1))
    if reports:
        assert records.report(OFFICE, submission) == report(submission)
