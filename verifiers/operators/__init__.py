"""One module for each family of operators; `load` registers them all."""

from importlib import import_module

_FAMILIES = (
    "award",
    "contracts",
    "credit",
    "grade",
    "inspection",
    "media",
    "office",
    "papers",
    "penalty",
    "presence",
    "registration",
    "satisfaction",
    "staff",
    "term",
    "training",
    "union",
)


def load() -> None:
    """Imports every family, so that its functions stand in the registry."""
    for family in _FAMILIES:
        import_module(f"{__name__}.{family}")
