"""What requests carry and answers give, with the Chinese words and the examples that the OpenAPI description shows."""

import math
import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from dossier.record import Outcome
from dossier.ruling import Ruled
from dossier.state import State
from dossier.submission import Organization
from dossier.webhook import Webhook

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


LARGEST = 2**53
"""Whole numbers above this are no longer the same in every program that reads JSON."""
DEEPEST = 32
"""How deep values may lie within one another."""
_UNHOLDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters but for white space, and halves of characters: no name has them, and databases refuse some."""


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _can_be_held(cls, value: object) -> object:
        """Refuses at the door what one of the databases, JSON itself or a file name couldn't hold."""
        waiting = [(value, 0)]
        while waiting:
            each, depth = waiting.pop()
            if depth > DEEPEST:
                raise PydanticCustomError("too_deep", "values lie too deep within one another")
            if isinstance(each, str) and _UNHOLDABLE.search(each):
                raise PydanticCustomError("string_control", "a text has control characters")
            if isinstance(each, float) and not math.isfinite(each):
                raise PydanticCustomError("finite_number", "a number isn't finite")
            if isinstance(each, int) and abs(each) > LARGEST:
                raise PydanticCustomError("less_than", "a number is too large")
            if isinstance(each, dict):
                waiting += [(part, depth + 1) for pair in each.items() for part in pair]
            elif isinstance(each, list):
                waiting += [(part, depth + 1) for part in each]
        return value


class NewSubmission(_Body):
    """新的申报。"""

    round: Text | None = Field(
        default=None, description="批次；application 中写明时可省略", examples=["2026"]
    )
    organization: Organization | None = Field(default=None, description="申报单位")
    recommender: Text | None = Field(default=None, description="推荐单位", examples=["南京市总工会"])
    application: dict[str, Any] | None = Field(
        default=None,
        description="申报内容，写法同 submission.json；也可以改为上传 submission.json 或填好的申报表",
        examples=[
            {
                "round": "2026",
                "organization": {"name": "南京市某某服务中心", "uscc": "52320100MJ0000000X"},
                "claims": [{"criterion": "2.6", "points": 6, "files": ["评估等级证书.jpg"]}],
                "claimed_total": 6,
            }
        ],
    )
    batch: bool = Field(default=False, description="批量申报：排在单份申报之后核验")


class Reason(_Body):
    """说明。"""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = Field(
        default="", description="原因，会记入留痕", examples=["申报单位要求撤回"]
    )


class NewDecision(_Body):
    """审核人对一条或对整份申报的决定。"""

    outcome: Outcome = Field(
        description="对一条：confirm 确认、amend 调整；对整份：recommend 推荐、return 退回"
    )
    criterion: Text | None = Field(default=None, description="哪一条；对整份的决定不写", examples=["2.6"])
    points: float | None = Field(default=None, ge=0, description="调整后的得分", allow_inf_nan=False)
    comment: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = Field(
        default="", description="理由，会记入留痕", examples=["证书原件已核对"]
    )


class NewRuling(_Body):
    """审核人对一处不符的认定。"""

    fingerprint: Annotated[str, StringConstraints(max_length=40)] = Field(
        description="不符之处的标识，见逐处认定", examples=["d-0123456789ab"]
    )
    outcome: Ruled = Field(description="confirm 属实；overrule 不成立；ask 请申报单位补正")
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = Field(
        default="", description="理由；不成立和请补正须写", examples=["原件上有公章，扫描件未扫全"]
    )
    seen: int = Field(default=0, ge=0, le=LARGEST, description="所见的最后一次认定的编号；没有则为 0")


class NewSupplement(_Body):
    """补正通知。"""

    due_on: date = Field(description="最后一天（北京时间），明天到 60 天之内", examples=["2026-12-01"])
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = Field(
        default="", description="附言", examples=["请上传原件的彩色扫描件"]
    )


class Move(_Body):
    """审核人把申报移到下一个状态。"""

    to: Literal["recommended", "returned", "in_review", "received"] = Field(
        description="recommended 已推荐；returned 已退回；in_review 重新审核；received 重新核验"
    )
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = Field(
        default="", description="原因", examples=["材料齐全"]
    )


class NewFile(_Body):
    """要交的一个文件。"""

    path: Annotated[str, StringConstraints(min_length=1, max_length=1000)] = Field(
        description="在申报材料中的路径", examples=["组织建设/评估等级证书.jpg"]
    )
    sha256: Sha256 = Field(description="内容的 SHA-256，小写十六进制", examples=[EMPTY])
    size: int = Field(ge=0, description="字节数", examples=[1048576])


class UploadState(_Body):
    """声明过的一个文件。"""

    state: Literal["kept", "partial"] = Field(
        description="kept：本单位交过同样的内容，不必再传；partial：请把内容续传到 location"
    )
    path: str = Field(description="整理后的路径")
    sha256: str
    size: int
    offset: int = Field(description="已收到的字节数")
    location: str | None = Field(default=None, description="续传地址；kept 时没有")


class Link(_Body):
    """下载链接。"""

    url: str | None = Field(description="链接；材料保存在本机文件夹时没有，请直接下载")
    seconds: int = Field(description="有效多少秒")


class Status(_Body):
    """核验到了哪里。"""

    id: str
    state: State = Field(description="状态")
    version: int = Field(description="版本；每次状态变化加一")
    done: int = Field(description="已读页数")
    total: int = Field(description="总页数；0 表示还不知道")
    queue: int | None = Field(description="排在前面的申报份数；不在排队时没有")
    problems: tuple[str, ...] = Field(description="需要申报单位知道的问题，例如申报表不能用的原因")


class NewWebhook(_Body):
    """新的推送。"""

    url: Annotated[str, StringConstraints(min_length=8, max_length=2000)] = Field(
        description="接收推送的地址", examples=["https://example.org/hezheng"]
    )
    states: tuple[State, ...] = Field(
        default=(), description="变为哪些状态时推送；空：所有", examples=[["in_review"]]
    )


class MadeWebhook(_Body):
    """新建的推送。"""

    webhook: Webhook
    secret: str = Field(description="签名用的密钥，只显示这一次", examples=["whsec_…"])
