"""Settings that `hezheng doctor` finds at fault: unknown, contradictory, or open to others."""

import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dotenv import dotenv_values

from dossier.dates import CHINA
from hezheng import messages
from hezheng.commands.checks import Check
from hezheng.settings import PREFIX, Settings

ENV_FILE = Path(".env")
SECRETS = ("S3_SECRET_KEY", "DATABASE_URL", "OIDC_CLIENT_SECRET")
"""Settings for whose sake a file must not be open to others."""


def check_settings(chosen: Settings) -> Check:
    """Whether each `HEZHENG_*` variable is one that there is, and whether they go together."""
    found = [*_unknown(), *_contradictions(chosen), *_open_files()]
    if found:
        return Check(messages.CHECK_SETTINGS, fine=False, detail="；".join(found))
    given = sum(name in Settings.model_fields for name in map(_field, _given()))
    told = messages.CHECK_SETTINGS_FINE.format(count=given) if given else messages.CHECK_SETTINGS_NONE
    return Check(messages.CHECK_SETTINGS, fine=True, detail=told)


def _given() -> list[str]:
    """Names of all variables with our prefix, in the environment and in `.env`."""
    in_file = dotenv_values(ENV_FILE) if ENV_FILE.is_file() else {}
    return sorted(name for name in {*os.environ, *in_file} if name.upper().startswith(PREFIX))


def _field(name: str) -> str:
    return name[len(PREFIX) :].lower()


def _unknown() -> Iterator[str]:
    for name in _given():
        if _field(name) not in Settings.model_fields:
            yield messages.SETTING_UNKNOWN.format(name=name)


def _contradictions(chosen: Settings) -> Iterator[str]:
    keys = bool(chosen.s3_access_key) or bool(chosen.s3_secret_key.get_secret_value())
    both = bool(chosen.s3_access_key) and bool(chosen.s3_secret_key.get_secret_value())
    if chosen.s3_endpoint is not None and not both:
        yield messages.SETTING_KEYS_LACKING
    if chosen.s3_endpoint is None and keys:
        yield messages.SETTING_ENDPOINT_LACKING
    if chosen.prefect_api_url is not None and chosen.database_url is None:
        yield messages.SETTING_SHARED_SQLITE
    if chosen.prefect_api_url is not None and not chosen.prefect_api_url.rstrip("/").endswith("/api"):
        yield messages.SETTING_PREFECT_PATH.format(value=chosen.prefect_api_url)
    if chosen.keep_until is not None and chosen.keep_until < datetime.now(CHINA).date():
        yield messages.SETTING_KEEP_PAST.format(day=chosen.keep_until)
    if chosen.reconcile_seconds > chosen.lease_seconds:
        yield messages.SETTING_RECONCILE.format(
            reconcile=chosen.reconcile_seconds, lease=chosen.lease_seconds
        )
    if chosen.metrics_port and chosen.metrics_port == chosen.port:
        yield messages.SETTING_PORTS.format(port=chosen.port)


def _open_files() -> Iterator[str]:
    """A `.env` with secrets in it that others on this host can read."""
    if not ENV_FILE.is_file():
        return
    held = [name for name in SECRETS if dotenv_values(ENV_FILE).get(PREFIX + name)]
    if held and stat.S_IMODE(ENV_FILE.stat().st_mode) & 0o077:
        yield messages.SETTING_FILE_OPEN.format(path=ENV_FILE.resolve())
