"""Pieces of the assorted layouts: heads of phones and sites, stamps across a copy, vertical lines."""

from collections.abc import Sequence

from tests.corpus import marks
from tests.corpus.draft import Draft
from tests.corpus.page import Colour, Page, Type, wrap
from tests.corpus.seals import box_stamp

WHITE: Colour = (255, 255, 255)
GREY: Colour = (128, 132, 138)


def copy_stamp(draft: Draft, page: Page, centre: tuple[float, float], chance: float = 0.5) -> None:
    """The stamp across a copy that says what it may be used for, on some of the copies."""
    if draft.rng.random() < chance:
        text = draft.pick("此复印件仅供\n评选申报使用", "与原件核对无误", "复印件仅限\n本次申报\n再复印无效")
        ink = draft.rng.choice(((196, 30, 40), (40, 60, 160)))
        page.seal(box_stamp(text, draft.rng.randrange(9), ink), centre, 120, text.replace("\n", ""))


def fax_line(draft: Draft, page: Page, chance: float = 0.3) -> None:
    """The line that a fax machine prints over a page: a day of sending, numbers, the count of pages."""
    rng = draft.rng
    if rng.random() < chance:
        moment = f"{rng.randint(2021, 2026)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d} {rng.randint(8, 17):02d}:{rng.randint(0, 59):02d}"
        text = f"{moment}   FROM: 0512-5555{rng.randint(1000, 9999)}   TO: 025-5555{rng.randint(1000, 9999)}   P.{rng.randint(1, 3)}/3"
        page.text(page.width / 2, 24, text, Type("arial", 8.5), "center")


def status_bar(draft: Draft, page: Page, title: str) -> None:
    """Clock and title at the top of a phone's screen."""
    dark = draft.type("hei", 12)
    page.text(22, 20, f"{draft.rng.randint(7, 22)}:{draft.rng.randint(10, 59)}", dark)
    page.text(page.width - 22, 20, f"5G  {draft.rng.randint(11, 98)}%", dark, "right")
    page.text(18, 52, "〈", draft.type("hei", 15))
    page.text(page.width / 2, 52, title, draft.type("hei-bold", 15), "center")
    page.line(0, 66, page.width, 66, (222, 222, 222), 0.6)


def site_head(draft: Draft, page: Page, name: str, colour: Colour, menu: Sequence[str] = ()) -> float:
    """A site's head with its name and menu; returns y below."""
    page.rect((0, 0, page.width, 58), None, fill=colour)
    page.text(26, 37, name, draft.type("hei-bold", 20, WHITE))
    page.rect((0, 58, page.width, 84), None, fill=(240, 243, 248))
    page.text(26, 76, "　　".join(menu), draft.type("hei", 11.5, (50, 60, 80)))
    return 84.0


def down(page: Page, x: float, y: float, marked: str, type_: Type, step: float = 1.15) -> float:
    """One line set downwards, character by character; returns y below."""
    for character, names in marks.characters(marked):
        text = marks.mark("|".join(names), character) if names else character
        page.text(x, y + type_.size * 0.86, text, type_, "center")
        y += type_.size * step
    return y


def columns(
    page: Page,
    texts: Sequence[str],
    box: tuple[float, float, float],
    count: int,
    type_: Type,
    gap: float = 14.0,
) -> float:
    """Text that runs through columns from (left, top, right); returns y below."""
    left, top, right = box
    width = (right - left - gap * (count - 1)) / count
    lines = [line for text in texts for line in wrap("　　" + text, type_, width)]
    per = -(-len(lines) // count)
    step = type_.size * type_.leading
    for number, line in enumerate(lines):
        column, row = divmod(number, per)
        marked = "".join(
            marks.mark("|".join(names), character) if names else character
            for character, names in line.characters
        )
        page.text(left + column * (width + gap), top + row * step + type_.size, marked, type_)
    return top + per * step


def mentioned(draft: Draft) -> list[str]:
    """The paragraphs of a report, our name marked where it is said first."""
    draft.unprinted("mentions_organization")
    draft.unprinted("stance")
    texts = list(draft["texts"])
    for number, text in enumerate(texts):
        head, found, tail = text.partition(draft.org.name)
        if found:
            name = draft.put("mentions_organization", draft.org.name, draft["mentions_organization"])
            texts[number] = head + name + tail
            break
    return texts


def height_of(texts: Sequence[str], type_: Type, width: float, gap: float) -> float:
    """Height of paragraphs with a gap after each."""
    return sum(len(wrap(one, type_, width)) * type_.size * type_.leading + gap for one in texts)
