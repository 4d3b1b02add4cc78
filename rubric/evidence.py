"""Which facts each kind of document yields: the table of the public contract, with the few facts beyond it."""

from collections.abc import Mapping

from dossier.kinds import Kind

_PAPER = frozenset({"title", "organization_name", "date", "organizer"})
_GATHERING = _PAPER | {"organizer_level", "organizer_level_certain", "mentions_organization"}
_SEAL = frozenset({"seal_name"})

FACTS: Mapping[Kind, frozenset[str]] = {
    Kind.REGISTRATION_CERTIFICATE: _SEAL
    | {
        "organization_name",
        "uscc",
        "organization_type",
        "registration_date",
        "legal_representative",
        "address",
        "registration_authority",
        "supervisory_body",
        "registered_capital",
        "business_scope",
        "valid_from",
        "valid_until",
        "issue_date",
    },
    Kind.BUSINESS_LICENCE: frozenset(
        {
            "organization_name",
            "uscc",
            "organization_type",
            "legal_representative",
            "address",
            "registration_authority",
            "registered_capital",
            "valid_from",
            "valid_until",
            "issue_date",
        }
    ),
    Kind.GRADE_CERTIFICATE: _SEAL
    | {
        "organization_name",
        "grade",
        "issuing_authority",
        "certificate_number",
        "issue_date",
        "valid_from",
        "valid_until",
    },
    Kind.ANNUAL_REPORT: _SEAL
    | {"organization_name", "uscc", "year", "conclusion", "full_time_staff", "issue_date", "charity"},
    Kind.CREDIT_RECORD: frozenset(
        {
            "organization_name",
            "uscc",
            "query_date",
            "abnormal_listed",
            "seriously_illegal_listed",
            "penalty_count",
        }
    ),
    Kind.PENALTY_DECISION: _SEAL
    | {
        "organization_name",
        "uscc",
        "document_number",
        "penalty_types",
        "amount",
        "issuing_authority",
        "decision_date",
    },
    Kind.AWARD: _SEAL
    | {
        "recipient",
        "recipient_type",
        "honor_title",
        "issuing_authority",
        "authority_level",
        "authority_level_certain",
        "document_number",
        "issue_date",
    },
    Kind.MEDIA_CLIPPING: frozenset(
        {
            "outlet",
            "outlet_level",
            "outlet_level_certain",
            "title",
            "publish_date",
            "mentions_organization",
            "stance",
        }
    ),
    Kind.UNION_APPROVAL: _SEAL
    | {"organization_name", "union_name", "approving_union", "document_number", "issue_date"},
    Kind.APPOINTMENT: _SEAL | {"person", "position", "body", "issuing_authority", "issue_date"},
    Kind.TRAINING_RECORD: _GATHERING | {"participants"},
    Kind.CONTRACT: _SEAL
    | {"party_a", "party_b", "subject", "amount", "sign_date", "valid_from", "valid_until"},
    Kind.SATISFACTION_SURVEY: frozenset({"respondents", "satisfied", "rate", "date", "levels", "sample"}),
    Kind.OFFICE_PROOF: frozenset({"address", "owner", "tenant", "valid_from", "valid_until"}),
    Kind.STAFF_PROOF: frozenset({"organization_name", "people", "period"}),
    Kind.TERM_CHANGE: frozenset({"organization_name", "session", "date", "approving_body"}),
    Kind.CHARTER: _PAPER | {"term_years"},
    Kind.POLICY_DOCUMENT: _PAPER | {"topics"},
    Kind.PLAN: _PAPER,
    Kind.BUDGET: _PAPER,
    Kind.IMPLEMENTATION: _PAPER,
    Kind.SUMMARY: _PAPER,
    Kind.MEETING_RECORD: _GATHERING,
    Kind.ACTIVITY_RECORD: _GATHERING,
    Kind.STUDY_RECORD: _GATHERING,
    Kind.BRAND_MATERIAL: _GATHERING,
    Kind.UNION_ROSTER: _PAPER,
    Kind.ACCEPTANCE: _GATHERING,
    Kind.APPLICATION_FORM: frozenset(
        {"organization_name", "uscc", "legal_representative", "recommender", "claimed_total", "claims"}
    ),
    Kind.OTHER: frozenset(),
}
"""The facts of each kind. `<level>_certain` is false where a level is a guess; `seal_name` is what the seal reads."""
