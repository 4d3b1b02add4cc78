"""What the command line is made of: typer's commands, groups and options, with their own words in Chinese."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from hezheng import messages


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


def _chinese(of_help: Any) -> Any:  # noqa: ANN401 - typer's types for these are private
    if of_help is not None:
        of_help.help = messages.HELP
        of_help.rich_help_panel = messages.OPTIONS
    return of_help


def option(text: str, *names: str) -> Any:  # noqa: ANN401 - typer's types for these are private
    """An option of a command, with its help."""
    return typer.Option(*names, help=text, rich_help_panel=messages.OPTIONS, show_default=False)


def argument(text: str, metavar: str) -> Any:  # noqa: ANN401 - typer's types for these are private
    """An argument of a command, with its help and how it is called there."""
    return typer.Argument(help=text, metavar=metavar, rich_help_panel=messages.ARGUMENTS, show_default=False)


def group(text: str) -> typer.Typer:
    """A group of commands, which tells its help where no command is named."""
    return typer.Typer(
        help=text,
        cls=ChineseGroup,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def command(to: typer.Typer, name: str, text: str) -> Callable[..., Any]:
    """Makes a function a command of a group."""
    return to.command(name, help=text, cls=ChineseCommand, rich_help_panel=messages.COMMANDS)
