"""The two example submissions: what the reports say of them is what their `.expected.json` files say."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from hezheng import cli, settings
from hezheng.commands.verifying import EXAMPLES

pytestmark = [pytest.mark.ocr, pytest.mark.slow]


@dataclass(frozen=True)
class Verified:
    """An example, how `verify` ended on it, and its report."""

    name: str
    exit_code: int
    report: dict[str, Any]
    expected: dict[str, Any]

    @property
    def alarms(self) -> list[dict[str, Any]]:
        """The discrepancies above a remark."""
        return [each for each in self.report["discrepancies"] if each["severity"] != "info"]


@pytest.fixture(scope="module", params=["honest", "dishonest"])
def verified(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Verified:
    name = request.param
    place = tmp_path_factory.mktemp(name)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        settings.load.cache_clear()
        code = cli.run(["verify", str(EXAMPLES / name), "--out", "out"])
    settings.load.cache_clear()
    report = json.loads((place / "out" / "report.json").read_text(encoding="utf-8"))
    expected = json.loads((EXAMPLES / f"{name}.expected.json").read_text(encoding="utf-8"))
    return Verified(name, code, report, expected)


def test_what_is_wrong_is_found_and_nothing_else(verified: Verified) -> None:
    assert sorted(each["code"] for each in verified.alarms) == sorted(
        each["code"] for each in verified.expected["expected"]
    )
    assert verified.exit_code == (1 if verified.alarms else 0)


def test_it_is_told_of_the_document_and_the_criterion_where_it_lies(verified: Verified) -> None:
    for wrong in verified.expected["expected"]:
        (told,) = [each for each in verified.alarms if each["code"] == wrong["code"]]
        documents = {told["document"], *(each["document"] for each in told["evidence"])}
        assert wrong["document"] is None or wrong["document"] in documents
        if wrong["code"] != "evidence_reused":  # two files alike are told of the files, whatever they are for
            assert told["criterion"] == wrong["criterion"]


def test_the_points_that_the_papers_carry_lie_in_the_interval_told(verified: Verified) -> None:
    told = {each["criterion"]: each["supported"] for each in verified.report["findings"]}
    for criterion, points in verified.expected["carried"].items():
        if points is not None:
            low, high = told[criterion]
            assert low <= points <= high, criterion
    assert verified.report["score"]["eligible"] in verified.expected["eligible"]
    assert verified.report["submission"]["as_of"] == verified.expected["as_of"]
