"""The names that other programs rely on. They are written out here: a name that changes breaks this test.

Names may be added; none may be renamed or taken away.
"""

from typing import Any

import pytest
from typer.main import get_command

from dossier.finding import Code, Severity, Verdict
from dossier.kinds import KIND_NAMES, Kind
from dossier.report import Report
from flows.submission_file import SubmissionOnDisk
from hezheng.cli import app

REPORT_FIELDS = {
    "Report": "submission rubric documents facts findings discrepancies score",
    "SubmissionSummary": "id round organization recommender submitted_at as_of",
    "Organization": "name uscc type legal_representative address",
    "RubricReference": "id version sha256 provisional",
    "Document": "path sha256 kind kind_confidence pages origin segments problems",
    "Segment": "kind pages",
    "Fact": "document kind name value raw confidence evidence",
    "Evidence": "document page box text locator",
    "Finding": "criterion check verdict claimed supported explanation rule facts evidence",
    "Rule": "clause source",
    "Discrepancy": "code severity criterion document message evidence",
    "Score": "claimed claimed_sum supported threshold eligible",
}

SUBMISSION_FIELDS = {
    "SubmissionOnDisk": "round organization recommender submitted_at claims claimed_total",
    "OrganizationOnDisk": "name uscc type legal_representative address",
    "ClaimOnDisk": "criterion points statement files",
}

KINDS = """
registration_certificate business_licence grade_certificate annual_report credit_record
penalty_decision award media_clipping union_approval appointment training_record contract
satisfaction_survey office_proof staff_proof term_change charter policy_document plan budget
implementation summary meeting_record activity_record study_record brand_material union_roster
acceptance application_form other
"""

CODES = """
identity_mismatch not_a_social_organization uscc_invalid uscc_mismatch registration_expired
grade_below_required grade_overstated grade_expired annual_inspection_missing
annual_inspection_failed annual_inspection_basic listed_abnormal listed_seriously_illegal
credit_record_stale penalty_in_window authority_level_too_low award_to_person out_of_period
media_negative media_not_about_organization outlet_not_listed satisfaction_below_threshold
satisfaction_arithmetic satisfaction_sample_small training_missing_year term_overdue
office_term_expired address_mismatch evidence_missing evidence_unrelated evidence_reused
points_overclaimed points_over_maximum score_arithmetic below_threshold tampering_suspected
seal_issuer_mismatch text_layer_mismatch certificate_number_shared unreadable_document
submitted_out_of_window quota_exceeded
"""

COMMANDS = {
    "verify": {"path", "--as-of", "--rubric", "--out"},
    "read": {"files", "--organization", "--json"},
    "form": {"--out"},
    "demo": {"--out"},
    "serve": {"--host", "--port"},
    "worker": set[str](),
    "schema": {"name"},
    "doctor": {"--json"},
    "rubric check": {"file"},
    "rubric show": {"file"},
    "rubric import": {"file", "--out"},
}


def _properties(schema: dict[str, Any]) -> dict[str, set[str]]:
    models = {schema["title"]: schema, **schema.get("$defs", {})}
    return {name: set(model.get("properties", {})) for name, model in models.items()}


@pytest.mark.parametrize(("model", "names"), REPORT_FIELDS.items())
def test_the_report_has_the_names_of_the_contract(model: str, names: str) -> None:
    found = _properties(Report.model_json_schema(mode="serialization"))
    assert set(names.split()) <= found[model]


@pytest.mark.parametrize(("model", "names"), SUBMISSION_FIELDS.items())
def test_submission_json_has_the_names_of_the_contract(model: str, names: str) -> None:
    assert _properties(SubmissionOnDisk.model_json_schema())[model] == set(names.split())


def test_a_submission_needs_no_more_than_round_organization_and_claims() -> None:
    schema = SubmissionOnDisk.model_json_schema()
    assert set(schema["required"]) == {"round", "organization", "claims"}
    assert schema["$defs"]["OrganizationOnDisk"]["required"] == ["name"]
    assert set(schema["$defs"]["ClaimOnDisk"]["required"]) == {"criterion", "points"}


def test_the_words_of_verdicts_and_severities_stand() -> None:
    assert {*Verdict} == {
        "supported",
        "contradicted",
        "missing",
        "unreadable",
        "uncertain",
        "not_applicable",
    }
    assert [*Severity] == ["gate", "major", "minor", "info"]


def test_every_kind_is_there_and_has_a_chinese_name() -> None:
    assert {*Kind} == set(KINDS.split())
    assert set(KIND_NAMES) == {*Kind}


def test_every_code_is_there() -> None:
    assert {*Code} == set(CODES.split())


def _command(name: str) -> Any:
    command: Any = get_command(app)
    for part in name.split():
        command = command.commands[part]
    return command


@pytest.mark.parametrize(("name", "parameters"), COMMANDS.items())
def test_commands_take_the_parameters_of_the_contract(name: str, parameters: set[str]) -> None:
    found: set[str] = set()
    for parameter in _command(name).params:
        found |= {parameter.name} if parameter.param_type_name == "argument" else set(parameter.opts)
    assert found == parameters
