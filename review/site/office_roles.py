"""Who keeps the office's house: standards, lists, the trail."""

from typing import Annotated

from fastapi import Depends

from dossier.principal import Principal, Role
from review.site.signing import for_roles

Keeper = Annotated[Principal, Depends(for_roles(Role.OFFICE, Role.ADMINISTRATOR))]
"""The signed-in person, who may change standards and lists. Problem `forbidden` else."""
Looker = Annotated[Principal, Depends(for_roles(Role.OFFICE, Role.ADMINISTRATOR, Role.AUDITOR))]
"""The signed-in person, who may look at them, and at the trail. Problem `forbidden` else."""
