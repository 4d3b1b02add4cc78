"""Words across a page that take its force away."""

import pytest

from dossier.geometry import Box, Quad
from dossier.page import Line, Page
from dossier.void_marks import is_void_mark, void_mark, void_word


def _page(*lines: tuple[str, float]) -> Page:
    """A page of lines with their heights."""
    return Page(
        number=1,
        width=800,
        height=1000,
        origin="text",
        lines=tuple(
            Line(
                text=text,
                quad=Quad.from_box(Box(0.1, 0.05 * at, 0.8, 0.05 * at + height)),
                confidence=1.0,
                origin="text",
            )
            for at, (text, height) in enumerate(lines, start=1)
        ),
    )


@pytest.mark.parametrize(
    "text", ["样本", "样", "样 张", "作废", "注销作废", "仅供参考样式", "样本 SAMPLE", "Void"]
)
def test_a_word_that_takes_a_papers_force_is_one(text: str) -> None:
    assert is_void_mark(text)


@pytest.mark.parametrize("text", ["样本量", "作废发票处理办法", "注销登记", "有效", "参考文献"])
def test_a_phrase_with_such_a_word_is_none(text: str) -> None:
    assert not is_void_mark(text)


def test_only_a_word_that_stands_over_the_text_marks_a_page() -> None:
    text = (("年检结论", 0.02), ("合格", 0.02), ("2025年", 0.02))
    assert void_mark([_page(*text, ("作废", 0.2))]) is not None
    assert void_mark([_page(*text, ("注销", 0.022))]) is None


def test_the_one_large_character_that_ocr_makes_out_of_a_mark_is_enough() -> None:
    text = (("年检结论", 0.02), ("合格", 0.02), ("2025年", 0.02))
    assert void_mark([_page(*text, ("样", 0.16))]) is not None
    assert void_mark([_page(*text, ("样", 0.02))]) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("庄销作废", "作废"),
        ("样本4ANPLE", "样本"),
        ("仅供参考样", "仅供参考"),
        ("已作废", "已作废"),
        ("样本量", ""),
        ("资料仅供评选使用他用无效", ""),
    ],
)
def test_a_large_text_tells_the_word_in_spite_of_misread_characters(text: str, word: str) -> None:
    assert void_word(text) == word
