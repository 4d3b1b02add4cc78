"""One page in two applicants' submissions is found: as it is, scanned anew, cropped, darkened; a form's other entries aren't."""

import json
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance

from audit.model import Cluster, SharedSort
from dossier.finding import Code
from extractors.readers import READER_VERSION, ReaderPool, digest
from flows.audit_round import audit_round
from flows.kept import verify_kept
from tests.audit import photos
from tests.extractors.readers import making
from tests.flows import submissions
from tests.flows.office import OFFICER, Office
from tests.vault.records.office import execute

NAMES = ("南京市建邺区职工服务中心", "无锡市梁溪区职工帮扶协会")


def contract(party: str, amount: int) -> str:
    return "\n".join(
        [
            "购买服务合同",
            "甲方：南京市总工会职工服务中心",
            f"乙方：{party}",
            f"项目名称：职工心理关爱服务，合同金额：{amount}元整",
            "服务期限：2026年1月1日至2026年12月31日，按季度验收并支付",
            "双方应当按照约定履行各自义务，未尽事宜由双方另行协商解决",
            "签订日期：2025年12月20日",
        ]
    )


def submission(folder: Path, name: str, files: dict[str, str | Path]) -> Path:
    folder.mkdir(parents=True)
    for path, content in files.items():
        if isinstance(content, Path):
            shutil.copy(content, folder / path)
        else:
            (folder / path).write_text(content, encoding="utf-8")
    application = {
        "round": "2026",
        "organization": {"name": name, "type": "社会团体"},
        "recommender": f"{name[:3]}总工会",
        "submitted_at": f"{submissions.AS_OF}T10:00:00+08:00",
        "claims": [{"criterion": "5.2", "points": 5}],
        "claimed_total": 5,
    }
    (folder / "submission.json").write_text(json.dumps(application, ensure_ascii=False), encoding="utf-8")
    return folder


def audited(office: Office) -> tuple[Cluster, ...]:
    return audit_round(office, OFFICER, "2026", "s", fallback=None).audit.clusters


def verified(office: Office, pool: ReaderPool, *folders: Path) -> list[str]:
    with office.bench(pool) as bench:
        made = [office.submit(folder) for folder in folders]
        for each in made:
            verify_kept(each, bench)
    return made


@pytest.fixture(scope="module")
def pool() -> Generator[ReaderPool]:
    with ReaderPool(2) as made:
        yield made


def test_a_text_that_two_handed_in_under_other_names_and_files_is_found(
    tmp_path: Path, pool: ReaderPool
) -> None:
    office = Office.open(tmp_path / "data")
    said = contract("某某单位", 120_000)
    made = verified(
        office,
        pool,
        submission(tmp_path / "a", NAMES[0], {"合同.txt": said, "别的.txt": contract(NAMES[0], 80_000)}),
        submission(
            tmp_path / "b", NAMES[1], {"协议书.txt": said + "\n", "另外.txt": contract(NAMES[1], 50_000)}
        ),
    )
    (found,) = audited(office)
    assert (found.sort, found.code) == (SharedSort.PAGE, Code.EVIDENCE_REUSED)
    assert [(each.submission, each.document) for each in found.members] == sorted(
        [(made[0], "合同.txt"), (made[1], "协议书.txt")]
    )
    assert "1 页相同" in found.words
    office.records.close()


def test_one_paper_with_another_name_is_told_as_that_and_accuses_nobody(
    tmp_path: Path, pool: ReaderPool
) -> None:
    office = Office.open(tmp_path / "data")
    one, other = (contract(name, 120_000) for name in NAMES)
    verified(
        office,
        pool,
        submission(tmp_path / "a", NAMES[0], {"合同.txt": one}),
        submission(tmp_path / "b", NAMES[1], {"协议书.txt": other}),
    )
    (found,) = audited(office)
    assert (found.sort, found.code) == (SharedSort.TEMPLATE, None)
    assert "样式相同、名称不同" in found.words
    office.records.close()


def _anew(image: Image.Image) -> Image.Image:
    """Scanned again: turned a little, its margin cut, darker."""
    turned = image.rotate(0.6, fillcolor="white")
    width, height = turned.size
    cut = turned.crop((width // 60, height // 60, width - width // 80, height - height // 80))
    return ImageEnhance.Brightness(cut).enhance(0.85)


@pytest.mark.ocr
@pytest.mark.parametrize("change", [lambda image: image, _anew], ids=["saved anew", "scanned anew"])
def test_a_page_is_found_on_whatever_paper_it_came(
    tmp_path: Path, pool: ReaderPool, change: Callable[[Image.Image], Image.Image]
) -> None:
    office = Office.open(tmp_path / "data")
    lines = contract("某某单位", 120_000).splitlines()
    page, other = (
        making.picture(*lines, width=1100),
        making.picture(*contract(NAMES[1], 90_000).splitlines(), width=1100),
    )
    page.save(tmp_path / "one.png")
    change(page).save(tmp_path / "two.jpg", quality=70)
    other.save(tmp_path / "other.png")
    verified(
        office,
        pool,
        submission(tmp_path / "a", NAMES[0], {"IMG_1.png": tmp_path / "one.png"}),
        submission(
            tmp_path / "b", NAMES[1], {"IMG_7.jpg": tmp_path / "two.jpg", "IMG_8.png": tmp_path / "other.png"}
        ),
    )
    (found,) = audited(office)
    assert sorted(each.document for each in found.members) == ["IMG_1.png", "IMG_7.jpg"]
    office.records.close()


def test_what_was_read_before_prints_were_kept_is_printed_at_the_audit(
    tmp_path: Path, pool: ReaderPool
) -> None:
    office = Office.open(tmp_path / "data")
    said = contract("某某单位", 120_000)
    made = verified(
        office,
        pool,
        submission(tmp_path / "a", NAMES[0], {"合同.txt": said}),
        submission(tmp_path / "b", NAMES[1], {"协议书.txt": said + "\n"}),
    )
    execute(office.records, "DELETE FROM prints")
    assert [each.sort for each in audited(office)] == [SharedSort.PAGE]
    execute(office.records, "DELETE FROM prints")
    for path in (tmp_path / "data").rglob(f"readings/{READER_VERSION}/*/*.json.gz"):
        path.unlink()
    found = audit_round(office, OFFICER, "2026", "s", fallback=None).audit
    assert found.clusters == ()
    assert {each.submission for each in found.remarks} == set(made)
    assert "没有参与页面比对" in found.remarks[0].reason
    office.records.close()


def test_prints_are_kept_once(tmp_path: Path, pool: ReaderPool) -> None:
    office = Office.open(tmp_path / "data")
    folder = submission(tmp_path / "a", NAMES[0], {"合同.txt": contract(NAMES[0], 1)})
    verified(office, pool, folder, folder)
    prints = office.records.round_prints(OFFICER, "2026", READER_VERSION)
    assert prints["submission"].n_unique() == 2
    assert prints["sha256"].unique().to_list() == [digest(folder / "合同.txt")]
    assert office.records.unprinted([digest(folder / "合同.txt"), "0" * 64], READER_VERSION) == {"0" * 64}
    office.records.close()


def plan(name: str, number: str, *, year: int, label: str = "联系电话") -> str:
    work = "走访企业三十家，举办讲座十二场" if year % 2 else "开展心理疏导，调解劳动争议，培训骨干"
    return f"{name}\n{year}年度工作计划\n{work}，按季度总结。\n{label}：{number}\n{year}年1月{year % 20}日\n"


def test_a_telephone_that_two_give_as_theirs_is_told_and_a_service_that_both_name_is_not(
    tmp_path: Path, pool: ReaderPool
) -> None:
    office = Office.open(tmp_path / "data")
    service = plan(NAMES[0], "025-83590001", year=2023, label="咨询电话")
    made = verified(
        office,
        pool,
        submission(tmp_path / "a", NAMES[0], {"计划.txt": plan(NAMES[0], "139 1234 5678", year=2025), "甲.txt": service}),
        submission(
            tmp_path / "b",
            NAMES[1],
            {
                "工作计划.txt": plan(NAMES[1], "13912345678", year=2026),
                "乙.txt": plan(NAMES[1], "025-83590001", year=2024),
            },
        ),
    )  # fmt: skip
    (found,) = audited(office)
    assert (found.sort, found.code) == (SharedSort.PHONE, None)
    assert {(each.submission, each.document) for each in found.members} == {
        (made[0], "计划.txt"),
        (made[1], "工作计划.txt"),
    }
    assert {each.text for each in found.members} == {"13912345678"}
    assert all(each.page == 1 and each.box for each in found.members)
    office.records.close()


@pytest.mark.ocr
def test_a_photo_is_found_though_it_was_cut_and_made_smaller(tmp_path: Path, pool: ReaderPool) -> None:
    office = Office.open(tmp_path / "data")
    scene = photos.scene(1)
    scene.save(tmp_path / "one.jpg", quality=80)
    photos.shrunk(photos.cut(scene, 0.8, 1), 0.7).save(tmp_path / "two.jpg", quality=60)
    photos.scene(2).save(tmp_path / "other.jpg", quality=80)
    verified(
        office,
        pool,
        submission(tmp_path / "a", NAMES[0], {"活动.jpg": tmp_path / "one.jpg"}),
        submission(
            tmp_path / "b", NAMES[1], {"现场.jpg": tmp_path / "two.jpg", "合影.jpg": tmp_path / "other.jpg"}
        ),
    )
    (found,) = audited(office)
    assert found.sort is SharedSort.PHOTO
    assert sorted(each.document for each in found.members) == ["活动.jpg", "现场.jpg"]
    office.records.close()
