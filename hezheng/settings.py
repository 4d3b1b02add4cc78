"""Settings: `HEZHENG_*` variables or a `.env` file in the working folder. With none set, all is embedded."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from dossier.errors import HezhengError
from hezheng import messages

PREFIX = "HEZHENG_"


class SettingsInvalidError(HezhengError):
    """A variable or a line of `.env` has a value that can't be used."""


class Settings(BaseSettings):
    """What an installation can be told. Paths are taken from the working folder."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )

    data: Path = Path("hezheng-data")
    """Folder for everything that is kept: readings, logs."""
    rubric: Path | None = None
    """The standard to apply; none: the one that is shipped."""
    notice: Path | None = None
    """The office's own copy of the notice, plain text: clauses are then quoted from it."""
    corrections: Path | None = None
    """Folder of the office's corrections; none: `corrections` in the data folder, where there is one."""
    workers: int = Field(default=0, ge=0, le=64)
    """Processes that read pages; 0: one for each core."""
    unpacked_limit_mb: int = Field(default=4096, ge=1)
    """How much a zip may unpack to, in MiB."""
    member_limit: int = Field(default=5000, ge=1)
    """How many files a submission may hold."""

    @property
    def logs(self) -> Path:
        """Folder of the logs."""
        return self.data / "logs"


@lru_cache(maxsize=1)
def load() -> Settings:
    """The settings in force. SettingsInvalidError names the variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsInvalidError(
            messages.SETTING_INVALID.format(name=name, value=first.get("input")),
            where=messages.SETTING_WHERE,
            advice=messages.SETTING_ADVICE.format(name=name),
            cause=str(error),
        ) from error
