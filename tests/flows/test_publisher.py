"""Publishers by their import paths."""

import pytest

from flows.publisher import DEFAULT_PUBLISHER, find_publisher
from hezheng.publishing import publish
from tests.flows import publishers


def test_a_publisher_is_found_by_its_import_path() -> None:
    assert find_publisher(publishers.PLAIN) is publishers.plain


def test_the_default_publisher_is_the_one_that_the_command_line_uses() -> None:
    assert find_publisher(DEFAULT_PUBLISHER) is publish


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("no.such.module:publish", ModuleNotFoundError),
        ("tests.flows.publishers:none", AttributeError),
        ("not an import path", ValueError),
        ("tests.flows.publishers:PLAIN", TypeError),
    ],
)
def test_what_is_no_publisher_is_refused(name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        find_publisher(name)
