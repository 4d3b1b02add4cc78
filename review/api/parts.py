"""What the API works with. `hezheng.service.Service` puts it together; the routes find it through `parts_of`."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Protocol

from fastapi import Depends, Request

from flows.kept_pages import KeptPages
from flows.rehearsal import Rehearsals
from review.api.partials import Partials
from review.site.sign_in_settings import SignInSettings
from vault.blobs import Blobs
from vault.originals import Originals
from vault.records import Records
from vault.report_files import ReportFileStore


class ApiSettings(SignInSettings, Protocol):
    """What the API and the pages need to know of the settings."""

    @property
    def rubric(self) -> Path | None:
        """The standard to apply; None: the one that is shipped."""
        ...

    @property
    def notice(self) -> Path | None:
        """The office's own copy of the notice, whose words are quoted beside each clause."""
        ...

    @property
    def corrections(self) -> Path | None:
        """Folder of the office's corrections; None for `corrections` in the data folder."""
        ...

    @property
    def data(self) -> Path:
        """Folder of what is kept between runs."""
        ...

    @property
    def workers(self) -> int:
        """Reading processes; 0 for one a core."""
        ...

    @property
    def member_limit(self) -> int:
        """How many files a submission may hold."""
        ...

    @property
    def unpacked_limit_mb(self) -> int:
        """How much the files of a submission may hold, in MiB."""
        ...

    @property
    def webhook_private(self) -> bool:
        """Whether webhooks may go to addresses inside the office's network."""
        ...

    @property
    def rate_per_second(self) -> float:
        """Requests a second that a token may make in the long run; an address may make four times as many."""
        ...

    @property
    def upload_hours(self) -> float:
        """How long an upload that isn't whole is kept."""
        ...


class Parts(Protocol):
    """The parts of the service that the API uses."""

    @property
    def settings(self) -> ApiSettings:
        """The settings in force."""
        ...

    @property
    def records(self) -> Records:
        """Where submissions stand."""
        ...

    @property
    def blobs(self) -> Blobs:
        """The store under all of it, with the heads of the trail."""
        ...

    @property
    def originals(self) -> Originals:
        """Applicants' files."""
        ...

    @property
    def reports(self) -> ReportFileStore:
        """Files of reports."""
        ...

    @property
    def pages(self) -> KeptPages:
        """Pages of documents, to look at."""
        ...

    @property
    def rehearsals(self) -> Rehearsals:
        """Self-checks of drafts."""
        ...

    @property
    def partials(self) -> Partials:
        """Uploads that aren't whole yet."""
        ...

    @property
    def trigger(self) -> Callable[[str], None]:
        """Sets a submission's verification going. Never fails: what it misses, the reconciler finds."""
        ...


def parts_of(request: Request) -> Parts:
    """The parts that this application was made with."""
    return request.app.state.parts


Service = Annotated[Parts, Depends(parts_of)]
"""A route's way to the parts."""
