"""The award's criteria as an applicant's form lists them: id, section, wording, maximum points."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Criterion:
    """One line of the self-assessment."""

    id: str
    section: str
    text: str
    maximum: float


_SECTIONS = {
    "1": "政治建设",
    "2": "组织建设",
    "3": "制度建设",
    "4": "能力建设",
    "5": "服务职工",
    "6": "社会影响",
}
_TABLE = """
1.1 3 坚持党的领导、宣传政策、普及法律
1.2 4 建立工会组织并正常开展活动
1.3 4 参与工会活动、联席会议或区域性联合会
1.4 4 负责人或骨干在工会组织挂兼职
2.1 5 依法在民政部门注册登记
2.2 3 有固定办公场所
2.3 3 有专职工作人员
2.4 4 有章程且按章程定期换届
2.5 4 按时参加年检或年报
2.6 6 评估等级在3A以上
2.7 0 未列入活动异常名录、严重违法失信名单
2.8 0 近两年无行政处罚
3.1 6 民主选举、财务、档案、人事制度健全
3.2 4 工会组织健全，主席（副主席）及人员职责明确
4.1 6 每年培训不少于一次
4.2 4 社会组织间协作交流
5.1 8 服务体系化：年度预算、计划、实施、总结
5.2 7 承接工会购买服务、合作项目
5.3 5 树立特色工作品牌
6.1 5 职工满意度达70%以上
6.2 6 设区市级以上表彰奖励
6.3 5 设区市级以上主流媒体正面报道
6.4 4 经验在设区市级以上工会会议、活动交流推广
"""

CRITERIA = tuple(
    Criterion(one, _SECTIONS[one[0]], text, float(points))
    for one, points, text in (row.split(maxsplit=2) for row in _TABLE.strip().split("\n"))
)
BY_ID = {criterion.id: criterion for criterion in CRITERIA}
