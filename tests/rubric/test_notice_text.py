"""Clauses are quoted from the office's own copy of the notice."""

from pathlib import Path

import pytest

import rubric
from rubric.notice_text import NoticeUnreadableError, quote, read_notice

COPY = "一、甲。\n（二）依法 注册\n登记，有章程。评估等级在３Ａ以上；其他。"


def _criterion(anchor: str | None) -> rubric.Criterion:
    first = rubric.load(None).criteria[0]
    return first.model_copy(update={"clause": first.clause.model_copy(update={"anchor": anchor})})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_copy_is_read_in_the_encodings_of_chinese_editors(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "通知.txt").write_bytes(COPY.encode(encoding))
    assert read_notice(tmp_path / "通知.txt") == COPY


def test_a_copy_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoticeUnreadableError, match="通知"):
        read_notice(tmp_path / "通知.txt")


@pytest.mark.parametrize(
    ("anchor", "sentence"),
    [
        ("3A以上", "评估等级在３Ａ以上；"),
        ("依法注册", "（二）依法 注册"),
        ("没有这个词", None),
        (None, None),
    ],
)
def test_the_sentence_that_holds_the_anchor_is_quoted(anchor: str | None, sentence: str | None) -> None:
    assert quote(COPY, _criterion(anchor)) == sentence


def test_without_a_copy_nothing_is_quoted() -> None:
    assert quote("", _criterion("章程")) is None
