"""What a draft says of itself, while its owner still writes it."""

from collections.abc import Mapping

from pydantic import JsonValue

from dossier.principal import Principal
from dossier.record import SubmissionRecord
from dossier.state import State
from dossier.submission import Organization
from vault.records import access
from vault.records.errors import NotInDraftError
from vault.records.part import Part
from vault.records.submissions import prefecture, record_of


class DraftRecords(Part):
    """Drafts, as they are written."""

    def write_draft(
        self,
        principal: Principal,
        submission: str,
        *,
        organization: Organization,
        recommender: str | None,
        application: Mapping[str, JsonValue] | None,
    ) -> SubmissionRecord:
        """Sets who applies, who recommends, and what is applied for; an application of None: a file of the draft says it.

        The region follows the recommender, as when a draft is made. The same again changes nothing. NotFoundError,
        NotAllowedError, NotInDraftError: what was handed in once stays as it was.
        """
        with self._database.write() as transaction:
            row = access.find_draft(transaction.session, principal, submission, lock=True)
            if row.state != State.DRAFT:
                raise NotInDraftError(State(row.state))
            told = organization.model_dump(mode="json")
            written = dict(application) if application is not None else None
            if (row.organization, row.recommender, row.application) == (told, recommender, written):
                return record_of(row)
            row.organization, row.recommender, row.application = told, recommender, written
            row.region = prefecture(recommender or "") or principal.region
            row.updated_at = transaction.now
            transaction.note(
                principal.id,
                "submission.write",
                submission,
                organization=told,
                recommender=recommender,
                points=_points(written),
            )
            return record_of(row)


def _points(application: Mapping[str, JsonValue] | None) -> dict[str, JsonValue]:
    """What is claimed for each criterion, as far as the application says so at all."""
    claims = (application or {}).get("claims")
    told = [each for each in claims if isinstance(each, dict)] if isinstance(claims, list) else []
    return {str(each.get("criterion")): each.get("points") for each in told}
