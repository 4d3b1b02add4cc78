"""What proves nothing by itself but stands between proofs: covers, lists of contents, receipts, identity papers.

Known by their own cues, so that they open a segment of their own in a volume. They carry no facts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.fact import Fact
from dossier.kinds import Kind
from extractors.cues import Cues
from extractors.kinds import Checker
from extractors.kinds.no_proof import proves_nothing
from extractors.layout import Layout
from extractors.paper import Paper


def extract(_: Paper) -> list[Fact]:
    """No facts."""
    return []


_PART = re.compile(
    r"^第[一二三四五六七八九十\d]{1,3}(?:部分|篇|编|辑|册|卷|单元)(?:[:：、]?[\u4e00-\u9fa5]{0,16})?$"
)
_DIVIDER = 30
"""Characters on a sheet between two parts of a volume at most."""

_DIVIDES = 20.0
"""What it weighs: more than the name of the papers that it announces."""


def _looks(layouts: Sequence[Layout]) -> float:
    """Papers that their own marks deprive of force, and a sheet that says which part of a volume begins."""
    return proves_nothing(layouts) or _divides(layouts)


def _divides(layouts: Sequence[Layout]) -> float:
    """A sheet that says which part of a volume begins, and nothing else."""
    rows = [row for layout in layouts for row in layout.rows]
    few = sum(len(row.text.compact) for row in rows) <= _DIVIDER
    return _DIVIDES if few and any(_PART.match(row.text.compact.string) for row in rows) else 0.0


CHECKER = Checker(
    Cues(
        Kind.OTHER,
        titles=(
            (
                r"^(总)?目(录|次)$|(材料|资料|文件|附件|卷内|卷宗|档案|证明).{0,6}(目录|清单)$|封面$|卷首语?$",
                11,
            ),
            (
                r"(佐证|证明|支撑|申报|附件|参评|评审|迎检|归档|备查|参选|推荐)(材料|资料|文件)(汇编|合集|集|册|卷|本|袋|盒)?$",
                11,
            ),
            (
                r"收据|发票|收条|借条|欠条|电子回单|银行回单|业务回单|付款凭证|转账凭证|运单|快递单|面单|签收单|送货单|入库单|出库单|销货清单|小票|车票|登机牌|行程单|报销单|支付凭证",
                11,
            ),
            (r"身份证|户口簿|户口本|护照|驾驶证|行驶证|毕业证|学位证|学历证|结婚证|体检报告|个人简历", 11),
            (
                r"(会签|审签|送审|签批|呈批|呈签|用印|用章|流转|传阅|传签|请款|报审)(审批|申请|登记)?(单|表|笺|卡)$|(合同|公文|文件|付款|费用|报销)审批(单|表|笺)$",
                13,
            ),
            (
                r"(关于)?(开展|做好|组织|启动|部署|布置|参加|报送|填报).{0,40}(年检|年度检查|年度报告|年报)[\u4e00-\u9fa5]{0,8}的?(通知|通告|公告|提醒|提示|函)$",
                13,
            ),
            (r"感谢信|慰问信|邀请函|请柬|贺信|回执$", 8),
            (
                r"^(感谢信|慰问[信电]|邀请[函书]|参会邀请|请[柬帖]|贺[信电]|倡议书|公开信|推荐[函信]|介绍信|讣告)$",
                14,
            ),
            (r"开户许可证|存款账户|(完税|纳税)证明|准考证|出入证|座次(表|图)|席卡|节目单", 13),
            (
                r"(关于)?(领取|发放|补领|报送|推荐|申报|征集|开展|组织|做好|启动).{0,40}(证书|奖牌|牌匾|评选|评审|推荐|申报|参评|材料)(?![\u4e00-\u9fa5]{0,4}(结果|名单))[\u4e00-\u9fa5]{0,6}(工作)?的?(通知|通告|公告|函)$",
                17,
            ),
            (
                r"(物业|水|电|燃气|供暖|停车|卫生|垃圾|电话|宽带)[\u4e00-\u9fa5]{0,4}费[\u4e00-\u9fa5]{0,6}(通知|单|凭证)$",
                13,
            ),
            (
                r"(证书|奖牌|牌匾|聘书|奖状|奖品|奖金|礼品)[\u4e00-\u9fa5]{0,6}(发放|领取|签领|领用|制作|设计|样式|规格|填写)[\u4e00-\u9fa5]{0,6}(表|册|单|稿|图|说明|要求|须知)$",
                14,
            ),
            (
                r"制度|办法|(?:合同|协议)(?![\u4e00-\u9fa5]{0,8}(?:会签|审批|审签|送审|签批|呈批|呈签|用印|用章|流转|传签))|申报表|申报书|自评",
                -7,
            ),
        ),
        words=(
            (r"(?:[\u4e00-\u9fa5）)][…．.·\-—_]{3,}\d{1,3}.{0,30}?){3}", 7),
            (r"公民身份号码|居民身份证", 2.5),
            (r"签发机关.{0,20}公安局", 2.5),
            (r"今收到.{0,60}(交来|人民币)|收款人[:：]|交款人[:：]", 3),
            (r"发票代码|发票号码|价税合计|开票人[:：]", 3),
        ),
    ),
    extract,
    _looks,
)
