"""Labels and answers as other printers set them: with bullets, with English beside, glued to codes."""

from tests.extractors.pages import facts_of, heading, read


def test_bullets_stand_before_labels() -> None:
    """A list of fields on a web page has a dot before each, two fields in a line."""
    facts = facts_of(
        read(
            [
                heading("营业执照信息"),
                "·统一社会信用代码：91320200MA7RT4GX5P\t·企业名称：江苏新起点环境卫生管理所",
                "·类型：有限责任公司\t·法定代表人：侯少华",
                "·营业期限自：2005年4月1日\t·营业期限至：2035年3月31日",
                "·登记机关：无锡市市场监督管理局\t·核准日期：2026年2月27日",
            ]
        )
    )
    assert facts["organization_name"] == "江苏新起点环境卫生管理所"
    assert facts["organization_type"] == "有限责任公司"
    assert facts["legal_representative"] == "侯少华"
    assert (facts["valid_from"], facts["valid_until"]) == ("2005-04-01", "2035-03-31")


def test_english_stands_behind_labels() -> None:
    """A bilingual certificate gives its facts under the Chinese half of each label."""
    facts = facts_of(
        read(
            [
                heading("荣誉证明 HONOUR CERTIFICATE"),
                "单位Organization\t宿迁市小巷社区公益发展中心",
                "奖项Honour\t服务职工先锋团队",
                "授予单位Conferred by\t中共张家港市委宣传部",
                "日期Date\t2023年12月22日",
            ]
        )
    )
    assert facts["recipient"] == "宿迁市小巷社区公益发展中心"
    assert facts["honor_title"] == "服务职工先锋团队"
    assert (facts["issuing_authority"], facts["authority_level"]) == ("中共张家港市委宣传部", "county")


def test_a_search_that_finds_nothing_answers_its_list() -> None:
    """A query page says that it found nothing under each heading; the code stands glued to the name."""
    facts = facts_of(
        read(
            [
                heading("徐州市职工法律援助协会信用查询截图（2025年9月9日）"),
                "查询对象：徐州市职工法律援助协会 51320300MJ8CTFMT1J",
                "1. 行政处罚",
                "很抱歉，没有找到您搜索的数据",
                "2. 异常名录",
                "没有找到您搜索的数据",
                "3. 严重失信主体名单查询",
                "共查询到1条记录",
            ]
        )
    )
    assert facts["organization_name"] == "徐州市职工法律援助协会"
    assert facts["penalty_count"] == 0
    assert facts["abnormal_listed"] is False
    assert facts["seriously_illegal_listed"] is True


def test_the_next_cell_is_no_part_of_a_number() -> None:
    """Thirteen full-time and two part-time are not a hundred and thirty-two."""
    facts = facts_of(
        read(
            [
                heading("社会团体年度工作报告书"),
                "（2022年度）",
                "人员情况\t专职工作人员\t13\t兼职工作人员\t2",
                "学历情况\t本科以上学历\t6\t持证社工\t4",
            ]
        )
    )
    assert facts["full_time_staff"] == 13


def test_the_end_of_a_period_on_its_own_row() -> None:
    """A certificate prints 有效期自 and 至 one under the other."""
    facts = facts_of(
        read(
            [
                heading("社会团体法人登记证书"),
                "单位名称\t泰州市海陵区劳模工匠创新研究会",
                "有效期自\t2023年10月19日",
                "至\t2027年10月18日",
                "登记机关\t泰州市海陵区数据局",
            ]
        )
    )
    assert (facts["valid_from"], facts["valid_until"]) == ("2023-10-19", "2027-10-18")


def test_a_label_without_a_colon_before_what_can_only_be_its_value() -> None:
    """The cover of an agreement runs labels into bodies and dates."""
    facts = facts_of(
        read(
            [
                heading("合作协议书"),
                (0.2, 0.4, "项目名称困难职工帮扶项目"),
                (0.2, 0.45, "委托方徐州市总工会"),
                (0.2, 0.5, "受托方睢宁县女职工工作研究会"),
                (0.2, 0.55, "签约日期2023年10月9日"),
            ],
            ["一、项目经费总额为1.8万元，分两期拨付。", "二、任何一方违约，应赔偿对方损失。"],
        )
    )
    assert (facts["party_a"], facts["party_b"]) == ("徐州市总工会", "睢宁县女职工工作研究会")
    assert facts["sign_date"] == "2023-10-09"


def test_the_day_of_printing_is_not_the_day_of_publishing() -> None:
    """A browser's head over a printed page has the day of printing; a byline is no headline."""
    facts = facts_of(
        read(
            [
                (0.1, 0.02, "2024/1/30 12:43"),
                (0.5, 0.02, "一碗热饭里的职工情怀"),
                heading("一碗热饭里的职工情怀", 0.1),
                (0.1, 0.16, "2023-09-29 07:13"),
                (0.4, 0.16, "来源：新华日报"),
                "本报讯（记者 毕里）9月26日下午，职工沙龙准时开场，大家畅谈感受。",
            ]
        )
    )
    assert facts["publish_date"] == "2023-09-29"
    assert facts["title"] == "一碗热饭里的职工情怀"
