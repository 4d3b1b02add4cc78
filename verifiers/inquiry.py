"""One exhibit under examination: what it rests on, and the reasons why it stays open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.dates import PartialDate, Window
from verifiers import messages
from verifiers.assay import Assay, assay
from verifiers.exhibits import Exhibit, Held
from verifiers.force import taken_back, weaknesses
from verifiers.matter import Matter
from verifiers.ownership import Ownership
from verifiers.values import Value


@dataclass
class Inquiry:
    """One exhibit under examination: what it rests on, why it stays open, what else is to be said."""

    matter: Matter
    exhibit: Exhibit
    rests_on: list[Value | Held] = field(default_factory=list[Value | Held])
    reasons: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        """A kind that isn't sure is the first reason, then what takes the paper's force."""
        if not self.exhibit.kind_sure:
            self.reasons.append(messages.KIND_UNSURE)
        name = self.matter.applicant.name
        self.reasons += weaknesses(self.exhibit, name, self.matter.as_of)
        other = taken_back(self.exhibit, self.matter.everything, name)
        if other is not None:
            self.reasons.append(messages.taken_back(other.path))

    def read(self, label: str, *facts: str) -> Value:
        """A fact that is needed: absent or unsure, it is a reason."""
        value = self.exhibit.value(*facts)
        self.rests_on.append(value)
        if value.conflict:
            self.reasons.append(messages.several(label))
        elif not value.sure:
            self.reasons.append(messages.not_read(label))
        return value

    def glance(self, *facts: str) -> Value:
        """A fact that may be absent."""
        value = self.exhibit.value(*facts)
        self.rests_on.append(value)
        return value

    def owner(self, *, unstated_is_ours: bool = False) -> Ownership:
        """Whose it is; not surely the applicant's is a reason."""
        owner = self.matter.whose(self.exhibit)
        self.rests_on += owner.held
        if owner.whose == "unsure":
            self.reasons.append(messages.name_unsure(owner.name))
        elif owner.whose == "unstated" and not unstated_is_ours:
            self.reasons.append(messages.NAME_UNSTATED)
        return owner

    def dated(self, label: str, window: Window, *facts: str) -> PartialDate | None:
        """The date where it surely lies outside the window, else None. A missing day is settled in favour, and told."""
        value = self.read(label, *facts)
        when = value.date
        if when is None:
            if value.sure:
                self.reasons.append(messages.not_read(label))
            return None
        if when.decides(window):
            self.notes.append(messages.partial(when))
        if when.within(window):
            return None
        if window.last is not None and when.surely_after(window.last):
            self.reasons.append(messages.after_reference(messages.day(when)))
            return None
        if value.sure:
            return when
        return None

    def adverse(self, outcome: str, values: Mapping[str, str | None] | None = None) -> Assay:
        """A result against the claim."""
        return assay(outcome, self.exhibit, (0.0, 0.0), self.rests_on, values)

    def verdict(self, points: float, values: Mapping[str, str | None] | None = None) -> Assay:
        """What it carries: the points, or an open question worth them."""
        note = "".join(self.notes)
        if self.reasons:
            told = {**(values or {}), "what": "；".join(dict.fromkeys(self.reasons))}
            return assay("unsure", self.exhibit, (0.0, points), self.rests_on, told, note)
        return assay("supported", self.exhibit, (points, points), self.rests_on, values, note)
