"""Text that is set downwards: columns of single characters, as readers give them."""

from __future__ import annotations

import pytest

from dossier.page import Page
from extractors.downwards import find_columns
from extractors.layout import arrange
from tests.extractors.pages import HEIGHT, WIDTH, Row, facts_of, heading, page, read


def down(text: str, x: float, y: float, size: float, step: float = 1.15) -> list[Row]:
    """A text set downwards, a line each character."""
    return [(x, y + number * step * size / HEIGHT, letter, size) for number, letter in enumerate(text)]


def texts(made: Page) -> list[str]:
    """The rows of a page."""
    return [row.text.string for row in arrange(made).rows]


def test_a_page_set_downwards_is_read_from_right_to_left() -> None:
    """A plaque's columns are rows, the rightmost first; its facts are those of a plaque that lies."""
    rows = [
        *down("江苏省五一劳动奖状", 0.7, 0.1, 40),
        *down("苏州市暖阳公益基金会", 0.5, 0.12, 22),
        *down("江苏省总工会", 0.3, 0.2, 20),
        *down("二〇二三年四月", 0.2, 0.2, 16),
    ]
    assert texts(page(rows)) == [
        "江苏省五一劳动奖状",
        "苏州市暖阳公益基金会",
        "江苏省总工会",
        "二〇二三年四月",
    ]
    found = facts_of(read(rows))
    assert found["recipient"] == "苏州市暖阳公益基金会"
    assert found["honor_title"] == "江苏省五一劳动奖状"
    assert (found["issuing_authority"], found["authority_level"]) == ("江苏省总工会", "provincial")
    assert found["issue_date"] == "2023-04"


def test_runs_over_several_columns_are_dealt_out() -> None:
    """A reader takes characters of two columns on one height for one run with a wide gap."""
    right, left = down("先进集体荣誉证书", 0.7, 0.1, 24), down("南京市总工会颁发", 0.4, 0.1, 24)
    made = page([*right[:3], *left[:3]])
    lines = list(made.lines)
    for one, other in zip(left[3:], right[3:], strict=True):
        first, last = page([one]).lines[0], page([other]).lines[0]
        wide = first.model_copy(
            update={
                "text": first.text + last.text,
                "quad": first.quad._replace(
                    top_right=last.quad.top_right, bottom_right=last.quad.bottom_right
                ),
            }
        )
        lines.append(wide)
    assert texts(made.model_copy(update={"lines": tuple(lines)})) == ["先进集体荣誉证书", "南京市总工会颁发"]


def test_its_evidence_stands_where_it_is_printed() -> None:
    """The place of a part of a column is its characters' place on the page."""
    document = read([*down("服务职工先进集体", 0.7, 0.1, 30), *down("南京市总工会", 0.3, 0.3, 20)])
    fact = next(fact for fact in document.facts if fact.name == "honor_title")
    box = fact.evidence[0].box
    assert box is not None
    assert box.x0 == pytest.approx(0.7, abs=0.01)
    assert box.x1 == pytest.approx(0.7 + 30 / WIDTH, abs=0.01)
    assert (box.y0, box.y1) == (
        pytest.approx(0.1, abs=0.02),
        pytest.approx(0.1 + 8.2 * 30 * 1.15 / HEIGHT, abs=0.03),
    )


def test_a_headline_set_downwards_is_its_articles() -> None:
    """Beside a headline that is set downwards stands its article; what stands under another headline is that one's."""
    rows: list[Row] = [
        (0.05, 0.03, "常州日报 2024年5月21日 星期二 第3版"),
        *down("夜校课堂点亮职工梦", 0.05, 0.12, 32),
        (0.15, 0.12, "本报讯（记者孙洁）每周三晚七点，常州市慈善"),
        (0.15, 0.15, "义工协会的职工夜校准时开课，受到职工热烈欢"),
        (0.15, 0.18, "迎。夜校开办以来，协会已免费培训职工两千余"),
        (0.15, 0.21, "人次，赢得一致好评。"),
        (0.65, 0.12, "大运河畔夜经济升温", 24.0),
        (0.65, 0.16, "入夏以来，运河沿线商圈"),
        (0.65, 0.19, "人气渐旺，文旅消费升温。"),
    ]
    found = facts_of(read(rows, organization="常州市慈善义工协会"))
    assert found["title"] == "夜校课堂点亮职工梦"
    assert (found["mentions_organization"], found["stance"]) == (True, "positive")


def test_cells_of_a_table_are_no_text() -> None:
    """Numbers, and answers of one character, stand over each other in every table."""
    rows = [
        heading("工会会员名册"),
        *(f"{number}\t张三\t{'男' if number % 2 else '女'}\t是" for number in range(1, 9)),
    ]
    columns, lines = find_columns(page(rows))
    assert not columns
    assert len(lines) == 33


@pytest.mark.parametrize(
    ("subtitle", "title"),
    [(40, "法律夜门诊走进城北快递站"), (24, "法律夜门诊走进")],
    ids=["of one size", "a smaller one beside it"],
)
def test_a_headline_is_broken_over_columns_of_one_size(subtitle: float, title: str) -> None:
    """The next column goes on with a headline where its letters are as large; smaller ones are another line."""
    rows: list[Row] = [
        (0.1, 0.05, "南京日报 2024年5月12日 星期日 第3版"),
        *down("法律夜门诊走进", 0.92, 0.1, 40),
        *down("城北快递站", 0.85, 0.1, subtitle),
        (0.1, 0.15, "本报讯（记者王小明）5月11日晚，南京市家政服务业协会的法律志愿者来到"),
        (0.1, 0.18, "鼓楼区一家快递站点，为刚下班的骑手解答劳动合同和工伤认定的问题，受"),
        (0.1, 0.21, "到了大家的欢迎。协会负责人表示，今后每月都会安排一次这样的活动，让"),
        (0.1, 0.24, "更多的新就业群体能够就近得到服务，记者在现场看到职工们排队咨询问题。"),
    ]

    assert facts_of(read(rows))["title"] == title


def test_an_honour_is_broken_over_columns_of_one_size() -> None:
    """A plaque's largest words are one honour, in two columns as in two lines."""
    found = facts_of(
        read(
            [
                *down("南京市家政服务业协会工会", 0.8, 0.2, 24),
                *down("五星级", 0.55, 0.2, 48),
                *down("职工之家", 0.47, 0.2, 48),
                *down("南京市总工会", 0.2, 0.2, 24),
                *down("二〇二四年五月", 0.12, 0.2, 20),
            ]
        )
    )

    assert found["honor_title"] == "五星级职工之家"
    assert found["recipient"] == "南京市家政服务业协会工会"
