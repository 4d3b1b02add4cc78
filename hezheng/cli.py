"""The command line. Heavy imports stand in the commands, so that `--help` answers at once."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from dossier.shown import shown
from hezheng import messages
from hezheng.parts import argument, command, group, option

DEFAULT_LOGS = Path("hezheng-data") / "logs"

app = group(messages.APP)
rubric_app = group(messages.RUBRIC)
app.add_typer(rubric_app, name="rubric", rich_help_panel=messages.COMMANDS)
corrections_app = group(messages.CORRECTIONS)
app.add_typer(corrections_app, name="corrections", rich_help_panel=messages.COMMANDS)

trail_app = group(messages.TRAIL)
app.add_typer(trail_app, name="trail", rich_help_panel=messages.COMMANDS)
vault_app = group(messages.VAULT)
app.add_typer(vault_app, name="vault", rich_help_panel=messages.COMMANDS)
token_app = group(messages.TOKEN)
app.add_typer(token_app, name="token", rich_help_panel=messages.COMMANDS)
user_app = group(messages.USER)
app.add_typer(user_app, name="user", rich_help_panel=messages.COMMANDS)


@command(app, "verify", messages.VERIFY)
def verify(
    path: Annotated[Path, argument(messages.VERIFY_PATH, "PATH")],
    as_of: Annotated[str | None, option(messages.AS_OF, "--as-of")] = None,
    rubric: Annotated[Path | None, option(messages.RUBRIC_OPTION, "--rubric")] = None,
    out: Annotated[Path | None, option(messages.OUT, "--out")] = None,
) -> int:
    """Verify one submission and write its reports."""
    from hezheng.commands import verifying

    return verifying.verify(path, as_of=as_of, rubric=rubric, out=out)


@command(app, "read", messages.READ)
def read(
    files: Annotated[list[Path], argument(messages.READ_FILES, "FILE...")],
    organization: Annotated[str | None, option(messages.READ_ORGANIZATION, "--organization")] = None,
    *,
    as_json: Annotated[bool, option(messages.READ_JSON, "--json")] = False,
) -> int:
    """Read files and tell their facts."""
    from hezheng.commands import reading

    return reading.read(files, organization=organization, as_json=as_json)


@command(app, "form", messages.FORM)
def form(out: Annotated[Path, option(messages.FORM_OUT, "--out")] = Path()) -> int:
    """Write the empty forms."""
    from hezheng.commands import forms

    return forms.form(out)


@command(app, "demo", messages.DEMO)
def demo(out: Annotated[Path | None, option(messages.DEMO_OUT, "--out")] = None) -> int:
    """Verify the example submission."""
    from hezheng.commands import verifying

    return verifying.demo(out)


@command(app, "demo-web", messages.DEMO_WEB_HELP)
def demo_web(port: Annotated[int | None, option(messages.SERVE_PORT, "--port")] = None) -> int:
    """Serve the page with the example submissions and a user of each role."""
    from hezheng.commands import demo_web as demo_web_command

    return demo_web_command.demo_web(port)


@command(rubric_app, "check", messages.RUBRIC_CHECK)
def rubric_check(file: Annotated[Path | None, argument(messages.RUBRIC_FILE, "[FILE]")] = None) -> int:
    """Validate a rubric."""
    from hezheng.commands import rubrics

    return rubrics.check(file)


@command(rubric_app, "show", messages.RUBRIC_SHOW)
def rubric_show(file: Annotated[Path | None, argument(messages.RUBRIC_FILE, "[FILE]")] = None) -> int:
    """Print a rubric clause by clause."""
    from hezheng.commands import rubrics

    return rubrics.show(file)


@command(rubric_app, "import", messages.RUBRIC_IMPORT)
def rubric_import(
    file: Annotated[Path, argument(messages.RUBRIC_IMPORT_FILE, "FILE.xlsx")],
    out: Annotated[Path | None, option(messages.RUBRIC_IMPORT_OUT, "--out")] = None,
) -> int:
    """Make a rubric of the office's workbook."""
    from hezheng.commands import rubrics

    return rubrics.import_workbook(file, out)


@command(rubric_app, "export", messages.RUBRIC_EXPORT)
def rubric_export(
    file: Annotated[Path | None, argument(messages.RUBRIC_FILE, "[FILE]")] = None,
    out: Annotated[Path, option(messages.RUBRIC_EXPORT_OUT, "--out")] = Path("评估标准.xlsx"),
) -> int:
    """Write a rubric as a workbook."""
    from hezheng.commands import rubrics

    return rubrics.export(file, out)


@command(corrections_app, "check", messages.CORRECTIONS_CHECK)
def corrections_check(
    folder: Annotated[Path | None, argument(messages.CORRECTIONS_PATH, "[FOLDER]")] = None,
) -> int:
    """Validate the office's corrections and tell what applies."""
    from hezheng.commands import corrections

    return corrections.check(folder)


@command(trail_app, "verify", messages.TRAIL_VERIFY)
def trail_verify() -> int:
    """Check the audit trail."""
    from hezheng.commands import trails

    return trails.verify()


@command(vault_app, "check", messages.VAULT_CHECK)
def vault_check() -> int:
    """Check the originals and reports that are kept."""
    from hezheng.commands import vaulting

    return vaulting.check()


@command(vault_app, "copy", messages.VAULT_COPY)
def vault_copy(
    source: Annotated[str | None, option(messages.VAULT_FROM, "--from")] = None,
    target: Annotated[str | None, option(messages.VAULT_TO, "--to")] = None,
) -> int:
    """Copy all that is kept to another store."""
    from hezheng.commands import vaulting

    return vaulting.copy(source, target)


@command(token_app, "create", messages.TOKEN_CREATE)
def token_create(
    user: Annotated[str, argument(messages.TOKEN_USER, "USER")],
    role: Annotated[str | None, option(messages.TOKEN_ROLE, "--role")] = None,
    name: Annotated[str | None, option(messages.TOKEN_NAME, "--name")] = None,
    region: Annotated[str | None, option(messages.TOKEN_REGION, "--region")] = None,
    scope: Annotated[list[str] | None, option(messages.TOKEN_SCOPE, "--scope")] = None,
    days: Annotated[int | None, option(messages.TOKEN_DAYS, "--days")] = None,
    purpose: Annotated[str, option(messages.TOKEN_PURPOSE, "--purpose")] = "",
) -> int:
    """Make a token."""
    from hezheng.commands import tokens

    return tokens.create(
        user, role=role, name=name, region=region, scopes=scope or (), days=days, purpose=purpose
    )


@command(token_app, "list", messages.TOKEN_LIST)
def token_list(user: Annotated[str | None, option(messages.TOKEN_LIST_USER, "--user")] = None) -> int:
    """List tokens."""
    from hezheng.commands import tokens

    return tokens.list_all(user)


@command(token_app, "revoke", messages.TOKEN_REVOKE)
def token_revoke(token: Annotated[str, argument(messages.TOKEN_ID, "ID")]) -> int:
    """Revoke a token."""
    from hezheng.commands import tokens

    return tokens.revoke(token)


@command(user_app, "add", messages.USER_ADD)
def user_add(
    user: Annotated[str, argument(messages.USER_ID, "ID")],
    role: Annotated[str, option(messages.USER_ROLE, "--role")],
    name: Annotated[str | None, option(messages.TOKEN_NAME, "--name")] = None,
    region: Annotated[str | None, option(messages.TOKEN_REGION, "--region")] = None,
    organization: Annotated[str | None, option(messages.USER_ORGANIZATION, "--organization")] = None,
) -> int:
    """Add a user of the page."""
    from hezheng.commands import users

    return users.add(user, role=role, name=name, region=region, organization=organization)


@command(user_app, "password", messages.USER_PASSWORD)
def user_password(
    user: Annotated[str, argument(messages.USER_ID, "ID")],
    *,
    link: Annotated[bool, option(messages.USER_LINK, "--link")] = False,
) -> int:
    """Set a user's password, or give a link to do so."""
    from hezheng.commands import users

    return users.invite(user) if link else users.password(user)


@command(user_app, "remove-factor", messages.USER_FACTOR)
def user_remove_factor(user: Annotated[str, argument(messages.USER_ID, "ID")]) -> int:
    """Take a user's second factor away."""
    from hezheng.commands import users

    return users.remove_factor(user)


@command(user_app, "list", messages.USER_LIST)
def user_list() -> int:
    """List the users."""
    from hezheng.commands import users

    return users.list_all()


@command(app, "schema", messages.SCHEMA)
def schema(name: Annotated[str, argument(messages.SCHEMA_NAME, "NAME")]) -> int:
    """Print a JSON schema."""
    from hezheng.commands import schemas

    return schemas.schema(name)


@command(app, "backup", messages.BACKUP)
def backup(out: Annotated[Path, option(messages.BACKUP_OUT, "--out")]) -> int:
    """Back up the records and the store."""
    from hezheng.commands import backups

    return backups.back_up(out)


@command(app, "restore", messages.RESTORE)
def restore(
    folder: Annotated[Path, argument(messages.RESTORE_FOLDER, "FOLDER")],
    at: Annotated[str | None, option(messages.RESTORE_AT, "--at")] = None,
) -> int:
    """Put a backup back into an empty database and a store."""
    from hezheng.commands import backups

    return backups.restore(folder, at)


@command(app, "import", messages.IMPORT)
def import_export(
    path: Annotated[str, argument(messages.IMPORT_PATH, "PATH|s3://…")],
    round: Annotated[str, option(messages.IMPORT_ROUND, "--round")],  # noqa: A002 - the round's own name
    out: Annotated[Path | None, option(messages.IMPORT_OUT, "--out")] = None,
    *,
    wait: Annotated[bool, option(messages.IMPORT_WAIT, "--wait")] = False,
) -> int:
    """Take an export of the portal into a round."""
    from hezheng.commands import importing

    return importing.import_export(path, round, out, wait=wait)


@command(app, "audit", messages.AUDIT)
def audit(
    round: Annotated[str, argument(messages.AUDIT_ROUND, "ROUND")],  # noqa: A002 - the round's own name
    out: Annotated[Path | None, option(messages.AUDIT_OUT, "--out")] = None,
    seed: Annotated[str | None, option(messages.AUDIT_SEED, "--seed")] = None,
) -> int:
    """Audit a round."""
    from hezheng.commands import auditing

    return auditing.audit(round, out, seed=seed)


@command(app, "rescore", messages.RESCORE)
def rescore(
    round: Annotated[str, argument(messages.AUDIT_ROUND, "ROUND")],  # noqa: A002 - the round's own name
    rubric: Annotated[list[Path] | None, option(messages.RESCORE_RUBRIC, "--rubric")] = None,
    out: Annotated[Path | None, option(messages.RESCORE_OUT, "--out")] = None,
) -> int:
    """Rescore a round under other standards."""
    from hezheng.commands import auditing

    return auditing.rescore(round, rubric or (), out)


@command(app, "serve", messages.SERVE)
def serve(
    host: Annotated[str | None, option(messages.SERVE_HOST, "--host")] = None,
    port: Annotated[int | None, option(messages.SERVE_PORT, "--port")] = None,
) -> int:
    """Serve the API."""
    from hezheng.commands import serving

    return serving.serve(host, port)


@command(app, "worker", messages.WORKER)
def worker() -> int:
    """Take submissions that wait, until told to stop."""
    from hezheng.commands import working

    return working.worker()


@command(app, "doctor", messages.DOCTOR)
def doctor(*, as_json: Annotated[bool, option(messages.DOCTOR_JSON, "--json")] = False) -> int:
    """Tell what is installed and reachable and what is lacking."""
    from hezheng.commands import doctor as doctor_command

    return doctor_command.doctor(as_json=as_json)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code. Errors are told on stderr in one to three lines."""
    try:
        code = app(
            args=list(arguments) if arguments is not None else None,
            prog_name="hezheng",
            standalone_mode=False,
        )
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last place where it can be told
        from hezheng.failures import failure_of

        failure = failure_of(error, _logs())
        sys.stderr.writelines(f"{shown(line)}\n" for line in failure.lines)
        return failure.exit_code
    return code if isinstance(code, int) else 0


def _logs() -> Path:
    """Folder of the logs; the default one while the settings themselves are at fault."""
    from hezheng import settings

    try:
        return settings.load().logs
    except settings.SettingsInvalidError:
        return DEFAULT_LOGS


def main() -> None:
    """Entry point of the `hezheng` program."""
    sys.exit(run())
