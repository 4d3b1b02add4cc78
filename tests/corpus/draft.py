"""The desk at which a layout draws one document, and the register of layouts."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.corpus import fonts, marks, printed
from tests.corpus.flow import Block, Flow
from tests.corpus.page import A4, BLACK, Colour, Page, Type
from tests.corpus.seals import round_seal
from tests.corpus.world import Organization

Values = dict[str, Any]

LAST_DAY = date(2026, 11, 10)
"""Documents that stand alone are dated before this day."""


@dataclass
class Draft:
    """One document in the making. What a layout `put`s becomes truth."""

    rng: random.Random
    org: Organization
    values: Values
    pages: list[Page] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    sheets: list[tuple[str, list[list[str]]]] = field(default_factory=list)
    truth: Values = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    repeats: dict[str, int] = field(default_factory=dict)
    about: str | None = None

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401
        """A value of the document."""
        return self.values[name]

    def get(self, name: str, otherwise: Any = None) -> Any:  # noqa: ANN401
        """A value of the document, where it has one."""
        return self.values.get(name, otherwise)

    def put(self, name: str, text: str | None = None, value: Any = None) -> str:  # noqa: ANN401
        """Marked text of a fact. `text` is what is printed, by default the value itself; `value` goes into the truth."""
        value = self.values[name] if value is None else value
        self.truth[name] = value.isoformat() if isinstance(value, date) else value
        return marks.mark(name, str(value) if text is None else text)

    def again(self, name: str, text: str | None = None, implied: str = "") -> str:
        """Marked text where a fact (and one that it implies) is printed once more: another right place for it."""
        value = self.values[name]
        number = self.repeats[name] = self.repeats.get(name, 1) + 1
        names = f"{name}#{number}" + (f"|{implied}#{number}" if implied else "")
        return marks.mark(names, str(value) if text is None else text)

    def also(self, names: str, marked: str) -> str:
        """Says that the marked text carries further facts, such as the level that an issuer's name implies."""
        for name in names.split("|"):
            self.truth[name] = self.values[name]
        inner = "|".join(sorted(marks.names_in(marked)))
        return marks.mark(f"{inner}|{names}" if inner else names, marks.plain(marked))

    def unprinted(self, name: str, value: Any = None) -> None:  # noqa: ANN401
        """A fact that the document as a whole says, at no one place."""
        self.truth[name] = self.values[name] if value is None else value

    def date(self, name: str, style: str | None = None, value: date | None = None) -> str:
        """Marked date of a fact; a value of the form `YYYY-MM` is printed to the month."""
        moment: date | str = self.values[name] if value is None else value
        style = style or self.date_style
        if isinstance(moment, str):
            first = date(int(moment[:4]), int(moment[5:7]), 1)
            return self.put(name, printed.month(first, style), moment)
        return self.put(name, printed.day(moment, style), moment)

    def period(self, style: str | None = None, joint: str | None = None) -> str:
        """`valid_from` to `valid_until`; without an end 长期."""
        style = style or self.rng.choice(("cn", "cn", "padded", "iso", "dot"))
        start, end = self.values.get("valid_from"), self.values.get("valid_until")
        if end is None:
            self.truth["valid_until"] = None
            forever = marks.mark("valid_until", "长期")
            return (
                f"{self.date('valid_from', style)}至{forever}"
                if start and self.rng.random() < 0.6
                else forever
            )
        if joint is None:
            joint = self.rng.choice(
                ("自{}至{}", "{}至{}", "自{}起至{}止", "{} 至 {}")
                if style[0] in "cp"
                else ("{}至{}", "{} 至 {}", "{}～{}")
            )
        return joint.format(self.date("valid_from", style), self.date("valid_until", style))

    def money(self, name: str, styles: tuple[str, ...] | None = None) -> str:
        """Marked amount."""
        amount = float(self.values[name])
        text = printed.money(amount, self.rng, styles) if styles else printed.money(amount, self.rng)
        return self.put(name, text, amount)

    @property
    def date_style(self) -> str:
        """One form of dates for the whole document."""
        return self.chosen.setdefault("date", self.rng.choice(printed.DATE_STYLES))

    def face(self, family: str) -> str:
        """The document's face of a family; the same each time."""
        return self.chosen.setdefault(family, self.rng.choice(fonts.family(family)))

    def type(self, family: str, size: float, colour: Colour = BLACK, **more: Any) -> Type:  # noqa: ANN401
        """Type of the document's face of a family; text faces take Latin digits from Times or not, by document."""
        latin = self.chosen.setdefault("latin", self.rng.choice(("", "", "times")))
        if family in ("song", "fang", "kai") and latin and "latin" not in more:
            more["latin"] = latin
        return Type(self.face(family), size, colour, **more)

    def pick(self, *options: str) -> str:
        """One of the wordings."""
        return self.rng.choice(options)

    def page(self, size: tuple[float, float] = A4, colour: Colour = (255, 255, 255)) -> Page:
        """A new page to draw on."""
        made = Page(*size, colour=colour)
        self.pages.append(made)
        return made

    def flow(self, body: Type | None = None, **more: Any) -> Flow:  # noqa: ANN401
        """A flowing document; its pages and blocks are the draft's."""
        made = Flow(
            body or self.type(self.pick("song", "song", "fang"), self.rng.choice((10.5, 12, 14))), **more
        )
        made.pages.extend(())
        self.pages, self.blocks = made.pages, made.blocks
        return made

    def seal(
        self, page: Page, centre: tuple[float, float], name: str, size: float = 116.0, middle: str = ""
    ) -> None:
        """The round seal of a body, over what is on the page.

        The value `false_seal` puts another body's there, `unsealed` none.
        """
        if self.values.get("unsealed"):
            return
        name = self.values.get("false_seal") or name
        page.seal(round_seal(name, middle, self.rng.randrange(8)), centre, size, name + middle)


Drawing = Callable[[Draft], None]
Sampler = Callable[[random.Random, Organization, Mapping[str, Any]], Values]

PAPER = ("digital", "scan", "photo", "poor")
PAPER_ONLY = ("scan", "photo", "poor")


@dataclass(frozen=True)
class Layout:
    """A way in which documents of a kind look, and the conditions in which they come."""

    kind: str
    name: str
    draw: Drawing
    conditions: tuple[str, ...]
    needs: str = ""

    @property
    def id(self) -> str:
        """`kind/name`."""
        return f"{self.kind}/{self.name}"


LAYOUTS: dict[str, list[Layout]] = {}
SAMPLERS: dict[str, Sampler] = {}


def layout(
    kind: str, name: str, conditions: Sequence[str] = PAPER, needs: str = ""
) -> Callable[[Drawing], Drawing]:
    """Registers a layout of a kind. `needs` names a value that must be there (or, with `!`, must not)."""

    def register(draw: Drawing) -> Drawing:
        LAYOUTS.setdefault(kind, []).append(Layout(kind, name, draw, tuple(conditions), needs))
        return draw

    return register


def sampler(kind: str) -> Callable[[Sampler], Sampler]:
    """Registers what makes the values of a kind's documents."""

    def register(make: Sampler) -> Sampler:
        SAMPLERS[kind] = make
        return make

    return register


def some_day(rng: random.Random, first: date, last: date) -> date:
    """A working day between two dates."""
    found = date.fromordinal(rng.randint(first.toordinal(), max(first.toordinal(), last.toordinal())))
    while found.weekday() >= 5 and found > first:
        found = date.fromordinal(found.toordinal() - 1)
    return found


def years_later(start: date, years: int) -> date:
    """The last day of a period of whole years that begins at `start`."""
    try:
        end = start.replace(year=start.year + years)
    except ValueError:
        end = date(start.year + years, 3, 1)
    return date.fromordinal(end.toordinal() - 1)
