"""From a draft to a decision, over HTTP."""

import asyncio
import threading
import time
from datetime import datetime, timedelta

import httpx
import pytest

from dossier.dates import CHINA
from dossier.finding import Severity, Verdict
from review.api import status
from tests.review.api.office import Office, announce, draft, kind_of, put, verified, version_of
from tests.review.reports.sample import drawn_pages, sample_report

APPLICATION = {
    "round": "2026",
    "organization": {"name": "南京市某某服务中心", "uscc": "52320100MJ0000000X"},
    "recommender": "南京市总工会",
    "claims": [{"criterion": "2.6", "points": 6, "files": ["证书.jpg"]}],
    "claimed_total": 6,
}


def test_an_application_that_comes_as_data_says_who_hands_in(office: Office) -> None:
    with office.client("applicant") as client:
        answer = client.post("/submissions", json={"application": APPLICATION, "batch": True})
        assert answer.status_code == 201
        made = answer.json()
        assert made["round"] == "2026"
        assert made["organization"]["name"] == "南京市某某服务中心"
        assert (made["recommender"], made["region"]) == ("南京市总工会", "南京市")
        assert (made["state"], made["priority"], made["version"]) == ("draft", "batch", 1)
        assert answer.headers["ETag"] == '"1"'
        assert client.get(answer.headers["Location"].removeprefix("/api/v1")).json() == made


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "round"),
        ({"round": "2025", "application": APPLICATION}, "2025"),
        (
            {"application": {**APPLICATION, "claims": [{"criterion": "9.9", "points": 1}]}},
            "claims[0].criterion",
        ),
        ({"application": {**APPLICATION, "claims": "none"}}, "claims"),
        ({"round": "2026", "organisation": {}}, "organisation"),
        ({"round": 2026}, "round"),
        ([], "请求内容"),
    ],
)
def test_what_can_not_be_used_is_told_with_its_place(office: Office, body: object, told: str) -> None:
    with office.client("applicant") as client:
        answer = client.post("/submissions", json=body)
        assert (answer.status_code, kind_of(answer)) == (422, "invalid")
        assert told in answer.json()["detail"]


def test_a_list_is_given_page_by_page_newest_first_and_holds_only_ones_own(office: Office) -> None:
    with office.client("other") as client:
        made = [client.post("/submissions", json={"round": f"页{n % 2}"}).json()["id"] for n in range(5)]
        found: list[str] = []
        after = None
        for _ in made:
            query = {"limit": "2"} | ({"after": after} if after else {})
            page = client.get("/submissions", params=query).json()
            found += [each["id"] for each in page["items"]]
            after = page["after"]
            if after is None:
                break
        assert after is None
        assert found == made[::-1]
        by_round = client.get("/submissions", params={"round": "页1"}).json()["items"]
        assert [each["id"] for each in by_round] == [made[3], made[1]]
        assert client.get("/submissions", params={"state": "received"}).json()["items"] == []
        assert kind_of(client.get("/submissions", params={"state": "lost"})) == "invalid"
        assert kind_of(client.get("/submissions", params={"limit": "1000"})) == "invalid"


def test_handing_in_needs_a_file_and_the_version_that_was_seen(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        place = f"/submissions/{submission}/submit"
        assert kind_of(client.post(place)) == "version-needed"
        assert kind_of(client.post(place, headers={"If-Match": "1"})) == "invalid"
        assert kind_of(client.post(place, headers={"If-Match": '"1"'})) == "invalid", "there is no file yet"
        put(client, submission, "a", b"content")
        stale = client.post(place, headers={"If-Match": '"7"'})
        assert (stale.status_code, kind_of(stale)) == (412, "stale")
        done = client.post(place, headers={"If-Match": '"1"'})
        assert (done.json()["state"], done.headers["ETag"]) == ("received", '"2"')
        assert office.triggered[-1] == submission
        again = client.post(place, headers={"If-Match": '"2"'})
        assert (again.status_code, kind_of(again)) == (409, "illegal-move")


def test_files_of_what_was_handed_in_stay_as_they_are(office: Office) -> None:
    with office.client("applicant") as client:
        submission = verified(office, client)
        assert kind_of(put(client, submission, "b", b"1")) == "illegal-move"
        assert kind_of(announce(client, submission, "b", b"never sent before")) == "illegal-move"
        assert kind_of(client.delete(f"/submissions/{submission}/files/申报表.xlsx")) == "illegal-move"
        assert len(client.get(f"/submissions/{submission}/files").json()) == 1


def test_an_unusable_application_is_told_and_may_be_mended(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        put(client, submission, "a", b"no application")
        client.post(f"/submissions/{submission}/submit", headers={"If-Match": '"1"'})
        run = office.service.records.take(submission, "test", 60)
        assert run is not None
        office.service.records.fail(run, "没有找到申报表。", "no application")
        status = client.get(f"/submissions/{submission}/status").json()
        assert (status["state"], status["problems"]) == ("unusable", ["没有找到申报表。"])
        reopened = client.post(
            f"/submissions/{submission}/reopen", headers=version_of(client, submission)
        ).json()
        assert reopened["state"] == "draft"
        assert put(client, submission, "申报表.xlsx", b"form").status_code == 201


def test_withdrawing_is_for_good(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        place = f"/submissions/{submission}/withdraw"
        answer = client.post(place, json={"reason": "不报了"}, headers={"If-Match": '"1"'})
        assert (answer.json()["state"], answer.json()["reason"]) == ("withdrawn", "不报了")
        assert kind_of(client.post(place, headers={"If-Match": '"2"'})) == "illegal-move"


def test_status_tells_the_place_in_the_queue_and_the_pages(office: Office) -> None:
    with office.client("applicant") as client:
        made: list[str] = []
        for number, batch in enumerate((True, False, False)):
            made.append(draft(client, batch=batch)["id"])
            put(client, made[-1], "a", f"queue {number}".encode())
            client.post(f"/submissions/{made[-1]}/submit", headers={"If-Match": '"1"'})
        waiting = {
            each["id"]: client.get(f"/submissions/{each['id']}/status").json()["queue"]
            for each in client.get("/submissions", params={"state": "received"}).json()["items"]
        }
        assert sorted(waiting.values()) == list(range(len(waiting)))
        assert waiting[made[1]] < waiting[made[2]] < waiting[made[0]], "batches come last"
        run = office.service.records.take(made[1], "test", 60)
        assert run is not None
        office.service.records.progress(made[1], 3, 12)
        status = client.get(f"/submissions/{made[1]}/status").json()
        assert (status["state"], status["done"], status["total"], status["queue"]) == ("reading", 3, 12, None)
        for each in made[1:]:
            client.post(f"/submissions/{each}/withdraw", headers=version_of(client, each))


def test_a_client_that_waits_is_answered_when_the_state_changes_and_not_before(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        place = f"/submissions/{submission}/status"
        began = time.monotonic()
        assert client.get(place, params={"wait": 2, "since": 1}).json()["version"] == 1
        assert 1.9 < time.monotonic() - began < 8
        assert client.get(place, params={"wait": 30, "since": 0}).json()["version"] == 1, (
            "it has changed before"
        )

        def withdraw() -> None:
            time.sleep(0.5)
            with office.client("applicant") as mine:
                mine.delete(f"/submissions/{submission}", headers={"If-Match": '"1"'})

        thread = threading.Thread(target=withdraw)
        thread.start()
        began = time.monotonic()
        answer = client.get(place, params={"wait": 30, "since": 1})
        assert time.monotonic() - began < 10
        assert (answer.json()["state"], answer.headers["ETag"]) == ("withdrawn", '"2"')
        thread.join()


def test_where_too_many_wait_a_client_is_answered_at_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "_waiting", asyncio.Semaphore(0))
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        began = time.monotonic()
        answer = client.get(f"/submissions/{submission}/status", params={"wait": 30, "since": 1})
        assert answer.status_code == 200
        assert time.monotonic() - began < 10


def test_the_report_comes_in_four_forms_and_as_rows(office: Office) -> None:
    report = sample_report(drawn_pages())
    with office.client("applicant") as client:
        submission = verified(office, client)
        place = f"/submissions/{submission}"
        whole = client.get(f"{place}/report.json")
        assert whole.text == report.to_json()
        kept = client.get(f"{place}/reports").json()
        assert [each["files"]["json"] for each in kept] == [whole.headers["ETag"].strip('"')]
        for form, start in (("html", b"<!doctype"), ("pdf", b"%PDF"), ("xlsx", b"PK")):
            answer = client.get(f"{place}/report.{form}")
            assert answer.content.startswith(start)
            assert answer.headers["Content-Disposition"].startswith("attachment")
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert client.get(f"{place}/report.html").headers["Content-Security-Policy"].startswith("sandbox")
        assert kind_of(client.get(f"{place}/report.docx")) == "invalid"
        findings = client.get(f"{place}/findings").json()
        assert [each["criterion"] for each in findings] == [each.criterion for each in report.findings]
        some = client.get(f"{place}/findings", params={"verdict": "supported"}).json()
        assert len(some) == sum(each.verdict is Verdict.SUPPORTED for each in report.findings) > 0
        grave = client.get(f"{place}/discrepancies", params={"severity": "gate"}).json()
        assert len(grave) == sum(each.severity is Severity.GATE for each in report.discrepancies) > 0


def test_before_the_report_is_there_it_is_told_where_to_look(office: Office) -> None:
    with office.client("applicant") as client:
        submission = draft(client)["id"]
        for path in ("report.json", "findings", "discrepancies"):
            answer = client.get(f"/submissions/{submission}/{path}")
            assert (answer.status_code, kind_of(answer)) == (404, "report-missing")
            assert f"/submissions/{submission}/status" in answer.json()["detail"]
        assert client.get(f"/submissions/{submission}/reports").json() == []


def confirm_gates(submission: str, *people: httpx.Client) -> None:
    """Each of the people says that each gate stands."""
    place = f"/submissions/{submission}/rulings"
    for person in people:
        for each in person.get(place).json():
            seen = each["rulings"][-1]["number"] if each["rulings"] else 0
            body = {"fingerprint": each["fingerprint"], "outcome": "confirm", "seen": seen}
            if each["discrepancy"]["severity"] == "gate":
                answer = person.post(place, json=body, headers=version_of(person, submission))
                assert answer.status_code == 201, answer.text


def test_the_applicant_is_asked_and_answers(office: Office) -> None:
    with office.client("applicant") as client, office.client("reviewer") as reviewer:
        submission = verified(office, client)
        place = f"/submissions/{submission}/supplements"
        told = reviewer.get(f"/submissions/{submission}/rulings").json()[0]
        day = (datetime.now(CHINA) + timedelta(days=5)).date().isoformat()
        version = version_of(reviewer, submission)
        empty = reviewer.post(place, json={"due_on": day}, headers=version)
        assert kind_of(empty) == "invalid"
        body = {"fingerprint": told["fingerprint"], "outcome": "ask", "reason": "请补原件"}
        assert (
            reviewer.post(f"/submissions/{submission}/rulings", json=body, headers=version).status_code == 201
        )
        asked = reviewer.post(place, json={"due_on": day}, headers=version)
        assert asked.json()["state"] == "supplement"
        (found,) = client.get(place).json()
        assert [each["asks"] for each in found["questions"]] == ["请补原件"]
        put(client, submission, "原件.pdf", b"more")
        answer = client.post(f"/submissions/{submission}/submit", headers=version_of(client, submission))
        assert answer.json()["state"] == "received"
        assert office.triggered[-1] == submission


def test_a_reviewer_decides_criterion_by_criterion_then_on_the_whole(office: Office) -> None:
    with office.client("applicant") as client, office.client("reviewer") as reviewer:
        submission = verified(office, client)
        place = f"/submissions/{submission}/decisions"
        version = version_of(reviewer, submission)
        one = {"outcome": "amend", "criterion": "2.6", "points": 4, "comment": "只认 4 分"}
        assert reviewer.post(place, json=one, headers=version).json()["state"] == "in_review"
        wrong = reviewer.post(place, json={"outcome": "recommend", "criterion": "2.6"}, headers=version)
        assert kind_of(wrong) == "invalid"
        early = reviewer.post(place, json={"outcome": "recommend"}, headers=version)
        assert (kind_of(early), "否决项" in early.json()["detail"]) == ("illegal-move", True)
        with office.client("office") as second:
            confirm_gates(submission, reviewer, second)
        whole = reviewer.post(place, json={"outcome": "recommend"}, headers=version)
        assert whole.json()["state"] == "decided"
        late = reviewer.post(place, json={"outcome": "return"}, headers=version_of(reviewer, submission))
        assert kind_of(late) == "illegal-move"
        moved = reviewer.post(
            f"/submissions/{submission}/moves",
            json={"to": "recommended", "reason": "公示无异议"},
            headers=version_of(reviewer, submission),
        )
        assert (moved.json()["state"], moved.json()["reason"]) == ("recommended", "公示无异议")
        told = client.get(place).json()
        assert [(each["outcome"], each["criterion"], each["by"]) for each in told] == [
            ("amend", "2.6", "reviewer"),
            ("recommend", None, "reviewer"),
        ]


def test_verifying_again_sets_work_going(office: Office) -> None:
    with office.client("applicant") as client, office.client("reviewer") as reviewer:
        submission = verified(office, client)
        office.triggered.clear()
        answer = reviewer.post(
            f"/submissions/{submission}/moves",
            json={"to": "received", "reason": "换了评分标准"},
            headers=version_of(reviewer, submission),
        )
        assert answer.json()["state"] == "received"
        assert office.triggered == [submission]


def test_an_auditor_looks_and_changes_nothing(office: Office) -> None:
    with office.client("applicant") as client, office.client("auditor") as auditor:
        submission = verified(office, client)
        assert auditor.get(f"/submissions/{submission}").status_code == 200
        for method, path in (("POST", "submit"), ("POST", "withdraw"), ("PUT", "files/x")):
            answer = auditor.request(method, f"/submissions/{submission}/{path}")
            assert kind_of(answer) == "forbidden"


def test_a_reviewer_sees_a_draft_of_the_region_and_can_not_touch_its_files(office: Office) -> None:
    with office.client("applicant") as client, office.client("reviewer") as reviewer:
        submission = draft(client)["id"]
        location = announce(client, submission, "a", b"not the reviewer's").json()["location"]
        assert reviewer.get(f"/submissions/{submission}").status_code == 200
        upload = location.removeprefix("/api/v1")
        assert kind_of(reviewer.delete(upload)) == "forbidden"
        assert kind_of(put(reviewer, submission, "b", b"1")) == "forbidden"
        assert client.head(upload).status_code == 204
