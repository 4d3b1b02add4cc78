"""Papers that look like proof and prove nothing are of no kind and carry no facts, and real papers aren't taken for them."""

import pytest

from dossier.kinds import Kind
from tests.extractors.pages import Row, heading, read

NAME = "扬州市暖心职工服务中心"
UNION = "扬州市总工会"
DAY = "2024年3月5日"

NOTHING: dict[str, list[Row]] = {
    "a model of a certificate": [
        heading("荣誉证书（样本）"),
        f"{NAME}：",
        "被评为“先进单位”，特发此证。",
        UNION,
        DAY,
    ],
    "a certificate with the word across it": [
        heading("荣誉证书"),
        "样张",
        f"{NAME}：",
        "荣获“先进单位”称号。",
        UNION,
        DAY,
    ],
    "a letter of appointment with blanks": [
        heading("聘 书"),
        "兹聘请______同志为本会顾问。",
        UNION,
        "____年__月__日",
    ],
    "a reply with crosses for names": [
        heading("关于成立工会的批复"),
        "你单位报来请示收悉，同意成立×××工会委员会。",
        "×××总工会",
    ],
    "a draft with its mark in brackets": [
        "（代拟稿）",
        heading("关于命名2024年度职工服务示范点的通知", 0.1),
        f"决定命名{NAME}为职工服务示范点。",
        UNION,
        DAY,
    ],
    "a draft whose number and day are open": [
        heading("关于表彰先进单位的决定"),
        "扬工〔2024〕  号",
        f"决定授予{NAME}“先进单位”称号。",
        UNION,
        "2024年 月 日",
    ],
    "a form that asks for an honour": [
        heading("扬州市五一劳动奖状推荐表"),
        f"单位名称\t{NAME}",
        "负责人\t张三",
        "主要事迹\t略",
    ],
    "a form that asks to join": [heading("单位会员入会申请表"), f"单位名称\t{NAME}", "法定代表人\t张三"],
    "a chat of a group": [
        "荣誉申报联络群（18）",
        "各位，先进单位的荣誉证书拿到了吗？",
        "年检结论还没盖章，好的我催一下",
        "收到",
    ],
    "a chat under a clock": [
        "3月5日 下午2:13",
        "评估等级证书发我一下",
        "好的，年度检查报告也记得带",
        "收到，谢谢",
    ],
    "a notice of where to fetch certificates": [
        heading("关于领取荣誉证书的通知"),
        "请各获奖单位于3月5日前领取先进单位荣誉证书。",
        UNION,
        DAY,
    ],
    "a register of certificates handed out": [
        heading("荣誉证书发放登记表"),
        "序号\t单位\t证书\t领取人",
        f"1\t{NAME}\t先进单位\t张三",
    ],
    "a letter of congratulation": [
        heading("贺 信"),
        f"{NAME}：",
        "欣闻贵单位荣获“工人先锋号”称号，谨致祝贺！",
        UNION,
        DAY,
    ],
    "a permit to open an account": [
        heading("开户许可证"),
        f"经审核，{NAME}符合开户条件。",
        "法定代表人 张三",
        DAY,
    ],
}


@pytest.mark.parametrize("rows", NOTHING.values(), ids=NOTHING)
def test_proves_nothing(rows: list[Row]) -> None:
    """Neither a kind nor a fact."""
    document = read(rows, organization=NAME)
    assert document.document.kind is Kind.OTHER
    assert not document.facts


REAL: dict[str, tuple[Kind, list[Row]]] = {
    "a certificate": (
        Kind.AWARD,
        [heading("荣誉证书"), f"{NAME}：", "荣获“先进单位”称号，特发此证。", UNION, DAY],
    ),
    "a decision": (
        Kind.AWARD,
        [heading("关于表彰先进单位的决定"), "扬工〔2024〕8号", f"决定授予{NAME}“先进单位”称号。", UNION, DAY],
    ),
    "a notice of who won": (
        Kind.AWARD,
        [heading("关于公布2023年度先进单位评选结果的通知"), f"授予{NAME}“先进单位”称号。", UNION, DAY],
    ),
    "a letter of appointment with its name on a rule": (
        Kind.APPOINTMENT,
        [heading("聘 书"), "兹聘请__张三__同志为本会顾问。", UNION, DAY],
    ),
    "rules in draft": (
        Kind.POLICY_DOCUMENT,
        [heading("财务管理制度（征求意见稿）"), "第一条 为规范财务管理，制定本制度。", NAME, DAY],
    ),
    "the application that is checked": (
        Kind.APPLICATION_FORM,
        [heading("服务职工优秀社会组织推荐表"), f"单位名称\t{NAME}", "推荐工会\t扬州市总工会"],
    ),
    "what a group is told of a survey": (
        Kind.SATISFACTION_SURVEY,
        ["职工服务群（92）", "职工满意度调查结果：", "发放问卷100份，收回98份，满意90人，满意率91.8%。"],
    ),
}


@pytest.mark.parametrize(("kind", "rows"), REAL.values(), ids=REAL)
def test_real_papers_keep_their_kind(kind: Kind, rows: list[Row]) -> None:
    """What bears no such mark, or what its makers pass themselves."""
    assert read(rows, organization=NAME).document.kind is kind
