"""An office for each module of tests."""

from collections.abc import Iterator

import pytest

from tests.review.api.office import Office, running, settings_in


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """On SQLite and a folder."""
    with running(settings_in(tmp_path_factory.mktemp("office"))) as office:
        yield office
