"""Names of organizations: one door to what the project knows about them."""

from dossier.bodies import (
    is_civil_affairs,
    is_union_body,
    may_be_union_body,
    registry_region,
    union_level_region,
)
from dossier.mentions import Mention, mentions
from dossier.name_match import NameMatch, same_organization
from dossier.name_parts import NameParts, normalise, parts

__all__ = [
    "Mention",
    "NameMatch",
    "NameParts",
    "is_civil_affairs",
    "is_union_body",
    "may_be_union_body",
    "mentions",
    "normalise",
    "parts",
    "registry_region",
    "same_organization",
    "union_level_region",
]
