"""Two pages are told to be one where nothing but misread characters differs; another name, number or day keeps them apart."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageEnhance

from audit.model import SharedSort
from audit.one_page import compare
from dossier.geometry import Box, Quad
from dossier.page import Line, Page
from extractors.readers import ReaderPool
from extractors.readers.photos import photo_of
from tests.audit import photos
from tests.extractors.readers import making

NAMES = ("南京市建邺区职工服务中心", "无锡市梁溪区职工帮扶协会")
BITS = random.Random(3).getrandbits(64)


def certificate(name: str, number: str = "苏民评〔2024〕第0317号", day: str = "2024年3月18日") -> list[str]:
    return [
        "社会组织评估等级证书",
        f"{name}：",
        "经社会组织评估委员会评审，你单位被评为AAAA级社会组织。",
        "评估等级有效期为五年，届满前应当重新申请评估。",
        f"证书编号：{number}",
        f"发证日期：{day}",
    ]


def page(lines: list[str], bits: int | None = BITS) -> Page:
    return Page(
        number=1,
        width=595,
        height=842,
        origin="ocr",
        lines=tuple(
            Line(text=each, quad=Quad.from_box(Box(0.1, 0.1, 0.9, 0.2)), confidence=1, origin="ocr")
            for each in lines
        ),
        fingerprint=None if bits is None else f"{bits:016x}",
    )


def test_one_page_is_told_whatever_single_characters_were_misread() -> None:
    lines = certificate(NAMES[0])
    misread = [line.replace("评审", "评宙").replace("届满", "屈满") for line in lines]
    assert compare(page(lines), page(misread), NAMES) is SharedSort.PAGE


@pytest.mark.parametrize("bits", [BITS ^ ((1 << 20) - 1), None], ids=["looks otherwise", "has no looks"])
def test_text_that_is_somebodys_decides_over_looks(bits: int | None) -> None:
    lines = certificate(NAMES[0])
    assert compare(page(lines), page(lines, bits), NAMES) is SharedSort.PAGE


def test_a_stamp_on_top_adds_text_and_changes_nothing() -> None:
    lines = certificate(NAMES[0])
    assert compare(page(lines), page([*lines, "作废件"]), NAMES) is SharedSort.PAGE


def test_one_certificate_with_another_name_is_a_template() -> None:
    one, other = page(certificate(NAMES[0])), page(certificate(NAMES[1]))
    assert compare(one, other, NAMES) is SharedSort.TEMPLATE
    assert compare(other, one, (NAMES[1], NAMES[0])) is SharedSort.TEMPLATE


@pytest.mark.parametrize(
    "other",
    [
        certificate(NAMES[1], number="苏民评〔2024〕第0318号"),
        certificate(NAMES[1], day="2024年3月19日"),
        certificate("常州市武进区志愿服务联合会"),
    ],
    ids=["another number", "another day", "the name of a third"],
)
def test_two_certificates_of_one_authority_are_nothing_to_each_other(other: list[str]) -> None:
    assert compare(page(certificate(NAMES[0])), page(other), NAMES) is None


def test_a_rule_that_others_signed_is_another_page() -> None:
    def rule(*people: str) -> Page:
        rest = (
            "为加强内部治理，规范工作秩序，依据章程制定本制度，自2024年10月1日起施行，由理事会负责解释。" * 3
        )
        return page([rest, "召集人：" + people[0], "记录人：" + people[1]])

    assert compare(rule("董凡佳", "孔涵"), rule("汤然兰", "于清英"), NAMES) is None
    assert compare(rule("董凡佳", "孔涵"), rule("董凡佳", "孔涵"), NAMES) is SharedSort.PAGE


@pytest.mark.parametrize(
    ("one", "other", "confidence", "told"),
    [
        ("负责人：张伟", "负责人：张强", 0.99, None),
        ("负责人：张伟", "负责人：张强", 0.7, SharedSort.PAGE),
        ("负责人：张未", "负责人：张末", 0.99, SharedSort.PAGE),
        ("编号：2024031756", "编号：2024031758", 0.99, None),
        ("编号：2024031756", "编号：2024031758", 0.7, SharedSort.PAGE),
        ("单位地址在城东", "单位地址在城东", 0.99, SharedSort.PAGE),
        ("请各部门遵守", "请各部门遵字", 0.99, SharedSort.PAGE),
    ],
    ids=["name", "unsure name", "look-alike", "number", "unsure number", "same", "word"],
)
def test_one_letter_of_a_name_or_number_tells_where_both_are_surely_read(
    one: str, other: str, confidence: float, told: SharedSort | None
) -> None:
    rest = "为加强内部治理，规范工作秩序，依据章程制定本制度，自2024年10月1日起施行，由理事会负责解释。" * 3
    numbers = "附件编号123456789012345678901234567890"

    def read(last: str) -> Page:
        made = page([rest, numbers, last])
        lines = [each.model_copy(update={"confidence": confidence}) for each in made.lines]
        return made.model_copy(update={"lines": tuple(lines)})

    assert compare(read(one), read(other), NAMES) is told


def test_an_empty_form_and_anybodys_text_are_nobodys_page() -> None:
    form = page(
        [
            "职工满意度调查表",
            "姓名：    部门：    日期：  年 月 日",
            "您对服务是否满意：□满意 □一般 □不满意，请说明理由",
        ]
    )
    assert compare(form, form, NAMES) is SharedSort.TEXT
    otherwise = form.model_copy(update={"fingerprint": f"{BITS ^ 0xFFFFF:016x}"})
    assert compare(form, otherwise, NAMES) is None


def photo(scene: Image.Image, *lines: str) -> Page:
    return page(list(lines)).model_copy(update={"photo": photo_of(scene, ())})


def test_pictures_with_hardly_any_text_are_told_by_what_is_to_be_seen() -> None:
    scene = photos.scene(1)
    part = photos.cut(scene, 0.8, 1)
    assert compare(photo(scene), photo(part), NAMES) is SharedSort.PHOTO
    assert compare(photo(scene), photo(photos.scene(2)), NAMES) is None
    assert compare(page([]), page([]), NAMES) is None
    assert compare(page([]), photo(scene), NAMES) is None


def test_words_on_a_picture_may_be_cut_off_but_not_be_others() -> None:
    scene = photos.scene(1)
    whole = photo(scene, "职工技能竞赛现场 5月1日")
    assert compare(whole, photo(scene, "技能竞赛现场"), NAMES) is SharedSort.PHOTO
    assert compare(whole, photo(scene), NAMES) is SharedSort.PHOTO
    assert compare(whole, photo(scene, "职工技能竞赛现场 5月2日"), NAMES) is None
    assert compare(photo(scene, NAMES[0]), photo(scene, NAMES[1]), NAMES) is None


def _stamped(image: Image.Image) -> Image.Image:
    layer = image.copy()
    width, height = image.size
    place = (width * 0.6, height * 0.6, width * 0.6 + 160, height * 0.6 + 160)
    ImageDraw.Draw(layer).ellipse(place, outline=(210, 40, 40), width=6)
    return Image.blend(image, layer, 0.8)


def _cut(image: Image.Image) -> Image.Image:
    width, height = image.size
    return image.crop((width // 25, height // 25, width - width // 25, height - height // 25))


DAMAGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "turned": lambda image: image.rotate(1.5, fillcolor="white"),
    "cut": _cut,
    "bright": lambda image: ImageEnhance.Brightness(image).enhance(1.2),
    "coarse": lambda image: image.resize((image.width * 3 // 4, image.height * 3 // 4)),
    "stamped": _stamped,
}


@pytest.mark.ocr
def test_a_page_stays_one_through_what_scanners_and_people_do_to_it(tmp_path: Path) -> None:
    """Turned, cut, brightened, made coarse and stamped, and saved at a JPEG quality of 35 each time."""
    drawn = making.picture(*certificate(NAMES[0]), width=1100)
    others = {"original": drawn} | {name: damage(drawn) for name, damage in DAMAGES.items()}
    others["another"] = making.picture(*certificate(NAMES[1]), width=1100)
    files: list[tuple[str, Path]] = []
    for name, image in others.items():
        path = tmp_path / f"{name}.jpg"
        image.convert("RGB").save(path, quality=35)
        files.append((name, path))
    with ReaderPool(2) as pool:
        pages = {name: reading.pages[0] for name, reading in pool.read_files(files)}
    original = pages.pop("original")
    found = {name: compare(original, each, NAMES) for name, each in pages.items()}
    assert found == dict.fromkeys(DAMAGES, SharedSort.PAGE) | {"another": SharedSort.TEMPLATE}
