"""submission.json as it lies on disk: the model that validates it, and the schema that is shown of it."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from dossier.dates import CHINA

"""A time without a zone is China's."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _written(value: object) -> object:
    if value is not None and not isinstance(value, str):
        raise PydanticCustomError("datetime_type", "a time is written as text")
    return value


def _zoned(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=CHINA)


Moment = Annotated[
    datetime,
    BeforeValidator(_written),
    AfterValidator(_zoned),
    Field(strict=False, examples=["2026-11-15T10:00:00+08:00"]),
]


class _OnDisk(BaseModel):
    """Strict: a number in quotes is no number. Names that aren't known are left to others."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


class OrganizationOnDisk(_OnDisk):
    """The applicant as it describes itself."""

    name: Text
    uscc: Annotated[str | None, Field(description="统一社会信用代码, 18 characters")] = None
    type: Annotated[str | None, Field(description="社会团体, 民办非企业单位 or 基金会")] = None
    legal_representative: str | None = None
    address: str | None = None


class ClaimOnDisk(_OnDisk):
    """Points claimed for one criterion. No files named: every document counts for it."""

    criterion: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Field(examples=["2.6"])]
    points: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    statement: str | None = None
    files: Annotated[
        list[Annotated[str, StringConstraints(min_length=1)]],
        Field(description="paths within the submission; archive.zip!/inner.pdf inside an archive"),
    ] = []


class SubmissionOnDisk(_OnDisk):
    """The application, as submission.json holds it."""

    round: Text
    organization: OrganizationOnDisk
    recommender: str | None = None
    submitted_at: Moment | None = None
    claims: list[ClaimOnDisk]
    claimed_total: Annotated[float | None, Field(ge=0, allow_inf_nan=False)] = None
