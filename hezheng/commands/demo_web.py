"""`make demo-web`: the service with three submissions and one user of each role, on this machine alone.

Everything lies in a folder of its own below the data folder, and is kept for the next time. The examples are handed in
as an applicant would, and verified by the service itself while it already serves.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import rubric
from dossier.errors import HezhengError
from dossier.principal import Principal, Role
from dossier.standards import Proposal
from dossier.submission import Organization
from extractors.corrections import written
from flows.intake import APPLICATION_JSON
from hezheng import messages, settings
from hezheng.commands import serving
from hezheng.commands.verifying import EXAMPLES, find_examples
from hezheng.console import console
from hezheng.service import Service
from rubric.uploads import from_file
from vault.records import Records

ROUND = "2026"
FOLDER = "demo-web"
ACTOR = "console:demo-web"
EMBEDDED = ("DATABASE_URL", "S3_ENDPOINT", "PREFECT_API_URL", "OIDC_ISSUER", "PUBLIC_URL")
"""Settings of an office, which the demo has nothing to do with."""


class Example(NamedTuple):
    """What is handed in, by whom, and how far it goes."""

    folder: str
    owner: str
    organization: Organization
    recommender: str
    files: int | None = None
    """So many files alone, and left a draft; None: all of them, and submitted."""
    written: bool = False
    """Whether what is applied for was written in the page, instead of being a file."""


PEOPLE = (
    Principal(id="applicant", name="南通市安澜职业技能培训中心", role=Role.APPLICANT, region="南通市"),
    Principal(
        id="applicant-suzhou", name="苏州市启明困难职工帮扶服务社", role=Role.APPLICANT, region="苏州市"
    ),
    Principal(id="reviewer", name="南通市总工会审核员", role=Role.REVIEWER, region="南通市"),
    Principal(id="reviewer-suzhou", name="苏州市总工会审核员", role=Role.REVIEWER, region="苏州市"),
    Principal(id="expert", name="评审专家", role=Role.EXPERT),
    Principal(id="office", name="省总工会经办人", role=Role.OFFICE),
    Principal(id="office-second", name="省总工会复核人", role=Role.OFFICE),
    Principal(id="admin", name="系统管理员", role=Role.ADMINISTRATOR),
    Principal(id="auditor", name="审计员", role=Role.AUDITOR),
)
_HONEST = Organization(name="南通市安澜职业技能培训中心", uscc="52320600MJY9PYE403")
_DISHONEST = Organization(name="苏州市启明困难职工帮扶服务社", uscc="52320500MJW5K02D0L")
SUBMISSIONS = (
    Example("honest", "applicant", _HONEST, "南通市总工会"),
    Example("dishonest", "applicant-suzhou", _DISHONEST, "苏州市总工会"),
    Example("honest", "applicant", _HONEST, "南通市总工会", files=4, written=True),
)

NEXT_ROUND = date(2027, 1, 1)
NEXT_STANDARD = ((b'version: "2023.1"', b'version: "2027.1"'), (b"threshold: 80", b"threshold: 85"))
"""What the next round's standard says otherwise than the shipped one."""


class DemoCallError(HezhengError):
    """A `.env` file names an office's parts, with which a demo has nothing to do."""


def demo_web(port: int | None = None) -> int:
    """Serves the demo until it is interrupted, and prints addresses and passwords first. DemoCallError."""
    examples = {folder.name: folder for _, folder in find_examples(EXAMPLES)}
    chosen = _embedded()
    service = Service.open(chosen, trigger=lambda _: None)
    try:
        words = put_people(service.records, PEOPLE)
        if not service.records.list(PEOPLE[5]).items:
            for example in SUBMISSIONS:
                hand_in(service, example, examples[example.folder])
            put_rules(service.records)
    finally:
        service.close()
    _tell(words)
    return serving.serve(serving.LOOPBACK, port)


def put_people(records: Records, people: Sequence[Principal]) -> dict[str, str]:
    """Has the records know these people, each with a new password, which is given by their ids."""
    words = {person.id: secrets.token_urlsafe(9) for person in people}
    for person in people:
        records.put_user(ACTOR, person)
        records.set_password(ACTOR, person.id, words[person.id])
    return words


def put_rules(records: Records) -> None:
    """A standard for the next round that waits for a second person, and an outlet that the shipped list doesn't know."""
    office = records.user("office")
    content = rubric.SHIPPED.read_bytes()
    for before, after in NEXT_STANDARD:
        content = content.replace(before, after)
    standard, content = from_file(content, messages.DEMO_WEB_STANDARD)
    kept = records.add_standard(
        office,
        content,
        id=standard.id,
        version=standard.version,
        title=standard.title,
        provisional=standard.provisional,
        file=messages.DEMO_WEB_STANDARD,
    )
    records.propose_standard(
        office, Proposal(sha256=kept.sha256, since=NEXT_ROUND, reason=messages.DEMO_WEB_REASON)
    )
    row = {"name": "江海晚报客户端", "level": "prefecture", "by": office.name, "why": messages.DEMO_WEB_WHY}
    records.change_list(office, "outlets", 0, written("outlets", [row]), note=messages.DEMO_WEB_WHY)


def hand_in(service: Service, example: Example, folder: Path) -> str:
    """The id of a submission of the example's files."""
    owner = service.records.user(example.owner)
    made = service.records.create(
        owner,
        round=ROUND,
        organization=example.organization,
        recommender=example.recommender,
        application=_written(folder) if example.written else None,
    )
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    if example.written:
        files.remove(folder / APPLICATION_JSON)
    for file in files[: example.files]:
        content = file.read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        service.originals.put(file, sha256=sha256, size=len(content))
        path = file.relative_to(folder).as_posix()
        service.records.add_document(owner, made.id, path, sha256=sha256, size=len(content))
    if example.files is None:
        service.records.submit(owner, made.id, made.version)
    return made.id


def _written(folder: Path) -> dict[str, Any]:
    """What submission.json says, without the files that it names and the day on which it was handed in."""
    told: dict[str, Any] = json.loads((folder / APPLICATION_JSON).read_bytes())
    del told["submitted_at"]
    claims = [{name: each[name] for name in each if name != "files"} for each in told["claims"]]
    return told | {"claims": claims}


def _embedded() -> settings.Settings:
    """The settings in force, in a folder of their own, for this process and its children."""
    for name in EMBEDDED:
        os.environ[settings.PREFIX + name] = ""
    os.environ[f"{settings.PREFIX}DATA"] = str(settings.load().data / FOLDER)
    os.environ[f"{settings.PREFIX}SECOND_FACTOR_FOR"] = "none"
    settings.load.cache_clear()
    chosen = settings.load()
    for name in EMBEDDED:
        if getattr(chosen, name.lower()) is not None:
            told = messages.DEMO_WEB_OFFICE.format(name=settings.PREFIX + name)
            raise DemoCallError(told, advice=messages.DEMO_WEB_OFFICE_ADVICE, cause=f"{name} in .env")
    return chosen


def _tell(words: dict[str, str]) -> None:
    shown = console()
    shown.print(messages.DEMO_WEB)
    for person in PEOPLE:
        shown.print(
            messages.DEMO_WEB_PERSON.format(id=person.id, password=words[person.id], name=person.name)
        )
    shown.print(messages.DEMO_WEB_WAIT)
