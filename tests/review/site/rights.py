"""Who gets through at which route of the pages: the table that test_rights.py holds the pages to.

A new route comes into TABLE: `method path: Rule(who)`. `who` are names of PERSONS below; a route about a submission says
`about="submission"`, and then of those who get through only those do who see the submission at hand. Path parameters
have their values in VALUES (`somebody` is a user whom no person of the table is); `{submission}` is filled in by itself.
`form` is what a POST sends, by default nothing: a form that lacks something and is told so (422) got through.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rubric import SHIPPED as SHIPPED_FILE
from tests.review.reports.sample import drawn_pages, sample_report

SHIPPED = hashlib.sha256(SHIPPED_FILE.read_bytes()).hexdigest()
"""The standard that test_rights.py hands over as one of the office's versions."""
SEEING = ("applicant", "reviewer", "expert", "office", "admin", "auditor")
"""Who sees the submission at hand: its owner, the reviewer of its city, and those who see all."""
BLIND = ("other", "elsewhere")
"""An applicant to whom it is another's, and the reviewer of another city."""
PERSONS = SEEING + BLIND
EVERYONE = frozenset(PERSONS)
ALL = EVERYONE | {"nobody"}
"""Also those who aren't signed in."""
APPLICANTS = frozenset({"applicant", "other"})
REVIEWERS = frozenset({"reviewer", "elsewhere"})
OFFICE = frozenset({"office"})
ADMIN = frozenset({"admin"})
KEEPERS = OFFICE | ADMIN
LOOKERS = KEEPERS | {"auditor"}
EXPERTS = frozenset({"expert"})
DECIDERS = REVIEWERS | OFFICE | EXPERTS


@dataclass(frozen=True)
class Rule:
    """Who gets through at a route, and what it is about."""

    who: frozenset[str]
    about: Literal["nothing", "submission"] = "nothing"
    form: Mapping[str, str] = field(default_factory=dict[str, str])

    def lets(self, person: str) -> bool:
        """Whether that person gets through."""
        return person in self.who and (self.about == "nothing" or person in SEEING)


VALUES = {
    "digest": "000000000000",
    "name": "site.css",
    "secret": "nonsense",
    "user": "somebody",
    "round": "2026",
    "document": hashlib.sha256("申报表.pdf".encode()).hexdigest(),
    "page": "1",
    "format": "html",
    "kind": "xlsx",
    "upload": "U" + "0" * 26,
    "which": "outlets",
    "sha256": SHIPPED,
    "token": "nonsense",
    "webhook": "nonsense",
}
"""What stands for a path's parameter. Where such a thing isn't there, 404 for all: see MISSING."""
MISSING = frozenset(
    {
        "GET /static/{digest}/{name:path}",
        "GET /invitation/{secret}",
        "POST /invitation/{secret}",
    }
)
"""Routes about something that isn't there, whoever asks: a secret address is all the right that they need."""
OWN = frozenset({"POST /account/keys/tokens/{token}/revoke", "POST /account/keys/webhooks/{webhook}/remove"})
"""Routes about what only its owner has; test_keys.py is about them."""
ELSEWHERE = frozenset({"GET /signin/portal", "GET /signin/portal/back"})
"""Routes that aren't there without settings of their own; test_oidc.py is about them."""
HALFWAY = frozenset({"GET /signin/code", "POST /signin/code", "GET /signin/factor", "POST /signin/factor"})
"""Routes for sessions that aren't whole; whoever has another is led away. test_second_factor.py is about them."""

POINTS = {"version": "5", "criterion": "2.6", "points": "1", "comment": "只认这些"}
REVISION = {"version": "5", "before": "0" * 64, "fact": "0", "value": "x", "reason": "见原件"}
SUPPLEMENT = {"version": "5", "due_on": "2020-01-01"}
RULING = {
    "fingerprint": sample_report(drawn_pages()).discrepancies[0].fingerprint,
    "outcome": "confirm",
    "version": "5",
}

FILE = {"path": "证书.pdf", "sha256": "0" * 64, "size": "1"}

TABLE: dict[str, Rule] = {
    "GET /": Rule(ALL),
    "GET /static/{digest}/{name:path}": Rule(ALL),
    "GET /signin": Rule(ALL),
    "POST /signin": Rule(ALL),
    "POST /signout": Rule(ALL),
    "GET /signin/code": Rule(ALL),
    "POST /signin/code": Rule(ALL),
    "GET /signin/factor": Rule(ALL),
    "POST /signin/factor": Rule(ALL),
    "GET /signin/portal": Rule(ALL),
    "GET /signin/portal/back": Rule(ALL),
    "GET /invitation/{secret}": Rule(ALL),
    "POST /invitation/{secret}": Rule(ALL),
    "GET /account": Rule(EVERYONE),
    "POST /account/password": Rule(EVERYONE),
    "POST /account/factor": Rule(EVERYONE),
    "POST /account/factor/confirm": Rule(EVERYONE),
    "POST /account/factor/remove": Rule(EVERYONE - OFFICE - ADMIN),
    "POST /account/codes": Rule(EVERYONE),
    "POST /account/sessions": Rule(EVERYONE),
    "GET /queue": Rule(EVERYONE - APPLICANTS),
    "POST /queue/assign": Rule(REVIEWERS | OFFICE),
    "POST /queue/aside": Rule(REVIEWERS | OFFICE),
    "POST /queue/take-up": Rule(REVIEWERS | OFFICE),
    "POST /queue/views": Rule(EVERYONE - APPLICANTS, form={"name": "视图"}),
    "POST /queue/views/remove": Rule(EVERYONE - APPLICANTS),
    "GET /rounds": Rule(EVERYONE - APPLICANTS - EXPERTS),
    "GET /rounds/{round}": Rule(EVERYONE - APPLICANTS - EXPERTS),
    "POST /rounds/{round}": Rule(OFFICE | ADMIN),
    "GET /audits": Rule(LOOKERS),
    "GET /audits/{round}": Rule(LOOKERS),
    "POST /audits/{round}": Rule(LOOKERS),
    "POST /audits/{round}/looks": Rule(LOOKERS),
    "GET /audits/{round}/file": Rule(LOOKERS),
    "GET /admin/people": Rule(ADMIN),
    "POST /admin/people": Rule(ADMIN),
    "GET /admin/new-person": Rule(ADMIN),
    "GET /admin/people/{user}": Rule(ADMIN),
    "POST /admin/people/{user}": Rule(ADMIN),
    "POST /admin/people/{user}/invitation": Rule(ADMIN),
    "POST /admin/people/{user}/disable": Rule(ADMIN),
    "POST /admin/people/{user}/enable": Rule(ADMIN),
    "POST /admin/people/{user}/factor/remove": Rule(ADMIN),
    "POST /admin/people/{user}/sessions": Rule(ADMIN),
    "GET /admin": Rule(LOOKERS),
    "GET /admin/standards": Rule(LOOKERS),
    "POST /admin/standards": Rule(KEEPERS),
    "GET /admin/standards/current.xlsx": Rule(LOOKERS),
    "GET /admin/standards/{sha256}": Rule(LOOKERS),
    "GET /admin/standards/{sha256}/file.yaml": Rule(LOOKERS),
    "GET /admin/standards/{sha256}/file.xlsx": Rule(LOOKERS),
    "POST /admin/standards/{sha256}/propose": Rule(KEEPERS),
    "POST /admin/standards/{sha256}/answer": Rule(KEEPERS),
    "POST /admin/standards/{sha256}/what-if": Rule(LOOKERS, form={"round": "2026"}),
    "GET /admin/standards/{sha256}/what-if/{round}": Rule(LOOKERS),
    "GET /admin/lists": Rule(LOOKERS),
    "GET /admin/lists/{which}": Rule(LOOKERS),
    "GET /admin/lists/{which}/file": Rule(LOOKERS),
    "POST /admin/lists/{which}/row": Rule(KEEPERS),
    "POST /admin/lists/{which}/remove": Rule(KEEPERS),
    "POST /admin/lists/{which}/file": Rule(KEEPERS),
    "GET /standard": Rule(EVERYONE),
    "GET /standard.pdf": Rule(EVERYONE),
    "GET /trail": Rule(LOOKERS),
    "POST /trail/check": Rule(LOOKERS),
    "GET /account/keys": Rule(EVERYONE),
    "POST /account/keys/tokens": Rule(EVERYONE),
    "POST /account/keys/tokens/{token}/revoke": Rule(EVERYONE),
    "POST /account/keys/webhooks": Rule(ADMIN),
    "POST /account/keys/webhooks/{webhook}/remove": Rule(EVERYONE),
    "GET /review/{submission}": Rule(EVERYONE - APPLICANTS, about="submission"),
    "GET /review/{submission}/conclusion": Rule(EVERYONE - APPLICANTS, about="submission"),
    "POST /review/{submission}/rulings": Rule(DECIDERS, about="submission", form=RULING),
    "GET /review/{submission}/letter.docx": Rule(EVERYONE - APPLICANTS, about="submission"),
    "GET /review/{submission}/report.{format}": Rule(EVERYONE - APPLICANTS, about="submission"),
    "GET /review/{submission}/changes": Rule(EVERYONE - APPLICANTS, about="submission"),
    "GET /review/{submission}/revision": Rule(DECIDERS, about="submission"),
    "POST /review/{submission}/revision": Rule(DECIDERS, about="submission", form=REVISION),
    "POST /review/{submission}/revision/preview": Rule(DECIDERS, about="submission", form=REVISION),
    "POST /review/{submission}/points": Rule(DECIDERS, about="submission", form=POINTS),
    "POST /review/{submission}/supplement": Rule(DECIDERS, about="submission", form=SUPPLEMENT),
    "POST /review/{submission}/decision": Rule(
        DECIDERS, about="submission", form={"version": "5", "outcome": "recommend"}
    ),
    "POST /review/{submission}/moves": Rule(
        REVIEWERS | OFFICE | ADMIN, about="submission", form={"version": "5", "to": "received"}
    ),
    "GET /review/{submission}/sheet": Rule(EVERYONE - APPLICANTS, about="submission"),
    "GET /review/{submission}/pages/{document}/{page}.webp": Rule(EVERYONE - APPLICANTS, about="submission"),
    "GET /my": Rule(APPLICANTS),
    "GET /my/new": Rule(APPLICANTS),
    "POST /my/new": Rule(APPLICANTS),
    "GET /my/forms/{kind}": Rule(APPLICANTS),
    "GET /my/{submission}": Rule(APPLICANTS, about="submission"),
    "GET /my/{submission}/about": Rule(APPLICANTS, about="submission"),
    "POST /my/{submission}/about": Rule(APPLICANTS, about="submission"),
    "POST /my/{submission}/points": Rule(APPLICANTS, about="submission"),
    "GET /my/{submission}/check": Rule(APPLICANTS, about="submission"),
    "GET /my/{submission}/submit": Rule(APPLICANTS, about="submission"),
    "POST /my/{submission}/submit": Rule(APPLICANTS, about="submission", form={"version": "5"}),
    "POST /my/{submission}/withdraw": Rule(APPLICANTS, about="submission", form={"version": "5"}),
    "POST /my/{submission}/reopen": Rule(APPLICANTS, about="submission", form={"version": "5"}),
    "GET /my/{submission}/files": Rule(APPLICANTS, about="submission"),
    "POST /my/{submission}/files": Rule(APPLICANTS, about="submission", form=FILE),
    "POST /my/{submission}/files/remove": Rule(APPLICANTS, about="submission", form=FILE),
    "PATCH /my/{submission}/uploads/{upload}": Rule(APPLICANTS, about="submission"),
    "DELETE /my/{submission}/uploads/{upload}": Rule(APPLICANTS, about="submission"),
}
