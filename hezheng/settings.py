"""Settings: `HEZHENG_*` variables or a `.env` file in the working folder. With none set, all is embedded."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from dossier.errors import HezhengError
from dossier.principal import Role
from hezheng import messages

PREFIX = "HEZHENG_"
PRIVATE = 0o077
"""The umask of the service: what it keeps is nobody else's on the host to read."""


class SettingsInvalidError(HezhengError):
    """A variable or a line of `.env` has a value that can't be used."""


class Settings(BaseSettings):
    """What an installation can be told. Paths are taken from the working folder."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
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

    host: str = "127.0.0.1"
    """Address on which the web page and the API are served."""
    port: int = Field(default=8000, ge=0, le=65535)
    """Port of the web page and the API; 0: any free one."""
    trusted_proxies: str = "127.0.0.1"
    """Addresses, with commas, of proxies whose X-Forwarded headers are believed; *: all."""
    rate_per_second: float = Field(default=50, gt=0)
    """Requests a second that one token may make in the long run."""
    upload_hours: float = Field(default=72, gt=0)
    """How long an upload that isn't whole is kept."""
    public_url: str | None = None
    """Address under which people reach the page, for links; none: the one that they asked for."""
    session_idle_minutes: float = Field(default=60, gt=0)
    """A session in a browser that wasn't used for so long is over."""
    session_hours: float = Field(default=12, gt=0)
    """A session in a browser is over after so long in any case."""
    second_factor_for: Annotated[frozenset[Role], NoDecode] = frozenset({Role.OFFICE, Role.ADMINISTRATOR})
    """Roles that don't come in by a password alone, with commas; `none`: a password does for all."""
    oidc_issuer: str | None = None
    """The portal's OpenID provider; none: only passwords."""
    oidc_client_id: str = "hezheng"
    oidc_client_secret: SecretStr = SecretStr("")
    oidc_name: str = "工会服务平台账号"
    """What its button says."""
    oidc_role_claim: str = "roles"
    """The claim that says what someone is."""
    oidc_roles: dict[str, Role] = Field(default={"*": Role.APPLICANT})
    """The role for each value of that claim, as JSON; `*`: for whoever has none of these."""
    oidc_region_claim: str = "region"
    """The claim that names the prefecture."""
    webhook_private: bool = False
    """Whether webhooks may go to addresses inside the office's own network."""
    database_url: str | None = None
    """SQLAlchemy address of the records, `postgresql+psycopg://…`; none: SQLite in the data folder."""
    s3_endpoint: str | None = None
    """Host and port of MinIO or another S3 store for originals; none: the data folder."""
    s3_access_key: str = ""
    s3_secret_key: SecretStr = SecretStr("")
    s3_bucket: str = "hezheng"
    s3_secure: bool = True
    """Whether the store is spoken to over TLS."""
    keep_until: date | None = None
    """Day until which originals are locked: the end of the appeal period; none: not locked."""
    prefect_api_url: str | None = None
    """Address of a Prefect server; none: `serve` starts one of its own."""
    work_pool: str = "hezheng"
    lease_seconds: float = Field(default=60, ge=1, le=1800)
    """A worker that hasn't told of itself for so long has lost its submissions and pages."""
    reconcile_seconds: float = Field(default=10, ge=0.1)
    """How often work that a dead worker left is looked for."""
    metrics_port: int = Field(default=0, ge=0, le=65535)
    """Port on which a worker tells its metrics; 0: it doesn't."""
    metrics_host: str = "127.0.0.1"
    """Address on which a worker tells its metrics."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """The least of what the service's processes log."""

    @field_validator("second_factor_for", mode="before")
    @classmethod
    def _roles(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return (
            frozenset() if value.strip() == "none" else frozenset(each.strip() for each in value.split(","))
        )

    @field_validator("oidc_roles")
    @classmethod
    def _of_people(cls, value: dict[str, Role]) -> dict[str, Role]:
        if Role.WORKER in value.values():
            raise ValueError("workers are programs, and come in by tokens")
        return value

    @property
    def records_url(self) -> str:
        """Address of the records."""
        return self.database_url or f"sqlite:///{self.data.absolute() / 'hezheng.db'}"

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
