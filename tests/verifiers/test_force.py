"""Papers that look like proof and take it back, are not yet given, or speak of somebody else: none is called proven.

Each is a good paper with one change, read and checked as a whole; the good ones hold the changes to account.
"""

import hashlib

import pytest

from dossier.document import ReadDocument
from dossier.finding import Finding
from dossier.page import Reading
from dossier.submission import Claim, Submission
from extractors.facts import extract
from tests.extractors.kinds.wordings import rows_of
from tests.extractors.pages import page
from tests.verifiers.builders import AS_OF, NAME, ORGANIZATION, shipped
from verifiers import verify

REGISTERED = f"""# 社会团体法人登记证书
统一社会信用代码：{ORGANIZATION.uscc}
名称：{NAME}
业务范围：职工服务
住所：{ORGANIZATION.address}
法定代表人：周明远
业务主管单位：南京市总工会
有效期限：自2024年3月1日至2028年2月28日
> 登记管理机关：南京市民政局
> 发证日期：2024年3月1日"""
GRADED = f"""# 社会组织评估等级证书
{NAME}：
经评估，你单位被评为5A级社会组织。
有效期：2024年6月1日至2029年5月31日
> 南京市民政局
> 2024年6月1日"""
QUERIED = f"""# 社会组织信用信息查询结果
社会组织名称：{NAME}
统一社会信用代码：{ORGANIZATION.uscc}
查询时间：2026年11月3日
活动异常名录：未列入
严重违法失信名单：未列入
行政处罚信息：0条"""
HONOURED = f"""# 荣誉证书
{NAME}：
被评为二〇二五年度南京市工会社会工作先进集体。
> 南京市总工会
> 2025年12月10日"""
REPORTED = f"""# {NAME}暖心服务获职工点赞
南京日报 2026-05-12
近日，{NAME}在鼓楼区开展暖心服务，为一线职工送去清凉用品，获得职工一致好评。
该会多年来坚持服务职工，成效显著，受到社会各界充分肯定。
来源：南京日报 记者 李明"""
FOUNDED = f"""# 关于同意成立{NAME}工会委员会的批复
{NAME}：
你单位关于成立工会的请示收悉。经研究，同意成立{NAME}工会委员会。
> 南京市总工会
> 2023年5月8日"""
HELD = f"""# 职工运动会活动记录
组织单位：{NAME}
活动时间：2026年9月10日
活动地点：鼓楼区体育馆
参加人数：65人
活动内容：组织职工开展趣味运动会。"""
SIGNED = f"""甲方（盖章）：南京市总工会 | 乙方（盖章）：{NAME}
签订日期：2026年3月1日 | 签订日期：2026年3月1日"""
CONTRACTED = f"""# 购买服务合同
甲方：南京市总工会
乙方：{NAME}
根据有关规定，双方就职工心理关爱服务项目达成如下协议。
一、合同金额：人民币86000元。
二、合同期限：2026年3月1日至2026年12月31日。
{SIGNED}"""
SURVEYED = f"""# 职工满意度调查统计表
单位：{NAME}
调查时间：2026年8月10日
发放问卷200份，收回有效问卷200份。
满意度 | 人数
非常满意 | 120
满意 | 68
不满意 | 12
满意率：94.0%"""
LEASED = f"""# 房屋租赁合同
出租方（甲方）：南京华泰置业有限公司
承租方（乙方）：{NAME}
房屋地址：{ORGANIZATION.address}
租赁期限：自2025年1月1日起至2027年12月31日止
甲方（盖章）：南京华泰置业有限公司 | 乙方（盖章）：{NAME}
签订日期：2024年12月20日"""
SPOKEN = f"""# 工会工作经验交流会会议纪要
主办单位：南京市总工会
时间：2026年6月18日
会议由市总工会副主席主持。{NAME}在会上作了题为《用心服务职工》的经验交流发言，经验在全市推广。"""
INSPECTED = f"""# 社会组织年度检查结果告知书
{NAME}：
你单位2025年度检查结论为：合格。
> 南京市民政局
> 2026年7月2日"""
INSPECTED_BEFORE = INSPECTED.replace("2025年度", "2024年度").replace("2026年7月", "2025年7月")
GRADE_TAKEN = f"""# 关于取消{NAME}社会组织评估等级的通知
{NAME}：
因你单位年检不合格，决定取消你单位5A级社会组织评估等级，收回证书牌匾。
> 南京市民政局
> 2026年3月1日"""
UNION_TAKEN = f"""# 关于同意撤销{NAME}工会委员会的批复
{NAME}：
经研究，同意撤销{NAME}工会委员会。
> 南京市总工会
> 2025年5月8日"""
LEASE_ENDED = f"""# 房屋租赁合同解除协议
甲方：南京华泰置业有限公司
乙方：{NAME}
双方同意自2026年6月30日起解除房屋租赁合同，租赁房屋：{ORGANIZATION.address}。
签订日期：2026年6月20日"""
DEREGISTERED = f"""# 行政处罚决定书
当事人：{NAME}
统一社会信用代码：{ORGANIZATION.uscc}
决定给予撤销登记的行政处罚。
> 南京市民政局
> 2026年9月1日"""

GOOD = {
    "registered": ("2.1", REGISTERED),
    "graded": ("2.6", GRADED),
    "queried": ("2.7", QUERIED),
    "honoured": ("6.2", HONOURED),
    "reported": ("6.3", REPORTED),
    "founded": ("1.2", FOUNDED, HELD),
    "contracted": ("5.2", CONTRACTED),
    "surveyed": ("6.1", SURVEYED),
    "leased": ("2.2", LEASED),
    "spoken": ("6.4", SPOKEN),
    "inspected": ("2.5", INSPECTED, INSPECTED_BEFORE),
}


def _but(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


BAD = {
    "a certificate whose state is cancelled": ("2.1", _but(REGISTERED, "业务范围：职工服务", "状态：已注销")),
    "a certificate of a day to come": ("2.1", _but(REGISTERED, "发证日期：2024", "发证日期：2027")),
    "a registration that a penalty ended": ("2.1", REGISTERED, DEREGISTERED),
    "a grade that was taken back": ("2.6", GRADED, GRADE_TAKEN),
    "the notice that takes a grade back": ("2.6", GRADE_TAKEN),
    "a branch's grade": ("2.6", _but(GRADED, f"{NAME}：", f"{NAME}心理服务分会：")),
    "another's grade that names us as partner": (
        "2.6", _but(GRADED, f"{NAME}：", f"南京市慈善总会：\n合作单位：{NAME}")
    ),
    "a query of a day to come": ("2.7", _but(QUERIED, "2026年11月3日", "2026年12月3日")),
    "a promise instead of a query": ("2.7", f"# 信用承诺书\n{NAME}郑重承诺：本单位未被列入活动异常名录，未被列入严重违法失信名单。\n> {NAME}\n> 2026年11月5日"),
    "a person's honour": ("6.2", _but(_but(HONOURED, f"{NAME}：", f"{NAME} 周明远："), "先进集体", "先进个人")),
    "candidates": ("6.2", f"# 南京市五一劳动奖状拟表彰对象公示\n经评审，拟对以下单位进行表彰，现予以公示。\n1. 南京市慈善总会\n2. {NAME}\n> 南京市总工会\n> 2026年4月10日"),
    "an honour that was taken back": ("6.2", f"# 关于撤销{NAME}先进集体称号的决定\n{NAME}：\n因弄虚作假，决定撤销授予{NAME}“工会服务先进集体”称号。\n> 南京市总工会\n> 2025年12月10日"),
    "a draft": ("6.2", _but(HONOURED, "# 荣誉证书", "（征求意见稿）\n# 荣誉证书")),
    "others' honour of which we get a copy": ("6.2", f"# 关于表彰先进集体的决定\n授予以下单位“先进集体”称号：\n南京市慈善总会\n南京市义工联合会\n抄送：{NAME}\n> 南京市总工会\n> 2025年5月10日"),
    "an advertisement": ("6.3", _but(REPORTED, "来源：南京日报", "来源：南京日报（广告）")),
    "a text for the press": ("6.3", f"# 新闻通稿\n{NAME}暖心服务获职工点赞\n拟刊发媒体：南京日报\n近日，{NAME}在鼓楼区开展暖心服务，获得职工一致好评。\n> {NAME}\n> 2026年5月12日"),
    "a report about another that we pass on": ("6.3", f"# 南京市社会组织发展论坛举行\n南京日报 2026-05-12\n近日，南京市慈善总会作主旨发言，其暖心服务获职工点赞。\n来源：南京日报 记者 李明\n转发：{NAME}"),
    "a refusal": ("1.2", _but(FOUNDED, "同意成立", "不同意成立"), HELD),
    "an activity that is planned": ("1.2", FOUNDED, _but(HELD, "活动记录", "活动方案")),
    "a union that was ended": ("1.2", FOUNDED, HELD, UNION_TAKEN),
    "an unsigned contract": ("5.2", _but(CONTRACTED, SIGNED, "甲方（盖章）： | 乙方（盖章）：\n签订日期：　年　月　日")),
    "a draft of a contract": ("5.2", _but(CONTRACTED, "# 购买服务合同", "# 购买服务合同（草案）")),
    "an intent": ("5.2", _but(CONTRACTED, "如下协议", "如下意向，本意向书不具有法律约束力")),
    "the end of a contract": ("5.2", _but(CONTRACTED, "# 购买服务合同", "# 购买服务合同解除协议")),
    "another's survey": ("6.1", _but(SURVEYED, NAME, "南京市慈善总会")),
    "a lease that was ended": ("2.2", LEASED, LEASE_ENDED),
    "a lease to another": (
        "2.2",
        LEASED.replace(NAME, "甲").replace("南京华泰置业有限公司", NAME).replace("甲\n", "南京华泰置业有限公司\n"),
    ),
    "a meeting that we came to": (
        "6.4", _but(SPOKEN, "在会上作了题为《用心服务职工》的经验交流发言，经验在全市推广", "派员参加会议")
    ),
    "an invitation": ("6.4", f"# 关于召开工会工作经验交流会的通知\n{NAME}：\n定于2026年6月18日召开经验交流会，请派员参加。\n> 南京市总工会\n> 2026年6月10日"),
    "a conclusion of one's own": ("2.5", f"# 2025年度社会组织年检报告书\n社会组织名称：{NAME}\n本年度自评结论：合格\n年检结论：　　\n> {NAME}\n> 2026年5月2日", INSPECTED_BEFORE),
    "a conclusion before the year's end": ("2.5", _but(INSPECTED, "2026年7月", "2025年7月"), INSPECTED_BEFORE),
}  # fmt: skip


def _read(text: str, path: str) -> ReadDocument:
    reading = Reading(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        reader="test",
        media_type="application/pdf",
        pages=(page(rows_of(text)),),
    )
    return extract(reading, path, ORGANIZATION)


def _finding(criterion: str, texts: tuple[str, ...]) -> Finding:
    documents = [_read(text, f"{number}.pdf") for number, text in enumerate(texts, start=1)]
    claim = Claim(
        criterion=criterion,
        points=next(one.points for one in shipped().criteria if one.id == criterion),
        files=tuple(one.document.path for one in documents),
    )
    submission = Submission(
        id="force", round="2026", organization=ORGANIZATION, claims=(claim,), application="submission.json"
    )
    found = verify(submission, documents, shipped(), AS_OF)
    return next(one for one in found.findings if one.criterion == criterion)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_paper_carries_its_claim(name: str) -> None:
    criterion, *texts = GOOD[name]
    finding = _finding(criterion, tuple(texts))
    assert finding.verdict == "supported" or finding.supported[0] > 0, finding.explanation


@pytest.mark.parametrize("name", BAD)
def test_what_takes_its_force_is_seen(name: str) -> None:
    criterion, *texts = BAD[name]
    finding = _finding(criterion, tuple(texts))
    assert finding.verdict != "supported", finding.explanation
    assert finding.supported[0] == 0, finding.explanation
