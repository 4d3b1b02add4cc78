"""The command line. Heavy imports stand in the commands, so that `--help` answers at once."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from dossier.shown import shown
from hezheng import messages

DEFAULT_LOGS = Path("hezheng-data") / "logs"


class ChineseCommand(TyperCommand):
    """A command whose own help option is in Chinese."""

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's types for these are private
        """The option, with its help in Chinese."""
        return _chinese(super().get_help_option(ctx))


class ChineseGroup(TyperGroup):
    """A group of commands whose own help option is in Chinese."""

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's types for these are private
        """The option, with its help in Chinese."""
        return _chinese(super().get_help_option(ctx))


def _chinese(option: Any) -> Any:  # noqa: ANN401 - typer's types for these are private
    if option is not None:
        option.help = messages.HELP
        option.rich_help_panel = messages.OPTIONS
    return option


def _option(text: str, *names: str) -> Any:  # noqa: ANN401 - typer's types for these are private
    return typer.Option(*names, help=text, rich_help_panel=messages.OPTIONS, show_default=False)


def _argument(text: str, metavar: str) -> Any:  # noqa: ANN401 - typer's types for these are private
    return typer.Argument(help=text, metavar=metavar, rich_help_panel=messages.ARGUMENTS, show_default=False)


def _group(text: str) -> typer.Typer:
    return typer.Typer(
        help=text,
        cls=ChineseGroup,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


app = _group(messages.APP)
rubric_app = _group(messages.RUBRIC)
app.add_typer(rubric_app, name="rubric", rich_help_panel=messages.COMMANDS)
corrections_app = _group(messages.CORRECTIONS)
app.add_typer(corrections_app, name="corrections", rich_help_panel=messages.COMMANDS)

trail_app = _group(messages.TRAIL)
app.add_typer(trail_app, name="trail", rich_help_panel=messages.COMMANDS)
vault_app = _group(messages.VAULT)
app.add_typer(vault_app, name="vault", rich_help_panel=messages.COMMANDS)
token_app = _group(messages.TOKEN)
app.add_typer(token_app, name="token", rich_help_panel=messages.COMMANDS)
user_app = _group(messages.USER)
app.add_typer(user_app, name="user", rich_help_panel=messages.COMMANDS)


def _command(group: typer.Typer, name: str, text: str) -> Callable[..., Any]:
    return group.command(name, help=text, cls=ChineseCommand, rich_help_panel=messages.COMMANDS)


@_command(app, "verify", messages.VERIFY)
def verify(
    path: Annotated[Path, _argument(messages.VERIFY_PATH, "PATH")],
    as_of: Annotated[str | None, _option(messages.AS_OF, "--as-of")] = None,
    rubric: Annotated[Path | None, _option(messages.RUBRIC_OPTION, "--rubric")] = None,
    out: Annotated[Path | None, _option(messages.OUT, "--out")] = None,
) -> int:
    """Verify one submission and write its reports."""
    from hezheng.commands import verifying

    return verifying.verify(path, as_of=as_of, rubric=rubric, out=out)


@_command(app, "read", messages.READ)
def read(
    files: Annotated[list[Path], _argument(messages.READ_FILES, "FILE...")],
    organization: Annotated[str | None, _option(messages.READ_ORGANIZATION, "--organization")] = None,
    *,
    as_json: Annotated[bool, _option(messages.READ_JSON, "--json")] = False,
) -> int:
    """Read files and tell their facts."""
    from hezheng.commands import reading

    return reading.read(files, organization=organization, as_json=as_json)


@_command(app, "form", messages.FORM)
def form(out: Annotated[Path, _option(messages.FORM_OUT, "--out")] = Path()) -> int:
    """Write the empty forms."""
    from hezheng.commands import forms

    return forms.form(out)


@_command(app, "demo", messages.DEMO)
def demo(out: Annotated[Path | None, _option(messages.DEMO_OUT, "--out")] = None) -> int:
    """Verify the example submission."""
    from hezheng.commands import verifying

    return verifying.demo(out)


@_command(app, "demo-web", messages.DEMO_WEB_HELP)
def demo_web(port: Annotated[int | None, _option(messages.SERVE_PORT, "--port")] = None) -> int:
    """Serve the page with the example submissions and a user of each role."""
    from hezheng.commands import demo_web as demo_web_command

    return demo_web_command.demo_web(port)


@_command(rubric_app, "check", messages.RUBRIC_CHECK)
def rubric_check(file: Annotated[Path | None, _argument(messages.RUBRIC_FILE, "[FILE]")] = None) -> int:
    """Validate a rubric."""
    from hezheng.commands import rubrics

    return rubrics.check(file)


@_command(rubric_app, "show", messages.RUBRIC_SHOW)
def rubric_show(file: Annotated[Path | None, _argument(messages.RUBRIC_FILE, "[FILE]")] = None) -> int:
    """Print a rubric clause by clause."""
    from hezheng.commands import rubrics

    return rubrics.show(file)


@_command(rubric_app, "import", messages.RUBRIC_IMPORT)
def rubric_import(
    file: Annotated[Path, _argument(messages.RUBRIC_IMPORT_FILE, "FILE.xlsx")],
    out: Annotated[Path | None, _option(messages.RUBRIC_IMPORT_OUT, "--out")] = None,
) -> int:
    """Make a rubric of the office's workbook."""
    from hezheng.commands import rubrics

    return rubrics.import_workbook(file, out)


@_command(rubric_app, "export", messages.RUBRIC_EXPORT)
def rubric_export(
    file: Annotated[Path | None, _argument(messages.RUBRIC_FILE, "[FILE]")] = None,
    out: Annotated[Path, _option(messages.RUBRIC_EXPORT_OUT, "--out")] = Path("评估标准.xlsx"),
) -> int:
    """Write a rubric as a workbook."""
    from hezheng.commands import rubrics

    return rubrics.export(file, out)


@_command(corrections_app, "check", messages.CORRECTIONS_CHECK)
def corrections_check(
    folder: Annotated[Path | None, _argument(messages.CORRECTIONS_PATH, "[FOLDER]")] = None,
) -> int:
    """Validate the office's corrections and tell what applies."""
    from hezheng.commands import corrections

    return corrections.check(folder)


@_command(trail_app, "verify", messages.TRAIL_VERIFY)
def trail_verify() -> int:
    """Check the audit trail."""
    from hezheng.commands import trails

    return trails.verify()


@_command(vault_app, "check", messages.VAULT_CHECK)
def vault_check() -> int:
    """Check the originals and reports that are kept."""
    from hezheng.commands import vaulting

    return vaulting.check()


@_command(vault_app, "copy", messages.VAULT_COPY)
def vault_copy(
    source: Annotated[str | None, _option(messages.VAULT_FROM, "--from")] = None,
    target: Annotated[str | None, _option(messages.VAULT_TO, "--to")] = None,
) -> int:
    """Copy all that is kept to another store."""
    from hezheng.commands import vaulting

    return vaulting.copy(source, target)


@_command(token_app, "create", messages.TOKEN_CREATE)
def token_create(
    user: Annotated[str, _argument(messages.TOKEN_USER, "USER")],
    role: Annotated[str | None, _option(messages.TOKEN_ROLE, "--role")] = None,
    name: Annotated[str | None, _option(messages.TOKEN_NAME, "--name")] = None,
    region: Annotated[str | None, _option(messages.TOKEN_REGION, "--region")] = None,
    scope: Annotated[list[str] | None, _option(messages.TOKEN_SCOPE, "--scope")] = None,
    days: Annotated[int | None, _option(messages.TOKEN_DAYS, "--days")] = None,
    purpose: Annotated[str, _option(messages.TOKEN_PURPOSE, "--purpose")] = "",
) -> int:
    """Make a token."""
    from hezheng.commands import tokens

    return tokens.create(
        user, role=role, name=name, region=region, scopes=scope or (), days=days, purpose=purpose
    )


@_command(token_app, "list", messages.TOKEN_LIST)
def token_list(user: Annotated[str | None, _option(messages.TOKEN_LIST_USER, "--user")] = None) -> int:
    """List tokens."""
    from hezheng.commands import tokens

    return tokens.list_all(user)


@_command(token_app, "revoke", messages.TOKEN_REVOKE)
def token_revoke(token: Annotated[str, _argument(messages.TOKEN_ID, "ID")]) -> int:
    """Revoke a token."""
    from hezheng.commands import tokens

    return tokens.revoke(token)


@_command(user_app, "add", messages.USER_ADD)
def user_add(
    user: Annotated[str, _argument(messages.USER_ID, "ID")],
    role: Annotated[str, _option(messages.USER_ROLE, "--role")],
    name: Annotated[str | None, _option(messages.TOKEN_NAME, "--name")] = None,
    region: Annotated[str | None, _option(messages.TOKEN_REGION, "--region")] = None,
    organization: Annotated[str | None, _option(messages.USER_ORGANIZATION, "--organization")] = None,
) -> int:
    """Add a user of the page."""
    from hezheng.commands import users

    return users.add(user, role=role, name=name, region=region, organization=organization)


@_command(user_app, "password", messages.USER_PASSWORD)
def user_password(
    user: Annotated[str, _argument(messages.USER_ID, "ID")],
    *,
    link: Annotated[bool, _option(messages.USER_LINK, "--link")] = False,
) -> int:
    """Set a user's password, or give a link to do so."""
    from hezheng.commands import users

    return users.invite(user) if link else users.password(user)


@_command(user_app, "remove-factor", messages.USER_FACTOR)
def user_remove_factor(user: Annotated[str, _argument(messages.USER_ID, "ID")]) -> int:
    """Take a user's second factor away."""
    from hezheng.commands import users

    return users.remove_factor(user)


@_command(user_app, "list", messages.USER_LIST)
def user_list() -> int:
    """List the users."""
    from hezheng.commands import users

    return users.list_all()


@_command(app, "schema", messages.SCHEMA)
def schema(name: Annotated[str, _argument(messages.SCHEMA_NAME, "NAME")]) -> int:
    """Print a JSON schema."""
    from hezheng.commands import schemas

    return schemas.schema(name)


@_command(app, "backup", messages.BACKUP)
def backup(out: Annotated[Path, _option(messages.BACKUP_OUT, "--out")]) -> int:
    """Back up the records and the store."""
    from hezheng.commands import backups

    return backups.back_up(out)


@_command(app, "restore", messages.RESTORE)
def restore(
    folder: Annotated[Path, _argument(messages.RESTORE_FOLDER, "FOLDER")],
    at: Annotated[str | None, _option(messages.RESTORE_AT, "--at")] = None,
) -> int:
    """Put a backup back into an empty database and a store."""
    from hezheng.commands import backups

    return backups.restore(folder, at)


@_command(app, "import", messages.IMPORT)
def import_export(
    path: Annotated[str, _argument(messages.IMPORT_PATH, "PATH|s3://…")],
    round: Annotated[str, _option(messages.IMPORT_ROUND, "--round")],  # noqa: A002 - the round's own name
    out: Annotated[Path | None, _option(messages.IMPORT_OUT, "--out")] = None,
    *,
    wait: Annotated[bool, _option(messages.IMPORT_WAIT, "--wait")] = False,
) -> int:
    """Take an export of the portal into a round."""
    from hezheng.commands import importing

    return importing.import_export(path, round, out, wait=wait)


@_command(app, "audit", messages.AUDIT)
def audit(
    round: Annotated[str, _argument(messages.AUDIT_ROUND, "ROUND")],  # noqa: A002 - the round's own name
    out: Annotated[Path | None, _option(messages.AUDIT_OUT, "--out")] = None,
    seed: Annotated[str | None, _option(messages.AUDIT_SEED, "--seed")] = None,
) -> int:
    """Audit a round."""
    from hezheng.commands import auditing

    return auditing.audit(round, out, seed=seed)


@_command(app, "rescore", messages.RESCORE)
def rescore(
    round: Annotated[str, _argument(messages.AUDIT_ROUND, "ROUND")],  # noqa: A002 - the round's own name
    rubric: Annotated[list[Path] | None, _option(messages.RESCORE_RUBRIC, "--rubric")] = None,
    out: Annotated[Path | None, _option(messages.RESCORE_OUT, "--out")] = None,
) -> int:
    """Rescore a round under other standards."""
    from hezheng.commands import auditing

    return auditing.rescore(round, rubric or (), out)


@_command(app, "serve", messages.SERVE)
def serve(
    host: Annotated[str | None, _option(messages.SERVE_HOST, "--host")] = None,
    port: Annotated[int | None, _option(messages.SERVE_PORT, "--port")] = None,
) -> int:
    """Serve the API."""
    from hezheng.commands import serving

    return serving.serve(host, port)


@_command(app, "worker", messages.WORKER)
def worker() -> int:
    """Take submissions that wait, until told to stop."""
    from hezheng.commands import working

    return working.worker()


@_command(app, "doctor", messages.DOCTOR)
def doctor(*, as_json: Annotated[bool, _option(messages.DOCTOR_JSON, "--json")] = False) -> int:
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
