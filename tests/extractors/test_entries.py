"""The applicant's row in a list of organizations."""

from tests.extractors.pages import facts_of, heading, read

OURS = "泰兴市职工心理关爱协会"


def test_a_short_list_gives_the_applicants_row():
    """Three numbered rows make a list: the first row's grade isn't the applicant's."""
    document = read(
        [
            heading("关于公布社会组织评估等级结果的公告"),
            (0.1, 0.2, "序号\t社会组织名称\t评估等级"),
            (0.1, 0.3, "1"),
            (0.3, 0.3, "泰兴市青禾员工援助中心"),
            (0.7, 0.3, "AAAA级"),
            (0.1, 0.34, "2"),
            (0.3, 0.34, OURS),
            (0.7, 0.34, "AAA级"),
            (0.1, 0.38, "3"),
            (0.3, 0.38, "泰兴市携手助学基金会"),
            (0.7, 0.38, "AAAAA级"),
            (0.6, 0.6, "泰兴市民政局"),
            (0.6, 0.64, "2024年3月9日"),
        ],
        organization=OURS,
    )
    facts = facts_of(document)
    assert facts["organization_name"] == OURS
    assert facts["grade"] == "3A"
