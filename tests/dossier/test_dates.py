from datetime import date

import pytest

from dossier.dates import PartialDate, Window, add_months, add_years, parse, parse_period, term_end


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "month"),
        ("2024-05-03", date(2024, 5, 3), date(2024, 5, 3), "day"),
    ],
)
def test_a_partial_date_spans_all_days_that_it_can_mean(
    text: str, earliest: date, latest: date, precision: str
):
    found = parse(text)
    assert (found.earliest(), found.latest(), found.precision, found.iso()) == (
        earliest,
        latest,
        precision,
        text,
    )


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2023-02-29", "2024-00-01", "2024/05/03", "2024-05-03T00:00", "2024--03"]
)
def test_what_the_calendar_does_not_have_is_refused(text: str):
    with pytest.raises(ValueError, match=r"date|month|day|year"):
        parse(text)


def test_29_february_becomes_the_28th_in_a_common_year():
    assert add_years(date(2024, 2, 29), -2) == date(2022, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 1, 15), -12) == date(2023, 1, 15)


def test_a_grade_of_five_years_ends_on_the_day_before():
    assert term_end(date(2020, 5, 8), 5) == date(2025, 5, 7)


def test_windows_include_both_ends():
    window = Window.years_before(date(2026, 11, 15), 2)
    assert date(2024, 11, 15) in window
    assert date(2024, 11, 14) not in window
    assert date(2026, 11, 15) in window
    assert date(2026, 11, 16) not in window
    assert Window.days_before(date(2026, 11, 15), 90).first == date(2026, 8, 17)


@pytest.mark.parametrize(
    ("text", "within", "surely", "favourable"),
    [
        ("2024-11", True, False, date(2024, 11, 30)),
        ("2024-10", False, False, None),
        ("2025", True, True, date(2025, 12, 31)),
        ("2026", True, False, date(2026, 11, 15)),
        ("2024-11-15", True, True, date(2024, 11, 15)),
        ("2024-11-14", False, False, None),
    ],
)
def test_a_month_counts_as_its_most_favourable_day(
    text: str, within: bool, surely: bool, favourable: date | None
):
    window = Window.years_before(date(2026, 11, 15), 2)
    found = parse(text)
    assert found.within(window) is within
    assert found.surely_within(window) is surely
    assert found.decides(window) is (within and not surely)
    assert found.favourable_day(window) == favourable


def test_an_open_end_has_no_last_day():
    assert parse("2099").within(Window(date(2020, 1, 1), None))
    assert parse("2099").favourable_day(Window(None, None)) == date(2099, 12, 31)


def test_comparisons_say_what_is_possible_and_what_is_sure():
    month = parse("2024-05")
    assert month.on_or_after(date(2024, 5, 31))
    assert not month.on_or_after(date(2024, 6, 1))
    assert month.on_or_before(date(2024, 5, 1))
    assert month.surely_before(date(2024, 6, 1))
    assert not month.surely_before(date(2024, 5, 31))
    assert month.surely_after(date(2024, 4, 30))
    assert month.exact() is None
    assert PartialDate.of(date(2024, 5, 3)).exact() == date(2024, 5, 3)


def test_a_period_runs_forward():
    assert [str(end) for end in parse_period("2024-01/2024-06")] == ["2024-01", "2024-06"]
    with pytest.raises(ValueError, match="forward"):
        parse_period("2024-06/2024-01")
    with pytest.raises(ValueError, match="two"):
        parse_period("2024-06")
