"""Pieces that several kinds of paper share: ornate borders, label lines, red headers, stamps across a corner."""

import math
from collections.abc import Sequence

from tests.corpus import marks, printed
from tests.corpus.draft import Draft
from tests.corpus.flow import Block, Flow
from tests.corpus.page import RED, Colour, Page, Run, Type
from tests.corpus.seals import box_stamp, code_blocks

GOLD: Colour = (196, 160, 84)


def border(page: Page, colour: Colour, inset: float = 24, style: str = "double") -> None:
    """The frame of a certificate: double, with corners, or with a wave between two rules."""
    left, top, right, bottom = inset, inset, page.width - inset, page.height - inset
    page.rect((left, top, right, bottom), colour, 2.4)
    page.rect((left + 6, top + 6, right - 6, bottom - 6), colour, 0.8)
    if style == "wave":
        page.rect((left + 20, top + 20, right - 20, bottom - 20), colour, 0.8)
        step = 14.0
        for number in range(int((right - left - 26) / step)):
            x = left + 13 + step * number
            for y in (top + 13, bottom - 13):
                page.round((x - 5, y - 5, x + 9, y + 5), colour, 0.5)
        for number in range(int((bottom - top - 26) / step)):
            y = top + 13 + step * number
            for x in (left + 13, right - 13):
                page.round((x - 5, y - 5, x + 5, y + 9), colour, 0.5)
    if style == "corners":
        for x, y, dx, dy in (
            (left, top, 1, 1),
            (right, top, -1, 1),
            (left, bottom, 1, -1),
            (right, bottom, -1, -1),
        ):
            for size in (14, 22, 30):
                page.line(x + dx * 10, y + dy * size, x + dx * size, y + dy * 10, colour, 1.0)


def guilloche(page: Page, colour: Colour = (226, 232, 240), rows: int = 14) -> None:
    """A faint ground of waves, as security paper has."""
    for row in range(rows):
        middle = page.height * (row + 0.5) / rows
        previous = (30.0, middle)
        for step in range(1, 49):
            x = 30 + (page.width - 60) * step / 48
            y = middle + math.sin(step * 0.7 + row) * page.height / rows * 0.55
            page.line(previous[0], previous[1], x, y, colour, 0.6)
            previous = (x, y)


def fields(
    page: Page,
    rows: Sequence[tuple[str, str]],
    box: tuple[float, float, float],
    type_: Type,
    *,
    label_type: Type | None = None,
    label_width: float = 0.0,
    step: float = 30.0,
    underlined: bool = False,
    colon: str = "：",
) -> float:
    """Label-value lines from `box` (left, top, right) downwards; long values wrap. Returns the y below."""
    left, y, right = box
    label_type = label_type or type_
    width = label_width or max(label_type.width(label + colon) for label, _ in rows) + 8
    for label, value in rows:
        page.text(left, y + type_.size, label + colon, label_type)
        after = page.paragraph(
            left + width, y + type_.size * 0.0, right - left - width, value, type_.but(leading=1.28)
        )
        if underlined:
            page.line(left + width - 2, after + 1.5, right, after + 1.5, (120, 120, 120), 0.5)
        y = max(y + step, after + step * 0.28)
    return y


def label(draft: Draft, key: str, width: int = 0) -> str:
    """One of the wordings under which papers print a fact; stretched to `width` characters where it is shorter."""
    words = {
        "organization_name": ("名称", "名称", "单位名称", "组织名称", "社会组织名称", "机构名称"),
        "uscc": ("统一社会信用代码",),
        "legal_representative": ("法定代表人", "法定代表人", "法定代表人", "负责人", "法人代表"),
        "address": ("住所", "住所", "地址", "办公地址", "住址"),
        "supervisory_body": ("业务主管单位", "业务主管单位", "业务主管部门"),
        "registration_authority": ("登记管理机关", "发证机关", "登记机关", "登记管理机关"),
        "validity": ("有效期限", "有效期", "证书有效期", "有效期限"),
        "registered_capital": ("注册资金", "注册资金", "开办资金", "活动资金"),
        "business_scope": ("业务范围", "业务范围", "宗旨和业务范围"),
        "issue_date": ("发证日期", "发证日期", "颁发日期", "核发日期"),
        "registration_date": ("成立日期", "登记日期", "成立登记日期", "准予登记日期"),
    }[key]
    chosen = draft.chosen.setdefault(f"label {key}", draft.rng.choice(words))
    return (
        printed.spaced(chosen, width)
        if width and draft.chosen.setdefault("wide", draft.pick("y", "n")) == "y"
        else chosen
    )


def red_head(flow: Flow, draft: Draft, issuer: str, number: str, title: str) -> None:
    """The red header of an official document: issuer, number, red rule, title. `issuer` and `number` may be marked."""
    name = marks.plain(issuer)
    words = issuer if draft.rng.random() < 0.45 else issuer + "文件"
    room = flow.width + 40
    head = draft.type("song-bold", 34, RED, latin="")
    size = min(34.0, room / max(1, len(marks.plain(words))))
    flow.y += draft.rng.choice((10, 24, 40))
    tracking = min(8.0, (room - size * len(marks.plain(words))) / max(1, len(name)))
    head = head.but(size=size, tracking=max(0.0, tracking))
    flow.page.text(flow.size[0] / 2, flow.y + size, words, head, "center")
    flow.y += size + 34
    small = draft.type(draft.pick("fang", "song"), 14)
    flow.page.text(flow.size[0] / 2, flow.y, number, small, "center")
    flow.y += 10
    flow.page.line(flow.left - 6, flow.y, flow.left + flow.width + 6, flow.y, RED, 1.6)
    if draft.rng.random() < 0.3:
        flow.page.line(flow.left - 6, flow.y + 3, flow.left + flow.width + 6, flow.y + 3, RED, 0.5)
    flow.y += 34
    flow.blocks.extend((Block("heading", words), Block("paragraph", number)))
    flow.heading(title, draft.type("song-bold", draft.rng.choice((18, 20))).but(leading=1.5), after=16)


def only_for(draft: Draft, page: Page, chance: float = 0.2) -> None:
    """Now and then a stamp or watermark that says what the copy is for."""
    if draft.rng.random() > chance:
        return
    if draft.rng.random() < 0.5:
        words = draft.pick(
            "仅供申报优秀社会组织使用", "仅限本次申报使用\n复印无效", "与原件核对无误", "此件与原件一致"
        )
        stamp = box_stamp(words, draft.rng.randrange(5), draft.rng.choice(((205, 30, 40), (40, 60, 160))))
        x = page.width * draft.rng.uniform(0.25, 0.75)
        page.seal(stamp, (x, page.height * draft.rng.uniform(0.8, 0.93)), draft.rng.uniform(90, 150), words)
    else:
        faint = Type(draft.face("hei"), 22, (222, 222, 222))
        words = draft.pick("仅供申报使用", "仅用于评估申报  他用无效", draft.org.name)
        for row in range(3):
            page.commands.insert(0, _slanted(words, faint, 60 + 40 * row, page.height * (0.35 + 0.25 * row)))


def _slanted(words: str, type_: Type, x: float, y: float) -> Run:
    return Run(x, y, words, type_, type_.face, 28.0)


def two_dimensional_code(draft: Draft, page: Page, x: float, y: float, size: float) -> None:
    """A code that can't be read, at its top left corner."""
    page.picture(code_blocks(draft.rng.randrange(50)), (x, y, x + size, y + size))


def sealed(draft: Draft, flow: Flow, lines: list[str], name: str) -> None:
    """Signature lines with the round seal of `name` over them."""
    flow.signature(lines)
    draft.seal(flow.page, (flow.left + flow.width * 0.72, flow.y - 50), name)
