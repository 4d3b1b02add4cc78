"""What the queue says that no template says."""

from collections.abc import Sequence

from dossier.queue import Acted

QUERY = "筛选条件不完整或已失效，请回到“待审申报”重新筛选。"
NONE_CHOSEN = "没有勾选任何申报。"
NO_ASSIGNEE = "请先选择分派给谁。"
NO_CITY = "不属设区市"
ME = "我"
NO_ASSIGNEE_YET = "未分派"

TABS = {"open": "待办", "all": "全部"}
FIELDS = {
    "round": "批次",
    "city": "设区市",
    "eligible": "核验结论",
    "code": "问题",
    "criterion": "有疑点的条款",
    "assignee": "审核人",
}
SORTS = {"risk": "风险", "deadline": "期限", "gap": "距门槛", "submitted": "提交时间"}


def acted(what: str, done: Sequence[Acted]) -> tuple[str, tuple[str, ...]]:
    """What became of an action on several: how many it reached, and a line for each that it didn't."""
    refused = [each for each in done if each.refused is not None]
    told = f"已{what} {len(done) - len(refused)} 份申报" + (
        f"，{len(refused)} 份没有处理：" if refused else "。"
    )
    return told, tuple(f"{each.name or each.submission}：{each.refused}" for each in refused)
