"""Honours: on certificates, in notices with lists, in news of one's own."""

import pytest

from tests.extractors.pages import Row, facts_of, heading, read

OURS = "盐城市思齐职工服务中心"


def test_an_honour_told_in_a_sentence() -> None:
    """One's own news tell who gave it, to whom and when."""
    facts = facts_of(
        read(
            [
                heading("喜讯！思齐职工服务中心再添新荣誉"),
                "2024年4月9日，盐城市人力资源和社会保障局印发通报，盐城市思齐职工",
                "服务中心荣获“盐城市五一劳动奖状”。",
            ],
            organization=OURS,
        )
    )
    assert facts["recipient"] == OURS
    assert facts["issuing_authority"] == "盐城市人力资源和社会保障局"
    assert facts["authority_level"] == "prefecture"
    assert facts["issue_date"] == "2024-04-09"


@pytest.mark.parametrize(
    ("title", "type_"),
    [("扬州市五一劳动奖章", "person"), ("扬州市优秀社会工作者", "person"), ("扬州市先进集体", None)],
)
def test_a_title_alone_tells_a_persons_honour(title: str, type_: str | None) -> None:
    """Where no recipient of ours is on the list, the title says whom it is for; a body's title says nothing of it."""
    rows: list[Row] = [
        heading(f"关于公布“{title}”名单的通报"),
        "发布时间：2025年9月19日来源：扬州市民政局",
        "徐福珍、薛一宇、冯立、赵嘉阳。",
    ]
    facts = facts_of(read(rows, organization=OURS))
    assert facts["honor_title"] == title
    assert facts["issuing_authority"] == "扬州市民政局"
    assert facts.get("recipient_type") == type_
    assert "recipient" not in facts


def test_a_name_with_comrade_behind_it_is_the_recipient() -> None:
    """A line of its own needs no colon."""
    facts = facts_of(
        read(
            [
                heading("荣誉证书"),
                "钱娜同志",
                "在服务职工工作中成绩突出，被评选为2025年“常州市优秀社会工作者”称号。",
                (0.6, 0.6, "常州市总工会"),
                (0.6, 0.64, "2025年3月21日"),
            ]
        )
    )
    assert (facts["recipient"], facts["recipient_type"]) == ("钱娜", "person")
