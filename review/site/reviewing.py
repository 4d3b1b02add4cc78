"""Who works at submissions that others handed in."""

from typing import Annotated

from fastapi import Depends

from dossier.principal import Principal, Role
from review.site.signing import for_roles

Reviewer = Annotated[
    Principal,
    Depends(for_roles(Role.REVIEWER, Role.EXPERT, Role.OFFICE, Role.ADMINISTRATOR, Role.AUDITOR)),
]
"""The signed-in person, who is no applicant. Problem `forbidden` else; which submissions they see, the records say."""
