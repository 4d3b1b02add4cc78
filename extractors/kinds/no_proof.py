"""Papers that look like proof and prove nothing: chats, blank forms, drafts, applications for an honour.

They carry the words of what they imitate, so that words alone tell nothing; what gives them away is a mark of their own
(`样张`, `征求意见稿`), a blank where the one honoured would stand, or that they ask for what others would have given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.layout import Layout

_HEAD = 8
"""Rows among which a paper says what it is."""

_GIVEN = r"证书|证明|聘书|奖状|奖牌|牌匾|批复|决定书?|通报|通知书?|公告|公示|复函|执照|结论|任命|授牌|命名"
"""What somebody gives: a draft or a blank form of it gives nothing."""

_GIVEN_TITLE = re.compile(rf"(?:{_GIVEN}|聘书?|证)(?:名单)?(?=$|[（(\[【])")
_RULES = re.compile(r"制度|办法|章程|规定|规则|细则|方案|计划|规划|要点|预算|合同|协议|手册")
"""What its makers pass themselves: a draft of it is a paper of its kind."""

_TEMPLATE_MARK = re.compile(
    r"[（(\[【〔](?:样张|样式|式样|样本|样稿|样证|样例|样品|模板|模版|范本|范例|范文|示例|示意|空白|空表|参考格式|参考样式|参考模板|格式)[)）\]】〕]"
    r"|(?:样张|式样|样稿|样证|模板|模版)$"
)
_STAMPED = re.compile(r"^(?:样张|样本|样稿|样证|样品|模板|式样|SPECIMEN|SAMPLE|TEMPLATE)$", re.IGNORECASE)
_VERBS = r"授予|聘请?|聘任|同意|批准|成立|组建|评为|认定|命名|兹有|经|[“「]"
_UNFILLED = re.compile(
    rf"(?:{_VERBS})(?:(?:[_＿…]{{2,}}|[.．·]{{4,}})(?:同志|先生|女士|单位|为|研究|审核|[，,”」：:])|[×xX*＊○◯]{{3,}})"
    r"|(?:授予|评为|命名为)[^，。；“”]{0,12}“”"
)
"""Blanks where the one honoured or the honour would stand."""

_DRAFT_MARK = re.compile(
    r"(?:^|[（(【\[〔])(?:征求意见|讨论|送审|审议|报批|报审|审核|会签|代拟|拟|草|初|未定|修改|内部讨论)稿(?:$|[)）】\]〕])"
    r"|[（(【\[〔](?:草案|草拟)[)）】\]〕]"
)
_OPEN = r"[_＿×xX*\s]{0,10}"
_OPEN_NUMBER = re.compile(rf"[〔\[［【（(](?:20\d\d|{_OPEN})[〕\]］】)）]第?{_OPEN}号")
_OPEN_DAY = re.compile(rf"20\d\d年{_OPEN}月{_OPEN}日")

_HONOUR = (
    r"工人先锋号|五一劳动|奖状|奖章|劳动模范|劳模|职工之家|巾帼|文明(?:单位|岗|号)|标兵|工匠|能手|先进|模范|示范|品牌(?:社会)?组织|最美|十[佳大]|优秀(?!(?:社会)?组织)|[百金]强|"
    r"之星|称号|荣誉|奖项|评优|[一二三]等奖"
)
_ASKED = re.compile(
    rf"(?:{_HONOUR})[\u4e00-\u9fa5]{{0,14}}(?:申报|申请|推荐|呈报|推报|评选|评审|评定|审批|候选|参评)[\u4e00-\u9fa5]{{0,8}}(?:表|书)(?:$|[（(])"
    r"|(?:入会|入党|入团|法人登记|成立登记|设立登记|创投|资助|补贴|补助|贷款)[\u4e00-\u9fa5]{0,8}(?:申报|申请|报名)(?:表|书|单)(?:$|[（(])"
)
_OTHERWISE = re.compile(r"服务职工|自查|得分|打分|案例|典型|经验")
"""Words of the application that all other papers are proofs of, and of what is told rather than asked for."""

_GROUP = re.compile(r"^[<＜〈‹]?.{0,20}群(?:聊)?[（(]\d{1,3}[)）](?:[.…·]{0,3})$")
_CHATTING = re.compile(
    r"按住说话|撤回了一条消息|以下是新消息|加入了?群聊|拍了拍|语音通话|视频通话|对方正在输入|聊天记录$|聊天信息$"
)
_CLOCK = re.compile(
    r"^(?:(?:昨天|今天|前天|星期[一二三四五六日天]|周[一二三四五六日]|\d{1,2}月\d{1,2}日))?(?:上午|下午|晚上|凌晨|中午|早上|清晨)\d{1,2}[:：]\d{2}$|^20\d\d年\d{1,2}月\d{1,2}日(?:上午|下午|晚上|凌晨|中午)?\d{1,2}[:：]\d{2}$"
)
_SPOKEN = re.compile(
    r"收到|好的|各位|大家|@|\[OK\]|没问题|辛苦|麻烦|谢谢|明白|[吗呢吧么][？?。！!]|我这边|稍后|发我|截图|听说|记得|我今晚|^嗯|行[，。]"
)
_TALK = 2
"""So many spoken turns make a chat: a group may also be told the result of a survey."""

WEIGHT = 40.0
"""What such a mark weighs: more than the title and the words of what the paper imitates."""


def proves_nothing(layouts: Sequence[Layout]) -> float:
    """The weight of a mark on its first page by which a paper proves nothing, whatever it is called; 0 where it bears none."""
    first = next((layout for layout in layouts if layout.rows), None)
    rows = [row.text.compact.string for row in first.rows] if first else []
    return WEIGHT if any(marked(rows) for marked in _MARKS) else 0.0


def _is_template(rows: Sequence[str]) -> bool:
    """A blank form of what somebody gives, by its mark or by its blanks."""
    if any(_STAMPED.match(row) for row in rows):
        return True
    head = rows[:_HEAD]
    if any(_TEMPLATE_MARK.search(row) and re.search(_GIVEN, row) and not _RULES.search(row) for row in head):
        return True
    given = any(_GIVEN_TITLE.search(row) for row in head) and not any(_RULES.search(row) for row in head)
    return given and any(_UNFILLED.search(row) for row in rows)


def _is_draft(rows: Sequence[str]) -> bool:
    """A draft of what somebody gives: marked as one, or its number and its day are still open."""
    head = rows[:_HEAD]
    title = "".join(head)
    if not re.search(_GIVEN, title) or any(_RULES.search(row) for row in head if len(row) <= _TITLE):
        return False
    if any(_DRAFT_MARK.search(row) for row in head):
        return True
    return any(map(_OPEN_NUMBER.search, head)) and any(map(_OPEN_DAY.search, rows))


_TITLE = 50
"""Characters of a title at most."""


def _asks_for_honour(rows: Sequence[str]) -> bool:
    """A form by which somebody is put forward for another honour than the one that is checked."""
    if any("自评" in row for row in rows):
        return False
    head = rows[:_HEAD]
    titles = [*head, "".join(head[:2]), "".join(head[:3])]
    return any(_ASKED.search(title) and not _OTHERWISE.search(title) for title in titles)


def _is_chat(rows: Sequence[str]) -> bool:
    """What was said in a messenger: spoken turns under a group's name, a clock, or what messengers print."""
    messenger = (
        any(map(_GROUP.match, rows[:_HEAD]))
        or any(map(_CHATTING.search, rows))
        or any(map(_CLOCK.match, rows))
    )
    return messenger and sum(bool(_SPOKEN.search(row)) for row in rows) >= _TALK


_MARKS: tuple[Callable[[Sequence[str]], bool], ...] = (_is_template, _is_draft, _asks_for_honour, _is_chat)
