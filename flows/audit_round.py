"""Audits a round: its tables are read from the records, and what there is to say of them is said."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.principal import Principal
from flows import in_force, messages
from flows.progress import Progress

if TYPE_CHECKING:
    from audit.model import Audit
    from audit.tables import RoundTables
    from vault.records import Records


SEED_BYTES = 6


class Audited(NamedTuple):
    """What an audit said, and the tables that it said it of."""

    audit: Audit
    tables: RoundTables


def audit_round(
    records: Records,
    principal: Principal,
    round: str,  # noqa: A002 - the field's own name
    *,
    seed: str | None,
    fallback: Path | None,
    progress: Progress,
) -> Audited:
    """The audit of a round, noted in the trail. `seed` of the sample: by default that of the audit before, at first one that nobody could know.

    `fallback`: the standard of the settings, where the records name none. NotAllowedError, NotFoundError where there is no such
    round, RubricError.
    """
    from audit.audit import audit
    from audit.tables import RoundTables

    seed = records.begin_audit(principal, round, seed, fresh=secrets.token_hex(SEED_BYTES))
    stands = records.round_progress(principal, round)
    rubric = in_force.standard_on(records, fallback, stands.round.days.closes_on)
    progress(messages.STAGE_TABLES, 0, 0)
    tables = RoundTables.of(records.round_tables(principal, round))
    progress(messages.STAGE_AUDITING, 0, 0)
    return Audited(audit(tables, stands.round, rubric, as_of=stands.today, seed=seed), tables)
