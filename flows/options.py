"""What the steps need to know of the settings, and that as a value which a flow run can be given."""

from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from flows.intake import BYTE_LIMIT, MEMBER_LIMIT


class StepSettings(Protocol):
    """What the steps need to know of the settings."""

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
        """How much an archive may unpack to, in MiB."""
        ...

    @property
    def notice(self) -> Path | None:
        """The office's own copy of the notice, whose words are then quoted beside each clause."""
        ...

    @property
    def corrections(self) -> Path | None:
        """Folder of the office's corrections; None for `corrections` in the data folder."""
        ...


class StepOptions(BaseModel):
    """The settings as a flow's parameter: JSON on its way to a worker."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Path = Path("hezheng-data")
    workers: int = Field(default=0, ge=0)
    member_limit: int = Field(default=MEMBER_LIMIT, ge=1)
    unpacked_limit_mb: int = Field(default=BYTE_LIMIT >> 20, ge=1)
    notice: Path | None = None
    corrections: Path | None = None

    @classmethod
    def of(cls, settings: StepSettings) -> "StepOptions":
        """The options that the settings hold, with paths that hold in any working folder."""
        notice, corrections = settings.notice, settings.corrections
        return cls(
            data=settings.data.absolute(),
            workers=settings.workers,
            member_limit=settings.member_limit,
            unpacked_limit_mb=settings.unpacked_limit_mb,
            notice=notice.absolute() if notice is not None else None,
            corrections=corrections.absolute() if corrections is not None else None,
        )
