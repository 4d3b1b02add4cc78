from benchmarks.letters import Errors, Placed, errors
from dossier.geometry import Box


def _at(text: str, x0: float, y0: float, x1: float, y1: float) -> Placed:
    return Placed(text, Box(x0, y0, x1, y1))


LABEL = _at("年检年度", 0.1, 0.1, 0.3, 0.13)
VALUE = _at("2023", 0.35, 0.1, 0.45, 0.13)


def test_a_label_and_its_value_may_be_read_as_one_line() -> None:
    assert errors([LABEL, VALUE], [_at("年检年度 2023", 0.1, 0.1, 0.45, 0.13)]) == Errors(0, 8)


def test_a_line_may_be_read_in_two_parts() -> None:
    whole = _at("年检年度2023", 0.1, 0.1, 0.45, 0.13)
    assert errors([whole], [VALUE, LABEL]) == Errors(0, 8)


def test_a_wrong_letter_a_missed_line_and_an_invented_one_are_counted() -> None:
    read = [_at("年俭年度", 0.1, 0.1, 0.3, 0.13), _at("无中生有", 0.1, 0.8, 0.3, 0.83)]
    assert errors([LABEL, VALUE], read) == Errors(1 + 4 + 4, 8)


def test_a_seals_text_is_no_error() -> None:
    seal = Box(0.6, 0.6, 0.9, 0.9)
    assert errors([LABEL], [LABEL, _at("南京市民政局", 0.65, 0.7, 0.85, 0.75)], [seal]) == Errors(0, 4)


def test_neighbouring_lines_that_touch_are_kept_apart() -> None:
    """Slanted lines have boxes that reach into each other."""
    first, second = _at("第一行", 0.1, 0.10, 0.9, 0.15), _at("第二行", 0.1, 0.14, 0.9, 0.19)
    assert errors([first, second], [second, first]) == Errors(0, 6)


def test_without_places_the_whole_text_is_compared() -> None:
    assert errors([Placed("甲乙", None), Placed("丙", None)], [Placed("甲 乙丁", None)]) == Errors(1, 3)
