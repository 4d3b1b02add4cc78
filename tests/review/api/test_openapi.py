"""The description in docs/ is that of the program, is in Chinese, and names what docs/api.md names."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from review.api import problems, words
from review.api.app import described

DOCS = Path(__file__).resolve().parents[3] / "docs"
HAN = re.compile(r"[一-鿿]")


def _descriptions(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in {"description", "summary"} and isinstance(inner, str):
                yield f"{place}/{name}", inner
            else:
                yield from _descriptions(inner, f"{place}/{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _descriptions(inner, f"{place}/{number}")


def test_the_description_that_is_shipped_is_that_of_the_program() -> None:
    """Anew: `hezheng schema api > docs/openapi.json`."""
    assert json.loads((DOCS / "openapi.json").read_text("utf-8")) == described().openapi()


def test_all_of_it_is_in_chinese() -> None:
    assert not [each for each in _descriptions(described().openapi()) if not HAN.search(each[1])]


def test_every_route_has_a_summary_words_of_its_own_and_the_problem() -> None:
    names: set[str] = set()
    for methods in described().openapi()["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["description"]
            assert operation["responses"]["default"] == {"$ref": "#/components/responses/Problem"}
            assert operation["operationId"] not in names
            names.add(operation["operationId"])


def test_no_word_is_left_for_a_noun_that_is_gone() -> None:
    schemas = described().openapi()["components"]["schemas"]
    assert set(words.SCHEMAS) <= set(schemas)
    for name, fields in words.FIELDS.items():
        assert set(fields) <= set(schemas[name]["properties"])


def test_the_page_on_the_api_names_every_path_and_every_kind_of_problem() -> None:
    page = (DOCS / "api.md").read_text("utf-8")
    paths = {re.sub(r"\{(\w+)\}", r"{\1}", path) for path in described().openapi()["paths"]}
    assert {path for path in paths if path not in page} == set()
    assert {kind for kind in problems.STATUS if f"`{kind}`" not in page} == set()
