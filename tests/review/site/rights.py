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
EXPERTS = frozenset({"expert"})


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
}
"""What stands for a path's parameter. Where such a thing isn't there, 404 for all: see MISSING."""
MISSING = frozenset(
    {"GET /static/{digest}/{name:path}", "GET /invitation/{secret}", "POST /invitation/{secret}"}
)
"""Routes about something that isn't there, whoever asks: a secret address is all the right that they need."""
ELSEWHERE = frozenset({"GET /signin/portal", "GET /signin/portal/back"})
"""Routes that aren't there without settings of their own; test_oidc.py is about them."""
HALFWAY = frozenset({"GET /signin/code", "POST /signin/code", "GET /signin/factor", "POST /signin/factor"})
"""Routes for sessions that aren't whole; whoever has another is led away. test_second_factor.py is about them."""

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
    "GET /review/{submission}": Rule(EVERYONE - APPLICANTS, about="submission"),
    "GET /review/{submission}/sheet": Rule(EVERYONE - APPLICANTS, about="submission"),
    "GET /review/{submission}/pages/{document}/{page}.webp": Rule(EVERYONE - APPLICANTS, about="submission"),
}
