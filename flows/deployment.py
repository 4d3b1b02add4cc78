"""What a Prefect server has to know before it can hand out kept submissions: a work pool, its queues, a deployment.

All of it is made where it isn't there, so that a server with an empty database is as good as any.
"""

from __future__ import annotations

import contextlib
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.exceptions import ObjectAlreadyExists
from prefect.settings import PREFECT_API_AUTH_STRING

from dossier.record import Priority

FLOW = "verify-kept-submission"
DEPLOYMENT = "kept"
POOL_TYPE = "hezheng"
QUEUES: dict[Priority, int] = {"interactive": 1, "batch": 2}
"""A queue of the work pool for each priority; 1 comes first."""
ENTRYPOINT = "flows.service_flow.service_flow"
"""Only told: workers of ours have the flow in their own process."""
SECONDS = 10.0
"""A server that hasn't answered by then counts as out of reach."""


def client_of(url: str) -> SyncPrefectClient:
    """A client of the server at that address, to be used in a `with`."""
    return SyncPrefectClient(
        url, auth_string=PREFECT_API_AUTH_STRING.value(), httpx_settings={"timeout": SECONDS}
    )


def ensure_deployment(client: SyncPrefectClient, pool: str) -> UUID:
    """The id of the deployment, which is made with all that it needs. Raises what the client raises."""
    with contextlib.suppress(ObjectAlreadyExists):
        client.create_work_pool(WorkPoolCreate(name=pool, type=POOL_TYPE))
    for queue, priority in QUEUES.items():
        with contextlib.suppress(ObjectAlreadyExists):
            client.create_work_queue(name=queue, priority=priority, work_pool_name=pool)
    return client.create_deployment(
        flow_id=client.create_flow_from_name(FLOW),
        name=DEPLOYMENT,
        description="核验一份已提交的申报。",
        work_pool_name=pool,
        work_queue_name="interactive",
        entrypoint=ENTRYPOINT,
        enforce_parameter_schema=False,
    )
