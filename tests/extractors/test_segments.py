"""Volumes: where one document ends and the next begins."""

from __future__ import annotations

from dossier.document import ReadDocument
from tests.extractors.pages import Row, heading, read

COVER: list[Row] = [
    heading("佐证材料汇编", 0.15, 40),
    (0.2, 0.32, "1.登记证书……………………1"),
    (0.2, 0.36, "2.等级评估证书……………………4"),
    (0.2, 0.4, "3.章程及制度……………………10"),
]
PLAN: list[Row] = [
    heading("2025年工作计划"),
    (0.1, 0.2, "一、加强队伍建设，年内开展学习四次。"),
    (0.62, 0.5, "南京市快递协会"),
    (0.62, 0.53, "2025年2月28日"),
]
CERTIFICATE: list[Row] = [
    heading("聘 书", 0.15, 44),
    (0.1, 0.3, "侯静怡同志："),
    (0.1, 0.4, "兹聘请您担任南京市总工会法律顾问，聘期三年。"),
    (0.62, 0.6, "南京市总工会"),
    (0.62, 0.63, "2024年1月25日"),
]
CHARTER: list[Row] = [heading("南京市快递协会章程"), (0.1, 0.13, "第一章　总则")]
CHARTER += [
    (0.1, 0.17 + 0.035 * n, f"第{n + 1}条　本会的名称是南京市快递协会，依法开展活动。") for n in range(20)
]
CHARTER_GOES_ON: list[Row] = [
    (0.1, 0.06, "第二章　业务范围"),
    (0.1, 0.1, "第二十一条　本会的业务范围：宣传、交流、培训。"),
]


def kinds(document: ReadDocument) -> list[tuple[str, tuple[int, int]]]:
    return [(segment.kind.value, segment.pages) for segment in document.document.segments]


def test_a_cover_is_a_segment_of_its_own_and_proves_nothing() -> None:
    document = read(COVER, PLAN, CERTIFICATE)

    assert kinds(document) == [("other", (1, 1)), ("plan", (2, 2)), ("appointment", (3, 3))]
    assert document.document.kind == "plan"
    assert not [fact for fact in document.facts if fact.segment == 0]


def test_a_later_chapter_goes_on() -> None:
    assert kinds(read(CHARTER, CHARTER_GOES_ON, PLAN)) == [("charter", (1, 2)), ("plan", (3, 3))]


def test_a_page_with_its_number_only_stands_between_documents() -> None:
    assert kinds(read(PLAN, [(0.48, 0.95, "- 12 -")], CERTIFICATE)) == [
        ("plan", (1, 1)),
        ("other", (2, 2)),
        ("appointment", (3, 3)),
    ]


def test_a_page_with_its_number_only_belongs_to_the_document_that_goes_on_behind_it() -> None:
    assert kinds(read(CHARTER, [(0.48, 0.95, "- 2 -")], CHARTER_GOES_ON)) == [("charter", (1, 3))]


def test_an_empty_page_belongs_to_the_document_before_it() -> None:
    assert kinds(read(CHARTER, [], PLAN)) == [("charter", (1, 2)), ("plan", (3, 3))]


def test_the_policy_that_a_notice_issues_is_one_document_with_it() -> None:
    notice: list[Row] = [
        heading("关于印发《财务管理办法》的通知", size=22),
        (0.1, 0.2, "现将《财务管理办法》印发给你们，请遵照执行。"),
        (0.62, 0.5, "2024年6月17日"),
    ]
    policy: list[Row] = [heading("财务管理办法"), (0.1, 0.13, "第一条　本办法适用于本会。")]

    assert kinds(read(notice, policy)) == [("policy_document", (1, 2))]


def inspection(year: int) -> list[Row]:
    """A notice of a year's inspection."""
    return [
        heading("年度检查结论通知书"),
        (0.1, 0.16, "南京市快递协会："),
        (0.1, 0.2, f"经审查，你单位{year}年度检查结论为合格。"),
        (0.62, 0.5, "南京市民政局"),
        (0.62, 0.53, f"{year + 1}年6月20日"),
    ]


def test_the_next_years_notice_is_another_document() -> None:
    document = read(inspection(2023), inspection(2024))

    assert kinds(document) == [("annual_report", (1, 1)), ("annual_report", (2, 2))]
    assert [fact.value for fact in document.facts if fact.name == "year"] == [2023, 2024]


def test_a_form_filled_again_with_another_day_is_another_document() -> None:
    forms: list[list[Row]] = [
        [
            heading("工会挂职（兼职）人员登记表"),
            f"姓名\t{name}\t性别\t女",
            "任职机构\t无锡市总工会",
            f"所任职务\t{post}",
            f"任命单位意见\t无锡市总工会（章）　{day}",
        ]
        for name, post, day in (("薛力", "委员", "2026年7月15日"), ("沈海霞", "兼职副主席", "2025年12月1日"))
    ]

    assert kinds(read(*forms)) == [("appointment", (1, 1)), ("appointment", (2, 2))]


def test_a_list_that_goes_on_under_the_same_title_is_one_document() -> None:
    names = [(f"{n}", f"赵{n}", "委员") for n in range(1, 30)]
    pages: list[list[Row]] = [
        [heading("工会会员名册"), "序号\t姓名\t职务", *("\t".join(row) for row in part)]
        for part in (names[:20], names[20:])
    ]

    assert kinds(read(*pages)) == [("union_roster", (1, 2))]


def test_a_cover_belongs_to_the_document_with_its_title() -> None:
    cover: list[Row] = [
        heading("2024年服务职工项目预算表", 0.3, 36),
        (0.4, 0.6, "南京市快递协会"),
        (0.4, 0.65, "2024年1月19日"),
    ]
    table: list[Row] = ["序号\t项目\t预算金额（元）\t说明", "1\t场地\t12,000\t租用", "2\t师资\t8,000\t两位"]

    assert kinds(read(cover, table)) == [("budget", (1, 2))]


def test_two_cuttings_from_papers_are_two_documents() -> None:
    cuttings: list[list[Row]] = [
        [
            (0.1, 0.03, f"{paper}　{sheet}版 工会新闻　{day}"),
            heading(title, 0.1, 30),
            *(
                (0.1, 0.2 + 0.04 * n, "本报讯（记者钟燕）南京市快递协会走进企业，为一线职工送去一场服务。")
                for n in range(16)
            ),
        ]
        for paper, sheet, day, title in (
            ("扬州日报", "02", "2025年6月27日", "服务延伸到站点"),
            ("常熟日报", "05", "2022年4月19日", "温暖直达骑手"),
        )
    ]

    document = read(*cuttings, organization="南京市快递协会")

    assert kinds(document) == [("media_clipping", (1, 1)), ("media_clipping", (2, 2))]


def test_an_annex_belongs_to_the_paper_that_announces_it() -> None:
    notice: list[Row] = [
        heading("关于举办职工安全培训的通知"),
        (0.1, 0.2, "各会员单位：定于2025年5月6日举办培训班。"),
        (0.1, 0.3, "附件：培训班课程安排表"),
        (0.62, 0.5, "2025年4月28日"),
    ]
    annex: list[Row] = [(0.1, 0.06, "附件"), heading("培训班课程安排表", 0.1), "时间\t内容", "上午\t安全法规"]

    assert kinds(read(notice, annex)) == [("training_record", (1, 2))]


def test_an_empty_file_has_no_segments() -> None:
    assert kinds(read()) == []


def test_a_word_of_a_table_that_goes_on_is_no_title() -> None:
    form: list[Row] = [
        heading("服务职工优秀社会组织申报表"),
        "社会组织名称\t无锡市锡山区向阳员工心理援助中心",
        "序号\t评审项目\t分值\t自评分",
        *(f"{n}.1\t评审项目之{n}\t5\t4" for n in range(1, 6)),
    ]
    goes_on: list[Row] = [
        "4.1\t每年培训不少于一次\t6\t6",
        (0.3, 0.125, "服务体系化：年度预算、计划、实"),
        (0.1, 0.14, "5.1"),
        (0.5, 0.14, "8"),
        (0.7, 0.14, "7"),
        (0.3, 0.155, "施、总结"),
        "5.2\t承接工会购买服务、合作项目\t7\t6",
        "申报单位（盖章）：无锡市锡山区向阳员工心理援助中心",
    ]

    assert kinds(read(form, goes_on)) == [("application_form", (1, 2))]
