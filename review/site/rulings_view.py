"""How far a submission's discrepancies are settled, and what the viewer may say of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.principal import Principal, Role
from dossier.record import SubmissionRecord
from dossier.ruling import Ruled, RuledDiscrepancy, Ruling, Settlement
from dossier.state import State
from review.site import rulings_messages as messages

DECIDERS = frozenset({Role.REVIEWER, Role.EXPERT, Role.OFFICE})


@dataclass(frozen=True)
class Choice:
    """A button of a ruling. `grounds`: reasons at hand, of which one is to be chosen or another written; none: no reason is needed."""

    key: str
    outcome: Ruled
    label: str
    grounds: Sequence[str] = ()
    reason: str = ""


@dataclass(frozen=True)
class Settling:
    """The discrepancies of the newest report, as the viewer may rule on them."""

    record: SubmissionRecord
    viewer: Principal
    ruled: Sequence[RuledDiscrepancy]

    def of(self, key: str) -> RuledDiscrepancy | None:
        """The discrepancy of that fingerprint; None: the key is a finding's."""
        return self._by_key.get(key)

    @property
    def _by_key(self) -> Mapping[str, RuledDiscrepancy]:
        return {each.fingerprint: each for each in self.ruled}

    def count(self, *wanted: Settlement) -> int:
        """How many stand so."""
        return sum(each.settlement in wanted for each in self.ruled)

    @property
    def settled(self) -> int:
        """How many nobody has to say anything of any more."""
        return self.count(Settlement.SETTLED)

    @property
    def rules(self) -> bool:
        """Whether the viewer may rule now."""
        return self.record.state is State.IN_REVIEW and self.viewer.role in DECIDERS

    @property
    def blocking(self) -> Sequence[RuledDiscrepancy]:
        """Those that must be settled before the whole can be decided."""
        return [each for each in self.ruled if each.blocks]

    def mark(self, told: RuledDiscrepancy) -> str:
        """What stands beside a discrepancy's name: empty while nobody said anything."""
        if told.last is None or told.settlement is Settlement.OPEN:
            return ""
        if told.settlement is Settlement.SETTLED:
            return messages.SETTLED[told.last.outcome]
        return messages.MARKS[told.settlement]

    def label(self, ruling: Ruling) -> str:
        """What the ruling says."""
        return messages.LABELS[ruling.outcome]

    def choices(self, told: RuledDiscrepancy) -> Sequence[Choice]:
        """What the viewer may say of it: a for agreeing with what stands there, d for the opposite, q for asking.

        What stands there is the colleague's word where it waits for a second one, else the finding.
        """
        last = told.last
        second = told.settlement is Settlement.SECOND and last is not None and last.by != self.viewer.id
        stands = last.outcome if second and last is not None else Ruled.CONFIRM
        opposite = Ruled.OVERRULE if stands is Ruled.CONFIRM else Ruled.CONFIRM
        found: list[Choice] = []
        for key, outcome in (("a", stands), ("d", opposite), ("q", Ruled.ASK)):
            label = messages.SECOND_LABELS[outcome] if second and key == "a" else messages.LABELS[outcome]
            grounds = messages.GROUNDS.get(outcome, ())
            if second and key == "a":
                found.append(Choice(key, outcome, label, reason=messages.AGREED))
            else:
                found.append(Choice(key, outcome, label, grounds))
        return [each for each in found if not self._said(told, each.outcome)]

    def _said(self, told: RuledDiscrepancy, outcome: Ruled) -> bool:
        """Whether it is the last word already, and the viewer's own."""
        return told.last is not None and told.last.by == self.viewer.id and told.last.outcome is outcome
