"""Audits a round: its tables are read from the records, and what there is to say of them is said."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.principal import Principal
from flows import in_force, messages
from flows.progress import Progress, silent

if TYPE_CHECKING:
    from audit.model import Audit
    from audit.tables import RoundTables
    from flows.rescore_round import Readable
    from vault.records import Records

SEED_BYTES = 6
"""Of a seed that is drawn."""


class Audited(NamedTuple):
    """What an audit said, and the tables that it said it of."""

    audit: Audit
    tables: RoundTables


def begin(records: Records, principal: Principal, round: str, seed: str | None) -> str:  # noqa: A002
    """Begins an audit, noted in the trail; gives the seed of its sample: the one given, else that of the audit before, at first one that nobody could know.

    NotAllowedError, NotFoundError where there is no such round.
    """
    return records.begin_audit(principal, round, seed, fresh=secrets.token_hex(SEED_BYTES))


def audit_round(
    vault: Readable,
    principal: Principal,
    round: str,  # noqa: A002 - the field's own name
    seed: str,
    *,
    fallback: Path | None,
    progress: Progress = silent,
) -> Audited:
    """The audit as the round stands now, with the sample of a seed.

    `fallback`: the standard of the settings, where the records name none. NotAllowedError, NotFoundError where there is no such
    round, RubricError, StoreUnreachableError.
    """
    from audit.audit import audit
    from audit.tables import RoundTables
    from flows.alike_pages import pages_alike

    records = vault.records
    stands = records.round_progress(principal, round)
    rubric = in_force.standard_on(records, fallback, stands.round.days.closes_on)
    progress(messages.STAGE_TABLES, 0, 0)
    tables = RoundTables.of(records.round_tables(principal, round))
    alike = pages_alike(records, vault.blobs, principal, round, tables.submissions, progress)
    progress(messages.STAGE_AUDITING, 0, 0)
    found = audit(
        tables,
        stands.round,
        rubric,
        as_of=stands.today,
        seed=seed,
        alike=alike,
    )
    return Audited(found, tables)
