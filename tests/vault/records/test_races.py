"""Many workers at once: nothing is given to two, nothing is left, nothing is done twice."""

from collections import Counter

import pytest

from dossier.record import KeptAnswer
from dossier.work import UnitKey
from tests.vault.records.office import APPLICANT, LEASE, OFFICE, let_leases_end, reading, received
from tests.vault.records.racing import race
from vault.blobs import Blobs
from vault.records import Records
from vault.records.errors import FencedError, IdempotencyRunningError, StaleError
from vault.records.verifying import verify_trail

PROCESSES = 4
UNITS = 300


def take_units(records: Records, number: int) -> list[str]:
    """Takes units until there are none."""
    taken: list[str] = []
    while units := records.take_units(f"w{number}", 7, LEASE):
        taken += [str(unit.key.first) for unit in units]
        records.units_done([unit.key for unit in units])
    return taken


def want_units(records: Records, number: int) -> list[str]:
    """Wants the same units as the others, in another order."""
    keys = [
        UnitKey(sha256=f"{page % 10}" * 64, reader="r", first=page, last=page) for page in range(1, UNITS)
    ]
    for start in range(0, len(keys), 40):
        records.want(
            list(reversed(keys[start : start + 60])) if number % 2 else keys[start : start + 60], "batch"
        )
    return []


def take_submissions(records: Records, number: int) -> list[str]:
    """Takes whatever is due, as long as something is."""
    taken: list[str] = []
    while due := records.due(10):
        for each in due:
            run = records.take(each.id, f"w{number}", LEASE)
            taken += [run.submission] if run else []
    return taken


def take_expired(records: Records, number: int) -> list[str]:
    """Puts back or takes over what was lost."""
    done: list[str] = []
    for run in records.expired():
        if number % 2:
            done += [f"back {run.submission}"] if records.put_back(run) else []
        elif records.take(run.submission, f"w{number}", LEASE):
            done.append(f"took {run.submission}")
    return done


def make_request(records: Records, _: int) -> list[str]:
    """Makes one request under one key."""
    try:
        answer = records.idempotency(APPLICANT, "key", "POST /x")
    except IdempotencyRunningError:
        return ["running"]
    if answer is None:
        records.keep_answer(APPLICANT, "key", KeptAnswer(status=201, body="{}"))
        return ["did it"]
    return ["was told"]


def withdraw(records: Records, _: int) -> list[str]:
    """Withdraws the one submission in the version 2."""
    (there,) = records.list(APPLICANT).items
    try:
        records.withdraw(APPLICANT, there.id, 2)
    except StaleError:
        return ["stale"]
    except Exception as error:  # noqa: BLE001 - told to the test
        return [type(error).__name__]
    return ["withdrawn"]


def change_user(records: Records, _: int) -> list[str]:
    """Adds the same user."""
    return [records.put_user("root", OFFICE).id]


def append(records: Records, number: int) -> list[str]:
    """Appends to the trail."""
    for index in range(25):
        records.note(f"p{number}", "note", str(index))
    return []


def test_units_are_given_once_and_all(records: Records, url: str) -> None:
    keys = [UnitKey(sha256="a" * 64, reader="r", first=page, last=page) for page in range(1, UNITS + 1)]
    records.want(keys, "batch")
    taken = [page for each in race(url, PROCESSES, take_units) for page in each]
    assert sorted(map(int, taken)) == list(range(1, UNITS + 1))
    assert records.open_units() == 0


def test_units_wanted_by_all_at_once_are_there_once(records: Records, url: str) -> None:
    race(url, PROCESSES, want_units)
    assert records.open_units() == UNITS - 1


def test_a_submission_is_taken_by_one(records: Records, url: str) -> None:
    waiting = [received(records).id for _ in range(20)]
    taken = [submission for each in race(url, PROCESSES, take_submissions) for submission in each]
    assert Counter(taken) == Counter(waiting)


def test_a_lost_run_is_taken_over_or_put_back_but_once(records: Records, url: str) -> None:
    lost = [reading(records) for _ in range(12)]
    let_leases_end(records)
    done = [told for each in race(url, PROCESSES, take_expired) for told in each]
    per_submission: dict[str, list[str]] = {}
    for told in done:
        how, _, submission = told.partition(" ")
        per_submission.setdefault(submission, []).append(how)
    for run in lost:
        # put back it is due again, and so may be taken by one that had seen it expired
        assert sorted(per_submission[run.submission]) in (["back"], ["took"], ["back", "took"])
        with pytest.raises(FencedError):
            records.beat(run)


def test_a_request_is_done_by_one(records: Records, url: str) -> None:
    told = Counter(word for each in race(url, PROCESSES, make_request) for word in each)
    assert told["did it"] == 1
    assert records.idempotency(APPLICANT, "key", "POST /x") == KeptAnswer(status=201, body="{}")


def test_of_two_who_saw_the_same_version_one_is_told(records: Records, url: str) -> None:
    received(records)
    told = Counter(word for each in race(url, PROCESSES, withdraw) for word in each)
    assert told == {"withdrawn": 1, "IllegalMoveError": PROCESSES - 1}


def test_a_user_added_by_all_at_once_is_one(records: Records, url: str) -> None:
    race(url, PROCESSES, change_user)
    assert len(records.users()) == 1
    assert [each.action for each in records.trail(OFFICE)] == ["user.add"]


def test_rows_of_the_trail_form_one_chain(records: Records, url: str, blobs: Blobs) -> None:
    race(url, PROCESSES, append)
    verdict = verify_trail(records, blobs)
    assert (verdict.rows, verdict.faults) == (PROCESSES * 25, ())
