"""An office for each module of tests."""

from collections.abc import Iterator

import pytest
import structlog

from tests.review.api.office import Office, running, settings_in


@pytest.fixture(scope="session", autouse=True)
def _quiet() -> Iterator[None]:
    """Lines of the log go where pytest catches them, not past it to the terminal."""
    structlog.configure(logger_factory=structlog.stdlib.LoggerFactory())
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """On SQLite and a folder."""
    with running(settings_in(tmp_path_factory.mktemp("office"))) as office:
        yield office
