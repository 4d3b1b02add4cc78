"""Application forms: tables, sections, requests in prose."""

from __future__ import annotations

from tests.extractors.pages import facts_of, heading, read


def test_points_stand_under_the_heading_of_the_own_score() -> None:
    document = read(
        [
            heading("服务职工优秀社会组织申报表"),
            "单位名称\t南京市快递协会",
            "推荐单位\t南京市总工会",
            "序号\t标准\t满分\t自评分",
            "1.1\t坚持党的领导\t3\t2.5",
            "1.2\t建立工会\t4\t4",
            "2.6\t评估等级\t6\t",
            "合计\t\t100\t6.5",
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "application_form"
    assert facts["recommender"] == "南京市总工会"
    assert facts["claims"] == [{"criterion": "1.1", "points": 2.5}, {"criterion": "1.2", "points": 4.0}]


def test_a_sheet_in_two_halves_is_read_in_the_order_of_the_criteria() -> None:
    facts = facts_of(
        read(
            [
                heading("服务职工优秀社会组织评估自评表"),
                "序号\t标准\t满分\t自评分\t序号\t标准\t满分\t自评分",
                "1.1\t党的领导\t3\t3\t5.3\t品牌\t5\t4.5",
                "1.2\t建会\t4\t4\t6.1\t满意度\t5\t5",
            ]
        )
    )

    assert facts["claims"] == [
        {"criterion": "1.1", "points": 3.0},
        {"criterion": "1.2", "points": 4.0},
        {"criterion": "5.3", "points": 4.5},
        {"criterion": "6.1", "points": 5.0},
    ]


def test_a_request_in_prose_tells_who_is_asked_and_what_is_claimed() -> None:
    document = read(
        [
            heading("关于申报服务职工优秀社会组织的请示"),
            (0.1, 0.13, "无锡市总工会："),
            (0.1, 0.18, "我单位（统一社会信用代码：51320282MJ9EM4093Q，法定代表人：宋宏伟）"),
            (0.1, 0.21, "进行了自查，自评总分89.5分，现报告如下："),
            (0.1, 0.24, "（一）政治建设。1.1坚持党的领导，自评1分；1.2建立工会，自评3.5分。"),
            (0.62, 0.5, "宜兴市钢铁行业商会"),
            (0.62, 0.53, "二〇二六年十一月六日"),
        ]
    )
    facts = facts_of(document)

    assert document.document.kind == "application_form"
    assert facts["recommender"] == "无锡市总工会"
    assert facts["legal_representative"] == "宋宏伟"
    assert facts["claimed_total"] == 89.5
    assert facts["claims"] == [{"criterion": "1.1", "points": 1.0}, {"criterion": "1.2", "points": 3.5}]
