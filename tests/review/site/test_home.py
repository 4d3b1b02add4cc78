"""Where each role begins: its ways lead somewhere, and who has none is told so."""

import pytest

from review.site import messages
from tests.review.api.office import PEOPLE, Office
from tests.review.site.people import client_of

BY_ROLE = {person.role.value: name for name, person in reversed(PEOPLE.items())}
"""One person of each role that a person can have."""


def test_every_role_that_a_person_can_have_is_looked_at() -> None:
    assert set(messages.WAYS) == {*BY_ROLE, "worker"}
    assert messages.WAYS["worker"] == ()


@pytest.mark.parametrize("role", BY_ROLE)
def test_every_way_of_a_role_leads_to_a_page_for_it(office: Office, role: str) -> None:
    with client_of(office, BY_ROLE[role]) as client:
        home = client.get("/")
        assert home.status_code == 200
        for address, name in messages.WAYS[role]:
            assert home.text.count(f'href="{address}"') == 2, "in the menu and on the page"
            assert name in home.text
            assert client.get(address).status_code == 200, address
