"""The words that application forms put beside their cells, and how they are recognised."""

import re
import unicodedata

FIELD_LABELS: dict[str, str] = {
    "name": (
        "申报单位 申报单位名称 申报单位全称 单位名称 单位全称 社会组织名称 申报社会组织 申报社会组织名称 "
        "申报组织 组织名称 申请单位 申请单位名称"
    ),
    "uscc": "统一社会信用代码 社会信用代码 信用代码 统一代码 统一社会信用代码证号",
    "type": "组织类型 社会组织类型 社会组织类别 组织类别 单位类型 登记类型 类型 类别",
    "legal_representative": "法定代表人 法定代表人姓名 法人代表 法人 法定代表人或负责人 单位负责人 负责人",
    "address": "地址 单位地址 办公地址 联系地址 通讯地址 通信地址 详细地址 住所 办公场所",
    "recommender": "推荐单位 推荐工会 推荐单位名称 推荐工会名称 推荐机构",
    "round": "申报年度 评选年度 年度 申报批次 批次 评估年度",
    "submitted_at": "申报日期 申报时间 填报日期 填报时间 填表日期 填表时间 提交日期 提交时间",
    "claimed_total": (
        "自评总分 自评合计 自评总得分 自评分合计 自评得分合计 自评分总计 自评总分数 "
        "总分 合计 总计 合计得分 总得分"
    ),
}
"""Field of the application → what forms call it."""

FIELD_OF: dict[str, str] = {
    label: field for field, labels in FIELD_LABELS.items() for label in labels.split()
}

COLUMN_PATTERNS: dict[str, str] = {
    "points": r"^(自评|自查|自我评价|自我评分|申报)(得)?分?(值|数)?$",
    "number": r"^(序号|编号|标准编号|指标编号|条款)$",
    "full": r"^(满分|分值|标准分|标准分值|权重|满分值|最高分)$",
    "files": r"(证明|佐证|支撑|申报)材料|材料(名称|文件|清单)|^附件|^文件",
    "statement": r"说明|情况|做法|备注|依据|事由",
    "criterion": r"标准|指标|内容|项目|条件|要求",
}
"""Column of the scoring table → what its heading says, in the order in which they are tried."""

PLACE_NAMES: dict[str, str] = {
    "name": "申报单位",
    "uscc": "统一社会信用代码",
    "type": "组织类型",
    "legal_representative": "法定代表人",
    "address": "地址",
    "recommender": "推荐单位",
    "round": "申报年度",
    "submitted_at": "申报日期",
    "claimed_total": "自评总分",
}

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_NUMBERING = re.compile(r"^(\d+|[一二三四五六七八九十]+)[.、)]")


def plain(text: str) -> str:
    """The text without white space, brackets' contents, numbering and marks, in half width."""
    tight = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return _NUMBERING.sub("", _BRACKETS.sub("", tight)).strip(":*。.、")


def field_of(text: str) -> str | None:
    """The field that a label names, or None for any other text."""
    return FIELD_OF.get(plain(text))


def split_inline(text: str) -> tuple[str, str] | None:
    """(field, value) where label and value share a cell: `申报单位：南京…`."""
    label, colon, value = unicodedata.normalize("NFKC", text).partition(":")
    field = field_of(label) if colon else None
    return (field, value.strip()) if field and value.strip() else None


def column_of(text: str) -> str | None:
    """The column of the scoring table that a heading names."""
    heading = plain(text)
    if not heading or len(heading) > 16:
        return None
    return next((column for column, pattern in COLUMN_PATTERNS.items() if re.search(pattern, heading)), None)
