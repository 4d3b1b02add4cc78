"""Keeps Prefect to itself: no telemetry, no page that asks a host outside. Stands before Prefect is ever imported.

Programs of Prefect's own (`prefect server start`, `prefect worker start`) don't come by here: start them with
`environment()`. What an operator has set already stands.
"""

import os

ENVIRONMENT = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "PREFECT_SERVER_UI_V2_ENABLED": "false",
    "PREFECT_CLI_PROMPT": "false",
}
"""`PREFECT_SERVER_UI_V2_ENABLED`: that page loads parts from outside; the first one doesn't."""


def environment() -> dict[str, str]:
    """This process's environment with Prefect kept quiet, for a program that is started from here."""
    return {**ENVIRONMENT, **os.environ}


def keep_quiet() -> None:
    """Puts the same into this process's own environment."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
