"""What rescoring says to people."""

from rubric.scorer import GateState

GATES: dict[GateState, str] = {"fails": "否决项 {id} {title} 不通过", "open": "否决项 {id} {title} 待复核"}
CLAIMED = "自评总分 {claimed:g} 低于申报门槛 {threshold:g}"
CLAIMED_DIFFERS = "自评总分与分项合计不符，且只有其一达到申报门槛 {threshold:g}"
SUPPORTED = "证据支持的上限 {high:g} 低于申报门槛 {threshold:g}"
NEW = "新出现：{obstacle}"
GONE = "不再有：{obstacle}"
RULE = "{field}：{before} → {after}"
RULE_AT = "{field}（{path}）：{before} → {after}"
NOTHING = "无"
ADDED = "本标准新增的指标"
REMOVED = "本标准取消的指标"
SHARED_ONE = "标准共用部分 {rule}"
