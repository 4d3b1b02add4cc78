"""Trainings: notices, sheets to sign, forms, news."""

from __future__ import annotations

from tests.extractors.pages import facts_of, heading, read


def test_a_notice_gives_the_trainings_own_name_and_day() -> None:
    document = read(
        [
            heading("关于举办2024年心理急救能力提升培训班的通知", size=20),
            (0.1, 0.15, "各会员单位："),
            (0.1, 0.2, "一、时间　2024年3月13日（星期三）上午9:00"),
            (0.1, 0.24, "二、地点　职工之家"),
            (0.1, 0.28, "三、对象及规模　专职人员和会员单位骨干，共49人"),
            (0.62, 0.5, "睢宁县总工会"),
            (0.62, 0.53, "2024年3月1日"),
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "training_record"
    assert facts["title"] == "2024年心理急救能力提升培训班"
    assert facts["date"] == "2024-03-13"
    assert facts["organizer"] == "睢宁县总工会"
    assert facts["participants"] == 49


def test_on_a_sheet_to_sign_those_who_came_count() -> None:
    facts = facts_of(
        read(
            [
                heading("集体协商业务培训班签到表"),
                "时间：2023年9月1日下午2:00\t主办：苏州市总工会\t应到162人，实到159人",
                "熊华\t薛丽\t孔琳\t闫杰",
            ]
        )
    )

    assert facts["title"] == "集体协商业务培训班"
    assert facts["organizer"] == "苏州市总工会"
    assert facts["date"] == "2023-09-01"
    assert facts["participants"] == 159


def test_news_of_a_training_name_it_in_a_sentence() -> None:
    document = read(
        [
            heading("强本领促提升——我们的课堂开讲了", size=22),
            (0.1, 0.15, "2023年12月29日，无锡市总工会举办了2023年志愿者服务礼仪培训班，"),
            (0.1, 0.18, "来自各会员单位的95名学员参加。莫教授应邀授课。"),
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "training_record"
    assert facts["title"] == "2023年志愿者服务礼仪培训班"
    assert facts["organizer"] == "无锡市总工会"
    assert facts["date"] == "2023-12-29"
    assert facts["participants"] == 95
