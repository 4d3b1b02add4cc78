"""Why a paper carries less than its facts say: it takes something back, is a draft, is unsigned, lies in the future.

None of this turns a claim down: a reviewer decides. But no such paper proves a claim by itself.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.kinds import Kind
from verifiers import messages
from verifiers.exhibits import Exhibit

_HEAD = 8
"""Lines in which a paper says what it is."""
_GIVEN = frozenset(
    {
        Kind.REGISTRATION_CERTIFICATE,
        Kind.GRADE_CERTIFICATE,
        Kind.AWARD,
        Kind.UNION_APPROVAL,
        Kind.APPOINTMENT,
        Kind.ANNUAL_REPORT,
        Kind.CREDIT_RECORD,
    }
)
"""Papers that an authority gives to somebody."""
_AGREED = frozenset({Kind.CONTRACT, Kind.OFFICE_PROOF})
_GATHERINGS = frozenset({Kind.ACTIVITY_RECORD, Kind.MEETING_RECORD})
_DATES = ("issue_date", "query_date", "sign_date", "publish_date")

_TAKEN_BACK = re.compile(
    r"关于[^，。；]{0,40}?(?:取消|撤销|撤回|收回|废止|解除|终止|降低|注销|不予|不同意)[^，。；]{0,60}?(?:通知|决定|批复|公告|通报|函)"
    r"|(?:解除|终止)(?:协议|合同|通知|证明)|准予注销"
)
_TOPICS = {
    Kind.GRADE_CERTIFICATE: re.compile("等级"),
    Kind.REGISTRATION_CERTIFICATE: re.compile("登记"),
    Kind.UNION_APPROVAL: re.compile("工会"),
    Kind.AWARD: re.compile("称号|表彰|荣誉|奖"),
    Kind.CONTRACT: re.compile("服务.{0,8}(?:合同|协议)|合作协议"),
    Kind.OFFICE_PROOF: re.compile("租赁|租房|房屋"),
}
"""What the title of a paper names that takes one of the kind back."""
_ENDING_PENALTIES = re.compile("撤销登记|吊销|取缔")
_FEW = 2
"""Kinds of penalty up to which a decision tells them, rather than the form it is written on."""
_DRAFT = re.compile(
    r"[(（【\[〔](?:征求意见稿|代拟稿|讨论稿|送审稿|草案|草稿|初稿|样稿|模板|范本)[)）】\]〕]"
)
_INTENT = re.compile(r"合作意向书|意向协议|不具有?备?法律(?:约束力|效力)")
_STATUS = re.compile(r"状态[:：]?已?(?:注销|撤销|吊销|失效|作废|过期)")
_PROMISED = re.compile(r"承诺书|郑重承诺|(?:我|本)(?:单位|会|中心|社|机构)[^。]{0,40}未[^。]{0,6}列入")
_REFUSED = re.compile(r"(?<![□☑☐√/或是])(?:不予?|未予)(?:同意|批准)(?![□☑☐])")
_CANDIDATE = re.compile(
    r"拟.{0,4}(?:表彰|授予|命名|评定|认定|推荐|确定).{0,30}公示|公示.{0,30}拟(?:表彰|授予|命名|评定|认定)|入围|候选"
)
_PLANNED = re.compile(r"(?:方案|计划|预案|通知|邀请函|预告)$")
_BLANK_DAY = re.compile(r"(?<![\d〇零一二三四五六七八九十xX×*])年月日")
_PAID = re.compile(r"[(（【\[](?:广告|推广|商业推广|软文|付费内容)[)）】\]]")
_UNPUBLISHED = re.compile(r"^(?:新闻)?通稿|拟刊发|拟发布?媒体", re.MULTILINE)
_ASIDE = re.compile(
    r"^(?:抄送|抄报|转发|转载|支持单位|合作单位|协办单位?|协作单位|供稿|投稿|编辑|责编|联系单位)[:：]?"
)
_POSTED = re.compile(r"(?:公众号|微信号|视频号)?20\d\d[-年./][^，。；]{0,24}$")
"""What stands behind the name of an account that posts something; a sentence goes on."""
_BRANCH = re.compile(
    r"[\u4e00-\u9fa5]{0,8}(?:分会|分支机构|办事处|代表处|专业委员会|专委会|分中心|分公司|分部)"
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Words that tell a weakness of papers of some kinds, and where they are looked for."""

    kinds: frozenset[Kind]
    where: Callable[[Exhibit], str]
    words: re.Pattern[str]
    reason: str


def _lines(exhibit: Exhibit) -> list[str]:
    return ["".join(line.text.split()) for _, line in exhibit.lines]


def _compact(exhibit: Exhibit) -> str:
    return "".join(_lines(exhibit))


def _head(exhibit: Exhibit) -> str:
    return "\n".join(_lines(exhibit)[:_HEAD])


def _title_of_head(exhibit: Exhibit) -> str:
    """The head in one, as a title runs over several lines."""
    return "".join(_lines(exhibit)[:_HEAD])


def _title(exhibit: Exhibit) -> str:
    return exhibit.value("title").text or ""


_MEDIA = frozenset({Kind.MEDIA_CLIPPING})
_TELLING = (
    _Telling(_GIVEN | _AGREED, _title_of_head, _TAKEN_BACK, messages.TAKES_BACK),
    _Telling(_GIVEN | _AGREED, _head, _DRAFT, messages.IS_DRAFT),
    _Telling(_GIVEN, _compact, _STATUS, messages.STATUS_ENDED),
    _Telling(frozenset({Kind.CREDIT_RECORD}), _title_of_head, _PROMISED, messages.PROMISED),
    _Telling(frozenset({Kind.UNION_APPROVAL}), _compact, _REFUSED, messages.REFUSED),
    _Telling(frozenset({Kind.AWARD}), _title_of_head, _CANDIDATE, messages.CANDIDATE),
    _Telling(frozenset({Kind.CONTRACT}), _compact, _INTENT, messages.INTENT),
    _Telling(_GATHERINGS, _title, _PLANNED, messages.PLANNED),
    _Telling(_MEDIA, _compact, _PAID, messages.PAID),
    _Telling(_MEDIA, _head, _UNPUBLISHED, messages.UNPUBLISHED),
)


def weaknesses(exhibit: Exhibit, applicant: str, as_of: date) -> Iterator[str]:
    """The reasons why the exhibit proves nothing by itself, in Chinese."""
    for one in _TELLING:
        if exhibit.kind in one.kinds and one.words.search(one.where(exhibit)):
            yield one.reason
    if exhibit.kind in _AGREED and _is_unsigned(exhibit):
        yield messages.UNSIGNED
    if exhibit.kind in _GIVEN | _MEDIA:
        yield from _named_aside(exhibit, applicant)
    for name in _DATES:
        value = exhibit.value(name)
        if value.date is not None and value.sure and value.date.surely_after(as_of):
            yield messages.after_reference(messages.day(value.date))


def taken_back(exhibit: Exhibit, others: Sequence[Exhibit], applicant: str) -> Exhibit | None:
    """The other paper, naming the applicant, that takes back what the exhibit gave; None where there is none."""
    topic = _TOPICS.get(exhibit.kind)
    if topic is None:
        return None
    for other in others:
        if other is exhibit or applicant not in _compact(other):
            continue
        title = _title_of_head(other)
        if _TAKEN_BACK.search(title) and topic.search(title):
            return other
        if exhibit.kind is Kind.REGISTRATION_CERTIFICATE and _ends_registration(other):
            return other
    return None


def _ends_registration(exhibit: Exhibit) -> bool:
    """Whether it is a penalty that ends a registration. A form that lists all penalties tells nothing."""
    told = exhibit.value("penalty_types").raw_value if exhibit.kind is Kind.PENALTY_DECISION else None
    return isinstance(told, list) and len(told) <= _FEW and any(map(_ENDING_PENALTIES.match, map(str, told)))


def _is_unsigned(exhibit: Exhibit) -> bool:
    """Whether a contract's day is left blank, and no seal stands on it either."""
    dated = exhibit.value("sign_date", "issue_date").present
    sealed = any(page.seals for page in exhibit.pages)
    return not dated and not sealed and _BLANK_DAY.search(_compact(exhibit)) is not None


def _named_aside(exhibit: Exhibit, applicant: str) -> Iterator[str]:
    """The applicant stands only among those copied in or helping, only in its branch's name, or as who posts it."""
    lines = [line for line in _lines(exhibit) if applicant in line]
    if lines and all(_ASIDE.search(line) for line in lines):
        yield messages.NAMED_ASIDE
    behind = [rest for line in lines for rest in line.split(applicant)[1:]]
    if behind and all(_BRANCH.match(rest) for rest in behind):
        yield messages.BRANCH
    if exhibit.kind in _MEDIA and any(_POSTED.match(line.removeprefix(applicant)) for line in lines):
        yield messages.OWN_ACCOUNT
