"""Authorities' names that were misread."""

from dossier.names import is_civil_affairs
from extractors.mending import mended_authority


def test_a_lost_character_is_put_back_where_one_body_alone_can_be_meant() -> None:
    """`政局` may be 民政局, 财政局 or 邮政局; a paper that only a civil-affairs department issues leaves one."""
    assert mended_authority("常州市政局", lost=True) is None
    assert mended_authority("常州市政局", lost=True, accept=is_civil_affairs) == "常州市民政局"
    assert mended_authority("无锡市行审批局", lost=True) == "无锡市行政审批局"


def test_what_was_printed_has_lost_nothing() -> None:
    """Only what was read from pixels may lack a character."""
    assert mended_authority("常州市政局", accept=is_civil_affairs) is None
