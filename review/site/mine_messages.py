"""What the applicant's pages say that no template says."""

from typing import Final

from dossier.finding import Verdict
from dossier.state import State

STANDS: Final[dict[State, tuple[str, str]]] = {
    State.DRAFT: ("草稿，还没有提交", "填好自评分、传齐材料并自查后，请记得提交。"),
    State.RECEIVED: ("已提交，等待核验", "材料已收到，不能再增减。系统会依次核验，不需要您做什么。"),
    State.READING: ("已提交，正在核验", "系统正在逐页核对材料，不需要您做什么。"),
    State.VERIFIED: ("已提交，正在核验", "核验接近完成，不需要您做什么。"),
    State.UNUSABLE: ("申报表不能用", "请按下面的说明改正，然后重新提交。"),
    State.IN_REVIEW: ("正在审核", "材料已核验，审核人员正在审核。需要补正时会在这里通知您。"),
    State.SUPPLEMENT: ("需要补正", "请在期限内按要求上传材料并提交补正。"),
    State.DECIDED: ("审核已完成，结果待公布", "结果公布后会显示在这里。"),
    State.RECOMMENDED: ("已推荐", "您的申报已获推荐。"),
    State.RETURNED: ("已退回", "您的申报这次没有获得推荐。"),
    State.WITHDRAWN: ("已撤回", "这份申报已撤回，不再参加评审。"),
}
"""Of each state: what it is called to the applicant, and what it means for them."""

TAGS: Final[dict[Verdict, str]] = {
    Verdict.SUPPORTED: "有依据",
    Verdict.CONTRADICTED: "与要求不符",
    Verdict.MISSING: "还缺材料",
    Verdict.UNREADABLE: "有文件读不出",
    Verdict.UNCERTAIN: "由审核员判断",
    Verdict.NOT_APPLICABLE: "不适用",
}
"""What a verdict is called to whoever can still do something about it."""

MISSING: Final = "请填写：{names}。"
USCC: Final = "统一社会信用代码应为 18 位数字和大写字母。"
POINTS: Final = "{id} 的自评分应为 0 到 {most} 之间的数，最多两位小数；这一条没有保存。"
NO_ROUND: Final = "请选择申报批次。"
SAVED: Final = "已保存。"
WAITING: Final = "正在识读…"
READ: Final = "已识读，{pages} 页"
READ_ALONE: Final = "已识读"
PACKED: Final = "压缩包，自查时展开"
APPLICATION: Final = "申报内容，自查时读取"
NO_APPLICATION: Final = "还没有申报表。请上传填好的申报表（xlsx 或 docx），再自查。"
OTHER_FILES: Final = "申报表和其他材料"
ALL_FILES: Final = "全部材料"
ANSWERS: Final = "补正"
CLOSES: Final = {"before": "{day}截止，还有 {days} 天", "last": "今天截止", "over": "已于{day}截止"}
UNREAD: Final = "读不出来，请重新拍照或扫描"
UNREAD_IN_PART: Final = "有的页读不出来，请重新拍照或扫描"
NO_NAME: Final = "这个文件没有名称，请改名后再传。"
