"""Lists of honours without a letter around them: what the honour is, who gave it and when."""

import pytest

from dossier.kinds import Kind
from tests.extractors.pages import facts_of, heading, read

NAME = "扬州市暖心职工服务中心"


def test_an_annex_tells_the_honour_in_its_title_and_who_gave_it_below() -> None:
    """A table of units, its title the honour, who issued it when in brackets."""
    document = read(
        [
            "附件2",
            heading("2023年度扬州市最佳志愿服务点一览表", 0.12),
            "（扬州市总工会 2024.3.5印发）",
            "序号\t地区\t单位名称",
            "1\t广陵区\t广陵区晨光社会工作服务中心",
            f"2\t邗江区\t{NAME}",
            "3\t江都区\t江都区货车司机互助协会",
            "4\t高邮市\t高邮市阳光志愿者协会",
        ],
        organization=NAME,
    )
    facts = facts_of(document)
    assert document.document.kind is Kind.AWARD
    assert facts["recipient"] == NAME
    assert facts["honor_title"] == "扬州市最佳志愿服务点"
    assert facts["issuing_authority"] == "扬州市总工会"
    assert facts["issue_date"] == "2024-03-05"


def _notice(title: str) -> dict[str, object]:
    return facts_of(
        read(
            [
                "扬州市总工会文件",
                "扬工发〔2024〕8号",
                heading(title, 0.15),
                "各有关单位：",
                "一、公益服务类（2个）",
                NAME,
                "扬州市晨光社会工作服务中心",
                "二、行业服务类（2个）",
                "扬州市货车司机互助协会",
                "扬州市外卖骑手联合会",
                "扬州市总工会",
                "2024年3月5日",
            ],
            organization=NAME,
        )
    )


def test_a_notice_in_groups_has_its_honour_in_its_title() -> None:
    """The heads of groups are no honours, and the last unit of the list doesn't sign."""
    facts = _notice("关于公布2023年度最佳志愿服务点的通知")
    assert facts["recipient"] == NAME
    assert facts["honor_title"] == "最佳志愿服务点"
    assert facts["issuing_authority"] == "扬州市总工会"


def test_two_honours_in_a_title_are_not_one() -> None:
    """Which of them the unit has isn't told."""
    assert _notice("关于表彰先进集体和先进个人的决定").get("honor_title") != "先进集体和先进个人"


def test_the_english_label_is_no_part_of_the_honour() -> None:
    """Certificates in two languages have the label in English under the Chinese one."""
    facts = facts_of(
        read(
            [
                heading("获奖证书"),
                (0.1, 0.2, "获奖单位"),
                (0.3, 0.2, NAME),
                (0.1, 0.225, "Awarded to"),
                (0.1, 0.3, "获奖名称"),
                (0.3, 0.3, "扬州市职工阅读示范点"),
                (0.1, 0.325, "Honor"),
                (0.1, 0.4, "颁奖单位"),
                (0.3, 0.4, "扬州市总工会"),
            ],
            organization=NAME,
        )
    )
    assert facts["honor_title"] == "扬州市职工阅读示范点"
    assert facts["recipient"] == NAME


def test_a_decision_and_its_annexes_are_one_paper_that_honours_no_hope() -> None:
    """`附件2` may be glued to its title; `希望获得…` begins a sentence about nobody."""
    rows = [f"{number}\t扬州市第{number}号协会\t省直" for number in range(1, 9)]
    document = read(
        [
            "扬州市总工会文件",
            "扬工发〔2024〕8号",
            heading("关于授予“扬州市模范职工小家”等称号的决定", 0.15),
            "决定对名单所列集体予以授牌。",
            "希望获得荣誉的集体再立新功。",
            "扬州市总工会",
            "2024年3月5日",
        ],
        ["附件1", heading("优秀组织单位名单", 0.12), "序号\t单位名称\t推荐地区", *rows],
        [
            heading("附件2扬州市模范职工小家名单"),
            "序号\t单位名称\t推荐地区",
            *rows[:4],
            f"5\t{NAME}\t省直",
        ],
        organization=NAME,
    )
    assert len(document.document.segments) == 1
    recipients = [fact.value for fact in document.facts if fact.name == "recipient"]
    assert recipients == [NAME]
    assert facts_of(document)["honor_title"] == "扬州市模范职工小家"


@pytest.mark.parametrize(
    "honour", ["扬州市五一巾帼标兵岗", "扬州市工会职工之家示范单位", "扬州市五一巾帼标兵"]
)
def test_an_honour_is_read_to_its_end(honour: str) -> None:
    """A noun that ends most honours may be followed by the one that ends this."""
    rows = [heading("表彰证书"), NAME, "在评选中，被评为", honour, "特发此证。", "扬州市总工会", "2024-03"]
    assert facts_of(read(rows, organization=NAME))["honor_title"] == honour


def test_a_card_of_appointment_is_one() -> None:
    """聘任证 is what some unions call it."""
    document = read(
        [
            heading("聘任证"),
            "姓名\t左璟",
            "任职组织\t扬州市总工会专家库",
            "职务\t职工服务顾问",
            "日期：2024-03-05",
        ],
        organization=NAME,
    )
    assert document.document.kind is Kind.APPOINTMENT
