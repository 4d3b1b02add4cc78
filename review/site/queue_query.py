"""The queue's address: what is filtered and sorted, so that a link, a saved view and the page say the same."""

from collections.abc import Iterable
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from dossier.finding import Code
from dossier.queue import QueueFilter, Sort
from dossier.state import State
from review.api.problems import Problem
from review.site import queue_messages as messages

ME = "@me"
"""Stands in the address for whoever looks, so that a view can be passed on."""


class QueueQuery(BaseModel):
    """The parameters of the address. What is left blank isn't said."""

    model_config = ConfigDict(frozen=True)

    state: State | Literal["open", "all"] = "open"
    search: str = ""
    round: str | None = None
    city: str | None = None
    eligible: Literal["yes", "no", "review"] | None = None
    code: Code | None = None
    assignee: str | None = None
    criterion: str | None = None
    aside: bool = False
    sort: Sort = Sort.RISK
    reverse: bool = False
    after: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, told: Any) -> Any:  # noqa: ANN401 - as it comes
        return (
            {name: value for name, value in told.items() if value != ""} if isinstance(told, dict) else told
        )

    def wanted(self, viewer: str) -> QueueFilter:
        """The filter, for the user who looks."""
        return QueueFilter(
            state=self.state,
            round=self.round,
            region=self.city,
            eligible=self.eligible,
            code=self.code,
            assignee=viewer if self.assignee == ME else self.assignee,
            criterion=self.criterion,
            aside=self.aside,
            search=self.search,
        )

    def query(self, **changes: object) -> str:
        """The query string with these changes, from the first page unless `after` is among them."""
        told = {**self.model_dump(exclude_defaults=True, exclude={"after"}), **changes}
        default = QueueQuery()
        kept = {name: value for name, value in told.items() if value != getattr(default, name)}
        return urlencode(
            {name: str(value).lower() if value is True else value for name, value in kept.items()}
        )

    def address(self, **changes: object) -> str:
        """The page's address with these changes."""
        query = self.query(**changes)
        return f"/queue?{query}" if query else "/queue"

    @property
    def here(self) -> str:
        """The query string of this very page."""
        return self.query(after=self.after)

    def shown(self, name: str) -> str:
        """A parameter as the form has it."""
        return str(getattr(self, name) or "")

    @property
    def narrowed(self) -> bool:
        """Whether something but the state and the order is said."""
        plain = {"state", "sort", "reverse", "after"}
        return bool(self.model_dump(exclude_defaults=True, exclude=plain))


def parsed(query: str) -> QueueQuery:
    """What a query string says, such as a form carries it. Problem `invalid`."""
    try:
        return QueueQuery.model_validate(dict(_known(parse_qsl(query))))
    except ValidationError as error:
        raise Problem("invalid", messages.QUERY) from error


def _known(pairs: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((name, value) for name, value in pairs if name in QueueQuery.model_fields)
