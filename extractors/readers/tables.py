"""Ruled tables: the cells that the rules of a page make, and text that was wrapped within a cell put together.

The rules come from the page's reader, the cells from pdfplumber's table finder.
"""

from collections.abc import Sequence
from typing import Any

from dossier.geometry import Box, Quad
from extractors.readers.layer import LayerLine

_MAX_EDGES = 800
_MAX_CELL_LINES = 6
_MAX_CELL_SHARE = 0.4
_SNAP = 3.0
_LEADING = 1.2
"""Gap between the lines of a wrapped cell, in em, at most."""


def vertical_rules(rules: Sequence[Box]) -> list[Box]:
    """Those rules that stand upright and are as long as a row of type is high."""
    return [rule for rule in rules if rule.height > rule.width and rule.height > 6]


def cells(rules: Sequence[Box]) -> list[Box]:
    """The cells of all ruled tables, in the points of the rules. Fewer than two cells are no table."""
    edges = [_edge(rule) for rule in rules]
    upright = sum(1 for edge in edges if edge["orientation"] == "v")
    if upright < 2 or len(edges) - upright < 2 or len(edges) > _MAX_EDGES:
        return []
    from pdfplumber.table import edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    if len(merged) > _MAX_EDGES // 4:
        return []
    found = intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP))
    return [Box(*cell) for cell in found] if len(found) > 1 else []


def _edge(rule: Box) -> dict[str, Any]:
    """A rule as pdfplumber's table finder takes it: without thickness."""
    if rule.height > rule.width:
        x = (rule.x0 + rule.x1) / 2
        x0 = x1 = x
        top, bottom = rule.y0, rule.y1
    else:
        x0, x1 = rule.x0, rule.x1
        top = bottom = (rule.y0 + rule.y1) / 2
    return {
        "object_type": "line", "orientation": "v" if x0 == x1 else "h",
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
    }  # fmt: skip


def join_wrapped(lines: Sequence[LayerLine], table: Sequence[Box], aspect: float) -> list[LayerLine]:
    """The lines, where a cell's text that was wrapped at the cell's edge is one line.

    `table`: the cells in fractions of the page; `aspect`: the page's width to its height.
    """
    in_cell: dict[int, list[LayerLine]] = {}
    result: list[LayerLine] = []
    small = [cell for cell in table if cell.width * cell.height < _MAX_CELL_SHARE]
    for line in lines:
        place = next((i for i, cell in enumerate(small) if _stands_in(line, cell)), None)
        if place is None:
            result.append(line)
        else:
            in_cell.setdefault(place, []).append(line)
    for place, members in in_cell.items():
        result.extend(_unwrapped(members, small[place], aspect))
    result.sort(key=lambda line: (round(line.box.centre[1], 3), line.box.x0))
    return result


def _stands_in(line: LayerLine, cell: Box) -> bool:
    """Whether the cell holds the line. What is taller than the cell, such as a word across the page, lies over it."""
    x, y = line.box.centre
    return cell.x0 <= x <= cell.x1 and cell.y0 <= y <= cell.y1 and line.box.height <= cell.height


def may_be_wrapped(lines: Sequence[LayerLine]) -> bool:
    """Whether any line stands closely under another one, so that the two could be one cell's wrapped text."""
    for index, line in enumerate(lines):
        for other in lines[index + 1 : index + 24]:
            gap = other.box.y0 - line.box.y1
            if gap > _LEADING * line.em:
                break
            if gap > -0.5 * line.em and line.box.x0 < other.box.x1 and other.box.x0 < line.box.x1:
                return True
    return False


def _unwrapped(members: list[LayerLine], cell: Box, aspect: float) -> list[LayerLine]:
    if not 2 <= len(members) <= _MAX_CELL_LINES:
        return members
    members = sorted(members, key=lambda line: line.box.y0)
    padding = max(0.0, min(line.box.x0 for line in members) - cell.x0)
    result = [members[0]]
    full = _fills(members[0], cell, padding, aspect)
    for line in members[1:]:
        if full and _goes_on(result[-1], line):
            result[-1] = _joined(result[-1], line)
        else:
            result.append(line)
        full = _fills(line, cell, padding, aspect)
    return result


def _fills(line: LayerLine, cell: Box, padding: float, aspect: float) -> bool:
    """Whether another character would not have fitted behind the line."""
    em = line.em / aspect
    return cell.x1 - line.box.x1 < min(padding, 1.5 * em) + 1.3 * em


_STARTS = "0123456789一二三四五六七八九十（(【①②③④⑤⑥⑦⑧⑨☑☐□√●·"


def _goes_on(first: LayerLine, second: LayerLine) -> bool:
    if first.text[-1] in "。；;：:！!" or (second.text[:1] in "（(①②③④☑☐□√●·" and len(first.text) > 12):
        return False
    numbered = second.text[0] in _STARTS and second.text[1:2] in ("、", ".", "．", ")", "）")
    gap = second.box.y0 - first.box.y1
    return not numbered and gap < _LEADING * second.em and second.visible == first.visible


def _joined(first: LayerLine, second: LayerLine) -> LayerLine:
    latin = first.text[-1].isascii() and first.text[-1].isalpha() and second.text[0].isascii()
    box = first.box.union(second.box)
    return LayerLine(
        text=first.text + (" " if latin else "") + second.text,
        quad=Quad.from_box(box),
        box=box,
        on_page=first.on_page,
        visible=first.visible,
        order=max(first.order, second.order),
        fonts=first.fonts | second.fonts,
        size=second.size,
        em=second.em,
    )
