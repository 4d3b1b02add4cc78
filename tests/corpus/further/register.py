"""The register of the further layouts; it works as the one of `draft`."""

from collections.abc import Callable, Sequence

from tests.corpus.draft import PAPER, Drawing, Layout, Sampler

LAYOUTS: dict[str, list[Layout]] = {}
SAMPLERS: dict[str, Sampler] = {}


def layout(
    kind: str, name: str, conditions: Sequence[str] = PAPER, needs: str = ""
) -> Callable[[Drawing], Drawing]:
    """Registers a layout of a kind. `needs` names values that must be there (or, with `!`, must not)."""

    def register(draw: Drawing) -> Drawing:
        LAYOUTS.setdefault(kind, []).append(Layout(kind, f"further_{name}", draw, tuple(conditions), needs))
        return draw

    return register
