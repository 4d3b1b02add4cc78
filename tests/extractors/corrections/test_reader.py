"""A folder of corrections: what holds, and what is refused with which words."""

from datetime import date
from pathlib import Path

import pytest

from extractors.corrections import Corrections, cells, read, read_list, written

TEMPLATES = Path(__file__).parents[3] / "examples" / "corrections"
OUTLETS = "name\tlevel\tfrom\tuntil\tby\twhy\n"


def folder(root: Path, **files: str | bytes) -> Corrections:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (root / f"{name}.tsv").write_bytes(data)
    return read(root)


def refusals(root: Path, **files: str | bytes) -> list[str]:
    return [each.text for each in folder(root, **files).refused]


def test_an_absent_folder_holds_none_unless_it_was_asked_for(tmp_path: Path) -> None:
    assert read(tmp_path / "absent") == Corrections()
    assert "HEZHENG_CORRECTIONS" in read(tmp_path / "absent", demanded=True).refused[0].text
    (tmp_path / "file").write_text("")
    assert read(tmp_path / "file").refused


def test_the_templates_hold_up_and_say_nothing() -> None:
    assert read(TEMPLATES) == Corrections()


def test_the_templates_examples_hold_up_once_they_are_uncommented(tmp_path: Path) -> None:
    for path in TEMPLATES.glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        lines[-1] = lines[-1].removeprefix("# ")
        (tmp_path / path.name).write_text("\n".join(lines), encoding="utf-8")
    found = read(tmp_path)
    assert not found.refused
    assert {row.list for row in found.rows} == {"authorities", "departments", "outlets", "names"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_what_a_spreadsheet_saves_is_read(tmp_path: Path, encoding: str) -> None:
    text = OUTLETS.replace("\n", "\r\n") + '"某某新闻"\t省级\t2024/5/1\t\t张某\t主办单位来函\r\n'
    found = folder(tmp_path, outlets=text.encode(encoding))
    assert not found.refused
    row = found.rows[0]
    assert (row.name, row.meaning, row.since, row.until) == ("某某新闻", "provincial", date(2024, 5, 1), None)


def test_columns_stand_in_any_order_and_others_beside_them(tmp_path: Path) -> None:
    text = "why\tby\tuntil\tfrom\tremark\tlevel\tname\n来函\t张某\t\t\t-\tcounty\t某某新闻\n"
    assert folder(tmp_path, outlets=text).rows[0].meaning == "county"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("\t省级\t\t\t张某\t来函", "“name”是空的"),
        ("某某新闻\t\t\t\t张某\t来函", "“level”是空的"),
        ("某某新闻\t省级\t\t\t\t来函", "“by”是空的"),
        ("某某新闻\t省级\t\t\t张某", "“why”是空的"),
        ("某某新闻\t市级\t\t\t张某\t来函", "级别“市级”不能用"),
        ("某某新闻\t省级\t2024-02-30\t\t张某\t来函", "日期“2024-02-30”不能用"),
        ("某某新闻\t省级\t\t去年\t张某\t来函", "日期“去年”不能用"),
        ("某某新闻\t省级\t2025-01-01\t2024-01-01\t张某\t来函", "晚于"),
        ("报\t省级\t\t\t张某\t来函", "太短"),
        ("某某新闻\t省级\t\t\t张某\t来函\t多的", "制表符"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_alone_with_its_line(
    tmp_path: Path, row: str, words: str
) -> None:
    found = folder(tmp_path, outlets=f"# 注\n{OUTLETS}{row}\n好的新闻\t省级\t\t\t张某\t来函\n")
    assert [each.name for each in found.rows] == ["好的新闻"]
    assert len(found.refused) == 1
    assert found.refused[0].text.startswith("outlets.tsv 第 3 行：")
    assert words in found.refused[0].text


def test_two_rows_for_one_name_must_not_overlap(tmp_path: Path) -> None:
    rows = "某某新闻\t省级\t\t2023-12-31\t张\t来函\n某某新闻\t县级\t2024-01-01\t\t张\t来函\n《某某新闻》\t县级\t2023-12-31\t\t张\t来函\n"
    found = folder(tmp_path, outlets=OUTLETS + rows)
    assert [row.meaning for row in found.rows] == ["provincial", "county"]
    assert "第 2 行" in found.refused[0].text


def test_files_that_cannot_be_used_are_refused_whole(tmp_path: Path) -> None:
    (tmp_path / "说明.md").write_text("说明")
    assert "outlets.tsv" in refusals(tmp_path, outlet="x")[0]
    (tmp_path / "outlet.tsv").unlink()
    assert "why" in refusals(tmp_path, outlets="name\tlevel\tfrom\tuntil\tby\n")[0]
    assert "表头" in refusals(tmp_path, outlets="")[0]
    assert "不是文本" in refusals(tmp_path, outlets=b"PK\x03\x04\0\0\xff\xfe")[0]
    assert "1 MB" in refusals(tmp_path, outlets=b"#" * ((1 << 20) + 1))[0]
    (tmp_path / "authorities.tsv").mkdir()
    assert "authorities.tsv：读不出来" in refusals(tmp_path)[0]


def test_a_department_bears_no_region_and_a_name_means_another(tmp_path: Path) -> None:
    told = refusals(
        tmp_path,
        departments="name\tfrom\tuntil\tby\twhy\n南京市数据局\t\t\t张某\t方案\n",
        names="name\torganization\tfrom\tuntil\tby\twhy\n某某协会\t某某协会\t\t\t张某\t方案\n",
    )
    assert "带了地名" in told[0]
    assert "相同" in told[1]


def test_the_digest_is_of_what_applies(tmp_path: Path) -> None:
    row, other = "某某新闻\t省级\t\t\t张某\t来函\n", "某某晚报\t县级\t\t\t张某\t来函\n"
    first = folder(tmp_path, outlets=OUTLETS + row + other)
    assert folder(tmp_path, outlets=f"# 注\n{OUTLETS}{other}{row}坏的新闻\t\t\t\t\t\n").digest == first.digest
    assert folder(tmp_path, outlets=OUTLETS + row).digest != first.digest
    assert first.version == f"+corrections:{first.digest[:8]}"
    assert Corrections().version == ""


def test_a_list_is_read_from_bytes_and_written_as_it_was() -> None:
    content = OUTLETS + "某某晚报\tprefecture\t2020-01-01\t\t李某\t来函\n短\tprefecture\t\t\t李某\t来函\n"
    found = read_list("outlets", content.encode("utf-16"))
    assert [row.name for row in found.rows] == ["某某晚报"]
    assert "outlets.tsv 第 3 行" in found.refused[0].text
    again = read_list("outlets", written("outlets", map(cells, found.rows)).encode())
    assert again.rows == found.rows
    assert read_list("outlets", b"\0\0").refused
    assert read_list("outlets", b"x" * (2 << 20)).refused


def test_what_would_part_cells_is_written_as_a_space() -> None:
    text = written("departments", [{"name": "数据\t局", "by": "李某\n", "why": "来\r\n函"}])
    assert text.splitlines()[1] == "数据 局\t\t\t李某\t来 函"
