"""Papers told by title, organization, date and organizer."""

from __future__ import annotations

from tests.extractors.pages import facts_of, heading, read


def test_the_title_stands_under_the_number_not_in_the_red_header() -> None:
    facts = facts_of(
        read(
            [
                heading("南京市快递协会文件", size=38),
                (0.4, 0.14, "宁会字〔2025〕8号"),
                heading("2025年重点工作安排", 0.2, 22),
                (0.1, 0.26, "（一）加强队伍建设，骨干人员年内完成不少于40学时学习。"),
                (0.1, 0.3, "（二）落实经费保障，预算执行情况每半年公开一次。"),
                (0.62, 0.5, "2025年2月28日"),
            ]
        )
    )

    assert facts["title"] == "2025年重点工作安排"
    assert facts["organization_name"] == "南京市快递协会"
    assert facts["date"] == "2025-02-28"


def test_an_event_has_its_own_day_not_the_day_of_its_publication() -> None:
    document = read(
        [
            heading("社会组织座谈会会议记录"),
            (0.1, 0.13, "发布时间：2023-04-23　点击：507"),
            (0.1, 0.18, "2023年4月20日，淮安市总工会召开座谈会，淮安市钢铁行业商会"),
            (0.1, 0.21, "作交流发言。"),
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "meeting_record"
    assert facts["date"] == "2023-04-20"
    assert facts["organizer"] == "淮安市总工会"


def test_dates_in_a_table_are_not_the_papers() -> None:
    facts = facts_of(
        read(
            [
                heading("工会会员登记名册"),
                "单位（章）：泰州市货车司机联合会\t制表日期：2025年4月14日",
                "序号\t姓名\t入会时间\t会内职务",
                "1\t魏凯\t2023.11\t主席",
                "2\t熊涵\t2021.9\t委员",
            ]
        )
    )

    assert facts["date"] == "2025-04-14"


def test_a_policy_is_named_as_in_the_notice_that_issues_it() -> None:
    document = read(
        [
            heading("关于印发《财务管理办法（试行）》的通知", size=22),
            (0.1, 0.15, "各部门："),
            (0.1, 0.2, "现将《财务管理办法（试行）》印发给你们，请遵照执行。"),
            (0.62, 0.5, "南京市快递协会"),
            (0.62, 0.53, "2024年6月17日"),
        ]
    )

    assert document.document.kind == "policy_document"
    assert facts_of(document)["title"] == "财务管理办法（试行）"
