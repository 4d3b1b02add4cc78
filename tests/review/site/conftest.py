"""An office with its pages, and a browser, for each module of tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.review.api.office import Office, running, settings_in
from tests.review.site.chromium import launched


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """On SQLite and a folder."""
    with running(settings_in(tmp_path_factory.mktemp("office"))) as office:
        yield office


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with launched() as browser:
        yield browser
