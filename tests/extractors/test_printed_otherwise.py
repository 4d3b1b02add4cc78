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
