"""A text layer beside an OCR reading of the same page."""

from dataclasses import replace

import numpy as np
import pytest

from dossier.geometry import Box, Quad
from dossier.page import Line
from extractors.readers.layer import LayerLine
from extractors.readers.layer_merge import merge

PLACE = Box(0.6, 0.81, 0.87, 0.84)
LAYER = LayerLine(
    text="登记日期：2023年6月19日",
    quad=Quad.from_box(PLACE),
    box=PLACE,
    on_page=True,
    visible=True,
    order=1,
    fonts=frozenset({1}),
    size=12.0,
    em=0.02,
)
WHITE = np.full((1000, 700), 255, dtype=np.uint8)


def seen(text: str, box: Box, confidence: float = 0.98) -> Line:
    return Line(text=text, quad=Quad.from_box(box), confidence=confidence, origin="ocr")


def test_a_stamp_over_a_line_is_no_other_text() -> None:
    ring = seen("市天宁区民", Box(0.7, 0.74, 0.82, 0.83), 0.92)
    whole = seen(LAYER.text, LAYER.box)
    assert merge(1, [LAYER], (ring, whole), WHITE).signals == ()


def test_another_number_on_the_pixels_is_told() -> None:
    other = seen(LAYER.text.replace("2023", "2029"), LAYER.box)
    assert len(merge(1, [LAYER], (other,), WHITE).signals) == 1


@pytest.mark.parametrize(("height", "stands"), [(0.4, True), (0.02, False)])
def test_a_large_void_mark_of_the_layer_stays_where_ocr_lost_it(height: float, stands: bool) -> None:
    place = Box(0.3, 0.5, 0.8, 0.95)
    mark = replace(LAYER, text="已作废", quad=Quad.from_box(place), box=place, em=height)
    inked = WHITE.copy()
    inked[500:950, 210:560] = 120
    inked[500:520, 210:230] = 0
    others = [replace(LAYER, box=Box(0.1, y, 0.4, y + 0.02)) for y in (0.1, 0.2, 0.3)]
    lines = merge(1, [LAYER, mark, *others], (seen(LAYER.text, LAYER.box),), inked).lines
    assert ("已作废" in [line.text for line in lines]) == stands


def test_a_void_mark_that_only_the_pixels_have_is_kept_and_no_fault_of_the_layer() -> None:
    mark = seen("样张", Box(0.5, 0.7, 0.9, 0.95))
    result = merge(1, [LAYER], (seen(LAYER.text, LAYER.box), mark), WHITE)
    assert "样张" in [line.text for line in result.lines]
    assert result.signals == ()
